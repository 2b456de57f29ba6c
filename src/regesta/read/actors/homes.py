"""Whose an office, a body or a band of fighters is, where no state's name stands beside it.

`of_title` is for an office before a name ("In Abuja, Vice President X"), `of_phrase` for a phrase
of a parsed sentence, `of_fighters` for rebels: tables of ways, of which the first answer wins.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from regesta.knowledge import NameHit, NameKind, person, surname
from regesta.model import Sector
from regesta.read.actors.bilateral import (
    VENUES,
    at_home,
    facing,
    from_the_other,
    has_minister,
    has_president,
    met_in,
    no_american,
    opposite,
    reported_from,
)
from regesta.read.actors.lands import land_around, land_told_of
from regesta.read.actors.people import BODIES
from regesta.read.actors.scene import NATION_KINDS, Scene
from regesta.read.actors.titles import PARTS_OF_STATE, Titled, before, office_ending, trim, words_at
from regesta.read.clauses import clause_of, complements, core, objects, prepositions, reachable
from regesta.read.tree import Token

TitleWay = Callable[[Titled, str, tuple[NameHit, ...]], str | None]
PhraseWay = Callable[[Token, Scene], str | None]

NEAR = 60  # code points before a title in which the body is named that it belongs to
_IN_PLACE = re.compile(
    r"(?:^|[.!?][\"”’']? |\n)In (?:the )?(?P<place>[A-Z][\w .'-]+?), (?:an? |the )?$"
)
_COUNTRYS = re.compile(r"\b(?:that|the|his|her|its) (?:country|nation|kingdom)['’]s (?:own )?$")
_PARTY = r"(?:Republican|Democratic|GOP|Democrat)"
_PARTISAN = re.compile(
    rf"\b{_PARTY} (?:[Ss]en|[Rr]ep)|\b(?:House|Senate) (?:{_PARTY}|[Mm]inority|[Mm]ajority)\b"
)
_PARTY_AFTER = re.compile(
    rf"(?:,? \([RD]-[A-Z]|, (?:an? )?(?:[\w-]+ )?{_PARTY}\b|, the [\w ]{{0,40}}{_PARTY}\b)"
)
_LED = re.compile(r"(?P<body>delegation|team|mission|party) (?:led|headed) by (?:the )?$")
_CHAMBERS = frozenset({"lawmaker", "leader"})
_SENTENCE = re.compile(r"[.!?][\"”’']*\s+(?=[\"“‘']?[A-Z])")
# Offices of which a state has one, so that its last-named state alone can be meant.
STATES_OFFICES = frozenset(
    {"president", "vice president", "prime minister", "deputy prime minister", "foreign minister",
     "deputy foreign minister", "defence minister", "deputy defence minister", "interior minister",
     "finance minister", "trade minister", "energy minister", "justice minister",
     "health minister", "agriculture minister", "education minister", "transport minister",
     "environment minister", "information minister", "unification minister", "chancellor"}
)  # fmt: skip
_SERVING = frozenset({Sector.GOV, Sector.MIL, Sector.LEG, Sector.JUD, Sector.SPY, Sector.PTY})
_PLACED = frozenset({NameKind.CAPITAL, NameKind.COUNTRY})
_OPENING = re.compile(r"(?:(?:But|And|Meanwhile|Later|Earlier),? )?(?:In|From) ", re.IGNORECASE)
_ABROAD = frozenset({"ambassador", "envoy", "diplomat", "consul general", "deputy ambassador",
                     "delegate", "negotiator", "commander", "general secretary", "commissioner",
                     "high commissioner", "leader", "director general",
                     "high representative"})  # fmt: skip
_ENVOYS = frozenset({"ambassador", "deputy ambassador", "high commissioner",
                     "deputy high commissioner"})  # fmt: skip
_WITH_SECRETARIES = frozenset(
    {"GBR", "PHL", "MEX", "IND", "PAK", "BGD", "LKA", "NPL", "BTN", "MDV"}
)
_SENATOR = re.compile(r"(?:Sen|Rep|Gov)s?\. [A-Z]")
_WITH_SENATORS = frozenset({"USA", "PHL", "NGA", "LBR", "KEN", "CAN", "MEX", "AUS", "COL", "PAK"})
_AMERICAN = frozenset({"secretary", "senator", "congressman", "congresswoman"})
_REBELS = frozenset({"rebel", "opposition", "separatist", "insurgent", "militant", "jihadist",
                     "guerrilla", "islamist", "secessionist"})  # fmt: skip
_ARMED = frozenset({"gunman", "man", "attacker", "assailant", "terrorist", "extremist", "bomber",
                    "hijacker", "kidnapper", "taker", "pirate", "bandit", "gang", "cartel", "proxy",
                    "shooter", "cell", "mercenary"})  # fmt: skip
_CAPTORS = frozenset({"kidnapper", "captor", "taker", "abductor", "jailer"})
_AIRCRAFT = frozenset({"jet", "warplane", "plane", "gunship"})  # they come from afar
_PLAIN = frozenset({"government", "army", "special", "regular", "elite"})
_SEATED = frozenset({"sit", "base", "meet", "convene", "seat"})
_TAKING_SIDES = frozenset({"pro", "anti"})  # "pro-Russian gunmen": the parse parts them
_POINTING = frozenset({"the", "these", "those"})
_LANDS = frozenset({NameKind.COUNTRY, NameKind.PLACE})
_STRUCK = frozenset(  # what one does to soldiers who stand before him
    {"punch", "kick", "slap", "bite", "headbutt", "beat", "stab", "shove", "hit", "attack",
     "assault", "knife", "elbow", "pelt"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The state that an office is taken to be of, and the rule that says so."""

    country: str
    rule: str


def of_title(found: Titled, text: str, hits: tuple[NameHit, ...]) -> Home | None:
    """The state of an office before a name, whose own words name none."""
    name = trim(found.name)
    listed = person(name) if " " in name else surname(name)
    for rule, way in TITLE_WAYS:
        if way in _GUESSED and (" " not in name or listed is not None):
            continue
        country = way(found, text, hits)
        if country is not None and has_president(country, {found.office.name}):
            return Home(country=country, rule=rule)
    return None


def of_phrase(head: Token, scene: Scene, *, office: str, sector: Sector) -> Home | None:
    """The state of an office or body in a parsed sentence, where that state has such an office."""
    if office in _ENVOYS:
        return _by(ENVOY_WAYS, head, scene)
    return _by(PHRASE_WAYS, head, scene) if _serves(office, sector) else None


def of_body(head: Token, scene: Scene, *, office: str, sector: Sector) -> Home | None:
    """The state of a court, the police, a parliament: where it acts, and to whom, says more."""
    return _by(BODY_WAYS, head, scene) if _serves(office, sector) else None


def of_opening(head: Token, scene: Scene, *, office: str, sector: Sector) -> Home | None:
    """The same, by the place that the sentence opens with, or by how its own capital writes it."""
    return _by(PHRASE_WAYS[:2], head, scene) if _serves(office, sector) else None


def of_forces(head: Token, scene: Scene, *, definite: bool) -> Home | None:
    """Whose "soldiers" or "the jets" strike: the only forces spoken of, else those of the land.

    Only of those who do something, in numbers, and of "the soldier" who is struck; where another
    state's forces were spoken of, nobody says whose they are.
    """
    by = head.dep_ == "pobj" and head.head.lower_ == "by"
    explained = any(c.dep_ in ("prep", "acl", "amod") and c.i > head.i for c in head.children)
    struck = definite and head.dep_ == "dobj" and head.head.lemma_ in _STRUCK and not explained
    if not struck and (head.tag_ != "NNS" or not (by or head.dep_ == "nsubj") or explained):
        return None
    told = scene.discourse.forces()
    if definite:
        return Home(country=next(iter(told)), rule="forces.told") if len(told) == 1 else None
    if head.lemma_.lower() in _AIRCRAFT or not _PLAIN.issuperset(t.lower_ for t in core(head)[:-1]):
        return None
    verb = clause_of(head)
    land = land_around((verb, *objects(verb)), scene) or scene.ground
    return Home(country=land, rule="forces.land") if land and told <= {land} else None


def of_fighters(head: Token, scene: Scene) -> str | None:
    """Whose rebels, or the regime they fight: by its own words, the clause, the article's war.

    Of "gunmen", perhaps no rebels, only where it speaks of rebels; of one "attacker" never.
    """
    if any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.lefts):
        return None  # "their fighters in A"
    for hit in scene.hits(core(head), NATION_KINDS):
        return hit.country
    for preposition in prepositions(head, "of", "in", "near", "around", "outside"):
        for noun in complements(preposition):
            for hit in scene.sentence.hits:
                if hit.start <= noun.idx < hit.end and hit.country is not None:
                    return hit.country
    if head.lemma_.lower() in _CAPTORS:
        group = scene.discourse.group(sentence=scene.sentence.index)
        return group.country if group is not None else None
    if not in_arms(head):
        known = scene.discourse.home_of_rebels() or scene.front
        return known if head.tag_ == "NNS" else None
    if head.lemma_.lower() == "regime":
        return scene.ground or scene.discourse.home_of_rebels()
    ways = _POINTED_AT if any(c.lower_ in _POINTING for c in head.children) else _NEW
    return next(filter(None, (way(head, scene) for way in ways)), None)


def in_arms(head: Token) -> bool:
    """Whether fighters are called by what they fight for: rebels are, mere gunmen are not."""
    if head.lemma_.lower() not in _ARMED:
        return True
    words = {t.lower_ for t in core(head)} | {t.lemma_.lower() for t in core(head)}
    return bool(words & _REBELS) or not words.isdisjoint(_TAKING_SIDES)


def _through_its_body(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "Chinese defence ministry spokesman X"."""
    words = words_at(text, max(0, found.start - NEAR), found.start)
    body = office_ending(words)
    if body is None or body.name not in BODIES or not text[: found.start].endswith(" "):
        return None
    count = len(body.phrase.split())
    hit = before(hits, text, words[-count][0]) if count < len(words) else None
    return hit.country if hit is not None else None


def _of_that_country(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "X's envoy and the country's trade minister, Y": the one state that its sentence names."""
    if not _COUNTRYS.search(text, max(0, found.start - 30), found.start):
        return None
    return _only(hits, start=_sentence_start(text, found.start), end=found.start)


def _in_its_capital(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "In Abuja, Vice President X said"."""
    match = _IN_PLACE.search(text, max(0, found.start - NEAR), found.start)
    if match is None or match["place"] in VENUES:
        return None
    at = match.start("place")
    capital = next((h for h in hits if h.start == at and h.kind is NameKind.CAPITAL), None)
    return capital.country if capital is not None else None


def _of_a_party(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "Republican Sen. X", "Senator X, Democrat of Ohio", "Rep. X (D-Calif.)"."""
    partisan = _PARTISAN.search(text[max(0, found.start - NEAR) : found.name_start])
    home = next((h for h in hits if h.start == found.end + len(" of ")), None)
    state = home is not None and home.country == "USA" and home.kind is NameKind.PLACE
    named = _PARTY_AFTER.match(text, found.end) or partisan or state
    return "USA" if found.office.name in _CHAMBERS and named else None


def _of_the_senate(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "Sen. A B" in a text that names America more than others that have senators."""
    if _SENATOR.match(text, found.start) is None:
        return None
    named = Counter(hit.country for hit in hits if hit.country in _WITH_SENATORS)
    (most, times), *others = (*named.most_common(2), ("", 0))
    return "USA" if most == "USA" and times > others[0][1] else None


def _led_by(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "A Turkish delegation led by Minister X": whose delegation it is."""
    match = _LED.search(text, max(0, found.start - NEAR), found.start)
    owner = before(hits, text, match.start("body")) if match is not None else None
    return owner.country if owner is not None else None


def _told_before(found: Titled, text: str, hits: tuple[NameHit, ...]) -> str | None:
    """ "Kenyan officials were silent. Foreign Minister X said": the one state that went before."""
    start = _sentence_start(text, found.start)
    opens = not text[start : found.start].strip('"“ ') and text[found.start].isupper()
    if not opens or start == 0 or found.office.name not in STATES_OFFICES:
        return None
    last = _sentence_start(text, start - 2)
    return _only(hits, start=_sentence_start(text, max(0, last - 2)), end=start)


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that `at` stands in."""
    begin = max(0, at - 600)
    ends = [m.end() for m in _SENTENCE.finditer(text, begin, at + 1) if m.end() <= at]
    broken = text.rfind("\n", begin, at) + 1
    return max([broken, *ends[-1:]])


def _only(hits: tuple[NameHit, ...], *, start: int, end: int) -> str | None:
    """The one country that all names between two places are of."""
    found = {h.country for h in hits if start <= h.start < end and h.kind is not NameKind.AGENCY}
    named = [h for h in hits if start <= h.start < end and h.kind in PARTS_OF_STATE]
    return named[0].country if len(found) == 1 and named else None


TITLE_WAYS: tuple[tuple[str, TitleWay], ...] = (
    ("people.body", _through_its_body),
    ("people.that-country", _of_that_country),
    ("people.in-capital", _in_its_capital),
    ("people.party", _of_a_party),
    ("people.senator", _of_the_senate),
    ("people.led", _led_by),
    ("people.told-before", _told_before),
)
# Ways that a guest in a capital, or one long introduced, would be misread by: a full name that no
# list knows is introduced here.
_GUESSED = frozenset({_of_that_country, _in_its_capital, _told_before})


def _opened(head: Token, scene: Scene) -> str | None:
    """ "In Moscow, the ministry said": the state of the capital that the sentence begins with."""
    if head.dep_ not in ("nsubj", "nsubjpass") or head.head.dep_ != "ROOT":
        return None
    for hit in scene.sentence.hits:
        if hit.kind in _PLACED and hit.end <= head.idx:
            opens = _OPENING.fullmatch(scene.sentence.text[: hit.start]) is not None
            apart = scene.sentence.text[hit.end : hit.end + 1] == ","
            return hit.country if opens and apart else None
    return None


def _done_to(head: Token, scene: Scene) -> frozenset[str | None]:
    """The states that the objects of a doer's verb name."""
    tokens = tuple(t for o in objects(clause_of(head)) if o != head for t in reachable(o))
    return frozenset(hit.country for hit in scene.hits(tokens, NATION_KINDS))


def _leading(head: Token, scene: Scene) -> str | None:
    """The state that led the sentence before, for who does something, though not to it."""
    led = _led(head, scene)
    return None if led in facing(head, scene) else led


def _led(head: Token, scene: Scene) -> str | None:
    doing = head.dep_ in ("nsubj", "nsubjpass")
    return scene.discourse.home(sentence=scene.sentence.index) if doing else None


def _leading_body(head: Token, scene: Scene) -> str | None:
    """The state that led, for a body that does something to others than its people.

    Else of the two states told of the other: "A protested to B. A court jailed two A citizens."
    """
    led = _led(head, scene)
    towns = {h.country for h in scene.sentence.hits if h.kind is NameKind.PLACE}
    if led is None or (towns and led not in towns):
        return None  # "police are searching the sea off X", a town of another state
    if _can_hold(led, head) and led not in _done_to(head, scene):
        return led
    others = [code for code in scene.discourse.main() if code not in (led, None)]
    return others[0] if len(others) == 1 else None


def _acting_in(head: Token, scene: Scene) -> str | None:
    """ "Police arrested two Danes in Lima", "the Senate, which sits in Lima": where it acts."""
    if head.dep_ != "nsubj":
        return None
    verb = clause_of(head)
    own = tuple(c for c in head.children if c.dep_ in ("relcl", "acl") and c.lemma_ in _SEATED)
    here = land_around(own, scene) or land_around((verb, *objects(verb)), scene)
    return here or land_told_of(head, scene)


PHRASE_WAYS: tuple[tuple[str, PhraseWay], ...] = (
    ("office.opening", _opened),
    ("office.capital", at_home),
    ("office.opposite", opposite),
    ("office.home", _leading),
    ("office.meeting-place", met_in),
    ("office.other-side", no_american),
    ("office.dateline", reported_from),
)
ENVOY_WAYS: tuple[tuple[str, PhraseWay], ...] = (
    ("office.opposite", opposite),
    ("office.envoy", from_the_other),
)
BODY_WAYS: tuple[tuple[str, PhraseWay], ...] = (
    ("office.opening", _opened),
    ("office.acting-in", _acting_in),
    ("office.home", _leading_body),
    ("office.dateline", reported_from),
)


def _serves(office: str, sector: Sector) -> bool:
    return sector in _SERVING and office not in _ABROAD


def _by(ways: tuple[tuple[str, PhraseWay], ...], head: Token, scene: Scene) -> Home | None:
    for rule, way in ways:
        country = way(head, scene)
        if country is not None:
            return Home(country=country, rule=rule) if _can_hold(country, head) else None
    return None


def _can_hold(code: str, head: Token) -> bool:
    """America has no ministers, and few others have senators and bare "secretaries"."""
    beside = (c for c in head.children if c.dep_ == "appos")  # "X, the trade secretary"
    words = {t.lower_ for noun in (head, *beside) for t in core(noun)}
    if code == "USA":
        return not has_minister(words)
    ministers = code in _WITH_SECRETARIES or "press" in words  # "the press secretary" speaks
    return (ministers or words.isdisjoint(_AMERICAN)) and has_president(code, words)


def _where_they_act(head: Token, scene: Scene) -> str | None:
    """The state in which rebels do their deed: "insurgents seized the town hall in X"."""
    verb = clause_of(head)
    heads = (verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")))
    own = tuple(c for c in head.children if c.dep_ == "relcl")  # "rebels who hold the town of X"
    found = land_around((*own, *(o for v in own for o in objects(v)), *heads), scene)
    if found is not None:
        return found
    held = (n for n in heads if any(t.lower_ == "government" for t in core(n)))
    for hit in (scene.hit_at(t, _LANDS) for noun in held for t in reachable(noun)):
        if hit is not None and hit.country is not None:
            return hit.country
    return None


def _known_rebels(head: Token, scene: Scene) -> str | None:
    return scene.discourse.home_of_rebels()


def _at_its_front(head: Token, scene: Scene) -> str | None:
    return scene.front


_STAGE: tuple[PhraseWay, ...] = (_at_its_front, _known_rebels, lambda _, scene: scene.ground)
_POINTED_AT: tuple[PhraseWay, ...] = (*_STAGE, _where_they_act)
_NEW: tuple[PhraseWay, ...] = (_where_they_act, *_STAGE)
