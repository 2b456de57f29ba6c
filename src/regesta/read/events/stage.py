"""Where an article plays: the country of its places, the land where its fighters fight."""

import re
from collections import Counter
from collections.abc import Iterable

from regesta.knowledge import NameHit, NameKind
from regesta.read.events.grounds import places_in
from regesta.read.sentences import Sentence

# Set by reading reports from one war; nothing was fitted.
GROUND_PLACES, GROUND_SHARE = 3, 0.6
FRONT_PLACES, FRONT_SHARE = 2, 0.6
_FIGHTERS = re.compile(
    r"\b(?:rebels?|insurgents?|insurgency|separatists?|secessionists?|guerrillas?|militants?"
    r"|jihadis?|jihadists?|(?:opposition|Islamist) (?:fighters|forces|groups))\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:in|inside|across|over|throughout|outside|near|of) (?:the )?(?:[\w-]+ern |central )?$"
)


def ground(read: tuple[Sentence, ...]) -> str | None:
    """The country of most places that an article names: three at least, and three in five."""
    kinds = (NameKind.PLACE, NameKind.CAPITAL)
    hits = (hit for sentence in read for hit in sentence.hits if hit.kind in kinds)
    return _most(hits, least=GROUND_PLACES, share=GROUND_SHARE)


def front(read: tuple[Sentence, ...]) -> str | None:
    """The country of most places that stand beside rebels or insurgents: where they fight."""
    fought = [s for s in read if _FIGHTERS.search(s.text)]
    hits = (hit for sentence in fought for hit in (*places_in(sentence), *_lands(sentence)))
    return _most(hits, least=FRONT_PLACES, share=FRONT_SHARE)


def _lands(sentence: Sentence) -> Iterable[NameHit]:
    """Countries told as where something is: "in eastern Ukraine"."""
    return (
        hit
        for hit in sentence.hits
        if hit.kind is NameKind.COUNTRY and _WITHIN.search(sentence.text[: hit.start])
    )


def _most(hits: Iterable[NameHit], *, least: int, share: float) -> str | None:
    """The country of most hits, where they are enough and it has its share."""
    places = [hit.country for hit in hits if hit.country is not None]
    if len(places) < least:
        return None
    country, count = max(Counter(places).items(), key=lambda item: (item[1], item[0]))
    return country if count >= share * len(places) else None
