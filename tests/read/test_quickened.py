"""The quickened model says what the model says as spaCy loads it."""

from typing import Any, cast

import numpy as np
from spacy.pipeline.tok2vec import Tok2Vec
from spacy.tokens import Doc

from regesta.read import tree
from regesta.read.parser import annotator, encoder, model, parse, plain_model
from regesta.read.steps import heads

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


def test_vectors_are_those_of_the_model_alone_and_in_a_batch() -> None:
    pipeline = model()
    docs = [pipeline.make_doc(text) for text in SENTENCES]
    vectors = cast(Tok2Vec, pipeline.get_pipe("tok2vec")).predict(docs)
    for batch in (docs, docs[1:2], docs[::-1]):
        encoder()(batch)
        for doc in batch:
            assert np.allclose(doc.tensor, vectors[docs.index(doc)], atol=1e-5)


def test_heads_are_those_that_the_parser_predicts() -> None:
    docs = [model().make_doc(text) for text in SENTENCES]
    encoder()(docs)
    parser = cast(Any, model().get_pipe("parser"))
    told = []
    for states in (parser.predict(docs), heads(parser, docs)):
        parser.set_annotations(docs, states)
        told.append([[(t.dep_, t.head.i) for t in doc] for doc in docs])
    assert told[0] == told[1]


def test_parse_says_what_the_model_says() -> None:
    right = (SENTENCES[0], SENTENCES[3])  # without words that are mended
    plain = [_told(doc) for doc in plain_model().pipe(right)]
    assert [_told(doc) for doc in parse(right)] == plain
