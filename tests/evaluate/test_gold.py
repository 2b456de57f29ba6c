"""Gold files of both forms, and findings laid beside them article by article."""

import json
from pathlib import Path

import pytest
from evaluate.gold import load
from evaluate.quotes import same_speaker
from evaluate.reading import as_page, side_by_side

from regesta.model import Article, Event, EventType, Modality, Party, Quote, Reading, Role, Span

TEXT = "Alpha met Beta in Zenda.\n\nGamma wrote to Delta on Monday.\n\nHeadline only\n"
EVENT = {
    "type": "CONSULT",
    "modality": "actual",
    "background": False,
    "actors": [{"text": "Alpha", "country": "AAA", "sector": "GOV"}],
    "recipients": [],
    "when": None,
    "where": None,
    "said_by": [],
    "evidence": [{"start": 0, "end": 24}],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_text(TEXT)
    articles = [{"body_spans": [[0, 24]]}, {"body_spans": []}, {"body_spans": [[26, 57]]}]
    (folder / "articles.json").write_text(json.dumps({"one.txt": {"articles": articles}}))
    told = [
        {"article": 0, "title": "First", "events": [EVENT], "quotes": []},
        {"article": 2, "title": "Second", "events": [], "quotes": []},
    ]
    path = folder / "events.jsonl"
    path.write_text(json.dumps({"page": "one.txt", "articles": told}) + "\n")
    return path


def reading(*spans: tuple[int, int], role: Role = Role.MAIN) -> Reading:
    """A reading with an article a span, and an event in each."""
    page = "p-1"
    whole = [Span(page=page, start=start, end=end) for start, end in spans]
    articles = [Article(page=page, role=role, span=span, rule="t", body=(span,)) for span in whole]
    events = [
        Event(
            page=page,
            article=article.id,
            type=EventType.CONSULT,
            modality=Modality.ACTUAL,
            background=False,
            deed=article.span,
            evidence=(article.span,),
            rule="t",
        )
        for article in articles
    ]
    return Reading(
        page=page,
        name="one.txt",
        media_type="text/plain",
        text=TEXT,
        made_by="t",
        articles=tuple(articles),
        events=tuple(events),
    )


def test_a_page_of_gold_knows_its_articles(gold):
    (page,) = load(gold)
    assert [article.key for article in page.articles] == ["one.txt#0", "one.txt#2"]
    assert [article.body for article in page.articles] == [((0, 24),), ((26, 57),)]
    assert as_page(page).body == TEXT.encode()


def test_a_record_of_gold_is_read_as_a_source_reads_it(tmp_path):
    path = tmp_path / "events.jsonl"
    record = {"id": "r-1", "text": TEXT, "published": "2031-05-06", "title": "", "publisher": "Z"}
    path.write_text(json.dumps(record | {"events": [EVENT], "quotes": []}))
    (page,) = load(path)
    assert page.articles[0].key == "r-1"
    assert as_page(page).given.published == "2031-05-06"
    assert len(next(iter(side_by_side(page, reading=reading((0, 24), (26, 57))))).deeds) == 2


def test_findings_go_to_the_article_that_shares_most_of_the_body(gold):
    (page,) = load(gold)
    first, second, outside = side_by_side(page, reading=reading((0, 30), (26, 57), (59, 72)))
    assert [len(pair.deeds) for pair in (first, second, outside)] == [1, 1, 1]
    assert second.deeds[0].evidence == ((26, 57),)


def test_headlines_outside_gold_are_not_judged_but_other_inventions_are(gold):
    (page,) = load(gold)
    *_, outside = side_by_side(page, reading=reading((59, 72), role=Role.TEASER))
    assert outside.deeds == ()
    *_, outside = side_by_side(page, reading=reading((59, 72), role=Role.RELATED))
    assert len(outside.deeds) == 1


def test_a_line_of_neither_form_is_an_error(tmp_path):
    path = tmp_path / "events.jsonl"
    path.write_text('{"words": 1}')
    with pytest.raises(ValueError, match="no 'text'"):
        load(path)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ("President Sol", "Ana Sol", True),
        ("Sol", "Sol", True),
        ("the minister", "Ana Sol", False),
        ("the minister", "the minister", True),
        ("Russia's Defence Ministry", "Defence Ministry", True),
        ("President Sol", "President Karl", False),
        ("Sol", None, False),
        ("", None, True),
    ],
)
def test_speakers(gold, found, right):
    span = Span(page="p", start=0, end=1)
    speaker = Party(span=span, text=found, name=found, rule="t") if found else None
    quote = Quote(page="p", article="a", span=span, sentence=span, rule="t", speaker=speaker)
    assert same_speaker(gold, quote=quote) is right


def test_texts_that_stand_in_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = {"id": "a1", "text": TEXT, "published": "2024-05-04", "source": "alpha.example"}
    (tmp_path / "told.jsonl").write_text(json.dumps(record) + "\n")
    monkeypatch.setattr("evaluate.gold.TEXTS", tmp_path)
    path = tmp_path / "events.jsonl"
    path.write_text(json.dumps({"id": "a1", "text_in": "told.jsonl", "events": [EVENT]}) + "\n")
    (page,) = load(path)
    assert page.record is not None
    assert page.record["text"] == TEXT
    assert page.record["publisher"] == "alpha.example"
    assert page.articles[0].deeds[0].actors == {"AAA"}


def test_texts_that_are_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluate.gold.TEXTS", tmp_path / "nowhere")
    path = tmp_path / "events.jsonl"
    path.write_text(json.dumps({"id": "a1", "text_in": "told.jsonl", "events": []}) + "\n")
    with pytest.raises(ValueError, match="not there"):
        load(path)
