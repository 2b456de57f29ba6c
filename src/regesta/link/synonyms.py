"""One word for those that outlets use in turn for one thing: a vessel is a ship.

Written by hand: things and acts that the news of many affairs speak of. What stands in one row may
be told as one another; a state may have two of it, so that a row says no more than a shared word.
"""

from functools import lru_cache

_ROWS = """
    ship vessel boat freighter trawler tanker
    warship frigate destroyer corvette
    aircraft plane jet airplane warplane airliner
    soldier troop serviceman servicemen troopers
    resolution text draft motion
    ruling order verdict judgment judgement
    ceasefire truce armistice
    tariff duty levy tax surcharge
    ban embargo moratorium
    border frontier
    crossing checkpoint
    shell* bombard* mortar artillery howitzer gunner
    drone uav
    exercise drill manoeuvre maneuver
    free freed freeing release* liberat*
    arrest* detain* detention jail* imprison* custody
    seize* seizing seizure captur* impound* confiscat*
    aid relief help* assistance
    quake earthquake tremor
    agreement accord pact treaty deal protocol
    oil crude petroleum
    weapon arms armament weaponry
    killed killing dead died death deadly slain
    wound* injur*
    intru* incursion trespass*
    island islet isle
    prisoner captive detainee inmate
    inspector* observer* monitor*
    fisherman fishermen fisher
    sailor seaman seamen mariner crew
    rebel insurgent
    cattle livestock
    withdraw* withdrew pull* pullout
    loan credit
    blast explosion explod*
    apolog* regret*
    mediat* broker* intermediary
    railway railroad rail
    postpone* postponing delay*
    textbook schoolbook book
    envoy ambassador emissary
    visa visas
    grain wheat cereal
    euro euros
"""

_LONGEST = max(len(word.rstrip("*")) for word in _ROWS.split())


def _read() -> tuple[dict[str, str], dict[str, str]]:
    """Whole words and beginnings, each with the first word of its row."""
    whole: dict[str, str] = {}
    begun: dict[str, str] = {}
    for row in _ROWS.strip().split("\n"):
        first, *others = row.split()
        for word in (first, *others):
            (begun if word.endswith("*") else whole)[word.rstrip("*")] = first.rstrip("*")
    return whole, begun


_WHOLE, _BEGUN = _read()


@lru_cache(maxsize=100_000)
def one_word(word: str) -> str:
    """The first word of the row of `word`; itself where it stands in none."""
    if word in _WHOLE:
        return _WHOLE[word]
    for size in range(min(len(word), _LONGEST), 3, -1):
        if word[:size] in _BEGUN:
            return _BEGUN[word[:size]]
    return word
