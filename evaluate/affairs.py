"""Affairs written for the project become gold files that `evaluate.happenings` reads.

python -m evaluate.affairs tests/affairs/ferry.md --into FOLDER

A line `- name | TYPE modality [background] ACTORS > RECIPIENTS | origins` says what happened; a
heading `## publisher | date | title` begins an article; `[name]` after a sentence says that it
tells the deed, `[name on 2026-03-10]` that it dates it, too. Events of one article with one name
are one event. A line may be a "Source:" line.
"""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import click

_DEED = re.compile(
    r"- (?P<name>[\w-]+) \| (?P<type>[A-Z]+) (?P<modality>[a-z]+)(?P<background> background)?"
    r" (?P<actors>[A-Z,]+)(?: > (?P<recipients>[A-Z,]+))?(?: \| (?P<origins>\d+))?"
)
SOURCE = "Source: "
_TOLD = re.compile(r" \[([\w-]+)(?: on ([\d-]+))?\]")

Row = dict[str, Any]
Deeds = dict[str, re.Match[str]]


def write(path: Path, *, into: Path) -> tuple[Path, Path]:
    """The gold files (happenings, events) of one affair; KeyError for a deed that is not listed."""
    head, *told = path.read_text(encoding="utf-8").split("\n## ")
    deeds = {row["name"]: row for row in map(_DEED.fullmatch, head.split("\n")) if row}
    articles = [_article(part, id=f"{path.stem}-{n}", deeds=deeds) for n, part in enumerate(told)]
    events: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for article in articles:
        for index, event in enumerate(article["events"]):
            events[event.pop("deed")].append((article["id"], index))
    groups = [_group(deeds[name], events=places) for name, places in events.items()]
    files = into / f"happenings_{path.stem}.json", into / f"events_{path.stem}.jsonl"
    files[0].write_text(json.dumps(groups), encoding="utf-8")
    files[1].write_text("".join(json.dumps(row) + "\n" for row in articles), encoding="utf-8")
    return files


def _article(part: str, *, id: str, deeds: Deeds) -> Row:
    """One article as a gold row; its events stand in the order in which they are first told."""
    first, *lines = part.strip().split("\n")
    publisher, published, title = first.split(" | ")
    text = ""
    evidence: dict[str, list[dict[str, int]]] = defaultdict(list)
    dates: dict[str, str] = {}
    for line in lines:
        words = _TOLD.sub("", line)
        for name, date in _TOLD.findall(line):
            evidence[name].append({"start": len(text), "end": len(text) + len(words)})
            dates[name] = date or dates.get(name, "")
        text += f"{words}\n"
    return {
        "id": id,
        "title": title,
        "publisher": publisher,
        "published": published,
        "text": text,
        "source_line": next((line for line in lines if line.startswith(SOURCE)), None),
        "events": [
            _event(deeds[name], when=dates[name] or None, evidence=places)
            for name, places in evidence.items()
        ],
    }


def _event(deed: re.Match[str], *, when: str | None, evidence: list[dict[str, int]]) -> Row:
    return {
        "deed": deed["name"],
        "type": deed["type"],
        "modality": deed["modality"],
        "background": deed["background"] is not None,
        "actors": _parties(deed["actors"]),
        "recipients": _parties(deed["recipients"] or ""),
        "when": when,
        "where": None,
        "said_by": [],
        "evidence": evidence,
    }


def _parties(codes: str) -> list[dict[str, str]]:
    return [{"text": code, "country": code, "sector": "GOV"} for code in codes.split(",") if code]


def _group(deed: re.Match[str], *, events: list[tuple[str, int]]) -> Row:
    counted = {"origins": int(deed["origins"])} if deed["origins"] else {}
    return {"label": deed["name"], "events": events, **counted}


@click.command()
@click.argument("affair", type=click.Path(exists=True, path_type=Path))
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), required=True)
def main(affair: Path, into: Path) -> None:
    """Write the two gold files of AFFAIR and print their names."""
    into.mkdir(parents=True, exist_ok=True)
    for path in write(affair, into=into):
        print(path)


if __name__ == "__main__":
    main()
