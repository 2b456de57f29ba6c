"""A tree of a sentence walks as the parser's own tokens do, and can be put right."""

import pytest

from regesta.read import tree
from regesta.read.parser import annotator, model

SENTENCES = (
    "Peru's foreign minister said on Monday that Chile had withdrawn envoys from both capitals.",
    "There were talks (“frank”, an aide said) in Lima, Quito and La Paz; no-one signed.",
    "What they asked for was a truce. It was more than Chile's army would give.",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_tree_is_as_the_parser_says(text: str) -> None:
    plain = model()(text, disable=["attribute_ruler", "lemmatizer"])
    grown = annotator()(plain)
    for one, token in zip(grown, plain, strict=True):
        assert (one.text, one.lower_, one.i, one.idx) == (
            token.text,
            token.lower_,
            token.i,
            token.idx,
        )
        assert (one.is_punct, one.is_quote) == (token.is_punct, token.is_quote)
        assert one.spaced == bool(token.whitespace_)
        assert [t.i for t in one.children] == [t.i for t in token.children]
        assert [t.i for t in one.lefts] == [t.i for t in token.lefts]
        assert [t.i for t in one.rights] == [t.i for t in token.rights]
        assert [t.i for t in one.subtree] == [t.i for t in token.subtree]
        assert one.left_edge.i == token.left_edge.i
        assert [one.is_ancestor(t) for t in grown] == [token.is_ancestor(t) for t in plain]


def test_what_is_hung_elsewhere_takes_its_words_along() -> None:
    grown = annotator()(model()("Peru freed two sailors arrested in May."))
    words = {token.text: token for token in grown}
    tree.hang(words["May"], words["freed"], "pobj")
    assert words["May"] in words["freed"].children
    assert words["May"] not in words["in"].subtree
    tree.hang(words["May"], words["May"], "ROOT")
    assert words["May"].head is words["May"]
    assert words["May"] not in words["freed"].subtree
