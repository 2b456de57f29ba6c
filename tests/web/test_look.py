"""The style sheet: every text colour is legible on every ground it stands on (WCAG AA)."""

import re
from hashlib import sha256

import pytest

from regesta.web.folder import HERE

CSS = (HERE / "static" / "desk.css").read_text("utf-8")
LIGHT, DARK, *_ = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
SCHEMES = {"light": LIGHT, "dark": DARK}

GROUNDS = ("paper", "sheet", "hover", "chip")
TEXTS = ("ink", "muted", "red", "link")
TINTS = ("actor", "deed", "recipient", "place", "date", "said", "quote")
SQUARES = ("co-verbal", "co-material", "cf-verbal", "cf-material")

Colour = tuple[float, float, float]


def colours(scheme: str) -> dict[str, str]:
    """Custom properties of a scheme that are hexadecimal colours."""
    return dict(re.findall(r"--([\w-]+): #([0-9a-f]{6,8});", SCHEMES[scheme]))


def over(top: str, ground: str) -> Colour:
    """A colour (perhaps translucent) on an opaque ground."""
    share = int(top[6:8], 16) / 255 if len(top) == 8 else 1.0
    red, green, blue = (
        int(top[at : at + 2], 16) * share + int(ground[at : at + 2], 16) * (1 - share)
        for at in (0, 2, 4)
    )
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_is_legible_on_every_ground(scheme: str) -> None:
    known = colours(scheme)
    for text in TEXTS:
        for ground in GROUNDS:
            ratio = contrast(over(known[text], known[ground]), over(known[ground], known[ground]))
            assert ratio >= 4.5, (text, ground, ratio)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_marked_words_are_legible_also_where_two_tints_lie_on_each_other(scheme: str) -> None:
    known = colours(scheme)
    ink = over(known["ink"], known["paper"])
    for tint in TINTS:
        ground = over(known[f"{tint}-tint"], known["paper"])
        opaque = "".join(f"{round(part):02x}" for part in ground)
        assert contrast(ink, ground) >= 4.5, tint
        assert contrast(ink, over(known["quote-tint"], opaque)) >= 4.5, tint
        assert contrast(over(known[tint], known["paper"]), over(known["paper"], known["paper"])) > 3
    assert contrast(ink, over(known["target"], known["paper"])) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_squares_and_borders_stand_out(scheme: str) -> None:
    known = colours(scheme)
    paper = over(known["paper"], known["paper"])
    for name in (*SQUARES, "line-strong"):
        assert contrast(over(known[name], known["paper"]), paper) >= 3, name


OWN = sorted(path for path in (HERE / "static").iterdir() if path.is_file())
VENDOR = HERE / "static" / "vendor"


def test_nothing_is_fetched_from_elsewhere() -> None:
    for file in OWN:
        text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http" not in text, file.name
        assert "@import" not in text, file.name


def test_the_scripts_are_small_and_evaluate_nothing() -> None:
    for file in (HERE / "static").glob("*.js"):
        text = file.read_text("utf-8")
        assert len(text.splitlines()) < 150, file.name
        assert not re.search(r"\beval\b|\bFunction\(|innerHTML|\.style\b", text), file.name


def test_vendored_files_are_the_recorded_ones() -> None:
    told = dict(
        re.findall(
            r"^\| (\S+) \|.*`([0-9a-f]{64})` \|$", (VENDOR / "VENDORED.md").read_text(), re.M
        )
    )
    there = {path.name for path in VENDOR.iterdir()} - {"VENDORED.md"}
    assert set(told) == there
    for name, digest in told.items():
        assert sha256((VENDOR / name).read_bytes()).hexdigest() == digest, name


@pytest.mark.parametrize("scheme", SCHEMES)
def test_heat_map_numbers_are_legible(scheme: str) -> None:
    known = colours(scheme)
    for step in range(1, 7):
        ground = known[f"heat-{step}"]
        ink = known["on-pale" if step < 4 else "on-deep"]
        assert contrast(over(ink, ground), over(ground, ground)) >= 4.5, step
