"""What the pages of one site have in common: lines as hashes, never their text."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLines:
    """The lines of one page of a site, as sorted hashes of 32 bits.

    `address` is the hash of the page's address, so that a page fetched twice is known. `passages`
    are the longer stretches between full stops: pages that share most of them tell one story.
    """

    page: str
    site: str
    address: int
    lines: tuple[int, ...]
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLines:
    """Hashes of the lines of one page that other pages of its site repeat; `usual` are those that
    most of them do."""

    lines: frozenset[int] = frozenset()
    usual: frozenset[int] = frozenset()

    @property
    def mark(self) -> str:
        """What a reading made with these lines is known by; "" without any."""
        if not self.lines:
            return ""
        told = ",".join(f"{line}{'!' * (line in self.usual)}" for line in sorted(self.lines))
        return sha256(told.encode()).hexdigest()[:12]
