"""Objects that the parse gives to another, or hangs below what is made of them."""

from regesta.read.going_on import SPEECH
from regesta.read.tree import Token, hang

# What takes a clause without "that" as its object.
_HOLDS = SPEECH | {
    "believe", "think", "suspect", "estimate", "suggest", "allege", "expect", "predict", "forecast",
    "know", "mean", "ensure", "show", "hope", "fear", "find", "decide", "see", "hear", "feel",
    "prove", "demand", "require", "urge", "claim", "make", "let", "help", "watch",
}  # fmt: skip

_JUDGES = frozenset(
    {"reject", "dismiss", "describe", "regard", "denounce", "condemn", "view", "brand", "decry",
     "label", "see", "consider", "hail", "praise", "welcome", "criticise", "criticize", "deplore",
     "slam", "characterise", "characterize", "treat", "rule", "declare", "deem", "brush", "term",
     "wave", "paint", "portray"}
)  # fmt: skip
# What may be done to somebody who gets or is called something: "a man, given a visa".
_GIVEN = frozenset(
    {"given", "granted", "handed", "offered", "awarded", "paid", "told", "shown", "denied",
     "dubbed", "called", "named", "nicknamed", "considered", "sold", "taught", "made", "sent",
     "promised"}
)  # fmt: skip
_HELPED = frozenset({"aux", "auxpass", "mark", "nsubj", "nsubjpass", "agent"})
_NEIGHBOURING = frozenset({"neighbouring", "neighboring", "warring", "outgoing", "surrounding"})
_BEFORE = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod"})


def put_object_back(as_: Token) -> None:
    """ "rejected as baseless the remarks", whose parse hangs the remarks below "as": they are what.

    The verdict stays with "as", as in "rejected the remarks as baseless".
    """
    verb = as_.head if as_.head.lemma_ in _JUDGES else as_.head.head
    at = as_.i + 1
    if as_.lower_ != "as" or verb.lemma_ not in _JUDGES or at >= len(as_.doc) or as_.i < verb.i:
        return
    verdict = as_.doc[at]
    if verdict.pos_ not in ("ADJ", "VERB") or any(c.dep_ == "dobj" for c in verb.children):
        return
    noun = _governed(as_) or _governed(verdict)
    if noun is None or not _is_whole(noun, verdict):
        return
    hang(as_, verb, "prep")
    hang(verdict, as_, "amod")
    hang(noun, verb, "dobj")


def give_back_object(verb: Token) -> None:
    """ "A froze talks with B and C called for calm": A froze the talks, C called for calm.

    The parse has the talks call.
    """
    first = verb.head
    if verb.dep_ != "ccomp" or verb.tag_ != "VBD" or verb.i < first.i or first.tag_ != "VBD":
        return
    named = verb.doc[verb.i - 1]
    while named.dep_ == "advmod":
        named = verb.doc[named.i - 1]
    noun = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if noun is None or named.dep_ != "conj" or named.pos_ != "PROPN" or noun is named:
        return
    beside = named.head is noun and noun.pos_ == "PROPN"  # "A urged B and C met": those met
    if not noun.is_ancestor(named) or beside or first.lemma_ in _HOLDS:
        return
    if any(c.dep_ in ("mark", "dobj") for c in (*verb.lefts, *first.rights)):
        return
    hang(noun, first, "dobj")
    hang(named, verb, "nsubj")
    hang(verb, first, "conj")


def take_for_done(verb: Token) -> None:
    """ "A praised B, banned imports from C and ...": A banned them, read as imports banned.

    So does A in "urged B to leave and imposed sanctions on C", where the parse joins two aims.
    """
    above, noun = verb.head, next((c for c in verb.rights if c.dep_ == "dobj"), None)
    helped = {c.dep_ for c in verb.children} & _HELPED
    if verb.tag_ == "VBG" or helped - {"aux"} or (helped and verb.dep_ != "amod"):
        return
    behind = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","
    if noun is not None and verb.dep_ == "conj" and above.tag_ == "VB" and above.i < verb.i:
        verb.tag_ = "VBD"
    elif noun is not None and verb.dep_ in ("advcl", "acl") and behind:
        above = above.head if verb.dep_ == "acl" and above.dep_ == "dobj" else above
        if above.i < verb.i and above.tag_ == "VBD" and verb.lower_ not in _GIVEN:
            hang(verb, above, "conj")
            verb.tag_ = "VBD"
    elif verb.dep_ == "amod" and behind and above.i == verb.i + 1 and above.tag_ == "NNS":
        _give_thing(verb, above)


def _give_thing(verb: Token, noun: Token) -> None:
    """The things that stand behind a verb and hang on another, or on the doer, given to it."""
    above = noun.head
    second = any(c.dep_ in ("dobj", "pobj") and c is not noun for c in above.rights if c.i < noun.i)
    told = above.dep_ == "ROOT" and any(c.dep_ == "relcl" for c in above.rights)
    if noun.dep_ == "dobj" and above.tag_ == "VBD" and second:
        hang(verb, above, "conj")
    elif noun.dep_ == "appos" and above.pos_ == "PROPN" and told:
        hang(verb, above, "acl")
    else:
        return
    hang(noun, verb, "dobj")
    verb.tag_, verb.pos_ = "VBD", "VERB"


def take_object(preposition: Token) -> None:
    """ "discussed with the envoy the war", "conveyed to B the thanks of A": no name of the envoy's.

    The parse sets beside the envoy what no comma parts from him.
    """
    verb, noun = preposition.head, _governed(preposition)
    done = any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)
    if noun is None or verb.pos_ != "VERB" or preposition.i < verb.i or done:
        return
    thing = next((c for c in noun.rights if c.dep_ == "appos"), None)
    if thing is None or thing.pos_ != "NOUN" or thing.doc[thing.left_edge.i - 1].is_punct:
        return
    if thing.left_edge.dep_ in ("det", "poss") and thing.left_edge is not thing:
        hang(thing, verb, "dobj")


def take_neighbouring(word: Token) -> None:
    """ "hailed neighbouring Chad for its help", whose parse takes the word for a verb."""
    name = next((c for c in word.rights if c.dep_ == "dobj"), None)
    if word.lower_ not in _NEIGHBOURING or name is None or name.pos_ != "PROPN":
        return
    if word.dep_ not in ("xcomp", "advcl", "pcomp", "acl") or any(True for _ in word.lefts):
        return
    above, dep = word.head, {"pcomp": "pobj"}.get(word.dep_, "dobj")
    hang(name, above, dep)
    for rest in [c for c in word.rights if c is not name]:
        hang(rest, above if dep == "dobj" else name, rest.dep_)
    hang(word, name, "amod")
    word.pos_, word.tag_ = "ADJ", "JJ"


def give_owned(whose: Token) -> None:
    """ "A, whose offer B spurned, left": what B spurned, which the parse sets beside A."""
    thing = whose.head
    verb = next((c for c in thing.rights if c.dep_ == "relcl"), None)
    if thing.dep_ != "appos" or verb is None or any(c.dep_ == "dobj" for c in verb.children):
        return
    if any(c.dep_ == "nsubj" and c.i > thing.i for c in verb.lefts):
        hang(verb, thing.head, "relcl")
        hang(thing, verb, "dobj")


def _governed(token: Token) -> Token | None:
    return next((c for c in token.rights if c.dep_ in ("pobj", "dobj")), None)


def _is_whole(noun: Token, verdict: Token) -> bool:
    """Whether a noun phrase begins anew behind the verdict: "the remarks", "Peru's claim"."""
    own = [c for c in noun.lefts if c.dep_ in _BEFORE and c.i > verdict.i]
    first = min(own, key=lambda t: t.i, default=noun)
    opens = first.dep_ in ("det", "poss") or first.pos_ == "PROPN" or noun.pos_ == "PROPN"
    return opens and noun.i > verdict.i + 1
