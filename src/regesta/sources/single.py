"""An input that is one page: an HTML file or a text file."""

from collections.abc import Iterator

from regesta.model import Page, Trouble
from regesta.sources.stream import Source


def read_html(source: Source) -> Iterator[Page | Trouble]:
    """The file as one HTML page."""
    return _read(source, media_type="text/html")


def read_text(source: Source) -> Iterator[Page | Trouble]:
    """The file as one page of plain text."""
    return _read(source, media_type="text/plain")


def _read(source: Source, *, media_type: str) -> Iterator[Page | Trouble]:
    raw = source.stream.upto(source.max_bytes + 1)
    if len(raw) > source.max_bytes:
        yield source.trouble("too-large", f"more than {source.max_bytes} bytes")
        return
    if source.stream.damage:
        yield source.trouble(source.stream.damage, f"the data breaks off after {len(raw)} bytes")
    if raw.strip():
        name, fetched_at = source.name, source.fetched_at
        yield Page(name=name, body=raw, media_type=media_type, fetched_at=fetched_at)
