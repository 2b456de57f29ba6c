"""How words are written: the forms of a lemma, by English endings and the parser's own list."""

from collections import defaultdict
from collections.abc import Mapping, Set

from regesta.read.endings import regular_forms
from regesta.read.parser import irregular_forms


def lemmas_by_form(wanted: Set[str]) -> Mapping[str, frozenset[str]]:
    """Written form -> the lemmas, of those wanted, that it may stand for.

    Irregular forms are those that the parser's own lemmatizer knows.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for lemma in wanted:
        for form in regular_forms(lemma):
            found[form].add(lemma)
    for form, lemmas in irregular_forms():
        found[form].update(lemma for lemma in lemmas if lemma in wanted)
    return {form: frozenset(lemmas) for form, lemmas in found.items() if lemmas}
