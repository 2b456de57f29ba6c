"""The quickened model says what the model says as spaCy loads it."""

from spacy.tokens import Doc

from regesta.read import tree
from regesta.read.parser import annotator, model, plain_model

SENTENCES = (
    "Peru's foreign minister said on Monday that Chile had withdrawn envoys from both capitals.",
    "Talks between the two, staged in Lima, were hoped to ease tensions; they lasted six hours.",
    '"We will not wait," he told reporters, adding that the wages of its troops weren\'t paid.',
    "No.",
)


def _told(doc: Doc | tree.Doc) -> list[tuple[str, str, int, str, str]]:
    return [(t.tag_, t.dep_, t.head.i, t.pos_, t.lemma_) for t in doc]


def test_quickened_model_says_the_same_alone_and_in_a_batch() -> None:
    plain = [_told(doc) for doc in plain_model().pipe(SENTENCES)]
    assert [_told(model()(text)) for text in SENTENCES] == plain
    quick = model().pipe(SENTENCES, disable=["attribute_ruler", "lemmatizer"])
    assert [_told(annotator()(doc)) for doc in quick] == plain
