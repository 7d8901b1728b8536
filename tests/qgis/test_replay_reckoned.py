# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of differences between two editions, each figure against shapely and pandas on the files of both."""

from __future__ import annotations

import csv
import io
import zipfile

import numpy as np
import pytest
from shapely.geometry import Polygon, box

from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.desktop.reference import Reference
from tests.desktop.steps import FILES

from .conftest import SCHIEDAM, areas_layer, rows

YEARS = (2014, 2018, 2024)
AREAS = {
    "Plan": box(86_030, 436_020, 86_610, 436_570),
    "Driehoek": Polygon([(85_000, 436_000), (86_330, 436_250), (85_450, 437_390)]),
    "Ver weg": box(84_500, 435_700, 84_900, 436_100),
}


@pytest.fixture(scope="module")
def revised(tmp_path_factory):
    """The files of an edition before: squares east of x = 85,800 had other scores in 2014, by their social cohesion."""
    random = np.random.default_rng(2014)
    target = tmp_path_factory.mktemp("revised") / "open-data-leefbaarometer-meting-2024.zip"
    with zipfile.ZipFile(SCHIEDAM / FILES[0]) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            if "scores" not in name or "MACOSX" in name:
                continue
            header, *body = csv.reader(io.TextIOWrapper(archive.open(name), "utf-8"))
            at = {column: place for place, column in enumerate(header)}
            for row in body if "grids" in name else ():
                if row[at["jaar"]] == "2014" and int(row[at["grid_id"]][1:5]) >= 858 and row[at["soc"]] != "NA":
                    change = float(random.uniform(-0.2, 0.2))
                    for column in ("lbm", "afw", "soc"):
                        row[at[column]] = repr(float(row[at[column]]) + change)
            text = io.StringIO()
            csv.writer(text).writerows([header, *body])
            copy.writestr(name, text.getvalue())
    return target


def reckoned(reference: Reference, theme: str, area, year: int) -> float:
    """The mean of a theme of the squares of an area, by their dwellings inside it."""
    there, inside = reference._inside(area, year)
    weight = inside * there.weight
    return float((weight * there[theme]).sum() / weight.sum())


@pytest.mark.parametrize("ending", [".xlsx", ".gpkg", ".pdf"])
def test_the_list_against_other_software(run, schiedam_folder, revised, tmp_path, ending):
    """What was revised is listed with both values, area by area; nothing of other years, themes or areas is."""
    others = [SCHIEDAM / name for name in FILES[1:]]
    before = import_edition(inspect([revised, *others]), tmp_path / "before").folder
    layer = areas_layer(*(shape.wkt for shape in AREAS.values()))
    names = {at: {0: name} for at, name in enumerate(AREAS, start=1)}
    layer.dataProvider().changeAttributeValues(names)
    path = tmp_path / f"uitvoer{ending}"
    run("report" if ending == ".pdf" else "export", PACK=before, AREAS=layer, YEARS="2014,2018,2024", OUTPUT=path)
    made = run("replay", INPUT=path, PACK=schiedam_folder, OUTPUT="TEMPORARY_OUTPUT")
    listed = {(row["name"], row["year"], row["figure"]): (row["then"], row["now"]) for row in rows(made["OUTPUT"])}
    then, now = (Reference(file, *others) for file in (revised, SCHIEDAM / FILES[0]))
    expected = {}
    for name, area in AREAS.items():
        for year in YEARS:
            for theme in ("lbm", "fys", "onv", "soc", "vrz", "won"):
                values = reckoned(then, theme, area, year), reckoned(now, theme, area, year)
                if abs(values[0] - values[1]) > 1e-9:
                    expected[name, year, theme] = values
    assert set(expected) == {(name, 2014, theme) for name in ("Plan", "Driehoek") for theme in ("lbm", "soc")}
    assert set(listed) == set(expected) and made["DIFFERENCES"] == 4
    for key, values in expected.items():
        assert listed[key] == pytest.approx(values, abs=1e-9), key
    assert "other source files: open-data" in made["REPORT"] and "another edition" not in made["REPORT"]
