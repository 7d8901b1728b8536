# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Hand over: for which areas, in which files, and what is said when they can't be made."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import openpyxl
import pytest
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QFileDialog, QLabel
from shapely.geometry import shape

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.gui.handover.choices import EVERY, SELECTED
from leefbaar_plugin.gui.handover.page import HandoverPage
from leefbaar_plugin.gui.importing.known_packs import read
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.report.files import write_handover
from leefbaar_plugin.report.handover import gather

from .conftest import SCHIEDAM
from .test_mangled_projects import Desk, desk  # noqa: F401

PLAN = "MultiPolygon (((86030 436020, 86610 436020, 86610 436570, 86030 436570, 86030 436020)))"
PARK = "MultiPolygon (((86330 436020, 87000 436020, 87000 436570, 86330 436570, 86330 436020)))"


@pytest.fixture
def page(desk: Desk, schiedam_folder, tmp_path, qtbot):  # noqa: F811
    """The page on the demonstration data, with two areas, and a folder to write in."""
    desk.plugin.session.open_pack(schiedam_folder)
    desk.plugin.areas.add([("Plan één", QgsGeometry.fromWkt(PLAN)), ("Park", QgsGeometry.fromWkt(PARK))])
    desk.rest()
    made = desk.plugin.dock.findChild(HandoverPage)
    made.setParent(None)
    qtbot.addWidget(made)
    made.show()
    made.controls.folder.setText(str(tmp_path / "uit"))
    choose(made)
    yield made
    assert desk.problems == []


def choose(page: HandoverPage, *kinds: str) -> None:
    for kind, tick in page.controls.ticks.items():
        tick.setChecked(kind in kinds)
    page.controls._chosen()


def make(page: HandoverPage, desk: Desk) -> list[str]:  # noqa: F811
    page.make.click()
    for _ in range(3):
        desk.rest()
    folder = page._folder()
    return sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []


def names_in(path) -> list[str]:
    rows = list(openpyxl.load_workbook(path)["Areas"].iter_rows(values_only=True))
    return [row[0] for row in rows[1:]]


def test_the_current_area_all_of_them_or_a_selection(page, desk, schiedam_folder):  # noqa: F811
    controls = page.controls
    controls.every.click()
    choose(page, ".xlsx")
    assert page.make.text() == "Make 1 file"
    assert make(page, desk) == ["2_areas_2024.xlsx"]
    assert names_in(page._folder() / "2_areas_2024.xlsx") == ["Plan één", "Park"]
    assert not controls.choices[SELECTED].isVisible()
    buurten = QgsVectorLayer(f"{schiedam_folder}/areas.gpkg|layername=buurt", "buurten", "ogr")
    QgsProject.instance().addMapLayer(buurten)
    wanted = [feature for feature in buurten.getFeatures() if feature["code"] in ("BU06060001", "BU06060002")]
    buurten.selectByIds([feature.id() for feature in wanted])
    desk.iface.setActiveLayer(buurten)
    desk.iface.activeLayer = lambda: buurten
    page.refresh()
    button = controls.choices[SELECTED]
    assert button.isVisible() and "(2)" in button.text()
    button.click()
    assert make(page, desk) == ["2_areas_2024.xlsx", "2_areas_2024_2.xlsx"]
    assert sorted(names_in(page._folder() / "2_areas_2024_2.xlsx")) == sorted(one["name"] for one in wanted)
    assert QgsProject.instance().readEntry("leefbaarometer", "handover/which", "")[0] == SELECTED
    buurten.removeSelection()
    page.refresh()
    assert controls.current.isChecked() and not button.isVisible()


def test_nothing_is_made_of_nothing(page, desk):  # noqa: F811
    choose(page)
    assert not page.make.isEnabled() and page.names.text() == "Tick what should be made."
    choose(page, ".xlsx")
    assert page.make.isEnabled() and page.names.text() == "Will be made: park_2024.xlsx."


def test_options_behind_change(page, desk):  # noqa: F811
    page.change.click()
    assert page.options.isVisible()
    page.options.rings.setText("tot het spoor")
    page.options.rings.editingFinished.emit()
    choose(page, ".odt", ".xlsx")
    assert not page.make.isEnabled() and "tot het spoor" in page.what.text()
    page.options.rings.setText("250, 500")
    page.options.rings.editingFinished.emit()
    page.options.since.setCurrentText("2018")
    page.options.since.activated.emit(page.options.since.currentIndex())
    assert page.make.isEnabled() and "2018–2024" in page.what.text() and "250, 500" in page.what.text()
    assert make(page, desk) == ["park_2024.odt", "park_2024.xlsx"]
    trend = list(openpyxl.load_workbook(page._folder() / "park_2024.xlsx")["Trend"].iter_rows(values_only=True))
    assert trend[0] == ("Area", "2018", "2020", "2022", "2024")
    with zipfile.ZipFile(page._folder() / "park_2024.odt") as archive:
        words = archive.read("content.xml").decode()
    assert "250–500 m" in words and ">2018<" in words and ">2016<" not in words


def test_geojson_in_degrees_with_its_recipe(page, desk):  # noqa: F811
    choose(page, ".geojson")
    assert make(page, desk) == ["park_2024.geojson"]
    document = json.loads((page._folder() / "park_2024.geojson").read_text(encoding="utf-8"))
    (feature,) = document["features"][:1]
    longitude, latitude = shape(feature["geometry"]).centroid.coords[0]
    assert 4.3 < longitude < 4.5 and 51.8 < latitude < 52.0 and feature["properties"]
    assert "recipe" in json.dumps(document).casefold()


def test_a_folder_that_can_not_be_made_is_told(page, desk, tmp_path):  # noqa: F811
    (tmp_path / "bestand").write_text("van mij")
    page.controls.folder.setText(str(tmp_path / "bestand"))
    choose(page, ".xlsx")
    page.make.click()
    desk.rest()
    assert any("bestand can't be made" in text for text in desk.said())
    assert (tmp_path / "bestand").read_text() == "van mij"


def test_a_colleague_gets_the_project_as_it_was_saved(page, desk, tmp_path):  # noqa: F811
    choose(page, ".xlsx", ".zip")
    assert make(page, desk) == []
    assert any("Save the project first" in text for text in desk.said())
    (tmp_path / "werk").mkdir(exist_ok=True)
    assert QgsProject.instance().write(str(tmp_path / "werk" / "plan.qgz"))
    desk.rest()
    choose(page, ".xlsx", ".zip")
    assert QgsProject.instance().write()
    desk.rest()
    assert make(page, desk) == ["park_2024.xlsx", "park_2024.zip"]
    assert page.made.count() == 3
    with zipfile.ZipFile(page._folder() / "park_2024.zip") as archive:
        names = archive.namelist()
    assert "plan/plan.qgz" in names and "plan/rapporten/park_2024.xlsx" in names
    assert [name for name in names if name.endswith("_projectgebieden.gpkg")]
    assert [name for name in names if name.startswith("plan/data/") and name.endswith("pack.json")]


def a_tenth_higher(folder):
    """The demonstration data as an edition before had them: totals of 2024 are a tenth higher, by the housing stock."""
    with zipfile.ZipFile(next(SCHIEDAM.glob("open-data*.zip"))) as archive, zipfile.ZipFile(folder, "w") as copy:
        for name in archive.namelist():
            if "scores" not in name or "MACOSX" in name:
                continue
            header, *rows = csv.reader(io.TextIOWrapper(archive.open(name), "utf-8"))
            at = {column: place for place, column in enumerate(header)}
            for row in rows:
                for column in ("lbm", "afw", "won") if row[at["jaar"]] == "2024" else ():
                    row[at[column]] = repr(float(row[at[column]]) + 0.1)
            text = io.StringIO()
            csv.writer(text).writerows([header, *rows])
            copy.writestr(name, text.getvalue())
    return [folder, *SCHIEDAM.glob("geometrie*.zip"), *SCHIEDAM.glob("cbs*.gpkg")]


def test_another_edition_lists_what_differs(page, desk, tmp_path):  # noqa: F811
    files = a_tenth_higher(tmp_path / "open-data-leefbaarometer-meting-2024.zip")
    earlier = import_edition(inspect(files), tmp_path / "earlier").folder
    page.editions.packs = lambda: [read(earlier)]
    menu = page.editions.menu()
    menu.aboutToShow.emit()
    action, separator, again = menu.actions()
    assert "2024" in action.text() and separator.isSeparator() and again.isEnabled()
    action.trigger()
    for _ in range(3):
        desk.rest()
    (path,) = page._folder().glob("*.xlsx")
    header, *rows = openpyxl.load_workbook(path)["Differences"].iter_rows(values_only=True)
    assert header == ("Area", "Year", "Figure", "Then", "Now", "Difference")
    assert {row[0] for row in rows} == {"Plan één", "Park"} and {str(row[1]) for row in rows} == {"2024"}
    total = {row[0]: row[3:] for row in rows if row[2] == "Total score"}
    assert total.keys() == {"Plan één", "Park"}
    for name, (then, now, difference) in total.items():
        fid = next(fid for fid, one in desk.plugin.areas.names().items() if one == name)
        desk.plugin.areas.set_current(fid)
        assert now == pytest.approx(desk.plugin.areas.figures().total, abs=1e-6), name
        assert then - now == pytest.approx(0.1, abs=1e-6) and difference == pytest.approx(-0.1, abs=1e-6)
    names = [label.text() for label in page.findChildren(QLabel) if label.text() == path.name]
    assert names == [path.name], "what was made stands below"


def test_an_output_is_measured_again(page, desk, tmp_path, monkeypatch):  # noqa: F811
    """By the menu of the button: a report of these data is the same; a workbook of others lists what differs."""
    choose(page, ".pdf")
    (report,) = make(page, desk)
    menu = page.editions.menu()
    chosen = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen[-1]), ""))

    def check(path):
        chosen.append(path)
        desk.iface.bar.clearWidgets()
        menu.aboutToShow.emit()
        next(one for one in menu.actions() if one.objectName() == "LeefbaarometerHandoverAgain").trigger()
        for _ in range(3):
            desk.rest()
        return desk.said()

    said = check(page._folder() / report)
    assert any("figures of 1 area are the same" in text for text in said) and not list(page._folder().glob("*again*"))
    pack = open_pack(import_edition(inspect(a_tenth_higher(tmp_path / "open-data.zip")), tmp_path / "earlier").folder)
    area = page.choices.of(EVERY)[0]
    path = page._folder() / "eerder.xlsx"
    write_handover(path, gather(Measurer(pack), [area], (2022, 2024), 10.0), load_palette("own"))
    said = check(path)
    assert any("Of 16 figures of 1 area, 2 differ from those of" in text for text in said), said
    header, *rows = openpyxl.load_workbook(page._folder() / "eerder_again_2024.xlsx")["Differences"].iter_rows(
        values_only=True
    )
    assert [(row[0], row[1], row[2]) for row in rows] == [
        (area.name, 2024, "Total score"),
        (area.name, 2024, "Housing stock"),
    ]
    assert all(row[5] == pytest.approx(-0.1, abs=1e-6) for row in rows) and header[5] == "Difference"
    said = check(tmp_path / "nergens.pdf")
    assert any("nergens.pdf" in text for text in said)


def test_painting_leaves_room_for_the_interface(page, desk, qtbot):  # noqa: F811
    """A report of two areas is made in many turns of the event loop; nothing is there before the last one."""
    page.controls.choices[EVERY].setChecked(True)
    choose(page, ".pdf", ".odt")
    seen = []
    desk.plugin.background.progressed.connect(lambda subject, percent: seen.append(percent))
    page.make.click()
    qtbot.waitUntil(
        lambda: not desk.plugin.background.is_running("handover") and page.made.count() == 3, timeout=60_000
    )
    names = sorted(one.name for one in page._folder().iterdir())
    assert [name.rpartition(".")[2] for name in names] == ["odt", "pdf"]
    assert len(seen) > 20 and seen[-1] > 95
    painted = seen[len(seen) - 20 :]
    assert painted == sorted(painted)


@pytest.mark.parametrize("how", ["cancel", "theme", "layer", "project"])
def test_painting_that_is_stopped_leaves_nothing(page, desk, qtbot, how):  # noqa: F811
    """By the button; and by what changes the map, for pages would differ."""
    project, background = QgsProject.instance(), desk.plugin.background
    layers = list(project.mapLayers().values())
    page._iface.canvas.setLayers(layers)
    choose(page, ".pdf")
    page.make.click()
    qtbot.waitUntil(lambda: page._painter._shown is not None, timeout=10_000)
    qtbot.wait(1)
    assert background.is_running("handover") and page.make.text() == "Cancel"
    if how == "cancel":
        page.make.click()
    elif how == "theme":
        desk.plugin.session.set_theme("won")
    elif how == "layer":
        project.removeMapLayer(layers[0].id())
    else:
        project.clear()
    desk.rest()
    assert not background.is_running("handover") and page._painter._shown is None
    assert list(page._folder().iterdir()) == []
    assert any("The map changed" in text for text in desk.said()) is (how in ("theme", "layer"))
