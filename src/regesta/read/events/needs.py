"""The conditions of the frames table: one function a kind of need."""

from collections.abc import Callable

from regesta.knowledge import organisation
from regesta.knowledge.frames import words_of
from regesta.model import Sector
from regesta.read.actors.people import BODIES
from regesta.read.clauses import child, complements, core, is_negated, is_passive, prepositions
from regesta.read.events import judged, looks, owned, promises, told
from regesta.read.events.answered import of_another
from regesta.read.events.answered_for import is_answered
from regesta.read.events.candidate import (
    Candidate,
    has_place,
    measured,
    names_place,
    party_among,
)
from regesta.read.events.claims import claimed
from regesta.read.events.contents import content
from regesta.read.events.decrees import measures, penalised
from regesta.read.events.occasions import aims, carriers, kept_objects, mute
from regesta.read.events.particles import has_particle
from regesta.read.events.petty import petty
from regesta.read.events.rallies import crowd, opposing
from regesta.read.events.regardless import defies
from regesta.read.events.roles import role_heads, stand_in
from regesta.read.events.speakers import speech_verb
from regesta.read.events.standins import speaker_stands_in
from regesta.read.events.swaps import is_swap
from regesta.read.events.wielders import blow_of_another, by_accident
from regesta.read.tree import Token

_LISTS = frozenset({"list", "blacklist", "register", "watchlist"})
_PENAL = frozenset(
    {"sanction", "sanctions", "blacklist", "black", "terror", "terrorist", "entity", "entities",
     "unreliable", "concern", "control", "restricted", "grey", "gray", "watch", "high-risk",
     "terrorism", "sponsor", "sponsors", "stop"}
)  # fmt: skip
_BARRING = frozenset({"ban", "bar", "exclude"})
_ON_TABLE = frozenset({"table", "open"})  # "all options are open"
_GUARDING = frozenset({"peacekeeping", "peacekeeper", "protect", "reassurance", "stabilisation"})
_ALLIES = frozenset({"ally", "partner", "neighbour", "neighbor", "other", "others", "friend"})
_JOINTLY = frozenset({"together", "jointly"})
_SHARED = frozenset({"joint", "combined"})
_SITTING = frozenset({"council", "assembly", "committee"})
HUMANS = words_of("PRISONER") | words_of("PEOPLE")
Look = Callable[[Candidate, tuple[Token, ...]], bool]


def _some(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    return bool(heads)


def _party(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    return bool(party_among(candidate, heads))


def _person(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    found = party_among(candidate, heads)
    return any(
        p.person is not None or (p.office is not None and p.office not in BODIES) for p in found
    ) or (bool(found) and any(candidate.in_class(head, "@HUMAN") for head in heads))


def _foreign(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    return candidate.foreign(heads)


def _organisation(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    spoken = speaker_stands_in(candidate) if heads and heads == candidate.subject_heads else ()
    return any(p.sector == "IGO" for p in (*party_among(candidate, heads), *spoken))


def _group(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    return any(p.sector is Sector.REB for p in party_among(candidate, heads))


def _people(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    """Nationals of a state: "freed 12 Norwegians"."""
    return any(p.sector is Sector.CVL for p in party_among(candidate, heads))


def _human(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    """Somebody said to be one: "the German reporter Deniz Yucel", "two Russian spies"."""
    return any(t.lemma_.lower() in HUMANS for head in heads for t in core(head))


LOOKS: dict[str, Look] = {
    "": _some,
    "party": _party,
    "person": _person,
    "place": names_place,
    "land": has_place,
    "foreign": _foreign,
    "org": _organisation,
    "group": _group,
    "people": _people,
    "human": _human,
}


def _plural(candidate: Candidate) -> bool:
    """Whether two sides do it: "A and B", "the two leaders"."""
    return len(candidate.codes(candidate.subject_heads)) > 1


def _members(candidate: Candidate) -> bool:
    """Whether members of one organisation do it: "EU ministers met", "its council met"."""
    heads = candidate.subject_heads
    many = any(h.tag_ in ("NNS", "NNPS") or h.lower_ in _SITTING for h in heads)
    return many and all(
        (known := organisation(p.country or "")) is not None and known.sector is Sector.IGO
        for p in party_among(candidate, heads)
    )


def _allied(candidate: Candidate) -> bool:
    """Whether others without a name do it too: "A and three allies", "A held it with partners"."""
    heads = (*candidate.subject_heads, *role_heads(candidate, "light"))
    joined = [c for h in heads for c in h.children if c.dep_ == "conj"]
    beside = (*joined, *candidate.after("with"), *candidate.after("alongside"))
    return any(t.lemma_.lower() in _ALLIES for t in beside)


def _official(candidate: Candidate) -> bool:
    spoken = speaker_stands_in(candidate)  # "I leave for B, the president said"
    return _person(candidate, candidate.subject_heads) or any(p.office for p in spoken)


def _force(candidate: Candidate) -> bool:
    """Whether the doer is soldiers, weapons or an armed group: stricter than `subj:armed`."""
    for head in candidate.subject_heads:
        if candidate.in_class(head, "@TROOPS") or candidate.in_class(head, "@WEAPON"):
            return True
        if any(p.sector in (Sector.MIL, Sector.REB) for p in party_among(candidate, (head,))):
            return True
    return False


def _definite(candidate: Candidate) -> bool:
    """Whether a noun is taken for granted: "the war with X", "its recent conflict with X"."""
    lefts = list(candidate.token.lefts)
    return any(c.dep_ == "poss" or c.lower_ in ("the", "this", "recent", "last") for c in lefts)


def _blacklisting(candidate: Candidate) -> bool:
    """ "put X on its sanctions list": the list is one of penalties."""
    lists = [t for t in candidate.token.subtree if t.lemma_.lower() in _LISTS and t.dep_ == "pobj"]
    told = [(t, *(n for p in prepositions(t, "of") for n in complements(p))) for t in lists]
    barred = (c.lemma_ for some in told for t in some for c in t.children if c.dep_ == "acl")
    penal = any(_PENAL & {w.lemma_.lower() for t in some for w in core(t)} for some in told)
    return penal or not _BARRING.isdisjoint(barred)  # "a list of ships banned from ports"


def _amid_sanctions(candidate: Candidate) -> bool:
    """Whether the sentence speaks of sanctions: a freeze or ban is then part of them."""
    return any(t.lemma_.lower() in ("sanction", "sanctions") for t in candidate.token.doc)


def _protecting(candidate: Candidate) -> bool:
    """Whether the sentence says that the troops are to keep a peace or to protect."""
    return any(t.lemma_.lower() in _GUARDING for t in candidate.token.doc)


def _words(candidate: Candidate, wanted: str) -> bool:
    """Whether the phrase of the noun, or of the verb's object, has a word: "a missile test"."""
    noun = candidate.token.pos_ in ("NOUN", "PROPN")
    heads = (candidate.token,) if noun else candidate.object_heads
    nouns = [noun for head in heads for noun in (head, *measured(head))]
    phrase = {w.lower() for noun in nouns for t in core(noun) for w in (t.lemma_, t.text)}
    if wanted.startswith("@"):
        return bool(phrase & candidate.table.classes[wanted[1:]])
    return wanted in phrase


def _together(candidate: Candidate) -> bool:
    """ "built it together", "seized it in a joint raid": what two do, they do with each other."""
    verb = candidate.token
    near = [verb, *(c for c in verb.children if c.dep_ in ("prep", "prt", "advmod", "dobj"))]
    beside = {c.lower_ for word in near for c in word.children if c.dep_ == "advmod"}
    raids = (t for p in near if p.dep_ == "prep" for t in complements(p))
    shared = {c.lower_ for raid in raids for c in raid.children if c.dep_ == "amod"}
    return bool(beside & _JOINTLY or shared & _SHARED)


def _sides_in(role: str) -> Callable[[Candidate], bool]:
    """Whether two sides at least stand in one role of a noun: "the meeting of A and B"."""

    def two(candidate: Candidate) -> bool:
        return len({p.country for p in stand_in(candidate, role)} - {None}) > 1

    return two


def _denied_below(candidate: Candidate) -> bool:
    """ "vowed not to VERB"."""
    verb = candidate.xcomp()
    return verb is not None and told.denied(verb)


def _spoken(candidate: Candidate) -> bool:
    """Whether the words are somebody's speech, not the writer's own prose."""
    return speech_verb(candidate.token) is not None


FLAGS: dict[str, Callable[[Candidate], bool]] = {
    "plural": _plural,
    "official": _official,
    "members": _members,
    "answered": of_another,
    "avenged": is_answered,
    "reduced": lambda c: c.token.dep_ in ("acl", "relcl"),
    "ofplural": _sides_in("of*"),
    "possplural": _sides_in("poss"),
    "amodplural": _sides_in("amod"),
    "byplural": _sides_in("by"),
    "announcerplural": _sides_in("announcer"),
    "meansplural": _sides_in("means"),
    "through": lambda c: bool(role_heads(c, "means")),
    "wired": _sides_in("wired"),
    "objplural": _sides_in("obj*"),
    "ontable": lambda c: any(t.lower_ in _ON_TABLE for t in c.token.doc),
    "xcomp": lambda c: c.xcomp() is not None,
    "ccomp": lambda c: c.ccomp() is not None,
    "ccompmust": told.must,
    "ccompto": lambda c: (
        (verb := c.ccomp()) is not None and any(x.lower_ == "to" for x in verb.lefts)
    ),
    "ownwill": promises.own_will,
    "ownpronoun": promises.own_pronoun,
    "ownwont": promises.own_wont,
    "ownnow": promises.own_now,
    "ccompfuture": promises.promised,
    "ccompdone": promises.has_done,
    "cutsoff": promises.cuts_off,
    "breaksaway": promises.breaks_away,
    "orelse": told.or_else,
    "ccompneg": lambda c: (verb := c.ccomp()) is not None and told.denied(verb),
    "toinf": lambda c: any(
        x.dep_ in ("advcl", "xcomp") and x.tag_ == "VB" for x in c.token.children
    ),
    "plainbe": lambda c: not any(x.dep_ in ("acomp", "attr", "oprd") for x in c.token.children),
    "wouldlike": lambda c: c.token.lemma_ == "like" and told.in_future(c.token),
    "comeuppance": told.comeuppance,
    "objcomp": lambda c: told.object_complement(c) is not None,
    "foreigncomp": told.foreign_complement,
    "owned": told.owned,
    "thatclause": lambda c: content(c) is not None,
    "ownthing": owned.is_own,
    "xneg": _denied_below,
    "timetodo": told.time_to_do,
    "neg": lambda c: is_negated(c.token),
    "willif": promises.will_if,
    "ccompwill": told.said_future,
    "objnone": told.denied_object,
    "ready": lambda c: c.token.lemma_ in ("ready", "prepare", "draft", "draw"),
    "wewill": promises.we_will,
    "against": lambda c: c.token.dep_ == "pobj" and c.token.head.lower_ == "against",
    "below": lambda c: c.token.dep_ not in ("nsubj", "nsubjpass", "ROOT"),
    "will": lambda c: told.in_future(c.token),
    "equated": lambda c: c.token.dep_ == "attr" and not told.denied(c.token.head),
    "claimed": claimed,
    "dubbed": judged.dubbed,
    "defying": defies,
    "passive": lambda c: c.passive,
    "exists": told.exists,
    "acompforeign": told.foreign_reason,
    "allied": _allied,
    "atprep": lambda c: c.token.dep_ == "pobj" and c.token.head.lower_ == "at",
    "faultof": lambda c: bool(judged.faulted(c)),
    "saidbad": lambda c: judged.said(c, "bad"),
    "onoffer": judged.on_offer,
    "saidgood": lambda c: judged.said(c, "good"),
    "calledbad": lambda c: judged.called(c, "bad"),
    "calledgood": lambda c: judged.called(c, "good"),
    "spoken": _spoken,
    "together": _together,
    "force": _force,
    "definite": _definite,
    "blacklisting": _blacklisting,
    "amidsanctions": _amid_sanctions,
    "protecting": _protecting,
    "borne": lambda c: bool(role_heads(c, "borne")),
    "crowd": crowd,
    "opposing": opposing,
    **looks.FLAGS,
    "swapped": is_swap,
    "reacted": lambda c: bool(stand_in(c, "reactor")),
    "foreignpurpose": lambda c: c.foreign(role_heads(c, "purpose")),
    "foreignlet": lambda c: c.foreign((*c.object_heads, *role_heads(c, "ccompsubj"))),
    "aimed": lambda c: bool(role_heads(c, "aimed")),
    "donebelow": lambda c: (v := c.xcomp() or c.ccomp()) is not None and is_passive(v),
    "blowofothers": blow_of_another,
    "byaccident": by_accident,
    "ofothers": lambda c: c.foreign(role_heads(c, "owner")),
    "owed": lambda c: bool(role_heads(c, "debtor")),
    "spying": lambda c: c.foreign(role_heads(c, "spiedfor")),
    "hurt": lambda c: bool(role_heads(c, "hurt")),
    "oprd": lambda c: child(c.token, "oprd") is not None,
    "decreeing": lambda c: bool(measures(c) and penalised(c)),
    "own": lambda c: not c.foreign(c.object_heads),
    "mute": mute,
    "rang": lambda c: c.token.lower_ in ("rang", "rung"),  # of a telephone, not of troops
    "petty": petty,
    "forto": lambda c: bool(role_heads(c, "forsubj")),
    "dative": lambda c: child(c.token, "dative") is not None,
    "subj:armed": lambda c: c.armed(),
}


# The verbs that stand below a predicate, and the nouns of what is said or promised.
VERBS_BELOW: dict[str, Callable[[Candidate], Token | None]] = {
    "xcomp": Candidate.xcomp,
    "ccomp": Candidate.ccomp,
    "pcomp": told.governed,
    "objcomp": told.object_complement,
}
NOUNS_BELOW: dict[str, Callable[[Candidate], tuple[Token, ...]]] = {
    "ccompobj": told.objects_said,
    "xcompobj": told.objects_promised,
    "ccompnone": told.denied_things,
    "ccompverbs": told.verbs_said,
    "ccompattr": told.equated_things,
    "kept": kept_objects,
    "subjof": carriers,
    "aim": aims,
}


def _looked_at(candidate: Candidate, heads: tuple[Token, ...], look: str) -> bool:
    if look in LOOKS:
        return LOOKS[look](candidate, heads)
    return any(candidate.in_class(head, look) for head in heads)


def _complement(candidate: Candidate, need: str) -> bool:
    """ "xcomp:@CLASS" and "acomp:ready:@CLASS"."""
    kind, _, rest = need.partition(":")
    if kind in VERBS_BELOW:
        verb = VERBS_BELOW[kind](candidate)
        return verb is not None and (not rest or told.verb_in_class(candidate, verb, rest))
    if kind in NOUNS_BELOW:
        return any(candidate.in_class(head, rest) for head in NOUNS_BELOW[kind](candidate))
    word, _, inner = rest.partition(":")
    labels = ("acomp", "oprd", "attr", "ccomp") if kind == "acomp" else (kind,)
    for found in candidate.token.children:
        if found.dep_ not in labels or not candidate.in_class(found, word):
            continue
        if not inner:
            return True
        verbs = (c for c in found.children if c.dep_ == "xcomp")
        return any(told.verb_in_class(candidate, c, inner) for c in verbs)
    return False


def holds(candidate: Candidate, need: str) -> bool:
    """Whether one need of the table holds for the predicate."""
    if need not in candidate.answers:
        candidate.answers[need] = _look(candidate, need)
    return candidate.answers[need]


def _look(candidate: Candidate, need: str) -> bool:
    if need.startswith("-"):
        return not holds(candidate, need[1:])
    if need in FLAGS:
        return FLAGS[need](candidate)
    kind, _, rest = need.partition(":")
    if kind == "obj":
        return _looked_at(candidate, candidate.object_heads, rest)
    if kind == "subj":
        return _looked_at(candidate, candidate.subject_heads, rest)
    if kind == "words":
        return _words(candidate, rest)
    if kind == "light":
        return len(candidate.codes(role_heads(candidate, "light"))) > 1
    if kind in ("ccompsubj", "cobj", "given", "upsetat", "drawn", "aside"):
        return _looked_at(candidate, role_heads(candidate, kind), rest)
    if kind == "prep":
        name, _, look = rest.partition(":")
        return _looked_at(candidate, role_heads(candidate, name), look)
    if kind == "after":  # "under X's mediation": after:under
        return candidate.token.dep_ == "pobj" and candidate.token.head.lower_ == rest
    if kind == "prt":
        return has_particle(candidate.token, rest)
    return _complement(candidate, need)


def fits(candidate: Candidate, every: tuple[str, ...]) -> bool:
    """Whether all that one alternative of a frame asks for stands beside the predicate."""
    return all(holds(candidate, need) for need in every)
