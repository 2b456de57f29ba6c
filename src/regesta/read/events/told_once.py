"""Deeds of one sentence that are one: a visit and its talks, a summons and the protest it is for.

What hangs below a deed as its aim, its manner or its outcome, by the same doer, says how that deed
was done or what came of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from regesta.model import Event, EventType, Modality, Party
from regesta.read.actors.scene import Scene
from regesta.read.clauses import child
from regesta.read.events.merge import together
from regesta.read.events.scope import side, sides
from regesta.read.tree import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OUTCOMES = frozenset({"kill", "destroy"})
# Soldiers on their way to the blow that the next verb tells.
_ADVANCES = frozenset({"enter", "violate"})
# What a state does with what is another's as part of its sanctions.
_PACKAGED = frozenset({"freeze"})
_PROTESTS = ("summon", "protest-note")
_TALKS = frozenset({"talks", "meet", "talk", "negotiate"})


def in_one(told: Sequence[Event], scene: Scene) -> tuple[Event, ...]:
    """The deeds of a sentence, each once."""
    at = {e.deed.start: token for e in told for token in _predicate(e, scene)}
    kept = list(told)
    for lower in reversed(told):
        for upper in told:
            if upper is lower or upper not in kept or lower not in kept:
                continue
            below, above = at.get(lower.deed.start), at.get(upper.deed.start)
            if below is None or above is None or below is above:
                continue
            one = _as_one(upper, lower, how=_tie(below, above))
            if one is not None:
                kept[kept.index(upper)] = one
                kept.remove(lower)
                at[one.deed.start] = above if one.deed == upper.deed else below
    return tuple(kept)


def _predicate(event: Event, scene: Scene) -> Iterator[Token]:
    doc = scene.sentence.doc or ()
    start = event.deed.start
    yield from (t for t in doc if scene.sentence.offsets[t.idx] == start)


def _tie(below: Token, above: Token) -> str:
    """How one deed hangs on another: "aim", "manner", "purpose", "and", or "" where it does not."""
    token = below
    while token.dep_ == "conj" and token.head is not above and not _has_doer(token):
        if token.tag_ != token.head.tag_ and token.pos_ in ("VERB", "AUX"):
            return ""
        token = token.head
    head = token.head
    if token.dep_ == "pobj" and token.pos_ in ("NOUN", "PROPN"):
        return "purpose" if head.lower_ == "for" and head.head is above else ""
    if token.dep_ == "pcomp" and not _has_doer(token):
        return "manner" if head.lower_ == "for" and head.head is above else ""
    if token.tag_ == "VBN" and token.dep_ in ("acl", "advcl", "relcl"):
        return "by" if _is_within(head, above) else ""
    carried = above.pos_ == "NOUN" and token.tag_ == "VBG" and _is_within(above, head)
    if not (head is above or carried) or _has_doer(token):
        return ""
    if token.dep_ in ("xcomp", "advcl") and _is_to(token):
        return "aim"
    if token.dep_ == "advcl" and token.tag_ == "VBG" and not _is_earlier(token):
        return "manner"
    return "and" if token.dep_ == "conj" else ""


def _is_within(noun: Token, above: Token) -> bool:
    """Whether a noun stands in the phrase of a deed: "talks between A and B", "held talks"."""
    while noun is not above and noun.dep_ in ("pobj", "prep", "conj", "dobj"):
        noun = noun.head
    return noun is above


def _has_doer(verb: Token) -> bool:
    return child(verb, *_SUBJECTS) is not None


def _is_to(verb: Token) -> bool:
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return verb.tag_ == "VB" and to


def _is_earlier(verb: Token) -> bool:
    """ "having pulled out", "while backing": told beside the deed, not as part of it."""
    return any(c.dep_ in ("aux", "mark") or c.tag_ == "WRB" for c in verb.children)


def _as_one(upper: Event, lower: Event, *, how: str) -> Event | None:
    """The one deed that both tell; None where they are two."""
    if not how:
        return None
    if how == "by":
        return _mediated(upper, lower)
    if not sides(upper.actors) & sides(lower.actors) or lower.modality is Modality.NEGATED:
        return None
    if how == "purpose":
        return _visit(upper, lower)
    if how == "and":
        return _next_step(upper, lower)
    if how == "aim" and upper.type is EventType.CONSULT:
        return _visit(upper, lower)
    if upper.type is not lower.type or (how == "aim" and upper.type is not EventType.ACCUSE):
        return None
    if upper.type is EventType.ASSAULT and lower.mode in _OUTCOMES | {"abduct"}:
        return _with_outcome(upper, lower)
    return together(upper, lower) if _same_target(upper, lower) else None


def _with_outcome(upper: Event, lower: Event) -> Event:
    """ "stormed a base of A's in B, killing two": the blow is against A."""
    return together(upper, replace(lower, recipients=()) if upper.recipients else lower)


def _same_target(upper: Event, lower: Event) -> bool:
    first, second = sides(upper.recipients), sides(lower.recipients)
    return not first or not second or bool(first & second)


def _mediated(upper: Event, lower: Event) -> Event | None:
    """ "talks between A and B brokered by C": C's mediation between them."""
    talks = upper.type is EventType.CONSULT and upper.mode in _TALKS
    if not talks or lower.type is not EventType.CONSULT or lower.mode != "mediate":
        return None
    met = _others((*upper.actors, *upper.recipients), than=sides(lower.actors))
    return replace(lower, recipients=met) if met else None


def _visit(upper: Event, lower: Event) -> Event | None:
    """ "flew to A for talks with B": a meeting with B, in A's land."""
    if upper.type is not EventType.CONSULT or lower.type is not EventType.CONSULT:
        return None
    met = _others((*lower.actors, *lower.recipients), than=sides(upper.actors))
    if upper.mode != "visit" or not met:
        return None
    return replace(upper, recipients=met, quantities=upper.quantities or lower.quantities)


def _others(parties: tuple[Party, ...], *, than: frozenset[str]) -> tuple[Party, ...]:
    return tuple(party for party in parties if side(party) not in than)


def _next_step(upper: Event, lower: Event) -> Event | None:
    """ "crossed the border and struck camps", "fired at A and wounded ten", "imposed and froze"."""
    kinds = upper.type, lower.type
    if upper.modality is not lower.modality or upper.background != lower.background:
        return None
    if kinds == (EventType.MOBILIZE, EventType.ASSAULT) and upper.mode in _ADVANCES:
        return lower
    if kinds == (EventType.ASSAULT, EventType.ASSAULT) and lower.mode in _OUTCOMES:
        apart = upper.when is not None and lower.when is not None and upper.when != lower.when
        return _with_outcome(upper, lower) if not apart and _same_target(upper, lower) else None
    if not _same_target(upper, lower):
        return None
    if kinds == (EventType.ACCUSE, EventType.ACCUSE) and (upper.mode, lower.mode) == _PROTESTS:
        return together(upper, lower)  # "summoned B's envoy and lodged a protest"
    if kinds == (EventType.SANCTION, EventType.COERCE) and lower.mode in _PACKAGED:
        return together(upper, lower)
    if kinds == (EventType.COERCE, EventType.SANCTION) and upper.mode in _PACKAGED:
        return together(lower, upper)
    package = kinds == (EventType.SANCTION, EventType.SANCTION)
    return (
        together(upper, lower)
        if package and "freeze-in-package" in (upper.mode, lower.mode)
        else None
    )
