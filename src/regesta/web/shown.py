"""How records read on the screen: words for codes, dates as people write them, hostile text tamed.

Everything returns plain `str` (escaped later by the template) except `tame`, which escapes itself.
"""

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from regesta.model import EventType, Label, Modality, Sector, When

TITLE_SHOWN = 300  # characters of a title on screen; the record keeps the whole
WORDS_SHOWN = 1_200  # characters of one evidence sentence or quote on screen

MODALITY_WORDS: dict[str, str] = {
    Modality.ACTUAL: "did",
    Modality.PLANNED: "will",
    Modality.POSSIBLE: "may",
    Modality.NEGATED: "denied",
}
MODALITY_TELLS: dict[str, str] = {
    Modality.ACTUAL: "told as having happened, or going on",
    Modality.PLANNED: "set for the future",
    Modality.POSSIBLE: "hedged or conditional: could, likely, if",
    Modality.NEGATED: "said not to have happened",
}
TYPE_TELLS: dict[str, str] = {
    EventType.AGREE: "agrees, promises, or says it means to",
    EventType.CONSULT: "meets, visits, phones, negotiates or mediates",
    EventType.SUPPORT: "endorses, praises, recognises, signs or ratifies",
    EventType.CONCEDE: "yields in words: accepts a demand, says it will ease or release",
    EventType.COOPERATE: "works together in deed: trades, shares, exercises jointly",
    EventType.AID: "gives money, weapons, food, shelter or protection",
    EventType.RETREAT: "yields in deed: withdraws, releases, disarms, ceases fire",
    EventType.REQUEST: "demands, appeals or calls for something",
    EventType.ACCUSE: "criticises, blames or alleges",
    EventType.REJECT: "refuses, cancels, vetoes or defies",
    EventType.THREATEN: "warns of or threatens a hostile act",
    EventType.SANCTION: "cuts relations: sanctions, embargo, expelled diplomats",
    EventType.PROTEST: "demonstrates, strikes, boycotts or obstructs",
    EventType.MOBILIZE: "shows force: deploys, puts on alert, tests weapons",
    EventType.COERCE: "forces without killing: seizes, arrests, blockades, hacks",
    EventType.ASSAULT: "uses violence: attacks, bombs, abducts, captures",
}
BASIS_WORDS: dict[str, str] = {
    "meta": "from the page's metadata",
    "given": "as the source gave it",
    "page": "from the page's own time line",
    "dateline": "from the dateline",
    "relative": "worked out from a relative date",
    "text": "from the text",
    "url": "from the address",
    "neighbour": "from a neighbouring article",
}
DISPUTED_WORDS: dict[str, str] = {
    "quantity": "How many",
    "when": "When",
    "where": "Where",
    "deed": "Whether it was done",
}
DEED_VALUES = {"asserted": "told as done", "denied": "told as not done"}
SECTOR_WORDS: dict[str, str] = {
    Sector.GOV: "government",
    Sector.MIL: "military",
    Sector.LEG: "parliament",
    Sector.JUD: "courts",
    Sector.SPY: "secret service",
    Sector.REB: "rebels",
    Sector.IGO: "organisation of states",
    Sector.PTY: "party",
    Sector.MED: "media",
    Sector.BUS: "business",
    Sector.CVL: "civil society",
}
VOUCHED_WORDS: dict[str, str] = {
    "party": "one who took part",
    "third party": "a third party",
    "unknown": "somebody whose side is not told",
    "unattributed": "in its own voice",
}
PRECISION_WORDS = {
    "year": "year only",
    "month": "month only",
    "day": "to the day",
    "minute": "to the minute",
}
LABEL_WORDS: dict[str, str] = {
    Label.TITLE_REPEAT: "title again",
    Label.CREDIT: "photo credit",
    Label.KEY_POINT: "key point",
    Label.SOURCE_LINE: "source line",
    Label.SIGN_OFF: "sign-off",
    Label.EMBED: "embedded post",
}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(?::[\d.]+)?(.*))?)?)?")

# Directional overrides, embeddings and isolates can make a line read as what it is not.
# LRM, RLM and ALM are left alone: honest Arabic and Hebrew need them.
_TURNS = {0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO"}
_TURNS |= {0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI"}
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def tame(text: str) -> Markup:
    """Text escaped, with control characters and direction overrides shown instead of obeyed."""
    parts, at = [], 0
    for hit in _ODD.finditer(text):
        parts += [escape(text[at : hit.start()]), _symbol(hit.group())]
        at = hit.end()
    return Markup("").join([*parts, escape(text[at:])])


def quiet(text: str) -> str:
    """Text for places that cannot hold elements (a window's title): odd characters replaced."""
    return _ODD.sub("\ufffd", text)


def _symbol(char: str) -> Markup:
    """What is printed in place of one odd character."""
    code = ord(char)
    if code in _TURNS:
        note = f"text direction control U+{code:04X}, not obeyed"
        return Markup('<span class="odd" title="{}">{}</span>').format(note, _TURNS[code])
    if char == "\r":
        return Markup("")
    if code < 0x20:
        return Markup('<span class="odd">{}</span>').format(chr(0x2400 + code))
    return Markup('<span class="odd">\ufffd</span>')


def clip(text: str, limit: int = WORDS_SHOWN) -> str:
    """At most `limit` characters, an ellipsis where the rest was cut."""
    return text if len(text) <= limit else text[:limit].rstrip() + "…"


def one_line(text: str, limit: int) -> str:
    """At most `limit` characters of a text with its white space folded; a huge one costs little."""
    return clip(" ".join(text[: 20 * limit].split()), limit)


def title(text: str | None) -> Markup:
    """A headline, short enough to draw and isolated from the direction of its neighbours."""
    if not text or not text.strip():
        return Markup('<span class="unsaid">no headline</span>')
    return Markup("<bdi>{}</bdi>").format(tame(one_line(text, TITLE_SHOWN)))


def day(value: str | None) -> str:
    """ "2025-08-20T17:51+09:00" as "20 Aug 2025, 17:51 +09:00"; no part that is not there."""
    hit = _ISO.fullmatch(value or "")
    if hit is None:
        return value or ""
    year, month, date, clock, zone = hit.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year
    words = f"{_MONTHS[int(month) - 1]} {year}"
    words = f"{int(date)} {words}" if date else words
    zone = {"Z": "UTC", "+00:00": "UTC"}.get(zone or "", zone or "")
    return f"{words}, {clock} {zone}".rstrip() if clock else words


def percent(share: float) -> str:
    """0.4 as "40 %"; what is above nothing and rounds to it says so."""
    return f"{share:.0%}".replace("%", " %") if share == 0 or share >= 0.005 else "under 1 %"


def known_by(when: When) -> str:
    """How a date is known, in one phrase: "month only, from the text"."""
    return date_note(when.precision, when.basis)


def date_note(precision: str | None, basis: str | None) -> str:
    """Precision and basis as one phrase."""
    words = (PRECISION_WORDS.get(precision or "", ""), BASIS_WORDS.get(basis or "", ""))
    return ", ".join(word for word in words if word)


def link(url: str | None) -> str | None:
    """The address if it is safe to link to (http or https with a host), else None."""
    if not url or len(url) > 2_000 or _ODD.search(url):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.hostname else None


def number(value: float) -> str:
    """13.0 as "13", 2e9 as "2,000,000,000"."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,g}"


def value(slot: str, told: str) -> str:
    """A disputed value as it reads: dates as people write them, deeds as done or not done."""
    if slot == "deed":
        return DEED_VALUES.get(told, told)
    return day(told) if slot == "when" else told


def many(count: int, one: str, more: str | None = None) -> str:
    """ "1 origin", "2 origins", "1,204 articles"; `more` where the plural is not `one` + s."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"
