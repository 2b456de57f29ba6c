"""Direct speech that runs on over sentences with no verb of saying of their own.

'"A is to blame," X said. "It must pay."': what the second sentence demands, X demands. Where the
speaker is known, the tree of such a sentence is hung below a verb of saying that nobody wrote, so
that every frame reads it as "It must pay, X said".
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from regesta.model import Party, Sector, Span
from regesta.read.actors.parties import MAX_DEPTH
from regesta.read.actors.pointing import as_state, pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import clause_of, subject
from regesta.read.quotes import cued
from regesta.read.sentences import Sentence
from regesta.read.tree import Doc, Token, grown
from regesta.text import hinted

SAID = " he said"  # what the gate takes such a sentence to say besides
_POINTING = frozenset({"it", "its", "they", "their", "them"})
ISSUED_REACH = 2  # sentences back to whoever issued "the document"
_DOCUMENT = hinted(
    r"\b(?:document|statement|communiqu[eé]|text|letter|note|declaration|release|message)"
    r"(?: also| further)? (?:read|say|said|add|note|stress|emphasi|underlin|state)",
    *("document", "statement", "communiqu", "text", "letter", "note", "declaration", "release"),
    "message",
)
REACH = 4  # sentences that a quotation may run on without a word of who speaks


def with_cues(
    found: Sequence[Sentence], *, speech: Iterable[tuple[int, int]]
) -> Iterator[Sentence]:
    """The sentences; those that are all direct speech with the one that says whose it is."""
    spans = tuple(speech)
    quoted = [_quotations(s, spans) for s in found]
    alone = [_is_alone(s, within) for s, within in zip(found, quoted, strict=True)]
    last = -1
    for at, sentence in enumerate(found):
        told = replace(sentence, quotations=tuple(quoted[at])) if quoted[at] else sentence
        if not alone[at]:
            last = at
            yield told
            continue
        same = [i for i, within in enumerate(quoted) if set(within) & set(quoted[at])]
        beside = [i for i in same if not alone[i]]
        cue = beside[0] if beside else last if 0 < at - last <= REACH else -1
        yield replace(told, cue=found[cue].index) if cue >= 0 else told


def _quotations(sentence: Sentence, speech: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in speech if a < sentence.span.end and sentence.span.start < b]


def _is_alone(sentence: Sentence, within: list[tuple[int, int]]) -> bool:
    """Whether a sentence holds little besides quotations."""
    if not within:
        return False
    rest = list(sentence.text)
    for start, end in within:
        opened, closed = (bisect_left(sentence.offsets, at) for at in (start, end))
        rest[opened:closed] = " " * (closed - opened)
    return not any(map(str.isalpha, rest))


def spoken_on(scene: Scene, read: Sequence[Sentence], scenes: Sequence[Scene]) -> Scene:
    """The scene of a sentence that is all direct speech, as if it said whose; else the scene."""
    sentence = scene.sentence
    cue = next((s for s in read if s.index == sentence.cue), None)
    if sentence.cue is None or cue is None or sentence.doc is None or sentence.met is None:
        return scene
    known = next((s for s in scenes if s.sentence.index == cue.index), None)
    speaker = _speaker(known or replace(scene, sentence=cue, resolved={}), scene, scenes)
    if speaker is None or not _is_known(speaker):
        return scene
    doc = hung_below_saying(sentence.doc)
    voice = doc[-2]
    told: tuple[Party, ...] = (replace(speaker, rule="speaker.runs-on"),)
    meant = {voice: told, **_spoken_of(doc, scene, speaker=speaker)}
    resolved = {(t.i, depth): who for t, who in meant.items() for depth in range(MAX_DEPTH + 1)}
    return replace(scene, sentence=replace(sentence, doc=doc), resolved=resolved)


def _spoken_of(doc: Doc, scene: Scene, *, speaker: Party) -> dict[Token, tuple[Party, ...]]:
    """'"A has broken the truce," B said. "It must stop."': A is whom "it" and "they" mean.

    The one side but the speaker's that the words before spoke of; not where the sentence itself
    names another.
    """
    index = scene.sentence.index
    if any(h.kind in NATION_KINDS and h.country != speaker.country for h in scene.sentence.hits):
        return {}
    for at in (index - 1, index - 2):
        seen = [s.party for s in scene.discourse.seen if s.sentence == at]
        others = {p.country: p for p in seen if _may_be_it(p) and p.country != speaker.country}
        if others:
            break
    if len(others) != 1:
        return {}
    (party,) = others.values()
    words = (t for t in doc if t.lower_ in _POINTING and _is_free(t))
    return {t: (pointed(as_state(party), (t,), scene, rule="pronoun.spoken-of"),) for t in words}


def _is_free(word: Token) -> bool:
    """ "It must stop", "its army": but "A will defend its people" means A's."""
    if word.dep_ not in ("nsubj", "poss", "dobj"):
        return False
    own = subject(clause_of(word)) if word.dep_ == "poss" else None
    return own is None or own == word.head or own.pos_ == "PRON"


def _may_be_it(party: Party) -> bool:
    return party.country is not None and party.sector not in (Sector.MED, Sector.BUS, Sector.CVL)


def _speaker(cue: Scene, scene: Scene, scenes: Sequence[Scene]) -> Party | None:
    """Who speaks by the words of another sentence: beside its quotation, else who leads it."""
    mine = scene.sentence.span
    spans = cue.sentence.quotations
    near = sorted(spans, key=lambda span: min(abs(span[0] - mine.end), abs(mine.start - span[1])))
    for start, end in near:
        quote = Span(page=mine.page, start=start, end=end)
        found = cued(quote, [cue], tuple(scenes))
        if found is not None and found[0] is not None:
            return found[0] if _is_known(found[0]) else _leader(cue, scene, named=found[0])
    return _leader(cue, scene) or _issuer(cue, scene)


def _leader(cue: Scene, scene: Scene, *, named: Party | None = None) -> Party | None:
    """Who leads a sentence before, as its parse understands it; by the name beside the marks."""
    known = scene.discourse.leader(before=cue.sentence.index + 1)
    if known is None or not _is_known(known):
        return None
    quoted = cue.sentence.quotations
    if known.span is not None and any(a <= known.span.start < b for a, b in quoted):
        return None  # who is spoken of is not who speaks
    alike = named is None or (known.person or known.name).split()[-1] == named.name.split()[-1]
    return known if alike else None


def _issuer(cue: Scene, scene: Scene) -> Party | None:
    """ "..., the document reads": whose it is, by who led the sentences just before."""
    if _DOCUMENT.search(cue.sentence.text) is None:
        return None
    first = cue.sentence.index
    led = (scene.discourse.leader(before=first - back) for back in range(ISSUED_REACH))
    return next((party for party in led if party is not None and _is_known(party)), None)


def _is_known(party: Party) -> bool:
    """Whether a speaker speaks for a side: no reporter, no analyst, no name without a country."""
    private = party.sector in (Sector.MED, Sector.BUS, Sector.CVL)
    return party.country is not None and not private and party.rule != "speaker.as-written"


def hung_below_saying(doc: Doc) -> Doc:
    """The tree of "X must go" as that of "X must go, he said"; the two words stand nowhere.

    They take the places of the last mark and of the main verb.
    """
    roots = [t for t in doc if t.dep_ == "ROOT"]
    main = next((t for t in roots if t.pos_ in ("VERB", "AUX")), roots[0])
    voice = _like(doc[-1], i=len(doc), lemma="he", pos="PRON", tag="PRP", dep="nsubj")
    said = _like(main, i=len(doc) + 1, lemma="say", pos="VERB", tag="VBD", dep="ROOT")
    heads = [t.head.i for t in doc] + [said.i, said.i]
    for root in roots:
        heads[root.i] = said.i if root is main else main.i
        root.dep_ = "ccomp" if root is main else "conj"
    return grown((*doc, voice, said), heads)


def _like(token: Token, *, i: int, lemma: str, pos: str, tag: str, dep: str) -> Token:
    """A word that is not there, at the place of one that is."""
    made = Token()
    made.text, made.idx, made.spaced = token.text, token.idx, token.spaced
    made.i, made.lemma_, made.lower_ = i, lemma, "said" if lemma == "say" else lemma
    made.pos_, made.tag_, made.dep_ = pos, tag, dep
    made.is_punct = made.is_quote = False
    made.phrase = None
    return made
