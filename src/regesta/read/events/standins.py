"""Pronouns that mean the speaker: "we", and "it" or "he" in what somebody says of himself."""

from dataclasses import replace

from regesta.knowledge.frames import Frame
from regesta.model import Party, Sector
from regesta.read.actors.genders import fits
from regesta.read.actors.parties import resolve
from regesta.read.actors.people import BODIES
from regesta.read.actors.pointing import as_country, pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import child, subject
from regesta.read.direct import first_person, in_direct_speech
from regesta.read.events.candidate import Candidate
from regesta.read.events.scope import side, sides
from regesta.read.events.speakers import speakers, speech_verb
from regesta.read.tree import Token

_DASHES = frozenset({"--", "–", "—", "-"})

_TRADERS = frozenset({"company", "firm", "carrier", "airline", "maker", "retailer", "operator",
                      "manufacturer", "contractor", "miner", "producer", "automaker", "carmaker",
                      "insurer", "lender", "startup", "conglomerate", "shipbuilder"})  # fmt: skip


def speaker_stands_in(candidate: Candidate) -> tuple[Party, ...]:
    """The doer where the words say "we", "it" or "he": whoever is speaking."""
    heads = candidate.subject_heads
    if len(heads) != 1 or heads[0].pos_ != "PRON":
        return ()
    inset = _inset(candidate, heads[0])
    if inset is not None:
        return inset
    verb = speech_verb(candidate.token)
    if verb is None:
        return _speaking_on(candidate, heads[0])
    if not first_person(heads[0]) and heads[0].lower_ not in ("it", "he", "she", "they"):
        return ()
    if not first_person(heads[0]) and in_direct_speech(heads[0]):
        return ()  # '"It has attacked us," he said': another than he
    saying = subject(verb)
    many = saying is not None and saying.tag_ in ("NNS", "NNPS")
    if (heads[0].lower_ == "they" and not many) or (heads[0].lower_ in ("he", "she") and many):
        return ()
    scene = candidate.scene
    taken = candidate.codes(candidate.object_heads)
    return tuple(
        replace(p, span=scene.sentence.words(heads), text=heads[0].text, rule="speaker.stands-in")
        for p in speakers(verb, scene)
        if p.country is not None and p.sector is not Sector.MED and p.country not in taken
        if heads[0].lower_ not in ("he", "she") or _is_person(p)
        if fits(heads[0].lower_, p)
    )


def _inset(candidate: Candidate, head: Token) -> tuple[Party, ...] | None:
    """ "A has called B's threats -- it also tested a missile -- a danger": B; None elsewhere."""
    before = head.doc[head.i - 2] if head.i > 1 else head
    dashed = head.i > 1 and head.doc[head.i - 1].text in _DASHES and head.lower_ == "it"
    if not dashed or not any(t.text in _DASHES for t in head.doc[head.i :]):
        return None
    owner = child(before, "poss") if before.pos_ == "NOUN" else None
    if owner is None:
        return None
    scene = candidate.scene
    return tuple(
        pointed(p, (head,), scene, rule="pronoun.inset")
        for p in resolve(owner, scene)
        if p.country is not None
    )


def _is_person(party: Party) -> bool:
    """Whether somebody speaks who can be "he": "he met B, the Kremlin said" is of another."""
    return party.person is not None or (party.office is not None and party.office not in BODIES)


def _speaking_on(candidate: Candidate, head: Token) -> tuple[Party, ...]:
    """ "We" in a quotation that runs on over the next sentence: who led the sentence before."""
    scene = candidate.scene
    if not first_person(head):
        return ()
    known = scene.discourse.leader(before=scene.sentence.index)
    if known is None or known.country is None or known.sector is Sector.MED:
        return ()
    words = scene.sentence.words((head,))
    return (replace(known, span=words, text=head.text, rule="speaker.before"),)


def is_out_of_office(actors: tuple[Party, ...], scene: Scene) -> bool:
    """ "Ex-minister X urged B to go": what he says now, no state says."""
    people = [p.person for p in actors if p.person is not None]
    gone = all(scene.people.is_gone(name, on=scene.on) for name in people)
    return gone and 0 < len(actors) == len(people)


def is_of_the_told(verb: Token) -> bool:
    """Whether a clause is what is said, or a term in it: "said B should wait before it ..."."""
    waits = any(c.lower_ in ("if", "unless", "before", "until") for c in verb.lefts)
    return verb.dep_ in ("ccomp", "relcl") or (verb.dep_ == "advcl" and waits)


def one_reading(
    speaking: tuple[Party, ...], named: tuple[Party, ...], *, told: bool
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """A pronoun means the speaker or another: "A said B had assured C that it was ready" is B.

    "A cut ties with B because it refused, A said" is B too.
    """
    spans, own = {party.span for party in speaking}, sides(speaking)
    other = [p for p in named if p.span in spans and side(p) not in own]
    rules = {p.rule for p in other}
    if "pronoun.answered" in rules or (told and "pronoun.above" in rules):
        return (), named
    return speaking, tuple(p for p in named if p.span not in spans)


def other_of_two(candidate: Candidate, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom a penalty hits that names nobody, in a story of two states: the other one.

    "Seoul cut off all hotlines": not where the sentence names a third.
    """
    scene = candidate.scene
    named = {hit.country for hit in scene.sentence.hits if hit.kind in NATION_KINDS}
    others = scene.two - {p.country for p in actors}
    if len(others) != 1 or not named <= scene.two:
        return ()
    seen = (s.party for s in reversed(scene.discourse.seen) if s.party.country in others)
    known = next(seen, None)
    tokens = (candidate.token,)
    return (pointed(as_country(known), tokens, scene, rule="coreference.two"),) if known else ()


def last_dealt_with(candidate: Candidate, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom a penalty hits that names no other state: whom the one who imposes it last dealt with.

    "A accused B of theft. It recalled its ambassador."
    """
    scene = candidate.scene
    own = {p.country for p in actors}
    named = {hit.country for hit in scene.sentence.hits if hit.kind in NATION_KINDS}
    if len(own) != 1 or named - own or speech_verb(candidate.token) is not None:
        return ()
    known = scene.discourse.other(str(next(iter(own))), sentence=scene.sentence.index)
    tokens = (candidate.token,)
    return (pointed(as_country(known), tokens, scene, rule="coreference.dealt"),) if known else ()


def is_of_nobody(candidate: Candidate, frame: Frame, actors: tuple[Party, ...]) -> bool:
    """ "The actor met A and B": they did not meet each other; "the firm signed with A": trade."""
    heads = candidate.subject_heads
    if not heads or candidate.codes(heads):
        return False
    if frame.mode == "meet":
        return bool(candidate.object_heads) and len(sides(actors)) > 1
    trades = all(t.lemma_.lower() in _TRADERS for t in heads)
    return frame.mode in ("sign", "reach-agreement") and trades and not candidate.passive
