"""Who was spoken of: what "he", "it" and "the two leaders" are read against."""

from regesta.model import Party, Sector, Span
from regesta.read.actors.discourse import REACH, Discourse, Seen


def _party(country: str, *, person: str | None = None, office: str | None = None) -> Party:
    return Party(
        span=Span(page="p", start=0, end=1),
        text=person or country,
        name=person or country,
        country=country,
        sector=Sector.IGO if country == "NATO" else Sector.GOV,
        person=person,
        office=office,
        rule="t",
    )


def _seen(sentence: int, party: Party, *, leading: bool = False) -> Seen:
    return Seen(sentence=sentence, party=party, leading=leading)


NORWAY, CHILE, PERU, NATO = _party("NOR"), _party("CHL"), _party("PER"), _party("NATO")
LUND = _party("NOR", person="Ada Lund", office="foreign minister")
ROJAS = _party("CHL", person="Alba Rojas", office="president")
SOTO = _party("PER", person="Ines Soto", office="foreign minister")


def test_nobody_is_meant_before_anybody_was_named():
    nothing = Discourse()
    assert nothing.person(sentence=0) is None
    assert nothing.state(sentence=0) is None
    assert nothing.organisation(sentence=0) is None
    assert nothing.pair(sentence=0, persons=False) == ()


def test_he_is_the_person_who_led_the_last_sentence():
    told = Discourse().after((_seen(0, LUND, leading=True), _seen(0, ROJAS)))
    assert told.person(sentence=1) == LUND


def test_two_persons_and_none_leading_are_no_answer():
    told = Discourse().after((_seen(0, LUND), _seen(0, ROJAS)))
    assert told.person(sentence=1) is None


def test_an_office_picks_its_holder():
    told = Discourse().after((_seen(0, LUND), _seen(0, ROJAS)))
    assert told.person(sentence=1, office="president") == ROJAS


def test_an_office_held_in_two_countries_is_no_answer():
    told = Discourse().after((_seen(0, LUND), _seen(0, SOTO)))
    assert told.person(sentence=1, office="foreign minister") is None


def test_what_was_said_long_ago_is_out_of_reach():
    told = Discourse().after((_seen(0, LUND, leading=True), _seen(0, NORWAY)))
    assert told.person(sentence=REACH) == LUND
    assert told.person(sentence=REACH + 1) is None
    assert told.state(sentence=REACH + 1) is None


def test_it_is_the_state_that_led_the_last_sentence_with_states():
    told = Discourse().after((_seen(0, NORWAY, leading=True), _seen(0, CHILE)))
    assert told.state(sentence=1) == NORWAY


def test_two_states_side_by_side_are_no_answer():
    assert Discourse().after((_seen(0, NORWAY), _seen(0, CHILE))).state(sentence=1) is None


def test_the_bloc_is_the_last_organisation():
    told = Discourse().after((_seen(0, NATO), _seen(1, NORWAY)))
    assert told.organisation(sentence=2) == NATO


def test_the_two_countries_are_the_two_that_were_named():
    told = Discourse().after((_seen(0, NORWAY), _seen(1, CHILE)))
    assert {p.country for p in told.pair(sentence=2, persons=False)} == {"NOR", "CHL"}


def test_an_organisation_is_none_of_the_two_countries():
    told = Discourse().after((_seen(0, NORWAY), _seen(0, NATO), _seen(1, CHILE)))
    assert {p.country for p in told.pair(sentence=2, persons=False)} == {"NOR", "CHL"}


def test_three_countries_and_no_deed_of_two_are_no_answer():
    told = Discourse().after((_seen(0, NORWAY), _seen(0, CHILE), _seen(0, PERU)))
    assert told.pair(sentence=1, persons=False) == ()


def test_of_three_countries_the_two_that_acted_together_are_meant():
    told = Discourse().after((_seen(0, NORWAY), _seen(0, CHILE), _seen(0, PERU)))
    joined = told.joined(NORWAY, PERU, sentence=0)
    assert {p.country for p in joined.pair(sentence=1, persons=False)} == {"NOR", "PER"}


def test_the_two_leaders_are_persons():
    told = Discourse().after((_seen(0, NORWAY), _seen(0, PERU), _seen(1, LUND), _seen(1, ROJAS)))
    found = told.pair(sentence=2, persons=True)
    assert {p.person for p in found} == {"Ada Lund", "Alba Rojas"}


def test_countries_of_the_last_sentences():
    told = Discourse().after((_seen(0, NORWAY), _seen(2, CHILE)))
    assert told.countries(sentence=3, reach=1) == {"CHL"}
    assert told.countries(sentence=3, reach=3) == {"NOR", "CHL"}


def test_adding_mentions_leaves_the_earlier_discourse_as_it_was():
    before = Discourse()
    before.after((_seen(0, LUND),))
    assert before.seen == ()
