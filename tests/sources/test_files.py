import gzip
import io
import os
import sys

import pytest

from regesta.model import Page, Trouble
from regesta.sources import SourceError, check_inputs, pages

TEXT = b"The fleet left Bergen on Sunday.\r\nIt will return in May.\n"
HTML = b"<!doctype html><title>Fleet</title><p>The fleet left Bergen.</p>"


def read(*inputs, **more) -> tuple[list[Page], list[Trouble]]:
    found = list(pages([str(one) for one in inputs], **more))
    return (
        [one for one in found if isinstance(one, Page)],
        [one for one in found if isinstance(one, Trouble)],
    )


def write(folder, **files):
    for name, raw in files.items():
        (folder / name.replace("_", ".")).write_bytes(raw)


def test_a_text_file_is_one_page_unchanged(tmp_path):
    write(tmp_path, a_txt=TEXT)
    found, troubles = read(tmp_path / "a.txt", fetched_at="2026-01-02T03:04:05Z")
    assert found == [
        Page(name="a.txt", body=TEXT, media_type="text/plain", fetched_at="2026-01-02T03:04:05Z")
    ]
    assert troubles == []


@pytest.mark.parametrize(
    "raw",
    [
        HTML,
        b"\xef\xbb\xbf  <HTML><p>x",
        b'<?xml version="1.0"?>\n<!-- saved --><html xmlns="x"><p>x',
        b"<!-- saved from url --><!-- more --><div>x</div>",
        HTML.decode().encode("utf-16"),
    ],
)
def test_html_is_told_by_its_content(tmp_path, raw):
    write(tmp_path, a_txt=raw)
    found, _ = read(tmp_path / "a.txt")
    assert [(one.media_type, one.body) for one in found] == [("text/html", raw)]


def test_html_without_tags_at_its_head_is_told_by_its_name(tmp_path):
    write(tmp_path, a_html=b"Fleet news <p>x", b_txt=b"Fleet news <p>x")
    found, _ = read(tmp_path)
    assert [one.media_type for one in found] == ["text/html", "text/plain"]


def test_text_that_begins_like_code_is_text(tmp_path):
    write(tmp_path, a_txt=b"[Bergen] The fleet left.", b_txt=b"{sic} it said", c_txt=b"<3 Oslo")
    found, _ = read(tmp_path)
    assert [one.media_type for one in found] == ["text/plain"] * 3


def test_folders_are_read_in_order_without_hidden_files(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path, c_txt=b"third", a_txt=b"first")
    write(tmp_path / "b", z_txt=b"second")
    write(tmp_path / ".git", x_txt=b"hidden")
    (tmp_path / ".hidden.txt").write_bytes(b"hidden")
    found, troubles = read(tmp_path)
    assert [one.body for one in found] == [b"first", b"second", b"third"]
    assert [one.name for one in found] == ["a.txt", "z.txt", "c.txt"]
    assert troubles == []


def test_a_hidden_file_that_is_named_is_read(tmp_path):
    (tmp_path / ".note").write_bytes(b"shown")
    assert [one.body for one in read(tmp_path / ".note")[0]] == [b"shown"]


def test_links_in_a_ring_end(tmp_path):
    (tmp_path / "in").mkdir()
    write(tmp_path / "in", a_txt=b"once")
    (tmp_path / "in" / "back").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "in")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    found, troubles = read(tmp_path)
    assert [one.body for one in found] == [b"once"]
    assert [(one.code, one.message.split(":")[0]) for one in troubles] == [("unreadable", "gone")]


def test_a_pipe_in_a_folder_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    _, troubles = read(tmp_path)
    assert [one.code for one in troubles] == ["unreadable"]


def test_standard_input(tmp_path):
    found, _ = read("-", stdin=io.BytesIO(gzip.compress(TEXT)))
    assert [(one.name, one.body) for one in found] == [("-", TEXT)]


def test_gzip_is_opened_whatever_the_name(tmp_path):
    write(tmp_path, a_html_gz=gzip.compress(b"x"), b_txt=gzip.compress(gzip.compress(TEXT)))
    found, _ = read(tmp_path)
    assert [(one.name, one.media_type) for one in found] == [
        ("a.html.gz", "text/html"),
        ("b.txt", "text/plain"),
    ]
    assert found[1].body == TEXT


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.html", b" \n\t ", "empty"),
        ("a.txt.gz", gzip.compress(b""), "empty"),
        ("a.bin", bytes(range(256)) * 4, "binary"),
        ("a.html", b"\x00\x01\x02" * 99, "binary"),
        ("a.zip", b"PK\x03\x04 and so on", "binary"),
        ("a.pdf", b"%PDF-1.7 and so on", "not-a-page"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "not-a-page"),
        ("site.css", b"p { color: red }", "not-a-page"),
        ("a.xml", b'<?xml version="1.0"?><rss version="2.0">', "not-a-page"),
        ("a.txt", b"word " * 1000, "too-large"),
        ("a.json", b"no json", "bad-json"),
        ("a.warc", b"WARC/1.0\r\nbroken", "truncated"),
    ],
)
def test_what_cannot_be_a_page_is_one_trouble(tmp_path, name, raw, code):
    (tmp_path / name).write_bytes(raw)
    found, troubles = read(tmp_path / name, max_bytes=4_000)
    assert found == []
    assert [(one.step, one.code) for one in troubles] == [("source", code)]
    assert troubles[0].message.startswith(f"{name}: ")
    assert troubles[0].page.startswith("p-")


def test_a_zip_bomb_is_too_large(tmp_path):
    write(tmp_path, a_txt_gz=gzip.compress(b"word " * 1_000_000))
    assert [one.code for one in read(tmp_path, max_bytes=100_000)[1]] == ["too-large"]


def test_a_cut_gzip_gives_what_there_is_and_says_so(tmp_path):
    raw = gzip.compress(os.urandom(30_000).hex().encode())
    write(tmp_path, a_txt_gz=raw[: len(raw) // 2])
    found, troubles = read(tmp_path)
    assert len(found) == 1
    assert [one.code for one in troubles] == ["truncated"]


def test_pictures_and_scripts_of_a_folder_are_counted_once(tmp_path):
    write(tmp_path, a_css=b"p {}", b_png=b"\x89PNG", c_png=b"\x89PNG", d_txt=TEXT)
    found, troubles = read(tmp_path)
    assert len(found) == 1
    assert [one.code for one in troubles] == ["left-out"]
    assert "files that are no pages: .css 1, .png 2" in troubles[0].message


def test_what_does_not_exist_raises_before_anything_is_read(tmp_path):
    write(tmp_path, a_txt=TEXT)
    inputs = [str(tmp_path / "a.txt"), str(tmp_path / "none")]
    with pytest.raises(SourceError, match=r"^There is no file or folder '.*none'\.$"):
        pages(inputs)
    with pytest.raises(SourceError):
        check_inputs(inputs)
    with pytest.raises(SourceError, match="no standard input"):
        pages(["-"])
    check_inputs(["-", str(tmp_path)])


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes only there")
def test_a_name_that_is_no_utf_8_can_be_stored(tmp_path):
    with open(os.fsencode(tmp_path) + b"/\xff.txt", "wb") as file:
        file.write(TEXT)
    found, _ = read(tmp_path)
    assert [one.name for one in found] == ["\ufffd.txt"]


def test_the_same_inputs_give_the_same_ids(tmp_path):
    write(tmp_path, a_txt=TEXT, b_txt=b"", c_html=HTML)
    first, second = list(pages([str(tmp_path)])), list(pages([str(tmp_path)]))
    assert first == second
    assert len({getattr(one, "page", None) or one.id for one in first}) == 3
