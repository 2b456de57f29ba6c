"""The desk as an ASGI application: addresses, one register connection a request, error pages."""

from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path
from sqlite3 import DatabaseError
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from regesta.store import RegisterError, marks, open_register, query
from regesta.web.answers import Address, Answer, as_csv, as_json, html
from regesta.web.asks import PER_PAGE_MOST, Ask, missing
from regesta.web.changes import CHANGES, endpoint
from regesta.web.folder import HERE
from regesta.web.safety import HEADERS, Guard
from regesta.web.screens import SCREENS, Screen
from regesta.web.seals import make_secret
from regesta.web.visitor import remember, visitor
from regesta.web.wants import in_path

_HEADINGS = {
    **{400: "That cannot be asked", 403: "Not from this desk", 404: "Not found"},
    **{405: "The desk has no such change", 413: "Too large", 415: "Not a form of this desk"},
}
_BUG = "Something in the desk itself went wrong; this is a bug. The register is not harmed."
_GZIP_LEVEL = 4  # a list of fifty rows shrinks tenfold in about a millisecond


def make_app(
    register: Path,
    *,
    now: Callable[[], str],
    hosts: Collection[str] = (),
    key: str | None = None,
) -> Starlette:
    """The desk over one register file, of which it only ever changes people's marks.

    `now` tells the time as ISO 8601 UTC. `hosts` are the names it answers to besides the loopback
    ones; with `key`, it answers only browsers that bring it once as `?token=`. The file is opened
    anew for every request, in a worker thread, so a register that is being written or replaced is
    fine.
    """
    app = Starlette(
        routes=_routes(),
        middleware=[
            Middleware(Guard, hosts=hosts, key=key),
            Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=_GZIP_LEVEL),
        ],
        exception_handlers={
            HTTPException: _refused,
            RegisterError: _no_register,
            DatabaseError: _unreadable,
            Exception: _bug,
        },
    )
    app.state.register = register
    app.state.secret = make_secret()
    app.state.now = now
    return app


def _routes() -> list[BaseRoute]:
    """Data addresses before screens, because an id also matches "ID.json"."""
    data: list[BaseRoute] = [Route("/pages/{id}/original", _original)]
    pages: list[BaseRoute] = []
    for screen in SCREENS:
        data.append(Route(f"{screen.stem}.json", _endpoint(screen, _to_json)))
        if screen.list:
            data.append(Route(f"{screen.stem}.csv", _endpoint(screen, _to_csv)))
        pages.append(Route(screen.path, _endpoint(screen, _to_html)))
    changes = [Route(path, endpoint(path, act), methods=["POST"]) for path, act in CHANGES]
    static = Mount("/static", StaticFiles(directory=HERE / "static"))
    return [*changes, *data, *pages, static]


def _endpoint(
    screen: Screen, form: Callable[[Screen, Request, Ask], Response]
) -> Callable[[Request], Response]:
    """The function Starlette calls (in a thread): open, ask, answer, close."""

    def answer(request: Request) -> Response:
        with closing(open_register(request.app.state.register)) as db:
            ask = Ask(
                db=db,
                path=_address(screen.path, request),
                params=request.query_params,
                ids=request.path_params,
                visitor=visitor(request, db=db),
            )
            return form(screen, request, ask)

    return answer


def _address(pattern: str, request: Request) -> str:
    """A screen's pattern with the ids of the request in it."""
    for name, value in request.path_params.items():
        pattern = pattern.replace(f"{{{name}}}", in_path(value))
    return pattern


def _to_html(screen: Screen, request: Request, ask: Ask) -> Response:
    """The screen as a page, with the addresses of its other forms."""
    answer = screen.answer(ask)
    kept = [(k, v) for k, v in request.query_params.multi_items() if v]
    filters = [(k, v) for k, v in kept if k not in ("page", "per")]
    stem = _address(screen.stem, request)
    here = f"{ask.path}?{urlencode(kept)}" if kept else ask.path
    whole = urlencode([*filters, ("per", PER_PAGE_MOST)] if screen.paged else filters)
    address = Address(
        part=screen.part,
        json=f"{stem}.json" + (f"?{urlencode(kept)}" if kept and screen.list else ""),
        csv=(f"{stem}.csv?{whole}" if whole else f"{stem}.csv") if screen.list else None,
        here=here,
        word=ask.visitor.word,
        upto=marks.linking(ask.db) if ask.visitor.fresh else None,
    )
    response = html(answer, address=address)
    if request.headers.get("hx-request") == "true":
        response.headers["HX-Push-Url"] = here
    remember(response, visitor=ask.visitor, scope=request.scope)
    return response


def _to_json(screen: Screen, _request: Request, ask: Ask) -> Response:
    """The screen's record."""
    return as_json(screen.answer(ask).record)


def _to_csv(screen: Screen, request: Request, ask: Ask) -> Response:
    """The screen's list."""
    answer = screen.answer(ask)
    if answer.table is None:
        raise HTTPException(404, "This screen has no list to save.")
    return as_csv(answer.table, name=_address(screen.stem, request).strip("/").replace("/", "-"))


def _original(request: Request) -> Response:
    """The bytes of a page as they came: always a download, never a document."""
    with closing(open_register(request.app.state.register)) as db:
        page = query.page(db, request.path_params["id"])
    if page is None:
        raise missing("page", id=request.path_params["id"])
    told = {
        "content-type": "text/plain",
        "content-disposition": f'attachment; filename="{page.id}.txt"',
    }
    return Response(page.body, headers=told)


def _refused(request: Request, error: Exception) -> Response:
    """400 to 415: a sentence that says what to do otherwise."""
    assert isinstance(error, HTTPException)
    said = error.detail
    if error.status_code == 404 and said == "Not Found":
        said = "The desk has no screen at this address."
    if error.status_code == 405:
        said = "This address only answers questions (GET); it changes nothing."
    return _sentence(request, said, status=error.status_code)


def _no_register(request: Request, error: Exception) -> Response:
    """The register went away or cannot be read: its own sentence."""
    return _sentence(request, str(error), status=503)


def _unreadable(request: Request, error: Exception) -> Response:
    """The file is damaged, or the disk or a lock does not let us read it."""
    said = f"The register could not be read ({error}); `regesta check` tells whether it is whole."
    return _sentence(request, said, status=503)


def _bug(request: Request, _error: Exception) -> Response:
    """A bug of ours. The headers are put on here: this answer passes outside the guard."""
    answer = _sentence(request, _BUG, status=500)
    answer.headers.update(HEADERS)
    return answer


def _sentence(request: Request, said: str, *, status: int) -> Response:
    """An error as a page, or as JSON where JSON was asked for."""
    if request.url.path.endswith(".json"):
        return as_json({"error": said}, status=status)
    title = _HEADINGS.get(status, "The desk cannot answer")
    answer = Answer(template="sentence.html", title=title, facts={"sentence": said}, record=None)
    return html(answer, address=Address(part=""), status=status)
