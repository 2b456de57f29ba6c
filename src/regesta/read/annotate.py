"""Parts of speech and lemmas of a parsed Doc, by the model's own rules, each looked up once.

The model's attribute ruler and lemmatizer look at one token at a time: its word, tag and label.
What they say is kept by these three, so that a word that has been seen costs a dictionary look-up.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

Key = tuple[str, int, int, bool]
MOST = 200_000  # words kept; a run over many pages starts its list anew then
Said = tuple[int, str]  # part of speech, as spaCy numbers it, and lemma


class Annotator:
    """The ruler and lemmatizer of one pipeline with what they have said so far."""

    def __init__(self, pipeline: Language) -> None:
        self._rules = (pipeline.get_pipe("attribute_ruler"), pipeline.get_pipe("lemmatizer"))
        self._said: dict[Key, Said] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The doc with part of speech and lemma of every token."""
        if len(self._said) > MOST:
            self._said.clear()
        expletive = False
        for token in doc:
            key = (token.text, token.tag, token.dep, expletive)
            said = self._said.get(key)
            if said is None:
                said = self._said[key] = self._ask(token, after_expletive=expletive)
            token.pos, token.lemma_ = said
            expletive = token.dep_ == "expl"
        return doc

    def _ask(self, token: Token, *, after_expletive: bool) -> Said:
        """What the rules say of a token; "there is" is the one rule that looks a word back."""
        words = ["there", token.text] if after_expletive else [token.text]
        alone = Doc(token.vocab, words=words, spaces=[True] * len(words))
        if after_expletive:
            alone[0].tag_, alone[0].dep_ = "EX", "expl"
        last = alone[len(alone) - 1]
        last.tag, last.dep = token.tag, token.dep
        for rule in self._rules:
            alone = rule(alone)
        last = alone[len(alone) - 1]
        return last.pos, last.lemma_
