"""How words are written: the forms of a lemma, by English endings and the parser's own list."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from regesta.read.parser import irregular_forms

_ENDINGS = ("", "s", "es", "ed", "d", "ing", "n", "en")


def _regular_forms(lemma: str) -> Iterator[str]:
    """What English endings make of a lemma, with the letters they drop or double."""
    yield from (lemma + ending for ending in _ENDINGS)
    if lemma.endswith("e"):
        yield from (lemma[:-1] + "ing", lemma[:-1] + "ed")
    if lemma.endswith("y"):
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied")
    if lemma.endswith("man"):
        yield lemma[:-2] + "en"
    yield from (lemma + lemma[-1] + ending for ending in ("ed", "ing"))


def lemmas_by_form(wanted: Set[str]) -> Mapping[str, frozenset[str]]:
    """Written form -> the lemmas, of those wanted, that it may stand for.

    Irregular forms are those that the parser's own lemmatizer knows.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for lemma in wanted:
        for form in _regular_forms(lemma):
            found[form].add(lemma)
    for form, lemmas in irregular_forms():
        found[form].update(lemma for lemma in lemmas if lemma in wanted)
    return {form: frozenset(lemmas) for form, lemmas in found.items() if lemmas}
