"""Words that only point: pronouns of one, "you" in a quotation.

Every rule gets `resolve`, by which the phrase that is pointed to is understood.
"""

from dataclasses import replace

from regesta.knowledge import NameKind
from regesta.model import Party, Sector
from regesta.read.actors.discourse import Discourse
from regesta.read.actors.genders import fits
from regesta.read.actors.its import (
    dealt_with,
    held,
    of_another,
    one,
    own_subject,
    takes_party,
    vouched,
)
from regesta.read.actors.namewords import is_capital, name_tokens
from regesta.read.actors.nearer import (
    answered_for,
    is_nobody,
    is_others,
    is_own,
    is_torn,
    nearest_human,
    owner_before,
)
from regesta.read.actors.party_kinds import called, is_individual
from regesta.read.actors.plurals import several
from regesta.read.actors.pointing import Resolve, as_country, clause_doers, doers_beside, pointed
from regesta.read.actors.scene import Scene
from regesta.read.clauses import (
    child,
    clause_of,
    complements,
    governors,
    objects,
    prepositions,
    set_apart,
    subject,
    subjects,
)
from regesta.read.direct import in_direct_speech
from regesta.read.tree import Token

_SHE = frozenset({"she", "her", "herself"})
_HE = frozenset({"he", "she", "him", "her", "himself", "herself"})
# Where a phrase stands as one of a clause's own parts.
_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
_YOU = frozenset({"you", "your"})
_NAMED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj"})
_ASKING = frozenset({"demand", "ask", "urge", "insist", "request", "order", "require"})
_BLESSINGS = frozenset({"blessing", "backing", "approval", "endorsement", "imprimatur", "nod"})


def pronoun(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """Whom a pronoun points to; () when that is not clear."""
    word = head.lower_
    if word == "whose":
        return owner_before(head, scene, resolve=resolve)
    if word in _YOU:
        return _addressed(head, scene, resolve=resolve)
    if word in ("us", "our"):
        return _of_the_speaker(head, scene, resolve=resolve)
    if word in ("they", "them", "their", "both", "each"):
        return several(head, scene, resolve=resolve)
    personal = word in _HE or word == "his"
    if not personal and word not in ("it", "its", "itself"):
        return ()
    if word == "it" and (_is_blessed(head) or _is_thing(head)):
        return ()  # "welcomed it": an accord, a ruling, seldom a state
    if word == "it" and is_nobody(head.head):
        return ()
    answered = answered_for(head)
    those = resolve(answered, scene) if answered is not None else ()
    if answered is not None and all(_can_mean(p, personal=personal) for p in those):
        those = those if len(those) == 1 else ()
        return tuple(pointed(p, (head,), scene, rule="pronoun.answered") for p in those)
    if is_torn(head) or _is_emphatic(head):
        return ()
    other = _named_other(head, scene, resolve=resolve) if is_others(head) else None
    if other is not None:
        return (pointed(other, (head,), scene, rule="pronoun.others"),)
    other = _taken_to_task(head, scene, resolve=resolve)
    if other is not None and _can_mean(other, personal=personal):
        return (pointed(other, (head,), scene, rule="pronoun.object-above"),)
    found, rule = _single(head, scene, resolve=resolve)
    if found is not None and found.country is None:
        return ()  # whom the page does not explain
    if found is not None and of_another(head, scene, own=found.country, resolve=resolve):
        other = scene.discourse.other(str(found.country), sentence=scene.sentence.index)
        found = dealt_with(head, scene, resolve=resolve) or other
    own = _beside(head, scene, resolve=resolve) | _doers_above(head, scene, resolve=resolve)
    if personal:
        own |= doers_beside(head, scene, resolve=resolve)  # "she asked him": another than she
    if found is None or found.country in own:
        return _other(head, scene, resolve=resolve)
    return (pointed(found, (head,), scene, rule=rule),)


def _is_emphatic(head: Token) -> bool:
    """ "the opposition had itself signed": whoever the clause names beside it, nobody else."""
    doers = (c for c in head.head.children if c.dep_ in ("nsubj", "nsubjpass") and c != head)
    return head.lower_ == "itself" and head.dep_ == "nsubj" and any(doers)


def _is_thing(it: Token) -> bool:
    return it.dep_ == "dobj" and not takes_party(it.head)


def _is_blessed(it: Token) -> bool:
    """ "gave it their blessing": an accord or a plan."""
    given = it.dep_ == "dative" and any(o.lemma_ in _BLESSINGS for o in objects(it.head))
    return given and it.head.pos_ == "VERB"


def _named_other(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """The last one named before in the sentence who does not do the judging or expelling."""
    personal = head.lower_ != "its"
    own = clause_doers(head, scene, resolve=resolve) | doers_beside(head, scene, resolve=resolve)
    before = (t for t in reversed(head.doc[: head.i]) if t.pos_ == "PROPN" and t.dep_ in _STANDING)
    named = (p for t in before for p in resolve(t, scene) if p.country not in own)
    found = next((p for p in named if p.person is not None or not personal), None)
    told = (s for s in scene.discourse.seen if personal and s.party.country not in own)
    others = replace(scene.discourse, seen=tuple(s for s in told if fits(head.lower_, s.party)))
    return found or others.person(sentence=scene.sentence.index)


def _single(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party | None, str]:
    """The one party that "he", "it" or "its" can mean, nearest place of search first."""
    personal = head.lower_ in _HE or head.lower_ == "his"
    for search in (vouched, own_subject, held, _above, _aside):
        found = search(head, scene, resolve=resolve)
        if found is None or not fits(head.lower_, found):
            continue
        if _can_mean(found, personal=personal):
            return found, f"pronoun.{search.__name__.strip('_').replace('_', '-')}"
    if personal and head.dep_ in ("dobj", "dative", "pobj"):
        found = _named_before(head, scene, resolve=resolve)
        if found is not None:
            return found, "pronoun.named-before"
    nearest = nearest_human(head, scene, resolve=resolve) if personal else None
    if nearest is not None and head not in nearest.subtree:
        return one(nearest, scene, resolve=resolve), "pronoun.nearest"
    before = None if personal else _before_semicolon(head, scene, resolve=resolve)
    if before is not None:
        return before, "pronoun.before-semicolon"
    index = scene.sentence.index
    discourse = _but_the_speaker(head, scene, resolve=resolve) if personal else scene.discourse
    found = discourse.person(sentence=index) if personal else discourse.state(sentence=index)
    return found, f"pronoun.{head.lower_}"


def _taken_to_task(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "A taunted B, warning it to get ready": B, whom the clause above names."""
    saying = head.head
    if head.dep_ != "dobj" or saying.dep_ != "advcl" or saying.tag_ != "VBG":
        return None
    done_to = [t for t in objects(saying.head) if t.pos_ == "PROPN"]
    return one(done_to[0], scene, resolve=resolve) if len(done_to) == 1 else None


def _before_semicolon(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "Analysts said A had done so before; last June it freed two": A, who led a clause there."""
    led = (t for t in reversed(head.doc[: head.i]) if t.dep_ in ("nsubj", "nsubjpass"))
    nearest = next((t for t in led if t.pos_ != "PRON"), None)
    found = one(nearest, scene, resolve=resolve) if nearest is not None else None
    apart = nearest is not None and set_apart(nearest, head)
    return found if apart and found is not None and _can_mean(found, personal=False) else None


def _but_the_speaker(head: Token, scene: Scene, *, resolve: Resolve) -> Discourse:
    """'"His army is on our land," he said': another than who speaks."""
    seen = tuple(s for s in scene.discourse.seen if fits(head.lower_, s.party))
    if not in_direct_speech(head):
        return replace(scene.discourse, seen=seen)
    own = {p.person for p in _speaking(head, scene, resolve=resolve)}
    seen = tuple(s for s in seen if s.party.person not in own - {None})
    return replace(scene.discourse, seen=seen if own else ())


def _speaking(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """Whose words those of a quotation are."""
    saying = next((v for v in governors(head) if not in_direct_speech(v)), head.doc[-1])
    return tuple(p for t in subjects(saying) for p in resolve(t, scene) if t != head)


def _of_the_speaker(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """'"They attacked us," X said': X's state; in a paper's own words that of its dateline."""
    told = not in_direct_speech(head) and not any(t.is_quote for t in head.doc)
    if told and scene.home is not None and head.text != "US":
        own = scene.described((head,), country=scene.home, sector=Sector.GOV, rule="pronoun.paper")
        return (own,)
    found = _speaking(head, scene, resolve=resolve) if in_direct_speech(head) else ()
    known = [as_country(p) for p in found if p.sector not in (Sector.MED, Sector.BUS)]
    return tuple(pointed(p, (head,), scene, rule="pronoun.ours") for p in known[:1])


def _can_mean(party: Party, *, personal: bool) -> bool:
    """Whether "he" or "it" can mean a party."""
    if personal:
        return is_individual(party)
    return party.person is None and party.sector is not Sector.CVL  # "it" means no residents


_COUNTERPARTS = frozenset({"counterpart", "colleague", "homologue"})


def _other(head: Token, scene: Scene, *, resolve: Resolve) -> tuple[Party, ...]:
    """ "A met B and thanked him", "A praised B and gave it two ships": the one other named before.

    Of states only where something is done to a state, or given to it.
    """
    personal = head.lower_ in _HE
    if head.dep_ not in ("dobj", "dative", "pobj") or not (personal or _given_to(head)):
        return ()
    own = clause_doers(head, scene, resolve=resolve)
    named = (t for t in head.doc[: head.i] if t.pos_ in ("NOUN", "PROPN") and t.dep_ in _STANDING)
    parties = (p for t in named for p in resolve(t, scene))
    able = (p for p in parties if fits(head.lower_, p))
    found = {
        p.country: p
        for p in able
        if _can_mean(p, personal=personal) or (personal and called(p) in _COUNTERPARTS)
    }
    others = [p for country, p in found.items() if country not in own]
    if len(others) != 1 or not own:
        return ()
    return (pointed(others[0], (head,), scene, rule="pronoun.other"),)


def _given_to(head: Token) -> bool:
    """Whether "it" stands where only a state can: "gave it ships", "warned it"."""
    it = head.lower_ == "it"
    return it and (head.dep_ == "dative" or (head.dep_ == "dobj" and takes_party(head.head)))


def _doers_above(head: Token, scene: Scene, *, resolve: Resolve) -> frozenset[str | None]:
    """Who does what is done to "it", where the verb itself leaves them out."""
    if not _given_to(head):
        return frozenset()
    return clause_doers(head, scene, resolve=resolve)


def _beside(head: Token, scene: Scene, *, resolve: Resolve) -> frozenset[str | None]:
    """Who else stands in the pronoun's own clause: a subject is not its own object."""
    if head.dep_ not in ("nsubj", "dobj"):
        return frozenset()
    verb = head.head
    others = [c for c in verb.children if c.dep_ in ("nsubj", "dobj") and c != head]
    if head.dep_ == "dobj":
        others.extend(subjects(verb))
    # what is "its" own may be done by it: "it recalled its envoy"
    named = [t for t in others if t.pos_ != "PRON" and not is_own(t)]
    return frozenset(p.country for t in named for p in resolve(t, scene))


def _named_before(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """ "In a call with A, B urged him": the one person named before who is not the doer.

    Not where another is spoken of so far: "his words, as he met A, led to talks with him".
    """
    woman = head.lower_ in _SHE
    spoken_of = (t.lower_ for t in head.doc[: head.i] if t.lower_ in _HE or t.lower_ == "his")
    if any((word in _SHE) is woman for word in spoken_of):
        return None
    doer = subject(clause_of(head))
    own = {p.country for p in resolve(doer, scene)} if doer is not None else set()
    names = (t for t in head.doc[: head.i] if t.pos_ == "PROPN" and t.dep_ in _NAMED)
    found = {
        p.person: p
        for t in names
        for p in resolve(t, scene)
        if p.person is not None and p.country not in own and fits(head.lower_, p)
    }
    return next(iter(found.values())) if len(found) == 1 else None


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


def _above(head: Token, scene: Scene, *, resolve: Resolve) -> Party | None:
    """The subject of the clause that a pronoun's clause hangs on: "Moscow denied that it ..."."""
    personal = head.lower_ in _HE or head.lower_ == "his"
    verb = head if head.pos_ in ("VERB", "AUX") else clause_of(head)
    for _ in range(3):
        if verb.head == verb:
            return None
        verb = clause_of(verb.head)
        above = subject(verb)
        if in_direct_speech(head) and not in_direct_speech(verb):
            return None  # nor is it in what he is quoted with
        if above is not None and above.lower_ in ("i", "we") and head.lower_ != above.lower_:
            return None  # in somebody's own words "he" is another than the speaker
        if above is None or above == head or above.pos_ == "PRON":
            continue
        if not personal and (child(above, "conj") or _is_troops(above)):
            continue  # "ordered the troops to leave after it ...", "A and B did, and it ..."
        own = clause_of(head)  # "asked A to go after it had ...", not "asked for it to go"
        aside = own.dep_ == "advcl" and own.tag_ != "VB"
        if verb.lemma_ in _ASKING and head.dep_ in ("nsubj", "nsubjpass") and not aside:
            return None  # "A demanded that it leave": another than A
        parties = resolve(above, scene)
        national = _the_national(above, scene) if personal else None
        if national is not None:
            return national
        if not parties and personal:
            return unexplained(above, scene)
        if len(parties) == 1 and _can_mean(parties[0], personal=personal):
            return parties[0]
    return None


def _parted(first: Token, last: Token) -> bool:
    """ "A shamed B: its doctors came", two clauses side by side."""
    return any(t.text in (";", ":") for t in first.doc[first.i : last.i])


def _is_troops(head: Token) -> bool:
    return head.tag_ == "NNS" and not is_capital(head)


def _the_national(head: Token, scene: Scene) -> Party | None:
    """ "The American said that he ...": the last person of that nation, else nobody's."""
    hit = scene.hit_at(head, frozenset({NameKind.DEMONYM}))
    one = head.tag_ in ("JJ", "NN", "NNP") and any(c.lower_ == "the" for c in head.children)
    if hit is None or not one:
        return None
    people = (s.party for s in reversed(scene.discourse.seen) if is_individual(s.party))
    known = next((p for p in people if p.country == hit.country), None)
    return known or scene.described(
        (head,), country=None, sector=Sector.NONE, rule="name.unexplained"
    )


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
            before = clause.dep_ == "advcl" or (clause.dep_ == "ccomp" and _parted(clause, verb))
            if before and clause.i < head.i and clause.i < verb.i:
                found = one(child(clause, "nsubj", "nsubjpass"), scene, resolve=resolve)
                if found is not None:
                    return found
    return None
