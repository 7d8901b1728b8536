# SPDX-License-Identifier: GPL-2.0-or-later
"""The worked example of `leefbaarometer:fitmodel`: real key figures of CBS and real published dimensions of buurten.

`python -m tests.statistics.worked_example FOLDER` writes the table of coefficients that comes with the plugin
(resources/model/worked_example.csv) and its honest error (WORKED_EXAMPLE.md); FOLDER holds the data.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

import numpy as np

from leefbaar_plugin.analysis.models.table import write_indicator_model
from leefbaar_plugin.engine.models.surrogate import Surrogate, fit_surrogate, spatial_blocks
from leefbaar_plugin.pack.files.resources import load_model, resource_path

PAGE = Path(__file__).with_name("WORKED_EXAMPLE.md")
FIGURES, SCORES = "cbs/kerncijfers_buurten_2024.csv", "official/wfs/buurtscore24_zuid-holland.geojson"
INDICATORS = (
    "gemiddelde_woningwaarde",
    "percentage_koopwoningen",
    "perc_huurwoningen_in_bezit_woningcorporaties",
    "percentage_meergezinswoning",
    "percentage_onbewoond",
    "omgevingsadressendichtheid",
    "percentage_personen_65_jaar_en_ouder",
    "personenautos_per_huishouden",
    "grote_supermarkt_gemiddelde_afstand_in_km",
    "restaurant_gemiddeld_aantal_binnen_1_km",
)
SIZE, BLOCK = "woningvoorraad", 1500.0
NAME = "worked_example.csv"
_METRES = 111_320.0
_HEAD = """# Worked example of “Fit a surrogate model”: what it is worth

Made by `python -m tests.statistics.worked_example`. Published dimensions of 2024 of {places} buurten in Maassluis,
Schiedam, Vlaardingen and Nissewaard on {indicators} key figures of CBS (2024), weighted by dwellings, held out in
{blocks} spatial blocks of 1.5 km. A **worked example, not a forecast**, and no model of the ministry's: it imitates
what is published by other figures, and says nothing of causes. Ten key figures don't make 94 indicators, and four
gemeenten aren't the country.

| dimension | error held out | guessing the mean | R² held out | penalty |
|---|---:|---:|---:|---:|
"""


def number(text: str) -> float:
    """A figure of CBS: decimal comma; codes from -99990 down are none."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return float("nan")
    return value if value > -99_000 else float("nan")


def read(folder: Path) -> tuple[list[str], np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Codes, figures [indicators, places], published dimensions [places, dimensions], sizes, and blocks."""
    themes = [theme.id for theme in load_model("lbm3").dimensions]
    published, place = {}, {}
    for feature in json.loads((folder / SCORES).read_text(encoding="utf-8"))["features"]:
        of, code = feature["properties"], feature["properties"]["id"]
        published[code] = [float(of[theme]) for theme in themes]
        place[code] = _middle(feature["geometry"]["coordinates"])
    with (folder / FIGURES).open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["buurtcode"] in published]
    codes = [row["buurtcode"] for row in rows]
    values = np.array([[number(row[name]) for row in rows] for name in INDICATORS])
    size = np.nan_to_num(np.array([number(row[SIZE]) for row in rows]))
    degrees = np.array([place[code] for code in codes])
    x = degrees[:, 0] * _METRES * np.cos(np.radians(degrees[:, 1].mean()))
    block = spatial_blocks(x, degrees[:, 1] * _METRES, BLOCK)
    return codes, values, np.array([published[code] for code in codes]), size, block


def _middle(coordinates: object) -> np.ndarray:
    flat: list[float] = []

    def walk(part: object) -> None:
        if isinstance(part, list) and part and isinstance(part[0], float | int):
            flat.extend(part[:2])
        elif isinstance(part, list):
            for one in part:
                walk(one)

    walk(coordinates)
    points = np.array(flat).reshape(-1, 2)
    return (points.min(axis=0) + points.max(axis=0)) / 2.0


def fit(folder: Path) -> tuple[Surrogate, int]:
    """The fit, and the number of places that have all figures."""
    _codes, values, published, size, block = read(folder)
    themes = [theme.id for theme in load_model("lbm3").dimensions]
    found = fit_surrogate(INDICATORS, values, published, themes, size, block)
    return found, found.fits[0].places


def page(found: Surrogate) -> str:
    """The honest error, and the coefficients with their intervals."""
    first = found.fits[0]
    lines = [_HEAD.format(places=first.places, indicators=len(INDICATORS), blocks=first.blocks)]
    for one in found.fits:
        lines.append(f"| {one.dimension} | {one.error:.4f} | {one.naive:.4f} | {one.r2:.2f} | {one.penalty:g} |\n")
    lines.append("\nCoefficients per standard deviation, and the 95 % interval of the fit without penalty.\n\n")
    lines.append(f"| figure | {' | '.join(one.dimension for one in found.fits)} |\n|---|{'---:|' * len(found.fits)}\n")
    for at, name in enumerate(INDICATORS):
        cells = [one.coefficients[at] for one in found.fits]
        told = [f"{c.value:+.3f} ({c.low:+.3f} to {c.high:+.3f})" for c in cells]
        lines.append(f"| {name} | {' | '.join(told)} |\n")
    return "".join(lines)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    found, _places = fit(parser.parse_args().folder)
    source = "worked example: own fit on key figures of CBS 2024 (CC BY 4.0), four gemeenten; not of the ministry"
    write_indicator_model(Path(resource_path("model", NAME)), found.as_model(source).indicators)
    PAGE.write_text(page(found), encoding="utf-8")
    print(page(found))


if __name__ == "__main__":
    main()
