"""A parsed Doc as a tree, with parts of speech and lemmas by the model's own rules.

The model's attribute ruler and lemmatizer look at one token at a time: its word, tag and label.
What they say is kept by these three, so that a word that has been seen costs a dictionary look-up;
of a word that no rule names, the ruler is asked once a tag and label.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token
from spacy.tokens.morphanalysis import MorphAnalysis

from regesta.read import tree

Key = tuple[int, int, int, bool]  # word, tag, label; whether "there" stands before
MOST = 200_000  # words kept; a run over many pages starts its list anew then
Ruled = tuple[int, MorphAnalysis, str]  # part of speech, features, lemma ("" where none is ruled)
_ANY_WORD = "word"  # stands for every word that no rule names
_COLUMNS: list[int | str] = ["ORTH", "TAG", "DEP", "HEAD", "SPACY"]


@dataclass(frozen=True, slots=True)
class Said:
    """What the model says of a word with its tag and label."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    is_punct: bool
    is_quote: bool


class Annotator:
    """The ruler and lemmatizer of one pipeline with what they have said so far."""

    def __init__(self, pipeline: Language) -> None:
        self._vocab = pipeline.vocab
        self._ruler = cast(AttributeRuler, pipeline.get_pipe("attribute_ruler"))
        self._lemmatizer = cast(Lemmatizer, pipeline.get_pipe("lemmatizer"))
        self._named = _named_words(self._ruler.patterns)
        self._ruled: dict[tuple[str, int, int, bool], Ruled] = {}
        self._said: dict[Key, Said] = {}
        self._lemmas: dict[tuple[int, int, MorphAnalysis], str] = {}
        self._asked: dict[int, str] = {}

    def __call__(self, doc: Doc) -> tree.Doc:
        """The doc as a tree, with part of speech and lemma of every token."""
        if len(self._said) > MOST:
            for kept in (self._said, self._lemmas, self._asked):
                kept.clear()
        expletive, at = False, 0
        known, tokens, heads = self._said, [], []
        for i, (word, tag, dep, head, spaced) in enumerate(doc.to_array(_COLUMNS).tolist()):
            key = (word, tag, dep, expletive)
            said = known.get(key) or self._ask(key, doc[i])
            tokens.append(_token(said, place=(i, at), spaced=bool(spaced)))
            heads.append(i + head - (head >> 63 << 64))  # the array has no negative numbers
            at += len(said.text) + spaced
            expletive = said.dep == "expl"
        return tree.grown(tokens, heads)

    def _ask(self, key: Key, word: Token) -> Said:
        """What the rules say of a word."""
        strings = self._vocab.strings
        asked = (self._as_asked(word), *key[1:])
        if asked not in self._ruled:
            self._ruled[asked] = self._rule(asked)
        pos, morph, lemma = self._ruled[asked]
        said = self._said[key] = Said(
            text=word.text,
            lower=word.lower_,
            lemma=lemma or self._lemma(word, pos, morph),
            pos=strings[pos],
            tag=strings[key[1]],
            dep=strings[key[2]],
            is_punct=word.is_punct,
            is_quote=word.is_quote,
        )
        return said

    def _as_asked(self, word: Token) -> str:
        """The word itself where a rule may name it, else what stands for any."""
        if word.orth not in self._asked:
            named = word.is_space or self._named.fullmatch(word.lower_) is not None
            self._asked[word.orth] = word.text if named else _ANY_WORD
        return self._asked[word.orth]

    def _lemma(self, word: Token, pos: int, morph: MorphAnalysis) -> str:
        """The lemma of a word that is no exception of the ruler's."""
        key = (word.orth, pos, morph)
        if key not in self._lemmas:
            word.pos = pos
            word.morph = morph
            self._lemmas[key] = self._lemmatizer.lemmatize(word)[0]
        return self._lemmas[key]

    def _rule(self, asked: tuple[str, int, int, bool]) -> Ruled:
        """What the ruler says; "there is" is the one rule that looks a word back."""
        text, tag, dep, after_expletive = asked
        words = ["there", text] if after_expletive else [text]
        alone = Doc(self._vocab, words=words, spaces=[True] * len(words))
        if after_expletive:
            alone[0].tag_, alone[0].dep_ = "EX", "expl"
        last = alone[len(alone) - 1]
        last.tag, last.dep = tag, dep
        last = self._ruler(alone)[len(alone) - 1]
        return last.pos, last.morph, last.lemma_


def _token(said: Said, *, place: tuple[int, int], spaced: bool) -> tree.Token:
    """A token of a tree that is still to be joined."""
    token = tree.Token()
    token.text, token.lower_, token.lemma_ = said.text, said.lower, said.lemma
    token.pos_, token.tag_, token.dep_ = said.pos, said.tag, said.dep
    token.is_punct, token.is_quote, token.spaced = said.is_punct, said.is_quote, spaced
    token.i, token.idx = place
    token.children = ()
    token.phrase = None
    return token


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
