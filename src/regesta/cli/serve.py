"""regesta serve: the desk in a browser."""

import os
import socket
import sys
import webbrowser
from contextlib import closing
from pathlib import Path
from threading import Timer

import click

from regesta.cli.options import register_option, settings
from regesta.store import open_register
from regesta.web import address, key_for, serve

BROWSER_WAITS = 1.0
"""Seconds until the desk answers; a browser that asks earlier shows an error page."""


@click.command("serve")
@click.option("--host", metavar="ADDRESS", help="Address to listen on; 127.0.0.1 by default.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port; 8765 by default.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@register_option
def command(host: str | None, port: int | None, no_browser: bool, register: Path | None) -> None:
    """Show the register on a local web page until interrupted."""
    chosen = settings(host=host, port=port, register=register)
    with closing(open_register(chosen.register)):
        pass  # before the port: what is missing first is the register
    _check_free(chosen.host, port=chosen.port)
    key = key_for(chosen)
    where = address(chosen, key=key)
    if key:
        click.echo(f"Other machines can reach this desk, so it asks for a key: {where}")
        click.echo("From another machine, put this one's address in place of the one above.")
    if not no_browser and _has_screen():
        opening = Timer(BROWSER_WAITS, webbrowser.open, args=(where,))
        opening.daemon = True
        opening.start()
    serve(chosen, key=key)


def _check_free(host: str, *, port: int) -> None:
    """Raises ClickException when nothing can listen there."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise click.ClickException(
            f"The desk cannot listen on {host}, port {port}: {error.strerror}."
        ) from error


def _has_screen() -> bool:
    """Without a screen `webbrowser` may start a browser inside the terminal."""
    return sys.platform == "darwin" or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
