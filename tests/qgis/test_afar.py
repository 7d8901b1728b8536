# SPDX-License-Identifier: GPL-2.0-or-later
"""Squares chosen alone: a raster when zoomed out and polygons near by, the same colours, legend and choices."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from leefbaar_plugin.analysis.change.development import square_development
from leefbaar_plugin.analysis.derived import CHANGE, OWN_GEMEENTE
from leefbaar_plugin.layers import tree
from leefbaar_plugin.layers.making import AFAR
from leefbaar_plugin.layers.map_themes import make_map_theme
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.layers.views import SITUATION
from leefbaar_plugin.pack import pack as pack_module

from .test_saved_map import Desk as Computer

NEAR, FAR = 39_000, 41_000
BOUND = 40_000


class Desk(Computer):
    """A computer on which is looked at what is drawn at which scale."""

    @property
    def layers(self):
        return tree.our_layers(self.session.project)

    def ticked(self, level):
        return self.session.project.layerTreeRoot().findLayer(self.layers[level].id()).itemVisibilityChecked()

    def seen_at(self, scale):
        """Levels that are drawn at a scale."""
        return {one for one, layer in self.layers.items() if self.ticked(one) and layer.isInScaleRange(scale)}


@pytest.fixture
def many(monkeypatch):
    """The 765 squares of the demonstration data are many."""
    monkeypatch.setattr(pack_module, "MANY_SQUARES", 765)


@pytest.fixture
def desk(many, schiedam_folder, qgis_new_project, tmp_path, monkeypatch, qtbot):
    desk = Desk(tmp_path / "data", monkeypatch, qtbot)
    desk.session.open_pack(schiedam_folder)
    yield desk
    desk.leave()


_WHITE, _PIXELS = 0xFFFFFFFF, 6
"""Of a square, so that the picture has a scale at which nothing is hatched."""


def middles(layer):
    """The colour in the middle of every square of the layer's extent, as drawn: uint32 [rows, columns]."""
    extent = QgsRectangle(*(100 * round(side / 100) for side in _sides(layer)))
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    settings.setOutputSize(QSize(*(round(side / 100 * _PIXELS) for side in (extent.width(), extent.height()))))
    settings.setExtent(extent)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    pixels = np.frombuffer(bits, np.uint32).reshape(image.height(), image.width())
    return pixels[_PIXELS // 2 :: _PIXELS, _PIXELS // 2 :: _PIXELS].copy()


def _sides(layer):
    extent = layer.extent()
    return extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()


@pytest.mark.parametrize(("squares", "has_raster"), [(765, True), (766, False)])
def test_only_many_squares_have_a_raster(schiedam, monkeypatch, qgis_new_project, squares, has_raster):
    monkeypatch.setattr(pack_module, "MANY_SQUARES", squares)
    layers = tree.add_pack(QgsProject.instance(), schiedam)
    assert (AFAR in layers) == has_raster
    order = [node.layer() for node in tree.our_group(QgsProject.instance()).findLayers()]
    assert order == [layers[level] for level in ("gemeente", "wijk", "buurt", "grid", AFAR) if level in layers]
    assert isinstance(layers["grid"], QgsVectorLayer)
    expanded = [node.isExpanded() for node in tree.our_group(QgsProject.instance()).findLayers()]
    assert expanded == [False, False, False, True, False][: len(layers)], "one legend for all"
    QgsProject.instance().clear()


def test_squares_alone_change_at_a_scale(desk):
    desk.session.set_level("grid")
    assert desk.seen_at(FAR) == {AFAR} and desk.seen_at(NEAR) == {"grid"}
    assert desk.seen_at(BOUND + 1) == {AFAR} and desk.seen_at(BOUND - 1) == {"grid"}
    assert len(desk.seen_at(BOUND)) == 1, "never both, never none"
    assert desk.seen_at(2_000_000) == {AFAR}


def test_by_zoom_it_has_no_part(desk):
    desk.session.set_level(tree.AUTOMATIC)
    assert not desk.ticked(AFAR)
    assert desk.seen_at(NEAR) == {"grid"} and desk.seen_at(FAR) == {"buurt"}


@pytest.mark.parametrize(("theme", "year"), [("lbm", 2024), ("onv", 2020)])
def test_both_have_the_same_colours(desk, theme, year):
    desk.session.set_theme(theme)
    desk.session.set_year(year)
    desk.session.set_level("grid")
    near, far = desk.layers["grid"], desk.layers[AFAR]
    for layer in (near, far):
        layer.setScaleBasedVisibility(False)
    seen = middles(far)
    assert np.array_equal(middles(near), seen) and len(np.unique(seen)) > 5


def test_names_tell_them_apart(desk, dutch):
    desk.session.set_level("grid")
    near, far = desk.layers["grid"].name(), desk.layers[AFAR].name()
    assert far == f"{near} – zoomed out" and near.startswith("vierkanten van 100 m – totaalscore – 2024")


def test_a_development_is_drawn_from_afar_once_it_is_computed(desk):
    desk.session.set_level("grid")
    desk.session.set_kind(CHANGE)
    assert desk.seen_at(FAR) == {"grid"}, "polygons until the raster is there"
    desk.wait()
    assert desk.seen_at(FAR) == {AFAR} and desk.seen_at(NEAR) == {"grid"}
    near, far = desk.layers["grid"], desk.layers[AFAR]
    for layer in (near, far):
        layer.setScaleBasedVisibility(False)
    view, pack = desk.session.view, desk.session.pack
    assert np.array_equal(middles(near), middles(far))
    change = square_development(pack, view.since, view.year).themes[:, 0]
    assert np.count_nonzero(middles(far) != _WHITE) == np.isfinite(change).sum() == 765
    for layer in (near, far):
        layer.setScaleBasedVisibility(True)  # else it is the user's own choice, which stays
    desk.session.set_kind(SITUATION)
    assert Path(desk.layers[AFAR].source()) == pack.raster_path
    assert desk.seen_at(FAR) == {AFAR}


def test_a_deviation_from_the_own_gemeente_too(desk):
    desk.session.set_level("grid")
    desk.session.set_kind(OWN_GEMEENTE)
    desk.wait()
    near, far = desk.layers["grid"], desk.layers[AFAR]
    assert desk.seen_at(FAR) == {AFAR}
    for layer in (near, far):
        layer.setScaleBasedVisibility(False)
    assert np.array_equal(middles(near), middles(far))


def test_what_the_user_unticks_near_by_is_gone_from_afar(desk):
    """A class in the legend, and the opacity: as soon as the map is zoomed."""
    desk.session.set_level("grid")
    near, far = desk.layers["grid"], desk.layers[AFAR]
    desk.canvas.zoomScale(20_000)
    item = next(one for one in near.renderer().legendSymbolItems() if one.label().startswith("5"))
    near.renderer().checkLegendSymbolItem(item.ruleKey(), False)
    near.setOpacity(0.5)
    desk.canvas.zoomScale(100_000)
    assert [entry.value for entry in far.renderer().classes()] == [1, 2, 3, 4, 6, 7, 8, 9]
    assert far.opacity() == 0.5
    item = next(one for one in near.renderer().legendSymbolItems() if one.label().startswith("5"))
    assert not near.renderer().legendSymbolItemChecked(item.ruleKey())
    near.renderer().checkLegendSymbolItem(item.ruleKey(), True)
    desk.canvas.zoomScale(200_000)
    assert [entry.value for entry in far.renderer().classes()] == list(range(1, 10))


def test_zooming_styles_nothing_again_without_a_change(desk):
    desk.session.set_level("grid")
    styled = []
    desk.layers[AFAR].rendererChanged.connect(lambda: styled.append("afar"))
    desk.layers["grid"].rendererChanged.connect(lambda: styled.append("near"))
    for scale in (20_000, 100_000, 30_000, 500_000):
        desk.canvas.zoomScale(scale)
    assert styled == []


def test_a_style_of_the_users_own_stays_when_zoomed(desk):
    desk.session.set_level("grid")
    manager = desk.layers["grid"].styleManager()
    manager.addStyleFromLayer("of mine")
    manager.setCurrentStyle("of mine")
    desk.layers["grid"].setOpacity(0.25)
    desk.canvas.zoomScale(20_000)
    desk.canvas.zoomScale(100_000)
    assert manager.currentStyle() == "of mine" and desk.layers["grid"].opacity() == 0.25


def test_unticked_squares_are_off_from_afar(desk):
    desk.session.set_level("grid")
    root = desk.session.project.layerTreeRoot()
    root.findLayer(desk.layers["grid"].id()).setItemVisibilityChecked(False)
    desk.session.set_year(2022)
    assert desk.seen_at(NEAR) == desk.seen_at(FAR) == set()


def test_a_map_theme_has_both(desk):
    desk.session.set_level("grid")
    project, session = desk.session.project, desk.session
    name = make_map_theme(project, session.pack, session.view, "grid", load_palette("own"))
    ids = set(project.mapThemeCollection().mapThemeVisibleLayerIds(name))
    assert {desk.layers["grid"].id(), desk.layers[AFAR].id()} <= ids


def test_other_data_take_its_place(desk, without_counts):
    first = desk.layers[AFAR].id()
    desk.session.open_pack(without_counts)
    assert desk.layers[AFAR].id() == first
    assert Path(desk.layers[AFAR].source()).parent == without_counts
    pack_module.MANY_SQUARES = 10_000  # the fixture puts it back
    desk.session.open_pack(desk.session.pack.folder)
    assert AFAR not in desk.layers and first not in desk.session.project.mapLayers()


def test_a_removed_one_can_be_had_back_and_removing_all_leaves_nothing(desk):
    project = desk.session.project
    project.removeMapLayer(desk.layers[AFAR].id())
    desk.session.set_level("grid")
    assert desk.seen_at(FAR) == {"grid"}
    tree.add_pack(project, desk.session.pack)
    desk.session.refresh_map()
    assert desk.seen_at(FAR) == {AFAR}
    tree.remove_pack(project)
    assert not project.mapLayers()


def test_a_saved_development_reads_elsewhere(desk, tmp_path):
    """The raster that was computed lies beside the project."""
    desk.session.set_level("grid")
    desk.session.set_kind(CHANGE)
    desk.wait()
    path = tmp_path / "plan" / "plan.qgz"
    path.parent.mkdir()
    assert desk.session.project.write(str(path))
    with zipfile.ZipFile(path) as archive:
        text = next(archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs"))
    assert str(tmp_path / "data") not in text and "./plan_leefbaarometer.tif" in text
    raster = QgsRasterLayer(str(path.with_name("plan_leefbaarometer.tif")), "kept")
    assert raster.isValid() and raster.bandCount() == 1
