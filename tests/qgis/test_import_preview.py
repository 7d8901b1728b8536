# SPDX-License-Identifier: GPL-2.0-or-later
"""What the import dialog tells of files before anything is done: changes, levels without outlines, files left."""

from __future__ import annotations

import pytest

from leefbaar_plugin.gui.importing.drop_handler import DropHandler
from leefbaar_plugin.gui.importing.import_preview import describe
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import DIMENSIONS, table, write_zip
from tests.qgis.conftest import SCHIEDAM, SHARED

CHANGES = ("bu_code", "bu_naam", "jaar_van", "jaar_naar", "lbm", *DIMENSIONS)


def told(paths):
    return describe(inspect(paths)).split("<br>")


def test_the_release_is_told_whole():
    lines = told([SCHIEDAM])
    (change,) = (line for line in lines if line.startswith("change of"))
    assert change.endswith(", 36 pairs of years")
    assert all(word in change for word in ("squares", "buurten", "wijken", "gemeenten", "PC4"))
    assert any(line.startswith("The file with the change of squares isn") for line in lines)
    (made,) = (line for line in lines if "united from" in line)
    assert "wijken" in made and "buurten" in made
    (rest,) = (line for line in lines if "not on the map" in line)
    assert "PC4" in rest and "wijken" not in rest
    assert not any("used" in line for line in lines)


def test_one_pair_of_years_and_files_that_are_left(tmp_path):
    change = tmp_path / "ontwikkeling.csv"
    change.write_bytes(table(CHANGES, [["BU06060001", "Binnenstad", 2022, 2024, 0.1, 0.02, 0.02, 0.02, 0.02, 0.02]]))
    (tmp_path / "prijzen.csv").write_text("artikel;prijs\nbrood;2,10\n")
    scores = tmp_path / "grids.csv"
    scores.write_bytes(
        table(("grid_id", "jaar", "lbm", "afw", *DIMENSIONS), [["E0843N4405", 2024, 4.1, -0.002, *[-0.0004] * 5]])
    )
    lines = told([tmp_path])
    assert any(line.startswith("change of") and line.endswith(", 1 pair of years") for line in lines)
    assert not any("isn't read" in line for line in lines)
    assert any(line.startswith("prijzen.csv isn") for line in lines)


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data")
@pytest.mark.parametrize("path", ["demo/schiedam", "layouts/2022", "layouts/2020"])
def test_every_zip_of_an_edition_may_be_dropped(qgis_app, path):
    handler = DropHandler()
    zips = sorted((SHARED / path).glob("*.zip"))
    assert zips and all(handler.handleFileDrop(str(one)) for one in zips)


def test_single_files_may_be_dropped(qgis_app, tmp_path):
    handler = DropHandler()
    change = tmp_path / "ontwikkeling.csv"
    change.write_bytes(table(CHANGES, [["BU06060001", "Binnenstad", 2022, 2024, 0.1, 0.02, 0.02, 0.02, 0.02, 0.02]]))
    counts = write_zip(tmp_path / "2025-cbs_vk100_2024_v1.zip", {"cbs_vk100_2024_v1.gpkg": b"SQLite"})
    strange = tmp_path / "prijzen.csv"
    strange.write_text("artikel;prijs\nbrood;2,10\n")
    assert handler.handleFileDrop(str(change)) and handler.handleFileDrop(str(counts))
    assert not handler.handleFileDrop(str(strange))
