"""Lines that a page says more than once: a headline again, or the template's own words.

A headline comes back beside itself, or once in a list and once over its text. What comes back
between every two texts, in the same surroundings, is the template: "Share this article".
"""

from itertools import pairwise

from regesta.read.articles.lines import Line

_MANY = 3  # places with texts between them that make a template
_LEAST_TEXT = 25  # words of text between two places that are not one
_TEXT_WORDS = 12  # in a line of text
_AHEAD = 3  # lines after a headline in which its text begins


def count_repeats(lines: list[Line]) -> None:
    """Settle `repeats` (how often a line's words stand where a headline's would), `places` and
    `template`."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if line.key:
            places.setdefault(line.key, []).append(place)
    again = [found for found in places.values() if len(found) > 1]
    again = [found for found in again if not _is_passage(lines, places, found=found)]
    read = words_before(lines) if again else []
    for found in again:
        groups = groups_of(found, read=read)
        heads = sum(_has_text_behind(lines, place=group[-1]) for group in groups)
        spread = len(groups) > 1 and heads != 1
        template = spread and len(groups) >= _MANY
        for group in groups:
            for place in group:
                lines[place].template = template
                lines[place].places = len(found)
                lines[place].repeats = len(group) if spread else len(found)


def _is_passage(lines: list[Line], places: dict[str, list[int]], *, found: list[int]) -> bool:
    """Whether a line comes back beside another sentence that does: a post or a passage, quoted
    twice. A headline is said again alone, or over its text.
    """
    if not all(lines[place].ends for place in found):
        return False
    for step in (-1, 1):
        beside = [_next(lines, place=place, step=step) for place in found]
        keys = {lines[b].key if b is not None and lines[b].ends else "" for b in beside}
        if len(keys) == 1 and places.get(keys.pop(), []) == beside:
            return True
    return False


def _next(lines: list[Line], *, place: int, step: int) -> int | None:
    """The next line that has words."""
    at = place + step
    while 0 <= at < len(lines):
        if lines[at].words:
            return at
        at += step
    return None


def words_before(lines: list[Line]) -> list[int]:
    """How many words of text stand before each line."""
    found, words = [], 0
    for line in lines:
        found.append(words)
        words += line.words if _is_text(line) else 0
    return found


def _is_text(line: Line) -> bool:
    return line.words >= _TEXT_WORDS and (line.ends or not line.key)


def groups_of(places: list[int], *, read: list[int]) -> list[list[int]]:
    """The places of one line, those without a text between them together."""
    groups = [[places[0]]]
    for before, place in pairwise(places):
        if read[place] - read[before] < _LEAST_TEXT:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _has_text_behind(lines: list[Line], *, place: int) -> bool:
    return any(_is_text(line) for line in lines[place + 1 : place + 1 + _AHEAD])
