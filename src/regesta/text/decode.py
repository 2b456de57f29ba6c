"""Bytes to text with evidence: what encoding it was, how that is known, and what was lost.

The bytes decide; what a server or a page declares is only asked when they are silent.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from charset_normalizer import from_bytes

from regesta.text.charsets import codec_of

DAMAGE_LIMIT = 0.02  # a declared charset that garbles more than this share is not believed
_SAMPLE = 65_536  # bytes looked at where the whole file is not needed
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_META = re.compile(
    rb"""<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_JAPANESE_ESCAPE = re.compile(rb"\x1b\$[@B]")
# Guesses are made among the encodings that news pages still come in.
_GUESSES = [
    *("cp1252", "cp1251", "koi8_r", "cp1250", "cp1254", "cp1253", "cp1255", "cp1256", "cp1257"),
    *("cp1258", "cp874", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "iso8859_2", "cp866"),
]
_LIKE_WESTERN = ("cp1250", "cp1257", "cp1258", "iso8859_2")  # short texts do not tell them apart
_BINARY_HEADS = (
    *(b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"OggS", b"ID3", b"wOFF", b"wOF2"),
    *(b"PK\x03\x04", b"PK\x05\x06", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x1f\x8b"),
    *(b"\x28\xb5\x2f\xfd", b"\x7fELF", b"MZ\x90", b"\x00asm", b"\xca\xfe\xba\xbe"),
    *(b"\xd0\xcf\x11\xe0", b"SQLite format 3"),
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\v\x1b") + b"\x7f"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the codec that gave it, the rule that chose the codec, and what was lost.

    `damage` is "" or one sentence; undecodable bytes stand as U+FFFD. A byte-order mark stays in
    the text as U+FEFF and line ends stay as they are, so that offsets fit the file.
    """

    text: str
    encoding: str
    rule: str
    damage: str = ""


@dataclass(frozen=True, slots=True)
class _Raw:
    raw: bytes
    charset: str | None
    html: bool


def decode(raw: bytes, *, charset: str | None = None, html: bool = False) -> Decoded:
    """The text of any bytes; never raises.

    `charset` is what the transport declared; with `html` the page's own declaration counts too.
    """
    given = _Raw(raw, charset, html)
    for name, rule in RULES:
        found = rule(given)
        if found is not None:
            text, encoding = found
            return Decoded(text, encoding, name, _damage(text, raw))
    return Decoded("", "utf-8", "empty")


def looks_binary(raw: bytes) -> bool:
    """Whether the bytes are no text: a known file head, or more than stray control bytes."""
    head = raw[:_SAMPLE]
    if head.startswith(_BINARY_HEADS):
        return True
    if head.startswith(tuple(mark for mark, _ in _MARKS)) or _wide(head):
        return False
    return len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 100


def _damage(text: str, raw: bytes) -> str:
    """A sentence on what could not be decoded; a U+FFFD that the source wrote itself counts too."""
    lost = text.count("\ufffd")
    if not lost:
        return ""
    return f"{lost} of {len(text)} characters could not be decoded ({len(raw)} bytes)"


def _byte_order_mark(given: _Raw) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if given.raw.startswith(mark):
            return given.raw.decode(encoding, "replace"), encoding
    return None


def _zero_bytes(given: _Raw) -> tuple[str, str] | None:
    encoding = _wide(given.raw[:_SAMPLE])
    return (given.raw.decode(encoding, "replace"), encoding) if encoding else None


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: nearly all zeros stand on one side of the byte pairs."""
    if 0 not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half < 2 or max(even, odd) * 10 < half * 3 or min(even, odd) * 20 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _escapes(given: _Raw) -> tuple[str, str] | None:
    """ISO-2022-JP is plain ASCII with escapes, so it would pass for UTF-8."""
    if not _JAPANESE_ESCAPE.search(given.raw):
        return None
    return _strict(given.raw, "iso2022_jp")


def _utf_8(given: _Raw) -> tuple[str, str] | None:
    return _strict(given.raw, "utf-8")


def _mostly_utf_8(given: _Raw) -> tuple[str, str] | None:
    """UTF-8 with a few broken bytes: at least four good sequences for each bad one."""
    good = len(_MULTIBYTE.findall(given.raw))
    if not good:
        return None
    text = given.raw.decode("utf-8", "replace")
    return (text, "utf-8") if good >= 4 * text.count("\ufffd") else None


def _transport(given: _Raw) -> tuple[str, str] | None:
    return _declared(given.raw, given.charset)


def _meta(given: _Raw) -> tuple[str, str] | None:
    found = _META.search(given.raw, 0, 4_096) if given.html else None
    if found is None:
        return None
    return _declared(given.raw, found[1].decode("ascii", "ignore"))


def _guess(given: _Raw) -> tuple[str, str] | None:
    """The likeliest encoding; among equally likely ones Western over its look-alikes."""
    found = from_bytes(given.raw[:_SAMPLE], steps=5, chunk_size=512, cp_isolation=_GUESSES)
    best = found.best()
    if best is None:
        return None
    as_likely = {one.encoding for one in found if one.chaos <= best.chaos + 0.01}
    western = best.encoding in _LIKE_WESTERN and "cp1252" in as_likely
    return _declared(given.raw, "cp1252" if western else best.encoding)


def _replace(given: _Raw) -> tuple[str, str]:
    return given.raw.decode("utf-8", "replace"), "utf-8"


# First rule that gives a text wins; the last one always does.
RULES: tuple[tuple[str, Callable[[_Raw], tuple[str, str] | None]], ...] = (
    ("byte-order-mark", _byte_order_mark),
    ("zero-bytes", _zero_bytes),
    ("escape-codes", _escapes),
    ("utf-8", _utf_8),
    ("mostly-utf-8", _mostly_utf_8),
    ("transport", _transport),
    ("meta", _meta),
    ("guess", _guess),
    ("replace", _replace),
)


def _strict(raw: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return raw.decode(encoding), encoding
    except UnicodeDecodeError:
        return None


def _declared(raw: bytes, label: str | None) -> tuple[str, str] | None:
    """The text in the labelled encoding, unless that garbles too much of it."""
    encoding = codec_of(label) if label else None
    if encoding is None:
        return None
    text = raw.decode(encoding, "replace")
    return (text, encoding) if text.count("\ufffd") <= DAMAGE_LIMIT * len(text) else None
