"""Deeds of persons whose country their page does not say: what other pages complete, what not."""

from dataclasses import replace

import pytest

from regesta.link import link
from regesta.model import (
    Article,
    Basis,
    Event,
    EventType,
    Modality,
    Party,
    Reading,
    Role,
    Span,
    Tenure,
    When,
)

WORDS = "Berg accused Chile on Monday."


ELSEWHERE = "Harbour masters counted herring, cod and salmon in the nets of forty trawlers."


def page(name: str, *, day: str | None = "2025-03-04") -> Reading:
    """A page with one article that tells and explains nothing; "first" is another story."""
    text = WORDS if name == "first" else ELSEWHERE
    span = Span(page=name, start=0, end=len(text))
    article = Article(
        page=name,
        role=Role.MAIN,
        span=span,
        rule="x",
        title=name,
        publisher=name,
        published=When(value=day, basis=Basis.PAGE, rule="x") if day else None,
        body=(span,),
    )
    return Reading(
        page=name,
        name=name,
        media_type="text/plain",
        text=text,
        made_by="x",
        articles=(article,),
    )


def with_deed(read: Reading, *, name: str = "Berg", known: bool = False) -> Reading:
    """The page with a deed of somebody whom it does not explain, or `known` as a Norwegian."""
    article = read.articles[0]
    start = read.text.index(WORDS)
    span = Span(page=read.page, start=start, end=start + 4)
    target = Span(page=read.page, start=start + 13, end=start + 18)
    doer = Party(
        span=span,
        text="Berg",
        name=name,
        person=name,
        country="NOR" if known else None,
        rule="page" if known else "name.stranger",
    )
    event = Event(
        page=read.page,
        article=article.id,
        type=EventType.ACCUSE,
        modality=Modality.ACTUAL,
        background=False,
        deed=Span(page=read.page, start=start + 5, end=start + 12),
        evidence=(Span(page=read.page, start=start, end=len(read.text)),),
        rule="accuse",
        actors=(doer,),
        recipients=(Party(span=target, text="Chile", name="Chile", country="CHL", rule="name"),),
    )
    return replace(read, events=(event,)) if known else replace(read, pending=(event,))


def with_office(read: Reading, person: str, country: str, *, former: bool = False) -> Reading:
    """The page with words that give a person an office."""
    article = read.articles[0]
    tenure = Tenure(
        page=read.page,
        article=article.id,
        person=person,
        office="foreign minister",
        country=country,
        span=Span(page=read.page, start=0, end=4),
        rule="x",
        former=former,
    )
    return replace(read, tenures=(*read.tenures, tenure))


def test_a_page_that_comes_later_completes_the_deed_of_an_earlier_one():
    first = with_deed(page("first"))
    assert link([first]).happenings == ()
    links = link([first, with_office(page("later", day="2025-06-04"), "Jane Berg", "NOR")])
    [done] = links.completed
    [doer] = done.event.actors
    assert (doer.country, doer.person, doer.office) == ("NOR", "Jane Berg", "foreign minister")
    assert (doer.rule, doer.text) == ("tenure.register", "Berg")
    assert [tenure.page for tenure in done.tenures] == ["later"]
    [happening] = links.happenings
    assert (happening.actors, happening.recipients) == (("NOR",), ("CHL",))
    assert happening.events == (done.event.id,)


def test_the_order_of_pages_changes_nothing():
    pages = [with_deed(page("first")), with_office(page("later"), "Jane Berg", "NOR")]
    assert link(pages) == link(pages[::-1])


@pytest.mark.parametrize(
    "offices",
    [
        [("Jane Berg", "NOR"), ("Olof Berg", "SWE")],
        [("Jane Berg", "NOR"), ("Jane Berg", "SWE")],
        [("Jane Lind", "NOR")],
        [("Jane Berg", "CHL")],
    ],
    ids=["two-persons", "two-countries", "another", "the-one-accused"],
)
def test_what_is_not_clear_stays_pending(offices):
    others = [with_office(page(f"p{n}"), *each) for n, each in enumerate(offices)]
    links = link([with_deed(page("first")), *others])
    assert (links.completed, links.happenings) == ((), ())


def test_the_article_goes_before_the_story_and_the_register():
    first = with_office(with_deed(page("first")), "Jane Berg", "NOR")
    links = link([first, with_office(page("other"), "Olof Berg", "SWE")])
    [done] = links.completed
    assert [(p.country, p.rule) for p in done.event.actors] == [("NOR", "tenure.article")]


@pytest.mark.parametrize(
    "other",
    [
        with_office(page("other", day="2019-03-04"), "Jane Berg", "NOR"),
        with_office(page("other", day=None), "Jane Berg", "NOR"),
        with_office(page("other"), "Jane Berg", "NOR", former=True),
    ],
    ids=["years-before", "no-day", "former"],
)
def test_an_office_of_another_time_says_nothing(other):
    assert link([with_deed(page("first")), other]).completed == ()


def test_a_whole_name_has_to_be_borne_whole():
    first = with_deed(page("first"), name="John Berg")
    assert link([first, with_office(page("other"), "Jane Berg", "NOR")]).completed == ()
    assert link([first, with_office(page("other"), "John Berg", "NOR")]).completed


def test_what_the_article_tells_anyway_is_no_second_deed():
    known = with_deed(page("first"), known=True)
    both = replace(known, pending=with_deed(page("first")).pending)
    links = link([both, with_office(page("other"), "Jane Berg", "NOR")])
    assert links.completed == ()
    assert len(links.happenings) == 1


def test_those_who_are_known_count_beside_a_stranger_who_stays_one():
    first = with_deed(page("first"))
    [deed] = first.pending
    [berg] = deed.actors
    both = replace(deed, actors=(berg, replace(berg, text="Lind", name="Lind", person="Lind")))
    later = with_office(page("later"), "Jane Berg", "NOR")
    [done] = link([replace(first, pending=(both,)), later]).completed
    assert [party.country for party in done.event.actors] == ["NOR"]
