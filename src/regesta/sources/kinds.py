"""What an input is, told from its first bytes and only then from its name: the table of openers."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from regesta.model import Page, Trouble
from regesta.sources.archives import read_archive
from regesta.sources.records import read_lines, read_values
from regesta.sources.single import read_html, read_text
from regesta.sources.stream import Source
from regesta.text import decode, looks_binary

# Media that are no pages, by their first bytes and by the ending of their name.
_MEDIA_HEADS = (
    *(b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"OggS", b"ID3", b"wOFF", b"wOF2"),
    *(b"\x00\x00\x01\x00", b"\x00\x00\x00\x18ftyp", b"\x00\x00\x00\x20ftyp"),
)
_MEDIA_ENDINGS = (
    *(".css", ".js", ".mjs", ".map", ".svg", ".ico", ".png", ".jpg", ".jpeg", ".gif", ".webp"),
    *(".avif", ".pdf", ".woff", ".woff2", ".ttf", ".mp3", ".mp4", ".webm"),
)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b",
    re.DOTALL,
)
_HTML = re.compile(
    r"\s*<(?:!doctype\s+html|\?xml[^>]*>\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+)?html|html|head|body|meta"
    r"|title|script|style|link|article|section|main|header|div|table|span|h[1-6]|p|a|b|br)\b",
    re.IGNORECASE | re.DOTALL,
)
_COMMENT = re.compile(r"\s*<!--.*?(?:-->|\Z)", re.DOTALL)
_SNIFFED = 4_096  # characters looked at for tags


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of an input before it is read: first bytes, their text, the name's ending."""

    head: bytes
    text: str
    ending: str


def look(source: Source) -> Look:
    """The first bytes of a source as text, and its name's ending without ".gz"."""
    head = source.stream.head
    return Look(head, decode(head[:_SNIFFED]).text.lstrip("\ufeff"), _ending(source.name))


def open_pages(source: Source) -> Iterator[Page | Trouble]:
    """The pages of a source, read by the first row of `OPENERS` that knows its kind."""
    seen = look(source)
    return next(opener for _kind, test, opener in OPENERS if test(seen))(source)


def _ending(name: str) -> str:
    path = PurePath(name.lower())
    return (PurePath(path.stem) if path.suffix == ".gz" else path).suffix


def _is_empty(seen: Look) -> bool:
    return not seen.head.strip()


def _is_archive(seen: Look) -> bool:
    return seen.head.startswith(b"WARC/")


def _is_other_media(seen: Look) -> bool:
    other = seen.head.startswith(_MEDIA_HEADS) or seen.ending in _MEDIA_ENDINGS
    return other or bool(_FEED.match(seen.text))


def _is_binary(seen: Look) -> bool:
    return looks_binary(seen.head)


def _is_lines(seen: Look) -> bool:
    """Named so, or one of the first whole lines is a JSON object."""
    if seen.ending in (".jsonl", ".ndjson"):
        return True
    return seen.text.lstrip().startswith("{") and any(map(_is_object, seen.head.split(b"\n")[:20]))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_json(seen: Look) -> bool:
    return seen.ending == ".json" or bool(re.match(r'\s*(?:\{\s*["}]|\[\s*[{\]])', seen.text))


def _is_html(seen: Look) -> bool:
    text = seen.text
    while comment := _COMMENT.match(text):
        text = text[comment.end() :]
    return bool(_HTML.match(text)) or seen.ending in (".html", ".htm", ".xhtml", ".shtml")


def _is_text(seen: Look) -> bool:
    return bool(seen.text)


def _empty(source: Source) -> Iterator[Page | Trouble]:
    damage = source.stream.damage
    yield source.trouble(damage or "empty", "no data" if damage else "nothing but white space")


def _other_media(source: Source) -> Iterator[Page | Trouble]:
    yield source.trouble("not-a-page", "neither text nor HTML")


def _binary(source: Source) -> Iterator[Page | Trouble]:
    yield source.trouble("binary", "the bytes are no text")


# First row whose test holds opens the input. Feeds and addresses to fetch get their rows here.
OPENERS: tuple[
    tuple[str, Callable[[Look], bool], Callable[[Source], Iterator[Page | Trouble]]], ...
] = (
    ("empty", _is_empty, _empty),
    ("web archive", _is_archive, read_archive),
    ("other media", _is_other_media, _other_media),
    ("binary", _is_binary, _binary),
    ("JSON lines", _is_lines, read_lines),
    ("JSON", _is_json, read_values),
    ("HTML", _is_html, read_html),
    ("text", _is_text, read_text),
)
