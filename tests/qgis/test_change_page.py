# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of change: in step with the session, the figures of the data room, and nothing computed twice or late."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely
from qgis.core import QgsGeometry, QgsProject, QgsRectangle, QgsSettings, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QLabel

from leefbaar_plugin.analysis.change.change_view import OWN, level_changes, own_changes
from leefbaar_plugin.analysis.change.development import pack_development
from leefbaar_plugin.analysis.change.monitor import monitor_areas
from leefbaar_plugin.analysis.comparison import OwnArea
from leefbaar_plugin.analysis.derived import CHANGE
from leefbaar_plugin.analysis.groups.area_groups import groups_of
from leefbaar_plugin.analysis.groups.group_figures import cover_areas, cover_groups
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.reported.question import ReportedQuestion, reported_columns
from leefbaar_plugin.analysis.same_squares import trend_on_same
from leefbaar_plugin.analysis.signals.letters import load_letters, load_reported
from leefbaar_plugin.gui.change.controls import CURRENT
from leefbaar_plugin.gui.change.note import ChangeNote
from leefbaar_plugin.gui.change.page import ChangePage
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.references import ReferenceBook
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.widgets.column import CLASS, SIGNED, TEXT
from leefbaar_plugin.gui.widgets.elided import ElidedCombo
from leefbaar_plugin.gui.widgets.figure_model import FigureColumn, FigureModel
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.words import formats
from leefbaar_plugin.words.change import monitor_sentences
from tests.builders import area_development


class _Interface:
    def setActiveLayer(self, _layer):
        return True


class _Late(QObject):
    """A background whose work is done when the test says so."""

    ended = pyqtSignal(str)

    def __init__(self):
        super().__init__()
        self.waiting = {}
        self.started = []

    def start(self, subject, _title, function, done, failed):
        self.waiting[subject] = (function, done, failed)
        self.started.append(subject)

    def is_running(self, subject):
        return subject in self.waiting

    def cancel(self, subject):
        self.waiting.pop(subject, None)

    def finish(self, subject):
        function, done, failed = self.waiting.pop(subject)
        try:
            found = function(lambda _fraction: True)
        except Exception as problem:
            failed(problem)
        else:
            done(found)

    def finish_all(self):
        while self.waiting:
            self.finish(next(iter(self.waiting)))


class _Messages:
    def __init__(self):
        self.said, self.problems = [], []

    def info(self, text, *_more):
        self.said.append(text)

    def error(self, problem):
        self.problems.append(problem)


class Rig:
    """Session, areas and the page on the demonstration, with two areas that overlap."""

    def __init__(self, qtbot, folder):
        self.project = QgsProject.instance()
        self.session = Session(self.project)
        self.areas = Areas(self.session, _Interface())
        self.late, self.messages, self.canvas = _Late(), _Messages(), QgsMapCanvas()
        self.book = ReferenceBook(self.session, self.areas, self.late)
        self.page = ChangePage(self.session, self.areas, self.book, self.late, self.messages, self.canvas)
        for widget in (self.canvas, self.page):
            qtbot.addWidget(widget)
        self.session.open_pack(folder)

    def draw(self, name="west", x=86_000, y=436_000, size=700):
        shape = QgsGeometry.fromRect(QgsRectangle(x, y, x + size, y + size))
        assert self.areas.add([(name, shape)])

    def show(self, subject=None):
        self.page.resize(372, 900)
        self.page.show()
        if subject:
            self.page.controls.choose(subject)
        self.late.finish_all()

    def close(self):
        self.areas.disconnect_project()
        self.session.disconnect_project()
        self.project.clear()


@pytest.fixture
def rig(qtbot, qgis_app, schiedam_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path))
    QgsSettings().remove("leefbaarometer/waterbed_rings")
    made = Rig(qtbot, schiedam_folder)
    yield made
    made.close()


def test_every_choice_stands_beside_its_label(rig):
    rig.show()
    controls = rig.page.controls
    labels = [label for label in controls.findChildren(QLabel) if label.buddy() is not None]
    assert {label.buddy() for label in labels} == {controls.since, controls.until, controls.subject}
    for label in labels:
        assert abs(label.geometry().center().y() - label.buddy().geometry().center().y()) <= 2, label.text()
        assert label.geometry().right() < label.buddy().geometry().left()


def test_without_an_area_it_says_what_to_do(rig):
    rig.show()
    assert "Draw or choose an area first" in rig.page.state.text() and not rig.page._body.isVisible()
    rig.page.controls.choose(OWN)
    assert "no own areas yet" in rig.page.state.text()
    assert [rig.page.controls.subject.itemData(n) for n in range(6)] == [
        *(CURRENT, OWN, "gemeente", "wijk", "buurt", "pc4"),
    ]
    assert "own outlines" in rig.page.controls.subject.itemText(3)


def test_nothing_is_computed_while_it_is_hidden(rig):
    rig.draw()
    assert "change" not in rig.late.started
    rig.show()
    assert rig.late.started.count("change") == 1
    rig.page.hide()
    rig.draw("east", 86_500)
    assert rig.late.started.count("change") == 1
    rig.page.show()
    assert rig.late.started.count("change") == 2


def test_the_current_area(rig):
    rig.draw()
    rig.session.set_since(2014)
    rig.show()
    page, wkb = rig.page, rig.areas.outline()
    found = area_development(rig.session.measurer, [wkb], 2014, 2024)
    assert page.figure.value.text() == formats.signed_score(float(found.change.total[0]))
    assert page.figure.chip.text().startswith(str(found.classes[0, 0])) and page.figure.own.isVisible()
    steps = page.figure.waterfall._data
    assert steps.start + sum(step.value for step in steps.steps) == pytest.approx(steps.end, abs=1e-9)
    assert steps.end - steps.start == pytest.approx(found.change.total[0], abs=1e-9) and len(steps.steps) == 5
    bar = page.figure.bar._data
    assert [bar.worse, bar.same, bar.better] == pytest.approx(found.shares[0, 0].tolist())
    assert not page.table.isVisible() and "west" in page.words.text() and "not a causal model" in page.words.text()
    page.copy.click()
    assert QApplication.clipboard().text() == page.words.text()


def test_years_in_step_with_the_session(rig):
    rig.draw()
    rig.show()
    page, session = rig.page, rig.session
    assert (page.controls.since.currentData(), page.controls.until.currentData()) == (session.since, session.year)
    index = page.controls.since.findData(2014)
    page.controls.since.setCurrentIndex(index)
    page.controls.since.activated.emit(index)
    assert session.since == 2014
    session.set_year(2022)
    rig.late.finish_all()
    assert page.controls.until.currentData() == 2022 and "2014–2022" in page.figure.title.text()
    assert [page.controls.since.itemData(n) for n in range(page.controls.since.count())][-1] == 2020
    page.controls.on_map.click()
    assert session.kind == CHANGE and not page.controls.on_map.isVisible()
    session.set_kind("situation")
    session.set_year(2002)
    assert "no earlier year" in page.state.text() and not page._body.isVisible()


def test_years_without_dimensions_have_no_waterfall(rig):
    rig.draw()
    rig.session.set_since(2002)
    rig.show()
    assert not rig.page.figure.waterfall.isVisible() and "can't be taken apart" in rig.page.figure.no_waterfall.text()
    assert rig.page.figure.value.text() != formats.NO_VALUE


def test_own_areas_in_a_table(rig):
    rig.draw()
    rig.draw("east", 86_400)
    rig.session.set_since(2014)
    rig.show(OWN)
    page = rig.page
    areas = [OwnArea(fid, name, None) for fid, name in rig.areas.names().items()]
    shapes = rig.areas.geometries()
    areas = [OwnArea(area.fid, area.name, bytes(shapes[area.fid].asWkb())) for area in areas]
    view = own_changes(Measurer(rig.session.pack), areas, 2014, 2024)
    assert page.table.isVisible() and page.table.model.rowCount() == 2
    for row in range(2):
        shown = page.table.model.data(page.table.model.index(row, 1))
        assert shown == formats.signed_score(float(view.changes.found.change.total[row]))
    assert "All together" in page.figure.title.text()
    assert page.figure.value.text() == formats.signed_score(view.together("").total)
    page.table.choose([1])
    assert page.figure.title.text().startswith("east")
    assert page.figure.value.text() == formats.signed_score(view.one(1).total)
    page.zoom.click()
    extent = rig.canvas.extent()
    assert extent.contains(shapes[areas[1].fid].boundingBox())


def test_all_buurten_and_the_squares_are_found_once(rig):
    rig.session.set_since(2014)
    rig.show("buurt")
    page = rig.page
    pack = rig.session.pack
    view = level_changes(pack, "buurt", 2014, 2024, rig.session.measurer)
    assert page.table.model.rowCount() == len(view) > 12 and page.search.isVisible()
    whole = pack_development(rig.session.measurer, 2014, 2024)
    assert page.figure.value.text() == formats.signed_score(float(whole.change.total[0]))
    coverage = page._view.changes.coverage
    rig.session.set_since(2020)
    rig.late.finish_all()
    assert page._view.since == 2020 and page._view.changes.coverage is coverage
    assert page._view.outlines == view.outlines
    page.table.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    shown = [page._view.changes.found.change.total[page.table.model.place(row)] for row in range(5)]
    assert shown == sorted(shown)
    page.search.setText(view.names[5].upper())
    assert 1 <= page.table.model.rowCount() < len(view)
    assert page.table.model.data(page.table.model.index(0, 0)) == view.names[5]
    page.search.clear()
    rows = page.table.model.table_text().splitlines()
    assert len(rows) == len(view) + 1 and rows[0].split("\t")[1] == "Change of the total score, 2020–2024"


def test_the_newest_question_wins(rig):
    rig.draw()
    rig.show()
    rig.session.set_since(2014)
    first = rig.late.waiting["change"]
    rig.session.set_since(2016)
    rig.late.finish_all()
    title = rig.page.figure.title.text()
    first[1](first[0](lambda _fraction: True))
    assert rig.page.figure.title.text() == title and "2016" in title


def test_a_layer_of_the_change(rig):
    rig.session.set_since(2014)
    rig.show("buurt")
    rig.page.layer.click()
    rig.late.finish_all()
    assert rig.messages.problems == [] and "was added" in rig.messages.said[0]
    layers = [one for one in rig.project.mapLayers().values() if "layername=gevonden" in one.source()]
    assert len(layers) == 1
    layer = layers[0]
    assert isinstance(layer, QgsVectorLayer) and layer.isValid() and "2014–2024" in layer.name()
    assert layer.featureCount() == rig.page.table.model.rowCount()
    assert "weight: dwellings" in layer.customProperty("leefbaarometer/recipe") and layer.metadata().abstract()
    found = {feature["code"]: feature["change"] for feature in layer.getFeatures()}
    view = rig.page._view
    for code, change in zip(view.keys, view.changes.found.change.total.tolist()):
        assert found[code] == pytest.approx(change)
    assert layer.renderer().classAttribute() == '"change_class"'


def _open(rig, name):
    button = rig.page.deeper.findChild(QObject, f"LeefbaarometerChange{name}")
    button.click()
    rig.late.finish_all()
    return button


def test_around_the_area(rig):
    rig.draw()
    rig.session.set_since(2014)
    rig.show()
    assert "change around" not in rig.late.started
    _open(rig, "Around")
    part = rig.page.deeper.around
    assert part.table.model.rowCount() == 4 and "association" in part.words.text()
    assert part.table.model.data(part.table.model.index(1, 0)) == "0–250 m"
    assert part.trend.years() == rig.session.pack.years
    part.rings.setText("500, 100")
    part.rings.editingFinished.emit()
    assert "Distance 100 has to be larger" in part.state.text() and not part.table.isVisible()
    part.rings.setText("300")
    part.rings.editingFinished.emit()
    rig.late.finish_all()
    assert part.table.model.rowCount() == 3
    part.layer.click()
    rig.late.finish_all()
    layers = [one for one in rig.project.mapLayers().values() if "layername=gevonden" in one.source()]
    assert layers[0].subsetString() == '"year" = 2024' and layers[0].featureCount() == 3
    _open(rig, "Around")
    assert not part.isVisible()


def test_around_needs_one_area(rig):
    rig.draw()
    rig.draw("east", 86_400)
    rig.show(OWN)
    _open(rig, "Around")
    part = rig.page.deeper.around
    assert "Choose an area" in part.state.text()
    rig.page.table.choose([0])
    rig.late.finish_all()
    assert part.table.model.rowCount() == 4 and "west" in part.words.text()


def test_monitor(rig):
    rig.draw()
    rig.draw("east", 86_400)
    rig.session.set_since(2014)
    rig.show(OWN)
    _open(rig, "Monitor")
    part = rig.page.deeper.monitor
    model = part.table.model
    assert model.rowCount() == 3 and model.data(model.index(2, 0)) == "all together"
    assert "Together the 2 areas score" in part.words.text()
    started = len(rig.late.started)
    part.same.setChecked(False)
    rig.late.finish_all()
    assert len(rig.late.started) == started + 1
    part.layer.click()
    rig.late.finish_all()
    assert rig.messages.problems == []


def test_groups_and_transitions(rig):
    rig.draw()
    rig.session.set_since(2014)
    rig.show()
    _open(rig, "GroupShares")
    part = rig.page.deeper.groups
    assert part.table.isVisible() and part.table.model.rowCount() >= 1
    button = _open(rig, "Transitions")
    assert not part.isVisible() and button.isChecked()
    matrix = rig.page.deeper.transitions.matrix
    data = matrix._data
    assert "west" in data.title
    for row in data.shares:
        known = [share for share in row if share == share]
        assert not known or sum(known) == pytest.approx(1)
    assert len(matrix.table()) == 10 and matrix.parts(matrix._box())
    assert "came in a higher class" in rig.page.deeper.transitions.words.text()


def _cells(table):
    model = table.model
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.mark.parametrize("figure", list(load_reported()))
def test_figures_of_the_letters_are_those_of_the_algorithm(rig, figure):
    rig.draw()
    rig.session.set_since(2014)
    rig.show()
    _open(rig, "Letters")
    part = rig.page.deeper.letters
    combo = part.figures
    combo.setCurrentIndex(combo.findData(figure))
    combo.activated.emit(combo.currentIndex())
    if figure == "groups":
        part.kinds.setCurrentIndex(part.kinds.findData("gemeenten"))
        part.kinds.activated.emit(part.kinds.currentIndex())
    rig.late.finish_all()
    assert rig.messages.problems == [] and part.table.isVisible()
    assert part.kinds.isVisible() == (figure not in ("buurten", "themes"))
    measurer, area = rig.session.measurer, rig.page._view.outlines[0]
    covered = cover_areas(measurer, [area], ["west"])
    if figure == "groups":
        covered = cover_groups(measurer, groups_of(measurer.pack, "gemeenten"))
    columns = reported_columns(covered, ReportedQuestion(figure, 2014, 2024), "en")
    shown = part.table.model.columns
    name, values = {
        "movers": ("Down", columns.get("fallen")),
        "sums": ("Dw. 1–4", columns.get("dwellings_1_4")),
        "concentration": ("Part", columns.get("part_1_3")),
        "buurten": ("Inh.", columns.get("inhabitants")),
        "against": ("Ref.", columns.get("reference_share")),
        "groups": ("Chg.", columns.get("change", [])[::6]),
        "spread": ("Gap", columns.get("gap")),
        "themes": ("Level", [f"{one:.2f}".replace("-", "−") for one in columns.get("pearson", [])[:15]]),
    }.get(figure, ("’24", columns.get("lbm", [])[8::9]))
    (column,) = [one for one in shown if one.title == name][:1]
    assert list(column.values) == values and len(values) >= 1
    assert len(_cells(part.table)) == len(values)
    letters = load_reported()[figure].letters
    assert all(load_letters()[one].date["en"] in part.words.text() for one in letters)


@pytest.mark.parametrize(
    ("figure", "name"), [("against", "share"), ("concentration", "part_1_3"), ("movers", "fallen")]
)
def test_letters_of_a_set_of_areas_and_of_each(rig, figure, name):
    rig.draw()
    rig.draw("east", x=87_000, y=436_500)
    rig.show(OWN)
    _open(rig, "Letters")
    part = rig.page.deeper.letters
    part.figures.setCurrentIndex(part.figures.findData(figure))
    part._choose()
    wkb = rig.page._view.outlines[:2]
    measurer = rig.session.measurer
    for kind, keys in (("together", ["set", "set"]), ("each", list(rig.page._view.names[:2]))):
        part.kinds.setCurrentIndex(part.kinds.findData(kind))
        part.kinds.activated.emit(part.kinds.currentIndex())
        rig.late.finish_all()
        expected = reported_columns(cover_areas(measurer, wkb, keys), ReportedQuestion(figure, 2022, 2024), "en")
        shown = part.table.model.columns
        assert expected[name] in [list(one.values) for one in shown]
        grouped = shown[0].title == "Group"
        assert grouped == (kind == "each") and (not grouped or list(shown[0].values) == expected["group_name"])
    for figure in ("spread", "paths_last"):  # tables with a row per year or class and area
        part.figures.setCurrentIndex(part.figures.findData(figure))
        part._choose()
        rig.late.finish_all()
        assert rig.messages.problems == [] and set(part.table.model.columns[0].values) == set(rig.page._view.names[:2])


def test_letters_of_areas_that_arent_there_or_too_many(rig):
    rig.show("buurt")
    _open(rig, "Letters")
    part = rig.page.deeper.letters
    part.figures.setCurrentIndex(part.figures.findData("against"))
    part.kinds.setCurrentIndex(part.kinds.findData("together"))
    part._choose()
    rig.late.finish_all()
    few = len(rig.page._view.names) <= rig.page.deeper.most_areas
    assert part.table.isVisible() == few and ("too many areas" in part.state.text()) != few


@pytest.mark.parametrize("figure", [one for one in load_reported() if one != "themes"])
def test_figures_of_the_letters_carry_their_warnings(rig, monkeypatch, figure):
    """A sign behind the name of every row with few dwellings or little covered, and the words above the table."""
    rig.draw()
    rig.session.set_since(2014)
    for least, coverage, expected in (("0", "0", False), ("1e9", "0", True), ("0", "100", True)):
        monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_DWELLINGS", least)
        monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_COVERAGE", coverage)
        rig.show()
        if not rig.page.deeper.letters.isVisible():
            _open(rig, "Letters")
        part = rig.page.deeper.letters
        part.figures.setCurrentIndex(part.figures.findData(figure))
        part._choose()
        rig.late.finish_all()
        names = part.table.model.columns[0].values
        assert any("⚠" in name for name in names) == expected
        said = part.warned.text()
        assert bool(said) == expected and part.warned.isVisible() == expected
        if expected:
            assert ("few dwellings" in said) == (least != "0") and ("of the surface" in said) == (coverage != "0")
        if figure == "groups":
            assert part.kinds.currentData() == "cities"
    part.figures.setCurrentIndex(part.figures.findData("themes"))
    part._choose()
    rig.late.finish_all()
    assert not part.warned.isVisible() and part.table.isVisible()


def test_groups_that_a_figure_needs_dont_stay_for_the_next(rig):
    rig.draw()
    rig.show()
    _open(rig, "Letters")
    part = rig.page.deeper.letters

    def choose(figure, kind=None):
        part.figures.setCurrentIndex(part.figures.findData(figure))
        part.figures.activated.emit(part.figures.currentIndex())
        if kind:
            part.kinds.setCurrentIndex(part.kinds.findData(kind))
            part.kinds.activated.emit(part.kinds.currentIndex())
        rig.late.finish_all()
        return part.kinds.currentData()

    assert [choose(one) for one in ("movers", "groups", "movers")] == ["focus", "cities", "focus"]
    assert "west" in part.words.text()
    assert choose("groups", "gemeenten") == choose("movers") == "gemeenten"  # chosen by the user, so it stays


@pytest.mark.parametrize("width", [330, 380])
def test_letters_show_years_and_classes_whole(rig, width):
    rig.draw()
    rig.show("buurt")
    _open(rig, "Letters")
    part = rig.page.deeper.letters
    part.resize(width - 24, 700)
    for figure in ("movers", "buurten", "spread", "paths_first", "themes"):
        part.figures.setCurrentIndex(part.figures.findData(figure))
        part._choose()
        rig.late.finish_all()
        table = part.table
        table.resize(width - 24, table.height())
        column = table.model.columns[0]
        widest = max(table.view.fontMetrics().horizontalAdvance(name) for name in column.values)
        assert table.view.columnWidth(0) >= widest, figure
        shown = [at for at in range(len(table.model.columns)) if not table.view.isColumnHidden(at)]
        assert len(shown) >= 2, figure  # and a figure beside it
    for combo in (part.figures, part.kinds):
        for at in range(combo.count()):
            combo.setCurrentIndex(at)
            whole = combo.shown_text() == combo.currentText()
            assert whole or (combo.shown_text().endswith("…") and combo.itemText(at).startswith("country"))


def test_a_choice_without_room_is_shortened_and_told_whole(qtbot):
    combo = ElidedCombo()
    qtbot.addWidget(combo)
    combo.addItems(["short", "a name that is much longer than the room there is for it"])
    combo.setItemData(0, "in full", Qt.ItemDataRole.ToolTipRole)
    combo.resize(120, 24)
    assert combo.shown_text() == "short" and combo.whole_text() == "in full"
    combo.setCurrentIndex(1)
    assert combo.shown_text().endswith("…") and combo.whole_text() == combo.currentText()
    combo.resize(900, 24)
    assert combo.shown_text() == combo.currentText() and not combo.grab().isNull()


def test_around_groups_and_transitions_carry_their_warnings(rig, monkeypatch):
    rig.draw()
    rig.session.set_since(2014)
    for least, expected in (("1e9", True), ("0", False)):
        monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_DWELLINGS", least)
        monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_COVERAGE", "0")
        for name, part in (("Around", "around"), ("GroupShares", "groups"), ("Transitions", "transitions")):
            rig.show()
            part = getattr(rig.page.deeper, part)
            if not part.isVisible():
                _open(rig, name)
            part.again()
            rig.late.finish_all()
            assert ("few dwellings" in part.warned.text()) == part.warned.isVisible() == expected, name


def test_the_note_under_the_map_choice_warns_too(rig, qtbot, monkeypatch):
    rig.draw()
    rig.session.set_since(2014)
    rig.session.set_kind(CHANGE)
    note = ChangeNote(rig.session, rig.areas)
    qtbot.addWidget(note)
    for least, coverage, expected in (("0", "0", ""), ("1e9", "0", "few dwellings"), ("0", "100", "of the surface")):
        monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_DWELLINGS", least)
        monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_COVERAGE", coverage)
        note._follow()
        assert "west" in note.text() and ("⚠" in note.text()) == bool(expected) and expected in note.text()


def test_groups_without_a_list_are_named(rig):
    rig.show("buurt")
    _open(rig, "Letters")
    part = rig.page.deeper.letters
    part.figures.setCurrentIndex(part.figures.findData("groups"))
    part._choose()
    rig.late.finish_all()
    assert part.kinds.currentData() == "cities" and "twenty areas of the NPLV" in part.words.text()


def test_letters_of_all_squares(rig):
    rig.show("buurt")
    _open(rig, "Letters")
    assert "all squares of the data pack" in rig.page.deeper.letters.words.text()
    assert rig.page.deeper.letters.minimumSizeHint().width() <= 302


def test_another_pack_forgets_everything(rig, schiedam_folder):
    rig.session.set_since(2014)
    rig.show("buurt")
    assert rig.page._known
    rig.session.open_pack(schiedam_folder)
    rig.late.finish_all()
    assert rig.page._view is None or rig.page._view.model is rig.session.model


# The table of figures


def column(kind, values, **more):
    return FigureColumn("t", "title", "tip", kind, values, **more)


def test_sorting_puts_no_value_and_sums_last():
    model = FigureModel()
    names = column(TEXT, ["b", "Á", "c", "d", "sum"])
    model.show_columns([names, column(SIGNED, [2.0, None, -1.0, float("nan"), 9.0])], total=1)
    order = lambda: [model.place(row) for row in range(model.rowCount())]  # noqa: E731
    assert order() == [0, 1, 2, 3, 4]
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert order() == [2, 0, 1, 3, 4]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert order() == [0, 2, 1, 3, 4]
    model.sort(0, Qt.SortOrder.AscendingOrder)
    assert order() == [1, 0, 2, 3, 4]
    model.set_filter("a")
    assert order() == [1]
    model.set_filter("")
    assert model.rowCount() == 5


def test_a_class_has_its_colour_and_its_name():
    model = FigureModel()
    of_class = column(CLASS, [1, None], colours=("#ff0000", "#00ff00"), names=("1 · low", "2 · high"))
    model.show_columns([column(TEXT, ["a", "b"]), of_class])
    index = model.index(0, 1)
    assert model.data(index) == "1" and model.data(index, Qt.ItemDataRole.BackgroundRole).color().name() == "#ff0000"
    assert "1 · low" in model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert model.data(model.index(1, 1)) == formats.NO_VALUE
    assert model.data(model.index(1, 1), Qt.ItemDataRole.BackgroundRole) is None
    assert model.table_text() == "title\ttitle\na\t1 · low\nb\t\n"


def test_figures_are_those_of_the_algorithms(rig, run, schiedam_folder):
    """The page shows the change of the layer that `leefbaarometer:monitor` writes for the same area and squares."""
    from .conftest import areas_layer, rows

    rig.draw()
    rig.session.set_since(2014)
    rig.show()
    shape = rig.areas.geometry().asWkt()
    made = rows(
        run(
            "monitor",
            PACK=schiedam_folder,
            AREAS=areas_layer(shape, kind="MultiPolygon"),
            YEARS="2014,2024",
            OUTPUT="TEMPORARY_OUTPUT",
        )["OUTPUT"]
    )
    one = rig.page._view.one(0)
    assert made[1]["change"] == pytest.approx(one.total, abs=1e-12)
    assert made[1]["lbm"] == pytest.approx(one.after, abs=1e-12) and made[0]["lbm"] == pytest.approx(one.before)
    assert made[1]["change_class"] == one.change_class
    assert open_pack(schiedam_folder).years == rig.session.pack.years


# The trend of the page of the area


@pytest.fixture
def trend_rig(rig, qtbot):
    from leefbaar_plugin.gui.area.page import AreaPage

    area = AreaPage(rig.session, rig.areas, None, rig.book)
    qtbot.addWidget(area)
    area.resize(372, 900)
    area.show()
    rig.area_page = area
    return rig


def test_the_trend_on_the_same_squares(trend_rig):
    rig = trend_rig
    pack, measurer = rig.session.pack, rig.session.measurer
    lacking = (pack.matrix.classes == 0).any(axis=1)
    place = int(lacking.nonzero()[0][0])
    x, y = float(pack.grid.column[place]) * 100, float(pack.grid.row[place]) * 100
    rig.draw("new", x - 900, y - 900, 1800)
    trend = rig.area_page.pictures.over_years
    same = trend_on_same(measurer, [rig.areas.outline()])
    assert same.left_out[0] > 0 and trend.same.isVisible() and not trend.same.isChecked()
    corners = pack.grid.column * 100.0, pack.grid.row * 100.0
    squares = shapely.box(*corners, corners[0] + 100, corners[1] + 100)
    inside = shapely.area(shapely.intersection(squares, shapely.from_wkb(rig.areas.outline()))) > 0
    ever = (pack.matrix.classes[inside] > 0).any(axis=1).sum()
    assert trend.note.text().startswith(f"Squares without a score in every year: {same.left_out[0]} of {ever}; ")
    assert trend.chart._data.series[0].values == pytest.approx(list(rig.areas.figures().trend))
    assert (
        trend.same.isEnabled()
        and str(same.left_out[0]) in trend.note.text()
        and "each counts in the years it has one" in trend.note.text()
    )
    trend.same.click()
    assert trend.chart._data.series[0].values == pytest.approx(same.scores.total[0].tolist())
    assert "left out of the trend" in trend.note.text()
    gemeente = rig.book.of_session()
    label, figures = trend.chart._data.series[1].name, gemeente.figures_on_same("gemeente:GM0606", 2024)
    assert "Schiedam" in label and trend.chart._data.series[1].values == pytest.approx(list(figures.trend))
    usual = gemeente.figures("gemeente:GM0606", 2024)
    assert figures.trend == usual.trend and figures.published, "as published, on whichever squares"
    assert gemeente.figures_on_same("country", 2024).trend != gemeente.figures("country", 2024).trend
    found = monitor_areas(gemeente, [rig.areas.outline()], pack.years, 2014).monitor
    assert found.scores.total[0].tolist() == pytest.approx(same.scores.total[0].tolist())
    assert found.city_total[0].tolist() == pytest.approx(list(figures.trend))


def test_an_outline_that_was_drawn_gives_way_to_that_of_the_area(rig):
    rig.draw()
    shape = QgsGeometry.fromRect(QgsRectangle(86_900, 436_900, 87_500, 437_500))
    rig.areas.set_sketch(shape)
    assert rig.areas.outline() == bytes(shape.asWkb())
    rig.areas.set_current(rig.areas.current)
    assert rig.areas.outline() == bytes(rig.areas.geometry().asWkb())


def test_an_area_with_all_squares_in_all_years_has_no_such_choice(trend_rig):
    rig = trend_rig
    pack = rig.session.pack
    there = (pack.matrix.classes > 0).all(axis=1)
    place = int(there.nonzero()[0][len(there) // 3])
    rig.draw("old", float(pack.grid.column[place]) * 100 + 10, float(pack.grid.row[place]) * 100 + 10, 80)
    trend = rig.area_page.pictures.over_years
    assert not trend.same.isVisible() and not trend.note.isVisible() and trend.chart._data is not None


def test_an_area_of_new_squares_only_keeps_its_own_trend(trend_rig):
    rig = trend_rig
    pack = rig.session.pack
    place = int((pack.matrix.classes == 0).any(axis=1).nonzero()[0][0])
    rig.project.writeEntry("leefbaarometer", "same_squares", True)
    rig.draw("new", float(pack.grid.column[place]) * 100 + 10, float(pack.grid.row[place]) * 100 + 10, 80)
    trend = rig.area_page.pictures.over_years
    assert trend.same.isVisible() and not trend.same.isEnabled() and not trend.same.isChecked()
    known = [value for value in trend.chart._data.series[0].values if value == value]
    assert known == [value for value in rig.areas.figures().trend if value is not None]


def test_a_reference_that_moved_is_a_step_of_its_own(rig):
    """In LBM 2.0 the national mean moves, which no dimension holds."""
    from leefbaar_plugin.gui.change.figure import waterfall_of

    rig.draw()
    rig.session.set_since(2014)
    rig.show()
    one = rig.page._view.one(0)
    moved = replace(one, reference=0.02, after=one.after + 0.02, total=one.total + 0.02)
    data = waterfall_of(rig.session.model, rig.session.palette, moved)
    assert [step.label for step in data.steps][-1] == "national mean" and data.steps[-1].value == 0.02
    assert data.start + sum(step.value for step in data.steps) == pytest.approx(data.end, abs=1e-9)
    rest = waterfall_of(rig.session.model, rig.session.palette, replace(one, after=one.after + 0.1))
    assert rest.steps[-1].label == "not explained by dimensions" and rest.steps[-1].value == pytest.approx(0.1)
    assert waterfall_of(rig.session.model, rig.session.palette, replace(one, before=None)) is None


def test_the_sentences_of_the_waterbed(rig):
    """Every answer has a sentence of its own, and only the one that fits speaks of a waterbed that may be there."""
    from types import SimpleNamespace

    import numpy as np

    from leefbaar_plugin.engine.change.waterbed import ASSOCIATIONS
    from leefbaar_plugin.words.change import association_sentences

    said = {}
    for number, association in enumerate(ASSOCIATIONS):
        bed = SimpleNamespace(
            since=2014,
            smallest=10.0,
            association=np.array([[-1, number]]),
            comparison=np.array([1]),
            change=np.array([[[np.nan, -32.0]]]),
            expected=np.array([[[np.nan, -4.0]]]),
            rings=np.array([[[0, 0]], [[0, 0]], [[np.nan, 46.0]], [[np.nan, 3.0]]]),
        )
        found = SimpleNamespace(waterbed=bed, scores=SimpleNamespace(years=(2014, 2024), weight="dwellings"))
        sentences = association_sentences("Plan", found, 2024)
        said[association] = " ".join(sentences)
        assert association_sentences("Plan", found, 2014) == ["Choose a period to compare."]
    assert len(set(said.values())) == len(ASSOCIATIONS)
    # a change smaller than that may stand beside it: then it isn't so that nothing fell or grew
    least = ("by 10 or more", "less than 10 beyond", "by 10 or more", "less than 10 beyond")
    assert all(words in said[one] for one, words in zip(ASSOCIATIONS[1:5], least))
    assert "too few dwellings" in said["small"] and "−32" not in said["small"]
    assert "by −32 in Plan and by +46 around it" in said["fits"] and "−4 and +3" in said["fits"]
    assert "association" in said["fits"] and "doesn't show that anything or anybody moved" in said["fits"]
    assert all("no sign of a waterbed" in said[name] for name in ("fall_elsewhere", "no_rise", "rise_elsewhere"))


def test_subject_comes_back_with_the_project(rig, tmp_path):
    rig.show("buurt")
    path = str(tmp_path / "plan.qgz")
    assert rig.project.write(path)
    rig.page.controls.choose(OWN)
    rig.late.finish_all()
    assert rig.project.read(path)
    rig.late.finish_all()
    assert rig.page.controls.chosen == "buurt"


def test_monitor_of_one_area_speaks_of_one(rig):
    outline = bytes(QgsGeometry.fromRect(QgsRectangle(86_000, 436_000, 86_700, 436_700)).asWkb())
    references = rig.book.of_session()
    for count, begin in ((1, "The area scores"), (2, "Together the 2 areas score")):
        found = monitor_areas(references, [outline] * count, (2018, 2024), 2018)
        assert monitor_sentences(found, 2024, "the country")[0].startswith(begin)


def test_the_buttons_of_the_deeper_parts_fit_the_narrowest_panel(rig):
    rig.draw()
    rig.show()
    _open(rig, "Letters")
    rig.page.resize(302, 900)
    deeper = rig.page.deeper
    assert deeper.minimumSizeHint().width() <= 302, [
        (one.objectName(), one.minimumSizeHint().width())
        for one in (rig.page.controls, rig.page._body, deeper, deeper.letters, *deeper._group.buttons())
    ]
