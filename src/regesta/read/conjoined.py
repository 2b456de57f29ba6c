"""Verbs willed with the verb before them, and words that the parse takes for another doer."""

from regesta.read.going_on import SPOKEN_ACTS
from regesta.read.rejoined import OWN, is_thing
from regesta.read.tree import Token, hang

_SENT = frozenset({"man", "woman", "envoy", "ambassador", "emissary", "representative", "diplomat"})
_MANNER = [False, True, False, True, False]  # "one-on-one", "face-to-face": where the hyphens are


def will_both(verb: Token) -> None:
    """ "threatened to send troops and shut the border": "shut" is what is threatened, too.

    Of these verbs the past tense looks as the infinitive does, and the tagger takes it for one.
    """
    first = verb.head
    bare = verb.lemma_ == verb.lower_ and not any(c.dep_ in OWN for c in verb.children)
    if verb.dep_ in ("conj", "dep") and bare and verb.tag_ in ("VB", "VBP"):
        will = next((c for c in first.rights if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
        if will is not None and will.i < verb.i and first.tag_ in ("VBN", "VBD", "VBZ"):
            hang(verb, will, "conj")  # "is to fly to A, then travel on to B"
            verb.tag_ = "VB"
        return
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN") or first.tag_ != "VB":
        return
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in first.lefts)
    if to and verb.lemma_ == verb.lower_ and not any(c.dep_ in OWN for c in verb.children):
        verb.tag_ = "VB"


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
