"""Each of many deeds with each of many days and ways of saying who says so."""

import pytest
from tests.read.events.telling import read_text

PUBLISHED = "2025-06-26"  # a Thursday
DEEDS = (
    "Norway expelled a Chilean diplomat",
    "Norway and Chile signed an accord",
    "Norwegian troops attacked Chilean troops",
    "The Norwegian king visited Chile",
    "A Chilean ship was seized by Norway",
    "Norway released two Chilean sailors",
    "Norway and Chile held talks",
)
DAYS = (
    ("on Thursday", "2025-06-26"),
    ("on Wednesday", "2025-06-25"),
    ("on Friday", "2025-06-20"),
    ("Wednesday", "2025-06-25"),
    ("last Friday", "2025-06-20"),
    ("late on Tuesday", "2025-06-24"),
    ("on Monday morning", "2025-06-23"),
    ("earlier on Wednesday", "2025-06-25"),
    ("today", "2025-06-26"),
    ("yesterday", "2025-06-25"),
    ("two days ago", "2025-06-24"),
    ("on June 3", "2025-06-03"),
    ("on 3 June", "2025-06-03"),
    ("on June 3, 2024", "2024-06-03"),
    ("on June 30", "2024-06-30"),
    ("in May", "2025-05"),
    ("last month", "2025-05"),
    ("in December", "2024-12"),
    ("in May 2023", "2023-05"),
    ("in 2019", "2019"),
    ("last year", "2024"),
    ("on the same day", None),
    ("over the weekend", "2025-06"),
)
VOUCHERS = (
    ("The Peruvian foreign minister told reporters that {}.", "PER"),
    ("{}, Peruvian officials said.", "PER"),
    ("{}, the Peruvian foreign ministry said on Monday.", "PER"),
    ("{}, according to the Peruvian army.", "PER"),
    ("{}, according to Peru's state media.", "PER"),
    ("{}, Xinhua reported.", "CHN"),
    ("{}, China's Xinhua news agency reported.", "CHN"),
    ("Xinhua said {}.", "CHN"),
    ("Peruvian media reported that {}.", "PER"),
    ("Peru's president confirmed that {}.", "PER"),
    ("A Peruvian general said {}.", "PER"),
    ("Officials in Lima said {}.", "PER"),
    ("Peruvian President Alba Rojas announced that {}.", "PER"),
    ("Peru claimed that {}.", "PER"),
    ("It was reported by Xinhua that {}.", "CHN"),
    ("{}, a Peruvian spokesman told Reuters.", "PER"),
    ("In Lima, Peru's president said {}.", "PER"),
)


@pytest.mark.parametrize(("phrase", "day"), DAYS)
def test_the_day_of_a_deed(phrase: str, day: str | None) -> None:
    for deed in DEEDS:
        [event] = read_text(f"{deed} {phrase}.", published=PUBLISHED).events
        assert (event.when.value if event.when is not None else None) == day, deed


@pytest.mark.parametrize(("phrase", "day"), DAYS)
def test_more_than_thirty_days_back_is_history(phrase: str, day: str | None) -> None:
    for deed in DEEDS:
        [event] = read_text(f"{deed} {phrase}.", published=PUBLISHED).events
        # a month that is named stands for its middle, "last month" for its last day
        old = day is not None and (day < "2025-05" or phrase == "in May")
        assert event.background is old, deed


@pytest.mark.parametrize(("setting", "country"), VOUCHERS)
def test_who_vouches_for_a_deed(setting: str, country: str) -> None:
    for deed in DEEDS:
        lower = deed if deed.startswith("Norw") else deed[0].lower() + deed[1:]
        text = setting.format(deed if setting.startswith("{") else lower)
        [event] = read_text(text, published=PUBLISHED).events
        assert [party.country for party in event.said_by] == [country], text


def test_a_day_without_a_day_of_publication_is_not_worked_out() -> None:
    for deed in DEEDS:
        [event] = read_text(f"{deed} on Monday.").events
        assert event.when is None
