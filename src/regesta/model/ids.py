"""Deterministic ids: a kind letter and 16 hex digits of a SHA-256 over length-prefixed parts."""

from hashlib import sha256


def make_id(kind: str, *parts: str | bytes | int) -> str:
    """`kind` + "-" + 16 hex digits; parts are length-prefixed, so ("ab", "c") != ("a", "bc")."""
    digest = sha256()
    for part in parts:
        raw = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(raw))
        digest.update(raw)
    return f"{kind}-{digest.hexdigest()[:16]}"
