"""Blocks of the reader and of the page's anatomy."""

from regesta.model import Article, Label, PageText, Piece, Role, Span
from regesta.web.marks import OPEN
from regesta.web.reader import READER_SHOWN, Block, anatomy_blocks, article_blocks, is_cut

TEXT = (
    "A headline\n"
    "ZENDA, May 5 (XYZ) — The first line of the body.\n\n   A second line.\n"
    "A caption\n"
    "Nobody knows what this is\n"
    "The second headline\n"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(page="p-1", start=start, end=start + len(words))


def piece(label: Label, words: str) -> Piece:
    return Piece(label=label, span=span(words), rule=f"test.{label}")


BODY = span("ZENDA, May 5 (XYZ) — The first line of the body.\n\n   A second line.\n")
FIRST = Article(
    page="p-1",
    role=Role.MAIN,
    span=Span(page="p-1", start=0, end=span("A caption").end),
    rule="test",
    body=(BODY,),
    pieces=(
        piece(Label.TITLE, "A headline"),
        Piece(label=Label.BODY, span=BODY, rule="test.body"),
        piece(Label.DATELINE, "ZENDA, May 5 (XYZ)"),
        piece(Label.CAPTION, "A caption"),
    ),
)
SECOND = Article(
    page="p-1",
    role=Role.TEASER,
    span=span("The second headline"),
    rule="test",
    pieces=(piece(Label.TITLE, "The second headline"),),
)


def words(block: Block) -> str:
    return "".join(token.words for token in block.tokens)


def test_the_reader_shows_body_and_captions_as_lines() -> None:
    blocks = article_blocks(FIRST, text=TEXT, marks=())
    assert [(block.label, words(block)) for block in blocks] == [
        ("body", "ZENDA, May 5 (XYZ) — The first line of the body."),
        ("body", "A second line."),
        ("caption", "A caption"),
    ]
    assert all(block.span.words(TEXT) == words(block) for block in blocks)


def test_an_article_without_body_has_no_blocks() -> None:
    assert article_blocks(SECOND, text=TEXT, marks=()) == ()


def test_the_anatomy_holds_every_word_of_the_page_once() -> None:
    page = PageText(page="p-1", text=TEXT)
    blocks = anatomy_blocks(page, articles=[FIRST, SECOND], furniture=[], marks=())
    assert [(block.label, block.article, block.rule) for block in blocks] == [
        ("title", 1, "test.title"),
        ("body", 1, "test.body"),
        ("caption", 1, "test.caption"),
        ("not labelled", None, ""),
        ("title", 2, "test.title"),
    ]
    assert "\n".join(map(words, blocks)).split() == TEXT.split()


def test_a_piece_inside_a_piece_is_a_mark() -> None:
    page = PageText(page="p-1", text=TEXT)
    body = anatomy_blocks(page, articles=[FIRST], furniture=[], marks=())[1]
    (opened,) = [token.mark for token in body.tokens if token.what == OPEN and token.mark]
    assert opened.label == "dateline (test.dateline)"
    assert TEXT[opened.start : opened.end] == "ZENDA, May 5 (XYZ)"


def test_pieces_that_cross_are_cut_at_each_other() -> None:
    page = PageText(page="p-1", text=TEXT)
    crossing = [
        Piece(label=Label.PROMO, span=Span(page="p-1", start=0, end=20), rule="a"),
        Piece(label=Label.CREDIT, span=Span(page="p-1", start=10, end=30), rule="b"),
    ]
    blocks = anatomy_blocks(page, articles=[], furniture=crossing, marks=())
    assert [(b.span.start, b.span.end) for b in blocks] == [(0, 20), (20, 30), (30, len(TEXT))]


def test_a_huge_article_is_cut_and_says_so() -> None:
    text = "word " * READER_SHOWN
    whole = Span(page="p-1", start=0, end=len(text))
    article = Article(page="p-1", role=Role.MAIN, span=whole, rule="test", body=(whole,))
    blocks = article_blocks(article, text=text, marks=())
    assert sum(len(words(block)) for block in blocks) == READER_SHOWN
    assert is_cut(article, text=text)
    assert not is_cut(FIRST, text=TEXT)
