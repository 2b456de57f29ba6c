"""What a sentence is read against: its words, the page's people, and what was said before."""

from dataclasses import dataclass, field

from regesta.knowledge import NameHit, NameKind
from regesta.model import Party, Sector
from regesta.read.actors.discourse import Discourse
from regesta.read.actors.people import People
from regesta.read.sentences import Sentence
from regesta.read.tree import PLACE, Token

STATE_KINDS = frozenset(
    {
        NameKind.COUNTRY,
        NameKind.CAPITAL,
        NameKind.SEAT,
        NameKind.ORGANISATION,
        NameKind.GROUP,
    }
)
NATION_KINDS = STATE_KINDS | {NameKind.DEMONYM}
# What lies between two states: "the Syria-Turkey border" is neither's alone.
_BETWEEN = ("border", "frontier", "axis", "route", "flight", "born")
# "Panama-flagged", "Greek-owned": the state that a ship or firm belongs to. "U.S.-led" is no state.
_BELONGS = frozenset({"flagged", "flag", "owned", "registered", "operated", "manned", "crewed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence in its article. `on` is the article's day, None when not known.

    `halves` are the names and codes of divided countries that the article uses, so that "the North"
    can be understood. `ground` is the one country in which nearly all places of the article lie,
    `front` that of the places beside its rebels: where "the rebels" and "the regime" are at home.
    `lists` are the states of each of its lists of three and more, `named` the states and
    organisations that it names. `home` is the state whose capital the dateline names, `base` that
    state where the article is about it. `places` are the towns and
    regions that the last sentences named, `newest` is the last day that the article names;
    `recalled` says that what stands just before is history, `long_ago` that nothing newer than a
    few years was told yet; `here` is the place of the dateline. With `strangers` a name that
    nothing explains stands for a party, too. `depth` counts the pointing words that were followed
    to come here. `resolved` keeps whom a word was found to mean, by its place and depth: frames,
    speakers and quotations ask again and again.
    """

    sentence: Sentence
    people: People
    discourse: Discourse
    on: str | None
    halves: tuple[tuple[str, str], ...] = ()
    ground: str | None = None
    front: str | None = None
    lists: tuple[tuple[str, ...], ...] = ()
    base: str | None = None
    home: str | None = None
    two: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    places: tuple[NameHit, ...] = ()
    here: NameHit | None = None
    newest: str | None = None
    recalled: bool = False
    long_ago: bool = False
    strangers: bool = False
    depth: int = 0
    resolved: dict[tuple[int, int], tuple[Party, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def hits(self, tokens: tuple[Token, ...], kinds: frozenset[NameKind]) -> tuple[NameHit, ...]:
        """Names of those kinds that lie on the tokens (compound parts such as "U.S.-led" not)."""
        return tuple(
            hit
            for hit in self.sentence.hits
            if hit.kind in kinds
            and not self._joined_up(hit)
            and any(t.idx <= hit.start < t.idx + len(t) for t in tokens)
        )

    def _joined_up(self, hit: NameHit) -> bool:
        """Whether a name is only part of a hyphened word that does not say whose a thing is."""
        return hit.compound and hit.tail not in _BELONGS and not self._paired(hit)

    def _paired(self, hit: NameHit) -> bool:
        """Whether another name is joined to it: "US-China talks"; the ends of a border are none."""
        beside = [h for h in self.sentence.hits if h.start == hit.end + 1 or h.end + 1 == hit.start]
        end = max(h.end for h in (hit, *beside))
        after = self.sentence.text[end:].lstrip().lower()
        return any(h.compound for h in beside) and not after.startswith(_BETWEEN)

    def is_dated(self, token: Token) -> bool:
        """Whether the token is part of a date: "in May" names nobody."""
        if not self.sentence.dates:
            return False
        at = self.sentence.offsets[token.idx]
        spans = (date.span for date in self.sentence.dates)
        return any(span is not None and span.start <= at < span.end for span in spans)

    def hit_at(self, token: Token, kinds: frozenset[NameKind] = STATE_KINDS) -> NameHit | None:
        """The name that the token is part of."""
        for hit in self.sentence.hits:
            if hit.start <= token.idx < hit.end and hit.kind in kinds and not self._joined_up(hit):
                return hit
        return None

    def party(self, tokens: tuple[Token, ...], hit: NameHit, *, rule: str) -> Party:
        """A state, organisation or group, in the words of `tokens`."""
        span = self.sentence.words(tokens)
        return Party(
            span=span,
            text=self.text_of(tokens),
            name=hit.name,
            country=hit.country,
            sector=hit.sector or Sector.GOV,
            rule=rule,
        )

    def described(
        self, tokens: tuple[Token, ...], *, country: str | None, sector: Sector, rule: str
    ) -> Party:
        """A party that has no other name than the words that describe it."""
        text = self.text_of(tokens)
        return Party(
            span=self.sentence.words(tokens),
            text=text,
            name=text,
            country=country,
            sector=sector,
            rule=rule,
        )

    def text_of(self, tokens: tuple[Token, ...]) -> str:
        """The tokens' words as the sentence writes them."""
        first = min(tokens, key=PLACE)
        last = max(tokens, key=PLACE)
        return self.sentence.text[first.idx : last.idx + len(last.text)]
