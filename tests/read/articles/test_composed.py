"""Dumps composed of articles written for these tests, in many layouts; and how well they are cut.

Article F1 is over word 4-grams, each article against its best one, each used once.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, product

import pytest

from regesta.model import Page
from regesta.read.articles import cut
from regesta.read.pagetext import page_text


@dataclass(frozen=True)
class Written:
    """An article with the header that a layout may or may not show."""

    title: str
    publisher: str
    time: str
    paragraphs: tuple[str, ...]


Layout = Callable[[Written], list[str]]

ARTICLES = (
    Written(
        "Albania and Montenegro agree on joint lake patrols",
        "Adriatic Courier",
        "3 hours ago",
        (
            "Albania and Montenegro will patrol Lake Shkodra together from the autumn, their "
            "interior ministers said in Podgorica on Tuesday after two days of talks.",
            "Police boats of both countries will carry mixed crews and may cross the water border "
            "without asking first, according to the text that the Albanian ministry published.",
            "Smugglers have used the reed belts of the lake for years. Montenegro counted forty "
            "boats last winter that turned back into Albanian waters when its police came near.",
            '"From now on the border will not hide anybody," the Montenegrin minister said.',
            "Fishermen on the Albanian shore feared new papers and fees. The ministers promised "
            "that a licence from either country would be valid on the whole lake of Shkodra.",
        ),
    ),
    Written(
        "Kenya raises tea levy as auctions in Mombasa stall",
        "Rift Valley Post",
        "5 hours ago",
        (
            "Kenya raised the levy on exported tea by a fifth on Monday while buyers stayed away "
            "from the weekly auction in Mombasa for the second time in a row.",
            "The agriculture ministry said the money would build warehouses for small growers, "
            "who lose a tenth of their harvest to damp before it reaches the coast.",
            "Brokers warned that the levy would drive traders to Rwanda and Malawi. A kilo of tea "
            "fetched less than two dollars in Mombasa, the lowest price since the drought.",
            "Growers in Kericho plan a march on the county offices, their cooperative announced, "
            "unless the warehouses open before the next rains.",
        ),
    ),
    Written(
        "Bulgarian court frees captain of stranded freighter",
        "Black Sea Journal",
        "7 hours ago",
        (
            "A court in Varna ordered the release of the captain of the freighter Selina, who was "
            "held for a month after his ship ran aground on a sandbank with a load of urea.",
            "Judges found that the pilot, not the captain, had chosen the course. The prosecution "
            "may appeal within a week, the court's spokeswoman told reporters in Varna.",
            "Divers have sealed two cracks in the hull. Tugs will try to pull the Selina free at "
            "the next high water, the port authority said, and the urea will be pumped out first.",
            "The crew of eleven sailors has stayed on board because the owner stopped paying for "
            "hotels. A church in Varna sends soup and bread to the freighter every morning.",
        ),
    ),
    Written(
        "Ecuador shuts three prisons after guards walk out",
        "Andes Tribune",
        "9 hours ago",
        (
            "Ecuador closed three overcrowded prisons near Guayaquil on Saturday and moved their "
            "inmates to army barracks after guards walked out over unpaid wages.",
            "The justice minister promised the guards their money within days and accused gangs "
            "of spreading false news about a cut in pensions.",
            "Relatives waited for hours outside the barracks without learning who was inside. "
            "The bishop of Guayaquil offered to read out the lists of names in his cathedral.",
            "Human rights lawyers said soldiers were not trained for the task and demanded that "
            "judges visit the inmates before the end of the week.",
        ),
    ),
    Written(
        "Finland tests undersea cable guard with drones",
        "Baltic Monitor",
        "11 hours ago",
        (
            "Finland has sent six unmanned boats to watch the cables on the sea floor between "
            "Helsinki and Tallinn, the navy announced at a press briefing in Turku.",
            "The boats listen for anchors that drag along the bottom and call a patrol ship when "
            "a vessel slows down above a cable without a reason.",
            "Two cables broke last winter within a single night. Estonian engineers needed eleven "
            "days to mend them, and banks in Tallinn worked with satellite links meanwhile.",
            "The trial will last until the ice comes. Sweden and Estonia have asked to read the "
            "records, a Finnish officer said, and may buy boats of their own.",
        ),
    ),
)


def _paragraphs(article: Written) -> list[str]:
    return list(article.paragraphs)


def _line(article: Written) -> list[str]:
    return [" ".join(article.paragraphs)]


def _blank_between(lines: list[str]) -> list[str]:
    return [part for line in lines for part in (line, "")]


HEADERS: dict[str, Layout] = {
    "publisher-time-bullet-title": lambda a: [a.publisher, a.time, f"- {a.publisher}", a.title],
    "title-twice-publisher-time": lambda a: [a.title, a.title, a.publisher, f"time{a.time}"],
    "time-title": lambda a: [a.time, a.title],
    "title-glued-time": lambda a: [a.title, f"{a.publisher}{a.time}"],
    "publisher-title": lambda a: [a.publisher, a.title],
    "title": lambda a: [a.title],
}
BODIES: dict[str, Layout] = {"paragraphs": _paragraphs, "line": _line}
# Lines of one kind beside headlines, some of them the same word for word.
KEPT: dict[str, Layout] = {
    "number-of": lambda a: [f"Article {len(a.title) % 2 + 3} of 5", a.title, *a.paragraphs],
    "place-and-clock": lambda a: [a.title, f"{a.title.split()[0]}, 14:05", *a.paragraphs],
    "dated-bars": lambda a: [f"Posted: 4 May 2024 | {a.time} | 5 notes", a.title, *a.paragraphs],
    "underlined": lambda a: [a.title, "-" * len(a.title), "", *a.paragraphs, ""],
    "read-more": lambda a: [
        *(a.title, *a.paragraphs),
        f"Read more: https://{a.publisher.split()[0].lower()}.example/a/1",
    ],
    "correction": lambda a: [
        *(a.title, *a.paragraphs),
        f"Correction, {a.time}: an earlier version of this article gave a name in another way.",
    ],
}
GLUED: dict[str, Layout] = {
    "title-publisher-time": lambda a: [f"{a.title} {a.publisher} {a.time} {_line(a)[0]}"],
    "title-time-tight": lambda a: [f"{a.title}{a.publisher}{a.time}{_line(a)[0]}"],
    "title": lambda a: [f"{a.title} {_line(a)[0]}"],
}


def layouts() -> dict[str, list[str]]:
    """Every layout by name, as the lines of its page."""
    found = {}
    for (head, header), (body, text), blank in product(HEADERS.items(), BODIES.items(), (0, 1)):
        blocks = [[*header(article), *text(article)] for article in ARTICLES]
        lines = [line for block in blocks for line in (*block, *([""] * blank))]
        found[f"{head}/{body}/{'blank' if blank else 'tight'}"] = lines
    for head, header in HEADERS.items():
        blocks = [[*header(article), *_paragraphs(article)] for article in ARTICLES]
        found[f"{head}/paragraphs/all-blank"] = _blank_between(list(chain.from_iterable(blocks)))
    for name, kept in KEPT.items():
        found[f"kept/{name}"] = [line for article in ARTICLES for line in kept(article)]
    for name, glued in GLUED.items():
        found[f"glued/{name}"] = [line for article in ARTICLES for line in glued(article)]
    return found


def article_f1(lines: list[str]) -> float:
    """Mean F1 over the written articles for a page of these lines."""
    text = "\n".join(lines)
    page = Page(name="dump.txt", body=text.encode(), media_type="text/plain")
    found = [
        _grams(" ".join(span.words(text) for span in article.body))
        for article in cut(page_text(page)).articles
    ]
    total = 0.0
    for article in ARTICLES:
        wanted = _grams(" ".join(article.paragraphs))
        best = max(found, key=lambda grams: _f1(wanted, grams), default=None)
        if best is not None:
            total += _f1(wanted, best)
            found.remove(best)
    return total / len(ARTICLES)


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = text.split()
    return Counter(tuple(words[place : place + 4]) for place in range(max(1, len(words) - 3)))


def _f1(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> float:
    size = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / size if size else 0.0


LAYOUTS = layouts()


def floor(name: str) -> float:
    """Lines or times that separate: .97; bare titles: .85; one line an article: .75."""
    if name.startswith("glued"):
        return 0.75
    return 0.85 if name.startswith("title/") else 0.97


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    assert article_f1(LAYOUTS[name]) >= floor(name)
