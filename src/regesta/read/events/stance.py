"""How a deed stands: done, planned, possible or negated, on whose word, or no deed at all."""

from dataclasses import dataclass, replace

from regesta.model import Modality, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Modality, who vouches, and `kept`: False when the words tell no deed (content of a wish)."""

    modality: Modality = Modality.ACTUAL
    said_by: tuple[Party, ...] = ()
    kept: bool = True
    rule: str = "plain"

    def at_most(self, modality: Modality, *, rule: str) -> "Standing":
        """This standing weakened: actual gives way to what a governor adds, the rest stays."""
        if self.modality is Modality.ACTUAL:
            return replace(self, modality=modality, rule=rule)
        return self

    def dropped(self, rule: str) -> "Standing":
        """The words tell no deed."""
        return replace(self, kept=False, rule=rule)


def thought(told: Modality) -> Modality:
    """What somebody thinks has been or will be done, may be; what he thinks was not, was not."""
    return told if told is Modality.NEGATED else Modality.POSSIBLE
