# SPDX-License-Identifier: GPL-2.0-or-later
"""The import dialog tells what an import found, and data that are off are opened at the user's word only."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialogButtonBox, QMainWindow

from leefbaar_plugin.gui.citizens.help import page_html
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.importing.import_dialog import ImportDialog
from leefbaar_plugin.gui.importing.import_report import give_word, needs_word
from leefbaar_plugin.gui.importing.opening import Opening
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import Edition

from .conftest import SCHIEDAM


class Said:
    """Messages that keep what they are told, and what their buttons do."""

    def __init__(self):
        self.infos, self.warnings, self.problems, self.actions = [], [], [], []

    def info(self, text, *_button):
        self.infos.append(text)

    def warn(self, text, button="", action=None):
        self.warnings.append((text, button))
        self.actions.append(action)

    def error(self, problem):
        self.problems.append(problem)


@pytest.fixture(autouse=True)
def no_words():
    """What was said about packs before is forgotten."""
    QgsSettings().remove("leefbaarometer/opened_anyway")
    yield
    QgsSettings().remove("leefbaarometer/opened_anyway")


@pytest.fixture
def place(qgis_new_project, qtbot, tmp_path, monkeypatch):
    """Dialog, background, what was said and what the dialog handed on."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    background, said, handed = Background(), Said(), []
    dialog = ImportDialog(background, said)
    dialog.imported.connect(handed.append)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog, background, said, handed
    background.cancel_all()


@pytest.fixture
def off(tmp_path) -> list[Path]:
    """Files of which a square's deviation isn't the sum of its contributions."""
    folder = tmp_path / "off"
    folder.mkdir()
    edition = Edition(folder)
    rows = edition.grid_rows()
    rows[7][3] += 0.02
    return [edition.grid_csv(rows=rows)]


def choose(place, qtbot, paths):
    dialog, background, _said, _handed = place
    with qtbot.waitSignal(background.ended, timeout=20_000):
        dialog.add_paths(paths)


def run(place, qtbot):
    dialog, background, _said, _handed = place
    with qtbot.waitSignal(background.ended, timeout=60_000):
        dialog.start.click()


def lines_of(dialog):
    """Sentences of the report."""
    return [re.sub(r"<[^>]*>", "", one) for one in re.findall(r"<(?:p|b)>(.*?)</(?:p|b)>", dialog.report.text.text())]


def test_the_report_of_a_good_import(place, qtbot):
    dialog, _background, said, handed = place
    choose(place, qtbot, [SCHIEDAM])
    assert (dialog.start.text(), dialog.cancel.text()) == ("Import", "Cancel") and not dialog.report.isVisible()
    run(place, qtbot)
    assert dialog.isVisible() and dialog.report.isVisible() and not dialog.gemeenten.isVisible()
    assert not dialog.start.isVisible() and dialog.cancel.text() == "Close" and dialog.status.text() == ""
    assert [result.info["squares"] for result in handed] == [765]  # it is opened behind the report
    told = lines_of(dialog)
    assert told[0] == "Imported: 765 squares, edition 2024."
    assert told[1].startswith("100 m squares: 6,733 scores recomputed; largest difference from the published ones less")
    assert told[2].startswith("Neighbourhoods (buurten): 558 scores recomputed; largest difference from the published ")
    assert told[2].endswith("ones 0.000001 (BU06060103, 2024).")
    (fit,) = [line for line in told if line.startswith("Neighbourhoods (buurten), 2024: 59 published scores")]
    assert "Weighed by dwellings they come closest: less than 0.0001 off (root mean square)" in fit
    assert "Singelkwartier, BU06060103" in fit and "squares 0.0097, at most 0.0377" in fit
    assert not any(line.startswith("⚠") for line in told) and not said.problems
    dialog.cancel.click()
    assert not dialog.isVisible() and len(handed) == 1


def test_the_help_is_asked_for_its_page_about_importing(opening, qtbot):
    """By the button and by F1; the page tells what every sentence of the report means."""
    made, *_others = opening
    asked = []
    made.help_wanted.connect(asked.append)
    made.open_import([])
    made.dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Help).click()
    qtbot.keyClick(made.dialog, Qt.Key.Key_F1)
    assert asked == ["importing", "importing"]
    for language in ("nl", "en"):
        assert len(page_html("importing", language)) > 3000 and len(page_html("opening", language)) > 2000


def test_data_that_are_off_are_opened_at_the_user_s_word(place, qtbot, off):
    dialog, _background, _said, handed = place
    choose(place, qtbot, off)
    run(place, qtbot)
    assert handed == [] and dialog.isVisible()
    told = lines_of(dialog)
    assert told[1] == (
        "⚠ 100 m squares: 96 scores recomputed; largest difference from the published ones 0.020000 (E0853N4360, "
        "2024). In 1 row the contributions don't add up to the published deviation."
    )
    assert dialog.status.text() == (
        "The scores of 100 m squares differ more from the published ones than rounding explains. Look at the files "
        "first. The data aren't opened yet."
    )
    assert dialog.start.isVisible() and dialog.start.isEnabled() and dialog.start.text() == "Open anyway"
    dialog.start.click()
    assert not dialog.isVisible() and [result.info["squares"] for result in handed] == [48]


def test_closing_the_report_leaves_data_that_are_off_closed(place, qtbot, off):
    dialog, _background, _said, handed = place
    choose(place, qtbot, off)
    run(place, qtbot)
    dialog.cancel.click()
    assert not dialog.isVisible() and handed == []


def test_other_files_after_a_report(place, qtbot, off):
    dialog, _background, _said, handed = place
    choose(place, qtbot, off)
    run(place, qtbot)
    choose(place, qtbot, [SCHIEDAM / "demonstration.json"])  # dropped on the dialog while the report is shown
    assert not dialog.report.isVisible() and dialog.start.text() == "Import" and dialog.start.isVisible()
    assert handed == []


def test_what_was_imported_before_is_opened_at_once(place, qtbot):
    dialog, _background, _said, handed = place
    choose(place, qtbot, [SCHIEDAM])
    run(place, qtbot)
    dialog.cancel.click()
    dialog.show()
    choose(place, qtbot, [SCHIEDAM])
    run(place, qtbot)
    assert not dialog.isVisible() and [result.already_there for result in handed] == [False, True]


def test_without_counts_the_dialog_says_what_that_does(place, qtbot, tmp_path):
    dialog, _background, _said, _handed = place
    edition = Edition(tmp_path)
    edition.grid_csv()
    choose(place, qtbot, [tmp_path / "grids.csv"])
    assert "⚠ no CBS squares" in dialog.preview.text()
    said = dialog.status.text()
    for words in (
        "⚠ There are no CBS squares among the files.",
        "Every square then weighs the same",
        "in a wijk by some 0.02",
        "Shares are of squares, not of dwellings.",
        "Add cbs_vk100_….gpkg",
    ):
        assert words in said
    edition.counts_gpkg()
    choose(place, qtbot, [tmp_path / "cbs_vk100.gpkg"])
    assert dialog.status.text() == "" and "⚠" not in dialog.preview.text()
    (tmp_path / "grids.csv").unlink()
    dialog.files.clear()
    choose(place, qtbot, [edition.buurt_csv()])  # areas have no need of them
    assert "CBS" not in dialog.preview.text() and dialog.status.text() == ""


@pytest.fixture
def opening(qgis_app, qtbot, tmp_path, monkeypatch):
    """What opens packs, with its session and background, and what was said."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    QgsProject.instance().clear()
    window = QMainWindow()
    qtbot.addWidget(window)
    canvas = QgsMapCanvas(window)
    iface = SimpleNamespace(mainWindow=lambda: window, mapCanvas=lambda: canvas)
    session, background, said = Session(QgsProject.instance()), Background(), Said()
    areas = Areas(session, None)
    made = Opening(iface, session, areas, background, said)
    yield made, session, background, said
    made.close_all()
    background.cancel_all()
    areas.disconnect_project()
    session.disconnect_project()
    QgsProject.instance().clear()


def wait_for(background, qtbot, action):
    with qtbot.waitSignal(background.ended, check_params_cb=lambda subject: subject == "open", timeout=20_000):
        action()


def test_a_pack_that_is_off_is_opened_after_asking_wherever_it_comes_from(opening, qtbot, off, tmp_path):
    made, session, background, said = opening
    result = import_edition(inspect(off), tmp_path / "pack")
    assert needs_word(result.folder, result.info)
    wait_for(background, qtbot, lambda: made.open_pack(result.folder))
    assert session.pack is None
    asked = (
        "The scores of 100 m squares differ more from the published ones than rounding explains. Look at the files "
        "first."
    )
    assert said.warnings == [(asked, "Open anyway")]
    wait_for(background, qtbot, said.actions[0])
    qtbot.waitUntil(lambda: session.pack is not None, timeout=10_000)
    qtbot.wait(500)  # until the map was moved
    assert not needs_word(result.folder, result.info) and len(said.warnings) == 1
    again = {**result.info, "created": "2031-01-01T00:00:00+00:00"}  # another import into the same folder
    assert needs_word(result.folder, again)
    give_word(result.folder, again)
    assert not needs_word(result.folder, again)


def test_the_message_after_an_import_tells_what_is_amiss(opening, qtbot, off, tmp_path):
    made, session, background, said = opening
    result = import_edition(inspect(off), tmp_path / "pack")
    wait_for(background, qtbot, lambda: made._open_imported(result))
    qtbot.waitUntil(lambda: bool(said.warnings), timeout=10_000)
    qtbot.wait(500)  # until the map was moved
    assert session.pack is not None
    assert said.warnings[0][0].startswith("Imported: 48 squares, edition 2024. 100 m squares: 96 scores recomputed; ")


def test_recompute_and_check_tells_which_weights_fit(opening, qtbot, schiedam_folder):
    made, session, background, said = opening
    session.open_pack(schiedam_folder)
    with qtbot.waitSignal(background.ended, check_params_cb=lambda subject: subject == "check", timeout=30_000):
        made.check_scores()
    assert not said.problems and not said.warnings
    assert said.infos[-1].startswith(
        "6,733 scores recomputed: all as published; differences are less than 0.000001. "
        "Neighbourhoods (buurten), 2024: 59 published scores beside the means of their squares. "
        "Weighed by dwellings they come closest: less than 0.0001"
    )
