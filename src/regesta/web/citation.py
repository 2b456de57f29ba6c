"""One cited deed as text for other places: a plain line, BibTeX, a Chicago note.

Each holds outlet, headline, date, the quoted words, the address and the register's id.
"""

import re
from dataclasses import dataclass

from regesta.model import When
from regesta.store.query import ArticleRow, Words
from regesta.web.shown import TITLE_SHOWN, WORDS_SHOWN, clip, day, link, one_line, quiet

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_TEX = str.maketrans(
    {
        **{char: f"\\{char}" for char in "#$%&_{}"},
        **{"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"},
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The same citation in three forms."""

    plain: str
    bibtex: str
    chicago: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """What a citation says; None or "" is not said on the page."""

    outlet: str | None
    title: str | None
    published: When | None
    words: str
    address: str
    url: str | None
    id: str


def cite(article: ArticleRow, *, evidence: Words, id: str) -> Citation:
    """The citation of a deed by one article that tells it, under the deed's own id."""
    words = " […] ".join(one_line(words, WORDS_SHOWN) for _, words in evidence)
    source = _Source(
        outlet=_line(article.publisher or article.agency),
        title=_line(article.title),
        published=article.published,
        words=quiet(clip(words)),
        address=quiet(one_line(article.url or article.name, TITLE_SHOWN * 4)),
        url=link(article.url),
        id=id,
    )
    return Citation(plain=_plain(source), bibtex=_bibtex(source), chicago=_chicago(source))


def _line(text: str | None) -> str | None:
    return quiet(one_line(text, TITLE_SHOWN)) or None if text else None


def _plain(source: _Source) -> str:
    """One line: Outlet. “Headline”. 20 Aug 2025. “Words.” Address. Regesta id."""
    parts = (
        source.outlet,
        f"“{source.title}”" if source.title else None,
        day(source.published.value) if source.published else "no date",
        f"“{source.words}”" if source.words else None,
        source.address,
        f"Regesta {source.id}",
    )
    return " ".join(_closed(part) for part in parts if part)


def _chicago(source: _Source) -> str:
    """A Chicago note: headline inside its comma, outlet, date in American order, words, address."""
    title = f"“{source.title}”" if source.title else None
    if title and not title.rstrip("”").endswith(("?", "!")):
        title = f"{title[:-1]},”"
    outlet = f"{source.outlet}," if source.outlet else None
    head = " ".join(part for part in (title, outlet, _american(source.published)) if part)
    told = f"“{source.words}”" if source.words else None
    parts = (head, told, source.address, f"Register entry {source.id}")
    return " ".join(_closed(part) for part in parts if part)


def _american(when: When | None) -> str:
    """ "August 20, 2025"; as much as is known, "n.d." for nothing."""
    *first, year = day(when.day).split() if when else ["n.d."]
    month = next((name for name in _MONTHS if first and name.startswith(first[-1])), "")
    date = f"{month} {first[0]}," if len(first) == 2 else month
    return f"{date} {year}".strip()


def _bibtex(source: _Source) -> str:
    """A @misc entry: `year` for BibTeX, `date` for biblatex; words and register id in `note`."""
    date = source.published.day if source.published else None
    told = f"“{source.words}” Regesta {source.id}" if source.words else f"Regesta {source.id}"
    fields = {
        "title": _tex(source.title),
        "organization": _tex(source.outlet),
        "date": date,
        "year": date[:4] if date else None,
        "url": _tex_url(source.url),
        "howpublished": None if source.url else _tex(source.address),
        "note": _tex(told),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{source.id},\n{lines}\n}}"


def _tex(text: str | None) -> str | None:
    """Text with TeX's own characters disarmed."""
    return text.translate(_TEX) if text else None


def _tex_url(url: str | None) -> str | None:
    """An address; braces and backslashes, which would end the field, as percent codes."""
    return re.sub(r"[{}\\]", lambda hit: f"%{ord(hit[0]):02X}", url) if url else None


def _closed(part: str) -> str:
    """A part with its full stop, unless it ends in one (also inside closing marks)."""
    return part if part.rstrip("”").endswith((".", "!", "?", "…")) else f"{part}."
