"""What a blow did, told in a clause of its noun: "claimed the raid that left nine dead in X"."""

from collections.abc import Iterator

from regesta.knowledge.frames import words_of
from regesta.read.clauses import child, complements, core
from regesta.read.tree import Token

_BLOWS = words_of("ATTACK") | words_of("BLOWS") | words_of("BOMB")
# Verbs whose object or complement is a blow that their subject struck.
_STRIKES = frozenset(
    {"claim", "carry", "stage", "launch", "mount", "conduct", "commit", "perpetrate", "execute",
     "take", "accept", "admit", "wage", "stand", "be"}
)  # fmt: skip
_OF = frozenset({"behind", "for"})
_TELLS = frozenset(
    {"kill", "wound", "injure", "hit", "strike", "destroy", "damage", "leave", "see", "die",
     "claim", "maim", "cost", "flatten", "level", "rip", "tear", "perish", "lead", "result",
     "cause"}
)  # fmt: skip

_LONGEST = 3  # words of "last month", "earlier this week"
_NAMES = frozenset({"yesterday", "today"})
_WHERE = frozenset({"in", "on", "near", "at", "against", "outside", "inside"})
_GROUNDS = frozenset(
    {"province", "region", "town", "city", "village", "area", "district", "port", "base", "camp",
     "airport", "border", "capital", "island", "strip", "valley"}
)  # fmt: skip


def outcomes(predicate: Token) -> Iterator[Token]:
    """The verbs that tell what the blow of a predicate did: when and where they were, it was."""
    nouns = [predicate] if predicate.pos_ in ("NOUN", "PROPN") else list(_struck(predicate))
    for noun in nouns:
        for verb in noun.rights:
            if verb.dep_ == "relcl" and verb.lemma_ in _TELLS:
                yield verb
                yield from _below(verb)


def _below(verb: Token) -> Iterator[Token]:
    """ "saw nine people killed in X": the participle that tells it."""
    hurt = child(verb, "dobj")
    near = (*verb.rights, *(hurt.rights if hurt is not None else ()))
    yield from (c for c in near if c.pos_ == "VERB" and c.tag_ == "VBN" and c.dep_ != "relcl")


def _struck(verb: Token) -> Iterator[Token]:
    """The blow that is claimed, carried out, or stood behind."""
    if verb.lemma_ not in _STRIKES:
        return
    direct = child(verb, "dobj")
    above = (verb, *((direct,) if direct is not None else ()))
    deeper = (p for t in above for p in t.children if p.dep_ == "prep" and p.lower_ in _OF)
    nouns = (
        *((direct,) if direct is not None else ()),
        *(t for p in deeper for t in complements(p)),
    )
    yield from (n for n in nouns if n.lemma_.lower() in _BLOWS)


def placed_behind_day(noun: Token) -> Token | None:
    """The preposition of place behind a noun's own day: "a reply to raids last month on X".

    What stands between a noun and where it was is the noun's, wherever the parse hung the two.
    """
    last = max(t.i for t in core(noun))
    words = noun.doc[last + 1 : last + 2 + _LONGEST]
    day = next((t for t in words if t.dep_ == "npadvmod" or t.lower_ in _NAMES), None)
    if day is None or day.left_edge.i != last + 1 or day.i + 1 >= len(noun.doc):
        return None
    behind = noun.doc[day.i + 1]
    place = child(behind, "pobj")
    named = place is not None and (place.pos_ == "PROPN" or place.lemma_.lower() in _GROUNDS)
    return behind if behind.lower_ in _WHERE and named else None
