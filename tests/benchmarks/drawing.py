# SPDX-License-Identifier: GPL-2.0-or-later
"""Painting the country and a city: the classes of all squares, official areas over them, a switch of theme or year."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

from leefbaar_plugin.layers.styles import THIN_OUTLINE, class_field, load_palette, style_raster, style_vector
from leefbaar_plugin.pack.files.raster import band_number
from leefbaar_plugin.pack.pack import open_pack
from tests.benchmarks import kernel, stages
from tests.benchmarks.arena import Entry
from tests.benchmarks.country import ONE, Country, regional_pack

WIDTH, HEIGHT = 1200, 800
NATIONAL, CITY, REGIONAL = "the country", "a city (15 x 10 km)", "a region of forty gemeenten"
SQUARES, SWITCH = "squares", "squares, theme or year switched"
AREAS = "gemeenten or buurten by class, theme or year switched"
BUURTEN, CHANGE = "all buurten, theme or year switched", "development of all buurten, theme or year switched"
REGION = "squares of a region, theme or year switched"
BLANK = "nothing, for comparison"


def entries(country: Country) -> list[Entry]:
    """Every picture at both extents, 1200 x 800, by QgsMapRendererParallelJob; labels off."""
    from qgis.core import QgsRasterLayer, QgsVectorLayer

    palette = load_palette("")
    raster = QgsRasterLayer(str(country.pack.raster_path), "squares")
    choices = _choices(country)
    themes, years = [theme.id for theme in country.pack.model.themes], country.pack.years
    bands = itertools.cycle(band_number(themes, years, theme.id, year) for theme, year in choices)
    fields = itertools.cycle(class_field(theme, year) for theme, year in choices)
    style_raster(raster, country.pack.model, palette, "nl", next(bands))
    vectors = {
        name: QgsVectorLayer(f"{country.pack.areas_path}|layername={level}", level, "ogr")
        for name, level in ((NATIONAL, "gemeente"), (CITY, "buurt"))
    }

    def switch(extent: Any) -> Any:
        style_raster(raster, country.pack.model, palette, "nl", next(bands))
        return paint([raster], extent)

    def switch_areas(layer: Any, extent: Any) -> Any:
        style_vector(layer, country.pack.model, palette, "nl", next(fields), THIN_OUTLINE)
        return paint([layer], extent)

    found = []
    for name, extent in _extents(country).items():
        found.append(Entry(BLANK, name, lambda e=extent: paint([], e)))
        found.append(Entry(SQUARES, name, lambda e=extent: paint([raster], e), check=_check))
        found.append(Entry(SWITCH, name, lambda e=extent: switch(e), check=_check))
        layer = vectors[name]
        found.append(Entry(AREAS, name, lambda e=extent, layer=layer: switch_areas(layer, e), check=_check))
    return [*found, *_as_the_panel(country, palette), Entry(kernel.NAME, kernel.OVER, kernel.Kernel())]


def _as_the_panel(country: Country, palette: Any) -> list[Entry]:
    """Layers styled by the one function that the panel calls, hatching and all: buurten, squares of a region."""
    from qgis.core import QgsRectangle

    from leefbaar_plugin.analysis.derived import CHANGE as DEVELOPMENT
    from leefbaar_plugin.layers import tree
    from leefbaar_plugin.layers.making import AFAR, make_layers
    from leefbaar_plugin.layers.views import SITUATION, View

    region = open_pack(regional_pack(country.files))
    buurten, of_region = make_layers(country.pack), make_layers(region)
    choices = itertools.cycle(_choices(country))
    limits = {"smallest_dwellings": 10.0, "smallest_inhabitants": 100.0}

    def switch(pack: Any, layers: dict[str, Any], shown: list[str], kind: str) -> Any:
        theme, year = next(choices)
        since = min(pack.years) if theme.id == pack.model.total.id else 2014
        view = View(theme, year, kind, since if since < year else 0, **limits)
        if not view.since:
            view = View(theme, pack.years[-1], kind, since, **limits)
        for level in shown:
            tree.style(layers[level], level, pack, palette, view, shown)
        return paint([layers[level] for level in reversed(shown)], QgsRectangle(*pack.grid.extent))

    whole = country.pack, buurten, ["buurt"]
    squares = region, of_region, [AFAR, "grid"]
    return [
        *_steps(country.pack, "buurt", palette, BUURTEN),
        Entry(BUURTEN, NATIONAL, lambda: switch(*whole, SITUATION), check=_check),
        Entry(CHANGE, NATIONAL, lambda: switch(*whole, DEVELOPMENT), check=_check),
        Entry(REGION, REGIONAL, lambda: switch(*squares, SITUATION), check=_check),
    ]


def _steps(pack: Any, level: str, palette: Any, over: str) -> list[Entry]:
    """What the layer of a level takes when it is read only, filled, and coloured by class; without outlines."""
    from qgis.core import QgsFeatureRequest, QgsFillSymbol, QgsRectangle, QgsSingleSymbolRenderer

    from leefbaar_plugin.layers.making import make_layers

    extent, bare = QgsRectangle(*pack.grid.extent), {"outline_style": "no"}
    filled, coloured = make_layers(pack)[level], make_layers(pack)[level]
    filled.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "red", **bare})))
    style_vector(coloured, pack.model, palette, "nl", class_field(pack.model.total, pack.years[-1]), bare)
    request = QgsFeatureRequest(extent)
    request.setNoAttributes()
    return [
        Entry(stages.PREFIX + stages.READ, over, lambda: sum(1 for _ in filled.getFeatures(request))),
        Entry(stages.PREFIX + stages.FILL, over, lambda: paint([filled], extent)),
        Entry(stages.PREFIX + stages.CLASSES, over, lambda: paint([coloured], extent)),
    ]


def _choices(country: Country) -> list[tuple[Any, int]]:
    """Every theme and year that has scores, in large steps: another theme and another year at each."""
    themes, years = country.pack.model.themes, country.matrix.years
    there = [
        (theme, year)
        for number, year in enumerate(years)
        for place, theme in enumerate(themes)
        if country.matrix.place[number, place] >= 0
    ]
    return [there[(7 * number) % len(there)] for number in range(len(there))]


def _extents(country: Country) -> dict[str, Any]:
    from qgis.core import QgsGeometry, QgsRectangle

    area = QgsGeometry()
    area.fromWkb(country.sets[ONE][0])
    centre = area.centroid().asPoint()
    return {
        NATIONAL: QgsRectangle(*country.grid.extent),
        CITY: QgsRectangle(centre.x() - 7500, centre.y() - 5000, centre.x() + 7500, centre.y() + 5000),
    }


def paint(layers: list[Any], extent: Any) -> Any:
    """The finished image of the layers."""
    from qgis.core import (
        Qgis,
        QgsCoordinateReferenceSystem,
        QgsExpressionContext,
        QgsExpressionContextUtils,
        QgsMapRendererParallelJob,
        QgsMapSettings,
    )
    from qgis.PyQt.QtCore import QSize

    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setExtent(extent)
    for flag in (Qgis.MapSettingsFlag.UseRenderingOptimization, Qgis.MapSettingsFlag.RenderPartialOutput):
        settings.setFlag(flag)  # as every map canvas does
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))  # the scale, which styles ask for
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def _check(image: Any) -> None:
    """Refuse an empty picture."""
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    if len(np.unique(np.frombuffer(bits, np.uint32)[::97])) < 4:
        raise ValueError("the picture is empty")
