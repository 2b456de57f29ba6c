"""Where the register comes from: sources, runs, troubles."""

from regesta.store import query
from regesta.web.answers import Answer, Table
from regesta.web.asks import Ask, leaf
from regesta.web.screens.desk_screen import list_record

_SOURCES = ("name", "articles", "copies", "share", "first", "last", "troubles")
_RUNS = ("id", "started", "finished", "inputs", "made_by", "pages", "troubles")
_TOLD = (  # what a run counts, in reading order: its name, one and many
    ("read", "page read", "pages read"),
    ("skipped", "page stood there already", "pages stood there already"),
    ("articles", "article", "articles"),
    ("events", "event", "events"),
    ("quotes", "quote", "quotes"),
    ("troubles", "trouble", "troubles"),
    ("bugs", "bug", "bugs"),
)
_TROUBLES = ("name", "page", "step", "code", "message", "start", "end")
_KINDS = ("outlets", "agencies")


def sources(ask: Ask) -> Answer:
    """Outlets, or with `kind=agencies` the agencies, those with most articles first."""
    kind = ask.choice("kind", among=_KINDS) or "outlets"
    questions = {
        "outlets": (query.count_outlets, query.outlets),
        "agencies": (query.count_agencies, query.agencies),
    }
    count, rows_of = questions[kind]
    here = leaf(ask, total=count(ask.db))
    rows = rows_of(ask.db, limit=here.per, offset=here.offset)
    totals = {name: asked[0](ask.db) for name, asked in questions.items()}
    return Answer(
        template="sources.html",
        title="Sources",
        facts={
            **{"rows": rows, "leaf": here, "kind": kind, "totals": totals},
            "counts": query.counts(ask.db),
        },
        record=list_record(here, sources=rows),
        table=Table(
            header=_SOURCES, rows=(tuple(getattr(row, name) for name in _SOURCES) for row in rows)
        ),
    )


def runs(ask: Ask) -> Answer:
    """What was read when, by which version, and what went wrong in it; the newest first."""
    here = leaf(ask, total=query.count_runs(ask.db))
    rows = query.runs(ask.db, limit=here.per, offset=here.offset)
    tallies = query.run_troubles(ask.db)
    return Answer(
        template="runs.html",
        title="Runs",
        facts={
            **{"rows": rows, "leaf": here, "counts": query.counts(ask.db)},
            "told_counts": _TOLD,
            "troubles": {row.id: [t for t in tallies if t.run == row.id] for row in rows},
        },
        record=list_record(here, runs=rows),
        table=Table(header=_RUNS, rows=(tuple(getattr(r, name) for name in _RUNS) for r in rows)),
    )


def troubles(ask: Ask) -> Answer:
    """Bad input, as it was met: one clear sentence each; by `step`, `code` and `run`."""
    run = ask.whole("run", default=0, most=10**9) or None
    kinds = query.count_troubles(ask.db, run=run)
    step, code = ask.words("step"), ask.words("code")
    chosen = [
        number
        for (own_step, own_code), number in kinds.items()
        if step in (None, own_step) and code in (None, own_code)
    ]
    here = leaf(ask, total=sum(chosen))
    rows = query.troubles(ask.db, limit=here.per, offset=here.offset, step=step, code=code, run=run)
    counted = [{"step": step, "code": code, "count": n} for (step, code), n in kinds.items()]
    return Answer(
        template="troubles.html",
        title="Troubles",
        facts={
            **{"rows": rows, "leaf": here, "kinds": counted, "counts": query.counts(ask.db)},
            **{"step": step, "code": code, "run": run},
        },
        record={"total": here.total, "page": here.number, "kinds": counted, "troubles": rows},
        table=Table(
            header=_TROUBLES,
            rows=(tuple(getattr(row, name) for name in _TROUBLES) for row in rows),
        ),
    )
