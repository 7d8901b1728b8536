# SPDX-License-Identifier: GPL-2.0-or-later
"""Writers of an edition in the ministry's file layout, and of CBS squares and drawn areas beside it."""

from __future__ import annotations

import io
import itertools
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
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
SCORES, CHANGES = "scores", "ontwikkeling"
_ORDER = (
    (SCORES, "buurten"),
    (CHANGES, "PC4"),
    (SCORES, "gemeenten"),
    (CHANGES, "grids"),
    (CHANGES, "buurten"),
    (CHANGES, "wijken"),
    (SCORES, "wijken"),
    (CHANGES, "gemeenten"),
    (SCORES, "PC4"),
    (SCORES, "grids"),
)
"""Members of the release, in its order."""
_TWIN = (b"\0\5\x16\7\0\2\0\0Mac OS X        \0\2\0\0\0\t\0\0\0002\0\0\0\xb0").ljust(218, b"\0")
"""What a Mac adds to a zip for every file: attributes, under a name of nearly the same."""


def identities(squares: np.ndarray) -> np.ndarray:
    """Codes such as E1213N4879 (lower-left corner / 100) of squares given as flat indices: strings [n]."""
    east, north = squares % COLUMNS + WEST // CELL, squares // COLUMNS + SOUTH // CELL
    return np.array([f"E{e:04d}N{n:04d}" for e, n in zip(east.tolist(), north.tolist())])


@dataclass(frozen=True)
class Rows:
    """What a level has to say: `keys` [n], which come first in a line as they are, and the names of their columns;
    `values` [n, years, 6] are deviation and contributions, `exists` [n, years] says which there are.
    """

    header: str
    keys: Sequence[str]
    values: np.ndarray
    exists: np.ndarray


def write_scores(path: Path, levels: dict[str, Rows], *, changes: bool = True) -> None:
    """The zip of the scores and changes by level (`grids`, `buurten`, `wijken`, `gemeenten`, `PC4`), laid out as the
    ministry's: a folder entry, members in its order, and behind each the file in which a Mac keeps its attributes.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, ThreadPoolExecutor(1) as compressor:
        archive.writestr(zipfile.ZipInfo(f"{SCORES_FOLDER}/", _STAMP), b"")
        archive.writestr(zipfile.ZipInfo(f"__MACOSX/._{SCORES_FOLDER}", _STAMP), _TWIN)
        for kind, level in _ORDER:
            if kind == CHANGES and not changes:
                continue
            name = f"Leefbaarometer-{kind} {level} 2002-2024.csv"
            with _entry(archive, f"{SCORES_FOLDER}/{name}") as stream:
                pending = None
                for chunk in (score_lines if kind == SCORES else change_lines)(levels[level]):
                    # Compression lets go of the interpreter, so that it runs beside the formatting.
                    if pending:
                        pending.result()
                    pending = compressor.submit(stream.write, chunk.encode())
                if pending:
                    pending.result()
            archive.writestr(zipfile.ZipInfo(f"__MACOSX/{SCORES_FOLDER}/._{name}", _STAMP), _TWIN)


def _entry(archive: zipfile.ZipFile, name: str) -> io.BufferedIOBase:
    information = zipfile.ZipInfo(name, _STAMP)
    information.compress_type = zipfile.ZIP_DEFLATED
    return archive.open(information, "w", force_zip64=True)  # type: ignore[return-value]


def _header(key: str, *names: str) -> str:
    return ",".join([key, *(f'"{name}"' for name in (*names, *DIMENSIONS))]) + "\n"


def score_lines(level: Rows) -> Iterator[str]:
    """A file of scores, header first, in chunks: key by key and year by year.

    A year that does not exist has no line. Numbers have 15 significant digits, as R writes them.
    """
    lines = [
        f"%s,{year},%.15g,%.15g" + (",NA,NA,NA,NA,NA" if year in WITHOUT_DIMENSIONS else ",%.15g" * 5) + "\n"
        for year in YEARS
    ]
    columns = [(place, 1 if year in WITHOUT_DIMENSIONS else 6) for place, year in enumerate(YEARS)]

    def blocks(part: np.ndarray) -> list[list[list[float]]]:
        return [np.column_stack([REFERENCE + part[:, i, 0], part[:, i, :width]]).tolist() for i, width in columns]

    yield _header(level.header, "jaar", "lbm", "afw")
    yield from _lines(level, level.exists, lines, blocks)


def change_lines(level: Rows) -> Iterator[str]:
    """A file of changes, header first, in chunks: key by key and pair of years by pair, without those that miss one."""
    pairs = list(itertools.combinations(range(len(YEARS)), 2))
    bare = [YEARS[a] in WITHOUT_DIMENSIONS or YEARS[b] in WITHOUT_DIMENSIONS for a, b in pairs]
    lines = [
        f"%s,{YEARS[a]},{YEARS[b]},%.15g" + (",NA,NA,NA,NA,NA" if without else ",%.15g" * 5) + "\n"
        for (a, b), without in zip(pairs, bare)
    ]

    def blocks(part: np.ndarray) -> list[list[list[float]]]:
        return [
            (part[:, b, : 1 if without else 6] - part[:, a, : 1 if without else 6]).tolist()
            for (a, b), without in zip(pairs, bare)
        ]

    exists = np.stack([level.exists[:, a] & level.exists[:, b] for a, b in pairs], axis=1)
    yield _header(level.header, "jaar_van", "jaar_naar", "lbm")
    yield from _lines(level, exists, lines, blocks)


def _lines(
    level: Rows, exists: np.ndarray, lines: list[str], blocks: Callable[[np.ndarray], list[list[list[float]]]]
) -> Iterator[str]:
    """Text of some thousand keys at a time; `blocks` gives the numbers of every line by key."""
    templates: dict[bytes, str] = {}
    for first in range(0, len(level.keys), _BATCH):
        keys, shown = level.keys[first : first + _BATCH], exists[first : first + _BATCH]
        numbers_of = blocks(level.values[first : first + _BATCH])
        text = []
        for index, (key, mark) in enumerate(zip(keys, shown)):
            there = np.flatnonzero(mark) if not mark.all() else range(len(lines))
            pattern = mark.tobytes()
            if pattern not in templates:
                templates[pattern] = "".join(lines[line] for line in there)
            numbers: list[str | float] = []
            for line in there:
                numbers.append(key)
                numbers += numbers_of[line][index]
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
