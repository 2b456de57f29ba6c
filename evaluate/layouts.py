"""The layouts that dumps are composed in: what stands before, between and behind the bodies.

A layout gives the lines of one article. Those called "later/..." were added after the splitter was
settled, those called "fresh/..." after the second round, those of more_layouts.py after the third
and fourth; what each group scored before anything was changed stands in the commit that added it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from textwrap import wrap

SEPARATED, BARE, GLUED = 0.97, 0.85, 0.75  # least mean F1: lines or times part, titles only, a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article to be composed, with the header that a layout may or may not show."""

    title: str
    publisher: str
    paragraphs: tuple[str, ...]
    ago: str
    day: str
    number: int = 0

    @property
    def line(self) -> str:
        """The body on one line."""
        return " ".join(self.paragraphs)


Part = Callable[[Told], str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How one article is written out; `head` and `foot` are the page's own lines around all."""

    name: str
    least: float
    lay: Callable[[Told], list[str]]
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    keep: Callable[[Told], Told] = lambda told: told  # how much of an article is written out


def headed(*head: Part, blank: bool = False, line: bool = False) -> Callable[[Told], list[str]]:
    """Header lines, then the body as paragraphs or on one line, then perhaps a blank line."""

    def lay(told: Told) -> list[str]:
        body = [told.line] if line else [*told.paragraphs]
        return [*(part(told) for part in head), *body, *([""] * blank)]

    return lay


def titled(told: Told) -> str:
    return told.title


def _publisher(told: Told) -> str:
    return told.publisher


def timed(told: Told) -> str:
    return told.ago


def _day(told: Told) -> str:
    return told.day


def apart(paragraphs: Iterable[str]) -> list[str]:
    """Paragraphs with a blank line behind each."""
    return [part for paragraph in paragraphs for part in (paragraph, "")]


def wrapped(told: Told, *, width: int, indent: str = "") -> list[str]:
    return [
        line
        for part in told.paragraphs
        for line in wrap(part, width, initial_indent=indent, subsequent_indent=indent)
    ]


# A name tells what stands before the body and what follows it.
FIRST: tuple[Layout, ...] = (
    Layout("title+time", SEPARATED, headed(titled, timed)),
    Layout("title+time/blank", SEPARATED, headed(titled, timed, blank=True)),
    Layout("time+title", SEPARATED, headed(timed, titled)),
    Layout("publisher+time+title", SEPARATED, headed(_publisher, timed, titled)),
    Layout("title+date", SEPARATED, headed(titled, _day)),
    Layout("title+publisher+date/blank", SEPARATED, headed(titled, _publisher, _day, blank=True)),
    Layout(
        "title+publisher-glued-time", SEPARATED, headed(titled, lambda a: f"{a.publisher}{a.ago}")
    ),
    Layout(
        "title-twice+publisher+time",
        SEPARATED,
        headed(
            titled, titled, _publisher, lambda a: f"time{a.ago}", lambda a: f"  • {a.publisher}"
        ),
    ),
    Layout("title+publisher/blank", SEPARATED, headed(titled, _publisher, blank=True)),
    Layout("title/blank-after", SEPARATED, headed(titled, blank=True)),
    Layout("title+time/line", SEPARATED, headed(titled, timed, line=True)),
    Layout("title/line", SEPARATED, headed(titled, line=True)),
    Layout("title/line/blank", SEPARATED, headed(titled, line=True, blank=True)),
    Layout("title/every-line-blank", BARE, lambda a: apart((a.title, *a.paragraphs))),
    Layout("title", BARE, headed(titled)),
    Layout("title+publisher", BARE, headed(titled, _publisher)),
    Layout(
        "glued/title-publisher-time",
        GLUED,
        lambda a: [f"{a.title} {a.publisher} {a.ago} {a.line}"],
    ),
    Layout("glued/title", GLUED, lambda a: [f"{a.title} {a.line}"]),
    Layout("glued/title-stop", GLUED, lambda a: [f"{a.title}. {a.line}"]),
    Layout("glued/no-space", GLUED, lambda a: [f"{a.title}{a.publisher}{a.ago}{a.line}"]),
    Layout("glued/title-no-space", GLUED, lambda a: [f"{a.title}{a.line}"]),
    Layout("glued/dateline", GLUED, lambda a: [f"{a.title} {a.publisher}, {a.day} - {a.line}"]),
)
LATER: tuple[Layout, ...] = (
    Layout("later/rule-between", SEPARATED, lambda a: [a.title, *a.paragraphs, "-" * 40]),
    Layout(
        "later/stars-between", SEPARATED, lambda a: [a.title, "", *a.paragraphs, "", "* * *", ""]
    ),
    Layout("later/capitals", BARE, lambda a: [a.title.upper(), *a.paragraphs]),
    Layout(
        "later/byline-with-date",
        SEPARATED,
        lambda a: [a.title, f"By Ann Lee | {a.day}", *a.paragraphs],
    ),
    Layout(
        "later/source-at-end",
        SEPARATED,
        lambda a: [a.title, *a.paragraphs, f"Source: {a.publisher}"],
    ),
    Layout(
        "later/name-bar-time",
        SEPARATED,
        lambda a: [f"{a.publisher} | {a.ago}", a.title, *a.paragraphs],
    ),
    Layout("later/title-dash-name", BARE, lambda a: [f"{a.title} - {a.publisher}", *a.paragraphs]),
    Layout(
        "later/marked-down",
        SEPARATED,
        lambda a: [f"## {a.title}", "", f"*{a.publisher}, {a.day}*", "", *apart(a.paragraphs)],
    ),
    Layout(
        "later/named-fields",
        SEPARATED,
        lambda a: [f"Title: {a.title}", f"Date: {a.day}", f"Text: {a.line}", ""],
    ),
    Layout(
        "later/wrapped",
        BARE,
        lambda a: [a.title, "", *apart("\n".join(wrap(p, 78)) for p in a.paragraphs)],
    ),
    Layout(
        "later/glued-bars", GLUED, lambda a: [f"{a.title} | {a.publisher} | {a.ago} | {a.line}"]
    ),
    Layout("later/two-blanks", SEPARATED, lambda a: ["", "", a.title, "", *apart(a.paragraphs)]),
)

# Other people's headlines and words, for lists, tickers, comments and articles in between.
HEADLINES = (
    "Ferry strike leaves island without bread for a third day",
    "Museum of lighthouses finds a new keeper",
    "Two rivers, one bridge and a very old quarrel",
    "Why the price of onions worries three ministries",
    "Storm warning for the northern coast lifted",
    "Chess club of dockers wins the national cup",
)
_REMARKS = (
    ("marsh_harrier", "They said the same thing two years ago and nothing came of it."),
    ("Old Ned", "I was there last summer. It is worse than the article says!"),
    ("teresa.k", "Who pays for all this? We do, as always."),
    ("Piet from the lock", "Thank you for a calm report, for once."),
    ("Quill", "the headline promises more than the text keeps"),
    (
        "A. Reader",
        "My uncle worked for the board for thirty years, and he always said that nobody up there"
        " had ever held a rope. You can hear it in every one of these statements, can you not?",
    ),
    ("north wind", "Nonsense."),
)
_FOREIGN = (
    (
        "Fährverkehr auf dem Bodensee bleibt bis Freitag eingestellt",
        "vor 3 Stunden",
        "Wegen des starken Windes fahren auf dem See bis auf Weiteres keine Schiffe, teilte die"
        " Hafenmeisterei am Mittwoch in Konstanz mit.",
        "Pendler sollen auf die Bahn ausweichen. Der Betreiber rechnet damit, dass die Boote erst"
        " am Wochenende wieder nach Fahrplan verkehren.",
    ),
    (
        "El puerto de Vigo estrena una lonja sin papeles",
        "hace 2 horas",
        "La subasta del pescado se hará desde el lunes solo con teléfonos, según anunció la"
        " cofradía de pescadores en una reunión con los compradores.",
        "Los armadores temen que los barcos pequeños se queden fuera, aunque la cofradía promete"
        " aparatos prestados durante el primer año.",
    ),
    (
        "В Мурманске открыли музей ледоколов",
        "2 часа назад",
        "В порту Мурманска во вторник открылся музей, где можно увидеть машинное отделение"
        " старого ледокола и поговорить с его последним капитаном.",
        "Городские власти рассчитывают, что музей будет работать круглый год и привлечёт гостей"
        " даже в полярную ночь.",
    ),
)
_CLOCKS = (
    "Wed 3 May 2023, 18.05 BST",
    "03/05/2023 10:30",
    "May 3, 2023 at 10:30 am EDT",
    "10:30 AM, May 3, 2023 (IST)",
    "Last updated: 3 May, 2023 - 21:47 (GMT+3)",
    "2023.05.03 09:12",
)


def pick(table: tuple[str, ...], told: Told, *, more: int = 0) -> str:
    return table[(told.number + more) % len(table)]


def _busy(told: Told) -> list[str]:
    """The header and the foot that a newsroom's page copies along."""
    return [
        "WORLD",
        told.title,
        f"By Ann Lee, {told.publisher}",
        f"Published {told.day}",
        "3 min read",
        "Share",
        *told.paragraphs,
        "Tags: harbour, ministers, votes",
        "Share this article",
    ]


def _threads(told: Told) -> list[str]:
    """A comment thread below the text."""
    thread = [_REMARKS[(told.number * 3 + more) % len(_REMARKS)] for more in range(3)]
    remarks = [line for who, words in thread for line in (who, "2 days ago", words, "Reply")]
    return [told.title, told.ago, *told.paragraphs, "3 Comments", *remarks]


def _listed(told: Told) -> list[str]:
    """A list of links below the text."""
    links = [pick(HEADLINES, told, more=more) for more in range(3)]
    return [told.title, told.ago, *told.paragraphs, "Related stories", *links]


def _unnamed_links(told: Told) -> list[str]:
    """Links between the paragraphs and below them, with nothing that says so."""
    half = len(told.paragraphs) // 2
    links = [pick(HEADLINES, told, more=more) for more in range(3)]
    body = [*told.paragraphs[:half], links[0], *told.paragraphs[half:]]
    return [told.title, told.publisher, told.day, *body, *links[1:]]


def _ticker(told: Told) -> list[str]:
    """Adverts and a ticker between the paragraphs."""
    lines = [told.title, told.ago]
    for number, paragraph in enumerate(told.paragraphs):
        lines.append(paragraph)
        if number % 3 == 1:
            lines += ["Advertisement", f"BREAKING: {pick(HEADLINES, told, more=number)}"]
    return lines


def _mixed(told: Told) -> list[str]:
    """An article in another language behind every one."""
    return [told.title, told.ago, *told.paragraphs, *_FOREIGN[told.number % len(_FOREIGN)]]


def _mixed_bare(told: Told) -> list[str]:
    title, _, *body = _FOREIGN[told.number % len(_FOREIGN)]
    return [told.title, *told.paragraphs, title, *body]


_MENU = ("Quayside Reader", "Home | World | Business | Sport | Opinion", "Sign in", "Search")
_END = ("About us", "Contact", "Privacy policy", "© 2023 Quayside Reader. All rights reserved.")

FRESH: tuple[Layout, ...] = (
    Layout("fresh/busy", SEPARATED, _busy, _MENU, _END),
    Layout("fresh/iso-first", SEPARATED, headed(lambda _: "2023-05-03T10:30:00Z", titled)),
    Layout(
        "fresh/clocks", SEPARATED, headed(titled, lambda a: pick(_CLOCKS, a)), _MENU[:2], _END[3:]
    ),
    Layout("fresh/lower-case/blank", SEPARATED, headed(lambda a: a.title.lower(), blank=True)),
    Layout("fresh/lower-case+time", SEPARATED, headed(lambda a: a.title.lower(), timed)),
    Layout(
        "fresh/title-bar-name/line",
        SEPARATED,
        headed(lambda a: f"{a.title} | {a.publisher}", line=True),
    ),
    Layout("fresh/time-at-end", SEPARATED, lambda a: [a.title, *a.paragraphs, f"Updated {a.day}"]),
    Layout("fresh/name-at-end", SEPARATED, lambda a: [a.title, *a.paragraphs, f"({a.publisher})"]),
    Layout("fresh/comments", SEPARATED, _threads),
    Layout("fresh/link-list", SEPARATED, _listed),
    Layout("fresh/unnamed-links", SEPARATED, _unnamed_links),
    Layout("fresh/ticker", SEPARATED, _ticker),
    Layout("fresh/numbered", BARE, lambda a: [f"{a.number % 9 + 1}. {a.title}", *a.paragraphs]),
    Layout("fresh/wrapped+time", SEPARATED, lambda a: [a.title, a.ago, *wrapped(a, width=72)]),
    Layout("fresh/wrapped", BARE, lambda a: [a.title, *wrapped(a, width=96)]),
    Layout(
        "fresh/indented",
        SEPARATED,
        lambda a: [a.title, "", *(f"    {part}" for part in a.paragraphs), ""],
    ),
    Layout("fresh/mixed+time", SEPARATED, _mixed),
    Layout("fresh/mixed", BARE, _mixed_bare),
    Layout("fresh/equals", BARE, lambda a: [f"=== {a.title} ===", *a.paragraphs]),
    Layout("fresh/hashes", BARE, lambda a: [f"# {a.title}", *apart(a.paragraphs)]),
    Layout("fresh/tabs", GLUED, lambda a: [f"{a.day}\t{a.publisher}\t{a.title}\t{a.line}"]),
    Layout("fresh/glued/time-first", GLUED, lambda a: [f"{a.ago} {a.title} {a.line}"]),
    Layout("fresh/glued/dash", GLUED, lambda a: [f"{a.title} — {a.line}"]),
    Layout("fresh/glued/blank", GLUED, lambda a: [f"{a.title} {a.line}", ""]),
    Layout("fresh/time-only", SEPARATED, headed(_day)),
    Layout(
        "fresh/key-points",
        SEPARATED,
        lambda a: [
            a.title,
            f"• {pick(HEADLINES, a)}",
            f"• {pick(HEADLINES, a, more=1)}",
            f"{a.publisher} · {a.ago}",
            *a.paragraphs,
        ],
    ),
    Layout(
        "fresh/linked",
        SEPARATED,
        lambda a: [f"[{a.title}](https://example.org/{a.number})", *a.paragraphs, ""],
    ),
    Layout(
        "fresh/site-address",
        SEPARATED,
        lambda a: [a.title, f"www.{a.publisher.lower().replace(' ', '')}.example", *a.paragraphs],
    ),
    Layout("fresh/byline", BARE, lambda a: [a.title, "By Ann Lee", *a.paragraphs]),
    Layout("fresh/title-colon", BARE, lambda a: [f"{a.title}:", *a.paragraphs]),
    Layout("fresh/spaced-title", SEPARATED, lambda a: ["", a.title, "", *a.paragraphs]),
)
LAYOUTS: tuple[Layout, ...] = (*FIRST, *LATER, *FRESH)
