"""News that nobody wrote before: varied sentences from word lists, the same on every run.

Sentences are put together word by word, so two articles share a run of six words only where one
was copied from the other.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from regesta.model import (
    Article,
    Basis,
    Event,
    EventType,
    Modality,
    Party,
    Reading,
    Role,
    Sector,
    Span,
    When,
)

# fmt: off
SYLLABLES = [
    "bar", "bel", "dor", "dun", "fal", "gal", "gor", "hal", "jor", "kal", "kes", "lam", "lin",
    "mar", "mel", "mor", "nar", "nes", "ol", "or", "pel", "per", "ral", "ren", "sar", "sel",
    "tal", "tar", "tor", "ul", "val", "ver", "vin", "wes", "yar", "zan", "zel", "mir", "kov",
    "ash", "ber", "cal", "dra", "eth", "fin", "gris",
]
ENDINGS = [
    "a", "o", "i", "e", "ia", "um", "es", "in", "ov", "ek", "an", "ur", "ath", "ys", "ond",
    "ville", "burg", "port", "stead", "mouth", "ford",
]
COUNTRIES = [
    "NOR", "SWE", "FIN", "DNK", "ISL", "EST", "LVA", "LTU", "POL", "CZE", "SVK", "HUN", "ROU",
    "BGR", "GRC", "ALB", "SRB", "HRV",
]
LANDS = [
    "Norway", "Sweden", "Finland", "Denmark", "Iceland", "Estonia", "Latvia", "Lithuania",
    "Poland", "Czechia", "Slovakia", "Hungary", "Romania", "Bulgaria", "Greece", "Albania",
    "Serbia", "Croatia",
]
NOUNS = [
    "barley", "bridge", "canal", "cattle", "cement", "clerk", "coal", "contract", "copper",
    "council", "court", "crane", "crew", "customs", "dam", "depot", "dock", "engineer",
    "farmer", "ferry", "fleet", "flood", "forest", "fuel", "garden", "gate", "glacier", "grain",
    "harbour", "hay", "herring", "honey", "hospital", "inspector", "insurer", "island",
    "ladder", "lake", "lamp", "lease", "ledger", "letter", "library", "lighthouse", "linen",
    "loan", "lock", "lorry", "maize", "map", "market", "mast", "mayor", "meadow", "mill",
    "mine", "monk", "mountain", "museum", "nurse", "oil", "orchard", "paper", "pass", "peat",
    "pier", "pilot", "pipeline", "pool", "port", "potash", "quarry", "queue", "railway",
    "ranger", "reef", "registry", "repair", "reservoir", "road", "roof", "rope", "salt",
    "sawmill", "school", "seal", "shed", "ship", "shore", "signal", "silk", "slate", "sleeper",
    "snow", "station", "steel", "stone", "storm", "stove", "street", "sugar", "survey", "tank",
    "tar", "teacher", "timber", "tin", "toll", "tower", "track", "tram", "treasury", "tunnel",
    "turbine", "valley", "vessel", "village", "vineyard", "wagon", "wall", "warehouse", "water",
    "weaver", "well", "wharf", "wheat", "windmill", "wool", "workshop", "yard",
]
ADJECTIVES = [
    "abandoned", "ageing", "angry", "ashen", "bare", "bitter", "blue", "bright", "broken",
    "calm", "careful", "cheap", "clumsy", "cold", "costly", "crowded", "damp", "dark", "deep",
    "distant", "divided", "dry", "dusty", "eager", "early", "eastern", "empty", "faded",
    "famous", "flat", "flooded", "foggy", "forgotten", "frozen", "grand", "grey", "hasty",
    "heavy", "hidden", "hollow", "hopeful", "idle", "inner", "iron", "joint", "late", "leaky",
    "lonely", "lost", "loud", "lower", "modest", "muddy", "narrow", "new", "noisy", "northern",
    "old", "open", "outer", "pale", "patient", "proud", "puzzled", "quiet", "red", "remote",
    "restless", "rough", "rusty", "sandy", "secret", "shallow", "sharp", "silent", "simple",
    "sleepy", "slow", "small", "smooth", "southern", "spare", "steep", "stubborn", "sturdy",
    "sunken", "tall", "tidy", "tired", "unfinished", "upper", "vast", "wary", "weary",
    "western", "wet", "wide", "wild", "wooden", "worn", "young",
]
VERBS = [
    "accepted", "approved", "avoided", "blamed", "blocked", "bought", "built", "buried",
    "called", "cancelled", "carried", "checked", "chose", "cleared", "closed", "copied",
    "counted", "crossed", "damaged", "defended", "delayed", "delivered", "described", "doubled",
    "drained", "dropped", "emptied", "examined", "extended", "fenced", "filled", "financed",
    "fined", "followed", "forgot", "found", "guarded", "halted", "hid", "hired", "ignored",
    "inspected", "insured", "joined", "kept", "leased", "lifted", "limited", "loaded", "lost",
    "lowered", "measured", "mended", "mentioned", "moved", "named", "needed", "offered",
    "opened", "ordered", "painted", "patrolled", "paved", "photographed", "placed", "planned",
    "praised", "printed", "promised", "protected", "pulled", "pushed", "raised", "reached",
    "rebuilt", "refused", "rejected", "rented", "repaired", "replaced", "reported", "rescued",
    "saved", "sealed", "searched", "seized", "sent", "shared", "shifted", "showed", "shut",
    "sold", "split", "stopped", "stored", "studied", "surveyed", "taxed", "tested", "tore",
    "towed", "traded", "trusted", "valued", "visited", "wanted", "warned", "washed", "watched",
    "weighed", "widened", "won",
]
PREPOSITIONS = [
    "above", "across", "after", "against", "along", "among", "around", "before", "behind",
    "below", "beneath", "beside", "between", "beyond", "despite", "inside", "near", "opposite",
    "outside", "past", "through", "toward", "under", "until", "within", "without",
]
ADVERBS = [
    "again", "already", "barely", "boldly", "briefly", "calmly", "daily", "twice", "gently",
    "gladly", "hastily", "loudly", "nearly", "oddly", "openly", "partly", "politely",
    "promptly", "quickly", "quietly", "rarely", "sadly", "slowly", "suddenly", "together",
    "weekly", "wholly", "yearly",
]
JOINS = [
    "after", "although", "because", "before", "but", "once", "since", "so", "though", "unless",
    "until", "when", "whereas", "while", "and",
]
SAYS = [
    "added", "admitted", "announced", "argued", "conceded", "confirmed", "declared", "denied",
    "explained", "hinted", "insisted", "noted", "recalled", "repeated", "replied", "reported",
    "said", "stated", "suggested", "wrote",
]
ARTICLES = [
    "a", "the", "this", "that", "every", "another", "one", "some", "its", "their", "our", "no",
]
# fmt: on


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article is about: the names and things that many of its sentences draw on."""

    lands: tuple[int, int]
    places: tuple[str, str]
    persons: tuple[str, str]
    things: tuple[str, ...]


COPIED = 0.3
"""Of the later tellings of a subject so many are copies of the first."""


class Newsroom:
    """Writes articles; the same seed writes the same ones."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def name(self) -> str:
        """A name that is likely new."""
        parts = self.chance.sample(SYLLABLES, self.chance.choice((1, 2, 2, 3)))
        return ("".join(parts) + self.chance.choice(ENDINGS)).capitalize()

    def subject(self) -> Subject:
        """Something to write about."""
        first, second = self.chance.sample(range(len(LANDS)), 2)
        return Subject(
            lands=(first, second),
            places=(self.name(), self.name()),
            persons=(f"{self.name()} {self.name()}", f"{self.name()} {self.name()}"),
            things=tuple(self.chance.sample(NOUNS, 6)),
        )

    def sentences(self, subject: Subject, *, number: int) -> list[str]:
        """So many sentences on the subject."""
        return [self.sentence(subject) for _ in range(number)]

    def sentence(self, subject: Subject) -> str:
        """One sentence of ten to twenty-five words."""
        pick = self.chance.choice
        shape = self.chance.randrange(5)
        if shape == 0:
            said = f"{self._named(subject)} {pick(SAYS)} that {self._clause(subject)}"
        elif shape == 1:
            said = f"{self._where(subject)}, {self._clause(subject)} {self._where(subject)}"
        elif shape == 2:
            said = f"{self._clause(subject)} {pick(JOINS)} {self._clause(subject)}"
        elif shape == 3:
            number = self.chance.randint(11, 9899)
            said = f"{number:,} {pick(NOUNS)}s {pick(VERBS)} {self._thing(subject)}, {pick(SAYS)} "
            said += f"{self._named(subject)}, {pick(JOINS)} {self._clause(subject)}"
        else:
            said = f"{self._clause(subject)} {self._where(subject)} {pick(JOINS)} "
            said += self._clause(subject)
        return f"{said[0].upper()}{said[1:]}."

    def _clause(self, subject: Subject) -> str:
        adverb = f" {self.chance.choice(ADVERBS)}" if self.chance.random() < 0.4 else ""
        verb = self.chance.choice(VERBS)
        return f"{self._thing(subject)}{adverb} {verb} {self._thing(subject)}"

    def _where(self, subject: Subject) -> str:
        return f"{self.chance.choice(PREPOSITIONS)} {self._thing(subject)}"

    def _thing(self, subject: Subject) -> str:
        if self.chance.random() < 0.3:
            return self._named(subject)
        noun = self.chance.choice(subject.things if self.chance.random() < 0.4 else NOUNS)
        adjective = self.chance.choice(ADJECTIVES)
        return f"{self.chance.choice(ARTICLES)} {adjective} {noun}"

    def _named(self, subject: Subject) -> str:
        names = (*subject.places, *subject.persons, *(LANDS[land] for land in subject.lands))
        return self.chance.choice(names)


def as_reading(number: int, sentences: list[str], *, subject: Subject, day: date) -> Reading:
    """One article over the sentences, a paragraph each, with one event in the first."""
    text = "\n".join(sentences)
    page = f"p-{number:07d}"
    whole = Span(page=page, start=0, end=len(text))
    first = Span(page=page, start=0, end=len(sentences[0]))
    article = Article(
        page=page,
        role=Role.MAIN,
        span=whole,
        rule="bench",
        title=f"{subject.persons[0]} and the {subject.things[0]} of {subject.places[0]}",
        publisher=f"Outlet {number % 211}",
        published=When(value=day.isoformat(), basis=Basis.GIVEN, rule="bench"),
        body=(whole,),
    )
    parties = [
        Party(
            span=first,
            text=LANDS[land],
            name=LANDS[land],
            rule="bench",
            country=COUNTRIES[land],
            sector=Sector.GOV,
        )
        for land in subject.lands
    ]
    types = tuple(EventType)
    event = Event(
        page=page,
        article=article.id,
        type=types[sum(map(ord, subject.things[0])) % len(types)],
        modality=Modality.ACTUAL,
        background=False,
        deed=first,
        evidence=(first,),
        rule="bench",
        actors=(parties[0],),
        recipients=(parties[1],),
    )
    return Reading(
        page=page,
        name=page,
        media_type="text/plain",
        text=text,
        made_by="bench",
        articles=(article,),
        events=(event,),
    )


def stream(number: int, *, seed: int = 1, told_by: int = 3, days: int = 10) -> list[Reading]:
    """`number` short articles over `days` days, each subject told by up to `told_by` outlets.

    Three in ten of the later tellings are the first one's words, cut or whole.
    """
    room = Newsroom(seed)
    found: list[Reading] = []
    while len(found) < number:
        subject = room.subject()
        day = date(2025, 3, 1) + timedelta(days=room.chance.randrange(days))
        first = room.sentences(subject, number=8)
        for telling in range(room.chance.randint(1, told_by)):
            size = room.chance.randint(5, 8)
            copied = telling == 0 or room.chance.random() < COPIED
            sentences = first[:size] if copied else room.sentences(subject, number=size)
            found.append(as_reading(len(found), sentences, subject=subject, day=day))
    return found[:number]
