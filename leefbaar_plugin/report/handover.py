# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of some areas, gathered once for whatever they are handed over in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from ..data.measure import Measurement, Measurer
from ..data.progress import Progress, report, silent
from ..data.resources import plugin_version
from ..data.same_squares import OnSquares, scores_on
from ..engine.aggregation import AreaScores
from ..engine.errors import InputError
from .recipe import RecipeArea

_AT_ONCE = 500


@dataclass(frozen=True)
class HandedArea:
    """An area that is handed over: its name, and its outline as WKB in EPSG:28992."""

    name: str
    outline: bytes


@dataclass(frozen=True, eq=False)
class Handover:
    """Figures of areas in some years; `same` are those of the first and last year on the squares scored in both.

    `smallest` is the number of dwellings below which figures carry a warning.
    """

    measurer: Measurer
    areas: Sequence[HandedArea]
    years: tuple[int, ...]
    scores: AreaScores
    same: OnSquares
    repaired: tuple[int, ...]
    smallest: float
    made: datetime = field(default_factory=datetime.now)

    @property
    def year(self) -> int:
        """The newest year."""
        return self.years[-1]

    @property
    def since(self) -> int:
        """The year that changes are counted from."""
        return self.years[0]

    @property
    def version(self) -> str:
        """Version of the plugin."""
        return plugin_version()

    def few(self, at: int) -> bool:
        """Whether an area has fewer dwellings than figures should be shown of."""
        return 0 < float(self.scores.weight_sum[at, -1]) < self.smallest


def gather(
    measurer: Measurer,
    areas: Sequence[HandedArea],
    years: Sequence[int],
    smallest: float,
    progress: Progress = silent,
) -> Handover:
    """Measure areas in some years, ascending; InputError for no years or an area that is no polygon."""
    wanted = tuple(sorted(set(years)))
    if not wanted:
        raise InputError("Choose at least one year.")
    for year in wanted:
        measurer.pack.require_year(year)
    valid, coverage = measurer.cover([area.outline for area in areas])
    report(progress, 0.5)
    scores = measurer.scores(coverage, wanted)
    same = scores_on(measurer, coverage, (wanted[0], wanted[-1]) if len(wanted) > 1 else wanted)
    report(progress, 1.0)
    measured = Measurement(scores, valid.repaired, valid.empty)
    return Handover(measurer, areas, wanted, scores, same, tuple(measured.repaired), smallest)


def figures_by_year(found: Handover) -> list[RecipeArea]:
    """Of every area the figures that a recipe keeps."""
    themes = found.measurer.pack.model.dimensions
    kept = []
    for at, area in enumerate(found.areas):
        figures: dict[int, dict[str, float | None]] = {}
        for number, year in enumerate(found.years):
            scores = found.scores
            row: dict[str, float | None] = {"lbm": _plain(scores.total[at, number])}
            for place, theme in enumerate(themes):
                row[theme.id] = _plain(scores.dimensions[at, number, place])
            row["weight_sum"] = _plain(scores.weight_sum[at, number])
            row["squares"] = float(scores.squares[at, number])
            figures[year] = row
        kept.append(RecipeArea(area.name, area.outline, figures))
    return kept


def _plain(value: np.floating) -> float | None:
    return float(value) if np.isfinite(value) else None
