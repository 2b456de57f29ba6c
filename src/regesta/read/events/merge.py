"""One event once per article: the same deed told again adds evidence, not an event."""

import re
from dataclasses import replace

from regesta.model import Event, EventType, Modality, Party, Place, PlacePrecision, Span, When
from regesta.read.actors.them import THEM
from regesta.read.events.soil import AMONG_OWN, LAUNCHED
from regesta.text.words import words

# Two-sided deeds: who is named as actor and who as recipient does not tell two deeds apart.
_POOLED = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.SUPPORT})
# Deeds that are told in many ways: a visit and the talks, a strike and the killing.
_DISMAY = "voice-concern"
_CUSTODY = frozenset({EventType.COERCE, EventType.RETREAT})
_OUTCOMES = frozenset({"kill", "destroy"})
_DOWNED = frozenset({"shoot-down", "destroy"})
_LOOSE = frozenset({EventType.CONSULT, EventType.ASSAULT})
# Deeds that are their content: another promise in other words is another promise.
_CONTENT = frozenset({EventType.AGREE, EventType.REJECT, EventType.THREATEN})
# Deeds that are done again and again: what is recalled of them is not the one in the news.
_REPEATED = frozenset(
    {
        EventType.ASSAULT,
        EventType.MOBILIZE,
        EventType.ACCUSE,
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.THREATEN,
    }
)
_NEAR = 30  # characters
_EARLIER = re.compile(r"\b(?:had (?:previously|already|earlier)|previously)\s(?:\w+ly )?$")
_EARLIER_AFTER = re.compile(r"\s(?:previously|earlier)\b")
# "a nuclear test" is of a bomb, "a nuclear missile test" of what carries it.
_CHARGE = r"nuclear|atomic|hydrogen bomb|h-bomb|thermonuclear|underground|warhead|bomb"
_CARRIER = r"missile|rocket|icbm|satellite|projectile|ballistic"
_CHARGE_BEFORE = re.compile(rf"\b(?:{_CHARGE})(?: weapons?)?\s$", re.IGNORECASE)
_CARRIER_BEFORE = re.compile(rf"\b(?:{_CARRIER})s?\s$", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:missile|rocket|nuclear)s? (?:and|or) (?:nuclear|missile|rocket)\s$")
_CHARGE_OR_CARRIER = re.compile(
    rf"\b(?:(?P<carrier>(?:nuclear[\w -]{{0,12}} )?(?:{_CARRIER}))|(?P<charge>{_CHARGE}))",
    re.IGNORECASE,
)
SHARED = 0.25  # of the longer words of two sentences that promise one thing; set on our examples
_LONG = 4  # letters; shorter words stand in any sentence


def _codes(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(p.country for p in parties if p.country is not None)


def _dates_agree(first: When | None, second: When | None) -> bool:
    """Whether two dates can be one: the shorter is a prefix of the longer, or one is unknown."""
    if first is None or second is None:
        return True
    short, long = sorted((first.day, second.day), key=len)
    return long.startswith(short)


def _sides_agree(first: Event, second: Event) -> bool:
    actors, recipients = _codes(first.actors), _codes(first.recipients)
    others, targets = _codes(second.actors), _codes(second.recipients)
    if _is_two_sided(first, second):
        mine, theirs = actors | recipients, others | targets
        return mine <= theirs or theirs <= mine
    if not (actors & others) or _are_one_another(first, second) or _are_one_another(second, first):
        return False
    return not recipients or not targets or bool(recipients & targets)


def _are_one_another(several: Event, one: Event) -> bool:
    """ "A and B accused each other" is no charge of A's against C."""
    doers, others = _codes(several.actors), _codes(one.actors)
    return not several.recipients and others < doers and not _codes(one.recipients) <= doers


def _is_two_sided(first: Event, second: Event) -> bool:
    """Whether either side may be named as the doer; thanks and praise of B's for A are its own."""
    if first.type is not EventType.SUPPORT:
        return first.type in _POOLED
    return not (first.recipients and second.recipients)


def _people(event: Event) -> dict[str, frozenset[str]]:
    """Persons named on each side of an event."""
    found: dict[str, set[str]] = {}
    for party in (*event.actors, *event.recipients):
        if party.country is not None and party.person is not None:
            found.setdefault(party.country, set()).add(party.person)
    return {country: frozenset(names) for country, names in found.items()}


def _other_people(first: Event, second: Event) -> bool:
    """Whether two meetings are of other persons for one country.

    Persons who met and two states that talk are not one meeting unless one day says so.
    """
    if first.type is not EventType.CONSULT:
        return False
    mine, theirs = _people(first), _people(second)
    if bool(mine) != bool(theirs) and (first.when is None or second.when is None):
        return True
    return any(not (mine[c] & theirs[c]) for c in mine.keys() & theirs.keys())


def _other_place(first: Event, second: Event) -> bool:
    """Whether two tellings name different places, both smaller than a country."""
    places = [e.where for e in (first, second) if e.where is not None]
    if len(places) < 2 or PlacePrecision.COUNTRY in {p.precision for p in places}:
        return False
    if (places[0].rule == LAUNCHED) != (places[1].rule == LAUNCHED):
        return False  # launched from one, flown over the other
    return places[0].name != places[1].name and (
        first.type is not EventType.ASSAULT or places[0].precision is places[1].precision
    )


def _outcome(modality: Modality) -> Modality:
    """What may be told as planned in one sentence and as possible in another is one thing."""
    return Modality.PLANNED if modality is Modality.POSSIBLE else modality


def same_deed(first: Event, second: Event) -> bool:
    """Whether two tellings in one article are of one deed."""
    if first.type is not second.type or not _sides_agree(first, second):
        return False
    if _other_people(first, second) or _other_place(first, second):
        return False
    if _outcome(first.modality) is not _outcome(second.modality):
        return False
    loose = first.type in _LOOSE or _goes_on(first, second) or _is_dismay(first, second)
    if not loose and first.mode != second.mode:
        return False
    if first.type is EventType.ASSAULT and not _one_attack(first, second):
        return False
    if _other_role(first, second):
        return False
    if first.background != second.background and _recalled_apart(first, second):
        return False
    return _dates_agree(first.when, second.when)


def _is_dismay(first: Event, second: Event) -> bool:
    """Whether one tells in other words what the other calls a charge: "deeply dismayed that"."""
    return first.type is EventType.ACCUSE and _DISMAY in (first.mode, second.mode)


def _goes_on(first: Event, second: Event) -> bool:
    """ "freed the pilots and handed them over", "jailed, then deported them": one fate, told on."""
    them = any(party.rule == THEM for event in (first, second) for party in event.recipients)
    return first.type in _CUSTODY and them and first.evidence == second.evidence


def _other_role(first: Event, second: Event) -> bool:
    """Whether one brings together those who meet, and the other is their meeting."""
    return first.type is EventType.CONSULT and (first.mode == "mediate") != (
        second.mode == "mediate"
    )


def _recalled_apart(first: Event, second: Event) -> bool:
    """Whether history and news cannot be one: both are dated, or it is what is done often."""
    if first.when is not None and second.when is not None:
        return True
    past = first if first.background else second
    year = past.when is not None and len(past.when.value) == len("2014")
    return year or first.type is EventType.CONSULT or first.type in _REPEATED


def _same_words(first: Event, second: Event, *, text: str) -> bool:
    """Whether two tellings share enough of their longer words."""
    mine, theirs = (
        [_long_words(text, span) for span in event.evidence] for event in (first, second)
    )
    return any(len(a & b) >= SHARED * min(len(a), len(b)) for a in mine for b in theirs)


def told_apart(first: Event, second: Event, *, text: str) -> bool:
    """Whether one tells what had been done before, or the test of another kind of weapon.

    "Had already fired one on May 2" is not what is told of no day.
    """
    done = first.modality is Modality.ACTUAL and second.modality is Modality.ACTUAL
    if first.type is not EventType.MOBILIZE or first.mode != "test-weapon" or not done:
        return False
    undated = (first.when is None) != (second.when is None)
    dated = first if first.when is not None else second
    before, after = _words_around(dated, text)
    if undated and (_EARLIER.search(before) or _EARLIER_AFTER.match(after)):
        return True
    kinds = [_nuclear(event, text) for event in (first, second)]
    return None not in kinds and kinds[0] != kinds[1]


def _words_around(event: Event, text: str) -> tuple[str, str]:
    """What a sentence says just before its deed and just behind it."""
    sentence = event.evidence[0]
    before = text[max(sentence.start, event.deed.start - _NEAR) : event.deed.start]
    return before, text[event.deed.end : min(sentence.end, event.deed.end + 2 * _NEAR)]


def _nuclear(event: Event, text: str) -> bool | None:
    """Whether a test is one of a bomb, not of what carries it; None where no word says it."""
    before, after = _words_around(event, text)
    if _BOTH.search(before):  # "its missile and nuclear tests"
        return None
    if text[event.deed.start : event.deed.end].lower().startswith(("test", "launch", "firing")):
        found = _CHARGE_BEFORE.search(before) or _CARRIER_BEFORE.search(before)
        if found is not None:
            return found.re is _CHARGE_BEFORE
    found = _CHARGE_OR_CARRIER.search(text[event.deed.start : event.deed.end] + after)
    return found.lastgroup == "charge" if found is not None else None


def _long_words(text: str, span: Span) -> frozenset[str]:
    sentence = span.words(text)
    found = (sentence[start:end].lower() for start, end in words(sentence))
    return frozenset(word for word in found if len(word) >= _LONG)


def _one_attack(first: Event, second: Event) -> bool:
    """Whether two ways of attacking can be one deed: equal, or one is told only as an attack.

    "fired rockets into B, killing shoppers": a blow whose victims have no state, or only that of
    the place, is its outcome. People seized at no time that is told are not those of a dated raid.
    """
    ways = {first.mode, second.mode}
    if ways == _DOWNED and first.evidence == second.evidence:
        return True  # "caught a rocket in flight and blew it up"
    outcome = any(e.mode in _OUTCOMES and only_placed(e.recipients) for e in (first, second))
    if outcome and first.evidence == second.evidence:
        return True
    elsewhere = first.evidence != second.evidence and (first.when is None) != (second.when is None)
    apart = "capture" in ways or ("abduct" in ways and elsewhere)
    return len(ways) == 1 or ("attack" in ways and not apart)


def only_placed(parties: tuple[Party, ...]) -> bool:
    """Whether all that says whom a blow hit is where it fell; of nobody told too."""
    return all(p.rule == "place-of-deed" for p in parties)


def _joined(parties: tuple[Party, ...], more: tuple[Party, ...]) -> tuple[Party, ...]:
    known = {p.country for p in parties} | ({None} if parties else set())
    return (*parties, *(p for p in more if p.country not in known))


def together(first: Event, second: Event) -> Event:
    """The first telling with what the second adds."""
    said = _joined(first.said_by, second.said_by) if first.said_by else ()
    one_sided = first.type in _POOLED
    taken = _codes(first.actors) | _codes(first.recipients) if one_sided else frozenset()
    return replace(
        first,
        actors=first.actors if one_sided else _joined(first.actors, second.actors),
        recipients=_joined(
            first.recipients,
            tuple(p for p in second.recipients if p.country not in taken),
        ),
        when=_finer(first.when, second.when),
        where=_place(first.where, second.where),
        said_by=said,
        background=_recalled(first, second),
        evidence=tuple(sorted({*first.evidence, *second.evidence})),
        quantities=first.quantities or second.quantities,
    )


def _place(first: Place | None, second: Place | None) -> Place | None:
    """Where a test was launched rather than where it flew, a named ground rather than own soil."""
    if first is None or second is None:
        return first or second
    better = second.rule == LAUNCHED or first.rule == AMONG_OWN
    return second if better and first.rule != LAUNCHED else first


def _recalled(first: Event, second: Event) -> bool:
    """Whether a deed told twice is history: the telling that has the date says so, else both."""
    if (first.when is None) != (second.when is None):
        return first.background if first.when is not None else second.background
    return first.background and second.background


def _finer(first: When | None, second: When | None) -> When | None:
    if first is None or second is None:
        return first or second
    return first if len(first.value) >= len(second.value) else second


def once(events: tuple[Event, ...], *, text: str) -> tuple[Event, ...]:
    """The deeds of an article, each once, in the order in which they are first told."""
    kept: list[Event] = []
    for event in events:
        for i, earlier in enumerate(kept):
            if (
                same_deed(earlier, event)
                and (event.type not in _CONTENT or _same_words(earlier, event, text=text))
                and not told_apart(earlier, event, text=text)
            ):
                kept[i] = together(earlier, event)
                break
        else:
            kept.append(event)
    return tuple(kept)
