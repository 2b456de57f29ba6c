"""One input as a stream of bytes: unpacked, bounded, and honest about where it broke off."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol, cast

from regesta.model import Trouble, make_id

HEAD = 65_536  # bytes of an input that are looked at to tell what it is
_CHUNK = 262_144
_GZIP = b"\x1f\x8b\x08"
_NESTING = 3  # gzip in gzip, at most


class Readable(Protocol):
    """Anything with `read(size)`: an open file, standard input, another stream."""

    def read(self, size: int, /) -> bytes: ...


class Stream:
    """The bytes of an input. Damage never raises: the stream ends, and `damage` says why.

    `damage` is "" or the code of a trouble: "truncated", "unreadable". `tail` are the last bytes
    that were read.
    """

    def __init__(self, file: Readable) -> None:
        self.damage = ""
        self.tail = b""
        self._file = file
        self._pulled = 0
        self._buffer = b""
        while len(self._buffer) < HEAD and (chunk := self._pull(HEAD - len(self._buffer))):
            self._buffer += chunk
        self.head = self._buffer

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes, all when it is negative, b"" at the end."""
        if size < 0:
            return b"".join(iter(lambda: self.read(_CHUNK), b""))
        if self._buffer:
            taken, self._buffer = self._buffer[:size], self._buffer[size:]
            return taken
        return self._pull(size)

    def upto(self, limit: int) -> bytes:
        """The first `limit` bytes, or all when there are fewer."""
        parts: list[bytes] = []
        while limit > 0 and (chunk := self.read(min(limit, _CHUNK))):
            parts.append(chunk)
            limit -= len(chunk)
        return b"".join(parts)

    def lines(self, *, cap: int) -> Iterator[bytes | None]:
        """Lines without their ends; None for one longer than `cap` bytes, which is skipped."""
        left, skipping = b"", False
        while chunk := self.read(_CHUNK):
            *whole, left = chunk.split(b"\n") if skipping else (left + chunk).split(b"\n")
            for line in whole:
                yield None if skipping or len(line) > cap else line
                skipping = False
            if len(left) > cap:
                skipping = True
        if left or skipping:
            yield None if skipping else left

    def tell(self) -> int:
        """How many bytes were read so far."""
        return self._pulled - len(self._buffer)

    def _pull(self, size: int) -> bytes:
        if self.damage:
            return b""
        try:
            chunk = self._file.read(size)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            self.damage = "truncated"
            return b""
        except OSError:
            self.damage = "unreadable"
            return b""
        self._pulled += len(chunk)
        self.tail = (self.tail + chunk[-4:])[-4:]
        return chunk


class _Unzipped:
    """What a gzip stream holds, handed on piece by piece so that nothing before a break is lost."""

    def __init__(self, packed: Stream) -> None:
        self._file = gzip.GzipFile(fileobj=cast(BinaryIO, packed), mode="rb")  # only reads it

    def read(self, size: int, /) -> bytes:
        return self._file.read1(size)


def unpacked(file: Readable) -> Stream:
    """The stream of a file, through gzip where the bytes say so (whatever the name says)."""
    stream = Stream(file)
    for _ in range(_NESTING):
        if not stream.head.startswith(_GZIP):
            break
        stream = Stream(_Unzipped(stream))
    return stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An opened input: its name, its bytes, when it was fetched, how many bytes a page may have."""

    name: str
    stream: Stream
    fetched_at: str | None
    max_bytes: int

    def trouble(self, code: str, message: str, *, raw: bytes | None = None) -> Trouble:
        """A trouble of this input; `raw` are the bytes it is about, by default the first ones."""
        return input_trouble(self.name, code, message, raw=self.stream.head if raw is None else raw)


def input_trouble(name: str, code: str, message: str, *, raw: bytes = b"") -> Trouble:
    """A trouble of an input that gave no page: its page id is made from name and first bytes."""
    page = make_id("p", name, raw[:HEAD])
    return Trouble(step="source", code=code, message=f"{name}: {message}", page=page)
