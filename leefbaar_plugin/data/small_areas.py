# SPDX-License-Identifier: GPL-2.0-or-later
"""Official areas with few inhabitants, which the web service leaves out: here they count, and bear a mark.

The inhabitants of an area are those of its squares (CBS), by the share of a square inside, whatever the recipe of other
figures; a square without a count is estimated by the default rule. The import stores them, so that the map can hatch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..engine.choices import SHARE
from ..engine.coverage import cover
from ..engine.grid import Grid
from ..engine.rings import decode_polygons
from ..engine.weights import INHABITANTS, Counts, weigh
from .cautions import Caution, Limits
from .geometry import EMPTY_POLYGON
from .official import read_level
from .official_scores import OfficialArea
from .pack import Pack
from .pack_schema import COUNTS_ARRAY, GRID_ARRAYS
from .parts import partial_among

INHABITANTS_FIELD = "inhabitants"
"""Field of official areas in `areas.gpkg`, and column of tables."""
_KEPT = "inhabitants"

Floats = NDArray[np.float64]
Counter = Callable[[str, Sequence[str], Sequence[bytes | None]], Floats]


@dataclass(frozen=True, eq=False)
class Marks:
    """What has to be told of areas beside their figures; arrays by area.

    `official` bool: it is an official area; `part` bool: the pack holds a part of it; `inhabitants` float64, NaN where
    they aren't known: of what isn't official, of a part, without outline or without counts. `counted` tells whether
    the pack has counts at all. `cautions` say what has to be told of their figures, by `limits`; empty where that isn't
    looked at.
    """

    official: NDArray[np.bool_]
    part: NDArray[np.bool_]
    inhabitants: Floats
    counted: bool
    cautions: tuple[Caution, ...] = ()
    limits: Limits = field(default_factory=Limits)

    def where(self, chosen: NDArray[Any]) -> Marks:
        """Of some areas, by place or by mask."""
        rows = np.arange(len(self.official))[chosen].tolist()
        told = tuple(self.cautions[row] for row in rows) if self.cautions else ()
        return Marks(
            self.official[chosen], self.part[chosen], self.inhabitants[chosen], self.counted, told, self.limits
        )

    def told(self, cautions: Sequence[Caution], limits: Limits) -> Marks:
        """The same with what has to be told of the figures of every area."""
        return replace(self, cautions=tuple(cautions), limits=limits)

    def caution(self, row: int) -> Caution | None:
        """What has to be told of the figures of an area that has any; None for nothing."""
        one = self.cautions[row] if row < len(self.cautions) else None
        return one if one is not None and (one.few(self.limits) or one.low_coverage(self.limits)) else None

    def small(self, below: float) -> NDArray[np.bool_]:
        """Which areas have fewer inhabitants than `below`: bool [areas]."""
        return self.inhabitants < below  # False for NaN

    def unknown(self) -> NDArray[np.bool_]:
        """Which official areas may be small for all that is known, where those of others are: bool [areas]."""
        return self.official & ~self.part & np.isnan(self.inhabitants) & self.counted


def has_inhabitants(pack: Pack) -> bool:
    """Whether a pack has counts of inhabitants, so that small areas can be told."""
    return pack.counts is not None and not bool(np.isnan(pack.counts.inhabitants).all())


def marks_of(pack: Pack, official: Sequence[OfficialArea | None]) -> Marks:
    """Marks of areas of which is known what official area they are; PackError when these can't be read."""
    inhabitants = np.full(len(official), np.nan)
    counted = has_inhabitants(pack)
    if counted:
        for level in sorted({area.level for area in official if area is not None and not area.is_part}):
            of_level = inhabitants_of(pack, level)
            for row, area in enumerate(official):
                if area is not None and area.level == level and not area.is_part:
                    inhabitants[row] = of_level[area.place]
    is_official = np.array([area is not None for area in official], bool)
    part = np.array([area is not None and area.is_part for area in official], bool)
    return Marks(is_official, part, inhabitants, counted)


def mark_columns(marks: Marks, below: float, rows: Sequence[int] | None = None) -> dict[str, list[Any]]:
    """Columns part, inhabitants and small of some areas (default: all); None for areas that aren't official, and where
    the number of inhabitants isn't known.
    """
    chosen = range(len(marks.official)) if rows is None else rows
    known = ~np.isnan(marks.inhabitants)
    return {
        "part": [bool(marks.part[row]) if marks.official[row] else None for row in chosen],
        INHABITANTS_FIELD: [float(marks.inhabitants[row]) if known[row] else None for row in chosen],
        "small": [bool(marks.inhabitants[row] < below) if known[row] else None for row in chosen],
    }


def count_inhabitants(grid: Grid, counts: Counts | None, outlines: Sequence[bytes | None]) -> Floats:
    """Inhabitants of the squares in every outline (valid WKB): float64 [areas]; NaN without counts or outline."""
    if counts is None or np.isnan(counts.inhabitants).all():
        return np.full(len(outlines), np.nan)
    value = weigh(counts, len(grid), INHABITANTS).value
    coverage = cover(grid, decode_polygons([wkb or EMPTY_POLYGON for wkb in outlines]), SHARE)
    of_entry = np.repeat(np.arange(len(coverage)), np.diff(coverage.offset))
    found = np.bincount(of_entry, coverage.share * value[coverage.square], len(coverage)).astype(np.float64)
    found[[not wkb for wkb in outlines]] = np.nan
    return found


def inhabitants_counter(
    folder: Path, selection: tuple[Sequence[str], float] | None, gemeenten: Mapping[str, bytes]
) -> Counter | None:
    """What counts the inhabitants of the areas of a pack that is being made, by its arrays in a folder; None without
    counts.

    `selection` are the codes of the chosen gemeenten and the margin around them, None for everything; `gemeenten` the
    outlines of gemeenten by code. The counter takes a level, codes and outlines; parts of areas have no number.
    """
    if not (folder / f"{COUNTS_ARRAY}.npy").is_file():
        return None
    column, row, stored = (np.load(folder / f"{name}.npy") for name in (*GRID_ARRAYS[:2], COUNTS_ARRAY))
    grid, counts = Grid.from_squares(column, row), Counts(*stored.T)

    def count(level: str, codes: Sequence[str], outlines: Sequence[bytes | None]) -> Floats:
        found = count_inhabitants(grid, counts, outlines)
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
        stored = read_level(pack, level, [INHABITANTS_FIELD], outlines=False).values[INHABITANTS_FIELD]
        if np.isnan(stored).all() and pack.grid is not None:
            stored = count_inhabitants(pack.grid, pack.counts, read_level(pack, level).wkb)
        kept[level] = stored
    return kept[level]
