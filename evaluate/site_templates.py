"""Invented sites: what their templates say around an article, as a text dump shows it.

A template gives the lines of one page with what each is: the `SITE`'s own, a `TEASER` (headline of
another article), the article's `TITLE` and `BODY`, or its `HEAD` (names and times, not scored).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evaluate.layouts import HEADLINES, Told

SITE, TEASER, TITLE, BODY, HEAD = "site", "teaser", "title", "body", "head"
Lines = Iterator[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Template:
    """How a site prints an article; `number` counts its pages."""

    name: str
    host: str
    lay: Callable[[Told, int], Lines]


def own(*lines: str) -> Lines:
    """Lines that every page of the site has."""
    return ((SITE, line) for line in lines)


def body(told: Told) -> Lines:
    """The paragraphs of an article."""
    return ((BODY, line) for line in told.paragraphs)


def turning(number: int, *, count: int) -> Lines:
    """Headlines of a list that changes from page to page."""
    return ((TEASER, HEADLINES[(number + more) % len(HEADLINES)]) for more in range(count))


def _estuary(told: Told, number: int) -> Lines:
    """A menu of single words, a share line, a letter, lists, a foot."""
    yield from own("Quayside", "Upriver", "Courts", "Tides", "Obituaries", "Puzzles")
    yield TITLE, told.title
    yield HEAD, "By Ann Lee"
    yield HEAD, told.day
    yield from own("Pass it on", "Larger letters", "Gift this text")
    yield from body(told)
    yield from own(
        "The tide table in the morning post", "Once a day, before seven, without adverts."
    )
    yield from own("Seen by many today")
    yield from turning(number, count=3)
    yield from own("Imprint", "Rates for notices", "Estuary Publishing House, Dock Street 4")


def _slogan(told: Told, number: int) -> Lines:
    """A slogan and an edition above, sentences about the house below."""
    yield from own("Word from the fen since the year of the great flood")
    yield from own("Eastern edition", "Change edition", "Read aloud by a machine")
    yield TITLE, told.title
    yield HEAD, told.ago
    yield from body(told)
    yield from own("Every text in these columns is checked by two editors before it is printed.")
    yield from own("The paper belongs to its four hundred members and takes no money from parties.")
    yield from own("Letters to the editor: Fen House, Mill Lane", "How to find the house")


def _circle(told: Told, number: int) -> Lines:
    """A page that is half open: what members get stands in the text."""
    yield from own("Larkspur Circle", "Members", "Wallet")
    yield TITLE, told.title
    yield HEAD, told.day
    half = len(told.paragraphs) // 2
    yield from ((BODY, line) for line in told.paragraphs[:half])
    yield from own("Members of the circle hear this text in the voice of its author")
    yield from own("Give the circle as a present this winter")
    yield from ((BODY, line) for line in told.paragraphs[half:])
    yield from own("Your membership keeps this reporting open to all.", "Billing questions")
    yield from own("The circle is a foundation under the law of the northern provinces.")


def _ticker(told: Told, number: int) -> Lines:
    """The same headlines run above every page, one of them of the page itself now and then."""
    yield from own("NOW", "Radio of the Straits", "On air: the noon hour")
    yield from ((TEASER, line) for line in HEADLINES[:4])
    yield TITLE, told.title
    yield HEAD, told.ago
    yield from body(told)
    yield from own("Frequencies", "Masts and outages", "The choir of the station")
    yield from own("Straits Radio is carried by the public fee of the three islands.")


def _rules(told: Told, number: int) -> Lines:
    """Rules for remarks and a long notice at the foot, in paragraphs."""
    yield from own("Pier Wire", "Desk", "Harbour masters", "Charts")
    yield HEAD, told.day
    yield TITLE, told.title
    yield from body(told)
    yield from own("House rules for remarks")
    yield from own(
        "Remarks are read before they appear, between eight in the morning and ten at night, and "
        "those that name private persons are left out.",
        "Pier Wire processes the address of the machine with which a page is called for thirty "
        "days, in order to fend off attacks, and passes it on to nobody; the legal ground is the "
        "legitimate interest of the publisher in a page that works, and objections can be sent to "
        "the officer for data protection at the address of the house, who answers within a month.",
    )
    yield from own("Officer for data protection", "Accessibility of these pages")


def _between(told: Told, number: int) -> Lines:
    """The site speaks between the paragraphs."""
    yield from own("Upland Messenger", "Valleys", "Passes", "Snow")
    yield TITLE, told.title
    yield HEAD, told.publisher
    for place, line in enumerate(told.paragraphs):
        yield BODY, line
        if place == 1:
            yield from own("Carry the Messenger in the pocket: the small edition")
        if place == 3:
            yield from own("More from the uplands below this picture", "Enlarge")
    yield from own("Notices of the municipalities", "Avalanche bulletin", "Upland Messenger Ltd")


def _author(told: Told, number: int) -> Lines:
    """Pages of few authors, each with a word about them; a list headed by the site's own words."""
    author = ("Jo Park writes about ports and those who work in them.", "Ann Lee keeps the desk.")
    yield from own("The Lantern Monthly", "Essays", "Archive of covers")
    yield TITLE, told.title
    yield HEAD, ("By Jo Park", "By Ann Lee")[number % 2]
    yield from body(told)
    yield SITE, author[number % 2]
    yield from own("Out of the same drawer")
    yield from turning(number, count=2)
    yield from own("The Lantern appears on the first Tuesday of the month", "Find a kiosk")


def _spaced(told: Told, number: int) -> Lines:
    """A blank line behind every line; counters that differ from page to page."""
    lines = [
        *own("Cape Telegram", "Jump over the head of the page", "Evening sheet", "Morning sheet"),
        (TITLE, told.title),
        (HEAD, told.ago),
        *own("Send to a friend", "Keep for later"),
        (HEAD, f"{number * 7 + 3} people have kept this"),
        *body(told),
        *own("Was this text of use?", "Yes, it was", "Not at all"),
        *own("The Telegram is printed on paper from the cape's own mill"),
    ]
    for kind, line in lines:
        yield kind, line
        yield HEAD, ""


TEMPLATES = (
    Template("estuary", "www.estuary-news.example", _estuary),
    Template("slogan", "fenword.example", _slogan),
    Template("circle", "larkspur-circle.example", _circle),
    Template("ticker", "straits-radio.example", _ticker),
    Template("rules", "pierwire.example", _rules),
    Template("between", "upland-messenger.example", _between),
    Template("author", "lantern-monthly.example", _author),
    Template("spaced", "cape-telegram.example", _spaced),
)
