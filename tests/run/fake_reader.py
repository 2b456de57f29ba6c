"""A reader for the tests: the first word of a page says what befalls it."""

import itertools
import os
import signal
import sys
import time

from regesta.model import (
    Article,
    Basis,
    Event,
    EventType,
    Modality,
    Page,
    Party,
    Reading,
    Role,
    SiteLines,
    Span,
    Trouble,
    When,
)


def read_page(page: Page, *, made_by: str, site: SiteLines | None = None) -> Reading:
    """One article with one event a page, unless the page says otherwise; its author tells how many
    of its lines the site repeats."""
    text = page.body.decode("utf-8", "replace")
    deed = DEEDS.get(text.split(" ", 1)[0])
    if deed:
        deed(text)
    whole = Span(page=page.id, start=0, end=max(len(text), 1))
    article = Article(
        page=page.id,
        role=Role.MAIN,
        span=whole,
        rule="fake.article",
        title=page.name,
        author=f"{len(site.lines)} repeated" if site else None,
        published=When(value="2031-05-06", basis=Basis.GIVEN, rule="fake.date"),
        body=(whole,),
    )
    party = Party(span=whole, text=text, name="Ruritania", rule="fake.party", country="RUR")
    event = Event(
        page=page.id,
        article=article.id,
        type=EventType.CONSULT,
        modality=Modality.ACTUAL,
        background=False,
        deed=whole,
        evidence=(whole,),
        rule="fake.event",
        actors=(party,),
    )
    beyond = Span(page=page.id, start=0, end=len(text) + 5)
    events = (event, event) if text.startswith("twice") else (event,)
    return Reading(
        page=page.id,
        name=page.name,
        media_type=page.media_type,
        text=text,
        made_by=made_by,
        articles=(article,) if text else (),
        events=events if text else (),
        troubles=(Trouble(step="fake", code="seen", message="Seen.", page=page.id, span=beyond),),
    )


def _hang_in_python(text: str) -> None:
    while True:
        pass


def _hang_and_catch(text: str) -> None:
    while True:
        try:
            time.sleep(0.01)
        except Exception:  # noqa: BLE001  # as bad code does
            continue


def _hang_in_c(text: str) -> None:
    """A C loop that neither lets go of the interpreter nor looks for signals."""
    sum(itertools.repeat(0))


def _die_once(text: str) -> None:
    """Dies in company, lives when read again."""
    mark = text.split(" ")[1]
    if not os.path.exists(mark):
        with open(mark, "w", encoding="utf-8"):
            os._exit(3)


def _no_model(text: str) -> None:
    from regesta.read.parser import ModelError  # slow to import

    raise ModelError("No model.")


def _open_to_interrupts(text: str) -> None:
    """Blocking nothing more gives what is blocked."""
    if signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ()):
        raise ValueError("Ctrl-C reaches this process.")


def _fault(text: str) -> None:
    raise ValueError("no such \ud800 thing")


DEEDS = {
    "hang": _hang_in_python,
    "stubborn": _hang_and_catch,
    "hold": _hang_in_c,
    "die": lambda text: os._exit(3),
    "die-once": _die_once,
    "fault": _fault,
    "interrupts": _open_to_interrupts,
    "no-model": _no_model,
    "exit": lambda text: sys.exit(4),
    "slow": lambda text: time.sleep(0.02),
    "recurse": lambda text: DEEDS["recurse"](text),
}
