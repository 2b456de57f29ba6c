"""Events of an article: sentences are gated, parsed, read in order, and deeds told twice joined."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from regesta.knowledge import NameHit
from regesta.knowledge.frames import FrameTable, frames
from regesta.model import Article, Event, EventType, Modality, Span, When
from regesta.read.actors.bilateral import home_state
from regesta.read.actors.discourse import Discourse
from regesta.read.actors.groups import lists_in
from regesta.read.actors.parties import resolve
from regesta.read.actors.people import People
from regesta.read.actors.scene import Scene
from regesta.read.actors.strangers import as_pending, is_pending, stranger
from regesta.read.dates import find_dates
from regesta.read.dates.sequel import Before, in_year, with_sequels
from regesta.read.events.dated_again import tells_when, with_days_pointed_to
from regesta.read.events.denials import as_denied
from regesta.read.events.echoes import echoes, is_echo
from regesta.read.events.extract import Setting, deeds
from regesta.read.events.gate import (
    Signs,
    asked_for,
    is_international,
    people_named,
    signs,
    worth_parsing,
)
from regesta.read.events.grounds import places_in
from regesta.read.events.history import only_long_ago, opens_with_its_time, recalls
from regesta.read.events.mentions import INSIDE, mentions, shortened, side_by_side
from regesta.read.events.merge import once
from regesta.read.events.met_then import with_days_of_meetings
from regesta.read.events.placed_again import with_places_pointed_to
from regesta.read.events.resumed import is_resumed, resumed
from regesta.read.events.retold import with_retellings, with_victims
from regesta.read.events.said_then import with_days_of_speech
from regesta.read.events.sofar import Deeds, after_deeds
from regesta.read.events.spoken_on import SAID, spoken_on, with_cues
from regesta.read.events.stage import stage
from regesta.read.events.tested import of_the_only_tester
from regesta.read.events.told_alike import with_slots_told_alike
from regesta.read.events.told_once import in_one
from regesta.read.events.unnamed import of_unnamed_fighters
from regesta.read.naming import find_names
from regesta.read.parser import parse
from regesta.read.quotes.beside import is_open, may_say
from regesta.read.quotes.marks import quoted_in
from regesta.read.saying import may_say_so
from regesta.read.sentences import Sentence, acronyms_left_out, is_tokenised, parser_view
from regesta.text.sentences import split_sentences

_DAY = len("2014-05-01")
_REPORTED = re.compile(r"\b(?:said|reported|announced|added|stated|confirmed|told reporters) $")
PLACE_REACH = 2  # sentences back that "there" and "the city" may point to
DENIAL_REACH = 2  # sentences back to the charge that is denied
DATE_REACH = 2  # sentences back to the day that "the day before" counts from
_WHOLE = frozenset({"South Africa", "North Macedonia"})  # nobody calls them "the South"
MAX_SENTENCES = 400  # of one article; a longer one is cut and the rest is a Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an article tells: its events, those of strangers, its sentences as understood."""

    events: tuple[Event, ...]
    pending: tuple[Event, ...]
    scenes: tuple[Scene, ...]


def _body_sentences(article: Article, text: str) -> list[Span]:
    return [
        Span(page=article.page, start=start, end=end)
        for body in article.body
        for start, end in split_sentences(text, start=body.start, end=body.end)
    ]


def sentences(article: Article, *, text: str, people: People) -> tuple[Sentence, ...]:
    """The sentences of an article's body; those that can hold an event or a quotation parsed."""
    anchor = article.published.value if article.published is not None else None
    speech = tuple(quoted_in(text, ((body.start, body.end) for body in article.body)))
    whole = article.span.words(text)
    tokenised = is_tokenised(whole)
    found = []
    for index, span in enumerate(_body_sentences(article, text)[:MAX_SENTENCES]):
        words = text[span.start : span.end]
        view, offsets = parser_view(words, start=span.start, tokenised=tokenised)
        if not view.strip():
            continue
        hits = find_names(view, article=whole, on=anchor)
        short = acronyms_left_out(words, start=span.start, offsets=offsets)
        found.append(
            Sentence(index=index, span=span, text=view, offsets=offsets, hits=hits, short=short)
        )
    found = list(with_cues(found, speech=speech))
    abroad = is_international(
        (hit for sentence in found for hit in sentence.hits),
        text=whole,
        countries={p.country for p in people.known if p.country is not None} | _host(article),
        on=anchor,
    )
    shown = _signs(found, people=people, on=anchor) if abroad else []
    telling, beside = _telling(found, shown, home=_host(article)) if abroad else ({}, {})
    met = beside | telling
    wanted = [
        s
        for s in found
        if s.index in telling
        or (is_open(s, speech) and (s.index in beside or may_say(s.text)))
        or (telling and tells_when(s.text))
    ]
    parsed = dict(zip((s.index for s in wanted), parse([s.text for s in wanted]), strict=True))
    read = (
        replace(s, doc=parsed[s.index], met=met.get(s.index)) if s.index in parsed else s
        for s in found
    )
    dated = (_dated(s, text, anchor=anchor) if telling or s.doc is not None else s for s in read)
    return tuple(_counted_on(dated, text=text, on=anchor))


def _host(article: Article) -> frozenset[str]:
    """The state from whose capital an article comes: what others do there is done in it."""
    home = home_state(article.dateline.place) if article.dateline is not None else None
    return frozenset({home}) if home is not None else frozenset()


def _dated(sentence: Sentence, text: str, *, anchor: str | None) -> Sentence:
    """A sentence with its dates: those of a page that tells nothing date nothing."""
    span = sentence.span
    dates = find_dates(text, page=span.page, start=span.start, end=span.end, anchor=anchor)
    return replace(sentence, dates=dates) if dates else sentence


def _in_old_years(read: Iterable[Sentence], *, on: str | None) -> Iterator[Sentence]:
    """The sentences, a day without its year in that of a lead of long ago: "In 1999 ... May 7"."""
    year: str | None = None
    for at, sentence in enumerate(read):
        if year is not None and sentence.dates:
            sentence = replace(sentence, dates=tuple(in_year(d, year) for d in sentence.dates))
        opens = at == 0 and opens_with_its_time(sentence)
        if (opens or year is not None) and sentence.dates:
            years = {d.value[:4] for d in sentence.dates}
            old = on is not None and max(years) < f"{int(on[:4]) - 19:04d}"
            year = max(years) if old else None
        yield sentence


def _counted_on(read: Iterable[Sentence], *, text: str, on: str | None) -> Iterator[Sentence]:
    """The sentences with the dates that count on from one told before: "the next day"."""
    told, last = Before(on=on), 0
    for sentence in _in_old_years(read, on=on):
        dates = with_sequels(sentence.dates, text=text, span=sentence.span, told=told)
        yield replace(sentence, dates=dates) if len(dates) > len(sentence.dates) else sentence
        lead = sentence.index == 0
        if dates or sentence.index - last >= DATE_REACH:
            told, last = replace(told, dates=_of_deeds(dates, text)), sentence.index
        if lead:
            told = replace(told, lead=sentence.text, led=dates)


def _signs(found: list[Sentence], *, people: People, on: str | None) -> list[Signs]:
    """What each sentence shows; who speaks may be named behind the words."""
    surnames = frozenset(p.name.split()[-1] for p in people.known)
    shown = [
        signs(_as_told(s), hits=s.hits, people=_countries(s.text, surnames, people=people, on=on))
        for s in found
    ]
    by_index = {s.index: one.named for s, one in zip(found, shown, strict=True)}
    return [
        one if s.cue is None else replace(one, named=one.named | by_index[s.cue])
        for s, one in zip(found, shown, strict=True)
    ]


def _telling(
    found: list[Sentence], shown: list[Signs], *, home: frozenset[str]
) -> tuple[dict[int, int], dict[int, int]]:
    """The sentences to be parsed for a deed, and those that may tell one if they are parsed.

    Both by their index, with the sets of words that they have; nothing where none is worth it.
    """
    chosen = zip(found, shown, worth_parsing(shown, home=home), strict=True)
    telling = {s.index: one.met for s, one, worth in chosen if worth}
    if not telling:
        return {}, {}
    echoing = {s.index: asked_for(s.text) for s in found if is_echo(s.text) or is_resumed(s.text)}
    beside = {
        s.index: one.met for s, one in zip(found, shown, strict=True) if one.fits and one.named
    }
    return echoing | telling, beside


def _as_told(sentence: Sentence) -> str:
    """The words of a sentence, and those that say it is said: of direct speech, of set phrases."""
    said = sentence.cue is not None or may_say_so(sentence.text)
    return sentence.text + SAID if said else sentence.text


def _countries(
    text: str, surnames: frozenset[str], *, people: People, on: str | None
) -> tuple[str | None, ...]:
    """The countries of the people whose surnames a sentence has; None for one of none known."""
    found = (people.find(name, on=on) for name in people_named(text, known=surnames))
    return tuple(None if person is None else person.country for person in found)


def tell(article: Article, *, text: str, people: People) -> Told:
    """The events of one article, each once; `text` is the page's text."""
    table = frames()
    on = article.published.value if article.published is not None else None
    setting = Setting(page=article.page, article=article.id, text=text)
    discourse = Discourse()
    scenes: list[Scene] = []
    found: list[Event] = []
    pending: list[Event] = []
    left_open = Deeds()
    read = sentences(article, text=text, people=people)
    dateline = article.dateline
    halves = _halves(read)
    place = dateline.place if dateline is not None else None
    plays = stage(read, place=place)
    lists = lists_in(read)
    newest = _newest(read)
    for at, sentence in enumerate(read):
        scene = Scene(
            sentence=sentence,
            people=people,
            discourse=discourse,
            on=on,
            halves=halves,
            ground=plays.ground,
            front=plays.front,
            base=plays.base,
            home=plays.home,
            two=plays.two,
            named=plays.named,
            here=plays.here,
            lists=lists,
            places=_places(read[max(0, at - PLACE_REACH) : at], before=sentence.index),
            newest=newest,
            recalled=_recalled(found, read[max(0, at - 1) : at], on=on),
            long_ago=only_long_ago(read[: at + 1], on=on),
        )
        scene = spoken_on(scene, read, scenes)
        scenes.append(scene)
        discourse = discourse.after(mentions(scene)).shortened(shortened(scene))
        discourse = discourse.named_together(side_by_side(scene), sentence=sentence.index)
        if sentence.met is None:
            continue
        read_here = deeds(scene, table=table, setting=setting)
        left_open = left_open.with_open(read_here)
        near = frozenset(s.span for s in read[max(0, at - DENIAL_REACH) : at + 1])
        told = in_one(read_here.whole, scene)
        told = _answered(told, found, blows=left_open.unclaimed, near=near)
        told = _with_repeats(scene, told, found=found, before=read[max(0, at - 1) : at])
        discourse = after_deeds(discourse, read_here, sentence=sentence.index)
        for event in told:
            discourse = _joined(discourse, event, sentence=sentence.index)
        found.extend(told)
        pending.extend(_of_strangers(scene, told=told, table=table, setting=setting))
    return Told(
        events=_completed(_joined_up(found, left_open, text=text), scenes=tuple(scenes)),
        pending=tuple(as_pending(event, text=text) for event in once(tuple(pending), text=text)),
        scenes=tuple(scenes),
    )


def _of_deeds(dates: tuple[When, ...], text: str) -> tuple[When, ...]:
    """The dates but that of a report behind the deed's own: "on Saturday, B said on Monday"."""
    done = [d for d in dates if d.span and not _REPORTED.search(text, 0, d.span.start)]
    return tuple(done) if any(len(d.day) == _DAY for d in done) else dates


def _answered(
    whole: tuple[Event, ...], found: list[Event], *, blows: Sequence[Event], near: frozenset[Span]
) -> tuple[Event, ...]:
    """The deeds of a sentence, its denials as the deeds that they deny."""
    told = (
        as_denied(event, before=(*found, *whole[:place]), blows=blows, near=near)
        for place, event in enumerate(whole)
    )
    return tuple(event for event in told if event.rule != "deny.part")


def _joined_up(found: list[Event], left_open: Deeds, *, text: str) -> tuple[Event, ...]:
    """The deeds of an article, each once, with what it tells of them without their doers."""
    tests = of_the_only_tester(found, left_open.tests)
    whole = once((*with_victims(found, left_open.unclaimed, text=text), *tests), text=text)
    unnamed = of_unnamed_fighters(whole, left_open.unclaimed, text=text)
    return with_retellings((*whole, *unnamed), left_open.doerless, text=text)


def _newest(read: tuple[Sentence, ...]) -> str | None:
    """The last day that an article names."""
    days = (d.day for s in read for d in s.dates if len(d.day) == len("2014-05-01"))
    return max(days, default=None)


def _completed(events: tuple[Event, ...], *, scenes: tuple[Scene, ...]) -> tuple[Event, ...]:
    """The deeds with the days and places that other sentences than their own tell of them."""
    placed = with_places_pointed_to(events, scenes)
    dated = with_days_of_speech(with_days_pointed_to(placed, scenes), scenes)
    return with_days_of_meetings(with_slots_told_alike(dated, scenes), scenes)


def _with_repeats(
    scene: Scene, told: tuple[Event, ...], *, found: list[Event], before: tuple[Sentence, ...]
) -> tuple[Event, ...]:
    """The deeds of a sentence with those that it tells only as another's, or as talks going on."""
    told = (*told, *echoes(scene, told, before=_last(found, before)))
    return (*told, *resumed(scene, before=(*found, *told)))


def _last(told: list[Event], before: tuple[Sentence, ...]) -> Event | None:
    """The last deed told, where the sentence before told it."""
    spans = {sentence.span for sentence in before}
    return told[-1] if told and spans.intersection(told[-1].evidence) else None


def _recalled(told: list[Event], before: tuple[Sentence, ...], *, on: str | None) -> bool:
    """Whether what stands just before is history: the last deed told, or the day it names."""
    return (bool(told) and told[-1].background) or any(recalls(s.dates, on=on) for s in before)


def _of_strangers(
    scene: Scene, *, told: tuple[Event, ...], table: FrameTable, setting: Setting
) -> Iterator[Event]:
    """The deeds of a sentence that are none as long as a person in them is not known."""
    doc = scene.sentence.doc or ()
    names = [t for t in doc if t.pos_ == "PROPN" and t.dep_ not in INSIDE]
    if not names:
        return
    with_strangers = replace(scene, strangers=True, resolved={})
    if not any(stranger(t, with_strangers) and not resolve(t, scene) for t in names):
        return
    known = {event.deed for event in told}
    for event in deeds(with_strangers, table=table, setting=setting).whole:
        if is_pending(event) and event.deed not in known:
            yield event


def _places(read: tuple[Sentence, ...], *, before: int) -> tuple[NameHit, ...]:
    """The towns and regions that the last sentences before one named, in order."""
    near = (s for s in read if before - PLACE_REACH <= s.index < before)
    return tuple(hit for sentence in near for hit in places_in(sentence))


def _halves(read: tuple[Sentence, ...]) -> tuple[tuple[str, str], ...]:
    """Countries whose name begins with North or South; used for "the North".

    Of several ("South Sudan", "South Africa") the one that the article names most.
    """
    count = Counter(
        (hit.name, hit.country)
        for sentence in read
        for hit in sentence.hits
        if hit.country is not None
        and hit.name.startswith(("North ", "South "))
        and hit.name not in _WHOLE
    )
    named = {**_most_named(count, "North "), **_most_named(count, "South ")}
    known = {"North Korea", "South Korea"} & named.keys()
    korea = {"North Korea": "PRK", "South Korea": "KOR"} if known else {}
    return tuple(sorted((named | korea).items()))


def _most_named(count: Counter[tuple[str, str]], half: str) -> dict[str, str]:
    """The name that begins with `half` and is written most often; none where two are."""
    of_half = {key: n for key, n in count.items() if key[0].startswith(half)}
    most = [key for key, n in of_half.items() if n == max(of_half.values())]
    return dict(most) if len(most) == 1 else {}


def _joined(discourse: Discourse, event: Event, *, sentence: int) -> Discourse:
    """Who "the two sides" are after this deed, those who did it together or fought; who met."""
    together = (len(event.actors) > 1 and not event.recipients) or event.type is EventType.ASSAULT
    sides = {p.country: p for p in (*event.actors, *event.recipients)}
    if event.type is EventType.CONSULT and len(sides) > 1:
        day = event.when.value if event.when is not None else None
        discourse = discourse.met(tuple(sides.values()), sentence=sentence, day=day)
    if len(sides) == 2 and event.modality is not Modality.POSSIBLE:
        first, second = sides.values()
        discourse = discourse.dealt(first, second, sentence=sentence)
    if together and len(sides) == 2 and event.modality is Modality.ACTUAL:
        first, second = sides.values()
        return discourse.joined(first, second, sentence=sentence)
    return discourse
