"""HTML pages taken apart: the main article, cards, infinite scroll, live blogs, bad markup."""

import json

import pytest

from regesta.model import Article, Basis, Given, Label, Page, Role
from regesta.read.articles import Cut, cut
from regesta.read.pagetext import page_text
from regesta.read.source import Source

TITLE = "Georgia reopens mountain pass after three winters"
MAIN = (
    "Georgia opened the pass above Stepantsminda to lorries again on Monday after crews had spent "
    "three winters building galleries against avalanches, the road authority said.",
    "Drivers from Armenia waited in a queue of nine kilometres at dawn. Customs officers let the "
    "first hundred through within two hours, according to the governor of the region.",
    "The works cost eighty million euros, twice the first estimate, because two contractors went "
    "bankrupt and a bridge had to be built anew on firmer rock.",
    '"Nobody will be cut off from the north again," the governor told drivers at the barrier.',
)
OTHERS = (
    (
        "Portugal plants cork oaks on burnt hills",
        (
            "Foresters in the Algarve have planted forty thousand cork oaks on hills that burnt "
            "two summers ago, and they want to double that number by spring.",
            "The young trees need water for three years, so fire brigades drive tank lorries up "
            "the slopes every Sunday with volunteers from the villages.",
        ),
    ),
    (
        "Chess federation moves its congress to Riga",
        (
            "The chess federation will hold its autumn congress in Riga instead of Baku because "
            "the hall in Baku is under repair, its secretary wrote to members.",
            "Delegates from ninety federations vote there on a new rating system that counts "
            "rapid games more than before and punishes short draws.",
        ),
    ),
)
NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>'
FOOT = "<footer><p>© 2024 Highland Mirror. All rights reserved.</p></footer>"


def paragraphs(texts: tuple[str, ...], *, tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def page_of(body: str, *, head: str = "") -> str:
    title = f'<title>{TITLE} | Highland Mirror</title><meta property="og:title" content="{TITLE}">'
    return f'<html lang="en"><head>{title}{head}</head><body>{NAV}{body}{FOOT}</body></html>'


def card(title: str, texts: tuple[str, ...], *, heading: str = "h3") -> str:
    return f"<{heading}>{title}</{heading}>{paragraphs(texts)}"


def read(html: str, *, given: Given | None = None, url: str | None = None) -> tuple[Source, Cut]:
    page = Page(
        name="page.html",
        body=html.encode(),
        media_type="text/html",
        given=given or Given(),
        url=url,
    )
    source = page_text(page)
    return source, cut(source)


def words(article: Article, source: Source) -> list[str]:
    return [span.words(source.text) for span in article.body]


ARTICLE = f"<h1>{TITLE}</h1>{paragraphs(MAIN)}"
SHAPES = {
    "article-and-aside-cards": f"<main><article>{ARTICLE}</article><aside>"
    + "".join(f'<div class="card">{card(*other)}</div>' for other in OTHERS)
    + "</aside></main>",
    "several-articles": f"<main><article>{ARTICLE}</article>"
    + "".join(f"<article>{card(*other, heading='h2')}</article>" for other in OTHERS)
    + "</main>",
    "infinite-scroll": f'<div id="c"><div class="post">{ARTICLE}</div>'
    + "".join(f'<div class="post">{card(*other, heading="h1")}</div>' for other in OTHERS)
    + "</div>",
    "div-soup-related": f'<div class="x"><div class="y"><h1>{TITLE}</h1>'
    + paragraphs(MAIN, tag="div")
    + '</div><div class="z"><div>Related</div>'
    + "".join(f"<div>{card(*other, heading='h4')}</div>" for other in OTHERS)
    + "</div></div>",
    "related-in-one-flow": f"<div>{ARTICLE}<h2>More stories</h2>"
    + "".join(f"<div>{card(*other)}</div>" for other in OTHERS)
    + "</div>",
    "headline-outside-the-article": f"<header><h1>{TITLE}</h1></header><article>"
    f"{paragraphs(MAIN)}</article><aside><h2>Most read</h2>"
    + "".join(f"<article>{card(*other)}</article>" for other in OTHERS)
    + "</aside>",
    "related-above-the-main-article": "<h3>Read next</h3><ul>"
    + "".join(f"<li>{card(*other, heading='h4')}</li>" for other in OTHERS)
    + f"</ul><main>{ARTICLE}</main>",
    "headline-without-heading": f'<div class="content"><div class="headline">{TITLE}</div>'
    f"{paragraphs(MAIN)}</div><h3>Read next</h3><ul>"
    + "".join(f"<li>{card(*other, heading='h4')}</li>" for other in OTHERS)
    + "</ul>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_main_is_clean_and_others_are_articles(shape: str) -> None:
    source, found = read(page_of(SHAPES[shape]))
    main = [article for article in found.articles if article.role is Role.MAIN]
    assert [article.title for article in main] == [TITLE]
    assert words(main[0], source) == list(MAIN)
    related = [article for article in found.articles if article.role is Role.RELATED]
    assert [article.title for article in related] == [title for title, _ in OTHERS]
    assert [words(article, source) for article in related] == [list(body) for _, body in OTHERS]


def test_a_word_like_related_in_bare_text_between_paragraphs_is_survived() -> None:
    bare = f"<div><p>{OTHERS[0][1][0]}</p>Related stories<p>{OTHERS[0][1][1]}</p></div>"
    source, found = read(page_of(f"<main>{ARTICLE}</main><div>{bare}</div>"))
    assert words(found.articles[0], source) == list(MAIN)


def test_dates_of_other_articles_and_of_comments_date_nothing() -> None:
    trap = '<time datetime="2019-01-02T10:00:00Z">2 January</time>'
    aside = f'<aside class="related"><h3>More</h3><article><h3>Old</h3>{trap}</article></aside>'
    thread = f'<section class="comments"><h3>Comments</h3><div>{trap}<p>Good.</p></div></section>'
    for other in (aside, thread):
        _, found = read(page_of(f"<main>{ARTICLE}</main>{other}"))
        assert found.articles[0].published is None


def test_a_day_of_change_says_what_it_is() -> None:
    changed = '<meta property="og:updated_time" content="2024-05-09T08:15:00Z">'
    _, found = read(page_of(f"<main>{ARTICLE}</main>", head=changed))
    published = found.articles[0].published
    assert published is not None
    assert (published.value, published.rule) == ("2024-05-09", "meta.modified-alone")


def test_a_list_of_links_gives_teasers() -> None:
    links = "".join(f'<li><a href="/x">{title}</a></li>' for title, _ in OTHERS)
    _, found = read(
        page_of(f"<article>{ARTICLE}</article><section><h2>Related</h2><ul>{links}</ul></section>")
    )
    teasers = [article for article in found.articles if article.role is Role.TEASER]
    assert [article.title for article in teasers] == [title for title, _ in OTHERS]
    assert all(not article.body for article in teasers)


def test_a_word_like_related_inside_the_text_takes_nothing_away() -> None:
    inside = paragraphs((*MAIN[:2], "Read more:", *MAIN[2:]))
    source, found = read(page_of(f"<article><h1>{TITLE}</h1>{inside}</article>"))
    (article,) = found.articles
    assert set(MAIN) <= set(words(article, source))


def test_metadata_from_json_ld() -> None:
    thing = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Highland Mirror"},
            {
                "@type": ["NewsArticle"],
                "headline": TITLE,
                "datePublished": "2024-05-06T08:15:00+04:00",
                "author": [{"@type": "Person", "name": "Nino Beridze"}],
                "publisher": {"@type": "Organization", "name": "Highland Mirror"},
            },
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(thing)}</script>'
    _, found = read(page_of(f"<article>{ARTICLE}</article>", head=head), url="https://x.example/a")
    (article,) = found.articles
    assert article.published is not None
    assert (article.published.value, article.published.basis) == (
        "2024-05-06T08:15+04:00",
        Basis.META,
    )
    assert (article.publisher, article.author, article.url) == (
        "Highland Mirror",
        "Nino Beridze",
        "https://x.example/a",
    )


@pytest.mark.parametrize(
    ("head", "body", "value"),
    [
        (
            '<meta property="article:published_time" content="2024-05-06T04:15:00Z">',
            "",
            "2024-05-06T04:15Z",
        ),
        ('<meta name="pubdate" content="6 May 2024">', "", "2024-05-06"),
        ("", '<time datetime="2024-05-06">6 May</time>', "2024-05-06"),
        ("", "<div>Published: 6 May 2024, 08:15</div>", "2024-05-06T08:15"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", broken, '
            '"datePublished": "2024-05-06"}</script>',
            "",
            "2024-05-06",
        ),
    ],
)  # fmt: skip
def test_publication_day_from_markup(head: str, body: str, value: str) -> None:
    html = page_of(f"<article><h1>{TITLE}</h1>{body}{paragraphs(MAIN)}</article>", head=head)
    _, found = read(html)
    assert found.articles[0].published is not None
    assert found.articles[0].published.value == value


def test_the_address_dates_what_nothing_else_does() -> None:
    _, found = read(
        page_of(f"<article>{ARTICLE}</article>"), url="https://x.example/2024/05/06/pass"
    )
    assert found.articles[0].published is not None
    assert (found.articles[0].published.value, found.articles[0].published.basis) == (
        "2024-05-06",
        Basis.URL,
    )


def test_markup_and_source_that_disagree_are_told() -> None:
    head = '<meta property="article:published_time" content="2024-05-06">'
    _, found = read(page_of(ARTICLE, head=head), given=Given(published="2024-03-01"))
    assert [trouble.code for trouble in found.troubles] == ["date-conflict"]


def test_live_blog_entries_are_updates_with_their_times() -> None:
    entries = "".join(
        f'<div class="live-update"><time datetime="2024-05-06T0{hour}:00Z">0{hour}:00</time>'
        f"<h2>{title}</h2>{paragraphs(body)}</div>"
        for hour, (title, body) in zip((9, 7), OTHERS, strict=True)
    )
    source, found = read(page_of(f"<article>{ARTICLE}{entries}</article>"))
    updates = [article for article in found.articles if article.role is Role.UPDATE]
    assert [article.title for article in updates] == [title for title, _ in OTHERS]
    assert [article.published.value for article in updates if article.published] == [
        "2024-05-06T09:00Z",
        "2024-05-06T07:00Z",
    ]
    main = next(article for article in found.articles if article.role is Role.MAIN)
    assert words(main, source) == list(MAIN)


def test_comments_are_no_articles() -> None:
    comments = (
        '<section class="comments"><h3>Comments</h3><div class="comment"><h4>cliff_walker</h4>'
        "<p>I have driven this road for thirty years and never saw such a fine gallery.</p></div>"
        "</section>"
    )
    _, found = read(page_of(f"<article>{ARTICLE}</article>{comments}"))
    assert [article.role for article in found.articles] == [Role.MAIN]
    assert Label.COMMENT in {piece.label for piece in found.furniture}


def test_hidden_text_is_not_on_the_page() -> None:
    hidden = '<div style="display:none">Secret offer</div><script>var a = "code";</script>'
    source, _ = read(page_of(hidden + ARTICLE))
    assert "Secret" not in source.text
    assert "code" not in source.text


@pytest.mark.parametrize(
    "html",
    [
        "<" * 5000,
        "<div>" * 20000 + "deep",
        "<html></html>",
        "<html><body><p>" + "word " * 100_000,
        "<!DOCTYPE html><html><body><table>" + "<tr><td>" * 3000,
        "<?xml version='1.0' encoding='utf-16'?><html><body><p>Odd heading, plain text.</p>",
        "<script type='application/ld+json'>" + "[" * 5000 + "</script><p>Some words here.</p>",
    ],
    ids=["angles", "deep", "empty", "long", "table", "xml-declaration", "nested-json"],
)  # fmt: skip
def test_bad_markup_never_raises(html: str) -> None:
    source, found = read(html)
    assert isinstance(source.text, str)
    assert all(article.pieces for article in found.articles)


def test_spans_of_html_quote_the_page_text() -> None:
    source, found = read(page_of(SHAPES["article-and-aside-cards"]))
    pieces = [piece for article in found.articles for piece in article.pieces]
    for piece in (*pieces, *found.furniture):
        quoted = piece.span.words(source.text)
        assert quoted == quoted.strip() != ""
