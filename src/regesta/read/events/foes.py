"""Who stands against an armed group, where no words say who took, freed or hit its men.

It is whose soldiers or officials report it, else the state that the group fights at home. The
people whom the one group spoken of lets go are told of in the same way: "the girls were freed".
"""

from regesta.knowledge import organisation
from regesta.knowledge.frames import Frame, words_of
from regesta.model import EventType, Party, Sector
from regesta.read.actors.inside import within
from regesta.read.actors.party_kinds import is_of_state
from regesta.read.actors.pointing import as_state, pointed
from regesta.read.actors.scene import NATION_KINDS
from regesta.read.clauses import core
from regesta.read.events.candidate import Candidate, measured
from regesta.read.events.scope import CUSTODY, is_of_group
from regesta.read.events.speakers import speakers, speech_verb
from regesta.read.tree import Token

_PEOPLE = words_of("PEOPLE")
_LETS_GO = frozenset({"release", "return", "exchange"})
_NEAR = 6  # sentences back in which the group's home is named
_FIGHTS_ABROAD = "PSE"
_DEFINITE = frozenset({"the", "these", "those"})


def foes(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """Who took or let go the men of an armed group: who says so of his own, or its land's state."""
    held = frame.mode in CUSTODY or (frame.type is EventType.RETREAT and frame.mode in _LETS_GO)
    group = _whose_men(candidate) if held else None
    if group is None:
        return ()
    return reporters(candidate) or _at_home(group, candidate)


def reporters(candidate: Candidate) -> tuple[Party, ...]:
    """ "The army said two of A's men had been killed in a strike": the army's own deed."""
    verb = speech_verb(candidate.token)
    said = speakers(verb, candidate.scene) if verb is not None else ()
    states = [p for p in said if is_of_state(p)]
    if verb is None or len(states) != 1 or len(said) != 1 or _whose_men(candidate) is None:
        return ()
    return (pointed(as_state(states[0]), (verb,), candidate.scene, rule="foe.reporting"),)


def own_losses(candidate: Candidate, *, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "A's army said one soldier had been killed by B's fire": a man of A's, who says so."""
    verb = speech_verb(candidate.token)
    said = speakers(verb, candidate.scene) if verb is not None else ()
    theirs = {p.country for p in by}
    states = [p for p in said if is_of_state(p) and p.country not in theirs and _is_named(p)]
    heads = [n for h in candidate.object_heads for n in (h, *measured(h))]
    soldier = next((n for n in heads if candidate.in_class(n, "@SOLDIERS")), None)
    if soldier is None or len(states) != 1 or len(said) != 1:
        return ()
    words = core(soldier)
    return (pointed(as_state(states[0]), words, candidate.scene, rule="loss.own"),)


def _is_named(party: Party) -> bool:
    """Whether the words themselves say whose somebody is: "A's army", not "the army"."""
    return party.rule.startswith(("name.", "office.modifier", "office.possessor", "office.of"))


def _whose_men(candidate: Candidate) -> str | None:
    """The one armed group whose men it befell, where nobody is said to have done it."""
    aside = candidate.token.dep_ in ("acl", "relcl")  # "released a man of A's jailed last year"
    if aside or not candidate.passive or candidate.subject_heads:
        return None
    hit = [p for t in candidate.object_heads for p in within(t, candidate.scene)]
    groups = {str(p.country) for p in hit}
    return groups.pop() if len(groups) == 1 and all(map(is_of_group, hit)) else None


def _at_home(group: str, candidate: Candidate) -> tuple[Party, ...]:
    """The state in which the group is at home, where the words around name it."""
    known, scene = organisation(group), candidate.scene
    if known is None or not known.base or known.base == _FIGHTS_ABROAD:
        return ()
    near = scene.discourse.countries(sentence=scene.sentence.index, reach=_NEAR)
    here = {h.country for h in scene.sentence.hits if h.kind in NATION_KINDS}
    if known.base not in near | here:
        return ()
    words = (candidate.token,)
    return (scene.described(words, country=known.base, sector=Sector.GOV, rule="foe.home"),)


def group_that_frees(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """ "The girls were freed": by the one armed group that the article has spoken of."""
    if frame.mode != "release" or candidate.subject_heads:
        return ()
    noun = candidate.token.pos_ == "NOUN"
    heads = candidate.after("of") if noun else candidate.object_heads
    if not heads or not all(_is_known(h) for h in heads) or not (noun or candidate.passive):
        return ()
    within = candidate.token.head
    if noun and within.lower_ == "in" and within.head.pos_ == "VERB":
        return ()  # "handed over 21 girls in the first release of any"
    if candidate.after("from"):  # "freed from the rebels' camps": by others
        return ()
    scene = candidate.scene
    here = {h.country: h for h in scene.sentence.hits if h.sector is Sector.REB and h.country}
    groups = scene.discourse.fighters() | here.keys()
    if len(groups) != 1:
        return ()
    words, group = (candidate.token,), next(iter(groups))
    last = scene.discourse.last_fighters(group)
    if last is not None:
        return (pointed(last, words, scene, rule="release.captor"),)
    return (scene.party(words, here[str(group)], rule="release.captor"),)


def _is_known(head: Token) -> bool:
    """ "the girls", "21 of the girls": people who have been told of."""
    people = [n for n in (head, *measured(head)) if n.lemma_.lower() in _PEOPLE]
    return any(c.lower_ in _DEFINITE for n in people for c in n.lefts)
