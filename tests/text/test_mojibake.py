import pytest

from regesta.text import mojibake


def garbled(text: str) -> str:
    return text.encode().decode("cp1252", "replace")


@pytest.mark.parametrize("text", ["l’été", "“Oslo”", "São", "граница", "الوزير", "20 °C", "5 €"])
@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_wrongly_decoded_text_is_found(text, codec):
    assert mojibake(text.encode().decode(codec, "ignore"))


@pytest.mark.parametrize(
    "text",
    [
        "l’été",
        "À CAFÉ… “NÃO”",
        "São Tomé",
        "Åland – Øre",
        "граница",
        "20 °C",
        "10 € Â",
        "Ã, Ñ",
        "Ñandú",
    ],
)
def test_right_text_is_left_alone(text):
    assert mojibake(text) == ()


def test_the_place_is_told():
    text = "The caf" + garbled("é") + " closed"
    assert [text[start:end] for start, end in mojibake(text)] == [garbled("é")]
