"""Who speaks in a quotation: the subject of its verb, or whom that subject only points to."""

import re

from regesta.knowledge import NameKind
from regesta.model import Party
from regesta.read.actors.scene import NATION_KINDS, STATE_KINDS, Scene
from regesta.read.actors.strangers import is_private
from regesta.read.clauses import RELATIVE, complements, core, objects, prepositions, subject
from regesta.read.events.speakers import MEDIUM, SPEECH, named_speakers, speakers
from regesta.read.quotes.beside import Beside, leading
from regesta.read.quotes.named import can_be, party_named
from regesta.read.tree import Token

NAMED_REACH = 3  # sentences back in which the one who is pointed to must be named
_AGENCY = frozenset({NameKind.AGENCY})
# What speaks as a body: "it" means these, "he" means none of them.
_BODIES = frozenset(
    {"ministry", "government", "office", "agency", "army", "military", "council", "commission",
     "court", "bank", "group", "party", "company", "organisation", "organization", "union", "bloc",
     "country", "kingdom", "embassy", "parliament", "newspaper", "department", "administration",
     "paper", "magazine", "broadcaster", "coalition", "alliance", "movement", "committee", "police"}
)  # fmt: skip


def voice(verb: Token, scene: Scene, scenes: tuple[Scene, ...]) -> tuple[Party, ...]:
    """Who speaks by a verb of saying; () when the words leave it open."""
    quoted = _quoted_person(verb, scene)
    if quoted:
        return quoted
    head = subject(verb)
    medium = head is not None and head.lemma_.lower() in MEDIUM and not _placed(head, scene)
    if head is not None and (head.pos_ == "PRON" or medium):
        issued = _issuer(head, scene)
        pointed = issued or named_before(scene, scenes, pronoun=head)
        return pointed or speakers(verb, scene)
    return speakers(verb, scene)


def named_before(
    scene: Scene, scenes: tuple[Scene, ...], *, pronoun: Token | None
) -> tuple[Party, ...]:
    """Whom "he said", or a quotation that stands alone, means."""
    word = pronoun.lower_ if pronoun is not None and pronoun.pos_ == "PRON" else ""
    return meant_by(word, scene, scenes)


def meant_by(word: str, scene: Scene, scenes: tuple[Scene, ...]) -> tuple[Party, ...]:
    """Whom a pronoun, or none, means: who last led a sentence by name.

    Sentences led by a pronoun are passed over, and lengthen the search.
    """
    index, reach = scene.sentence.index, NAMED_REACH
    for earlier in reversed([s for s in scenes if s.sentence.index < index]):
        if index - earlier.sentence.index > reach:
            return ()
        if earlier.sentence.doc is None:
            read = leading(earlier.sentence)
            if read is None:
                continue
            if read.pronoun:
                reach += 1
            elif can_be(word, read, earlier, bodies=_BODIES) and _is_somebody(
                read, earlier, scenes
            ):
                return (party_named(read, earlier),)
            continue
        leader = _leader(earlier)
        if leader is None:
            continue
        if leader.pos_ == "PRON":
            reach += 1
            continue
        if _can_mean(word, leader, earlier):
            return named_speakers(leader, earlier)
    return ()


def _is_somebody(read: Beside, scene: Scene, scenes: tuple[Scene, ...]) -> bool:
    """Whether one capitalised word is a name: one that is known, or that ends another's in full."""
    words = scene.sentence.text[read.start : read.end]
    if " " in words or words[0].islower():
        return True
    if party_named(read, scene).rule != "speaker.as-written":
        return True
    full = re.compile(rf"[A-ZÀ-Þ][\w.'’-]+ {re.escape(words)}\b")
    return any(full.search(other.sentence.text) for other in scenes)


def _leader(scene: Scene) -> Token | None:
    """The subject of a sentence's verb of saying, else of its main verb."""
    doc = scene.sentence.doc
    if doc is None:
        return None
    saying = [t for t in doc if t.pos_ == "VERB" and t.lemma_.lower() in SPEECH]
    roots = [t for t in doc if t.dep_ == "ROOT"]
    for verb in (*saying, *roots):
        head = subject(verb)
        if head is not None and head.lower_ not in RELATIVE:
            return _owner(head) or head
    return None


def _owner(head: Token) -> Token | None:
    """ "X's comments suggested ...": whose words they are."""
    if head.lemma_.lower() not in MEDIUM:
        return None
    return next((c for c in head.children if c.dep_ == "poss"), None)


def _can_mean(word: str, leader: Token, scene: Scene) -> bool:
    """Whether a pronoun can point to a sentence's leader: "he" to no state, "it" to no person."""
    hit = scene.hit_at(leader, STATE_KINDS) or scene.hit_at(leader, _AGENCY)
    named = named_speakers(leader, scene)
    known = bool(named) and named[0].rule != "speaker.as-written"
    body = hit is not None or leader.lemma_.lower() in _BODIES
    titled = any(c.lower_ in ("mr.", "ms.", "mrs.", "dr.", "mr", "ms") for c in leader.children)
    person = leader.pos_ == "PROPN" and hit is None
    person = person and (known or titled or leader.i > 0)
    person = person or (leader.tag_ == "NN" and is_private(leader.lemma_))
    if word in ("he", "she", "i", "who"):
        return person or (known and not body and leader.tag_ == "NN")
    if word == "they":
        return leader.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in leader.children)
    if word == "it":
        return body and leader.tag_ in ("NN", "NNP")
    return body or person or known


def _placed(head: Token, scene: Scene) -> bool:
    """ "a US Treasury statement": whose it is stands within its own words."""
    return bool(scene.hits(core(head), NATION_KINDS))


def _issuer(head: Token, scene: Scene) -> tuple[Party, ...]:
    """Whose statement it is: "the ministry's statement said", "a statement by the ministry"."""
    if head.pos_ == "PRON":
        return ()
    owners = [c for c in head.children if c.dep_ == "poss"]
    owners.extend(t for p in prepositions(head, "by", "from", "of") for t in complements(p))
    return tuple(p for t in owners for p in named_speakers(t, scene))


def _quoted_person(verb: Token, scene: Scene) -> tuple[Party, ...]:
    """Who is quoted in "the agency quoted X as saying"."""
    if verb.lemma_.lower() not in ("quote", "cite"):
        return ()
    return tuple(p for head in objects(verb) for p in named_speakers(head, scene))
