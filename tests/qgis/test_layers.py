# SPDX-License-Identifier: GPL-2.0-or-later
"""Our layers in a project: group, styles by theme, year and level, areas layer, and what reopening gives back."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsLayerTreeLayer,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.layers import tree
from leefbaar_plugin.layers.areas import area_rows, project_areas
from leefbaar_plugin.layers.project import homes
from leefbaar_plugin.layers.styles import class_labels, load_palette
from leefbaar_plugin.pack.importing import importer, square_files
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

from .conftest import SCHIEDAM, areas_layer, is_ours

AREA = "POLYGON((86000 436000, 88000 436000, 88000 438000, 86000 438000, 86000 436000))"


@pytest.fixture(scope="session")
def large(tmp_path_factory):
    """The demonstration pack as if it were too large for polygons."""
    folder = tmp_path_factory.mktemp("packs") / "large"
    before = square_files.LARGEST_VECTOR
    square_files.LARGEST_VECTOR = 100
    try:
        importer.import_edition(inspect([SCHIEDAM]), folder)
    finally:
        square_files.LARGEST_VECTOR = before
    return open_pack(folder)


def theme_of(pack, theme_id):
    return next(theme for theme in pack.model.themes if theme.id == theme_id)


def show(project, pack, theme="lbm", year=2024, level=tree.AUTOMATIC):
    tree.show(project, pack, theme_of(pack, theme), year, level, load_palette("own"))


def visible_at(project, scale):
    """Levels that are on and within their scales."""
    root = project.layerTreeRoot()
    return {
        level
        for level, layer in tree.our_layers(project).items()
        if root.findLayer(layer.id()).isVisible() and layer.isInScaleRange(scale)
    }


def test_group_and_layers(project, schiedam):
    layers = tree.add_pack(project, schiedam)
    assert set(layers) == set(tree.our_layers(project)) == {"gemeente", "wijk", "buurt", "grid"}
    group = tree.our_group(project)
    assert [node.layer() for node in group.findLayers()] == [layers[level] for level in tree.LEVELS if level in layers]
    assert "2024" in group.name() and "synthetic squares" in group.name()
    assert all(layer.isValid() and is_ours(project, layer) for layer in layers.values())
    assert isinstance(layers["grid"], QgsVectorLayer) and layers["grid"].featureCount() == 765


def test_group_is_known_by_its_property(project, schiedam):
    tree.add_pack(project, schiedam)
    group = tree.our_group(project)
    group.setName("Our own name")
    project.layerTreeRoot().insertGroup(0, tree.group_title(schiedam))
    assert tree.our_group(project).name() == "Our own name"


def test_adding_again_keeps_the_layers(project, schiedam):
    first = {layer.id() for layer in tree.add_pack(project, schiedam).values()}
    second = {layer.id() for layer in tree.add_pack(project, schiedam).values()}
    QCoreApplication.sendPostedEvents()
    assert first == second == set(project.mapLayers())
    assert len(project.layerTreeRoot().findGroups(True)) == 1


def test_another_pack_in_the_same_layers(project, schiedam, large):
    """Vector layers are pointed to the other pack; squares that become an image take the place of those before."""
    before = tree.add_pack(project, schiedam)
    ids = {level: layer.id() for level, layer in before.items()}
    after = tree.add_pack(project, large)
    QCoreApplication.sendPostedEvents()
    assert {level: layer.id() for level, layer in after.items() if level != "grid"} == {
        level: ids[level] for level in ("gemeente", "wijk", "buurt")
    }
    assert after["grid"].id() != ids["grid"] and isinstance(after["grid"], QgsRasterLayer)
    assert ids["grid"] not in project.mapLayers() and len(project.mapLayers()) == 4
    assert all(layer.source().startswith(str(large.folder)) and layer.isValid() for layer in after.values())
    assert [node.layer() for node in tree.our_group(project).findLayers()] == [
        after[level] for level in ("gemeente", "wijk", "buurt", "grid")
    ]
    assert not list(large.folder.glob("*-wal")), "opened to be read only"


def test_removing_leaves_the_layers_of_the_user(project, schiedam):
    outside, inside, deep = (areas_layer(AREA) for _ in range(3))
    project.addMapLayer(outside)
    tree.add_pack(project, schiedam)
    group = tree.our_group(project)
    project.addMapLayers([inside, deep], False)
    group.insertLayer(1, inside)
    own_group = group.addGroup("Mine")
    own_group.addLayer(deep)
    ours = tree.our_layers(project)["buurt"]
    own_group.insertChildNode(0, QgsLayerTreeLayer(ours))  # one of ours, dragged into a group of the user's
    tree.remove_pack(project)
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
    assert set(project.mapLayers()) == {outside.id(), inside.id(), deep.id()}
    root = project.layerTreeRoot()
    assert {node.layerId() for node in root.findLayers()} == set(project.mapLayers())
    assert root.findGroup("Mine") is not None and tree.our_group(project) is None
    assert deep.featureCount() == 1 and inside.isValid()


def test_removing_what_isnt_there(project):
    tree.remove_pack(project)
    assert not tree.our_layers(project) and tree.our_group(project) is None


@pytest.mark.parametrize(("theme", "year"), [("lbm", 2024), ("onv", 2014), ("won", 2022)])
def test_theme_and_year(project, schiedam, theme, year):
    layers = tree.add_pack(project, schiedam)
    show(project, schiedam, theme, year)
    for layer in layers.values():
        renderer = layer.renderer()
        assert isinstance(renderer, QgsCategorizedSymbolRenderer)
        field = renderer.classAttribute().strip('"')
        assert field == f"class_{theme}_{year}"
        assert [one.label() for one in renderer.categories()] == class_labels(schiedam.model, "en")
        assert str(year) in layer.name() and theme_of(schiedam, theme).name["en"] in layer.name()


def areas_of_one_year(target, year):
    """The demonstration data with scores of buurten and gemeente in one year only."""
    target.mkdir()
    for path in SCHIEDAM.iterdir():
        if not path.name.startswith("open-data"):
            shutil.copy(path, target)
    with zipfile.ZipFile(next(SCHIEDAM.glob("open-data*.zip"))) as archive:
        for level in ("grids", "buurten", "gemeenten"):
            name = next(name for name in archive.namelist() if f"scores {level}" in name)
            header, *lines = archive.read(name).decode().splitlines(keepends=True)
            if level != "grids":
                lines = [line for line in lines if f",{year}," in line]
            (target / Path(name).name).write_text("".join([header, *lines]), encoding="utf-8")
    return target


def test_level_without_scores_in_that_year_leaves_its_place(project, tmp_path):
    files = areas_of_one_year(tmp_path / "files", 2024)
    pack = open_pack(importer.import_edition(inspect([files]), tmp_path / "pack").folder)
    layers = tree.add_pack(project, pack)
    assert layers["grid"].fields().indexOf("class_onv_2014") >= 0
    assert layers["buurt"].fields().indexOf("class_onv_2014") < 0 <= layers["buurt"].fields().indexOf("class_onv_2024")
    show(project, pack, "onv", 2014)
    assert visible_at(project, 300_000) == visible_at(project, 100_000) == {"grid"}
    assert not layers["buurt"].mapTipTemplate() and layers["grid"].mapTipTemplate()
    show(project, pack, "onv", 2024)
    assert visible_at(project, 100_000) == {"buurt"}


def test_switching_costs_no_reading(project, schiedam):
    layers = tree.add_pack(project, schiedam)
    providers = {level: layer.dataProvider() for level, layer in layers.items()}
    for year in schiedam.years:
        show(project, schiedam, "lbm", year)
    assert {level: layer.dataProvider() for level, layer in layers.items()} == providers
    assert set(tree.our_layers(project)) == set(providers)


@pytest.mark.parametrize(
    ("scale", "level"), [(1_000_000, "gemeente"), (160_000, "gemeente"), (100_000, "buurt"), (20_000, "grid")]
)
def test_level_by_zoom(project, schiedam, scale, level):
    tree.add_pack(project, schiedam)
    show(project, schiedam)
    assert visible_at(project, scale) == {level}


@pytest.mark.parametrize("level", ["gemeente", "buurt", "grid"])
@pytest.mark.parametrize("scale", [5_000_000, 100_000, 500])
def test_one_level_only(project, schiedam, level, scale):
    tree.add_pack(project, schiedam)
    show(project, schiedam)
    show(project, schiedam, level=level)
    assert visible_at(project, scale) == {level}
    show(project, schiedam)
    assert visible_at(project, 20_000) == {"grid"}


@pytest.mark.parametrize("missing", [["gemeente"], ["buurt"], ["gemeente", "buurt"], ["grid"], ["grid", "buurt"]])
@pytest.mark.parametrize("scale", [5_000_000, 300_000, 100_000, 20_000, 500])
def test_something_shows_at_every_scale(project, schiedam, missing, scale):
    """Also when the files held no outlines, or no squares."""
    layers = tree.add_pack(project, schiedam)
    project.removeMapLayers([layers[level].id() for level in missing])
    show(project, schiedam)
    assert len(visible_at(project, scale)) == 1


def test_raster_of_a_large_extent(project, large):
    layers = tree.add_pack(project, large)
    squares = layers["grid"]
    assert isinstance(squares, QgsRasterLayer)
    names = [squares.bandName(band) for band in range(1, squares.bandCount() + 1)]
    assert len(names) == len(large.years) * len(large.model.themes)
    for theme in ("lbm", "fys", "won"):
        for year in (2014, 2024):
            show(project, large, theme, year)
            renderer = squares.renderer()
            assert isinstance(renderer, QgsPalettedRasterRenderer)
            assert names[renderer.inputBand() - 1].endswith(f"{theme} {year}")
            assert [one.label for one in renderer.classes()] == class_labels(large.model, "en")


def test_raster_holds_the_classes_of_the_pack(project, large):
    squares = tree.add_pack(project, large)["grid"]
    classes = large.matrix.classes[:, large.years.index(2018)]
    show(project, large, "lbm", 2018)
    provider, band = squares.dataProvider(), squares.renderer().inputBand()
    for at in range(0, len(large.grid), 11):
        x, y = int(large.grid.column[at]) * 100 + 50, int(large.grid.row[at]) * 100 + 50
        value, there = provider.sample(QgsGeometry.fromWkt(f"POINT({x} {y})").asPoint(), band)
        assert there and value == classes[at]


def test_classes_of_the_buurten_are_the_published_ones(project, schiedam):
    buurten = tree.add_pack(project, schiedam)["buurt"]
    for feature in buurten.getFeatures():
        score, number = feature["lbm_2024"], feature["class_lbm_2024"]
        if number:
            assert number == schiedam.model.total_classification.classify(score)


def test_map_tip_is_an_expression_that_works(project, schiedam):
    layers = tree.add_pack(project, schiedam)
    show(project, schiedam, "onv", 2024)
    for layer in layers.values():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        for feature in layer.getFeatures():
            context.setFeature(feature)
            text = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
            number = feature["class_onv_2024"]
            if number:
                name = schiedam.model.total_classification.classes[number - 1].name["en"]
                assert f"{number} · {name}" in text
            else:
                assert "no class" in text and "no value" in text
            assert "[%" not in text


def test_dutch_names(project, schiedam, dutch):
    layers = tree.add_pack(project, schiedam)
    show(project, schiedam, "onv")
    assert "overlast en onveiligheid" in layers["grid"].name().lower()
    assert layers["grid"].renderer().categories()[5].label() == "6 · ruim voldoende"
    assert "synthetische vierkanten" in tree.our_group(project).name()


@pytest.mark.parametrize("which", ["schiedam", "large"])
def test_save_and_reopen(project, request, tmp_path, which):
    pack = request.getfixturevalue(which)
    path = tmp_path / "kaart é.qgz"
    project.setFileName(str(path))
    tree.add_pack(project, pack)
    areas = project_areas.create_areas_layer(homes.areas_path(project, tmp_path))
    project_areas.add_areas_layer(project, areas)
    area_rows.add_areas(areas, [("Plan Zuid", QgsGeometry.fromWkt(AREA))])
    show(project, pack, "vrz", 2020, "grid")
    names = {level: layer.name() for level, layer in tree.our_layers(project).items()}
    assert project.write()
    project.clear()
    assert not tree.our_layers(project)

    assert project.read(str(path))
    found = tree.our_layers(project)
    assert {level: layer.name() for level, layer in found.items()} == names
    assert tree.our_group(project) is not None
    assert visible_at(project, 900_000) == {"grid"}
    renderer = found["grid"].renderer()
    if which == "large":
        assert found["grid"].bandName(renderer.inputBand()).endswith("vrz 2020")
        assert len(renderer.classes()) == 9
    else:
        assert renderer.classAttribute().strip('"') == "class_vrz_2020"
        assert len(renderer.categories()) == 9
    areas = project_areas.find_areas_layer(project)
    assert [feature["name"] for feature in areas.getFeatures()] == ["Plan Zuid"]
    assert areas.labelsEnabled()
    assert f"./{path.stem}_projectgebieden.gpkg" in areas_source(path)
    show(project, pack, "lbm", 2024)
    assert visible_at(project, 900_000) == {"gemeente"}


def areas_source(path):
    """The XML inside a .qgz project."""
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return archive.read(next(name for name in archive.namelist() if name.endswith(".qgs"))).decode()


def test_areas_layer_is_made(project, tmp_path):
    path = tmp_path / "nieuwe map" / "gebieden.gpkg"
    layer = project_areas.create_areas_layer(path)
    assert layer.isValid() and layer.crs() == QgsCoordinateReferenceSystem("EPSG:28992")
    assert layer.featureCount() == 0
    assert [field.name() for field in layer.fields()] == ["fid", "name", "created", "position"]
    assert project_areas.find_areas_layer(project) is None
    project.addMapLayer(layer, False)
    assert project_areas.find_areas_layer(project) is None, "it wasn't noted as the one"
    project_areas.add_areas_layer(project, layer)
    assert project_areas.find_areas_layer(project) is layer
    assert project.layerTreeRoot().children()[0].layer() is layer
    assert is_ours(project, layer)
    assert layer.labelsEnabled() and list(layer.getFeatures()) == []
    again = QgsVectorLayer(str(path), "", "ogr")
    assert again.labelsEnabled() and again.renderer().type() == "singleSymbol"


def test_areas_are_stored_at_once(project, tmp_path):
    layer = project_areas.create_areas_layer(tmp_path / "a.gpkg")
    square = QgsGeometry.fromWkt(AREA)
    two = QgsGeometry.fromWkt(
        "MULTIPOLYGON(((0 0, 100 0, 100 100, 0 0)), ((200 0, 300 0, 300 100, 200 0), (220 5, 290 5, 290 70, 220 5)))"
    )
    ids = area_rows.add_areas(layer, [("Plan Zuid", square), ("Twee delen", two)])
    assert len(ids) == len(set(ids)) == 2 and layer.featureCount() == 2
    assert square.asWkt().startswith("Polygon"), "the caller's geometry is left alone"
    other = QgsVectorLayer(str(tmp_path / "a.gpkg"), "", "ogr")  # what a second program, or a crash, would find
    stored = {feature.id(): feature for feature in other.getFeatures()}
    assert [stored[number]["name"] for number in ids] == ["Plan Zuid", "Twee delen"]
    assert stored[ids[0]].geometry().area() == pytest.approx(4_000_000)
    assert stored[ids[1]].geometry().equals(two)
    made = stored[ids[0]]["created"]
    assert isinstance(made, QDateTime) and abs(made.secsTo(QDateTime.currentDateTime())) < 60


def test_areas_that_cant_be_stored(project, tmp_path):
    layer = project_areas.create_areas_layer(tmp_path / "a.gpkg")
    good = ("Good", QgsGeometry.fromWkt(AREA))
    for wrong, said in (
        (QgsGeometry.fromWkt("POINT(1 1)"), "is no polygon"),
        (QgsGeometry(), "has no outline"),
        (QgsGeometry.fromWkt("POLYGON EMPTY"), "has no outline"),
        (QgsGeometry.fromWkt("POLYGON((0 0, 100 100, 50 50, 0 0))"), "has no surface on the map"),
        (QgsGeometry.fromWkt("POLYGON((0 0, 1e9 0, 1 1, 0 0))"), "has coordinates that can't lie in"),
    ):
        with pytest.raises(InputError, match=f"“Wrong” {said}"):
            area_rows.add_areas(layer, [good, ("Wrong", wrong)])
    assert not list(layer.getFeatures()), "all or nothing"


def test_names_are_new(project, tmp_path):
    layer = project_areas.create_areas_layer(tmp_path / "a.gpkg")
    assert area_rows.next_name(layer) == "Area 1"
    area_rows.add_areas(layer, [("Area 1", QgsGeometry.fromWkt(AREA)), ("Area 3", QgsGeometry.fromWkt(AREA))])
    assert area_rows.next_name(layer) == "Area 2"
    area_rows.add_areas(layer, [("Area 2", QgsGeometry.fromWkt(AREA))])
    assert area_rows.next_name(layer) == "Area 4"


def test_path_beside_the_project_or_in_the_data_folder(project, tmp_path):
    assert homes.areas_path(project, tmp_path).parent == tmp_path
    project.setFileName(str(tmp_path / "plan-2.1.qgz"))
    names = []
    for _ in range(4):
        path = homes.areas_path(project, tmp_path / "elsewhere")
        assert path.parent == tmp_path and not path.exists()
        path.write_text("taken")
        names.append(path.name)
    assert names == [f"plan-2.1_projectgebieden{mark}.gpkg" for mark in ("", "-2", "-3", "-4")]


def test_an_existing_file_is_never_overwritten(tmp_path):
    path = tmp_path / "a.gpkg"
    path.write_text("somebody's areas")
    with pytest.raises(InputError, match="already exists"):
        project_areas.create_areas_layer(path)
    assert path.read_text() == "somebody's areas"


def test_place_that_cant_be_written(tmp_path):
    (tmp_path / "file").write_text("no folder")
    for path in (tmp_path / "file" / "a.gpkg", project_areas.Path("/proc/leefbaar/a.gpkg")):
        with pytest.raises(InputError, match="can't be written"):
            project_areas.create_areas_layer(path)


def test_folder_that_is_read_only():
    """A folder that exists and refuses files, also for an administrator."""
    with pytest.raises(InputError, match=r"can't be written: .+"):
        project_areas.create_areas_layer(project_areas.Path("/proc/a.gpkg"))
