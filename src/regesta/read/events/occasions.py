"""Meetings, visits and deals named in passing: "after talks with X", "on a visit to Y".

The noun says with whom; who else takes part stands in the clause that it is the occasion of.
"""

from collections.abc import Iterator

from regesta.knowledge.frames import words_of
from regesta.model import Party
from regesta.read.actors.parties import resolve_all
from regesta.read.actors.pointing import pointed
from regesta.read.clauses import (
    child,
    complements,
    core,
    objects,
    prepositions,
    subject,
    subject_of_noun,
    with_conjuncts,
)
from regesta.read.events.candidate import MEASURES, Candidate
from regesta.read.events.meetings import MEETINGS, TRIPS
from regesta.read.tree import Token

_TIPS = frozenset({"tip", "tip-off"})
OCCASIONS = MEETINGS | words_of("PACT") | _TIPS
_TRUCES = frozenset({"truce", "ceasefire", "armistice"})
_DEALS = words_of("AGREEMENT") | _TRUCES
# "on the sidelines of", "at the end of", "in the wake of": a noun that only says when.
_EDGES = frozenset(
    {"sideline", "sidelines", "margin", "margins", "wake", "eve", "end", "close", "start",
     "beginning", "course", "opening", "conclusion", "outset", "middle", "run-up", "aftermath"}
)  # fmt: skip
_WHEN = frozenset({"after", "following", "during", "at", "in", "before", "ahead", "since"})
# Verbs that bring their subject to a meeting: "flew to X for talks with Y".
_BRINGS = frozenset(
    {"be", "meet", "arrive", "engage", "gather", "fly", "travel", "go", "come", "head", "return",
     "board", "land", "cross", "stay", "leave", "depart", "convene", "sit", "journey", "bring",
     "invite"}
)  # fmt: skip
_VEHICLES = frozenset({"plane", "flight", "jet", "aircraft", "train", "helicopter", "aeroplane"})
_TELLS = frozenset(
    {"tell", "inform", "assure", "warn", "urge", "ask", "thank", "congratulate", "brief", "press",
     "reassure", "implore", "remind", "promise", "notify", "felicitate", "advise"}
)  # fmt: skip
_TELLS_TO = frozenset({"apologise", "apologize", "speak", "complain", "promise", "explain"})
_EXPRESSES = frozenset(
    {"express", "offer", "convey", "extend", "voice", "pledge", "reiterate", "reaffirm", "deliver",
     "give", "send"}
)  # fmt: skip
_AMONG = frozenset(
    {"be", "meet", "arrive", "engage", "gather", "remain", "stay", "lock", "involve"}
)


def guests(candidate: Candidate) -> tuple[Token, ...]:
    """Who takes part in what the noun names: the subject of the clause it is the occasion of."""
    noun = _whole(candidate.token)
    if candidate.token.lemma_.lower() not in OCCASIONS or noun.dep_ != "pobj":
        return ()
    own = (c for c in candidate.token.children if not candidate.scene.is_dated(c))
    if any(c.dep_ == "poss" or c.lower_ == "between" for c in own):
        return ()  # its own words say who; "Friday's talks with B" do not
    preposition = _outermost(noun.head)
    clause = _boarded(preposition.head)
    if not _is_occasion(noun, preposition=preposition, clause=clause):
        return ()
    verb = clause.pos_ in ("VERB", "AUX")
    found = subject(clause) if verb else subject_of_noun(clause) or clause
    return tuple(with_conjuncts(found)) if found is not None else ()


def _boarded(clause: Token) -> Token:
    """ "boarded a plane for a visit to B": the verb, where the parse hung it on the plane."""
    return clause.head if clause.dep_ == "dobj" and clause.lemma_ in _VEHICLES else clause


def _whole(noun: Token) -> Token:
    """ "a round of talks", "a day of talks": the noun that measures them."""
    head = noun.head
    measured = noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in MEASURES
    return head.head if measured else noun


def _outermost(preposition: Token) -> Token:
    """The preposition that hangs on the clause: "ahead" of "ahead of", "on" of "on the eve of"."""
    if preposition.lower_ != "of":
        return preposition
    head = preposition.head
    if head.dep_ == "pobj" and head.lemma_.lower() in _EDGES:
        return head.head
    return head if head.lower_ == "ahead" else preposition


def _is_occasion(noun: Token, *, preposition: Token, clause: Token) -> bool:
    name = preposition.lower_
    trip = noun.lemma_.lower() in TRIPS | _TIPS
    edge = preposition != noun.head
    if clause.pos_ not in ("VERB", "AUX"):
        if clause.dep_ == "nsubj" and name in ("in", "during", "at") and not edge:
            return any(c.lower_ == "with" for c in noun.rights)  # "X in a call with Y urged"
        return clause.pos_ in ("NOUN", "PROPN") and name == ("on" if trip else "after")
    if name == "on":
        return trip or edge
    if name == "for":
        return clause.lemma_ in _BRINGS
    if name == "in" and not edge:
        return clause.lemma_ in _AMONG or child(noun, "det") is not None
    return name in _WHEN or (name == "under" and noun.lemma_.lower() not in MEETINGS)


def dealers(candidate: Candidate) -> tuple[Party, ...]:
    """Whose deal it is that is told without them.

    "Under a deal signed in May, A let B in": A. "The deal was signed on Monday": the two of whose
    dealings the text has just told. "No deal was reached": those whose talks it has told.
    """
    scene, heads = candidate.scene, candidate.object_heads if candidate.passive else ()
    deal = next((h for h in heads if h.lemma_.lower() in _DEALS), None)
    if deal is None or _names_dealers(candidate, deal):
        return ()
    reduced = candidate.token.dep_ == "acl"
    bound = tuple(p for t in _bound(deal) for p in resolve_all(t, scene)) if reduced else ()
    if bound and (deal.dep_ == "pobj" or len({p.country for p in bound}) > 1):
        return bound
    told, index = scene.discourse, scene.sentence.index
    both = (told.lately(sentence=index) or told.partners()) if _is_known(deal) else ()
    if not both and (_is_known(deal) or any(c.lower_ == "no" for c in deal.lefts)):
        both = told.meeting(sentence=index)
    return tuple(pointed(p, core(deal), scene, rule="coreference.deal") for p in both)


def _names_dealers(candidate: Candidate, deal: Token) -> bool:
    """Whether the words say of some party that the deal is his or theirs."""
    by = candidate.after("by")
    return any(t.tag_ not in ("NNS", "NNPS") for t in by) or any(
        c.lower_ in ("with", "between", "among")
        for c in (*candidate.token.children, *deal.children)
    )


def _bound(deal: Token) -> tuple[Token, ...]:
    """ "Under a deal signed in May, A did it", "A and B revived a pact signed in May"."""
    above, clause = deal.head, deal.head if deal.dep_ == "dobj" else deal.head.head
    under = deal.dep_ == "dobj" or (deal.dep_ == "pobj" and above.lower_ == "under")
    if not under or deal.lemma_ == "contract" or clause.pos_ not in ("VERB", "AUX"):
        return ()
    verbs = (clause, *(c for c in clause.children if c.dep_ == "conj" and child(c, "nsubj")))
    return tuple(head for v in verbs if (head := subject(v)) is not None)


def _is_known(noun: Token) -> bool:
    """ "the deal", "this pact", "a ceasefire" of those who fight."""
    known = any(c.lower_ in ("the", "this", "that") for c in noun.lefts)
    owned = any(c.dep_ == "poss" for c in noun.lefts)
    return (known or noun.lemma_.lower() in _TRUCES) and not owned


def wired(candidate: Candidate) -> tuple[Token, ...]:
    """ "A told B by telephone", "A assured B in a call": who speak with each other."""
    noun, preposition = candidate.token, candidate.token.head
    verb = preposition.head
    by = preposition.lower_ in ("by", "over", "in", "during", "via")
    verb = verb.head if verb.dep_ == "nsubj" else verb  # "A in a call told B"
    if noun.dep_ != "pobj" or not by or "for" in _governing(noun):
        return ()
    near = (verb, *(o for o in objects(verb) if verb.lemma_ in _EXPRESSES))
    told = (t for h in near for p in prepositions(h, "to") for t in complements(p))
    heads = objects(verb) if verb.lemma_ in _TELLS else ()
    heads = heads or (tuple(told) if verb.lemma_ in _TELLS_TO | _EXPRESSES else ())
    speaker = subject(verb) if heads else None
    heads = (*((speaker,) if speaker is not None else ()), *heads)
    return tuple(t for head in heads for t in with_conjuncts(head))


def _governing(noun: Token) -> frozenset[str]:
    """The prepositions below a noun: "a call for peace" is no call by phone."""
    return frozenset(c.lower_ for c in noun.children if c.dep_ == "prep")


def mute(candidate: Candidate) -> bool:
    """Whether nothing is said by it: "sent a letter to X", not "sent a letter asking X to ..."."""
    heads = (candidate.token, *candidate.object_heads)
    clauses = ("ccomp", "xcomp", "acl", "relcl", "advcl", "parataxis")
    return not any(c.dep_ in clauses for head in heads for c in head.children)


def kept_objects(candidate: Candidate) -> tuple[Token, ...]:
    """What is given, in the passive: "was given a welcome"."""
    if not candidate.passive:
        return ()
    return tuple(c for c in candidate.token.children if c.dep_ in ("dobj", "oprd"))


def carriers(candidate: Candidate) -> tuple[Token, ...]:
    """The verb whose subject the noun is: "trade between X and Y grew"."""
    noun = candidate.token
    return (noun.head,) if noun.dep_ in ("nsubj", "nsubjpass") else ()


def aims(candidate: Candidate) -> tuple[Token, ...]:
    """Infinitives of aim: "was in X to meet Y"."""
    return tuple(_infinitives(candidate.token))


def _infinitives(verb: Token) -> Iterator[Token]:
    for c in verb.children:
        if c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB":
            yield c
        elif c.dep_ == "dobj":  # "sent a ship to fetch them"
            yield from (x for x in c.children if x.dep_ == "acl" and x.tag_ == "VB")
        elif c.dep_ == "prep" and c.lower_ != "among":  # "was among the first to help"
            nouns = (n for n in c.children if n.dep_ == "pobj")
            yield from (x for n in nouns for x in n.children if x.dep_ in ("relcl", "acl"))


def still_ahead(noun: Token) -> bool:
    """Whether a noun is told as still to come: "ahead of the summit", "the talks will deal".

    "boarded a plane for a visit to B" is the setting out.
    """
    near = _whole(noun).head
    if noun.dep_ == "nsubj" and any(c.dep_ == "aux" and c.lower_ == "will" for c in near.children):
        return True
    boarded = near.head.lemma_ in _VEHICLES or near.head.lemma_ == "board"
    return (near.lower_ == "of" and near.head.lower_ == "ahead") or (
        near.lower_ == "for" and boarded
    )
