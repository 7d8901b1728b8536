# SPDX-License-Identifier: GPL-2.0-or-later
"""Squares of a pack, summed up by each kind of weight, beside published scores of buurten, wijken and gemeenten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.coverage import cover
from ...engine.areas.misfit import Misfit, misfit, mixed_up
from ...engine.areas.rings import decode_polygons
from ...engine.choices import CENTRE
from ...engine.squares.weights import KINDS, Weights, weigh
from ..files.free_memory import give_back_pages
from ..official import LevelAreas, read_level
from ..outlines.geometry import make_valid
from ..outlines.unions import incomplete
from ..pack import Pack
from ..parts import whole_places

LEVELS = ("buurt", "wijk", "gemeente")
"""Levels that are compared; postcode areas aren't, for their outlines aren't the ministry's."""


@dataclass(frozen=True)
class LevelFit:
    """How far squares lie from the published areas of a level in `year`, by kind of weight, the best first.

    `areas` gives code and name of the area that is farthest off, for each of `misfits`. Areas of which the pack holds a
    part only aren't compared, nor are those whose outline was made of others that lack some. `without` areas have a
    published score and no square with one; `mixed` are pairs of dimensions, of which the first one of the squares is
    what is published as the second one of the areas.
    """

    level: str
    year: int
    misfits: tuple[Misfit, ...]
    areas: tuple[tuple[str, str], ...]
    without: int = 0
    mixed: tuple[tuple[str, str], ...] = ()

    def entry(self) -> dict[str, Any]:
        """As an entry of pack.json."""
        weights = {
            one.kind: {"rms": one.rms, "largest": one.largest, "area": list(area)}
            for one, area in zip(self.misfits, self.areas, strict=True)
        }
        return {
            "year": self.year,
            "areas": self.misfits[0].areas,
            "best": self.misfits[0].kind,
            "weights": weights,
            "without": self.without,
            "mixed": [list(pair) for pair in self.mixed],
        }


def weight_fits(pack: Pack) -> list[LevelFit]:
    """Compare the squares of a pack, in its newest year, with every level that has published areas.

    A square belongs to the area that its centre is in. Weights that no square has a count for aren't tried. PackError
    when the areas can't be read. For any thread.
    """
    if pack.grid is None:
        return []
    grid, counts = pack.require_squares()[0], pack.require_counts()
    kinds = [weigh(counts, len(grid), kind) for kind in KINDS]
    tried = {weights.kind: weights for kind, weights in zip(KINDS, kinds, strict=True) if weights.kind == kind}
    scores = _newest(pack)
    found = (_fit(pack, level, scores, tried) for level in LEVELS if level in pack.levels)
    return [fit for fit in found if fit is not None]


def fit_entries(fits: list[LevelFit]) -> dict[str, Any]:
    """Entry `fit` of pack.json: by level."""
    return {fit.level: fit.entry() for fit in fits}


def _newest(pack: Pack) -> NDArray[np.float64]:
    """Scores of all squares in the newest year, the total and then the dimensions: float64 [squares, themes].

    Copied, for a view of one year keeps the files of all years in memory.
    """
    squares, at = pack.require_squares()[1], len(pack.years) - 1
    found = np.column_stack((squares.total[:, at], squares.contributions[:, at]))
    for array in (squares.total, squares.contributions):
        give_back_pages(array)
    return found


def _fit(pack: Pack, level: str, scores: NDArray[np.float64], tried: Mapping[str, Weights]) -> LevelFit | None:
    undrawn, year = _undrawn_parts(pack, level), pack.years[-1]
    column = f"{pack.model.total.id}_{year}"
    dimensions = [dimension.id for dimension in pack.model.dimensions]
    columns = [f"{dimension}_{year}" for dimension in dimensions]
    every = read_level(pack, level, (column, *columns))
    areas = every.where(whole_places(pack, every)[0])
    lacking = incomplete(level, areas.code, undrawn)
    published = zip(areas.code, areas.values[column].tolist(), strict=True)
    areas = areas.where([at for at, (code, score) in enumerate(published) if score == score and code not in lacking])
    if not len(areas):
        return None
    grid = pack.require_squares()[0]
    coverage = cover(grid, decode_polygons(make_valid(areas.wkb).wkb), CENTRE)
    found = [misfit(coverage, scores[:, 0], areas.values[column], weights) for weights in tried.values()]
    misfits = sorted((one for one in found if one is not None), key=lambda one: one.rms)
    if not misfits:
        return None
    stated = np.stack([areas.values[name] for name in columns], axis=1)
    pairs = mixed_up(coverage, scores[:, 1:], stated, tried[misfits[0].kind])
    return LevelFit(
        level,
        year,
        tuple(misfits),
        tuple(_named(areas, one.worst) for one in misfits),
        len(areas) - misfits[0].areas,
        tuple((dimensions[first], dimensions[second]) for first, second in pairs),
    )


def _undrawn_parts(pack: Pack, level: str) -> list[str]:
    """Codes of the areas without an outline of the level that the outlines of `level` were made of."""
    parts = pack.made_of(level)
    if not parts:
        return []
    smaller = read_level(pack, parts)
    return [code for code, wkb in zip(smaller.code, smaller.wkb, strict=True) if not wkb]


def _named(areas: LevelAreas, place: int) -> tuple[str, str]:
    return areas.code[place], areas.name[place]
