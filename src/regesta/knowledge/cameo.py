"""CAMEO root codes ("04" consult, "19" fight): what older event data is compared by."""

from functools import cache

from regesta.knowledge.load import rows


@cache
def _roots() -> dict[tuple[str, str], str]:
    return {(row["type"], row["mode"]): row["root"] for row in rows("cameo")}


def cameo_root(type_: str, mode: str) -> str:
    """The root code of a type, or of one of its modes; raises KeyError for an unknown type."""
    return _roots().get((type_, mode)) or _roots()[type_, ""]
