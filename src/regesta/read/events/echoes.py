"""Deeds told only as another's over again: "B followed suit", "so did C", "D did the same"."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.model import Event
from regesta.read.actors.parties import resolve_all
from regesta.read.actors.scene import Scene
from regesta.read.clauses import objects, subject
from regesta.read.events.scope import side, sides
from regesta.read.events.standing import standing
from regesta.read.tree import Token
from regesta.text import hinted

_SPOKEN = hinted(
    r"\bfollow(?:s|ed|ing)? suit\b|\b(?:do|does|did|done|doing) (?:the same|likewise)\b"
    r"|\b(?:so|as) (?:did|has|have) (?:the )?[A-Z]",
    *(" suit", " the same", " likewise", " did ", " has ", " have "),
)
_SAME = frozenset({"suit", "same"})
_LIKEWISE = frozenset({"so", "likewise", "as"})


def is_echo(text: str) -> bool:
    """Whether a sentence may tell that somebody did what another had done."""
    return _SPOKEN.search(text) is not None


def echoes(scene: Scene, told: tuple[Event, ...], *, before: Event | None) -> Iterator[Event]:
    """The deeds of those who did as others had: in this sentence, or `before`, in the last one."""
    if not is_echo(scene.sentence.text):
        return
    for verb in scene.sentence.doc or ():
        span = scene.sentence.words((verb,))
        ahead = [event for event in told if event.deed.start < span.start]
        model = ahead[-1] if ahead else before
        state = standing(verb, scene) if model is not None and _repeats(verb) else None
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
            when=model.when if ahead else None,
            quantities=(),
        )


def _repeats(verb: Token) -> bool:
    """ "followed suit", "did the same", "so did"."""
    if verb.lemma_ == "follow":
        return any(o.lower_ == "suit" for o in objects(verb))
    if verb.lemma_ != "do" or verb.pos_ not in ("VERB", "AUX"):
        return False
    beside = {c.lower_ for c in verb.children if c.dep_ in ("dobj", "advmod", "mark", "prep")}
    return bool(beside & (_SAME | _LIKEWISE))
