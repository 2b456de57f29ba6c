from regesta.text import fold, words


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


def test_words_keep_inner_hyphens_and_apostrophes():
    assert shown("Oslo's co-operation, 'so-called' 4th_fleet – 2.5 tons") == [
        *("Oslo's", "co-operation", "so-called", "4th", "fleet", "2", "5", "tons")
    ]


def test_words_of_other_scripts_stay_whole():
    assert shown("मंत्री ने कहा। Привет, мир!") == ["मंत्री", "ने", "कहा", "Привет", "мир"]
    assert shown("cafe\u0301 noir") == ["cafe\u0301", "noir"]


def test_folding_drops_case_accents_and_typographic_marks():
    assert fold("Łódź’s “Großer” Ærø–İzmir").text == 'lodz\'s "grosser" aero-izmir'


def test_ascii_is_its_own_map():
    folded = fold("The Fleet")
    assert folded.text == "the fleet"
    assert folded.span(4, 9) == (4, 9)


def test_one_letter_for_two_and_marks_left_out_lead_back():
    text = "Straße cafe\u0301 noir"
    folded = fold(text)
    assert folded.text == "strasse cafe noir"
    at = folded.text.index("strasse")
    assert folded.span(at, at + 7) == (0, 6)
    assert folded.span(at + 4, at + 5) == (4, 5)
    at = folded.text.index("cafe")
    assert text[slice(*folded.span(at, at + 4))] == "cafe\u0301"
    assert folded.span(3, 3) == (3, 3)
