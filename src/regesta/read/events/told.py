"""What stands below a predicate of saying: whose will it is, and what is to be done to whom."""

from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.inside import within
from regesta.read.actors.parties import resolve_all
from regesta.read.actors.scene import NATION_KINDS
from regesta.read.auxiliaries import auxiliaries, carrier, would_have
from regesta.read.clauses import (
    bare,
    child,
    complements,
    core,
    is_negated,
    objects,
    prepositions,
    subject,
)
from regesta.read.events.candidate import Candidate
from regesta.read.events.onus import is_any_other, up_to
from regesta.read.events.standing import WILL
from regesta.read.events.they import other_side
from regesta.read.events.unreal import OUGHT
from regesta.read.tree import Token

PENALTY = words_of("PENALTY")
COMEUPPANCE = words_of("COMEUPPANCE")
WANTED = words_of("WANTED")
UTTERED = words_of("UTTERED")
_BARRED = frozenset({"question", "table", "limit", "limits", "agenda", "cards", "menu"})
_BESIDE = frozenset({"despite", "notwithstanding"})  # what follows is no content
_DOUBTS = frozenset({"doubt", "disbelieve", "question", "dispute", "suspect", "fear", "regret"})
_FUTURE = WILL | {"would"}
# Who is warned without a name: "those who play with fire", "any country that helps".
_WHOEVER = frozenset({"those", "anyone", "anybody", "whoever", "country", "state", "invader"})
_ALL = frozenset({"world", "community", "humanity", "mankind"})  # who is addressed as a whole


def must(candidate: Candidate) -> bool:
    """ "X said Y must ...": what is said is a demand on another."""
    verb = candidate.ccomp()
    if verb is None:
        return False
    if turn := up_to(verb):
        return bool(asked(candidate)) or any(t.lemma_ in _ALL for t in turn)
    if not _ought(verb) and not _is_wished(candidate, verb):
        return False
    doer = subject(verb)
    if doer is None or doer.lemma_.lower() in _ALL:
        return doer is not None
    own = candidate.codes(candidate.subject_heads)
    named = candidate.codes((doer,))
    if named:
        return not named & own or passive(verb)
    if is_any_other(doer):
        return True
    if any(p.country not in own for p in doers(doer, candidate)):
        return True
    if doer.lower_ in ("they", "he", "she") and candidate.codes(candidate.after("of")) - own:
        return True  # "They must help us," X said of Y
    if not (passive(verb) or doer.lower_ == "there"):
        return False
    thing = next((c for c in verb.children if c.dep_ == "attr"), doer)
    return candidate.in_class(thing, "@WANTED") or any(
        p.country not in own for p in within(thing, candidate.scene)
    )


def _is_wished(candidate: Candidate, verb: Token) -> bool:
    """ "insisted that X leave", "suggested that X take them": the plain form is a wish."""
    wishing = candidate.token.lemma_
    past = wishing in ("suggest", "recommend", "propose") and candidate.token.tag_ in ("VBD", "VBN")
    return (wishing == "insist" or past) and bare(verb)


def _ought(verb: Token) -> bool:
    """ "must go", "has to go", "needs to go"; not "should it go"."""
    if any(c.dep_ == "aux" and c.lower_ in OUGHT for c in verb.children):
        return not any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in verb.children)
    yet = any(c.lower_ == "yet" for c in verb.children)  # "has yet to reply"
    return (
        not yet
        and verb.lemma_ in ("have", "need", "ought")
        and any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" for c in verb.children)
    )


def passive(verb: Token) -> bool:
    """Whether a verb is told in the passive."""
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def denied(verb: Token) -> bool:
    """Whether a verb stands with "not" or "never"."""
    return is_negated(verb) or any(c.lower_ == "never" for c in verb.children)


def in_future(verb: Token) -> bool:
    """Whether a verb is told as what will or would be done, not as what would have been."""
    first = carrier(verb)
    ahead = any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in first.children)
    return ahead and not would_have(first)


def comeuppance(candidate: Candidate) -> bool:
    """ "X warned that Y would pay a price": what another will suffer, not at whose hands."""
    told = candidate.ccomp()
    verb = child(told, "xcomp") if told is not None and told.lemma_ == "have" else told
    if told is None or verb is None or not verb_in_class(candidate, verb, "@COMEUPPANCE"):
        return False
    threatened = in_future(told) or _may(told) or verb.lemma_ in ("risk", "face")
    doer = subject(told)
    if doer is None or not threatened or denied(told):
        return False
    own = candidate.codes(candidate.subject_heads)
    named = candidate.codes((doer,))
    whoever = doer.lemma_.lower() in _WHOEVER or candidate.in_class(doer, "@JUDGED_DEED")
    if not (named - own or (not named and whoever)):
        return False
    met = (t for p in prepositions(verb, "with", "for") for t in p.children)
    suffered = [*objects(verb), *met]
    dearly = any(c.lower_ in ("dearly", "heavily") for c in verb.children)
    if (
        verb.lemma_ in ("regret", "burn", "perish", "crumble", "vanish", "disappear")
        or (verb.lemma_ == "pay" and dearly)
        or (verb.lemma_ == "answer" and any(True for _ in prepositions(verb, "for")))
        or (passive(verb) and verb.lemma_ not in ("meet", "face"))
    ):
        return True
    return any(candidate.in_class(t, "@PENALTY") for t in suffered)


def said_future(candidate: Candidate) -> bool:
    """ "X said Y would ..."."""
    verb = candidate.ccomp()
    return verb is not None and not denied(verb) and (in_future(verb) or _may(verb))


def denied_object(candidate: Candidate) -> bool:
    """ "has no intention of ..."."""
    heads = (head for head in candidate.object_heads if not _grants(head))
    return any(c.lower_ == "no" for head in heads for c in head.children)


def able(verb: Token) -> bool:
    """ "can" or "could"."""
    return any(c.dep_ == "aux" and c.lower_ in ("can", "could", "ca") for c in verb.children)


def _may(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("could", "may", "might") for c in verb.children)


def doers(head: Token, candidate: Candidate) -> tuple[Party, ...]:
    """Who a phrase names, or who does or owns what it names: never whom that is done to."""
    scene = candidate.scene
    found = resolve_all(head, scene) or other_side(head, candidate)
    if found:
        return found
    owner = child(head, "poss")
    if owner is not None:
        return resolve_all(owner, scene)
    tokens = core(head)
    named = [
        (h, tuple(t for t in tokens if h.start <= t.idx < h.end))
        for h in scene.hits(tokens, NATION_KINDS)
    ]
    found = tuple(
        scene.party(covered, h, rule="judged.modifier") for h, covered in named if covered
    )
    names = ("by", "from", *(("of",) if head.lemma_.lower() in UTTERED else ()))
    near = (head, *(c for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN"))
    brought = (t for h in near for p in prepositions(h, *names) for t in complements(p))
    return found or tuple(p for t in brought for p in within(t, scene))


def asked(candidate: Candidate) -> tuple[Party, ...]:
    """Of whom something is demanded: the doer, or who stands beside a passive with "by"."""
    verb = candidate.ccomp()
    doer = subject(verb) if verb is not None else None
    if verb is None or doer is None:
        return ()
    own = candidate.codes(candidate.subject_heads)
    heads = [doer, *(t for p in prepositions(verb, "by") for t in p.children)]
    heads = list(up_to(verb)) or heads
    found = (p for head in heads for p in doers(head, candidate))
    return tuple(p for p in found if p.country not in own)


def object_complement(candidate: Candidate) -> Token | None:
    """The verb of "willingness to VERB", "a promise to VERB"."""
    if candidate.token.pos_ in ("NOUN", "PROPN"):
        return child(candidate.token, "acl")
    found = (child(head, "acl") for head in candidate.object_heads)
    return next((verb for verb in found if verb is not None), None)


def governed(candidate: Candidate) -> Token | None:
    """The verb of "assented to hosting", "insisted on leaving"."""
    adjective = child(candidate.token, "acomp")
    heads = (candidate.token, *((adjective,) if adjective else ()), *candidate.object_heads)
    near = (c for h in heads for c in h.children if c.dep_ == "prep" and c.lower_ not in _BESIDE)
    found = (child(preposition, "pcomp") for preposition in near)
    return next((verb for verb in found if verb is not None), None)


def verb_in_class(candidate: Candidate, verb: Token, name: str) -> bool:
    """Whether a verb, alone or in an idiom ("give_up", "take_by_force"), is of a word class."""
    if candidate.in_class(verb, name):
        return True
    return name.startswith("@") and not idioms(verb).isdisjoint(candidate.table.classes[name[1:]])


def idioms(verb: Token) -> set[str]:
    """A verb with its object, or what a preposition brings: "drag_foot", "play_with_fire"."""
    lemma = verb.lemma_.lower()
    told = {f"{lemma}_{o.lemma_.lower()}" for o in objects(verb)}
    told |= {f"{lemma}_{c.lower_}" for c in verb.children if c.dep_ in ("prt", "advmod")}
    near = [c for c in verb.children if c.dep_ in ("prep", "prt")]
    told |= {f"{lemma}_{p.lower_}_{t.lemma_.lower()}" for p in near for t in complements(p)}
    states = (c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd"))
    return told | {c.lemma_.lower() for c in states if c.lower_ != "free"}  # frees nobody


def below(verb: Token) -> tuple[Token, ...]:
    """A verb with the infinitives that hang on it: "would continue to work"."""
    found = [verb]
    while (inner := child(found[-1], "xcomp")) is not None:
        found.append(inner)
    return tuple(found)


def objects_said(candidate: Candidate) -> tuple[Token, ...]:
    """The objects of what is said."""
    verb = candidate.ccomp()
    return tuple(o for v in below(verb) for o in objects(v)) if verb is not None else ()


def objects_promised(candidate: Candidate) -> tuple[Token, ...]:
    """The objects of what is promised."""
    verb = candidate.xcomp()
    return tuple(o for v in below(verb) for o in objects(v)) if verb is not None else ()


def verbs_said(candidate: Candidate) -> tuple[Token, ...]:
    """The verbs of what is said: "would be forced to respond"."""
    verb = candidate.ccomp()
    return below(verb) if verb is not None else ()


def equated_things(candidate: Candidate) -> tuple[Token, ...]:
    """What is said to be: "there will be consequences"."""
    verb = candidate.ccomp()
    return tuple(c for c in verb.children if c.dep_ == "attr") if verb is not None else ()


def time_to_do(candidate: Candidate) -> bool:
    """ "said it was time to destroy X": the verb that the time has come for is one of force."""
    return any(
        verb.dep_ in ("acl", "relcl") and candidate.in_class(verb, "@VIOLENT")
        for noun in equated_things(candidate)
        if noun.lemma_ in ("time", "moment", "duty", "right")
        for verb in noun.children
    )


def time_objects(candidate: Candidate) -> tuple[Token, ...]:
    """Whom that verb is done to."""
    verbs = (c for t in equated_things(candidate) for c in t.children if c.dep_ in ("acl", "relcl"))
    return tuple(o for verb in verbs for v in below(verb) for o in _aim(v))


def _aim(verb: Token) -> tuple[Token, ...]:
    return tuple(c for c in verb.children if c.dep_ in ("dobj", "dative"))


def denied_things(candidate: Candidate) -> tuple[Token, ...]:
    """What is said not to be, or not to come: "there would be no exemptions"."""
    verb = candidate.ccomp()
    if verb is None:
        return ()
    barred = _barred(verb)
    if barred:
        return barred
    labels = ("attr", "nsubj", "dobj") if verb.lemma_ in ("be", "have", "see") else ("nsubj",)
    things = [c for c in verb.children if c.dep_ in labels]
    if verb.lower_ == "been" and auxiliaries(verb) & {"had", "has", "have"}:
        return ()  # "said there had been no talks": nothing that is turned down
    things = [t for t in things if not _grants(t)]
    none = [t for t in things if _bears_no(t) or _is_nothing(t)]
    if none or not denied(verb):
        return tuple(none)
    up_for = [p for p in prepositions(verb, "up", "on", "for") if p.head == verb]
    return tuple(t for p in up_for for t in p.subtree if t.pos_ == "NOUN") + tuple(
        c for c in verb.children if c.dep_ in ("acomp", "attr")
    )


def _grants(thing: Token) -> bool:
    """ "has no reason to doubt it", "no reason not to believe it"."""
    verbs = [c for c in thing.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB"]
    return any(v.lemma_ in _DOUBTS or is_negated(v) for v in verbs)


def _bears_no(thing: Token) -> bool:
    """ "no weapons", "no more weapons"."""
    return any(c.lower_ == "no" for near in thing.lefts for c in (near, *near.lefts))


def _is_nothing(thing: Token) -> bool:
    """ "there is nothing to discuss"."""
    return thing.lower_ == "nothing" and any(
        c.lemma_ in ("discuss", "negotiate", "talk", "say") for c in thing.children
    )


def _barred(verb: Token) -> tuple[Token, ...]:
    """ "out of the question", "off the table": the word that bars it."""
    if verb.lemma_ not in ("be", "remain", "stay") or denied(verb):
        return ()
    away = [c for c in verb.children if c.lower_ in ("out", "off", "beyond")]
    inside = (t for c in away for t in c.subtree if t.lemma_.lower() in _BARRED)
    return tuple(inside)


def or_else(candidate: Candidate) -> bool:
    """ "told X to leave or face war": what follows if it does not."""
    return any(
        t.dep_ == "conj"
        and t.pos_ == "VERB"
        and t.lemma_.lower() in COMEUPPANCE
        and any(c.lower_ == "or" for c in t.head.children)
        for t in candidate.token.subtree
    )


def foreign_complement(candidate: Candidate) -> bool:
    """Whether what is promised or asked names another state or organisation."""
    own = candidate.codes(candidate.subject_heads)
    verbs = (candidate.xcomp(), candidate.ccomp(), governed(candidate))
    below_it = filter(None, (*verbs, object_complement(candidate)))
    tokens = tuple(t for verb in below_it for t in verb.subtree)
    hits = candidate.scene.hits(tokens, NATION_KINDS)
    given = tuple(t for t in tokens if t.pos_ == "PRON" and t.dep_ in ("dobj", "dative"))
    return bool(({hit.country for hit in hits} | candidate.codes(given)) - own - {None})


def exists(candidate: Candidate) -> bool:
    """ "There is an agreement ..."."""
    noun = candidate.token
    return noun.dep_ == "attr" and any(c.dep_ == "expl" for c in noun.head.children)


def reason(candidate: Candidate) -> Token | None:
    """Who did what one is upset about: "disappointed that X has not ..."."""
    adjective = child(candidate.token, "acomp")
    verb = child(adjective, "ccomp") if adjective is not None else None
    if verb is None or _may(verb) or in_future(verb):
        return None  # a fear of what may be blames nobody
    return subject(verb)


def foreign_reason(candidate: Candidate) -> bool:
    """Whether one is upset about what another state did."""
    doer = reason(candidate)
    own = candidate.codes(candidate.subject_heads)
    if doer is None:
        return False
    return any(p.country not in own for p in within(doer, candidate.scene))


def owned(candidate: Candidate) -> bool:
    """Whether a noun says whose deed it is: "Iran's threat", "a promise by Japan"."""
    noun = candidate.token
    owner = child(noun, "poss")
    heads = [owner] if owner is not None else []
    heads.extend(t for p in prepositions(noun, "by") for t in p.children)
    acting = (p for head in heads for p in resolve_all(head, candidate.scene))
    if any(p.country is not None and p.sector not in (Sector.MED, Sector.BUS) for p in acting):
        return True
    tokens = tuple(t for t in core(noun) if t != noun)
    return any(h.country is not None for h in candidate.scene.hits(tokens, NATION_KINDS))
