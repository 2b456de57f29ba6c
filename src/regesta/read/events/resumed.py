"""Talks that go on, told without who holds them: "The discussions will go on."

They are those between the sides of the last talks told; what is ahead of them is a deed of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from regesta.model import Event, EventType, Modality
from regesta.read.actors.scene import Scene
from regesta.read.clauses import child, prepositions
from regesta.read.events.scope import sides
from regesta.read.events.standing import standing
from regesta.read.tree import Token
from regesta.text import hinted

_AHEAD = hinted(
    r"\b(?:talks|negotiations|discussions|dialogue|consultations)\b.{1,30}?"
    r"\b(?:continue|resume|go on|carry on|proceed|reconvene)\b",
    *("talks", "negotiations", "discussions", "dialogue", "consultations"),
)
_TALKS = frozenset({"talk", "talks", "negotiation", "discussion", "dialogue", "consultation"})
_GO_ON = frozenset({"continue", "resume", "proceed", "reconvene"})
_WITH_ON = frozenset({"go", "carry"})
_OPENING = ('"', "“", "'", "‘")
_REACH = 6  # deeds back to the talks that are meant


def is_resumed(text: str) -> bool:
    """Whether a sentence may tell that talks go on, whoever holds them."""
    return _AHEAD.search(text) is not None


def resumed(scene: Scene, *, before: Sequence[Event]) -> Iterator[Event]:
    """The talks that a sentence says will go on, with the sides of the last ones told."""
    if not is_resumed(scene.sentence.text):
        return
    last = next((e for e in reversed(before[-_REACH:]) if _is_talks(e)), None)
    for noun in scene.sentence.doc or ():
        verb = noun.head
        if last is None or not _is_meant(noun) or not _goes_on(verb):
            continue
        state = standing(verb, scene)
        if not state.kept or state.modality is not Modality.PLANNED:
            continue
        brokered = last.mode == "mediate"
        runs_on = scene.sentence.text.lstrip().startswith(_OPENING)
        yield replace(
            last,
            actors=last.recipients if brokered else last.actors,
            recipients=() if brokered else last.recipients,
            modality=Modality.PLANNED,
            background=False,
            deed=scene.sentence.words((verb,)),
            evidence=(scene.sentence.span,),
            said_by=state.said_by or (last.said_by if runs_on else ()),
            when=None,
            where=None,
            quantities=(),
            rule="talks.resumed",
        )


def _is_talks(event: Event) -> bool:
    """Whether two sides at least are told to have dealt with each other, as equals."""
    pooled = sides(event.recipients)
    if event.mode != "mediate":
        pooled |= sides(event.actors)
    return event.type is EventType.CONSULT and event.mode != "visit" and len(pooled) > 1


def _is_meant(noun: Token) -> bool:
    """ "the talks", with no word of whose they are."""
    if noun.lemma_.lower() not in _TALKS or noun.dep_ != "nsubj":
        return False
    own = child(noun, "poss", "amod", "compound", "relcl", "acl")
    said = any(True for _ in prepositions(noun, "between", "with", "of", "among"))
    return any(c.lower_ in ("the", "these") for c in noun.lefts) and own is None and not said


def _goes_on(verb: Token) -> bool:
    if verb.lemma_ in _WITH_ON:
        return any(c.lower_ == "on" for c in verb.children)
    return verb.lemma_ in _GO_ON
