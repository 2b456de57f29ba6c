"""Words that some write with a hyphen, put together before they are parsed.

The model reads "cease-fire" as three words and makes of them what it can; where the frames table
knows the whole, it is shown one word, by a spelling or an end that it knows.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Doc
from spacy.vocab import Vocab

from regesta.knowledge.frames import frames
from regesta.read import tree
from regesta.read.endings import regular_forms

_HYPHENED = re.compile(r"[A-Za-z]-[a-z]")
_TWO = re.compile(r"[a-z]+-[a-z]{2,}")
# What stands before a noun as two words do, and is read well as such.
_APART = frozenset(
    {"live-fire", "live-firing", "large-scale", "no-fly", "visa-free", "three-way", "well-known"}
)
# What a whole is shown as whose end says nothing: "a call-up".
_PARTICLES = frozenset({"up", "off", "out", "down", "back", "by", "in", "over", "between", "ahead"})
_NOUN = "increase"
_SHORT = 7  # letters; of a solid word with fewer, the halves may be words of their own
_AGAIN = "re"  # "re-sign" is not "resign"


@cache
def _wholes() -> Mapping[str, tuple[str, ...]]:
    """Written form -> the words of the table, with a hyphen or solid, that it may stand for."""
    table = frames()
    words = {word for words in table.classes.values() for word in words} | table.lemmas
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(w for w in words - _APART if w.isalpha() or _TWO.fullmatch(w)):
        for form in set(regular_forms(word)):
            found[form] = (*found.get(form, ()), word)
    return found


def _words_for(word: str) -> tuple[str, ...]:
    """The words of the table that one written with a hyphen stands for."""
    first, _, last = word.partition("-")
    solid = first + last
    spelled = len(solid) >= _SHORT and len(last) > 1 and first != _AGAIN
    return _wholes().get(word) or (_wholes().get(solid, ()) if spelled else ())


def joined(doc: Doc, text: str) -> Doc:
    """The doc, each word with a hyphen that the table knows made one of its three tokens."""
    if not _HYPHENED.search(text):
        return doc
    spans = {at: at + 3 for at in _places(doc)}
    if not spans:
        return doc
    words, spaces, norms, at = [], [], [], 0
    while at < len(doc):
        end = spans.get(at, at + 1)
        words.append(doc[at:end].text)
        spaces.append(bool(doc[end - 1].whitespace_))
        norms.append(_shown(doc[at:end].text.lower(), doc.vocab) if at in spans else doc[at].norm_)
        at = end
    whole = Doc(doc.vocab, words=words, spaces=spaces)
    for token, norm in zip(whole, norms, strict=True):
        token.norm_ = norm
    return whole


def _places(doc: Doc) -> Iterator[int]:
    """Where the first of three tokens stands that are one word."""
    for hyphen in doc[1:-1]:
        first, last = doc[hyphen.i - 1], doc[hyphen.i + 1]
        tight = hyphen.text == "-" and not first.whitespace_ and not hyphen.whitespace_
        if tight and _words_for(f"{first.lower_}-{last.lower_}"):
            yield first.i


def _shown(word: str, vocab: Vocab) -> str:
    """What the model is told a word is: its solid spelling, or its end."""
    first, _, last = word.partition("-")
    if last in _PARTICLES:
        return _NOUN
    return first + last if first + last in vocab.strings else last


def name_whole(token: tree.Token) -> None:
    """Give a word with a hyphen the lemma that the table has for it."""
    lemmas = _words_for(token.lower_) if _HYPHENED.search(token.text) else ()
    if lemmas:
        same = token.lower_ if token.lower_ in lemmas and token.pos_ != "VERB" else lemmas[0]
        token.lemma_ = same
