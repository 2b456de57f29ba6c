"""No link of the desk leads nowhere."""

import re
from collections import Counter, deque
from html import unescape
from typing import Any

# Screens that lead to ever more combinations of themselves: some of each are followed.
COMBINED = re.compile(r"/search|/dyads/|/matrix|/\?|/(dyads|happenings|desk)\.")
COMBINED_MOST = 12


def links(html: str, *, at: str) -> list[tuple[str, str]]:
    """(address, anchor) of every link and of what the head names, except to other machines."""
    found = []
    for href in map(unescape, re.findall(r'(?:href|src)="([^"]+)"', html)):
        address, _, anchor = href.partition("#")
        if address.startswith("?"):
            address = at.partition("?")[0] + address
        if not address.startswith("http"):
            found.append((address or at, anchor))
    return found


def test_every_link_leads_to_a_screen_and_every_anchor_is_there(desk: Any) -> None:
    waiting = deque(["/", "/search?q=iran"])
    seen: dict[str, str] = {}
    anchors: set[tuple[str, str]] = set()
    visited: Counter[str] = Counter()
    while waiting:
        at = waiting.popleft()
        kind = COMBINED.match(at)
        if at in seen or (kind and visited[kind[0]] >= COMBINED_MOST):
            continue
        visited[kind[0] if kind else ""] += 1
        answer = desk.get(at)
        assert answer.status_code == 200, at
        is_html = answer.headers["content-type"].startswith("text/html")
        seen[at] = answer.text if is_html else ""
        for address, anchor in links(seen[at], at=at):
            waiting.append(address)
            if anchor:
                anchors.add((address, anchor))
    assert len(seen) > 100
    assert len(anchors) > 50
    assert [(at, name) for at, name in sorted(anchors) if f'id="{name}"' not in seen[at]] == []
