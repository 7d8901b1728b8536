# SPDX-License-Identifier: GPL-2.0-or-later
"""Writers of an edition in the ministry's file layout, and of CBS squares and drawn areas beside it."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from tests.benchmarks.drawn import Drawn
from tests.benchmarks.outline import CELL, COLUMNS, SOUTH, WEST, reference_system
from tests.benchmarks.scores import DIMENSIONS, REFERENCE, WITHOUT_DIMENSIONS, YEARS

SCORES_FOLDER = "Leefbaarometer 3.0 - Meting 2024 - open data"
GEOMETRY_FOLDER = "geometrie-lbm3-2024"
# Of every zip entry and layer, so that the same seed gives the same bytes.
_STAMP, _MOMENT = (2025, 6, 1, 0, 0, 0), "2025-06-01T00:00:00.000Z"
_BATCH = 4000  # squares formatted at once


def identities(squares: np.ndarray) -> np.ndarray:
    """Codes such as E1213N4879 (lower-left corner / 100) of squares given as flat indices: strings [n]."""
    east, north = squares % COLUMNS + WEST // CELL, squares // COLUMNS + SOUTH // CELL
    return np.array([f"E{e:04d}N{n:04d}" for e, n in zip(east.tolist(), north.tolist())])


def write_scores(
    path: Path, squares: Iterator[str], areas: dict[str, tuple[Sequence[str], np.ndarray, np.ndarray]]
) -> None:
    """The zip of the scores: the text of the squares by chunks; per level its quoted keys, values and existence."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, ThreadPoolExecutor(1) as compressor:
        with _entry(archive, f"{SCORES_FOLDER}/Leefbaarometer-scores grids 2002-2024.csv") as stream:
            pending = None
            for chunk in squares:
                # Compression lets go of the interpreter, so that it runs beside the formatting.
                if pending:
                    pending.result()
                pending = compressor.submit(stream.write, chunk.encode())
            if pending:
                pending.result()
        for level, (keys, values, exists) in areas.items():
            head = {"buurten": "bu", "wijken": "wk", "gemeenten": "gm"}[level]
            with _entry(archive, f"{SCORES_FOLDER}/Leefbaarometer-scores {level} 2002-2024.csv") as stream:
                stream.write(_header(f'"{head}_code","{head}_naam"').encode())
                for chunk in rows(keys, values, exists):
                    stream.write(chunk.encode())


def _entry(archive: zipfile.ZipFile, name: str) -> io.BufferedIOBase:
    information = zipfile.ZipInfo(name, _STAMP)
    information.compress_type = zipfile.ZIP_DEFLATED
    return archive.open(information, "w", force_zip64=True)  # type: ignore[return-value]


def _header(key: str) -> str:
    return ",".join([key, *(f'"{name}"' for name in ("jaar", "lbm", "afw", *DIMENSIONS))]) + "\n"


def square_rows(codes: np.ndarray, values: np.ndarray, present: np.ndarray) -> Iterator[str]:
    """The whole file of the squares, header first, in chunks."""
    yield _header('"grid_id"')
    yield from rows([f'"{code}"' for code in codes.tolist()], values, present)


def rows(keys: Sequence[str], values: np.ndarray, exists: np.ndarray) -> Iterator[str]:
    """Lines of the table, key by key and year by year, in chunks.

    `keys` [n] come first in a line as they are; `values` [n, years, 6] are deviation and contributions; a year that
    does not exist [n, years] has no line. Numbers have 15 significant digits, as R writes them.
    """
    lines = [
        f"%s,{year},%.15g,%.15g" + (",NA,NA,NA,NA,NA" if year in WITHOUT_DIMENSIONS else ",%.15g" * 5) + "\n"
        for year in YEARS
    ]
    columns = [(place, 1 if year in WITHOUT_DIMENSIONS else 6) for place, year in enumerate(YEARS)]
    templates: dict[bytes, str] = {}
    for first in range(0, len(keys), _BATCH):
        part, shown = values[first : first + _BATCH], exists[first : first + _BATCH]
        blocks = [np.column_stack([REFERENCE + part[:, i, 0], part[:, i, :width]]).tolist() for i, width in columns]
        text = []
        for index, (key, mark) in enumerate(zip(keys[first : first + _BATCH], shown)):
            years = np.flatnonzero(mark) if not mark.all() else range(len(YEARS))
            pattern = mark.tobytes()
            if pattern not in templates:
                templates[pattern] = "".join(lines[year] for year in years)
            numbers: list[str | float] = []
            for year in years:
                numbers.append(key)
                numbers += blocks[year][index]
            text.append(templates[pattern] % tuple(numbers))
        yield "".join(text)


def write_layer(
    path: Path, name: str, geometry: int, fields: Sequence[tuple[str, int]], features: Iterable[tuple[bytes, tuple]]
) -> None:
    """A GeoPackage with one layer in EPSG:28992; `features` gives the WKB and the values of the fields of each."""
    path.unlink(missing_ok=True)
    before = gdal.GetConfigOption("OGR_CURRENT_DATE")
    gdal.SetConfigOption("OGR_CURRENT_DATE", _MOMENT)
    try:
        _write_layer(path, name, geometry, fields, features)
    finally:
        gdal.SetConfigOption("OGR_CURRENT_DATE", before)


def _write_layer(
    path: Path, name: str, geometry: int, fields: Sequence[tuple[str, int]], features: Iterable[tuple[bytes, tuple]]
) -> None:
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    if source is None:
        raise OSError(f"{path} can't be written.")
    layer = source.CreateLayer(name, reference_system(), geometry, ["GEOMETRY_NAME=geom", "FID=fid"])
    for field, kind in fields:
        layer.CreateField(ogr.FieldDefn(field, kind))
    layer.StartTransaction()
    definition = layer.GetLayerDefn()
    for shape, values in features:
        feature = ogr.Feature(definition)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shape))
        for place, value in enumerate(values):
            feature.SetField(place, value)
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def square_shapes(squares: np.ndarray) -> list[bytes]:
    """WKB polygons of squares given as flat indices."""
    x, y = WEST + squares % COLUMNS * CELL, SOUTH + squares // COLUMNS * CELL
    record = np.zeros(
        squares.size, [("order", "u1"), ("type", "<u4"), ("rings", "<u4"), ("size", "<u4"), ("xy", "<f8", (5, 2))]
    )
    record["order"], record["type"], record["rings"], record["size"] = 1, ogr.wkbPolygon, 1, 5
    record["xy"] = np.array([[1, 0], [1, 1], [0, 1], [0, 0], [1, 0]]) * CELL
    record["xy"] += np.column_stack([x, y])[:, None, :]
    text, size = record.tobytes(), record.itemsize
    return [text[first : first + size] for first in range(0, len(text), size)]


def area_shape(polygons: list[list[np.ndarray]]) -> bytes:
    """WKB multipolygon of polygons of closed rings [m, 2], the shell first."""
    parts = [struct.pack("<BII", 1, ogr.wkbMultiPolygon, len(polygons))]
    for rings in polygons:
        parts.append(struct.pack("<BII", 1, ogr.wkbPolygon, len(rings)))
        for ring in rings:
            parts += [struct.pack("<I", len(ring)), np.ascontiguousarray(ring, "<f8").tobytes()]
    return b"".join(parts)


def write_drawn(path: Path, areas: list[Drawn]) -> None:
    """The drawn areas: layer `areas` with `name` and `kind`."""
    features = ((area_shape(area.polygons), (f"Gebied {n}", area.kind)) for n, area in enumerate(areas, 1))
    fields = [("name", ogr.OFTString), ("kind", ogr.OFTString)]
    write_layer(path, "areas", ogr.wkbMultiPolygon, fields, features)


def pack_geometry(path: Path, folder: Path) -> None:
    """The zip of the GeoPackages of a folder."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.glob("*.gpkg")):
            with _entry(archive, f"{GEOMETRY_FOLDER}/{file.name}") as stream, file.open("rb") as content:
                while block := content.read(1 << 22):
                    stream.write(block)
