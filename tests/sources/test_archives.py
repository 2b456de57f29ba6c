import gzip
import io
import zlib

from regesta.model import Given, Page, Trouble
from regesta.sources import pages

DATE = "2026-03-01T10:00:00Z"
HTML = "<html><body><p>Flåten left Bergen.</p></body></html>".encode("latin-1")
BASE = "https://harbour.example"


def record(kind: str, path: str, block: bytes, *, media: str, more: str = "") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {BASE}{path}\r\nWARC-Date: {DATE}\r\n"
        f"WARC-Record-ID: <urn:uuid:{zlib.crc32(path.encode()):032x}>\r\n"
        f"Content-Type: {media}\r\n{more}Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(path: str, body: bytes, *head: str, status: str = "200 OK") -> bytes:
    http = "\r\n".join([f"HTTP/1.1 {status}", *head, "", ""]).encode() + body
    return record("response", path, http, media="application/http; msgtype=response")


def page(path: str) -> bytes:
    return response(path, HTML, "Content-Type: text/html; charset=iso-8859-1")


def read(raw: bytes, **more) -> list[Page | Trouble]:
    return list(pages(["-"], stdin=io.BytesIO(raw), **more))


def codes(found) -> list[str]:
    return [one.code if isinstance(one, Trouble) else one.name.removeprefix(BASE) for one in found]


def test_a_response_is_a_page_with_its_address_date_and_charset():
    assert read(page("/1"), fetched_at="2020-01-01T00:00:00Z") == [
        Page(
            name=BASE + "/1",
            body=HTML,
            media_type="text/html",
            url=BASE + "/1",
            fetched_at=DATE,
            charset="iso-8859-1",
        )
    ]


def test_each_record_zipped_on_its_own():
    raw = gzip.compress(page("/1")) + gzip.compress(page("/2"))
    assert codes(read(raw)) == ["/1", "/2"]


def test_a_text_record_of_a_wet_file():
    more = "WARC-Identified-Content-Language: nob\r\n"
    raw = record("conversion", "/1", "Flåten dro.".encode(), media="text/plain", more=more)
    (found,) = read(raw)
    assert (found.media_type, found.body.decode()) == ("text/plain", "Flåten dro.")
    assert found.given == Given(language="nob")


def test_zipped_and_chunked_bodies_are_opened():
    zipped = response(
        "/1", gzip.compress(HTML), "Content-Type: text/html", "Content-Encoding: gzip"
    )
    deflated = response(
        "/3", zlib.compress(HTML), "Content-Type: text/html", "Content-Encoding: deflate"
    )
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(HTML), HTML)
    chunks = response("/2", chunked, "Content-Type: text/html", "Transfer-Encoding: chunked")
    assert [one.body for one in read(zipped + chunks + deflated)] == [HTML] * 3


def test_what_is_no_page_is_counted_once():
    raw = (
        record("warcinfo", "", b"software: x\r\n", media="application/warc-fields")
        + response("/a.png", b"\x89PNG", "Content-Type: image/png")
        + response("/b.png", b"\x89PNG", "Content-Type: image/png")
        + page("/1")
        + response("/gone", b"<p>gone</p>", "Content-Type: text/html", status="404 Not Found")
        + response("/void", b"", "Content-Type: text/html")
        + response("/lie", b"\x89PNG\x00\x01", "Content-Type: text/html")
    )
    found = read(raw)
    assert codes(found) == ["/1", "left-out"]
    assert (
        "records that are no pages: binary 1, empty 1, image/png 2, status 404 1"
        in found[1].message
    )


def test_a_body_that_cannot_be_unpacked_does_not_stop_the_others():
    bad = response(
        "/bad", b"\x1f\x8b\x08 no gzip", "Content-Type: text/html", "Content-Encoding: gzip"
    )
    assert codes(read(bad + page("/1"))) == ["unreadable", "/1"]


def test_a_body_stored_unpacked_under_its_old_head_is_read():
    (found,) = read(response("/1", HTML, "Content-Type: text/html", "Content-Encoding: gzip"))
    assert found.body == HTML


def test_a_record_beyond_the_limit_is_skipped():
    large = response("/large", b"x" * 9_000, "Content-Type: text/html")
    bomb = response(
        "/bomb", gzip.compress(b"x" * 9_000), "Content-Type: text/html", "Content-Encoding: gzip"
    )
    found = read(large + bomb + page("/1"), max_bytes=1_000)
    assert codes(found) == ["too-large", "too-large", "/1"]


def test_a_cut_file_gives_its_whole_records():
    plain = page("/1") + page("/2")
    for cut in (8, 40, len(page("/2")) - 30):
        found = read(plain[:-cut])
        assert codes(found)[:2] == ["/1", "truncated"]
    assert codes(read(gzip.compress(plain)[:-20]))[:2] == ["/1", "truncated"]


def test_rubbish_between_records_ends_the_file_with_a_trouble():
    found = read(page("/1") + b"rubbish\r\n\r\n" * 9 + page("/2"))
    assert codes(found) == ["/1", "bad-warc"]
