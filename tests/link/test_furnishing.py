from dataclasses import replace

from regesta.knowledge.load import rows
from regesta.link import link
from regesta.model import Relation

PACT = """\
@ a | 2025-03-04T08:00 | Coast Courier | Norway and Sweden sign pact on ore railway
Ministers Berg of Norway and Lind of Sweden signed a pact on the ore railway in Oslo.
! SUPPORT actual NOR:Berg,SWE:Lind > on 2025-03-04 at Oslo/NOR
The envoy of Sweden praised the treaty and the summit that led to it.
! SUPPORT actual SWE > NOR
The railway had been the wish of both for years and years.
@ b | 2025-03-04T09:00 | Lake Post | Berg and Lind sign ore railway pact
Berg and Lind put their names under a pact on the ore railway, diplomats at the summit said.
! SUPPORT actual NOR:Berg,SWE:Lind > on 2025-03-04 at Oslo/NOR
"""
LATER = """\
@ c | 2025-05-20 | Valley Voice | Snow shuts Swedish schools on the Norwegian border
Norway lent Sweden forty ploughs on Tuesday after late snow had shut schools in Jokkmokk.
! AID actual NOR > SWE on 2025-05-20
"""
OTHER = """\
@ d | 2025-05-20 | Valley Voice | Kenya lifts ban on sugar
Kenya lifted its ban on Ugandan sugar after two trade ministers met in Busia and counted lorries.
! CONCEDE actual KEN > UGA
"""


def stories(case, text):
    pages = case(text)
    links = link(pages.readings)
    return pages, links, {pages.names[story.seed]: story for story in links.stories}


def test_key_points_are_sentences_that_carry_the_happenings(case):
    pages, links, found = stories(case, PACT)
    points = found["a"].key_points
    text = {reading.page: reading.text for reading in pages.readings}
    assert [point.span.words(text[point.span.page]) for point in points] == [
        "Ministers Berg of Norway and Lind of Sweden signed a pact on the ore railway in Oslo.",
        "The envoy of Sweden praised the treaty and the summit that led to it.",
    ]
    assert {id for point in points for id in point.happenings} == {h.id for h in links.happenings}


def test_there_are_at_most_five_key_points(case):
    told = "".join(
        f"Norway gave Sweden {what} for the ore railway.\n! AID actual NOR > SWE\n"
        for what in ("rails", "bolts", "cranes", "lamps", "masts", "signals", "ploughs")
    )
    _, links, found = stories(case, f"@ a | 2025-03-04 | Post | Gifts\n{told}")
    assert len(links.happenings) == 7
    assert len(found["a"].key_points) == 5


HERDERS = """@ a | 2025-03-04T08:00 | Post | Norway frees herders of Kiruna
Norway freed the herders of Kiruna on Tuesday.
! RETREAT actual NOR > SWE on 2025-03-04
Years ago Denmark bought cod from Iceland.
! COOPERATE actual DNK > ISL
@ b | 2025-03-04T09:00 | Courier | Herders of Kiruna freed by Norway
Norway freed the herders of Kiruna on Tuesday, and nobody was hurt.
! RETREAT actual NOR > SWE on 2025-03-04
He thanked Norway for the herders of Kiruna.
! SUPPORT actual SWE > NOR
@ c | 2025-03-04T10:00 | Mirror | Joy at herders freed in Norway
Norway freed herders of Kiruna on Tuesday after a night in jail.
! RETREAT actual NOR > SWE on 2025-03-04
Sweden thanked Norway for the herders and their reindeer.
! SUPPORT actual SWE > NOR
"""


def test_key_points_keep_to_the_matter_of_the_titles_and_say_nothing_twice(case):
    pages, _, found = stories(case, HERDERS)
    text = {reading.page: reading.text for reading in pages.readings}
    assert [point.span.words(text[point.span.page]) for point in found["a"].key_points] == [
        "Norway freed the herders of Kiruna on Tuesday.",
        "Sweden thanked Norway for the herders and their reindeer.",
    ]


def test_a_later_story_of_the_same_two_is_a_follow_up(case):
    _, _, found = stories(case, PACT + LATER + OTHER)
    (later,) = found["a"].related
    assert (later.story, later.relation) == (found["c"].id, Relation.AFTER)
    assert later.reason.startswith("same dyad NOR and SWE")
    (earlier,) = found["c"].related
    assert (earlier.story, earlier.relation) == (found["a"].id, Relation.BEFORE)
    assert found["d"].related == ()


IN_PASSING = """@ e | 2025-03-05 | Harbour Times | Chad and Sudan shell each other near Adre
Chad shelled a Sudanese camp near Adre.
! ASSAULT actual TCD > SDN
Sudan shelled the market of Adre.
! ASSAULT actual SDN > TCD
Sudan blamed Chad for the dead.
! ACCUSE actual SDN > TCD
Chad blamed Sudan for the dead.
! ACCUSE actual TCD > SDN
Chad asked Sudan to stop.
! REQUEST actual TCD > SDN
An envoy of Norway met one of Sweden.
! CONSULT actual NOR,SWE >
"""


def test_two_who_are_named_in_passing_relate_no_story(case):
    _, _, found = stories(case, PACT + IN_PASSING)
    assert found["a"].related == found["e"].related == ()


def test_topics_come_from_the_words_and_hashtags_from_the_pages(case):
    pages = case(PACT)
    tagged = [
        replace(r, articles=tuple(replace(a, hashtags=tags) for a in r.articles))
        for r, tags in zip(
            pages.readings, [("#OreRailway",), ("#Narvik", "#orerailway")], strict=True
        )
    ]
    (story,) = link(tagged).stories
    assert story.hashtags == ("#OreRailway", "#Narvik")
    assert [topic.name for topic in story.topics] == ["international relations"]
    assert story.topics[0].code == "medtop:20000638"
    assert set(story.topics[0].words) <= {"summit", "treaty", "envoy", "diplomat"}


def test_topics_have_one_name_each_and_codes_of_one_form():
    table = rows("topics")
    assert 55 <= len({row["name"] for row in table}) == len(table)
    codes = [row["code"] for row in table if row["code"]]
    assert len(set(codes)) == len(codes)
    assert all(code.removeprefix("medtop:").isdigit() and len(code) == 15 for code in codes)


def test_repetition_and_sentences_without_a_fact_are_counted(case):
    pages = case(
        "@ a | 2025-03-04 | Hub | Railway\n"
        "Norway and Sweden signed a pact on the ore railway in Oslo.\n"
        "! SUPPORT actual NOR,SWE >\n"
        "On the ore railway, Norway and Sweden in Oslo signed a pact.\n"
        "Such an achievement opens whole new chapters of boundless possibility for everybody.\n"
        "Dock workers in Narvik got 40 crowns more.\n"
        "They smiled.\n"
    )
    (padding,) = link(pages.readings).padding
    assert (padding.sentences, padding.repeated, padding.bare) == (5, 1, 1)
    assert padding.share == 0.4
