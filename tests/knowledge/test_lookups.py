import re

import pytest

from regesta.knowledge import (
    agency,
    countries,
    country,
    described_as,
    offices,
    organisation,
    people,
    person,
    place,
    surname,
    town,
)
from regesta.knowledge.load import rows
from regesta.knowledge.regions import regions
from regesta.model import PlacePrecision, Sector


@pytest.mark.parametrize(
    ("phrase", "name", "sector"),
    [
        ("Deputy Foreign Minister", "deputy foreign minister", Sector.GOV),
        ("Russian foreign minister", "foreign minister", Sector.GOV),
        ("minister of defence", "defence minister", Sector.GOV),
        ("ambassador to Kenya", "ambassador", Sector.GOV),
        ("spokesman for the Foreign Ministry", "spokesperson", Sector.GOV),
        ("Prime Ministers", "prime minister", Sector.GOV),
        ("Defence Ministry", "defence ministry", Sector.GOV),
        ("chief of the general staff", "chief of staff", Sector.MIL),
        ("air force", "armed forces", Sector.MIL),
        ("Islamist gunmen", "rebel", Sector.REB),
        ("senators", "lawmaker", Sector.LEG),
        ("supreme court", "court", Sector.JUD),
        ("oil company", "business", Sector.BUS),
        ("state news agency", "media", Sector.MED),
        ("opposition party", "opposition", Sector.PTY),
        ("student protesters", "civilian", Sector.CVL),
    ],
)
def test_office_by_longest_ending(phrase: str, name: str, sector: Sector) -> None:
    found = offices().lookup(phrase)
    assert found is not None
    assert (found.name, found.sector) == (name, sector)


@pytest.mark.parametrize("phrase", ["", "banana", "of", "red lentils", "...", "'s"])
def test_unknown_office(phrase: str) -> None:
    assert offices().lookup(phrase) is None


def test_office_that_names_its_country() -> None:
    found = offices().lookup("the CIA")
    assert found is not None
    assert (found.country, found.sector) == ("USA", Sector.SPY)


@pytest.mark.parametrize(
    ("name", "on", "country_code", "office"),
    [
        ("Volodymyr Zelenskiy", "2025-08-20", "UKR", "president"),
        ("Masud Pezeshkian", "2025", "IRN", "president"),
        ("Hillary Clinton", "2010-05", "USA", "secretary of state"),
        ("DONALD TRUMP", "2018-01-01", "USA", "president"),
        ("Tayyip Erdoğan", "2010", "TUR", "prime minister"),
        ("Recep Tayyip Erdogan", None, "TUR", "president"),
        ("Kaja Kallas", "2025-02", "EU", "foreign minister"),
    ],
)
def test_person(name: str, on: str | None, country_code: str, office: str) -> None:
    found = person(name, on=on)
    assert found is not None
    assert (found.country, found.office) == (country_code, office)


@pytest.mark.parametrize(
    ("name", "on"), [("Donald Trump", "2022-06-01"), ("Ada Nobody", None), ("", None)]
)
def test_nobody_on_that_date(name: str, on: str | None) -> None:
    assert person(name, on=on) is None


@pytest.mark.parametrize(
    ("name", "on", "full"),
    [
        ("Singh", "2010", "Manmohan Singh"),
        ("Singh", "2025-06", "Rajnath Singh"),
        ("Assad", "2013", "Bashar al-Assad"),
        ("al-Assad", "2013", "Bashar al-Assad"),
        ("von der Leyen", "2024", "Ursula von der Leyen"),
        ("Xi", "2020", "Xi Jinping"),
        ("Marcos", "2024", "Ferdinand Marcos Jr."),
    ],
)
def test_surname(name: str, on: str, full: str) -> None:
    found = surname(name, on=on)
    assert found is not None
    assert found.name == full


@pytest.mark.parametrize(("name", "on"), [("Kim", "2020"), ("Lee", "2024-06"), ("Smith", None)])
def test_surname_of_several_or_none(name: str, on: str | None) -> None:
    assert surname(name, on=on) is None


def test_place() -> None:
    qingdao, crimea, kiev = place("Qingdao"), place("Crimea"), place("Kiev")
    assert qingdao is not None
    assert (qingdao.country, round(qingdao.lat), round(qingdao.lon)) == ("CHN", 36, 120)
    assert crimea is not None
    assert crimea.precision is PlacePrecision.REGION
    assert kiev is not None
    assert (kiev.name, kiev.precision) == ("Kyiv", PlacePrecision.CITY)


def test_place_of_a_country() -> None:
    assert place("Jerusalem", country="FRA") is None
    brussels = place("Brussels")
    assert brussels is not None
    assert brussels.country == "BEL"
    france = place("France")
    assert france is not None
    assert france.precision is PlacePrecision.COUNTRY


@pytest.mark.parametrize(
    ("written", "name", "country_code"),
    [
        ("(AP)", "Associated Press", "USA"),
        ("--IANS", "Indo-Asian News Service", "IND"),
        ("BELTA", "BelTA", "BLR"),
        ("Agence France-Presse", "Agence France-Presse", "FRA"),
        ("RIA", "RIA Novosti", "RUS"),
        ("First Post", "Firstpost", "IND"),
    ],
)
def test_agency(written: str, name: str, country_code: str) -> None:
    found = agency(written)
    assert found is not None
    assert (found.name, found.country) == (name, country_code)


def test_unknown_agency() -> None:
    assert agency("The Invented Gazette") is None


def test_organisations() -> None:
    unrwa, hamas = organisation("UNRWA"), organisation("HAMAS")
    assert unrwa is not None
    assert (unrwa.parent, unrwa.sector) == ("UN", Sector.IGO)
    assert hamas is not None
    assert (hamas.base, hamas.sector) == ("PSE", Sector.REB)
    assert organisation("NOBODY") is None


def test_every_country_is_whole() -> None:
    assert len(countries()) > 200
    for iso3, one in countries().items():
        assert re.fullmatch("[A-Z]{3}", iso3)
        assert country(iso3) is one
        assert -90 <= one.lat <= 90
        assert -180 <= one.lon <= 180
    assert {"XKX", "PSE", "TWN", "HKG"} <= countries().keys()


@pytest.mark.parametrize(
    "table", ["bodies", "agencies", "places", "groups", "people", "contexts", "offices"]
)
def test_codes_are_known(table: str) -> None:
    column = "base" if table == "groups" else "country"
    codes = {row[column] for row in rows(table)} - {""}
    assert {code for code in codes if country(code) is None and organisation(code) is None} == set()


def test_places_are_on_the_globe_and_once() -> None:
    seen = [(row["name"], row["country"]) for row in rows("places")]
    assert len(seen) == len(set(seen)) > 900
    assert all(
        abs(float(row["lat"])) <= 90 and abs(float(row["lon"])) <= 180 for row in rows("places")
    )


def test_tenures_run_forward() -> None:
    for one in people():
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", one.since), one.name
        assert one.until is None or one.since < one.until, one.name
        assert offices().lookup(one.office) is not None, one.office


def test_towns_of_the_world_are_known_and_told_apart() -> None:
    assert town("Nijmegen", near=()) == place("Nijmegen", country="NLD")
    assert [town(name, near=()) for name in ("Birmingham", "Nowhere Town", "")] == [None] * 3
    near = town("Birmingham", near={"GBR"})
    assert (near.country, near.name) == ("GBR", "Birmingham") if near else False
    plain, accented = town("Belem", near=()), town("Belém", near=())
    assert plain == accented is not None
    assert town("Ijevan", near={"ARM"}) is not None
    assert town("Ijevan", near=()) is None  # small, and no state named with it


def test_towns_are_on_the_globe() -> None:
    codes = countries().keys()
    for row in rows("towns"):
        assert row["country"] in codes, row
        assert abs(float(row["lat"])) <= 90, row
        assert abs(float(row["lon"])) <= 180, row
        assert int(row["people"]) >= 1000, row


@pytest.mark.parametrize(
    ("phrase", "within", "outside"),
    [
        ("The Gulf state", "QAT", "TUR"),
        ("the east African country", "KEN", "GHA"),
        ("the south-east Asian kingdom", "THA", "LAO"),
        ("The self-ruled island", "TWN", "CUB"),
    ],
)
def test_country_by_what_it_is(phrase: str, within: str, outside: str) -> None:
    assert within in described_as(phrase)
    assert outside not in described_as(phrase)


def test_words_that_describe_no_country() -> None:
    assert described_as("the oil-rich country") == frozenset()


def test_regions_hold_known_countries() -> None:
    assert frozenset.union(*regions().values()) <= countries().keys()


@pytest.mark.parametrize(
    ("words", "among"),
    [
        ("the powers that be", True),
        ("it will be so", False),
        ("two ministers left", True),
        ("a minister of the royal navy", True),
        ("the navy of defence", True),
        ("a patrol in a plane", True),
        ("a plane", False),
    ],
)
def test_words_hold_an_office_or_body(words: str, among: bool) -> None:
    assert offices().is_among(frozenset(words.split())) is among
