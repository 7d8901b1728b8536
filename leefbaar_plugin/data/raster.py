# SPDX-License-Identifier: GPL-2.0-or-later
"""Classes of all squares as a raster: one band per theme and year, so that a switch only changes the band shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..engine.errors import WriteError
from ..engine.grid import SQUARE, Grid
from .geometry import spatial_reference
from .progress import Progress, report, silent

_TILE = 256
_NO_CLASS = 0


def band_number(themes: Sequence[str], years: Sequence[int], theme: str, year: int) -> int:
    """The band (from 1) that holds the classes of `theme` in `year`."""
    return list(themes).index(theme) * len(years) + list(years).index(year) + 1


def write_classes(
    path: Path, grid: Grid, classes: NDArray[np.int8], descriptions: Sequence[str], progress: Progress = silent
) -> None:
    """Write classes, int8 [squares, bands], as a tiled and compressed GeoTIFF with 0 for no class.

    Tiles without squares aren't stored, so that the country takes a few megabytes per band at most. Raises WriteError
    when the file can't be written.
    """
    gdal.UseExceptions()
    options = ["TILED=YES", f"BLOCKXSIZE={_TILE}", f"BLOCKYSIZE={_TILE}", "COMPRESS=DEFLATE", "ZLEVEL=1"]
    options += ["SPARSE_OK=TRUE", "INTERLEAVE=BAND", "NUM_THREADS=ALL_CPUS"]
    try:
        made = gdal.GetDriverByName("GTiff").Create(
            str(path), grid.columns, grid.rows, classes.shape[1], gdal.GDT_Byte, options
        )
        xmin, _ymin, _xmax, ymax = grid.extent
        made.SetGeoTransform((xmin, SQUARE, 0.0, ymax, 0.0, -SQUARE))
        made.SetProjection(spatial_reference().ExportToWkt())
        across, down = grid.column - grid.first_column, grid.first_row + grid.rows - 1 - grid.row
        tile = (down // _TILE).astype(np.int64) * (grid.columns // _TILE + 1) + across // _TILE
        order = np.argsort(tile, kind="stable")
        starts = np.flatnonzero(np.diff(tile[order], prepend=-1))
        tiles = [part for part in np.split(order, starts[1:]) if len(part)]
        for number, description in enumerate(descriptions):
            report(progress, number / len(descriptions))
            band = made.GetRasterBand(number + 1)
            band.SetDescription(description)
            band.SetNoDataValue(_NO_CLASS)
            values = classes[:, number]
            for squares in tiles:
                _write_tile(band, across[squares], down[squares], values[squares])
            band.FlushCache()  # else GDAL keeps the tiles of all bands in memory
        made.FlushCache()
        del made
    except RuntimeError as problem:
        raise WriteError("{file} can't be written: {problem}.", file=path.name, problem=problem) from problem


def _write_tile(
    band: gdal.Band, across: NDArray[np.integer], down: NDArray[np.integer], values: NDArray[np.int8]
) -> None:
    left, top = int(across[0]) // _TILE * _TILE, int(down[0]) // _TILE * _TILE
    width, height = min(_TILE, band.XSize - left), min(_TILE, band.YSize - top)
    block = np.full((height, width), _NO_CLASS, np.uint8)
    block[down - top, across - left] = values
    band.WriteArray(block, left, top)
