"""Who summons or expels an envoy where no words say it, and whose envoy "the ambassador" is."""

from regesta.model import Party, Sector
from regesta.read.actors.lands import place_of
from regesta.read.actors.parties import resolve_all
from regesta.read.actors.pointing import pointed
from regesta.read.clauses import complements, core, governors, prepositions
from regesta.read.events.candidate import Candidate
from regesta.read.events.speakers import speakers
from regesta.read.going_on import SPEECH


def summoners(candidate: Candidate) -> tuple[Party, ...]:
    """ "The Danish ambassador in Lima was called in": the state where the envoy serves.

    Where no place is named, the state whose official says so, or that led the sentence before.
    """
    if not candidate.passive:
        return ()
    whose = candidate.codes(candidate.object_heads)
    found = _at_the_post(candidate, whose) or _receiving(candidate, whose)
    return found or _speaking(candidate, whose) or _led(candidate, whose)


def summoned(candidate: Candidate, *, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "The ambassador was summoned": whose envoys the text last spoke of, not the host's own."""
    scene, own = candidate.scene, {p.country for p in by}
    heads = candidate.object_heads
    if len(own) != 1 or not heads or any(c.dep_ == "poss" for c in heads[0].children):
        return ()
    at = scene.sentence.index
    found = scene.discourse.envoys(sentence=at, beside=frozenset(own))
    found = found or scene.discourse.other(str(*own), sentence=at)
    return (pointed(found, core(heads[0]), scene, rule="summons.envoy"),) if found else ()


def _at_the_post(candidate: Candidate, whose: frozenset[str]) -> tuple[Party, ...]:
    for head in (candidate.token, *candidate.object_heads, *candidate.after("to")):
        for noun in (t for p in prepositions(head, "in", "at", "from") for t in complements(p)):
            hit = place_of(noun, candidate.scene)
            if hit is not None and hit.country is not None and hit.country not in whose:
                host = candidate.scene.described(
                    core(noun), country=hit.country, sector=Sector.GOV, rule="summons.post"
                )
                return (host,)
    return ()


def _receiving(candidate: Candidate, whose: frozenset[str]) -> tuple[Party, ...]:
    """ "was summoned to the Foreign Ministry": whose ministry it is by the text around."""
    hosts = (p for t in candidate.after("to") for p in resolve_all(t, candidate.scene))
    return tuple(p for p in hosts if p.sector is Sector.GOV and p.country not in whose)[:1]


def _speaking(candidate: Candidate, whose: frozenset[str]) -> tuple[Party, ...]:
    verb = next((g for g in governors(candidate.token) if g.lemma_.lower() in SPEECH), None)
    told = speakers(verb, candidate.scene) if verb is not None else ()
    return tuple(p for p in told if p.country not in whose and p.sector is Sector.GOV)


def _led(candidate: Candidate, whose: frozenset[str]) -> tuple[Party, ...]:
    scene = candidate.scene
    home = scene.discourse.home(sentence=scene.sentence.index)
    if home is None or home in whose:
        return ()
    words = (candidate.token,)
    return (scene.described(words, country=home, sector=Sector.GOV, rule="summons.home"),)
