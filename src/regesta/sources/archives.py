"""Web archives: WARC files of responses, WET files of texts."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from typing import BinaryIO, cast

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, WarcReader, ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from regesta.model import Given, Page, Trouble
from regesta.sources.stream import Source, input_trouble
from regesta.text import looks_binary

MEDIA_TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
}
CODINGS: dict[str, Callable[[BytesIO], WarcReader]] = {
    "chunked": ChunkedReader,
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": partial(GzipReader, zlib=True),
    "br": BrotliReader,
    "zstd": ZstdReader,
}
_BROKEN = "broken off"
_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


def read_archive(source: Source) -> Iterator[Page | Trouble]:
    """The pages of a web archive, record by record; what is no page is counted in one trouble."""
    left_out: Counter[str] = Counter()
    number = 0
    fault = ""
    try:
        for number, record in enumerate(_records(source), start=1):
            item = _item(source, record, number=number)
            if isinstance(item, str):
                left_out[item] += 1
            else:
                yield item
    except OSError as error:
        fault = f"no WARC record after record {number} ({error}); the rest is not read"
    broken = left_out.pop(_BROKEN, 0)
    whole = not broken and source.stream.tail.endswith((b"\n\n", b"\n\r\n"))
    if source.stream.damage or not whole:
        damage = source.stream.damage or "truncated"
        yield source.trouble(damage, f"the data breaks off after record {number}")
    elif fault:
        yield source.trouble("bad-warc", fault)
    if left_out:
        reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(left_out.items()))
        yield source.trouble("left-out", f"records that are no pages: {reasons}")


def _records(source: Source) -> Iterator[WarcRecord]:
    stream = cast(BinaryIO, source.stream)  # fastwarc calls read and tell
    return iter(ArchiveIterator(stream, record_types=_KINDS, parse_http=False))


def _item(source: Source, record: WarcRecord, *, number: int) -> Page | Trouble | str:
    """The page of a record, its trouble, or why it is no page (for counting)."""
    name = record.headers.get("WARC-Target-URI") or f"{source.name}#{number}"
    place = f"record {number} of {source.name}"
    length = _header(record, "Content-Length")
    if not length.isdecimal():
        return "bad head"
    declared = int(length)
    if declared > source.max_bytes:
        return input_trouble(name, "too-large", f"{place} has more than {source.max_bytes} bytes")
    record.freeze()
    if record.content_length < declared:
        return _BROKEN
    try:
        media_type = _open(record)
        body = _unpacked(record, source.max_bytes + 1)
    except OSError as fault:
        return input_trouble(name, "unreadable", f"{place} cannot be unpacked ({fault})")
    if media_type not in MEDIA_TYPES:
        return media_type or "no media type"
    if len(body) > source.max_bytes:
        return input_trouble(name, "too-large", f"{place} has more than {source.max_bytes} bytes")
    if not body.strip():
        return "empty"
    if looks_binary(body):
        return "binary"
    return _page(source, record, name=name, body=body, media_type=MEDIA_TYPES[media_type])


def _open(record: WarcRecord) -> str:
    """Reads the HTTP head, if there is one; gives the media type, or what says it is no page."""
    block = _header(record, "Content-Type")
    if not block.startswith("application/http"):
        return _media_type(block or "text/plain")
    record.parse_http(auto_decode="none")
    if record.http_headers is None:
        return "no HTTP"
    status = record.http_headers.status_code
    if status is not None and status != 200:
        return f"status {status}"
    return _media_type(record.http_headers.get("Content-Type") or "text/html")


def _header(record: WarcRecord, name: str) -> str:
    return record.headers.get(name) or ""


def _unpacked(record: WarcRecord, limit: int) -> bytes:
    """At most `limit` bytes of the body, through the codings its HTTP head names.

    Crawlers that store bodies unpacked leave the head as it was: no gzip bytes, no unpacking.
    """
    body = record.reader.read()
    if record.http_headers is None:
        return body
    for name in ("Transfer-Encoding", "Content-Encoding"):
        for coding in reversed((record.http_headers.get(name) or "").lower().split(",")):
            packed = coding.strip() not in ("gzip", "x-gzip") or body.startswith(b"\x1f\x8b")
            if packed and coding.strip() in CODINGS:
                body = CODINGS[coding.strip()](BytesIO(body)).read(limit)
    return body


def _media_type(header: str) -> str:
    return header.split(";", 1)[0].strip().lower()


def _page(source: Source, record: WarcRecord, *, name: str, body: bytes, media_type: str) -> Page:
    return Page(
        name=name,
        body=body,
        media_type=media_type,
        url=record.headers.get("WARC-Target-URI"),
        fetched_at=record.headers.get("WARC-Date") or source.fetched_at,
        charset=record.http_charset,
        given=Given(language=record.headers.get("WARC-Identified-Content-Language")),
    )
