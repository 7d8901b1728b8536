# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of a pack that hold its squares: arrays to compute with, a raster and polygons to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.points import Points
from ...engine.model import ScoreModel
from ...engine.squares.grid import Grid, encode_square_ids
from ...engine.squares.matrix import lay_out
from ...engine.squares.scoring import PublishedScores, Scores, classes_of_dimension, total_classes
from ...engine.squares.weights import Counts
from .. import digests
from ..arrays import save_arrays
from ..files.geopackage import square_polygons, write_layer
from ..files.progress import Progress, part, report
from ..files.raster import write_classes
from ..schema import DIGESTS, RASTER_FILE, SQUARES_FILE
from ..score_columns import score_columns
from ..square_gemeenten import GEMEENTE_FIELD
from .square_counts import counts_by_kind

LARGEST_VECTOR = 60_000
"""Squares up to which they're stored as polygons too; more are shown as a raster."""


def write_squares(
    folder: Path,
    model: ScoreModel,
    grid: Grid,
    published: PublishedScores,
    scores: Scores,
    counts: Counts | None,
    points: Points | None,
    gemeenten: Sequence[str] | None,
    progress: Progress,
) -> dict[str, Any]:
    """Write all squares of a pack; returns the entries of pack.json that belong to their arrays.

    `scores` are those recomputed from what is `published`; `gemeenten` the code of every square, None where none is
    known. OSError and WriteError when the disk refuses; CancelledError when cancelled.
    """
    with ThreadPoolExecutor(1) as beside:
        arrays = beside.submit(_write_arrays, folder, model, grid, published, scores, counts, points)
        _write_raster(folder / RASTER_FILE, model, grid, scores, published, part(progress, 0.0, 0.5))
        if len(grid) <= LARGEST_VECTOR:
            columns: dict[str, Any] = {"grid_id": encode_square_ids(grid.column, grid.row)}
            if gemeenten is not None:
                columns[GEMEENTE_FIELD] = gemeenten
            columns |= score_columns(model, published)
            columns |= counts_by_kind(counts) if counts is not None else {}
            polygons = square_polygons(grid.column, grid.row)
            write_layer(folder / SQUARES_FILE, "squares", polygons, columns, multi=False)
        names = [name for name in (RASTER_FILE, SQUARES_FILE) if (folder / name).is_file()]
        made = digests.written(folder, names)
        report(progress, 0.6)
        found = arrays.result()
        return found | {DIGESTS: found[DIGESTS] | made}


def _write_arrays(
    folder: Path,
    model: ScoreModel,
    grid: Grid,
    published: PublishedScores,
    scores: Scores,
    counts: Counts | None,
    points: Points | None,
) -> dict[str, Any]:
    """Lay the scores out and write all arrays; returns the entries of pack.json that belong to them."""
    layout = lay_out(model, published, scores)
    with_dimensions = zip(published.years, layout.with_dimensions.T, strict=True)
    years = [year for year, there in with_dimensions if np.any(there)]
    return {"years_with_dimensions": years} | save_arrays(folder, grid, published, layout, counts, points)


def _write_raster(
    path: Path, model: ScoreModel, grid: Grid, scores: Scores, published: PublishedScores, progress: Progress
) -> None:
    names = [f"{theme.id} {year}" for theme in model.themes for year in published.years]
    write_classes(path, grid, _bands(model, scores, published), names, progress)


def _bands(model: ScoreModel, scores: Scores, published: PublishedScores) -> Iterator[NDArray[np.int8]]:
    """Classes of all squares, by theme and then by year."""
    yield from total_classes(model, scores, published).T
    for at in range(len(model.dimensions)):
        yield from classes_of_dimension(model, scores, published, at).T
