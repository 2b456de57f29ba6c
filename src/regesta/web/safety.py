"""What every answer carries and every question must show: a strict policy, a known Host, a key."""

import ipaddress
import re
from collections.abc import Collection
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regesta.web.seals import same

LOOPBACK = ("127.0.0.1", "localhost", "::1")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",  # ask again each time: the register grows while the desk is open
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
KEY_DAYS = 30  # how long a browser keeps the key it was let in with
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?", re.IGNORECASE)


class Guard:
    """ASGI layer: answers only known hosts that show the key, and puts `HEADERS` on every answer.

    A page of another site that points its own name at this machine (DNS rebinding) asks with
    that name in `Host` and is refused.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], key: str | None = None) -> None:
        """`hosts` are names or addresses without port, besides the loopback ones.

        With `key`, only browsers that once came with `?token=KEY` are answered. A desk that
        listens everywhere (0.0.0.0) answers to any address, never to any name.
        """
        self._app = app
        self._key = key
        self._hosts = frozenset(plain_host(host) for host in (*LOOPBACK, *hosts))
        self._everywhere = any(_is_everywhere(host) for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the headers added."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        app = self._refusal(scope) or self._app
        await app(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        """What is answered instead of the desk, None where nothing is wrong."""
        if not self._knows(scope):
            return _OTHER_HOST
        return self._locked(scope) if self._key else None

    def _knows(self, scope: Scope) -> bool:
        """Exactly one Host header, naming this machine."""
        asked = Headers(scope=scope).getlist("host")
        hit = _HOST.fullmatch(asked[0]) if len(asked) == 1 else None
        if hit is None:
            return False
        host = plain_host(hit.group(1))
        return host in self._hosts or (self._everywhere and _is_address(host))

    def _locked(self, scope: Scope) -> Response | None:
        """None for a browser that has the key; the way in for one that brings it."""
        key = self._key or ""
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        shown = [value for name, value in asked if name == "token"]
        if shown and same(shown[-1], key):
            rest = urlencode([(name, value) for name, value in asked if name != "token"])
            target = "/" + scope["path"].lstrip("/\\")
            answer = RedirectResponse(f"{target}?{rest}" if rest else target, status_code=303)
            name, age = cookie_name("key", scope), KEY_DAYS * 86_400
            answer.set_cookie(name, key, max_age=age, httponly=True, samesite="lax")
            return answer
        held = cookies(scope).get(cookie_name("key", scope), "")
        return None if same(held, key) else _NO_KEY


def plain_host(host: str) -> str:
    """A host's name in lower case; an IP address in its shortest form, without brackets."""
    name = host.strip("[]").lower().rstrip(".")
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        return name


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a desk that listens there."""
    name = plain_host(host)
    return name == "localhost" or (_is_address(name) and ipaddress.ip_address(name).is_loopback)


def cookie_name(what: str, scope: Scope) -> str:
    """A cookie's name with the port in it: browsers keep one jar for all ports of a machine."""
    port = (scope.get("server") or ("", 0))[1] or 0
    return f"regesta_{what}_{port}"


def cookies(scope: Scope) -> dict[str, str]:
    """The request's cookies; a malformed header is none."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(Headers(scope=scope).get("cookie", ""))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_everywhere(name: str) -> bool:
    return _is_address(name) and ipaddress.ip_address(name).is_unspecified


_OTHER_HOST = PlainTextResponse(
    "The desk answers only under the address it was started with, for example "
    "http://127.0.0.1:8765. This request named another host.\n",
    status_code=400,
)
_NO_KEY = PlainTextResponse(
    "This desk can be reached from other machines, so it asks for a key. Open the address that "
    "`regesta serve` printed when it started; it ends in ?token= and the key.\n",
    status_code=403,
)
