"""Codes as names and names as codes, for filters and hover texts."""

from functools import cache

from regesta.knowledge.countries import countries
from regesta.knowledge.organisations import organisations


def name_of(code: str) -> str:
    """ "Belarus" for "BLR", "United Nations" for "UN"; the code itself where it is all we know."""
    country = countries().get(code)
    if country is not None:
        return country.name
    body = organisations().get(code)
    return body.name if body else code


def code_of(asked: str) -> str:
    """The code for a code or a name, in any case; what is neither is returned as asked."""
    return _codes().get(asked.casefold(), asked)


@cache
def _codes() -> dict[str, str]:
    """Codes by names, aliases and codes in lower case; codes win over names."""
    found: dict[str, str] = {}
    for body in organisations().values():
        found |= {name.casefold(): body.key for name in (*body.names, body.name, body.key)}
    for land in countries().values():
        found |= {name.casefold(): land.iso3 for name in (*land.aliases, land.name)}
    return found | {code.casefold(): code for code in (*organisations(), *countries())}
