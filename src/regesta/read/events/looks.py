"""More looks of the frames table: at rescuers who come, at the guns somebody came under."""

from collections.abc import Callable, Iterator

from regesta.knowledge.frames import words_of
from regesta.read.clauses import clause_of, complements, core, prepositions
from regesta.read.events import aiding
from regesta.read.events.candidate import Candidate
from regesta.read.events.roles import stand_in
from regesta.read.going_on import SPEECH, SPOKEN_ACTS
from regesta.read.tree import Token

_RELIEF = words_of("RELIEFWORD") | {"rescuer", "firefighter", "medic", "paramedic", "cross",
                                    "crescent", "protection"}  # fmt: skip
_GUNS = words_of("SHOTS") | {"sniper", "machine", "tank", "heavy", "small", "arms", "hostile",
                             "anti-aircraft", "naval"}  # fmt: skip
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
    "adds": _adds,
    "howto": _how_to,
    "subjplural": lambda c: len({p.country for p in stand_in(c, "subj*")} - {None}) > 1,
}
