"""Words that only point: pronouns, "the two leaders", "you" in a quotation.

Every rule gets `resolve`, by which the phrase that is pointed to is understood.
"""

from collections.abc import Callable
from dataclasses import replace

from regesta.knowledge import NameKind
from regesta.knowledge.frames import words_of
from regesta.model import Party, Sector
from regesta.read.actors.discourse import is_individual
from regesta.read.actors.namewords import is_capital, name_tokens
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.clauses import (
    child,
    clause_of,
    complements,
    core,
    governors,
    objects,
    prepositions,
    subject,
    subjects,
    with_conjuncts,
)
from regesta.read.tree import Token

Resolve = Callable[[Token, Scene], tuple[Party, ...]]

_HE = frozenset({"he", "she", "him", "her", "himself", "herself"})
# Where a phrase stands as one of a clause's own parts.
_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
MANY = 3  # who are no longer one party or a pair
_YOU = frozenset({"you", "your"})
_HOSTILE = (words_of("VIOLENT") - {"use", "deploy"}) | words_of("HOSTILE")
# Verbs whose object "it" is a state; elsewhere it is a deed or a thing.
_TAKES_PARTY = frozenset(
    {"accuse", "blame", "urge", "attack", "invade", "sanction", "threaten", "warn", "ask", "tell",
     "bomb", "arm", "supply", "provide"}
)  # fmt: skip
_NAMED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj"})
_ASKING = frozenset({"demand", "ask", "urge", "insist", "request", "order", "require"})
_PAIRED_PEOPLE = frozenset(
    {"leader", "president", "minister", "man", "premier", "official", "diplomat", "general",
     "counterpart", "chief", "king", "head", "commander"}
)  # fmt: skip
_PAIRED_STATES = frozenset(
    {"country", "side", "nation", "government", "neighbour", "neighbor", "ally", "party", "state",
     "power", "capital", "rival", "foe", "army", "force", "military", "ministry", "parliament",
     "delegation", "troop"}
)  # fmt: skip
_WITH = ("with", "to")
_RELATED = frozenset({"neighbour", "neighbor", "ally", "rival", "foe", "counterpart", "party"})
_SIDES = frozenset(
    {"leader", "side", "president", "minister", "premier", "neighbour", "neighbor", "rival",
     "delegation", "foe"}
)  # fmt: skip


def pronoun(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """Whom a pronoun points to; () when that is not clear."""
    word = head.lower_
    if word == "whose":
        return _owner_before(head, scene, resolve=resolve)
    if word in _YOU:
        return _addressed(head, scene, resolve=resolve)
    if word in ("they", "them", "their", "both", "each"):
        return _several(head, scene, resolve=resolve)
    personal = word in _HE or word == "his"
    if not personal and word not in ("it", "its", "itself"):
        return ()
    if word == "it" and head.dep_ == "dobj" and head.head.lemma_ not in _TAKES_PARTY:
        return ()  # "welcomed it": an accord, a ruling, seldom a state
    found, rule = _single(head, scene, resolve=resolve)
    if found is not None and found.country is None:
        return ()  # whom the page does not explain
    if found is not None and _of_another(head, scene, own=found.country, resolve=resolve):
        found = scene.discourse.other(str(found.country), sentence=scene.sentence.index)
    if found is None or found.country in _beside(head, scene, resolve=resolve):
        return _other(head, scene, resolve=resolve)
    return (pointed(found, (head,), scene, rule=rule),)


def _owner_before(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "A, whose troops ...": the noun that the clause is about."""
    clause = next((g for g in governors(head) if g.dep_ == "relcl"), None)
    return resolve(clause.head, scene) if clause is not None else ()


def _single(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party | None, str]:
    """The one party that "he", "it" or "its" can mean, nearest place of search first."""
    personal = head.lower_ in _HE or head.lower_ == "his"
    for search in (_vouched, _own_subject, _above, _aside):
        found = search(head, scene, resolve=resolve)
        if found is not None and _can_mean(found, personal=personal):
            return found, f"pronoun.{search.__name__.strip('_').replace('_', '-')}"
    if personal and head.dep_ in ("dobj", "dative", "pobj"):
        found = _named_before(head, scene, resolve=resolve)
        if found is not None:
            return found, "pronoun.named-before"
    index = scene.sentence.index
    discourse = scene.discourse
    found = discourse.person(sentence=index) if personal else discourse.state(sentence=index)
    return found, f"pronoun.{head.lower_}"


def _can_mean(party: Party, *, personal: bool) -> bool:
    """Whether "he" or "it" can mean a party."""
    if personal:
        return is_individual(party)
    return party.person is None and party.sector is not Sector.CVL  # "it" means no residents


def _other(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "A met B and thanked him": the one other person named before in the sentence."""
    personal = head.lower_ in _HE
    if head.dep_ not in ("dobj", "dative", "pobj") or not personal:
        return ()
    own = {p.country for t in subjects(clause_of(head)) for p in resolve(t, scene)}
    named = (t for t in head.doc[: head.i] if t.pos_ in ("NOUN", "PROPN") and t.dep_ in _STANDING)
    found = {p.country: p for t in named for p in resolve(t, scene) if _can_mean(p, personal=True)}
    others = [p for country, p in found.items() if country not in own]
    if len(others) != 1 or not own:
        return ()
    return (pointed(others[0], (head,), scene, rule="pronoun.other"),)


def _one(head: Token | None, scene: Scene, *, resolve: Resolve) -> Party | None:
    if head is None or head.pos_ == "PRON":
        return None
    parties = resolve(head, scene)
    return parties[0] if len(parties) == 1 else None


def _vouched(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "A did B, its ministry said": the possessor is the doer of what is vouched for."""
    if head.dep_ != "poss" or head.head.dep_ != "nsubj":
        return None
    verb = head.head.head
    told = verb.head if verb.dep_ == "parataxis" else child(verb, "ccomp")
    if told is None or told.i > verb.i:
        return None
    return _one(subject(told), scene, resolve=resolve)


def _own_subject(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "A recalled its envoy": a possessor points to the subject of its own clause."""
    if head.dep_ != "poss":
        return None
    own = subject(clause_of(head))
    if own is None or own == head.head or head in own.subtree:
        return None
    verb = clause_of(head)
    if verb.dep_ == "ccomp" and verb.lemma_ in _HOSTILE:  # "A said B had fired at its ground"
        own = subject(verb.head) or own
    holder = child(own, "poss")  # "X's remarks came as his envoy ..."
    return _one(own, scene, resolve=resolve) or _one(holder, scene, resolve=resolve)


def _beside(head: Token, scene: Scene, *, resolve: Resolve) -> frozenset[str | None]:
    """Who else stands in the pronoun's own clause: a subject is not its own object."""
    if head.dep_ not in ("nsubj", "dobj"):
        return frozenset()
    verb = head.head
    others = [c for c in verb.children if c.dep_ in ("nsubj", "dobj") and c != head]
    if head.dep_ == "dobj":
        others.extend(subjects(verb))
    # what is "its" own may be done by it: "it recalled its envoy"
    named = [t for t in others if t.pos_ != "PRON" and not _is_own(t)]
    return frozenset(p.country for t in named for p in resolve(t, scene))


def _of_another(head: Token, scene: Scene, *, own: str | None, resolve: Resolve) -> bool:
    """ "A's president accused its government": what is accused is not A's own."""
    verb = head.head.head
    whole = head.head.lemma_.lower() in (_PAIRED_STATES | _PAIRED_PEOPLE) - _RELATED
    if head.lower_ != "its" or head.head.dep_ != "dobj" or not whole:
        return False
    if verb.lemma_ not in _TAKES_PARTY:
        return False
    return any(p.country == own for t in subjects(verb) for p in resolve(t, scene))


def _is_own(noun: Token) -> bool:
    owner = child(noun, "poss")
    return owner is not None and owner.lower_ in ("its", "his", "her", "their")


def _named_before(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "In a call with A, B urged him": the one person named before who is not the doer."""
    doer = subject(clause_of(head))
    own = {p.country for p in resolve(doer, scene)} if doer is not None else set()
    names = (t for t in head.doc[: head.i] if t.pos_ == "PROPN" and t.dep_ in _NAMED)
    found = {
        p.person: p
        for t in names
        for p in resolve(t, scene)
        if p.person is not None and p.country not in own
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _several(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "they", "their": the two joined before, else the two of the discourse.

    A pair of which one is the doer of the pronoun's own clause is no answer.
    """
    if head.lower_ in ("they", "their", "both"):
        dealt = _dealing_before(head, scene, resolve=resolve)
        if dealt:
            return tuple(pointed(p, (head,), scene, rule="pronoun.they-dealing") for p in dealt)
    many = _crowd_above(head, scene, resolve=resolve) if head.lower_ != "both" else ()
    if many:
        return tuple(pointed(p, (head,), scene, rule="pronoun.they-above") for p in many)
    both = _joined_before(head, scene, resolve=resolve)
    index = scene.sentence.index
    leads = head.lower_ == "they" and head.dep_ == "nsubj" and head.head.dep_ == "ROOT"
    led = scene.discourse.leader(before=index) if leads and not both else None
    if led is not None and _is_crowd(led):
        return (pointed(led, (head,), scene, rule="pronoun.they-before"),)
    both = both or scene.discourse.pair(sentence=index, persons=False)
    if head.dep_ in ("dobj", "dative", "pobj"):
        doer = subject(clause_of(head))
        own = {p.country for p in resolve(doer, scene)} if doer is not None else set()
        if own & {p.country for p in both}:
            return ()
    return tuple(pointed(p, (head,), scene, rule="pronoun.they") for p in both)


def _dealing_before(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "A spoke to B and they agreed": the two of the deed told right before, one each."""
    verb = clause_of(head)
    before = verb.head
    if verb.dep_ not in ("conj", "advcl", "relcl") or before.pos_ != "VERB" or before.i > verb.i:
        return ()
    doer = subject(before)
    if doer is None or doer.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in doer.children):
        return ()
    told = child(before, "ccomp") or before  # "A said he spoke to B and they agreed"
    others = (*objects(told), *(t for p in prepositions(told, *_WITH) for t in complements(p)))
    first = resolve(doer, scene)
    rest = [p for t in others for p in resolve(t, scene) if is_individual(p)]
    if len(first) != 1 or len(rest) != 1 or first[0].country == rest[0].country:
        return ()
    return (*first, *rest)


def _is_crowd(party: Party) -> bool:
    """Whether the words of a party are a common noun of many: "South Korean officials"."""
    last = party.text.rpartition(" ")[2]
    return last.islower() and last.endswith(("s", "men", "people"))


def _addressed(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """Who "you" is: whoever the governing verb speaks to, "told X", "said to X"."""
    for verb in governors(head):
        if verb.lemma_ not in ("tell", "say", "assure", "inform", "write"):
            continue
        heads = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i < head.i]
        heads.extend(t for p in prepositions(verb, "to") for t in complements(p))
        return tuple(
            pointed(p, (head,), scene, rule="pronoun.you") for h in heads for p in resolve(h, scene)
        )
    return ()


def _joined_before(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """The two joined earlier in the sentence: "A and B plan ..., their ...", "between A and B"."""
    for token in reversed(list(head.doc[: head.i])):
        between = token.dep_ == "pobj" and token.head.lower_ == "between"
        pointed_at = head.lower_ == "both" and token.dep_ in ("dobj", "pobj")
        stands = token.dep_ in ("nsubj", "nsubjpass", "dep") or between or pointed_at
        if stands and any(c.dep_ == "conj" for c in token.children):
            both = tuple(p for t in with_conjuncts(token) for p in resolve(t, scene))
            return both if len({p.country for p in both}) == 2 else ()
    return ()


def _crowd_above(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """The party, or the two, that the clause above has for its subject: "officials said they"."""
    verb = clause_of(head)
    if head.dep_ not in ("nsubj", "nsubjpass") or verb.head == verb:
        return ()
    above = subject(clause_of(verb.head))
    if above is None or above == head or above.tag_ not in ("NNS", "NNPS"):
        return ()
    if any(c.dep_ == "conj" for c in above.children):
        return ()
    parties = resolve(above, scene)
    return parties if len(parties) < MANY else ()


def _above(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """The subject of the clause that a pronoun's clause hangs on: "Moscow denied that it ..."."""
    personal = head.lower_ in _HE or head.lower_ == "his"
    verb = head if head.pos_ in ("VERB", "AUX") else clause_of(head)
    for _ in range(3):
        if verb.head == verb:
            return None
        verb = clause_of(verb.head)
        above = subject(verb)
        if above is not None and above.lower_ in ("i", "we") and head.lower_ != above.lower_:
            return None  # in somebody's own words "he" is another than the speaker
        if above is None or above == head or above.pos_ == "PRON":
            continue
        if verb.lemma_ in _ASKING and head.dep_ in ("nsubj", "nsubjpass"):
            return None  # "A demanded that it leave": another than A
        parties = resolve(above, scene)
        if not parties and personal:
            return unexplained(above, scene)
        if len(parties) == 1 and _can_mean(parties[0], personal=personal):
            return parties[0]
    return None


def unexplained(head: Token, scene: Scene) -> Party | None:
    """A person by the look of the name, of whom the page says no more: no country."""
    if head.pos_ != "PROPN" or not is_capital(head) or scene.hit_at(head, frozenset(NameKind)):
        return None
    name = scene.text_of(name_tokens(head))
    found = scene.described(
        name_tokens(head), country=None, sector=Sector.NONE, rule="name.unexplained"
    )
    return replace(found, person=name)


def _aside(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "When A was asked about B, it refused": the subject of a clause set before the pronoun's."""
    for verb in governors(head):
        for clause in verb.children:
            if clause.dep_ == "advcl" and clause.i < head.i and clause.i < verb.i:
                found = _one(child(clause, "nsubj", "nsubjpass"), scene, resolve=resolve)
                if found is not None:
                    return found
    return None


def pointed(known: Party, tokens: tuple[Token, ...], scene: Scene, *, rule: str) -> Party:
    """A known party in the words that point to it here."""
    return replace(known, span=scene.sentence.words(tokens), text=scene.text_of(tokens), rule=rule)


def is_paired(head: Token) -> bool:
    """Whether a phrase means two that are known: "both sides", "the two", not "two diplomats"."""
    words = {c.lower_ for c in head.children}
    known = words & {"the", "these", "those", "their"}
    return "both" in words or (bool(known) and ("two" in words or head.lower_ == "two"))


def paired(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """Whom "the two presidents" or "both sides" point to."""
    tokens = core(head)
    if head.lower_ in ("two", "pair", "duo") and any(c.lower_ == "the" for c in head.children):
        both = scene.discourse.pair(sentence=scene.sentence.index, persons=False)
        return tuple(pointed(p, tokens, scene, rule="coreference.pair") for p in both)
    if head.tag_ not in ("NNS", "NNPS") or not is_paired(head):
        return ()
    if scene.hits(tokens, NATION_KINDS):
        return ()
    persons = head.lemma_.lower() in _PAIRED_PEOPLE
    if not persons and head.lemma_.lower() not in _PAIRED_STATES:
        return ()
    index = scene.sentence.index
    both = _joined_before(head, scene, resolve=resolve)
    both = both or scene.discourse.pair(sentence=index, persons=persons)
    if persons and not both:  # "the two ministers" of two states whose names were not given
        both = scene.discourse.pair(sentence=index, persons=False)
    found = tuple(pointed(p, tokens, scene, rule="coreference.pair") for p in both)
    return found if persons else tuple(map(as_state, found))


def sides(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "the leaders", "the sides": the two who have just dealt with each other."""
    tokens = core(head)
    if head.tag_ != "NNS" or len(tokens) != len(("the", "sides")) or tokens[0].lower_ != "the":
        return ()
    if head.lemma_.lower() not in _SIDES or any(True for _ in prepositions(head, "of", "from")):
        return ()
    both = scene.discourse.lately(sentence=scene.sentence.index)
    unions = tuple(p for p in both if p.sector is Sector.IGO)
    if unions and head.lemma_.lower() != "side":  # "the leaders" after "ECOWAS met in Nigeria"
        both = unions if len(unions) == 1 else ()
    return tuple(pointed(p, tokens, scene, rule="coreference.sides") for p in both)


def as_state(party: Party) -> Party:
    """The state of a person: "the two countries" are not their leaders."""
    if party.person is None:
        return party
    return replace(party, name=party.country or party.name, person=None, office=None)
