"""Who was spoken of: what pronouns and "the two leaders" are resolved against."""

from collections import Counter
from dataclasses import dataclass, replace

from regesta.knowledge import country
from regesta.model import EventType, Party, Sector
from regesta.read.actors.party_kinds import (
    ENVOYS,
    called,
    has_body,
    is_abroad,
    is_court,
    is_individual,
    is_of_state,
    may_be_of_two,
    same_office,
)

BODY_REACH = 3  # sentences back to the army or ministry that "the army", "the ministry" means
HOME_REACH = 2  # sentences back whose leading state may be that of "Foreign Minister X"
OFTEN = 3  # mentions of a state that a text is about
SEVERAL = 3  # who are no longer one party or a pair
PAIR_REACH = 2  # sentences back to the two whom "the sides" or "the leaders" mean
REACH = 6  # sentences back that a description may point to; measured on our examples


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One mention of a party; `leading` when it was the subject of its sentence's main clause."""

    sentence: int
    party: Party
    leading: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """The mentions so far, oldest first; `pairs` are two-sided deeds told so far, newest last.

    `meetings` are the meetings told so far with those who met and their days: what "the talks"
    points to. `dealings` are all deeds between just two countries or organisations, whoever did
    them, `coupled` the two that one sentence named side by side. `deeds` are those told so far with
    who did them: whose "the launch" and "the move" are. `listed` are the last three states and more
    in one list: what "the four" points to. `aided` is whom the last help was for that was told of,
    `held` who took whose people captive, the last eight times, `fought` the two of the last blow.
    `short` says whom the acronyms stand for that the text gave in brackets.
    """

    seen: tuple[Seen, ...] = ()
    pairs: tuple[tuple[int, Party, Party], ...] = ()
    dealings: tuple[tuple[int, Party, Party], ...] = ()
    meetings: tuple[tuple[int, tuple[Party, ...], str | None], ...] = ()
    coupled: tuple[tuple[int, Party, Party], ...] = ()
    deeds: tuple[tuple[int, EventType, tuple[Party, ...]], ...] = ()
    listed: tuple[Party, ...] = ()
    aided: Party | None = None
    held: tuple[tuple[tuple[Party, ...], frozenset[str | None]], ...] = ()
    fought: tuple[Party, ...] = ()
    short: tuple[tuple[str, Party], ...] = ()

    def after(self, mentions: tuple[Seen, ...]) -> "Discourse":
        """The discourse with the next sentence's mentions added."""
        return replace(self, seen=(*self.seen, *mentions)[-60:]) if mentions else self

    def shortened(self, short: tuple[tuple[str, Party], ...]) -> "Discourse":
        """The discourse after a sentence that gave acronyms for parties."""
        return replace(self, short=(*self.short, *short)) if short else self

    def joined(self, first: Party, second: Party, *, sentence: int) -> "Discourse":
        """The discourse after a deed in which two parties took part."""
        return replace(self, pairs=(*self.pairs, (sentence, first, second))[-6:])

    def named_together(self, parties: tuple[Party, ...], *, sentence: int) -> "Discourse":
        """The discourse after a sentence that named parties side by side: two that are known."""
        states = {p.country: p for p in parties if is_of_state(p)}
        if len(states) >= SEVERAL:
            return replace(self, listed=tuple(states.values()))
        if len(states) != 2 or len(states) != len({p.country for p in parties}):
            return self
        first, second = states.values()
        return replace(self, coupled=(*self.coupled, (sentence, first, second))[-2:])

    def dealt(self, first: Party, second: Party, *, sentence: int) -> "Discourse":
        """The discourse after a deed of one party towards, or with, one other."""
        return replace(self, dealings=(*self.dealings, (sentence, first, second))[-6:])

    def met(self, parties: tuple[Party, ...], *, sentence: int, day: str | None) -> "Discourse":
        """The discourse after a meeting was told, held or yet to come.

        "A met B on Monday, days after he had met C": of one sentence the last held stays the last.
        """
        held = [d for at, _, d in self.meetings[-1:] if at == sentence and d is not None]
        if day is not None and any(day < other for other in held):
            return self
        return replace(self, meetings=(*self.meetings, (sentence, parties, day))[-6:])

    def done(self, kind: EventType, by: tuple[Party, ...], *, sentence: int) -> "Discourse":
        """The discourse after a deed was told with its doers."""
        return replace(self, deeds=(*self.deeds, (sentence, kind, by))[-30:])

    def aiding(self, parties: tuple[Party, ...]) -> "Discourse":
        """The discourse after help was told of with the one country whom it was for."""
        lands = {p.country: p for p in parties if country(p.country or "") is not None}
        return replace(self, aided=next(iter(lands.values()))) if len(lands) == 1 else self

    def holding(self, by: tuple[Party, ...], captives: tuple[Party, ...]) -> "Discourse":
        """The discourse after people were taken captive."""
        return replace(self, held=(*self.held, (by, frozenset(p.country for p in captives)))[-8:])

    def fighting(self, by: tuple[Party, ...], others: tuple[Party, ...]) -> "Discourse":
        """The discourse after one side struck one other."""
        both = {p.country: p for p in (*by, *others) if p.country is not None}
        two = len(both) == len((by, others)) and len({p.country for p in by}) == 1
        return replace(self, fought=tuple(both.values())) if two else self

    def captors(self, codes: frozenset[str]) -> tuple[Party, ...]:
        """Who took people of these countries captive; () where several did, or nobody is known."""
        took = [by for by, captives in self.held if captives & codes]
        return took[-1] if len({frozenset(p.country for p in by) for by in took}) == 1 else ()

    def doers(self, kinds: frozenset[EventType], *, sentence: int, reach: int) -> tuple[Party, ...]:
        """Who did the deeds of these types told in the last sentences; () where they differ."""
        told = [by for at, kind, by in self.deeds if kind in kinds and sentence - at <= reach]
        sides = {frozenset((p.country, p.sector is Sector.REB) for p in by) for by in told}
        return told[-1] if len(sides) == 1 else ()

    def meeting(self, *, sentence: int, reach: int = REACH) -> tuple[Party, ...]:
        """Those who met, or are to meet, at the last meeting told; () when it is too far back."""
        last = self.meetings[-1] if self.meetings else (-REACH - 1, (), None)
        return last[1] if sentence - last[0] <= reach else ()

    def _recent(self, sentence: int) -> list[Seen]:
        return [s for s in reversed(self.seen) if sentence - s.sentence <= REACH]

    def person(self, *, sentence: int, office: str | None = None) -> Party | None:
        """The last person spoken of (with that office when one is asked for).

        Of the newest sentence that names people, the leading one; two candidates and no leading
        one are no answer.
        """
        people = [s for s in self._recent(sentence) if is_individual(s.party)]
        if office is not None:
            people = [s for s in people if same_office(s.party.office, office)]
            return people[0].party if len({s.party.country for s in people}) == 1 else None
        if not people:
            return None
        newest = [s for s in people if s.sentence == people[0].sentence]
        leading = [s for s in newest if s.leading]
        if leading:
            return leading[-1].party
        distinct = {(s.party.person or s.party.office, s.party.country) for s in newest}
        return newest[0].party if len(distinct) == 1 else None

    def state(self, *, sentence: int) -> Party | None:
        """The last state or organisation that led a sentence, if nothing contends with it."""
        states = [s for s in self._recent(sentence) if s.party.person is None]
        if not states:
            return None
        newest = [s for s in states if s.sentence == states[0].sentence]
        leading = [s for s in newest if s.leading] or newest
        return leading[0].party if len({s.party.country for s in leading}) == 1 else None

    def body(self, word: str, *, sector: Sector, sentence: int) -> Party | None:
        """The last body of a state spoken of that "the army" or "the ministry" can mean.

        One called by the same word, the ministry of a minister, or where the words speak of arms or
        of a parliament any of that kind; where a sentence has two such, none.
        """
        near = (s for s in self._recent(sentence) if sentence - s.sentence <= BODY_REACH)
        states = [s for s in near if is_of_state(s.party)]
        found = [s for s in states if called(s.party) in (word, word + "s")]
        found = found or [s for s in states if has_body(s.party, word, sector=sector)]
        if not found:
            return None
        newest = [s.party for s in found if s.sentence == found[0].sentence]
        return newest[0] if len({p.country for p in newest}) == 1 else None

    def owners_called(self, words: frozenset[str], *, sentence: int) -> frozenset[str | None]:
        """Whose bodies have lately been called by one of these words: "the Thai army"."""
        near = (s.party for s in self._recent(sentence) if is_of_state(s.party))
        return frozenset(p.country for p in near if called(p) in words)

    def government(self, *, sentence: int) -> Party | None:
        """The last state that led a sentence: no armed group, no organisation.

        One that led just before is meant rather than one that was only named since.
        """
        states = tuple(s for s in self.seen if is_of_state(s.party))
        led = tuple(s for s in states if s.leading and sentence - s.sentence <= HOME_REACH)
        near = [s for s in states if sentence - s.sentence <= REACH]
        if not led and len({s.party.country for s in near}) > 1:
            return None  # of several that only stood by, none
        return replace(self, seen=led or states).state(sentence=sentence)

    def home(self, *, sentence: int) -> str | None:
        """The state that led a sentence just before, where it is one of the two most spoken of."""
        led = [s for s in self.seen if s.leading and 0 < sentence - s.sentence <= HOME_REACH]
        if led and is_abroad(led[-1].party):
            return None  # "B's embassy said", in the land of A's ministers
        newest = {s.party.country for s in led if s.sentence == led[-1].sentence}
        if len(newest) != 1 or not all(is_of_state(s.party) for s in led[-1:]):
            return None
        (code,) = newest
        return code if code in self.main() else None

    def main(self) -> frozenset[str | None]:
        """The two states most spoken of so far."""
        return frozenset(dict(self._often().most_common(2)))

    def only_two(self) -> frozenset[str]:
        """The two states that the text is about: each told often, no third half as often."""
        told = [*self._often().most_common(3), ("", 0), ("", 0), ("", 0)]
        (_, least), (_, third) = told[1], told[2]
        clear = least >= OFTEN and least >= 2 * third
        return frozenset(code or "" for code, _ in told[:2]) if clear else frozenset()

    def _often(self) -> Counter[str | None]:
        """How often each state was spoken of so far."""
        return Counter(s.party.country for s in self.seen if is_of_state(s.party))

    def states(self) -> tuple[Party, ...]:
        """Every state spoken of so far, as it was last spoken of."""
        last = {s.party.country: s.party for s in self.seen if is_of_state(s.party)}
        return tuple(last.values())

    def last_of(self, code: str) -> Party | None:
        """A state as it was last spoken of."""
        states = (s.party for s in reversed(self.seen) if is_of_state(s.party))
        return next((party for party in states if party.country == code), None)

    def named(self, name: str) -> Party | None:
        """The person of that name as last understood."""
        known = (s.party for s in reversed(self.seen) if s.party.person == name)
        return next((party for party in known if party.country is not None), None)

    def bearer(self, surname: str) -> Party | None:
        """The one person understood so far whose full name ends in a surname."""
        ending = f" {surname}"
        known = [s.party for s in self.seen if (s.party.person or "").endswith(ending)]
        one = len({(p.person, p.country) for p in known}) == 1
        return known[-1] if one and known[-1].country is not None else None

    def envoys(self, *, sentence: int, beside: frozenset[str | None] = frozenset()) -> Party | None:
        """The envoys last spoken of, where they were of one state, those of `beside` left out."""
        near = [s.party for s in self._recent(sentence) if s.party.office in ENVOYS]
        known = [p for p in near if is_of_state(p) and p.country not in beside]
        return known[0] if len({p.country for p in known}) == 1 else None

    def other(self, code: str, *, sentence: int, state: bool = True) -> Party | None:
        """Whom a country last dealt with, among the deeds of two told shortly before.

        With `state` only another country, no armed group and no organisation.
        """
        for at, *sides in reversed(self.dealings):
            others = [side for side in sides if side.country != code]
            barred = state and any(
                p.sector is Sector.REB or country(p.country or "") is None for p in others
            )
            if sentence - at <= REACH and len(others) == 1 and not barred:
                return others[0]
        return None

    def leader(self, *, before: int) -> Party | None:
        """Who led the sentence before this one; None when it had no one leading party."""
        led = self.leaders(before=before)
        return led[0] if len(led) == 1 else None

    def leaders(self, *, before: int) -> tuple[Party, ...]:
        """Those who led the sentence before this one together, each as told last."""
        led = [s.party for s in self.seen if s.leading and s.sentence == before - 1]
        return tuple({p.country: p for p in led}.values())

    def countries(self, *, sentence: int, reach: int) -> frozenset[str]:
        """Countries and organisations spoken of in the last `reach` sentences."""
        return frozenset(
            s.party.country
            for s in self.seen
            if sentence - s.sentence <= reach and s.party.country is not None
        )

    def lately(self, *, sentence: int) -> tuple[Party, ...]:
        """The two of the last deed or sentence of two, where it was told just before."""
        told = max(
            (*self.pairs, *self.dealings, *self.coupled), key=lambda pair: pair[0], default=None
        )
        return told[1:] if told is not None and sentence - told[0] <= PAIR_REACH else ()

    def side_by_side(self, *, sentence: int) -> tuple[Party, ...]:
        """The two that the sentence before joined as doers of one deed; () where it joined none."""
        return next((tuple(both) for at, *both in self.coupled[-1:] if sentence - at == 1), ())

    def partners(self) -> tuple[Party, ...]:
        """Those of the last deal, signed or agreed on by two and more, that was told."""
        deals = (EventType.AGREE, EventType.SUPPORT)
        told = (by for _, kind, by in reversed(self.deeds) if kind in deals)
        return next((by for by in told if len({p.country for p in by}) > 1), ())

    def apart_from(self, own: frozenset[str | None], *, persons: bool) -> tuple[Party, ...]:
        """The two most spoken of that have dealt with each other, none of them of `own`."""
        told = (*self.pairs, *self.dealings, *self.coupled)
        others = [p for p in told if not own & {one.country for one in p[1:]}]
        states = [p for p in others if all(country(one.country or "") for one in p[1:])]
        states = [p for p in states if not persons or any(map(is_individual, p[1:]))]
        best = max(states, key=lambda p: (self._told_of(p), p[0]), default=None)
        return best[1:] if best is not None else ()

    def _told_of(self, pair: tuple[int, Party, Party]) -> int:
        """How often the two of a pair have been spoken of: a story is about the pair most told."""
        countries = {pair[1].country, pair[2].country}
        return sum(seen.party.country in countries for seen in self.seen)

    def organisation(self, *, sentence: int, reach: int = REACH) -> Party | None:
        """The last international organisation spoken of."""
        recent = (s for s in self._recent(sentence) if sentence - s.sentence <= reach)
        return next((s.party for s in recent if s.party.sector is Sector.IGO), None)

    def called(self, word: str, *, sentence: int) -> Party | None:
        """The last international organisation spoken of by a name that ends in a word."""
        recent = (s.party for s in self._recent(sentence) if s.party.sector is Sector.IGO)
        return next((p for p in recent if p.text.lower().endswith(f" {word}")), None)

    def court(self, *, sentence: int) -> Party | None:
        """The last court of several states spoken of, where no state's own court is nearer."""
        courts = (s.party for s in self._recent(sentence) if is_court(s.party))
        last = next(courts, None)
        return last if last is not None and last.sector is Sector.IGO else None

    def organ(self, word: str, *, sentence: int) -> Party | None:
        """The last organisation whose name holds a word: "the assembly" of the UN's."""
        before = (s for s in reversed(self.seen) if s.sentence <= sentence)
        bodies = (s.party for s in before if s.party.sector is Sector.IGO)
        return next((p for p in bodies if word in p.text.lower().split()), None)

    def half(self, code: str) -> Party | None:
        """The other of the two states that the text is most about."""
        others = self.main() - {code} if code in self.main() else frozenset()
        states = (s.party for s in reversed(self.seen) if is_of_state(s.party))
        return next((p for p in states if len(others) == 1 and p.country in others), None)

    def group(self, *, sentence: int) -> Party | None:
        """The last armed group spoken of, first of all the one that led its sentence."""
        groups = [s for s in self._recent(sentence) if s.party.sector is Sector.REB]
        newest = [s for s in groups if s.sentence == groups[0].sentence]
        leading = [s for s in newest if s.leading]
        return next((s.party for s in (*leading, *newest)), None)

    def forces(self) -> frozenset[str]:
        """The states whose armed forces were spoken of so far."""
        parties = (s.party for s in self.seen if s.party.sector is Sector.MIL)
        return frozenset(p.country for p in parties if country(p.country or "") and p.country)

    def fighters(self) -> frozenset[str | None]:
        """The armed groups, and the states of the rebels, who were spoken of so far."""
        return frozenset(s.party.country for s in self.seen if s.party.sector is Sector.REB)

    def last_fighters(self, code: str | None) -> Party | None:
        """An armed group as it was last spoken of."""
        groups = (s.party for s in reversed(self.seen) if s.party.sector is Sector.REB)
        return next((party for party in groups if party.country == code), None)

    def home_of_rebels(self) -> str | None:
        """The one state whose rebels were spoken of so far; None where they are of several."""
        homes = [code for code in self.fighters() if country(code or "") is not None]
        return homes[0] if len(homes) == 1 else None

    def just_dealt(self, *, sentence: int) -> tuple[Party, ...]:
        """The two of all deeds of two that the sentence before told; () where it told of more."""
        told = [pair for pair in (*self.pairs, *self.dealings) if sentence - pair[0] == 1]
        same = {frozenset(p.country for p in pair[1:]) for pair in told}
        return told[-1][1:] if len(same) == 1 else ()

    def pair(self, *, sentence: int, persons: bool, urged: bool = False) -> tuple[Party, ...]:
        """The two parties that "the two leaders" or "both countries" point to; () when unclear.

        Those `urged` by a third are the two of the story, not those named side by side just before.
        """
        joined = self.side_by_side(sentence=sentence)
        if joined and not (urged and self.pairs):
            return joined
        told = [p for p in self.pairs if all(may_be_of_two(one, persons=persons) for one in p[1:])]
        if told:
            best = max(told, key=lambda pair: (self._told_of(pair), pair[0]))
            dealt = max((best, *self.dealings), key=lambda pair: (self._told_of(pair), pair[0]))
            leaders = not persons or len({is_individual(p) for p in dealt[1:]}) == 1
            more = leaders and not urged and self._told_of(dealt) > self._told_of(best)
            return dealt[1:] if more else best[1:]
        lately = self.lately(sentence=sentence)
        people = not persons or all(p.person is not None for p in lately)
        if lately and people and all(country(p.country or "") is not None for p in lately):
            return lately
        found: dict[str, Party] = {}
        for seen in self._recent(sentence):
            party = seen.party
            unnamed = persons and party.person is None
            if party.country is None or party.sector is Sector.IGO or unnamed:
                continue
            found.setdefault(party.country, party)
        return tuple(reversed(found.values())) if len(found) == 2 else ()
