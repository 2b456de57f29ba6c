"""A page as a whole: what is read from it, and what is left out."""

from regesta.model import Page
from regesta.read import read_page


def read(text: str) -> object:
    return read_page(
        Page(name="page.txt", body=text.encode(), media_type="text/plain"), made_by="test"
    )


def test_a_deed_is_not_read_across_a_place_where_words_were_lost():
    whole = "Norwegian President Ada Berg met Peruvian President Luis Rojas in Lima on Monday. "
    torn = (
        "Norwegian President Ada Berg accused Peru of theft and will open on August tickets "
        "cost more. "
    )
    filler = "The harbour stayed open all day and the crews went on with their usual work. " * 4
    reading = read(f"Leaders meet in Lima\n\n{whole}{filler}\n\n{torn}{filler}\n")
    joints = [t.span for t in reading.troubles if t.code in ("damaged-joint", "lost-letters")]
    assert joints
    told = [span for event in reading.events for span in event.evidence]
    assert [event.type for event in reading.events][:1] == ["CONSULT"]
    assert not any(j.start < s.end and s.start < j.end for j in joints if j for s in told)


def test_sport_tells_no_deeds_but_its_quotations_are_kept():
    reading = read(
        "Chile beat Norway in the semi-final\n\nChile attacked Norway from the first whistle of "
        'the semi-final and met Peru in the final of the tournament. "We fought for every goal of '
        'the match," said coach Ana Soto after the championship.\n'
    )
    assert reading.events == ()
    assert [q.speaker.text for q in reading.quotes if q.speaker] != []


def test_slots_keep_the_words_of_the_page_whatever_the_parser_was_shown():
    text = (
        "Aid for Norway\n\nPeru’s foreign minister (pictured) met Norway’s chargé d’affaires in "
        "Lima on Monday. Peru gave Norway $2 billion. “We thank them,” Peru’s foreign minister "
        "said.\n"
    )
    reading = read(text)
    slots = [
        slot
        for event in reading.events
        for slot in (*event.actors, *event.recipients, *event.said_by, *event.quantities)
    ]
    slots += [quote.speaker for quote in reading.quotes if quote.speaker]
    words = [slot.text for slot in slots]
    assert words == [slot.span.words(text) for slot in slots]
    assert any("’" in said for said in words)
    assert "$2 billion" in words
