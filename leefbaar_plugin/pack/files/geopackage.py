# SPDX-License-Identifier: GPL-2.0-or-later
"""Write a GeoPackage layer from arrays, many times quicker than feature by feature."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ...engine.errors import WriteError
from ...engine.squares.grid import SQUARE
from ..outlines.projection import EPSG, spatial_reference

_HEADER = b"GP\0\x01" + struct.pack("<i", EPSG)
_SQUARE_WKB = np.dtype([("head", "S13"), ("points", "<f8", (5, 2))])
_KINDS = {"i": ogr.OFTInteger, "f": ogr.OFTReal, "U": ogr.OFTString, "O": ogr.OFTString}
_BUSY_SECONDS = 30
_ROWS_AT_ONCE = 1000
"""Rows per insert: converting more in one go keeps other threads, the interface among them, waiting."""


def write_layer(
    path: Path, layer: str, geometries: Sequence[bytes | None], columns: Mapping[str, Sequence], multi: bool = True
) -> None:
    """Add a polygon layer to a GeoPackage, made when it doesn't exist.

    `geometries` are WKB in EPSG:28992 or None; `columns` map a field name to a sequence of that length: int or float
    arrays (NaN becomes NULL) or lists of texts. Raises WriteError when the file can't be written.
    """
    gdal.UseExceptions()
    arrays = {name: np.asarray(values) for name, values in columns.items()}
    try:
        driver = ogr.GetDriverByName("GPKG")
        dataset = gdal.OpenEx(str(path), gdal.OF_UPDATE) if path.exists() else driver.CreateDataSource(str(path))
        kind = ogr.wkbMultiPolygon if multi else ogr.wkbPolygon
        made = dataset.CreateLayer(layer, spatial_reference(), kind, ["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom"])
        for name, values in arrays.items():
            made.CreateField(ogr.FieldDefn(name, _KINDS[values.dtype.kind]))
        del made, dataset
        _insert(path, layer, geometries, arrays, multi)
        dataset = gdal.OpenEx(str(path), gdal.OF_UPDATE)
        dataset.ReleaseResultSet(dataset.ExecuteSQL(f"SELECT CreateSpatialIndex('{layer}', 'geom')"))
        del dataset
    except (RuntimeError, sqlite3.Error) as problem:
        raise WriteError("{file} can't be written: {problem}.", file=path.name, problem=problem) from problem


def _insert(
    path: Path, layer: str, geometries: Sequence[bytes | None], arrays: Mapping[str, NDArray], multi: bool
) -> None:
    extent = _extent(geometries)
    # names are ours or come from a model file; quoted they can't be anything but names
    names = ", ".join(quoted(name) for name in ("fid", "geom", *arrays))
    places = ", ".join("?" * (len(arrays) + 2))
    insert = " ".join(("INSERT INTO", quoted(layer), f"({names}) VALUES ({places})"))
    with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS)) as connection, connection:
        for begin in range(0, len(geometries), _ROWS_AT_ONCE):  # all at once would hold up the other threads
            part = slice(begin, begin + _ROWS_AT_ONCE)
            blobs = [None if wkb is None else _HEADER + (_as_multi(wkb) if multi else wkb) for wkb in geometries[part]]
            cells = [_cells(values[part]) for values in arrays.values()]
            connection.executemany(insert, zip(range(begin + 1, begin + len(blobs) + 1), blobs, *cells, strict=True))
        if extent is not None:
            connection.execute(
                "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                (*extent, layer),
            )


def quoted(name: str) -> str:
    """A name of a table or column, for SQL."""
    return '"' + name.replace('"', '""') + '"'


def _cells(values: NDArray) -> list[object]:
    """Values as the database takes them; None for NaN."""
    cells: list[object] = values.tolist()
    if values.dtype.kind == "f" and np.isnan(values).any():
        return [None if missing else cell for cell, missing in zip(cells, np.isnan(values), strict=True)]
    return cells


def _as_multi(wkb: bytes) -> bytes:
    kind = struct.unpack_from("<I", wkb, 1)[0]
    return struct.pack("<BII", 1, ogr.wkbMultiPolygon, 1) + wkb if kind == ogr.wkbPolygon else wkb


def _extent(geometries: Sequence[bytes | None]) -> tuple[float, float, float, float] | None:
    boxes = [ogr.CreateGeometryFromWkb(wkb).GetEnvelope() for wkb in geometries if wkb is not None]
    if not boxes:
        return None
    low, high = np.min(boxes, axis=0), np.max(boxes, axis=0)
    return float(low[0]), float(low[2]), float(high[1]), float(high[3])


def square_polygons(column: NDArray[np.integer], row: NDArray[np.integer]) -> list[bytes]:
    """WKB polygon of every square, in EPSG:28992."""
    made = np.zeros(len(column), _SQUARE_WKB)
    made["head"] = struct.pack("<BIII", 1, ogr.wkbPolygon, 1, 5)
    corner = np.stack((column, row), axis=-1) * SQUARE
    around = np.array([(0, 0), (SQUARE, 0), (SQUARE, SQUARE), (0, SQUARE), (0, 0)])
    made["points"] = corner[:, None, :] + around
    size = _SQUARE_WKB.itemsize
    content = made.tobytes()
    return [content[at : at + size] for at in range(0, len(content), size)]
