"""Invented sites, read with and without each other: what is won is held."""

import pytest
from evaluate.composed import EXAMPLES, articles_of
from evaluate.later_sites import LATER
from evaluate.site_templates import BODY, SITE, TEASER, TEMPLATES, TITLE, Template
from evaluate.sites import Printed, Result, learned, print_page, result


def printed(template: Template) -> list[Printed]:
    told = articles_of((EXAMPLES,))
    return [print_page(one, template=template, number=number) for number, one in enumerate(told)]


def both(pages: list[Printed]) -> tuple[Result, Result]:
    """The scores without and with what the site repeats."""
    known = learned([one.page for one in pages])
    return result(pages, sites=[None] * len(pages)), result(pages, sites=known)


@pytest.mark.parametrize("template", [*TEMPLATES, *LATER], ids=lambda template: template.name)
def test_what_a_site_repeats_makes_its_pages_no_worse(template: Template) -> None:
    alone, known = both(printed(template))
    assert known.body >= max(alone.body, 0.96)
    assert known.title >= alone.title
    assert known.extra == 0.0
    assert known.share(SITE) >= 0.85
    assert known.share(BODY) >= alone.share(BODY)
    assert (known.share(TITLE), known.share(TEASER)) == (1.0, 1.0)


@pytest.mark.parametrize("template", TEMPLATES[:2], ids=lambda template: template.name)
def test_two_pages_are_read_alone(template: Template) -> None:
    pages = printed(template)[:2]
    alone, known = both(pages)
    assert alone == known


def test_a_story_on_every_page_keeps_its_body() -> None:
    """One article of the site under nine addresses."""
    told = articles_of((EXAMPLES,))[0]
    pages = [print_page(told, template=TEMPLATES[0], number=number) for number in range(9)]
    alone, known = both(pages)
    assert known == alone
