"""The score of phrases that name an actor."""

import pytest
from evaluate.actors import answers, read_phrase, score


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("the Norwegian defence ministry", "NOR", "GOV"),
        ("three Danish frigates", "DNK", "MIL"),
        ("Bordeaux high court", "FRA", "JUD"),
        ("Peruvian fishers", "PER", "CVL"),
        ("the Rwanda Defence Force", "RWA", "MIL"),
        ("the Sinaloa Cartel", "SINALOA", "REB"),
        ("the Red Cross", "ICRC", "IGO"),
        ("the Jogorku Kenesh", "KGZ", "LEG"),
    ],
)
def test_a_phrase_is_read_as_a_party(phrase: str, country: str, sector: str) -> None:
    party = read_phrase(phrase)
    assert party is not None
    assert (party.country, party.sector.value) == (country, sector)


def test_nobody_is_known_from_a_name_that_no_page_explains() -> None:
    assert read_phrase("Ottoline Quibbleworth") is None


def test_unknown_is_not_right_and_not_wrong() -> None:
    rows = [
        {"text": "the Kenyan army", "country": "KEN", "sector": "MIL"},
        {"text": "the Kenyan army", "country": "UGA", "sector": "GOV"},
        {"text": "Ottoline Quibbleworth", "country": "GBR", "sector": "ELI"},
        {"text": "the World Bank", "country": "IGO", "sector": ""},
    ]
    assert score(rows) == {
        "actors.country": 0.5,
        "actors.country.wrong": 0.25,
        "actors.sector": 0.5,
    }
    assert [one.sector_is_right for one in answers(rows)] == [True, False, None, None]
