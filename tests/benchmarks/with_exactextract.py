# SPDX-License-Identifier: GPL-2.0-or-later
"""exactextract: bare coverage, and the same output as ours band by band.

Twice: as its documentation shows it (a GeoDataFrame and GeoTIFF files), and tuned as far as its interface allows
(rasters held in memory as arrays, polygons as WKB by a feature source of our own).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import geopandas
import numpy as np
import shapely
from exactextract import exact_extract
from exactextract.feature import Feature, FeatureSource
from exactextract.raster import NumPyRasterSource
from osgeo import gdal

from leefbaar_plugin.engine.areas.aggregation import aggregate
from leefbaar_plugin.engine.areas.coverage import Coverage
from leefbaar_plugin.engine.choices import SHARE
from leefbaar_plugin.pack.outlines.projection import spatial_reference
from tests.benchmarks.arena import Entry
from tests.benchmarks.country import BUURTEN, COUNTRY, DRAWN, FOLDER, ONE, Country, Figures, Wkb
from tests.benchmarks.ours import compare

BARE, SAME = "exactextract, coverage only", "exactextract, same output"
TUNED_BARE, TUNED_SAME = f"{BARE}, tuned (arrays, WKB)", f"{SAME}, tuned (arrays, WKB)"
SAMPLE = 500
"""Buurten for the same output, evenly over the country; its time is per area, so that it can be multiplied."""


class _Area(Feature):
    """An area without attributes: WKB, the quickest way in (GeoJSON takes 1.2 times as long)."""

    def __init__(self, wkb: bytes) -> None:
        super().__init__()
        self.wkb = wkb

    def geometry(self) -> bytes:
        return self.wkb

    def fields(self) -> list[str]:
        return []


class _Areas(FeatureSource):
    """WKB polygons; no coordinate system, so that none has to be compared."""

    def __init__(self, areas: Wkb) -> None:
        super().__init__()
        self.areas = [_Area(wkb) for wkb in areas]

    def count(self) -> int:
        return len(self.areas)

    def __iter__(self) -> Iterator[_Area]:
        return iter(self.areas)

    def srs_wkt(self) -> None:
        return None


class Rasters:
    """The country as rasters of 100 m: which squares there are, scores by column, classes by year, weights.

    As arrays in memory (a gigabyte and a half), or as GeoTIFF files. Scores are float32, as rasters have them.
    """

    def __init__(self, country: Country, files: bool, only_squares: bool = False) -> None:
        self.country = country
        make = self._file if files else self._arrays
        self.squares = make("squares", np.ones((len(country.grid), 1), np.uint8))
        if only_squares:
            return
        scored = country.matrix.classes[:, country.year_of_column] > 0
        values = np.where(scored, country.matrix.values, np.nan).astype(np.float32)
        bands = {
            "scores": values,
            "classes": country.matrix.classes.astype(np.uint8),
            "weight": country.weights.value[:, None],
        }
        self.scores, self.classes, weight = (make(name, array) for name, array in bands.items())
        self.weight = weight if files else weight[0]

    def _cells(self, values: np.ndarray) -> np.ndarray:
        grid = self.country.grid
        cells = np.full((grid.rows, grid.columns), 0 if values.dtype != np.float32 else np.nan, values.dtype)
        cells[grid.first_row + grid.rows - 1 - grid.row, grid.column - grid.first_column] = values
        return cells

    def _arrays(self, name: str, values: np.ndarray) -> list[NumPyRasterSource]:
        nodata = 0 if values.dtype == np.uint8 else None
        return [
            NumPyRasterSource(self._cells(column), *self.country.grid.extent, nodata=nodata, name=f"{name}_{number}")
            for number, column in enumerate(values.T, 1)
        ]

    def _file(self, name: str, values: np.ndarray) -> str:
        path, grid = FOLDER / f"exactextract-{name}.tif", self.country.grid
        if not path.exists():
            kinds = {"uint8": gdal.GDT_Byte, "float32": gdal.GDT_Float32, "float64": gdal.GDT_Float64}
            beside, kind = path.with_suffix(".part"), kinds[values.dtype.name]
            options = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1"]
            driver = gdal.GetDriverByName("GTiff")
            made = driver.Create(str(beside), grid.columns, grid.rows, values.shape[1], kind, options)
            xmin, _, _, ymax = grid.extent
            made.SetGeoTransform((xmin, 100.0, 0.0, ymax, 0.0, -100.0))
            made.SetProjection(spatial_reference().ExportToWkt())
            for number, column in enumerate(values.T, 1):
                band = made.GetRasterBand(number)
                if values.dtype != np.float64:
                    band.SetNoDataValue(0 if values.dtype == np.uint8 else float("nan"))
                band.WriteArray(self._cells(column))
            made.FlushCache()
            del made
            beside.rename(path)
        return str(path)

    def bare(self, areas: Any) -> Any:
        """Cells and their shares, a row per area."""
        return exact_extract(self.squares, areas, ["cell_id", "coverage"], output="pandas")

    def same(self, areas: Any) -> Any:
        """Weighted means of every year and theme, weighted shares of the classes."""
        means = exact_extract(self.scores, areas, ["weighted_mean"], weights=self.weight, output="pandas")
        shares = ["unique", "weighted_frac"]
        return means, exact_extract(self.classes, areas, shares, weights=self.weight, output="pandas")

    def bare_figures(self, frame: Any) -> Figures:
        """Bare coverage with our sums, to compare."""
        country, grid = self.country, self.country.grid
        length = [len(cells) for cells in frame["cell_id"]]
        cell, share = (np.concatenate(frame[name].to_list()) for name in ("cell_id", "coverage"))
        column, down = cell.astype(np.int64) % grid.columns, cell.astype(np.int64) // grid.columns
        square = grid.find(grid.first_column + column, grid.first_row + grid.rows - 1 - down)
        keep = square >= 0
        offset = np.concatenate(([0], np.cumsum(keep)))[np.concatenate(([0], np.cumsum(length)))]
        coverage = Coverage(offset, square[keep], share[keep].astype(float), np.ones(len(length)))
        return country.figures(aggregate(country.pack.model, country.matrix, coverage, country.weights, SHARE))

    def same_figures(self, frames: Any) -> Figures:
        """The two tables as figures."""
        means, classes = frames
        years = len(self.country.matrix.years)
        shares = np.zeros((len(means), years, len(self.country.pack.model.total_classification.classes)))
        columns = [np.array(classes.columns)[[word in name for name in classes.columns]] for word in ("unique", "frac")]
        for year, names in enumerate(zip(*columns)):
            for area, (which, part) in enumerate(zip(*(classes[name] for name in names))):
                shares[area, year, np.asarray(which, int) - 1] = part
        shares[shares.sum(axis=-1) == 0] = np.nan
        return Figures(means.to_numpy(float), shares)


def entries(country: Country) -> list[Entry]:
    """Coverage on every set, the same output on all but the country; both ways."""
    ways = (
        (Rasters(country, files=True), _frame, BARE, SAME),
        (Rasters(country, files=False), _Areas, TUNED_BARE, TUNED_SAME),
    )
    found = []
    for rasters, source, bare, same in ways:
        for name in (ONE, DRAWN, BUURTEN, COUNTRY):
            whole = country.sets[name]
            check = compare(country, name, rasters.bare_figures)
            areas = source(whole)
            found.append(Entry(bare, name, lambda a=areas, r=rasters: r.bare(a), check=check))
            if name == COUNTRY:
                continue
            index = np.arange(len(whole)) if name != BUURTEN else np.linspace(0, len(whole) - 1, SAMPLE).astype(int)
            areas, share = source([whole[at] for at in index]), len(index) / len(whole)
            check = compare(country, name, rasters.same_figures, index)
            found.append(Entry(same, name, lambda a=areas, r=rasters: r.same(a), share, check))
    return found


def areas_of(areas: Wkb) -> FeatureSource:
    """The tuned way in."""
    return _Areas(areas)


def _frame(areas: Wkb) -> Any:
    """A GeoDataFrame in EPSG:28992."""
    return geopandas.GeoDataFrame(geometry=shapely.from_wkb(areas), crs=28992)
