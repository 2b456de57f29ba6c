"""One party under many names, in many places of a sentence and in the sentence after."""

import pytest
from tests.read.events.telling import read_text, told

from regesta.model import Sector

NAMES = (
    "Chile",
    "Chile's government",
    "the government of Chile",
    "the Chilean government",
    "Chile's foreign minister",
    "Chilean Foreign Minister Ivan Soto",
    "Chilean President Alba Rojas",
    "Chile's president, Alba Rojas,",
    "President Alba Rojas of Chile",
    "the Chilean leader",
    "Chilean officials",
    "senior Chilean officials",
    "Chile's army",
    "the Chilean army",
    "the Chilean foreign ministry",
    "Chile's foreign ministry",
    "Chilean diplomats",
    "the Chilean side",
    "the president of Chile",
    "the foreign minister of Chile",
    "Chile's ambassador",
    "the Chilean ambassador to Peru",
    "Chile's parliament",
    "the Chilean delegation",
    "a Chilean general",
    "the Chilean prime minister, Ivan Soto,",
    "the Chilean authorities",
    "Chile's new president",
    "Chilean leaders",
    "Chile's military",
)
PLACES = (
    ("{} accused Norway of spying.", "ACCUSE actual CHL > NOR"),
    ("{} rejected the Norwegian offer.", "REJECT actual CHL > NOR"),
    ("{} urged Norway to free the sailors.", "REQUEST actual CHL > NOR"),
    ("On Monday {} threatened Norway with sanctions.", "THREATEN actual CHL > NOR"),
    ("Norway was criticised by {}.", "ACCUSE actual CHL > NOR"),
    ("Norway accused {} of spying.", "ACCUSE actual NOR > CHL"),
    ("Norway urged {} to free the sailors.", "REQUEST actual NOR > CHL"),
    ("Norway held talks with {} in Lima.", "CONSULT actual CHL+NOR"),
    ("Norway threatened {} with sanctions.", "THREATEN actual NOR > CHL"),
    ("Norway praised {}.", "SUPPORT actual NOR > CHL"),
    ("{} was praised by Norway.", "SUPPORT actual NOR > CHL"),
)
MEETINGS = (
    "Chilean President Alba Rojas met Norwegian Foreign Minister Nils Berg in Lima.",
    "Chilean President Alba Rojas held talks with Norwegian Foreign Minister Nils Berg.",
    "Norwegian Foreign Minister Nils Berg visited Chilean President Alba Rojas.",
)
AFTERWARDS = (
    ("Rojas accused Peru of spying.", "ACCUSE actual CHL > PER"),
    ("Berg accused Peru of spying.", "ACCUSE actual NOR > PER"),
    ("The president accused Peru of spying.", "ACCUSE actual CHL > PER"),
    ("The foreign minister accused Peru of spying.", "ACCUSE actual NOR > PER"),
    ("The minister accused Peru of spying.", "ACCUSE actual NOR > PER"),
    ("The Chilean leader accused Peru of spying.", "ACCUSE actual CHL > PER"),
    ("President Rojas accused Peru of spying.", "ACCUSE actual CHL > PER"),
    ("The two countries agreed to build a bridge.", "AGREE actual CHL+NOR"),
    ("Both sides agreed to build a bridge.", "AGREE actual CHL+NOR"),
    ("They agreed to build a bridge.", "AGREE actual CHL+NOR"),
    ("They accused Peru of spying.", "ACCUSE actual CHL,NOR > PER"),
    ("The two governments condemned Peru.", "ACCUSE actual CHL,NOR > PER"),
    ('"We condemn Peru," Rojas said.', "ACCUSE actual CHL > PER"),
    ("Berg said his country condemned Peru.", "ACCUSE actual NOR > PER"),
    ("Peru criticised both countries.", "ACCUSE actual PER > CHL,NOR"),
    ("Peru invited Rojas.", "AGREE actual PER > CHL"),
    ("The two signed an accord.", "SUPPORT actual CHL+NOR"),
    ("Rojas and Berg signed an accord.", "SUPPORT actual CHL+NOR"),
    ("The two sides signed an accord.", "SUPPORT actual CHL+NOR"),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_party_is_known_under_its_name(name: str) -> None:
    for place, line in PLACES:
        text = place.format(name.rstrip(",") if place.endswith("{}.") else name)
        text = text[0].upper() + text[1:]
        assert told(read_text(text).events, text=text, expected=(line,)) == [line], text


@pytest.mark.parametrize("meeting", MEETINGS)
@pytest.mark.parametrize(("after", "line"), AFTERWARDS, ids=[a[0] for a in AFTERWARDS])
def test_a_party_is_known_in_the_next_sentence(meeting: str, after: str, line: str) -> None:
    text = f"{meeting} {after}"
    lines = ("CONSULT actual CHL+NOR", line)
    assert told(read_text(text).events, text=text, expected=lines) == sorted(lines)


POINTING = (
    ("Norway bombed rebel-held suburbs of Damascus.", "ASSAULT actual NOR > SYR"),
    ("Norway bombed opposition-controlled areas near Homs.", "ASSAULT actual NOR > SYR"),
    ("Norway bombed Houthi-held towns.", "ASSAULT actual NOR > HOUTHIS"),
    ("Chilean officials said they condemned Peru.", "ACCUSE actual CHL > PER"),
)
NOBODY = (
    "Norway bombed snow-covered areas.",
    "Guests said they condemned Peru.",
)


@pytest.mark.parametrize(("text", "line"), POINTING, ids=[text for text, _ in POINTING])
def test_words_that_only_point_to_a_party(text: str, line: str) -> None:
    assert told(read_text(text).events, text=text, expected=(line,)) == [line]


@pytest.mark.parametrize("text", NOBODY)
def test_words_that_point_to_nobody_known(text: str) -> None:
    assert told(read_text(text).events, text=text, expected=()) == []


def test_two_countries_are_no_troops_even_after_their_armies() -> None:
    """The armies fired, the states agreed."""
    text = (
        "The army of Thailand and the army of Cambodia exchanged fire near the border on Tuesday. "
        "The two countries agreed to a truce on Wednesday."
    )
    fired, agreed = read_text(text, published="2025-08-20").events
    assert {p.sector for p in fired.actors} == {Sector.MIL}
    assert {p.sector for p in agreed.actors} == {Sector.GOV}
