"""Deeds told only as another's over again: "B followed suit", "so did C", "D did the same".

"A did it, and B followed", "a step that B matched" and "B answered in kind" are such, too.
"""

from collections.abc import Iterator
from dataclasses import replace

from regesta.model import Event
from regesta.read.actors.parties import resolve_all
from regesta.read.actors.scene import Scene
from regesta.read.clauses import child, complements, objects, prepositions, subject
from regesta.read.events.scope import side, sides
from regesta.read.events.standing import standing
from regesta.read.tree import Token
from regesta.text import hinted

_SPOKEN = hinted(
    r"\bfollow(?:s|ed|ing)? suit\b|\b(?:do|does|did|done|doing) (?:the same|likewise)\b"
    r"|\b(?:so|as) (?:did|has|have) (?:the )?[A-Z]|\bin kind\b",
    *(" suit", " the same", " likewise", " did ", " has ", " have ", " in kind"),
)
# Words that stand in one sentence with the deed which they tell again.
_BESIDE = hinted(
    r"\b(?:followed|match(?:es|ed)|cop(?:ies|ied)|mirror(?:s|ed)|reciprocated)\b",
    *("followed", "matche", "copie", "mirror", "reciprocated"),
)
_SAME = frozenset({"suit", "same"})
_LIKEWISE = frozenset({"so", "likewise", "as"})
_COPIES = frozenset({"match", "copy", "mirror", "reciprocate"})
_STEPS = frozenset({"move", "step", "measure", "gesture", "example", "action", "decision"})
_ANSWERS = frozenset({"respond", "reply", "answer", "retaliate", "react"})


def is_echo(text: str) -> bool:
    """Whether a sentence may tell that somebody did what another had done."""
    return _SPOKEN.search(text) is not None


def echoes(scene: Scene, told: tuple[Event, ...], *, before: Event | None) -> Iterator[Event]:
    """The deeds of those who did as others had: in this sentence, or `before`, in the last one."""
    text = scene.sentence.text
    if not is_echo(text) and (not told or _BESIDE.search(text) is None):
        return
    for verb in scene.sentence.doc or ():
        span = scene.sentence.words((verb,))
        ahead = [event for event in told if event.deed.start < span.start]
        model = ahead[-1] if ahead else before
        later = bool(ahead) and _comes_after(verb)
        repeated = later or _repeats(verb) or _returns(verb)
        state = standing(verb, scene) if model is not None and repeated else None
        doer = subject(verb)
        if model is None or state is None or not state.kept or doer is None:
            continue
        done_by = tuple(p for p in resolve_all(doer, scene) if p.country is not None)
        if not done_by or sides(done_by) & sides(model.actors):
            continue
        back = {side(p) for p in done_by} & sides(model.recipients)
        yield replace(
            model,
            modality=state.modality,
            deed=span,
            evidence=(scene.sentence.span,),
            rule="echo",
            actors=done_by,
            recipients=model.actors if back else model.recipients,
            when=model.when if ahead and not later and not _returns(verb) else None,
            quantities=(),
        )


def _repeats(verb: Token) -> bool:
    """ "followed suit", "did the same", "so did"."""
    if verb.lemma_ == "follow":
        return any(o.lower_ == "suit" and child(o, "det") is None for o in objects(verb))
    if verb.lemma_ != "do" or verb.pos_ not in ("VERB", "AUX"):
        return False
    beside = {c.lower_ for c in verb.children if c.dep_ in ("dobj", "advmod", "mark", "prep")}
    return bool(beside & (_SAME | _LIKEWISE))


def _returns(verb: Token) -> bool:
    """ "a step that B matched", "B answered in kind": done after it, on a day of its own."""
    if verb.lemma_ in _COPIES:
        return any(o.lemma_ in _STEPS for o in objects(verb))
    kind = (t for p in prepositions(verb, "in") for t in complements(p) if t.lower_ == "kind")
    return verb.lemma_ in _ANSWERS and any(kind)


def _comes_after(verb: Token) -> bool:
    """ "A did it, and B followed", "B and C followed a day later": joined, with no object."""
    joined = verb.lemma_ == "follow" and verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN")
    own = child(verb, "nsubj")
    bare = not objects(verb) and child(verb, "prep", "prt", "nsubjpass", "advcl", "xcomp") is None
    return joined and own is not None and bare
