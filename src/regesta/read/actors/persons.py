"""Persons by name: what the page or the seed list says, what was understood before, at home."""

from dataclasses import replace

from regesta.knowledge import NameHit, NameKind, offices
from regesta.model import Party, Sector
from regesta.read.actors.homes import of_phrase
from regesta.read.actors.namewords import is_capital, name_tokens
from regesta.read.actors.people import Person, seeded
from regesta.read.actors.pointing import pointed
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.actors.titles import is_namesake
from regesta.read.clauses import child, complements, core, prepositions
from regesta.read.tree import Token

_UNNAMED = frozenset({"surname", "pseudonym", "anonymous", "anonymity", "identify"})
_CHAIRS = frozenset({"chairman", "chair", "chairperson", "chairwoman"})


def person_party(person: Person, tokens: tuple[Token, ...], scene: Scene, *, rule: str) -> Party:
    """A person as a party: the country and sector of the office held."""
    return Party(
        span=scene.sentence.words(tokens),
        text=scene.text_of(tokens),
        name=person.name,
        country=person.country,
        sector=person.sector,
        person=person.name,
        office=person.office,
        rule=rule,
    )


def is_surname(head: Token, hit: NameHit) -> bool:
    """Whether a name ends a person's name: "Therese Wagner" is no armed group."""
    before = [c for c in head.lefts if c.dep_ == "compound" and c.idx + len(c) <= hit.start]
    given = before[-1:]  # titles may stand before it: "Foreign Minister Therese Wagner"
    named = all(t.pos_ == "PROPN" and offices().lookup(t.lower_) is None for t in given)
    return bool(given) and named and hit.kind in (NameKind.GROUP, NameKind.CAPITAL)


def person_named(head: Token, scene: Scene) -> tuple[Party, ...]:
    candidates = [head, *(c for c in head.children if c.dep_ == "appos")]
    for token in candidates:
        if not is_capital(token) or scene.is_dated(token):
            continue
        hit = scene.hit_at(token, NATION_KINDS)
        if hit is not None and not is_surname(token, hit):
            continue
        tokens = name_tokens(token)
        for start in range(len(tokens)):
            person = scene.people.find(scene.text_of(tokens[start:]), on=scene.on)
            if person is None or _is_other(person, tokens, start, scene):
                continue
            if person.rule == "seed" and len(tokens) == 1 and _is_anybody(token):
                continue
            if person.country is not None and not _is_of_another(token, person, scene):
                person = _chairing(person, token, scene)
                return (person_party(person, tokens[start:], scene, rule=person.rule),)
        at_home = _at_home(token, tokens, scene) or _remembered(tokens, scene)
        at_home = at_home or _leading(tokens, scene)
        if at_home:
            return at_home
    return ()


def _is_anybody(name: Token) -> bool:
    """ "Michel, who asked that his surname not be used", "Merkel, 34,", "the Shah": no leader."""
    if name.lower_ == "shah" and any(c.lower_ == "the" for c in name.lefts):
        return True
    aged = any(c.dep_ in ("appos", "nummod") and c.pos_ == "NUM" for c in name.rights)
    told = (c for c in name.children if c.dep_ in ("relcl", "acl"))
    return aged or any(t.lemma_.lower() in _UNNAMED for c in told for t in c.subtree)


def _chairing(person: Person, head: Token, scene: Scene) -> Person:
    """ "African Union chairman X": who speaks as its chairman speaks for the organisation."""
    before = tuple(t for t in core(head) if t.i < head.i)
    unions = scene.hits(before, frozenset({NameKind.ORGANISATION}))
    chairs = any(t.lower_ in _CHAIRS for t in before)
    if len(unions) != 1 or not chairs or unions[0].sector is Sector.CVL:
        return person
    return replace(person, country=unions[0].country, sector=Sector.IGO, rule="people.chairing")


def _is_of_another(head: Token, person: Person, scene: Scene) -> bool:
    """ "the Shah of Iran" is no Mr Shah of India."""
    titled = any(c.lower_ == "the" for c in head.lefts)
    lands = (t for p in prepositions(head, "of") for t in complements(p))
    hits = (scene.hit_at(t, NATION_KINDS) for t in lands)
    return titled and any(h is not None and h.country != person.country for h in hits)


def _remembered(tokens: tuple[Token, ...], scene: Scene) -> tuple[Party, ...]:
    """ "His minister, A B, spoke. B said ...": whom an earlier sentence told by another's state."""
    names = (scene.text_of(tokens[start:]) for start in range(len(tokens)))
    known = (scene.discourse.bearer(name) for name in names)
    found = next((party for party in known if party is not None), None)
    return (pointed(found, tokens, scene, rule="people.remembered"),) if found else ()


def _leading(tokens: tuple[Token, ...], scene: Scene) -> tuple[Party, ...]:
    """ "Kim declared", where no words say which: who leads a state that the article names."""
    if len(tokens) != 1:
        return ()
    name = scene.text_of(tokens)
    person = scene.people.leader(name, on=scene.on, lands=scene.named)
    return (person_party(person, tokens, scene, rule="seed.leader"),) if person else ()


def _is_other(person: Person, tokens: tuple[Token, ...], start: int, scene: Scene) -> bool:
    """Whether the page means a namesake: "Jim Mattis" is none where the list calls James so."""
    known = scene.people.bare(scene.text_of(tokens[start:]))
    listed = seeded(known.name, on=scene.on) if known is not None else None
    if listed is not None and listed.name == person.name:
        return False
    return is_namesake(person, _given(tokens, start, scene))


def _given(tokens: tuple[Token, ...], start: int, scene: Scene) -> str:
    """The given name that the page has before a surname, here or where it gave the office."""
    known = scene.people.bare(scene.text_of(tokens[start:]))
    if known is not None and " " in known.name:
        return known.name.split()[-2]
    return tokens[start - 1].text if start else ""


def _at_home(head: Token, tokens: tuple[Token, ...], scene: Scene) -> tuple[Party, ...]:
    """ "Foreign Minister X said": a person whose office the page gives without its state."""
    tails = (tokens[start:] for start in range(len(tokens)))
    known_as = ((scene.people.bare(scene.text_of(tail)), tail) for tail in tails)
    person, tokens = next(((p, t) for p, t in known_as if p is not None), (None, tokens))
    if person is None or person.office is None:
        return ()
    known = scene.discourse.named(person.name)
    if known is not None:
        return (pointed(known, tokens, scene, rule="people.remembered"),)
    if not _first_told(person, scene) or _says_whose(head, scene):
        return ()
    found = of_phrase(head, scene, office=person.office, sector=person.sector)
    if found is None:
        return ()
    told = replace(person, country=found.country)
    return (person_party(told, tokens, scene, rule=found.rule),)


def _says_whose(name: Token, scene: Scene) -> bool:
    """Whether the office beside a name says whose it is: "Hanoi's spokesman, X", "his aide, X"."""
    beside = name.head if name.dep_ == "appos" else child(name, "appos")
    office = beside if beside is not None and beside.pos_ == "NOUN" else None
    if office is None:
        return False
    if child(office, "poss") is not None or scene.hits(core(office), NATION_KINDS):
        return True
    behind = (t for p in prepositions(office, "of", "to", "at") for t in complements(p))
    # "an adviser to the head of Rosenergoatom": whose that is, nobody knows
    return any(t.pos_ == "PROPN" for noun in behind for t in noun.subtree)


def _first_told(person: Person, scene: Scene) -> bool:
    """Whether it is this sentence that tells a person's office."""
    span = scene.sentence.span
    return span.start <= person.start < span.end
