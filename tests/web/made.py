"""Hand-made pages for the desk: spring 2023 in our own words, invented outlets."""

from dataclasses import dataclass, field
from pathlib import Path

from regesta.model import (
    Article,
    Basis,
    Copy,
    Event,
    EventType,
    Happening,
    KeyPoint,
    Label,
    Links,
    Modality,
    Page,
    Party,
    Piece,
    Place,
    PlacePrecision,
    Quantity,
    Quote,
    Reading,
    Role,
    Span,
    Story,
    Tenure,
    Topic,
    Trouble,
    When,
)
from regesta.store import open_register
from regesta.store.links import save_links
from regesta.store.write import begin_run, end_run, save_readings, save_troubles

MADE_BY = "regesta test, rules 1"
NOW = "2023-05-01T09:00:00Z"
Side = tuple[str, str | None]  # words as written, country
Sides = tuple[Side, ...]


@dataclass
class PageMaker:
    """One text page with one article, built line by line; spans are found by their words."""

    name: str
    title: str
    outlet: str | None = "Harbour Courier"
    published: str | None = "2023-03-11"
    agency: str | None = None
    url: str | None = None
    body: tuple[str, ...] = ()
    furniture: str = "Subscribe to our newsletter"
    events: list[Event] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join((self.title, self.outlet or "", *self.body, self.furniture))

    @property
    def page(self) -> Page:
        body = self.text.encode("utf-8", "replace")
        return Page(
            name=self.name,
            body=body,
            media_type="text/plain",
            url=self.url,
            fetched_at="2023-04-20T08:00:00Z",
        )

    def span(self, words: str, *, within: str | None = None) -> Span:
        base = self.text.index(within) if within else 0
        start = self.text.index(words, base)
        return Span(page=self.page.id, start=start, end=start + len(words))

    @property
    def article(self) -> Article:
        pieces = [Piece(label=Label.TITLE, span=self.span(self.title), rule="lines.title")]
        if self.outlet:
            pieces.append(
                Piece(label=Label.PUBLISHER, span=self.span(self.outlet), rule="lines.publisher")
            )
        body = tuple(self.span(line) for line in self.body)
        pieces += [Piece(label=Label.BODY, span=span, rule="lines.body") for span in body]
        when = self.published and When(value=self.published, basis=Basis.PAGE, rule="time-line.day")
        return Article(
            page=self.page.id,
            role=Role.MAIN,
            span=Span(page=self.page.id, start=0, end=pieces[-1].span.end),
            rule="one-article",
            title=self.title,
            publisher=self.outlet,
            agency=self.agency,
            published=when or None,
            url=self.url,
            body=body,
            pieces=tuple(pieces),
        )

    def party(self, side: Side, *, within: str) -> Party:
        words, country = side
        span = self.span(words, within=within)
        return Party(span=span, text=words, name=words, rule="names.country", country=country)

    def place(self, side: Side, *, within: str) -> Place:
        words, country = side
        city = PlacePrecision.CITY
        rule = "place.in"
        span = self.span(words, within=within)
        return Place(span=span, text=words, name=words, precision=city, rule=rule, country=country)

    def tell(
        self,
        type: str,
        deed: str,
        *,
        sentence: str,
        actors: tuple[Side, ...] = (),
        recipients: tuple[Side, ...] = (),
        said_by: tuple[Side, ...] = (),
        where: Side | None = None,
        when: tuple[str, str] | None = None,
        modality: str = "actual",
        background: bool = False,
        quantity: tuple[str, float, str] | None = None,
    ) -> Event:
        """Add one event that `sentence` states; `when` is (value, the words that say it)."""
        date = when and When(
            value=when[0],
            basis=Basis.TEXT,
            rule="date.text",
            span=self.span(when[1], within=sentence),
        )
        numbers = quantity and Quantity(
            span=self.span(quantity[0], within=sentence),
            text=quantity[0],
            value=quantity[1],
            what=quantity[2],
            bound="about",
        )
        event = Event(
            page=self.page.id,
            article=self.article.id,
            type=EventType(type),
            modality=Modality(modality),
            background=background,
            deed=self.span(deed, within=sentence),
            evidence=(self.span(sentence),),
            rule=f"verbs.{type.lower()}",
            actors=tuple(self.party(side, within=sentence) for side in actors),
            recipients=tuple(self.party(side, within=sentence) for side in recipients),
            said_by=tuple(self.party(side, within=sentence) for side in said_by),
            where=where and self.place(where, within=sentence),
            when=date or None,
            quantities=(numbers,) if numbers else (),
        )
        self.events.append(event)
        return event

    def quote(self, words: str, *, speaker: Side | None = None) -> Quote:
        sentence = next(line for line in self.body if words in line)
        quote = Quote(
            page=self.page.id,
            article=self.article.id,
            span=self.span(words),
            sentence=self.span(sentence),
            rule="quote.double",
            speaker=speaker and self.party(speaker, within=sentence),
        )
        self.quotes.append(quote)
        return quote

    def office(self, words: str, *, person: str, office: str, country: str, since: str) -> None:
        """Note who held which office since a date, as `words` say."""
        span = self.span(words)
        begun = When(value=since, basis=Basis.TEXT, rule="date.text", span=span)
        rule, seen = "people.office-name", (self.published or "")[:10] or None
        self.tenures.append(
            Tenure(
                page=self.page.id,
                article=self.article.id,
                person=person,
                office=office,
                country=country,
                span=span,
                rule=rule,
                since=begun,
                seen=seen,
            )
        )

    @property
    def reading(self) -> Reading:
        return Reading(
            page=self.page.id,
            name=self.name,
            media_type="text/plain",
            text=self.text,
            made_by=MADE_BY,
            url=self.url,
            articles=(self.article,),
            furniture=(
                Piece(label=Label.PROMO, span=self.span(self.furniture), rule="promo.newsletter"),
            ),
            events=tuple(self.events),
            quotes=tuple(self.quotes),
            tenures=tuple(self.tenures),
        )


def happening(
    *events: Event, origins: int, story: Story | None = None, reasons: tuple[str, ...] = ()
) -> Happening:
    """One deed told by these events, the first its founder."""
    first = events[0]
    return Happening(
        seed=first.id,
        story=story and story.id,
        type=first.type,
        modality=first.modality,
        background=first.background,
        actors=tuple(p.country for p in first.actors if p.country),
        recipients=tuple(p.country for p in first.recipients if p.country),
        events=tuple(event.id for event in events),
        articles=tuple(dict.fromkeys(event.article for event in events)),
        origins=origins,
        reasons=reasons or (f"{origins} of the articles share no passage with another.",),
        when=first.when,
        place=first.where.name if first.where else None,
    )


def save(path: Path, *, pages: list[PageMaker], links: Links, troubles: tuple[Trouble, ...] = ()):
    """Write a register through the store's own writer."""
    db = open_register(path, write=True)
    if pages:
        run = begin_run(db, started=NOW, inputs=["news/"], made_by=MADE_BY)
        save_readings(db, [(maker.page, maker.reading) for maker in pages], run=lambda: run)
        save_troubles(db, troubles, run=lambda: run)
        end_run(db, run, finished=NOW, counts={"read": len(pages)})
    save_links(db, links, linked_by="test")
    db.close()


AGREED = "Iran and Saudi Arabia agreed in Beijing on 10 March 2023 to restore diplomatic relations."
SHORT = (
    "Saudi Arabia and Iran agreed to reopen their embassies, the foreign ministry in Riyadh said."
)
COUNTED = "China hosted four days of talks before about 3 documents were signed."
OFFICE = "Wang Yi has been China's top diplomat since January 2023."
QUOTED = "“This is a victory for dialogue,” Wang Yi of China told reporters in Beijing."


def restored_ties() -> tuple[list[PageMaker], Story, list[Copy], list[Happening]]:
    """One story: an agency's report, its reprint, a shortened reprint, and an own report."""
    wire = PageMaker(
        name="wire.txt",
        title="Iran and Saudi Arabia to restore ties after talks in Beijing",
        outlet="Meridian Wire",
        published="2023-03-10",
        agency="MW",
        url="https://meridian.example/2023/03/10/ties",
        body=(AGREED, COUNTED, QUOTED),
    )
    reprint = PageMaker(
        name="reprint.txt",
        title="Riyadh and Tehran bury the hatchet",
        agency="MW",
        body=(AGREED, COUNTED, QUOTED),
        url="https://harbour.example/world/ties",
    )
    short = PageMaker(
        name="short.txt",
        title="Iran, Saudi Arabia make up",
        outlet="The Evening Lantern",
        body=(AGREED,),
    )
    own = PageMaker(
        name="own.txt",
        title="Embassies to reopen within two months, Riyadh says",
        outlet="Gulf Ledger",
        published="2023-03-10T17:20+03:00",
        body=(SHORT, OFFICE),
    )
    own.office(OFFICE, person="Wang Yi", office="top diplomat", country="CHN", since="2023-01")
    agreed = [
        maker.tell(
            "AGREE",
            "agreed",
            sentence=AGREED,
            actors=(("Iran", "IRN"), ("Saudi Arabia", "SAU")),
            where=("Beijing", "CHN"),
            when=("2023-03-10", "10 March 2023"),
        )
        for maker in (wire, reprint, short)
    ]
    agreed.append(
        own.tell(
            "AGREE",
            "agreed",
            sentence=SHORT,
            actors=(("Saudi Arabia", "SAU"), ("Iran", "IRN")),
            said_by=(("the foreign ministry in Riyadh", "SAU"),),
        )
    )
    hosted = wire.tell(
        "CONSULT",
        "hosted",
        sentence=COUNTED,
        actors=(("China", "CHN"),),
        quantity=("about 3 documents", 3, "documents"),
    )
    wire.quote("This is a victory for dialogue,", speaker=("Wang Yi", "CHN"))
    makers = [wire, own, reprint, short]
    story = Story(
        seed=wire.article.id,
        title=wire.title,
        articles=tuple(maker.article.id for maker in makers),
        reason="they tell the same agreement of the same two parties within two days",
        first="2023-03-10",
        last="2023-03-11",
        topics=(Topic(name="diplomacy", code=None, words=("embassies", "talks")),),
        hashtags=("#ties",),
        key_points=(KeyPoint(article=wire.article.id, span=wire.span(COUNTED), happenings=()),),
    )
    copies = [
        Copy(
            article=reprint.article.id,
            origin=wire.article.id,
            kind="reprint",
            share=1.0,
            reason="every passage stands in the older Meridian Wire report, which it credits",
        ),
        Copy(
            article=short.article.id,
            origin=reprint.article.id,
            kind="shortened",
            share=0.94,
            reason="its one paragraph stands word for word in the Harbour Courier",
        ),
    ]
    reasons = (
        "Meridian Wire and Gulf Ledger share no passage of eight words: 2 origins.",
        "Harbour Courier reprints Meridian Wire (all passages): no origin of its own.",
        "The Evening Lantern shortens Harbour Courier: no origin of its own.",
    )
    happenings = [
        happening(*agreed, origins=2, story=story, reasons=reasons),
        happening(hosted, origins=1, story=story),
    ]
    return makers, story, copies, happenings


# title, outlet, day, sentence, type, deed, actors, recipients, what else is told
OTHER_NEWS: tuple[tuple[str, str | None, str, str, str, str, Sides, Sides, dict[str, object]], ...]
OTHER_NEWS = (
    (
        *("Missile crosses the morning sky", "Sado Times", "2023-04-13"),
        "North Korea launched a new missile on 13 April 2023, Japan's defence ministry said.",
        *("MOBILIZE", "launched", (("North Korea", "PRK"),), ()),
        {
            "said_by": (("Japan's defence ministry", "JPN"),),
            "when": ("2023-04-13", "13 April 2023"),
        },
    ),
    (
        *("Last parliament says yes to Finland", "Baltic Notice", "2023-03-31"),
        "Turkey's parliament ratified Finland's accession to NATO on 30 March 2023.",
        *("SUPPORT", "ratified", (("Turkey", "TUR"),), (("Finland", "FIN"), ("NATO", "NATO"))),
        {"when": ("2023-03-30", "30 March 2023")},
    ),
    (
        *("Tenth package agreed", "Brussels Daybook", "2023-02-25"),
        "The EU imposed a tenth package of sanctions on Russia in February 2023.",
        *("SANCTION", "imposed", (("The EU", "EU"),), (("Russia", "RUS"),)),
        {"when": ("2023-02", "February 2023")},
    ),
    (
        *("Cairo's top diplomat heads for Ankara", "Nile Gazette", "2023-04-06"),
        "Egypt's foreign minister will visit Ankara next week, Turkey said.",
        *("CONSULT", "will visit", (("Egypt", "EGY"),), (("Turkey", "TUR"),)),
        {
            "where": ("Ankara", "TUR"),
            "said_by": (("Turkey", "TUR"),),
            "modality": "planned",
        },
    ),
    (
        *("Washington watches Beijing", "Potomac Circular", "2023-02-26"),
        "China could send weapons to Russia, the White House said.",
        *("AID", "send", (("China", "CHN"),), (("Russia", "RUS"),)),
        {"said_by": (("the White House", "USA"),), "modality": "possible"},
    ),
    (
        *("Tehran repeats its denial", None, "2023-04-02"),
        "Iran denied that it had supplied drones to Russia in 2022.",
        *("AID", "supplied", (("Iran", "IRN"),), (("Russia", "RUS"),)),
        {
            "said_by": (("Iran", "IRN"),),
            "when": ("2022", "2022"),
            "modality": "negated",
            "background": True,
        },
    ),
)


def other_news() -> tuple[list[PageMaker], list[Happening]]:
    """Single reports with every modality, one of them history."""
    pages, happenings = [], []
    for number, row in enumerate(OTHER_NEWS):
        title, outlet, published, sentence, type, deed, actors, recipients, more = row
        name = f"{number}.txt"
        page = PageMaker(
            name=name, title=title, outlet=outlet, published=published, body=(sentence,)
        )
        sides = {"actors": actors, "recipients": recipients}
        event = page.tell(type, deed, sentence=sentence, **sides, **more)  # type: ignore[arg-type]
        pages.append(page)
        happenings.append(happening(event, origins=1))
    return pages, happenings


TROUBLES = (
    Trouble(step="sources", code="empty", message="The file holds no bytes.", page="blank.html"),
    Trouble(step="sources", code="binary", message="The file is no text.", page="photo.bin"),
)
