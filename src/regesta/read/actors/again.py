"""Those told again by words that would else be read as an office of their own."""

from collections.abc import Callable

from regesta.model import Party
from regesta.read.actors.holdings import native_group
from regesta.read.actors.juntas import junta
from regesta.read.actors.portraits import native
from regesta.read.actors.regional import regional
from regesta.read.actors.scene import Scene
from regesta.read.tree import Token

WAYS: tuple[Callable[[Token, Scene], tuple[Party, ...]], ...] = (
    native,
    junta,
    regional,
    native_group,
)


def again(head: Token, scene: Scene) -> tuple[Party, ...]:
    """Whom the first way that knows the words says they mean."""
    return next(filter(None, (way(head, scene) for way in WAYS)), ())
