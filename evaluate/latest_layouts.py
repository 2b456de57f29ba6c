"""Twelve more layouts, of kinds that the web and the wires hand on, measured before any mending.

What they scored then stands in the commit that added them. Since then running headers of printed
pages are known by their page number, for "pressed", and "3 |" opens headlines, for "digest".
"""

from evaluate.layouts import BARE, SEPARATED, Layout, Told, pick, wrapped

_DAYS = ("3 May 2024", "4 May 2024", "2 May 2024", "5 May 2024")
_STAMPS = (
    "Fri, 03 May 2024 10:31:07 +0000",
    "Sat, 04 May 2024 07:15:30 GMT",
    "Fri, 03 May 2024 21:48:12 +0200",
)
_CODES = ("HRBR", "QUAY", "LDGR", "PIER")
_HEADS = ("PRESS REVIEW", "THE MORNING PAPERS", "QUAYSIDE DAILY")
_GERMAN = ("Fähre bleibt im Hafen", "Zwei Minister und ein Kahn", "Der Preis der Zwiebeln")
_DOT = "\u2022"


def _hits(told: Told) -> list[str]:
    """As a list of search results is copied whole."""
    return [
        f"{told.publisher} {_DOT} {told.ago}",
        told.title,
        "More coverage",
        *told.paragraphs,
        "",
    ]


def _urgent(told: Told) -> list[str]:
    """As an agency files its copy."""
    slug = "-".join(told.title.upper().split()[:3])
    return [
        f"{slug} (UPDATE {told.number % 4 + 1})",
        told.title,
        f"{pick(_DAYS, told)}, {told.number % 12:02d}:{told.number % 60:02d} GMT",
        *told.paragraphs,
        f"({told.publisher}) nnnn",
    ]


def _pressed(told: Told) -> list[str]:
    """As a press review in print becomes text: running headers and page numbers in between."""
    half = len(told.paragraphs) // 2
    page = f"{pick(_HEADS, told)}   {pick(_DAYS, told)}   {told.number % 30 + 1}"
    return [
        f"{told.publisher.upper()}, {pick(_DAYS, told)}",
        told.title,
        *told.paragraphs[:half],
        page,
        *told.paragraphs[half:],
    ]


def _digest(told: Told) -> list[str]:
    """As a newsletter tells its stories."""
    return [
        "---",
        f"{told.number % 9 + 1} | {told.title}",
        *told.paragraphs,
        f"[Read in browser] [Forward] via {told.publisher}",
    ]


def _paper(told: Told) -> list[str]:
    """As the text view of an e-paper."""
    return [
        f"{told.publisher} - {told.day} - Page {told.number % 24 + 1}",
        "",
        told.title,
        f"ANN LEE {told.publisher} Correspondent",
        *told.paragraphs,
        "",
    ]


def _item(told: Told) -> list[str]:
    return [
        told.title,
        pick(_STAMPS, told),
        *told.paragraphs,
        f"Permalink | Comments ({told.number % 20})",
    ]


def _forwarded(told: Told) -> list[str]:
    """As a channel's messages are exported."""
    return [
        f"{told.publisher} [{pick(_DAYS, told)} {told.number % 12 + 8}:0{told.number % 10}]",
        f"❗️ {told.title}",
        *told.paragraphs,
        f"Subscribe: t.me/{told.publisher.lower().replace(' ', '')}",
    ]


def _two_tongues(told: Told) -> list[str]:
    """A page whose headlines stand in two languages."""
    return [f"{pick(_GERMAN, told)} / {told.title}", told.day, *told.paragraphs]


def _filed(told: Told) -> list[str]:
    """As a database of papers prints what it found, field by field."""
    return [
        f"HD {told.title}",
        f"WC {len(told.line.split())} words",
        f"PD {pick(_DAYS, told)}",
        f"SN {told.publisher}",
        f"SC {pick(_CODES, told)}",
        "LA English",
        "LP",
        *told.paragraphs,
        f"AN Document {pick(_CODES, told)}0000{told.number}",
    ]


def _printed(told: Told) -> list[str]:
    """As a browser prints a page, broken at its width."""
    site = told.publisher.lower().replace(" ", "")
    return [
        f"{told.day}          {told.title} - {told.publisher}",
        "",
        told.title,
        "",
        *wrapped(told, width=84),
        "",
        f"https://www.{site}.example/news/{told.number}          1/2",
        "",
    ]


def _spoken(told: Told) -> list[str]:
    """As a monitoring service heads what it heard or read."""
    return [
        f"({told.publisher} in English {told.number % 12 + 6:02d}00 gmt {pick(_DAYS, told)})",
        told.title,
        *told.paragraphs,
    ]


LATEST: tuple[Layout, ...] = (
    Layout("latest/hits", SEPARATED, _hits),
    Layout("latest/urgent", SEPARATED, _urgent),
    Layout("latest/pressed", SEPARATED, _pressed),
    Layout("latest/digest", SEPARATED, _digest),
    Layout("latest/paper", SEPARATED, _paper),
    Layout("latest/item", SEPARATED, _item),
    Layout("latest/forwarded", SEPARATED, _forwarded),
    Layout("latest/two-tongues", SEPARATED, _two_tongues),
    Layout("latest/filed", SEPARATED, _filed),
    Layout("latest/printed", SEPARATED, _printed),
    Layout("latest/spoken", SEPARATED, _spoken),
    Layout("latest/angles", BARE, lambda a: [f"<<{a.title}>>", *a.paragraphs]),
)
