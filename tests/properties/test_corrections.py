"""A register whose pages were corrected holds what one holds that read the corrected ones."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.export import KINDS, lines
from regesta.link import link
from regesta.model import (
    Article,
    Basis,
    Event,
    EventType,
    Modality,
    Page,
    Party,
    Reading,
    Role,
    Span,
    Tenure,
    When,
)
from regesta.store import open_register
from regesta.store.links import save_links
from regesta.store.query import readings
from regesta.store.write import save_readings

SENTENCES = (
    "Ministers of Norway and Sweden agreed on Monday to dig new snow tunnels.",
    "The ore railway between Kiruna and Narvik was cut four times this winter.",
    "Kenya lifted its ban on Ugandan sugar after the ministers of both met in Busia.",
    "Lorries with sugar had waited for nine days at the crossing, drivers in Busia said.",
)
DEEDS = st.tuples(
    st.sampled_from([EventType.CONSULT, EventType.AGREE]),
    st.sampled_from(["NOR", "KEN", "Berg"]),
    st.sampled_from(["SWE", "UGA", None]),
)
OFFICES = st.sampled_from([None, None, "NOR", "ISL"])
TELLINGS = st.none() | st.tuples(st.lists(DEEDS, max_size=2), OFFICES)
"""What is read from a page: its deeds, and whose minister Berg is; or no article at all."""

PAGES = st.lists(
    st.tuples(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), TELLINGS, TELLINGS),
    min_size=1,
    max_size=5,
)
"""Pages with what was read from each at first, and what is read from it later."""

Pair = tuple[Page, Reading]


def pair(number: int, sentences: list[str], *, told: tuple | None, made_by: str) -> Pair:
    text = "\n".join([f"Report {number} of the day", *sentences])
    page = Page(name=f"{number}.txt", body=text.encode(), media_type="text/plain")
    whole = Span(page=page.id, start=0, end=len(text))
    article = Article(
        page=page.id,
        role=Role.MAIN,
        span=whole,
        rule="x",
        title="Report of the day",
        publisher=f"Outlet {number}",
        published=When(value=f"2025-03-0{number + 1}", basis=Basis.PAGE, rule="x"),
        body=(whole,),
    )
    read = Reading(
        page=page.id, name=page.name, media_type="text/plain", text=text, made_by=made_by
    )
    if told is None:
        return page, read
    deeds, country = told
    events = [event(deed, at=at, article=article) for at, deed in enumerate(deeds)]
    tenure = Tenure(
        page=page.id,
        article=article.id,
        person="Jane Berg",
        office="foreign minister",
        country=country or "",
        span=article.span,
        rule="x",
    )
    return page, replace(
        read,
        articles=(article,),
        events=tuple(each for each in events if each.actors[0].country),
        pending=tuple(each for each in events if not each.actors[0].country),
        tenures=(tenure,) if country else (),
    )


def event(deed: tuple, *, at: int, article: Article) -> Event:
    kind, *codes = deed
    span = Span(page=article.page, start=at, end=at + 1)
    sides = [(party(code, span=span),) if code else () for code in codes]
    return Event(
        page=article.page,
        article=article.id,
        type=kind,
        modality=Modality.ACTUAL,
        background=False,
        deed=span,
        evidence=(article.span,),
        rule="x",
        actors=sides[0],
        recipients=sides[1],
    )


def party(code: str, *, span: Span) -> Party:
    if code == "Berg":
        return Party(span=span, text=code, name=code, person=code, rule="name.stranger")
    return Party(span=span, text=code, name=code, rule="x", country=code)


def exported(*batches: list[Pair]) -> dict[str, list[str]]:
    """Every export of a register that read and linked the batches one after another."""
    with (
        TemporaryDirectory() as folder,
        closing(open_register(Path(folder) / "r.db", write=True)) as db,
    ):
        for batch in batches:
            save_readings(db, batch)
            save_links(db, link(readings(db)), linked_by="test")
        return {what: list(lines(db, what=what, format="jsonl")) for what in sorted(KINDS)}


@settings(max_examples=25)
@given(PAGES, st.randoms(use_true_random=False))
def test_correcting_pages_and_linking_again_is_reading_the_rest_at_once(pages, chance):
    before, after, now = [], [], []
    for number, (sentences, first, later) in enumerate(pages):
        before.append(pair(number, sentences, told=first, made_by="v1"))
        if chance.random() < 0.6:
            after.append(pair(number, sentences, told=later, made_by="v2"))
        now.append(after[-1] if after and after[-1][0] == before[-1][0] else before[-1])
    chance.shuffle(before)
    chance.shuffle(after)
    assert exported(before, after) == exported(now)
