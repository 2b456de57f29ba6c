"""What somebody is thought to be, set apart by commas, that the parse takes for what he did."""

from regesta.read.tree import Token, hang

_SUPPOSED = frozenset({"believe", "think", "suspect", "say", "know", "presume", "report", "allege"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OWN = frozenset({"nsubj", "nsubjpass", "expl", "aux", "auxpass"})


def part_supposed(supposed: Token) -> None:
    """ "Guards died when men, believed to be from A, raided a post": the men raided it."""
    doc, at = supposed.doc, supposed.i
    told = supposed.lemma_ in _SUPPOSED and supposed.tag_ in ("VBD", "VBN") and at > 1
    if not told or doc[at - 1].text != "," or doc[at - 2].pos_ not in ("NOUN", "PROPN"):
        return
    inner = next((c for c in supposed.rights if c.dep_ in ("xcomp", "prep")), None)
    verb = _done_behind(inner) if inner is not None else None
    noun = doc[at - 2]
    if verb is None or not _is_placed(verb, noun, supposed):
        return
    for mark in [c for c in supposed.lefts if c.i < noun.left_edge.i]:
        hang(mark, verb, mark.dep_)
    hang(noun, verb, "nsubj")
    hang(supposed, noun, "acl")
    supposed.tag_ = "VBN"


def _done_behind(inner: Token) -> Token | None:
    """The verb without a subject that stands behind the comma after what is supposed."""
    doc = inner.doc
    comma = next((t for t in doc[inner.i :] if t.text == ","), None)
    if comma is None or comma.i + 1 >= len(doc):
        return None
    verb = doc[comma.i + 1]
    bare = verb.pos_ == "VERB" and verb.tag_ in _FINITE
    return verb if bare and not any(c.dep_ in _OWN for c in verb.children) else None


def _is_placed(verb: Token, noun: Token, supposed: Token) -> bool:
    """The verb hung where the clause of the noun belongs, if the parse lets us see where."""
    if noun.dep_ == "nsubj" and noun.head is supposed:
        if supposed.dep_ == "ROOT":
            hang(verb, verb, "ROOT")
        elif supposed.head is not verb:
            hang(verb, supposed.head, supposed.dep_)
        return True
    marker = noun.head
    if noun.dep_ == "pobj" and marker.lower_ == "as":
        hang(verb, marker.head, "advcl")
        hang(marker, verb, "mark")
        return True
    return False
