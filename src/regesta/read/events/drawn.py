"""What a deed meets with: "A's offer drew scorn from B", "was met with scorn in B", "ran into".

Whatever the verb, the noun that it brings says what B does, and the subject whom it falls on. And
what a deed is said to be by the words beside it: "in a rebuke to B, A did ...".
"""

from regesta.model import Party
from regesta.read.actors.inside import within
from regesta.read.clauses import complements, prepositions, subject, subjects, with_conjuncts
from regesta.read.events.candidate import FEELINGS, Candidate
from regesta.read.events.told import doers
from regesta.read.tree import Token

# What brings it where the verb is in the passive, and where it is not.
_GREETS = frozenset({"meet", "greet", "receive", "welcome", "answer", "hit"})
_RUNS = {
    "meet": ("with",), "come": ("for", "against", "under"), "run": ("into", "against"),
    "walk": ("into",), "fall": ("into",), "bump": ("into",), "hit": ("with",),
}  # fmt: skip
_SHOWS = frozenset({"show", "sign", "display", "gesture", "expression", "act", "vote", "message"})


def drawn(candidate: Candidate) -> tuple[Token, ...]:
    """The nouns of what the subject of a verb draws, or is met with."""
    verb = candidate.token
    if candidate.passive:
        greeted = prepositions(verb, "with", "by") if verb.lemma_ in _GREETS else ()
        return tuple(t for p in greeted for t in complements(p))
    names = _RUNS.get(verb.lemma_, ())
    near = (verb, *(c for c in verb.children if c.dep_ in ("prep", "prt")))  # "up against"
    met = (t for v in near for p in prepositions(v, *names) for t in complements(p))
    return candidate.object_heads or tuple(met)


def reactors(candidate: Candidate) -> tuple[Party, ...]:
    """Who reacts so: by the noun's own words, else by those of the verb; "in Ankara" too."""
    nouns = drawn(candidate)
    own = {p.country for p in drawers(candidate)}
    said = tuple(p for noun in nouns for p in doers(noun, candidate) if p.country not in own)
    if said:
        return said
    near = (candidate.token, *nouns)
    for names in (("from", "by"), ("of",), ("in", "across")):
        beside = [t for n in near for p in prepositions(n, *names) for t in complements(p)]
        told = (p for t in beside if t not in nouns for p in within(t, candidate.scene))
        found = tuple(p for p in told if p.country not in own)
        if found:
            return found
    return ()


def drawers(candidate: Candidate) -> tuple[Party, ...]:
    """Whom it falls on: the subject as it stands, or whose it is."""
    head = subject(candidate.token)
    heads = with_conjuncts(head) if head is not None else ()
    return tuple(p for t in heads for p in doers(t, candidate))


def aside(candidate: Candidate) -> tuple[Token, ...]:
    """ "In a rebuke to B, A did it": A, given the rebuke; "in a show of support for B" too.

    "A did it, to the fury of B", given the fury.
    """
    noun = candidate.token
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _SHOWS:
        noun = noun.head.head
    preposition = noun.head
    if noun.dep_ == "pobj" and preposition.lower_ == "to" and noun.lower_ in FEELINGS:
        return _who_did(preposition.head)
    if noun.dep_ != "pobj" or preposition.lower_ != "in" or noun.tag_ != "NN":
        return ()
    verb = preposition.head
    one = any(c.lower_ in ("a", "an", "another") for c in noun.lefts)
    return subjects(verb) if one and verb.pos_ in ("VERB", "AUX") else ()


def _who_did(above: Token) -> tuple[Token, ...]:
    """The doer of the clause that a word hangs on, however deep in its objects."""
    let = above.dep_ == "ccomp" and above.head.lemma_ in ("let", "allow")
    while (let or above.pos_ not in ("VERB", "AUX")) and above.head is not above:
        above, let = above.head, False
    return subjects(above)
