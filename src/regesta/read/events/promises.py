"""What speakers say that they themselves will do, are doing or will not do.

The doer of what is said is the speaker: by name, by a pronoun, or because an office that no words
place ("the ministry said") speaks for the state that its clause names.
"""

from regesta.knowledge.frames import words_of
from regesta.read.clauses import child, complements, objects, prepositions, subject
from regesta.read.events.candidate import Candidate
from regesta.read.events.told import able, denied, in_future, passive
from regesta.read.going_on import SPEECH
from regesta.read.tree import Token

OWN_STATE = words_of("OWN_STATE")
ACCEPT = words_of("ACCEPT")
SPOKESMEN = words_of("SPOKESMEN")
WITHHOLDING = words_of("WITHHOLDING")
WITHHELD = words_of("WITHHELD") | words_of("TRAFFIC") | words_of("TIES") | words_of("TALKS")
_PACTS = words_of("PACT")
_LEAVING = frozenset(
    {"pull", "drop", "back", "walk", "opt", "get", "withdraw", "retreat", "exit", "quit", "abandon",
     "leave", "scrap", "terminate", "ditch", "renounce", "tear"}
)  # fmt: skip
# What others lose who no longer get it: "would stop taking back deportees".
OBLIGING = words_of("TRADING") | {
    "take", "accept", "receive", "admit", "let", "permit", "host", "share", "train", "cooperate",
}  # fmt: skip
# "Hinted it could strike" threatens as "said it would" does.
_HINTS = frozenset({"hint", "warn", "threaten", "suggest", "signal"})
_THING = frozenset({"it", "this", "that", "they"})
_CONSEQUENCES = frozenset(
    {"lead", "cause", "result", "spark", "trigger", "spread", "escalate", "worsen", "undermine",
     "jeopardise", "jeopardize", "complicate", "destabilise", "destabilize", "fuel", "deepen",
     "backfire", "create", "mean", "endanger", "plunge", "unleash", "prompt"}
)  # fmt: skip
_SPEAKER = frozenset({"it", "he", "she", "they", "we", "i"})


def own_will(candidate: Candidate) -> bool:
    """ "X said it would ...": what is said is what the speaker will do."""
    verb = candidate.ccomp()
    if verb is None or denied(verb) or candidate.passive:  # "X was told it would be hit"
        return False
    if any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in verb.children):
        return False  # "did not say whether it would"
    doer = subject(verb)
    if doer is not None and doer.lower_ in _THING and verb.lemma_ in _CONSEQUENCES:
        return False  # "warned it could lead to war" is of what has been told
    hinted = candidate.token.lemma_ in _HINTS and _may(verb)
    return (_does_own(candidate, verb) and (in_future(verb) or hinted)) or _own_promise(verb)


def _may(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("could", "may", "might") for c in verb.children)


def _does_own(candidate: Candidate, verb: Token) -> bool:
    """Whether the speaker's state does what is said: "X will do it, the ministry said"."""
    doer = subject(verb)
    named = candidate.codes((doer,)) if doer is not None else frozenset()
    own = candidate.codes(candidate.subject_heads)
    if own or not named:
        return bool(named & own)
    return any(
        head.lemma_.lower() in SPOKESMEN and head.left_edge.lower_ in ("the", "its", "their", "a")
        for head in candidate.subject_heads
    )


def promised(candidate: Candidate) -> bool:
    """Whether what is said is what will or will not be done, not what cannot be, in the active."""
    verb = candidate.ccomp()
    return verb is not None and in_future(verb) and not passive(verb)


def has_done(candidate: Candidate) -> bool:
    """ "vowed that it has kept the rules": what is claimed, and no promise."""
    verb = candidate.ccomp()
    return (
        verb is not None
        and not in_future(verb)
        and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    )


def own_now(candidate: Candidate) -> bool:
    """ "X announced it was lifting ...": what the speaker has set going."""
    verb = candidate.ccomp()
    if verb is None or verb.tag_ != "VBG" or denied(verb):
        return False
    doer = subject(verb)
    return _does_own(candidate, verb) or (doer is not None and doer.lower_ in _SPEAKER)


def own_pronoun(candidate: Candidate) -> bool:
    """ "X said it would ...", the doer told by a pronoun alone."""
    verb = candidate.ccomp()
    return verb is not None and _own_promise(verb) and not denied(verb)


def own_wont(candidate: Candidate) -> bool:
    """ "X said it would not ..."."""
    verb = candidate.ccomp()
    if verb is None or not denied(verb) or not (in_future(verb) or able(verb)):
        return False
    doer = subject(verb)
    handed = (
        passive(verb)
        and verb.lemma_ in ACCEPT
        and not candidate.foreign((doer,) if doer is not None else ())
    )
    own = handed or _does_own(candidate, verb) or _own_promise(verb)
    return own or (doer is not None and doer.lower_ in _SPEAKER)


def _own_promise(verb: Token) -> bool:
    """Whether the doer of a reported future is the speaker: a pronoun, "their countries"."""
    doer = subject(verb)
    if doer is None or not in_future(verb):
        return False
    if doer.lower_ in _SPEAKER:
        return True
    if doer.lemma_.lower() in OWN_STATE and any(c.lower_ == "the" for c in doer.children):
        return not any(c.dep_ in ("amod", "compound") for c in doer.children)
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in doer.children)


def cuts_off(candidate: Candidate) -> bool:
    """Whether what is promised takes from others: "would halt its gas deliveries", "stop sharing".

    The verbs are those of yielding ("would halt its tests"); their object says that nobody gains.
    """
    verb = candidate.ccomp() or candidate.xcomp()
    if verb is not None and _leaves_pact(verb):
        return True
    if verb is None or verb.lemma_.lower() not in WITHHOLDING:
        return False
    inner = child(verb, "xcomp")
    obliged = inner is not None and inner.lemma_.lower() in OBLIGING
    return obliged or any(o.lemma_.lower() in WITHHELD for o in objects(verb))


def breaks_away(candidate: Candidate) -> bool:
    """ "announced that it would withdraw from the accord": the breach itself, no mere threat."""
    verb = candidate.ccomp() or candidate.xcomp()
    return verb is not None and _leaves_pact(verb)


def _leaves_pact(verb: Token) -> bool:
    """ "is pulling out of the accord", "will abandon the treaty": a breach, nothing yielded."""
    if verb.lemma_.lower() not in _LEAVING:
        return False
    out = [verb, *(c for c in verb.children if c.lower_ in ("out", "away"))]
    left = [t for w in out for p in prepositions(w, "of", "from") for t in complements(p)]
    return any(t.lemma_.lower() in _PACTS for t in (*objects(verb), *left))


def more_said(candidate: Candidate) -> tuple[Token, ...]:
    """The verbs of what is said besides: "said A was wrong and that B should go"."""
    verb = candidate.ccomp() if candidate.token.lemma_.lower() in SPEECH else None
    found: list[Token] = []
    while verb is not None:
        beside = (c for c in verb.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX"))
        verb = next(beside, None)
        found.extend([verb] if verb is not None and _is_whole(verb) else [])
    return tuple(found)


def _is_whole(clause: Token) -> bool:
    """Whether a joined clause tells of somebody of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in clause.children)


def we_will(candidate: Candidate) -> bool:
    """ "We will ...": what the speaker promises in the first person."""
    doer = subject(candidate.token)
    return (
        doer is not None
        and doer.lower_ in ("we", "i")
        and in_future(candidate.token)
        and not denied(candidate.token)
    )


def will_if(candidate: Candidate) -> bool:
    """ "X will VERB if ...", the bare future of a main clause under a condition."""
    verb = candidate.token
    marks = {
        m.lower_
        for c in verb.children
        if c.dep_ == "advcl"
        for m in c.children
        if m.dep_ in ("mark", "advmod")
    }
    return bool(marks & {"if", "unless"}) and in_future(verb) and not denied(verb)
