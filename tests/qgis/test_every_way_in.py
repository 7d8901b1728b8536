# SPDX-License-Identifier: GPL-2.0-or-later
"""The zips of every edition, untouched: by the dialog, by dropping them and by `qgis_process`, with equal figures."""

from __future__ import annotations

import json

import numpy as np
import pytest
from qgis.PyQt.QtCore import QMimeData, QUrl

from leefbaar_plugin.gui.importing.drop_handler import DropHandler
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import open_pack
from tests.builders import DIMENSIONS, square_id
from tests.unit.test_layouts import CODE, tables_in

from . import test_algorithms_together as together
from . import test_import_dialog as dialogs
from .conftest import SHARED

no_words, opening, place = dialogs.no_words, dialogs.opening, dialogs.place
build, qgis_process = together.build, together.qgis_process

EDITIONS = {"demo/schiedam": "2024", "demo/waterweg": "2024", "layouts/2022": "2022", "layouts/2020": "2020"}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data")


def files_of(name):
    """The files as they were downloaded, also that of CBS where there is one."""
    return [path for path in sorted((SHARED / name).iterdir()) if path.suffix in (".zip", ".gpkg")]


def check(folder, name):
    """The pack holds every score of every level of the files, to the digit."""
    pack, tables = open_pack(folder), tables_in(SHARED / name)
    assert pack.edition == EDITIONS[name] and (pack.counts is not None) == name.startswith("demo")
    grid = tables.pop("grid")
    ids = [square_id(column, row) for column, row in zip(pack.grid.column, pack.grid.row, strict=True)]
    assert sorted(ids) == sorted(grid["grid_id"].unique()) and pack.years == tuple(sorted(grid["jaar"].unique()))
    for field, values in (("lbm", pack.published.total), ("afw", pack.published.deviation)):
        np.testing.assert_array_equal(values, grid.pivot(index="grid_id", columns="jaar", values=field).loc[ids])
    for number, field in enumerate(DIMENSIONS):
        expected = grid.pivot(index="grid_id", columns="jaar", values=field).loc[ids]
        np.testing.assert_array_equal(pack.published.contributions[..., number], expected)
    for level, table in tables.items():
        fields = [f"{field}_{year}" for field in ("lbm", *DIMENSIONS) for year in pack.years]
        areas = read_level(pack, level, fields, outlines=False)
        table = table.astype({CODE[level]: str})
        for field in ("lbm", *DIMENSIONS):
            wide = table.pivot(index=CODE[level], columns="jaar", values=field).reindex(areas.code)
            got = np.column_stack([areas.values[f"{field}_{year}"] for year in wide.columns])
            np.testing.assert_array_equal(got, wide.to_numpy(), err_msg=f"{level} {field}")
    assert set(tables) <= set(pack.known_levels)


@pytest.mark.parametrize("name", EDITIONS)
def test_by_the_dialog(place, qtbot, name):
    dialog, _background, said, handed = place
    dialogs.choose(place, qtbot, files_of(name))
    assert ("CBS squares" in dialog.status.text()) == (name.startswith("layouts"))
    dialogs.run(place, qtbot)
    assert not said.problems and dialog.report.isVisible() and len(handed) == 1
    check(handed[0].folder, name)


@pytest.mark.parametrize("name", EDITIONS)
def test_by_dropping(opening, qtbot, monkeypatch, tmp_path, name):
    """As QGIS does it: it tells of the whole drop, then asks file by file; the dialog has them, and imports."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    made, session, background, said = opening
    handler = DropHandler()
    handler.dropped.connect(made.open_import)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files_of(name)])
    assert handler.handleMimeDataV2(data) is False
    with qtbot.waitSignal(background.ended, timeout=20_000):
        assert all(handler.handleFileDrop(str(path)) for path in files_of(name)), "none is left for QGIS to open"
    dialog = made.dialog
    assert dialog.files.count() == len(files_of(name))
    with qtbot.waitSignal(background.ended, check_params_cb=lambda subject: subject == "open", timeout=60_000):
        dialog.start.click()
    qtbot.waitUntil(lambda: session.pack is not None, timeout=20_000)
    qtbot.wait(500)  # until the map was moved
    assert not said.problems and session.pack.folder.is_relative_to(tmp_path / "data")
    check(session.pack.folder, name)


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("qgis_process", ["nl"], indirect=True)
def test_by_qgis_process(qgis_process, tmp_path, name):
    paths = files_of(name)
    inputs = {"INPUT": [str(path) for path in paths if path.suffix == ".zip"], "PACK": str(tmp_path / "pack")}
    counts = [str(path) for path in paths if path.suffix == ".gpkg"]
    inputs |= {"COUNTS": counts[0]} if counts else {}
    done = json.loads(qgis_process("run", "leefbaarometer:importedition", "-", given={"inputs": inputs}))["results"]
    assert done["EDITION"] == EDITIONS[name] and done["CLASS_DIFFERENCES"] == 0 and done["MAX_DIFFERENCE"] < 1e-5
    check(tmp_path / "pack", name)
