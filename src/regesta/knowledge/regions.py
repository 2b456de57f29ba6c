"""What a country is called without its name: "the Gulf state", "the Himalayan kingdom"."""

from collections.abc import Mapping
from functools import cache

from regesta.knowledge.load import parts, rows


@cache
def regions() -> Mapping[str, frozenset[str]]:
    """Words of a description, lower case -> the ISO codes of the countries it can mean."""
    return {
        words: frozenset(parts(row["countries"]))
        for row in rows("regions")
        for words in parts(row["words"])
    }


def described_as(phrase: str) -> frozenset[str]:
    """The countries that all descriptions in a phrase allow; none where it holds no description.

    Of descriptions that overlap the longest counts: "east african" is not "african".
    """
    words = phrase.lower().split()
    allowed: list[frozenset[str]] = []
    at = 0
    while at < len(words):
        sizes = (n for n in (3, 2, 1) if " ".join(words[at : at + n]) in regions())
        size = next(sizes, 0)
        if size:
            allowed.append(regions()[" ".join(words[at : at + size])])
        at += size or 1
    return frozenset.intersection(*allowed) if allowed else frozenset()
