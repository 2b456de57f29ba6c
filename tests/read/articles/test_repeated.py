"""Other articles on HTML pages that no name and no word gives away: they repeat, and lead away."""

from regesta.model import Article, Page, Role
from regesta.read.articles import cut
from regesta.read.pagetext import page_text

TITLE = "Ferry company leaks the timetable of two islands"
TEXT = (
    "<p>The ferry company leaked its own timetable after weeks of argument in the town hall, and"
    " the mayor called that a shame for everybody who waits on the quay.</p>"
)
OTHERS = (
    "Growers want a fund for wet harvests this year",
    "Bridge of Lota closes for a month of works",
    "Bakers of the old town ask for later mornings",
)
STORY = "<p>They said so in a letter to the province on Monday, and want an answer by June.</p>"
CHAPTERS = (
    "<p>In the first year the company printed its timetable on red paper, and all was well.</p>",
    "<p>Then a storm closed the smaller harbour, and half of the boats had to sail at night.</p>",
    "<p>Last winter a clerk found the plans of the next year in a bin behind the fish hall.</p>",
)


def read(body: str) -> tuple[str, tuple[Article, ...]]:
    html = f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"
    source = page_text(Page(name="p.html", body=html.encode(), media_type="text/html"))
    return source.text, cut(source).articles


def main_text(text: str, articles: tuple[Article, ...]) -> str:
    (main,) = (one for one in articles if one.role is Role.MAIN)
    return " ".join(span.words(text) for span in main.body)


def others(articles: tuple[Article, ...]) -> tuple[str | None, ...]:
    return tuple(one.title for one in articles if one.role is not Role.MAIN)


def test_slides_whose_headlines_are_links() -> None:
    slides = "".join(
        f'<div class="s"><a href="/{n}"><h3>{title}</h3></a>{STORY}</div>'
        for n, title in enumerate(OTHERS)
    )
    text, articles = read(f"<main><h1>{TITLE}</h1>{TEXT * 4}<div>{slides}</div></main>")
    assert others(articles) == OTHERS
    assert "letter" not in main_text(text, articles)


def test_articles_that_the_markup_numbers() -> None:
    loaded = "".join(
        f'<section data-article-id="{n}"><h2>{title}</h2>{STORY * 2}</section>'
        for n, title in enumerate(OTHERS)
    )
    text, articles = read(f"<main><h1>{TITLE}</h1>{TEXT * 4}{loaded}</main>")
    assert others(articles) == OTHERS
    assert "letter" not in main_text(text, articles)


def test_a_time_behind_the_link_is_no_part_of_the_headline() -> None:
    stream = "".join(
        f'<li><a href="/{n}">{title}</a><span>{n + 2} hours ago</span>{STORY}</li>'
        for n, title in enumerate(OTHERS)
    )
    _, articles = read(f"<main><h1>{TITLE}</h1>{TEXT * 4}<ol>{stream}</ol></main>")
    assert others(articles) == OTHERS
    assert [one.time_text for one in articles[1:]] == ["2 hours ago", "3 hours ago", "4 hours ago"]


def test_chapters_of_one_article_are_no_others() -> None:
    chapters = "".join(
        f"<section><h2>{title}</h2>{told}</section>"
        for title, told in zip(OTHERS, CHAPTERS, strict=True)
    )
    text, articles = read(f"<main><h1>{TITLE}</h1>{TEXT * 4}{chapters}</main>")
    assert others(articles) == ()
    assert "red paper" in main_text(text, articles)
    assert "fish hall" in main_text(text, articles)


def test_linked_names_of_goods_are_no_headlines() -> None:
    goods = "".join(
        f'<li><a href="/{name}">{name} of the yard</a>{told}</li>'
        for name, told in zip(("Ropes", "Lamps", "Bells"), CHAPTERS, strict=True)
    )
    _, articles = read(f"<main><h1>{TITLE}</h1>{TEXT * 4}<ul>{goods}</ul></main>")
    assert others(articles) == ()


def test_what_a_print_view_adds_is_no_text() -> None:
    lines = "<br/><br/>".join(TEXT.removeprefix("<p>").removesuffix("</p>") for _ in range(4))
    text, articles = read(
        f"<div><div>Quayside Reader</div><hr><h2>{TITLE}</h2>{lines}<hr>"
        "<small>Printed from https://quay.example/news/3</small></div>"
    )
    body = main_text(text, articles)
    assert "Quayside" not in body
    assert "Printed" not in body
    assert body.count("mayor") == 4
