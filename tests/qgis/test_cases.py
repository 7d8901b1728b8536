# SPDX-License-Identifier: GPL-2.0-or-later
"""Every case of ../shared/data/cases by its number, with the right value of its README.

One test per case; their kinds, and the siblings of each, are in the tests of what it is about. What is steps alone is
tried anywhere, what needs a file of a case is skipped without it.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsField, QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsReadWriteContext, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtWidgets import QTextBrowser
from qgis.PyQt.QtXml import QDomDocument

from leefbaar_plugin.analysis.signals.rule_set import read_rule_file
from leefbaar_plugin.analysis.signals.rule_words import full_text
from leefbaar_plugin.engine.errors import InputError, PackError
from leefbaar_plugin.gui.citizens.expressions import Expressions
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.messages import Messages
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers import tree
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.tables.user_table import SKIPPED, UNEVEN, read_user_table
from tests.builders import Edition

from .conftest import SHARED, Recorder, areas_layer, rows
from .test_areas_tools import Iface, square
from .test_development_layers import large_folder  # noqa: F401

CASES = SHARED / "cases"
SCORE = 4.077029
"""Of the square kilometre at 86000, 436000 in 2024."""
DRAWN = "POLYGON((86000 436000,87000 436000,87000 437000,86000 436000))"


def inputs(number: int) -> Path:
    """Folder of a case; skips without the shared data."""
    found = list(CASES.glob(f"{number:02d}-*"))
    if not found:
        pytest.skip("needs ../shared/data")
    return found[0]


@pytest.fixture
def project(qgis_new_project):
    return QgsProject.instance()


@pytest.fixture
def session(project, schiedam_folder):
    made = Session(project)
    made.open_pack(schiedam_folder)
    yield made
    made.disconnect_project()


@pytest.fixture
def areas(session, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    made = Areas(session, Iface())
    made.problems = []
    made.failed.connect(made.problems.append)
    yield made
    made.disconnect_project()


def own_layer(name: str) -> QgsVectorLayer:
    """A scratch layer of the user with one polygon; its id begins with its name."""
    layer = areas_layer(DRAWN)
    layer.setName(name)
    QgsProject.instance().addMapLayer(layer)
    return layer


def paste_style(source: QgsMapLayer, target: QgsMapLayer) -> None:
    """What Layer > Copy Style and Paste Style do, with all style categories."""
    document, everything = QDomDocument(), QgsMapLayer.StyleCategory.AllStyleCategories
    source.exportNamedStyle(document, QgsReadWriteContext(), everything)
    done, problem = target.importNamedStyle(document, everything)
    assert done, problem


def selected(project, areas, path: Path, layer: str = "") -> QgsVectorLayer:
    """A layer of a file, all of it selected and taken as own areas."""
    made = QgsVectorLayer(f"{path}|layername={layer}" if layer else str(path), "plan", "ogr")
    project.addMapLayer(made)
    made.selectAll()
    areas.take_selected(made)
    return made


def test_case_01_a_style_that_was_pasted_makes_no_layer_ours(project, session, schiedam_folder):
    mine, ours = own_layer("plankaart"), tree.our_layers(project)["buurt"]
    paste_style(ours, mine)
    session.set_year(2014)
    assert mine.name() == "plankaart" and "2014" in ours.name()
    session.open_pack(schiedam_folder)
    assert mine.id() in project.mapLayers() and mine.name() == "plankaart"


def test_case_03_a_duplicate_is_the_users(project, session, areas, schiedam_folder):
    original = tree.our_layers(project)["buurt"]
    copy = original.clone()  # what Duplicate Layer does
    project.addMapLayer(copy)
    copy.setName("Buurten 2024 (keep)")
    look = copy.renderer().dump()
    session.set_theme("soc")
    assert copy.name() == "Buurten 2024 (keep)" and copy.renderer().dump() == look and "social" in original.name()
    session.open_pack(schiedam_folder)
    assert copy.id() in project.mapLayers() and copy.name() == "Buurten 2024 (keep)"


def test_case_05_a_selection_far_away_is_refused(project, areas):
    selected(project, areas, inputs(5) / "new_zealand_wgs84.geojson")
    assert len(areas.problems) == 1 and "lies too far from the Netherlands" in str(areas.problems[0])
    assert areas.names() == {}


def test_case_06_our_group_inside_another(project, session, schiedam_folder):
    root = project.layerTreeRoot()
    theirs, ours = root.addGroup("Basis"), tree.our_group(project)
    moved = ours.clone()
    theirs.addChildNode(moved)
    root.removeChildNode(ours)
    mine = own_layer("plans")
    root.removeLayer(mine)
    moved.addLayer(mine)
    session.open_pack(schiedam_folder)
    groups = [one for one in root.findGroups(True) if one.name().startswith("Leefbaarometer")]
    assert [one.parent().name() for one in groups] == ["Basis"]
    assert sum(node.layerId() == mine.id() for node in root.findLayers()) == 1
    assert not [one for one in root.findGroups(True) if isinstance(one, QgsLayerTreeGroup) and not one.children()]


@pytest.mark.parametrize(("field", "new"), [("name", "naam"), ("created", None), ("name", None)])
def test_case_07_fields_renamed_or_deleted(areas, field, new):
    areas.add([("a", square(0, 0)), ("b", square(1000, 0))])
    provider, at = areas.layer.dataProvider(), areas.layer.fields().indexOf(field)
    assert provider.renameAttributes({at: new}) if new else provider.deleteAttributes([at])
    areas.layer.updateFields()
    assert len(areas.names()) == 2
    assert areas.add([("c", square(2000, 0))]) and not areas.problems
    names = list(areas.names().values())
    assert names == (["a", "b", "c"] if field != "name" else ["Area 1", "Area 2", "Area 3"]), (
        "an area without name shows its number"
    )


def test_case_08_a_filter(areas):
    areas.add([("a", square(0, 0)), ("b", square(1000, 0))])
    told = []
    areas.hidden.connect(lambda *what: told.append(what))
    assert areas.layer.setSubsetString("\"name\" = 'a'")
    areas.add([("c", square(2000, 0))])
    assert areas.current in areas.names() and (told or "c" in areas.names().values())
    areas.duplicate_current()
    assert not areas.problems and "" not in {name.removesuffix("(copy)").strip() for name in areas.names().values()}
    areas.layer.setSubsetString("")
    places = [row["position"] for row in rows(areas.layer)]
    assert len(set(places)) == len(places) == 4


def test_case_09_less_than_in_a_name(qgis_app):
    bar = QgsMessageBar()
    Messages(bar).info("Woningen <50 & klein was deleted.", "Undo", lambda: None)
    shown = bar.items()[0].findChildren(QTextBrowser)[0].toPlainText()
    assert "Woningen <50 & klein was deleted." in shown


def test_case_10_opacity_of_the_raster(project, session, large_folder):  # noqa: F811
    session.open_pack(large_folder)
    layers = tree.our_layers(project)
    for layer in layers.values():
        layer.setOpacity(0.4)
    session.set_year(2014)
    now = tree.our_layers(project)
    assert now["grid"].type() == QgsMapLayer.LayerType.RasterLayer
    assert {level: round(layer.opacity(), 2) for level, layer in now.items()} == dict.fromkeys(layers, 0.4)


def test_case_11_unticked_layers_and_classes(project, session):
    squares, buurten = tree.our_layers(project)["grid"], tree.our_layers(project)["buurt"]
    node = project.layerTreeRoot().findLayer(squares.id())
    node.setItemVisibilityChecked(False)
    renderer = buurten.renderer().clone()
    renderer.checkLegendSymbolItem(renderer.legendSymbolItems()[0].ruleKey(), False)
    buurten.setRenderer(renderer)
    session.set_year(2014)
    items = buurten.renderer().legendSymbolItems()
    ticked = [buurten.renderer().legendSymbolItemChecked(item.ruleKey()) for item in items]
    assert not node.itemVisibilityChecked() and ticked == [False] + [True] * (len(items) - 1)


def test_case_12_a_title_above_the_header():
    table = read_user_table(inputs(12) / "titel.xlsx")
    assert list(table.columns)[:3] == ["buurtcode", "naam", "aandeel sociale huur"]
    assert table.number_columns() == ["aandeel sociale huur"] and table.numbers("aandeel sociale huur").found == 12
    assert [note.kind for note in table.notes][:1] == [SKIPPED]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("euro_before", [250000, 310000, 95500]),
        ("euro_behind", [250000, 310000, 95500]),
        ("plus", [0.5, 1.2, 3.4]),
        ("narrow_space", [12345, 1200, 900]),
    ],
)
def test_case_14_signs_of_money_and_of_thousands(name, values):
    table = read_user_table(inputs(14) / f"{name}.csv")
    assert table.numbers("waarde").values.tolist() == values and table.number_columns() == ["waarde"]


@pytest.mark.parametrize("srs", [-1, 0, 99999])
def test_case_15_an_undefined_reference_is_taken_for_rd(tmp_path, srs):
    edition = Edition(tmp_path)
    for write in (edition.grid_csv, edition.gemeente_gpkg, edition.buurt_csv):
        write()
    shutil.copyfile(inputs(15) / f"buurt_srs_{srs}.gpkg", tmp_path / "buurt.gpkg")
    pack = open_pack(import_edition(inspect([tmp_path]), tmp_path / "pack").folder)
    assert pack.info["squares"] == 48 and pack.info["levels"]["buurt"]["outlines"]


def test_case_16_a_thousand_times_too_large(tmp_path):
    with pytest.raises(InputError, match=r"PC4LBR_excel\.csv, line 2: column RLBRMTR12 holds “53”"):
        import_edition(inspect([inputs(16) / "PC4LBR_excel.csv"]), tmp_path / "pack")
    assert list(tmp_path.iterdir()) == []


def test_case_17_as_many_rows_as_excel_holds(tmp_path):
    spec = importlib.util.spec_from_file_location("make", inputs(17) / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    path = module.main(tmp_path)
    with pytest.raises(InputError) as caught:
        import_edition(inspect([path]), tmp_path / "pack")
    assert str(caught.value).startswith("grids.csv ends at line 1048576, the last one that Excel can hold. ")
    assert [one.name for one in tmp_path.iterdir()] == ["grids.csv"]


@pytest.mark.parametrize("name", ["polyhedral", "tin"])
def test_case_18_polyhedral_surfaces(project, areas, run, schiedam_folder, name):
    layer = selected(project, areas, inputs(18) / f"{name}.gpkg", "roof")
    stored = list(areas.geometries().values())
    assert not areas.problems and len(stored) == 1 and stored[0].area() == pytest.approx(1e6)
    made = rows(run("aggregateareas", PACK=schiedam_folder, AREAS=layer, OUTPUT="memory:")["OUTPUT"])[0]
    assert made["lbm"] == pytest.approx(SCORE, abs=1e-6) and made["squares"] == 84
    assert areas.figures().total == pytest.approx(made["lbm"], abs=1e-9)


def test_case_19_no_outline_in_flatgeobuf(run, schiedam_folder, tmp_path):
    path, told = tmp_path / "figures.fgb", Recorder()
    run("aggregateareas", told, PACK=schiedam_folder, AREAS=areas_layer(DRAWN, None), OUTPUT=path)
    assert QgsVectorLayer(str(path), "", "ogr").featureCount() == 1
    assert told.warnings[-1] == "figures.fgb can't hold features without an outline; 1 were left out."


def test_case_20_the_file_itself_holds_the_areas(project, areas, tmp_path, qtbot):
    project.write(str(tmp_path / "p.qgz"))
    for number in range(3):
        areas.add([(f"a{number}", square(1000 * number, 0))])
    path = Path(areas.layer.source().split("|")[0])
    qtbot.waitUntil(lambda: areas_in_copy(path) == 3, timeout=5000)


def areas_in_copy(path: Path) -> int:
    """Number of areas in a copy of the file alone, without what lies beside it."""
    copy = shutil.copy(path, path.with_name("copy.gpkg"))
    with closing(sqlite3.connect(copy)) as connection:
        return connection.execute("SELECT COUNT(*) FROM projectgebieden").fetchone()[0]


def test_case_21_a_locked_file(project, areas, tmp_path):
    project.write(str(tmp_path / "p.qgz"))
    areas.add([("a", square(0, 0))])
    other = sqlite3.connect(areas.layer.source().split("|")[0], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        began = time.monotonic()
        assert not areas.add([("b", square(1000, 0))])
        areas.rename("c")
        assert time.monotonic() - began < 8
        assert all("is in use by another program" in str(problem) for problem in areas.problems) and areas.problems
        assert not areas.layer.isEditable()
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert list(areas.names().values()) == ["a"]


def test_case_22_rd_with_heights_and_walls(project, areas, run, schiedam_folder):
    layer = selected(project, areas, inputs(22) / "bag3d_like.gpkg", "pand")
    assert layer.crs().authid() == "EPSG:7415"
    made = rows(run("aggregateareas", PACK=schiedam_folder, AREAS=layer, OUTPUT="memory:")["OUTPUT"])[0]
    assert made["lbm"] == pytest.approx(SCORE, abs=1e-6) and made["squares"] == 84
    assert not areas.problems and areas.figures().total == pytest.approx(made["lbm"], abs=1e-9)


def test_case_23_a_virtual_field_with_our_function(session, areas):
    expressions = Expressions(session)
    expressions.register()
    try:
        areas.add([("a", square(0, 0)), ("b", square(1000, 0))])
        areas.layer.addExpressionField("lbm_score(@geometry)", QgsField("score", QMetaType.Type.Double))
        areas.add([("c", square(2000, 0))])
        areas.rename("c2")
        areas.move_current(-1)
        gone = []
        areas.deleted.connect(lambda *what: gone.append(what))
        areas.delete_current()
        areas.put_back(*gone[0])
        assert not areas.problems and list(areas.names().values()) == ["a", "c2", "b"]
        assert rows(areas.layer)[0]["score"] == pytest.approx(SCORE, abs=1e-6)
    finally:
        expressions.unregister()


def state(folder: Path) -> dict[str, tuple[str, int]]:
    """Content and time of all files in a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.name: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("large", [False, True], ids=["vector", "raster"])
def test_case_24_a_pack_is_left_as_it_is(project, tmp_path, schiedam_folder, large_folder, large):  # noqa: F811
    """Looked at in all ways: layers, every theme and view, areas measured, the project saved and opened again."""
    folder = tmp_path / "R&D #1 é"
    shutil.copytree(large_folder if large else schiedam_folder, folder)
    before, session = state(folder), Session(project)
    session.open_pack(folder)
    for theme in session.model.themes:
        session.set_theme(theme.id)
    session.set_year(session.available_years()[0])
    for layer in tree.our_layers(project).values():
        assert layer.isValid()
        if isinstance(layer, QgsVectorLayer):
            assert list(layer.getFeatures()) and layer.uniqueValues(1)
        else:
            assert layer.dataProvider().block(1, layer.extent(), 50, 50).isValid()
    assert state(folder) == before
    project.write(str(tmp_path / "p.qgz"))
    assert project.read(str(tmp_path / "p.qgz")) and session.pack is not None
    assert state(folder) == before
    project.clear()
    assert state(folder) == before
    session.disconnect_project()


@pytest.mark.parametrize(
    ("name", "line", "found"),
    [
        ("decimal-comma-in-row", 255, 10),
        ("one-column-lost", 253, 8),
        ("short-row-101", 101, 5),
        ("short-row-300", 300, 5),
    ],
)
def test_case_30_rows_too_long_or_too_short(tmp_path, name, line, found):
    with pytest.raises(InputError) as caught:
        import_edition(inspect([inputs(30) / f"rowlen-{name}.csv"]), tmp_path / "pack")
    assert str(caught.value) == f"rowlen-{name}.csv, line {line}: {found} columns where 9 were expected."


def test_case_31_half_an_array_is_zero(run, tmp_path):
    folder = inputs(31) / "pack-values-last-half-zero"
    with pytest.raises(PackError, match=r"is damaged: values\.npy"):
        open_pack(folder)
    with pytest.raises(Exception, match=r"is damaged: values\.npy"):
        run("recomputescores", PACK=folder, OUTPUT=tmp_path / "out.gpkg")


def test_case_32_texts_of_rules():
    with pytest.raises(InputError) as caught:
        read_rule_file(inputs(32) / "rule-format-width.json")
    assert "rule-format-width.json" in str(caught.value) and "{residents:>2000000000}" in str(caught.value)
    rule = read_rule_file(inputs(32) / "rule-html.json")
    assert rule.title["nl"] == '<img src="file:///elsewhere/leak.png">T'
    bar = QgsMessageBar()
    Messages(bar).info(full_text(rule, "nl", 2024) + rule.title["nl"])
    shown = bar.items()[0].findChildren(QTextBrowser)[0]
    assert rule.title["nl"] in shown.toPlainText() and "\ufffc" not in shown.toPlainText()  # the letters, no picture


@pytest.mark.parametrize("name", ["1-t.xlsx", "2-t.ods", "3-t.csv", "4-t.ods"])
def test_case_33_damaged_tables_of_users(name):
    path = inputs(33) / name
    if name == "3-t.csv":  # two rows lost their delimiters: told, and the others read
        table = read_user_table(path)
        assert len(table) == 60 and [note.kind for note in table.notes] == [UNEVEN]
        assert table.numbers("klachten").found == table.numbers("sociale huur").found == 58
        return
    with pytest.raises(InputError, match=rf"^{name} can't be read as a table: "):
        read_user_table(path)


@pytest.mark.parametrize("number", [1, 2, 4, 5, 7, 8])
def test_case_35_damaged_lists_of_a_pack(tmp_path, number):
    """In the pack that they were of, of which the values are mended: refused, or the same figures."""
    right = inputs(31) / "pack-values-last-half-zero"
    folder = tmp_path / "pack"
    folder.mkdir()
    for path in right.iterdir():
        shutil.copyfile(path, folder / path.name)
    shutil.copyfile(inputs(35) / f"{number}.json", folder / "pack.json")
    with pytest.raises(PackError) as caught:
        open_pack(folder)
    assert str(caught.value).startswith(f"The data pack {folder} is damaged: ") and "pack.json" in str(caught.value)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_case_36_damaged_areas_of_a_pack(tmp_path, number):
    Edition(tmp_path).all()
    folder = import_edition(inspect([tmp_path]), tmp_path / "pack").folder
    shutil.copyfile(inputs(36) / f"{number}.gpkg", folder / "areas.gpkg")
    with pytest.raises(PackError, match=r"areas\.gpkg isn't what was written"):
        open_pack(folder)


def test_every_case_is_here():
    """34 needs the whole plugin: `test_mangled_projects.test_cases`."""
    elsewhere = {34}
    if not CASES.is_dir():
        pytest.skip("needs ../shared/data")
    module = ast.parse(Path(__file__).read_text(encoding="utf-8"))
    here = {int(one.name[10:12]) for one in module.body if getattr(one, "name", "").startswith("test_case_")}
    assert here | elsewhere == {int(path.name[:2]) for path in CASES.iterdir() if path.is_dir()}
