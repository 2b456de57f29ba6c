"""Ten more layouts, invented after the splitter had been mended for all others, measured once.

What they scored then stands in the commit that added them. Since then the signs that open headlines
take in a word with a number and a stamp in brackets, for "agenda" and "chat".
"""

from evaluate.layouts import BARE, SEPARATED, Layout, Told, pick

_STAMPS = (
    "[03/05/2024, 10:31:07]",
    "[03/05/2024, 11:02:45]",
    "[04/05/2024, 07:15:30]",
    "[04/05/2024, 21:48:12]",
)
_VOICES = ("Desk Quayside", "Marta", "Joon-ho", "Night shift")
_ITEMS = ("Item 1", "Item 2", "Item 3", "Item 4", "Item 5")
_LETTERS = "abcdefghij"


def _site(told: Told) -> str:
    return f"{told.publisher.lower().replace(' ', '')}.example"


def _file(told: Told) -> str:
    return "-".join(told.title.lower().split()[:5]).strip(".,:;?!'’‘") + ".html"


def _chat(told: Told) -> list[str]:
    """As a messenger exports what was forwarded."""
    return [f"{pick(_STAMPS, told)} {pick(_VOICES, told)}: {told.title}", *told.paragraphs]


def _saved(told: Told) -> list[str]:
    """As a reader's view prints a page."""
    note = f"Saved from www.{_site(told)} on {told.day}"
    return [told.title, note, "", *told.paragraphs, f"Page 1 of {told.number % 3 + 1}", ""]


def _feed(told: Told) -> list[str]:
    return [
        "ITEM",
        f"TITLE: {told.title}",
        f"LINK: https://{_site(told)}/{told.number}",
        f"PUBDATE: {told.day}",
        "DESCRIPTION:",
        *told.paragraphs,
    ]


def _channel(told: Told) -> list[str]:
    """As a channel of short messages is copied."""
    seen = f"👁 {told.number % 9 + 1}.{told.number % 7}K  {told.ago}"
    return [f"{told.publisher}, pinned", told.title, *told.paragraphs, seen]


def _review(told: Told) -> list[str]:
    """As a press office reviews the papers."""
    return [f"{told.title} ({told.publisher}, p. {told.number % 30 + 1})", *told.paragraphs, ""]


def _boxed(told: Told) -> list[str]:
    line = "─" * (len(told.title) + 2)
    return [f"┌{line}┐", f"│ {told.title} │", f"└{line}┘", *told.paragraphs]


def _votes(told: Told) -> list[str]:
    """As a forum of links prints its threads."""
    return [
        f"▲ {told.number * 7 % 900 + 12} ▼ {told.title} ({_site(told)})",
        f"submitted {told.ago} by reader_{told.number % 50}",
        *told.paragraphs,
        f"{told.number % 40} comments share save hide report",
    ]


NEWEST: tuple[Layout, ...] = (
    Layout("newest/chat", SEPARATED, _chat),
    Layout("newest/saved", SEPARATED, _saved),
    Layout("newest/feed-fields", SEPARATED, _feed),
    Layout(
        "newest/agenda",
        SEPARATED,
        lambda a: [f"{pick(_ITEMS, a)} — {a.title}", *a.paragraphs],
    ),
    Layout("newest/channel", SEPARATED, _channel),
    Layout("newest/press-review", SEPARATED, _review),
    Layout("newest/boxed", SEPARATED, _boxed),
    Layout(
        "newest/lettered",
        BARE,
        lambda a: [f"({_LETTERS[a.number % 10]}) {a.title}", *a.paragraphs],
    ),
    Layout("newest/file-name", SEPARATED, lambda a: [a.title, _file(a), *a.paragraphs]),
    Layout("newest/votes", SEPARATED, _votes),
)
