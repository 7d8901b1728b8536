# SPDX-License-Identifier: GPL-2.0-or-later
"""The arrays of a pack: what each must be, written when it is made and loaded when it is opened."""

from __future__ import annotations

import io
import math
import os
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..engine.areas.points import Points
from ..engine.squares.grid import Grid
from ..engine.squares.matrix import NOWHERE, MatrixLayout, ScoreMatrix
from ..engine.squares.scoring import PublishedScores
from ..engine.squares.weights import Counts
from .digests import bytes_match, new_digest
from .schema import COUNTS_ARRAY, DIGESTS, GRID_ARRAYS, MATRIX_ARRAYS, POINT_ARRAYS, SCORE_ARRAYS, STATED

_TYPES = {
    "column": "i4",
    "row": "i4",
    "rank": "i4",
    "total": "f8",
    "deviation": "f8",
    "contributions": "f8",
    "values": "f8",
    "place": "i8",
    "classes": "i1",
    "with_dimensions": "b1",
    COUNTS_ARRAY: "f8",
    "points": "f8",
    "point_offset": "i8",
    "point_counts": "f8",
}
_KINDS_OF_COUNTS = 3
_VALUES, _PLACE = "values", "place"
_LONGEST_HEADER = 256
_WRITERS = 2
_AT_ONCE = 16_384
"""Squares (or places of the grid) written in one go."""


class Damaged(Exception):  # noqa: N818  no error of ours: it has no sentence yet
    """A file of a pack isn't what it should be; its argument is the name of the file."""


@dataclass(frozen=True, eq=False)
class PackArrays:
    """The arrays of a pack with squares; `mapped` are the files that are read when a value is needed."""

    grid: Grid
    published: PublishedScores
    matrix: ScoreMatrix
    counts: Counts | None
    mapped: tuple[Path, ...]
    points: Points | None = None


def save_arrays(
    folder: Path,
    grid: Grid,
    published: PublishedScores,
    layout: MatrixLayout,
    counts: Counts | None,
    points: Points | None = None,
) -> dict[str, Any]:
    """Write the arrays of a pack and return the entries of pack.json that belong to them.

    They are written some squares at a time, so that no copy of one is ever held as a whole, and are on the disk then.
    Their digests are among the entries.
    """
    arrays: dict[str, NDArray[Any]] = {name: getattr(grid, name) for name in GRID_ARRAYS}
    arrays |= {name: getattr(published, name) for name in SCORE_ARRAYS}
    arrays |= {name: getattr(layout, name) for name in MATRIX_ARRAYS if name != _VALUES}
    arrays |= {STATED + name: classes for name, classes in published.classes.items()}
    if counts is not None:
        arrays[COUNTS_ARRAY] = np.column_stack((counts.dwellings, counts.households, counts.inhabitants))
    if points is not None and counts is not None and counts.points is not None:
        arrays |= dict(zip(POINT_ARRAYS, (points.place, points.offset, counts.points), strict=True))
    parts: dict[str, tuple[tuple[int, ...], Callable[[slice], NDArray[Any]]]] = {
        name: (array.shape, array.__getitem__) for name, array in arrays.items()
    }
    parts[_VALUES] = (len(grid), layout.columns), layout.values
    by_size = sorted(parts, key=lambda name: -math.prod(parts[name][0]))  # so that both threads end together
    with ThreadPoolExecutor(_WRITERS) as threads:
        saved = threads.map(lambda name: _save(folder, name, *parts[name]), by_size)
        digests = dict(zip(by_size, saved, strict=True))
    return {
        DIGESTS: {_file(name): digests[name] for name in parts},
        "squares": len(grid),
        "grid": [grid.first_column, grid.first_row, grid.columns, grid.rows],
        "class_columns": list(published.classes),
    }


def _save(folder: Path, name: str, shape: tuple[int, ...], part: Callable[[slice], NDArray[Any]]) -> dict[str, Any]:
    """Write an array of which parts along the first axis are given, the same bytes as by `np.save`; size and digest."""
    kind, header = _kind(name), _header(name, shape)
    digest = new_digest()
    with (folder / _file(name)).open("wb") as file:
        file.write(header)
        digest.update(header)
        for begin in range(0, shape[0], _AT_ONCE):
            piece = np.ascontiguousarray(part(slice(begin, begin + _AT_ONCE)), kind).data
            file.write(piece)
            digest.update(piece)
        size = file.tell()
        file.flush()
        os.fsync(file.fileno())  # here other threads go on meanwhile; at the end all would wait
    return {"size": size, "digest": digest.hexdigest()}


def _kind(name: str) -> np.dtype[Any]:
    return np.dtype(_TYPES.get(name, "i1"))


def _header(name: str, shape: tuple[int, ...]) -> bytes:
    """What stands before the values in the file of an array."""
    header = io.BytesIO()
    about = {"descr": np.lib.format.dtype_to_descr(_kind(name)), "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(header, about)
    return header.getvalue()


def load_arrays(folder: Path, info: Mapping[str, Any], dimensions: int, in_memory: bool) -> PackArrays:
    """The arrays of a pack of which `info` is the pack.json; read and compared with their digests, or mapped.

    Damaged when one isn't of the type and size that belongs to the others; OSError and ValueError as they come.
    """
    years = tuple(info["years"])
    names = [*GRID_ARRAYS, *SCORE_ARRAYS, *MATRIX_ARRAYS, *(STATED + name for name in info["class_columns"])]
    if f"{COUNTS_ARRAY}.npy" in info["files"]:
        names.append(COUNTS_ARRAY)
    if info.get("points") is not None:
        names += POINT_ARRAYS
    place = _load(folder, _PLACE, info, True, ((len(years), 1 + dimensions),))
    shapes = _shapes(info, len(years), dimensions, place)
    arrays = {name: place if name == _PLACE else _load(folder, name, info, in_memory, shapes[name]) for name in names}
    for name, array in arrays.items():
        if array.dtype != _kind(name) or array.shape not in shapes[name]:
            raise Damaged(_file(name))
    first_column, first_row, columns, rows = info["grid"]
    grid = Grid(arrays["column"], arrays["row"], first_column, first_row, columns, rows, arrays["rank"])
    stated = {name: arrays[STATED + name] for name in info["class_columns"]}
    published = PublishedScores(years, arrays["total"], arrays["deviation"], arrays["contributions"], stated)
    matrix = ScoreMatrix(years, *(arrays[name] for name in MATRIX_ARRAYS))
    counts = None
    if COUNTS_ARRAY in arrays:
        dwellings, households, inhabitants = arrays[COUNTS_ARRAY].T
        counts = Counts(dwellings, households, inhabitants, arrays.get("point_counts"))
    points = _points(arrays)
    mapped = () if in_memory else tuple(folder / _file(name) for name in arrays if name != _PLACE)
    return PackArrays(grid, published, matrix, counts, mapped, points)


def _points(arrays: Mapping[str, NDArray[Any]]) -> Points | None:
    """The points of a pack; Damaged when they don't lie beside the squares."""
    if "points" not in arrays:
        return None
    offset = arrays["point_offset"]
    if offset[0] != 0 or offset[-1] != arrays["points"].shape[1] or np.any(offset[1:] < offset[:-1]):
        raise Damaged(_file("point_offset"))
    return Points(arrays["points"], offset)


def _shapes(
    info: Mapping[str, Any], years: int, dimensions: int, place: NDArray[np.int64]
) -> dict[str, set[tuple[int, ...]]]:
    """The shapes each array may have."""
    squares, (columns, rows) = info["squares"], info["grid"][2:]
    if place.shape != (years, 1 + dimensions) or not place.size:
        raise Damaged(_file(_PLACE))
    used = np.unique(place[place != NOWHERE])
    if not np.array_equal(used, np.arange(len(used))) or np.any(place < NOWHERE):
        raise Damaged(_file(_PLACE))
    shapes: dict[str, set[tuple[int, ...]]] = {name: {(squares,)} for name in ("column", "row")}
    shapes |= {name: {(squares, years)} for name in ("total", "deviation", "classes")}
    shapes |= {STATED + name: {(squares, years)} for name in info["class_columns"]}
    shapes["rank"] = {(rows * columns + 1,)}
    shapes["contributions"] = {(squares, years, dimensions)}
    shapes["values"] = {(squares, len(used))}
    shapes["place"] = {place.shape}
    shapes["with_dimensions"] = {(years,), (squares, years)}
    shapes[COUNTS_ARRAY] = {(squares, _KINDS_OF_COUNTS)}
    if info.get("points") is not None:
        shapes["points"] = {(3, info["points"]["points"])}
        shapes["point_offset"], shapes["point_counts"] = {(squares + 1,)}, {(squares,)}
    return shapes


def _load(
    folder: Path, name: str, info: Mapping[str, Any], in_memory: bool, shapes: Collection[tuple[int, ...]] = ()
) -> NDArray[Any]:
    path = folder / _file(name)
    try:
        if in_memory:
            return _read(path, info, name, shapes)
        mapped = _mapped(path, name, shapes)
        whole = mapped.offset + mapped.nbytes == path.stat().st_size
    except (Damaged, OSError):
        raise
    except Exception as problem:
        raise Damaged(path.name) from problem
    if not whole:
        raise Damaged(path.name)
    return np.asarray(mapped)  # the class of mapped ones makes every indexing slower


def _mapped(path: Path, name: str, shapes: Collection[tuple[int, ...]]) -> np.memmap[Any, Any]:
    """An array as it stands in its file; to recognise the header of a shape it may have takes a tenth of parsing it."""
    with path.open("rb") as file:
        begin = file.read(_LONGEST_HEADER)
    known = _recognised(begin, name, shapes)
    if known is not None:
        return np.memmap(path, _kind(name), "r", *known)
    found: np.memmap[Any, Any] = np.load(path, mmap_mode="r", allow_pickle=False)  # as another numpy writes it
    return found


def _recognised(begin: bytes, name: str, shapes: Collection[tuple[int, ...]]) -> tuple[int, tuple[int, ...]] | None:
    """Length of the header and shape of an array whose file begins so; None when it wasn't written by `_save`."""
    for shape in shapes:
        header = _header(name, shape)
        if begin.startswith(header):
            return len(header), shape
    return None


def _read(path: Path, info: Mapping[str, Any], name: str, shapes: Collection[tuple[int, ...]]) -> NDArray[Any]:
    content = path.read_bytes()
    if not bytes_match(content, path.name, info):
        raise Damaged(path.name)
    known = _recognised(content[:_LONGEST_HEADER], name, shapes)
    if known is not None:
        values = np.frombuffer(content, _kind(name), offset=known[0])  # can't be written: the bytes can't
        if values.size != math.prod(known[1]):
            raise Damaged(path.name)
        return values.reshape(known[1])
    stream = io.BytesIO(content)
    array = np.load(stream, allow_pickle=False)
    if stream.read(1):
        raise Damaged(path.name)
    if name == _PLACE and array.dtype == np.int32:  # as numpy 1 made it on Windows
        array = array.astype(np.int64)
    array.flags.writeable = False
    return array


def _file(name: str) -> str:
    return f"{name}.npy"
