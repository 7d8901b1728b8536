# SPDX-License-Identifier: GPL-2.0-or-later
"""The data pack: our own store of one edition, a folder whose arrays open memory-mapped in milliseconds.

pack.json          edition, model, years, levels, sources, counts, checks
*.npy              squares and their scores, classes and counts (absent when there are no squares)
areas.gpkg         official gemeenten, wijken, buurten and postcode areas with their scores
squares.gpkg       the squares as polygons (absent for large extents)
classes.tif        classes of the squares, one band per theme and year
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ..engine.errors import ModelError, PackError
from ..engine.grid import Grid
from ..engine.matrix import ScoreMatrix
from ..engine.model import ScoreModel
from ..engine.scoring import PublishedScores
from ..engine.weights import Counts
from .resources import load_model

FORMAT = 1
INFO_FILE, AREAS_FILE, SQUARES_FILE, RASTER_FILE = "pack.json", "areas.gpkg", "squares.gpkg", "classes.tif"
_GRID_ARRAYS = ("column", "row", "rank")
_SCORE_ARRAYS = ("total", "deviation", "contributions")
_MATRIX_ARRAYS = ("values", "place", "classes", "with_dimensions")
_KEEP_IN_MEMORY = {"place"}


@dataclass(frozen=True, eq=False)
class Pack:
    """An opened pack. `grid`, `published` and `matrix` are None when it holds areas only; `counts` when there are none.

    `info` is the parsed pack.json.
    """

    folder: Path
    info: dict[str, Any]
    model: ScoreModel
    grid: Grid | None = None
    published: PublishedScores | None = None
    matrix: ScoreMatrix | None = None
    counts: Counts | None = None

    @property
    def edition(self) -> str:
        """Year of the newest measurement."""
        return str(self.info["edition"])

    @property
    def years(self) -> tuple[int, ...]:
        """Years that have scores."""
        return tuple(self.info["years"])

    @property
    def levels(self) -> list[str]:
        """Levels with official scores and outlines in `areas.gpkg`."""
        return [level for level, about in self.info["levels"].items() if about["outlines"]]

    @property
    def areas_path(self) -> Path:
        """GeoPackage of the official areas."""
        return self.folder / AREAS_FILE

    @property
    def squares_path(self) -> Path | None:
        """GeoPackage of the squares; None for a large extent."""
        path = self.folder / SQUARES_FILE
        return path if path.exists() else None

    @property
    def raster_path(self) -> Path:
        """Raster of classes."""
        return self.folder / RASTER_FILE

    def require_squares(self) -> tuple[Grid, PublishedScores, ScoreMatrix]:
        """Grid, published scores and matrix; PackError when the pack holds areas only."""
        if self.grid is None or self.published is None or self.matrix is None:
            raise PackError(
                "The data pack {folder} holds no squares, so nothing can be computed from it.", folder=self.folder.name
            )
        return self.grid, self.published, self.matrix

    def unreadable(self, problem: BaseException) -> PackError:
        """The error to raise when a file of an open pack can't be read: it was taken away, or is damaged."""
        if not self.folder.is_dir():
            return PackError(
                "The data pack {folder} isn't there any more. Put it back, or import the data again.",
                folder=self.folder,
            )
        return PackError(
            "The data pack {folder} is damaged ({problem}). Import the data again.", folder=self.folder, problem=problem
        )

    def require_year(self, year: int | None) -> int:
        """`year`, or the newest when None; PackError when the pack doesn't have it."""
        if year is None:
            return self.years[-1]
        if year not in self.years:
            raise PackError(
                "Year {year} isn't in the data pack; it has {years}.",
                year=year,
                years=", ".join(map(str, self.years)),
            )
        return year


def read_info(folder: Path) -> dict[str, Any]:
    """The parsed pack.json of a pack; PackError when the folder is no pack, is damaged, or of a newer format."""
    path = folder / INFO_FILE
    if not path.is_file():
        raise PackError("{folder} is no data pack of the Leefbaarometer plugin: it has no pack.json.", folder=folder)
    try:
        info = json.loads(path.read_text(encoding="utf-8"))
        version = info["format"]
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise PackError("The data pack {folder} is damaged: pack.json can't be read.", folder=folder) from problem
    if not isinstance(version, int) or version > FORMAT:
        raise PackError(
            "The data pack {folder} was made by a newer version of the plugin (format {format}; this version reads "
            "{known}). Update the plugin or import the data again.",
            folder=folder,
            format=version,
            known=FORMAT,
        )
    return info


def open_pack(folder: str | Path) -> Pack:
    """Open a pack; its arrays are mapped, not read. PackError when a part is missing or doesn't fit the others."""
    folder = Path(folder)
    info = read_info(folder)
    try:
        model = load_model(info["model"])
        missing = [name for name in info["files"] if not (folder / name).is_file()]
        _require_entries(info)
        if missing:
            raise PackError(
                "The data pack {folder} is incomplete: {missing} is missing. Import the data again.",
                folder=folder,
                missing=", ".join(missing),
            )
        if not info["squares"]:
            return Pack(folder, info, model)
        arrays = {name: _load(folder, name) for name in (*_GRID_ARRAYS, *_SCORE_ARRAYS, *_MATRIX_ARRAYS)}
        first_column, first_row, columns, rows = info["grid"]
        grid = Grid(arrays["column"], arrays["row"], first_column, first_row, columns, rows, arrays["rank"])
        years = tuple(info["years"])
        stated = {name: _load(folder, f"published_{name}") for name in info["class_columns"]}
        published = PublishedScores(years, arrays["total"], arrays["deviation"], arrays["contributions"], stated)
        matrix = ScoreMatrix(years, *(arrays[name] for name in _MATRIX_ARRAYS))
        counts = Counts(*_load(folder, "counts").T) if "counts.npy" in info["files"] else None
        _require_sizes(info["squares"], grid, published, matrix, counts)
        return Pack(folder, info, model, grid, published, matrix, counts)
    except (OSError, EOFError, ValueError, KeyError, TypeError, IndexError, AttributeError, ModelError) as problem:
        raise PackError(
            "The data pack {folder} is damaged ({problem}). Import the data again.", folder=folder, problem=problem
        ) from problem


def _require_entries(info: dict[str, Any]) -> None:
    """Raise KeyError, TypeError or ValueError for entries of pack.json that a pack without squares is read from too."""
    if not info["years"] or any(not isinstance(year, int) for year in info["years"]):
        raise ValueError("years")
    if not isinstance(info["squares"], int):
        raise ValueError("squares")
    absent = {"edition", "gemeenten"} - info.keys()
    absent |= {level for level, about in info["levels"].items() if "outlines" not in about}
    if absent:
        raise KeyError(*sorted(absent))


def _require_sizes(
    squares: int, grid: Grid, published: PublishedScores, matrix: ScoreMatrix, counts: Counts | None
) -> None:
    """Raise ValueError when an array isn't of the size that the others have."""
    years, dimensions = len(published.years), published.contributions.shape[2]
    wanted: list[tuple[NDArray[Any], tuple[int, ...]]] = [
        (grid.column, (squares,)),
        (grid.row, (squares,)),
        (grid.rank, (grid.rows * grid.columns + 1,)),
        (published.total, (squares, years)),
        (published.deviation, (squares, years)),
        (published.contributions, (squares, years, dimensions)),
        (matrix.values, (squares, int(matrix.place.max()) + 1)),
        (matrix.place, (years, 1 + dimensions)),
        (matrix.classes, (squares, years)),
        *((classes, (squares, years)) for classes in published.classes.values()),
    ]
    if counts is not None:
        wanted.append((counts.dwellings, (squares,)))
    if matrix.with_dimensions.shape not in {(years,), (squares, years)} or any(a.shape != b for a, b in wanted):
        raise ValueError("sizes differ")


def _load(folder: Path, name: str) -> NDArray[Any]:
    mode: Literal["r"] | None = None if name in _KEEP_IN_MEMORY else "r"
    # as a plain array: the class of mapped ones makes every indexing slower
    return np.asarray(np.load(folder / f"{name}.npy", mmap_mode=mode, allow_pickle=False))


def save_arrays(
    folder: Path, grid: Grid, published: PublishedScores, matrix: ScoreMatrix, counts: Counts | None
) -> dict[str, Any]:
    """Write the arrays of a pack and return the entries of pack.json that belong to them."""
    arrays: dict[str, NDArray[Any]] = {name: getattr(grid, name) for name in _GRID_ARRAYS}
    arrays |= {name: getattr(published, name) for name in _SCORE_ARRAYS}
    arrays |= {name: getattr(matrix, name) for name in _MATRIX_ARRAYS}
    arrays |= {f"published_{name}": classes for name, classes in published.classes.items()}
    if counts is not None:
        arrays["counts"] = np.column_stack((counts.dwellings, counts.households, counts.inhabitants))
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)
    return {
        "squares": len(grid),
        "grid": [grid.first_column, grid.first_row, grid.columns, grid.rows],
        "class_columns": list(published.classes),
    }
