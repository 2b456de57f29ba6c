"""Whom a crowd is against: its cause, its aim, the mission it stands before, whom it snubs.

"Outside the Danish embassy", "against Peru's visit", "in anger at the tariffs of X", "as X rose to
speak", "X was met by protests".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from regesta.knowledge import NameHit, NameKind, names
from regesta.knowledge.frames import words_of
from regesta.model import Party
from regesta.read.actors.inside import within
from regesta.read.actors.parties import resolve
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import (
    child,
    complements,
    core,
    is_passive,
    objects,
    prepositions,
    subject,
)
from regesta.read.events.candidate import Candidate
from regesta.read.events.indirect import called_upon, jailers
from regesta.read.tree import Token

_RALLY = words_of("RALLY")
_MISSION = words_of("MISSION")
_EMBLEMS = words_of("EMBLEM")
_DEFILES = words_of("DEFILE")
_AGAINST = words_of("AGAINSTVERB")
_ANGER = words_of("ANGER") | {"rage", "defiance"}
_HOLDS = words_of("HOLDVERB")
_ENDS = words_of("WANTEDGONE")
# Nouns of what is resented, by how they name whose it is: "the visit of X", "the pact with X".
_DOINGS = (
    ("of", words_of("COMINGS")),
    ("with", words_of("AGREEMENT") | words_of("TIES") | {"integration", "normalisation", "trade"}),
)
_BACKED = frozenset({"backed", "funded", "financed", "built", "run", "owned", "led", "made"})
HAPPENS = words_of("LIGHT") | words_of("HAPPENS")
_CAUSES = frozenset({"against", "over"})
_AT = frozenset({"at", "about", "with", "to", "toward", "towards", "of"})  # "in anger at X"
_GREETS = frozenset({"greet", "meet", "mar", "overshadow", "trail"})
# Words of which a sentence has one that says whom people are against.
OPPOSING = _MISSION | _EMBLEMS | _AGAINST | _ANGER | _HOLDS | _CAUSES | _GREETS
OPPOSING |= frozenset({"demand", "urge", "anti", "out", "back"})
_DEMANDS = frozenset({"demand", "urge", "call"})
_BESIDE = frozenset(
    {"outside", "at", "near", "opposite", "around", "by", "beside", "past", "before", "to", "on",
     "into", "inside", "toward", "towards", "in", "of", "from", "over", "surrounding", "against"}
)  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLAUSES = frozenset({"advcl", "ccomp", "relcl", "parataxis", "conj", "acl", "xcomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CARRIED = frozenset({"nsubj", "nsubjpass", "dobj"})
# A state protests by a note: people do not lodge what they do.
_LODGES = frozenset({"lodge", "file", "deliver", "issue", "register", "make", "send", "hand"})
_ANTI = "anti-"


def opposed(candidate: Candidate) -> tuple[Party, ...]:
    """Whom a protest is against: its cause, its aim, the mission it stands before, the snubbed."""
    if candidate.token.head.lemma_ in _LODGES:
        return ()
    scene, words = candidate.scene, clause_words(candidate)
    burnt = [p for word in words for p in _burnt(word, scene)]
    if burnt:
        return each_once(burnt)
    found = [p for word in words for p in _caused(word, candidate)]
    found.extend(p for word in words for p in _besieged(word, scene))
    found.extend((*_hated(candidate), *_snubbed(candidate), *_greeted(candidate)))
    found.extend(_jailers(candidate))
    return each_once(found)


def clause_words(candidate: Candidate) -> tuple[Token, ...]:
    """The words that say where and why: those of the clause, of participles and aims in it."""
    token = candidate.token
    if token.pos_ == "VERB":
        done_to = candidate.object_heads if candidate.passive else ()
        return (*below(token), *(t for head in done_to for t in below(head)))
    verb = token.head
    carried = token.dep_ in _CARRIED and verb.pos_ == "VERB" and verb.lemma_ in HAPPENS
    return (*below(token), *(below(verb) if carried else ()))


def below(top: Token) -> Iterator[Token]:
    """What stands below a word, but for its subject and clauses with a subject of their own."""
    yield top
    for c in top.children:
        if c.dep_ not in _SUBJECTS and not _is_apart(c):
            yield from below(c)


def _is_apart(clause: Token) -> bool:
    """Whether a clause tells something else: with a subject of its own, or told beside it."""
    own = clause.dep_ in _CLAUSES and child(clause, *_SUBJECTS) is not None
    return own or clause.dep_ == "relcl" or (clause.dep_ == "conj" and clause.tag_ in _FINITE)


def _caused(word: Token, candidate: Candidate) -> Iterator[Party]:
    """ "against X", "over X's raids", "to denounce X", "demanding that X leave"."""
    scene = candidate.scene
    if (word.lower_ in _CAUSES or _is_upset_at(word)) and word.dep_ in ("prep", "conj"):
        yield from (p for head in complements(word) for p in _blamed(head, scene))
    if word.pos_ == "VERB" and word.lemma_.lower() in _AGAINST:
        yield from (p for head in _direct(word) for p in _blamed(head, scene))
    if word.pos_ == "VERB" and word.lemma_ in _DEMANDS:
        yield from (p for head in _asked(word, candidate) for p in within(head, scene))


def _is_upset_at(word: Token) -> bool:
    """ "in protest at", "voiced anger with", "protested about": wherever the parse hangs it."""
    before = word.doc[word.i - 1].lemma_.lower() if word.i else ""
    return word.lower_ in _AT and before in _ANGER | _AGAINST


def _asked(verb: Token, candidate: Candidate) -> Iterator[Token]:
    """ "demanding that X leave", "calling for X to go", "demanding the closure of X's base"."""
    wanted = (*_direct(verb), *after(verb, "for"))
    yield from (head for head in wanted if head.lemma_.lower() in _ENDS)
    yield from called_upon(replace(candidate, token=verb, behind={}, answers={}))
    told = (child(c, *_SUBJECTS) for c in verb.children if c.dep_ in ("ccomp", "advcl"))
    yield from (head for head in told if head is not None and head.pos_ != "PRON")


def _direct(verb: Token) -> tuple[Token, ...]:
    return tuple(c for c in verb.children if c.dep_ == "dobj")


def _blamed(head: Token, scene: Scene) -> tuple[Party, ...]:
    """Who is meant by a cause: by its own words, or whose doing it is.

    "X", "X's raids", "an X-backed mine", "raids by X", "the visit of X", "ties with X"; not "the
    war in X", "the killing of X's men".
    """
    found = resolve(head, scene)
    hits = _backing(head, scene) or scene.hits(core(head), NATION_KINDS)
    found = found or tuple(
        scene.party(
            tuple(t for t in head.subtree if h.start <= t.idx < h.end), h, rule="protest.cause"
        )
        for h in hits
    )
    behind = tuple(name for name, nouns in _DOINGS if head.lemma_.lower() in nouns)
    return found or tuple(p for t in after(head, "by", *behind) for p in resolve(t, scene))


def _backing(head: Token, scene: Scene) -> tuple[NameHit, ...]:
    """The name in "an X-backed mine"."""
    parts = {t.idx for c in head.children if c.dep_ == "amod" for t in c.subtree}
    hits = (h for h in scene.sentence.hits if h.kind in NATION_KINDS and h.start in parts)
    return tuple(h for h in hits if h.compound and h.tail in _BACKED)


def _burnt(word: Token, scene: Scene) -> Iterator[Party]:
    """Whose flag they burn, whom they burn in effigy."""
    lemma, verb = word.lemma_.lower(), word.head
    over = word.dep_ == "pobj" and verb.lower_ in ("on", "to")
    lit = over and (verb.head.lemma_ in ("set", "fire") or verb.head.lemma_ in _DEFILES)
    if lemma in _EMBLEMS and (lit or (word.dep_ == "dobj" and verb.lemma_ in _DEFILES)):
        shown = tuple(p for t in after(word, "of") for p in resolve(t, scene))
        yield from shown or within(word, scene)
    elif lemma == "effigy" and verb.lower_ == "in":  # "burned X in effigy"
        burnt = (c for c in verb.head.children if c.dep_ == "dobj")
        yield from (p for head in burnt for p in within(head, scene))


def _besieged(word: Token, scene: Scene) -> Iterator[Party]:
    """Whose mission they gather at."""
    if word.lemma_.lower() in _MISSION and (word.dep_ == "dobj" or word.head.lower_ in _BESIDE):
        yield from _owners(word, scene)


def _owners(noun: Token, scene: Scene) -> Iterator[Party]:
    """Whose a mission is: "the Danish and Greek embassies", "the embassy of Peru", "its"."""
    hits = scene.hits(core(noun), NATION_KINDS - {NameKind.CAPITAL})
    hits += tuple(h for t in after(noun, "of") for h in scene.hits((t,), NATION_KINDS))
    for hit in hits:
        words = tuple(t for t in noun.doc if hit.start <= t.idx < hit.end)
        yield scene.party(words, hit, rule="protest.mission")
    owner = child(noun, "poss")
    if not hits and owner is not None:
        yield from resolve(owner, scene)


def _hated(candidate: Candidate) -> Iterator[Party]:
    """Whom "anti-American protests" are against; in a passive, whose mission was stormed."""
    scene, heads = candidate.scene, candidate.object_heads
    if candidate.token.pos_ != "VERB":
        heads = (candidate.token,)
    sites = (site for h in heads if (site := _stormed(h)) is not None)
    yield from (p for site in sites for p in _owners(site, scene))
    rallies = [h for h in heads if h.lemma_.lower() in _RALLY]
    for word in (t for h in rallies for t in core(h) if t.pos_ != "NOUN"):
        if scene.sentence.text[: word.idx].lower().endswith(_ANTI):
            found = names().find(word.text)
            yield from (scene.party((word,), hit, rule="protest.anti") for hit in found)


def _stormed(head: Token) -> Token | None:
    """The mission itself, or that in "its mission in X, which protesters stormed"."""
    above = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "in" else head
    return next((t for t in (head, above) if t.lemma_.lower() in _MISSION), None)


def _snubbed(candidate: Candidate) -> Iterator[Party]:
    """ "walked out of the hall as X rose to speak", "turned their backs during X's address"."""
    verb = candidate.token
    if not any(c.lower_ == "out" or c.lemma_ == "back" for c in verb.children):
        return
    clauses = (c for c in verb.children if c.dep_ == "advcl" and _is_meanwhile(c))
    spoke = (child(c, *_SUBJECTS) for c in clauses)
    heads = (*(h for h in spoke if h is not None), *after(verb, "during", "on"))
    yield from (p for head in heads for p in within(head, candidate.scene))


def _greeted(candidate: Candidate) -> Iterator[Party]:
    """Whom "X's visit was met by protests" and "protests greeted X" are against."""
    visit = greeted(candidate.token)
    if visit is not None:
        guests = tuple(c for c in visit.children if c.dep_ == "poss") or after(visit, "of", "by")
        yield from (p for head in guests or (visit,) for p in within(head, candidate.scene))


def greeted(noun: Token) -> Token | None:
    """The visit or visitor that a protest meets."""
    told = noun.dep_ == "pobj" and noun.head.lower_ in ("by", "with")
    verb = noun.head.head if told else noun.head
    if noun.pos_ == "VERB" or verb.lemma_ not in _GREETS:
        return None
    if told:
        return subject(verb) if is_passive(verb) else None
    return next(iter(objects(verb)), None) if noun.dep_ == "nsubj" else None


def _jailers(candidate: Candidate) -> Iterator[Party]:
    """Whom captives are against: "prisoners held in X went on strike"."""
    people = candidate.subject_heads if candidate.token.pos_ == "VERB" else ()
    yield from (p for jail in jailers(people) for p in within(jail, candidate.scene))


def _is_meanwhile(clause: Token) -> bool:
    return any(c.lower_ in ("as", "when", "while") for c in clause.children)


def after(head: Token, *names: str) -> tuple[Token, ...]:
    """What prepositions of a word bring."""
    return tuple(t for p in prepositions(head, *names) for t in complements(p))


def each_once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties, the first of each country."""
    found: dict[str | None, Party] = {}
    for party in parties:
        found.setdefault(party.country, party)
    return tuple(found.values())
