# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user chose for our layers stays, through every change of year, theme, level and view, and reopened data."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayerTreeModel,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRectangle,
    QgsRendererCategory,
    QgsTemporalNavigationObject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMainWindow

from leefbaar_plugin.analysis.derived import CHANGE, OWN_GEMEENTE
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.importing.opening import Opening
from leefbaar_plugin.gui.map.computed_maps import ComputedMaps
from leefbaar_plugin.gui.map.maps import Maps
from leefbaar_plugin.gui.map.second_map import SecondMap
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.layers import tree
from leefbaar_plugin.layers.choices import Choices, LayerChoices
from leefbaar_plugin.layers.project.project_state import SCOPE
from leefbaar_plugin.layers.styles import class_labels
from leefbaar_plugin.layers.views import SITUATION

from .conftest import areas_layer
from .test_development_layers import large_folder  # noqa: F401


class Silent:
    """Messages that are heard by nobody but a test."""

    def __init__(self):
        self.said = []

    def info(self, text, *_button):
        self.said.append(text)

    def error(self, problem):
        raise AssertionError(problem)


class Iface:
    """As much of QGIS's interface as the maps use."""

    def __init__(self, canvas):
        self._canvas = canvas

    def mapCanvas(self):
        return self._canvas


OTHER = {"gemeente": "buurt", "buurt": "grid", "grid": "gemeente"}


@pytest.fixture
def session(project, schiedam_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    made = Session(project)
    made.open_pack(schiedam_folder)
    yield made
    made.disconnect_project()


@pytest.fixture
def raster(project, large_folder, tmp_path, monkeypatch):  # noqa: F811
    """A session with squares as an image."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    made = Session(project)
    made.open_pack(large_folder)
    yield made
    made.disconnect_project()


def reopen(session):
    """Save the project, open it in a new one, and carry on."""
    path = session.project.fileName() or str(session.pack.folder.parent / "reopened.qgz")
    assert session.project.write(path)
    session.project.clear()
    assert session.project.read(path)


CHANGES = {
    "year": lambda session: session.set_year(2014),
    "theme": lambda session: session.set_theme("soc"),
    "view and back": lambda session: (session.set_kind(CHANGE), session.set_kind(SITUATION)),
    "level and back": lambda session: (
        session.set_level("grid"),
        session.set_level("buurt"),
        session.set_level("auto"),
    ),
    "data": lambda session: session.open_pack(session.pack.folder),
    "settings": lambda session: session.settings_changed(),
    "project": reopen,
}


@pytest.fixture(params=CHANGES)
def change(request):
    return CHANGES[request.param]


def layer_of(session, level):
    return tree.our_layers(session.project)[level]


def node_of(session, level):
    return session.project.layerTreeRoot().findLayer(layer_of(session, level).id())


def legend(layer):
    """Text and tick of every class."""
    return {one.value(): (one.label(), one.renderState()) for one in layer.renderer().categories()}


def with_category(layer, number, label=None, on=True):
    """What the legend does when a class is unticked or renamed."""
    renderer = layer.renderer().clone()
    at = renderer.categoryIndexForValue(number)
    if label is not None:
        renderer.updateCategoryLabel(at, label)
    renderer.updateCategoryRenderState(at, on)
    layer.setRenderer(renderer)


# Opacity


@pytest.mark.parametrize("level", ["gemeente", "buurt", "grid"])
def test_opacity_of_polygons(session, change, level):
    layer_of(session, level).setOpacity(0.4)
    change(session)
    assert {one: round(layer.opacity(), 2) for one, layer in tree.our_layers(session.project).items()} == {
        "gemeente": 1.0,
        "wijk": 1.0,
        "buurt": 1.0,
        "grid": 1.0,
    } | {level: 0.4}


def test_opacity_of_the_image(raster, change):
    layer_of(raster, "grid").setOpacity(0.4)
    change(raster)
    squares = layer_of(raster, "grid")
    assert isinstance(squares, QgsRasterLayer) and squares.opacity() == pytest.approx(0.4)
    assert squares.renderer().opacity() == pytest.approx(0.4)


def test_opacity_of_an_image_that_is_computed(raster, qtbot):
    """Hidden until it is there, and then as the user had it; also when another view comes in between."""
    canvas, background = QgsMapCanvas(), Background()
    layer_of(raster, "grid").setOpacity(0.4)
    raster.set_kind(CHANGE)
    assert layer_of(raster, "grid").opacity() == 0
    raster.set_kind(OWN_GEMEENTE)
    assert layer_of(raster, "grid").opacity() == 0
    raster.set_kind(SITUATION)
    assert layer_of(raster, "grid").opacity() == pytest.approx(0.4)
    maps = ComputedMaps(raster, background, Silent(), canvas)
    raster.set_kind(CHANGE)
    qtbot.waitUntil(lambda: not background.is_running("map"), timeout=20_000)
    assert layer_of(raster, "grid").opacity() == pytest.approx(0.4) and raster.view.parts.raster is not None
    maps.disconnect_all()
    canvas.deleteLater()


def test_hidden_for_good_by_the_first_version(raster):
    """A project that was saved while the image was computed has no choices, and opacity 0."""
    layer_of(raster, "grid").setOpacity(0)
    raster.project.removeEntry(SCOPE, "choices")
    raster.set_year(2014)
    assert layer_of(raster, "grid").opacity() == 1
    layer_of(raster, "grid").setOpacity(0)
    raster.set_year(2018)
    assert layer_of(raster, "grid").opacity() == 0, "now it is the user's choice"


# Ticks in the tree


@pytest.mark.parametrize("level", ["gemeente", "buurt", "grid"])
def test_an_unticked_layer_stays_unticked(session, change, level):
    node_of(session, level).setItemVisibilityChecked(False)
    change(session)
    on = {one: node_of(session, one).itemVisibilityChecked() for one in tree.our_layers(session.project)}
    assert on == {one: one not in (level, "wijk") for one in on}, "wijken wait for their level to be chosen"
    node_of(session, level).setItemVisibilityChecked(True)
    session.set_year(2024)
    session.set_theme("won")
    ticked = {one for one in on if node_of(session, one).itemVisibilityChecked()}
    assert ticked == {"gemeente", "buurt", "grid"}, "ticked again, it stays ticked"


def test_a_level_that_was_ticked_beside_the_chosen_one(session):
    session.set_level("grid")
    node_of(session, "buurt").setItemVisibilityChecked(True)
    node_of(session, "grid").setItemVisibilityChecked(False)
    session.set_theme("soc")
    session.set_year(2022)
    assert node_of(session, "buurt").itemVisibilityChecked() and not node_of(session, "grid").itemVisibilityChecked()
    session.set_level("gemeente")
    assert [one for one in tree.our_layers(session.project) if node_of(session, one).itemVisibilityChecked()] == [
        "gemeente"
    ]
    session.set_level("grid")
    assert node_of(session, "grid").itemVisibilityChecked(), "chosen again, a level is shown"


def test_a_group_and_a_level_chosen_alone_show_what_was_asked(session):
    """Unticked by zoom, a level is shown when it is chosen, and is off again by zoom."""
    node_of(session, "grid").setItemVisibilityChecked(False)
    group = tree.our_group(session.project)
    group.setItemVisibilityChecked(False)
    session.set_level("grid")
    assert node_of(session, "grid").itemVisibilityChecked() and not group.itemVisibilityChecked()
    session.set_level("auto")
    assert not node_of(session, "grid").itemVisibilityChecked()


def test_unticked_hatching(raster, qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_DWELLINGS", "25")
    canvas, background = QgsMapCanvas(), Background()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    canvas.setExtent(QgsRectangle(80_000, 430_000, 90_000, 440_000))
    maps = ComputedMaps(raster, background, Silent(), canvas)
    canvas.zoomScale(10_000)
    qtbot.waitUntil(lambda: tree.hatch_layer(raster.project) is not None, timeout=20_000)

    def hatching():
        return tree.hatch_layer(raster.project)

    def node():
        return raster.project.layerTreeRoot().findLayer(hatching().id())

    hatching().setOpacity(0.3)
    hatching().setName("mijn arcering")
    node().setItemVisibilityChecked(False)
    raster.set_year(2014)
    raster.set_level("grid")
    raster.set_level("auto")
    assert not node().itemVisibilityChecked() and hatching().name() == "mijn arcering"
    assert raster.project.write(str(tmp_path / "plan.qgz"))  # leaves it out of the file and makes it again
    assert not node().itemVisibilityChecked() and hatching().name() == "mijn arcering"
    assert hatching().opacity() == pytest.approx(0.3)
    raster.project.removeMapLayer(hatching().id())
    canvas.zoomScale(9_000)
    QCoreApplication.processEvents()
    assert hatching() is None, "what the user took away doesn't come back at the next zoom"
    maps.disconnect_all()
    canvas.deleteLater()


# The legend


@pytest.mark.parametrize("level", ["buurt", "grid"])
def test_an_unticked_class_stays_unticked(session, change, level):
    with_category(layer_of(session, level), 5, on=False)
    change(session)
    numbers = {number: on for number, (_label, on) in legend(layer_of(session, level)).items()}
    assert numbers == {number: number != 5 for number in numbers} and {1, 5, 9} <= set(numbers)
    other = legend(layer_of(session, OTHER[level]))
    assert all(on for _label, on in other.values())


def test_a_class_of_a_development_is_another(session):
    """Class 5 of the situation and class 5 of a development are unticked one by one."""
    with_category(layer_of(session, "grid"), 5, on=False)
    session.set_kind(CHANGE)
    assert all(on for _label, on in legend(layer_of(session, "grid")).values())
    with_category(layer_of(session, "grid"), 1, "flink omlaag", on=False)
    session.set_kind(SITUATION)
    there = legend(layer_of(session, "grid"))
    assert [number for number, (_label, on) in there.items() if not on] == [5] and there[1][0].startswith("1 · ")
    session.set_kind(CHANGE)
    assert legend(layer_of(session, "grid"))[1] == ("flink omlaag", False)


@pytest.mark.parametrize("level", ["buurt", "grid"])
def test_a_legend_text_of_the_user(session, change, level):
    expected = class_labels(session.model, "en")
    with_category(layer_of(session, level), 3, "matig & <minder>")
    change(session)
    there = legend(layer_of(session, level))
    assert [there[number][0] for number in range(1, 10)] == [*expected[:2], "matig & <minder>", *expected[3:]]
    with_category(layer_of(session, level), 3, expected[2])
    session.set_year(2018)
    assert legend(layer_of(session, level))[3][0] == expected[2]


def test_a_legend_text_of_the_image(raster, change):
    squares = layer_of(raster, "grid")
    renderer = squares.renderer().clone()
    renderer.setLabel(3, "matig")
    squares.setRenderer(renderer)
    change(raster)
    labels = {int(one.value): one.label for one in layer_of(raster, "grid").renderer().classes()}
    assert labels == dict(enumerate(class_labels(raster.model, "en"), start=1)) | {3: "matig"}


def test_a_style_that_isnt_ours_says_nothing(session):
    """Classes of another style, pasted on our layer, are no texts or ticks of the user's."""
    buurten = layer_of(session, "buurt")
    theirs = [
        QgsRendererCategory(value, QgsFillSymbol.createSimple({}), str(value), False) for value in ("a", 2, 3.5, None)
    ]
    buurten.setRenderer(QgsCategorizedSymbolRenderer("name", theirs))
    session.set_theme("soc")
    there = legend(layer_of(session, "buurt"))
    assert [label for label, _on in there.values()] == class_labels(session.model, "en")
    assert all(on for _label, on in there.values())


# Names, scales, map tips


@pytest.mark.parametrize("level", ["gemeente", "buurt", "grid"])
def test_a_name_of_the_user(session, change, level):
    layer_of(session, level).setName("Mijn kaart {year} <b>")
    change(session)
    assert layer_of(session, level).name() == "Mijn kaart {year} <b>"
    assert str(session.year) in layer_of(session, OTHER[level]).name()
    layer_of(session, level).setName("")
    session.set_year(2018)
    assert "2018" in layer_of(session, level).name(), "without a name it gets ours again"


def test_a_name_of_the_group(session, change):
    tree.our_group(session.project).setName("Leefbaarheid")
    change(session)
    assert tree.our_group(session.project).name() == "Leefbaarheid"


@pytest.mark.parametrize("scales", [(40_000, 0), (0, 150_000), (150_000, 40_000), (0, 0)])
def test_scales_that_we_gave_are_not_the_users(qgis_app, scales):
    layer, choices = QgsVectorLayer("Polygon?crs=EPSG:28992", "a", "memory"), LayerChoices()
    choices.set_scales(layer, *scales)
    assert layer.hasScaleBasedVisibility() == any(scales)
    choices.note(layer)
    assert not choices.own_scales
    choices.set_scales(layer, 0, 7_000)
    assert (layer.minimumScale(), layer.maximumScale()) == (0, 7_000)
    layer.setScaleBasedVisibility(False)
    choices.note(layer)
    choices.set_scales(layer, *scales)
    assert choices.own_scales and (layer.minimumScale(), layer.maximumScale()) == (0, 7_000)


def test_scales_of_the_user(session, change):
    before = {level: tree.our_layers(session.project)[level].minimumScale() for level in ("gemeente", "grid")}
    buurten = layer_of(session, "buurt")
    buurten.setScaleBasedVisibility(True)
    buurten.setMinimumScale(75_000.25)
    buurten.setMaximumScale(1_000)
    change(session)
    buurten = layer_of(session, "buurt")
    assert (buurten.hasScaleBasedVisibility(), buurten.minimumScale(), buurten.maximumScale()) == (
        True,
        75_000.25,
        1000,
    )
    assert layer_of(session, "gemeente").minimumScale() == before["gemeente"]


def test_a_map_tip_of_the_user(session, change):
    layer_of(session, "buurt").setMapTipTemplate("[% name %]!")
    change(session)
    assert layer_of(session, "buurt").mapTipTemplate() == "[% name %]!"
    assert "grid_id" in layer_of(session, "grid").mapTipTemplate()


# Order, collapsed groups, ids


def test_order_and_folding(session, change):
    group = tree.our_group(session.project)
    squares = node_of(session, "grid")
    group.insertChildNode(0, squares.clone())
    group.removeChildNode(squares)
    group.setExpanded(False)
    for number, node in enumerate(group.findLayers()):
        node.setExpanded(number == 1)
    order = [node.layerId() for node in group.findLayers()]
    change(session)
    group = tree.our_group(session.project)
    assert [node.layerId() for node in group.findLayers()] == order and not group.isExpanded()
    assert [node.isExpanded() for node in group.findLayers()] == [False, True, False, False]


# Extent


class Window(Iface):
    def __init__(self, canvas):
        super().__init__(canvas)
        self.window = QMainWindow()

    def mainWindow(self):
        return self.window


@pytest.mark.parametrize(
    ("extent", "stays"),
    [
        ((86_000, 436_000, 86_500, 436_300), True),
        ((80_000, 430_000, 90_000, 440_000), True),
        ((120_000, 480_000, 130_000, 490_000), False),
        ((0, 300_000, 300_000, 620_000), False),
    ],
)
@pytest.mark.parametrize("there", ["our layers", "a layer of the user's", "nothing"])
def test_extent(project, session, schiedam_folder, qtbot, extent, stays, there):
    """It stays when the map shows something and the data are in view, large enough to see."""
    canvas = QgsMapCanvas()
    canvas.resize(400, 300)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    if there == "our layers":
        canvas.setLayers(list(tree.our_layers(project).values()))
    else:
        tree.remove_pack(project)
        mine = areas_layer("POLYGON((0 0, 1 0, 1 1, 0 0))")
        canvas.setLayers([mine] if there != "nothing" else [])
    canvas.setExtent(QgsRectangle(*extent))
    before = canvas.extent().toString(0)
    opening = Opening(Window(canvas), session, Areas(session, None), Background(), Silent())
    opening.open_pack(schiedam_folder)
    with qtbot.waitSignal(opening.opened, timeout=20_000):
        pass
    qtbot.wait(400)
    whole = QgsRectangle(*session.pack.grid.extent)
    if stays and there != "nothing":
        assert canvas.extent().toString(0) == before
    else:
        assert canvas.extent().contains(whole) and canvas.extent().height() < 2 * whole.height()
    opening.areas.disconnect_project()
    canvas.deleteLater()


# Styles by name, map themes, the second map


def test_a_named_style_of_the_user_is_left_as_it_is(session):
    buurten = layer_of(session, "buurt")
    ours = buurten.styleManager().currentStyle()
    buurten.styleManager().addStyleFromLayer("Mijn stijl")
    buurten.styleManager().setCurrentStyle("Mijn stijl")
    with_category(buurten, 1, "van mij")
    buurten.setOpacity(0.5)
    reopen(session)
    buurten = layer_of(session, "buurt")
    assert buurten.styleManager().currentStyle() == "Mijn stijl", "opening a project changes nothing"
    session.set_theme("soc")
    assert buurten.styleManager().currentStyle() == ours and buurten.opacity() == 1
    assert buurten.renderer().classAttribute() == '"class_soc_2024"'
    buurten.styleManager().setCurrentStyle("Mijn stijl")
    assert legend(buurten)[1][0] == "van mij" and buurten.opacity() == pytest.approx(0.5)
    assert buurten.renderer().classAttribute() == '"class_lbm_2024"'


def test_map_themes_keep_and_change_no_choice(session, qtbot):
    """Themes have the user's texts and ticks; choosing one unticks layers, which isn't the user's doing."""
    canvas, messages = QgsMapCanvas(), Silent()
    canvas.setTemporalController(QgsTemporalNavigationObject(canvas))
    maps = Maps(Iface(canvas), session, Background(), messages)
    with_category(layer_of(session, "grid"), 5, "midden", on=False)
    session.set_theme("soc")
    session.set_year(2014)
    maps.make_map_themes()
    qtbot.waitUntil(lambda: bool(messages.said), timeout=20_000)
    session.set_year(2024)
    root = session.project.layerTreeRoot()
    themes = session.project.mapThemeCollection()
    model = QgsLayerTreeModel(root)
    themes.applyTheme("Leefbaarometer – total score – 2014", root, model)
    qtbot.waitUntil(lambda: session.year == 2014 and session.theme.id == "lbm")
    assert legend(layer_of(session, "grid"))[5] == ("midden", False)
    session.set_year(2024)
    assert all(node_of(session, level).itemVisibilityChecked() for level in ("gemeente", "buurt", "grid"))
    maps.close()
    canvas.deleteLater()


def test_the_second_map_looks_like_the_first(session):
    layer_of(session, "grid").setOpacity(0.4)
    with_category(layer_of(session, "grid"), 5, "midden", on=False)
    main = QgsMapCanvas()
    second = SecondMap(session, main)
    session.set_theme("soc")
    copy = second._copies["grid"]
    assert copy.opacity() == pytest.approx(0.4) and legend(copy)[5] == ("midden", False)
    second.clean_up()
    main.deleteLater()


# What is kept in the project


@pytest.mark.parametrize(
    "mangle",
    [
        lambda state: "",
        lambda state: "{",
        lambda state: json.dumps(dict.fromkeys(state)),
        lambda state: json.dumps({key: {"layers": []} for key in state}),
        lambda state: json.dumps({key: {"layers": {"grid": 1, "buurt": {"off": 3, "name": ["x"]}}} for key in state}),
        lambda state: json.dumps(
            {
                key: {
                    "title": 4,
                    "level": {},
                    "layers": {
                        "grid": {"texts": {"situation": {"3": 4}}, "off": {"situation": ["x"]}, "given_tick": "no"},
                        "buurt": {"given_scales": [1, "a", None], "given_labels": {"1": 1}, "opacity": 1e999},
                    },
                }
                for key in state
            }
        ),
    ],
)
def test_mangled_choices(session, mangle):
    state = json.loads(session.project.readEntry(SCOPE, "choices")[0])
    session.project.writeEntry(SCOPE, "choices", mangle(state))
    session.set_theme("soc")
    session.set_year(2022)
    for layer in tree.our_layers(session.project).values():
        assert "2022" in layer.name() and layer.opacity() == 1
        assert all(on for _label, on in legend(layer).values())


def test_what_is_kept_is_small(session):
    for year in session.pack.years:
        session.set_year(year)
    assert len(session.project.readEntry(SCOPE, "choices")[0]) < 4000
    assert Choices(session.project).of("grid").name == ""
    tree.remove_pack(session.project)
    session.open_pack(session.pack.folder)
    assert len(json.loads(session.project.readEntry(SCOPE, "choices")[0])) == 1
    assert isinstance(layer_of(session, "grid").renderer(), QgsCategorizedSymbolRenderer | QgsPalettedRasterRenderer)


CHOSEN = LayerChoices(
    given_name="squares",
    given_scales=[1.0, 40_000.0, 0.0],
    given_tip=7,
    given_kind=SITUATION,
    given_labels={"1": "one"},
    given_tick=True,
    wanted_tick=False,
    style="default",
    name="mine",
    own_scales=True,
    own_tip=True,
    off={SITUATION: [3]},
    texts={CHANGE: {"2": "two"}},
    by_zoom=False,
    alone=False,
    opacity=0.5,
)


@pytest.mark.parametrize("name", [one.name for one in fields(LayerChoices)])
def test_every_choice_is_read_as_it_was_kept(session, name):
    value = getattr(CHOSEN, name)
    assert value != getattr(LayerChoices(), name)
    choices = Choices(session.project)
    setattr(choices.of("wijk"), name, value)
    choices.keep()
    assert getattr(Choices(session.project).of("wijk"), name) == value
