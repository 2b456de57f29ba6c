"""Who vouches: the subject of a verb of saying, as named, resolved where it can be."""

from dataclasses import replace

from regesta.knowledge import NameHit, NameKind
from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.inside import within
from regesta.read.actors.parties import resolve
from regesta.read.actors.scene import Scene
from regesta.read.clauses import (
    child,
    complements,
    core,
    governors,
    objects,
    prepositions,
    set_apart,
    subject,
    subjects,
    with_conjuncts,
)
from regesta.read.tree import Token

SPEECH = words_of("SPEECH")
MEDIUM = words_of("MEDIUM")
_OWNERS = frozenset({NameKind.DEMONYM})
_WAVED_AWAY = frozenset({"deny", "reject", "dismiss", "dispute", "rebut", "refute", "rebuff"})
_AGENCY = frozenset({NameKind.AGENCY})
_OUTLETS = frozenset(
    {"agency", "newspaper", "daily", "weekly", "magazine", "broadcaster", "network", "channel",
     "television", "radio", "station", "website", "portal", "outlet", "service", "newswire"}
)  # fmt: skip


def speakers(verb: Token, scene: Scene) -> tuple[Party, ...]:
    """The vouchers of a verb of saying; () when the words name none."""
    quoted = _quoted(verb)
    if quoted:
        return tuple(p for t in quoted for p in named_speakers(t, scene))
    head = subject(verb) or _left_of(verb)
    if head is not None and _is_said_of(head, verb):
        return ()
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    if passive:
        heads = [t for p in prepositions(verb, "by") for t in complements(p)]
    else:
        heads = list(with_conjuncts(head)) if head is not None else []
    return tuple(p for t in heads for p in named_speakers(t, scene))


def vouching(verb: Token, scene: Scene) -> tuple[Party, ...]:
    """Who says it, and whom he cites: "X reported, citing Y"."""
    citing = (c for c in verb.children if c.tag_ == "VBG" and c.lemma_ in ("cite", "quote"))
    cited = (p for c in citing for t in objects(c) for p in named_speakers(t, scene))
    return (*speakers(verb, scene), *(p for p in cited if p.country is not None))


def _is_said_of(head: Token, verb: Token) -> bool:
    """ "A expels envoy, says B behind killing": B says nothing."""
    return head.i > verb.i and any(c.lower_ == "behind" and c.i == head.i + 1 for c in verb.rights)


def _quoted(verb: Token) -> tuple[Token, ...]:
    """ "A quoted B as saying that ...": both A, who passes it on, and B, who said it."""
    as_ = verb.head
    quoting = as_.head
    if verb.dep_ != "pcomp" or as_.lower_ != "as" or quoting.lemma_ not in ("quote", "cite"):
        return ()
    return (*subjects(quoting), *(t for t in objects(quoting) if t.pos_ != "PRON"))


def saying_of(noun: Token) -> Token | None:
    """The verb of saying of "said in a statement that ...", given the statement."""
    if noun.lemma_.lower() not in MEDIUM or noun.dep_ != "pobj":
        return None
    verb = noun.head.head
    return verb if verb.lemma_.lower() in SPEECH else None


def _left_of(verb: Token) -> Token | None:
    """ "..., his chief of staff, X, said": the name before a verb that the parse left alone."""
    doc, end = verb.doc, verb.i - 1
    if verb.dep_ != "ROOT" or child(verb, "ccomp") is None:
        return None
    while end > 0 and doc[end].is_punct:
        end -= 1
    name = doc[end]
    while name.dep_ in ("appos", "pobj", "prep") and name.left_edge.i > 1:
        if name.dep_ == "appos" and _opens(name) and not _opens(name.head):
            return name
        name = name.head
    return None


def _opens(noun: Token) -> bool:
    """Whether a noun phrase begins behind a comma."""
    first = noun.left_edge.i
    return first > 0 and noun.doc[first - 1].text == ","


def named_speakers(head: Token, scene: Scene) -> tuple[Party, ...]:
    """The vouchers that a noun phrase names: an agency, a party, else the words as they stand."""
    agency = scene.hit_at(head, _AGENCY) or _outlet(head, scene)
    if agency is not None:
        covered = tuple(t for t in core(head) if agency.start <= t.idx < agency.end) or (head,)
        return (replace(scene.party(covered, agency, rule="speaker.agency"), sector=Sector.MED),)
    found = resolve(head, scene)
    apposed = _apposed_name(head)
    if apposed is not None and found and all(p.person is None for p in found):
        words = core(apposed)  # "a Chilean newspaper, the Daily X": its name, its country
        text, span = scene.text_of(words), scene.sentence.words(words)
        return tuple(replace(p, span=span, text=text, name=text) for p in found)
    if found or head.pos_ == "PRON":
        return found
    named = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), head)
    tokens = core(named)  # "a newspaper, the Daily X": the name rather than the description
    inside = within(head, scene) or _close_to(head, scene)
    country = inside[0].country if inside else None
    return (
        scene.described(tokens, country=country, sector=Sector.NONE, rule="speaker.as-written"),
    )


def _outlet(head: Token, scene: Scene) -> NameHit | None:
    """ "the X agency", "the daily X", "X television": the outlet that is named."""
    if head.lemma_.lower() not in _OUTLETS:
        return None
    return next(iter(scene.hits(core(head), _AGENCY)), None)


def owners_of_words(noun: Token, scene: Scene) -> tuple[Party, ...]:
    """Whose word a report, claim or charge is: "a Finnish report that", "claims by B that".

    What somebody denies or waves away he does not vouch for, nor is it told for whose it is.
    """
    if noun.head.lemma_.lower() in _WAVED_AWAY:
        return ()
    owner = child(noun, "poss")
    heads = [t for p in prepositions(noun, "by", "from") for t in complements(p)]
    heads = heads or ([owner] if owner is not None else [])
    if not heads and any(scene.hit_at(c, _OWNERS) is not None for c in noun.lefts):
        heads = [noun]
    return tuple(p for t in heads for p in named_speakers(t, scene) if p.country is not None)


def _close_to(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "a person close to X": whose side he is on."""
    near = (c for c in head.children if c.lower_ == "close")
    return tuple(p for c in near for to in prepositions(c, "to") for t in complements(to)
                 for p in resolve(t, scene))  # fmt: skip


def _apposed_name(head: Token) -> Token | None:
    """The name that stands beside an indefinite description."""
    if head.pos_ != "NOUN" or head.left_edge.lower_ not in ("a", "an"):
        return None
    return next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)


def speech_verb(predicate: Token) -> Token | None:
    """The nearest verb of saying above the predicate."""
    lower = predicate
    for governor in governors(predicate):
        if governor.lemma_.lower() in SPEECH and lower.dep_ in ("ccomp", "parataxis"):
            return governor
        lower = governor
    return None


def according_to(predicate: Token, scene: Scene) -> tuple[Party, ...]:
    """Who is named in "..., according to X" anywhere above a deed."""
    above = (predicate, *governors(predicate))
    found = (p for g in above for p in prepositions(g, "according") if not set_apart(predicate, p))
    named = next(found, None)
    heads = complements(named) if named is not None else ()
    return tuple(party for head in heads for party in named_speakers(head, scene))
