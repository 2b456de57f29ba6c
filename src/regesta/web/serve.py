"""Serving the desk from this machine."""

from contextlib import closing

import uvicorn

from regesta.settings import Settings
from regesta.store import open_register
from regesta.web.app import make_app


def serve(settings: Settings) -> None:
    """Serve `settings.register` on `settings.host`:`settings.port` until interrupted.

    Raises RegisterError, before any socket is opened, when there is no register to serve.
    """
    with closing(open_register(settings.register)):
        pass
    app = make_app(settings.register, hosts=(settings.host,))
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level="info",
        access_log=False,
        server_header=False,
        proxy_headers=False,
    )
