"""From a frame's role names to the parties that stand there."""

from collections.abc import Callable

from regesta.knowledge import NameKind
from regesta.knowledge.frames import Roles, words_of
from regesta.model import Party
from regesta.read.actors.inside import within
from regesta.read.actors.parties import resolve_all
from regesta.read.clauses import (
    RELATIVE,
    child,
    complements,
    core,
    governors,
    is_passive,
    objects,
    prepositions,
    subject,
    with_conjuncts,
)
from regesta.read.events.answered import answerers
from regesta.read.events.candidate import ATTACKS, LIGHT, MEASURES, Candidate, measured
from regesta.read.events.claims import claimants, deniers
from regesta.read.events.contents import complement_subject, content_subject, equated
from regesta.read.events.decrees import penalised
from regesta.read.events.drawn import aside, drawers, drawn, reactors
from regesta.read.events.for_whom import tells_for_whom
from regesta.read.events.grievances import opposed
from regesta.read.events.indirect import (
    PARTS,
    PROMPTS,
    announcer,
    around,
    bearers,
    called_upon,
    condition,
    debtors,
    demanders,
    denier,
    destinations,
    holders,
    jailers,
    rung,
    source,
    spied_for,
    visited,
)
from regesta.read.events.judged import faulted, judged
from regesta.read.events.modifiers import (
    before_object,
    before_what,
    made_of,
    modifiers,
    nation_before,
    owner_of_modified,
    work_of,
)
from regesta.read.events.occasions import OCCASIONS, guests, wired
from regesta.read.events.owned import havers, owners
from regesta.read.events.rallies import rallied
from regesta.read.events.regardless import defied
from regesta.read.events.sufferers import SUFFERS, befallen, is_hurt, suffers, targeted, undergone
from regesta.read.events.swaps import given_up, swapped_by, swappers
from regesta.read.events.told import (
    asked,
    below,
    denied_things,
    doers,
    equated_things,
    governed,
    object_complement,
    reason,
    time_objects,
)
from regesta.read.events.upset import upset_at
from regesta.read.events.whence import in_place, seat
from regesta.read.tree import Token

# "charged B with the raid": B's deed, not that of the doer of the verb.
_CHARGING = frozenset({"charge", "credit", "threaten", "menace", "associate", "link"})
_ANSWERS = frozenset({"follow", "respond", "retaliate", "answer", "reply", "react"})
_DURING = frozenset({"in", "for", "at", "on", "during", "after", "following", "before"})
_BESIDE = frozenset({"for", "during", "after", "following", "before"})  # "blamed X for the attack"
_BEFALLS = frozenset({"in", "by", "from", "during", "under", "after"})
_FALLS = SUFFERS - {"come"}  # "died in a raid"; "came ashore in a raid" makes it
HARMS = words_of("HARM")
# "is weighing strikes on B": they would be its own; "has kept sanctions on B": they are.
_LENDS = LIGHT | words_of("CONSIDER") | {"keep", "maintain", "retain"}
_AIMING = frozenset(
    {"target", "punish", "ban", "hit", "restrict", "cut", "slash", "cap", "discourage", "pressure",
     "press", "force", "compel", "isolate", "deter", "dissuade", "curb", "starve", "squeeze"}
)  # fmt: skip
Find = Callable[[Candidate], tuple[Token, ...]]


def _named_before(candidate: Candidate) -> tuple[Token, ...]:
    """ "sold Greece rocket launchers": whom the parse took for a part of what was given."""
    found = []
    own = (h for h in candidate.object_heads if h.dep_ != "conj" or h.head.dep_ != "dobj")
    for phrase in map(core, own if child(candidate.token, "dative") is None else ()):
        first = next((t for t in phrase if t.lower_ != "the"), phrase[0])  # "the Maldives"
        hit = candidate.scene.hit_at(first, frozenset({NameKind.COUNTRY, NameKind.CAPITAL}))
        name = [t for t in phrase if hit is not None and hit.start <= t.idx < hit.end]
        inside = 0 < len(name) < len(phrase) and name[-1].dep_ in ("compound", "nmod")
        if inside and not name[-1].text.isupper():  # "gave US intelligence" is not given to it
            found.append(name[-1])
    return tuple(found)


def _possessor(candidate: Candidate) -> tuple[Token, ...]:
    owners = (child(noun, "poss") for noun in (candidate.token, *made_of(candidate.token)))
    owner = next((owner for owner in owners if owner is not None), None)
    return (owner,) if owner is not None and not undergone(candidate) else ()


def _surface(candidate: Candidate) -> tuple[Token, ...]:
    """The subject as it stands, in a passive too: "X was prepared for ..."."""
    found = subject(candidate.token)
    return tuple(with_conjuncts(found)) if found is not None else ()


def _light(candidate: Candidate) -> tuple[Token, ...]:
    """The subject of the verb that only carries the noun: "A held talks", "A was in talks"."""
    noun = candidate.token
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "in" and verb.head.lemma_ in PARTS:
        return denier(candidate)
    if noun.dep_ == "pobj" and noun.lemma_.lower() in OCCASIONS and verb.lower_ != "with":
        owned = any(nation_before(noun, candidate))
        passing = () if owned else guests(candidate)
        if passing or verb.lower_ != "of":
            return passing
    answers = noun.dep_ == "pobj" and verb.lower_ == "with" and verb.head.lemma_ in _ANSWERS
    if answers:  # "retaliated with sanctions on B"
        found = subject(verb.head)
        return tuple(with_conjuncts(found)) if found is not None else ()
    if noun.dep_ == "pobj" and verb.lower_ in _DURING and verb.head.pos_ in ("VERB", "AUX"):
        carrier = verb.head
        struck = verb.lower_ in _BESIDE or is_passive(carrier) or carrier.lemma_ in _FALLS
        tested = verb.lower_ != "during" and noun.lemma_ in ("test", "launch")
        hurt = noun.lemma_.lower() in ATTACKS or carrier.lemma_ in ("kill", "wound", "injure")
        if tested or (struck and hurt):
            return ()  # "met B after missile tests"
        if verb.lower_ == "at" and noun.lemma_.lower() not in OCCASIONS:
            return ()  # "protested at the arrest of B"
        bare = verb.lower_ in ("in", "for", "on") and child(noun, "det") is None
        if verb.lower_ == "on" and carrier.lemma_ != "be":
            return ()
        if bare and carrier.lemma_ not in ("be", "meet", "arrive", "engage", "gather"):
            return ()
        found = subject(carrier)
        return tuple(with_conjuncts(found)) if found is not None else ()
    carried = next((c for c in noun.children if c.dep_ in ("relcl", "acl")), None)
    if carried is not None and carried.lemma_ in LIGHT:  # "the talks that A held with B"
        found = child(carried, "nsubj")
        if found is not None and found.lower_ not in RELATIVE:
            return tuple(with_conjuncts(found))
    measure = verb.head if noun.dep_ == "pobj" and verb.lower_ == "of" else None
    if measure is not None and measure.lemma_.lower() in MEASURES:  # "another round of talks"
        noun, verb = measure, measure.head
    if noun.dep_ in ("dobj", "conj") and verb.lemma_ in _LENDS:
        found = subject(verb)
        return (found,) if found is not None else ()
    return ()


def _means(candidate: Candidate) -> tuple[Token, ...]:
    """Who acts through the noun: "A joined the war with strikes on B", "A answered by attacks"."""
    noun = candidate.token
    preposition = noun.head
    if noun.dep_ == "conj":
        preposition = next((g.head for g in governors(noun) if g.dep_ == "pobj"), noun)
    verb = preposition.head
    by = preposition.lower_ in ("with", "through", "via", "by", "using")
    if not by or verb.pos_ != "VERB" or is_passive(verb) or preposition.i < verb.i:
        return ()
    if verb.lemma_ in _CHARGING:
        return ()
    found = subject(verb)
    return tuple(with_conjuncts(found)) if found is not None else ()


def _hurt(candidate: Candidate) -> tuple[Token, ...]:
    """Whom a blow befell that the words tell beside it: "N people died in shelling by B".

    What was "hit in an attack" or "killed by strikes", or what a strike itself "killed".
    """
    noun = candidate.token
    verb = noun.head
    aim = targeted(noun)
    if aim is not None:
        return tuple(with_conjuncts(aim))
    if noun.dep_ in ("pobj", "pcomp") and noun.head.lower_ in _BEFALLS:
        verb = noun.head.head
        if not suffers(verb) and (verb.lemma_ not in HARMS or not is_hurt(verb)):
            return ()
        found = befallen(verb)
        return tuple(with_conjuncts(found)) if found is not None else ()
    if noun.dep_ == "nsubj" and verb.lemma_ in HARMS and not is_passive(verb):
        return tuple(t for head in objects(verb) for t in with_conjuncts(head))
    return ()


def _purpose(candidate: Candidate) -> tuple[Token, ...]:
    """Whom an aim or a participle below the verb names: "marched to denounce B", "chanting B"."""
    below_it = (c for c in candidate.token.children if c.dep_ in ("advcl", "xcomp"))
    done = ("VBG", "VBN") if candidate.object_heads else ()  # "threatened A, accusing B"
    aims = (v for v in below_it if v.tag_ not in done and v.lemma_ not in PROMPTS)
    verbs = [v for v in aims if child(v, "nsubj") is None]
    return tuple(t for v in verbs for inner in below(v) for t in _done_to(inner))


def _complement_objects(candidate: Candidate) -> tuple[Token, ...]:
    verb = candidate.xcomp()
    if verb is None:
        return ()
    found = objects(verb)
    if found:
        return found
    passive = child(verb, "nsubjpass")
    return (passive,) if passive is not None else ()


def _beside_complement(candidate: Candidate, *names: str) -> tuple[Token, ...]:
    """What prepositions bring to the verb of "agreed to VERB" or to its object."""
    verb = candidate.xcomp()
    heads = (verb, *objects(verb)) if verb is not None else ()
    return tuple(t for h in heads for p in prepositions(h, *names) for t in complements(p))


def _clause_objects(candidate: Candidate) -> tuple[Token, ...]:
    """What the reported deed would be done to: objects, else what a preposition brings."""
    verb = candidate.ccomp()
    return tuple(t for v in below(verb) for t in _done_to(v)) if verb is not None else ()


def _done_to(verb: Token) -> tuple[Token, ...]:
    names = ("on", "against", "with", "to", "at", "for", "from", "toward", "towards")
    let = child(verb, "ccomp") if verb.lemma_ in ("let", "allow", "permit") else None
    found = (*objects(verb), *(filter(None, (child(let, "nsubj"),)) if let is not None else ()))
    return (*found, *(t for p in prepositions(verb, *names) for t in complements(p)))


def _noun_complement_objects(candidate: Candidate) -> tuple[Token, ...]:
    """ "willingness to help X": whom the verb below the noun is done to."""
    verb = object_complement(candidate)
    return tuple(t for v in below(verb) for t in _done_to(v)) if verb is not None else ()


def _governed_objects(candidate: Candidate) -> tuple[Token, ...]:
    """ "assented to hosting X"."""
    verb = governed(candidate)
    return tuple(t for v in below(verb) for t in _done_to(v)) if verb is not None else ()


def _aimed(candidate: Candidate) -> tuple[Token, ...]:
    """ "approved sanctions targeting X": whom the participle after the object is done to."""
    heads = [n for head in candidate.object_heads for n in (head, *measured(head))]
    verbs = [c for n in heads for c in n.children if c.dep_ in ("acl", "relcl")]
    on = candidate.after("on") or candidate.after("against")
    hung = () if on else (c for c in candidate.token.children if c.dep_ == "advcl")
    apart = [c for c in hung if child(c, "nsubj") is None]
    aiming = [v for v in (*verbs, *apart) if v.lemma_ in _AIMING]
    return tuple(o for verb in aiming for o in objects(verb))


PLACES: dict[str, Find] = {
    "subj": lambda c: c.subject_heads,
    "surface": _surface,
    "obj": lambda c: c.object_heads,
    "given": _named_before,
    "poss": _possessor,
    "undergone": undergone,
    "light": _light,
    "drawn": drawn,
    "aside": aside,
    "claimant": claimants,
    "charged": deniers,
    "announcer": announcer,
    "denier": denier,
    "means": _means,
    "borne": bearers,
    "attr": lambda c: tuple(t for t in c.token.children if t.dep_ == "attr"),
    "hurt": _hurt,
    "purpose": _purpose,
    "spiedfor": spied_for,
    "inplace": in_place,
    "source": source,
    "xobj": _complement_objects,
    "xwith": lambda c: _beside_complement(c, "with"),
    "xprep": lambda c: _beside_complement(c, "on", "against", "with", "to", "at", "from"),
    "cobj": _clause_objects,
    "aimed": _aimed,
    "owner": owners,
    "haver": havers,
    "timeobj": time_objects,
    "ccompsubj": complement_subject,
    "objcomp": _noun_complement_objects,
    "pcobj": _governed_objects,
    "thatsubj": content_subject,
    "equated": equated,
    "modified": owner_of_modified,
    "ccompnone": denied_things,
    "ccompattr": equated_things,
    "condition": condition,
    "guests": guests,
    "demanded": demanders,
    "held": holders,
    "captor": lambda c: jailers(c.subject_heads),
    "debtor": debtors,
    "host": visited,
    "rung": rung,
    "bound": destinations,
    "upsetat": upset_at,
    "defied": defied,
    "xnear": around,
    "forsubj": called_upon,
    "wired": wired,
    "swappedby": swapped_by,
    "seat": seat,
    "answerer": lambda c: answerers(c.token),
    "acompsubj": lambda c: (found,) if (found := reason(c)) is not None else (),
}


# Roles that name parties at once, not phrases to be resolved.
PARTIES: dict[str, Callable[[Candidate], tuple[Party, ...]]] = {
    "amod": modifiers,
    "of.amod": lambda c: before_what(c, "of"),
    "obj.amod": before_object,
    "in.amod": lambda c: before_what(c, "in"),
    "judged": judged,
    "subjdoer": lambda c: tuple(p for head in c.subject_heads for p in doers(head, c)),
    "asked": asked,
    "faulted": faulted,
    "swappers": swappers,
    "givenup": given_up,
    "penalised": penalised,
    "rallied": rallied,
    "opposed": opposed,
    "reactor": reactors,
    "drawer": drawers,
}


def role_heads(candidate: Candidate, role: str) -> tuple[Token, ...]:
    """Heads of the phrases that stand in a role of the table."""
    if role in PLACES:
        return PLACES[role](candidate)
    first, _, second = role.partition(".")
    found = PLACES[first](candidate) if first in PLACES else candidate.after(first)
    if first == "by" and not found:
        whole = (p for noun in made_of(candidate.token) for p in prepositions(noun, "by"))
        found = tuple(t for p in whole for t in complements(p)) or work_of(candidate.token)
    if second == "poss":
        return tuple(o for h in found if (o := child(h, "poss")) is not None)
    if second:
        return tuple(t for h in found for p in prepositions(h, second) for t in complements(p))
    return found


def stand_in(candidate: Candidate, role: str) -> tuple[Party, ...]:
    """The parties that stand in one role."""
    if role in PARTIES:
        return PARTIES[role](candidate)
    deep = role.endswith("*")
    find = within if deep else resolve_all
    heads = role_heads(candidate, role.rstrip("*"))
    heads = tuple(h for h in heads if not (deep and tells_for_whom(h)))
    return tuple(party for head in heads for party in find(head, candidate.scene))


# Names that are part of a person's title where the slot holds the person: "European" of a
# commissioner.
_BARE = frozenset({"name.organisation", "name.demonym"})


def fill(candidate: Candidate, roles: Roles) -> tuple[Party, ...]:
    """The parties of one slot, each once by country and name, in the order of the roles."""
    found: dict[tuple[str | None, str], Party] = {}
    for role in roles.names:
        for party in stand_in(candidate, role):
            found.setdefault((party.country, party.person or party.country or party.name), party)
        if found and not roles.pooled:
            break
    named = {p.country for p in found.values() if p.person is not None}
    return tuple(p for p in found.values() if p.rule not in _BARE or p.country not in named)
