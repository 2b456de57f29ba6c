"""What is told as not done: "did not try to", "at no point did A attack", "expelled nobody"."""

from collections.abc import Set

from regesta.knowledge.frames import words_of
from regesta.read.clauses import child, complements, is_negated, prepositions
from regesta.read.tree import Token

_PUNISHING = words_of("PUNISHING")
_PENALTIES = words_of("SANCTION") | words_of("MEASURE")
_TRADED = frozenset({"import", "export", "purchase", "sale", "shipment", "trade"})
_STOPS = frozenset({"cut", "halt", "stop", "end", "suspend", "ban", "freeze", "slash", "block"})
_EASES = words_of("EASEVERB")
_ENDED = words_of("ENDED")
_UNDONE = frozenset({"never", "neither", "nearly", "almost"})
_ABLE = frozenset({"can", "ca", "could"})
_WOULD = frozenset({"would"})  # "said it would not do it"
_TRIES = frozenset({"try", "attempt", "seek", "bother", "dare"})
_SHRINKS = frozenset({"balk", "baulk", "refrain", "desist", "abstain", "shrink", "recoil", "demur"})
# What is said beside a verb that then tells of a deed left undone.
_SHORT = {
    "stop": ("short",), "fall": ("short",), "pull": ("short",), "come": ("short",),
    "hold": ("off", "back"), "shy": ("away",), "back": ("away",), "step": ("back", "away"),
    "draw": ("back",),
}  # fmt: skip
_NEITHER = frozenset({"neither", "no", "none", "nobody"})
_NOBODY = frozenset({"nobody", "nothing", "none"})
_LOOMS = frozenset({"loom", "hover", "beckon"})
_LESS = frozenset({"less", "fewer"})
_FEWER = frozenset({"fewer", "less", "more", "later", "sooner", "other"})  # "no fewer than 30"
# "at no point", "under no circumstances": prepositions and what they then deny.
_NO_WAY = {
    "at": frozenset({"point", "time", "stage", "moment"}),
    "under": frozenset({"circumstance", "condition"}),
    "in": frozenset({"way", "case", "circumstance", "sense"}),
    "on": frozenset({"account", "occasion"}),
    "by": frozenset({"mean", "means"}),
}


def is_undone(verb: Token, doer: Token | None) -> bool:
    """Whether a verb's own clause says that it was not done."""
    return (
        (is_negated(verb) and not _is_not_until(verb))
        or _is_of_nobody(verb, doer)
        or any(c.lower_ in _UNDONE for c in verb.children)
        or _is_joined_by_nor(verb)
        or any(_is_no_way(p) for part in (verb, *_auxiliaries(verb)) for p in part.children)
    )


def undone_as(may: Set[str], *, told: bool) -> str | None:
    """By which rule a denied verb was not done; None where it only may not be: "might not go".

    "Cannot attack" says what nobody is able to do; "could not land for fog" did not.
    """
    if not may - _WOULD:  # "would not do it": refused
        return "negation"
    if may & _ABLE:
        return "negation" if "could" in may and not told else "unable"
    return None


def _is_not_until(verb: Token) -> bool:
    """ "not until A had left did B return": A left."""
    return any(c.dep_ == "neg" and c.doc[c.i + 1].lower_ == "until" for c in verb.lefts)


def _is_of_nobody(verb: Token, doer: Token | None) -> bool:
    """ "neither state did", "not one of A's jets struck B", "blamed nobody", "spoke to nobody"."""
    if doer is not None and any(t.lower_ in _NEITHER for t in (doer, *doer.children)):
        return True
    if doer is not None and doer.left_edge.lower_ == "not":  # "not one tank has arrived"
        return True
    told = (t for p in prepositions(verb, "to", "with", "at") for t in complements(p))
    things = (c for c in verb.children if c.dep_ == "dobj")
    return any(c.lower_ in _NOBODY for c in (*things, *told))


def has_no_object(verb: Token) -> bool:
    """ "expelled no diplomats", "fired not a single shot"; "no fewer than ten" are some."""
    return any(_is_none_of(c) for c in verb.children if c.dep_ == "dobj")


def _is_none_of(thing: Token) -> bool:
    no = any(c.lower_ == "no" and c.dep_ == "det" for c in thing.children)
    return (no or thing.left_edge.lower_ == "not") and not any(
        t.lower_ in _FEWER for t in thing.doc[thing.left_edge.i : thing.i]
    )


def gives_less(verb: Token) -> bool:
    """ "shares less", "will send fewer tanks"; "no fewer than ten" are many."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    words = [t for thing in things for t in (thing, *thing.children)]
    return any(t.lower_ in _LESS and t.doc[max(t.i - 1, 0)].lower_ != "no" for t in words)


def _is_joined_by_nor(verb: Token) -> bool:
    """ "has neither mobilised nor sent a soldier", "nor has it asked for help"."""
    head = verb.head
    nor = any(c.dep_ == "cc" and c.lower_ == "nor" for c in head.children)
    neither = any(c.lower_ == "neither" for c in head.children)
    turned = any(c.i > 0 and c.doc[c.i - 1].lower_ == "nor" for c in _auxiliaries(verb))
    return turned or (verb.dep_ == "conj" and nor and neither)


def _auxiliaries(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "aux"]


def _is_no_way(preposition: Token) -> bool:
    """ "At no point did A attack", "has in no way recognised B"."""
    if preposition.dep_ != "prep" or preposition.lower_ not in _NO_WAY:
        return False
    denied = _NO_WAY[preposition.lower_]
    return any(
        t.lemma_.lower() in denied and any(c.lower_ == "no" for c in t.children)
        for t in complements(preposition)
    )


def never_tried(lower: Token, verb: Token) -> bool:
    """ "did not try to shoot it down": who does not try has not done it."""
    return lower.dep_ == "xcomp" and verb.lemma_.lower() in _TRIES and is_negated(verb)


def undone_by(lower: Token, verb: Token) -> bool:
    """ "left without signing", "balked at signing", "backed away from a raid": it was not done."""
    if lower.dep_ != "prep" or lower.lower_ == "without":
        return lower.dep_ == "prep"
    of_noun = child(lower, "pobj") is not None and lower.lower_ in ("from", "of", "at")
    if not (of_noun or child(lower, "pcomp") is not None) or lower.i < verb.i:
        return False
    lemma, beside = verb.lemma_.lower(), {c.lower_ for c in verb.children}
    above = lower.head  # "shy away from": the parse may hang "from" on "away"
    beside.add(above.lower_ if above != verb else "")
    return lemma in _SHRINKS or not beside.isdisjoint(_SHORT.get(lemma, ()))


def calls_off(verb: Token) -> bool:
    """ "cancelled", "put off": what is done to a meeting that does not come."""
    lemma, particle = verb.lemma_.lower(), child(verb, "prt")
    return lemma in _ENDED or (particle is not None and f"{lemma}_{particle.lower_}" in _ENDED)


def is_lifted(noun: Token) -> bool:
    """ "removed most of its sanctions": the end of a penalty is not the penalty.

    Nor is the end of trade a trade: "cut off most of its imports of coal".
    """
    above = noun.head.head
    if noun.dep_ == "pobj" and any(t.lemma_ == "plug" for t in (above, *above.rights)):
        return True  # "pulled the plug on a trip"
    stopped = noun.lemma_ in _TRADED
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    if noun.lemma_ not in _PENALTIES and not stopped:
        return False
    part = noun.head.head
    verbs = _STOPS if stopped else _EASES
    return part.dep_ in ("dobj", "nsubjpass") and part.head.lemma_.lower() in verbs


def was_to_have(verb: Token) -> bool:
    """ "was to have flown": what was set and did not come."""
    was = verb.dep_ == "xcomp" and verb.tag_ == "VBN" and verb.head.lower_ in ("was", "were")
    return was and {"to", "have"} <= {c.lower_ for c in verb.children if c.dep_ == "aux"}


def is_passed_over(verb: Token) -> bool:
    """Whether it is what was not done: "rather than agreeing to it", "instead of leaving".

    Who can "neither confirm nor deny" a report denies none.
    """
    if verb.lemma_ == "deny" and verb.dep_ == "conj" and verb.head.lemma_ == "confirm":
        return True
    before = tuple(t.lower_ for t in verb.doc[max(verb.i - 2, 0) : verb.i])
    return before in (("rather", "than"), ("instead", "of"))


def is_set_against(predicate: Token) -> bool:
    """Whether a deed is what does not come to pass: "the planned drill will not take place"."""
    verb = predicate.head
    place = verb.lemma_ == "take" and any(c.lower_ == "place" for c in verb.children)
    happens = place or verb.lemma_ in ("happen", "occur", "materialise", "materialize")
    return happens and predicate.dep_ in ("nsubj", "nsubjpass") and is_negated(verb)


def only_looms(predicate: Token) -> bool:
    """ "a war looms", "a war that looms", "the threat of a raid hangs over B"."""
    clauses = [c for c in predicate.rights if c.dep_ == "relcl"]
    if predicate.dep_ == "nsubj":
        clauses.append(predicate.head)
        clauses.extend(c for c in predicate.head.children if c.dep_ == "xcomp")  # "goes on to loom"
    return any(
        c.lemma_ in _LOOMS or (c.lemma_ == "hang" and any(prepositions(c, "over"))) for c in clauses
    )


def for_its(lower: Token, verb: Token) -> bool:
    """ "refrained from punishing B for its purchase": what it is for is done, whatever is above."""
    reason = lower.dep_ == "prep" and lower.lower_ in ("for", "over")
    if not reason or verb.lemma_ not in _PUNISHING or not any(prepositions(verb, lower.lower_)):
        return False
    return any(child(t, "poss") is not None for t in complements(lower))
