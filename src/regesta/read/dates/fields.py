"""Dates in the fields of programs: metadata, feeds, records."""

import re
from datetime import UTC, datetime

from regesta.read.dates import resolve
from regesta.read.dates.rule import iso_day

_EARLIEST = "1990"  # years before it are placeholders ("0001-01-01", "1970-01-01")
_COMPACT = re.compile(
    r"(?P<day>20\d{6})(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?:\d\d)?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_ISO = re.compile(  # the commonest form by far, and read at once
    r"(?P<day>(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<date>\d\d))"
    r"(?:[T ](?P<clock>(?:[01]\d|2[0-3]):[0-5]\d)(?::\d\d(?:\.\d+)?)?"
    r"(?P<zone>Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?"
)
_ZONE_APART = re.compile(r"(?<=\d)\s(?=[+-]\d{2}:?\d{2}$)")


def raw_date(raw: str | None) -> str | None:
    """A date field as some program wrote it: ISO, RFC 822, plain words, or seconds since 1970.

    Figures that could be day and month either way are no date.
    """
    if not raw:
        return None
    value = _read(raw.strip())
    return value if value is not None and value >= _EARLIEST else None


def _read(bare: str) -> str | None:
    if re.fullmatch(r"\d{10}(?:\d{3})?", bare):
        moment = datetime.fromtimestamp(int(bare[:10]), tz=UTC)
        return moment.isoformat(timespec="minutes").replace("+00:00", "Z")
    compact = _COMPACT.fullmatch(bare)
    if compact:
        day = compact["day"]
        clock = f"T{compact['hour']}:{compact['minute']}{compact['zone'] or ''}"
        bare = f"{day[:4]}-{day[4:6]}-{day[6:8]}" + (clock if compact["hour"] else "")
    if re.fullmatch(r"\d{4}(?:-\d{2})?", bare):
        return bare
    iso = _ISO.fullmatch(bare)
    if iso and iso_day(*(int(iso[part]) for part in ("year", "month", "date"))):
        zone = (iso["zone"] or "").replace("+00:00", "Z").replace("+0000", "Z")
        return f"{iso['day']}T{iso['clock']}{_colon(zone)}" if iso["clock"] else iso["day"]
    return resolve(_ZONE_APART.sub("", bare), base=None)


def _colon(zone: str) -> str:
    """ "+0530" as ISO 8601 writes it: "+05:30"."""
    return f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
