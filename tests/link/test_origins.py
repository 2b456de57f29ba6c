import pytest

from regesta.knowledge.load import rows
from regesta.link import link
from regesta.link.credits import CreditKind, canonical, is_agency, read_credits
from regesta.link.reprints import named_media, source_line
from regesta.model import Article, Role, Span

BODY = "Norway and Sweden agreed in Oslo to dig {} new snow tunnels for the ore railway{}"
PACT = "\n! AGREE actual NOR,SWE > on 2025-03-04"


def article(publisher=None, agency=None):
    span = Span(page="p", start=0, end=1)
    return Article(
        page="p", role=Role.MAIN, span=span, rule="case", publisher=publisher, agency=agency
    )


def reasons(case, *articles):
    pages = case("\n".join(articles) + "\n")
    (happening,) = link(pages.readings).happenings
    return happening.origins, list(happening.reasons)


def test_every_outlet_that_reports_by_itself_is_an_origin(case):
    origins, lines = reasons(
        case,
        "@ a | 2025-03-04 | Post | Ore railway\n" + BODY.format("four", ".") + PACT,
        "@ b | 2025-03-04 | Star | Ore railway pact\n" + BODY.format("some", ".") + PACT,
    )
    assert (origins, lines) == (2, ["2 origins behind 2 articles", "Post", "Star"])


def test_one_agencys_customers_are_one_origin_and_each_says_why(case):
    origins, lines = reasons(
        case,
        "@ a | 2025-03-04 | Post | Ore railway\n" + BODY.format("four", ". (AFP)") + PACT,
        "@ b | 2025-03-04 | Star | Ore line\nAFP contributed to this report. "
        + BODY.format("some", ".")
        + PACT,
    )
    assert (origins, lines) == (
        1,
        [
            "1 origin behind 2 articles",
            "Agence France-Presse: Post (carries its copy), "
            "Star (credits it with parts of the text)",
        ],
    )


def test_an_interview_given_to_another_paper_is_that_papers(case):
    origins, _ = reasons(
        case,
        "@ a | 2025-03-04 | Narvik Herald | Ore railway\n" + BODY.format("four", ".") + PACT,
        "@ b | 2025-03-04 | Star | Ore railway pact\nThe minister told the Narvik Herald so. "
        + BODY.format("some", ".")
        + PACT,
    )
    assert origins == 1


def test_naming_nobody_does_not_confirm_what_another_has_on_somebodys_word(case):
    origins, lines = reasons(
        case,
        "@ a | 2025-03-04 | Post | Ore line\n" + BODY.format("four", ".") + PACT + " by NOR",
        "@ b | 2025-03-04 | Star | Ore railway\n" + BODY.format("some", ".") + PACT,
    )
    assert origins == 2
    assert lines[1] == "Post, on the word of NOR"
    assert lines[-1].startswith("1 attested + 1 unattributed")


def test_a_cut_reprint_that_lost_the_source_is_not_counted_beside_the_whole_one(case):
    origins, lines = reasons(
        case,
        "@ a | 2025-03-04 | Post | Ore\n" + BODY.format("four", ". (AFP)") + PACT + " by NOR",
        "@ b | 2025-03-04 | Star | Ore\n" + BODY.format("four", ". (AFP)") + PACT,
    )
    assert origins == 1
    assert lines[1].startswith("Agence France-Presse, on the word of NOR: Post")


@pytest.mark.parametrize(
    ("body", "credit"),
    [
        ("OSLO (AP) - Snow fell.", ("Associated Press", CreditKind.WORDS)),
        ("Snow fell. — Reuters", ("Reuters", CreditKind.WORDS)),
        ("Snow fell. With inputs from IANS", ("Indo-Asian News Service", "parts")),
        ("The Associated Press contributed to this report.", ("Associated Press", "parts")),
        (
            "Copyright 2025 The Associated Press. All rights reserved.",
            ("Associated Press", "words"),
        ),
        ("Information from: Narvik Herald, by post", ("Narvik Herald", CreditKind.FACTS)),
        ("It was first reported by the Narvik Herald.", ("Narvik Herald", CreditKind.FACTS)),
        ("As first reported by Axios, snow fell.", ("Axios", CreditKind.FACTS)),
        ("The Narvik Herald first reported the snow.", ("Narvik Herald", CreditKind.FACTS)),
        ("Reuters contributed reporting.", ("Reuters", "parts")),
        ("Jane Moe, AFP and Reuters contributed to this story.", ("Agence France-Presse", "parts")),
        (
            "Associated Press writer Jane Moe in Oslo contributed to this report.",
            ("Associated Press", "parts"),
        ),
        ("Snow fell.\nAdditional reporting by TASS", ("TASS", "parts")),
        ("Snow fell.\n(With inputs from agencies)", ("unnamed agencies", "parts")),
        ("Snow fell.\n— Agencies", ("unnamed agencies", "parts")),
        ("Snow fell.\nReuters, AFP", ("Reuters", "words")),
        ("Snow fell.\n(AP/Reuters)", ("Associated Press", "words")),
    ],
)
def test_credit_lines(body, credit):
    (found,) = read_credits(article(publisher="Post"), body=body, margins="")
    assert (found.name, found.kind) == credit


@pytest.mark.parametrize(
    "body",
    [
        "The fleet (Northern) - three ships - sailed.",
        "He told the newspaper so. Photo: snow on the line",
        "The council (Storting) contributed to this decision.",
        "Copyright 2025 Post. All rights reserved.",
        "The mayor, who first reported the snow, contributed to this report.",
        "Readers in Narvik contributed to this report.",
        "Snow fell.\nPhoto: Reuters",
        "Snow fell.\nREUTERS/Jane Moe",
        "Snow fell.\n(Photo by AFP)",
        "Spies, agencies said, saw the snow.",
        "Oslo, Narvik",
        "He had worked for Reuters and AFP.",
    ],
)
def test_what_is_no_credit_line(body):
    assert read_credits(article(publisher="Post"), body=body, margins="") == ()


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("Snow fell.\nSource: Narvik Herald", "Narvik Herald"),
        ("Snow fell.\nOriginal source: https://www.narvikherald.no/snow", "narvikherald.no"),
        ("Snow fell.\nVia TASS.", "TASS"),
        ("Snow fell.\nSource: Snow buries ore line in Narvik", "Snow buries ore line in Narvik"),
        ("This article first appeared in the Narvik Herald.\nSnow fell.", "Narvik Herald"),
        ("Snow fell. This story was originally published on Arctic Today.", "Arctic Today"),
        ("Snow fell.\nFirst published by the Narvik Herald on March 4.", "Narvik Herald"),
        ("Snow fell.\nRepublished with permission from The Guardian.", "Guardian"),
        ("Snow fell.\nRead the original article at Narvik Herald.", "Narvik Herald"),
        ("Snow fell.\nWritten by AI from a report by TASS.", "TASS"),
    ],
)
def test_lines_that_say_where_a_text_stood_first(body, named):
    line = source_line(article(publisher="Post"), body=body, margins="")
    assert line is not None
    assert named_media(line) == (named,)


@pytest.mark.parametrize(
    "body",
    [
        "The source: a spring in Narvik.\nIt was first.\nSnow fell.\nMore fell.\nAgain.",
        "Her story first appeared in court.",
        "Trains went via Kiruna.",
        "The law was first published in Norway.",
        "This article was originally published by the Post.",
        "He read the original treaty in Oslo.",
        "Snow fell.\nSource: World Bank",
        "Snow fell.\nSources: the ministry and the harbour",
        "Snow fell.\nVia Kiruna",
        "The minister adapted it from a report by clerks.",
    ],
)
def test_lines_that_say_it_of_no_text(body):
    assert source_line(article(publisher="Post"), body=body, margins="") is None


def test_a_line_of_several_sources_names_each():
    assert named_media("AP, Reuters") == ("Associated Press", "Reuters")
    assert named_media("Snow falls on Narvik, Kiruna and Oslo") == (
        "Snow falls on Narvik, Kiruna and Oslo",
    )


def test_a_text_that_names_where_it_stood_first_adds_no_origin(case):
    end = "\n{}"
    origins, lines = reasons(
        case,
        "@ a | 2025-03-04 | Narvik Herald | Ore line\n" + BODY.format("four", ".") + PACT,
        "@ b | 2025-03-05 | Star | Ore railway\n"
        + BODY.format("some", ".")
        + PACT
        + end.format("This article first appeared on narvikherald.com."),
        "@ c | 2025-03-05 | Post | Railway\n"
        + BODY.format("a few", ".")
        + PACT
        + end.format("Sources: Narvik Herald"),
    )
    assert origins == 1
    assert lines[0] == "1 origin behind 3 articles"


def test_names_that_differ_in_case_are_one_origin(case):
    origins, lines = reasons(
        case,
        "@ a | 2025-03-04 | ORRERY | Ore railway\n" + BODY.format("four", ".") + PACT,
        "@ b | 2025-03-04 | Orrery | Ore pact\n" + BODY.format("some", ".") + PACT,
        "@ c | 2025-03-05 | Orrery | Tunnels\n" + BODY.format("a few", ".") + PACT,
        "@ d | 2025-03-05 | orrery.com | Snow\n" + BODY.format("six", ".") + PACT,
    )
    assert (origins, lines[0]) == (1, "1 origin behind 4 articles")
    assert lines[1].startswith("Orrery")


def test_an_outlet_does_not_credit_itself():
    assert (
        read_credits(article(publisher="Reuters"), body="OSLO (Reuters) - Snow.", margins="") == ()
    )
    assert (
        read_credits(article(publisher="reuters.com", agency="Reuters"), body="", margins="") == ()
    )


def test_every_agency_of_the_table_is_known_by_all_its_names():
    for row in rows("agencies"):
        assert canonical(row["name"]) == row["name"]
        assert is_agency(row["name"]) == (row["kind"] == "agency")
