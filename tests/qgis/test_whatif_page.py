# SPDX-License-Identifier: GPL-2.0-or-later
"""The page What if: the figures of the algorithm `scenario`, kept with the project, undone, and live."""

from __future__ import annotations

import json
import time

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtWidgets import QApplication

from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.references import ReferenceBook
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.whatif.page import WhatIfPage
from leefbaar_plugin.gui.widgets.elided import ElidedLabel
from leefbaar_plugin.gui.work import Background

from .conftest import areas_layer, official, rows
from .test_compare import _Interface

HERE = {"OUTPUT": "TEMPORARY_OUTPUT"}
DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")


class Said:
    """Messages that were shown."""

    def __init__(self):
        self.errors = []

    def error(self, problem):
        self.errors.append(problem)

    def warn(self, text, *_button):
        self.errors.append(text)


class Rig:
    """Session, areas and the page on the demonstration pack, with two areas that overlap."""

    def __init__(self, qtbot, folder):
        self.qtbot, self.project = qtbot, QgsProject.instance()
        self.session = Session(self.project)
        self.areas = Areas(self.session, _Interface())
        self.background, self.said = Background(), Said()
        self.areas.failed.connect(self.said.error)
        self.book = ReferenceBook(self.session, self.areas, self.background)
        self.page = WhatIfPage(self.session, self.areas, self.book, self.background, self.said)
        qtbot.addWidget(self.page)
        self.session.open_pack(folder)
        grid = self.session.pack.grid
        middle = len(grid) * 45 // 100
        self.x, self.y = float(grid.column[middle]) * 100, float(grid.row[middle]) * 100
        self.areas.add([("West", self.square(300, 200, 300)), ("Oost", self.square(0, 0, 430))])
        self.page.resize(364, 700)
        self.page.show()
        self.results = self.page.results

    def square(self, dx, dy, half):
        x, y = self.x + dx, self.y + dy
        return QgsGeometry.fromRect(QgsRectangle(x - half, y - half, x + half, y + half))

    def slide(self, dimension, steps):
        """Move a slider by steps of 0.01, as the keyboard does."""
        slider = self.page.rows[dimension].slider
        for _ in range(abs(steps)):
            self.qtbot.keyClick(slider, Qt.Key.Key_Right if steps > 0 else Qt.Key.Key_Left)

    def amounts(self):
        return {step.dimension: step.amount for step in self.page.kept.current.steps}

    def algorithm(self, run, tmp_path, name=None):
        """The row of the algorithm for the current area, by the scenarios as the page keeps them."""
        self.page.kept._write_what_waits()
        file = tmp_path / "scenarios.json"
        file.write_text(self.project.readEntry("leefbaarometer", "whatif/book", "")[0])
        layer = areas_layer(self.areas.geometry().asWkt(17))
        given = {"NAME": name} if name else {}
        made = run("scenario", PACK=self.session.pack.folder, AREAS=layer, SCENARIO=file, **given, **HERE)
        return rows(made["OUTPUT"])[0]

    def is_shown(self, row):
        """Whether the page shows what a row of the algorithm holds."""
        results = self.results
        assert results.base.text() == f"{row['lbm_base']:.2f}"
        assert results.result.text() == f"{row['lbm_result']:.2f}"
        assert results.difference.text() == f"{row['change']:+.2f}".replace("-", "−")
        for chip, suffix in zip(results.chips, ("base", "result"), strict=True):
            assert chip.text() == f"{row[f'class_{suffix}']} · {row[f'class_name_{suffix}']}"
        shares = [cell[2].value for cell in results.bar.table()[1:]]
        assert shares == pytest.approx([100 * row[f"share_{number}_result"] for number in range(1, 10)], abs=1e-9)
        flipped = f"{row['flipped']:,.0f} of {row['weight_base']:,.0f} dwellings get another class"
        assert results.flipped.text() == flipped
        low = 100 * sum(row[f"share_{number}_result"] for number in range(1, 5))
        assert results.bar._data.summary == f"weak or lower: {low:.1f}\u00a0%"
        now = 100 * sum(row[f"share_{number}_base"] for number in range(1, 5))
        assert results.bar._data.beside == f"now {now:.1f}\u00a0%"


@pytest.fixture(autouse=True)
def _english_numbers(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def rig(qtbot, schiedam_folder):
    made = Rig(qtbot, schiedam_folder)
    yield made
    close(made)


def close(rig):
    rig.background.cancel_all()
    rig.page.disconnect_project()
    rig.areas.disconnect_project()
    rig.session.disconnect_project()
    rig.project.clear()


def test_the_figures_are_those_of_the_algorithm(rig, run, tmp_path):
    assert "not a forecast" in rig.page.caveat.accessibleName() and rig.page.caveat.isVisible()
    assert rig.results.difference.text() == "0.00" and rig.page.kept.current is None
    assert rig.results.flipped.text().startswith("0 of ")
    rig.slide("onv", 12)
    rig.slide("soc", -3)
    assert rig.amounts() == pytest.approx({"onv": 0.12, "soc": -0.03})
    row = rig.algorithm(run, tmp_path)
    assert row["change"] == pytest.approx(0.09, abs=1e-12) and row["flipped"] > 0
    rig.is_shown(row)
    for name in DIMENSIONS:
        page_row = rig.page.rows[name]
        assert page_row.shown.base == pytest.approx(row[f"{name}_base"], abs=1e-12)
        assert page_row.shown.value == pytest.approx(row[f"{name}_result"], abs=1e-12)
        assert page_row.box.text() == f"{row[f'{name}_result']:+.2f}".replace("-", "−")
    number = row["class_result"]
    bounds = rig.session.model.total_classification.bounds
    up = bounds[number - 1] - row["lbm_result"]
    assert f"{up:.2f} more to class {number + 1}" in rig.results.distance.text().replace("\u00a0", " ")


def test_another_area_is_met_for_its_part(rig, run, tmp_path):
    rig.slide("onv", 20)
    rig.areas.set_current(next(fid for fid, name in rig.areas.names().items() if name == "West"))
    row = rig.algorithm(run, tmp_path)
    assert 0.0 < row["change"] < 0.20
    rig.is_shown(row)
    assert rig.page.rows["onv"].shown.added == 0.0
    assert "Measures elsewhere or of another kind in this scenario: 1." in rig.page.note.text()
    rig.slide("vrz", 5)  # of this area, beside the other's
    assert [(step.target.name, step.dimension) for step in rig.page.kept.current.steps] == [
        ("Oost", "onv"),
        ("West", "vrz"),
    ]
    rig.is_shown(rig.algorithm(run, tmp_path))


def test_to_the_gemeente_and_back(rig, schiedam_folder):
    gemeente = next(one for one in rows(official(schiedam_folder, "gemeente")) if one["code"] == "GM0606")
    toward, back = ({one.text(): one for one in button.menu().actions()} for button in (rig.page.toward, rig.page.back))
    toward["social"].trigger()
    row = rig.page.rows["soc"]
    assert row.shown.value == pytest.approx(gemeente["soc_2024"], abs=1e-9)
    toward["all dimensions"].trigger()
    for name, one in rig.page.rows.items():
        assert one.shown.value == pytest.approx(gemeente[f"{name}_2024"], abs=1e-9), name
        assert one.slider.value() == round(100 * round(one.shown.value, 2))
    back["social"].trigger()
    assert set(rig.amounts()) == {"fys", "onv", "vrz", "won"}
    rig.qtbot.mouseDClick(rig.page.rows["won"].label, Qt.MouseButton.LeftButton)
    rig.qtbot.keyClick(rig.page.rows["vrz"].slider, Qt.Key.Key_Delete)
    assert set(rig.amounts()) == {"fys", "onv"}
    back["all dimensions"].trigger()
    assert rig.amounts() == {} and rig.results.difference.text() == "0.00"


def test_undo_and_redo_and_a_held_slider_is_one_change(rig):
    slider = rig.page.rows["fys"].slider
    begin = slider.value()
    slider.setSliderDown(True)
    for step in range(1, 8):
        slider.setValue(begin + step)
    slider.setSliderDown(False)
    rig.page.rows["fys"].box.setValue((begin + 10) / 100)
    assert rig.amounts() == pytest.approx({"fys": 0.10})
    undo, redo = rig.page.names.undo, rig.page.names.redo
    undo.click()
    assert rig.amounts() == pytest.approx({"fys": 0.07}) and slider.value() == begin + 7
    undo.click()
    assert rig.page.kept.current is None and slider.value() == begin and not undo.isEnabled()
    redo.click()
    assert rig.results.difference.text() == "+0.07"
    redo.click()
    assert rig.results.difference.text() == "+0.10" and not redo.isEnabled()


def test_scenarios_are_named_copied_continued_and_deleted(rig):
    rig.slide("onv", 4)
    actions = {action.text(): action for action in rig.page.names.menu.actions()}
    name = rig.page.names.name
    assert name.currentText() == "Scenario 1"
    name.setEditText("quieter")
    name.lineEdit().editingFinished.emit()
    actions["Duplicate"].trigger()
    assert name.currentText() == "quieter, copy" and rig.amounts() == pytest.approx({"onv": 0.04})
    actions["Continue from this one"].trigger()
    assert rig.page.kept.current.steps == () and rig.results.difference.text() == "+0.04"
    rig.slide("onv", 3)  # on top of what it continues
    assert rig.amounts() == pytest.approx({"onv": 0.03}) and rig.results.difference.text() == "+0.07"
    actions["New scenario"].trigger()
    assert rig.results.difference.text() == "0.00"
    assert [name.itemText(at) for at in range(name.count())][:2] == ["quieter", "quieter, copy"]
    name.setCurrentIndex(0)
    name.activated.emit(0)
    assert rig.results.difference.text() == "+0.04"
    actions["Delete"].trigger()
    assert "quieter" not in [name.itemText(at) for at in range(name.count())]


def test_kept_with_the_project_through_saving_and_opening(qtbot, schiedam_folder, tmp_path, run):
    rig = Rig(qtbot, schiedam_folder)
    rig.slide("won", -6)
    rig.page.kept.rename("minder ‘overlast’ & meer")
    shown = [label.text() for label in rig.results.scores]
    before = {path: path.read_bytes() for path in schiedam_folder.rglob("*") if path.is_file()}
    path = str(tmp_path / "p.qgz")
    assert rig.project.write(path)  # at once: what waits is written first
    close(rig)
    again = Rig.__new__(Rig)
    again.qtbot, again.project = qtbot, QgsProject.instance()
    again.session = Session(again.project)
    again.areas = Areas(again.session, _Interface())
    again.background, again.said = Background(), Said()
    again.book = ReferenceBook(again.session, again.areas, again.background)
    again.page = WhatIfPage(again.session, again.areas, again.book, again.background, again.said)
    qtbot.addWidget(again.page)
    again.results = again.page.results
    assert again.project.read(path)
    again.page.show()
    try:
        assert again.page.names.name.currentText() == "minder ‘overlast’ & meer"
        assert again.amounts() == pytest.approx({"won": -0.06})
        assert [label.text() for label in again.results.scores] == shown and again.said.errors == []
        assert {path: path.read_bytes() for path in before} == before, "the data are read only"
        again.project.clear()
        assert again.page.kept.current is None
    finally:
        close(again)


@pytest.mark.parametrize("text", ["{", '{"format": 2}', '{"format": 1, "scenarios": [{"id": 3}]}'])
def test_scenarios_that_cannot_be_read_are_said_and_put_aside(rig, text):
    rig.project.writeEntry("leefbaarometer", "whatif/book", text)
    rig.page.kept.restore()
    (problem,) = rig.said.errors
    assert "can't be read" in str(problem)
    rig.slide("fys", 1)
    rig.page.kept._write_what_waits()
    assert rig.project.readEntry("leefbaarometer", "whatif/unread", "")[0] == text
    assert json.loads(rig.project.readEntry("leefbaarometer", "whatif/book", "")[0])["scenarios"]


def test_without_area_dimensions_or_with_a_measure_elsewhere(rig):
    rig.slide("fys", 2)
    bare = next(year for year in rig.session.pack.years if year not in rig.session.years_of("fys"))
    rig.session.set_year(bare)
    assert f"No dimensions were published for {bare}." in rig.page.note.text()
    assert f"Left out: The dimensions of {bare} aren't published" in rig.page.note.text()
    assert not rig.page.rows["fys"].slider.isEnabled() and rig.results.difference.text() == "0.00"
    rig.session.set_year(2024)
    assert rig.page.note.text() == "" and rig.results.difference.text() == "+0.02"
    rig.areas.set_sketch(rig.square(0, 0, 200))
    assert not rig.page.editor.isVisible() and "Close the area" in rig.page.state.text()
    rig.areas.set_sketch(None)
    rig.areas.add([("zee", QgsGeometry.fromWkt("Polygon ((0 400000, 9 400000, 9 400009, 0 400009, 0 400000))"))])
    assert not rig.results.isVisible() and not rig.page.rows["fys"].slider.isEnabled()
    assert rig.page.kept.current is not None and rig.said.errors == []


def test_a_slider_answers_within_a_frame(rig):
    slider = rig.page.rows["onv"].slider
    slider.setValue(slider.value() + 1)
    taken = []
    for step in range(20):
        began = time.process_time()
        slider.setValue(slider.value() + (1 if step % 2 else -1))
        QApplication.processEvents()
        taken.append(time.process_time() - began)
    assert sorted(taken)[10] < 0.05, "16 ms is the aim, painting included; machines that run this may be slower"


def test_how_sure_is_told_as_the_algorithm_does(rig, run):
    page = rig.page
    assert page.how_sure.text() == "How sure?" and not page.sureness.isVisible()
    page.how_sure.click()
    assert page.how_sure.text() == "Cancel" and page.sureness.progress.isVisible()
    rig.qtbot.waitUntil(lambda: not page.sureness.is_running, timeout=60_000)
    layer = areas_layer(rig.areas.geometry().asWkt(17))
    (row,) = rows(run("robustness", PACK=rig.session.pack.folder, AREAS=layer, **HERE)["OUTPUT"])
    share, runs = f"{100 * row['holds']:.1f}\u00a0%", f"{row['runs']:,}"
    said = f"Situation now: class {row['class']} ({row['class_name']}) in {share} of {runs} variants. "
    assert page.sureness.said.text().startswith(said) and page.sureness.said.text().endswith("most.")
    shares = [cell[2].value for cell in page.sureness.bar.table()[1:]]
    assert shares == pytest.approx([100 * row[f"runs_{number}"] for number in range(1, 10)], abs=1e-9)
    assert page.how_sure.text() == "How sure?"
    rig.slide("fys", 3)
    assert page.sureness.isVisible(), "it is of the situation now"
    rig.areas.set_current(next(fid for fid, name in rig.areas.names().items() if name == "West"))
    assert not page.sureness.isVisible()
    page.how_sure.click()
    page.how_sure.click()
    rig.qtbot.waitUntil(lambda: not page.sureness.is_running, timeout=60_000)
    assert not page.sureness.isVisible() and rig.said.errors == []


def test_a_name_that_turns_bold_is_painted_again(qtbot):
    """The text stays the same, so that Qt alone would not paint it."""
    painted = []

    class Counted(ElidedLabel):
        def paintEvent(self, event):
            painted.append(self._strong)
            super().paintEvent(event)

    label = Counted()
    qtbot.addWidget(label)
    label.set_texts("", "veiligheid")
    label.resize(100, 20)
    label.show()
    qtbot.waitUntil(lambda: painted == [""] or len(painted) > 0)
    QApplication.processEvents()
    painted.clear()
    label.set_texts("veiligheid")
    qtbot.waitUntil(lambda: "veiligheid" in painted, timeout=2000)
