"""What every answer carries and every question must show: a strict policy, a known Host."""

import ipaddress
import re
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "::1")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
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
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?", re.IGNORECASE)


class Guard:
    """ASGI layer: answers only for known hosts, and puts `HEADERS` on every answer.

    A page of another site that points its own name at this machine (DNS rebinding) asks with
    that name in `Host` and is refused.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str]) -> None:
        """`hosts` are names or addresses without port, besides the loopback ones."""
        self._app = app
        self._hosts = frozenset(_plain(host) for host in (*LOOPBACK, *hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the headers added."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        app = self._app if self._knows(scope) else _REFUSAL
        await app(scope, receive, send_guarded)

    def _knows(self, scope: Scope) -> bool:
        """Exactly one Host header, naming this machine."""
        asked = Headers(scope=scope).getlist("host")
        hit = _HOST.fullmatch(asked[0]) if len(asked) == 1 else None
        return hit is not None and _plain(hit.group(1)) in self._hosts


def _plain(host: str) -> str:
    """A host's name in lower case; an IP address in its shortest form, without brackets."""
    name = host.strip("[]").lower().rstrip(".")
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        return name


_REFUSAL = PlainTextResponse(
    "The desk answers only under the address it was started with, for example "
    "http://127.0.0.1:8765. This request named another host.\n",
    status_code=400,
)
