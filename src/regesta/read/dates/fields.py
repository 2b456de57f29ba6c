"""Dates in the fields of programs: metadata, feeds, records."""

import re
from datetime import UTC, datetime

from regesta.read.dates import resolve

_EARLIEST = "1990"  # years before it are placeholders ("0001-01-01", "1970-01-01")
_COMPACT = re.compile(
    r"(?P<day>20\d{6})(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?:\d\d)?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
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
    return resolve(_ZONE_APART.sub("", bare), base=None)
