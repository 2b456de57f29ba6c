"""Parts of speech and lemmas that are looked up are those that the model's own rules give."""

from regesta.read.parser import annotator, model

SENTENCES = (
    "There were talks between Peru and Chile, but both had left them by Monday.",
    "Kenya's ministers didn't say whether they'd been asked to withdraw their troops.",
    "The two countries have agreed that it should do what others did in 1999.",
    "He is said to have met her; that is what was reported.",
)


def test_looked_up_words_are_as_the_model_says() -> None:
    pipeline, annotate = model(), annotator()
    for text in (*SENTENCES, *SENTENCES):
        plain = pipeline(text)
        quick = annotate(pipeline(text, disable=["attribute_ruler", "lemmatizer"]))
        assert [(t.pos_, t.lemma_) for t in quick] == [(t.pos_, t.lemma_) for t in plain]
