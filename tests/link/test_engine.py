"""The expressions, held against plain loops that say the same.

Another engine is checked the same way: add it to the fixture.
"""

import re
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.link import candidates as heavy
from regesta.link import keys, link, link_keys
from regesta.link import passages as shared
from regesta.link.engine import NO_DAY, ONE, Duck, rows
from regesta.link.groups import components
from regesta.link.joins import in_blocks, neighbours, paired, sharing
from regesta.link.weights import UNTOLD, carriers

CASES = re.findall(
    r"^## [^\n]+\n```\n(.*?)\n```\n",
    (Path(__file__).parents[1] / "cases" / "link.md").read_text(encoding="utf-8"),
    re.MULTILINE | re.DOTALL,
)


class Contrary(Duck):
    """The same engine with all tables upside down and batches of three rows."""

    def read(self, columns):
        return super().read({name: column[::-1].copy() for name, column in columns.items()})

    def map(self, function, tables):
        return super().map(lambda columns: in_threes(columns, function=function), tables)


def in_threes(columns, *, function):
    ends = range(0, max(1, len(next(iter(columns.values())))), 3)
    parts = [
        function({name: column[end : end + 3] for name, column in columns.items()}) for end in ends
    ]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


@pytest.fixture(scope="module", params=[Duck, Contrary], ids=lambda made: made.__name__)
def engine(request):
    with closing(request.param()) as engine:
        yield engine


FEW = settings(max_examples=25)
ITEMS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), unique=True, max_size=30)
PAIRS = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), max_size=24)
WORDS = st.dictionaries(
    st.tuples(st.integers(0, 13), st.integers(0, 7)),
    st.sampled_from([ONE // 50, ONE // 10, ONE // 9, ONE // 4, ONE // 2]),
    max_size=70,
)
DAYS = st.lists(
    st.one_of(st.just(NO_DAY), st.integers(730_000, 730_090)), min_size=14, max_size=14
).map(sorted)


def columns(names, of):
    table = np.array(list(of), dtype=np.int64).reshape(-1, len(names))
    return dict(zip(names, table.T.copy(), strict=True))


def listed(found, *names):
    return list(zip(*(found[name].tolist() for name in names), strict=True))


@FEW
@given(keyed=ITEMS, of=st.sets(st.integers(0, 9)))
def test_sharing_is_a_loop_over_pairs(engine, keyed, of):
    alike = {(i, j) for i, k in keyed for j, m in keyed if k == m and i < j}
    assert sharing(engine, keyed) == sorted(alike)
    assert sharing(engine, keyed, of=of) == sorted(p for p in alike if of.intersection(p))


@FEW
@given(keyed=ITEMS, reach=st.integers(1, 4))
def test_neighbours_are_the_next_with_a_key(engine, keyed, reach):
    expected = set()
    for key in {key for _, key in keyed}:
        items = sorted(item for item, other in keyed if other == key)
        expected |= {(i, j) for at, i in enumerate(items) for j in items[at + 1 : at + 1 + reach]}
    assert neighbours(engine, keyed, reach=reach) == sorted(expected)


@FEW
@given(pairs=PAIRS)
def test_components_are_named_by_their_smallest(engine, pairs):
    label = list(range(16))
    for _ in label:
        for i, j in pairs:
            label[i] = label[j] = min(label[i], label[j])
    assert components(engine, 16, paired(pairs)).tolist() == label


@FEW
@given(told=st.lists(st.tuples(st.integers(0, 5), st.integers(UNTOLD, 3)), min_size=1, max_size=30))
def test_carriers_count_articles_and_spells(engine, told):
    words = sorted({word for word, _ in told})
    often = Counter(word for word, _ in told)
    spells = Counter(word for word, spell in set(told) if spell != UNTOLD)
    found = rows(engine, carriers(engine.read(columns(("word", "spell"), told))))
    assert listed(found, "word", "carriers", "spells") == [(w, often[w], spells[w]) for w in words]


@FEW
@given(weights=WORDS, days=DAYS, rare=st.integers(1, 6), following=st.integers(1, 4))
def test_candidates_are_those_of_a_plain_join(engine, weights, days, rare, following):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(heavy, "KEYS", 5)
        patch.setattr(heavy, "RARE_CARRIERS", rare)
        patch.setattr(heavy, "NEXT_CARRIERS", following)
        patch.setattr(heavy, "BLOCK_PAIRS", 7)
        carried = columns(("article", "word", "weight"), ((*at, w) for at, w in weights.items()))
        tables = heavy.candidates(
            engine,
            words=engine.read(carried),
            days=engine.read(columns(("article", "day"), enumerate(days))),
        )
        found = listed(engine.map(lambda pairs: pairs, tables), "left", "right")
        assert sorted(found) == sorted(plain_join(weights, days=days))


def plain_join(weights, *, days):
    keys = defaultdict(list)
    for (article, word), weight in weights.items():
        if weight >= heavy.LEAST_WEIGHT:
            keys[article].append((-weight, word))
    holders = defaultdict(list)
    for article in sorted(keys):
        for light, word in sorted(keys[article])[: heavy.KEYS]:
            holders[word].append((article, -light))
    common, like = Counter(), Counter()
    for told in holders.values():
        for (i, one), (j, other) in reached(told, days=days):
            common[i, j] += 1
            like[i, j] += one * other
    enough = heavy.SHARED_KEYS, heavy.LEAST_LIKE
    return {pair for pair in common if common[pair] >= enough[0] and like[pair] >= enough[1]}


def reached(told, *, days):
    common = len(told) > heavy.RARE_CARRIERS
    for place, one in enumerate(told):
        following = told[place + 1 :]
        for other in following[: heavy.NEXT_CARRIERS] if common else following:
            dated = max(days[one[0]], days[other[0]]) < NO_DAY
            if common and dated and days[other[0]] - days[one[0]] > heavy.WINDOW_DAYS:
                break
            yield one, other


@FEW
@given(told=ITEMS, least=st.integers(1, 2), most=st.integers(1, 5))
def test_common_passages_are_counted_pair_by_pair(engine, told, least, most):
    often = Counter(passage for _, passage in told)
    common = Counter(
        (i, j) for i, p in told for j, q in told if i < j and p == q and often[p] <= most
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared, "COMMON_PASSAGE", most)
        patch.setattr(shared, "LEAST_PASSAGES", least)
        carried = shared.carriers(engine.read(columns(("article", "passage"), told)))
        tables = in_blocks(engine, carried, join=shared.common, most=5)
        found = engine.map(lambda pairs: pairs, tables)
    expected = sorted((*pair, often) for pair, often in common.items() if often >= least)
    assert listed(found, "left", "right", "shared") == expected


@FEW
@given(told=ITEMS, group=st.lists(st.integers(0, 1), min_size=10, max_size=10))
def test_template_stands_under_different_leads(engine, told, group):
    told = sorted(told, key=lambda each: each[0])
    often = Counter((group[article], passage) for article, passage in told)
    least = {0: 3, 1: 2}
    lead: dict[int, int] = {}
    for article, passage in told:
        if often[group[article], passage] < least[group[article]]:
            lead.setdefault(article, passage)
    texts = defaultdict(list)
    for article, passage in told:
        texts[group[article], passage, lead.get(article)].append(article)
    expected = [
        (*of, min(articles))
        for of, leads in by_passage(texts, often=often, least=least).items()
        for articles in sorted(leads, key=max)
    ]
    table = columns(("article", "passage"), told)
    table |= {"group": np.array(group)[table["article"]], "at": np.arange(len(told))}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared, "SET_PHRASE_SUBJECTS", least[0])
        patch.setattr(shared, "TEMPLATE_SUBJECTS", least[1])
        found = rows(engine, shared.under_leads(shared.counted(engine.read(table))))
    assert listed(found, "group", "passage", "first") == sorted(expected, key=lambda row: row[:2])


def by_passage(texts, *, often, least):
    leads = defaultdict(list)
    for (group, passage, _), articles in texts.items():
        if often[group, passage] >= least[group]:
            leads[group, passage].append(articles)
    return {key: found for key, found in leads.items() if len(found) >= least[key[0]]}


def test_an_engine_that_keeps_no_order_links_the_same(case):
    """All cases in one set, which has more to join than each by itself."""
    pages = [
        each for number, block in enumerate(CASES) for each in case(apart(block, number)).readings
    ]
    articles = [article for each in pages for article in keys(each)]
    with closing(Contrary()) as contrary:
        assert link_keys(articles, engine=contrary) == link(pages)


def apart(block, number):
    """The case with page names that no other case has."""
    return re.sub(
        r"^@ (\w+)( \(\w+\))?",
        lambda found: f"@ {found[1]} ({(found[2] and found[2][2:-1]) or found[1]}x{number})",
        block,
        flags=re.MULTILINE,
    )
