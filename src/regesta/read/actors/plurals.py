"""Words that point to two and more: "they", "both sides", "the two leaders", "the West"."""

from regesta.model import Party, Sector
from regesta.read.actors.discourse import SEVERAL
from regesta.read.actors.nearer import HUMANS, is_quoted, other_many, spoken_of_beside
from regesta.read.actors.party_kinds import is_individual
from regesta.read.actors.pointing import Resolve, as_country, as_state, doers_beside, pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.actors.them import is_told_to, the_many
from regesta.read.clauses import (
    NOMINAL,
    child,
    clause_of,
    complements,
    core,
    governors,
    objects,
    prepositions,
    subject,
    with_conjuncts,
)
from regesta.read.tree import Token

PAIRED_PEOPLE = frozenset(
    {"leader", "president", "minister", "man", "premier", "official", "diplomat", "general",
     "counterpart", "chief", "king", "head", "commander", "admiral", "statesman", "autocrat"}
)  # fmt: skip
PAIRED_STATES = frozenset(
    {"country", "side", "nation", "government", "neighbour", "neighbor", "ally", "party", "state",
     "power", "capital", "rival", "foe", "army", "force", "military", "ministry", "parliament",
     "delegation", "troop", "kingdom", "navy", "enemy", "adversary", "partner",
     "superpower", "giant", "economy", "administration", "chancellery", "garrison", "coastguard"}
)  # fmt: skip
_IN_ARMS = frozenset({"general", "admiral", "commander"})
_FORCES = frozenset({Sector.MIL, Sector.REB})
_COUPLES = frozenset({"two", "pair", "duo"})
_CHARGING = frozenset({"accuse", "suspect", "convict", "warn", "remind", "assure"})  # "the two of"
_KNOWN = frozenset({"the", "these", "those", "their"})
_WITH = ("with", "to")
_SIDES = frozenset(
    {"leader", "side", "president", "minister", "premier", "neighbour", "neighbor", "rival",
     "delegation", "foe", "ally", "adversary", "government", "army", "military", "partner",
     "capital", "navy", "kingdom", "enemy", "party", "interlocutor"}
)  # fmt: skip
# What both of two are: "the warring sides", "the arch-rivals".
_AT_ODDS = frozenset(
    {"former", "old", "arch", "-", "bitter", "warring", "feuding", "rival", "opposing",
     "quarrelling", "nuclear", "armed", "neighbouring", "neighboring",
     "longtime", "erstwhile", "one", "time"}
)  # fmt: skip
_KIN = frozenset(
    {"family", "relative", "wife", "husband", "parent", "mother", "father", "child", "lawyer",
     "attorney", "friend", "brother", "sister", "son", "daughter", "colleague", "employer"}
)  # fmt: skip
_MET_REACH = 3  # sentences
_AGREES = frozenset(
    {"agree", "pledge", "promise", "vow", "discuss", "decide", "sign", "reaffirm", "concur",
     "announce", "resolve", "exchange", "express", "underline", "stress", "hail", "call"}
)  # fmt: skip
_ASKED = frozenset({"xcomp", "ccomp", "advcl", "prep"})
_APPEALS = frozenset({"plead", "appeal", "call", "press", "lean", "prevail"})
_FIGHTING = frozenset(
    {"fire", "ceasefire", "truce", "fighting", "hostility", "arm", "violence", "bloodshed",
     "shelling", "cease-fire", "restraint", "killing", "weapon"}
)  # fmt: skip
_AROUND = frozenset({"neighbours", "neighbors", "rivals", "accusers"})


def several(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "they", "their": the two joined before, else the two of the discourse.

    A pair of which one is the doer of the pronoun's own clause is no answer.
    """
    them = the_many(head, scene, resolve=resolve)
    if them is not None:
        return them
    if head.lower_ in ("they", "their", "both"):
        dealt = _dealing_before(head, scene, resolve=resolve)
        if dealt:
            return tuple(pointed(p, (head,), scene, rule="pronoun.they-dealing") for p in dealt)
    told = _written_to(head)
    if told is not None:
        found = resolve(told, scene)
        return tuple(pointed(p, (head,), scene, rule="pronoun.them-told") for p in found)
    if head.lower_ == "their" and _is_own(head, scene, resolve=resolve):
        return ()
    ours = _own_side(head, scene, resolve=resolve)
    if ours:
        return tuple(pointed(p, (head,), scene, rule="pronoun.they-own") for p in ours)
    many = _crowd_above(head, scene, resolve=resolve) if head.lower_ != "both" else ()
    if many:
        return tuple(pointed(p, (head,), scene, rule="pronoun.they-above") for p in many)
    both = _joined_before(head, scene, resolve=resolve)
    if not both and head.dep_ == "poss" and head.head.lemma_.lower() in _KIN:
        return ()  # "..., their families say": those of people, not of two states
    index = scene.sentence.index
    leads = head.lower_ == "they" and head.dep_ == "nsubj" and head.head.dep_ == "ROOT"
    follows = leads or _opens(head) or is_told_to(head)
    led = scene.discourse.leader(before=index) if follows and not both else None
    if led is not None and is_told_to(head):
        doers = doers_beside(head, scene, resolve=resolve)
        led = led if led.country not in doers and (_is_crowd(led) or _are_fighters(led)) else None
        return (pointed(led, (head,), scene, rule="pronoun.they-before"),) if led else ()
    if led is not None and led.country is None and led.person is None:
        return ()  # fighters of nobody knows where
    if led is not None and (_are_fighters(led) or (leads and _is_crowd(led))):
        return (pointed(led, (head,), scene, rule="pronoun.they-before"),)
    many = scene.discourse.leaders(before=index) if leads and not both else ()
    if len(many) >= SEVERAL:
        return tuple(pointed(p, (head,), scene, rule="pronoun.they-before") for p in many)
    met = scene.discourse.meeting(sentence=index, reach=1) if leads and not both else ()
    if len(met) >= SEVERAL:
        return tuple(pointed(p, (head,), scene, rule="pronoun.they-met") for p in met)
    both = both or _pair_before(head, scene, resolve=resolve)
    if head.dep_ in ("dobj", "dative", "pobj"):
        doer = subject(clause_of(head))
        own = {p.country for p in resolve(doer, scene)} if doer is not None else set()
        if own & {p.country for p in both}:
            return ()
    return tuple(pointed(p, (head,), scene, rule="pronoun.they") for p in both)


def _written_to(head: Token) -> Token | None:
    """ "wrote to the lenders, asking them": the only plural to whom the words above go."""
    verb = clause_of(head)
    above = verb.head
    if head.lower_ != "them" or head.dep_ != "dobj" or verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return None
    inner = (t for o in objects(above) for p in prepositions(o, *_WITH) for t in complements(p))
    outer = (t for p in prepositions(above, *_WITH) for t in complements(p))
    many = [t for t in (*objects(above), *inner, *outer) if t.tag_ in ("NNS", "NNPS")]
    return many[0] if len(many) == 1 else None


def _is_own(head: Token, scene: Scene, *, resolve: Resolve) -> bool:
    """ "Drones flew their first raid": the clause's own plural doer, who is no party."""
    doer = subject(clause_of(head))
    owned = head.dep_ == "poss" and head.head.dep_ == "dobj"
    many = doer is not None and doer.tag_ in ("NNS", "NNPS") and doer.pos_ != "PRON"
    return owned and doer is not None and many and not resolve(doer, scene)


def _pair_before(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """The two of the discourse, unless the sentence has others whom "they" may mean.

    In a quotation "they" are those whom the speaker talks about, never he himself.
    """
    both = scene.discourse.pair(sentence=scene.sentence.index, persons=False)
    if not both or head.lower_ in ("both", "each"):
        return both
    if is_quoted(head) or other_many(head, scene, resolve=resolve):
        return ()
    beside = spoken_of_beside(head, scene, resolve=resolve)
    return () if beside & {p.country for p in both} else both


def _dealing_before(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "A spoke to B and they agreed": the two of the deed told right before, one each."""
    verb = clause_of(head)
    when = verb.dep_ == "relcl" and any(c.lower_ == "when" for c in verb.children)
    before = clause_of(verb.head) if when else verb.head  # "met on Tuesday, when they agreed"
    if verb.dep_ not in ("conj", "advcl", "relcl") or before.pos_ != "VERB" or before.i > verb.i:
        return ()
    return _one_each(before, scene, resolve=resolve)


def _held_above(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "A had a call with B, saying the two leaders would meet": the two of a clause above."""
    verb = clause_of(head)
    above = (v for v in governors(verb) if v.pos_ == "VERB" and v.i < verb.i)
    return next(filter(None, (_one_each(v, scene, resolve=resolve) for v in above)), ())


def _one_each(deed: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """The one who did a deed and the one person he did it with or to; () where they are more."""
    doer = subject(deed)
    if doer is None or doer.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in doer.children):
        return ()
    told = child(deed, "ccomp") or deed  # "A said he spoke to B and they agreed"
    near = (told, *objects(told))
    others = (
        *objects(told),
        *(t for h in near for p in prepositions(h, *_WITH) for t in complements(p)),
    )
    if any(c.dep_ == "conj" and c.pos_ in NOMINAL for t in others for c in t.children):
        return ()  # "A hosted B and C, where the two leaders ..."
    first = resolve(doer, scene)
    rest = [p for t in others for p in resolve(t, scene) if is_individual(p) or _is_opposite(t)]
    if len(first) != 1 or len(rest) != 1 or first[0].country == rest[0].country:
        return ()
    return (*first, *rest)


def _is_opposite(token: Token) -> bool:
    return token.tag_ == "NN" and token.lemma_.lower() in ("counterpart", "homologue")


def _own_side(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "The spokesman vowed that they would respond": what "they" will do his own side does."""
    verb = clause_of(head)
    will = any(c.lower_ in ("will", "would") for c in verb.children if c.dep_ == "aux")
    if head.lower_ != "they" or head.dep_ != "nsubj" or verb.dep_ != "ccomp" or not will:
        return ()
    speaker = subject(verb.head)
    if speaker is None or speaker.tag_ in ("NNS", "NNPS"):
        return ()
    found = resolve(speaker, scene)
    return found if len(found) == 1 and is_individual(found[0]) else ()


def _is_crowd(party: Party) -> bool:
    """Whether the words of a party mean many of one: "South Korean officials", "they" after it."""
    last = party.text.rpartition(" ")[2]
    nationals = party.sector is Sector.CVL and last.endswith("s")  # "Thousands of Serbs"
    return (
        nationals
        or last in ("they", "They")
        or (last.islower() and last.endswith(("s", "men", "people")))
    )


def _opens(head: Token) -> bool:
    """ "Their fighters then took ...": whose own people the sentence begins with."""
    owned = head.lower_ == "their" and head.dep_ == "poss" and head.head.dep_ == "nsubj"
    return owned and head.head.head.dep_ == "ROOT"


def _are_fighters(party: Party) -> bool:
    """Whether a party is an armed group, which is many: "The Houthis struck. They then ..."."""
    return party.sector is Sector.REB and party.person is None


def _joined_before(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """The two joined earlier in the sentence: "A and B plan ..., their ...", "between A and B"."""
    for token in reversed(list(head.doc[: head.i])):
        between = token.dep_ == "pobj" and token.head.lower_ == "between"
        told = head.lower_ == "both" or any(c.lower_ == "both" for c in head.lefts)
        done_to = token.dep_ == "dobj" or (head.lower_ == "both" and token.dep_ == "pobj")
        done_to |= token.dep_ == "pobj" and token.head.head.pos_ == "VERB"
        pointed_at = told and done_to and token.head.lower_ != "about"
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
    higher = clause_of(verb.head)
    above = subject(higher)
    if above is None or above == head or above.pos_ == "PRON":
        return ()
    many = (t for t in objects(higher) if t.tag_ in ("NNS", "NNPS"))
    if verb.dep_ == "advcl" and any(t.lemma_.lower() in HUMANS or resolve(t, scene) for t in many):
        return ()  # "guards handed back soldiers after they had fled"
    if any(c.dep_ == "conj" for c in above.children):
        return ()
    parties = resolve(above, scene)
    plural = above.tag_ in ("NNS", "NNPS") or (parties and all(map(_are_fighters, parties)))
    as_they = above.dep_ == "nsubj" and verb.dep_ == "advcl"  # "those of A, B and C, as they met"
    return parties if plural and (len(parties) < SEVERAL or as_they) else ()


def is_paired(head: Token) -> bool:
    """Whether a phrase means two that are known: "both sides", "the two", not "two diplomats"."""
    words = [c.lower_ for c in head.lefts]
    if "both" in words:
        return True
    owned = (c for c in head.rights if c.lower_ != "of" or head.head.lemma_ not in _CHARGING)
    two = "two" in words or (head.lower_ in _COUPLES and not any(owned))
    return two and not _KNOWN.isdisjoint(words)


def paired(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """Whom "the two presidents" or "both sides" point to."""
    tokens = core(head)
    if head.lower_ in _COUPLES and any(c.lower_ == "the" for c in head.children):
        both = _dealing_before(head, scene, resolve=resolve)
        both = both or scene.discourse.pair(sentence=scene.sentence.index, persons=False)
        alike = len({is_individual(p) for p in both}) == 1
        crowd = any(p.office is not None and not is_individual(p) for p in both)
        if head.lower_ != "two" and (crowd or not alike):
            return ()  # "barred two MPs. The pair had ...": those are the pair
        return tuple(pointed(p, tokens, scene, rule="coreference.pair") for p in both)
    if head.tag_ not in ("NNS", "NNPS") or not is_paired(head):
        return ()
    if scene.hits(tokens, NATION_KINDS):
        return ()
    persons = head.lemma_.lower() in PAIRED_PEOPLE
    if not persons and head.lemma_.lower() not in PAIRED_STATES:
        return ()
    index = scene.sentence.index
    both = _joined_before(head, scene, resolve=resolve)
    if {p.country for p in both} & doers_beside(head, scene, resolve=resolve):
        both = ()  # "A and B urged both sides": others than A and B
    both = both or _dealing_before(head, scene, resolve=resolve)
    both = both or (_held_above(head, scene, resolve=resolve) if persons else ())
    both = both or (_who_agree(head, scene) if persons else ())
    both = both or (scene.discourse.just_dealt(sentence=index) if _leads(head) else ())
    urged = head.dep_ == "dobj" or _is_appealed_to(head)
    both = both or (scene.discourse.fought if urged and _is_to_stop(head) else ())
    both = both or scene.discourse.pair(sentence=index, persons=persons, urged=urged)
    if persons and not both:  # "the two ministers" of two states whose names were not given
        both = scene.discourse.pair(sentence=index, persons=False)
    both = both or _of_article(tokens, scene)
    own = doers_beside(head, scene, resolve=resolve)
    if {p.country for p in both} & own:  # whom A thanks or speaks with are others than A
        both = scene.discourse.side_by_side(sentence=index) if urged else ()
        if not both or {p.country for p in both} & own:
            met = tuple(p for p in scene.discourse.meeting(sentence=index) if p.country not in own)
            two = len(met) == len({p.country for p in met}) == len(("one", "other"))
            both = met if two else scene.discourse.apart_from(own, persons=persons)
    found = tuple(pointed(p, tokens, scene, rule="coreference.pair") for p in both)
    if head.lemma_.lower() in _IN_ARMS and any(p.sector not in _FORCES for p in found):
        return ()  # "both generals" are no two presidents
    if persons:
        return found
    return tuple(map(as_state if head.lemma_.lower() == "side" else as_country, found))


def _is_appealed_to(head: Token) -> bool:
    """ "pleaded with both sides", "called on the two countries"."""
    verb = clause_of(head)
    return head.dep_ == "pobj" and head.head.head is verb and verb.lemma_ in _APPEALS


def _is_to_stop(head: Token) -> bool:
    """ "urged both sides to hold their fire": two who fight."""
    below = (c for c in clause_of(head).children if c.dep_ in _ASKED)
    return any(t.lemma_.lower() in _FIGHTING for c in below for t in c.subtree)


def _who_agree(head: Token, scene: Scene) -> tuple[Party, ...]:
    """ "A met B. A urged C to talk. The two leaders agreed": those who met, one of whom led on."""
    index = scene.sentence.index
    met = scene.discourse.meeting(sentence=index, reach=_MET_REACH)
    known = {p.country for p in met}
    led = scene.discourse.leader(before=index)
    agrees = _leads(head) and clause_of(head).lemma_.lower() in _AGREES
    if not agrees or not len(met) == len(known) == len(("one", "other")) or None in known:
        return ()
    return met if led is not None and led.country in known else ()


def _leads(head: Token) -> bool:
    """Whether a sentence goes on to tell what the two of the one before did."""
    return head.dep_ in ("nsubj", "nsubjpass")


def _of_article(tokens: tuple[Token, ...], scene: Scene) -> tuple[Party, ...]:
    """The two states that the article is about, where the words before have dealt with none."""
    return tuple(
        scene.described(tokens, country=code, sector=Sector.GOV, rule="coreference.pair")
        for code in sorted(scene.two)
    )


def around(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "its neighbours", "its rivals": those listed last, where it is none of them."""
    owner = child(head, "poss") if head.lower_ in _AROUND else None
    listed = scene.discourse.listed
    if owner is None or owner.lower_ != "its" or not listed:
        return ()
    own = {p.country for p in resolve(owner, scene)}
    if not own or own & {p.country for p in listed}:
        return ()
    return tuple(pointed(p, core(head), scene, rule="coreference.around") for p in listed)


def sides(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "the leaders", "the sides": the two who have just dealt with each other."""
    leads = head.dep_ == "nsubj" and head.head.dep_ == "ROOT"  # "The countries agreed"
    lands = head.lemma_.lower() in ("country", "nation") and leads
    if head.tag_ != "NNS" or not (lands or head.lemma_.lower() in _SIDES):
        return ()
    tokens = core(head)
    words = tuple(t.lower_ for t in tokens)
    if words[0] != "the" or not _AT_ODDS.issuperset(words[1:-1]):
        return ()
    if any(True for _ in prepositions(head, "of", "from")):
        return ()
    both = _dealing_before(head, scene, resolve=resolve)  # "A met B, when the allies agreed ..."
    both = both or scene.discourse.lately(sentence=scene.sentence.index)
    unions = tuple(p for p in both if p.sector is Sector.IGO)
    if unions and head.lemma_.lower() == "party":
        return ()  # "the parties" to a deal that the UN brokered are more than two
    if unions and head.lemma_.lower() != "side":  # "the leaders" after "ECOWAS met in Nigeria"
        both = unions if len(unions) == 1 else ()
    return tuple(pointed(p, tokens, scene, rule="coreference.sides") for p in both)
