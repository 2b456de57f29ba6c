"""One event once per article: what is the same deed told again, and what is another."""

from dataclasses import replace

import pytest

from regesta.model import (
    Basis,
    Event,
    EventType,
    Modality,
    Party,
    Place,
    PlacePrecision,
    Span,
    When,
)
from regesta.read.events.merge import once, same_deed

NORWAY, CHILE, PERU = "NOR", "CHL", "PER"


def _span(start: int, end: int) -> Span:
    return Span(page="p", start=start, end=end)


def _party(country: str, *, at: int = 0) -> Party:
    return Party(span=_span(at, at + 3), text=country, name=country, country=country, rule="t")


def _day(value: str) -> When:
    return When(value=value, basis=Basis.TEXT, rule="t")


def _joined(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events of a page whose words do not matter."""
    return once(events, text="")


def _event(sentence: int = 0, **changes: object) -> Event:
    """Norway attacks Chile, told in the sentence of that number."""
    start = sentence * 100
    plain = Event(
        page="p",
        article="a",
        type=EventType.ASSAULT,
        modality=Modality.ACTUAL,
        background=False,
        mode="attack",
        deed=_span(start + 10, start + 18),
        evidence=(_span(start, start + 90),),
        rule="attack",
        actors=(_party(NORWAY, at=start),),
        recipients=(_party(CHILE, at=start + 20),),
    )
    return replace(plain, **changes)


def test_a_deed_told_twice_is_one_event_with_two_sentences_of_evidence():
    [one] = _joined((_event(0), _event(1)))
    assert one.evidence == (_span(0, 90), _span(100, 190))
    assert one.deed == _event(0).deed


def test_the_second_telling_fills_what_the_first_left_open():
    place = Place(
        span=_span(150, 154), text="Iqui", name="Iqui", precision=PlacePrecision.CITY,
        rule="t", country=CHILE,
    )  # fmt: skip
    [one] = _joined((_event(0), _event(1, when=_day("2025-06-20"), where=place)))
    assert one.when == _day("2025-06-20")
    assert one.where == place


def test_the_finer_of_two_dates_that_agree_is_kept():
    [one] = _joined((_event(0, when=_day("2025-06")), _event(1, when=_day("2025-06-20"))))
    assert one.when == _day("2025-06-20")


def test_a_deed_that_the_outlet_states_itself_needs_no_voucher():
    [one] = _joined((_event(0), _event(1, said_by=(_party(PERU),))))
    assert one.said_by == ()


def test_vouchers_of_two_tellings_are_joined():
    [one] = _joined((_event(0, said_by=(_party(NORWAY),)), _event(1, said_by=(_party(PERU),))))
    assert [p.country for p in one.said_by] == [NORWAY, PERU]


@pytest.mark.parametrize(
    "changes",
    [
        {"type": EventType.COERCE, "mode": "seize"},
        {"modality": Modality.NEGATED},
        {"modality": Modality.PLANNED},
        {"actors": (_party(PERU),)},
        {"recipients": (_party(PERU),)},
        {"when": _day("2025-06-13")},
    ],
    ids=lambda changes: "-".join(changes),
)
def test_another_deed(changes: dict[str, object]):
    first = _event(0, when=_day("2025-06-20"))
    assert not same_deed(first, _event(1, **changes))
    assert len(_joined((first, _event(1, **changes)))) == 2


def test_sides_of_a_meeting_may_be_told_from_either_end():
    meeting = _event(0, type=EventType.CONSULT, mode="meet")
    turned = replace(
        meeting, actors=meeting.recipients, recipients=meeting.actors, evidence=(_span(100, 190),)
    )
    [one] = _joined((meeting, turned))
    assert {p.country for p in one.actors} | {p.country for p in one.recipients} == {NORWAY, CHILE}


def test_two_persons_who_met_and_two_states_that_talk_are_one_meeting_only_on_one_day():
    met = _event(0, type=EventType.CONSULT, mode="meet")
    met = replace(met, actors=tuple(replace(p, person="Berg") for p in met.actors))
    talks = _event(1, type=EventType.CONSULT, mode="talks")
    assert len(_joined((met, talks))) == 2
    day = _day("2025-06-20")
    assert len(_joined((replace(met, when=day), replace(talks, when=day)))) == 1


def test_sides_of_an_attack_may_not():
    attack = _event(0)
    answer = _event(1, actors=attack.recipients, recipients=attack.actors)
    assert len(_joined((attack, answer))) == 2


def test_two_different_words_to_one_party_are_two_deeds():
    accused = _event(0, type=EventType.ACCUSE, mode="accuse")
    condemned = _event(1, type=EventType.ACCUSE, mode="condemn")
    assert len(_joined((accused, condemned))) == 2


def test_the_order_is_that_of_the_first_telling():
    peru = _event(1, recipients=(_party(PERU),))
    assert [e.deed.start for e in _joined((_event(0), peru, _event(2)))] == [10, 110]


def test_a_promise_in_other_words_is_another_promise():
    sentences = ("Norway will send Chile icebreakers.", "Oslo is to train judges in Santiago.")
    text = "".join(words.ljust(100) for words in (*sentences, sentences[0]))
    promised = [
        _event(i, type=EventType.AGREE, mode="promise", evidence=(_span(i * 100, i * 100 + 40),))
        for i in range(3)
    ]
    first, second = once(tuple(promised), text=text)
    assert [span.start for span in first.evidence] == [0, 200]
    assert [span.start for span in second.evidence] == [100]


def test_a_blow_that_is_recalled_is_not_the_one_in_the_news():
    past = _event(1, background=True, when=_day("2014"))
    assert len(_joined((_event(0), past))) == 2
    assert len(_joined((_event(0), replace(past, background=False)))) == 1


@pytest.mark.parametrize(("day", "tellings"), [("2014", 2), ("2014-06-20", 1)])
def test_a_seizure_of_another_year_is_another(day: str, tellings: int):
    seized = _event(0, type=EventType.COERCE, mode="seize")
    past = _event(1, type=EventType.COERCE, mode="seize", background=True, when=_day(day))
    assert len(_joined((seized, past))) == tellings


def test_who_brings_two_together_does_not_meet_them():
    talks = _event(0, type=EventType.CONSULT, mode="talks")
    brokered = _event(1, type=EventType.CONSULT, mode="mediate")
    assert len(_joined((talks, brokered))) == 2


def test_no_events_are_no_events():
    assert _joined(()) == ()
