"""Fetches what the desk vendors (htmx, the world's outline) and records where it came from.

    .venv/bin/python maintenance/vendor_web.py

Needs `npm` and a network, once; nothing of it runs when the desk runs. Each package is pinned to a
version and to the SHA-256 of its archive: another archive under the same version ends the script.
"""

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from regesta.web.countries import code_of
from regesta.web.outline import project

VENDOR = Path(__file__).parents[1] / "src" / "regesta" / "web" / "static" / "vendor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One npm package: `archive` is the SHA-256 of the .tgz that `npm pack` writes."""

    name: str
    version: str
    archive: str
    licence: str
    says: str


HTMX = Package(
    name="htmx.org",
    version="4.0.1",
    archive="5fba65616ca148a86d377e9771bcada7f35faee3558651feb929eea425e13b3c",
    licence="0BSD",
    says="in-place filters and buttons; copied unchanged from `dist/htmx.min.js`",
)
ATLAS = Package(
    name="world-atlas",
    version="2.0.2",
    archive="032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    licence="ISC; the outline itself is Natural Earth, public domain",
    says="outlines of the countries; projected and rounded from `countries-110m.json`",
)
# Outlines the knowledge tables do not know by the atlas's short name, by ISO 3166-1 numeric code.
CODES = {
    **{"732": "ESH", "180": "COD", "178": "COG", "214": "DOM", "238": "FLK", "140": "CAF"},
    **{"226": "GNQ", "090": "SLB", "070": "BIH", "728": "SSD"},
}
LEFT_OUT = {"010", "260"}  # Antarctica and the French southern lands: nobody to report on
CODELESS = {"N. Cyprus", "Somaliland"}  # drawn as land; ISO 3166 gives them no code

Point = tuple[float, float]  # degrees east and north
Ring = list[Point]


def main() -> None:
    """Fetch, check, convert, record."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        htmx = fetch(HTMX, Path(folder))
        atlas = fetch(ATLAS, Path(folder))
        written = {
            "htmx.min.js": (HTMX, (htmx / "dist" / "htmx.min.js").read_bytes()),
            "htmx.LICENSE.txt": (HTMX, (htmx / "LICENSE").read_bytes()),
            "world.json": (ATLAS, world((atlas / "countries-110m.json").read_text("utf-8"))),
            "world.LICENSE.txt": (ATLAS, (atlas / "LICENSE").read_bytes()),
        }
    for name, (_, raw) in written.items():
        (VENDOR / name).write_bytes(raw)
    (VENDOR / "VENDORED.md").write_text(record(written), "utf-8")


def fetch(package: Package, folder: Path) -> Path:
    """The unpacked package; ends the script when the archive is not the pinned one."""
    asked = f"{package.name}@{package.version}"
    subprocess.run(["npm", "pack", "--silent", asked], cwd=folder, check=True, stdout=sys.stderr)
    archive = folder / f"{package.name}-{package.version}.tgz"
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.archive:
        sys.exit(f"{archive.name} has the SHA-256 {found}, not the pinned {package.archive}.")
    into = folder / package.name
    with tarfile.open(archive) as packed:
        packed.extractall(into, filter="data")
    return into / "package"


def world(text: str) -> bytes:
    """A TopoJSON of countries as JSON: {"countries": [[code, SVG path], ...]}, sorted by code."""
    topology = json.loads(text)
    arcs = [list(_points(arc, topology["transform"])) for arc in topology["arcs"]]
    drawn = []
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape.get("id") in LEFT_OUT:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = (_ring(ring, arcs) for polygon in polygons for ring in polygon)
        drawn.append([_code(shape), "".join(_path(part) for ring in rings for part in _cut(ring))])
    lines = ",\n".join(json.dumps(pair, separators=(",", ":")) for pair in sorted(drawn))
    return f'{{"countries":[\n{lines}\n]}}\n'.encode()


def _code(shape: Mapping[str, object]) -> str:
    """The country's ISO 3166-1 alpha-3 code, "" for the few lands without one."""
    name = str(shape["properties"]["name"])  # type: ignore[index]
    if name in CODELESS:
        return ""
    code = CODES.get(str(shape.get("id"))) or code_of(name)
    if len(code) != 3:
        sys.exit(f"{name} ({shape.get('id')}) has no code; add it to CODES.")
    return code


def _points(
    arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]
) -> Iterator[Point]:
    """An arc's points as (lon, lat). TopoJSON writes steps from point to point."""
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        lon = x * transform["scale"][0] + transform["translate"][0]
        lat = y * transform["scale"][1] + transform["translate"][1]
        yield lon, lat


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """The arcs of a ring joined; a negative number is an arc drawn backwards."""
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _cut(ring: Ring) -> list[Ring]:
    """A ring in its parts on either side of the 180th meridian, which it may run across."""
    whole = [ring[0]]
    for lon, lat in ring[1:]:
        turn = round((whole[-1][0] - lon) / 360) * 360
        whole.append((lon + turn, lat))
    parts = []
    for turn in (-360, 0, 360):
        moved = [(lon + turn, lat) for lon, lat in whole]
        part = _clip(_clip(moved, edge=180, sign=1), edge=-180, sign=-1)
        parts += [part] if part else []
    return parts


def _clip(ring: Ring, *, edge: float, sign: int) -> Ring:
    """The part of a closed ring west (sign 1) or east (sign -1) of a meridian."""
    kept: Ring = []
    for (a, b), (c, d) in pairwise([*ring, *ring[:1]]):
        inside, next_inside = sign * a <= sign * edge, sign * c <= sign * edge
        if inside:
            kept.append((a, b))
        if inside != next_inside:
            kept.append((edge, b + (d - b) * (edge - a) / (c - a)))
    return kept


def _path(ring: Ring) -> str:
    """A closed ring as an SVG path of steps; points that fall together are drawn once."""
    points = [project(lat, lon) for lon, lat in ring]
    kept = [points[0], *(there for here, there in pairwise(points) if here != there)]
    kept = kept[:-1] if kept[-1] == kept[0] else kept
    steps = (f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(kept))
    line = " ".join(steps).replace(" -", "-")
    return f"M{kept[0][0]} {kept[0][1]}l{line}z" if len(kept) > 2 else ""


def record(written: Mapping[str, tuple[Package, bytes]]) -> str:
    """VENDORED.md: every file with where it came from, its licence and its hash."""
    lines = [
        "# Vendored files",
        "",
        "Written by `maintenance/vendor_web.py`; a test holds every hash against its file.",
        "",
        "| file | package | version | licence | SHA-256 of the file |",
        "|---|---|---|---|---|",
    ]
    for name, (package, raw) in written.items():
        digest = hashlib.sha256(raw).hexdigest()
        row = (name, package.name, package.version, package.licence, f"`{digest}`")
        lines.append(f"| {' | '.join(row)} |")
    lines += ["", "What each package is for:", ""]
    for package in (HTMX, ATLAS):
        told = f"- **{package.name} {package.version}**: {package.says}. Archive (npm) SHA-256"
        lines.append(f"{told} `{package.archive}`.")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
