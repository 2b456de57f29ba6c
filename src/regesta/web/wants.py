"""Addresses of the lists behind a number: one number, one definition, one click."""

from dataclasses import replace
from urllib.parse import quote, quote_plus

from regesta.store.query import Want
from regesta.store.query.syntax import written

# What the keys of a facet are called on the screen, and the field of a Want each narrows.
FACETS = {
    **{"type": "Type", "modality": "Modality", "a": "Actor", "r": "Recipient"},
    **{"outlet": "Outlet", "country": "Country of the place", "during": "Month"},
}
_FIELDS = {"a": "actor", "r": "recipient"}


def narrowed(want: Want, key: str, value: str) -> Want:
    """`want` with one facet's value asked for too."""
    return replace(want, **{_FIELDS.get(key, key): value})  # type: ignore[arg-type]


def rows_url(want: Want) -> str:
    """The search screen with exactly the happenings of `want`.

    Plain words look in the articles unless the address says otherwise.
    """
    only_words = replace(want, words=None) == Want()
    asked = quote_plus(written(want), safe=":")
    return f"/search?q={asked}&in=happenings" if only_words else f"/search?q={asked}"


def in_path(part: str) -> str:
    """A code or id as one part of an address."""
    return quote(part, safe="")
