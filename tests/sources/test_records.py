import gzip
import io
import json

import pytest

from regesta.model import Given, Page, Trouble
from regesta.sources import pages
from regesta.text import decode

RECORD = {
    "id": "n1",
    "url": "https://harbour.example/1",
    "title": "Fleet leaves",
    "text": "The fleet left Bergen.\r\nIt was Sunday.",
    "published": "2026-03-01",
    "publisher": "Harbour Times",
    "language": "en",
}


def read(raw: bytes, **more) -> list[Page | Trouble]:
    return list(pages(["-"], stdin=io.BytesIO(raw), **more))


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in records)


def codes(found) -> list[str]:
    return [one.code if isinstance(one, Trouble) else one.name for one in found]


def test_a_record_becomes_a_page_with_what_the_source_says():
    assert read(lines(RECORD), fetched_at="2026-03-02T00:00:00Z") == [
        Page(
            name="n1",
            body=RECORD["text"].encode(),
            media_type="text/plain",
            url="https://harbour.example/1",
            fetched_at="2026-03-02T00:00:00Z",
            charset="utf-8",
            given=Given(
                title="Fleet leaves",
                published="2026-03-01",
                publisher="Harbour Times",
                language="en",
            ),
        )
    ]


def test_other_spellings():
    record = {
        "_id": 17,
        "link": "https://a.example/",
        "headline": "T",
        "maintext": "Words.",
        "date_publish": "2026-03-01 10:00:00",
        "source": {"id": None, "name": "Harbour Times"},
        "lang": "nb",
        "date_download": "2026-03-03T00:00:00Z",
        "text": "",
        "publisher": None,
    }
    (page,) = read(lines(record), fetched_at="2026-01-01T00:00:00Z")
    assert (page.name, page.url, page.body) == ("17", "https://a.example/", b"Words.")
    assert page.fetched_at == "2026-03-03T00:00:00Z"
    assert page.given == Given(
        title="T", published="2026-03-01 10:00:00", publisher="Harbour Times", language="nb"
    )


def test_a_record_with_html_is_an_html_page_named_by_its_place():
    (page,) = read(lines({"html": "<p>Words.</p>"}))
    assert (page.name, page.media_type, page.body) == ("-#1", "text/html", b"<p>Words.</p>")


def test_text_outweighs_html():
    (page,) = read(lines({"html": "<p>Words.</p>", "text": "Words."}))
    assert (page.media_type, page.body) == ("text/plain", b"Words.")


def test_bad_lines_do_not_stop_the_good_ones():
    raw = b"\n".join(
        [
            lines(RECORD).strip(),
            b"{broken",
            b"",
            b'["no object"]',
            b'{"id": "n2"}',
            b'{"id": "n3", "text": 3.5}',
            b"[" * 100_000,
            b'\xff\xfe{"id"',
            lines({**RECORD, "id": "n4"}).strip() + b"\r",
        ]
    )
    found = read(raw)
    assert codes(found) == [
        "n1",
        *("bad-json", "bad-record", "empty", "n3"),
        *["bad-json"] * 2,
        "n4",
    ]
    assert "line 2" in found[1].message
    assert len({one.page for one in found if isinstance(one, Trouble)}) == 5


def test_a_line_beyond_the_limit_is_skipped():
    long = lines({"id": "long", "text": "x" * 2_000_000})
    found = read(lines(RECORD) + long + lines({**RECORD, "id": "n2"}), max_bytes=1_000)
    assert codes(found) == ["n1", "too-large", "n2"]
    assert codes(read(long, max_bytes=1_000)) == ["too-large"]
    assert codes(read(lines({"text": "x" * 1_500}), max_bytes=1_000)) == ["too-large"]


def test_the_last_line_needs_no_line_end():
    assert codes(read(lines(RECORD, {**RECORD, "id": "n2"})[:-1])) == ["n1", "n2"]


def test_a_cut_archive_keeps_its_whole_lines():
    raw = gzip.compress(lines(*({**RECORD, "id": f"n{at}", "n": at**9} for at in range(5_000))))
    found = read(raw[: len(raw) // 2])
    assert found[0].name == "n0"
    assert len(found) > 1_000
    assert codes(found)[-1] == "truncated"


def test_lone_surrogates_keep_every_offset():
    (page,) = read(b'{"text": "a\\ud83d b \\ud83d\\ude00 c"}')
    assert decode(page.body, charset=page.charset).text == "a\ufffd b \U0001f600 c"


def test_lines_in_another_encoding():
    text = "Le président a été reçu à l’Élysée, où il a dîné avec ses invités étrangers."
    raw = json.dumps({"text": text}, ensure_ascii=False).encode("cp1252")
    (page,) = read(b'{"id": "n1", "text": "x"}\n' + raw)[1:]
    assert page.body.decode() == text


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps([RECORD, {**RECORD, "id": "n2"}], indent=2),
        json.dumps([RECORD, {**RECORD, "id": "n2"}]),
        json.dumps(RECORD, indent=2) + "\n" + json.dumps({**RECORD, "id": "n2"}, indent=2),
        "\ufeff" + json.dumps([RECORD, {**RECORD, "id": "n2"}], indent=2) + "\n",
    ],
)
def test_lists_and_values_over_several_lines(raw):
    assert codes(read(raw.encode())) == ["n1", "n2"]


def test_one_value_over_several_lines():
    (page,) = read(json.dumps(RECORD, indent=2).encode())
    assert page.name == "n1"


def test_an_empty_list_has_no_pages():
    assert read(b"[ ]") == []


def test_a_long_list_is_read_piece_by_piece():
    records = [{"id": f"n{at}", "text": "word " * 200} for at in range(3_000)]
    found = read(json.dumps(records).encode())
    assert codes(found) == [f"n{at}" for at in range(3_000)]


def test_a_fault_in_a_list_is_said_and_the_records_before_it_stay():
    raw = json.dumps([RECORD, {**RECORD, "id": "n2"}]).replace('"n2"', "oops")
    found = read(raw.encode())
    assert codes(found) == ["n1", "bad-json"]
    assert codes(read(raw.encode()[:-60])) == ["n1", "bad-json"]


def test_a_list_that_is_cut():
    raw = json.dumps([RECORD, {**RECORD, "id": "n2"}]).encode()
    assert codes(read(raw[:-30])) == ["n1", "bad-json"]
    zipped = gzip.compress(raw)
    assert codes(read(zipped[:-12]))[-1] == "truncated"


def test_a_value_beyond_the_limit():
    raw = json.dumps([{"text": "x" * 3_000_000}]).encode()
    assert codes(read(raw, max_bytes=1_000)) == ["too-large"]
