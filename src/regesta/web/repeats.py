"""On how many pages of its site a line stands: why it was taken for the site's own."""

from dataclasses import dataclass
from sqlite3 import Connection

from regesta.model import Piece
from regesta.store.sites import known_lines, lines_of_page
from regesta.text.sites import MOST_LEARNED, Learned, learn, line_hash

RULES = "site."
"""What the names of the rules begin with that go by repetition on a site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """What a site repeats; nothing of a page without one."""

    site: str
    learned: Learned

    def of(self, words: str, *, rule: str) -> str:
        """Such as "on 7 of 9 pages of dockpost.example"; "" for other rules."""
        counts = [self.learned.lines.get(line_hash(line), 0) for line in words.splitlines()]
        if not rule.startswith(RULES) or not all(counts) or not counts:
            return ""
        return f"on {min(counts)} of {self.learned.pages} pages of {self.site}"


def repeats(db: Connection, page: str) -> Repeats:
    """What the site of a page repeats."""
    lines = lines_of_page(db, page)
    known = known_lines(db, lines.site, most=MOST_LEARNED) if lines else ()
    return Repeats(site=lines.site if lines else "", learned=learn(known))


def is_of_site(piece: Piece) -> bool:
    """Whether a piece was labelled by repetition on its site."""
    return piece.rule.startswith(RULES)
