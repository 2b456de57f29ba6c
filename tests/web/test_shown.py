"""How records read on the screen."""

import pytest

from regesta.model import Basis, When
from regesta.web import countries, shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025", "2025"),
        ("2025-08", "Aug 2025"),
        ("2025-08-05", "5 Aug 2025"),
        ("2025-08-20T17:51+09:00", "20 Aug 2025, 17:51 +09:00"),
        ("2025-08-20T17:51:08Z", "20 Aug 2025, 17:51 UTC"),
        ("2025-08-20T17:51", "20 Aug 2025, 17:51"),
        ("2025-13", "2025"),
        ("soon", "soon"),
        (None, ""),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(value: str | None, words: str) -> None:
    assert shown.day(value) == words


def test_a_date_says_how_it_is_known() -> None:
    when = When(value="2025-08", basis=Basis.DATELINE, rule="x")
    assert shown.known_by(when) == "month only, from the dateline"


def test_direction_overrides_are_shown_and_not_obeyed() -> None:
    tamed = shown.tame("pay \u202egnp.exe\u202c <b>")
    assert "\u202e" not in tamed
    assert ">RLO</span>" in tamed
    assert tamed.endswith("&lt;b&gt;")


def test_marks_that_honest_arabic_needs_are_kept() -> None:
    assert shown.tame("\u200fبيروت\u200e") == "\u200fبيروت\u200e"


def test_control_characters_and_lone_surrogates_become_visible() -> None:
    assert shown.tame("a\x00b\r\nc\ud800") == (
        'a<span class="odd">␀</span>b\nc<span class="odd">\ufffd</span>'
    )


def test_a_huge_title_is_cut_and_isolated() -> None:
    drawn = shown.title("<i>" + "word " * 2_000_000)
    assert drawn.startswith("<bdi>&lt;i&gt;word")
    assert drawn.endswith("…</bdi>")
    assert len(drawn) < 400


def test_no_title_says_so() -> None:
    assert "no headline" in shown.title(None)
    assert "no headline" in shown.title("  ")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\x00script:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//evil.example/x",
        "http:",
        "http://[broken",
        "https://a.example/\u202egnp",
        "https://a.example/" + "x" * 3_000,
        "",
        None,
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None) -> None:
    assert shown.link(url) is None


def test_web_addresses_become_links() -> None:
    assert shown.link("https://a.example/b?c=d") == "https://a.example/b?c=d"


def test_counts_agree_with_their_noun() -> None:
    assert shown.many(1, "origin") == "1 origin"
    assert shown.many(1204, "article") == "1,204 articles"
    assert shown.many(2, "story", "stories") == "2 stories"


def test_numbers_are_written_out() -> None:
    assert shown.number(2e9) == "2,000,000,000"
    assert shown.number(3.5) == "3.5"


def test_codes_are_found_by_name_and_named_by_code() -> None:
    assert countries.name_of("BLR") == "Belarus"
    assert countries.name_of("UN") == "United Nations"
    assert countries.name_of("Nobody") == "Nobody"
    assert countries.code_of("belarus") == "BLR"
    assert countries.code_of("blr") == "BLR"
    assert countries.code_of("Atlantis") == "Atlantis"
