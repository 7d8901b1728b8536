# SPDX-License-Identifier: GPL-2.0-or-later
"""Comparing: the reference of the area page, the table of areas, the pictures, and what the background does."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsRectangle, QgsSettings, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QItemSelectionModel, QLocale, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from leefbaar_plugin.charts.profile_dots import DotsData, DotSeries, ProfileDots
from leefbaar_plugin.engine.areas.figures import figures_of
from leefbaar_plugin.gui import references as references_module
from leefbaar_plugin.gui.area.page import AreaPage
from leefbaar_plugin.gui.compare.model import UNION
from leefbaar_plugin.gui.compare.page import ComparePage
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.references import NOTHING, ReferenceBook
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.widgets.reference_choice import ReferenceChoice, ReferenceEntry
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.pack.pack import open_pack


class _Interface:
    """What the areas ask of QGIS."""

    def setActiveLayer(self, _layer):
        return True


class _Late(QObject):
    """A background whose work is done when the test says so."""

    ended = pyqtSignal(str)

    def __init__(self):
        super().__init__()
        self.waiting = {}
        self.started = 0

    def start(self, subject, _title, function, done, failed):
        self.waiting[subject] = (function, done, failed)
        self.started += 1

    def is_running(self, subject):
        return subject in self.waiting

    def cancel(self, subject):
        self.waiting.pop(subject, None)

    def finish(self, subject, problem=None):
        function, done, failed = self.waiting.pop(subject)
        if problem is not None:
            failed(problem)
        else:
            done(function(lambda _fraction: True))


class Rig:
    """Session, areas and pages on the demonstration pack, with three areas of which two overlap."""

    def __init__(self, qtbot, folder, background):
        self.project = QgsProject.instance()
        self.session = Session(self.project)
        self.areas = Areas(self.session, _Interface())
        self.problems = []
        self.areas.failed.connect(self.problems.append)
        self.background = background
        self.book = ReferenceBook(self.session, self.areas, background)
        self.canvas = QgsMapCanvas()
        self.page = AreaPage(self.session, self.areas, None, self.book)
        self.compare = ComparePage(self.session, self.areas, self.book, background, self.canvas)
        for widget in (self.canvas, self.page, self.compare):
            qtbot.addWidget(widget)
        self.session.open_pack(folder)
        grid = self.session.pack.grid
        middle = len(grid) * 45 // 100
        self.x, self.y = float(grid.column[middle]) * 100, float(grid.row[middle]) * 100
        self.areas.add([("Noord", self.square(-300, 800, 420)), ("Oost", self.square(0, 0, 430))])
        self.areas.add([("West", self.square(300, 200, 300))])
        assert self.problems == []

    def square(self, dx, dy, half):
        x, y = self.x + dx, self.y + dy
        return QgsGeometry.fromRect(QgsRectangle(x - half, y - half, x + half, y + half))

    def close(self):
        self.areas.disconnect_project()
        self.session.disconnect_project()
        self.project.clear()

    def choose(self, choice, wanted):
        index = choice.findData(wanted)
        assert index >= 0
        choice.setCurrentIndex(index)
        choice.activated.emit(index)

    def measured(self, name):
        """Figures of an area by the session's own measurer."""
        fid = next(fid for fid, known in self.areas.names().items() if known == name)
        wkb = bytes(self.areas.geometries([fid])[fid].asWkb())
        return figures_of(self.session.model, self.session.measurer.measure([wkb]).scores, 0, self.session.year)

    def column(self, name):
        """Values of a column in the order that is shown, by area."""
        table = self.compare.table
        at = [column.id for column in table.model.columns].index(name)
        shown = [table.sorted.mapToSource(table.sorted.index(row, 0)).row() for row in range(table.sorted.rowCount())]
        return {
            table.model.rows[row].name: table.model.value(table.model.rows[row], table.model.columns[at])
            for row in shown
        }


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
    background = Background()
    made = Rig(qtbot, schiedam_folder, background)
    yield made
    background.cancel_all()
    made.close()


@pytest.fixture
def late(qtbot, schiedam_folder, monkeypatch):
    """As `rig`, where every pack is large and the background waits for the test."""
    monkeypatch.setattr(references_module, "_LARGEST_AT_ONCE", 0)
    made = Rig(qtbot, schiedam_folder, _Late())
    yield made
    made.close()


# The reference of the area


def test_choices_in_a_pack_of_one_gemeente(rig):
    choices = {choice.id: choice for choice in rig.book.choices(rig.areas.outline(), rig.areas.current)}
    assert choices["gemeente"].label == "gemeente Schiedam" and choices["gemeente"].enabled
    assert choices["country"].label == "all squares of these data" and "1 gemeente" in choices["country"].tip
    assert choices["g4"].reason == "0 of 4 gemeenten in these data"
    assert choices["g40"].reason == "1 of 41 gemeenten in these data"
    assert choices["rest"].reason == "these data aren't the whole country"
    assert [choice.label for choice in choices.values()][-2:] == ["Noord", "Oost"]  # West is the area itself
    combo = rig.page.pictures.reference_choice
    item = combo.model().item(combo.findData("g40"))
    assert not item.isEnabled() and item.text() == "G40 (1 of 41 gemeenten in these data)"
    assert combo.currentData() == "gemeente"


def test_profile_trend_and_words_follow_the_reference(rig):
    reference = rig.page.pictures.reference()
    assert reference.label == "gemeente Schiedam" and reference.name == "the gemeente of Schiedam"
    bars = rig.page.pictures.profile._data.bars
    assert [bar.reference for bar in bars] == list(reference.figures.dimensions.values())
    trend = rig.page.pictures.trend._data
    assert [line.name for line in trend.series] == ["West", "gemeente Schiedam"] and trend.series[1].dashed
    assert "For the gemeente of Schiedam the score is" in rig.page.words.paragraph.text()
    own = next(fid for fid, name in rig.areas.names().items() if name == "Noord")
    rig.choose(rig.page.pictures.reference_choice, f"area:{own}")
    assert rig.page.pictures.reference().figures == rig.measured("Noord")
    assert "For Noord the score is" in rig.page.words.paragraph.text()
    rig.choose(rig.page.pictures.reference_choice, NOTHING)
    assert rig.page.pictures.reference() is None and len(rig.page.pictures.trend._data.series) == 1
    assert "the gemeente of Schiedam" not in rig.page.words.paragraph.text()
    assert rig.project.readEntry("leefbaarometer", "reference", "?")[0] == ""


def test_steps_add_up_from_either_start(rig):
    pictures = rig.page.pictures
    rig.page.show()
    pictures.view_buttons[1].click()
    assert pictures.waterfall.isVisible() and not pictures.profile.isVisible()
    for start in (rig.session.model.reference(2024), pictures.reference().figures.total):
        data = pictures.waterfall._data
        assert data.start == start and data.end == rig.areas.figures().total
        assert data.start + sum(step.value for step in data.steps) == pytest.approx(data.end, abs=1e-6)
        pictures.from_reference.setChecked(True)
    pictures.view_buttons[0].click()
    assert pictures.profile.isVisible() and not pictures.from_reference.isVisible()


def test_years_without_dimensions_are_said(rig):
    rig.page.show()
    rig.session.set_year(2016)
    pictures = rig.page.pictures
    assert not pictures.profile.isVisible() and pictures.no_dimensions.text().endswith("for 2016.")
    assert "No dimensions were published for 2016." in rig.page.words.paragraph.text()
    rig.session.set_theme("vrz")
    assert pictures.profile.isVisible() and not pictures.no_dimensions.isVisible()
    trend = pictures.trend._data
    assert trend.missing_years == (2002, 2008, 2012, 2016) and trend.bands == ()
    assert trend.series[0].values[-1] == rig.areas.figures().dimensions["vrz"]


@pytest.mark.parametrize("weight", ["households", "inhabitants", "equal", "dwellings"])
def test_shares_in_another_weight(rig, weight):
    score = rig.page.score.text()
    rig.page.pictures.choose_weight(weight)
    data = rig.page.shares._data
    measurer = rig.book.measurer_of(weight)
    assert measurer.recipe.weight == weight and rig.book.measurer_of(weight) is measurer
    wanted = measurer.measure([rig.areas.outline()]).scores.class_shares[0, -1]
    assert [share.share for share in data.shares] == pytest.approx(wanted.tolist())
    assert sum(share.share for share in data.shares) == pytest.approx(1)
    assert rig.page.score.text() == score
    checked = [action.data() for action in rig.page.pictures.weights.menu().actions() if action.isChecked()]
    assert checked == [weight]


def test_weights_that_the_data_do_not_have(qtbot, without_counts):
    rig = Rig(qtbot, without_counts, Background())
    enabled = {action.data(): action.isEnabled() for action in rig.page.pictures.weights.menu().actions()}
    assert enabled == {"dwellings": False, "households": False, "inhabitants": False, "equal": True, "points": False}
    assert rig.page.shares.name().startswith("Inhabited squares per class")
    rig.close()


def test_nothing_is_left_of_an_area_without_score(rig):
    rig.page.show()
    rig.areas.add([("Zee", rig.square(-80_000, 0, 200))])
    assert not rig.page.pictures.isVisible()
    text = "Zee lies outside the squares with a score in these data, so it has no score."
    assert rig.page.words.paragraph.text() == text
    rig.areas.set_sketch(rig.square(0, 0, 100))
    assert rig.page.pictures.isVisible() and not rig.page.words.paragraph.text()


# In the background


def test_large_packs_are_measured_in_the_background(late):
    assert late.page.pictures.reference() is None and late.background.is_running("references")
    choices = {choice.id: choice.reason for choice in late.book.choices(late.areas.outline())}
    assert choices["gemeente"] == choices["country"] == "being measured"
    assert late.page.pictures.profile._data is not None
    late.page.refresh()
    assert late.background.started == 1
    late.background.finish("references")
    assert late.page.pictures.reference().label == "gemeente Schiedam"
    assert late.page.pictures.profile.reference_names() == ("gemeente Schiedam",)
    late.session.settings_changed()
    assert late.page.pictures.reference() is not None and late.background.started == 1  # kept by recipe


def test_what_cannot_be_measured_is_not_tried_for_ever(late):
    late.background.finish("references", RuntimeError("broken"))
    assert late.background.started == 1 and late.page.pictures.reference() is None
    choices = {choice.id: choice.reason for choice in late.book.choices(late.areas.outline())}
    assert choices["gemeente"] == "could not be measured; see the log"


def test_another_pack_has_other_references(late, schiedam_folder):
    function, done, _failed = late.background.waiting["references"]
    late.session.open_pack(schiedam_folder)
    done(function(lambda _fraction: True))  # of the pack that is closed
    assert late.page.pictures.reference() is None
    late.background.finish("references")
    assert late.page.pictures.reference() is not None


# The table


def test_table_has_the_figures_of_the_areas(rig):
    rig.compare.show()
    figures = {name: rig.measured(name) for name in ("Noord", "Oost", "West")}
    totals = rig.column("total")
    assert list(totals) == ["Noord", "Oost", "West", "all together"]
    for name, one in figures.items():
        assert totals[name] == pytest.approx(one.total, abs=1e-12)
        assert rig.column("class")[name] == one.class_number
        for column in ("fys", "onv", "soc", "vrz", "won"):
            assert rig.column(column)[name] == pytest.approx(one.dimensions[column], abs=1e-12)
        assert rig.column("unfavourable")[name] == pytest.approx(one.unfavourable)
        assert rig.column("weight_sum")[name] == pytest.approx(one.weight_sum)
        assert rig.column("covered")[name] == pytest.approx(one.covered)
    whole = rig.book.reference("gemeente:GM0606", None, 2024).figures
    assert rig.column("difference")["Oost"] == pytest.approx(figures["Oost"].total - whole.total)


def test_union_counts_a_place_once(rig):
    rig.compare.show()
    shapes = list(rig.areas.geometries().values())
    union = shapes[0].combine(shapes[1]).combine(shapes[2])
    scores = rig.session.measurer.measure([bytes(union.asWkb())]).scores
    assert rig.column("total")["all together"] == pytest.approx(scores.total[0, -1], abs=1e-12)
    assert rig.column("weight_sum")["all together"] == pytest.approx(scores.weight_sum[0, -1])
    assert rig.column("weight_sum")["all together"] < sum(
        value for name, value in rig.column("weight_sum").items() if name != "all together"
    )
    surface = sum(shape.area() for shape in shapes) - union.area()
    assert f"{surface / 10_000:.1f}" in rig.compare.note.text()


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
@pytest.mark.parametrize("column", ["name", "total", "class", "weight_sum", "won"])
def test_numbers_sort_as_numbers_and_the_union_stays_last(rig, column, order):
    rig.areas.add([("Zee", rig.square(-80_000, 0, 200))])
    rig.compare.show()
    table = rig.compare.table
    at = [one.id for one in table.model.columns].index(column)
    table.view.sortByColumn(at, order)
    values = rig.column(column)
    assert list(values)[-1] == "all together"
    known = [value for name, value in values.items() if value is not None and name != "all together"]
    assert known == sorted(known, reverse=order == Qt.SortOrder.DescendingOrder)
    if column not in ("name", "weight_sum"):
        assert list(values)[-2] == "Zee" and values["Zee"] is None


def test_difference_against_another_area_and_none(rig):
    rig.compare.show()
    own = next(fid for fid, name in rig.areas.names().items() if name == "Noord")
    rig.choose(rig.compare.choice, f"area:{own}")
    differences, totals = rig.column("difference"), rig.column("total")
    assert differences["Noord"] == pytest.approx(0, abs=1e-12)
    for name in ("West", "all together"):
        assert differences[name] == pytest.approx(totals[name] - totals["Noord"])
    assert [line.name for line in rig.compare.pictures.trend._data.series][-1] == "Noord"
    rig.choose(rig.compare.choice, NOTHING)
    assert set(rig.column("difference").values()) == {None}


def test_table_follows_edits_year_and_visibility(rig):
    rig.compare.show()
    before = rig.column("weight_sum")["West"]
    rig.areas.rename("Westwijk")
    assert "Westwijk" in rig.column("total")
    rig.areas.delete_current()
    assert "Westwijk" not in rig.column("total") and before > 0
    rig.session.set_year(2014)
    assert rig.column("total")["Oost"] == pytest.approx(rig.measured("Oost").total, abs=1e-12)
    assert "2014" in rig.compare.table.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    rig.compare.hide()
    rig.areas.add([("Nieuw", rig.square(0, 0, 100))])
    assert "Nieuw" not in rig.column("total")
    rig.compare.show()
    assert "Nieuw" in rig.column("total")


def test_one_area_has_no_union_and_none_has_a_hint(rig):
    rig.compare.show()
    for _ in range(2):
        rig.areas.delete_current()
    assert list(rig.column("total")) == list(rig.areas.names().values())
    rig.areas.delete_current()
    assert rig.compare.empty.isVisible() and not rig.compare.table.isVisible()


def test_without_squares_it_says_so(rig, monkeypatch):
    monkeypatch.setattr(rig.session, "pack", replace(rig.session.pack, grid=None))
    rig.compare._outdated()
    rig.compare.show()
    assert "have no squares" in rig.compare.empty.text() and rig.compare.empty.isVisible()
    assert not rig.compare.table.isVisible()


def test_class_is_shown_by_number_name_and_colour(rig):
    rig.compare.show()
    model = rig.compare.table.model
    at = [column.id for column in model.columns].index("class")
    number = model.rows[0].figures.class_number
    index = model.index(0, at)
    assert model.data(index).startswith(f"{number} · ")
    background = model.data(index, Qt.ItemDataRole.BackgroundRole).color().name()
    assert background == rig.session.palette.colours[number - 1].lower()


def test_copied_table_is_read_by_a_dutch_spreadsheet(rig):
    rig.compare.show()
    QLocale.setDefault(QLocale("nl_NL"))
    rig.compare.copy_table.trigger()
    lines = QApplication.clipboard().text().splitlines()
    assert [len(line.split("\t")) for line in lines] == [13] * 5
    assert "2024" in lines[0] and "(%)" in lines[0] and "Schiedam" not in lines[0]
    cells = dict(zip(lines[0].split("\t"), lines[2].split("\t")))
    assert cells["Area"] == "Oost"
    assert float(cells["Total score 2024"].replace(",", ".")) == pytest.approx(rig.measured("Oost").total, abs=6e-5)
    assert all("." not in cell and "−" not in cell for cell in lines[2].split("\t")[3:])


def test_columns_fit_or_are_chosen(rig):
    table = rig.compare.table
    rig.compare.resize(360, 900)
    rig.compare.show()

    def shown():
        return [column.id for at, column in enumerate(table.model.columns) if not table.view.isColumnHidden(at)]

    def used():
        columns = range(len(table.model.columns))
        return sum(table.view.columnWidth(at) for at in columns if not table.view.isColumnHidden(at))

    assert shown() == ["name", "total", "class", "difference", "rank"] and table._buttons.isVisible()
    assert used() <= table.view.viewport().width() + 2
    table._groups.buttons()[1].click()
    assert shown() == ["name", "fys", "onv", "soc", "vrz", "won"]
    header = table.model.headerData(4, Qt.Orientation.Horizontal)
    tip = table.model.headerData(4, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert header == "" and tip.startswith("Physical environment")
    assert used() <= table.view.viewport().width() + 2
    table._groups.buttons()[0].click()
    for width in range(340, 352):  # what is too much is taken off to the pixel, wherever it falls
        rig.compare.resize(width, 900)
        QApplication.sendPostedEvents()
        assert used() <= table.view.viewport().width(), width
    rig.compare.resize(1600, 900)
    QApplication.sendPostedEvents()
    assert len(shown()) == 13 and not table._buttons.isVisible()


# Pictures and map


def select(rig, *rows):
    table = rig.compare.table
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.view.clearSelection()
    for row in rows:
        table.view.selectionModel().select(table.sorted.index(row, 0), flags)


def test_selected_rows_are_pictured(rig):
    rig.compare.show()
    pictures = rig.compare.pictures
    assert len(pictures.trend._data.series) == 5  # all there is, and what they are compared with
    select(rig, 0, 2)
    assert pictures.note.isHidden()
    names = ["Noord", "West", "gemeente Schiedam"]  # the gemeente that they have in common, dashed
    assert [line.name for line in pictures.trend._data.series] == names and pictures.trend._data.series[2].dashed
    assert [one.name for one in pictures.profiles._data.series] == names
    values = pictures.profiles._data.series[1].values
    assert values == pytest.approx(list(rig.measured("West").dimensions.values()), abs=1e-12)
    rig.areas.add([(f"a{number}", rig.square(50 * number, 0, 200)) for number in range(6)])
    select(rig, *range(6))
    assert len(pictures.trend._data.series) == 7 and pictures.note.isHidden()
    select(rig, *range(8))
    assert len(pictures.trend._data.series) == 7 and "2 more" in pictures.note.text() and not pictures.note.isHidden()


def test_picture_of_both_charts(rig):
    rig.compare.show()
    rig.compare.copy_picture.trigger()
    image = QApplication.clipboard().image()
    assert image.width() >= 400 and image.height() > image.width() / 2


def test_double_click_zooms_flashes_and_makes_current(rig):
    rig.compare.show()
    flashed = []
    rig.canvas.flashGeometries = lambda shapes, crs: flashed.append((len(shapes), crs.authid()))
    table = rig.compare.table
    table.view.doubleClicked.emit(table.sorted.index(0, 1))
    assert rig.areas.names()[rig.areas.current] == "Noord" and flashed == [(1, "EPSG:28992")]
    extent = rig.canvas.extent()
    assert extent.contains(rig.areas.geometry().boundingBox()) and extent.width() < 3_000
    rig.compare.show_on_map(UNION)
    assert flashed[-1][0] == 3 and rig.areas.names()[rig.areas.current] == "Noord"
    select(rig, 1)
    rig.compare.zoom.click()
    assert rig.areas.names()[rig.areas.current] == "Oost"


def test_many_vertices_are_measured_in_the_background(late, monkeypatch):
    from leefbaar_plugin.gui.compare import page as compare_page

    monkeypatch.setattr(compare_page, "_AT_ONCE", 0)
    late.compare.show()
    assert late.background.is_running("compare") and not late.compare.table.model.rows
    late.background.finish("compare")
    assert len(late.compare.table.model.rows) == 4
    assert set(late.column("difference").values()) == {None}
    late.background.finish("references")
    assert late.column("difference")["Oost"] is not None


def test_dots_of_profiles(qtbot):
    chart = ProfileDots()
    qtbot.addWidget(chart)
    assert chart.table() == () and chart.parts(chart._box()) == ()
    series = (DotSeries("a", (0.1, -0.2)), DotSeries("b", (math.nan, 0.05)))
    chart.set_data(DotsData("Dimensions 2024", ("x", "y"), series))
    assert chart.table_text().splitlines() == ["Dimension\ta\tb", "x\t0.1000\t", "y\t-0.2000\t0.0500"]
    parts = chart.parts(chart._box())
    assert [part.text for part in parts] == ["x\na: +0.10\nb: –", "y\na: −0.20\nb: +0.05"]
    assert not chart.picture(300).isNull()
    chart.set_data(DotsData("nothing", ("x",), (DotSeries("a", (math.nan,)),)))
    assert chart.table() == ()


def test_fifty_areas_are_measured_at_once(rig, monkeypatch):
    rig.areas.add([(f"n{number}", rig.square(20 * number, 10 * number, 150)) for number in range(50)])
    calls = []
    measurer = rig.session.measurer
    cover = measurer.cover
    monkeypatch.setattr(measurer, "cover", lambda areas: calls.append(len(areas)) or cover(areas))
    rig.compare.show()
    assert calls.count(53) == 1 and max(calls) == 53 and len(rig.compare.table.model.rows) == 54


def test_pack_of_areas_only_shows_nothing(rig, schiedam_folder, monkeypatch):
    rig.compare.show()
    pack = open_pack(schiedam_folder)
    monkeypatch.setattr(rig.session, "pack", None)
    assert rig.book.choices(None) == [] and rig.book.reference("country", None, 2024) is None
    assert rig.book.country(2024) is None and pack is not None


# Ranks


def _higher(rig, name, theme):
    """Share of the dwellings of Schiedam in squares with a higher value than an area, by numpy."""
    figures = rig.measured(name)
    value = figures.total if theme == "lbm" else figures.dimensions[theme]
    references = rig.book.of_session()
    inside = references.squares_of(["gemeente:GM0606"])
    _, published, _ = rig.session.pack.require_squares()
    order = [one.id for one in rig.session.model.dimensions]
    of_squares = published.total[:, -1] if theme == "lbm" else published.contributions[:, -1, order.index(theme)]
    weight = inside.share * references.measurer.weights.value[inside.square]
    return weight[of_squares[inside.square] > value + 1e-9].sum() / weight.sum()


@pytest.mark.parametrize("theme", ["lbm", "onv"])
def test_the_card_tells_the_rank_of_the_chosen_theme(rig, theme):
    rig.session.set_theme(theme)
    for name in ("Noord", "Oost"):
        rig.areas.set_current(next(fid for fid, known in rig.areas.names().items() if known == name))
        higher = _higher(rig, name, theme)
        words = "Lower than" if higher >= 0.5 else "Higher than"
        shown, among = rig.page.rank.text(), rig.page.card.others.text()
        assert shown == f"{words} {round(100 * max(higher, 1 - higher))}\u00a0% of the dwellings of Schiedam"
        assert among.lower().startswith("rank ") and among.endswith(" of 59 buurten")
        assert not rig.page.rank.isHidden()
        assert (
            "dwellings of Schiedam" in rig.page.words.paragraph.text()
            and "Among the 59 buurten" in rig.page.words.paragraph.text()
        )


def test_no_rank_of_few_dwellings(rig, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_DWELLINGS", "100000")
    rig.page.refresh()
    assert rig.page.rank.text() == "No rank: that takes at least 100,000 dwellings"
    assert rig.page.card.others.isHidden() and "dwellings of Schiedam" not in rig.page.rank.text()


@pytest.mark.parametrize("limit", [0, 100, 500, 1500])
def test_which_buurten_are_ranked_among_is_a_setting(rig, monkeypatch, limit):
    monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_INHABITANTS", str(limit))
    rig.page.refresh()
    layer = QgsVectorLayer(f"{rig.session.pack.folder / 'areas.gpkg'}|layername=buurt", "", "ogr")
    living = [one["inhabitants"] for one in layer.getFeatures() if one.hasGeometry()]
    buurten = sum(count >= limit for count in living)
    assert 5 < buurten <= len(living)
    assert rig.page.card.others.text().endswith(f" of {buurten} buurten")


def test_the_table_has_the_rank_in_the_gemeente(rig):
    rig.compare.show()
    column = rig.column("rank")
    assert column.pop("all together") is None
    assert column == {name: pytest.approx(_higher(rig, name, "lbm"), abs=1e-9) for name in ("Noord", "Oost", "West")}


def test_a_list_of_references_is_changed_where_it_differs():
    """Whatever it showed before, a list says what a new one says; for one other tip no other row is written."""
    letters = [ReferenceEntry(letter, f"name of {letter}", f"tip of {letter}") for letter in "abcdefg"]
    heading = ReferenceEntry("", "Parts", is_heading=True)
    lacking = ReferenceEntry("x", "Group", "of four", "none of these data")
    other = replace(letters[1], tip="another tip")
    lists = [
        [],
        letters,
        [letters[0], other, *letters[2:]],
        [letters[0], heading, lacking, *letters[2:]],
        [letters[0], lacking, heading, letters[6], *letters[2:]],
        [letters[0], *letters[5:]],
        [heading, *letters],
        [*letters, heading, lacking],
        letters[::-1],
    ]
    for before, after in itertools.permutations(lists, 2):
        grown, fresh = ReferenceChoice(), ReferenceChoice()
        grown.show_choices(before, "c")
        grown.show_choices(after, "c")
        fresh.show_choices(after, "c")
        assert [said(grown, row) for row in range(grown.count())] == [said(fresh, row) for row in range(fresh.count())]
        assert grown.count() == len(after) and grown.currentData() == fresh.currentData()
    combo = ReferenceChoice()
    combo.show_choices(letters, "g")
    written = []
    combo.model().dataChanged.connect(lambda first, last, *_roles: written.extend(range(first.row(), last.row() + 1)))
    combo.model().rowsInserted.connect(lambda *_rows: written.append(-1))
    combo.show_choices(lists[2], "g")
    assert (
        set(written) == {1}
        and combo.currentData() == "g"
        and combo.itemData(1, Qt.ItemDataRole.ToolTipRole) == "another tip"
    )


def said(combo, row):
    item = combo.model().item(row)
    return item.text(), combo.itemData(row), item.toolTip(), item.isEnabled(), item.font().bold()
