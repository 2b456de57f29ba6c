"""The words of a phrase that can name an office or a body: "the Ministry of Foreign Affairs"."""

from collections.abc import Iterator

from regesta.knowledge import NameKind, Office, offices
from regesta.knowledge.frames import words_of
from regesta.model import Sector
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import complements, core, prepositions
from regesta.read.tree import Token

_IN_THE_AIR = words_of("IN_THE_AIR")
_FIELDS = words_of("PORTFOLIOS")
_BETWEEN = frozenset({"and", "the", "of", "for", "&", ","})
_HEADED = frozenset({"state", "government", "staff"})  # "the heads of state of A and B"
_SEATS = frozenset({"ministry", "ambassador", "foreign ministry", "president"})
_SITTING = frozenset(
    {"official", "spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "aide",
     "officer", "secretary", "director", "minister", "representative"}
)  # fmt: skip
_MINISTRIES = frozenset({"ministry", "department"})
# What a ministry's field makes of it; of any other field it is a ministry.
_BY_FIELD = (
    ("foreign", "foreign ministry"),
    ("external", "foreign ministry"),
    ("defence", "defence ministry"),
    ("defense", "defence ministry"),
    ("interior", "interior ministry"),
    ("home", "interior ministry"),
    ("finance", "finance ministry"),
)


def office_named(head: Token, scene: Scene) -> Office | None:
    """The office or body that a phrase names, by its longest words."""
    inside, lemma = behind_of(head), head.lemma_.lower()
    words = [t.lower_ for t in core(head)]
    if not _may_name_office((lemma, *words, *(t.lower_ for t in inside[:1]))):
        return None
    phrase = office_phrase(head, scene)
    held = [f"{own} of {t.lower_}" for t in inside[:1] for own in dict.fromkeys((phrase, lemma))]
    phrases: tuple[str, ...] = (*held, phrase, lemma, " ".join(words))
    if lemma == "office" and any(t.dep_ == "poss" for t in head.children):
        phrases = (" ".join(words).replace(" '", "'"), *phrases)  # "the premier's office"
    if lemma == "fighter" and not _IN_THE_AIR.isdisjoint(t.lower_ for t in head.doc):
        phrases = ("air force",)  # "Dutch fighters shot down the drones"
    ministry = _ministry_of(head)
    if ministry is not None:
        return ministry
    return next((o for o in map(offices().lookup, phrases) if o is not None), None)


def office_phrase(head: Token, scene: Scene) -> str:
    """The words of the phrase that can name an office: no determiners, names or possessors."""
    words = []
    for token in core(head):
        if token.dep_ in ("det", "poss", "case", "nummod") or token.is_punct:
            continue
        if token.dep_ != "poss" and token.head.dep_ == "poss" and token.head != head:
            continue
        if scene.hit_at(token, NATION_KINDS) is None:
            words.append(token.lower_)
    return " ".join(words)


def behind_of(head: Token) -> tuple[Token, ...]:
    """What a phrase has behind "of" and "from"."""
    return tuple(t for p in prepositions(head, "of", "from") for t in complements(p))


def whose(head: Token, *words: str) -> Iterator[tuple[Token, Token]]:
    """(preposition, noun) for what may say whose an office is.

    "The Ministry of Foreign Affairs of Malta": what stands behind the ministry's field, too.
    """
    for preposition in prepositions(head, *words):
        for noun in complements(preposition):
            yield preposition, noun
            if noun.lower_ in _FIELDS or noun.lower_ in _HEADED:
                yield from whose(noun, "of")


def sits_at(head: Token, noun: Token, scene: Scene) -> bool:
    """Whether those who are told of sit at what a noun names: "an official at the ministry"."""
    if head.lemma_.lower() not in _SITTING:
        return False
    hit = scene.hit_at(noun, frozenset({NameKind.SEAT, NameKind.ORGANISATION}))
    office = offices().lookup(noun.lemma_.lower())
    return hit is not None or (office is not None and office.name in _SEATS)


def _ministry_of(head: Token) -> Office | None:
    """ "The Department of Foreign Affairs", "the Ministry of Industry and Trade"."""
    word = head.lemma_.lower()
    if word not in _MINISTRIES:
        return None
    for preposition in prepositions(head, "of", "for"):
        fields: list[str] = []
        for token in head.doc[preposition.i + 1 :]:
            if token.lower_ not in _FIELDS | _BETWEEN:
                break
            fields.append(token.lower_)
        named = [field for field in fields if field in _FIELDS]
        if named:
            name = next((name for field, name in _BY_FIELD if field in named), "ministry")
            phrase = f"{word} of {' '.join(named)}"
            return Office(name=name, sector=Sector.GOV, phrase=phrase)
    return None


def _may_name_office(words: tuple[str, ...]) -> bool:
    """Whether an office may end in one of the words: none does in most."""
    return not offices().last_words.isdisjoint(words) or not all(map(str.isascii, words))
