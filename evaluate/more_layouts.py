"""More layouts, each group invented after the splitter had been mended for those before.

What each group scored before anything was changed for it stands in the commit that added it.
"""

from dataclasses import replace

from evaluate.layouts import (
    BARE,
    GLUED,
    HEADLINES,
    SEPARATED,
    Layout,
    Told,
    apart,
    headed,
    pick,
    timed,
    titled,
    wrapped,
)

_COOKIES = (
    "We use cookies and similar techniques to make this site work and to measure its readers.",
    "You can change your choice at any time in the settings of your browser.",
)
_SHORT_DAYS = ("04.05.2024", "3.5.2024", "05/04/2024", "2024/05/03")
_HOURS = ("10:30", "7.45 am", "21:05 GMT", "6:20 p.m.")


def _short(told: Told) -> Told:
    """Every other article is one paragraph long."""
    longest = max(told.paragraphs, key=len)
    return replace(told, paragraphs=(longest,)) if told.number % 2 else told


def _table(told: Told) -> list[str]:
    rows = [
        f"{pick(HEADLINES, told, more=n)}\t{n + 2} hours ago\tQuayside Reader" for n in range(3)
    ]
    return [told.title, told.ago, *told.paragraphs, *rows]


def _database(told: Told) -> list[str]:
    """As a news database prints its documents."""
    return [
        f"Document {told.number}",
        told.title,
        told.publisher,
        told.day,
        f"Length: {len(told.line.split())} words",
        "Byline: Ann Lee",
        "Body",
        *told.paragraphs,
        f"Load-Date: {told.day}",
        "End of Document",
    ]


def _mail(told: Told) -> list[str]:
    return [
        f"From: desk@{told.publisher.lower().replace(' ', '')}.example",
        f"Subject: {told.title}",
        f"Date: {told.day}",
        "",
        *apart(told.paragraphs),
        "-- ",
    ]


def _wire(told: Told) -> list[str]:
    return [
        f"WLD{told.number:04d} 3 OVR 0{told.number % 9}12",
        "(Eds: Updates throughout)",
        told.title,
        *told.paragraphs,
        "(END)",
    ]


def _uneven(told: Told) -> list[str]:
    """Half of the headers tell a time, the others a publisher."""
    return [told.title, told.ago if told.number % 2 else told.publisher, *told.paragraphs]


def _promoted(told: Told) -> list[str]:
    half = len(told.paragraphs) // 2
    also = f"→ Read also: {pick(HEADLINES, told)}"
    return [f"★ {told.title}", *told.paragraphs[:half], also, *told.paragraphs[half:]]


def _filed(told: Told) -> list[str]:
    section = ("World", "Europe", "Politics", "Business")[told.number % 4]
    return [
        told.title,
        *told.paragraphs,
        f"Filed under {section}",
        "Tags: harbour, votes",
        "0 comments",
        "Leave a comment",
    ]


def _decked(told: Told) -> list[str]:
    deck = "Ministers, dockers and a very old quarrel: what is known so far, and what is not"
    return ["", told.title.upper(), told.title, deck, "By Ann Lee and Jo Park", *told.paragraphs]


def _points(told: Told) -> list[str]:
    """A list of bullets inside the text."""
    half = len(told.paragraphs) // 2
    bullets = [f"- {part}" for part in told.paragraphs[half : half + 3]]
    return [
        told.title,
        f"{told.publisher} — {told.ago}",
        *told.paragraphs[:half],
        *bullets,
        *told.paragraphs[half + 3 :],
    ]


_FOOT = ("About us | Contact | Privacy policy | Work for us", "© 2024 Quayside Reader Ltd.")

UNSEEN: tuple[Layout, ...] = (
    Layout(
        "unseen/full-story-at",
        SEPARATED,
        lambda a: [a.title, *a.paragraphs, f"Read the full story at {a.publisher}"],
    ),
    Layout("unseen/dashed-date", SEPARATED, lambda a: [f"— {a.day} —", a.title, *a.paragraphs]),
    Layout(
        "unseen/share-buttons",
        SEPARATED,
        lambda a: [a.title, "Share on Facebook", "Share on X", "Email this", *a.paragraphs],
    ),
    Layout("unseen/double-title-deck", SEPARATED, _decked),
    Layout(
        "unseen/capitals-by-and-day",
        SEPARATED,
        lambda a: [a.title.upper(), f"by ann lee - {pick(_SHORT_DAYS, a)}", *a.paragraphs],
    ),
    Layout("unseen/bullets-in-text", SEPARATED, _points),
    Layout("unseen/table-of-links", SEPARATED, _table),
    Layout("unseen/cookies", SEPARATED, lambda a: [*_COOKIES, a.title, *a.paragraphs]),
    Layout("unseen/footer-between", SEPARATED, lambda a: [a.title, *a.paragraphs, *_FOOT]),
    Layout(
        "unseen/article-of",
        SEPARATED,
        lambda a: [f"Article {a.number % 5 + 1} of 5", a.title, *a.paragraphs],
    ),
    Layout("unseen/database", SEPARATED, _database),
    Layout("unseen/mail", SEPARATED, _mail),
    Layout("unseen/wire", SEPARATED, _wire),
    Layout(
        "unseen/languages",
        SEPARATED,
        lambda a: [a.title, "English | Français | العربية | 中文", *a.paragraphs],
    ),
    Layout(
        "unseen/wrapped-capitals",
        BARE,
        lambda a: [a.title.upper(), *wrapped(a, width=80)],
    ),
    Layout(
        "unseen/one-paragraph",
        SEPARATED,
        lambda a: [a.title, f"{a.line} ({a.publisher})"],
    ),
    Layout(
        "unseen/quoted",
        SEPARATED,
        lambda a: ["> " + line for line in (a.title, a.ago, *a.paragraphs)],
    ),
    Layout(
        "unseen/clock-and-title",
        SEPARATED,
        lambda a: [f"{pick(_HOURS, a)} — {a.title}", *a.paragraphs],
    ),
    Layout("unseen/commas", GLUED, lambda a: [f'"{a.title}","{a.publisher}","{a.day}","{a.line}"']),
    Layout(
        "unseen/name-first-line", GLUED, lambda a: [f"{a.publisher}: {a.title}. {a.ago}. {a.line}"]
    ),
    Layout("unseen/filed-under", SEPARATED, _filed),
    Layout("unseen/uneven-headers", SEPARATED, _uneven),
    Layout(
        "unseen/reading-time",
        SEPARATED,
        lambda a: [f"{a.number % 7 + 2} min read · World · {a.publisher}", a.title, *a.paragraphs],
    ),
    Layout("unseen/hashtags", SEPARATED, lambda a: [a.title, *a.paragraphs, "#harbour #news"]),
    Layout("unseen/promoted", SEPARATED, _promoted),
    Layout("unseen/page-break", SEPARATED, lambda a: [a.title, *a.paragraphs, "\f"]),
    Layout("unseen/short-and-long", SEPARATED, headed(titled, timed), keep=_short),
    Layout("unseen/short-and-long-bare", BARE, headed(titled), keep=_short),
    Layout(
        "unseen/time-below-text",
        SEPARATED,
        lambda a: [a.title, *a.paragraphs, f"{a.publisher} · {a.ago} · Share · Save"],
    ),
)

_KICKERS = ("HARBOUR NEWS", "WORLD", "IN FOCUS", "POLITICS", "FROM THE REGION", "MONEY")
_PATHS = ("Home > World > Europe", "Home > Politics", "Home > Business > Trade", "Home > World")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _ended(told: Told) -> list[str]:
    return [told.title, *told.paragraphs[:-1], f"{told.paragraphs[-1]} ■"]


def _dated(told: Told) -> list[str]:
    city = ("OSLO", "Lima", "NAIROBI", "Hanoi")[told.number % 4]
    return [told.title, f"{city}, May 3 (Reuters) - {told.paragraphs[0]}", *told.paragraphs[1:]]


def _viewed(told: Told) -> list[str]:
    views = f"{told.number % 9 + 1}.{told.number % 7}k views"
    return [told.publisher, told.title, f"Source: {told.publisher} wire", views, *told.paragraphs]


def _fields(told: Told) -> list[str]:
    by = f"Published by {told.publisher} on {told.day}"
    return [f"ID: {48000 + told.number}", f"Headline: {told.title}", by, *told.paragraphs]


_INBOX = "Subscribe to our newsletter to get more stories like this in your inbox."

SECOND: tuple[Layout, ...] = (
    Layout("second/fields", SEPARATED, _fields),
    Layout("second/kicker", SEPARATED, lambda a: [pick(_KICKERS, a), a.title, *a.paragraphs]),
    Layout("second/end-mark", SEPARATED, _ended),
    Layout(
        "second/bold", SEPARATED, lambda a: [f"**{a.title}**", f"_{a.publisher}_", *a.paragraphs]
    ),
    Layout(
        "second/name-and-time-last",
        SEPARATED,
        lambda a: [a.title, *a.paragraphs, f"— {a.publisher}, {a.ago}"],
    ),
    Layout(
        "second/feed",
        SEPARATED,
        lambda a: [a.title, f"https://example.org/news/{a.number}?ref=rss", a.day, *a.paragraphs],
    ),
    Layout("second/datelined", SEPARATED, _dated),
    Layout("second/viewed", SEPARATED, _viewed),
    Layout(
        "second/rows",
        SEPARATED,
        lambda a: [f"| {a.title} | {a.publisher} | {a.ago} |", *a.paragraphs],
    ),
    Layout("second/signs", SEPARATED, lambda a: [f"📰 {a.title}", f"🕒 {a.ago}", *a.paragraphs]),
    Layout("second/questions", BARE, lambda a: [f"{a.title.rstrip('.')}?", *a.paragraphs]),
    Layout("second/roman", BARE, lambda a: [f"{_ROMAN[a.number % 10]}. {a.title}", *a.paragraphs]),
    Layout("second/path", SEPARATED, lambda a: [pick(_PATHS, a), a.title, *a.paragraphs]),
    Layout("second/clock-alone", SEPARATED, lambda a: [pick(_HOURS, a), a.title, *a.paragraphs]),
    Layout("second/subscribe", SEPARATED, lambda a: [a.title, *a.paragraphs, _INBOX]),
    Layout(
        "second/copyright",
        SEPARATED,
        lambda a: [a.title, *a.paragraphs, f"© 2024 {a.publisher}. All rights reserved."],
    ),
    Layout(
        "second/time-name-title-line",
        GLUED,
        lambda a: [f"{a.ago} - {a.publisher} - {a.title} - {a.line}"],
    ),
    Layout(
        "second/narrow",
        SEPARATED,
        lambda a: [a.title, "", *apart("\n".join(wrapped(a, width=60)).split("\n\n")), "=" * 40],
    ),
)
_PLACES = ("Oslo, 14:05", "Lima, 9:30 am", "Nairobi, 21:40", "Hanoi, 06:15")


def _underlined(told: Told) -> list[str]:
    return [told.title, "-" * len(told.title), "", *told.paragraphs, ""]


def _newsletter(told: Told) -> list[str]:
    head = f"{told.title} ({told.number % 5 + 2} minute read)"
    return [head, *told.paragraphs, "Go deeper"]


def _slugged(told: Told) -> list[str]:
    """As a wire service names its copy."""
    slug = f"BC-{told.title.split()[0]}-{told.number % 90 + 10}, 2nd Ld"
    return [slug, told.title, "By ANN LEE", f"{told.publisher} Writer", *told.paragraphs]


def _corrected(told: Told) -> list[str]:
    note = f"Correction, {told.day}: An earlier version of this article misspelt a name."
    return [told.title, *told.paragraphs, note]


def _with_links(told: Told) -> list[str]:
    name = told.publisher.lower().replace(" ", "")
    return [told.title, *told.paragraphs, f"Read more: https://{name}.example/a/{told.number}"]


THIRD: tuple[Layout, ...] = (
    Layout(
        "third/listen",
        SEPARATED,
        lambda a: [a.title, f"Listen to this article · {a.number % 7 + 2} min", *a.paragraphs],
    ),
    Layout(
        "third/place-and-clock", SEPARATED, lambda a: [a.title, pick(_PLACES, a), *a.paragraphs]
    ),
    Layout("third/underlined", SEPARATED, _underlined),
    Layout("third/quoted-title", BARE, lambda a: [f"“{a.title}”", *a.paragraphs]),
    Layout("third/read-more-links", SEPARATED, _with_links),
    Layout("third/newsletter", SEPARATED, _newsletter),
    Layout(
        "third/translated",
        SEPARATED,
        lambda a: [a.title, "(Translated from the Portuguese)", *a.paragraphs],
    ),
    Layout("third/correction", SEPARATED, _corrected),
    Layout(
        "third/posted-updated",
        SEPARATED,
        lambda a: [f"Posted: {a.day} | Updated: {a.ago} | 5 comments", a.title, *a.paragraphs],
    ),
    Layout(
        "third/tabbed-header",
        SEPARATED,
        lambda a: [f"{a.title}\t{a.publisher}\t{a.day}", *a.paragraphs],
    ),
    Layout("third/slug", SEPARATED, _slugged),
    Layout(
        "third/numbered-paragraphs",
        SEPARATED,
        lambda a: [a.title, a.ago, *(f"{n} {p}" for n, p in enumerate(a.paragraphs, start=1))],
    ),
)
MORE: tuple[Layout, ...] = (*UNSEEN, *SECOND, *THIRD)
