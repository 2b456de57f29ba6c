"""Set phrases that say something: "made it clear that", "left no doubt that", "was adamant that".

The verb of such a phrase is shown as a verb of saying and what follows as what is said, so that
whatever is asked of "A said that B must go" is asked of "A made it clear that B must go" too.
"""

import re

from regesta.read.clauses import child, is_negated
from regesta.read.tree import Token, hang
from regesta.text import Hinted

# Verbs that such a phrase begins with.
CARRIES = frozenset(
    {"make", "leave", "let", "send", "serve", "give", "take", "put", "hold", "issue", "have", "be",
     "remain", "stay", "deliver", "adopt", "get", "drive", "keep", "convey", "voice", "maintain",
     "sound", "repeat", "renew", "read"}
)  # fmt: skip
WRITINGS = frozenset(
    {"document", "statement", "communique", "communiqué", "text", "letter", "note", "declaration",
     "release", "message", "post", "resolution", "report"}
)  # fmt: skip
_ARE = frozenset({"be", "remain", "stay"})
# Of whom it is said that he "is" such, he has said so.
_FIRM = frozenset(
    {"adamant", "clear", "categorical", "unequivocal", "firm", "emphatic", "blunt", "insistent",
     "unambiguous", "explicit", "steadfast", "resolute", "convinced", "unwavering"}
)  # fmt: skip
_PLAIN = frozenset({"clear", "plain", "explicit", "known", "crystal-clear", "abundantly-clear"})
_WORD = frozenset(
    {"word", "notice", "message", "signal", "view", "position", "stance", "line", "opinion",
     "reminder", "point", "belief", "conviction", "case", "argument", "warning"}
)  # fmt: skip
# What one says by such a word, where it is more than to say.
_PROMISES = frozenset(
    {"assurance", "guarantee", "pledge", "promise", "undertaking", "commitment", "vow", "oath"}
)
_SAYS = dict.fromkeys(_PROMISES, "promise") | {
    "warning": "warn", "threat": "threaten", "complaint": "complain", "admission": "admit",
    "announcement": "announce", "allegation": "allege",
}  # fmt: skip
_GIVES = frozenset({"give", "make", "issue", "send", "deliver", "voice", "repeat", "renew"})
_VIEWS = frozenset({"view", "position", "stance", "opinion", "belief"})
_CLAUSES = frozenset({"ccomp", "acl", "advcl", "csubj", "relcl"})
_PHRASES = Hinted(
    re.compile(
        r"\b(?:"
        + "|".join(sorted(_FIRM | _PLAIN | _WORD | set(_SAYS) | {"doubt", "bluntly"}))
        + r")\b(?:,? \w+){0,4}? (?:that|it|its)\b"
        + r"|\b(?:"
        + "|".join(sorted(WRITINGS))
        + r") reads?\b|\breads? the\b",
        re.IGNORECASE,
    ),
    tuple(sorted(_FIRM | _PLAIN | _WORD | set(_SAYS) | {"doubt", "bluntly", " read"})),
)


def may_say_so(text: str) -> bool:
    """Whether a text may hold such a phrase."""
    return _PHRASES.search(text) is not None


def take_for_saying(verb: Token) -> None:
    """ "A made it clear that B must go", shown as "A said that B must go".

    "B must go, the statement reads" too.
    """
    if verb.lemma_ == "read":
        writing = child(verb, "nsubj")
        if writing is not None and writing.lemma_ in WRITINGS and child(verb, "ccomp") is not None:
            verb.lemma_, verb.pos_ = "say", "VERB"
        return
    if verb.lemma_ not in CARRIES or verb.pos_ not in ("VERB", "AUX") or is_negated(verb):
        return
    for word in tuple(_words_of(verb)):
        clause = next((c for c in _clauses(word, verb) if _is_told(c, word)), None)
        if clause is None:
            continue
        hang(clause, verb, "ccomp")
        top = word
        while top.head is not verb:
            top = top.head
        if top is not clause:
            top.dep_ = "prep" if top.pos_ == "ADP" else "advmod"
        _give_listener(verb, word)
        verb.lemma_, verb.pos_ = _said_by(word), "VERB"
        return


def _said_by(word: Token) -> str:
    """The verb that a word stands for: "gave its word" promises, "sent word" only says."""
    own = word.lemma_ == "word" and child(word, "poss") is not None
    return "promise" if own else _SAYS.get(word.lemma_, "say")


def _give_listener(verb: Token, word: Token) -> None:
    """ "issued a warning to B that", shown as "warned B that"; "sent word to B" as "said to B"."""
    beside = (*word.children, *verb.children)
    for to in [c for c in beside if c.dep_ in ("prep", "dative") and c.lower_ == "to"]:
        hang(to, verb, "prep")
        for told in [c for c in to.children if c.dep_ == "pobj" and word.lemma_ in _SAYS]:
            hang(told, verb, "dobj")


def _words_of(verb: Token) -> tuple[Token, ...]:
    """The words beside a verb that make it one of saying."""
    if verb.lemma_ in _ARE:
        pointed = child(verb, "nsubj")
        if pointed is None or pointed.lower_ in ("it", "there", "what", "this", "that"):
            return ()
        firm = (c for c in verb.children if c.dep_ == "acomp" and c.lower_ in _FIRM)
        views = (c for c in _governed(verb, "of") if c.lower_ in _WORD)
        return (*firm, *views)
    plain = verb.lemma_ in ("make", "let")
    if plain and not any(c.dep_ == "dobj" and c.lemma_ in _SAYS for c in verb.rights):
        beside = (c for c in verb.rights if c.dep_ in ("ccomp", "acomp", "oprd", "xcomp"))
        return tuple(c for c in beside if c.lower_ in _PLAIN)
    if verb.lemma_ == "put":
        return tuple(c for c in verb.rights if c.lower_ in ("bluntly", "plainly", "simply"))
    return tuple(c for c in verb.rights if c.dep_ in ("dobj", "advmod") and _is_word(c))


def _is_word(noun: Token) -> bool:
    no = any(c.lower_ == "no" for c in noun.lefts)
    known = noun.lemma_ in _WORD or (noun.lemma_ in _SAYS and noun.head.lemma_ in _GIVES)
    return no if noun.lower_ == "doubt" else known and noun.pos_ == "NOUN" and not no


def _governed(verb: Token, name: str) -> tuple[Token, ...]:
    near = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == name)
    return tuple(t for p in near for t in p.children if t.dep_ == "pobj")


def _clauses(word: Token, verb: Token) -> tuple[Token, ...]:
    bare = word.pos_ in ("ADJ", "ADV", "VERB")
    beside = (c for c in verb.children if bare or c.left_edge.i == word.i + 1)
    return tuple(c for c in (*word.children, *beside) if c.dep_ in _CLAUSES and c.i > word.i)


def _is_told(clause: Token, word: Token) -> bool:
    """Whether a clause tells of somebody of its own, and is what the words are about."""
    own = child(clause, "nsubj", "nsubjpass", "expl")
    marks = ("mark", "dobj") if word.lower_ in _VIEWS else ("mark",)
    that = any(c.lower_ == "that" and c.dep_ in marks and c.i < clause.i for c in clause.children)
    if own is None or own.lower_ in ("that", "which", "who"):
        return False
    when = any(c.dep_ in ("mark", "advmod") and c.lower_ in _OTHER for c in clause.children)
    return (that or word.pos_ in ("ADJ", "VERB")) and not when


_OTHER = frozenset(
    {"when", "while", "after", "before", "as", "if", "because", "since", "until", "how", "why",
     "where", "whether", "although", "though", "unless", "once", "by"}
)  # fmt: skip
