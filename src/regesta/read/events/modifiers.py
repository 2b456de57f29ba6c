"""Whose a noun deed is by the words before it: "Israeli strikes", "a campaign of U.S. raids"."""

from regesta.knowledge import NameKind
from regesta.model import Party
from regesta.read.actors.holdings import led_by, rebels_inside
from regesta.read.actors.scene import NATION_KINDS
from regesta.read.clauses import child, complements, core, prepositions
from regesta.read.events.candidate import MEASURES, Candidate
from regesta.read.tree import Token

_WHOLES = MEASURES | {
    "campaign", "announcement", "programme", "program", "policy", "pattern", "regime", "threat"
}  # fmt: skip


_WORK = frozenset({"work", "handiwork", "doing"})


def modifiers(candidate: Candidate) -> tuple[Party, ...]:
    """The demonym before a noun: "Israeli strikes", "U.S. sanctions"."""
    own = nation_before(candidate.token, candidate)
    whole = made_of(candidate.token) if not own else ()
    return own or tuple(p for noun in whole for p in nation_before(noun, candidate))


def before_what(candidate: Candidate, preposition: str) -> tuple[Party, ...]:
    """ "the threat of Israeli strikes", "used in Israeli strikes": whose deed is brought."""
    return tuple(p for t in candidate.after(preposition) for p in nation_before(t, candidate))


def nation_before(noun: Token, candidate: Candidate) -> tuple[Party, ...]:
    scene = candidate.scene
    tokens = tuple(t for t in core(noun) if t != noun)
    kinds = NATION_KINDS - {NameKind.CAPITAL}
    found = []
    for hit in scene.hits(tokens, kinds):
        covered = tuple(t for t in tokens if hit.start <= t.idx < hit.end)
        if hit.country is not None and covered[0].dep_ != "poss":
            found.append(scene.party(covered, hit, rule="modifier"))
    return tuple(found) or led_by(noun, scene) or rebels_inside(candidate.token, scene)


def work_of(noun: Token) -> tuple[Token, ...]:
    """ "The bombing was the work of A": A."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return ()
    said = (c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in _WORK)
    return tuple(t for c in said for p in prepositions(c, "of") for t in complements(p))


def made_of(noun: Token) -> tuple[Token, ...]:
    """ "its campaign of strikes", "their announcement of sanctions": what the deed is part of."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return (whole,) if whole is not None and whole.lemma_.lower() in _WHOLES else ()


def owner_of_modified(candidate: Candidate) -> tuple[Token, ...]:
    """ "Iran's threatened strikes": who owns what the participle stands before."""
    if candidate.token.dep_ != "amod":
        return ()
    owner = child(candidate.token.head, "poss")
    return (owner,) if owner is not None else ()


def before_object(candidate: Candidate) -> tuple[Party, ...]:
    """ "the EU law passed in May": whose the thing is that is done."""
    return tuple(p for head in candidate.object_heads for p in nation_before(head, candidate))
