"""Plain pages taken apart: golden cases, publication dates, troubles, and what always holds."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from regesta.model import Article, Basis, Given, Page, Role
from regesta.read.articles import Cut, cut
from regesta.read.articles.datelines import opening
from regesta.read.pagetext import page_text

CASES = re.findall(
    r"## (\S+)\n```page\n(.*?)\n```\n```pieces\n(.*?)\n```",
    (Path(__file__).parents[2] / "cases" / "articles.md").read_text(encoding="utf-8"),
    re.DOTALL,
)


def cut_text(text: str, *, given: Given | None = None, fetched_at: str | None = None) -> Cut:
    page = Page(
        name="page.txt",
        body=text.encode(),
        media_type="text/plain",
        given=given or Given(),
        fetched_at=fetched_at,
    )
    return cut(page_text(page))


def shown(text: str, cut_page: Cut) -> str:
    """The pieces as the golden cases write them."""
    pieces = [
        (piece, article.role.value) for article in cut_page.articles for piece in article.pieces
    ]
    pieces += [(piece, "page") for piece in cut_page.furniture]
    lines = []
    for piece, role in sorted(pieces, key=lambda pair: pair[0].span):
        words = piece.span.words(text)
        short = words if len(words) <= 48 else f"{words[:48]}…"
        lines.append(f"{role}.{piece.label.value} | {short}")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_golden_case(text: str, expected: str) -> None:
    assert shown(text, cut_text(text)) == expected


def test_every_heading_of_the_file_is_a_case() -> None:
    text = (Path(__file__).parents[2] / "cases" / "articles.md").read_text(encoding="utf-8")
    assert len(CASES) == text.count("\n## ")


@given(
    st.lists(
        st.sampled_from(("Talks resume in Oslo", "", "5 hours ago", "- The Hill", "a.b"))
        | st.text(max_size=80),
        max_size=12,
    )
)
@example(["\x85", "Talks resume in Oslo"])
@example(["Talks resume in Oslo", "\x85"])  # a line of nothing but a line break of another kind
def test_every_letter_stands_in_exactly_one_piece(lines: list[str]) -> None:
    text = "\n".join(lines).encode("utf-8", "replace").decode()
    found = cut_text(text)
    text = page_text(Page(name="p", body=text.encode(), media_type="text/plain")).text
    pieces = [piece for article in found.articles for piece in article.pieces]
    spans = sorted(piece.span for piece in (*pieces, *found.furniture))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    covered = {place for span in spans for place in range(span.start, span.end)}
    missing = {place for place, sign in enumerate(text) if sign.isalnum()} - covered
    assert not missing


@given(st.text(max_size=300))
def test_bodies_lie_inside_their_articles(text: str) -> None:
    for article in cut_text(text).articles:
        assert all(article.span.covers(span) for span in article.body)


LEAD = "The ministers of both countries signed the fishery pact in the harbour hall"


def only(found: Cut) -> Article:
    (article,) = found.articles
    return article


def published(article: Article) -> tuple[str, Basis, str] | None:
    when = article.published
    return (when.value, when.basis, when.rule) if when else None


def test_absolute_time_line_with_its_zone() -> None:
    page = (
        f"Pact signed in Bergen harbour\nPublished: May 9, 2024 07:08 pm IST\n{LEAD} on Thursday."
    )
    assert published(only(cut_text(page))) == (
        "2024-05-09T19:08+05:30",
        Basis.PAGE,
        "time-line.absolute.month-day-year",
    )


def test_dateline_takes_its_year_from_the_page_clock() -> None:
    page = (
        "2024-05-10 May 10, 2024 1:07 AM\n\nPact signed in Bergen harbour\n\n"
        f"Bergen, May 9 (NTB) {LEAD} on Thursday."
    )
    found = cut_text(page)
    assert published(only(found)) == ("2024-05-09", Basis.DATELINE, "dateline.date")
    assert not [trouble for trouble in found.troubles if trouble.code == "date-conflict"]


def test_dateline_without_any_year_is_not_known() -> None:
    page = f"Pact signed in Bergen harbour\nBergen, May 9 (NTB) {LEAD}."
    assert only(cut_text(page)).published is None


def test_relative_time_without_a_moment_of_reading_is_not_known() -> None:
    article = only(cut_text(f"Pact signed in Bergen harbour\n4 hours ago\n{LEAD} on Thursday."))
    assert (article.time_text, article.published) == ("4 hours ago", None)


def test_relative_time_with_the_time_of_fetching() -> None:
    page = f"Pact signed in Bergen harbour\n4 hours ago\n{LEAD} on Thursday."
    assert published(only(cut_text(page, fetched_at="2024-05-09T12:00:00Z"))) == (
        "2024-05-09",
        Basis.RELATIVE,
        "time-line.relative-and-fetch",
    )


TWO = """Pact signed in Bergen harbour
{first}
{lead} on Thursday after long talks about cod.

Dock strike ends in Rotterdam
{second}
{strike} after an eleven-day stoppage, the port authority said."""
STRIKE = (
    "Crane drivers returned to the container terminals of Rotterdam after the operator promised "
    "them two more free weekends a month and a bonus for night shifts in winter"
)


def test_a_neighbour_with_age_and_moment_tells_when_the_page_was_read() -> None:
    page = TWO.format(
        first="6 hours ago", second="4 hours ago", lead=LEAD,
        strike=f"May 9, 2024 13:30 (JST) {STRIKE}",
    )  # fmt: skip
    first, second = cut_text(page).articles
    assert published(second) == (
        "2024-05-09",
        Basis.NEIGHBOUR,
        "time-line.relative-and-neighbour",
    ) or (second.published is not None and second.published.day == "2024-05-09")
    assert first.role is Role.MAIN


def test_given_date_that_the_page_contradicts_is_a_trouble() -> None:
    page = f"May 9, 2024\n{LEAD} on Thursday."
    found = cut_text(page, given=Given(title="Pact signed", published="2023-01-01"))
    assert published(only(found)) == ("2023-01-01", Basis.GIVEN, "given.published")


def test_a_date_after_the_fetch_is_dropped_and_told() -> None:
    page = f"Pact signed in Bergen harbour\nMay 9, 2034\n{LEAD}."
    found = cut_text(page, fetched_at="2024-05-09T12:00:00Z")
    assert only(found).published is None
    assert [trouble.code for trouble in found.troubles] == ["date-in-future"]


def test_a_given_article_is_not_split_at_its_cross_heads() -> None:
    page = (
        f"{LEAD} on Thursday.\n\nWhat the pact says\n\nIt sets quotas for cod and herring.\n\n"
        "Who will watch over it\n\nA council of six meets in Bergen every spring."
    )
    article = only(cut_text(page, given=Given(title="Pact signed", publisher="Coast Courier")))
    assert (article.title, article.publisher, article.role) == (
        "Pact signed",
        "Coast Courier",
        Role.MAIN,
    )
    assert len(article.body) == 5


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("The pact holds.\"Nobody will gain from it,\" he said.", "glued-sentences"),
        ("The R&amp;D budget of both fleets grew again.", "double-escape"),
        ("The minister said â€œnoâ€ to all of them.", "mojibake"),
        ("Grants from the capital will support the in 2019, the fleet grew.", "damaged-joint"),
    ],
)  # fmt: skip
def test_damage_is_told_with_its_place(words: str, code: str) -> None:
    page = f"Pact signed in Bergen harbour\n{LEAD}. {words}"
    (trouble,) = cut_text(page).troubles
    assert trouble.code == code
    assert trouble.span is not None
    assert trouble.span.words(page)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers of both countries signed the pact that the fleets had asked for.", "en"),
        (
            "Die Minister beider Länder haben am Donnerstag im Hafen das Abkommen unterzeichnet.",
            "de",
        ),
        ("Министры двух стран подписали в четверг соглашение о рыболовстве в порту города.", "ru"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert only(cut_text(text)).language == language


@pytest.mark.parametrize("body", [b"", b"\x00\x01\x02" * 50, b"   \n\n ", b"\xff\xfe"])
def test_pages_without_text_give_no_articles(body: bytes) -> None:
    source = page_text(Page(name="p", body=body, media_type="text/plain"))
    assert source.troubles
    assert cut(source).articles == ()


def test_highlights_of_a_record_whose_title_is_given() -> None:
    lines = [
        "Story highlights Talks ran through the night in Bergen",
        "Both fleets may fish from June",
        "Norway and Iceland renewed their fishery pact on Thursday, both said in Bergen.",
        "The Icelandic minister left for Reykjavik at dawn and promised an answer by June.",
    ]
    (article,) = cut_text("\n".join(lines), given=Given(title="Fishery pact renewed")).articles
    assert article.key_points == (lines[0], lines[1])
    assert len(article.body) == 2


def test_a_town_before_an_outlet_in_brackets_is_a_dateline() -> None:
    for place in ("Seoul, South Korea", "Helsinki, Finland", "Washington"):
        found = opening(f"{place} (VNN) President Mirela Costin condemned the strikes.")
        assert found is not None
        assert (found.place, found.agency) == (place, "VNN")


def test_an_organisation_before_its_letters_is_no_dateline() -> None:
    for name in ("World Health Organization (WHO)", "Islamic State (IS)", "South Korea (ROK)"):
        assert opening(f"{name} President Mirela Costin condemned the strikes.") is None
