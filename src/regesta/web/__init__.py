"""The desk: a local web screen over one register, read-only."""

from regesta.web.app import make_app
from regesta.web.serve import serve

__all__ = ["make_app", "serve"]
