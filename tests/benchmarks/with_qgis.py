# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's own algorithms, as a user would chain them, for one year (six themes) or one raster band."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, ogr

from leefbaar_plugin.pack.outlines.projection import spatial_reference
from tests.benchmarks.arena import Entry
from tests.benchmarks.country import BUURTEN, COUNTRY, DRAWN, FOLDER, ONE, Country, Figures, Wkb
from tests.benchmarks.edition import square_shapes, write_layer
from tests.benchmarks.ours import compare
from tests.benchmarks.outline import COLUMNS, SOUTH, WEST

INTERSECTION = "QGIS intersection + aggregate, 1 of 9 years"
EXTRACT = "QGIS extract + intersection + aggregate, 1 of 9 years"
SUMMARY = "QGIS join by location (summary), 1 of 9 years, inexact"
ZONAL = "QGIS zonal statistics, 1 band of 34, inexact"
_VALUES = [f"v{number}" for number in range(6)]


def start() -> Any:
    """A QgsApplication with Processing; keep the result."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    return application


class Layers:
    """Squares of one year as a GeoPackage and a raster, areas in memory with an index."""

    def __init__(self, country: Country) -> None:
        from qgis.core import QgsRasterLayer, QgsVectorLayer

        self.country = country
        self.squares = QgsVectorLayer(str(_squares(country)), "squares", "ogr")
        self.raster = QgsRasterLayer(str(_raster(country)), "raster")
        if not (self.squares.isValid() and self.raster.isValid()):
            raise RuntimeError("QGIS can't read the squares")

    @staticmethod
    def areas(wkb: Wkb) -> Any:
        """A memory layer with the field `id` and a spatial index."""
        from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

        layer = QgsVectorLayer("MultiPolygon?crs=EPSG:28992&field=id:integer&index=yes", "areas", "memory")
        features = []
        for number, shape in enumerate(wkb):
            feature = QgsFeature(layer.fields())
            geometry = QgsGeometry()
            geometry.fromWkb(shape)
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
            feature.setAttributes([number])
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        return layer

    def intersect(self, areas: Any, squares: Any = None) -> Any:
        """Cut the areas by the squares and sum by area."""
        pieces = _run(
            "native:intersection",
            INPUT=areas,
            OVERLAY=squares or self.squares,
            INPUT_FIELDS=["id"],
            OVERLAY_FIELDS=["w", *_VALUES],
        )
        weight = '"w" * area($geometry) / 10000'
        aggregates = [_field("id", '"id"', "first_value", 2), _field("weight", weight, "sum", 6)]
        aggregates += [_field(name, f'"{name}" * {weight}', "sum", 6) for name in _VALUES]
        return _run("native:aggregate", INPUT=pieces, GROUP_BY='"id"', AGGREGATES=aggregates)

    def extract(self, areas: Any) -> Any:
        """Take the squares that meet the areas first."""
        near = _run("native:extractbylocation", INPUT=self.squares, PREDICATE=[0], INTERSECT=areas)
        return self.intersect(areas, near)

    def summary(self, areas: Any) -> Any:
        """Plain means of the squares that meet each area: whole squares, no weights."""
        return _run(
            "native:joinbylocationsummary",
            INPUT=areas,
            PREDICATE=[0],
            JOIN=self.squares,
            JOIN_FIELDS=_VALUES,
            SUMMARIES=[6],
            DISCARD_NONMATCHING=False,
        )

    def zonal(self, areas: Any) -> Any:
        """Plain mean of the cells whose centre lies in each area."""
        return _run("native:zonalstatisticsfb", INPUT=areas, INPUT_RASTER=self.raster, RASTER_BAND=1, STATISTICS=[2])

    def figures(self, layer: Any, areas: int) -> Figures:
        """The aggregated layer as figures of the one year."""
        means = np.full((areas, len(_VALUES)), np.nan)
        for feature in layer.getFeatures():
            weight = feature["weight"]
            means[feature["id"]] = [feature[name] / weight if weight else np.nan for name in _VALUES]
        return self.country.figures_of_year(means)


def _run(algorithm: str, **parameters: Any) -> Any:
    import processing
    from qgis.core import QgsProcessingContext

    context = QgsProcessingContext()
    return processing.run(algorithm, {**parameters, "OUTPUT": "TEMPORARY_OUTPUT"}, context=context)["OUTPUT"]


def _field(name: str, expression: str, aggregate: str, kind: int) -> dict[str, Any]:
    kinds = {2: "integer", 6: "double precision"}
    made = {"aggregate": aggregate, "delimiter": ",", "input": expression, "length": 0, "name": name, "precision": 0}
    return made | {"type": kind, "type_name": kinds[kind], "sub_type": 0}


def _scored(country: Country) -> np.ndarray:
    return np.flatnonzero(country.matrix.classes[:, country.matrix.years.index(2024)] > 0)


def _squares(country: Country) -> Path:
    """The squares of the year with weight and six values, made once."""
    path = FOLDER / "qgis-squares.gpkg"
    if not path.exists():
        scored = _scored(country)
        at = (country.grid.row[scored] - SOUTH // 100) * COLUMNS + country.grid.column[scored] - WEST // 100
        values = country.matrix.values[scored][:, country.columns_of_year]
        rows = np.column_stack((country.weights.value[scored], values)).tolist()
        fields = [(name, ogr.OFTReal) for name in ("w", *_VALUES)]
        beside = path.with_name("qgis-squares-part.gpkg")
        write_layer(beside, "squares", ogr.wkbPolygon, fields, zip(square_shapes(at.astype(np.int64)), rows))
        beside.rename(path)
    return path


def _raster(country: Country) -> Path:
    """The deviation of the year as a raster of one band, made once."""
    path = FOLDER / "qgis-band.tif"
    if not path.exists():
        grid, scored = country.grid, _scored(country)
        cells = np.full((grid.rows, grid.columns), -9999.0, np.float32)
        down = grid.first_row + grid.rows - 1 - grid.row[scored]
        cells[down, grid.column[scored] - grid.first_column] = country.matrix.values[scored, country.columns_of_year[0]]
        options = ["TILED=YES", "COMPRESS=DEFLATE"]
        beside = path.with_suffix(".part")
        made = gdal.GetDriverByName("GTiff").Create(str(beside), grid.columns, grid.rows, 1, gdal.GDT_Float32, options)
        xmin, _, _, ymax = grid.extent
        made.SetGeoTransform((xmin, 100.0, 0.0, ymax, 0.0, -100.0))
        made.SetProjection(spatial_reference().ExportToWkt())
        made.GetRasterBand(1).SetNoDataValue(-9999.0)
        made.GetRasterBand(1).WriteArray(cells)
        made.FlushCache()
        del made
        beside.rename(path)
    return path


def entries(country: Country) -> list[Entry]:
    """The chains on all sets but the country, zonal statistics on that too."""
    layers = Layers(country)
    found = []
    for name in (ONE, DRAWN, BUURTEN, COUNTRY):
        wkb = country.sets[name]
        whole = layers.areas(wkb)
        found.append(Entry(ZONAL, name, lambda a=whole: layers.zonal(a)))
        if name == COUNTRY:
            continue
        found.append(Entry(SUMMARY, name, lambda a=whole: layers.summary(a)))
        check = compare(country, name, lambda made, wkb=wkb: layers.figures(made, len(wkb)))
        found.append(Entry(INTERSECTION, name, lambda a=whole: layers.intersect(a), check=check))
        if name != BUURTEN:  # nothing to extract: the buurten meet all squares
            found.append(Entry(EXTRACT, name, lambda a=whole: layers.extract(a), check=check))
    return found
