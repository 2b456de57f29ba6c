"""Files of JSON records: one a line, or one value or list of values."""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from regesta.model import Given, Page, Trouble
from regesta.sources.stream import Source, input_trouble
from regesta.text import decode

# Spellings in the order they are asked; the first that holds words counts. Seen in the exports of
# news-please, newspaper4k, NewsAPI, GDELT and Common Crawl tools, schema.org and feeds.
FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("id", ("id", "_id", "uid", "uuid", "guid", "doc_id", "article_id")),
    ("url", ("url", "link", "uri", "source_url", "canonical_url", "canonical_link", "href")),
    ("title", ("title", "headline", "title_page")),
    ("text", ("text", "body", "content", "maintext", "article", "articleBody", "full_text")),
    ("html", ("html", "raw_html", "article_html", "page_html")),
    (
        "published",
        (
            *("published", "published_at", "publishedAt", "publish_date", "published_date"),
            *("date_publish", "date_published", "datePublished", "pub_date", "pubDate"),
            *("publication_date", "date", "datetime", "timestamp", "time", "created_at"),
        ),
    ),
    (
        "publisher",
        (
            *("publisher", "outlet", "source_name", "source", "source_domain", "site_name"),
            *("site", "newspaper", "domain", "publication"),
        ),
    ),
    ("language", ("language", "lang", "inLanguage")),
    ("fetched_at", ("fetched_at", "date_download", "crawled_at", "crawl_date", "retrieved_at")),
)
_LINE_FACTOR = 4  # JSON may write two bytes of text as six ("\u00e9"), and there are other fields
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CHUNK = 262_144
_WORD_LENGTH = 16  # a number or "false" cut in two ends this close to the end of the buffer
_BETWEEN = re.compile(r"[\s,]*")


def read_lines(source: Source) -> Iterator[Page | Trouble]:
    """One record a line; a bad line is a trouble and the next line is read."""
    cap = source.max_bytes * _LINE_FACTOR
    number = 0
    for number, line in enumerate(source.stream.lines(cap=cap), start=1):
        if line is None:
            message = f"line {number} has more than {cap} bytes"
            yield source.trouble("too-large", message, raw=b"%d" % number)
        elif line.strip():
            yield _from_line(source, line, number=number)
    yield from _break_off(source, after=f"line {number}")


def read_values(source: Source) -> Iterator[Page | Trouble]:
    """A record, a list of records, or records one after another over several lines.

    What follows a fault cannot be trusted and is left out, with a trouble that says so.
    """
    number = 0
    for number, value in enumerate(_values(source, cap=source.max_bytes * _LINE_FACTOR), start=1):
        if not isinstance(value, _Fault):
            yield _from_record(source, value, number=number)
        elif not source.stream.damage:
            message = f"record {number}: {value.message}; the rest is not read"
            yield source.trouble(value.code, message)
    yield from _break_off(source, after=f"record {number}")


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why no further value could be read."""

    code: str
    message: str


def _values(source: Source, *, cap: int) -> Iterator[object]:
    """The values of the stream as they come, without holding more than one; a _Fault ends them."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    parser = json.JSONDecoder()
    buffer = decoder.decode(source.stream.upto(_CHUNK))
    at = len(buffer) - len(buffer.lstrip())
    in_list = buffer.startswith("[", at)
    at += in_list
    while True:
        between = _BETWEEN.match(buffer, at)
        at = between.end() if between else at
        if in_list and buffer.startswith("]", at):
            return
        try:
            value, at = parser.raw_decode(buffer, at)
        except (ValueError, RecursionError) as fault:
            more = decoder.decode(source.stream.upto(max(_CHUNK, len(buffer) - at)))
            if not more and at >= len(buffer) and not in_list:
                return
            if not more or not _unfinished(fault, buffer):
                yield _Fault("bad-json", f"no JSON ({fault})")
                return
            buffer, at = buffer[at:] + more, 0
            if len(buffer) > cap:
                yield _Fault("too-large", f"a record of more than {cap} bytes")
                return
        else:
            yield value


def _unfinished(fault: Exception, buffer: str) -> bool:
    """Whether the parser stopped because the buffer did, not because of what stands in it."""
    if not isinstance(fault, json.JSONDecodeError):
        return False
    return fault.pos >= len(buffer) - _WORD_LENGTH or fault.msg.startswith("Unterminated string")


def _break_off(source: Source, *, after: str) -> Iterator[Trouble]:
    if source.stream.damage:
        yield source.trouble(source.stream.damage, f"the data breaks off after {after}")


def _from_line(source: Source, line: bytes, *, number: int) -> Page | Trouble:
    try:
        value = json.loads(_line_text(line))
    except (ValueError, RecursionError) as fault:
        return source.trouble("bad-json", f"line {number} is no JSON ({fault})", raw=line)
    return _from_record(source, value, number=number)


def _line_text(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(line).text


def _from_record(source: Source, value: object, *, number: int) -> Page | Trouble:
    """The page of one record. Words in `text` outweigh `html`, for offsets must fit the field."""
    if not isinstance(value, dict):
        return source.trouble("bad-record", f"record {number} is no object", raw=b"%d" % number)
    record = {field: _first(value, keys) for field, keys in FIELDS}
    name = record["id"] or f"{source.name}#{number}"
    text, media_type = record["text"], "text/plain"
    if text is None:
        text, media_type = record["html"], "text/html"
    if text is None:
        return input_trouble(name, "empty", f"record {number} of {source.name} has no text")
    body = _LONE_SURROGATE.sub("\ufffd", text).encode()
    if len(body) > source.max_bytes:
        message = f"record {number} of {source.name} has more than {source.max_bytes} bytes"
        return input_trouble(name, "too-large", message, raw=body)
    return Page(
        name=name,
        body=body,
        media_type=media_type,
        url=record["url"],
        fetched_at=record["fetched_at"] or source.fetched_at,
        charset="utf-8",
        given=Given(
            title=record["title"],
            published=record["published"],
            publisher=record["publisher"],
            language=record["language"],
        ),
    )


def _first(record: dict[str, object], keys: tuple[str, ...]) -> str | None:
    """The first of the keys that holds words or a number, as written; {"name": ...} is its name."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value
    return None
