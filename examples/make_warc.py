"""Packs warc_sources/ into pages/36-crawl.warc.gz, the same bytes on every run.

Three response records hold a web server's answer (headers and body); the conversion record holds
plain text, as the WET files of web archives do. Every record is its own gzip member.
Usage: python examples/make_warc.py
"""

import gzip
import json
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "warc_sources"
TARGET = HERE / "pages" / "36-crawl.warc.gz"


def header(first: str, fields: dict[str, str]) -> bytes:
    """A status or version line, header fields and the blank line that ends them."""
    lines = [first, *(f"{name}: {value}" for name, value in fields.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def payload(row: dict[str, str]) -> bytes:
    """What a record holds: an HTTP answer for a response, bare text for a conversion."""
    # The sources are kept in UTF-8 for reading; the archive carries each page's own encoding.
    body = (SOURCES / row["file"]).read_text(encoding="utf-8").encode(row["encoding"])
    if row["type"] == "conversion":
        return body
    fields = {"Content-Type": row["media_type"], "Content-Length": str(len(body))}
    return header("HTTP/1.1 200 OK", fields) + body


def record(row: dict[str, str]) -> bytes:
    """One WARC/1.0 record, with an id made from its address and date."""
    content = payload(row)
    response = row["type"] == "response"
    fields = {
        "WARC-Type": row["type"],
        "WARC-Target-URI": row["url"],
        "WARC-Date": row["date"],
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, row['url'] + row['date'])}>",
        "Content-Type": "application/http; msgtype=response" if response else row["media_type"],
        "Content-Length": str(len(content)),
    }
    return header("WARC/1.0", fields) + content + b"\r\n\r\n"


def archive() -> bytes:
    """The whole archive; gzip gets no clock, so that the bytes depend on the sources alone."""
    rows = json.loads((SOURCES / "records.json").read_text(encoding="utf-8"))
    return b"".join(gzip.compress(record(row), mtime=0) for row in rows)


if __name__ == "__main__":
    TARGET.write_bytes(archive())
