import pytest

from regesta.text import decode, looks_binary
from regesta.text.charsets import codec_of

RUSSIAN = "Президент подписал соглашение о границе в Осло, сообщила пресс-служба."
FRENCH = "Le président a été reçu à l’Élysée, où il a dîné avec ses invités étrangers."


@pytest.mark.parametrize(
    ("raw", "encoding", "rule"),
    [
        (b"plain words", "utf-8", "utf-8"),
        ("\ufeffété".encode(), "utf-8", "byte-order-mark"),
        ("\ufeffété".encode("utf-16-le"), "utf-16-le", "byte-order-mark"),
        ("\ufeffété".encode("utf-16-be"), "utf-16-be", "byte-order-mark"),
        ("\ufeffété".encode("utf-32-le"), "utf-32-le", "byte-order-mark"),
        ("The fleet left Oslo.".encode("utf-16-le"), "utf-16-le", "zero-bytes"),
        ("The fleet left Oslo.".encode("utf-16-be"), "utf-16-be", "zero-bytes"),
        ("外務大臣は東京で会見した。".encode("iso2022_jp"), "iso2022_jp", "escape-codes"),
        (RUSSIAN.encode("cp1251"), "cp1251", "guess"),
        (RUSSIAN.encode("koi8_r"), "koi8_r", "guess"),
        (FRENCH.encode("cp1252"), "cp1252", "guess"),
        ("外務大臣は東京で記者会見を行いました。".encode("cp932"), "cp932", "guess"),
        ("外交部发言人表示，双方将继续对话。".encode("gb18030"), "gb18030", "guess"),
    ],
)
def test_encoding_is_found(raw, encoding, rule):
    found = decode(raw)
    assert (found.encoding, found.rule, found.damage) == (encoding, rule, "")
    assert found.text == raw.decode(encoding)


def test_the_bytes_outweigh_the_declaration():
    assert decode(FRENCH.encode(), charset="windows-1251").text == FRENCH


def test_the_transport_outweighs_the_page():
    raw = b'<meta charset="koi8-r">' + RUSSIAN.encode("cp1251")
    assert decode(raw, charset="windows-1251", html=True).text.endswith(RUSSIAN)


@pytest.mark.parametrize(
    "head",
    [
        b'<meta charset="iso-8859-1">',
        b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=iso-8859-1'>",
        b'<?xml version="1.0" encoding="ISO-8859-1"?>',
    ],
)
def test_a_page_declares_its_charset(head):
    found = decode(head + "€ 5 für Öl".encode("cp1252"), html=True)
    assert (found.encoding, found.rule) == ("cp1252", "meta")
    assert found.text.endswith("€ 5 für Öl")


def test_a_declaration_that_garbles_is_not_believed():
    found = decode(RUSSIAN.encode("cp1251"), charset="euc-jp")
    assert (found.text, found.rule) == (RUSSIAN, "guess")


def test_one_broken_byte_leaves_utf_8_and_is_said():
    found = decode(RUSSIAN.encode() + b"\xff end", charset="windows-1252")
    assert found.rule == "mostly-utf-8"
    assert found.text == RUSSIAN + "\ufffd end"
    assert found.damage.startswith("1 of ")


def test_a_file_cut_inside_a_letter():
    found = decode(RUSSIAN.encode()[:51])
    assert found.rule == "mostly-utf-8"
    assert found.text == RUSSIAN[:26] + "\ufffd"


def test_line_ends_and_the_mark_stay_so_that_offsets_fit():
    assert decode(b"\xef\xbb\xbfa\r\nb\rc").text == "\ufeffa\r\nb\rc"


def test_nothing_decodes_to_nothing():
    assert decode(b"").text == ""


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        (" 'utf8' ", "utf-8"),
        ("GB2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("utf-7", None),
        ("rot13", None),
        ("", None),
    ],
)
def test_labels_are_read_as_browsers_do(label, codec):
    assert codec_of(label) == codec


@pytest.mark.parametrize(
    "raw", [b"%PDF-1.7 x", b"\x89PNG\r\n", bytes(range(256)), b"\x00" * 40, b"PK\x03\x04aaaa"]
)
def test_binary_is_seen(raw):
    assert looks_binary(raw)


@pytest.mark.parametrize(
    "raw",
    [b"", b"words " * 50 + b"\x00", RUSSIAN.encode("cp1251"), "Oslo calls".encode("utf-16")],
)
def test_text_is_not_binary(raw):
    assert not looks_binary(raw)
