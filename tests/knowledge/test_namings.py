"""Names that mean one person, and names that only look alike."""

import pytest

from regesta.knowledge.namings import Naming, one_person


def naming(name: str, *, country: str = "FRA", office: str = "", times: int = 1) -> Naming:
    offices = frozenset({office}) if office else frozenset()
    return Naming(name=name, country=country, offices=offices, times=times)


@pytest.mark.parametrize(
    ("names", "person"),
    [
        (("Volodymyr Zelensky", "Volodymyr Zelenskyy", "Vladimir Zelenskiy"), "Vladimir Zelenskiy"),
        (("S. Jaishankar", "Subrahmanyam Jaishankar"), "Subrahmanyam Jaishankar"),
        (("Tshisekedi", "Felix Tshisekedi"), "Felix Tshisekedi"),
        (("Donald J. Trump", "Donald Trump"), "Donald J. Trump"),
        (("King Albert", "Albert"), "King Albert"),
    ],
)
def test_names_of_one(names: tuple[str, ...], person: str) -> None:
    told = one_person([naming(name) for name in names])
    assert len(set(told.values())) == 1
    assert told[person] in names
    assert " " in told[person]
    assert "." not in told[person].split()[0]


@pytest.mark.parametrize(
    "names",
    [
        ("George W. Bush", "George H. W. Bush"),
        ("Lee Jae Myung", "Lee Chae Myung"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Ana Berger", "Eva Berger"),
        ("A. Berger", "Eva Berger"),
        ("Li", "Lee"),
    ],
)
def test_names_of_two(names: tuple[str, str]) -> None:
    told = one_person([naming(name, country="KOR") for name in names])
    assert told == {name: name for name in names}


def test_a_name_that_may_be_either_stands_for_itself() -> None:
    told = one_person(map(naming, ("Ana Berger", "Eva Berger", "Berger")))
    assert told["Berger"] == "Berger"


def test_the_name_used_most_is_gone_by() -> None:
    told = one_person([naming("Ana Sol", times=3), naming("Ana B. Sol"), naming("A. Sol", times=9)])
    assert set(told.values()) == {"Ana Sol"}


def test_the_same_name_elsewhere_or_in_another_office_is_another() -> None:
    elsewhere = one_person([naming("Sol", country="ESP"), naming("Ana Sol", country="PRT")])
    assert elsewhere["Sol"] == "Sol"
    offices = one_person([naming("Sol", office="judge"), naming("Ana Sol", office="president")])
    assert offices["Sol"] == "Sol"


def test_a_name_of_two_countries_stands_for_itself() -> None:
    told = one_person(
        [
            naming("Ana Sol", country="ESP", times=5),
            naming("Anna Sol", country="ESP"),
            naming("Anna Sol", country="PRT"),
        ]
    )
    assert told["Anna Sol"] == "Anna Sol"
