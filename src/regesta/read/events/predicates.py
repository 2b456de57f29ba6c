"""Which words of a sentence are predicates of a frame, and what each has used up."""

from collections.abc import Iterator

from regesta.knowledge.frames import Frame, FrameTable
from regesta.model import EventType
from regesta.read.actors.scene import Scene
from regesta.read.clauses import governors, objects
from regesta.read.events.answered import is_answered
from regesta.read.events.candidate import Candidate
from regesta.read.events.conditions import left_open
from regesta.read.events.decrees import measures
from regesta.read.events.needs import fits
from regesta.read.events.nominal import VERBS, as_noun, is_of_object, nominal
from regesta.read.events.occasions import aims
from regesta.read.events.promises import more_said
from regesta.read.events.roles import fill, role_heads
from regesta.read.events.told import below, governed
from regesta.read.events.wielders import WIELDING, weapons
from regesta.read.tree import Token


def predicates(scene: Scene, table: FrameTable) -> Iterator[tuple[Candidate, Frame]]:
    """Every word that a frame fits, verbs first; a noun that its verb has used is left out."""
    doc, met = scene.sentence.doc, scene.sentence.met
    if doc is None or met is None:
        return
    used: set[int] = set()
    for pos, tags in (("V", ("VERB", "AUX")), ("N", ("NOUN", "PROPN"))):
        tried = [t for t in doc if t.pos_ in tags and _is_known(t, pos, table)]
        for token in sorted(tried, key=_depth):
            if token.i in used:
                continue
            only = Candidate(token=token, scene=scene, table=table)
            more = (
                Candidate(token=token, scene=scene, table=table, clause=clause)
                for clause in more_said(only)
            )
            for candidate in (only, *more):
                frame = _fitting(candidate, pos, met=met)
                if frame is not None:
                    used.update(t.i for t in _content(candidate, frame))
                    yield candidate, frame
                elif pos == "N" and (told := _as_verb(candidate, met=met)) is not None:
                    yield told


def _is_known(token: Token, pos: str, table: FrameTable) -> bool:
    lemma = _lemma(token)
    return bool(table.find(pos=pos, lemma=lemma)) or (pos == "N" and lemma in VERBS)


def _as_verb(candidate: Candidate, *, met: int) -> tuple[Candidate, Frame] | None:
    """A noun that no row of its own fits, with a row of its verb that does."""
    told = nominal(candidate)
    if told is None:
        return None
    for frame, every in left_open("V", VERBS[_lemma(candidate.token)], met=met):
        if is_of_object(frame, every) and fits(told, every):
            return told, as_noun(frame)
    return None


def _fitting(candidate: Candidate, pos: str, *, met: int) -> Frame | None:
    """The first frame that fits; of what else is said, one that asks what is said."""
    for frame, every in left_open(pos, _lemma(candidate.token), met=met):
        if candidate.clause is not None and not any(map(_on_clause, every)):
            continue
        if fits(candidate, every):
            return frame
    return None


def _on_clause(need: str) -> bool:
    return need.startswith(("ccomp", "said", "comeuppance", "ownw", "ownn", "ownp", "timetodo"))


def _on_content(need: str) -> bool:
    return "comp" in need or need.startswith(("own", "said", "comeuppance", "orelse"))


def _depth(token: Token) -> int:
    """Steps to the root: a verb of saying is looked at before what is said."""
    return sum(1 for _ in governors(token))


def _content(candidate: Candidate, frame: Frame) -> tuple[Token, ...]:
    """What the frame has used up: objects, and the verb of what is said, promised or refused."""
    if frame.pos == "N" or _carries_only(candidate, frame):
        return ()
    taken = [head for head in candidate.object_heads if not is_answered(head)]
    if frame.mode == "mediate":  # "brokered a truce between A and B": who stops is B and A
        taken = [head for head in taken if not candidate.in_class(head, "@TRUCE")]
    if frame.type is EventType.ASSAULT:  # "a bomb laid by A killed ...": laying it is no other deed
        taken.extend(c for h in weapons(candidate) for c in h.children if c.lemma_ in WIELDING)
    if frame.name == "scramble.at":  # "A planes took off to track B's"
        taken.extend(aims(candidate))
    if frame.name == "pass.measures":  # "passed a resolution freezing B's assets"
        taken.extend(measures(candidate))
    needs = {need for every in frame.needs for need in every}
    if "ccompsubj:@TALKS" in needs:  # "said talks with A were pointless"
        taken.extend(role_heads(candidate, "ccompsubj"))
    if any(map(_on_content, needs)):
        heads = (candidate.xcomp(), candidate.ccomp(), governed(candidate))
        verbs = [t for head in heads if head is not None for t in below(head)]
        taken.extend(verbs)
        taken.extend(o for verb in verbs for o in objects(verb))
    return tuple(taken)


def _carries_only(candidate: Candidate, frame: Frame) -> bool:
    """ "An A-B summit was held", "the pullout of A's men was completed": the noun tells it.

    A passive that tells of nobody leaves it to a noun of the same kind of deed.
    """
    if not candidate.passive or fill(candidate, frame.actors):
        return False
    nouns = (
        f for h in candidate.object_heads for f in candidate.table.find(pos="N", lemma=_lemma(h))
    )
    told = {EventType.CONSULT, *(noun.type for noun in nouns)}
    if EventType.RETREAT in told:  # "the easing of A's duties was announced"
        told.add(EventType.CONCEDE)
    return frame.type in told


def _lemma(token: Token) -> str:
    return token.lemma_.lower()
