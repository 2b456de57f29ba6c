"""The command line, one file a command; `main` is where the program starts."""

import os
import sys
from collections.abc import Sequence

from regesta.cli.screen import INTERRUPTED


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and end the process with its exit code.

    The commands are imported here: that takes a while in which Ctrl-C may come, and the processes
    that read pages, which import the file that started the program, need none of them.
    """
    _open_closed_streams()
    try:
        from regesta.cli.commands import run
    except KeyboardInterrupt:
        sys.stderr.write("regesta: stopped.\n")
        sys.exit(INTERRUPTED)
    sys.exit(run(arguments))


def _open_closed_streams() -> None:
    """Whoever starts us may have closed a stream; no file we open may take its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
