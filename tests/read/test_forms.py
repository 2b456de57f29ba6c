"""Written forms of words."""

from regesta.read.forms import lemmas_by_form


def test_regular_and_irregular_forms_lead_to_their_lemma() -> None:
    forms = lemmas_by_form(frozenset({"say", "deny", "ban", "woman"}))
    for form, lemma in {
        "said": "say", "denied": "deny", "banned": "ban", "women": "woman", "denying": "deny",
    }.items():  # fmt: skip
        assert forms[form] == {lemma}
    assert "told" not in forms
