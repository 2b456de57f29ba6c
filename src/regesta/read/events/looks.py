"""More looks of the frames table: at rescuers who come, at the guns somebody came under."""

from collections.abc import Callable, Iterator

from regesta.knowledge.frames import words_of
from regesta.read.clauses import child, clause_of, complements, core, objects, prepositions
from regesta.read.direct import in_direct_speech
from regesta.read.events import aiding, judged
from regesta.read.events.candidate import Candidate
from regesta.read.events.petty import common
from regesta.read.events.roles import stand_in
from regesta.read.going_on import SPEECH, SPOKEN_ACTS
from regesta.read.tree import Token

_RELIEF = words_of("RELIEFWORD") | {"rescuer", "firefighter", "medic", "paramedic", "cross",
                                    "crescent", "protection"}  # fmt: skip
_GUNS = words_of("SHOTS") | {"sniper", "machine", "tank", "heavy", "small", "arms", "hostile",
                             "anti-aircraft", "naval"}  # fmt: skip
# What is asked of a spokesman, and who asks: no call of one state on another.
_PRESS = frozenset(
    {"comment", "reporter", "journalist", "newspaper", "paper", "magazine", "phone", "telephone",
     "repeated", "repeat", "several", "multiple", "numerous", "email", "e-mail", "text",
     "interview", "clarification", "information", "broadcaster"}
)  # fmt: skip
_VOTES = frozenset({"vote", "adopt", "pass", "approve", "elect", "ratify", "win", "reelect"})
_QUITS = frozenset({"quit", "resign", "abdicate"})
_INQUIRERS = frozenset({"police", "detective", "prosecutor", "investigator", "officer", "judge",
                        "magistrate", "agent"})  # fmt: skip
_SAYS_WHAT = ("prep", "acl", "poss", "amod", "ccomp", "relcl")
_DEEP = 2  # "a group of nurses from a relief agency"


def _inside(head: Token, depth: int = _DEEP) -> Iterator[Token]:
    """A noun's own words, and those of what "of" and "from" bring to it."""
    yield from core(head)
    if depth:
        for preposition in prepositions(head, "of", "from"):
            for noun in complements(preposition):
                yield from _inside(noun, depth - 1)


def _relieves(heads: tuple[Token, ...]) -> bool:
    return any(t.lemma_.lower() in _RELIEF for head in heads for t in _inside(head))


def _gunned(candidate: Candidate) -> bool:
    """Whether the fire that somebody came under is that of guns: "under mortar fire"."""
    return any(
        t.lemma_.lower() in _GUNS for noun in candidate.after("under") for t in core(noun)[:-1]
    )


def _pressed(candidate: Candidate) -> bool:
    """ "did not answer calls for comment", "repeated calls", bare "calls": those of the press."""
    heads = (*candidate.object_heads, *candidate.after("to"))
    calls = [h for h in heads if h.lemma_.lower() == "call"]
    plain = any(not any(c.dep_ in _SAYS_WHAT for c in call.children) for call in calls)
    asked = any(t.lemma_.lower() in _PRESS for head in heads for t in head.subtree)
    return asked or (plain and candidate.token.lemma_ == "answer")


def _own_men(candidate: Candidate) -> bool:
    """ "would keep its men in B": the doer's own, whom nobody holds."""
    owners = [child(head, "poss") for head in candidate.object_heads]
    return bool(owners) and all(o is not None and o.tag_ == "PRP$" for o in owners)


def _told_wrong(candidate: Candidate) -> bool:
    """ "warned B that its rules broke the treaty": what is, not what would be, a danger."""
    clause = candidate.ccomp()
    ahead = clause is not None and any(c.tag_ == "MD" for c in clause.children)
    return clause is not None and not ahead and judged.of_clause(clause) == "bad"


def _iffy(candidate: Candidate) -> bool:
    """ "That would be the end": what would come in a case, said in the speaker's own words."""
    clause = candidate.ccomp()
    would = clause is not None and "would" in {c.lower_ for c in clause.children}
    return clause is not None and would and in_direct_speech(clause)


def _resigning(candidate: Candidate) -> bool:
    """ "threatened to quit": his own office, as long as no pact or place is named."""
    verb = candidate.xcomp()
    if verb is None or verb.lemma_ not in _QUITS:
        return False
    return verb.lemma_ != "quit" or not objects(verb)


def _quizzed(candidate: Candidate) -> bool:
    """ "was questioned by police": heard, not criticised."""
    asking = (*candidate.subject_heads, *candidate.after("by"))
    words = {t.lemma_.lower() for t in asking}
    return candidate.token.lemma_ == "question" and bool(words & _INQUIRERS)


def _adds(candidate: Candidate) -> bool:
    """Whether a participle tells what was said: "hit back, saying ...", "an attack, saying"."""
    below = (c for t in {candidate.token, clause_of(candidate.token)} for c in t.children)
    verbs = (c for c in below if c.dep_ in ("advcl", "acl") and c.tag_ == "VBG")
    return any(v.lemma_.lower() in SPEECH | SPOKEN_ACTS for v in verbs)


def _how_to(candidate: Candidate) -> bool:
    """ "told B how to do it": advice, no order."""
    verb = candidate.xcomp() or candidate.ccomp()
    return verb is not None and any(c.tag_ in ("WRB", "WP", "WDT") for c in verb.lefts)


FLAGS: dict[str, Callable[[Candidate], bool]] = {
    **aiding.FLAGS,
    "rescuing": lambda c: _relieves(c.object_heads),
    "rescuers": lambda c: _relieves(c.subject_heads),
    "gunned": _gunned,
    "pressed": _pressed,
    "ownmen": _own_men,
    "warnedbad": _told_wrong,
    "common": common,
    "iffy": _iffy,
    "quizzed": _quizzed,
    "resigning": _resigning,
    "voted": lambda c: clause_of(c.token).lemma_ in _VOTES,  # with B's backing: its vote
    "adds": _adds,
    "howto": _how_to,
    "subjplural": lambda c: len({p.country for p in stand_in(c, "subj*")} - {None}) > 1,
}
