"""Inputs as a crawl leaves them: cut off, wrongly labelled, huge, nested, empty, binary.

Everything is made from the number of the file, so a failure can be made again.
"""

import gzip
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

GOOD = (
    "Envoys meet in Zenda\n\nThe Zenda Post\nMay 6, 2031\n\n"
    "Prime Minister Ana Sol of Norway met President Bor Karl of Finland in Geneva on Tuesday.\n"
    "The two countries signed an agreement on fishing, officials said.\n"
)
HTML = (
    "<html><head><title>Envoys meet</title></head><body><article><h1>Envoys meet</h1>"
    + "".join(f"<p>{line}</p>" for line in GOOD.splitlines() if line)
    + "</article></body></html>"
)


def noise(number: int, *, size: int) -> bytes:
    """Bytes that look random and are always the same."""
    blocks = (sha256(f"{number}:{block}".encode()).digest() for block in range(size // 32 + 1))
    return b"".join(blocks)[:size]


def _warc(body: bytes) -> bytes:
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://zenda.example/\r\n"
        b"WARC-Date: 2031-05-06T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        b"Content-Type: application/http; msgtype=response\r\n"
    )
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    return head + f"Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


Damage = Callable[[int], tuple[str, bytes]]
"""From a number to a file's ending and its bytes."""

DAMAGES: tuple[Damage, ...] = (
    lambda n: (".html", HTML.encode()[: 40 + 37 * n]),
    lambda n: (".html", b"<div>" * (2_000 * (n + 1)) + GOOD.encode()),
    lambda n: (".html", HTML.encode("utf-16")[n:]),
    lambda n: (".html", HTML.replace("Zenda", "Z\xe9nda").encode("latin-1")),
    lambda n: (".html", b"<meta charset=utf-8>" + noise(n, size=5_000)),
    lambda n: (".html", b"<p>" + b"&#xD800;&#0;&#x110000;" * 50 + HTML.encode()),
    lambda n: (".html", b"<" * (10_000 * (n + 1))),
    lambda n: (".txt", b""),
    lambda n: (".txt", b"\0" * 4_096),
    lambda n: (".txt", noise(n, size=20_000)),
    lambda n: (".txt", GOOD.encode("utf-16-le")),
    lambda n: (".txt", GOOD.encode()[:-1] + b"\xc3"),
    lambda n: (".txt", b"Minister met minister and said " * (4_000 * (n + 1))),
    lambda n: (".txt", GOOD.replace("\n", "\u2028").encode()),
    lambda n: (".jsonl", b'{"text": "cut off'),
    lambda n: (".jsonl", b"\n".join((b'{"text": 5}', b"[1, 2]", b"nothing", b'{"id": "x"}'))),
    lambda n: (".json", b"[" * (20_000 * (n + 1))),
    lambda n: (".jsonl", json.dumps({"id": "\ud800", "text": "\udfff odd"}).encode()),
    lambda n: (".warc", _warc(HTML.encode())[: 200 + 90 * n]),
    lambda n: (".warc.gz", gzip.compress(_warc(HTML.encode()), mtime=0)[: 60 + 40 * n]),
)


def spoil(folder: Path, *, rounds: int) -> int:
    """Write every damage `rounds` times; how many files that are."""
    folder.mkdir(parents=True)
    count = 0
    for number in range(rounds):
        for place, damage in enumerate(DAMAGES):
            ending, raw = damage(number)
            (folder / f"bad-{number}-{place:02}{ending}").write_bytes(raw)
            count += 1
    (folder / "bad-long-line.txt").write_bytes(b"word " * 800_000)
    return count + 1
