"""What a noun or adjective above a deed makes of it: "a plan to invade B", "danger of a raid"."""

from regesta.knowledge.frames import words_of
from regesta.model import Modality
from regesta.read.clauses import EDGES, child, complements, is_infinitive_of_noun, is_negated
from regesta.read.events.stance import Standing
from regesta.read.events.undone import calls_off
from regesta.read.tree import Token

WISHED_NOUN = words_of("WISHED_NOUN")
CHANCE = words_of("CHANCE")
_NOTHING = frozenset({"nothing", "little", "something", "anything", "enough", "much", "more"})
_FANCIED = frozenset({"scenario", "world", "fantasy", "nightmare", "dream", "hypothesis"})
_SIDING = frozenset(
    {"opponent", "supporter", "advocate", "proponent", "champion", "backer", "foe", "appetite"}
)
_DROPS = frozenset(
    {"drop", "ditch", "axe", "discard", "bin", "withdraw", "reverse", "revoke", "rescind",
     "retract"}
)  # fmt: skip
_PLANS = frozenset(
    {"plan", "idea", "proposal", "bid", "scheme", "intention", "attempt", "threat",
     "request", "demand", "order", "appeal", "offer", "promise", "invitation", "call"}
)  # fmt: skip
_PLOTS = frozenset({"plot", "conspire", "scheme", "connive"})
_READIES = frozenset(
    {"prepare", "ready", "train", "brace", "gear", "rehearse", "practise", "practice"}
)
# What is laid or set before a blow: "laying the ground for an attack", "ready for a raid".
_GROUNDWORK = frozenset(
    {"ground", "groundwork", "stage", "scene", "basis", "foundation", "preparation", "readiness",
     "ready", "way", "pretext", "excuse", "plan", "prepared", "poised", "set"}
)  # fmt: skip
_BLOWS = words_of("ATTACK") | words_of("BLOW") | {
    "blockade", "war", "siege", "occupation", "annexation", "crackdown",
}  # fmt: skip
_STOPS = frozenset({"stop", "cease", "end", "halt", "dry", "lapse"})
_TRAFFIC = words_of("TRAFFIC") | {"supply", "flow", "trade"}
_REVIEWS = frozenset({"review", "reconsider", "rethink", "reassess", "re-examine", "reevaluate"})
_FLOWS = _TRAFFIC | {"aid", "assistance", "help", "funding", "support", "cooperation", "backing"}
_SOME = frozenset({"a", "an", "any", "another"})
_PLANNED = words_of("PLANNED_NOUN")
_ROUTINE = frozenset({"regularly", "annually", "routinely", "previously", "long"})
_PARTS = words_of("PARTAKING")
_TIMES = words_of("TIME")
_OFF = frozenset({"cancellation", "postponement", "lifting", "easing", "relaxation"})


def under_adjective(state: Standing, adjective: Token) -> Standing:
    """ "is likely to attack", "was quick to side with A"."""
    word = adjective.lemma_.lower()
    if word in ("likely", "possible", "able", "unlikely", "conceivable"):
        return state.at_most(Modality.POSSIBLE, rule=f"adjective.{word}")
    if word in ("quick", "swift", "prompt", "fast"):
        return state  # "was quick to side with A": did it
    if word in ("due", "set", "scheduled", "poised", "expected"):
        return state.at_most(Modality.PLANNED, rule=f"adjective.{word}")
    return state.dropped(f"content.{word}")


def under_noun(state: Standing, *, lower: Token, noun: Token) -> Standing:
    """What a noun makes of the deed that hangs on it."""
    word = noun.lemma_.lower()
    if word in _NOTHING and is_infinitive_of_noun(lower) and lower.lemma_ != "do":
        return state.dropped("nothing-to")  # "did little to stop the ships"
    if noun.pos_ in ("NOUN", "PROPN") and is_infinitive_of_noun(lower):
        return _meant(state, noun)
    if lower.dep_ in ("relcl", "acl") and word in _FANCIED:
        return state.dropped(f"fancied.{word}")
    when = any(c.lower_ == "when" for c in lower.children) and lower.tag_ in ("VBZ", "VBP")
    if lower.dep_ == "relcl" and word == "day" and when:
        return state.dropped("some-day")  # "dreams of the day when A opens its border"
    if word in _GROUNDWORK and _is_for_blow(lower):
        return state.dropped(f"ground.{word}")
    if lower.dep_ != "prep" or noun.pos_ != "NOUN":
        return state
    if word in _OFF:
        return state.dropped("ended.noun")
    if word in _PARTS and noun.dep_ == "dobj" and calls_off(noun.head):
        return state.dropped("ended.part")
    if word in EDGES and noun.dep_ == "pobj":
        ahead = noun.head.lower_ == "on"  # "on the verge of", not "in the process of"
        return state.at_most(Modality.PLANNED, rule="plan.verge") if ahead else state
    if word in CHANCE:
        return state.dropped(f"chance.{word}")
    if word in WISHED_NOUN and (word, lower.lower_) != ("campaign", "of"):
        return state.dropped(f"noun-content.{word}")
    return state.dropped("sided-on") if word in _SIDING and _is_any(lower) else state


def comes_to_nothing(noun: Token, verb: Token) -> bool:
    """ "called off the talks", "dropped a plan to send soldiers", "exports to B will stop".

    Of a plot nothing is said to have come: "plotted to kill", "trained for a blockade"; what
    somebody "used to do" is no one deed.
    """
    if noun.dep_ == "xcomp":
        usual = verb.lower_ == "used" and verb.tag_ == "VBD" and child(verb, "nsubj") is not None
        return verb.lemma_ in _PLOTS or (usual and child(verb, "dobj") is None) or _is_given(verb)
    if noun.dep_ == "prep":
        things = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
        if not things.isdisjoint(_PARTS) and noun.lower_ == "in" and calls_off(verb):
            return True  # "suspended its part in the talks"
        laid = (thing in _GROUNDWORK for thing in things)
        return _is_for_blow(noun) and (verb.lemma_ in _READIES or any(laid))
    if noun.dep_ in ("dobj", "nsubjpass"):
        return calls_off(verb) or _drops_plan(noun, verb) or _reviews(noun, verb)
    stops = noun.dep_ == "nsubj" and verb.lemma_ in _STOPS and child(verb, "dobj") is None
    return stops and noun.lemma_.lower() in _TRAFFIC


def _is_given(verb: Token) -> bool:
    """ "has until Monday to leave", "has two weeks to reply": what is yet to be done."""
    until = any(c.dep_ == "prep" and c.lower_ == "until" for c in verb.rights)
    times = (c for c in verb.rights if c.dep_ in ("dobj", "npadvmod"))
    return verb.lemma_ == "have" and (until or any(t.lemma_.lower() in _TIMES for t in times))


def _drops_plan(noun: Token, verb: Token) -> bool:
    """ "dropped a plan to send soldiers"; "withdrew its request"; "dropped bombs" drops no plan."""
    return verb.lemma_ in _DROPS and noun.lemma_.lower() in _PLANS and not is_negated(verb)


def _reviews(noun: Token, verb: Token) -> bool:
    """ "would review its aid to B": whether there will be any is open."""
    return verb.lemma_ in _REVIEWS and noun.lemma_.lower() in _FLOWS


def _is_for_blow(preposition: Token) -> bool:
    """Whether "for" brings what is readied against others, no meeting and no deal."""
    readied = {t.lemma_.lower() for t in complements(preposition)}
    return preposition.lower_ == "for" and not readied.isdisjoint(_BLOWS)


def brings_means(preposition: Token) -> bool:
    """ "would answer by halting", "would not follow A in halting": as done as the verb is."""
    doing = child(preposition, "pcomp") is not None
    return preposition.lower_ == "by" or (preposition.lower_ == "in" and doing)


def _is_any(preposition: Token) -> bool:
    """ "opponents of a strike": one that may never come."""
    things = (c for c in preposition.children if c.dep_ == "pobj")
    return any(c.lower_ in _SOME for thing in things for c in thing.children)


def _meant(state: Standing, noun: Token) -> Standing:
    word = noun.lemma_.lower()
    if word in ("plan", "attempt", "effort") and any(c.lower_ == "no" for c in noun.children):
        return state.at_most(Modality.NEGATED, rule=f"noun.no-{word}")
    if word == "plan":
        return state.at_most(Modality.PLANNED, rule="noun.plan")
    taken = any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)
    if word in ("decision", "move") and taken and state.modality is Modality.ACTUAL:
        return state  # "their decision to expel the envoy": who decides it does it
    return state.dropped(f"noun-content.{word}")


def is_planned_word(word: Token) -> bool:
    """ "a planned visit", not "a regularly scheduled drill"."""
    return word.lower_ in _PLANNED and not any(c.lower_ in _ROUTINE for c in word.children)
