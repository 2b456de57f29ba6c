"""CAMEO roots of our own sentences, laid beside codes as PETRARCH2's records write them."""

from evaluate.petr2 import found, score


def record(text: str, *events: tuple[str, str, str]) -> dict[str, object]:
    return {
        "id": "one",
        "date": "20150609",
        "text": text,
        "events": [{"source": s, "target": t, "root": r} for s, t, r in events],
    }


def test_two_sides_stand_in_both_directions() -> None:
    read = found(record("Peru and Chile held talks in Lima"))
    assert set(read) == {("PER", "CHL", "04"), ("CHL", "PER", "04")}


def test_roots_are_scored_apart_from_sides() -> None:
    records = [
        record("Kenya accused Somalia of lying.", ("KENGOV", "SOM", "11")),
        record("Kenya accused Somalia of lying.", ("KENGOV", "ETH", "11")),
    ]
    result = score(records)
    assert (result["root"].right, result["triple"].right) == (2, 1)


def test_a_demand_is_told_from_an_appeal() -> None:
    demanded = found(record("Kenya demanded an apology from Somalia."))
    urged = found(record("Kenya urged Somalia to wait."))
    assert ({r for _, _, r in demanded}, {r for _, _, r in urged}) == ({"10"}, {"02"})
