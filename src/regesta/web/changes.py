"""What people change: read marks, stars, saved queries, visits. Each is a form that posts.

One visible table of addresses. A change needs the desk's own seal and word; it is written in one
short transaction, and answers with the way back, or with the changed buttons for htmx.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from regesta.store import marks
from regesta.store.query.syntax import parse
from regesta.web.answers import button_html
from regesta.web.asks import WORDS_MOST, wrong
from regesta.web.safety import cookie_name, cookies
from regesta.web.seals import is_seal, same, word_of
from regesta.web.visitor import begin_anew

BODY_MOST = 100_000  # bytes of a form: a thousand ids and a long way back
IDS_MOST = 1_000
NAME_MOST = 80  # characters of a saved query's name
_ID = re.compile(r"[aehqs]-[0-9a-f]{16}")
_MARKS = ("read", "unread", "star", "unstar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: the form's fields, the time, and the register it is written into."""

    register: Path
    fields: Mapping[str, str]
    at: str


def _mark(change: Change) -> tuple[str, ...]:
    """Mark ids as read, unread, starred or not; returns them."""
    act = next((name for name in _MARKS if name in change.fields), None)
    if act is None:
        raise wrong("A mark must be one of read, unread, star, unstar.")
    ids = tuple(dict.fromkeys(change.fields[act].split()))
    if not 0 < len(ids) <= IDS_MOST or not all(_ID.fullmatch(id) for id in ids):
        raise wrong(f"“{act}” takes one to {IDS_MOST:,} ids of the register.")
    with marks.marking(change.register) as db:
        if act in ("read", "unread"):
            marks.set_read(db, ids, read=act == "read", at=change.at)
        else:
            for id in ids:
                marks.set_star(db, id, starred=act == "star", at=change.at)
    return ids


def _visit(change: Change) -> tuple[str, ...]:
    """Write down that everything up to a linking was seen."""
    with marks.marking(change.register) as db:
        marks.visit(db, at=change.at, upto=_upto(change))
    return ()


def _upto(change: Change) -> int:
    upto = change.fields.get("upto", "")
    if not (upto.isascii() and upto.isdigit() and len(upto) < 16):
        raise wrong("A visit must say up to which linking it saw the register.")
    return int(upto)


def _save(change: Change) -> tuple[str, ...]:
    """Keep a query under a name."""
    name, query = _short(change, "name", most=NAME_MOST), _short(change, "q", most=WORDS_MOST)
    notes = parse(query).notes
    if notes:
        raise wrong(f"This query is not saved: {notes[0]}")
    with marks.marking(change.register) as db:
        marks.save_query(db, name=name, query=query, at=change.at)
    return ()


def _forget(change: Change) -> tuple[str, ...]:
    """Drop a saved query."""
    with marks.marking(change.register) as db:
        marks.forget_query(db, name=_short(change, "name", most=NAME_MOST))
    return ()


def _short(change: Change, name: str, *, most: int) -> str:
    text = " ".join(change.fields.get(name, "").replace("\x00", "").split())
    if not 0 < len(text) <= most:
        raise wrong(f"The field “{name}” must hold 1 to {most} characters.")
    return text


CHANGES: tuple[tuple[str, Callable[[Change], tuple[str, ...]]], ...] = (
    ("/marks", _mark),
    ("/visits", _visit),
    ("/queries", _save),
    ("/queries/forget", _forget),
)


def endpoint(path: str, act: Callable[[Change], tuple[str, ...]]) -> Callable[..., object]:
    """The function Starlette awaits for one address: check, write, answer."""

    async def answer(request: Request) -> Response:
        fields = await _fields(request)
        return await run_in_threadpool(_changed, request, path=path, act=act, fields=fields)

    return answer


def _changed(
    request: Request,
    *,
    path: str,
    act: Callable[[Change], tuple[str, ...]],
    fields: Mapping[str, str],
) -> Response:
    """The change made, and the answer to it."""
    _check_asker(request, fields)
    register: Path = request.app.state.register
    change = Change(register=register, fields=fields, at=request.app.state.now())
    ids = act(change)
    if request.headers.get("hx-request") == "true":
        response = button_html(register, ids=ids)
    else:
        response = RedirectResponse(_way_back(fields.get("back", "")), status_code=303)
    if path == "/visits" and "anew" in fields:
        begin_anew(response, upto=_upto(change), at=change.at, scope=request.scope)
    return response


async def _fields(request: Request) -> dict[str, str]:
    """The form's fields, the last of each name; a huge or foreign body is refused."""
    if request.headers.get("content-type", "").partition(";")[0] != _FORM:
        raise HTTPException(415, "The desk takes only forms of its own screens.")
    raw = b""
    async for part in request.stream():
        raw += part
        if len(raw) > BODY_MOST:
            raise HTTPException(413, f"A form may hold at most {BODY_MOST:,} bytes.")
    try:
        return dict(parse_qsl(raw.decode("utf-8"), keep_blank_values=True, max_num_fields=20))
    except ValueError as error:
        raise wrong("The form cannot be read.") from error


_FORM = "application/x-www-form-urlencoded"


def _check_asker(request: Request, fields: Mapping[str, str]) -> None:
    """Raises HTTPException unless the form came from a screen of this very desk."""
    secret: bytes = request.app.state.secret
    seal = cookies(request.scope).get(cookie_name("seal", request.scope), "")
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    known = is_seal(seal, secret=secret)
    known = known and same(fields.get("word", ""), word_of(seal, secret=secret))
    known = known and site in ("same-origin", "none")
    # Browsers say "null" here, because our own policy is to send no referrer.
    host = request.headers.get("host")
    known = known and (origin in (None, "null") or urlsplit(origin or "").netloc == host)
    if not known:
        raise HTTPException(403, "The form is not of this desk, or older than its last start.")


def _way_back(back: str) -> str:
    """An address on this desk, whatever the form says."""
    inside = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if inside and back.isprintable() and len(back) < 4_000 else "/"
