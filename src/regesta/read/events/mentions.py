"""Whom a sentence speaks of, in order: what later sentences may point back to."""

import re
from collections.abc import Iterator
from dataclasses import replace

from regesta.knowledge import NameHit, NameKind, Office, offices
from regesta.model import Party, Sector
from regesta.read.actors.discourse import SEVERAL, Seen
from regesta.read.actors.holdings import MANY
from regesta.read.actors.parties import resolve
from regesta.read.actors.people import BODIES
from regesta.read.actors.pronouns import unexplained
from regesta.read.actors.scene import Scene
from regesta.read.actors.strangers import is_private
from regesta.read.clauses import core, with_conjuncts
from regesta.read.tree import PLACE, Token

INSIDE = frozenset({"compound", "amod", "nmod", "det", "case"})  # no head of a phrase
_SILENT = frozenset({NameKind.AGENCY, NameKind.PLACE})
_BEHIND = re.compile(r"(?:['’]s?)?((?: [\w-]+){1,4})")
_HOLDER = re.compile(r"(?:The|A|An|His|Her|Another|One) ((?:[\w'’-]+ ){0,4}[\w'’-]+)")
_MEMBERS = re.compile(
    r"(?:[A-Z][\w' -]*, )?(?P<who>[Tt]he (?P<count>\d{1,3}) (?:leaders|members|ministers|allies))\b"
)
_OPENING = re.compile(r"(?:(?:but|and|meanwhile|however|later)\b,? )?(?:the )?", re.IGNORECASE)


def mentions(scene: Scene) -> tuple[Seen, ...]:
    """The parties of a sentence, in order, the subject of its main clause marked."""
    doc = scene.sentence.doc
    if doc is None:
        named = (*_states_named(scene), *_people_named(scene))
        if any(seen.leading for seen in named):
            return named
        return (*named, *(_members_ahead(scene) or tuple(_office_ahead(scene))))
    found: list[Seen] = []
    for token in doc:
        if token.dep_ in INSIDE or token.pos_ not in ("NOUN", "PROPN", "PRON") or _borders(token):
            continue
        leading = _leads(token, scene)
        parties = resolve(token, scene)
        unknown = _unknown(token, scene) if leading and not parties else None
        found.extend(
            Seen(
                sentence=scene.sentence.index,
                party=_as_one(party, token) if leading else party,
                leading=leading,
            )
            for party in (*parties, *filter(None, [unknown]))
        )
    spoken = {seen.party.country for seen in found}
    found.extend(one for one in _organisations(scene) if one.party.country not in spoken)
    return tuple(found)


def _borders(token: Token) -> bool:
    """ "near the border with A": where it is, nothing of A's is spoken of."""
    edge = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "with" or edge.dep_ != "pobj":
        return False
    return edge.lemma_.lower() in ("border", "frontier")


def shortened(scene: Scene) -> tuple[tuple[str, Party], ...]:
    """Whom acronyms in brackets stand for: "the Department of Foreign Affairs (DFA)".

    The one party of the phrase that ends before the brackets.
    """
    doc = scene.sentence.doc
    found = []
    for at, short in scene.sentence.short if doc is not None else ():
        ending = (t for t in doc or () if t.pos_ in ("NOUN", "PROPN") and t.dep_ not in INSIDE)
        heads = [t for t in ending if t.idx < at and _end(t) == at]
        meant = [parties for t in heads if (parties := resolve(t, scene))]
        if meant and len(meant[0]) == 1 and meant[0][0].person is None:
            found.append((short, meant[0][0]))
    return tuple(found)


def _end(head: Token) -> int:
    """Where the words of a phrase end, those behind it included."""
    last = max(head.subtree, key=PLACE)
    return last.idx + len(last.text)


def _leads(token: Token, scene: Scene) -> bool:
    """Whether a phrase is a subject of the main clause, or joined to it: "A and B said".

    In "A did it, officials said" it is A, where no state is said to say so.
    """
    while token.dep_ == "conj":
        token = token.head
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ == "ROOT":
        return token.dep_ in ("nsubj", "nsubjpass")
    if verb.dep_ == "conj" and verb.head.dep_ == "ROOT":
        return True  # "A flew in a helicopter, and B pledged money"
    told = verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.i < verb.head.i
    speaks = (c for c in verb.head.children if c.dep_ == "nsubj")
    return told and not any(resolve(c, scene) for c in speaks)


def _as_one(party: Party, token: Token) -> Party:
    """ "An analyst in Lima": one human being, whom "he" may mean."""
    one = party.person is None and party.sector is Sector.CVL and token.tag_ == "NN"
    return replace(party, person=party.text) if one and is_private(token.lemma_) else party


def _unknown(token: Token, scene: Scene) -> Party | None:
    """The person, or the fighters, who lead a sentence and of whom nobody knows whose they are."""
    office = offices().lookup(token.lemma_.lower()) if token.pos_ == "NOUN" else None
    fighters = office is not None and office.sector is Sector.REB and token.tag_ == "NNS"
    alone = office is not None and office.name not in BODIES and token.tag_ == "NN"
    alone = alone or (token.tag_ == "NN" and is_private(token.lemma_))
    if not (fighters or alone):
        return unexplained(token, scene)
    found = scene.described(core(token), country=None, sector=Sector.NONE, rule="name.unexplained")
    return replace(found, person=found.text) if alone else found


def _organisations(scene: Scene) -> Iterator[Seen]:
    """The organisations that a sentence names within other phrases: "a NATO summit"."""
    for hit in scene.sentence.hits:
        if hit.kind is NameKind.ORGANISATION and not hit.compound and hit.country is not None:
            party = _party(scene, hit, end=hit.end, office=None)
            yield Seen(sentence=scene.sentence.index, party=party, leading=False)


def side_by_side(scene: Scene) -> tuple[Party, ...]:
    """The parties that the sentence joins as its doers, or by "between"."""
    for token in scene.sentence.doc or ():
        between = token.dep_ == "pobj" and token.head.lower_ == "between"
        doing = token.dep_ in ("nsubj", "nsubjpass")
        if not (between or doing):
            continue
        joined = any(t != token for t in with_conjuncts(token))
        if not (joined or doing):
            continue
        found = tuple(p for t in with_conjuncts(token) for p in resolve(t, scene))
        if found and (joined or len({p.country for p in found}) >= SEVERAL):
            return found
    return _listed(scene)


def _listed(scene: Scene) -> tuple[Party, ...]:
    """Three states and more that stand in one list, wherever: "ministers of A, B and C"."""
    for token in scene.sentence.doc or ():
        if token.dep_ in ("pobj", "dobj", "appos") and any(
            c.dep_ == "conj" for c in token.children
        ):
            found = tuple(p for t in with_conjuncts(token) for p in resolve(t, scene))
            if len({p.country for p in found}) >= SEVERAL:
                return found
    return ()


def _states_named(scene: Scene) -> tuple[Seen, ...]:
    """The states of an unparsed sentence, with the body that is named behind them.

    A name that opens the sentence leads it, unless it only says whose something is.
    """
    sentence = scene.sentence
    found = []
    for hit in sentence.hits:
        if hit.kind in _SILENT or hit.country is None or hit.compound:
            continue
        end, office = _office_behind(sentence.text, hit)
        if office is None and hit.kind is NameKind.DEMONYM:
            continue
        opens = _OPENING.fullmatch(sentence.text[: hit.start]) is not None
        owns = sentence.text[hit.end : hit.end + 1] in ("'", "’")
        party = _party(scene, hit, end=end, office=office)
        leading = opens and (office is not None or not owns)
        found.append(Seen(sentence=sentence.index, party=party, leading=leading))
    return tuple(found)


def _party(scene: Scene, hit: NameHit, *, end: int, office: Office | None) -> Party:
    """The state or organisation of a name, in the words up to `end`."""
    sentence = scene.sentence
    return Party(
        span=sentence.page_span(hit.start, end),
        text=sentence.text[hit.start : end],
        name=hit.name,
        country=hit.country,
        sector=office.sector if office is not None else hit.sector or Sector.GOV,
        office=office.name if office is not None else None,
        rule="name.unparsed",
    )


def _office_behind(text: str, hit: NameHit) -> tuple[int, Office | None]:
    """Where the words of the office or body behind a name end, and which it is."""
    match = _BEHIND.match(text, hit.end)
    words = match[1].split() if match is not None else []
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        office = offices().lookup(phrase)
        if office is not None and office.phrase == phrase.lower():
            return text.index(phrase, hit.end) + len(phrase), office
    return hit.end, None


def _office_ahead(scene: Scene) -> Iterator[Seen]:
    """ "The commission's president was ...": whoever it is who leads an unparsed sentence."""
    sentence = scene.sentence
    match = _HOLDER.match(sentence.text)
    words = match[1].split() if match is not None else []
    first = min((hit.start for hit in sentence.hits), default=len(sentence.text))
    for size in range(1, len(words) + 1):
        office = offices().lookup(words[size - 1])
        end = match.start(1) + len(" ".join(words[:size])) if match is not None else 0
        private = is_private(words[size - 1])
        held = office is not None and office.name not in BODIES
        if words[size - 1].endswith(("s", "'s", "’s")) or not (held or private):
            continue
        if end <= first:
            text = sentence.text[:end]
            party = Party(
                span=sentence.page_span(0, end),
                text=text,
                name=text,
                country=None,
                sector=Sector.NONE,
                person=text,
                rule="name.unexplained",
            )
            yield Seen(sentence=sentence.index, party=party, leading=True)
        return


def _members_ahead(scene: Scene) -> tuple[Seen, ...]:
    """ "For all that, the 29 leaders approved ...": the organisation that was spoken of."""
    sentence = scene.sentence
    match = _MEMBERS.match(sentence.text)
    known = scene.discourse.organisation(sentence=sentence.index)
    if match is None or known is None or int(match["count"]) <= MANY:
        return ()
    span = sentence.page_span(match.start("who"), match.end("who"))
    party = replace(known, span=span, text=match["who"], rule="coreference.members")
    return (Seen(sentence=sentence.index, party=party, leading=True),)


def _people_named(scene: Scene) -> tuple[Seen, ...]:
    """The people of the page whom a sentence names by their full name."""
    sentence = scene.sentence
    places = {
        p.name: sentence.text.find(p.name) for p in scene.people.known if p.name in sentence.text
    }
    found: list[Seen] = []
    for name, start in sorted(places.items(), key=lambda item: item[1]):
        person = scene.people.find(name, on=scene.on)
        if person is None:
            continue
        party = Party(
            span=sentence.page_span(start, start + len(name)),
            text=name,
            name=name,
            country=person.country,
            sector=person.sector,
            person=name,
            office=person.office,
            rule=person.rule,
        )
        found.append(Seen(sentence=sentence.index, party=party, leading=not found))
    return tuple(found)
