"""The gate holds: it fails below a floor, on changed gold, and never lowers."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from evaluate.measures import Measure, digest

from evaluate import gate, measures


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "set" / "gold" / "toy.json"
    path.parent.mkdir(parents=True)
    path.write_text("{}")
    return path


@pytest.fixture
def run(tmp_path, gold, monkeypatch):
    """Run the gate on the toy gold with given scores; the exit code and what it printed."""
    monkeypatch.setattr(gate, "ALWAYS", gold.parent)
    monkeypatch.setattr(gate, "WHERE_PRESENT", tmp_path / "nowhere")

    def gated(scores, *options):
        toy = Measure(pattern="toy.json", score=lambda path: scores)
        monkeypatch.setattr(measures, "MEASURES", (toy,))
        floors = ["--floors", str(tmp_path / "floors.json")]
        result = CliRunner().invoke(gate.main, [*floors, *options], catch_exceptions=False)
        return result.exit_code, result.output

    return gated


def kept(tmp_path):
    return json.loads((tmp_path / "floors.json").read_text())["set/gold/toy.json"]["floors"]


def test_a_score_without_a_floor_fails(run):
    code, said = run({"f1": 0.5})
    assert code == 1
    assert "f1 has no floor yet" in said


def test_it_passes_at_its_floor_and_fails_below(run, tmp_path):
    assert run({"f1": 0.5004}, "--raise")[0] == 0
    assert kept(tmp_path) == {"f1": 0.5}
    assert run({"f1": 0.5})[0] == 0
    code, said = run({"f1": 0.499})
    assert code == 1
    assert "f1 is 0.499, its floor 0.500" in said


def test_raising_never_lowers(run, tmp_path):
    run({"f1": 0.5, "other": 0.1}, "--raise")
    code, _ = run({"f1": 0.4, "other": 0.2}, "--raise")
    assert code == 1
    assert kept(tmp_path) == {"f1": 0.5, "other": 0.2}


def test_errors_have_a_ceiling(run, tmp_path):
    assert run({"dates.invented": 2.0}, "--raise")[0] == 0
    assert run({"dates.invented": 3.0}, "--raise")[0] == 1
    assert run({"dates.invented": 1.0}, "--raise")[0] == 0
    assert kept(tmp_path) == {"dates.invented": 1.0}


def test_changed_gold_fails_until_its_floors_are_set_anew(run, gold, tmp_path):
    run({"f1": 0.5}, "--raise")
    gold.write_text('{"more": 1}')
    code, said = run({"f1": 0.9})
    assert code == 1
    assert "gold has changed" in said
    assert run({"f1": 0.3}, "--raise")[0] == 0
    assert kept(tmp_path) == {"f1": 0.3}


def test_a_measure_that_vanishes_fails(run):
    run({"f1": 0.5, "other": 0.5}, "--raise")
    code, said = run({"f1": 0.5})
    assert code == 1
    assert "other is no longer measured" in said


def test_the_digest_covers_the_pages_that_gold_names(tmp_path):
    gold = tmp_path / "gold" / "events.jsonl"
    page = tmp_path / "pages" / "one.txt"
    for path in (gold, page):
        path.parent.mkdir()
        path.write_text('{"page": "one.txt", "articles": []}')
    before = digest(gold)
    page.write_text("other words")
    assert digest(gold) != before
