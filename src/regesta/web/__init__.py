"""The desk: a local web screen over one register; it changes only people's marks in it."""

from regesta.web.app import make_app
from regesta.web.serve import address, key_for, serve

__all__ = ["address", "key_for", "make_app", "serve"]
