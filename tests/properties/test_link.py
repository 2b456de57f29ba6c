"""Links depend on the set of readings, not on the order or the batches they come in."""

from evaluate.bare import article_id, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.link import keys, link, link_keys
from regesta.model import (
    Event,
    EventType,
    Modality,
    Party,
    Reading,
    Sector,
    Span,
)

SENTENCES = (
    "OSLO (AP) - Ministers of Norway and Sweden agreed on Monday to dig new snow tunnels.",
    "The ore railway between Kiruna and Narvik was cut four times by derailments this winter.",
    "A joint office in Kiruna is to watch over the works until the last tunnel opens in autumn.",
    "Dock workers in Narvik said they would believe in the tunnels when they saw the drills.",
    "Kenya lifted its ban on Ugandan sugar after the trade ministers of both met in Busia.",
    "Lorries with sugar had waited for nine days at the crossing, drivers in Busia said.",
)
COUNTRIES = st.sampled_from(["NOR", "SWE", "KEN", "UGA", None])
DEEDS = st.tuples(
    st.sampled_from([EventType.CONSULT, EventType.AGREE, EventType.CONCEDE]),
    st.lists(COUNTRIES, max_size=2, unique=True),
    st.lists(COUNTRIES, max_size=2, unique=True),
    st.booleans(),
)
PAGES = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Tunnels for ore railway", "Sugar ban lifted", ""]),
        "text": st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("\n".join),
        "publisher": st.sampled_from(["Post", "Star", "Associated Press", None]),
        "published": st.sampled_from(["2025-03-04", "2025-03-05T08:00", "2025-05", None]),
        "deeds": st.lists(DEEDS, max_size=2),
    }
)


def party(country: str | None, *, page: str) -> Party:
    span = Span(page=page, start=0, end=1)
    name = country or "the envoy"
    return Party(span=span, text=name, name=name, rule="x", country=country, sector=Sector.GOV)


def as_reading(number: int, page: dict) -> Reading:
    row = {**page, "id": f"page{number}"}
    events = tuple(
        Event(
            page=row["id"],
            article=article_id(row),
            type=kind,
            modality=Modality.ACTUAL,
            background=background,
            deed=Span(page=row["id"], start=at, end=at + 1),
            evidence=(Span(page=row["id"], start=0, end=len(page["text"])),),
            rule="x",
            actors=tuple(party(c, page=row["id"]) for c in actors),
            recipients=tuple(party(c, page=row["id"]) for c in recipients),
        )
        for at, (kind, actors, recipients, background) in enumerate(page["deeds"])
    )
    return reading(row, events=events)


READINGS = st.lists(PAGES, max_size=7).map(
    lambda pages: [as_reading(number, page) for number, page in enumerate(pages)]
)


@settings(max_examples=25)
@given(READINGS, st.randoms(use_true_random=False))
def test_order_and_batches_change_nothing(readings, chance):
    shuffled = [*readings, *readings[:2]]
    chance.shuffle(shuffled)
    batches = [key for each in shuffled[::2] + shuffled[1::2] for key in keys(each)]
    assert link(shuffled) == link(readings) == link_keys(batches)


@settings(max_examples=25)
@given(READINGS)
def test_everything_is_linked_once_and_hangs_together(readings):
    links = link(readings)
    articles = {article.id for each in readings for article in each.articles}
    assert sorted(a for story in links.stories for a in story.articles) == sorted(articles)
    events = sorted(event.id for each in readings for event in each.events)
    assert sorted(e for each in links.happenings for e in each.events) == events

    copies = {copy.article: copy for copy in links.copies}
    assert len(copies) == len(links.copies)
    folded = {copy.article for copy in links.copies if copy.folds}
    for copy in links.copies:
        assert copy.origin in articles - folded
        assert 0 < copy.share <= 1

    home = {article: story.id for story in links.stories for article in story.articles}
    for each in links.happenings:
        assert each.story == home[each.articles[0]]
        assert each.seed == each.events[0]
        assert 1 <= each.origins <= len(each.articles) == len(set(each.articles))
        assert each.reasons
