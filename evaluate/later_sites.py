"""Four more invented sites, written down after the reader was settled for those before.

What they scored before anything was changed for them stands in the commit that added them.
"""

from evaluate.layouts import Told
from evaluate.site_templates import (
    BODY,
    HEAD,
    TITLE,
    Lines,
    Template,
    body,
    own,
    turning,
)


def _ministry(told: Told, number: int) -> Lines:
    """An office's site: numbered parts, a path to the page, an address with telephone hours."""
    yield from own("1 The ministry", "2 Services for citizens", "3 Press and speeches")
    yield from own("Home > Press > Releases", "Plain language | Sign language | Kashubian")
    yield HEAD, f"Release No. {number + 110}"
    yield TITLE, told.title
    yield HEAD, told.day
    yield from body(told)
    yield from own("Press office of the ministry", "Telephone hours: weekdays from nine to noon")
    yield from own("Castle Square 2, 10555 Northport", "Order printed matter by post")
    yield from own("The ministry is certified as a family-friendly employer since the last decade.")


def _banner(told: Told, number: int) -> Lines:
    """A banner in sentences at the top, readers' remarks at the foot, a box about the author."""
    yield from own(
        "This offer is paid for by advertisements that are chosen by what was read before.",
        "Refusing costs two crowns a month, and the choice can be changed at the foot of a page.",
        "Refuse for two crowns",
        "Read with advertisements",
        "Ridge & Valley",
    )
    yield TITLE, told.title
    yield HEAD, "Text: Mona Lind"
    yield from body(told)
    yield from own("Mona Lind", "Lives in the valley and has reported on its councils since 2009.")
    yield from own("What readers say", "Write a remark of at most five hundred letters")
    remarks = ("They promised the same before the last vote.", "A fair report, for once.")
    yield HEAD, remarks[number % 2]
    yield from own("Rules of the house", "Who is behind Ridge & Valley")


def _digest(told: Told, number: int) -> Lines:
    """A list of turning headlines above and below, each with a section name of the site's own."""
    sections = ("Keel & Sail", "Under the arcades", "From the hinterland")
    for place, (kind, line) in enumerate(turning(number, count=3)):
        yield from own(sections[place])
        yield kind, line
    yield from own("Selected for today by the night desk of the Lighthouse Digest")
    yield TITLE, told.title
    yield HEAD, told.publisher
    yield HEAD, told.ago
    yield from body(told)
    yield from own("Texts of other houses are shown with their leave and in their own spelling.")
    yield from own("Propose a text", "The night desk", "Carried by the readers' union of the coast")


def _letter(told: Told, number: int) -> Lines:
    """A mailed letter that was put on the web: a greeting, notices between the paragraphs."""
    yield from own("Trouble seeing the pictures of this letter? The web has it too")
    yield from own(
        "The Slate Letter, written at five in the morning", "Good morning from the quarry"
    )
    yield TITLE, told.title
    half = len(told.paragraphs) // 2
    yield from ((BODY, line) for line in told.paragraphs[:half])
    yield from own("A word from those who make the letter possible")
    yield from own("Boots from the Slate Works carry a quarryman through thirty winters.")
    yield from ((BODY, line) for line in told.paragraphs[half:])
    yield from own("Somebody passed this letter on? A place on the list costs nothing")
    yield from own(
        "Leave the list", "Slate Letter Cooperative, Upper Tramway 9", "Set in Slate Sans"
    )


LATER = (
    Template("ministry", "press.northport-ministry.example", _ministry),
    Template("banner", "ridgeandvalley.example", _banner),
    Template("digest", "www.lighthouse-digest.example", _digest),
    Template("letter", "slateletter.example", _letter),
)
