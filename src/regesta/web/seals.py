"""Proof that a change was asked for by the desk's own page: a signed cookie and a signed field.

The cookie holds a seal (a random part and its signature), every form the seal's word. A page of
another site may make a browser send the cookie, but it reads neither and cannot know the word.
"""

import hmac
import secrets
from hashlib import sha256

SECRET_BYTES = 32
_RANDOM = 16  # bytes of a seal's random part: 128 bits


def make_secret() -> bytes:
    """What seals of one running desk are signed with; another run has another."""
    return secrets.token_bytes(SECRET_BYTES)


def make_key() -> str:
    """What the address of a desk must carry that others on the network can reach."""
    return secrets.token_urlsafe(24)


def make_seal(secret: bytes) -> str:
    """A new seal for a browser's cookie."""
    random = secrets.token_hex(_RANDOM)
    return f"{random}.{_sign(secret, said=f'seal {random}')}"


def is_seal(text: str, *, secret: bytes) -> bool:
    """Whether this desk made the seal."""
    random, _, signed = text.partition(".")
    return same(signed, _sign(secret, said=f"seal {random}"))


def word_of(seal: str, *, secret: bytes) -> str:
    """What a form must carry beside the cookie `seal`."""
    return _sign(secret, said=f"word {seal}")


def same(one: str, other: str) -> bool:
    """Whether two texts are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def _sign(secret: bytes, *, said: str) -> str:
    return hmac.new(secret, said.encode("utf-8", "replace"), sha256).hexdigest()
