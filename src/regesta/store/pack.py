"""Records as the register keeps them: columns as text, bulk as zlib-compressed bytes."""

import zlib
from dataclasses import replace
from datetime import UTC, datetime

from msgspec import MsgspecError

from regesta.model import Given, Page, Reading, When
from regesta.model.codec import decode, encode
from regesta.store.register import RegisterError


def as_text(record: object) -> str:
    """A record as JSON text."""
    return encode(record).decode("utf-8")


def pack_bytes(raw: bytes) -> bytes:
    """Compressed; the same bytes give the same result."""
    return zlib.compress(raw)


def unpack_bytes(packed: bytes) -> bytes:
    """What `pack_bytes` was given; raises RegisterError on anything else."""
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise RegisterError(f"The register is damaged: {error}.") from error


def pack_reading(reading: Reading) -> bytes:
    """The reading without its text, which has a column of its own."""
    return pack_bytes(encode(replace(reading, text="")))


def unpack_reading(packed: bytes, *, text: str) -> Reading:
    """The reading that was packed, given the text of its page; raises RegisterError if broken."""
    try:
        return replace(decode(unpack_bytes(packed), Reading), text=text)
    except MsgspecError as error:
        raise RegisterError(f"The register is damaged: {error}.") from error


Arrival = tuple[str, str, str, str, str]


def arrival(page: Page) -> Arrival:
    """How a page arrived, as something to sort by.

    One page (address and body) may arrive several times, under other names or with other
    headers; the smallest arrival is kept, so the order of arrival does not matter.
    """
    return (
        page.name,
        page.fetched_at or "~",  # after every date: a known time is kept before an unknown one
        page.media_type,
        page.charset or "",
        as_text(page.given),
    )


def page_columns(page: Page) -> dict[str, object]:
    """How a page arrived and its bytes, as the columns that keep them."""
    return {
        "name": page.name,
        "url": page.url,
        "media_type": page.media_type,
        "charset": page.charset,
        "fetched_at": page.fetched_at,
        "given": as_text(page.given),
        "body": pack_bytes(page.body),
    }


def page_of(row: tuple[str, str | None, str, str | None, str | None, str, bytes]) -> Page:
    """The page that `page_columns` took apart."""
    name, url, media_type, charset, fetched_at, given, body = row
    return Page(
        name=name,
        body=unpack_bytes(body),
        media_type=media_type,
        url=url,
        fetched_at=fetched_at,
        charset=charset,
        given=unpack_given(given),
    )


def unpack_given(text: str) -> Given:
    """What the source said about the page."""
    return decode(text.encode("utf-8"), Given)


def time_order(when: When | None) -> str | None:
    """A date as text that sorts by time: clock times in UTC, everything else as it stands."""
    if when is None:
        return None
    if when.precision != "minute":
        return when.value
    try:
        moment = datetime.fromisoformat(when.value)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return when.value
    return moment.strftime("%Y-%m-%dT%H:%M:%S")
