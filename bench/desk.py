"""How long the desk takes: every question of the store and every address, on a big register.

python -m bench.desk [--articles 20000] [--register PATH] [--rounds 3] [--only WORD]

The goals are for 100,000 articles. The register is made once (about four minutes and 1.7 GB for
so many) and used again.
Every question opens the register anew, as the desk does for every request. The table has, in
milliseconds, the median and the 95th percentile over all rounds of all examples of a question, and
the median of the processor's time, which says more where other programs run beside it. `!` stands
where a goal is missed: 60 and 200 for a question, 100 and 300 for an address.
"""

import argparse
import asyncio
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench._synthetic import fill, world
from starlette.types import ASGIApp, Message

from regesta.store import marks, open_register, query, search
from regesta.store.query import Want
from regesta.store.query.names import slug
from regesta.web import make_app

Ask = Callable[[sqlite3.Connection], object]

PAGE = 50
NOW = "2033-02-01T00:00:00Z"
GOAL_MEDIAN, GOAL_P95 = 60.0, 200.0
HTTP_MEDIAN, HTTP_P95 = 100.0, 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Milliseconds on the clock and on the processor."""

    wall: float
    cpu: float


class Watch:
    """Measures from its making."""

    def __init__(self) -> None:
        """Start both clocks."""
        self.wall, self.cpu = time.perf_counter(), time.process_time()

    def read(self) -> Time:
        """The time since."""
        return Time(
            wall=(time.perf_counter() - self.wall) * 1_000,
            cpu=(time.process_time() - self.cpu) * 1_000,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One kind of question with its examples."""

    name: str
    examples: tuple[Ask, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Ids of the register to ask about: a few of each kind, from old to new."""

    happenings: tuple[str, ...]
    stories: tuple[str, ...]
    articles: tuple[str, ...]
    events: tuple[str, ...]
    pages: tuple[str, ...]


def sample(db: sqlite3.Connection) -> Sample:
    """Ten of each kind, evenly spread over the order of ids."""
    return Sample(**{table: _spread(db, table) for table in Sample.__dataclass_fields__})


def _spread(db: sqlite3.Connection, table: str) -> tuple[str, ...]:
    starts = (f"{prefix}{digit}" for digit in "02468ace" for prefix in (_PREFIX[table],))
    sql = f"SELECT id FROM {table} WHERE id >= ? ORDER BY id LIMIT 1"
    found = (db.execute(sql, (start,)).fetchone() for start in starts)
    return tuple(row[0] for row in found if row)


_PREFIX = {"happenings": "h-", "stories": "s-", "articles": "a-", "events": "e-", "pages": "p-"}


def wants() -> dict[str, tuple[Want, ...]]:
    """What people may ask for, by kind, from frequent to rare."""
    lands, towns = world().lands, world().towns
    return {
        "everything": (Want(),),
        "one actor": tuple(Want(actor=lands[n][0]) for n in (0, 1, 5, 40)),
        "either side": tuple(Want(party=lands[n][0]) for n in (0, 3, 30)),
        "a dyad": tuple(Want(actor=lands[n][0], recipient=lands[m][0]) for n, m in _PAIRS),
        "type and months": (Want(type="AGREE", after="2032-01"), Want(before="2031-06")),
        "quad and modality": (Want(quad="material conflict", modality="planned"),),
        "origins and articles": (Want(origins=(2, None)), Want(articles=(3, None))),
        "names": (
            Want(outlet=world().outlets[0]),
            Want(person=world().people[0]),
            Want(place=towns[0][0]),
            Want(said_by=world().people[3]),
        ),
        "a rare word": (Want(words=world().filler[3_990]), Want(words=world().filler[2_000])),
        "a common word": (Want(words=world().filler[3]), Want(words=world().filler[40])),
        "a phrase": (Want(words='"sent grain to"'),),
        "marks": (Want(unread=True), Want(starred=True), Want(new_since=1)),
    }


_PAIRS = ((0, 1), (1, 0), (2, 9), (7, 30))


def questions(some: Sample) -> Iterator[Question]:
    """Every question behind a screen."""
    for name, asked in wants().items():
        yield Question(
            name=f"happenings: {name}", examples=tuple(_each(query.happenings, w) for w in asked)
        )
        yield Question(
            name=f"count: {name}",
            examples=tuple(_count(query.count_happenings, w) for w in asked),
        )
        yield Question(
            name=f"facets: {name}", examples=tuple(_count(query.facets, w) for w in asked)
        )
        yield Question(name=f"found: {name}", examples=tuple(_each(query.found, w) for w in asked))
    deep = tuple(_each(query.happenings, Want(), offset=n) for n in (10_000, 100_000))
    yield Question(name="happenings: deep pages", examples=deep)
    yield from _about_actors()
    yield from _about_records(some)
    yield from _about_the_rest()


def _each(ask: Callable[..., object], want: Want, *, offset: int = 0) -> Ask:
    return lambda db: ask(db, want=want, limit=PAGE, offset=offset)


def _count(ask: Callable[..., object], want: Want) -> Ask:
    return lambda db: ask(db, want=want)


def _about_actors() -> Iterator[Question]:
    lands, people = world().lands, world().people
    some = (Want(), Want(type="CONSULT"), Want(after="2032-06"))
    yield Question(name="dyads", examples=tuple(_each(query.dyads, want) for want in some))
    yield Question(name="count dyads", examples=tuple(_count(query.count_dyads, w) for w in some))
    yield Question(
        name="dyad",
        examples=tuple(
            lambda db, n=n, m=m: query.dyad(db, actor=lands[n][0], recipient=lands[m][0])
            for n, m in _PAIRS
        ),
    )
    yield Question(
        name="dyad by day",
        examples=(
            lambda db: query.dyad(
                db, actor=lands[0][0], recipient=lands[1][0], want=Want(during="2032-05")
            ),
        ),
    )
    yield Question(name="timeline", examples=tuple(_count(query.timeline, want) for want in some))
    yield Question(
        name="matrix",
        examples=tuple(lambda db, w=w: query.matrix(db, want=w, top=30) for w in some),
    )
    yield Question(name="map", examples=tuple(_count(query.map_view, want) for want in some))
    yield Question(name="actors", examples=(lambda db: query.actors(db, limit=PAGE),))
    yield Question(name="count actors", examples=(query.count_actors,))
    yield Question(
        name="actor",
        examples=tuple(lambda db, n=n: query.actor(db, lands[n][0]) for n in (0, 3, 20, 90)),
    )
    yield Question(
        name="persons",
        examples=(
            lambda db: query.persons(db, limit=PAGE),
            lambda db: query.persons(db, words=people[0].split()[0], limit=PAGE),
            lambda db: query.persons(db, country=lands[0][0], limit=PAGE),
            query.count_persons,
        ),
    )
    yield Question(
        name="person",
        examples=tuple(
            lambda db, n=n: query.person(db, people[n].lower().replace(" ", "-"))
            for n in (0, 5, 900)
        ),
    )
    yield Question(
        name="quotes",
        examples=(
            *(lambda db, n=n: query.quotes(db, person=people[n], limit=PAGE) for n in (0, 50)),
            *(lambda db, n=n: query.quotes(db, country=lands[n][0], limit=PAGE) for n in (0, 30)),
            lambda db: query.quotes(db, limit=PAGE),
            lambda db: query.count_quotes(db, country=lands[0][0]),
        ),
    )


def _about_records(some: Sample) -> Iterator[Question]:
    asks: tuple[tuple[str, Callable[..., object], tuple[str, ...]], ...] = (
        ("happening", query.happening, some.happenings),
        ("story", query.story, some.stories),
        ("article", query.article, some.articles),
        ("event", query.event, some.events),
        ("page", query.page, some.pages),
        ("confirmations", query.confirmations, some.happenings),
        ("disputes of one", query.disputes, some.happenings),
        ("citation", query.citation, (*some.events, *some.happenings, *some.articles)),
        ("find", query.find, some.events),
    )
    for name, ask, ids in asks:
        yield Question(
            name=name, examples=tuple(lambda db, ask=ask, id=id: ask(db, id) for id in ids)
        )
    yield Question(
        name="marks of a page",
        examples=(
            lambda db: (
                marks.marked(db, some.happenings),
                marks.new_ids(db, some.happenings, since=1),
            ),
        ),
    )


def _about_the_rest() -> Iterator[Question]:
    filler = world().filler
    for name, words in (("rare", filler[3_990]), ("common", filler[3]), ("two", filler[9])):
        asked = f"{words} {filler[2]}" if name == "two" else words
        yield Question(
            name=f"articles: {name} words",
            examples=(
                lambda db, asked=asked: search.search(db, asked, limit=PAGE),
                lambda db, asked=asked: search.count(db, asked),
            ),
        )
    plain: tuple[tuple[str, Ask], ...] = (
        ("counts", query.counts),
        ("disputes", lambda db: (query.disputes(db, limit=PAGE), query.count_disputes(db))),
        ("changes", lambda db: query.changes(db, limit=PAGE)),
        ("stories", lambda db: query.stories(db, limit=PAGE)),
        ("stories: deep", lambda db: query.stories(db, limit=PAGE, offset=20_000)),
        ("outlets", lambda db: (query.outlets(db, limit=PAGE), query.count_outlets(db))),
        ("agencies", lambda db: query.agencies(db, limit=PAGE)),
        ("runs", lambda db: (query.runs(db, limit=PAGE), query.run_troubles(db))),
        ("troubles", lambda db: query.troubles(db, limit=PAGE)),
        ("troubles of a kind", lambda db: query.troubles(db, code="no-date", limit=PAGE)),
        ("count troubles", query.count_troubles),
        ("news", lambda db: (marks.linking(db), marks.news(db, since=1))),
        ("stars", lambda db: marks.starred(db, limit=PAGE)),
    )
    for name, ask in plain:
        yield Question(name=name, examples=(ask,))


def addresses(some: Sample) -> dict[str, tuple[str, ...]]:
    """Every address of the desk with examples."""
    a, b = world().lands[0][0], world().lands[1][0]
    common, rare = world().filler[3], world().filler[3_990]
    lists = ("/", "/stories", "/dyads", "/actors", "/matrix", "/map", "/disagreements")
    others = ("/sources", "/runs", "/troubles", "/search", "/persons", "/starred")
    return {
        **{path: (path,) for path in (*lists, *others)},
        "/?filters": (f"/?actor={a}", f"/?type=AGREE&recipient={b}", f"/?words={rare}"),
        "/search?q=": (f"/search?q=a:{a}", f"/search?q={common}", f"/search?q={rare}+type:AID"),
        "/dyads/A/B": (f"/dyads/{a}/{b}", f"/dyads/{b}/{a}"),
        "/dyads/A/B table": (f"/dyads/{a}/{b}?view=table", f"/dyads/{b}/{a}?view=table"),
        "/actors/ID": (f"/actors/{a}", f"/actors/{b}"),
        "/persons/ID": tuple(f"/persons/{slug(name)}" for name in world().people[:3]),
        "/happenings/ID": tuple(f"/happenings/{id}" for id in some.happenings),
        "/events/ID": tuple(f"/events/{id}" for id in some.events),
        "/stories/ID": tuple(f"/stories/{id}" for id in some.stories),
        "/articles/ID": tuple(f"/articles/{id}" for id in some.articles),
        "/articles/ID anatomy": tuple(f"/articles/{id}?view=anatomy" for id in some.articles),
        "/articles/ID raw": tuple(f"/articles/{id}?view=raw" for id in some.articles),
        "/pages/ID": tuple(f"/pages/{id}" for id in some.pages),
        "/desk.json": ("/desk.json",),
        "/desk.csv": ("/desk.csv?per=1000",),
    }


async def get(app: ASGIApp, path: str) -> tuple[int, int]:
    """(status, bytes) of one address, asked without a socket."""
    name, _, asked = path.partition("?")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": name,
        "raw_path": name.encode(),
        "query_string": asked.encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1:8765")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8765),
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent[0]["status"], sum(len(message.get("body", b"")) for message in sent[1:])


def timed_questions(path: Path, *, rounds: int, only: str) -> Iterator[tuple[str, list[Time]]]:
    """Milliseconds of each question."""
    with closing(open_register(path)) as db:
        some = sample(db)
    for question in questions(some):
        if only not in question.name:
            continue
        times = []
        for _ in range(rounds):
            for ask in question.examples:
                watch = Watch()
                with closing(open_register(path)) as db:
                    ask(db)
                times.append(watch.read())
        yield question.name, times


async def timed_addresses(
    path: Path, *, rounds: int, only: str
) -> list[tuple[str, list[Time], str]]:
    """Milliseconds of each address, and what is to be said about it."""
    with closing(open_register(path)) as db:
        some = sample(db)
    app = make_app(path, now=lambda: NOW)
    found = []
    for name, examples in addresses(some).items():
        if only not in name:
            continue
        times, statuses, most = [], set(), 0
        for _ in range(rounds):
            for example in examples:
                watch = Watch()
                status, size = await get(app, example)
                times.append(watch.read())
                statuses.add(status)
                most = max(most, size)
        told = ", ".join(str(status) for status in sorted(statuses - {200}))
        found.append((name, times, f"{most / 1_000:.0f} KB{' status ' + told if told else ''}"))
    return found


def row(name: str, times: list[Time], *, goals: tuple[float, float], note: str = "") -> str:
    """One line of the table; `!` where a goal is missed."""
    walls = sorted(time.wall for time in times)
    middle, high = median(walls), walls[min(len(walls) - 1, int(len(walls) * 0.95))]
    missed = "!" if middle > goals[0] or high > goals[1] else ""
    cpu = median(time.cpu for time in times)
    return f"{name:34} {len(times):5} {middle:9.1f} {high:9.1f} {cpu:9.1f} {missed:1} {note}"


def main() -> None:
    """Make the register if it is not there, ask, print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("--articles", type=int, default=20_000)
    arguments.add_argument("--register", type=Path)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--only", default="")
    asked = arguments.parse_args()
    path = asked.register or Path(f"build/desk-{asked.articles}.db")
    if not path.exists():
        _make(path, articles=asked.articles)
    print(f"{'':34} {'asked':>5} {'median ms':>9} {'p95 ms':>9} {'cpu ms':>9}")
    for name, times in timed_questions(path, rounds=asked.rounds, only=asked.only):
        print(row(name, times, goals=(GOAL_MEDIAN, GOAL_P95)), flush=True)
    for name, times, note in asyncio.run(
        timed_addresses(path, rounds=asked.rounds, only=asked.only)
    ):
        print(row(name, times, goals=(HTTP_MEDIAN, HTTP_P95), note=note), flush=True)


def _make(path: Path, *, articles: int) -> None:
    """Under another name first, so that half a register is never taken for a whole one."""
    begun = time.perf_counter()
    half = path.with_suffix(".half")
    for old in path.parent.glob(f"{half.name}*"):
        old.unlink()
    with closing(open_register(half, write=True)) as db:
        fill(db, articles=articles)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    half.rename(path)
    print(f"{articles} articles written in {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
