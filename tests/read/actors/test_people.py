"""Whom a name means: the page's own word first, then the dated seed list."""

from regesta.knowledge import names
from regesta.model import Sector
from regesta.read.actors.introductions import people_in
from regesta.read.actors.people import People, Person


def _person(name: str, *, office: str, country: str, former: bool = False) -> Person:
    return Person(
        name=name, office=office, country=country, sector=Sector.GOV, rule="t", former=former
    )


def _explained(text: str) -> People:
    return people_in(text, hits=names().find(text), offsets=tuple(range(len(text))))


LUND = _person("Ada Lund", office="foreign minister", country="NOR")
ROJAS = _person("Alba Rojas", office="president", country="CHL")


def test_a_surname_means_the_person_whom_the_page_explains():
    assert People(known=(LUND, ROJAS)).find("Lund", on=None) == LUND


def test_a_surname_that_two_persons_share_means_nobody():
    other = _person("Nils Lund", office="president", country="FRO")
    assert People(known=(LUND, other)).find("Lund", on=None) is None


def test_a_whole_name_means_its_bearer_even_where_the_surname_is_shared():
    other = _person("Nils Lund", office="president", country="FRO")
    assert People(known=(LUND, other)).find("Nils Lund", on=None) == other


def test_an_unknown_name_means_nobody():
    assert People().find("Quibbleworth", on="2025-06-26") is None
    assert People().find("Ada Quibbleworth", on="2025-06-26") is None


def test_a_name_that_the_page_does_not_explain_is_looked_up_by_the_articles_day():
    in_office = People().find("Shinzo Abe", on="2018-04-18")
    assert in_office is not None
    assert (in_office.country, in_office.office) == ("JPN", "prime minister")


def test_the_pages_own_word_goes_before_the_list():
    other = _person("Shinzo Abe", office="ambassador", country="PLW")
    assert People(known=(other,)).find("Abe", on="2018-04-18") == other


def test_the_holder_of_an_office_is_the_one_person_named_with_it():
    known = People(known=(LUND, ROJAS))
    assert known.holder("president", "CHL") == ROJAS
    assert known.holder("president", "NOR") is None


def test_who_held_an_office_formerly_does_not_hold_it():
    gone = _person("Nils Berg", office="president", country="CHL", former=True)
    assert People(known=(gone, ROJAS)).holder("president", "CHL") == ROJAS
    assert People(known=(gone,)).holder("president", "CHL") is None


def test_two_holders_of_one_office_are_no_answer():
    second = _person("Ines Soto", office="president", country="CHL")
    assert People(known=(ROJAS, second)).holder("president", "CHL") is None


def test_the_words_that_explain_a_person_are_cited():
    text = "On Monday Norwegian Foreign Minister Ada Lund spoke."
    [found] = _explained(text).known
    assert text[found.start : found.end] == "Norwegian Foreign Minister Ada Lund"


def test_offsets_are_those_of_the_page():
    text = "Norwegian Foreign Minister Ada Lund spoke."
    at = tuple(range(100, 100 + len(text)))
    [found] = people_in(text, hits=names().find(text), offsets=at).known
    assert (found.start, found.end) == (100, 135)


def test_a_text_without_offices_explains_nobody():
    assert _explained("The weather in Norway was mild, Ada Lund thought.").known == ()


def test_a_run_of_hyphens_hides_nobody():
    text = "-" * 300_000 + " Norwegian Foreign Minister Ada Lund" + "-" * 300_000
    assert [(p.name, p.country) for p in _explained(text).known] == [("Ada Lund", "NOR")]
