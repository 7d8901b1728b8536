# SPDX-License-Identifier: GPL-2.0-or-later
"""What is drawn near by only: outlines and hatching of areas that are a few pixels from afar."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsRenderContext,
    QgsSymbolLayerUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

from leefbaar_plugin.layers import tree
from leefbaar_plugin.layers.styles import THIN_OUTLINE, ClassStyle, fill_classes, load_palette
from leefbaar_plugin.layers.views import View

LIMITS = {"buurt": 300_000, "wijk": 600_000, "pc4": 600_000}
CLASSES = [ClassStyle(1, "one", "#ff0000"), ClassStyle(2, "two", "#0000ff")]


def painted(layer, scale):
    """The layer around its middle at a scale, as QGIS draws it: uint8 [rows, columns, (blue, green, red, alpha)]."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(200, 200))
    settings.setBackgroundColor(QColor("white"))
    settings.setExtent(layer.extent())
    extent = settings.visibleExtent()
    extent.scale(scale / settings.scale())
    settings.setExtent(extent)
    assert settings.scale() == pytest.approx(scale, rel=1e-4)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return pixels_of(job.renderedImage())


def pixels_of(image):
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, np.uint8).reshape(image.height(), image.width(), 4).copy()


def grey_pixels(pixels):
    """Pixels that are no class colour, nor the white around: those of an outline."""
    colours = pixels[..., :3].astype(int)
    return int(np.count_nonzero((np.ptp(colours, axis=-1) < 25) & (colours.max(axis=-1) < 200)))


def shown(project, pack, level):
    tree.add_pack(project, pack)
    theme, year = pack.model.total, pack.years[-1]
    tree.show(project, pack, theme, year, level, load_palette("own"), View(theme, year))
    return tree.our_layers(project)[level]


@pytest.mark.parametrize("level", ["buurt", "wijk"])
def test_outlines_of_the_pack(project, schiedam, level):
    layer = shown(project, schiedam, level)
    near, far = (grey_pixels(painted(layer, LIMITS[level] * part)) for part in (0.99, 1.01))
    assert near > 15 and far == 0


def test_gemeenten_always_have_one(project, schiedam):
    layer = shown(project, schiedam, "gemeente")
    assert grey_pixels(painted(layer, 1_500_000)) > 5


def two_halves(near, hatched=""):
    """Two areas of 40 x 20 km beside each other, classes 1 and 2, drawn as those of a pack."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:28992&field=class:integer&field=few:integer", "areas", "memory")
    for number in (1, 2):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, 1])
        west = 60_000 + 20_000 * number
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, 400_000, west + 20_000, 440_000)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    fill_classes(layer, CLASSES, '"class"', THIN_OUTLINE, hatched, "few", near=near)
    return layer


def is_dark(pixels):
    """Where neither red, blue nor white is drawn."""
    colours = pixels[..., :3].astype(int)
    pure = (colours == 255).sum(axis=-1) + (colours == 0).sum(axis=-1) == 3
    return ~pure


@pytest.mark.parametrize("hatched", ["", '"few" = 1'])
def test_near_by_only(project, hatched):
    """Without a limit as before; with one exactly up to it."""
    with_limit, without = two_halves(500_000, hatched), two_halves(0, hatched)
    for scale in (100_000, 499_000):
        assert (painted(with_limit, scale) == painted(without, scale)).all()
        assert is_dark(painted(with_limit, scale)).any()
    bare = QgsFillSymbol.createSimple({"color": "#ff0000", "outline_style": "no"})
    plain = two_halves(0)
    for number, entry in enumerate(CLASSES):
        bare.setColor(QColor(entry.colour))
        renderer = plain.renderer().clone()
        renderer.updateCategorySymbol(number, bare.clone())
        plain.setRenderer(renderer)
    assert (painted(with_limit, 501_000) == painted(plain, 501_000)).all()
    assert (painted(without, 501_000) != painted(plain, 501_000)).any()


def test_legend_keeps_the_outline(project):
    """A legend knows no scale, or that of a map seen from afar."""
    layer = two_halves(500_000)
    category, _blue = layer.renderer().categories()
    context = QgsRenderContext()
    context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    for given in (None, context):
        icon = pixels_of(QgsSymbolLayerUtils.symbolPreviewPixmap(category.symbol(), QSize(24, 24), 1, given).toImage())
        inside = icon[4:-4, 4:-4, :3]
        assert (inside == (0, 0, 255)).all() and not (icon[:4, 12, :3] == (0, 0, 255)).all()
        assert (icon[icon[..., 3] > 0][:, :3] != (0, 0, 255)).any(), "something but the fill: the outline"
