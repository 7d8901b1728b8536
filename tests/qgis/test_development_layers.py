# SPDX-License-Identifier: GPL-2.0-or-later
"""Views of the map: development, own gemeente, hatching, palettes, map themes, legends; on the demonstration pack."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsMapLayer,
    QgsRasterLayer,
    QgsRectangle,
    QgsRenderContext,
    QgsSymbolLayerUtils,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize

from leefbaar_plugin import settings
from leefbaar_plugin.analysis import derived
from leefbaar_plugin.analysis.change.development import square_development
from leefbaar_plugin.analysis.derived import CHANGE, OWN_GEMEENTE, Parts
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.gui.map.computed_maps import ComputedMaps
from leefbaar_plugin.gui.map.view_bar import ViewBar
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.layers import tree
from leefbaar_plugin.layers.map_themes import make_map_theme, map_theme_name
from leefbaar_plugin.layers.marks import few_of
from leefbaar_plugin.layers.styles import HATCH_SCALE, class_labels, load_palette
from leefbaar_plugin.layers.views import NEUTRAL, SITUATION, View, class_expression, class_styles, layer_name
from leefbaar_plugin.pack.importing import importer, square_files
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

from .conftest import SCHIEDAM, areas_layer, is_ours

AREA = "POLYGON((86000 436000, 88000 436000, 88000 438000, 86000 438000, 86000 436000))"


@pytest.fixture(scope="session")
def large_folder(tmp_path_factory):
    """Folder of the demonstration pack as if it were too large for polygons."""
    folder = tmp_path_factory.mktemp("packs") / "raster"
    before = square_files.LARGEST_VECTOR
    square_files.LARGEST_VECTOR = 100
    try:
        importer.import_edition(inspect([SCHIEDAM]), folder)
    finally:
        square_files.LARGEST_VECTOR = before
    return folder


@pytest.fixture
def data_folder(tmp_path, monkeypatch):
    """A data folder of this test alone."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path))
    return tmp_path


@pytest.fixture
def session(project, data_folder):
    """A session; the pack is opened by the test."""
    session = Session(project)
    yield session
    session.disconnect_project()


def theme_of(pack, theme_id):
    return next(theme for theme in pack.model.themes if theme.id == theme_id)


def view(pack, kind=CHANGE, theme="lbm", year=2024, since=2014, parts=None, smallest=0.0):
    return View(theme_of(pack, theme), year, kind, since, parts, smallest)


def show(project, pack, shown, level="grid", palette="own"):
    tree.show(project, pack, shown.theme, shown.year, level, load_palette(palette), shown)
    return tree.our_layers(project)


def classes_of(layer, expression):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    asked = QgsExpression(expression)
    asked.prepare(context)
    found = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        value = asked.evaluate(context)
        assert not asked.hasEvalError(), asked.evalErrorString()
        found.append(int(value) if isinstance(value, (int, float)) else 0)
    return np.array(found)


@pytest.mark.parametrize(("theme", "since", "year"), [("lbm", 2014, 2024), ("lbm", 2002, 2016), ("onv", 2018, 2024)])
def test_class_of_every_square(project, schiedam, theme, since, year):
    tree.add_pack(project, schiedam)
    shown = view(schiedam, CHANGE, theme, year, since)
    layer = show(project, schiedam, shown)["grid"]
    change = square_development(schiedam, since, year).themes[:, [t.id for t in schiedam.model.themes].index(theme)]
    expected = schiedam.model.development_classification.classify(change)
    assert (classes_of(layer, layer.renderer().classAttribute()) == expected).all()
    assert len({*expected}) > 2, "else the comparison says little"


def test_a_value_at_a_bound_is_in_the_higher_class(schiedam):
    shown = view(schiedam)
    text = class_expression(schiedam.model, shown, "grid").replace('"lbm_2024" - "lbm_2014"', "@change")
    bounds = schiedam.model.development_classification.bounds
    for change in (*bounds, *np.nextafter(bounds, -1), *np.nextafter(bounds, 1), -1.0, 0.0, 1.0):
        context = QgsExpressionContext()
        scope = QgsExpressionContextUtils.globalScope()
        scope.setVariable("change", float(change))
        context.appendScope(scope)
        number = int(schiedam.model.development_classification.classify(np.array([change]))[0])
        assert int(QgsExpression(text).evaluate(context)) == number
    scope.setVariable("change", NULL)
    assert QgsExpression(text).evaluate(context) == NULL, "an area without one of both years has no class"


def test_legend_and_title_say_what_is_shown(project, schiedam):
    tree.add_pack(project, schiedam)
    layer = show(project, schiedam, view(schiedam, CHANGE, "soc"))["grid"]
    for part in ("100 m squares", "social cohesion", "2014–2024", "development", "own calculation"):
        assert part in layer.name()
    labels = [entry.label() for entry in layer.renderer().categories()]
    assert labels[0] == "1 · very large decline" and labels[4] == "5 · no change" and len(labels) == 9
    layer = show(project, schiedam, view(schiedam, SITUATION, "soc"))["grid"]
    assert "situation" in layer.name() and "own calculation" not in layer.name()
    assert [entry.label() for entry in layer.renderer().categories()] == class_labels(schiedam.model, "en")


def test_dutch_and_published_classes(lbm2_model, dutch):
    total = View(lbm2_model.total, 2018, CHANGE, 2012)
    assert [style.number for style in class_styles(lbm2_model, total, load_palette("own"))] == list(range(1, 8))
    labels = [style.label for style in class_styles(lbm2_model, total, load_palette("own"))]
    assert labels[3] == "4 · geen verandering"
    pack = type("Pack", (), {"model": lbm2_model, "made_of": lambda _self, _level: ""})()
    assert "own calculation" not in layer_name(pack, "pc4", total)
    assert "own calculation" in layer_name(pack, "pc4", View(lbm2_model.dimensions[0], 2018, CHANGE, 2012))


@pytest.fixture
def lbm2_model():
    from leefbaar_plugin.pack.files.resources import load_model

    return load_model("lbm2")


@pytest.mark.parametrize("palette", ["own", "legend20"])
def test_no_change_is_neutral_in_every_palette(schiedam, lbm2_model, palette):
    colours = load_palette(palette).colours
    for model, middle in ((schiedam.model, 5), (lbm2_model, 4)):
        styles = class_styles(model, View(model.total, 2018, CHANGE, 2012), load_palette(palette))
        red, green, blue = (int(styles[middle - 1].colour[at : at + 2], 16) for at in (1, 3, 5))
        assert max(red, green, blue) - min(red, green, blue) < 40 and min(red, green, blue) > 200
        assert styles[middle - 2].colour == colours[3] and styles[middle].colour == colours[5]
    assert palette == "own" or NEUTRAL in [style.colour for style in styles]


@pytest.mark.parametrize("kind", [SITUATION, CHANGE])
def test_palette_of_the_settings_on_all_layers(session, schiedam_folder, monkeypatch, kind):
    session.open_pack(schiedam_folder)
    session.set_kind(kind)
    monkeypatch.setenv("LEEFBAAROMETER_PALETTE", "legend20")
    session.settings_changed()
    for layer in tree.our_layers(session.project).values():
        colours = [entry.symbol().color().name().upper() for entry in layer.renderer().categories()]
        assert colours[0] == "#730000" and colours[8] == "#263D00"


def test_map_tip_of_change(project, schiedam):
    tree.add_pack(project, schiedam)
    layer = show(project, schiedam, view(schiedam, smallest=20.0))["grid"]
    change = square_development(schiedam, 2014, 2024).total
    numbers = schiedam.model.development_classification.classify(change)
    names = schiedam.model.development_classification
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    few = 0
    for feature, number, value in zip(layer.getFeatures(), numbers, change, strict=True):
        context.setFeature(feature)
        text = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        assert "own calculation" in text and "2014–2024" in text and "[%" not in text
        if number:
            assert f"{number} · {names.name(int(number), 'en')}" in text and f"{abs(value):.2f}" in text
        else:
            assert "no class" in text and "no value" in text
        known = isinstance(feature["dwellings"], (int, float))
        assert ("fewer than 20 dwellings" in text) == (known and feature["dwellings"] < 20)
        few += "fewer than 20 dwellings" in text
    assert few


def test_hatching_follows_the_dwellings(project, schiedam):
    tree.add_pack(project, schiedam)
    layer = show(project, schiedam, view(schiedam, SITUATION, smallest=15.0))["grid"]
    *classes, legend = layer.renderer().categories()
    assert legend.label() == "fewer than 15 dwellings" and len(classes) == 9
    for category in classes:
        lines = category.symbol().symbolLayer(1)
        assert lines.layerType() == "LinePatternFill"
        hatched = QgsExpression(lines.dataDefinedProperties().property(lines.Property.LayerEnabled).expressionString())
        assert not hatched.evaluate(), "not in the legend, where there is no feature"
        context = QgsRenderContext()
        context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
        for with_layer in (None, context):
            icon = QgsSymbolLayerUtils.symbolPreviewPixmap(category.symbol(), QSize(24, 24), 0, with_layer).toImage()
            assert len({icon.pixel(x, y) for x in range(6, 18) for y in range(6, 18)}) == 1, "one colour"
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    scale = QgsExpressionContextScope()
    context.appendScope(scale)
    seen = set()
    for feature in layer.getFeatures():
        context.setFeature(feature)
        scale.setVariable("map_scale", 40_001.0)
        assert not hatched.evaluate(context), "from afar it would only darken the map, as over the raster"
        scale.setVariable("map_scale", 40_000.0)
        known = isinstance(feature["dwellings"], (int, float))
        seen.add((known, bool(hatched.evaluate(context))))
        assert bool(hatched.evaluate(context)) == (known and feature["dwellings"] < 15)
    assert {known for known, _ in seen} == {True, False}, "unknown is not few"
    buurten = show(project, schiedam, view(schiedam, SITUATION, smallest=15.0))["buurt"]
    assert all(one.symbol().symbolLayerCount() == 1 for one in buurten.renderer().categories())
    layer = show(project, schiedam, view(schiedam, SITUATION))["grid"]
    assert all(one.symbol().symbolLayerCount() == 1 for one in layer.renderer().categories())


def test_uninhabited_is_transparent(project, schiedam):
    tree.add_pack(project, schiedam)
    layer = show(project, schiedam, view(schiedam))["grid"]
    classes = classes_of(layer, layer.renderer().classAttribute())
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    renderer.startRender(context, layer.fields())
    drawn = []
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        drawn.append(renderer.symbolForFeature(feature, context) is not None)
    renderer.stopRender(context)
    assert (np.array(drawn) == (classes > 0)).all() and not all(drawn)


@pytest.mark.parametrize("year", [2024, 2018])
def test_own_gemeente_of_squares_and_buurten(session, schiedam_folder, data_folder, year):
    session.open_pack(schiedam_folder)
    pack = session.pack
    shown = view(pack, OWN_GEMEENTE, "soc", year)
    parts = derived.make(data_folder, session.measurer, shown.wanted)
    assert parts.raster is None and parts.gemeenten
    shown = view(pack, OWN_GEMEENTE, "soc", year, parts=parts)
    layers = show(session.project, pack, shown)
    own = parts.gemeenten["GM0606"]
    for level in ("grid", "buurt"):
        layer = layers[level]
        found = classes_of(layer, layer.renderer().classAttribute())
        values = np.array(
            [v if isinstance(v := feature[f"soc_{year}"], float) else np.nan for feature in layer.getFeatures()]
        )
        field = "gemeente" if level == "grid" else "code"
        inside = np.array([feature[field][2:6] == "0606" for feature in layer.getFeatures()])
        expected = pack.model.deviation_classification.classify(values - own)
        assert (found[inside] == expected[inside]).all() and len({*expected}) > 2
    assert "deviation from the own gemeente" in layers["grid"].name() and "own calculation" in layers["grid"].name()
    assert tree.shown_levels(layers, pack, shown, tree.AUTOMATIC) == ["buurt", "grid"]


def test_raster_shows_a_view_once_it_is_computed(project, large_folder, data_folder):
    pack = open_pack(large_folder)
    tree.add_pack(project, pack)
    layer = show(project, pack, view(pack))["grid"]
    assert isinstance(layer, QgsRasterLayer) and layer.opacity() == 0, "not yet there, so nothing is shown"
    wanted = view(pack).wanted
    parts = derived.make(data_folder, Measurer(pack), wanted)
    identity = layer.id()
    layer = show(project, pack, view(pack, parts=parts))["grid"]
    assert layer.id() == identity and layer.isValid() and layer.opacity() == 1
    assert layer.source() == str(parts.raster) and len(layer.renderer().classes()) == 9
    layer = show(project, pack, view(pack, SITUATION, "won", 2020))["grid"]
    assert layer.source() == str(pack.raster_path) and layer.opacity() == 1
    assert layer.bandName(layer.renderer().inputBand()).endswith("won 2020")


class Said:
    """Messages that keep what they are told."""

    def __init__(self):
        self.problems = []

    def error(self, problem):
        self.problems.append(problem)


@pytest.fixture
def canvas(qgis_app):
    """A canvas of this test alone: closed canvases of other tests still hear the project."""
    canvas = QgsMapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    canvas.resize(400, 300)
    canvas.setExtent(QgsRectangle(80_000, 430_000, 90_000, 440_000))
    yield canvas
    canvas.deleteLater()


def test_computed_in_the_background_and_kept(session, large_folder, canvas, qtbot, data_folder):
    background, said = Background(), Said()
    maps = ComputedMaps(session, background, said, canvas)
    session.open_pack(large_folder)
    session.set_kind(CHANGE)
    assert background.is_running("map")
    qtbot.waitUntil(lambda: not background.is_running("map"), timeout=20_000)
    layer = tree.our_layers(session.project)["grid"]
    first = layer.source()
    assert "cache" in first and layer.opacity() == 1 and not said.problems
    session.set_kind(SITUATION)
    assert layer.source() == str(session.pack.raster_path)
    session.set_kind(CHANGE)
    assert layer.source() == first and not background.is_running("map"), "what is there is only shown"
    session.set_since(2002)
    qtbot.waitUntil(lambda: not background.is_running("map"), timeout=20_000)
    assert "2002-2024" in layer.source()
    session.set_kind(OWN_GEMEENTE)
    qtbot.waitUntil(lambda: not background.is_running("map"), timeout=20_000)
    assert "gemeente_lbm_2024" in layer.source() and not said.problems
    assert not [path for path in large_folder.rglob("*") if path.suffix == ".tif" and path.name != "classes.tif"]
    maps.disconnect_all()


def test_cache_that_fails_is_said_once(session, large_folder, canvas, qtbot, data_folder):
    background, said = Background(), Said()
    maps = ComputedMaps(session, background, said, canvas)
    session.open_pack(large_folder)
    (data_folder / "cache").write_text("no folder")
    session.set_kind(CHANGE)
    qtbot.waitUntil(lambda: not background.is_running("map"), timeout=20_000)
    assert len(said.problems) == 1 and not background.is_running("map")
    session.refresh_map()
    assert len(said.problems) == 1 and not background.is_running("map")
    maps.disconnect_all()


def test_hatching_over_the_raster(session, large_folder, canvas, qtbot, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_DWELLINGS", "25")
    background = Background()
    maps = ComputedMaps(session, background, Said(), canvas)
    session.open_pack(large_folder)
    assert tree.hatch_layer(session.project) is None, "too far to see"
    canvas.zoomScale(10_000)
    qtbot.waitUntil(lambda: tree.hatch_layer(session.project) is not None, timeout=20_000)
    layer = tree.hatch_layer(session.project)
    few = int(np.count_nonzero(session.pack.counts.dwellings < 25))
    assert layer.featureCount() == few and is_ours(session.project, layer) and not layer.isInScaleRange(HATCH_SCALE * 2)
    group = [node.layerId() for node in tree.our_group(session.project).findLayers()]
    assert group.index(layer.id()) + 1 == group.index(tree.our_layers(session.project)["grid"].id())
    session.set_level("buurt")
    assert not session.project.layerTreeRoot().findLayer(layer.id()).isVisible()
    tree.remove_pack(session.project)
    assert not session.project.mapLayers()
    maps.disconnect_all()


def test_session_keeps_to_what_exists(session, schiedam_folder):
    session.open_pack(schiedam_folder)
    assert session.kind == SITUATION and session.can_show(CHANGE) and session.can_show(OWN_GEMEENTE)
    session.set_year(2002)
    session.set_kind(CHANGE)
    assert session.year == 2024 and session.since == 2022, "the first year has no development"
    session.set_since(2014)
    assert (session.view.since, session.view.year, session.view.period) == (2014, 2024, "2014–2024")
    session.set_year(2012)
    assert session.since == 2008, "the first year lies before the last"
    session.set_year(2024)
    assert session.since == 2014, "and comes back"
    session.set_theme("soc")
    assert session.available_years() == (2018, 2020, 2022, 2024) and session.earlier_years() == (2014, 2018, 2020, 2022)


def test_view_comes_back_with_the_project(session, schiedam_folder, tmp_path):
    session.open_pack(schiedam_folder)
    session.set_theme("onv")
    session.set_kind(CHANGE)
    session.set_since(2018)
    path = str(tmp_path / "p.qgz")
    assert session.project.write(path)
    session.project.clear()
    assert session.kind == SITUATION
    assert session.project.read(path)
    assert (session.kind, session.since, session.theme.id) == (CHANGE, 2018, "onv")
    assert "2018–2024" in tree.our_layers(session.project)["grid"].name()


def test_bar_shows_and_sets_the_view(session, schiedam_folder, qtbot):
    bar = ViewBar(session)
    qtbot.addWidget(bar)
    session.open_pack(schiedam_folder)
    bar.show()
    assert bar.map_button.text().startswith("Situation") and not bar.panel.isVisible()
    bar.map_button.click()
    assert bar.panel.isVisible() and bar.views.buttons[SITUATION].isChecked() and not bar.views.since.isVisible()
    bar.views.buttons[CHANGE].click()
    assert session.kind == CHANGE and bar.views.since.isVisible()
    years = [bar.views.since.itemData(at) for at in range(bar.views.since.count())]
    assert years == list(session.earlier_years()) and bar.views.since.currentData() == session.since
    bar.views.since.setCurrentIndex(0)
    bar.views.since.activated.emit(0)
    assert session.since == 2002 and 2002 not in bar.years.available_years()
    assert "own calculation" in bar.views.buttons[CHANGE].toolTip()
    assert bar.panel.isVisible() and bar.map_button.text().startswith("Development")
    assert bar.years.since() == 2002 and "2002 to" in bar.years.name()
    bar.views.buttons[OWN_GEMEENTE].click()
    session.set_level("gemeente")
    assert "finer map level" in bar.note.text() and bar.note.isVisible()
    assert (
        bar.map_button.text() == "Against own gemeente · Municipalities (gemeenten) ⚠ ▾" and bar.years.since() is None
    )
    assert "finer map level" in bar.map_button.toolTip()
    bar.panel.hide()


def test_map_themes(session, schiedam_folder):
    session.open_pack(schiedam_folder)
    project, pack = session.project, session.pack
    own = areas_layer(AREA)
    project.addMapLayer(own)
    views = [View(theme, 2024) for theme in pack.model.themes]
    before = {level: layer.renderer().classAttribute() for level, layer in tree.our_layers(project).items()}
    for _ in range(2):  # a second time renews them
        names = [make_map_theme(project, pack, one, tree.AUTOMATIC, session.palette) for one in views]
        session.refresh_map()
    collection = project.mapThemeCollection()
    assert sorted(collection.mapThemes()) == sorted(names) and len(names) == 6
    after = {level: layer.renderer().classAttribute() for level, layer in tree.our_layers(project).items()}
    assert after == before, "what is shown stays"
    name = map_theme_name(theme_of(pack, "soc"), 2024)
    assert own.id() in collection.mapThemeVisibleLayerIds(name)
    overrides = collection.mapThemeStyleOverrides(name)
    shown = [layer.id() for level, layer in tree.our_layers(project).items() if level != "wijk"]
    assert len(shown) == 3 and all("class_soc_2024" in overrides[identity] for identity in shown)
    session.set_year(2018)
    overrides = collection.mapThemeStyleOverrides(name)
    assert all("class_soc_2024" in overrides[identity] for identity in shown)


def test_chosen_map_theme_stays_as_it_is(session, schiedam_folder):
    """Switching in the dock afterwards changes the style the layers began with, never one of a map theme."""
    session.open_pack(schiedam_folder)
    project, pack = session.project, session.pack
    views = [View(theme, 2024) for theme in pack.model.themes]
    for layer in tree.our_layers(project).values():
        assert layer.styleManager().renameStyle("default", "standaard"), "as in a Dutch QGIS, behind ours"
    for one in views:
        make_map_theme(project, pack, one, tree.AUTOMATIC, session.palette)
    for layer in tree.our_layers(project).values():
        assert layer.styleManager().setCurrentStyle("leefbaarometer soc 2024")
    session.set_theme("won")
    for layer in tree.our_layers(project).values():
        assert layer.renderer().classAttribute() == '"class_won_2024"'
        assert layer.styleManager().currentStyle() == "standaard"
    overrides = project.mapThemeCollection().mapThemeStyleOverrides(map_theme_name(theme_of(pack, "soc"), 2024))
    assert overrides and all("class_soc_2024" in xml for xml in overrides.values())


def test_layers_of_a_pack_without_gemeente_in_the_squares(project, schiedam):
    """As packs of before: the level gives way instead of showing nothing."""
    layers = tree.add_pack(project, schiedam)
    grid = layers["grid"]
    assert isinstance(grid, QgsMapLayer) and tree.has_figures(grid, "grid", schiedam, view(schiedam, OWN_GEMEENTE))
    shown = view(schiedam, OWN_GEMEENTE, parts=Parts(None, {"GM0606": 4.1}))
    assert not tree.has_figures(layers["gemeente"], "gemeente", schiedam, shown)
    assert settings.load().palette == "own"


def test_the_lowest_count_is_looked_up_once(project, schiedam_folder, monkeypatch):
    """All areas are read for it, which is not done for every theme and year; a filter has its own."""
    pack, asked = open_pack(schiedam_folder), []
    lowest = QgsVectorLayer.minimumValue
    monkeypatch.setattr(QgsVectorLayer, "minimumValue", lambda layer, at: asked.append(layer.id()) or lowest(layer, at))
    tree.add_pack(project, pack)
    for theme in pack.model.themes:
        for year in (2022, 2024):
            layer = show(project, pack, View(theme, year, SITUATION, smallest_inhabitants=500.0))["buurt"]
    assert layer.id() in asked and len(asked) == len(set(asked))
    count = lowest(layer, layer.fields().indexOf("inhabitants"))
    some = View(pack.model.total, 2024, SITUATION, smallest_inhabitants=count + 1)
    none = View(pack.model.total, 2024, SITUATION, smallest_inhabitants=count)
    assert few_of(layer, "buurt", pack, some)[0] == f'"inhabitants" < {count + 1:g}'
    assert few_of(layer, "buurt", pack, none)[0] == ""
    assert layer.setSubsetString(f'"inhabitants" > {count + 1}')
    assert few_of(layer, "buurt", pack, some)[0] == "", "no such area is left"
