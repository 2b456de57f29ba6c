"""The register: one SQLite file that holds the pages, what was read from them, and the links."""

from regesta.store.register import RegisterError, open_register

__all__ = ["RegisterError", "open_register"]
