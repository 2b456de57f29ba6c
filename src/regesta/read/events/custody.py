"""What befalls somebody who is held, told without who does it: it is the state that holds him.

"A arrested the Dane X in May. He was sentenced on Monday", "a court put off her release".
"""

from regesta.knowledge.frames import Frame, words_of
from regesta.model import EventType, Party
from regesta.read.actors.parties import resolve_all
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.pointing import as_state, pointed
from regesta.read.clauses import child, complements, is_passive, objects, prepositions, subjects
from regesta.read.events.candidate import Candidate
from regesta.read.events.foes import foes, group_that_frees
from regesta.read.events.indirect import jailers
from regesta.read.events.roles import role_heads
from regesta.read.events.scope import CUSTODY
from regesta.read.tree import Token

_BEFALLS = CUSTODY | {"restrict"}
_CHARGES = frozenset({"charge", "sue"})
# Who does it for a state that its own words do not name.
_JUSTICE = frozenset(
    {"court", "tribunal", "judge", "prosecutor", "magistrate", "jury", "police", "authority",
     "official", "officer", "guard", "jailer", "it", "they"}
)  # fmt: skip
_TAKING = words_of("TAKING")
_PASSED_ON = words_of("LETTING_GO") | frozenset(
    {
        "deport",
        "expel",
        "extradite",
        "try",
        "charge",
        "sentence",
        "execute",
        "hand",
        "jail",
        "hold",
        "keep",
        "detain",
        "imprison",
        "swap",
        "trade",
        "exchange",
    }
)

_FREED = words_of("LETTING_GO") | {"set", "let", "spare", "send", "give"}


def asked_free(candidate: Candidate, frame: Frame) -> tuple[Party, ...] | None:
    """Whom it is asked of that people be let go: who holds them; None where it is not asked.

    "Demanded that its two sailors be freed", "wants its men back".
    """
    if frame.type is not EventType.REQUEST:
        return None
    for_them = (c for c in candidate.token.children if c.dep_ == "advcl" and _is_for(c))
    verbs = (candidate.ccomp(), candidate.xcomp(), *for_them)
    freed = [v for v in verbs if v is not None and is_passive(v) and v.lemma_ in _FREED]
    captives = tuple(s for v in freed if (s := child(v, "nsubjpass")) is not None)
    if not captives and any(c.lower_ == "back" for c in candidate.token.children):
        captives = tuple(h for h in candidate.object_heads if h.pos_ == "NOUN")
    if not captives:
        return None
    scene = candidate.scene
    by = tuple(t for v in freed for p in prepositions(v, "by") for t in complements(p))
    told = tuple(p for t in by or jailers(captives) for p in resolve_all(t, scene))
    return told or _who_took(captives, candidate)


def _who_took(captives: tuple[Token, ...], candidate: Candidate) -> tuple[Party, ...]:
    """The state that the article has told to have taken these people, or any that it tells of."""
    scene = candidate.scene
    anybody = frozenset(code for _, codes in scene.discourse.held for code in codes if code)
    took = scene.discourse.captors(candidate.codes(captives) or anybody)
    return tuple(
        pointed(as_state(p), captives, scene, rule="custody.captor") for p in took if is_of_state(p)
    )


def still_held(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """ "Both are still being held in X": by who took them, whoever's land that is."""
    held = frame.type is EventType.COERCE and frame.mode in CUSTODY and candidate.passive
    captives = subjects(candidate.token) or candidate.object_heads
    meant = captives and all(t.pos_ in ("PRON", "NUM", "DET") for t in captives)
    if not (held and meant) or any(True for _ in candidate.prepositions("by")):
        return ()
    return _who_took(tuple(captives), candidate)


def _is_for(clause: Token) -> bool:
    """ "called for the two to be freed"."""
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.children)


def holders(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """Who has done it to somebody held: who lets go of him, or took him as told before."""
    return (
        _wardens(candidate, frame) or foes(candidate, frame) or group_that_frees(candidate, frame)
    )


def _wardens(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    fate = frame.type is EventType.COERCE and frame.mode in _BEFALLS
    if not fate and frame.name not in _CHARGES:
        return ()
    doers = candidate.subject_heads
    if any(h.lemma_.lower() not in _JUSTICE for h in doers) or not (doers or candidate.passive):
        return ()
    return _who_passes_on(candidate.token, candidate) or _captors(candidate, frame)


def _captors(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """The one state that took people of his country, as the article has told."""
    scene = candidate.scene
    heads = (h for role in frame.recipients.names for h in role_heads(candidate, role.rstrip("*")))
    whose = candidate.codes(tuple(heads))
    took = scene.discourse.captors(whose)
    held = (p for p in took if is_of_state(p) and p.country not in whose)
    words = (candidate.token,)
    return tuple(pointed(as_state(p), words, scene, rule="custody.captor") for p in held)


def _who_passes_on(verb: Token, candidate: Candidate) -> tuple[Party, ...]:
    """ "A deported a Dane who had been arrested", "wants A to free X, who was jailed in May"."""
    if verb.dep_ not in ("relcl", "acl") or verb.lemma_ not in _TAKING or verb.tag_ != "VBN":
        return ()
    noun = verb.head
    while noun.dep_ == "appos" and verb.dep_ == "relcl":
        noun = noun.head
    above = noun.head
    if above.lemma_ not in _PASSED_ON or noun.dep_ not in ("dobj", "nsubjpass"):
        return ()
    if noun.dep_ == "nsubjpass":
        heads = tuple(t for p in prepositions(above, "by") for t in complements(p))
    else:
        heads = subjects(above) if noun in objects(above) else ()
    found = (p for t in heads for p in resolve_all(t, candidate.scene))
    return tuple(p for p in found if p.country is not None)
