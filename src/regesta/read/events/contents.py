"""What a noun of saying holds: "A's demand that B leave", "a charge that B did it"."""

from regesta.read.auxiliaries import opens_with_that
from regesta.read.clauses import child, subject, with_conjuncts
from regesta.read.events.candidate import Candidate
from regesta.read.tree import Token


def content(candidate: Candidate) -> Token | None:
    """The verb of what the noun, or the object of its verb, says: "the charge that B did it"."""
    noun = candidate.token.pos_ in ("NOUN", "PROPN")
    heads = (candidate.token,) if noun else candidate.object_heads
    clauses = (c for h in heads for c in h.children if c.dep_ in ("acl", "ccomp", "relcl"))
    return next((c for c in clauses if opens_with_that(c)), None)


def content_subject(candidate: Candidate) -> tuple[Token, ...]:
    """Who does what the noun says."""
    clause = content(candidate)
    doer = child(clause, "nsubj", "nsubjpass") if clause is not None else None
    return tuple(with_conjuncts(doer)) if doer is not None else ()


def equated(candidate: Candidate) -> tuple[Token, ...]:
    """ "X is a signatory to ...": who is what the noun says."""
    noun = candidate.token
    if noun.dep_ != "attr":
        return ()
    found = subject(noun.head)
    return tuple(with_conjuncts(found)) if found is not None else ()


def complement_subject(candidate: Candidate) -> tuple[Token, ...]:
    """Who does what is said: "said that B left"."""
    verb = candidate.ccomp()
    found = child(verb, "nsubj", "nsubjpass") if verb is not None else None
    return tuple(with_conjuncts(found)) if found is not None else ()
