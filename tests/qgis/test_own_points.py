# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's own dwellings in the import dialog: the file, its filter and columns, and what becomes of them."""

from __future__ import annotations

import pytest

from leefbaar_plugin.gui.importing.import_dialog import ImportDialog
from leefbaar_plugin.gui.importing.own_points import OwnPoints, OwnPointsDialog
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.pack.reading.points import PointChoice
from tests.builders import Edition, write_vector

from .test_import_dialog import Said, run


@pytest.fixture
def edition(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    return Edition(folder)


@pytest.fixture
def points(edition):
    """Three homes in every square of the first gemeente, of which the second is a shed; two dwellings each."""
    features = []
    for column, row in edition.squares:
        for n, kind in enumerate(("flat", "shed", "flat")):
            place = f"POINT ({100 * column + 20 + 10 * n} {100 * row + 50})"
            features.append(({"kind": kind, "homes": 2, "built": 1950 + n}, place))
    return write_vector(edition.folder / "own.gpkg", "addresses", features)


def shown(qtbot, before):
    dialog = OwnPointsDialog(None, Background(), before, "")
    qtbot.addWidget(dialog)
    return dialog


def columns(box):
    return [box.itemData(row) for row in range(box.count())]


def test_what_the_file_offers(qtbot, points):
    dialog = shown(qtbot, None)
    assert not dialog.accept_button.isEnabled() and not dialog.remove.isEnabled()
    dialog.path.setText(str(points))
    assert not dialog.accept_button.isEnabled(), "it is looked at in the background"
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=5000)
    assert columns(dialog.number) == columns(dialog.built) == ["", "kind", "homes", "built"]
    dialog.filter.setText(" kind = 'flat' ")
    dialog.number.setCurrentIndex(2)
    dialog.accept_button.click()
    assert dialog.given == OwnPoints(str(points), PointChoice("kind = 'flat'", "homes", ""))


def test_a_file_without_points_is_told(qtbot, edition):
    dialog = shown(qtbot, None)
    dialog.path.setText(str(edition.folder / "missing.gpkg"))
    qtbot.waitUntil(lambda: "missing.gpkg" in dialog.status.text(), timeout=5000)
    assert not dialog.accept_button.isEnabled()
    areas = write_vector(edition.folder / "areas.gpkg", "a", [({"n": 1}, "POLYGON ((0 0, 1 0, 1 1, 0 0))")])
    dialog.path.setText(str(areas))
    qtbot.waitUntil(lambda: dialog.status.text().startswith("areas.gpkg has 0 layers of points"), timeout=5000)
    assert columns(dialog.number) == [""]


def test_what_was_answered_is_shown_again_and_can_be_taken_back(qtbot, points):
    before = OwnPoints(str(points), PointChoice("kind = 'flat'", "homes", "built"))
    dialog = shown(qtbot, before)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=5000)
    assert (dialog.path.text(), dialog.filter.text()) == (str(points), "kind = 'flat'")
    assert (dialog.number.currentData(), dialog.built.currentData()) == ("homes", "built")
    dialog.remove.click()
    assert dialog.given is None and dialog.result() == OwnPointsDialog.DialogCode.Accepted


def test_the_import_counts_them(qgis_new_project, qtbot, tmp_path, monkeypatch, edition, points):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    background, handed = Background(), []
    dialog = ImportDialog(background, Said())
    qtbot.addWidget(dialog)
    dialog.imported.connect(handed.append)
    with qtbot.waitSignal(background.ended, timeout=20_000):
        dialog.add_paths(edition.all())
    assert "own.gpkg" not in dialog.preview.text()

    def answer(asked):
        asked.path.setText(str(points))
        qtbot.waitUntil(asked.accept_button.isEnabled, timeout=5000)
        asked.filter.setText("kind = 'flat'")
        asked.number.setCurrentIndex(2)
        asked.accept()
        return 1

    monkeypatch.setattr(OwnPointsDialog, "exec", answer)
    dialog.points_button.click()
    qtbot.waitUntil(lambda: "own.gpkg" in dialog.preview.text(), timeout=20_000)
    assert f"(own.gpkg): {3 * len(edition.squares)}" in dialog.preview.text()
    run((dialog, background, None, handed), qtbot)
    qtbot.waitUntil(lambda: dialog.report.isVisible() or bool(handed))
    info = (handed or [dialog._result])[0].info
    assert info["points"]["dwellings"] == 2 * 2 * len(edition.squares)
    assert info["recipe"]["points"]["condition"] == "kind = 'flat'"
