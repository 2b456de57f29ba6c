"""Direct speech with its speaker and cue."""

from collections.abc import Iterator

from regesta.model import Article, Party, Quote, Span
from regesta.read.actors.scene import Scene
from regesta.read.quotes.beside import CUES, Beside, beside
from regesta.read.quotes.marks import quoted_in
from regesta.read.quotes.named import party_named
from regesta.read.quotes.voices import meant_by, named_before, voice

ORPHAN_REACH = 2  # sentences after the last one that names who speaks
PRONOUN_REACH = 4
ELSEWHERE = 150  # code points that a verb counts as farther when it does not govern the words


def quotes(article: Article, *, text: str, scenes: tuple[Scene, ...]) -> tuple[Quote, ...]:
    """The quotes of an article in order; `scenes` are its sentences as the events step saw them.

    A quotation without a cue of its own takes the last speaker, for at most ORPHAN_REACH
    sentences after that speaker's words.
    """
    found: list[Quote] = []
    last: tuple[Party, int] | None = None
    for start, end in _spans(article, text):
        inside = [s for s in scenes if s.sentence.span.start < end and start < s.sentence.span.end]
        if not inside:
            continue
        quote = Span(page=article.page, start=start, end=end)
        told = cued(quote, inside, scenes)
        rule, speaker, cue = "cue", None, None
        if told is not None:
            speaker, cue = told
            near = last is not None and inside[0].sentence.index - last[1] <= PRONOUN_REACH
            if speaker is None and near and last is not None:
                rule, speaker = "same-speaker", last[0]
            elif speaker is None and cue is not None:
                rule, speaker = "named-before", _one(named_before(inside[0], scenes, pronoun=None))
        elif _alone(quote, inside, text):
            rule, speaker = "orphan", _carried_on(inside[0], scenes, last=last)
        if speaker is not None:
            last = (speaker, inside[-1].sentence.index)
        elif cue is None and not _alone(quote, inside, text):
            continue
        found.append(
            Quote(
                page=article.page,
                article=article.id,
                span=quote,
                sentence=inside[0].sentence.span,
                rule=f"quote.{rule}" if speaker is not None else "quote.no-speaker",
                speaker=speaker,
                cue=cue,
            )
        )
    return tuple(found)


def _spans(article: Article, text: str) -> Iterator[tuple[int, int]]:
    yield from quoted_in(text, ((body.start, body.end) for body in article.body))


def cued(
    quote: Span, inside: list[Scene], scenes: tuple[Scene, ...]
) -> tuple[Party | None, Span] | None:
    """The nearest verb of saying outside the quotation: one that governs it, one with a speaker."""
    for scene in inside:
        found = beside(scene.sentence, start=quote.start, end=quote.end)
        if found is not None:
            return _told(found, scene, scenes)
    best: tuple[int, Party | None, Span] | None = None
    for scene in inside:
        doc = scene.sentence.doc
        if doc is None:
            continue
        places = [(token, scene.sentence.offsets[token.idx]) for token in doc]
        words = [token for token, at in places if quote.start <= at < quote.end]
        for token, at in places:
            if quote.start <= at < quote.end or token.lemma_.lower() not in CUES:
                continue
            if token.pos_ != "VERB":
                continue
            voices = voice(token, scene, scenes)
            cue = scene.sentence.words([token])
            distance = min(abs(at - quote.start), abs(at - quote.end)) + (0 if voices else 500)
            distance += 0 if words and token.is_ancestor(words[0]) else ELSEWHERE
            if best is None or distance < best[0]:
                best = (distance, voices[0] if voices else None, cue)
    return (best[1], best[2]) if best is not None else None


def _told(found: Beside, scene: Scene, scenes: tuple[Scene, ...]) -> tuple[Party | None, Span]:
    """Who speaks by the words beside the marks, and the verb that says so."""
    cue = scene.sentence.page_span(*found.cue)
    if found.pronoun:
        return _one(meant_by(found.pronoun, scene, scenes)), cue
    return party_named(found, scene), cue


def _carried_on(
    scene: Scene, scenes: tuple[Scene, ...], *, last: tuple[Party, int] | None
) -> Party | None:
    """Who goes on speaking in a quotation that stands alone: the last to speak, if near."""
    index = scene.sentence.index
    before = next((s for s in scenes if s.sentence.index == index - 1), None)
    if before is not None and (last is None or last[1] < index - 1):
        found = _one(named_before(scene, scenes, pronoun=None))
        if found is not None:
            return found
    near = last is not None and index - last[1] <= ORPHAN_REACH
    return last[0] if near and last is not None else None


def _one(found: tuple[Party, ...]) -> Party | None:
    return found[0] if found else None


def _alone(quote: Span, scenes: list[Scene], text: str) -> bool:
    """Whether the sentences hold little besides the quotation: an orphan."""
    start = min(quote.start, scenes[0].sentence.span.start)
    end = max(quote.end, scenes[-1].sentence.span.end)
    outside = text[start : quote.start] + text[quote.end : end]
    return sum(c.isalpha() for c in outside) < 12
