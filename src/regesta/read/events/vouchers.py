"""On whose word a deed stands: who is said to say so, placed where the words leave it open."""

from dataclasses import replace

from regesta.knowledge.frames import Frame, words_of
from regesta.model import Event, EventType, Modality, Party, Place, Quote, Sector
from regesta.read.actors.discourse import REACH
from regesta.read.actors.scene import Scene
from regesta.read.auxiliaries import auxiliaries
from regesta.read.events.candidate import Candidate
from regesta.read.events.scope import side, sides
from regesta.read.events.speakers import speech_verb
from regesta.read.events.stance import Standing
from regesta.read.events.standing import VERBAL

# Who speaks for a state where no words say for which; diplomats may be anybody's.
_OFFICIALS = words_of("SPOKESMEN") | words_of("OFFICIALS")
# Who speaks for the place in which it happened.
_LOCAL = frozenset(
    {"governor", "mayor", "prefect", "local", "regional", "provincial", "municipal", "city", "town",
     "resident", "residents", "villager", "villagers", "witness", "witnesses", "eyewitnesses",
     "medics", "doctors", "paramedics", "hospital", "police", "firefighters", "rescuers",
     "survivors", "elders", "health"}
)  # fmt: skip


def vouchers(
    state: Standing, *, candidate: Candidate, frame: Frame, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Who vouches, each once; a verbal deed is not vouched for by its own doer.

    "X rejects it, X's ministry says" is the deed itself; that X has postponed it, its word for it.
    That X and Y agreed is only the word of X, when Y does not say so too.
    """
    others = frame.type is EventType.ASSAULT and state.modality is not Modality.NEGATED
    if _is_scoop(candidate):
        return ()
    placed = tuple(_at_home(p, actors, scene=candidate.scene, others=others) for p in state.said_by)
    itself = frame.type in VERBAL and state.rule != "denied" and frame.mode != "ready"
    itself = itself and not (frame.mode == "investigate" and state.modality is Modality.ACTUAL)
    both = sides(actors) <= sides(placed)
    own = sides(actors) if itself and both else frozenset()
    past = candidate.token.tag_ in ("VBD", "VBN") and not candidate.spoken_for()
    people = {p.person for p in actors if p.person is not None}
    spoken = frame.type is EventType.ACCUSE and not auxiliaries(candidate.token)
    found: dict[tuple[str | None, str], Party] = {}
    for party in placed:
        another = past and party.person not in people and party not in actors
        another = another and not (spoken and party.person is None)
        if party.country is None or party.sector is Sector.MED or side(party) not in own or another:
            found.setdefault((party.country, party.name), party)
    return tuple(found.values())


def _is_scoop(candidate: Candidate) -> bool:
    """ "The Daily Post can reveal that ...": the outlet's own voice."""
    verb = speech_verb(candidate.token)
    if verb is None or verb.lemma_ not in ("reveal", "disclose", "report"):
        return False
    return any(c.lower_ == "can" and c.dep_ == "aux" for c in verb.children)


def _at_home(party: Party, actors: tuple[Party, ...], *, scene: Scene, others: bool) -> Party:
    """ "..., the ministry said": the one that was named before, else the doer's own.

    Of blows (`others`) only what is known by its article, for those who were hit have officials
    too, unless it is denied.
    """
    words = party.text.lower().split()
    if party.country is not None or not _OFFICIALS & set(words):
        return party
    before = _named_before(words[-1], scene) if words[0] == "the" else None
    if before is not None:
        return replace(party, country=before, rule="speaker.named-before")
    home = {p.country for p in actors if p.sector is not Sector.REB}  # a group has no ministry
    hit = others and words[0] != "the"
    if hit or len(home) != 1:
        return party
    return replace(party, country=home.pop(), rule="speaker.of-the-doer")


def _named_before(word: str, scene: Scene) -> str | None:
    """The state of the last office of that word that the sentences before have placed."""
    for seen in reversed(scene.discourse.seen):
        near = 0 < scene.sentence.index - seen.sentence <= REACH
        if near and seen.party.text.lower().split()[-1:] == [word]:
            return seen.party.country
    return None


def on_the_spot(said: tuple[Party, ...], *, place: Place | None) -> tuple[Party, ...]:
    """ "..., the regional governor said", "residents said": of the state in which it happened.

    Officials who say it with them are of that state, too.
    """
    if place is None or place.country is None or not any(_is_local(p) for p in said):
        return said
    return tuple(
        replace(p, country=place.country, rule="speaker.on-the-spot")
        if p.country is None and (_is_local(p) or _OFFICIALS & set(p.text.lower().split()))
        else p
        for p in said
    )


def _is_local(party: Party) -> bool:
    return bool(_LOCAL & set(party.text.lower().split()))


def spoken(events: tuple[Event, ...], *, quotes: tuple[Quote, ...]) -> tuple[Event, ...]:
    """What is told inside a quotation is the word of its speaker, wherever he is named."""
    return tuple(_in_quotation(event, quotes) for event in events)


def _in_quotation(event: Event, quotes: tuple[Quote, ...]) -> Event:
    if event.said_by:
        return event
    for quote in quotes:
        inside = quote.span.start <= event.deed.start and event.deed.end <= quote.span.end
        if inside and quote.speaker is not None:
            said = replace(quote.speaker, rule="speaker.of-quotation")
            return event if _own_deed(event, said) else replace(event, said_by=(said,))
    return event


def _own_deed(event: Event, said: Party) -> bool:
    """Whether the speaker does by these words what they tell: "we reject", "I thank"."""
    return (
        event.type in VERBAL and said.country is not None and sides(event.actors) == sides((said,))
    )
