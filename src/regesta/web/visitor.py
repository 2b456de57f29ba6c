"""Who asks: the browser's seal, and what was there when it last came.

A visit is one browser session. What is new is measured from the visit before it, for as long as
the session lasts, so that reloading a screen does not make the new lines old.
"""

from dataclasses import dataclass
from sqlite3 import Connection

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from regesta.store import marks
from regesta.web.safety import cookie_name, cookies
from regesta.web.seals import is_seal, make_seal, word_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """One browser. `word` is what its forms carry, `since` the linking its last visit saw.

    `since` is None on the first visit ever: then nothing is new, or everything is. `at` is when
    that visit began. `fresh` visits have not been written into the register yet.
    """

    seal: str
    word: str
    since: int | None
    at: str | None
    fresh: bool


def visitor(request: Request, *, db: Connection) -> Visitor:
    """The visitor as the cookies tell; a browser without cookies is a new one."""
    secret: bytes = request.app.state.secret
    held = cookies(request.scope)
    seal = held.get(cookie_name("seal", request.scope), "")
    if not is_seal(seal, secret=secret):
        seal = make_seal(secret)
    told = held.get(cookie_name("since", request.scope))
    since, at = _session(told) if told is not None else _last(db)
    word = word_of(seal, secret=secret)
    return Visitor(seal=seal, word=word, since=since, at=at, fresh=told is None)


def remember(response: Response, *, visitor: Visitor, scope: Scope) -> None:
    """Set the cookies of this session: the seal, and where its news begin."""
    response.set_cookie(cookie_name("seal", scope), visitor.seal, httponly=True, samesite="strict")
    begins = "first" if visitor.since is None else f"{visitor.since}.{visitor.at or ''}"
    _begin(response, value=begins, scope=scope)


def begin_anew(response: Response, *, upto: int, at: str, scope: Scope) -> None:
    """From here on only what comes after `upto` is new."""
    _begin(response, value=f"{upto}.{at}", scope=scope)


def _begin(response: Response, *, value: str, scope: Scope) -> None:
    """Lax, so that following a link from elsewhere does not begin another session."""
    response.set_cookie(cookie_name("since", scope), value, httponly=True, samesite="lax")


def _session(told: str) -> tuple[int | None, str | None]:
    """What the session's cookie says; one that says nothing sound counts as a first visit."""
    number, _, at = told.partition(".")
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        return None, None
    return int(number), at[:20] or None


def _last(db: Connection) -> tuple[int | None, str | None]:
    visit = marks.last_visit(db)
    return (visit.upto, visit.at) if visit else (None, None)
