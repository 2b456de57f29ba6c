"""Whose blow it was, where the words name the weapon as what did it."""

from collections.abc import Iterator

from regesta.knowledge import NameKind
from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.inside import within
from regesta.read.actors.lands import place_of
from regesta.read.actors.parties import resolve_all
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.agents import agents
from regesta.read.clauses import (
    ISSUES,
    WRITTEN,
    complements,
    core,
    is_passive,
    objects,
    prepositions,
    subjects,
)
from regesta.read.events.candidate import Candidate, measured
from regesta.read.events.roles import role_heads
from regesta.read.going_on import SPEECH
from regesta.read.tree import Token

# What is done with a weapon by those whose blow it is.
WIELDING = words_of("WIELDING")
_ANSWERING = frozenset(
    {"summon", "expel", "sanction", "impose", "recall", "blacklist", "rebuke", "sue", "slap",
     "charge", "fine", "condemn", "denounce", "criticise", "criticize"}
)  # fmt: skip
_FIRE = frozenset({"fire", "gunfire", "shelling", "shell", "rocket", "missile", "shot", "bullet"})
_HURTS = frozenset({"kill", "wound", "injure", "hurt"})
_STRIKES = frozenset(
    {"bomb", "shell", "attack", "strike", "hit", "storm", "raid", "ambush", "fire", "open", "pound",
     "strafe", "torpedo", "overrun", "rocket", "blast", "bombard", "assault", "shoot", "ram"}
)  # fmt: skip
_LAYING_BLAME = frozenset({"blame", "attribute", "ascribe", "pin"})
_CRASHES = words_of("CRASHES")
_RELEASING = words_of("LETTING_GO")

# What strikes for the state that it belongs to.
STRIKERS = ("@ATTACK", "@WEAPON", "@BOMB", "@BLOW", "@TROOPS", "@FIRING", "fire")


def owners_of_weapons(candidate: Candidate) -> tuple[Party, ...]:
    """ "A Turkish air strike killed ...", "a bomb laid by A killed ...": whose strike it was.

    "Its rangers", "a barrage of A's missiles", "shells from A" too.
    """
    scene = candidate.scene
    found: list[Party] = []
    heads = [t for head in _striking(candidate) for t in (head, *measured(head))]
    for head in (h for h in heads if any(candidate.in_class(h, name) for name in STRIKERS)):
        by = [p for t in _wielders(head) for p in resolve_all(t, scene) or _whence(t, scene)]
        found.extend(by)
        tokens = () if by else core(head)  # "a Russian missile fired by A" is A's
        for hit in scene.hits(tokens, NATION_KINDS):
            covered = tuple(t for t in tokens if hit.start <= t.idx < hit.end)
            struck = hit.kind is NameKind.CAPITAL and candidate.in_class(head, "@ATTACK")
            if hit.country is not None and covered and not struck:  # "the Paris attacks" hit Paris
                found.append(scene.party(covered, hit, rule="weapon.modifier"))
    return tuple(found)


def _fallen_upon(candidate: Candidate) -> tuple[Party, ...]:
    """ "Nine were killed when A's jets bombed the port": who strikes as they are killed."""
    verb = candidate.token
    if not candidate.passive or candidate.subject_heads or verb.lemma_ not in _HURTS:
        return ()
    found: list[Party] = []
    for clause in (c for c in verb.children if c.dep_ == "advcl"):
        marked = any(c.lower_ in ("when", "as", "after") for c in clause.lefts)
        if not marked or clause.lemma_ not in _STRIKES:
            continue
        found.extend(p for t in agents(clause) for p in resolve_all(t, candidate.scene))
    return tuple(p for p in found if p.sector in (Sector.MIL, Sector.REB, Sector.GOV))


def blow_of_another(candidate: Candidate) -> bool:
    """ "A warned that B's attacks would go on", "strikes by B would follow": B's blows, not A's."""
    nouns = role_heads(candidate, "ccompsubj")
    before = (c for noun in nouns for c in noun.children if c.dep_ in ("poss", "amod", "compound"))
    behind = (t for noun in nouns for p in prepositions(noun, "by", "from") for t in complements(p))
    return candidate.foreign((*before, *behind))


def by_accident(candidate: Candidate) -> bool:
    """ "A looks into what caused a plane to crash, killing six": no hand of A's."""
    before = reversed(candidate.token.doc[: candidate.token.i])
    last = next((t for t in before if t.pos_ == "VERB"), None)
    return candidate.token.tag_ == "VBG" and last is not None and last.lemma_ in _CRASHES


def users(candidate: Candidate) -> tuple[Party, ...]:
    """ "A fired a missile that killed ...", "used gas which choked ...": who used what did it."""
    objects_of = (h for h in candidate.subject_heads if h.dep_ == "dobj")
    used = (h for h in objects_of if not candidate.in_class(h, "@ATTACK"))
    verbs = (h.head for h in used if h.head.lemma_ in WIELDING)
    found = tuple(p for v in verbs for t in subjects(v) for p in resolve_all(t, candidate.scene))
    return found or _fallen_upon(candidate)


def _whence(noun: Token, scene: Scene) -> tuple[Party, ...]:
    """ "Rockets fired from Gaza", "fire from the Syrian side": whose ground it was."""
    above = noun.head.head
    told = above.dep_ == "acl" or above.lemma_.lower() in _FIRE
    if noun.dep_ != "pobj" or noun.head.lower_ != "from" or not told:
        return ()
    hit = place_of(noun, scene)
    if hit is None and noun.lemma_.lower() in ("side", "territory", "soil"):
        hit = next(iter(scene.hits(core(noun), NATION_KINDS)), None)
    return (scene.party((noun,), hit, rule="weapon.whence"),) if hit is not None else ()


def _striking(candidate: Candidate) -> tuple[Token, ...]:
    """What did it: the subject, the blow itself, or that in which somebody "was killed"."""
    if candidate.token.pos_ in ("NOUN", "PROPN"):
        return (candidate.token,)
    if candidate.passive and not candidate.subject_heads:
        return tuple(t for t in candidate.after("in") if candidate.in_class(t, "@ATTACK"))
    return candidate.subject_heads


def authors(candidate: Candidate) -> tuple[Party, ...]:
    """ "A Russian law bans ...", "the UN resolution, which limits ...": whose law it is."""
    scene = candidate.scene
    found = []
    passed = (h for h in candidate.subject_heads if _in_force(h))
    for head in (h for h in passed if h.lemma_.lower() in WRITTEN):
        tokens = core(head)
        for hit in scene.hits(tokens, NATION_KINDS):
            covered = tuple(t for t in tokens if hit.start <= t.idx < hit.end)
            if hit.country is not None and covered:
                found.append(scene.party(covered, hit, rule="author.modifier"))
    return tuple(found[:1])


def issuers(candidate: Candidate) -> tuple[Party, ...]:
    """ "A statement issued by A urged ...", "a letter from A asked ...": whose words they are."""
    written = (h for h in candidate.subject_heads if h.lemma_.lower() in WRITTEN)
    by = [p for h in written for t in _issuers(h) for p in resolve_all(t, candidate.scene)]
    return tuple({p.country: p for p in by if p.country is not None}.values())


def _issuers(written: Token) -> Iterator[Token]:
    """Who stands behind "by" or "from", or issued or signed it."""
    issued = (c for c in written.children if c.dep_ == "acl" and c.lemma_ in ISSUES)
    for head, names in ((written, ("by", "from")), *((c, ("by",)) for c in issued)):
        yield from (t for p in prepositions(head, *names) for t in complements(p))


def _in_force(written: Token) -> bool:
    """Whether a law or resolution is told as one that holds, not as one to vote on or to veto."""
    under = written.dep_ == "pobj" and written.head.lower_ in ("with", "under", "by", "in")
    return under or written.dep_ in ("nsubj", "nsubjpass")


def faulted(candidate: Candidate) -> tuple[Party, ...]:
    """ "summoned A's envoy over the bombing of B", "put sanctions on A over the jailing of C".

    Whom the penalty hits has done what it answers.
    """
    noun = candidate.token
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    verb = noun.head.head
    verb = verb.head if verb.dep_ == "dobj" else verb  # the parse hangs "over" on the envoy
    if noun.dep_ != "pobj" or noun.head.lower_ != "over" or verb.lemma_ not in _ANSWERING:
        return ()
    penalties = [t for t in objects(verb) if any(prepositions(t, "on", "against"))]
    on = [t for p in penalties for q in prepositions(p, "on", "against") for t in complements(q)]
    return tuple(p for t in on or objects(verb) for p in within(t, candidate.scene))


def releasers(candidate: Candidate) -> tuple[Party, ...]:
    """ "A freed 12 sailors arrested in May": who lets them go has held them."""
    verb = candidate.token
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.head.dep_ not in ("dobj", "nsubjpass"):
        return ()
    release = verb.head.head
    if release.lemma_ not in _RELEASING:
        return ()
    if release.tag_ == "VBN" and verb.head.dep_ == "nsubjpass":
        heads = tuple(t for p in prepositions(release, "by") for t in complements(p))
    else:
        heads = subjects(release)
    return tuple(p for t in heads for p in resolve_all(t, candidate.scene))


def reporting(candidate: Candidate) -> tuple[Party, ...]:
    """ "The army said a strike had killed 12 militants": a strike on rebels that an army reports.

    Of a strike on anybody else it may only speak.
    """
    told = candidate.token.dep_ == "ccomp" and candidate.token.head.lemma_.lower() in SPEECH
    if not told or not weapons(candidate):
        return ()
    struck = [p for t in candidate.object_heads for p in within(t, candidate.scene)]
    if not struck or any(p.sector is not Sector.REB for p in struck):
        return ()
    said = (p for t in subjects(candidate.token.head) for p in resolve_all(t, candidate.scene))
    return tuple(p for p in said if p.sector is Sector.MIL)


def assailants(named: tuple[Party, ...], *, hurt: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "A Palestinian stabbed an Israeli soldier": nationals who fall on another state's forces."""
    forces = {p.country for p in hurt if p.sector is Sector.MIL}
    return tuple(
        p for p in named if p.sector is Sector.CVL and p.country and forces - {p.country, None}
    )


def weapons(candidate: Candidate) -> tuple[Token, ...]:
    """The heads of the subject that are an attack or a weapon."""
    classes = ("@ATTACK", "@WEAPON", "@BOMB")
    heads = candidate.subject_heads
    return tuple(h for h in heads if any(candidate.in_class(h, name) for name in classes))


def _wielders(weapon: Token) -> Iterator[Token]:
    """Who stands after "by" or "from", or before it: "an attack by A", "shells fired from A".

    "A blast blamed on A" too, and "a strike that had been carried out by A".
    """
    near = (weapon, *(t for p in prepositions(weapon, "on", "in", "at") for t in complements(p)))
    clauses = [c for noun in near for c in noun.children if c.dep_ in ("acl", "relcl")]
    clauses.extend(x for c in tuple(clauses) for x in c.children if x.dep_ in ("ccomp", "xcomp"))
    used = (c for c in clauses if c.lemma_ in WIELDING and (c.dep_ == "acl" or is_passive(c)))
    for head in (weapon, *used):
        for preposition in prepositions(head, "by", "from"):
            yield from complements(preposition)
    for verb in (c for c in clauses if c.lemma_ in _LAYING_BLAME):
        yield from (t for p in prepositions(verb, "on", "to") for t in complements(p))
    yield from (t for t in core(weapon) if t.dep_ == "poss" and t.pos_ == "PRON")
