from dataclasses import replace

from regesta.link import link
from regesta.model import Links, Role

NEWS = """\
@ a | 2025-08-09T08:00 | Morning Globe | Kenya lifts ban on sugar imports from Uganda
Kenya lifted its ban on Ugandan sugar after two trade ministers met in Busia and counted lorries.
@ b | 2025-08-10 | Lake Post | Ugandan sugar may enter Kenya again
Lorries with Ugandan sugar rolled through Busia after Kenya lifted its ban on imports.
"""


def test_a_story_has_the_title_days_and_id_of_its_first_article(case):
    pages = case(NEWS)
    (story,) = link(pages.readings).stories
    assert pages.names[story.seed] == "a"
    assert story.title == "Kenya lifts ban on sugar imports from Uganda"
    assert (story.first, story.last) == ("2025-08-09", "2025-08-10")
    assert story.reason.startswith("2 articles of 2 outlets share the words ")
    assert "sugar" in story.reason


def test_later_pages_keep_the_ids(case):
    early, late = case(NEWS.split("@ b")[0]), case(NEWS)
    assert link(early.readings).stories[0].id == link(late.readings).stories[0].id


def test_headlines_without_a_body_are_left_out(case):
    (reading,) = case(NEWS.split("@ b")[0]).readings
    teaser = replace(reading.articles[0], role=Role.TEASER)
    assert link([replace(reading, articles=(teaser,))]) == Links()


def test_nothing_read_nothing_linked():
    assert link([]) == Links()
