"""Deeds told side by side: a sentence of two or three must tell what each clause tells alone.

    python -m evaluate.side_by_side [--each 30] [--wrong]

Clauses of who did what to whom are set into templates ("A did it before B did that", "with A doing
it and B doing that"). What a clause tells is what the program reads in it alone, so the score says
nothing of the clauses, only of what becomes of them beside each other: `lost` and `extra` events.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

import click

from evaluate.reading import events_of

Deeds = Counter[tuple[str, str, tuple[str, ...], tuple[str, ...]]]
"""Type, modality, countries of the actors and of the recipients -> how often."""

DOERS = ("Peru", "Norway", "Kenya", "Turkey", "Canada", "Vietnam", "Poland", "Chile", "Jordan",
         "Sweden", "Japan")  # fmt: skip
OTHERS = (
    ("Bolivia", "Bolivian"), ("Denmark", "Danish"), ("Uganda", "Ugandan"), ("Greece", "Greek"),
    ("Brazil", "Brazilian"), ("Laos", "Lao"), ("Belarus", "Belarusian"),
    ("Argentina", "Argentine"), ("Syria", "Syrian"), ("Finland", "Finnish"), ("China", "Chinese"),
)  # fmt: skip
# Verbs as "expelled", "expelling" and "expelled" after "has", and what follows them.
VERBS = (
    ("expelled", "expelling", "expelled", "two {demonym} diplomats"),
    ("imposed", "imposing", "imposed", "sanctions on {name}"),
    ("accused", "accusing", "accused", "{name} of spying"),
    ("sent", "sending", "sent", "food aid to {name}"),
    ("denounced", "denouncing", "denounced", "{name} over its tariffs"),
    ("recalled", "recalling", "recalled", "its ambassador from {name}"),
    ("fired", "firing", "fired", "rockets at {name}"),
    ("seized", "seizing", "seized", "a {demonym} ship"),
    ("summoned", "summoning", "summoned", "the {demonym} ambassador"),
    ("urged", "urging", "urged", "{name} to hold talks"),
    ("threatened", "threatening", "threatened", "{name} with war"),
    ("broke", "breaking", "broken", "off talks with {name}"),
    ("praised", "praising", "praised", "{name} for its help"),
    ("rejected", "rejecting", "rejected", "an offer from {name}"),
    ("moved", "moving", "moved", "troops to the border with {name}"),
    ("arrested", "arresting", "arrested", "three {demonym} spies"),
    ("cut", "cutting", "cut", "ties with {name}"),
    ("banned", "banning", "banned", "imports from {name}"),
    ("released", "releasing", "released", "a {demonym} journalist"),
    ("closed", "closing", "closed", "its embassy in {name}"),
    ("shot", "shooting", "shot", "down a {demonym} drone"),
)
# {a} does {one}, {b} does {two}, {c} does {three}; {aone} is done by {a} whatever its number is.
TEMPLATES = (
    "{a} {one} and {b} {two} on Monday.",
    "{a} {one} on Monday and {b} {two} on Tuesday.",
    "{a} {one}, and {b} {two} in turn.",
    "{a} {one} as {b} {two} this week.",
    "{a} {one} while {b} {two} this week.",
    "{a} {one} after {b} {two} this week.",
    "{a} {one} before {b} {two} this week.",
    "{a} {one}; {b} {two} the same day.",
    "{a} {one}, officials said, and {b} {two}.",
    "Hours after {b} {two}, {a} {one}.",
    "{a} {one}, {b} {two} and {c} {three} this week.",
    "{a}, which last week {atwo}, {one} on Monday.",
    "{a}, which last week {atwo}, has since {donethree}.",
    "{a} {one}, {atwo} and {athree}.",
    "{a} {one}, even though {b} {two}.",
    "Having {donetwo}, {a} {one} on Tuesday.",
    "{a} {one}, {doingtwo}.",
    "The row grew, with {a} {doingone} and {b} {doingtwo}.",
    "{a} {one} on Monday, a day on which {b} {two}.",
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A composed sentence and who does what in it: doer, verb and other by their numbers."""

    text: str
    told: tuple[tuple[str, int, int], ...]


def composed(*, each: int) -> Iterator[tuple[str, Sentence]]:
    """Every template with so many sentences of it, always the same."""
    chance = Random(7)
    for template in TEMPLATES:
        for _ in range(each):
            yield template, _sentence(template, chance)


def _sentence(template: str, chance: Random) -> Sentence:
    doers = chance.sample(DOERS, 3)
    others = chance.sample(range(len(OTHERS)), 3)
    verbs = chance.sample(range(len(VERBS)), 3)
    words = dict(zip("abc", doers, strict=True))
    told = []
    for number, (verb, other) in enumerate(zip(verbs, others, strict=True)):
        name = ("one", "two", "three")[number]
        forms = ("", "a", "doing", "done")
        used = next((f for f in forms if "{" + f + name + "}" in template), None)
        if used is None:
            continue
        for form in forms:
            words[form + name] = _clause(verb, other, form={"doing": 1, "done": 2}.get(form, 0))
        second = used == "doing" and "{b} {doing" + name in template
        own = (used == "" or second) and "{" + "abc"[number] + "}" in template
        told.append((doers[number] if own else doers[0], verb, other))
    return Sentence(text=template.format(**words), told=tuple(told))


def _clause(verb: int, other: int, *, form: int) -> str:
    name, demonym = OTHERS[other]
    return f"{VERBS[verb][form]} {VERBS[verb][3].format(name=name, demonym=demonym)}"


@cache
def _alone(doer: str, verb: int, other: int) -> Deeds:
    return read(f"{doer} {_clause(verb, other, form=0)} on Monday.")


def read(text: str) -> Deeds:
    """The deeds that the program reads in a text of one sentence."""
    found: Deeds = Counter()
    for event in events_of({"id": "side-by-side", "text": text, "published": "2024-05-16"}):
        actors = tuple(sorted(str(party.country) for party in event.actors))
        recipients = tuple(sorted(str(party.country) for party in event.recipients))
        found[event.type.value, event.modality.value, actors, recipients] += 1
    return found


def wanted(sentence: Sentence) -> Deeds:
    """What its clauses tell alone."""
    found: Deeds = Counter()
    for doer, verb, other in sentence.told:
        found.update(_alone(doer, verb, other))
    return found


def score(sentences: Sequence[tuple[str, Sentence]]) -> dict[str, tuple[int, Deeds, Deeds, str]]:
    """Sentence -> events wanted, those lost, those extra, and its template."""
    scores = {}
    for template, sentence in sentences:
        want, got = wanted(sentence), read(sentence.text)
        scores[sentence.text] = (want.total(), want - got, got - want, template)
    return scores


@click.command()
@click.option("--each", default=30, show_default=True, help="sentences of a template")
@click.option("--wrong", is_flag=True, help="print the sentences that lose or gain events")
def main(each: int, *, wrong: bool) -> None:
    """Print a row a template: events wanted, lost and extra."""
    scores = score(list(composed(each=each)))
    for template in TEMPLATES:
        rows = [row for row in scores.values() if row[3] == template]
        lost, extra = sum(r[1].total() for r in rows), sum(r[2].total() for r in rows)
        print(f"{sum(r[0] for r in rows):5} {lost:4} {extra:4}  {template}")
    lost, extra = (sum(r[at].total() for r in scores.values()) for at in (1, 2))
    print(f"{sum(r[0] for r in scores.values()):5} {lost:4} {extra:4}  all")
    for text, (_, gone, more, _) in scores.items():
        if wrong and (gone or more):
            print(f"{text}\n  lost {list(gone)}\n  extra {list(more)}")


if __name__ == "__main__":
    main()
