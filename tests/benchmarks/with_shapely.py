# SPDX-License-Identifier: GPL-2.0-or-later
"""shapely 2, tuned, and a geopandas overlay."""

from __future__ import annotations

from typing import Any

import geopandas
import numpy as np
import pandas as pd
import shapely

from leefbaar_plugin.engine.areas.aggregation import AreaScores, aggregate
from leefbaar_plugin.engine.areas.coverage import Coverage
from leefbaar_plugin.engine.choices import SHARE
from tests.benchmarks.arena import Entry
from tests.benchmarks.country import BUURTEN, DRAWN, ONE, Country, Figures
from tests.benchmarks.ours import compare

TUNED, OVERLAY = "shapely 2, tuned, and our sums", "geopandas overlay and groupby"
_SETS = (ONE, DRAWN, BUURTEN)


class Tuned:
    """A tree over the squares, built once; squares wholly inside by prepared geometry, the others intersected."""

    def __init__(self, country: Country) -> None:
        self.country = country
        self.tree = shapely.STRtree(country.boxes)

    def __call__(self, areas: np.ndarray) -> AreaScores:
        """The full result; the sums are ours, so that only the coverage differs."""
        country = self.country
        shapely.prepare(areas)
        area, square = self.tree.query(areas, predicate="intersects")
        order = np.lexsort((square, area))
        area, square = area[order], square[order]
        inside = shapely.contains_properly(areas[area], country.boxes[square])
        share = np.ones(len(area))
        edge = np.flatnonzero(~inside)
        share[edge] = shapely.area(shapely.intersection(areas[area[edge]], country.boxes[square[edge]])) / 1e4
        offset = np.concatenate(([0], np.cumsum(np.bincount(area, minlength=len(areas)))))
        coverage = Coverage(offset, square, share, shapely.area(areas))
        return aggregate(country.pack.model, country.matrix, coverage, country.weights, SHARE)


class Overlay:
    """`geopandas.overlay` of areas and squares, then sums by area in pandas."""

    def __init__(self, country: Country) -> None:
        self.country = country
        self.squares = geopandas.GeoDataFrame({"square": np.arange(len(country.grid))}, geometry=country.boxes)
        classes = country.matrix.classes
        years, highest = classes.shape[1], len(country.pack.model.total_classification.classes)
        self.table = np.zeros((len(classes), country.matrix.values.shape[1] + years * highest))
        self.table[:, : country.matrix.values.shape[1]] = country.matrix.values
        square, year = np.nonzero(classes)
        self.table[square, country.matrix.values.shape[1] + year * highest + classes[square, year] - 1] = 1.0
        self.shape = years, highest

    def __call__(self, areas: geopandas.GeoDataFrame) -> pd.DataFrame:
        """Sums of weight x value and of weight by class and year, a row per area."""
        pieces = geopandas.overlay(areas, self.squares, how="intersection", keep_geom_type=True)
        square = pieces["square"].to_numpy()
        weight = pieces.geometry.area.to_numpy() / 1e4 * self.country.weights.value[square]
        return pd.DataFrame(self.table[square] * weight[:, None]).groupby(pieces["area"].to_numpy()).sum()

    def figures(self, frame: pd.DataFrame, areas: int) -> Figures:
        """The table as figures; areas without squares have no row."""
        sums = np.zeros((areas, frame.shape[1]))
        sums[frame.index] = frame.to_numpy()
        columns = self.country.matrix.values.shape[1]
        return self.country.figures_of_sums(sums[:, :columns], sums[:, columns:].reshape(-1, *self.shape))


def entries(country: Country) -> list[Entry]:
    """Both on all sets but the country."""
    tuned, overlay = Tuned(country), Overlay(country)
    found = []
    for name in _SETS:
        shapes = shapely.from_wkb(country.sets[name])

        table = geopandas.GeoDataFrame({"area": np.arange(len(shapes))}, geometry=shapes)
        check: Any = compare(country, name, country.figures)
        # from WKB, as ours: what a geometry was prepared to in an earlier turn would be a gift
        found.append(Entry(TUNED, name, lambda name=name: tuned(shapely.from_wkb(country.sets[name])), check=check))
        check = compare(country, name, lambda frame, shapes=shapes: overlay.figures(frame, len(shapes)))
        found.append(Entry(OVERLAY, name, lambda table=table: overlay(table), check=check))
    return found
