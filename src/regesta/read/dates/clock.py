"""Clock times and zones: "9:30 a.m. EDT", "09:30 (JST)", "18:45 Uhr"."""

import re
from datetime import date

# Minutes east of Greenwich. Letters that name several zones of the news (CST, AST) are absent:
# their clock is kept and the zone is not known. IST is India's, the commonest by far in news.
ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0,
    "BST": 60, "CET": 60, "WEST": 60, "WAT": 60, "MEZ": 60,
    "CEST": 120, "EET": 120, "SAST": 120, "CAT": 120, "MESZ": 120,
    "MSK": 180, "EEST": 180, "EAT": 180, "TRT": 180, "IDT": 180,
    "IRST": 210, "GST": 240, "AFT": 270, "PKT": 300, "UZT": 300,
    "IST": 330, "NPT": 345, "BDT": 360,
    "ICT": 420, "WIB": 420, "HKT": 480, "SGT": 480, "PHT": 480, "MYT": 480, "AWST": 480,
    "JST": 540, "KST": 540, "ACST": 570, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360,
    "PST": -480, "PDT": -420, "BRT": -180, "ART": -180,
}  # fmt: skip
# The two names that Americans use all year round: standard offset, an hour more in summer.
YEAR_ROUND = {"ET": -300, "PT": -480}
_UNKNOWN = ("CST", "AST", "CT", "MT")

_ZONE_WORDS = "|".join(sorted((*ZONES, *YEAR_ROUND, *_UNKNOWN), key=len, reverse=True))
ZONE = rf"(?:(?:UTC|GMT)\s?[+-]\d{{1,2}}(?::?\d{{2}})?|[+-]\d{{2}}:?\d{{2}}|(?:{_ZONE_WORDS})\b)"
MERIDIEM = r"(?:[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?)"
# Hours alone ("9 p.m.") are a clock only with a.m. or p.m.
CLOCK = (
    rf"(?:(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?"
    rf"(?:\s?(?P<half>{MERIDIEM}))?(?:\s?(?:Uhr|hrs|hours))?"
    rf"|(?P<hour_alone>1[0-2]|0?[1-9])\s?(?P<half_alone>{MERIDIEM}))"
    rf"(?:\s?\(?(?P<zone>{ZONE})\)?)?"
)
AFTER_DATE = rf"(?:(?:T|,?\s*(?:at|um|à|às|a las|alle|kl\.?|в|[-–—|•/]|@)?\s*)\(?{CLOCK})?"
BEFORE_DATE = rf"{CLOCK}\s*(?:,|on|[-–—|•])?\s*"


def clock_of(match: re.Match[str], *, day: str | None) -> str | None:
    """The ISO value of a day with the clock that the match holds; the bare day without one."""
    if day is None:
        return None
    fields = match.groupdict()
    raw_hour = fields.get("hour") or fields.get("hour_alone")
    if raw_hour is None:
        return day
    hour = _hour(int(raw_hour), half=fields.get("half") or fields.get("half_alone"))
    if hour is None:
        return day
    zone = fields.get("zone") or fields.get("zone_behind")
    minute = int(fields.get("minute") or 0)
    return f"{day}T{hour:02d}:{minute:02d}{offset(zone, day=day)}"


def _hour(hour: int, *, half: str | None) -> int | None:
    """0-23, or None when the clock contradicts itself ("17:30 am" keeps only its day)."""
    if half is None:
        return hour
    if half[0].lower() == "p":
        return hour if hour > 12 else hour % 12 + 12
    return hour % 12 if hour <= 12 else None


def offset(zone: str | None, *, day: str) -> str:
    """ "+05:30", "Z", or "" when no zone is named or its letters name several."""
    if not zone:
        return ""
    if zone in YEAR_ROUND:
        minutes = YEAR_ROUND[zone] + (60 if _american_summer(date.fromisoformat(day)) else 0)
    elif zone in ZONES:
        minutes = ZONES[zone]
    else:
        signed = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", zone)
        if signed is None:
            return ""
        size = int(signed[2]) * 60 + int(signed[3] or 0)
        minutes = -size if signed[1] == "-" else size
    if minutes == 0:
        return "Z"
    if abs(minutes) >= 24 * 60:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _american_summer(day: date) -> bool:
    """Daylight time of the United States since 2007: second Sunday of March, first of November."""
    return _sunday_from(day.year, 3, 8) <= day < _sunday_from(day.year, 11, 1)


def _sunday_from(year: int, month: int, day: int) -> date:
    """The first Sunday on or after a day."""
    return date(year, month, day + 6 - date(year, month, day).weekday())
