"""Where pages come from: files, folders, standard input; JSON records and web archives in them."""

from regesta.sources.inputs import SourceError, check_inputs, pages

__all__ = ["SourceError", "check_inputs", "pages"]
