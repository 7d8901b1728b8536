# SPDX-License-Identifier: GPL-2.0-or-later
"""The inhabitants of official areas: the web service leaves out those with few of them.

The inhabitants of an area are those of its squares (CBS), by the share of a square inside, whatever the recipe of other
figures; a square without a count is estimated by the default rule. The import stores them, so that the map can hatch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..engine.areas.coverage import Coverage, cover
from ..engine.areas.rings import decode_polygons
from ..engine.choices import SHARE
from ..engine.squares.grid import Grid
from ..engine.squares.weights import INHABITANTS, Counts, weigh
from .kept_coverage import read_coverage, write_coverage
from .official import read_level
from .official_scores import official_scores
from .outlines.geometry import EMPTY_POLYGON
from .pack import Pack
from .parts import partial_among
from .schema import COUNTS_ARRAY, GRID_ARRAYS

_KEPT = "inhabitants"

Floats = NDArray[np.float64]
Counter = Callable[[str, Sequence[str], Sequence[bytes | None]], Floats | None]
"""Takes a level, codes and outlines; gives inhabitants, None without counts of them."""


def has_inhabitants(pack: Pack) -> bool:
    """Whether a pack has counts of inhabitants, so that small areas can be told."""
    return pack.has_counts_of(INHABITANTS)


def count_inhabitants(
    grid: Grid, counts: Counts | None, outlines: Sequence[bytes | None], coverage: Coverage | None = None
) -> Floats:
    """Inhabitants of the squares in every outline (valid WKB): float64 [areas]; NaN without counts or outline.

    `coverage` are the squares of the outlines, where these are known already.
    """
    if counts is None or np.isnan(counts.inhabitants).all():
        return np.full(len(outlines), np.nan)
    value = weigh(counts, len(grid), INHABITANTS).value
    coverage = _covered(grid, outlines) if coverage is None else coverage
    of_entry = np.repeat(np.arange(len(coverage)), np.diff(coverage.offset))
    found = np.bincount(of_entry, coverage.share * value[coverage.square], len(coverage)).astype(np.float64)
    found[[not wkb for wkb in outlines]] = np.nan
    return found


def _covered(grid: Grid, outlines: Sequence[bytes | None]) -> Coverage:
    return cover(grid, decode_polygons([wkb or EMPTY_POLYGON for wkb in outlines]), SHARE)


def inhabitants_counter(
    folder: Path, selection: tuple[Sequence[str], float] | None, gemeenten: Mapping[str, bytes]
) -> Counter | None:
    """What finds the squares of the areas of a pack that is being made, by its arrays in a folder, keeps them there,
    and counts the inhabitants; None without squares.

    `selection` are the codes of the chosen gemeenten and the margin around them, None for everything; `gemeenten` the
    outlines of gemeenten by code. Parts of areas have no number of inhabitants.
    """
    if not (folder / f"{GRID_ARRAYS[0]}.npy").is_file():
        return None
    grid = Grid.from_squares(*(np.load(folder / f"{name}.npy") for name in GRID_ARRAYS[:2]))
    path = folder / f"{COUNTS_ARRAY}.npy"
    counts = Counts(*np.load(path).T) if path.is_file() else None

    def count(level: str, codes: Sequence[str], outlines: Sequence[bytes | None]) -> Floats | None:
        coverage = _covered(grid, outlines)
        if any(outlines):
            write_coverage(folder, level, coverage)
        if counts is None:
            return None
        found = count_inhabitants(grid, counts, outlines, coverage)
        if selection is not None:
            partial = partial_among(level, codes, outlines, *selection, gemeenten)
            found[[code in partial for code in codes]] = np.nan
        return found

    return count


def inhabitants_of(pack: Pack, level: str) -> Floats:
    """Inhabitants of all areas of a level, in their order, NaN where they aren't known.

    As the import stored them, or counted once in an older pack.
    """
    kept: dict[str, Floats] = pack.kept.setdefault(_KEPT, {})
    if level not in kept:
        stored = official_scores(pack).inhabitants(level)
        if np.isnan(stored).all() and pack.grid is not None:
            grid, counts, wkb = pack.require_squares()[0], pack.require_counts(), read_level(pack, level).wkb
            stored = count_inhabitants(grid, counts, wkb, read_coverage(pack, level))
        kept[level] = stored
    return kept[level]
