from regesta.link import link

WIRE = (
    "GENEVA (Reuters) - Envoys of Armenia and Azerbaijan agreed on Monday to clear mines from the "
    "road between Yeraskh and Sadarak before winter, the mediators said after ten hours of talks.\n"
    "Sappers of both armies start at either end and meet at the river, where a joint post keeps "
    "the maps; farmers on both banks may return to their vineyards in spring.\n"
)
NEWS = f"""\
@ wire | 2025-06-02T10:00 | Reuters | Envoys agree to clear mines
{WIRE}@ early | 2025-06-02T08:00 | Coast Courier | Mines on the Sadarak road to go
{WIRE}@ late | 2025-06-03T08:00 | Plains Daily | Clearing of mines agreed
{WIRE}"""


def test_the_agencys_own_page_is_the_origin_even_when_a_reprint_bears_an_earlier_hour(case):
    pages = case(NEWS)
    found = {pages.names[c.article]: c for c in link(pages.readings).copies}
    assert {name: pages.names[c.origin] for name, c in found.items()} == {
        "early": "wire",
        "late": "wire",
    }
    assert found["late"].reason == (
        "“Clearing of mines agreed” (Plains Daily) has nearly all its words from it; 100% of its "
        "passages stand there; origin is “Envoys agree to clear mines” (Reuters), which is an "
        "agency's own page."
    )


def test_between_equals_the_earlier_is_the_origin(case):
    pages = case(NEWS.replace("GENEVA (Reuters) - ", "").replace("| Reuters |", "| Lake Post |"))
    copies = link(pages.readings).copies
    assert {pages.names[copy.origin] for copy in copies} == {"early"}
    assert all("published earlier (2025-06-02T08:00)" in copy.reason for copy in copies)


def test_a_page_that_comes_twice_is_no_copy_of_itself(case):
    pages = case(NEWS.split("@ early")[0])
    links = link([*pages.readings, *pages.readings])
    assert links.copies == ()
    assert [len(story.articles) for story in links.stories] == [1]


def test_articles_without_a_body_are_copies_of_nothing(case):
    pages = case("@ a | 2025-06-02 | Post | Flash\n@ b | 2025-06-02 | Star | Flash\n")
    assert link(pages.readings).copies == ()


def test_a_source_that_is_not_among_the_pages_makes_no_copy(case):
    pages = case(NEWS + "@ echo | 2025-06-04 | Hub | Big news | Source: Talks in Baku fail\nNo.\n")
    assert "echo" not in {pages.names[copy.article] for copy in link(pages.readings).copies}


def test_updates_with_new_leads_are_not_taken_for_template_text(case):
    versions = [
        f"@ v{hour} | 2025-06-02T{hour} | Lake Post | Envoys agree to clear mines, {word}\n"
        f"This is what changed in the {word} version of the text since the one before it.\n{WIRE}"
        for hour, word in (("10", "first"), ("11", "second"), ("12", "third"), ("13", "fourth"))
    ]
    pages = case("".join(versions))
    copies = link(pages.readings).copies
    assert {pages.names[copy.article] for copy in copies} == {"v11", "v12", "v13"}
    assert {pages.names[copy.origin] for copy in copies} == {"v10"}


BOILERPLATE = (
    "Reproduction of this text in whole or in part without written leave of the publisher and its "
    "partners in the syndicate is not allowed in any form."
)
HOUSES = {
    "Harbour Times | Ferry fares rise": (
        "Crossing the strait costs more from July: foot passengers pay four crowns extra "
        "and lorries sixty, the ferry board decided in Gedser after diesel rose for the "
        "third month."
    ),
    "Lake Post | Choir wins in Riga": (
        "Sixty singers of the Saint Olaf school came home from Latvia with a silver medal "
        "and a broken bus. The jury in Riga praised their Palestrina."
    ),
    "Plains Daily | Wolf seen near school": (
        "Rangers set up cameras on Tormod ridge after a pupil filmed a lone grey wolf "
        "behind the gymnasium. Sheep farmers want permission to shoot."
    ),
    "Northern Star | Cheese prize for monks": (
        "Brother Anselm took the golden rind of Gouda to his cloister. The monks of Sint "
        "Odo salt their wheels by hand and play them Bach."
    ),
    "Valley Voice | Volcano wakes up": (
        "Ash fell on the vineyards below Etna before dawn and closed the airport of "
        "Catania until the afternoon, pilots were told."
    ),
}


def test_one_boilerplate_in_many_houses_is_no_copy(case):
    articles = [
        f"@ a{number} | 2025-06-1{number} | {head}\n{body}\n{BOILERPLATE}\n"
        for number, (head, body) in enumerate(HOUSES.items())
    ]
    assert link(case("".join(articles)).readings).copies == ()
    few = link(case("".join(articles[:3])).readings).copies
    assert {copy.kind for copy in few} <= {"passages", "sentences"}
