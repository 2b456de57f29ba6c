"""Spellings of one name, and names that only look alike."""

import pytest

from regesta.knowledge import person, surname
from regesta.knowledge.spelling import same_surname, sounds_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("Alexander Lukashenko", "Alyaksandr Lukashenka"),
        ("Masoud Pezeshkian", "Masud Pezeshkian"),
        ("Sergei Karapetyan", "Sergey Karapetian"),
        ("Khalid Nasser", "Halid Naser"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert sounds_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "Kim Jong-il"),
        ("Ivan Petrov", "Ivan Petrenko"),
        ("Maria Lopez", "Marta Lopez"),
        ("Petrov", "Petrov"),  # a surname alone is no full name
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not sounds_alike(one, other)


def test_short_surnames_must_be_written_alike() -> None:
    assert not same_surname("Li", "Lee")
    assert same_surname("Asad", "asad")


def test_the_seed_list_is_found_by_another_spelling() -> None:
    found = person("Alyaksandr Lukashenka", on="2020-01-01")
    assert found is not None
    assert found.country == "BLR"
    other = surname("Zelenskyi", on="2022-01-01")
    assert other is not None
    assert other.country == "UKR"
