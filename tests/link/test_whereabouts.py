"""Places in one country that are too far apart, or too different, for one deed."""

from dataclasses import replace

import pytest

from regesta.link import link
from regesta.model import PlacePrecision

VISIT = """@ a | 2025-03-05 | Coast Courier | Berg and Lind talk about ore
Norway's Berg met Sweden's Lind about the ore railway {}.
! CONSULT actual NOR:Berg,SWE:Lind > at Here/{}
@ b | 2025-03-06 | Lakeside Post | Lind and Berg on the ore railway
Sweden's Lind saw Norway's Berg about the ore railway {}.
! CONSULT actual NOR:Berg,SWE:Lind > at There/{}
"""

KIRUNA = {"name": "Kiruna", "lat": 67.86, "lon": 20.22, "precision": PlacePrecision.CITY}
MINE = {"name": "Kirunavaara", "lat": 67.84, "lon": 20.19, "precision": PlacePrecision.SITE}
AIRFIELD = {"name": "Bromma", "lat": 59.35, "lon": 17.94, "precision": PlacePrecision.SITE}
LAPLAND = {"name": "Lapland", "lat": 66.8, "lon": 20.0, "precision": PlacePrecision.REGION}
TOWER = {"name": "Heron Tower", "precision": PlacePrecision.SITE}
LODGE = {"name": "Birch - Lodge", "precision": PlacePrecision.SITE}
PALACE = {"name": "Stone Palace", "precision": PlacePrecision.SITE, "rule": "place.seat"}
HALL = {"name": "Blue Hall", "precision": PlacePrecision.SITE, "rule": "place.seat"}
ESTATE = {"name": "his estate by the lake", "precision": PlacePrecision.SITE}
TOWN = {"name": "Gothenburg", "precision": PlacePrecision.SITE}
LAND = {"name": "Sweden", "precision": PlacePrecision.SITE}


def meetings(case, *places, words=("on a Monday", "on a Monday")):
    """How many meetings two articles tell that put theirs at these places, told in such words."""
    pages = case(VISIT.format(words[0], "SWE", words[1], "SWE"))
    return len(link(map(_placed, pages.readings, places)).happenings)


def _placed(reading, place):
    (event,) = reading.events
    return replace(reading, events=(replace(event, where=replace(event.where, **place)),))


@pytest.mark.parametrize(
    ("one", "other"), [(KIRUNA, AIRFIELD), (AIRFIELD, LAPLAND), (TOWER, LODGE)]
)
def test_far_places_and_two_venues_are_two_meetings(case, one, other):
    assert meetings(case, one, other) == meetings(case, other, one) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (KIRUNA, MINE),
        (KIRUNA, LAPLAND),
        (TOWER, {**TOWER, "name": "the lounge of Heron Tower"}),
        (TOWER, TOWN),
        (TOWER, LAND),
        (TOWER, ESTATE),
        (PALACE, HALL),
    ],
)
def test_a_place_within_another_or_none_by_name_is_one(case, one, other):
    assert meetings(case, one, other) == meetings(case, other, one) == 1


def test_one_report_that_names_both_tells_one(case):
    told = ("at Heron Tower, after lunch in Birch Lodge", "on a Monday")
    assert meetings(case, TOWER, LODGE, words=told) == 1
