"""The conditions of the frames table: one function a kind of need."""

from collections.abc import Callable

from spacy.tokens import Token

from regesta.knowledge.frames import Frame
from regesta.model import Sector
from regesta.read.actors.people import BODIES
from regesta.read.clauses import child, core, subject
from regesta.read.events.candidate import Candidate, has_place, names_place, party_among
from regesta.read.events.roles import role_heads, stand_in
from regesta.read.events.standing import OUGHT, speech_verb

Look = Callable[[Candidate, tuple[Token, ...]], bool]


def _some(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    return bool(heads)


def _party(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    return bool(party_among(candidate, heads))


def _person(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    return any(
        p.person is not None or (p.office is not None and p.office not in BODIES)
        for p in party_among(candidate, heads)
    )


def _foreign(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    return candidate.foreign(heads)


def _organisation(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    return any(p.sector == "IGO" for p in party_among(candidate, heads))


def _group(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    return any(p.sector is Sector.REB for p in party_among(candidate, heads))


def _people(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    """Nationals of a state: "freed 12 Norwegians"."""
    return any(p.sector is Sector.CVL for p in party_among(candidate, heads))


LOOKS: dict[str, Look] = {
    "": _some,
    "party": _party,
    "person": _person,
    "place": names_place,
    "land": has_place,
    "foreign": _foreign,
    "org": _organisation,
    "group": _group,
    "people": _people,
}


def _plural(candidate: Candidate) -> bool:
    """Whether two sides do it: "A and B", "the two leaders"."""
    return len(candidate.codes(candidate.subject_heads())) > 1


def _official(candidate: Candidate) -> bool:
    return _person(candidate, candidate.subject_heads())


def _joint(candidate: Candidate) -> bool:
    return any(t.lower_ == "joint" for head in candidate.object_heads() for t in core(head))


def _shared_noun(candidate: Candidate) -> bool:
    """ "a joint news conference with X"."""
    return any(t.lower_ == "joint" for t in core(candidate.token))


def _sides_in(role: str) -> Callable[[Candidate], bool]:
    """Whether two sides at least stand in one role of a noun: "the meeting of A and B"."""

    def two(candidate: Candidate) -> bool:
        return len({p.country for p in stand_in(candidate, role)} - {None}) > 1

    return two


def _spoken(candidate: Candidate) -> bool:
    """Whether the words are somebody's speech, not the writer's own prose."""
    return speech_verb(candidate.token) is not None


def _own_will(candidate: Candidate) -> bool:
    """ "X said it would ...": what is said is what the speaker will do."""
    verb = candidate.ccomp()
    if verb is None or _denied(verb):
        return False
    doer = subject(verb)
    named = candidate.codes((doer,)) if doer is not None else frozenset()
    own = bool(named & candidate.codes(candidate.subject_heads())) and _in_future(verb)
    return own or _own_promise(verb)


def _own_pronoun(candidate: Candidate) -> bool:
    """ "X said it would ...", the doer told by a pronoun alone."""
    verb = candidate.ccomp()
    return verb is not None and _own_promise(verb) and not _denied(verb)


def _own_wont(candidate: Candidate) -> bool:
    """ "X said it would not ..."."""
    verb = candidate.ccomp()
    return verb is not None and _own_promise(verb) and _denied(verb)


def _must(candidate: Candidate) -> bool:
    """ "X said Y must ...": what is said is a demand on another."""
    verb = candidate.ccomp()
    if verb is None or not any(c.dep_ == "aux" and c.lower_ in OUGHT for c in verb.children):
        return False
    doer = subject(verb)
    asked = candidate.codes((doer,)) if doer is not None else frozenset()
    return bool(asked - candidate.codes(candidate.subject_heads()))


def _denied(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _in_future(verb: Token) -> bool:
    words = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return bool(words & {"will", "would", "'ll", "wo"})


def _own_promise(verb: Token) -> bool:
    """Whether the doer of a reported future is the speaker: a pronoun, "their countries"."""
    doer = subject(verb)
    if doer is None or not _in_future(verb):
        return False
    if doer.lower_ in ("it", "he", "she", "they", "we"):
        return True
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in doer.children)


FLAGS: dict[str, Callable[[Candidate], bool]] = {
    "plural": _plural,
    "official": _official,
    "joint": _joint,
    "joined": _shared_noun,
    "ofplural": _sides_in("of*"),
    "possplural": _sides_in("poss"),
    "amodplural": _sides_in("amod"),
    "xcomp": lambda c: c.xcomp() is not None,
    "ccomp": lambda c: c.ccomp() is not None,
    "ccompmust": _must,
    "ownwill": _own_will,
    "ownpronoun": _own_pronoun,
    "ownwont": _own_wont,
    "spoken": _spoken,
    "oprd": lambda c: child(c.token, "oprd") is not None,
    "own": lambda c: not c.foreign(c.object_heads()),
    "subj:armed": lambda c: c.armed(),
}


def _looked_at(candidate: Candidate, heads: tuple[Token, ...], look: str) -> bool:
    if look in LOOKS:
        return LOOKS[look](candidate, heads)
    return any(candidate.in_class(head, look) for head in heads)


def _complement(candidate: Candidate, need: str) -> bool:
    """ "xcomp:@CLASS" and "acomp:ready:@CLASS"."""
    kind, _, rest = need.partition(":")
    if kind in ("xcomp", "ccomp"):
        verb = candidate.xcomp() if kind == "xcomp" else candidate.ccomp()
        return verb is not None and candidate.in_class(verb, rest)
    word, _, inner = rest.partition(":")
    labels = ("acomp", "oprd", "attr", "ccomp") if kind == "acomp" else (kind,)
    for found in candidate.token.children:
        if found.dep_ not in labels or found.lemma_.lower() != word:
            continue
        if not inner:
            return True
        return any(c.dep_ == "xcomp" and candidate.in_class(c, inner) for c in found.children)
    return False


def holds(candidate: Candidate, need: str) -> bool:
    """Whether one need of the table holds for the predicate."""
    if need.startswith("-"):
        return not holds(candidate, need[1:])
    if need in FLAGS:
        return FLAGS[need](candidate)
    kind, _, rest = need.partition(":")
    if kind == "obj":
        return _looked_at(candidate, candidate.object_heads(), rest)
    if kind == "subj":
        return _looked_at(candidate, candidate.subject_heads(), rest)
    if kind == "light":
        return len(candidate.codes(role_heads(candidate, "light"))) > 1
    if kind == "ccompsubj":
        return _looked_at(candidate, role_heads(candidate, "ccompsubj"), rest)
    if kind == "prep":
        name, _, look = rest.partition(":")
        return _looked_at(candidate, candidate.after(name), look)
    if kind == "prt":
        return any(
            c.dep_ in ("prt", "advmod", "prep") and c.lower_ == rest
            for c in candidate.token.children
        )
    return _complement(candidate, need)


def fits(candidate: Candidate, frame: Frame) -> bool:
    """Whether one of the frame's alternatives stands whole beside the predicate."""
    return any(all(holds(candidate, need) for need in every) for every in frame.needs)
