"""The answers fit what was written."""

import pytest

from regesta.store import RegisterError, query
from regesta.store.links import save_links
from regesta.store.query import Want
from regesta.store.write import save_readings

EVERYTHING = Want()


def test_counts(full, pairs):
    counts = query.counts(full)
    assert (counts.pages, counts.articles, counts.events, counts.quotes) == (3, 2, 2, 2)
    assert (counts.stories, counts.happenings, counts.copies, counts.troubles) == (1, 1, 1, 3)


def test_readings_come_back_whole_in_page_order(full, pairs):
    written = sorted((reading for _, reading in pairs), key=lambda reading: reading.page)
    assert list(query.readings(full)) == written


def test_happening_row_takes_its_words_from_the_reports(full):
    (row,) = query.happenings(full, want=EVERYTHING, limit=10, offset=0)
    assert row.headline == "Crowns meet"
    assert row.evidence.startswith("President Ana Sol of Ruritania met")
    assert (row.actors, row.recipients, row.mode) == (("RUR",), ("SYL",), "meet")
    assert (row.when, row.precision, row.basis) == ("2031-05-05", "day", "relative")
    assert (row.place, row.place_country, row.reported) == ("Zenda", "RUR", "2031-05-07")
    assert (row.origins, row.articles) == (1, 2)


@pytest.mark.parametrize(
    ("want", "found"),
    [
        (Want(actor="RUR"), 1),
        (Want(actor="SYL"), 0),
        (Want(recipient="SYL", type="CONSULT", modality="actual", background=False), 1),
        (Want(background=True), 0),
        (Want(after="2031-05-05", before="2031-05-05"), 1),
        (Want(after="2031-05-06"), 0),
        (Want(before="2031-05-04"), 0),
        (Want(after="2031-05", before="2031"), 1),
        (Want(words="syldavia TEA"), 1),
        (Want(words="submarine"), 0),
        (Want(words='"'), 0),
        (Want(words="cafe"), 1),
        (Want(story="s-nowhere"), 0),
    ],
)
def test_wanted_happenings(full, want, found):
    assert query.count_happenings(full, want=want) == found
    assert len(query.happenings(full, want=want, limit=9, offset=0)) == found


def test_happening_view_lists_reports_with_exact_evidence(full, pairs):
    (row,) = query.happenings(full, want=EVERYTHING, limit=1)
    view = query.happening(full, row.id)
    assert [report.article.name for report in view.reports] == ["one.txt", "two.txt"]
    assert view.reports[0].copy_of is None
    assert view.reports[1].copy_of.origin == view.reports[0].article.id
    assert view.reasons == ("the second is a reprint",)
    text = pairs[0][1].text
    for span, words in view.reports[0].evidence:
        assert text[span.start : span.end] == words


def test_story_view_holds_articles_happenings_and_quotes(full):
    (row,) = query.stories(full, limit=5)
    assert (row.articles, row.happenings) == (2, 1)
    assert row.publishers == ("Daily Syldavian", "The Zenda Post")
    view = query.story(full, row.id)
    assert [article.name for article in view.articles] == ["one.txt", "two.txt"]
    assert [happening.story for happening in view.happenings] == [row.id]
    assert {found.words for found in view.quotes} == {"We came for peace and tea"}


def test_article_event_quote_and_page_views(full, pairs):
    page, reading = pairs[0]
    (article,), (event,), (quote,) = reading.articles, reading.events, reading.quotes
    view = query.article(full, article.id)
    assert (view.record, view.events, view.quotes) == (article, (event,), (quote,))
    assert view.furniture == reading.furniture
    assert list(view.happenings) == [event.id]
    seen = query.event(full, event.id)
    assert (seen.event, seen.happening) == (event, view.happenings[event.id])
    assert query.quote(full, quote.id).quote == quote
    raw = query.page(full, page.id)
    assert (raw.body, raw.text, raw.name) == (page.body, reading.text, "one.txt")
    assert [row.id for row in raw.articles] == [article.id]


def test_unknown_ids_are_none(full):
    for ask in (query.article, query.event, query.quote, query.page, query.story, query.happening):
        assert ask(full, "x-0") is None
    assert query.find(full, "x-0") is None


def test_find_takes_the_beginning_of_an_id(full, pairs):
    event = pairs[0][1].events[0].id
    assert query.find(full, event) == ("event", event)
    assert query.find(full, event[:12]) == ("event", event)
    with pytest.raises(RegisterError, match="Several ids"):
        query.find(full, "e-")


def test_troubles_name_their_page(full):
    rows = query.troubles(full, limit=10)
    assert [(row.name, row.code) for row in rows] == [
        ("one.txt", "odd"),
        ("slow.html", "too-slow"),
        ("two.txt", "odd"),
    ]
    assert query.count_troubles(full) == {("text", "odd"): 2, ("run", "too-slow"): 1}


def test_export_rows(full, pairs):
    events = list(query.event_rows(full))
    assert [row.article.name for row in events] == ["two.txt", "one.txt"]  # newest first
    assert {(row.origins, row.articles, row.made_by) for row in events} == {(1, 2, "v1")}
    assert all(row.happening for row in events)
    assert [row.record.title for row in query.article_rows(full)] == ["Crowns meet"] * 2
    assert [row.words for row in query.quote_rows(full)] == ["We came for peace and tea"] * 2
    (story,) = query.story_rows(full)
    (happening,) = query.happening_rows(full)
    assert story.happenings == (happening.happening.id,)
    assert happening.row.id == happening.happening.id
    assert {row.words for row in query.tenure_rows(full)} == {"President Ana Sol"}


def test_one_source_in_capitals_and_not_is_one_by_its_commonest_spelling(db, pair, links_over):
    spelled = ("ORRERY", "Orrery", "ORRERY", "Orreryville")
    pairs = [
        pair(f"{n}.txt", publisher=name, published=f"2031-05-0{n + 1}")
        for n, name in enumerate(spelled)
    ]
    save_readings(db, pairs)
    save_links(db, links_over(pairs), linked_by="links-1")
    found = [(row.name, row.articles, row.first, row.last) for row in query.outlets(db, limit=9)]
    assert found == [
        ("ORRERY", 3, "2031-05-01", "2031-05-03"),
        ("Orreryville", 1, "2031-05-04", "2031-05-04"),
    ]
    assert query.count_outlets(db) == 2
