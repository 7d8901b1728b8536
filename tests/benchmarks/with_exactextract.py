# SPDX-License-Identifier: GPL-2.0-or-later
"""exactextract on rasters held in memory: bare coverage, and the same output as ours band by band."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from exactextract import exact_extract
from exactextract.feature import Feature, FeatureSource
from exactextract.raster import NumPyRasterSource

from leefbaar_plugin.engine.aggregation import aggregate
from leefbaar_plugin.engine.coverage import SHARE, Coverage
from tests.benchmarks.arena import Entry
from tests.benchmarks.country import BUURTEN, COUNTRY, DRAWN, ONE, Country, Figures, Wkb
from tests.benchmarks.ours import compare

BARE, SAME = "exactextract, coverage only", "exactextract, same output"
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
    """The country as rasters of 100 m in memory: which squares there are, scores by column, classes by year."""

    def __init__(self, country: Country) -> None:
        self.country = country
        self.squares = self._raster(np.ones(len(country.grid), np.uint8), "squares", 0)
        self._bands: tuple[list[Any], list[Any], Any] | None = None

    def _raster(self, values: np.ndarray, name: str, empty: float) -> NumPyRasterSource:
        grid = self.country.grid
        cells = np.full((grid.rows, grid.columns), empty, values.dtype)
        cells[grid.first_row + grid.rows - 1 - grid.row, grid.column - grid.first_column] = values
        nodata = 0 if values.dtype == np.uint8 else None
        return NumPyRasterSource(cells, *grid.extent, nodata=nodata, name=name)

    @property
    def bands(self) -> tuple[list[Any], list[Any], Any]:
        """Scores (float32, as rasters have them), classes, weight; made at the first use, a gigabyte and a half."""
        if self._bands is None:
            country = self.country
            scored = country.matrix.classes[:, country.year_of_column] > 0
            values = np.where(scored, country.matrix.values, np.nan).astype(np.float32)
            scores = [self._raster(values[:, n], f"v{n}", np.nan) for n in range(values.shape[1])]
            classes = country.matrix.classes.astype(np.uint8)
            years = [self._raster(classes[:, n], f"c{n}", 0) for n in range(classes.shape[1])]
            self._bands = scores, years, self._raster(country.weights.value, "w", 0.0)
        return self._bands

    def bare(self, areas: _Areas) -> Any:
        """Cells and their shares, a row per area."""
        return exact_extract(self.squares, areas, ["cell_id", "coverage"], output="pandas")

    def same(self, areas: _Areas) -> Any:
        """Weighted means of every year and theme, weighted shares of the classes."""
        scores, classes, weight = self.bands
        means = exact_extract(scores, areas, ["weighted_mean"], weights=weight, output="pandas")
        return means, exact_extract(classes, areas, ["unique", "weighted_frac"], weights=weight, output="pandas")

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
        for year in range(years):
            for area, (which, part) in enumerate(zip(classes[f"c{year}_unique"], classes[f"c{year}_weighted_frac"])):
                shares[area, year, np.asarray(which, int) - 1] = part
        shares[shares.sum(axis=-1) == 0] = np.nan
        return Figures(means.to_numpy(float), shares)


def entries(country: Country) -> list[Entry]:
    """Coverage on every set, the same output on all but the country."""
    rasters = Rasters(country)
    found = []
    for name in (ONE, DRAWN, BUURTEN, COUNTRY):
        areas = _Areas(country.sets[name])
        found.append(
            Entry(BARE, name, lambda a=areas: rasters.bare(a), check=compare(country, name, rasters.bare_figures))
        )
    for name in (ONE, DRAWN, BUURTEN):
        whole = country.sets[name]
        index = np.arange(len(whole)) if name != BUURTEN else np.linspace(0, len(whole) - 1, SAMPLE).astype(int)
        areas, share = _Areas([whole[at] for at in index]), len(index) / len(whole)
        check = compare(country, name, rasters.same_figures, index)
        found.append(Entry(SAME, name, lambda a=areas: rasters.same(a), share, check))
    return found
