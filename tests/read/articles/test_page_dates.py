"""When a page was published, in the words of the systems that make pages."""

import json

import pytest

from regesta.model import Page, Role, When
from regesta.read.articles import cut
from regesta.read.dates.fields import raw_date
from regesta.read.pagetext import page_text

TITLE = "Ferry company leaks the timetable of two islands"
BODY = "<p>The ferry company leaked its own timetable after weeks of argument in the town hall.</p>"


def published(head: str = "", body: str = "", url: str | None = None) -> When | None:
    html = (
        f'<html><head><title>{TITLE}</title><meta property="og:title" content="{TITLE}">{head}'
        f"</head><body><nav><a href='/'>Home</a></nav><article><h1>{TITLE}</h1>{body}{BODY * 4}"
        "</article></body></html>"
    )
    page = Page(name="p.html", body=html.encode(), media_type="text/html", url=url)
    (main,) = (one for one in cut(page_text(page)).articles if one.role is Role.MAIN)
    return main.published


def ld(thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def story(**fields: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": TITLE, **fields}


OTHER = {
    "@type": "NewsArticle",
    "headline": "Growers want a fund for wet harvests",
    "datePublished": "2030-01-01",
}
DAY = "2031-05-06"


@pytest.mark.parametrize(
    "head",
    [
        ld(story(datePublished=f"{DAY}T08:15:00Z", dateModified="2031-06-01T10:00:00Z")),
        ld([OTHER, story(datePublished=DAY)]),
        ld({"@graph": [{"@type": "WebSite"}, OTHER, story(datePublished=DAY)]}),
        ld([{"@type": "ItemList", "itemListElement": [OTHER]}, story(datePublished=[DAY])]),
        ld({"@type": "WebPage", "mainEntity": story(datePublished=DAY)}),
        ld({"@type": "WebPage", "datePublished": DAY}),
        ld(story(dateCreated=DAY)),
        ld(story(datePublished="")) + f'<meta name="pubdate" content="{DAY}">',
        ld(story(datePublished="soon")) + f'<meta itemprop="datePublished" content="{DAY}">',
        f'<meta property="article:published_time" content="{DAY}T08:15:00.000+0000">',
        f'<meta property="og:published_time" content="{DAY} 08:15:00 +0100">',
        f'<meta name="DC.date.issued" content="{DAY}">',
        '<meta name="parsely-pub-date" content="20310506">',
        """<meta name="parsely-page" content='{"pub_date": "2031-05-06T08:15:00Z"}'>""",
        '<meta name="sailthru.date" content="Tue, 06 May 2031 08:15:00 +0000">',
        f'<meta name="cXenseParse:recs:publishtime" content="{DAY}T08:15:00Z">',
        '<meta name="citation_publication_date" content="2031/05/06">',
        '<meta name="publish-date" content="May 6, 2031 8:15 AM">',
        '<meta name="timestamp" content="1935821700">',
    ],
)  # fmt: skip
def test_the_day_in_the_head(head: str) -> None:
    found = published(head)
    assert found is not None
    assert found.day == DAY


@pytest.mark.parametrize(
    "body",
    [
        f'<span itemprop="datePublished" content="{DAY}T08:15">6 May</span>',
        '<span itemprop="datePublished">6 May 2031</span>',
        f'<time pubdate datetime="{DAY}">6 May</time>',
        f'<time data-timestamp="{DAY}">6 May</time>',
        f'<aside><time datetime="2030-01-01">a</time></aside><time datetime="{DAY}">b</time>',
        f'<time class="updated" datetime="2031-06-01">a</time><time datetime="{DAY}">b</time>',
        '<p class="byline">By Ines Dahl | 6 May 2031 08:15</p>',
    ],
)
def test_the_day_in_the_body(body: str) -> None:
    found = published(body=body)
    assert found is not None
    assert found.day == DAY


@pytest.mark.parametrize(
    "head",
    [
        "",
        ld(OTHER | {"headline": TITLE, "datePublished": "0001-01-01T00:00:00Z"}),
        '<meta name="date" content="05/06/2031">',
    ],
)
def test_what_nothing_tells_is_not_known(head: str) -> None:
    assert published(head) is None


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2031-05-06T08:15:00.123+0530", "2031-05-06T08:15+05:30"),
        ("2031-05-06 08:15:00", "2031-05-06T08:15"),
        ("20310506T081500Z", "2031-05-06T08:15Z"),
        ("2031-02-31", None),
        ("1970-01-01", None),
        ("n/a", None),
        ("", None),
        (None, None),
    ],
)
def test_fields_of_programs(raw: str | None, value: str | None) -> None:
    assert raw_date(raw) == value
