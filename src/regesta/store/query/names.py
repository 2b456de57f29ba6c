"""Names as they are looked up: plain lower-case words."""

import re

from regesta.knowledge.fold import fold

_WORD = re.compile(r"\w+")


def folded(name: str) -> str:
    """ "Café «Zenda»" as "cafe zenda": without accents, case and marks."""
    return " ".join(_WORD.findall(fold(name).casefold()))


def slug(name: str) -> str:
    """A name as part of an address: "ana-sol"."""
    return folded(name).replace(" ", "-")
