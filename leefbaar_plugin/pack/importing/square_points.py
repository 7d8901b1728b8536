# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's own dwellings beside the squares of a pack: which gemeenten the points tell of, and what is told of them.

Points stand for whole gemeenten: in one that they tell of, a square without points has no dwellings. A gemeente is told
of when points stand in at least half of its squares that CBS counts dwellings in; elsewhere the published counts hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.points import Points, counted, of_squares
from ...engine.errors import InputError
from ...engine.squares.grid import Grid
from ...engine.squares.weights import Counts
from ..reading.points import PointTable
from .shared_squares import SquareCounts
from .square_counts import counts_of_grid

LEAST_SQUARES = 0.5
"""Part of the squares with dwellings of a gemeente that must have a point, for the points to tell of it: our choice."""
_MOST_NAMED = 5


@dataclass(frozen=True, eq=False)
class GridPoints:
    """Points laid beside the squares; the dwellings that count, float64 [squares], NaN where the points don't tell;
    their entry of pack.json; and what the user should know.
    """

    points: Points
    dwellings: NDArray[np.float64]
    info: dict[str, Any]
    remarks: list[InputError]


@dataclass(frozen=True, eq=False)
class GivenCounts:
    """What the files of an import give: counts per square, points of dwellings, and the names of their files."""

    counts: SquareCounts | None = None
    points: PointTable | None = None
    counts_label: str = ""
    points_label: str = ""


def counts_and_points(
    grid: Grid, given: GivenCounts, gemeente: Sequence[str] | None
) -> tuple[Counts | None, Points | None, dict[str, Any], list[InputError]]:
    """Counts of the squares of a grid and the points beside them, the entries of pack.json, and what should be known.

    `gemeente` is the code of every square, None where no outlines of gemeenten are known.
    """
    counts, points = None, None
    info: dict[str, Any] = {"counts": None}
    remarks: list[InputError] = []
    if given.counts is not None:
        on_grid = counts_of_grid(grid, given.counts_label, given.counts)
        counts, info["counts"], remarks = on_grid.counts, on_grid.info, on_grid.remarks
    if given.points is not None:
        codes = gemeente if gemeente is not None else [""] * len(grid)
        laid = points_of_grid(grid, given.points_label, given.points, codes, counts)
        nothing = np.full(len(grid), np.nan)
        counts = replace(counts or Counts(nothing, nothing, nothing), points=laid.dwellings)
        points, info["points"] = laid.points, laid.info
        remarks = [*remarks, *laid.remarks]
    return counts, points, info, remarks


def points_of_grid(
    grid: Grid, label: str, given: PointTable, gemeente: Sequence[str], counts: Counts | None
) -> GridPoints:
    """Lay points beside the squares of a grid; `gemeente` is the code of every square, "" where none is known.

    InputError when they tell of no gemeente.
    """
    points, inside = of_squares(grid, given.x, given.y, given.number)
    dwellings = counted(points)
    codes, of_square = np.unique(np.array(gemeente, str), return_inverse=True)
    lived_in = np.ones(len(grid), bool) if counts is None else counts.dwellings > 0
    if not lived_in.any():
        lived_in = np.ones(len(grid), bool)
    squares = np.bincount(of_square, lived_in, len(codes))
    met = np.bincount(of_square, lived_in & (dwellings > 0), len(codes))
    told = (met > 0) & (met >= LEAST_SQUARES * squares)
    touched = np.bincount(of_square, dwellings > 0, len(codes)) > 0
    known = told[of_square]
    if not known.any():
        raise InputError(
            "{file}: its points ({counted}) stand in {met} of the squares with dwellings ({squares}); at least half of "
            "the squares of a gemeente must have one.",
            file=label,
            counted=len(given.x),
            met=int(met.sum()),
            squares=int(squares.sum()),
        )
    info = {
        "source": label,
        "points": len(points),
        "dwellings": float(dwellings[known].sum()),
        "known": int(known.sum()),
        "gemeenten": [code for code, one in zip(codes.tolist(), told, strict=True) if one and code],
        "outside": int(np.count_nonzero(~inside)),
        "left_out": dict(given.left_out),
    }
    few = [code for code, one, there in zip(codes.tolist(), told, touched, strict=True) if there and not one]
    return GridPoints(points, np.where(known, dwellings, np.nan), info, _remarks(label, info, few))


def _remarks(label: str, info: dict[str, Any], few: list[str]) -> list[InputError]:
    """What is wrong with the points; a sentence that is kept has a template of its own for one."""
    found = []
    if few:
        names = ", ".join(code or "-" for code in few[:_MOST_NAMED]) + (", …" if len(few) > _MOST_NAMED else "")
        found.append(
            InputError(
                "{file}: in 1 gemeente ({names}) points stand in less than half of the squares with dwellings; there "
                "the published counts hold.",
                file=label,
                names=names,
            )
            if len(few) == 1
            else InputError(
                "{file}: in {count} gemeenten ({names}) points stand in less than half of the squares with dwellings; "
                "there the published counts hold.",
                file=label,
                count=len(few),
                names=names,
            )
        )
    if info["outside"] == 1:
        found.append(InputError("{file}: 1 point lies in no square with a score, and doesn't count.", file=label))
    elif info["outside"]:
        found.append(
            InputError(
                "{file}: {count} points lie in no square with a score, and don't count.",
                file=label,
                count=info["outside"],
            )
        )
    return found
