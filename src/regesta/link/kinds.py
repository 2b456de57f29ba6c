"""Deeds of one type that are of different kinds: an ambassador expelled is no ban on goods."""

from functools import cache

from regesta.model import EventType

KINDS: tuple[tuple[EventType, tuple[frozenset[str], ...]], ...] = (
    (
        EventType.SANCTION,
        (
            frozenset({"expel"}),
            frozenset({"recall"}),
            frozenset({"cut-aid"}),
            frozenset({"cut-ties", "break-ties", "leave"}),
            frozenset({"ban", "sanction", "blacklist", "designate", "freeze-in-package"}),
        ),
    ),
    (
        EventType.COERCE,
        (
            frozenset({"hack", "disinform", "interfere"}),
            frozenset({"arrest", "hold", "sentence"}),
            frozenset({"deport"}),
            frozenset({"seize", "board", "freeze"}),
        ),
    ),
    (
        EventType.ASSAULT,
        (
            frozenset({"shoot-down"}),
            frozenset({"abduct"}),
            frozenset({"lay-mines"}),
            frozenset({"attack", "fire", "fight", "kill"}),
        ),
    ),
    (
        EventType.SUPPORT,
        (
            frozenset({"condole"}),
            frozenset({"apologise"}),
            frozenset({"sign", "ratify", "join", "establish-ties"}),
            frozenset({"endorse", "express", "vote"}),
        ),
    ),
    (
        EventType.MOBILIZE,
        (
            frozenset({"test-weapon", "show-weapon"}),
            frozenset({"exercise"}),
            frozenset({"deploy", "reinforce", "mobilise", "alert"}),
        ),
    ),
    (
        EventType.RETREAT,
        (
            frozenset({"release", "exchange", "return"}),
            frozenset({"withdraw"}),
            frozenset({"cease", "ceasefire"}),
        ),
    ),
    (
        EventType.COOPERATE,
        (
            frozenset({"extradite"}),
            frozenset({"joint-exercise"}),
            frozenset({"trade", "transport"}),
        ),
    ),
    (
        EventType.ACCUSE,
        (frozenset({"investigate", "sue"}), frozenset({"summon", "protest-note"})),
    ),
    (
        EventType.REJECT,
        (
            frozenset({"cancel"}),
            frozenset({"reject", "refuse", "defy", "rule-out", "deny", "object", "oppose"}),
        ),
    ),
)
"""By type the modes that are deeds of one kind; modes of no row may be either of them."""

RECURRING = frozenset(
    {"test-weapon", "exercise", "trade", "transport"}
    | {"reject", "refuse", "defy", "rule-out", "deny", "object", "oppose", "protest-note"}
    | {"ban", "sanction", "blacklist", "designate"}
    | {"release", "exchange", "return"}
)
"""Modes of other types of which a saga has one after the other."""

DAILY = frozenset({EventType.ASSAULT, EventType.COERCE})
"""Types of which one story often has several of one kind."""


def kind(type_: EventType, mode: str) -> tuple[EventType, int] | None:
    """The type with the number of the kind within it; None for a mode that tells none."""
    number = _numbers().get((type_, mode))
    return None if number is None else (type_, number)


@cache
def _numbers() -> dict[tuple[EventType, str], int]:
    return {
        (type_, mode): number
        for type_, kinds in KINDS
        for number, modes in enumerate(kinds)
        for mode in modes
    }
