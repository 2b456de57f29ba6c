"""What a site's pages repeat, and what that says of a line."""

from collections.abc import Sequence

import pytest

from regesta.model import Article, Label, Page, PageLines, Role
from regesta.read import read_page
from regesta.read.articles import cut
from regesta.read.pagetext import page_text
from regesta.text.sites import LEAST_PAGES, Learned, learn, line_hash, lines_of, site_of

PLACES = ("Arbon", "Bregen", "Corvo", "Delmar", "Elling", "Farum", "Gotha", "Horn", "Imst")


def story(place: str) -> str:
    """A short report about one place, like no other."""
    return (
        f"{place} opens its new harbour after six years\n"
        f"The harbour of {place} was opened on Monday by its mayor before a crowd of dockers.\n"
        f"Ships of every size can call at {place} now, its {place}-born engineer told the crowd.\n"
        f"Fishermen from {place} had waited for the second pier since their old one burned.\n"
        f"The first ferry left {place} at noon with goats, bicycles and a brass band on board.\n"
    )


def page(text: str, *, number: int = 0, host: str = "www.dockpost.example") -> Page:
    url = f"https://{host}/news/{number}"
    return Page(name=f"{number}.txt", body=text.encode(), media_type="text/plain", url=url)


def known(pages: Sequence[Page]) -> Learned:
    lines = [lines_of(one, site=site_of(one) or "") for one in pages]
    return learn(sorted(lines, key=lambda one: one.page))


def counted(learned: Learned, line: str) -> int:
    return learned.lines.get(line_hash(line), 0)


def articles(pages: Sequence[Page], *, number: int) -> tuple[Article, ...]:
    """The articles of one page, read with what the others repeat."""
    site = known(pages).of(lines_of(pages[number], site=""))
    return cut(page_text(pages[number], site=site)).articles


def labels(found: Sequence[Article], text: str) -> dict[str, Label]:
    return {piece.span.words(text): piece.label for article in found for piece in article.pieces}


@pytest.mark.parametrize(
    ("url", "media_type", "site"),
    [
        ("https://www.Dockpost.example:8080/a?b=c", "text/plain", "dockpost.example"),
        ("http://news.dockpost.example/", "text/plain", "news.dockpost.example"),
        ("https://dockpost.example/", "text/html; charset=utf-8", None),
        (None, "text/plain", None),
        ("dock.txt", "text/plain", None),
        ("http://[dock", "text/plain", None),
        ("urn:dock:1", "text/plain", None),
        (f"http://{'dock' * 64}/", "text/plain", None),
        ("http://www./", "text/plain", None),
    ],
)
def test_the_site_of_a_page(url: str | None, media_type: str, site: str | None) -> None:
    assert site_of(Page(name="a", body=b"x", media_type=media_type, url=url)) == site


def test_a_line_on_a_third_of_three_pages_or_more_counts() -> None:
    pages = [
        page(story(place) + "Pass it on\n" * (number < 3) + "Dock Street 4\n", number=number)
        for number, place in enumerate(PLACES)
    ]
    found = known(pages)
    assert found.pages == 9
    assert counted(found, "Pass it on") == 3
    assert counted(found, "Dock  Street 4") == 9
    assert counted(known(pages[1:]), "Pass it on") == 0
    assert known(pages[: LEAST_PAGES - 1]).lines == {}


def test_a_line_like_a_headline_has_to_stand_on_more_pages() -> None:
    """Lists of headlines turn: what stands in them now and then is not the site's."""
    line = "Ferry strike leaves island without bread again\n"
    for times, counts in ((5, 0), (6, 6)):
        pages = [
            page(story(place) + line * (number < times), number=number)
            for number, place in enumerate(PLACES)
        ]
        assert counted(known(pages), line) == counts


def test_a_story_that_is_printed_again_counts_once() -> None:
    """Fetched twice, updated, under another address: its lines are not the site's."""
    again = story("Arbon")
    update = again + "The mayor of Arbon cut his finger with the ribbon, a doctor said later.\n"
    copies = [page(again), page(f"Seen\n{again}"), page(again, number=1), page(update, number=2)]
    found = known([*copies, page(story("Corvo"), number=3), page(story("Delmar"), number=4)])
    assert found.pages == 3
    assert found.lines == {}


def test_an_address_that_was_rewritten_counts_once() -> None:
    pages = [page(story(place) + "Pass it on\n") for place in PLACES[:3]]
    assert known(pages).pages == 1


def test_what_is_learned_depends_on_the_pages_alone() -> None:
    pages = [page(story(place) + "Pass it on\n", number=n) for n, place in enumerate(PLACES)]
    assert known(pages[::-1]) == known(pages)
    mark = known(pages).of(lines_of(pages[0], site="")).mark
    assert mark == known(pages).of(lines_of(pages[1], site="")).mark != ""
    assert known(pages[:2]).of(lines_of(pages[0], site="")).mark == ""


def test_long_pages_are_held_against_each_other_by_a_part_of_their_passages() -> None:
    lines = [
        f"Boat number {number} came home with {number} baskets of herring." for number in range(300)
    ]
    found = known(
        [page("\n".join(lines)), page("\n".join(lines[:250]), number=1)]
        + [page(story(place), number=n) for n, place in enumerate(PLACES[:2], 2)]
    )
    assert found.pages == 3


def test_a_page_with_nothing_to_tell_it_by_is_left_out() -> None:
    menus = [page(f"Home\nDocks\nPage {number}\n", number=number) for number in range(9)]
    assert known(menus).pages == 0


def test_lines_of_many_hashes_are_bounded() -> None:
    many = page("\n".join(f"line {number}" for number in range(9000)))
    assert len(lines_of(many, site="x").lines) == 4000


def test_bytes_that_are_no_text_have_no_lines() -> None:
    nothing = Page(
        name="a", body=b"\x89PNG\x00\x01", media_type="text/plain", url="http://a.example/"
    )
    assert lines_of(nothing, site="a.example") == PageLines(
        page=nothing.id,
        site="a.example",
        address=line_hash("http://a.example/"),
        lines=(),
        passages=(),
    )


HEAD = "Word from the docks since the year of the flood\nTides of the week\n"
FOOT = (
    "Pass it on to a friend at sea\n"
    "The paper belongs to its four hundred members and to nobody else.\n"
    "How to find the house on the quay\n"
)


def site(count: int = 9, *, head: str = HEAD, foot: str = FOOT) -> list[Page]:
    return [
        page(head + story(place) + foot, number=number)
        for number, place in enumerate(PLACES[:count])
    ]


def test_what_the_template_says_is_in_no_article() -> None:
    pages = site()
    (found,) = articles(pages, number=0)
    assert found.title == "Arbon opens its new harbour after six years"
    assert set(labels([found], pages[0].body.decode()).values()) <= {
        Label.TITLE,
        Label.BODY,
        Label.FURNITURE,
    }
    text = pages[0].body.decode()
    assert "members" not in " ".join(span.words(text) for span in found.body)
    assert len(cut(page_text(pages[0])).articles) > 1


def test_each_line_names_the_rule() -> None:
    pages = site()
    lines = known(pages).of(lines_of(pages[0], site=""))
    reading = read_page(pages[0], made_by="test", site=lines)
    rules = {
        piece.span.words(reading.text): piece.rule
        for piece in (*reading.furniture, *(p for a in reading.articles for p in a.pieces))
    }
    assert rules["Word from the docks since the year of the flood"] == "site.repeated"
    assert rules["The paper belongs to its four hundred members and to nobody else."] == (
        "site.sentence"
    )


def test_few_pages_teach_nothing() -> None:
    pages = site(2)
    assert articles(pages, number=0) == cut(page_text(pages[0])).articles


@pytest.mark.parametrize(
    "line",
    [
        "Ships that fly the flag of Arbon pay no dues, under a law that the council passed.",
        "Dockers of Arbon have asked for that pier for thirty years, the union says.",
    ],
)
def test_a_sentence_of_the_text_stays_in_it(line: str) -> None:
    """Background that every report about one matter carries, inside the text or at its end."""
    ends = [story("Arbon").replace("Arbon", f"Arbon {place}") + f"{line}\n" for place in PLACES]
    pages = [page(HEAD + text + FOOT, number=number) for number, text in enumerate(ends)]
    (found, *_) = articles(pages, number=3)
    text = pages[3].body.decode()
    assert line in " ".join(span.words(text) for span in found.body)


def test_headlines_of_a_list_stay_teasers() -> None:
    """Three that every page shows, one of which stands over its own text on one of them."""
    ticker = "".join(f"{place} opens its new harbour after six years\n" for place in PLACES[:3])
    pages = site(head=f"Tides of the week\nNow\n{ticker}Courts\nMasts\nMoorings\n")
    first, other = articles(pages, number=0), articles(pages, number=5)
    assert [article.role for article in other] == [*[Role.TEASER] * 3, Role.MAIN]
    assert [article.title for article in first if article.body] == [
        "Arbon opens its new harbour after six years"
    ]


def test_times_and_names_are_not_the_templates() -> None:
    pages = site(head="Dock Post\n4 May 2024\n")
    (found,) = articles(pages, number=2)
    alone = cut(page_text(pages[2])).articles[0]
    assert (found.publisher, found.published) == (alone.publisher, alone.published)
    assert found.published is not None


def test_who_speaks_is_not_the_template() -> None:
    asked = [
        story(place)
        + f"Reporter:\nWhat will the people of {place} do with their second pier, mayor?\n"
        + f"Mayor:\nThey will fish from it, as all of {place} has done for three hundred years.\n"
        for place in PLACES
    ]
    pages = [page(HEAD + text + FOOT, number=number) for number, text in enumerate(asked)]
    found = articles(pages, number=0)[0]
    text = pages[0].body.decode()
    assert found.body[-1].words(text).startswith("They will fish from it")


def test_broken_lines_are_known_as_they_stand() -> None:
    """Prose that was broken at a width of its own, with a notice of the site in it."""

    def broken(place: str) -> str:
        words, lines = story(place).split("\n"), []
        for sentence in words:
            line = ""
            for word in sentence.split():
                if len(line) + len(word) > 60:
                    lines.append(line)
                    line = ""
                line = f"{line} {word}".strip()
            lines.append(line)
        return "\n".join(lines)

    pages = [page(HEAD + broken(p) + FOOT, number=n) for n, p in enumerate(PLACES)]
    found = articles(pages, number=0)
    text = pages[0].body.decode()
    assert all("Word from the docks" not in span.words(text) for a in found for span in a.body)


def test_a_notice_beside_the_sites_own_words_is_no_part_of_the_text() -> None:
    """In the middle of a text; without those words it might be the text's own."""
    notice = "Boots from the Slate Works carry a quarryman through thirty winters."

    def pages_with(words: str) -> list[Page]:
        texts = [story(place).splitlines(keepends=True) for place in PLACES]
        return [
            page("".join([HEAD, *text[:3], words, *text[3:], FOOT]), number=number)
            for number, text in enumerate(texts)
        ]

    for words, inside in ((f"From our friends\n{notice}\n", False), (f"{notice}\n", True)):
        pages = pages_with(words)
        (found,) = articles(pages, number=2)
        text = pages[2].body.decode()
        body = " ".join(span.words(text) for span in found.body)
        assert (notice in body) is inside
        assert "Fishermen from Corvo" in body


def test_a_sentence_with_a_date_in_it_is_no_time() -> None:
    bio = "Mona Lind lives in the valley and has told of its councils since 2009."
    pages = site(foot=f"{bio}\n{FOOT}")
    (found,) = articles(pages, number=1)
    text = pages[1].body.decode()
    assert bio not in " ".join(span.words(text) for span in found.body)


def bridge(place: str) -> str:
    return (
        f"Bridge over the river at {place} closes for the winter\n"
        f"Engineers have closed the old bridge at {place} because ice was eating its piers.\n"
        f"Lorries must drive forty miles round {place} until April, said the road office.\n"
        f"A baker in {place} now sends his bread across the river in a rowing boat.\n"
        f"The council of {place} will vote on a new bridge of steel when the ice is gone.\n"
    )


def school(place: str) -> str:
    return (
        f"Pupils of {place} teach their grandparents to read maps\n"
        f"Every Friday the school in {place} opens its doors to people over seventy.\n"
        f"Children of {place} show them how to find a street, a bus stop or a grave.\n"
        f"Nobody in {place} had expected that the course would be full within one hour.\n"
        f"Next year teachers from {place} want to add lessons on weather charts.\n"
    )


def several(number: int, *, under: str) -> str:
    """Three reports on one page, each with a line of its own under its headline."""
    told = []
    for place, tell in enumerate((story, bridge, school)):
        title, text = tell(f"{PLACES[(number + 3 * place) % 9]}").split("\n", 1)
        told.append(f"{title}\n{under.format((number + place) % 4 + 2)}\n{text}")
    return "".join(told)


@pytest.mark.parametrize(
    "under", ["Listen to this report · {} min", "Quay{}side", "Hand this on to those who sail"]
)
def test_lines_that_part_the_articles_of_a_page_go_on_doing_so(under: str) -> None:
    """Counters, names of publishers and share lines that every page of a site has."""
    pages = [page(HEAD + several(number, under=under) + FOOT, number=number) for number in range(9)]
    for number in range(9):
        found = articles(pages, number=number)
        assert [len(article.body) for article in found if article.body] == [4, 4, 4]
        assert [article.title for article in found] == [
            tell(PLACES[(number + 3 * place) % 9]).split("\n")[0]
            for place, tell in enumerate((story, bridge, school))
        ]


def test_a_publisher_that_nobody_knows_stays_one_beside_its_headline() -> None:
    names = ("Kaiwind", "Ebbe", "Priel", "Luv")
    dumps = []
    for number in range(9):
        told = []
        for place, tell in enumerate((story, bridge, school)):
            title, text = tell(PLACES[(number + 3 * place) % 9]).split("\n", 1)
            told.append(f"{title}\n{names[(number + place) % 4]}\n3 hours ago\n{text}")
        dumps.append(page(HEAD + "".join(told) + FOOT, number=number))
    known_names = {article.publisher for n in range(9) for article in articles(dumps, number=n)}
    assert known_names == set(names)


def test_rules_that_a_page_draws_between_its_articles_stay() -> None:
    dumps = []
    for number in range(9):
        told = (
            tell(PLACES[(number + 3 * n) % 9]) for n, tell in enumerate((story, bridge, school))
        )
        texts = [text.split("\n", 1)[1] for text in told]  # nothing but the rule parts them
        dumps.append(page(HEAD + "--------\n".join(texts) + FOOT, number=number))
    lines = known(dumps).of(lines_of(dumps[0], site=""))
    reading = cut(page_text(dumps[0], site=lines))
    text = dumps[0].body.decode()
    labelled = [*reading.furniture, *(p for a in reading.articles for p in a.pieces)]
    rules = [piece.rule for piece in labelled if piece.span.words(text) == "--------"]
    assert rules == ["rule-line", "rule-line"]
    bare = dumps[0].body.decode().removeprefix(HEAD).removesuffix(FOOT)
    alone = cut(page_text(page(bare))).articles
    assert [len(a.body) for a in reading.articles] == [len(a.body) for a in alone]
