"""Every count of the desk agrees with counting by hand over the exported happenings."""

from collections import Counter
from contextlib import closing
from dataclasses import replace

import pytest
from bench._synthetic import fill, world

from regesta.model import QUADS, EventType
from regesta.store import open_register, query
from regesta.store.check import check_register
from regesta.store.query import Want

ARTICLES = 150
A, B = (land for land, _ in world().lands[:2])


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("desk") / "regesta.db"
    with closing(open_register(path, write=True)) as db:
        fill(db, articles=ARTICLES)
    return path


@pytest.fixture(scope="module")
def db(path):
    with closing(open_register(path)) as connection:
        yield connection


@pytest.fixture(scope="module")
def rows(db):
    """All happenings, newest first, as exports have them."""
    return [entry.row for entry in query.happening_rows(db)]


def date(row):
    return row.when or row.reported


def reports(db, row):
    return query.happening(db, row.id).reports


def test_the_register_keeps_its_promises(path):
    assert check_register(path) == ()


def test_the_synthetic_register_is_the_same_every_time(tmp_path):
    found = []
    for name in ("one.db", "two.db"):
        with closing(open_register(tmp_path / name, write=True)) as made:
            fill(made, articles=12)
            found.append((list(query.event_rows(made)), list(query.happening_rows(made))))
    assert found[0] == found[1]


def test_everything_comes_newest_first_in_pages(db, rows):
    assert list(query.happenings(db, want=Want(), limit=999)) == rows
    assert list(query.happenings(db, want=Want(), limit=7, offset=11)) == rows[11:18]
    assert query.happenings(db, want=Want(), limit=7, offset=9_999) == ()
    assert query.count_happenings(db, want=Want()) == len(rows)


WANTS = [
    (Want(actor=A), lambda row: A in row.actors),
    (Want(recipient=B), lambda row: B in row.recipients),
    (Want(party=A), lambda row: A in row.actors + row.recipients),
    (Want(type="CONSULT"), lambda row: row.type == "CONSULT"),
    (Want(quad="verbal conflict"), lambda row: QUADS[row.type] == "verbal conflict"),
    (Want(modality="planned"), lambda row: row.modality == "planned"),
    (Want(background=True), lambda row: row.background),
    (Want(background=False), lambda row: not row.background),
    (Want(origins=(2, None)), lambda row: row.origins >= 2),
    (Want(articles=(None, 1)), lambda row: row.articles <= 1),
    (Want(articles=(3, 3)), lambda row: row.articles == 3),
    (Want(place=world().towns[0][0]), lambda row: row.place == world().towns[0][0]),
    (Want(country=A), lambda row: row.place_country == A),
    (Want(during="2031-06"), lambda row: date(row).startswith("2031-06")),
    (Want(during="2031"), lambda row: date(row).startswith("2031")),
    (Want(after="2032"), lambda row: date(row)[:4] >= "2032"),
    (Want(after="2031-06-15"), lambda row: date(row) >= "2031-06-15"[: len(date(row))]),
    (Want(before="2031-06"), lambda row: date(row)[:7] <= "2031-06"),
    (Want(actor="NOWHERE"), lambda row: False),
]


@pytest.mark.parametrize(("want", "holds"), WANTS)
def test_one_part_of_a_want(db, rows, want, holds):
    expected = [row for row in rows if holds(row)]
    assert list(query.happenings(db, want=want, limit=9_999)) == expected
    assert query.count_happenings(db, want=want) == len(expected)


def test_parts_of_a_want_are_all_met(db, rows):
    want = Want(party=A, before="2031", modality="actual", articles=(None, 1))
    expected = [
        row
        for row in rows
        if A in row.actors + row.recipients
        and date(row) < "2032"
        and row.modality == "actual"
        and row.articles == 1
    ]
    assert expected
    assert list(query.happenings(db, want=want, limit=999)) == expected


def test_names_are_met_by_all_their_words_in_any_case(db, rows):
    outlet = world().outlets[0]
    expected = [
        row for row in rows if outlet in {report.article.publisher for report in reports(db, row)}
    ]
    assert expected
    for asked in (outlet, outlet.upper(), " ".join(reversed(outlet.split()))):
        assert list(query.happenings(db, want=Want(outlet=asked), limit=999)) == expected
    assert query.count_happenings(db, want=Want(outlet=outlet[:-1])) == 0
    assert query.count_happenings(db, want=Want(outlet="—")) == 0


def test_persons_and_sayers_are_found(db, rows):
    person = next(row for row in query.persons(db, limit=1)).name
    taking_part = [
        row
        for row in rows
        if person in {party.person for report in reports(db, row) for party in report.event.actors}
    ]
    assert list(query.happenings(db, want=Want(person=person), limit=99)) == taking_part
    saying = [
        row
        for row in rows
        if A in {party.country for report in reports(db, row) for party in report.event.said_by}
    ]
    assert saying
    assert list(query.happenings(db, want=Want(said_by=A), limit=99)) == saying


def test_words_are_looked_up_in_the_articles(db, rows):
    word = world().filler[200]
    expected = [
        row
        for row in rows
        if any(
            word in query.article(db, report.article.id).text.lower().replace(".", " ").split()
            for report in reports(db, row)
        )
    ]
    assert 0 < len(expected) < len(rows)
    assert list(query.happenings(db, want=Want(words=word), limit=999)) == expected


def test_disputed_happenings(db, rows):
    named = {id for dispute in query.disputes(db) for id in dispute.happenings}
    expected = [row for row in rows if row.id in named]
    assert 0 < len(expected) < len(rows)
    assert list(query.happenings(db, want=Want(disputed=True), limit=999)) == expected
    rest = query.count_happenings(db, want=Want(disputed=False))
    assert rest == len(rows) - len(expected)
    assert query.disputed(db, [row.id for row in rows]) == {row.id for row in expected}


KEYS = {
    "type": lambda row: {row.type},
    "modality": lambda row: {row.modality},
    "a": lambda row: set(row.actors),
    "r": lambda row: set(row.recipients),
    "country": lambda row: {row.place_country} - {None},
    "during": lambda row: {date(row)[:7]},
}


@pytest.mark.parametrize("want", [Want(), Want(party=A), Want(words="said"), Want(actor="NO")])
def test_facets_count_what_a_click_finds(db, rows, want):
    wanted = query.happenings(db, want=want, limit=9_999)
    facets = {facet.key: facet for facet in query.facets(db, want=want, most=5)}
    for key, values in KEYS.items():
        expected = Counter(value for row in wanted for value in values(row))
        found = {tally.value: tally.happenings for tally in facets[key].tallies}
        assert found == {value: expected[value] for value in found}
        assert len(found) + facets[key].more == len(expected)
    for tally in facets["outlet"].tallies:
        narrow = query.count_happenings(db, want=replace(want, outlet=tally.value))
        assert narrow == tally.happenings
    assert [tally.value for tally in facets["during"].tallies] == sorted(
        (tally.value for tally in facets["during"].tallies), reverse=True
    )


def test_all_that_is_found_at_once(db):
    want = Want(party=A, modality="actual")
    found = query.found(db, want=want, limit=4, offset=2, most=3)
    assert found.total == query.count_happenings(db, want=want)
    assert found.happenings == query.happenings(db, want=want, limit=4, offset=2)
    assert found.facets == query.facets(db, want=want, most=3)
    assert query.found(db, want=want, limit=4, most=0).facets == ()


@pytest.mark.parametrize("want", [Want(), Want(type="CONSULT")])
def test_dyads_and_the_matrix_count_pairs(db, rows, want):
    wanted = query.happenings(db, want=want, limit=9_999)
    pairs = Counter((a, r) for row in wanted for a in row.actors for r in row.recipients if a != r)
    found = query.dyads(db, want=want, limit=999)
    assert {(row.actor, row.recipient): row.happenings for row in found} == pairs
    assert [row.happenings for row in found] == sorted(pairs.values(), reverse=True)
    assert query.count_dyads(db, want=want) == len(pairs)
    assert query.dyads(db, want=want, limit=3, offset=2) == found[2:5]
    first = found[0]
    inside = [r for r in wanted if first.actor in r.actors and first.recipient in r.recipients]
    assert dict(first.quads) == {
        quad: sum(QUADS[row.type] == quad for row in inside) for quad, _ in first.quads
    }
    assert first.last == max(row.reported for row in inside)
    matrix = query.matrix(db, want=want, top=4)
    cells = {
        (a, r): matrix.cells[i][j]
        for i, a in enumerate(matrix.codes)
        for j, r in enumerate(matrix.codes)
    }
    assert cells == {pair: pairs.get(pair, 0) for pair in cells}
    assert sum(cells.values()) + matrix.outside == sum(pairs.values())


def test_a_dyad_is_drawn_by_month_with_its_denominators(db, rows):
    first = query.dyads(db, want=Want(), limit=1)[0]
    view = query.dyad(db, actor=first.actor, recipient=first.recipient, step="month")
    want = Want(actor=first.actor, recipient=first.recipient)
    for line, asked in (
        (view.there, want),
        (view.back, replace(want, actor=want.recipient, recipient=want.actor)),
    ):
        assert line.step == "month"
        assert line.happenings == query.count_happenings(db, want=asked)
        assert sum(bar.happenings for bar in line.bars) + line.unplaced == line.happenings
        for bar in line.bars:
            inside = query.happenings(db, want=replace(asked, during=bar.period), limit=999)
            assert bar.happenings == len(inside)
            types = Counter(row.type for row in inside)
            assert {tally.value: tally.happenings for tally in bar.types} == types
            assert bar.all == sum(date(row).startswith(bar.period) for row in rows)
    periods = [bar.period for bar in view.there.bars]
    assert periods == [bar.period for bar in view.back.bars] == sorted(periods)
    first_month, last_month = periods[0], periods[-1]
    years, months = int(last_month[:4]) - int(first_month[:4]), int(last_month[5:])
    assert len(periods) == years * 12 + months - int(first_month[5:]) + 1


def test_cells_are_exactly_what_is_drawn(db):
    first = query.dyads(db, want=Want(), limit=1)[0]
    view = query.dyad(db, actor=first.actor, recipient=first.recipient)
    cells = query.dyad_cells(view)
    drawn = sum(bar.happenings for line in (view.there, view.back) for bar in line.bars)
    assert sum(cell.happenings for cell in cells) == drawn
    assert all(cell.quad == QUADS[EventType(cell.type)] for cell in cells)
    assert [cell.period for cell in cells] == sorted(cell.period for cell in cells)


def test_short_times_are_drawn_by_day(db):
    want = Want(during="2031-06")
    line = query.timeline(db, want=want)
    assert line.step == "day"
    assert all(len(bar.period) == 10 for bar in line.bars)
    assert line.happenings == query.count_happenings(db, want=want)
    assert sum(bar.happenings for bar in line.bars) + line.unplaced == line.happenings
    months = query.happenings(db, want=want, limit=999)
    assert line.unplaced == sum(len(date(row)) == 7 for row in months)
    assert query.timeline(db, want=want, step="month").bars[0].happenings == line.happenings
    assert query.timeline(db, want=Want(actor="NOWHERE")).bars == ()


def test_actors_with_both_sides(db, rows):
    found = query.actors(db, limit=999)
    assert query.count_actors(db) == len(found)
    for row in found[:10]:
        own = [one for one in rows if row.code in one.actors]
        to_it = [one for one in rows if row.code in one.recipients]
        assert (row.as_actor, row.as_recipient) == (len(own), len(to_it))
        assert row.happenings == len({one.id for one in own + to_it})
        assert row.last == max(one.reported for one in own + to_it)
    assert query.actors(db, limit=2, offset=1) == found[1:3]


def test_one_actor(db, rows):
    view = query.actor(db, A)
    own = [row for row in rows if A in row.actors]
    expected = Counter(code for row in own for code in row.recipients if code != A)
    assert {tally.value: tally.happenings for tally in view.recipients} == expected
    assert {t.value: t.happenings for t in view.types} == Counter(row.type for row in own)
    assert sum(number for _, number in view.quads) == len(own)
    suffered = Counter(row.type for row in rows if A in row.recipients)
    assert {t.value: t.happenings for t in view.suffered} == suffered
    assert view.quotes == query.count_quotes(db, country=A)
    assert {office.tenure.country for office in view.offices} == {A}
    assert view.persons == query.persons(db, country=A, limit=50)
    assert query.actor(db, "NOWHERE") is None


def test_one_person(db):
    first = query.persons(db, limit=1)[0]
    view = query.person(db, first.slug)
    assert view.row == first
    assert first.happenings == query.count_happenings(db, want=Want(person=first.name))
    assert first.quotes == query.count_quotes(db, person=first.name)
    assert first.tenures == len(view.offices)
    assert [alias.value for alias in view.aliases] == [first.name]
    for office in view.offices:
        assert office.words == first.name
        assert office.tenure.country in view.countries
    quotes = query.quotes(db, person=first.name, limit=999)
    assert {quote.quote.speaker.name for quote in quotes} <= {first.name}
    assert len(quotes) == first.quotes
    assert query.person(db, "nobody-at-all") is None
    words = first.name.split()[0].upper()
    assert first in query.persons(db, words=words, limit=99)
    assert query.count_persons(db, words=words) == len(query.persons(db, words=words, limit=99))


def test_words_that_stand_in_for_a_name_are_no_alias(tmp_path):
    with closing(open_register(tmp_path / "own.db", write=True)) as own:
        fill(own, articles=40)
        first = query.persons(own, limit=1)[0]
        stand_ins = (("he", "pronoun.he", 50), ("the two", "coreference.pair", 60))
        for words, rule, after in stand_ins:
            own.execute(
                "INSERT INTO event_parties SELECT event, side, position + ?, ?, name, country,"
                ' sector, person, office, start, "end", ? FROM event_parties WHERE person = ?',
                (after, words, rule, first.name),
            )
        aliases = query.person(own, first.slug).aliases
    assert [alias.value for alias in aliases] == [first.name]


def test_happenings_are_found_by_their_ids(db, rows):
    some = rows[:3]
    found = query.happenings_by_id(db, [*(row.id for row in some), "h-nowhere", some[0].id])
    assert list(found) == [row.id for row in some]
    assert found[some[0].id] == query.happening(db, some[0].id).row


def test_quotes_come_newest_first(db):
    found = query.quotes(db, country=A, limit=999)
    days = [quote.article.published.value for quote in found]
    assert days == sorted(days, reverse=True)
    assert query.quotes(db, country=A, limit=2, offset=1) == found[1:3]
    assert query.count_quotes(db) == len(query.quotes(db, limit=999)) == ARTICLES


@pytest.mark.parametrize("want", [Want(), Want(actor=A)])
def test_the_map_has_countries_and_towns(db, want):
    wanted = query.happenings(db, want=want, limit=9_999)
    view = query.map_view(db, want=want)
    countries = Counter(row.place_country for row in wanted if row.place_country)
    assert {tally.value: tally.happenings for tally in view.countries} == countries
    assert view.nowhere == sum(row.place is None for row in wanted)
    towns = {(name, country): (lat, lon) for name, country, lat, lon in world().towns}
    assert sum(spot.happenings for spot in view.spots) == len(wanted) - view.nowhere
    for spot in view.spots:
        assert (spot.lat, spot.lon) == towns[spot.name, spot.country]
        clicked = replace(want, place=spot.name, country=spot.country)
        assert query.count_happenings(db, want=clicked) >= spot.happenings


def test_outlets_and_agencies(db):
    articles = [entry.row for entry in query.article_rows(db)]
    found = query.outlets(db, limit=999)
    expected = Counter(row.publisher for row in articles)
    assert {row.name: row.articles for row in found} == expected
    assert query.count_outlets(db) == len(expected)
    for row in found:
        own = [article for article in articles if article.publisher == row.name]
        assert row.copies == sum(article.copy_of is not None for article in own)
        assert row.share == row.copies / row.articles
        days = sorted(article.published.value for article in own)
        assert (row.first, row.last) == (days[0], days[-1])
    assert sum(row.troubles for row in found) == query.counts(db).troubles
    credited = Counter(row.agency for row in articles if row.agency)
    assert {row.name: row.articles for row in query.agencies(db, limit=99)} == credited
    assert query.count_agencies(db) == len(credited)


def test_runs_and_their_troubles(db):
    last, first = query.runs(db, limit=5)
    assert (first.id, first.pages, last.pages) == (1, 147, 3)
    assert dict(last.counts) == {"read": 3}
    assert last.inputs == ("bench",)
    assert query.count_runs(db) == 2
    assert query.runs(db, limit=5, offset=1) == (first,)
    for run in (first, last):
        told = query.run_troubles(db, run.id)
        assert sum(one.troubles for one in told) == run.troubles
        assert {(one.step, one.code): one.troubles for one in told} == query.count_troubles(
            db, run=run.id
        )
        assert len(query.troubles(db, run=run.id, limit=99)) == run.troubles
    told = query.run_troubles(db)
    assert sum(one.troubles for one in told) == query.counts(db).troubles > 0
    code = told[0].code
    ours = query.troubles(db, code=code, limit=99)
    assert {row.code for row in ours} == {code}
    assert len(ours) == sum(one.troubles for one in told if one.code == code)


def test_citations(db, rows):
    row = rows[0]
    cited = query.citation(db, row.id)
    first = reports(db, row)[0]
    assert (cited.kind, cited.article, cited.words) == ("happening", first.article, first.evidence)
    event = query.citation(db, first.event.id)
    assert (event.kind, event.words) == ("event", first.evidence)
    article = query.citation(db, first.article.id)
    assert (article.kind, article.article, article.words) == ("article", first.article, ())
    quote = query.article(db, first.article.id).quotes[0]
    (words,) = query.citation(db, quote.id).words
    assert words[0] == quote.span
    assert query.citation(db, "h-nothing") is None


def test_a_person_has_one_page_under_all_names(tmp_path):
    with closing(open_register(tmp_path / "own.db", write=True)) as own:
        fill(own, articles=40)
        first = query.persons(own, limit=1)[0]
        own.execute("UPDATE tenures SET person = ? WHERE person = ?", ("Q. Other", first.name))
        own.execute("INSERT INTO namings VALUES ('Q. Other', 'q other', ?)", (first.name,))
        view = query.person(own, "q-other")
        assert view.row == first
        assert {office.tenure.country for office in view.offices} <= set(view.countries)
        assert query.persons(own, words="other", limit=9) == (first,)
        asked = query.count_happenings(own, want=Want(person="q other"))
        assert asked == first.happenings
