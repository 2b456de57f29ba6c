"""What English endings make of a word."""

from collections.abc import Iterator

_ENDINGS = ("", "s", "es", "ed", "d", "ing", "n", "en")


def regular_forms(lemma: str) -> Iterator[str]:
    """The forms of a lemma, with the letters that it drops or doubles."""
    yield from (lemma + ending for ending in _ENDINGS)
    if lemma.endswith("e"):
        yield from (lemma[:-1] + "ing", lemma[:-1] + "ed")
    if lemma.endswith("y"):
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied")
    if lemma.endswith("man"):
        yield lemma[:-2] + "en"
    yield from (lemma + lemma[-1] + ending for ending in ("ed", "ing"))
