"""Direct speech in a parsed sentence: words that stand whole between marks are the speaker's own.

'said it "would answer"' quotes no more than a part: there "it" is the speaker, and "would" what
he promises.
"""

from regesta.read.tree import Doc, Token

_MARKS = frozenset({'"', "“", "”", "«", "»"})
_LEADS_IN = frozenset({",", ":"})


def in_direct_speech(word: Token) -> bool:
    """Whether a word is part of a whole clause that somebody is quoted with."""
    doc = word.doc
    if doc[-1].lower_ == "said" and doc[-1].lower_ != doc[-1].text.lower():
        return True  # hung below a verb of saying that nobody wrote
    before, behind = None, None
    marks = [t for t in doc if t.text in _MARKS]
    opens = not (marks and _closes(marks[0]))
    for mark in marks:
        if mark.i > word.i:
            behind = mark
            break
        before = mark if opens else None
        opens = not opens
    if before is None:
        return behind is not None and _closes(behind) and marks[0] is behind
    return _is_whole(before, doc)


def _closes(mark: Token) -> bool:
    """Whether a mark stands right behind a word, with a space or nothing after it."""
    return mark.i > 0 and not mark.doc[mark.i - 1].spaced and (mark.spaced or _is_last(mark))


def _is_last(mark: Token) -> bool:
    return mark.i + 1 == len(mark.doc) or mark.doc[mark.i + 1].is_punct


def _is_whole(mark: Token, doc: Doc) -> bool:
    """Whether what a mark opens is a sentence, or goes on with one: no part of another's."""
    first = doc[mark.i + 1] if mark.i + 1 < len(doc) else mark
    return mark.i == 0 or first.text[:1].isupper() or doc[mark.i - 1].text in _LEADS_IN


def first_person(subject_head: Token | None) -> bool:
    """Whether the doer is "we" or "I": the speaker of the words."""
    return subject_head is not None and subject_head.lower_ in ("we", "i", "us", "our", "my")
