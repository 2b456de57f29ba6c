"""From a parsed sentence to the deeds it tells."""

from dataclasses import dataclass, replace
from operator import attrgetter

from regesta.knowledge.frames import Frame, FrameTable
from regesta.model import Event, EventType, Modality, Party, Sector, Span, When
from regesta.read.actors.scene import Scene
from regesta.read.clauses import child, clause_of, is_negated
from regesta.read.events.aims import ADDRESSED, COMES, is_done_with
from regesta.read.events.answered import asked_at, is_behest
from regesta.read.events.answered_for import punished
from regesta.read.events.apart import one_by_one
from regesta.read.events.candidate import LIGHT, Candidate
from regesta.read.events.claims import claimed
from regesta.read.events.counting import counts
from regesta.read.events.custody import asked_free, holders, still_held
from regesta.read.events.dating import deadline, when
from regesta.read.events.foes import reporters
from regesta.read.events.for_whom import done_for
from regesta.read.events.harmed import (
    captors,
    custodians,
    fought_abroad,
    people_harmed,
    struck_at,
)
from regesta.read.events.helped import at_home, bringers, helped, is_untold
from regesta.read.events.history import background
from regesta.read.events.indirect import spoken_to
from regesta.read.events.keepers import announced, jailers, keepers
from regesta.read.events.left_open import STRUCK, set_aside
from regesta.read.events.met_before import canceller, met_before
from regesta.read.events.occasions import dealers, still_ahead
from regesta.read.events.own_things import owners_of_things
from regesta.read.events.passing import is_passing
from regesta.read.events.predicates import predicates
from regesta.read.events.presupposed import presupposed
from regesta.read.events.provoked import decreed, levied
from regesta.read.events.quantities import quantities
from regesta.read.events.reactions import VERDICTS, answerable, judges_own
from regesta.read.events.retold import DONE
from regesta.read.events.roles import fill
from regesta.read.events.scope import acting, side, sides
from regesta.read.events.settings import where
from regesta.read.events.sofar import Deeds, after_deeds
from regesta.read.events.soil import own_ground
from regesta.read.events.speakers import speakers, speech_verb
from regesta.read.events.staged import is_played, is_team
from regesta.read.events.stance import Standing
from regesta.read.events.standing import VERBAL, standing
from regesta.read.events.standins import (
    is_of_nobody,
    is_of_the_told,
    is_out_of_office,
    one_reading,
    speaker_stands_in,
)
from regesta.read.events.summoned import summoned, summoners
from regesta.read.events.taken_as_known import taken_as_known
from regesta.read.events.targets import befalls, is_of_nobody_known, unsaid_target
from regesta.read.events.unsaid import is_unsaid
from regesta.read.events.upcoming import by_tense, still_to_come
from regesta.read.events.vouchers import on_the_spot, vouchers
from regesta.read.events.watchers import guessed
from regesta.read.events.wielders import (
    assailants,
    authors,
    faulted,
    issuers,
    owners_of_weapons,
    releasers,
    reporting,
    users,
)

_WILLED = frozenset({"auxiliary.will", "auxiliary.would", "negation"})
# What a law, a resolution or a report can do for those whose it is.
_DECREED = frozenset(
    {EventType.SANCTION, EventType.COERCE, EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN}
)
# What is said to whoever the words of a call, a letter or a meeting name.
_SPOKEN_TO = frozenset({EventType.REQUEST, EventType.AGREE, EventType.THREATEN})
# Roles in which "it" may be the deed of another: "said it would not go unanswered".
_ANY_SAID = frozenset({"cobj*", "ccompsubj*"})
_OTHERS = frozenset({"neighbour", "neighbor", "ally", "rival", "foe", "partner", "counterpart"})
_TRIES = frozenset(
    {"noun-content.effort", "noun-content.attempt", "noun-content.bid", "content.try",
     "content.attempt", "content.seek", "content.help", "purpose"}
)  # fmt: skip
# What a mode says by itself of how its deed stands: "ended without a deal" tells of none.
_BY_MODE = {
    "no-deal": Modality.NEGATED,
    "ready-weapon": Modality.PLANNED,
    "ask-over": Modality.PLANNED,
}
_UNTRIED = frozenset({"failed.try", "failed.attempt", "failed.bother"})  # "did not try to"
# What is done by saying it is done on that day; what is yet to be said is not.
_SAID_SO = frozenset({Modality.ACTUAL, Modality.NEGATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What all deeds of an article share: page, article and the text of the page."""

    page: str
    article: str
    text: str


def _together(first: tuple[Party, ...], more: tuple[Party, ...]) -> tuple[Party, ...]:
    known = {p.country for p in first}
    return (*first, *(p for p in more if p.country not in known))


def _doers(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """Who did it: the speaker, who stands in the frame's roles, whose weapon or captive it was."""
    warden = still_held(candidate, frame)
    if warden:
        return warden
    speaking = speaker_stands_in(candidate) if "subj" in frame.actors.names else ()
    named = acting(fill(candidate, frame.actors), frame)
    actors = _together(*one_reading(speaking, named, told=is_of_the_told(candidate.token)))
    if frame.pos == "V" and is_of_nobody(candidate, frame, actors):
        return ()
    if frame.type is EventType.CONSULT and frame.pos == "N" and len(sides(actors)) == 1:
        return _together(actors, _told_by(candidate))
    actors = actors or owners_of_things(candidate, frame)
    if actors or frame.type is EventType.AID:
        return actors or bringers(candidate) or announced(candidate, frame)
    struck = frame.type in STRUCK and frame.mode != "deport"  # a strike displaces
    owners = _strikers(candidate) if struck else ()
    cancelled = canceller(candidate) if frame.mode == "cancel" else ()
    written = authors(candidate) if frame.type in _DECREED else ()
    if frame.mode in ("sign", "agree", "reach-agreement", "no-deal"):
        return dealers(candidate)
    if frame.mode in ("summon", "expel"):
        return keepers(candidate, frame) or summoners(candidate) or decreed(candidate, frame)
    if frame.type is EventType.ASSAULT and not owners:
        hurt = fill(candidate, frame.recipients)
        return assailants(fill(candidate, frame.actors), hurt=hurt)
    held = custodians(candidate) if frame.type is EventType.COERCE else ()
    told = written or owners or captors(candidate, frame) or held or issuers(candidate)
    told = told or keepers(candidate, frame) or jailers(candidate, frame)
    told = told or holders(candidate, frame)
    told = told or decreed(candidate, frame) or punished(candidate, frame)
    told = told or levied(candidate, frame)
    return cancelled or acting(told or announced(candidate, frame), frame)


def _strikers(candidate: Candidate) -> tuple[Party, ...]:
    """Whose blow it was where no role says it: by the weapon, the captive, the penalty for it."""
    owners = owners_of_weapons(candidate) or releasers(candidate) or faulted(candidate)
    return owners or users(candidate) or reporting(candidate) or reporters(candidate)


def _named(candidate: Candidate, frame: Frame) -> tuple[Party, ...]:
    """Whom the words of the frame's roles name; captives are not who is asked to free them."""
    if is_of_nobody_known(candidate, frame):
        return ()
    freeing = asked_free(candidate, frame)
    if freeing is not None:
        return freeing
    return answerable(candidate, frame, fill(candidate, frame.recipients))


def _event(candidate: Candidate, frame: Frame, *, setting: Setting, alone: bool) -> Event | None:
    """The deed as an event, in the codebook's scope or not; None when it is none."""
    state = _standing(candidate, frame)
    if not state.kept or is_unsaid(candidate, frame, state) or is_passing(candidate, frame, state):
        return None
    actors = _doers(candidate, frame)
    own = sides(actors)
    if not own and (actors or frame.type not in DONE):
        return None  # nobody's deed, and none that is told elsewhere with its doer
    named = _named(candidate, frame)
    recipients = tuple(p for p in named if side(p) not in own)
    if not named and frame.type in _SPOKEN_TO:
        spoken = asked_at(candidate) if is_behest(frame) else spoken_to(candidate)
        recipients = tuple(p for p in spoken if side(p) not in own)
    if not named and frame.mode == "summon":
        recipients = summoned(candidate, by=actors)
    if _meets(frame) and not recipients and len(own) == 1:
        recipients = met_before(candidate, actors)
    to_own = (named and _addressed(frame, actors)) or _of_its_own(candidate, frame, own)
    if not recipients and to_own and not _to_others(candidate):
        return None  # done to one's own: "warned its citizens", "freed its own miners"
    said = vouchers(state, candidate=candidate, frame=frame, actors=actors)
    by_others = bool(said) and not sides(said) & own
    dated = _dated(candidate, frame, state, by_others=by_others, alone=alone)
    state = still_to_come(state, dated, candidate=candidate, text=setting.text)
    if dated is not None:
        dated = by_tense(dated, state.modality, candidate=candidate, text=setting.text)
    old = background(candidate, dated=dated, modality=state.modality, kind=frame.type)
    if frame.type in VERBAL and not old and is_out_of_office(actors, candidate.scene):
        return None
    place = where(candidate, frame=frame, modality=state.modality, alone=alone)
    recipients = recipients or people_harmed(candidate, frame, actors=actors)
    passing = frame.mode == "fight" and place is not None and fought_abroad(actors, place)
    if not recipients and place is not None and befalls(candidate, frame) and not passing:
        recipients = struck_at(place, own=own | sides(done_for(candidate)))
    if not recipients and not named:
        recipients = unsaid_target(candidate, frame, actors)
    if not recipients and not named and (frame.type is EventType.AID or is_untold(frame)):
        recipients = helped(candidate, actors, place=place)
    if not recipients and (_untried(frame, state) or _is_untold_here(candidate, frame, actors)):
        return None
    return Event(
        page=setting.page,
        article=setting.article,
        type=frame.type,
        mode=frame.mode,
        modality=state.modality,
        background=old,
        deed=_deed(candidate),
        evidence=(candidate.scene.sentence.span,),
        rule=frame.name,
        actors=actors,
        recipients=recipients,
        when=dated,
        where=place
        or own_ground(candidate, frame, modality=state.modality, sides=(actors, recipients)),
        said_by=() if taken_as_known(candidate, history=old) else on_the_spot(said, place=place),
        quantities=quantities(candidate),
    )


def _is_untold_here(candidate: Candidate, frame: Frame, actors: tuple[Party, ...]) -> bool:
    return is_untold(frame) and at_home(candidate, actors)


def _untried(frame: Frame, state: Standing) -> bool:
    """ "did not try to shoot it down"."""
    return frame.type in STRUCK and state.rule in _UNTRIED


def _meets(frame: Frame) -> bool:
    return frame.type is EventType.CONSULT or frame.mode == "cancel"


def _dated(
    candidate: Candidate, frame: Frame, state: Standing, *, by_others: bool, alone: bool
) -> When | None:
    """When the deed was done; that of words is the day they were said on, if by the doer."""
    proposed = frame.mode == "propose-sanction" and candidate.token.tag_ == "VBD"
    if proposed:
        return None
    itself = not by_others and state.modality in _SAID_SO
    dated = when(
        candidate,
        verbal=frame.type in VERBAL and itself,
        alone=alone and frame.type is EventType.CONSULT,
        by_others=by_others,
    )
    if is_behest(frame) and dated is not None and len(dated.value) > len("2019-02"):
        return None  # asked for before Friday; "in May, at the request of A" says about when
    if dated is None and state.modality is Modality.PLANNED:
        return deadline(candidate)
    return dated


def _addressed(frame: Frame, actors: tuple[Party, ...]) -> bool:
    """Whether a deed done to one's own is none: a warning, help, or the release of one's own."""
    captive = any(p.sector is Sector.REB for p in actors)
    own_word = frame.type in ADDRESSED or is_untold(frame) or frame.mode in ("welcome", "praise")
    own_word = own_word or (frame.mode == "release" and not captive)
    return own_word and not _ANY_SAID.intersection(frame.recipients.names)


def _of_its_own(candidate: Candidate, frame: Frame, own: frozenset[str]) -> bool:
    """ "opened an inquiry into its own strikes", "A's parliament cheered the move" of A's."""
    if judges_own(candidate, frame, own):
        return True
    owners = (child(head, "poss") for head in candidate.after("into"))
    asks = frame.mode == "investigate"
    return asks and any(owner is not None and owner.lower_ in ("its", "their") for owner in owners)


def _to_others(candidate: Candidate) -> bool:
    """ "urged its neighbour to act": another, whichever that is."""
    return any(head.lemma_.lower() in _OTHERS for head in candidate.object_heads)


def _told_by(candidate: Candidate) -> tuple[Party, ...]:
    """ "X said talks had been held with Y": who speaks of a meeting with another was there."""
    verb = speech_verb(candidate.token)
    told = candidate.token.dep_ in ("nsubj", "nsubjpass", "attr")
    if verb is None or not told or not any(True for _ in candidate.prepositions("with")):
        return ()
    found = speakers(verb, candidate.scene)
    barred = {Sector.MED, Sector.BUS, Sector.CVL, Sector.NONE}
    return tuple(p for p in found if p.country is not None and p.sector not in barred)


def _standing(candidate: Candidate, frame: Frame) -> Standing:
    """How the deed stands; a meeting named as an aim or occasion is one that is planned."""
    if is_behest(frame):
        done = standing(clause_of(candidate.token), candidate.scene)
        denied = done.rule in ("denied", "disowned", "untrue")
        return replace(done, kept=not denied, said_by=(), rule="presupposed.behest",
                       modality=Modality.ACTUAL)  # fmt: skip
    if claimed(candidate) and frame.type is EventType.REJECT:
        denied = is_negated(candidate.token)
        return Standing(modality=Modality.NEGATED if denied else Modality.ACTUAL, rule="answer")
    state = guessed(standing(candidate.token, candidate.scene), candidate.token)
    matched = frame.type is EventType.CONSULT and is_team(candidate)
    if matched or (frame.type in STRUCK and is_played(candidate.token)):
        return state.dropped("played")
    if state.kept and state.rule in _WILLED and _settled(frame):
        return replace(state, modality=Modality.ACTUAL, rule=f"told.{state.rule}")
    if state.kept and state.rule == "unable":  # "cannot accept" refuses, "cannot attack" is no deed
        said = _settled(frame)
        return replace(state, modality=Modality.ACTUAL) if said else state.dropped("unable")
    if frame.mode == "session" and any(True for _ in candidate.prepositions("for")):
        return state.at_most(Modality.PLANNED, rule="called")  # "called a meeting for Sunday"
    if frame.mode == "propose-sanction":  # proposed or agreed on, yet to be imposed
        shown = state.rule == "purpose" and candidate.token.head.lemma_ in COMES
        return Standing(modality=Modality.PLANNED, rule="proposed") if shown else _ahead(state)
    if state.kept and frame.mode in _BY_MODE and state.modality is Modality.ACTUAL:
        return replace(state, modality=_BY_MODE[frame.mode], rule=f"mode.{frame.mode}")
    told_of = frame.type in (EventType.CONSULT, EventType.COOPERATE) and frame.pos == "N"
    if told_of and candidate.token.dep_ == "dobj" and candidate.token.head.lemma_ == "announce":
        return state.at_most(Modality.PLANNED, rule="announced")
    named = frame.pos == "N" and frame.type is EventType.CONSULT
    if named and still_ahead(candidate.token):
        return state.at_most(Modality.PLANNED, rule="ahead-of")
    aim = state.rule == "purpose" or state.rule.startswith("noun-content.")
    if named and not state.kept and aim:
        return replace(state, kept=True, modality=Modality.PLANNED, rule=f"named.{state.rule}")
    if state.rule in _TRIES and frame.mode == "mediate":  # who tries to mediate does mediate
        return Standing(rule=f"mediation.{state.rule}")
    if is_done_with(candidate, frame, rule=state.rule):
        return standing(candidate.token.head, candidate.scene)  # "phoned B to ask for a truce"
    if frame.mode == "session" and candidate.token.lemma_ == "call":  # one that is set
        return state.at_most(Modality.PLANNED, rule="called")
    if state.rule == "purpose" and frame.mode == "sign":
        return Standing(modality=Modality.PLANNED, rule="purpose.sign")  # "flew to A to sign"
    undone = state.rule == "yet-to" or state.rule.startswith("failed.")
    if undone and frame.pos == "N" and frame.type in ADDRESSED and child(candidate.token, "poss"):
        return Standing(rule=f"presupposed.{state.rule}")  # "has yet to answer X's request"
    if not state.kept and state.rule != "lifted" and presupposed(candidate, frame):
        return Standing(rule=f"presupposed.{state.rule}")
    return state


def _ahead(state: Standing) -> Standing:
    return state.at_most(Modality.PLANNED, rule="proposed")


def _settled(frame: Frame) -> bool:
    """Whether "will" or "not" makes the deed of saying: "we will respond" is the threat itself."""
    return any(
        need in ("neg", "objnone", "wewill", "willif", "wouldlike")
        for every in frame.needs
        for need in every
    )


def _deed(candidate: Candidate) -> Span:
    """The words of the deed: the predicate with its particle and, for light verbs, its noun."""
    tokens = [candidate.token]
    tokens.extend(c for c in candidate.token.children if c.dep_ == "prt")
    if candidate.token.lemma_ in LIGHT and not candidate.passive:
        tokens.extend(candidate.object_heads[:1])
    return candidate.scene.sentence.words(tokens)


def deeds(scene: Scene, *, table: FrameTable, setting: Setting) -> Deeds:
    """The deeds of one sentence; a verdict is on what its sentence has told before it too."""
    told = sorted(predicates(scene, table), key=lambda pair: pair[0].token.i)
    alone = len(told) == 1
    found = Deeds()
    for candidate, frame in told:
        if frame.type in VERDICTS and (found.whole or found.unclaimed):
            after = after_deeds(scene.discourse, found, sentence=scene.sentence.index)
            candidate = replace(candidate, scene=replace(scene, discourse=after))
        event = _event(candidate, frame, setting=setting, alone=alone)
        if event is None:
            continue
        if counts(event, candidate):
            found = replace(found, whole=(*found.whole, *one_by_one(event, candidate)))
        else:
            found = set_aside(found, event, candidate)
    return replace(found, whole=tuple(sorted(found.whole, key=attrgetter("deed"))))
