from dataclasses import replace

import pytest

from regesta.link import link
from regesta.model import Sector, Voucher

BODY = "Norway and Sweden agreed in Oslo to dig {} new snow tunnels for the ore railway{}"
PACT = "\n! AGREE actual NOR,SWE > on 2025-03-04"

REWRITTEN = (
    "Norway and Sweden, weary of winter, let freight wagons roll beyond the polar circle in every"
    " season; travel changes for good, observers believe, and tunnels do it."
)


def behind(case, *articles):
    """(reporter, sources, who vouches, {short name of the article: (reason, copied)})."""
    pages = case("\n".join(articles) + "\n")
    links = link(pages.readings)
    (happening,), (confirmation,) = links.happenings, links.confirmations
    assert confirmation.happening == happening.id
    assert len(confirmation.origins) == happening.origins
    carried = [c.article for origin in confirmation.origins for c in origin.carriers]
    assert sorted(carried) == sorted(happening.articles)
    return [
        (
            origin.reporter,
            origin.sources,
            origin.vouched,
            {
                pages.names[c.article]: (c.reason, pages.names[c.copy_of] if c.copy_of else None)
                for c in origin.carriers
            },
        )
        for origin in confirmation.origins
    ]


def article(name, outlet, number="four", end=".", by=""):
    text = BODY.format(number, end)
    return f"@ {name} | 2025-03-04 | {outlet} | Ore line\n{text}{PACT}{by and ' by ' + by}"


def test_a_party_a_third_party_and_nobody_are_told_apart(case):
    found = behind(
        case,
        article("a", "Post", "four", by="NOR"),
        article("b", "Star", "some", by="FIN"),
        article("d", "Lake Post", "five"),
    )
    assert [(reporter, vouched) for reporter, _, vouched, _ in found] == [
        ("Lake Post", Voucher.UNATTRIBUTED),
        ("Post", Voucher.PARTY),
        ("Star", Voucher.THIRD),
    ]


def test_a_source_whose_side_nobody_tells_is_no_third_party(case):
    pages = case(article("a", "Post", by="~officials") + "\n")
    (reading,) = pages.readings
    (event,) = reading.events
    (source,) = event.said_by
    event = replace(event, said_by=(replace(source, sector=Sector.NONE),))
    (confirmation,) = link([replace(reading, events=(event,))]).confirmations
    (origin,) = confirmation.origins
    assert (origin.sources, origin.vouched) == (("officials",), Voucher.UNKNOWN)


def test_who_took_no_part_outweighs_a_party(case):
    ((_, sources, vouched, _),) = behind(case, article("a", "Post", by="NOR,FIN"))
    assert (sources, vouched) == (("FIN", "NOR"), Voucher.THIRD)


def test_a_quoted_medium_reports_itself_and_took_no_part(case):
    ((reporter, sources, vouched, carriers),) = behind(case, article("a", "Post", by="~TASS"))
    assert (reporter, sources, vouched) == ("TASS", (), Voucher.THIRD)
    assert carriers == {"a": ("on its word", None)}


def test_copies_stand_under_their_origin_with_the_article_they_copy(case):
    wire = "OSLO (AFP) - " + BODY.format("four", ", the two governments said after nine hours.")
    pact = PACT.lstrip("\n")
    found = behind(
        case,
        f"@ wire | 2025-03-04T08:00 | Agence France-Presse | Ore\n{wire}\n{pact}",
        f"@ late | 2025-03-04T09:00 | Star | Ore line\n{wire}\n{pact}",
        article("own", "Post", "some"),
    )
    assert found[0][0] == "Agence France-Presse"
    assert found[0][3] == {"wire": ("", None), "late": ("reprint of Agence France-Presse", "wire")}
    assert found[1][0] == "Post"


def test_a_rewrite_counts_with_whom_the_outlet_that_it_names_reprinted(case):
    wire = "OSLO (AFP) - " + BODY.format("four", ", the two governments said after nine hours.")
    first = f"@ wire | 2025-03-04T08:00 | Agence France-Presse | Ore\n{wire}{PACT}"
    again = f"@ late | 2025-03-04T09:00 | Star | Ore line\n{wire}{PACT}"
    echo = f"@ echo | 2025-03-05 | Hub | Ore | Source: Star\n{REWRITTEN}{PACT}"
    ((reporter, _, _, carriers),) = behind(case, first, again, echo)
    assert reporter == "Agence France-Presse"
    assert carriers["echo"] == ("named by its source line", None)


def test_a_rewrite_counts_with_the_outlet_that_it_names_where_that_reports_itself(case):
    wire = "OSLO (AFP) - " + BODY.format("four", ", the two governments said after nine hours.")
    first = f"@ wire | 2025-03-04T08:00 | Agence France-Presse | Ore\n{wire}{PACT}"
    own = article("own", "Star", "five")
    echo = f"@ echo | 2025-03-05 | Hub | Ore | Source: Star\n{REWRITTEN}{PACT}"
    found = behind(case, first, own, echo)
    assert [(reporter, sorted(carriers)) for reporter, _, _, carriers in found] == [
        ("Agence France-Presse", ["wire"]),
        ("Star", ["echo", "own"]),
    ]


def _by_words(pages, names):
    """The readings, each event on the word of the source of that name."""
    for reading in pages.readings:
        events = tuple(
            replace(
                event,
                said_by=tuple(
                    replace(source, name=names.get(source.name, source.name), sector=Sector.NONE)
                    for source in event.said_by
                ),
            )
            for event in reading.events
        )
        yield replace(reading, events=events)


def _reprinted_on_word_of(words, case):
    """What confirms a wire's report on Norway's word that one outlet reprints on another's."""
    wire = "OSLO (AFP) - " + BODY.format("four", ", the two governments said after nine hours.")
    first = f"@ wire | 2025-03-04T08:00 | Agence France-Presse | Ore\n{wire}{PACT} by NOR"
    again = f"@ late | 2025-03-04T09:00 | Star | Ore line\n{wire}{PACT} by ~source"
    pages = case(f"{first}\n{again}\n")
    (confirmation,) = link(_by_words(pages, {"source": words})).confirmations
    return confirmation


@pytest.mark.parametrize(
    "words", ["the joint statement", "two officials", "Diplomats", "A judicial source", "Analysts"]
)
def test_sources_without_a_name_tell_no_origins_apart(case, words):
    confirmation = _reprinted_on_word_of(words, case)
    assert [(o.reporter, o.sources) for o in confirmation.origins] == [
        ("Agence France-Presse", ("NOR",))
    ]


@pytest.mark.parametrize(
    "words", ["Alemán", "the State Emergency Service", "The Fund", "NGO staff"]
)
def test_sources_with_a_name_of_their_own_do(case, words):
    confirmation = _reprinted_on_word_of(words, case)
    assert {o.sources for o in confirmation.origins} == {("NOR",), (words,)}
