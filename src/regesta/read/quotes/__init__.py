"""Direct speech with its speaker and cue."""

from collections.abc import Iterator

from spacy.tokens import Token

from regesta.model import Article, Party, Quote, Span
from regesta.read.actors.scene import Scene
from regesta.read.clauses import objects
from regesta.read.events.speakers import named_speakers, speakers
from regesta.read.events.standing import SPEECH
from regesta.read.quotes.marks import quoted

ORPHAN_REACH = 2  # sentences after the last one that names who speaks
PRONOUN_REACH = 4
_CUES = SPEECH | frozenset(
    {"read", "ask", "call", "warn", "describe", "urge", "accuse", "joke", "reply"}
)


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
        cued = _cued(quote, inside)
        rule, speaker, cue = "cue", None, None
        if cued is not None:
            speaker, cue = cued
            near = last is not None and inside[0].sentence.index - last[1] <= PRONOUN_REACH
            if speaker is None and near and last is not None:
                rule, speaker = "same-speaker", last[0]
            elif speaker is None and cue is not None:
                rule, speaker = "named-before", _named_before(inside[0], scenes)
        elif last is not None and _is_orphan(quote, inside, text=text, since=last[1]):
            rule, speaker = "orphan", last[0]
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
    for body in article.body:
        yield from quoted(text, start=body.start, end=body.end)


def _cued(quote: Span, scenes: list[Scene]) -> tuple[Party | None, Span] | None:
    """The nearest verb of saying outside the quotation that has a speaker."""
    best: tuple[int, Party | None, Span] | None = None
    for scene in scenes:
        doc = scene.sentence.doc
        if doc is None:
            continue
        for token in doc:
            at = scene.sentence.offsets[token.idx]
            if quote.start <= at < quote.end or token.lemma_.lower() not in _CUES:
                continue
            if token.pos_ != "VERB":
                continue
            found = _quoted_person(token, scene) or speakers(token, scene)
            cue = scene.sentence.words([token])
            distance = min(abs(at - quote.start), abs(at - quote.end)) + (0 if found else 500)
            if best is None or distance < best[0]:
                best = (distance, found[0] if found else None, cue)
    return (best[1], best[2]) if best is not None else None


def _named_before(scene: Scene, scenes: tuple[Scene, ...]) -> Party | None:
    """Who "he said" means where nobody spoke yet: the last full name that led a sentence."""
    index = scene.sentence.index
    near = [s for s in scenes if index - ORPHAN_REACH <= s.sentence.index < index]
    for earlier in reversed(near):
        for token in earlier.sentence.doc or ():
            named = token.pos_ == "PROPN" and token.dep_ == "nsubj"
            if named and any(c.dep_ == "compound" for c in token.lefts):
                found = named_speakers(token, earlier)
                return found[0] if found else None
    return None


def _quoted_person(verb: Token, scene: Scene) -> tuple[Party, ...]:
    """Who is quoted in "the agency quoted X as saying"."""
    if verb.lemma_.lower() not in ("quote", "cite"):
        return ()
    return tuple(p for head in objects(verb) for p in named_speakers(head, scene))


def _is_orphan(quote: Span, scenes: list[Scene], *, text: str, since: int) -> bool:
    """Whether a quotation stands alone soon after the sentence in which somebody last spoke."""
    near = scenes[0].sentence.index - since <= ORPHAN_REACH
    return near and _alone(quote, scenes, text)


def _alone(quote: Span, scenes: list[Scene], text: str) -> bool:
    """Whether the sentences hold little besides the quotation: an orphan."""
    start = min(quote.start, scenes[0].sentence.span.start)
    end = max(quote.end, scenes[-1].sentence.span.end)
    outside = text[start : quote.start] + text[quote.end : end]
    return sum(c.isalpha() for c in outside) < 12
