# SPDX-License-Identifier: GPL-2.0-or-later
"""Coverages taken apart and put together: some areas of them, some squares, several after each other or as one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..squares.grid import SQUARE_AREA
from .coverage import Coverage


def everything(squares: int) -> Coverage:
    """All squares of a grid of so many, whole, as one area."""
    surface = np.array([squares * SQUARE_AREA])
    return Coverage(np.array([0, squares]), np.arange(squares), np.ones(squares), surface)


def stacked(parts: Sequence[Coverage]) -> Coverage:
    """The areas of several coverages after each other, as one; ValueError without any."""
    starts = np.cumsum([0, *(len(part.square) for part in parts)])
    offset = np.concatenate([np.zeros(1, np.int64), *(p.offset[1:] + s for p, s in zip(parts, starts, strict=False))])
    return Coverage(
        offset,
        np.concatenate([part.square for part in parts]),
        np.concatenate([part.share for part in parts]),
        np.concatenate([part.surface for part in parts]),
        _by_surface(parts),
    )


def _by_surface(parts: Sequence[Coverage]) -> Coverage | None:
    """Those of the parts with the shares of the surface, after each other; None where no part has these."""
    if all(part.by_surface is None for part in parts):
        return None
    return stacked([part.by_surface or part for part in parts])


def chosen(coverage: Coverage, areas: Sequence[int]) -> Coverage:
    """Some of the areas, by place; a place may come more than once."""
    place = np.asarray(areas, np.int64)
    sizes = np.diff(coverage.offset)[place]
    offset = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
    entries = np.repeat(coverage.offset[place] - offset[:-1], sizes) + np.arange(offset[-1])
    beside = None if coverage.by_surface is None else chosen(coverage.by_surface, areas)
    return Coverage(offset, coverage.square[entries], coverage.share[entries], coverage.surface[place], beside)


def emptied(coverage: Coverage, areas: NDArray[np.bool_]) -> Coverage:
    """The same areas, some of them (True) without their squares."""
    sizes = np.diff(coverage.offset)
    keep = np.repeat(~areas, sizes)
    offset = np.concatenate([np.zeros(1, np.int64), np.cumsum(np.where(areas, 0, sizes))])
    beside = None if coverage.by_surface is None else emptied(coverage.by_surface, areas)
    return Coverage(offset, coverage.square[keep], coverage.share[keep], coverage.surface, beside)


def merged(coverage: Coverage, areas: Sequence[int]) -> Coverage:
    """Some of the areas together as one, each square for 1 at most; their surfaces are added up."""
    part = chosen(coverage, areas)
    square, place = np.unique(part.square, return_inverse=True)
    share = np.minimum(np.bincount(place, part.share, len(square)), 1.0)
    beside = None if coverage.by_surface is None else merged(coverage.by_surface, areas)
    return Coverage(np.array([0, len(square)]), square, share, np.array([part.surface.sum()]), beside)


def within(coverage: Coverage, squares: NDArray[np.bool_]) -> Coverage:
    """The same areas with some squares only: `squares` is bool [squares of the grid]. Surfaces stay as they are."""
    kept = squares[coverage.square]
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum(kept, dtype=np.int64)])
    beside = None if coverage.by_surface is None else within(coverage.by_surface, squares)
    return Coverage(before[coverage.offset], coverage.square[kept], coverage.share[kept], coverage.surface, beside)


def covered_part(coverage: Coverage, squares: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Part (0-1) of the surface of every area that some squares (bool [squares of the grid]) cover, by whatever rule
    squares count: float64 [areas], NaN for an area without surface.
    """
    part = coverage.by_surface or coverage
    of_entry = np.repeat(np.arange(len(part)), np.diff(part.offset))
    surface = np.bincount(of_entry, part.share * squares[part.square], len(part)) * SQUARE_AREA
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.minimum(surface / coverage.surface, 1.0)


def counted(coverage: Coverage, squares: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many of some squares (bool [squares of the grid]) lie in every area: int64 [areas]."""
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum(squares[coverage.square], dtype=np.int64)])
    return np.diff(before[coverage.offset])
