"""Records to bytes and back; the only file of the model that knows msgspec."""

from typing import TypeVar

import msgspec

Record = TypeVar("Record")


def encode(record: object) -> bytes:
    """A record (or a tuple of records) as compact JSON; the same record gives the same bytes."""
    return msgspec.json.encode(record, order="deterministic")


def decode(raw: bytes, kind: type[Record]) -> Record:
    """The record that `encode` wrote; raises msgspec.DecodeError on bytes of another shape."""
    return msgspec.json.decode(raw, type=kind)


def plain(record: object) -> object:
    """A record as dicts, lists and scalars, for JSON answers and exports."""
    return msgspec.to_builtins(record, order="deterministic")
