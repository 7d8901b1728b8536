# SPDX-License-Identifier: GPL-2.0-or-later
"""The page that relates, and its scatter: the figures of the engine, its list of codes, the map, and the keyboard."""

from __future__ import annotations

import math

import numpy as np
import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QApplication

from leefbaar_plugin.analysis.relations.relations import relate_table
from leefbaar_plugin.charts.scatter import ScatterChart
from leefbaar_plugin.charts.scatter_plan import ScatterData, decimals_of
from leefbaar_plugin.gui.relation.page import RelationPage
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.tables.user_table import read_user_table

WIDTH = 352


class _Now:
    """A background that works at once; `held` keeps the work for later."""

    def __init__(self):
        self.held = None
        self.subjects = []

    def start(self, subject, _title, function, done, failed):
        self.subjects.append(subject)
        if self.held is not None:
            self.held.append((function, done, failed))
            return
        try:
            result = function(lambda _fraction: True)
        except Exception as problem:
            failed(problem)
        else:
            done(result)

    def cancel(self, _subject):
        pass


class _Said:
    def __init__(self):
        self.errors = []

    def error(self, problem):
        self.errors.append(problem)


class Rig:
    def __init__(self, qtbot, folder):
        self.project = QgsProject.instance()
        self.session = Session(self.project)
        self.background, self.said, self.canvas = _Now(), _Said(), QgsMapCanvas()
        self.page = RelationPage(self.session, self.background, self.said, self.canvas)
        self.results, self.controls = self.page.results, self.page.controls
        for widget in (self.canvas, self.page):
            qtbot.addWidget(widget)
        self.session.open_pack(folder)
        self.page.resize(WIDTH, 900)
        self.page.show()

    def choose(self, combo, text):
        combo.setCurrentText(text)
        assert combo.currentText() == text
        combo.activated.emit(combo.currentIndex())

    def wanted(self, path):
        choice = self.page.choice()
        return relate_table(self.session.pack, read_user_table(path), choice, self.session.measurer)


@pytest.fixture
def rig(qtbot, schiedam_folder):
    made = Rig(qtbot, schiedam_folder)
    yield made
    made.session.disconnect_project()
    QgsProject.instance().clear()


@pytest.fixture(scope="module")
def table(schiedam, tmp_path_factory):
    areas = read_level(schiedam, "buurt", ["lbm_2024"], outlines=False)
    lines = ["jaar;aandeel;woningen;buurt"]
    for number, (code, score) in enumerate(zip(areas.code, areas.values["lbm_2024"].tolist(), strict=True)):
        share = -99997 if math.isnan(score) else round(100 * (4.6 - score) + 3 * (number % 5), 1)
        lines.append(f"{2024 + number % 2};{share};{100 + number};{code}")
    lines += ["2024;5;1;BU99990001", "2024;6;1;WK060600"]
    path = tmp_path_factory.mktemp("t") / "eigen cijfers.csv"
    path.write_text("\n".join(lines))
    return path


def test_a_table_is_read_and_related(rig, table):
    assert not rig.results.isVisible() and "Choose a table" in rig.page.state.text()
    assert "Association, no cause" in rig.page.caveat.text() and rig.page.caveat.isVisible()
    rig.controls.take_file(table)
    controls = rig.controls
    assert controls.code.currentText() == "buurt" and controls.level.currentData() == "buurt"
    assert controls.value.currentText() == "aandeel"  # the year of a figure is no figure
    assert [controls.value.itemText(at) for at in range(controls.value.count())] == ["aandeel", "woningen", "jaar"]
    assert rig.results.isVisible() and not rig.page.state.isVisible()
    one = rig.wanted(table).relation
    text = rig.results.figures.text()
    assert f"{abs(one.pearson.value):.2f}" in text and f"n = {one.n}" in text and "lower score" in text
    assert rig.results.codes.toPlainText() == "BU99990001, WK060600"
    rig.results.copy_codes.click()
    assert QApplication.clipboard().text() == "BU99990001\nWK060600"
    rig.results.copy_all.click()
    copied = QApplication.clipboard().text()
    assert "Association, no cause" in copied and "not a causal model" in copied and "ministry of VRO" in copied
    assert not rig.said.errors


def test_a_long_table_asks_which_year(rig, table, tmp_path):
    header, *rows = table.read_text().splitlines()
    long = tmp_path / "lang.csv"
    bodies = [row.partition(";")[2] for row in rows]
    lines = [f"{year};{body}" for year in (2018, 2020) for body in bodies]
    long.write_text("\n".join([header, *lines]))
    rig.controls.take_file(long)
    years = rig.controls.table_year
    assert not rig.results.isVisible() and "several years per area" in rig.page.state.text()
    assert [years.itemText(at) for at in range(years.count())] == ["choose a year", "2018", "2020"]
    rig.choose(years, "2020")
    assert rig.results.isVisible() and rig.page.choice().table_year == 2020 and not rig.said.errors
    assert "rows of 2020" in rig.results.notes.text()
    rig.controls.take_file(table)
    assert not years.isEnabled() and rig.results.isVisible()


def test_choices_change_the_figures(rig, table):
    rig.controls.take_file(table)
    assert "weighted" not in rig.results.figures.text()
    rig.choose(rig.controls.weight, "column woningen")
    found = rig.wanted(table)
    assert found.choice.weight_column == "woningen" and found.choice.weight == ""
    assert f"effective n = {found.relation.weighted_pearson.effective:.0f}" in rig.results.figures.text()
    rig.choose(rig.controls.weight, "households")
    assert rig.page.choice().weight == "households" and "weighted by households" in rig.results.figures.text()
    assert not rig.results.regions.isVisible()
    rig.choose(rig.controls.region, "by gemeente")
    assert rig.results.regions.isVisible() and "Schiedam" in rig.results.regions.text()
    rig.choose(rig.controls.score_cut, "lower bound of class 5")
    assert "below 3.94" in rig.results.table.text()
    rig.choose(rig.controls.value_cut, "a bound")
    rig.controls.bound.setValue(40.0)
    assert "low: below 40" in rig.results.table.text()
    rig.choose(rig.controls.value, "woningen")
    assert rig.results.scatter.table()[0][1] == "woningen"


def test_follows_theme_and_year_while_visible(rig, table):
    rig.controls.take_file(table)
    rig.session.set_theme("soc")
    assert rig.results.scatter.table()[0][2].startswith("social cohesion")
    rig.page.hide()
    rig.background.subjects.clear()
    rig.session.set_year(rig.session.available_years()[0])
    assert rig.background.subjects == []
    rig.page.show()
    assert rig.background.subjects == ["relation"]
    assert str(rig.session.year) in rig.results.scatter.table()[0][2]


def test_late_results_of_another_pack_are_dropped(rig, table, schiedam_folder):
    rig.controls.take_file(table)
    rig.background.held = []
    rig.page.relate()
    rig.project.clear()
    assert rig.session.pack is None and not rig.results.isVisible()
    for function, done, _failed in rig.background.held:
        done(function(lambda _fraction: True))
    assert not rig.results.isVisible()


def test_a_layer_of_the_project(rig, table):
    layer = QgsVectorLayer(f"file://{table}?type=csv&delimiter=;&detectTypes=yes", "mijn laag", "delimitedtext")
    rig.project.addMapLayer(layer)
    rig.page.hide()
    rig.page.show()
    names = [rig.controls.source.itemText(at) for at in range(rig.controls.source.count())]
    assert "mijn laag" in names and not any(name.startswith("buurten") for name in names)
    rig.choose(rig.controls.source, "mijn laag")
    of_layer = rig.results.figures.text()
    rig.controls.take_file(table)
    assert rig.results.figures.text() == of_layer


def test_old_codes_and_wrong_files(rig, tmp_path):
    old = tmp_path / "oud.csv"
    old.write_text("code,x\n" + "".join(f"BU0363{n:04d},{n}\n" for n in range(30)))
    rig.controls.take_file(old)
    assert "None of the codes" in rig.page.state.text()
    assert rig.results.codes.toPlainText().count("BU0363") == 30
    assert rig.results.scatter.table() == () and not rig.results.table.isVisible()
    wrong = tmp_path / "fout.csv"
    wrong.write_text("")
    rig.controls.take_file(wrong)
    assert "fout.csv is empty" in rig.page.state.text() and not rig.results.isVisible()
    assert len(rig.said.errors) == 1
    without = tmp_path / "zonder.csv"
    without.write_text("a;b\n1,5;x\n2,5;y\n")
    rig.controls.take_file(without)
    assert "No column holds codes" in rig.page.state.text()


def test_sheets_are_offered(rig, table, tmp_path):
    import pandas as pd

    path = tmp_path / "twee bladen.xlsx"
    frame = pd.read_csv(table, sep=";")
    with pd.ExcelWriter(path) as writer:
        frame.to_excel(writer, sheet_name="een", index=False)
        frame.assign(aandeel=-frame["aandeel"].where(frame["aandeel"] > 0)).to_excel(
            writer, sheet_name="twee", index=False
        )
    rig.controls.take_file(path)
    assert rig.controls.sheet.isVisible() and rig.controls.sheet.currentText() == "een"
    assert "lower score" in rig.results.figures.text()
    rig.choose(rig.controls.sheet, "twee")
    assert rig.controls.sheet.currentText() == "twee" and "higher score" in rig.results.figures.text()
    rig.controls.take_file(table)
    assert not rig.controls.sheet.isVisible()


def test_a_point_goes_to_its_area(rig, table, qtbot):
    rig.controls.take_file(table)
    found = rig.wanted(table)
    scatter = rig.results.scatter
    spots = scatter.parts(scatter._box())
    qtbot.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=spots[3].box.center().toPoint())
    at = rig.results._of_point[scatter.part_at(QPointF(spots[3].box.center()))]
    layer_of = {code: number for number, code in enumerate(found.areas.code)}
    from qgis.core import QgsGeometry

    geometry = QgsGeometry()
    geometry.fromWkb(found.areas.wkb[layer_of[found.areas.code[at]]])
    assert rig.canvas.extent().contains(geometry.boundingBox())
    assert rig.canvas.extent().width() < 40 * geometry.boundingBox().width()


def test_nothing_is_wider_than_the_dock(rig, table, tmp_path):
    long = tmp_path / "lang.csv"
    name = "perc_huurwoningen_in_bezit_van_alle_woningcorporaties_samen/Totaal (%)"
    long.write_text(table.read_text().replace("aandeel", name, 1))
    rig.controls.take_file(long)
    assert rig.controls.value.currentText() == name
    rig.choose(rig.controls.region, "by gemeente")
    assert rig.page.minimumSizeHint().width() <= WIDTH


# The scatter


def data_of(n=60, seed=1):
    chance = np.random.default_rng(seed)
    x = np.sort(chance.uniform(0, 100, n))
    y = 4.2 - 0.004 * x + chance.normal(0, 0.05, n)
    return ScatterData(
        title="t",
        x_label="huur (%)",
        y_label="totaal",
        x=x,
        y=y,
        group=(np.arange(n) % 3).astype(np.int64),
        groups=(("geen", "#888888"), ("1 · laag", "#E1702E"), ("2 · hoog", "#267300")),
        names=tuple(f"buurt {at}" for at in range(n)),
        notes=tuple(f"BU{at}" for at in range(n)),
        decimals=(1, 2),
        paths=(("lijn", ((0.0, 4.2), (100.0, 3.8))), ("knik", ((0.0, 4.2), (50.0, 4.0), (100.0, 3.8)))),
        across=50.0,
        along=4.0,
        cut_name="laag | hoog",
        span=(40.0, 60.0),
        span_name="interval",
    )


@pytest.fixture
def chart(qtbot):
    made = ScatterChart()
    qtbot.addWidget(made)
    made.resize(WIDTH, made.heightForWidth(WIDTH))
    made.show()
    return made


def test_scatter_says_what_it_shows(chart, qtbot):
    assert chart.empty_text() == "No area has both figures" and chart.table() == ()
    chart.set_data(data_of())
    assert chart.accessibleName() == "t" and "60 areas; huur (%) by totaal" in chart.accessibleDescription()
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert "buurt 0" in chart.accessibleDescription() and "BU0" in chart.accessibleDescription()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert "buurt 59" in chart.accessibleDescription()
    with qtbot.waitSignal(chart.part_activated) as caught:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert caught.args == [59]
    assert len(chart.table()) == 61 and chart.table()[0] == ("Area", "huur (%)", "totaal", "Class")
    assert chart.table_text().splitlines()[1].split("\t")[0] == "buurt 0"


def test_scatter_finds_the_nearest_point(chart):
    chart.set_data(data_of())
    for at, part in enumerate(chart.parts(chart._box())):
        found = chart.part_at(part.box.center())
        centre = chart.parts(chart._box())[found].box.center()
        assert found == at or (centre - part.box.center()).manhattanLength() < 0.01
    assert chart.part_at(QPointF(3, 3)) == -1


def test_scatter_stays_in_its_box(chart):
    chart.set_data(data_of())
    box = QRectF(chart._box())
    for part in chart.parts(box):
        assert box.contains(part.box)
    image = chart.picture(300, 1.0)
    assert image.width() == 300
    colours = {QColor(image.pixel(x, y)).name() for x in range(0, 300, 1) for y in range(0, image.height(), 2)}
    assert {"#e1702e", "#267300"} <= colours


def test_scatter_of_many_points(chart, monkeypatch):
    """Only the point that is looked at is put into words, however many there are."""
    said = []
    monkeypatch.setattr(ScatterChart, "_said", lambda _self, _data, at: said.append(at) or str(at))
    chart.set_data(data_of(14_000))
    assert not chart.picture(340).isNull()
    plan = chart._plan(chart._box(), chart._data)
    assert chart.part_at(QPointF(float(plan.across[13_000]), float(plan.down[13_000]))) >= 0
    assert len(chart.parts(chart._box())) == 14_000 and said == []
    assert chart.parts(chart._box())[13_000].text == "13000" and said == [13_000]


def test_scatter_in_a_dark_window(chart):
    palette = QPalette(QColor("#2b2b2b"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#eeeeee"))
    chart.setPalette(palette)
    chart.set_data(data_of())
    image = chart.grab().toImage()
    assert QColor(image.pixel(1, 1)).lightness() < 80


def test_scatter_of_one_point_and_of_equal_ones(chart):
    one = data_of(1)
    chart.set_data(one)
    assert len(chart.parts(chart._box())) == 1 and not chart.picture().isNull()


def test_a_table_that_cannot_be_read_takes_the_last_one_away(rig, table, tmp_path):
    rig.controls.take_file(table)
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    rig.controls.take_file(empty)
    assert "is empty" in rig.page.state.text() and not rig.results.isVisible()
    assert not rig.controls.value.count() and not rig.controls.code.count()
    rig.session.set_year(2020)  # the figures of the table before would stand under this one's name
    assert "is empty" in rig.page.state.text() and not rig.results.isVisible()


def test_without_codes_nothing_is_related(rig, tmp_path):
    path = tmp_path / "no codes.csv"
    path.write_text("naam;waarde\na;1\nb;2\n")
    rig.controls.take_file(path)
    assert "No column holds codes" in rig.page.state.text() and rig.controls.code.currentIndex() == -1
    rig.session.set_year(2020)
    assert "No column holds codes" in rig.page.state.text() and not rig.results.isVisible()
    rig.choose(rig.controls.code, "naam")
    assert rig.results.isVisible() and "None of the codes" in rig.page.state.text()


@pytest.mark.parametrize(("ticks", "decimals"), [((0.0, 25.0), 0), ((3.75, 4.0), 2), ((0.1 + 0.2, 0.6), 1), ((), 0)])
def test_decimals_of_ticks(ticks, decimals):
    assert decimals_of(ticks) == decimals
