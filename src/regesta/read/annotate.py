"""Parts of speech and lemmas of a parsed Doc, by the model's own rules, each looked up once.

The model's attribute ruler and lemmatizer look at one token at a time: its word, tag and label.
What they say is kept by these three, so that a word that has been seen costs a dictionary look-up;
of a word that no rule names, the ruler is asked once a tag and label.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token
from spacy.tokens.morphanalysis import MorphAnalysis
from spacy.vocab import Vocab

Key = tuple[str, int, int, bool]
MOST = 200_000  # words kept; a run over many pages starts its list anew then
Said = tuple[int, str]  # part of speech, as spaCy numbers it, and lemma
Ruled = tuple[int, MorphAnalysis, str]  # part of speech, features, lemma ("" where none is ruled)
_ANY_WORD = "word"  # stands for every word that no rule names


class Annotator:
    """The ruler and lemmatizer of one pipeline with what they have said so far."""

    def __init__(self, pipeline: Language) -> None:
        self._ruler = cast(AttributeRuler, pipeline.get_pipe("attribute_ruler"))
        self._lemmatizer = cast(Lemmatizer, pipeline.get_pipe("lemmatizer"))
        self._named = _named_words(self._ruler.patterns)
        self._ruled: dict[Key, Ruled] = {}
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
                said = self._said[key] = self._ask(token, key)
            token.pos, token.lemma_ = said
            expletive = token.dep_ == "expl"
        return doc

    def _ask(self, token: Token, key: Key) -> Said:
        """What the rules say of a token."""
        named = token.is_space or self._named.fullmatch(token.lower_) is not None
        asked = (token.text if named else _ANY_WORD, *key[1:])
        if asked not in self._ruled:
            self._ruled[asked] = self._rule(token.vocab, asked)
        pos, morph, lemma = self._ruled[asked]
        if lemma:
            return pos, lemma
        alone = Doc(token.vocab, words=[token.text])[0]
        alone.pos = pos
        alone.morph = morph
        return pos, self._lemmatizer.lemmatize(alone)[0]

    def _rule(self, vocab: Vocab, asked: Key) -> Ruled:
        """What the ruler says; "there is" is the one rule that looks a word back."""
        text, tag, dep, after_expletive = asked
        words = ["there", text] if after_expletive else [text]
        alone = Doc(vocab, words=words, spaces=[True] * len(words))
        if after_expletive:
            alone[0].tag_, alone[0].dep_ = "EX", "expl"
        last = alone[len(alone) - 1]
        last.tag, last.dep = tag, dep
        last = self._ruler(alone)[len(alone) - 1]
        return last.pos, last.morph, last.lemma_


def _named_words(patterns: Iterable[Mapping[str, object]]) -> re.Pattern[str]:
    """The words, lower case, that the ruler's patterns name."""
    return re.compile("|".join(word for rule in patterns for word in _words(rule["patterns"])))


def _words(inside: object) -> Iterator[str]:
    """Expressions for the words under LOWER, however deep they stand."""
    if isinstance(inside, list):
        for one in inside:
            yield from _words(one)
    elif isinstance(inside, Mapping):
        lower = inside.get("LOWER")
        if isinstance(lower, str):
            yield re.escape(lower)
        elif isinstance(lower, Mapping):
            yield from (re.escape(word) for word in lower.get("IN", ()))
            if "REGEX" in lower:
                yield lower["REGEX"]
