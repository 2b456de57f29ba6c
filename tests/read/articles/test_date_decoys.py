"""The day of publication among other days: changes, events, other articles, the day of reading."""

import json

import pytest

from regesta.model import Page, Role, When
from regesta.read.articles import cut
from regesta.read.pagetext import page_text

TITLE = "Ferry company leaks the timetable of two islands"
TEXT = (
    "<p>The ferry company leaked its own timetable after weeks of argument in the town hall, and"
    " the mayor called that a shame for everybody who waits on the quay.</p>"
)
DAY = "2024-03-03"
CARDS = (
    '<aside><h2>Related</h2><div class="card"><h3><a href="/a">Growers want a fund for wet'
    ' harvests</a></h3><time datetime="2024-06-09">9 June 2024</time></div></aside>'
)
COMMENTS = (
    '<section id="comments"><h2>2 comments</h2><div class="comment"><b>Ned</b>'
    '<time datetime="2024-03-09">9 March 2024</time><p>They said that before.</p></div></section>'
)
TODAY = '<div class="topbar">Saturday, June 15, 2024</div>'


def ld(thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def published(
    head: str = "", above: str = "", below: str = "", after: str = "", url: str | None = None
) -> When | None:
    """The date of a page with markup in its head, above and below its headline, and at its end."""
    html = (
        f'<html><head><title>{TITLE}</title><meta property="og:title" content="{TITLE}">{head}'
        f"</head><body><header><nav><a href='/'>Home</a></nav></header>{above}<main><article>"
        f"<h1>{TITLE}</h1>{below}{TEXT * 5}</article></main>{after}"
        "<footer><p>© 2026 Quayside Reader</p></footer></body></html>"
    )
    page = Page(name="p.html", body=html.encode(), media_type="text/html", url=url)
    (main,) = (one for one in cut(page_text(page)).articles if one.role is Role.MAIN)
    return main.published


@pytest.mark.parametrize(
    "parts",
    [
        {
            "head": ld(
                [
                    {"@type": "Event", "name": "Harbour day", "startDate": "2024-07-07"},
                    {"@type": "NewsArticle", "headline": TITLE, "datePublished": DAY},
                ]
            )
        },
        {
            "head": ld({"@type": "NewsArticle", "headline": TITLE, "dateModified": "2024-04-09"}),
            "below": "<p>Published 3 March 2024, 10:04 IST | Updated 9 April 2024, 11:00 IST</p>",
        },
        {"below": "<p>Published 3 March 2024, 10:04 IST | Updated 4 April 2024</p>"},
        {"below": "<p>Last Updated: April 4, 2024 12:00 IST | First Published: March 3, 2024</p>"},
        {
            "below": '<p>Updated <time datetime="2024-04-04">4 April 2024</time></p>'
            '<p>Published <time datetime="2024-03-03">3 March 2024</time></p>'
        },
        {
            "above": '<div class="related"><h3>Growers want a fund</h3>'
            '<meta itemprop="datePublished" content="2024-01-01"></div>',
            "below": '<meta itemprop="datePublished" content="2024-03-03">',
        },
        {"above": TODAY, "below": '<p class="date">March 3, 2024</p>'},
        {
            "above": '<div class="masthead"><time datetime="2024-06-15">15 June 2024</time></div>',
            "below": '<time datetime="2024-03-03">March 3, 2024</time>',
        },
        {
            "url": "https://quay.example/2024/03/03/ferry",
            "below": "<p>Updated: April 4, 2024 12:00 IST</p>",
        },
        {
            "url": "https://quay.example/2024/03/03/ferry",
            "head": '<meta property="article:modified_time" content="2024-06-05">',
        },
        {"below": '<p class="byline">By Ann Lee, March 3, 2024</p>', "after": CARDS},
        {"below": '<time datetime="2024-03-03">3 March</time>', "after": COMMENTS},
        {"below": "<p>3 March 2024</p><p>Join us on 12 June 2024.</p>"},
        {"below": '<span class="date">03.03.2024</span>'},
    ],
)
def test_the_right_day_among_others(parts: dict[str, str]) -> None:
    found = published(**parts)
    assert found is not None
    assert found.day == DAY


@pytest.mark.parametrize(
    "parts",
    [
        {"after": CARDS},
        {"after": COMMENTS},
        {"above": TODAY},
        {"after": "<p>© 2024 Quayside Reader</p>"},
        {"below": "<p>The ferry will sail again on 9 September 2024, the company said.</p>"},
        {"below": '<span class="date">05/03/2024</span>'},
        {"head": ld({"@type": "Event", "name": TITLE, "startDate": "2024-07-07"})},
        {"head": '<meta http-equiv="last-modified" content="Sun, 09 Jun 2024 10:00:00 GMT">'},
    ],
)
def test_no_day_is_better_than_another_one(parts: dict[str, str]) -> None:
    assert published(**parts) is None


def test_a_change_alone_is_said_to_be_one() -> None:
    found = published(below="<p>Updated: April 4, 2024 12:00 IST</p>")
    assert found is not None
    assert found.rule == "time-line.changed-alone"


def test_a_language_can_say_which_figure_is_the_day() -> None:
    html = (
        f'<html lang="en-GB"><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>'
        f'<span class="date">05/03/2024</span>{TEXT * 5}</article></body></html>'
    )
    page = Page(name="p.html", body=html.encode(), media_type="text/html")
    (main,) = cut(page_text(page)).articles
    assert main.published is not None
    assert main.published.day == "2024-03-05"
