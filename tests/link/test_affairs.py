"""The affairs of tests/affairs, read and linked: one deed told by many outlets is counted once."""

import json
from pathlib import Path

import pytest
from evaluate.affairs import write

from evaluate import happenings
from regesta.link import link

STORY_OF_ITS_OWN = {"gas"}
"""Affairs of which one outlet's report tells of the place more than of the deeds."""

VERBS_NEEDED = {"border", "chips", "frigate", "tanker"}
"""Affairs with two deeds of one type by the same two that only the verb tells apart, which gold's
events lack: a charge and an envoy summoned, an envoy sent away and a border shut."""

PLACES_NEEDED = {"transit"}
"""Affairs with two meetings of the same two that only the place tells apart, which gold lacks."""

VERBS_NEEDED_THROUGHOUT = {"balloon", "freighter", "quota"}
"""Affairs with several such pairs, a ship held and its captain, a charge and a case: those that are
given are not asked for."""

LOOK_ALIKES = {"apron", "corentyne", "dredger", "pylon", "sluice"}
"""Three quarrels each of the same two states in one week: they charge each other, ask and refuse in
the same words of the same ministers, about things that have nothing in common. Of those that are
read no two may be joined (pairwise precision was .57, .29 and .64, recall 1, .71 and .78). In
dredger and pylon the same two outlets tell of both, days apart (.44 and .46; .80 and .79); those
that are given lack the names of who speaks, and are not asked for."""

MERGED_IN_READING = {"border", "islets", "persona", "quake"}
"""Affairs of which the reader takes two deeds of one article for one: a clash and a shelling, what
two have sent in one sentence, an envoy sent home and visas stopped."""

STORIES_APART = {"freighter"}
"""An affair whose reports fall into two stories, between which like words alone join no deeds."""

HARD = {"chips", "cyclone", "frigate", "highland", "islets", "journalist"}
"""Affairs in which the same two states do like things on neighbouring days and in two places, told
by five outlets in words of their own, with stories that fall apart by day. Written blind as well:
pairwise F1 was .92, 1, .89, .90, .97 and .85 with the events given, .61, .82, .87, .74, .64 and .87
with those that were read."""

UNSEEN = {"balloon", "bridgehead", "cattle", "freighter", "gorge", "hostel"} | {
    "lagoon",
    "persona",
    "quota",
    "swap",
    "tremor",
    "wadi",
}
"""Affairs of five or six outlets in unlike voices, three by three written before they were run.
Pairwise F1 with those that were read, before any mend and now: freighter .86 .86, cattle .77 .93,
wadi .77 .88; persona 1 1, lagoon .82 .95, bridgehead .83 .96; tremor .80 .80, swap .88 .94, quota
.91 .91; gorge .74 .80, balloon .89 .89, hostel .79 .97. When first run, after the mends of those
before them: lagoon .82, bridgehead .83; tremor .80, swap .94, quota .91; gorge .74, balloon .89,
hostel .94. Only some 60 in 100 of their events are read."""

BLIND = UNSEEN | {"market", "reef", "sluice", "truce"} | HARD
"""Affairs written before anything was fitted to their like: one state charges, backs or denies
several times in words that have nothing in common. So were dam, embassy and inspectors, whose
pairwise F1 was 1, 1 and .98 with the events given, .93, .84 and .94 with those that were read, and
truce and summit, which were .80 and .98, .80 and .90 before stories of one affair were compared,
launches and port (.94 and .98; .95 and .96), and transit (.92; .80)."""

AFFAIRS = sorted((Path(__file__).parents[1] / "affairs").glob("*.md"))
GIVEN = [path for path in AFFAIRS if path.stem not in LOOK_ALIKES | VERBS_NEEDED_THROUGHOUT]


def scores(path: Path, *, into: Path, read) -> dict[str, float]:
    groups, events = write(path, into=into)
    pairs = list(read(events))
    names = {key: id for _, ids in pairs for key, id in ids.items()}
    links = link(reading for reading, _ in pairs)
    return happenings.score(json.loads(groups.read_text()), names=names, links=links)


@pytest.mark.parametrize("path", GIVEN, ids=lambda path: path.stem)
def test_events_that_are_given_are_joined_as_they_should(path, tmp_path):
    found = scores(path, into=tmp_path, read=happenings.gold_readings)
    one_story = path.stem not in STORY_OF_ITS_OWN
    plain = one_story and path.stem not in VERBS_NEEDED | PLACES_NEEDED
    hard = path.stem in HARD | UNSEEN
    recall = 0.8 if hard else 0.85 if path.stem in BLIND else 0.95 if plain else 0.9
    assert found["happenings.pairwise.precision"] >= (0.85 if hard else 0.95 if plain else 0.9)
    assert found["happenings.pairwise.recall"] >= recall
    articles = 0.75 if hard else 0.85 if one_story else 0.65
    assert found["happenings.articles.right"] >= articles
    if path.stem not in UNSEEN:  # their origins were not counted
        assert found["happenings.origins.right"] >= (0.8 if one_story else 0.65)


@pytest.mark.parametrize("path", AFFAIRS, ids=lambda path: path.stem)
def test_events_that_are_read_are_joined_as_they_should(path, tmp_path):
    found = scores(path, into=tmp_path, read=happenings.read_readings)
    if path.stem in LOOK_ALIKES:
        assert found["happenings.pairwise.precision"] == 1
    assert found["happenings.pairwise.precision"] >= (
        0.75 if path.stem in MERGED_IN_READING else 0.9
    )
    apart = path.stem in STORIES_APART
    least = 0.5 if apart else 0.6 if path.stem in BLIND else 0.7
    assert found["happenings.pairwise.recall"] >= least
