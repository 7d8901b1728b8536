# SPDX-License-Identifier: GPL-2.0-or-later
"""Borders and names as QGIS paints them: which names at which scale, and that they're kept when the theme changes."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererCache,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from leefbaar_plugin.layers import orientation, tree
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.layers.views import View

MIDDLE = 86500.0, 436600.0


@pytest.fixture
def layers(project, schiedam):
    """Layers as the map has them, the squares below borders and names; by level."""
    tree.add_pack(project, schiedam)
    theme = schiedam.model.total
    tree.show(project, schiedam, theme, 2024, "grid", load_palette("own"), View(theme, 2024))
    orientation.show(project, schiedam)
    names = {one.source().rpartition("=")[2]: one for one in orientation.orientation_layers(project)}
    return names | {"grid": tree.our_layers(project)["grid"]}


def map_of(layers, scale):
    """Settings of a map of 600 x 400 pixels at a scale."""
    settings = QgsMapSettings()
    settings.setLayers(list(layers.values()))
    settings.setDestinationCrs(layers["grid"].crs())
    settings.setOutputSize(QSize(600, 400))
    x, y = MIDDLE
    settings.setExtent(QgsRectangle(x - 600, y - 400, x + 600, y + 400))
    extent = settings.visibleExtent()
    extent.scale(scale / settings.scale())
    settings.setExtent(extent)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    return settings


def painted(settings, cache=None):
    """A finished job."""
    job = QgsMapRendererParallelJob(settings)
    if cache is not None:
        cache.updateParameters(settings.visibleExtent(), settings.mapToPixel())
        job.setCache(cache)
    job.start()
    job.waitForFinished()
    return job


def names_in(pack, level):
    layer = QgsVectorLayer(f"{pack.areas_path}|layername={level}", "", "ogr")
    return {feature["name"] for feature in layer.getFeatures()}


@pytest.mark.parametrize(
    ("scale", "level"),
    [(151_000, "gemeente"), (149_000, "wijk"), (41_000, "wijk"), (39_000, "buurt"), (10_000, "buurt")],
)
def test_names_of_one_level_at_every_scale(layers, schiedam, scale, level):
    labels = painted(map_of(layers, scale)).takeLabelingResults().allLabels()
    assert labels and {label.layerID for label in labels} == {layers[level].id()}
    assert {label.labelText for label in labels} <= names_in(schiedam, level)


@pytest.mark.parametrize("scale", [300_000, 80_000, 15_000])
def test_another_theme_leaves_names_as_they_are(project, layers, schiedam, scale):
    """QGIS takes the names it painted before, which it doesn't with layers of names that are out of their scales."""
    settings, cache = map_of(layers, scale), QgsMapRendererCache()
    first = painted(settings, cache)
    assert not first.usedCachedLabels()
    before = first.renderedImage()
    safety = next(theme for theme in schiedam.model.themes if theme.id == "onv")
    tree.show(project, schiedam, safety, 2024, "grid", load_palette("own"), View(safety, 2024))
    second = painted(settings, cache)
    assert second.usedCachedLabels()
    assert second.renderedImage() != before, "the squares did change"
    assert second.renderedImage() == painted(settings).renderedImage(), "the same as painted anew"
