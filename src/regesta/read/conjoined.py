"""Verbs behind "and" whose doer stands before them, or that are willed with the verb before."""

from regesta.read.dates.rule import WEEKDAYS
from regesta.read.going_on import SPOKEN_ACTS
from regesta.read.rejoined import is_thing
from regesta.read.tree import Token, hang

DAYS = frozenset(word.title() for word in WEEKDAYS if word.endswith("day"))
_OWN = frozenset({"nsubj", "nsubjpass", "expl", "aux", "auxpass"})
_SET_APART = frozenset({"relcl", "appos", "acl"})
_SENT = frozenset({"man", "woman", "envoy", "ambassador", "emissary", "representative", "diplomat"})
_MANNER = [False, True, False, True, False]  # "one-on-one", "face-to-face": where the hyphens are
_NAMES = ("PROPN", "NOUN")


def will_both(verb: Token) -> None:
    """ "threatened to send troops and shut the border": "shut" is what is threatened, too.

    Of these verbs the past tense looks as the infinitive does, and the tagger takes it for one.
    """
    first = verb.head
    bare = verb.lemma_ == verb.lower_ and not any(c.dep_ in _OWN for c in verb.children)
    if verb.dep_ in ("conj", "dep") and bare and verb.tag_ in ("VB", "VBP"):
        will = next((c for c in first.rights if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
        if will is not None and will.i < verb.i and first.tag_ in ("VBN", "VBD", "VBZ"):
            hang(verb, will, "conj")  # "is to fly to A, then travel on to B"
            verb.tag_ = "VB"
        return
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN") or first.tag_ != "VB":
        return
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in first.lefts)
    if to and verb.lemma_ == verb.lower_ and not any(c.dep_ in _OWN for c in verb.children):
        verb.tag_ = "VB"


def give_subject(verb: Token) -> None:
    """ "A struck B on Monday and C sent aid", "closed its gate to B and C sent aid": C sent it.

    C is read as joined to what stands before it, and the verb behind it as A's: but no other "and"
    joins that verb.
    """
    first = verb.head
    if verb.dep_ not in ("conj", "dep") or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    if verb.i <= first.i or any(c.dep_ in _OWN for c in verb.children):
        return
    noun = _joined_before(verb, to=first)
    if noun is None or _is_joined(verb, behind=noun):
        return
    clauses = [c for c in noun.head.rights if c.dep_ in _SET_APART and c.i > noun.i]
    hang(noun, verb, "nsubj")
    for clause in clauses:  # "on Monday and C, whose envoy it had expelled, condemned it"
        hang(clause, noun, clause.dep_)
    if verb.dep_ == "dep":
        hang(verb, first, "conj")


def _joined_before(verb: Token, *, to: Token) -> Token | None:
    """The name that "and" joins right before the verb; to a day ("on Monday and C") wherever."""
    place = verb.i - 1
    while place > to.i and verb.doc[place].dep_ == "advmod":
        place -= 1
    token = verb.doc[place]
    if token.text == "," and (apart := _set_apart(token, to=to)) is not None:
        return apart
    if token.dep_ == "conj" and token.pos_ in ("PROPN", "NOUN") and to.is_ancestor(token):
        return token if token.head.pos_ in ("PROPN", "NOUN") and token.head is not to else None
    days = (t for t in verb.doc[to.i : verb.i] if t.dep_ == "conj" and t.head.text in DAYS)
    return next((t for t in days if t.text not in DAYS), None)


def _set_apart(comma: Token, *, to: Token) -> Token | None:
    """ "expelled four envoys, and B, which fights them, says": B, with the clause behind it."""
    for name in comma.doc[to.i : comma.i]:
        if name.dep_ != "conj" or name.pos_ not in _NAMES or not to.is_ancestor(name):
            continue
        before = comma.doc[name.left_edge.i - 1]
        clause = next((c for c in name.rights if c.dep_ in _SET_APART), None)
        if before.dep_ != "cc" or clause is None or name.head is to:
            continue
        opens = comma.doc[clause.left_edge.i - 1].text == ","
        if opens and max(t.i for t in clause.subtree) == comma.i - 1:
            return name
    return None


def _is_joined(verb: Token, *, behind: Token) -> bool:
    """Whether an "and" of its own joins the verb to what stands before the name or behind it."""
    apart = {t.i for c in behind.rights if c.dep_ in _SET_APART for t in c.subtree}
    return any(t.dep_ == "cc" and t.i not in apart for t in verb.doc[behind.i + 1 : verb.i])


def float_each(word: Token) -> None:
    """ "A and B had each made the trip", whose parse has two who made it."""
    verb = word.head
    if word.lower_ not in ("each", "both", "all") or word.dep_ not in ("nsubj", "dobj"):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.i < word.i for c in verb.lefts) and (
        word.i < verb.i and not any(word.children)
    ):
        word.dep_ = "advmod"


def raise_saying(verb: Token) -> None:
    """ "A vowed to hit back if the plan went on, accusing B": A accuses, no plan does."""
    clause = verb.head
    apart = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","
    if verb.dep_ != "advcl" or verb.lemma_ not in SPOKEN_ACTS or not apart:
        return
    while clause.dep_ in ("advcl", "xcomp", "ccomp", "relcl") and clause.head.i < verb.i:
        about = next((c for c in clause.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        if about is not None and not is_thing(about):
            break
        clause = clause.head
    marked = any(c.dep_ == "mark" for c in verb.head.lefts)
    if clause is not verb.head and clause.pos_ == "VERB" and marked:
        hang(verb, clause, "advcl")


def give_name(name: Token) -> None:
    """ "A's man in X, B C, warned": B C is the man, whom the parse sets beside the town."""
    place = name.head
    preposition = place.head
    if name.dep_ != "appos" or place.dep_ != "pobj" or preposition.lower_ not in ("in", "to", "at"):
        return
    envoy = preposition.head
    if envoy.lemma_.lower() in _SENT and envoy.i < place.i and name.left_edge.i == place.i + 2:
        hang(name, envoy, "appos")


def free_manner(word: Token) -> None:
    """ "met one-on-one with A": with A they met, however the parse hangs it on the words."""
    last = word.i + len(_MANNER) - 1
    words = word.doc[word.i : last + 1] if last < len(word.doc) else []
    if [t.text == "-" for t in words] != _MANNER or words[-1].lower_ != word.lower_:
        return
    if word.head.pos_ != "VERB" or word.dep_ not in ("dobj", "npadvmod", "advmod"):
        return
    word.dep_ = "advmod"
    for rest in [c for t in words for c in t.children if c not in words]:
        hang(rest, word.head, rest.dep_)
