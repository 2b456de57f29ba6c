"""Fighters and hackers by whom they belong to: "gunmen linked to A", "hackers backed by B"."""

from collections.abc import Iterator

from regesta.knowledge import NameKind
from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import complements, core, prepositions
from regesta.read.tree import Token

_FIGHTERS = words_of("REBELS") | words_of("ATTACKERS") | {"cell", "faction", "group", "branch"}
TIED = frozenset(
    {"link", "tie", "ally", "affiliate", "belong", "connect", "swear", "pledge", "loyal",
     "aligned", "allied", "sympathetic"}
)  # fmt: skip
_SUPPOSED = frozenset({"believe", "suspect", "say", "think", "know", "report"})
_TO = ("to", "with", "of", "from")
_HACKERS = words_of("HACKER") | {"spy"}
_SERVE = frozenset(
    {"work", "act", "back", "sponsor", "hire", "employ", "support", "direct", "control", "run",
     "operate", "fund", "link", "tie", "connect", "belong", "report", "answer"}
)  # fmt: skip
_FOR = ("for", "by", "to", "from", "of")


def aligned(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "Jihadists linked to A", "gunmen believed to belong to A": the armed group that they are of.

    Not where the fighters have a nation of their own or stand by a state.
    """
    if head.lemma_.lower() not in _FIGHTERS or scene.hits(core(head), NATION_KINDS):
        return ()
    near = tuple(t for tie in _ties(head) for p in prepositions(tie, *_TO) for t in complements(p))
    heads = (h for t in near for h in (t, *core(t)))
    hits = (scene.hit_at(h, frozenset({NameKind.GROUP, NameKind.ORGANISATION})) for h in heads)
    group = next((hit for hit in hits if hit is not None and hit.sector is Sector.REB), None)
    return () if group is None else (scene.party(core(head), group, rule="fighters.aligned"),)


def employed(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "Hackers working for A", "hackers tied to A's intelligence service": the state they serve.

    Of hackers that have a nation of their own, it is that one.
    """
    if head.lemma_.lower() not in _HACKERS or scene.hits(core(head), NATION_KINDS):
        return ()
    ties = _ties(head, _SERVE)
    near = (t for tie in ties for p in prepositions(tie, *_FOR) for t in complements(p))
    hits = (hit for t in near for hit in scene.hits(core(t), NATION_KINDS))
    state = next((hit for hit in hits if hit.country is not None), None)
    return () if state is None else (scene.party(core(head), state, rule="hackers.employed"),)


def _ties(head: Token, tied: frozenset[str] = TIED) -> Iterator[Token]:
    """The words behind the fighters that say to whom they hold.

    "Gunmen linked to A killed B": the parse takes the first of the two verbs for what they did.
    """
    behind = (head.head,) if head.dep_ == "nsubj" and head.head.tag_ == "VBD" else _next(head)
    for word in (*behind, *head.children):
        if word.i < head.i or not (word in behind or word.dep_ in ("acl", "amod", "relcl")):
            continue
        if word.lemma_.lower() in tied:
            yield word
        elif word.lemma_.lower() in _SUPPOSED:
            yield from (c for c in word.children if c.lemma_.lower() in tied)
            yield from _members(word)


def _next(head: Token) -> tuple[Token, ...]:
    """ "by gunmen thought to belong to A": the parse hangs the thought on the deed."""
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else head
    apart = head.dep_ == "pobj" and after.head is not head
    return (after,) if apart and after.lemma_.lower() in _SUPPOSED else ()


def _members(supposed: Token) -> Iterator[Token]:
    """ "believed to be members of A", "suspected of belonging to A", "said to be from A"."""
    for below in supposed.children:
        if below.dep_ == "xcomp" and below.lemma_ == "be":
            yield from (c for c in below.children if c.dep_ in ("attr", "acomp"))
            yield below
        if below.dep_ == "prep":
            yield from (c for c in below.children if c.dep_ == "pcomp" and c.lemma_ in TIED)
