"""Subjects that the parse hangs elsewhere, given back to their verbs."""

from collections.abc import Iterator

from regesta.read.dates.rule import WEEKDAYS
from regesta.read.rejoined import OWN, SUBJECTS
from regesta.read.tree import Token, hang

DAYS = frozenset(word.title() for word in WEEKDAYS if word.endswith("day"))
_SET_APART = frozenset({"relcl", "appos", "acl"})
_NAMES = ("PROPN", "NOUN")
_BESIDE = frozenset({"advcl", "acl", "conj", "pcomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_WHEN = frozenset({"after", "before", "since", "until"})


def give_subject(verb: Token) -> None:
    """ "A struck B on Monday and C sent aid", "closed its gate to B and C sent aid": C sent it.

    C is read as joined to what stands before it, and the verb behind it as A's: but no other "and"
    joins that verb.
    """
    first = verb.head
    if verb.dep_ == "acl" and first.dep_ == "dobj" and any(c.dep_ == "dobj" for c in verb.rights):
        first = first.head  # "freed a spy and C sent aid", read as a spy who sent it
    bare = verb.dep_ in ("advcl", "acl", "ccomp") and verb.tag_ == "VBD"
    bare = bare and all(c.dep_ != "mark" for c in verb.lefts) and first.pos_ == "VERB"
    if not (bare or verb.dep_ in ("conj", "dep")) or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    if verb.i <= first.i or any(c.dep_ in OWN for c in verb.children):
        return
    noun = _joined_before(verb, to=first)
    if noun is None or _is_joined(verb, behind=noun):
        return
    clauses = [c for c in noun.head.rights if c.dep_ in _SET_APART and c.i > noun.i]
    clauses = [c for c in clauses if c is not verb]
    hang(noun, verb, "nsubj")
    for clause in clauses:  # "on Monday and C, whose envoy it had expelled, condemned it"
        hang(clause, noun, clause.dep_)
    if verb.dep_ != "conj":
        hang(verb, first, "conj")


def _joined_before(verb: Token, *, to: Token) -> Token | None:
    """The name that "and" joins right before the verb; to a day ("on Monday and C") wherever."""
    place = verb.i - 1
    while place > to.i and verb.doc[place].dep_ == "advmod":
        place -= 1
    token = verb.doc[place]
    if token.text == "," and (apart := _set_apart(token, to=to)) is not None:
        return apart
    if token.dep_ == "conj" and token.pos_ in _NAMES and to.is_ancestor(token):
        if token.head is to:
            return token if token.pos_ == "PROPN" else None  # a name that is joined to a verb
        return token if token.head.pos_ in _NAMES else None
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


def give_clause(verb: Token) -> None:
    """ "after an attack by A in May killed B", read as "after an attack" and a verb of no doer.

    "As war with B continued to loom" too.
    """
    if verb.tag_ != "VBD" or verb.dep_ not in ("advcl", "ccomp"):
        return
    if any(c.i < verb.i for c in verb.children) or verb.head.i > verb.i:
        return
    words = _WHEN | {"as"} if verb.dep_ == "advcl" else frozenset({"as"})
    for preposition in (t for t in verb.head.subtree if t.lower_ in words and t.dep_ == "prep"):
        noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
        ends = max(t.i for t in preposition.subtree) + 1 == verb.i
        if noun is not None and ends and preposition.i < verb.i:
            hang(verb, preposition.head, "advcl")
            hang(noun, verb, "nsubj")
            hang(preposition, verb, "mark")
            return


def give_absolute(participle: Token) -> None:
    """ "despite A and B denouncing X": who does it, read as what the preposition governs."""
    if participle.tag_ != "VBG" or participle.dep_ not in ("advcl", "acl"):
        return
    last = participle.left_edge.i - 1
    name = participle.doc[max(last, 0)]
    while name.dep_ == "conj" and name.head.i < name.i:
        name = name.head
    preposition = name.head
    bare = (
        last >= 0 and max(t.i for t in name.subtree) >= last and not participle.doc[last].is_punct
    )
    if not bare or name.dep_ != "pobj" or preposition.lower_ not in ("despite", "with", "amid"):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "mark") for c in participle.children):
        return
    hang(participle, preposition, "pcomp")
    hang(name, participle, "nsubj")


def give_second(participle: Token) -> None:
    """ "with A cutting ties with B and C banning imports": C bans them, read as behind B."""
    name = participle.doc[max(participle.i - 1, 0)]
    if name.dep_ != "conj" or name.pos_ != "PROPN" or participle.dep_ not in _BESIDE:
        return
    above = (*_above(participle), *_above(name))
    first = next((t for t in above if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
    if first is None or first is participle or participle.is_ancestor(first):
        return
    if not any(c.dep_ == "nsubj" for c in first.lefts):
        return
    own = [c for c in participle.children if c.dep_ in OWN]
    if participle.dep_ == "pcomp" and own == [name.head]:  # "with B and C banning"
        hang(name.head, participle.head, "pobj")
    elif own or participle.dep_ == "pcomp":
        return
    hang(name, participle, "nsubj")
    hang(participle, first, "conj")


def _above(token: Token) -> Iterator[Token]:
    while token.head is not token:
        token = token.head
        yield token


def take_for_participle(word: Token) -> None:
    """ "with A expelling B and C cutting ties": C cuts them, read as a thing, "the C cutting"."""
    name = next((c for c in word.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"), None)
    joined = word.dep_ == "conj" and word.head.tag_ == "VBG" and word.lower_.endswith("ing")
    if name is not None and joined and any(c.dep_ == "dobj" for c in word.rights):
        word.tag_, word.pos_ = "VBG", "VERB"
        name.dep_ = "nsubj"


def raise_main(verb: Token) -> None:
    """ "Hours after A banned B, C shot D": C's deed, hung by the parse below what was before."""
    before = verb.head
    opens = any(c.dep_ == "mark" and c.lower_ in _WHEN for c in before.lefts)
    doers = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if verb.dep_ != "ccomp" or before.dep_ != "ROOT" or not opens or not doers:
        return
    if verb.doc[doers[-1].left_edge.i - 1].text != ",":
        return
    for taken in doers[:-1]:
        hang(taken, before, "dobj")
    hang(verb, verb, "ROOT")
    hang(before, verb, "advcl")


def give_agent(by: Token) -> None:
    """ "was accused of spying by A": by A, who accuses, read as behind the spying."""
    crime = by.head
    charge = crime.head.head
    if by.dep_ != "prep" or crime.head.lower_ not in ("of", "for") or crime.tag_ != "VBG":
        return
    passive = any(c.dep_ == "auxpass" for c in charge.lefts)
    named = any(c.dep_ == "pobj" and c.pos_ == "PROPN" for c in by.rights)
    told = any(c.dep_ in ("agent", "dobj") for c in charge.rights)
    if passive and named and not told and all(c.dep_ != "auxpass" for c in crime.lefts):
        hang(by, charge, "agent")


def part_from_subject(verb: Token) -> None:
    """ "Having banned imports, A closed its port": what A had done, read as what closed it."""
    opens = any(c.dep_ == "aux" and c.lower_ == "having" for c in verb.lefts)
    if opens and verb.dep_ == "csubj" and any(c.dep_ in SUBJECTS for c in verb.head.lefts):
        verb.dep_ = "advcl"


def give_clause_doer(mark: Token) -> None:
    """ "before A shot down B", "before A froze talks with B": A did it, read as behind "before".

    Of the second the parse makes one thing: "the froze talks".
    """
    name = mark.doc[min(mark.i + 1, len(mark.doc) - 1)]
    while name.dep_ == "compound" and name.head.i == name.i + 1:
        name = name.head
    verb = name.doc[min(name.i + 1, len(name.doc) - 1)]
    if name.dep_ != "pobj" or name.head is not mark or name.pos_ != "PROPN" or verb.tag_ != "VBD":
        return
    if any(c.dep_ in OWN and not c.is_ancestor(mark) for c in verb.children):
        return
    above, told = verb.head, mark.dep_ == "mark" and mark.head is verb
    if told:
        hang(name, verb, "nsubj")
    elif verb.dep_ == "amod" and above.i > verb.i and above.dep_ == "dobj":
        _open_clause(verb, mark=mark, name=name, above=above.head)
        hang(above, verb, "dobj")
    elif verb.dep_ in ("advcl", "conj", "ccomp") and above.i < mark.i and above.pos_ == "VERB":
        for taken in [c for c in verb.lefts if c.dep_ in SUBJECTS]:  # "banned imports as A signed"
            hang(taken, above, "dobj")
        _open_clause(verb, mark=mark, name=name, above=above)


def _open_clause(verb: Token, *, mark: Token, name: Token, above: Token) -> None:
    """The verb made that of a clause which the mark opens and the name leads."""
    hang(verb, above, "advcl")
    hang(mark, verb, "mark")
    hang(name, verb, "nsubj")


def give_far_subject(verb: Token) -> None:
    """ "..., and A, on a visit to B, told C": A, where the parse made it a part of what was before.

    What stands between the commas is A's.
    """
    told = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children)
    comma = verb.doc[verb.i - 1] if verb.i else verb
    if told or verb.tag_ not in _FINITE or comma.text != "," or verb.head.dep_ == "nsubj":
        return
    first = next((t for t in reversed(verb.doc[: comma.i]) if t.text == ","), None)
    name = verb.doc[first.i - 1] if first is not None and first.i else None
    if name is None or name.pos_ != "PROPN" or name.dep_ not in ("dobj", "conj", "appos"):
        return
    start = name.left_edge
    joined = start.i > 1 and verb.doc[start.i - 1].lower_ in ("and", "but", "while")
    inside = verb.doc[comma.i - 1 : comma.i] and verb.doc[name.i + 2 : comma.i]
    if not joined or any(t.tag_ in _FINITE or t.tag_ == "MD" for t in inside):
        return
    if not inside or inside[0].pos_ not in ("ADP", "VERB") or name.head is verb:
        return
    top = inside[0]
    hang(name, verb, "nsubj")
    hang(top, verb, "prep" if top.pos_ == "ADP" else "advcl")
