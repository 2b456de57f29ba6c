"""Serving the desk from this machine."""

from contextlib import closing
from datetime import UTC, datetime

import uvicorn

from regesta.settings import Settings
from regesta.store import open_register
from regesta.web.app import make_app
from regesta.web.safety import is_loopback
from regesta.web.seals import make_key


def key_for(settings: Settings) -> str | None:
    """A new key for a desk that other machines can reach, None for one they cannot."""
    return None if is_loopback(settings.host) else make_key()


def address(settings: Settings, *, key: str | None) -> str:
    """Where a browser on this machine finds the desk, also one that listens on all addresses."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)
    host = f"[{here}]" if ":" in here else here
    return f"http://{host}:{settings.port}/" + (f"?token={key}" if key else "")


def serve(settings: Settings, *, key: str | None = None) -> None:
    """Serve `settings.register` on `settings.host`:`settings.port` until interrupted.

    `key` is what `key_for` made for these settings. Raises RegisterError, before any socket is
    opened, when there is no register, and ValueError for a reachable desk without a key.
    """
    with closing(open_register(settings.register)):
        pass
    if key is None and not is_loopback(settings.host):
        raise ValueError("a desk that other machines can reach needs a key")
    app = make_app(settings.register, now=_now, hosts=(settings.host,), key=key)
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level="info",
        access_log=False,
        server_header=False,
        proxy_headers=False,
    )


def _now() -> str:
    """The desk's one clock: when somebody marked, saved or came."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")  # noqa: TID251
