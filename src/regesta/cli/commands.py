"""The table of commands, and running one: what a user did wrong is one sentence and exit code 2."""

import os
import sqlite3
import sys
from collections.abc import Sequence

import click

from regesta import __version__
from regesta.cli import changes, check, export, link, read, search, serve, show, troubles, why
from regesta.cli.screen import INTERRUPTED
from regesta.run import RunError
from regesta.settings import SettingsError
from regesta.sources import SourceError
from regesta.store import RegisterError

COMMANDS: tuple[click.Command, ...] = (
    read.command,
    link.command,
    serve.command,
    search.command,
    show.command,
    why.command,
    changes.command,
    export.command,
    check.command,
    troubles.command,
)
WRONG_USE = 2
PIPE_CLOSED = 1  # what click itself gives when it meets the closed pipe first


@click.group(commands={command.name or "": command for command in COMMANDS})
@click.version_option(__version__, prog_name="regesta", message="%(prog)s %(version)s")
def regesta() -> None:
    """Raw news pages in, a cited register of who did what to whom out."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code. Only a bug leaves a traceback."""
    try:
        code = regesta.main(args=arguments, prog_name="regesta", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except click.ClickException as error:
        return _refuse(error.format_message())
    except (RegisterError, RunError, SettingsError, SourceError) as error:
        return _refuse(str(error))
    except BrokenPipeError:
        return _leave_pipe()
    except (KeyboardInterrupt, click.Abort):
        click.echo("regesta: stopped.", err=True)
        return INTERRUPTED
    except sqlite3.DatabaseError as error:
        return _refuse(f"The register cannot be used: {error}.")
    except OSError as error:
        return _refuse(
            f"{error.filename or 'Standard output or a file'} cannot be used: {error.strerror}."
        )
    return code if isinstance(code, int) else 0


def _refuse(sentence: str) -> int:
    click.echo(f"regesta: {' '.join(sentence.split())}", err=True)
    return WRONG_USE


def _leave_pipe() -> int:
    """The reader went away: say nothing, not even when Python flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED
