"""A predicate in its sentence, with the looks at it that frames ask for."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from regesta.knowledge import NameKind, offices
from regesta.knowledge.frames import FrameTable, words_of
from regesta.model import Party, Sector
from regesta.read.actors.alignments import TIED
from regesta.read.actors.inside import within
from regesta.read.actors.parties import resolve, resolve_all
from regesta.read.actors.scene import NATION_KINDS, STATE_KINDS, Scene
from regesta.read.actors.them import meant_by_them
from regesta.read.actors.vessels import SHIP_PREFIX
from regesta.read.clauses import (
    child,
    complements,
    core,
    is_passive,
    objects,
    prepositions,
    set_apart,
    subject,
    subjects,
    with_conjuncts,
)
from regesta.read.direct import in_direct_speech
from regesta.read.events.alongside import alongside
from regesta.read.events.counted_again import counted_before
from regesta.read.events.firsts import ranked_doer
from regesta.read.events.makes import MONEY, SCALES, made
from regesta.read.going_on import SPEECH, speaking
from regesta.read.tree import Token
from regesta.read.what_clauses import what_clause

# Verbs that lend their subject to a noun: "held talks", "paid a visit", "launched an attack".
LIGHT = words_of("LIGHT")
# Verbs that may stand between a noun and its prepositions: "the talks held with X".
CARRIERS = LIGHT | words_of("PLAN")
# Nouns that only measure another: "a package of documents", "a series of strikes".
MEASURES = words_of("MEASURES")
FEELINGS = frozenset(
    {"fury", "anger", "dismay", "annoyance", "outrage", "irritation", "consternation", "chagrin",
     "alarm", "horror", "displeasure", "indignation", "disgust", "delight", "surprise", "joy",
     "relief", "satisfaction", "embarrassment", "applause", "astonishment", "ire", "rage"}
)  # fmt: skip
# "Drilled near the border with X" is not done with X.
_EDGES = ("border", "frontier", "boundary")
ATTACKS = words_of("ATTACK")
_HELD = words_of("TAKING")
_LETS_GO = words_of("LETTING_GO")
# Verbs that only say that a deed came to be: "fighting broke out between A and B".
_COMES = frozenset(
    {"break", "erupt", "take", "go", "begin", "start", "resume", "continue", "rage", "occur",
     "happen", "flare", "open", "come", "escalate", "intensify", "be", "follow", "end", "proceed"}
)  # fmt: skip
_BROKERS = frozenset({"broker", "mediate", "negotiate", "sponsor", "agree", "reach", "announce"})
OBTAINS = frozenset({"secure", "win", "obtain", "extract", "gain", "negotiate", "wrest", "get"})
# What may stand between an object and a preposition of the verb, and such a preposition.
_INNER = frozenset({"of", "about", "on", "for"})
_OUTER = frozenset({"to", "with", "between"})
_WANTED = frozenset(
    {"accuse", "suspect", "want", "know", "convict", "charge", "sentence", "carry", "load", "lade"}
)
_GIVING = frozenset({"promise", "pledge", "commit", "earmark"})
_PEOPLE = words_of("PEOPLE")
_BEFOREHAND = frozenset({"after", "over", "following", "amid", "despite", "since"})
_FOREIGN_KINDS = NATION_KINDS | {NameKind.PLACE}


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One predicate (a verb or a noun) of one sentence, before a frame is chosen.

    Its frames ask for the same looks many times: who stands where is looked up once, `behind` keeps
    what stands after a preposition, `answers` which needs of the table hold. `clause` is what else
    is said: "said A was wrong and that B should go".
    """

    token: Token
    scene: Scene
    table: FrameTable
    clause: Token | None = None
    behind: dict[str, tuple[Token, ...]] = field(default_factory=dict, compare=False, repr=False)
    answers: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def passive(self) -> bool:
        """Whether the surface subject is what the deed was done to."""
        return self.token.pos_ == "VERB" and is_passive(self.token)

    @cached_property
    def subject_heads(self) -> tuple[Token, ...]:
        """Who does it: the subject, or in a passive what "by" brings."""
        if self.passive:
            near = [c for c in self.token.children if c.dep_ == "prep" and not _is_cause(c)]
            deeper = [t for p in near for t in complements(p)]
            deeper.extend(c for c in self.token.children if c.dep_ in ("xcomp", "dobj"))
            heads = (self.token, *deeper)
            doers = tuple(t for h in heads for p in prepositions(h, "by") for t in complements(p))
            return doers or _undoer(self.token)
        heads = subjects(speaking(self.token) or self._setting() or misread(self.token))
        beside = _beside_preposition(self.token)
        if beside:
            return beside
        if self.token.dep_ == "advcl" and self.token.tag_ == "VBG" and not self.codes(heads):
            return _main_subjects(self.token) or heads
        ranked = ranked_doer(self.token) if not heads else None
        return (ranked,) if ranked is not None else (*heads, *alongside(self.token, heads))

    def _setting(self) -> Token | None:
        """The verb of saying whose speaker acts: "X said the war was over while hosting Y"."""
        clause = self.token.head
        if self.token.tag_ != "VBG" or self.token.dep_ != "advcl" or clause.dep_ != "ccomp":
            return None
        marked = any(c.lower_ in ("while", "when", "before", "after") for c in self.token.children)
        inside = subject(clause)
        if not marked or clause.head.lemma_.lower() not in SPEECH or child(self.token, "nsubj"):
            return None
        return clause.head if inside is None or not resolve(inside, self.scene) else None

    @cached_property
    def object_heads(self) -> tuple[Token, ...]:
        """What it is done to: the objects, or in a passive the surface subject."""
        if self.passive:
            head = subject(self.token)
            heads = tuple(with_conjuncts(head)) if head is not None else ()
        else:
            heads = tuple(t for head in objects(self.token) for t in with_conjuncts(head))
        return tuple(counted_before(head) or head for head in heads)

    def xcomp(self) -> Token | None:
        """The verb of "agreed to VERB"; of "pledged ships to VERB" it says what for."""
        if self.token.lemma_ in _GIVING and any(map(_is_thing, objects(self.token))):
            return None
        adjective = child(self.token, "acomp")
        return child(self.token, "xcomp") or (child(adjective, "xcomp") if adjective else None)

    def ccomp(self) -> Token | None:
        """The verb of "demanded that X VERB"; of "X did it, Y said" where `said` hangs below."""
        if self.clause is not None:
            return self.clause
        told = self.token.head
        aside = self.token.dep_ == "parataxis" and self.token.lemma_.lower() in SPEECH
        if aside and told.i < self.token.i and told.pos_ in ("VERB", "AUX"):
            return told
        said = [c for c in self.token.children if c.dep_ == "ccomp" and not self._is_apart(c)]
        if said:  # "A did it; B demanded that C leave": what follows is what is demanded
            return said[-1] if said[-1].i > self.token.i else said[0]
        alone = (c for c in self.token.children if c.dep_ == "advcl" and c.pos_ == "ADJ")
        return next((c for c in alone if c.i < self.token.i), None) or what_clause(self.token)

    def _is_apart(self, before: Token) -> bool:
        """ "A wants talks; B grumbled", "A sent ships, B urged C to talk": not what B says."""
        if before.i > self.token.i or in_direct_speech(before):
            return False
        asks = bool(objects(self.token)) and self.token.lemma_.lower() not in SPEECH
        return asks or set_apart(before, self.token)

    def prepositions(self, name: str) -> Iterator[Token]:
        """Prepositions of the predicate, of its objects and of what those only measure."""
        yield from prepositions(self.token, name)
        for near in self.token.children:  # "talks at high levels with X"
            if near.lower_ == "worth":  # "sent goods worth $2m to X"
                yield from prepositions(near, name)
            if near.dep_ == "prep" and near.lower_ != name:
                edge = _EDGES if name == "with" else ()
                heads = (h for h in complements(near) if h.lemma_ not in edge)
                yield from (p for head in heads for p in prepositions(head, name))
        if self.token.pos_ not in ("VERB", "AUX"):
            for verb in self.token.children:
                if verb.dep_ in ("relcl", "acl") and verb.lemma_ in CARRIERS | _BROKERS:
                    yield from prepositions(verb, name)
            yield from _beyond(self.token, name)
            return
        kept = [c for c in self.token.children if c.dep_ == "dobj"] if self.passive else []
        for head in (*self.object_heads, *kept):  # "was given six years in jail"
            for noun in (head, *measured(head)):
                yield from prepositions(noun, name)
            yield from _hung_low(head, name)
        for beside in self.token.children:  # "has long been critical of X"
            became = beside.dep_ == "attr" and self.token.lemma_ == "become"
            measure = beside.lemma_ == "percent" and self.token.lemma_ == "be"
            if became or measure or beside.dep_ in ("prt", "advmod", "acomp", "oprd"):
                yield from prepositions(beside, name)

    def after(self, name: str) -> tuple[Token, ...]:
        """Heads of what stands after a preposition of that name."""
        if name not in self.behind:
            heads = (t for p in self.prepositions(name) for t in complements(p))
            felt = FEELINGS if name == "to" else ()  # "gave A a ship, to the fury of B"
            self.behind[name] = tuple(t for t in heads if t.lower_ not in felt)
        return self.behind[name]

    def in_class(self, head: Token, name: str) -> bool:
        """Whether a noun, or what it only measures, is of a word class or is the word itself."""
        lemmas = {_of_make(t.lemma_.lower()) for t in (head, *measured(head))}
        lemmas |= {lemma.rpartition("-")[2] for lemma in lemmas}  # "fighter-bomber"
        if head.pos_ == "NUM":  # "tested a Hwasong 12"
            lemmas.update(c.lemma_.lower() for c in head.lefts if c.dep_ == "compound")
        if head.lower_.rstrip(".") in SCALES and any(c.dep_ == "nummod" for c in head.lefts):
            lemmas.add(MONEY)
        if head.pos_ == "PROPN":  # "took Sinjar, a town on the border"
            lemmas.update(c.lemma_.lower() for c in head.children if c.dep_ == "appos")
            lemmas.update(_title(head))
            if any(c.lower_.endswith("flagged") for c in head.lefts):  # "the Maltese-flagged Rio"
                lemmas.add("flagged")
            if head.tag_ == "NNPS":  # "A's Hornets", "A's Rangers"
                lemmas.add(head.lower_.removesuffix("s"))
        if head.tag_ == "VBN":  # "was alarmed": the class holds the word as it is written
            lemmas.add(head.lower_)
        many = meant_by_them(head, self.scene, resolve=resolve)
        if many is not None:  # "arrested two Danes and freed them"
            lemmas.add(many.lemma_.lower())
        if name.startswith("@"):
            return bool(lemmas & self.table.classes[name[1:]])
        return name in lemmas

    def armed(self) -> bool:
        """Whether the doer is a force or a weapon, or a state that can only act by force."""
        for head in self.subject_heads:
            if self.in_class(head, "@WEAPON") or self.in_class(head, "@TROOPS"):
                return True
            if any(p.sector in (Sector.MIL, Sector.REB) for p in resolve(head, self.scene)):
                return True
            if any(p.person is None for p in resolve(head, self.scene)):
                return True
        return False

    def spoken_for(self) -> bool:
        """Whether the doer is only pointed to: "said it had ...", "said they would ..."."""
        heads = self.subject_heads
        return not heads or any(h.pos_ == "PRON" for h in heads)

    def codes(self, heads: tuple[Token, ...]) -> frozenset[str]:
        """Countries and organisations that the heads name."""
        parties = (p for head in heads for p in resolve(head, self.scene))
        return frozenset(p.country for p in parties if p.country is not None)

    def foreign(self, heads: tuple[Token, ...]) -> bool:
        """Whether the heads name a place or state that is not the doer's own."""
        own = self.codes(self.subject_heads)
        for head in heads:
            hit = self.scene.hit_at(head, _FOREIGN_KINDS)
            if hit is not None and hit.country is not None and hit.country not in own:
                return True
            if any(p.country not in own for p in within(head, self.scene)):
                return True
        return False


def _title(head: Token) -> Iterator[str]:
    """What a name's own words say it is: "commissioner" of "High Commissioner A B", a warship."""
    words = [t.lower_ for t in core(head) if t != head and t.dep_ in ("compound", "nmod", "amod")]
    yield from filter(offices().ends_in, words)
    yield from (word for word in words if word in SHIP_PREFIX)


def _is_cause(preposition: Token) -> bool:
    """Whether a phrase tells what came before: "was recalled after remarks by A" is not A's."""
    return preposition.lower_ in _BEFOREHAND and any(
        t.pos_ == "NOUN" and any(c.lower_ == "by" for c in t.children)
        for t in complements(preposition)
    )


def _undoer(participle: Token) -> tuple[Token, ...]:
    """ "A freed two men arrested last year": who lets them go is who held them.

    "A freed two of the men arrested last year" too.
    """
    noun = _counted_off(participle.head)
    if participle.dep_ == "acl" and noun.dep_ == "dobj" and noun.head.lemma_ == "order":
        return subjects(noun.head)  # "A ordered missiles fired at B"
    if participle.dep_ != "acl" or participle.lemma_ not in _HELD or noun.dep_ != "dobj":
        return ()
    return subjects(noun.head) if noun.head.lemma_ in _LETS_GO else ()


def _counted_off(noun: Token) -> Token:
    """The number that is taken of many: "12 of the 100 girls"; else the noun itself."""
    number = noun.head.head
    part = noun.dep_ == "pobj" and noun.head.lower_ == "of" and number.tag_ == "CD"
    return number if part else noun


def _beside_preposition(verb: Token) -> tuple[Token, ...]:
    """ "Despite A often denouncing B": the doer whom the parse hung on the preposition."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "pcomp") or child(verb, "nsubj"):
        return ()
    leading = (c for c in verb.lefts if c.dep_ == "prep" and c.lower_ in ("despite", "with"))
    return tuple(t for p in leading for t in complements(p))


def misread(verb: Token) -> Token:
    """ "Gunmen linked to A abducted B": the parse hung what they did below the first verb."""
    first = verb.head
    below = verb.dep_ in ("ccomp", "advcl") and verb.tag_ == "VBD" and first.tag_ == "VBD"
    led = below and first.lemma_ in TIED and first.i < verb.i
    return first if led and child(verb, "nsubj", "mark") is None else verb


def _main_subjects(verb: Token) -> tuple[Token, ...]:
    """ "A pressed on as the war wore on, sending B": the main clause's; the parse hung it low."""
    below = verb.head
    return subjects(below.head) if below.dep_ == "advcl" and below.head.pos_ == "VERB" else ()


def _beyond(noun: Token, name: str) -> Iterator[Token]:
    """A preposition of a noun that the parse hung on its verb: "at talks in Geneva with X".

    "died in strikes in X": where the verb's own place is the noun's too.
    """
    if noun.dep_ == "dobj" and noun.head.lemma_ in ("make", "conduct", "carry", "hold", "have"):
        yield from (p for p in prepositions(noun.head, name) if p.i > noun.i)
        return
    if noun.dep_ == "dobj" and noun.head.lemma_ in OBTAINS and name == "from":
        yield from prepositions(noun.head, name)  # "secured from X the release of Y"
        return
    if noun.dep_ == "dobj" and name == "by" and not is_passive(noun.head):
        yield from (p for p in prepositions(noun.head, name) if p.i > noun.i)
        return  # "brought condemnation of X by Y"
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ in _COMES | CARRIERS:
        if name in ("between", "with", "against"):
            yield from (p for p in prepositions(noun.head, name) if p.i > noun.i)
        return
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent" and name == "from":
        yield from (p for p in prepositions(noun.head.head, name) if p.i > noun.i)
        return  # "were hit by shells from X"
    struck = noun.lemma_.lower() in ATTACKS and name in ("in", "on", "against", "at")
    if noun.dep_ != "pobj" or not (struck or name in ("with", "between")):
        return
    verb = noun.head.head
    if verb.pos_ in ("VERB", "AUX"):
        yield from (p for p in prepositions(verb, name) if p.i > noun.i)


def _hung_low(head: Token, name: str) -> Iterator[Token]:
    """A preposition of the deed that the parse hung inside its object.

    "passed pictures of depots to X", "extradited a man accused of fraud to X".
    """
    if name not in _OUTER:
        return
    for near in head.children:
        if near.dep_ == "prep" and near.lower_ in _INNER and near.lower_ != name:
            for inner in complements(near):
                yield from prepositions(inner, name)
        elif near.dep_ == "acl" and near.lemma_ in _WANTED:
            yield from prepositions(near, name)
            for deeper in near.children:
                if deeper.dep_ == "prep" and deeper.lower_ != name:
                    for inner in complements(deeper):
                        yield from prepositions(inner, name)


def _of_make(lemma: str) -> str:
    """ "hwasong" of "Hwasong-12", whatever its number; "1.5bn" is money, "Su-27" an aircraft."""
    known = made(lemma)
    if known is not None:
        return known
    name, _, number = lemma.partition("-")
    return name if number.isdigit() and name.isalpha() and len(name) > 2 else lemma


def measured(head: Token) -> tuple[Token, ...]:
    """What a noun or number measures: "documents" for "a package of documents", "21 of the"."""
    if head.lemma_.lower() not in MEASURES and head.pos_ != "NUM":
        return ()
    return tuple(t for p in prepositions(head, "of") for t in complements(p))


def party_among(candidate: Candidate, heads: tuple[Token, ...]) -> tuple[Party, ...]:
    """The parties that the heads themselves name."""
    return tuple(p for head in heads for p in resolve_all(head, candidate.scene))


def names_place(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    """Whether one of the heads is itself the name of a state or a place."""
    kinds = STATE_KINDS | {NameKind.PLACE}
    return any(candidate.scene.hit_at(h, kinds) is not None for h in heads)


def has_place(candidate: Candidate, heads: tuple[Token, ...]) -> bool:
    """Whether one of the heads names a state or a place, or has one inside its phrase."""
    return any(within(h, candidate.scene) for h in heads) or names_place(candidate, heads)


def _is_thing(noun: Token) -> bool:
    """Whether an object is what is given, nobody to whom something is promised."""
    word = noun.lemma_.lower()
    human = word in _PEOPLE or offices().lookup(word) is not None
    return noun.tag_ in ("NN", "NNS") and not human
