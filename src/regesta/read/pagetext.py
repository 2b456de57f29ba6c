"""Page to Source: decoded text for plain pages, visible blocks for HTML; never raises."""

import re

from lxml import etree
from lxml import html as lxml_html

from regesta.model import Page, SiteLines, Span, Trouble
from regesta.read.html.blocks import Line, region_of, visible_lines
from regesta.read.html.cards import Cards, find_cards
from regesta.read.html.headline import HEADINGS
from regesta.read.html.main_text import PAGE_FAULTS, main_words, place, prune
from regesta.read.html.meta import read_meta
from regesta.read.source import Block, PageMeta, Source
from regesta.text.decode import decode, looks_binary

_LARGEST_HTML = 12_000_000  # characters; beyond that no markup is parsed
_LONG_TEXT = 60  # characters that make a block running text rather than a label
# lxml.html asks a function of its own for the class of every element that is touched.
_ELEMENTS = etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement)
_STRAY = re.compile(r"^\s*<\?xml[^>]*\?>|\x00")


def page_text(page: Page, *, site: SiteLines | None = None) -> Source:
    """The page's text with all that cutting it into articles needs; `site` are the lines of a
    plain text that its site repeats."""
    text, troubles = _decoded(page)
    if not text.strip("\ufeff \t\r\n"):
        fault = _trouble(page.id, code="empty", message="The page holds no text.")
        troubles = troubles or (fault,)
    if not page.is_html or not text.strip("\ufeff \t\r\n"):
        return Source(
            page=page.id,
            text=text,
            media_type=page.media_type,
            fetched_at=page.fetched_at,
            meta=_given(PageMeta(), page=page),
            site=site,
            troubles=troubles,
        )
    return _html_source(page, raw=text, troubles=troubles)


def _given(meta: PageMeta, *, page: Page) -> PageMeta:
    """The page's own word first, the source's where the page is silent."""
    given = page.given
    return PageMeta(
        title=meta.title or given.title,
        published=meta.published,
        published_by=meta.published_by,
        modified=meta.modified,
        given=given.published,
        publisher=meta.publisher or given.publisher,
        author=meta.author,
        language=meta.language or given.language,
        url=meta.url or page.url,
        description=meta.description,
        guessed=meta.guessed,
        updates=meta.updates,
    )


def _html_source(page: Page, *, raw: str, troubles: tuple[Trouble, ...]) -> Source:
    tree = _parse(raw)
    if tree is None:
        fault = _trouble(
            page.id, code="html-unreadable", message="The page holds no readable HTML."
        )
        return Source(
            page=page.id,
            text="",
            media_type=page.media_type,
            fetched_at=page.fetched_at,
            meta=_given(PageMeta(), page=page),
            troubles=(*troubles, fault),
        )
    number = page.id  # hashed from the whole body each time it is asked for
    lines = visible_lines(tree)
    shown = frozenset(line.text for line in lines if len(line.text) < _LONG_TEXT)
    meta = _given(read_meta(tree, url=page.url, shown=shown), page=page)
    cards = find_cards(tree, lines, meta=meta)
    text, blocks = _blocks(lines)
    title_at = _title_at(cards, lines=lines, blocks=blocks, page=number)
    main, fault_found = _main(tree, cards=cards, text=text, blocks=blocks, page=number)
    return Source(
        page=number,
        text=text,
        media_type=page.media_type,
        fetched_at=page.fetched_at,
        meta=meta,
        blocks=blocks,
        main=main or _plain_main(blocks, page=number, headline=title_at),
        title_at=title_at,
        troubles=(*troubles, *fault_found),
    )


def _parse(raw: str) -> etree._Element | None:
    """The parsed page, None when there is nothing to parse or it is past all size."""
    if len(raw) > _LARGEST_HTML:
        return None
    parser = lxml_html.HTMLParser(recover=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ELEMENTS)
    try:
        tree = lxml_html.document_fromstring(_STRAY.sub("", raw), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree if len(tree) else None


def _blocks(lines: list[Line]) -> tuple[str, tuple[Block, ...]]:
    """The page's text, one block a line, and the blocks with their places."""
    blocks = []
    regions: dict[etree._Element, str] = {}
    start = 0
    for line in lines:
        tag = str(line.node.tag)
        blocks.append(
            Block(
                start=start,
                end=start + len(line.text),
                tag=tag,
                region=region_of(line.node, known=regions),
                heading=int(tag[1]) if tag in HEADINGS else 0,
                link_share=line.linked / len(line.text),
                card=line.card,
                stamp=line.stamp,
                update=line.update,
                comment=line.comment,
            )
        )
        start += len(line.text) + 1
    return "\n".join(line.text for line in lines), tuple(blocks)


def _title_at(
    cards: Cards, *, lines: list[Line], blocks: tuple[Block, ...], page: str
) -> Span | None:
    """Where the main headline stands in the text."""
    for line, block in zip(lines, blocks, strict=True):
        if line is cards.headline:
            return Span(page=page, start=block.start, end=block.end)
    return None


def _main(
    tree: etree._Element, *, cards: Cards, text: str, blocks: tuple[Block, ...], page: str
) -> tuple[tuple[Span, ...], tuple[Trouble, ...]]:
    """The main article's lines, with the other articles taken out of the tree first."""
    prune(tree, [*cards.single, *cards.several, *cards.loose])
    try:
        words = main_words(tree)
    except PAGE_FAULTS as fault:
        message = f"The main text could not be extracted: {type(fault).__name__}."
        return (), (_trouble(page, code="main-text-failed", message=message),)
    lines = ["" if block.card >= 0 else text[block.start : block.end] for block in blocks]
    main = [blocks[number] for number in place(words, lines=lines)]
    return tuple(Span(page=page, start=block.start, end=block.end) for block in main), ()


def _plain_main(blocks: tuple[Block, ...], *, page: str, headline: Span | None) -> tuple[Span, ...]:
    """Running text after the headline, for pages whose main text the extractor did not find."""
    first = headline.end if headline else 0
    return tuple(
        Span(page=page, start=block.start, end=block.end)
        for block in blocks
        if block.start >= first
        and block.card < 0
        and not block.heading
        and block.end - block.start >= _LONG_TEXT
        and block.link_share < 0.3
        and block.region not in ("nav", "header", "masthead", "footer", "aside", "form", "figure")
    )


def _decoded(page: Page) -> tuple[str, tuple[Trouble, ...]]:
    """The page's text and what its bytes lost; a binary file gives no text at all."""
    if looks_binary(page.body):
        return "", (_trouble(page.id, code="binary", message="The page's bytes are no text."),)
    found = decode(page.body, charset=page.charset, html=page.is_html)
    if not found.damage:
        return found.text, ()
    return found.text, (_trouble(page.id, code="decode-damage", message=f"{found.damage}."),)


def _trouble(page: str, *, code: str, message: str) -> Trouble:
    return Trouble(step="pagetext", code=code, message=message, page=page)
