"""Armed groups that rule a state: what they do from that day on is the state's deed."""

from functools import cache

from regesta.knowledge.load import rows


@cache
def _rulers() -> dict[str, tuple[str, str]]:
    """Group key -> (its state, since when it rules there)."""
    return {row["key"]: (row["country"], row["since"]) for row in rows("ruling")}


def ruled_by(group: str, *, on: str | None) -> str | None:
    """The state that an armed group governs on a day; None when it governs none, or undated."""
    state, since = _rulers().get(group, ("", ""))
    return state if state and on is not None and since <= on else None
