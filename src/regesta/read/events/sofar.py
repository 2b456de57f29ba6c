"""The deeds of one sentence, and what an article has told once they are told."""

from dataclasses import dataclass, replace

from regesta.model import Event, EventType, Modality
from regesta.read.actors.discourse import Discourse
from regesta.read.events.harmed import captivity


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """The deeds of one sentence, in the order of their words.

    Beside those told whole stand those told again without their doer, blows and tests of nobody
    known.
    """

    whole: tuple[Event, ...] = ()
    doerless: tuple[Event, ...] = ()
    unclaimed: tuple[Event, ...] = ()
    tests: tuple[Event, ...] = ()

    def with_open(self, more: "Deeds") -> "Deeds":
        """These with what another sentence tells without its doer."""
        return replace(
            self,
            doerless=(*self.doerless, *more.doerless),
            unclaimed=(*self.unclaimed, *more.unclaimed),
            tests=(*self.tests, *more.tests),
        )


def after_deeds(discourse: Discourse, told: Deeds, *, sentence: int) -> Discourse:
    """The discourse in which these deeds have been told."""
    for event in (*told.whole, *told.unclaimed):
        if event.type is EventType.AID:
            discourse = discourse.aiding(event.recipients)
        shown = event.type is EventType.MOBILIZE and event.modality is Modality.PLANNED
        if event.modality is not Modality.ACTUAL and not shown:
            continue  # a weapon that is ready or to be tested can be condemned already
        if event.actors or event in told.unclaimed:
            discourse = discourse.done(event.type, event.actors, sentence=sentence)
        if event.type is EventType.ASSAULT:
            discourse = discourse.fighting(event.actors, event.recipients)
        if event.actors and event.recipients and captivity(event):
            discourse = discourse.holding(event.actors, event.recipients)
    return discourse
