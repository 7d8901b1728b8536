# SPDX-License-Identifier: GPL-2.0-or-later
"""The page "Find": its list is that of the algorithm, it follows the values, and rules and results are kept."""

from __future__ import annotations

import gc
import json
import weakref
from dataclasses import replace

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsProject, QgsRectangle, QgsSettings, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QLocale, QObject, QPoint, QPointF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.signals.finder import SignalFinder
from leefbaar_plugin.analysis.signals.found_totals import against
from leefbaar_plugin.analysis.signals.rule_set import load_rule, load_rules, read_rule, rule_json, with_parameters
from leefbaar_plugin.analysis.signals.square_clusters import AREAS, CLUSTERS
from leefbaar_plugin.engine.errors import CancelledError, InputError
from leefbaar_plugin.engine.signals.judge import FOUND, NOT_FOUND, UNKNOWN
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.find.columns import CLASS, EXPLAINS, NAME, SCORE, VALUE
from leefbaar_plugin.gui.find.page import FindPage
from leefbaar_plugin.gui.find.rule_book import RuleBook
from leefbaar_plugin.gui.messages import Messages
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.work import Background
from tests.qgis.conftest import rows

NARROWEST = 302
"""Width of the page in the narrowest panel, beside a scroll bar."""
INSUFFICIENT, PRESSURE, RISERS = "onvoldoende_buurt", "structureel_onder_druk", "stijgers"


class _Interface:
    """What the areas ask of QGIS."""

    def setActiveLayer(self, _layer):
        return True


class _Late(QObject):
    """A background whose work is done when the test says so."""

    started = pyqtSignal(str)
    progressed = pyqtSignal(str, float)
    ended = pyqtSignal(str)

    def __init__(self):
        super().__init__()
        self.waiting = {}
        self.dropped = []
        self.count = 0

    def start(self, subject, _title, function, done, failed):
        self.dropped += [self.waiting[subject]] if subject in self.waiting else []
        self.waiting[subject] = (function, done, failed)
        self.count += 1

    def is_running(self, subject):
        return subject in self.waiting

    def cancel(self, subject):
        if subject in self.waiting:
            self.waiting.pop(subject)[2](CancelledError("Cancelled; nothing was left behind."))

    def cancel_all(self):
        self.waiting.clear()

    def finish(self, subject="find"):
        function, done, failed = self.waiting.pop(subject)
        try:
            result = function(lambda _fraction: True)
        except Exception as problem:
            failed(problem)
        else:
            done(result)


class Rig:
    """Session, areas and the page on a pack; searches end when `settle` says so."""

    def __init__(self, qtbot, folder, background):
        self.qtbot = qtbot
        self.project = QgsProject.instance()
        self.session = Session(self.project)
        self.areas = Areas(self.session, _Interface())
        self.background = background
        self.bar = QgsMessageBar()
        self.canvas = QgsMapCanvas()
        self.page = FindPage(self.session, self.areas, background, Messages(self.bar), self.canvas)
        for widget in (self.bar, self.canvas, self.page):
            qtbot.addWidget(widget)
        self.page.resize(352, 900)
        if folder is not None:
            self.session.open_pack(folder)
        self.page.control.fold.setChecked(True)
        self.page.show()
        qtbot.waitExposed(self.page)

    def layer_work(self):
        """Subject of the layer that is being written."""
        (subject,) = [one for one in self.background.waiting if one.startswith("found layer")]
        return subject

    def finish_layer(self):
        self.background.finish(self.layer_work())

    def close(self):
        self.page.hide()
        self.page.disconnect_project()
        self.background.cancel_all()
        self.areas.disconnect_project()
        self.session.disconnect_project()
        self.project.clear()

    def settle(self):
        """Let what is asked be answered."""
        if self.page._timer.isActive():
            self.page.search()
        if isinstance(self.background, _Late):
            if self.background.is_running("find"):
                self.background.finish()
            return
        self.qtbot.waitUntil(lambda: not self.background.is_running("find"), timeout=10000)

    @property
    def findings(self):
        return self.page.outcome.findings

    @property
    def model(self):
        return self.page.list.table.rows

    def choose_rule(self, rule_id):
        combo = self.page.control.rules
        combo.setCurrentIndex(combo.findData(rule_id))
        combo.activated.emit(combo.currentIndex())
        self.settle()

    def choose_level(self, level):
        combo = self.page.control.subject.levels
        at = combo.findData(level)
        assert at >= 0
        combo.setCurrentIndex(at)
        combo.activated.emit(at)
        self.settle()

    def edit(self, parameter, value):
        """Change a value in its own field."""
        editor = self.page.control.rows.editor(parameter)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
            editor.activated.emit(editor.currentIndex())
        else:
            editor.setValue(value)
        self.settle()

    def listed(self, column=NAME):
        """Texts of a column, in the order that is shown."""
        return [self.model.text(place, column) for place in self.model.places()]

    @property
    def strict(self):
        """A number of residents that half of the areas in the list have."""
        values = self.findings.judgement.values[self.findings.rule.conditions[0].id]
        return int(np.median(values[self.findings.places()])) + 1

    def told(self):
        return [item.text() for item in self.bar.items()]

    def square(self, dx, half):
        grid = self.session.pack.grid
        middle = len(grid) * 45 // 100
        x, y = float(grid.column[middle]) * 100 + dx, float(grid.row[middle]) * 100
        return QgsGeometry.fromRect(QgsRectangle(x - half, y - half, x + half, y + half))


@pytest.fixture(autouse=True)
def _english_numbers(qgis_app):
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def _data_folder(tmp_path, monkeypatch, qgis_app):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    yield
    QgsSettings().remove("leefbaarometer")


@pytest.fixture
def rig(qtbot, schiedam_folder):
    made = Rig(qtbot, schiedam_folder, _Late())
    made.settle()
    yield made
    made.close()


@pytest.fixture
def real(qtbot, schiedam_folder):
    """As `rig`, with the real background."""
    made = Rig(qtbot, schiedam_folder, Background())
    made.settle()
    yield made
    made.close()


# The same figures as the algorithm


def _algorithm(run, rig, rule, level, parameters="", **options):
    number = list(load_rules()).index(rule)
    levels = ["gemeente", "wijk", "buurt", "areas", "clusters"]
    return run(
        "findsignals",
        PACK=rig.session.pack.folder,
        RULE=number,
        PARAMETERS=parameters,
        LEVEL=levels.index(level),
        YEAR=str(rig.session.year),
        OUTPUT="memory:",
        **options,
    )["OUTPUT"]


@pytest.mark.parametrize("rule", [INSUFFICIENT, PRESSURE, RISERS])
def test_list_is_that_of_the_algorithm(rig, run, rule):
    rig.choose_rule(rule)
    layer = _algorithm(run, rig, rule, "buurt")
    found = rows(layer)
    assert sorted(rig.listed()) == sorted(row["name"] for row in found)
    assert rig.page.figure.number.text() == str(len(found))
    by_code = {row["code"]: row for row in found}
    first = load_rule(rule).conditions[0].id
    for place in rig.model.places():
        row = by_code[rig.findings.areas.code[place]]
        assert rig.findings.judgement.values[first][place] == row[first]
        assert rig.findings.explains(place) == (row["explains"] or "")
        assert rig.findings.why(place, "en") == row["why"]


def test_there_is_something_to_find(rig):
    """The other tests would say nothing about an empty list."""
    assert len(rig.listed()) >= 3
    assert rig.findings.count(NOT_FOUND) >= 3


def test_clusters_are_those_of_the_algorithm(rig, run):
    rig.choose_level(CLUSTERS)
    layer = _algorithm(run, rig, INSUFFICIENT, "clusters")
    assert len(rig.listed()) == layer.featureCount() > 0
    assert set(rig.listed()) == {f"Cluster {row['cluster']}" for row in rows(layer)}


def test_people_are_those_of_the_squares(rig):
    """Counted again from the areas found, square by square."""
    session, summary = rig.session, rig.page.outcome.summary
    pack = session.pack
    outlines = [rig.findings.areas.wkb[place] for place in rig.findings.places()]
    for kind, expected in summary.within.items():
        measured = Measurer(pack, Recipe(kind)).measure(outlines, (session.year,)).scores
        assert expected == pytest.approx(float(measured.weight_sum[:, 0].sum()))
    assert set(summary.within) == {"inhabitants", "households", "dwellings"}
    shown = rig.page.figure.within.text()
    assert rig.page.figure.counts.text() in shown and shown.split("\n")[0] in rig.page.figure.counts.toolTip()
    assert all(f"{round(count):,}" in shown for count in summary.within.values())


def test_who_lives_in_the_lowest_classes_and_where(rig):
    rig.choose_rule(PRESSURE)
    summary, lines = rig.page.outcome.summary, rig.page.figure.within.text().splitlines()
    low, lowest = summary.totals.low, summary.totals.lowest
    assert 0 < lowest["dwellings"] < low["dwellings"] < summary.within["dwellings"]
    assert lines[1:] == [
        (
            f"In squares weak or lower (1 to 4): {round(low['households']):,} households · "
            f"{round(low['dwellings']):,} dwellings"
        ),
        (
            f"In squares insufficient or lower (1 to 3): {round(lowest['households']):,} households · "
            f"{round(lowest['dwellings']):,} dwellings"
        ),
        f"Gemeenten: 1; wijken: {summary.places.wijken}; buurten: {summary.found}",
    ]


def test_beside_another_year(rig):
    rig.choose_rule(PRESSURE)
    combo, label = rig.page.control.subject.against, rig.page.figure.against
    assert combo.currentText() == "no other year" and not label.isVisible()
    combo.setCurrentIndex(combo.findData(2020))
    combo.activated.emit(combo.currentIndex())
    rig.settle()
    found = rig.page.outcome.against
    expected = against(
        rig.session.measurer, SignalFinder(rig.session.measurer).find(rig.findings.rule, "buurt", 2020), rig.findings
    )
    assert found == expected and found.now == rig.findings.count()
    lines = label.text().splitlines()
    assert lines[0] == f"Found in 2020: {found.then}; in 2024: {found.now}; in both: {found.both}."
    before, after = (round(one.low["dwellings"]) for one in found.whole)
    assert lines[2].startswith(f"In the same gemeenten as a whole, weak or lower: {before:,} and {after:,} dwellings (")
    assert lines[-1] == "The counts are of one year; what changes is the class of squares."
    assert rig.project.readNumEntry("leefbaarometer", "find_against")[0] == 2020
    rig.session.set_year(2020)  # no year beside itself
    rig.settle()
    assert combo.currentText() == "no other year" and rig.page.outcome.against is None and not label.isVisible()


def test_overlapping_own_areas_count_once(rig):
    outline = QgsGeometry()
    outline.fromWkb(rig.findings.areas.wkb[rig.model.places()[0]])
    rig.areas.add([("one", outline), ("two", outline)])
    rig.choose_level(AREAS)
    alone = rig.page.outcome.summary.within["dwellings"]
    assert rig.listed() == ["one", "two"]
    expected = rig.session.measurer.measure([bytes(outline.asWkb())], (rig.session.year,)).scores
    assert alone == pytest.approx(float(expected.weight_sum[0, 0]))


# Values


def test_changed_value_changes_the_list(rig, run):
    before, strict = rig.listed(), rig.strict
    rig.edit("residents", strict)
    after = rig.listed()
    assert after
    assert set(after) < set(before)
    assert sorted(after) == sorted(
        r["name"] for r in rows(_algorithm(run, rig, INSUFFICIENT, "buurt", f"residents={strict}"))
    )
    assert rig.page.figure.change.text() == f"{len(before) - len(after)} fewer than before"
    assert f"<b>{strict:,}</b>" in rig.page.control.text.text()
    assert rig.page.control.rows.mark("residents").text() == "changed"
    assert "100" in rig.page.control.rows.mark("residents").toolTip()
    assert rig.page.control.rules.currentText().endswith("(changed)")
    rig.page.control.reset.click()
    rig.settle()
    assert rig.listed() == before
    assert rig.page.control.rows.mark("residents").text() == "official"
    assert not rig.page.control.reset.isVisible()


def test_thousands_are_separated_as_in_the_text(rig):
    rig.edit("residents", 12345)
    assert "<b>12,345</b>" in rig.page.control.text.text()
    assert rig.page.control.rows.editor("residents").text().startswith("12,345")


def test_class_is_chosen_by_name(rig):
    rig.edit("highest", 2)
    assert "<b>2 (" in rig.page.control.text.text()
    assert rig.page.control.rows.editor("highest").currentText().startswith("2 · ")
    assert rig.findings.rule.parameter("highest").value == 2


def test_every_parameter_of_every_rule_can_be_shown(rig):
    """And what a field shows is the value of the rule, unrounded."""
    for rule in load_rules().values():
        rig.choose_rule(rule.id)
        for parameter in rule.parameters:
            editor = rig.page.control.rows.editor(parameter.id)
            value = editor.currentData() if isinstance(editor, QComboBox) else editor.value()
            assert value == parameter.value, (rule.id, parameter.id)
            assert editor.toolTip()
        assert not any(one.is_changed for one in rig.page.control.rule.parameters)


def test_second_year_only_where_it_plays_a_role(rig):
    since = rig.page.control.subject.since
    assert not since.isVisible()
    rig.choose_rule(RISERS)
    assert since.isVisible()
    assert rig.findings.since == 2022
    since.setCurrentIndex(since.findData(2014))
    since.activated.emit(since.currentIndex())
    rig.settle()
    assert rig.findings.since == 2014
    assert "2014" in rig.page.control.text.text()


def test_year_is_that_of_the_panel(rig):
    rig.session.set_year(2014)
    rig.settle()
    assert rig.findings.year == 2014
    assert " in 2014" in rig.page.figure.of.text()


# The list


def test_names_sort_as_people_read_them(rig):
    areas = rig.findings.areas
    names = ["Östwijk", "'t Hof", "cluster 10", "Cluster 9", "abdij"]
    object.__setattr__(areas, "name", [*names, *areas.name[len(names) :]])
    states = rig.page.list.states
    shown = []
    for at in range(states.count()):
        states.setCurrentIndex(at)
        states.activated.emit(at)
        rig.page.list.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        shown.append([name for name in rig.listed() if name in names])
    for part in shown:
        wanted = [name for name in ("abdij", "Cluster 9", "cluster 10", "Östwijk", "'t Hof") if name in part]
        assert part == wanted


def test_sorting_puts_unknown_last(rig):
    table = rig.page.list.table
    states = rig.page.list.states
    for at in range(states.count()):
        states.setCurrentIndex(at)
        states.activated.emit(at)
        for column in (NAME, SCORE, CLASS, VALUE, EXPLAINS):
            at_column = [one.id for one in rig.model.columns].index(column)
            for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
                table.sortByColumn(at_column, order)
                year = rig.findings.figures.years.index(rig.findings.year)
                if column == SCORE:
                    scores = rig.findings.figures.total[rig.model.places(), year]
                    there = scores[~np.isnan(scores)]
                    assert np.isnan(scores[len(there) :]).all()
                    steps = np.diff(there)
                    assert (steps >= 0).all() if order == Qt.SortOrder.AscendingOrder else (steps <= 0).all()
                assert sorted(rig.model.places()) == sorted(rig.findings.places(states.currentData()))


def test_chosen_area_stays_chosen(rig):
    table = rig.page.list.table
    place = rig.model.places()[1]
    table.select_place(place)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.current_place() == place
    rig.edit("residents", 101)
    assert table.current_place() == place
    assert rig.page.list.why.title.text().startswith("<b>" + rig.model.name(place))


def test_why_in_short_has_the_values(rig):
    """Size: 1,210 households · Severity: 23.9 %: with the values of the judgement, and the sign of each."""
    rig.choose_rule("structureel_onder_druk")
    why, place = rig.page.list.why, rig.page.list.table.current_place()
    values = {name: float(found[place]) for name, found in rig.findings.judgement.values.items()}
    said = QLabel(why.short.text()).text().replace("\u00a0", " ")
    assert f"✓ Size: {values['size']:,.0f} households" in said
    assert f"✓ Severity: {100 * values['severity']:.1f}".rstrip("0").rstrip(".") in said
    assert f"✓ Duration: {values['duration']:.0f} measurements" in said
    rig.choose_rule("ongunstige_buurt")
    assert "{" not in why.short.text() and why.short.text().count("✓") == len(rig.findings.rule.conditions)


def test_without_a_choice_the_first_of_another_list_is_told(rig):
    """The reasons below the list are those of its first row until the user turns to another, whatever the rule."""
    page, table = rig.page, rig.page.list.table
    seen = []
    for rule in ("onvoldoende_buurt", "structureel_onder_druk", "ongunstige_buurt"):
        rig.choose_rule(rule)
        first = rig.model.places()[0]
        seen.append(rig.model.name(first))
        assert table.current_place() == first, rule
        assert page.list.why.title.text().startswith("<b>" + rig.model.name(first))
        short, whole = page.list.why.short.text(), page.list.why.conditions.text()
        assert short.startswith("<b>Why found:</b> ✓\u00a0") and short.count("✓") == whole.count("✓")
    assert len(set(seen)) > 1, "the lists begin otherwise, else this says nothing"
    rig.choose_rule("onvoldoende_buurt")
    table.taken.emit(0)  # a click on the first row is a choice
    chosen = rig.model.name(table.current_place())
    rig.choose_rule("ongunstige_buurt")
    assert rig.model.name(table.current_place()) == chosen


@pytest.mark.parametrize("held", ["ControlModifier", "ShiftModifier"])
def test_a_key_held_down_chooses_nothing_else(rig, qtbot, held):
    """A search answers while the user holds Ctrl for a shortcut: its area is chosen all the same."""
    qtbot.keyPress(rig.page, Qt.Key.Key_F12, getattr(Qt.KeyboardModifier, held))
    assert QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier
    try:
        for place in rig.model.places()[:3]:
            rig.page.list.table.select_place(place)
            assert rig.page.list.table.selected_places() == [place] and rig.page.list.table.current_place() == place
    finally:
        qtbot.keyRelease(rig.page, Qt.Key.Key_F12)


def test_why_says_every_condition(rig):
    rig.choose_rule(PRESSURE)
    table, why = rig.page.list.table, rig.page.list.why
    for state, mark in ((FOUND, "✓"), (NOT_FOUND, "✗")):
        at = rig.page.list.states.findData(state)
        if at < 0:
            continue
        rig.page.list.states.setCurrentIndex(at)
        rig.page.list.states.activated.emit(at)
        if not rig.model.rowCount():
            continue
        place = table.current_place()
        text = QLabel(why.conditions.text()).text()
        for sentence, _met in rig.findings.conditions(place, "en"):
            assert sentence in text
        assert mark in text
        assert rig.findings.explanation(place, "en") in text


def test_zoom_shows_the_area(rig):
    place = rig.model.places()[0]
    rig.page.list.table.select_place(place)
    rig.page.list.zoom.click()
    outline = QgsGeometry()
    outline.fromWkb(rig.findings.areas.wkb[place])
    extent = rig.canvas.extent()
    assert extent.contains(outline.boundingBox())
    assert extent.width() < 20 * outline.boundingBox().width()


def test_enter_zooms(rig, qtbot):
    before = rig.canvas.extent()
    qtbot.keyClick(rig.page.list.table, Qt.Key.Key_Return)
    assert rig.canvas.extent() != before


def test_copy_is_a_table_with_the_rule(rig):
    rig.page.list.copy.click()
    text = QApplication.clipboard().text()
    lines = text.splitlines()
    found = len(rig.listed())
    assert lines[0].startswith("Area\tCode\tGemeente\tTotal score 2024")
    assert [line.split("\t")[0] for line in lines[1 : 1 + found]] == rig.listed()
    assert "," in lines[1].split("\t")[3]  # as a Dutch Excel reads it
    assert rig.findings.rule_text("en") in text
    QgsSettings().setValue("leefbaarometer/csv_style", "international")
    rig.page.list.copy.click()
    assert "." in QApplication.clipboard().text().splitlines()[1].split("\t")[3]


# Results


def test_layer_has_fields_and_rule(rig, run, tmp_path):
    expected = _algorithm(run, rig, INSUFFICIENT, "buurt")
    rig.page.list.layer.click()
    rig.finish_layer()
    (layer,) = [one for one in rig.project.mapLayers().values() if "layername=gevonden" in one.source()]
    assert layer.name() == "Insufficient neighbourhood – buurten – 2024"
    path = layer.source().split("|")[0]
    assert path.startswith(str(tmp_path / "data"))
    names = [field.name() for field in layer.fields() if field.name() != "fid"]
    assert names == [field.name() for field in expected.fields()]
    types = [field.type() for field in layer.fields() if field.name() != "fid"]
    assert types == [field.type() for field in expected.fields()]
    ours = [{k: v for k, v in row.items() if k != "fid"} for row in rows(layer)]
    key = lambda row: row["code"]  # noqa: E731
    assert sorted(ours, key=key) == sorted(rows(expected), key=key)
    assert rig.findings.rule_text("en") in layer.metadata().abstract()
    again = QgsVectorLayer(layer.source(), "again", "ogr")
    assert rig.findings.rule_text("en") in again.metadata().abstract()
    assert layer.extent().intersects(rig.square(0, 5000).boundingBox())
    assert path.rsplit("/", 1)[1] in rig.told()[-1]


def test_layer_goes_beside_the_project_and_overwrites_nothing(rig, tmp_path):
    rig.project.write(str(tmp_path / "plan.qgz"))
    for _time in range(2):
        rig.page.list.layer.click()
        rig.finish_layer()
    names = sorted(path.name for path in tmp_path.glob("plan_*.gpkg"))
    assert len(names) == 2
    assert names[0].startswith("plan_")
    assert any(name.endswith("-2.gpkg") for name in names)


def test_a_double_click_makes_one_layer(rig, tmp_path):
    count = rig.background.count
    rig.page.list.layer.click()
    rig.page.list.layer.click()
    assert rig.background.count == count + 1
    rig.finish_layer()
    assert len(list((tmp_path / "data").rglob("*.gpkg"))) == 1


def test_a_layer_does_not_come_into_another_project(rig, tmp_path):
    rig.page.list.layer.click()
    rig.project.clear()
    rig.finish_layer()
    assert not rig.project.mapLayers()
    assert not list((tmp_path / "data" / "gevonden").glob("*.gpkg"))


def test_project_folder_that_cannot_be_written(rig, tmp_path, monkeypatch):
    home = tmp_path / "shared"
    home.mkdir()
    rig.project.write(str(home / "plan.qgz"))
    monkeypatch.setattr("leefbaar_plugin.layers.project.homes.can_write_in", lambda folder: folder != home)
    rig.page.list.layer.click()
    rig.finish_layer()
    assert not list(home.glob("*.gpkg"))
    assert len(list((tmp_path / "data" / "gevonden").glob("*.gpkg"))) == 1


def test_cancelled_layer_leaves_nothing(rig, tmp_path):
    rig.page.list.layer.click()
    function, _done, failed = rig.background.waiting.pop(rig.layer_work())
    with pytest.raises(CancelledError):
        function(lambda _fraction: False)
    assert not list((tmp_path / "data").rglob("*.gpkg"))
    failed(CancelledError("Cancelled; nothing was left behind."))
    assert rig.told() == []


def test_folder_that_cannot_be_written_is_told(rig, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "file"))
    rig.page.list.layer.click()
    rig.finish_layer()
    assert "can't be written" in rig.told()[-1]


def test_use_as_areas(rig):
    table = rig.page.list.table
    table.selectAll()
    chosen = table.selected_places()
    rig.page.list.use.click()
    assert list(rig.areas.names().values()) == [rig.model.name(place) for place in chosen]


# Own rules


def test_file_dialogs_write_and_take_over(rig, tmp_path, monkeypatch):
    path = tmp_path / "regel"
    asked = []
    monkeypatch.setattr(
        "leefbaar_plugin.gui.find.control.QFileDialog.getSaveFileName",
        lambda _parent, _title, start, _kinds: (asked.append(start), (str(path), ""))[1],
    )
    rig.page._choose_rule(rig.page.book.save_as(INSUFFICIENT, "a/b: c?").id)
    rig.page.control.actions_of["export"].trigger()
    assert asked == ["a-b- c-.json"]
    written = tmp_path / "regel.json"
    assert written.is_file()
    monkeypatch.setattr(
        "leefbaar_plugin.gui.find.control.QFileDialog.getOpenFileName", lambda *_about: (str(written), "")
    )
    rig.page.control.actions_of["import"].trigger()
    assert rig.page.control.rules.currentText() == "a/b: c? (2)"
    written.write_text("{}")
    rig.page.control.actions_of["import"].trigger()
    assert "regel.json" in rig.told()[-1]


def test_values_come_back_with_the_project(rig, tmp_path):
    rig.choose_rule(PRESSURE)
    rig.edit("households", 33)
    listed = rig.listed()
    path = tmp_path / "plan é.qgz"
    assert rig.project.write(str(path))
    rig.project.clear()
    assert rig.page.control.rule.id == next(iter(load_rules()))
    assert not any(one.is_changed for rule in rig.page.book.rules().values() for one in rule.parameters)
    assert rig.project.read(str(path))
    rig.settle()
    assert rig.page.control.rule.id == PRESSURE
    assert rig.page.control.rule.parameter("households").value == 33
    assert rig.listed() == listed


def test_own_rule_comes_back_with_the_project(rig, tmp_path):
    control = rig.page.control
    rig.edit("residents", 777)
    control.actions_of["save"].trigger()
    assert control.name.isVisible()
    control.name.setText("Strenger: 777 bewoners")
    control.keep.click()
    rig.settle()
    own = control.rule
    assert rig.page.book.is_own(own.id)
    assert control.rules.currentText() == "Strenger: 777 bewoners"
    assert not control.name.isVisible()
    assert not any(one.is_changed for one in rig.page.book.rules()[INSUFFICIENT].parameters)
    path = tmp_path / "plan.qgz"
    assert rig.project.write(str(path))
    rig.project.clear()
    assert own.id not in rig.page.book.rules()
    assert rig.project.read(str(path))
    rig.settle()
    assert control.rule == own
    assert control.rule.parameter("residents").value == 777
    assert control.rule.parameter("residents").default == 100


def test_own_rule_of_the_same_name_is_replaced(rig):
    book = rig.page.book
    first = book.save_as(INSUFFICIENT, "Mijn regel")
    book.set_value(first.id, "residents", 5)
    second = book.save_as(first.id, "Mijn  regel ")
    assert second.id == first.id
    assert [rule.id for rule in book.rules().values() if book.is_own(rule.id)] == [first.id]
    other = book.save_as(INSUFFICIENT, "Mijn-regel")
    assert other.id != first.id


def test_own_rule_deleted_and_brought_back(rig):
    control, book = rig.page.control, rig.page.book
    rig.page._choose_rule(book.save_as(INSUFFICIENT, "Mijn regel").id)
    rule = control.rule
    assert control.actions_of["delete"].isEnabled()
    control.actions_of["delete"].trigger()
    assert rule.id not in book.rules()
    assert not control.actions_of["delete"].isEnabled()
    assert "Mijn regel" in rig.told()[-1]
    rig.page._bring_back(rule)
    assert control.rule == rule


def test_name_is_asked(rig):
    with pytest.raises(InputError):
        rig.page.book.save_as(INSUFFICIENT, "  ")


def test_rule_goes_to_a_file_and_comes_back(rig, tmp_path):
    book = rig.page.book
    book.set_value(INSUFFICIENT, "residents", 42)
    path = tmp_path / "regel.json"
    book.export_file(INSUFFICIENT, path)
    taken = book.import_file(path)
    assert book.is_own(taken.id)
    assert taken.parameter("residents").value == 42
    assert taken.conditions == book.rules()[INSUFFICIENT].conditions
    again = book.import_file(path)
    assert book.title(again) != book.title(taken)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no JSON"),
        (b"{", "no JSON"),
        (b"\xff\xfe\x00", "no text"),
        (b"[]", "JSON object"),
        (b'{"format": 1, "id": "x"}', "is missing"),
        (b'{"format": 9, "id": "x"}', "format"),
    ],
)
def test_wrong_file_is_refused_by_name(rig, tmp_path, content, said):
    path = tmp_path / "fout.json"
    path.write_bytes(content)
    with pytest.raises(InputError) as problem:
        rig.page.book.import_file(path)
    assert "fout.json" in str(problem.value)
    assert said in str(problem.value)
    with pytest.raises(InputError):
        rig.page.book.import_file(tmp_path / "absent.json")


def test_unreadable_rule_stays_in_the_project(rig, qtbot):
    """A rule of a newer version isn't thrown away by this one."""
    good = rule_json(with_parameters(load_rule(INSUFFICIENT), {"residents": 9}))
    rig.project.writeEntry("leefbaarometer", "rules", ["{of a newer version}", good])
    with qtbot.waitSignal(rig.page.book.failed):
        rig.page.book.restore()
    assert rig.page.book.rules()[INSUFFICIENT].parameter("residents").value == 9
    rig.page.book.set_value(INSUFFICIENT, "residents", 10)
    kept = rig.project.readListEntry("leefbaarometer", "rules")[0]
    assert "{of a newer version}" in kept
    assert any(json.loads(text).get("id") == INSUFFICIENT for text in kept if text.startswith("{\n"))


def test_values_out_of_range_of_this_version_are_told(rig, qtbot):
    """Stored by another version that allowed more."""
    document = json.loads(rule_json(load_rule(INSUFFICIENT)))
    document["parameters"][0] |= {"value": 10**9, "default": 100, "maximum": 10**10}
    assert read_rule(json.dumps(document))
    rig.project.writeEntry("leefbaarometer", "rules", [json.dumps(document)])
    with qtbot.waitSignal(rig.page.book.failed):
        rig.page.book.restore()
    assert rig.page.book.rules()[INSUFFICIENT].parameter("residents").value == 100


def test_opening_the_page_leaves_the_project_clean(rig, tmp_path):
    assert rig.project.write(str(tmp_path / "plan.qgz"))
    rig.page.hide()
    rig.page.show()
    rig.settle()
    assert not rig.project.isDirty()


# Searching


def test_newest_search_wins(rig):
    page = rig.page
    page.book.set_value(INSUFFICIENT, "residents", 200)
    page.search()
    stale = rig.background.waiting["find"]
    page.book.set_value(INSUFFICIENT, "residents", 1500)
    page.search()
    rig.background.finish()
    shown = rig.listed()
    stale[1](stale[0](lambda _fraction: True))
    assert rig.listed() == shown
    assert rig.findings.rule.parameter("residents").value == 1500


def test_changes_wait_for_each_other(rig, qtbot):
    before = rig.background.count
    for value in (150, 151, 152):
        rig.page.book.set_value(INSUFFICIENT, "residents", value)
    assert rig.background.count == before
    qtbot.waitUntil(lambda: rig.background.count == before + 1, timeout=2000)
    figure = rig.page.figure
    assert figure.bar.isVisible() and figure.cancel.isVisible() and not figure.again.isVisible()
    rig.background.finish()
    assert rig.findings.rule.parameter("residents").value == 152
    assert not rig.page.figure.bar.isVisible()


def test_cancelled_search_keeps_the_list_and_offers_another(rig):
    shown, strict = rig.listed(), rig.strict
    rig.page.book.set_value(INSUFFICIENT, "residents", strict)
    rig.page.search()
    rig.page.figure.cancel.click()
    assert rig.listed() == shown
    assert rig.page.figure.again.isVisible()
    assert not rig.page.figure.number.isEnabled()
    rig.page.figure.again.click()
    rig.settle()
    assert set(rig.listed()) < set(shown)
    assert rig.page.figure.number.isEnabled()


def test_what_stays_the_same_is_not_searched_again(rig):
    before = rig.background.count
    rig.page.hide()
    rig.page.show()
    rig.session.refresh_map()
    assert not rig.page._timer.isActive()
    assert rig.background.count == before


def test_a_choice_is_answered_at_once_and_typing_when_it_is_over(rig):
    page, timer = rig.page, rig.page._timer

    def wait_after(change):
        change()
        found = timer.interval() if timer.isActive() else None
        rig.settle()
        return found

    def choose(combo, at):
        combo.setCurrentIndex(at)
        combo.activated.emit(at)

    rows, subject = page.control.rows, page.control.subject
    assert wait_after(lambda: choose(page.control.rules, page.control.rules.count() - 1)) == 0
    assert wait_after(lambda: choose(page.control.rules, page.control.rules.findData(INSUFFICIENT))) == 0
    assert wait_after(lambda: rig.session.set_year(2018)) == 0
    assert wait_after(lambda: choose(rows.editor("highest"), 1)) == 0
    assert wait_after(lambda: rows.editor("residents").setValue(155)) == 350
    assert wait_after(lambda: choose(subject.levels, subject.levels.findData(CLUSTERS))) == 0
    assert wait_after(lambda: subject.least.setValue(40)) == 350
    assert wait_after(lambda: page.book.reset(INSUFFICIENT)) == 0


def test_hidden_page_does_not_search(rig):
    before = rig.background.count
    rig.page.hide()
    rig.session.set_year(2014)
    rig.page.book.set_value(INSUFFICIENT, "residents", 150)
    assert not rig.page._timer.isActive()
    assert rig.background.count == before
    rig.page.show()
    rig.settle()
    assert (rig.findings.year, rig.findings.rule.parameter("residents").value) == (2014, 150)


def test_in_the_real_background(real):
    before, strict = real.listed(), real.strict
    real.edit("residents", strict)
    real.qtbot.waitUntil(lambda: real.findings.rule.parameter("residents").value == strict, timeout=10000)
    assert 0 < len(real.listed()) < len(before)
    for value in range(100, 130):
        real.page.book.set_value(INSUFFICIENT, "residents", value)
        real.page.search()
    real.qtbot.waitUntil(lambda: real.findings.rule.parameter("residents").value == 129, timeout=10000)
    real.page.list.layer.click()
    real.qtbot.waitUntil(lambda: real.told() != [], timeout=10000)
    assert "Added as a layer" in real.told()[-1]


def test_task_that_was_replaced_lives_until_it_ends(qgis_app):
    """QGIS goes on with a task whose Python half was collected, and crashes."""
    background = Background()
    background.start("find", "first", lambda _progress: 1, lambda _result: None, lambda _problem: None)
    first = weakref.ref(background._running["find"])
    background.start("find", "second", lambda _progress: 2, lambda _result: None, lambda _problem: None)
    gc.collect()
    assert first() is not None
    background.cancel_all()


# Nothing to search in


def test_no_pack(qtbot):
    made = Rig(qtbot, None, _Late())
    assert "No data are open" in made.page.empty.text()
    assert made.page.empty.isVisible()
    assert not made.page.control.isVisible()
    assert not made.page.list.isVisible()
    made.close()


def test_pack_without_squares(rig, monkeypatch):
    monkeypatch.setattr(type(rig.session.pack), "grid", None, raising=False)
    object.__setattr__(rig.session.pack, "grid", None)
    rig.page._forget()
    assert "squares" in rig.page.empty.text()
    assert not rig.page.control.isVisible()
    assert rig.told() == []


def test_pack_without_counts_says_so_in_the_page(qtbot, without_counts):
    made = Rig(qtbot, without_counts, _Late())
    made.settle()
    assert "CBS" in made.page.empty.text()
    assert made.page.control.isVisible()  # another rule may do
    assert not made.page.list.isVisible()
    assert made.told() == []
    made.page.hide()
    made.page.show()
    assert "CBS" in made.page.empty.text()
    made.close()


def test_levels_that_cannot_be_chosen_say_why(rig):
    levels = rig.page.control.subject.levels
    wijk, own = levels.findData("wijk"), levels.findData(AREAS)
    assert levels.model().item(wijk).isEnabled() and "own outlines" in levels.itemText(wijk)
    assert not levels.model().item(own).isEnabled()
    rig.areas.add([("one", rig.square(0, 500))])
    assert levels.model().item(levels.findData(AREAS)).isEnabled()
    rig.choose_rule("aandachtsregio")
    assert "isn't meant" in levels.itemText(levels.findData("buurt"))
    pack = rig.session.pack
    bare = {level: about for level, about in pack.info["levels"].items() if level != "wijk"}
    fewer = replace(pack, info=pack.info | {"levels": bare})
    rig.page.control.subject.offer(fewer, load_rule("aandachtsregio"), 1, "dwellings")
    wijk = levels.findData("wijk")
    assert not levels.model().item(wijk).isEnabled() and "not in these data" in levels.itemText(wijk)


def test_own_areas_are_followed(rig):
    rig.areas.add([("one", rig.square(0, 500))])
    rig.choose_level(AREAS)
    assert len(rig.findings) == 1
    rig.areas.add([("two", rig.square(600, 500))])
    rig.settle()
    assert len(rig.findings) == 2


def test_nothing_found_is_a_figure_too(rig):
    rig.edit("residents", 1_000_000)
    assert rig.page.figure.number.text() == "0"
    assert rig.listed() == []
    assert not rig.page.list.why.isVisible()
    assert not rig.page.list.layer.isEnabled()


def test_unknown_areas_are_counted_with_the_reason(rig, monkeypatch):
    summary = rig.page.outcome.summary
    assert summary.unknown == rig.findings.count(UNKNOWN)
    if summary.unknown:
        assert f"{summary.unknown} can't be judged" in rig.page.figure.unknown.text()
    else:
        assert not rig.page.figure.unknown.isVisible()


# The look


@pytest.mark.parametrize("rule", [INSUFFICIENT, PRESSURE, RISERS, "dimensie_tegen"])
def test_nothing_is_wider_than_the_panel(rig, rule):
    rig.choose_rule(rule)
    assert rig.page.minimumSizeHint().width() <= NARROWEST
    rig.page.resize(NARROWEST, 900)
    QApplication.sendPostedEvents()
    table = rig.page.list.table
    assert table.horizontalHeader().length() <= table.viewport().width()
    for child in rig.page.findChildren(QWidget):
        if child.isVisible() and child.parentWidget() is not table.viewport():
            right = child.mapTo(rig.page, child.rect().topRight()).x()
            assert right <= rig.page.width(), child.objectName()


def test_wheel_scrolls_the_page_and_not_a_value(rig, qtbot):
    page = rig.page
    fields = [page.control.rows.editor("residents"), page.control.rows.editor("highest"), page.control.rules]
    fields += [page.control.subject.levels, page.list.states]
    page.list.table.setFocus()
    look = lambda: [one.currentText() if isinstance(one, QComboBox) else one.value() for one in fields]  # noqa: E731
    before = look()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    for field in fields:
        QApplication.sendEvent(field, turn)
    assert look() == before


def test_book_follows_no_project_after_its_end(rig):
    book = RuleBook(rig.project)
    book.disconnect_project()
    rig.page.book.set_value(INSUFFICIENT, "residents", 12)
    book.restore()
    assert book.rules()[INSUFFICIENT].parameter("residents").value == 12
