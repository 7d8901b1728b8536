# SPDX-License-Identifier: GPL-2.0-or-later
"""Classes of all squares as a raster: one band per theme and year, so that a switch only changes the band shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ...engine.errors import WriteError
from ...engine.squares.grid import SQUARE, Grid
from ..outlines.projection import spatial_reference
from .progress import Progress, report, silent

_TILE = 256
_NO_CLASS = 0


def band_number(themes: Sequence[str], years: Sequence[int], theme: str, year: int) -> int:
    """The band (from 1) that holds the classes of `theme` in `year`."""
    return list(themes).index(theme) * len(years) + list(years).index(year) + 1


def write_classes(
    path: Path,
    grid: Grid,
    classes: NDArray[np.int8] | Iterable[NDArray[np.int8]],
    descriptions: Sequence[str],
    progress: Progress = silent,
) -> None:
    """Write classes, int8 [squares, bands] or [squares] by band, as a tiled and compressed GeoTIFF with 0 for no class.

    Tiles without squares aren't stored, so that the country takes a few megabytes per band at most. Raises WriteError
    when the file can't be written.
    """
    gdal.UseExceptions()
    options = ["TILED=YES", f"BLOCKXSIZE={_TILE}", f"BLOCKYSIZE={_TILE}", "COMPRESS=PACKBITS"]
    options += ["SPARSE_OK=TRUE", "INTERLEAVE=BAND", "NUM_THREADS=ALL_CPUS"]
    try:
        made = gdal.GetDriverByName("GTiff").Create(
            str(path), grid.columns, grid.rows, len(descriptions), gdal.GDT_Byte, options
        )
        xmin, _ymin, _xmax, ymax = grid.extent
        made.SetGeoTransform((xmin, SQUARE, 0.0, ymax, 0.0, -SQUARE))
        made.SetProjection(spatial_reference().ExportToWkt())
        across, down = grid.column - grid.first_column, grid.first_row + grid.rows - 1 - grid.row
        tile = (down // _TILE).astype(np.int64) * (grid.columns // _TILE + 1) + across // _TILE
        order = np.argsort(tile, kind="stable")
        bounds = [*np.flatnonzero(np.diff(tile[order], prepend=-1)).tolist(), len(order)]
        tiles = [_Tile.of(made, across[order[a:b]], down[order[a:b]], slice(a, b)) for a, b in pairwise(bounds)]
        bands = classes.T if isinstance(classes, np.ndarray) else classes
        for number, (description, of_squares) in enumerate(zip(descriptions, bands, strict=True)):
            report(progress, number / len(descriptions))
            band = made.GetRasterBand(number + 1)
            band.SetDescription(description)
            band.SetNoDataValue(_NO_CLASS)
            of_band = of_squares.take(order)
            for part in tiles:
                part.write(band, of_band)
            band.FlushCache()  # else GDAL keeps the tiles of all bands in memory
        made.FlushCache()
        del made
    except RuntimeError as problem:
        raise WriteError("{file} can't be written: {problem}.", file=path.name, problem=problem) from problem


@dataclass(frozen=True, eq=False)
class _Tile:
    """A tile by its upper left corner, height and width; `place` int64 are the places in it of `squares`, which are a
    range of all squares in the order of the tiles.
    """

    left: int
    top: int
    height: int
    width: int
    place: NDArray[np.int64]
    squares: slice

    @classmethod
    def of(cls, raster: gdal.Dataset, across: NDArray[np.integer], down: NDArray[np.integer], squares: slice) -> _Tile:
        """The tile in which all squares lie that are so far `across` and `down`."""
        left, top = int(across[0]) // _TILE * _TILE, int(down[0]) // _TILE * _TILE
        width, height = min(_TILE, raster.RasterXSize - left), min(_TILE, raster.RasterYSize - top)
        place = (down - top).astype(np.int64) * width + (across - left)
        return cls(left, top, height, width, place, squares)

    def write(self, band: gdal.Band, classes: NDArray[np.int8]) -> None:
        """Write the classes of the squares in the tile; `classes` int8 are those of all in the order of the tiles."""
        block = np.full(self.height * self.width, _NO_CLASS, np.uint8)
        block[self.place] = classes[self.squares]
        band.WriteRaster(self.left, self.top, self.width, self.height, block.tobytes())
