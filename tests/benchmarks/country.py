# SPDX-License-Identifier: GPL-2.0-or-later
"""The generated country as the contenders need it: pack, sets of areas, and figures to compare."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import ogr

from leefbaar_plugin.engine.areas.aggregation import AreaScores
from leefbaar_plugin.engine.areas.coverage import cover
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.squares.weights import Weights, weigh
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.benchmarks.national import NationalSet, generate

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
FOLDER = BUILD / "national"

ONE, DRAWN, BUURTEN, COUNTRY = "1 drawn area", "1,000 drawn areas", "14,000 buurten", "the country"
SETS = (ONE, DRAWN, BUURTEN, COUNTRY)
YEAR = 2024  # of contenders that do one year
_LARGEST = 200e4  # m2, of the one drawn area
_REGION = 40

Wkb = list[bytes]


def read_wkb(path: Path, layer: str | None = None, where: str | None = None) -> Wkb:
    """Geometries of a layer as WKB, in the order of the file."""
    source = ogr.Open(str(path))
    table = source.GetLayerByName(layer) if layer else source.GetLayer(0)
    table.SetAttributeFilter(where)
    return [bytes(feature.GetGeometryRef().ExportToIsoWkb(ogr.wkbNDR)) for feature in table]


def national() -> NationalSet:
    """The generated files, made when they aren't there."""
    ogr.UseExceptions()
    return generate(FOLDER, log=lambda text: print("national:", text, flush=True))


def national_pack(files: NationalSet) -> Path:
    """A pack of all the files, made again when the code that makes it has changed (about ten seconds)."""
    return _pack(files, "pack", 0)


def regional_pack(files: NationalSet) -> Path:
    """A pack of forty gemeenten: some 44,000 squares, which are kept as polygons."""
    return _pack(files, "region", _REGION)


def _pack(files: NationalSet, name: str, gemeenten: int) -> Path:
    folder, marker = FOLDER / name, FOLDER / f"{name}.made-by"
    code = sorted((ROOT / "leefbaar_plugin" / "pack").rglob("*.py"))
    code += [*sorted((ROOT / "leefbaar_plugin" / "engine" / "squares").glob("*.py"))]
    made_by = hashlib.sha256(b"".join(path.read_bytes() for path in code)).hexdigest()
    if not folder.exists() or not marker.exists() or marker.read_text() != made_by:
        shutil.rmtree(folder, ignore_errors=True)
        found = inspect([files.scores_zip, files.geometry_zip, files.counts_gpkg])
        middle = len(found.gemeenten) // 2
        codes = [code for code, _name in found.gemeenten[middle : middle + gemeenten]]
        import_edition(found, folder, codes)
        marker.write_text(made_by)
    return folder


@dataclass(frozen=True)
class Figures:
    """What is compared: `means` [areas, columns of the score matrix] and `shares` [areas, years, classes].

    A contender that does one year fills the columns of that year only and leaves the others NaN; `shares` is None
    where a contender doesn't make them.
    """

    means: np.ndarray
    shares: np.ndarray | None = None

    def of(self, index: np.ndarray) -> Figures:
        """The same of some areas."""
        return Figures(self.means[index], None if self.shares is None else self.shares[index])

    def difference(self, ours: Figures) -> float:
        """Largest difference from ours in what both have; infinite where only one of them has a value in a year."""
        done = ~np.isnan(self.means).all(axis=0)
        mine, theirs = ours.means[:, done], self.means[:, done]
        if (np.isnan(mine) != np.isnan(theirs)).any():
            return float("inf")
        worst = float(np.nanmax(np.abs(mine - theirs)))
        if self.shares is not None and ours.shares is not None:
            worst = max(worst, float(np.nanmax(np.abs(self.shares - ours.shares))))
        return worst


class Country:
    """The opened pack and the sets of areas, WKB by name."""

    def __init__(self, files: NationalSet | None = None) -> None:
        self.files = files or national()
        self.pack: Pack = open_pack(national_pack(self.files))
        self.grid, self.published, self.matrix = self.pack.require_squares()
        self.sets: dict[str, Wkb] = {
            DRAWN: read_wkb(self.files.drawn_gpkg, "areas", "kind <> 'country'"),
            BUURTEN: read_wkb(self.files.outlines("buurt")),
            COUNTRY: read_wkb(self.files.drawn_gpkg, "areas", "kind = 'country'"),
        }
        self.sets[ONE] = [self._busiest(read_wkb(self.files.drawn_gpkg, "areas", "kind = 'plain'"))]

    def _busiest(self, areas: Wkb) -> bytes:
        """The drawn area of at most 200 ha that meets the most populated squares: the hardest one."""
        coverage = cover(self.grid, decode_polygons(areas))
        return areas[int(np.argmax(np.where(coverage.surface <= _LARGEST, np.diff(coverage.offset), 0)))]

    @cached_property
    def weights(self) -> Weights:
        """Weights by dwellings."""
        return weigh(self.pack.counts, len(self.grid))

    @cached_property
    def year_of_column(self) -> np.ndarray:
        """Number of the year of every column of the score matrix: int64 [columns]."""
        year, theme = np.nonzero(self.matrix.place >= 0)
        years = np.empty(self.matrix.values.shape[1], np.int64)
        years[self.matrix.place[year, theme]] = year
        return years

    @cached_property
    def columns_of_year(self) -> np.ndarray:
        """Columns of the score matrix of the one year: the deviation first."""
        return self.matrix.place[self.matrix.years.index(YEAR)]

    @cached_property
    def boxes(self) -> np.ndarray:
        """The squares as shapely polygons [squares]."""
        import shapely

        x, y = self.grid.column * 100.0, self.grid.row * 100.0
        return shapely.box(x, y, x + 100, y + 100)

    def figures(self, scores: AreaScores) -> Figures:
        """Our own figures, by the columns of the score matrix."""
        themes = np.concatenate((scores.deviation[..., None], scores.dimensions), axis=2)
        means = np.empty((len(themes), self.matrix.values.shape[1]))
        year, theme = np.nonzero(self.matrix.place >= 0)
        means[:, self.matrix.place[year, theme]] = themes[:, year, theme]
        return Figures(means, scores.class_shares)

    def figures_of_sums(self, weighted: Any, by_class: Any) -> Figures:
        """Figures from sums of weight x value [areas, columns] and of weight by class [areas, years, classes]."""
        weighted, by_class = np.asarray(weighted, float), np.nan_to_num(np.asarray(by_class, float))
        total = by_class.sum(axis=-1)
        with np.errstate(divide="ignore", invalid="ignore"):
            means = weighted / total[:, self.year_of_column]
            return Figures(means, by_class / total[..., None])

    def figures_of_year(self, means: np.ndarray) -> Figures:
        """Figures of a contender that does one year: means [areas, 6]."""
        every = np.full((len(means), self.matrix.values.shape[1]), np.nan)
        every[:, self.columns_of_year] = means
        return Figures(every)
