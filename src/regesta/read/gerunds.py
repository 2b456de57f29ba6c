"""Blows and things that a gerund tells, whose parse makes verbs of them."""

from regesta.read.tree import Token, hang

# Nouns of what weapons do, which end as verbs do: "mortar shelling".
BLOWS = frozenset({"shelling", "bombing", "firing", "strafing", "fighting"})
# Verbs of blows that a gerund tells, and the prepositions that bring one.
_BLOWS = frozenset({"fight", "shell", "bomb", "shoot", "skirmish"})
_BEFALLS = frozenset({"in", "by", "from", "during", "under", "after"})


def _is_between(token: Token) -> bool:
    """ "Fighting between A and B killed six", whose parse makes a verb of the fighting."""
    own = any(c.dep_ in ("dobj", "nsubj", "aux") for c in token.children)
    return not own and any(c.lower_ == "between" for c in token.rights)


def take_for_noun(token: Token) -> None:
    """ "tank shelling near X", "by Malian shelling", "fighting between A and B": no verbs."""
    weapon = token.doc[token.i - 1] if token.i else token
    if token.lower_ in BLOWS and token.dep_ == "nsubj" and _is_between(token):
        token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.lower_
        return
    told = token.tag_ == "VBG" and token.lower_ in BLOWS and weapon.dep_ == "pobj"
    own = any(c.dep_ in ("dobj", "nsubj", "aux", "det") for c in token.children)
    nation = weapon.pos_ in ("PROPN", "ADJ") and weapon.head.dep_ == "agent"
    if not told or own or not (weapon.pos_ == "NOUN" or nation) or token.head.i > token.i:
        return
    token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.lower_
    hang(token, weapon.head, "pobj")
    for word in weapon.lefts:
        hang(word, token, word.dep_)
    hang(weapon, token, "compound")


def take_for_thing(token: Token) -> None:
    """ "closed the crossing with B", whose parse makes a verb of the crossing."""
    ruled = any(c.dep_ == "det" for c in token.lefts) and token.tag_ == "VBG"
    own = any(c.dep_ in ("dobj", "nsubj", "aux") for c in token.children)
    if ruled and not own and token.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass"):
        token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.lower_


def take_for_blow(gerund: Token) -> None:
    """ "Killed by shelling from B", "the A bombing went on", whose parse takes it for a verb."""
    if gerund.lemma_ not in _BLOWS or any(
        c.dep_ in ("dobj", "aux", "nsubj") for c in gerund.children
    ):
        return
    above = gerund.head
    if gerund.dep_ == "pcomp" and above.lower_ in _BEFALLS:
        gerund.dep_ = "pobj"
    elif gerund.dep_ == "acl" and above.i == gerund.i - 1 and _is_split_subject(above):
        hang(gerund, above.head, above.dep_)
        for word in list(above.children):
            hang(word, gerund, word.dep_)
        hang(above, gerund, "amod")
    elif gerund.dep_ == "ROOT" and gerund.i == gerund.left_edge.i:
        told = next((c for c in gerund.rights if c.dep_ == "acl" and c.i == gerund.i + 1), None)
        if told is None or told.tag_ not in ("VBD", "VBN"):
            return
        hang(told, told, "ROOT")
        for word in [c for c in gerund.children if c.i > told.i]:
            hang(word, told, word.dep_)
        hang(gerund, told, "nsubj")
        told.tag_ = "VBD"
    else:
        return
    gerund.tag_, gerund.pos_, gerund.lemma_ = "NN", "NOUN", gerund.lower_


def _is_split_subject(name: Token) -> bool:
    """ "the Danish": a name with an article, right before what it does."""
    led = any(c.dep_ == "det" for c in name.lefts)
    return led and name.dep_ in ("nsubj", "nsubjpass") and name.pos_ in ("PROPN", "ADJ")
