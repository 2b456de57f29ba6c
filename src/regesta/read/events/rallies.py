"""Protests told by who gathers, on whose ground and against whom, whatever the verb.

"Outside the Danish embassy in Rome", "against Peru's visit", "to denounce the tariffs": whom a
crowd is against stands before a mission, behind its cause, in its aim or in its slogans. Whose
people they are is said by their own nation, else by the ground on which they stand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from regesta.knowledge import NameHit, NameKind, names
from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.inside import within
from regesta.read.actors.lands import REGIONS, place_of
from regesta.read.actors.parties import resolve
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import child, complements, core, governors, prepositions
from regesta.read.events.candidate import Candidate, party_among
from regesta.read.events.indirect import called_upon
from regesta.read.tree import Token

_RALLY = words_of("RALLY")
_MISSION = words_of("MISSION")
_EMBLEMS = words_of("EMBLEM")
_DEFILES = words_of("DEFILE")
_AGAINST = words_of("AGAINSTVERB")
_ENDS = words_of("WANTEDGONE")
_ERRANDS = words_of("ERRAND")
_COMINGS = words_of("COMINGS")
_HAPPENS = words_of("LIGHT") | words_of("HAPPENS")
_CAUSES = frozenset({"against", "over"})
# Words of which a sentence has one that says whom people are against.
OPPOSING = _MISSION | _EMBLEMS | _AGAINST | _CAUSES | {"demand", "urge", "anti", "out"}
_DEMANDS = frozenset({"demand", "urge", "call"})
_BESIDE = frozenset(
    {"outside", "at", "near", "opposite", "around", "by", "beside", "past", "before", "to", "on",
     "into", "inside", "toward", "towards", "in", "of", "from", "over", "surrounding", "against"}
)  # fmt: skip
_WHEREIN = frozenset(
    {"in", "at", "across", "near", "through", "around", "throughout", "outside", "on", "inside"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLAUSES = frozenset({"advcl", "ccomp", "relcl", "parataxis", "conj", "acl", "xcomp"})
_BANDS = frozenset({"group", "band", "handful"})
_STREETS = frozenset({"street", "square", "centre", "center", "heart", "road", "avenue"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CARRIED = frozenset({"nsubj", "nsubjpass", "dobj"})
# A state protests by a note: people do not lodge what they do.
_LODGES = frozenset({"lodge", "file", "deliver", "issue", "register", "make", "send", "hand"})
_LANDS = frozenset({NameKind.COUNTRY, NameKind.CAPITAL, NameKind.PLACE})
_OWNED_LANDS = _LANDS | {NameKind.DEMONYM}
_ANTI = "anti-"
ON_THE_GROUND = "protest.ground"


def crowd(candidate: Candidate) -> bool:
    """Whether people do it, not a state: "protesters", "Ivorian dockers", "a group of nuns"."""
    named = candidate.subject_heads
    heads = (*named, *(t for h in named if h.lemma_ in _BANDS for t in _after(h, "of")))
    if any(candidate.in_class(head, "@CROWD") for head in heads):
        return True
    return any(p.sector is Sector.CVL for p in party_among(candidate, heads))


def opposing(candidate: Candidate) -> bool:
    """Whether the words say of another state that people are against it.

    Who brings flowers to its mission, asks there for a visa or welcomes it is not.
    """
    if any(t.lemma_.lower() in _ERRANDS for t in candidate.token.doc):
        return False
    against = {p.country for p in opposed(candidate)} - {None}
    return bool(against - {p.country for p in _nationals(candidate)})


def opposed(candidate: Candidate) -> tuple[Party, ...]:
    """Whom a protest is against: its cause, its aim, the mission it stands before, the snubbed."""
    if candidate.token.head.lemma_ in _LODGES:
        return ()
    scene, words = candidate.scene, _words(candidate)
    burnt = [p for word in words for p in _burnt(word, scene)]
    if burnt:
        return _each_once(burnt)
    found = [p for word in words for p in _caused(word, candidate)]
    found.extend(p for word in words for p in _besieged(word, scene))
    found.extend((*_hated(candidate), *_walked_out_on(candidate)))
    return _each_once(found)


def rallied(candidate: Candidate) -> tuple[Party, ...]:
    """Whose people they are: by their own nation, else of the lands where they gather."""
    against = {p.country for p in opposed(candidate)}
    own = tuple(p for p in _nationals(candidate) if p.country not in against)
    return own or tuple(p for p in _of_the_ground(candidate) if p.country not in against)


def _words(candidate: Candidate) -> tuple[Token, ...]:
    """The words that say where and why: those of the clause, of participles and aims in it."""
    token = candidate.token
    if token.pos_ == "VERB":
        done_to = candidate.object_heads if candidate.passive else ()
        return (*_below(token), *(t for head in done_to for t in _below(head)))
    verb = token.head
    carried = token.dep_ in _CARRIED and verb.pos_ == "VERB" and verb.lemma_ in _HAPPENS
    return (*_below(token), *(_below(verb) if carried else ()))


def _below(top: Token) -> Iterator[Token]:
    """What stands below a word, but for its subject and clauses with a subject of their own."""
    yield top
    for c in top.children:
        if c.dep_ not in _SUBJECTS and not _is_apart(c):
            yield from _below(c)


def _is_apart(clause: Token) -> bool:
    """Whether a clause tells something else: with a subject of its own, or told beside it."""
    own = clause.dep_ in _CLAUSES and child(clause, *_SUBJECTS) is not None
    return own or clause.dep_ == "relcl" or (clause.dep_ == "conj" and clause.tag_ in _FINITE)


def _caused(word: Token, candidate: Candidate) -> Iterator[Party]:
    """ "against X", "over X's raids", "to denounce X", "demanding that X leave"."""
    scene = candidate.scene
    if word.lower_ in _CAUSES and word.dep_ == "prep":
        yield from (p for head in complements(word) for p in _blamed(head, scene))
    if word.pos_ == "VERB" and word.lemma_.lower() in _AGAINST:
        yield from (p for head in _direct(word) for p in _blamed(head, scene))
    if word.pos_ == "VERB" and word.lemma_ in _DEMANDS:
        yield from (p for head in _asked(word, candidate) for p in within(head, scene))


def _asked(verb: Token, candidate: Candidate) -> Iterator[Token]:
    """ "demanding that X leave", "calling for X to go", "demanding the closure of X's base"."""
    wanted = (*_direct(verb), *_after(verb, "for"))
    yield from (head for head in wanted if head.lemma_.lower() in _ENDS)
    yield from called_upon(replace(candidate, token=verb, behind={}, answers={}))
    told = (child(c, *_SUBJECTS) for c in verb.children if c.dep_ in ("ccomp", "advcl"))
    yield from (head for head in told if head is not None and head.pos_ != "PRON")


def _direct(verb: Token) -> tuple[Token, ...]:
    return tuple(c for c in verb.children if c.dep_ == "dobj")


def _blamed(head: Token, scene: Scene) -> tuple[Party, ...]:
    """Who is meant by a cause: by its own words, or whose doing it is.

    "X", "X's raids", "raids by X", "the visit of X"; not "the war in X", "the killing of X's men".
    """
    found = resolve(head, scene)
    hits = scene.hits(core(head), NATION_KINDS)
    found = found or tuple(
        scene.party(
            tuple(t for t in core(head) if h.start <= t.idx < h.end), h, rule="protest.cause"
        )
        for h in hits
    )
    names = ("of", "by") if head.lemma_.lower() in _COMINGS else ("by",)
    return found or tuple(p for t in _after(head, *names) for p in resolve(t, scene))


def _burnt(word: Token, scene: Scene) -> Iterator[Party]:
    """Whose flag they burn, whom they burn in effigy."""
    lemma, verb = word.lemma_.lower(), word.head
    over = word.dep_ == "pobj" and verb.lower_ in ("on", "to")
    lit = over and (verb.head.lemma_ in ("set", "fire") or verb.head.lemma_ in _DEFILES)
    if lemma in _EMBLEMS and (lit or (word.dep_ == "dobj" and verb.lemma_ in _DEFILES)):
        shown = tuple(p for t in _after(word, "of") for p in resolve(t, scene))
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
    hits += tuple(h for t in _after(noun, "of") for h in scene.hits((t,), NATION_KINDS))
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


def _walked_out_on(candidate: Candidate) -> Iterator[Party]:
    """ "walked out of the hall as X rose to speak", "during X's address"."""
    verb = candidate.token
    if not any(c.lower_ == "out" for c in verb.children):
        return
    clauses = (c for c in verb.children if c.dep_ == "advcl" and _is_meanwhile(c))
    spoke = (child(c, *_SUBJECTS) for c in clauses)
    heads = (*(h for h in spoke if h is not None), *_after(verb, "during", "on"))
    yield from (p for head in heads for p in within(head, candidate.scene))


def _is_meanwhile(clause: Token) -> bool:
    return any(c.lower_ in ("as", "when", "while") for c in clause.children)


def _nationals(candidate: Candidate) -> tuple[Party, ...]:
    """The nation by which those who gather are called: "Greek dockers", "a crowd of Poles"."""
    scene = candidate.scene
    found: list[Party] = []
    for head in _people(candidate):
        found.extend(p for p in resolve(head, scene) if p.country is not None)
        hits = scene.hits(core(head), NATION_KINDS - {NameKind.CAPITAL})
        found.extend(
            _people_of(h.country, core(head), scene, rule="protest.people")
            for h in hits
            if h.country is not None
        )
    return _each_once(found)


def _people(candidate: Candidate) -> tuple[Token, ...]:
    """Those who gather and what they are counted from; of a noun, itself and by whom."""
    if candidate.token.pos_ == "VERB":
        heads = candidate.subject_heads
        return tuple(n for h in heads for n in (h, *_after(h, "of", "from")))
    verb = candidate.token.head
    held = candidate.token.dep_ == "dobj" and verb.lemma_ in _HAPPENS
    doers = replace(candidate, token=verb, behind={}, answers={}).subject_heads if held else ()
    return (candidate.token, *candidate.after("by"), *doers)


def _of_the_ground(candidate: Candidate) -> tuple[Party, ...]:
    """A party for each land in which the words place them."""
    people, scene = _people(candidate), candidate.scene
    words = core(people[0]) if people else (candidate.token,)
    lands = dict.fromkeys(hit.country for hit in _lands(candidate) if hit.country is not None)
    return tuple(_people_of(land, words, scene, rule=ON_THE_GROUND) for land in lands)


def _people_of(country: str, words: tuple[Token, ...], scene: Scene, *, rule: str) -> Party:
    return scene.described(words, country=country, sector=Sector.CVL, rule=rule)


def _lands(candidate: Candidate) -> tuple[NameHit, ...]:
    """The places of the gathering: those of the nearest words that name one.

    Words that name none leave the places that were named last, if they lie in one land.
    """
    scene = candidate.scene
    hung_on = _wherein(candidate)
    for words in _rings(candidate) if hung_on is None else ():
        found = tuple(hit for word in words for hit in _places_at(word, scene))
        if found:
            return found
    if hung_on is not None:
        return (hung_on,)
    here = {h.country for h in scene.sentence.hits if h.kind in _LANDS}
    before = scene.places if len({h.country for h in scene.places}) == 1 and not here else ()
    return before[-1:]


def _wherein(candidate: Candidate) -> NameHit | None:
    """ "In Rome, where protesters burned flags": the place that the clause hangs on."""
    for clause in (candidate.token, *governors(candidate.token)):
        if clause.dep_ == "relcl" and any(c.lower_ == "where" for c in clause.children):
            return place_of(clause.head, candidate.scene)
    return None


def _rings(candidate: Candidate) -> Iterator[tuple[Token, ...]]:
    """Words that may say where, nearest first: of those who gather, of the clause, of others."""
    yield tuple(t for h in _people(candidate) for t in h.subtree if t != candidate.token)
    yield _words(candidate)
    for above in governors(candidate.token):
        if above.pos_ in ("VERB", "AUX"):
            yield tuple(_below(above))


def _places_at(word: Token, scene: Scene) -> Iterator[NameHit]:
    """ "in Rome and Athens", "in the Greek capital", "on Rome's streets"."""
    if word.pos_ != "ADP" or word.lower_ not in _WHEREIN:
        return
    for noun in complements(word):
        hit = place_of(noun, scene)
        if noun.lemma_ in _STREETS:  # "on the streets of X"
            hit = next(filter(None, (place_of(t, scene) for t in _after(noun, "of"))), hit)
        if hit is None and noun.lemma_.lower() not in _MISSION and noun.pos_ != "PRON":
            whose = _OWNED_LANDS if noun.lemma_.lower() in REGIONS | _STREETS else _LANDS
            hit = next(reversed(scene.hits(core(noun), whose)), None)
        if hit is not None and not scene.is_dated(noun):
            yield hit


def _after(head: Token, *names: str) -> tuple[Token, ...]:
    return tuple(t for p in prepositions(head, *names) for t in complements(p))


def _each_once(parties: Iterable[Party]) -> tuple[Party, ...]:
    found: dict[str | None, Party] = {}
    for party in parties:
        found.setdefault(party.country, party)
    return tuple(found.values())
