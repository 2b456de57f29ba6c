"""News pages in HTML, put together from invented sentences: the same number gives the same page.

Bodies mix the shapes that newsrooms' systems write: paragraphs with nested inline elements, line
breaks, lists, tables, quotations, bare text in div and td, headings, figures.
"""

import json
from collections.abc import Callable
from random import Random

NAMES = (
    *("Lena", "Ortega", "Marek", "Dahl", "Priya", "Nolan", "Tomas", "Weiss", "Amara", "Diallo"),
    *("Yusuf", "Karim", "Ines", "Petrov", "Hana", "Sato", "Lukas", "Brandt"),
)
SUBJECTS = (
    *("The harbour board", "A regional court", "The grid operator", "Two village councils"),
    *("The ferry company", "A panel of engineers", "The agriculture ministry", "The port police"),
    *("An elected commission", "The water authority", "Local growers", "The shipyard's owners"),
)
VERBS = (
    *("approved", "postponed", "criticised", "published", "signed", "rejected", "reviewed"),
    *("financed", "tested", "abandoned", "leaked", "praised"),
)
OBJECTS = (
    *("a plan to widen the canal", "the budget for the northern bridge", "new rules on night work"),
    *("a report about cracked turbines", "an appeal by the dockers' union", "a ban on heavy vans"),
    *("the contract for forty buses", "a map of flooded cellars", "the sale of the customs house"),
    *("the timetable for the island ferries", "a fund for wet harvests", "the lease of two cranes"),
)
TAILS = (
    *("after weeks of argument in the town hall", "although the money lasts only until spring"),
    *("because nobody else had offered to pay", "and promised a vote before the summer"),
    *("while rain kept most visitors at home", "in spite of a warning from the insurers"),
    *("so that work can begin next month", "which surprised even its own members"),
)
INLINE = (
    *('a href="/x"', "b", "i", "em", "strong", "span", 'span class="k"', "u", "mark", "abbr"),
    *("cite", "font"),
)
MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>'
FOOT = "<footer><p>© 2031 Harbour Mirror. All rights reserved.</p></footer>"

Shape = Callable[[Random], str]


def sentence(chance: Random) -> str:
    """One sentence, now and then with somebody's words."""
    what = chance.choice(OBJECTS)
    told = f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {what} {chance.choice(TAILS)}."
    if chance.random() < 0.25:
        who = f"{chance.choice(NAMES)} {chance.choice(NAMES)}"
        told += f' "{chance.choice(OBJECTS).capitalize()} cannot wait any longer," {who} said.'
    return told


def paragraph(chance: Random, *, size: int = 0) -> str:
    """One to four sentences."""
    return " ".join(sentence(chance) for _ in range(size or chance.randint(1, 4)))


def headline(chance: Random) -> str:
    """A headline without a full stop."""
    return f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)}"


def inline(chance: Random, words: str) -> str:
    """The same words with inline elements around some of them."""
    parts = words.split(" ")
    for _ in range(chance.randint(0, 3)):
        first = chance.randrange(len(parts))
        last = min(len(parts), first + chance.randint(1, 4))
        if any("<" in part for part in parts[first:last]):
            continue
        tag = chance.choice(INLINE)
        parts[first] = f"<{tag}>{parts[first]}"
        parts[last - 1] = f"{parts[last - 1]}</{tag.split()[0]}>"
    return " ".join(parts)


def _items(chance: Random, *, of: Shape) -> str:
    return "".join(f"<li>{of(chance)}</li>" for _ in range(chance.randint(2, 5)))


def _rows(chance: Random) -> str:
    cells = (f"<td>{chance.choice(NAMES)}</td><td>{chance.choice(OBJECTS)}</td>" for _ in range(3))
    return "".join(f"<tr>{row}</tr>" for row in cells)


SHAPES: dict[str, Shape] = {
    "p": lambda c: f"<p>{inline(c, paragraph(c))}</p>",
    "br": lambda c: f"<p>{inline(c, paragraph(c))}<br>{paragraph(c)}<br/>{sentence(c)}</p>",
    "br-twice": lambda c: f"<div>{paragraph(c)}<br><br>{paragraph(c)}<br><br>{sentence(c)}</div>",
    "div": lambda c: f"<div>{paragraph(c)}</div>",
    "heading": lambda c: f"<h2>{c.choice(OBJECTS).capitalize()}</h2>",
    "list": lambda c: f"<ul>{_items(c, of=lambda d: inline(d, sentence(d)))}</ul>",
    "list-of-paragraphs": lambda c: f"<ul>{_items(c, of=lambda d: f'<p>{sentence(d)}</p>')}</ul>",
    "short-list": lambda c: f"<ul>{_items(c, of=lambda d: d.choice(OBJECTS))}</ul>",
    "list-in-list": lambda c: (
        f"<ol><li>{sentence(c)}<ul>{_items(c, of=sentence)}</ul></li><li>{sentence(c)}</li></ol>"
    ),
    "quote": lambda c: f"<blockquote>{inline(c, paragraph(c))}</blockquote>",
    "quote-of-paragraphs": lambda c: (
        f"<blockquote><p>{sentence(c)}</p><p>{sentence(c)}</p></blockquote>"
    ),
    "table": lambda c: f"<table><tr><th>Town</th><th>Vote</th></tr>{_rows(c)}</table>",
    "table-of-text": lambda c: (
        f"<table><tr><td><p>{paragraph(c)}</p><p>{paragraph(c)}</p></td></tr></table>"
    ),
    "figure": lambda c: (
        f'<figure><img src="a.jpg"><figcaption>{c.choice(SUBJECTS)} at work.</figcaption></figure>'
    ),
    "bare-text": lambda c: inline(c, paragraph(c)),
    "section": lambda c: f"<section><p>{paragraph(c)}</p><p>{sentence(c)}</p></section>",
    "spans": lambda c: f"<p><span><span>{paragraph(c)}</span></span></p>",
    "bold": lambda c: f"<p><strong>{c.choice(OBJECTS).capitalize()}</strong></p>",
    "short": lambda c: f"<p>{c.choice(('Not yet.', 'Nobody knows.', 'It may take years.'))}</p>",
    "definitions": lambda c: f"<dl><dt>{c.choice(NAMES)}</dt><dd>{sentence(c)}</dd></dl>",
}
WRAPS: tuple[Callable[[str, str], str], ...] = (
    lambda title, body: f"<article><h1>{title}</h1>{body}</article>",
    lambda title, body: f'<main><h1>{title}</h1><div class="article-body">{body}</div></main>',
    lambda title, body: (
        f'<div><div><h1>{title}</h1></div><div class="entry-content">{body}</div></div>'
    ),
    lambda title, body: f'<div id="content"><h1>{title}</h1>{body}</div>',
)


def single(chance: Random, *, blocks: int = 0) -> tuple[str, str]:
    """A headline and a page that holds one article of so many blocks."""
    title = headline(chance)
    shapes = list(SHAPES.values())
    kinds = [SHAPES["p"], *chance.choices(shapes, k=blocks or chance.randint(5, 12)), SHAPES["p"]]
    body = "".join(kind(chance) for kind in kinds)
    return title, page(title, chance.choice(WRAPS)(title, body))


def page(title: str, body: str, *, head: str = "") -> str:
    """A page around a body."""
    meta = f'<title>{title} | Harbour Mirror</title><meta property="og:title" content="{title}">'
    return (
        f'<!DOCTYPE html><html lang="en"><head>{meta}{head}</head>'
        f"<body>{MENU}{body}{FOOT}</body></html>"
    )


def loaded(chance: Random, *, size: int) -> str:
    """A page of about so many characters: scripts, menus, an article, cards, comments."""
    title = headline(chance)
    thing = {"@type": "NewsArticle", "headline": title, "datePublished": "2031-05-06T08:15:00Z"}
    head = f'<script type="application/ld+json">{json.dumps(thing)}</script>'
    menu = "".join(f'<li><a href="/{n}">{chance.choice(OBJECTS)}</a></li>' for n in range(30))
    parts = [f"<header><ul>{menu}</ul></header>"]
    blocks = "".join(
        chance.choice(list(SHAPES.values()))(chance) for _ in range(min(40, max(6, size // 2500)))
    )
    parts.append(chance.choice(WRAPS)(title, SHAPES["p"](chance) + blocks))
    grown = len(blocks) + len(menu)
    while grown < size:
        part = chance.choice((_card, _comment, _script))(chance)
        grown += len(part)
        parts.append(part)
    return page(title, "".join(parts), head=head)


def _card(chance: Random) -> str:
    return (
        f'<div class="card" data-slot="{chance.randint(1, 10**9)}">{_picture(chance)}'
        f'<a href="/c"><h3>{headline(chance)}</h3></a>'
        f'<span class="meta">{chance.choice(NAMES)}</span><p>{sentence(chance)}</p></div>'
    )


def _picture(chance: Random) -> str:
    name = f"/media/{chance.randint(1, 10**9)}"
    sources = ", ".join(f"{name}-{width}.webp {width}w" for width in range(320, 1600, 160))
    return f'<picture><source srcset="{sources}"><img src="{name}.jpg" alt=""></picture>'


def _comment(chance: Random) -> str:
    return (
        f'<div class="comment"><h4>{chance.choice(NAMES)}</h4><p>{sentence(chance)}</p>'
        '<button data-id="1">Reply</button></div>'
    )


def _script(chance: Random) -> str:
    rows = ", ".join(f'{{"id": {chance.randint(1, 10**9)}, "slot": "ad-{n}"}}' for n in range(40))
    return f"<script>window.slots = [{rows}];</script>"
