# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of some areas, gathered once for whatever they are handed over in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np

from ..analysis.cautions import cautions_of
from ..analysis.change.surroundings import Ring
from ..analysis.change.waterbed import Surrounded, WaterbedQuestion, surround
from ..analysis.measure import Measurer
from ..analysis.references.references import References
from ..analysis.same_squares import OnSquares, trend_on_same
from ..engine.areas.aggregation import AreaScores
from ..engine.choices import CautionLimits
from ..engine.errors import InputError
from ..pack.files.progress import Progress, report, silent
from ..pack.files.resources import plugin_version
from ..settings import load
from ..translation import language, sentence, tr
from .recipe import RecipeArea

_AT_ONCE = 500


@dataclass(frozen=True)
class HandedArea:
    """An area that is handed over: its name, and its outline as WKB in EPSG:28992."""

    name: str
    outline: bytes


@dataclass(frozen=True, eq=False)
class Handover:
    """Figures of areas in some years; `same` are those of the first and last year on the squares scored in both, and
    `explained` those of the first year with dimensions and the last. Official areas have the published scores.

    `smallest` is the number of dwellings below which figures carry a warning; `around` are rings, where asked for.
    """

    measurer: Measurer
    areas: Sequence[HandedArea]
    years: tuple[int, ...]
    scores: AreaScores
    same: OnSquares
    explained: OnSquares
    repaired: tuple[int, ...]
    smallest: float
    made: datetime = field(default_factory=datetime.now)
    around: Surrounded | None = None

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

    @property
    def limits(self) -> CautionLimits:
        """Below which figures carry a warning."""
        return replace(load().limits, dwellings=self.smallest)

    def caution(self, at: int, *ids: str) -> str:
        """What has to be told of the figures of an area in the newest year, in words: all of it, or what is among these
        ids (`analysis.cautions`); '' for nothing.
        """
        (told,) = cautions_of(self.scores, len(self.years) - 1, [at])
        return sentence(told.words(self.limits, language(), ids))


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
    outlines = [area.outline for area in areas]
    said = [(area.name,) for area in areas]
    measured = measurer.measure(outlines, wanted, said)
    report(progress, 0.4)
    same = _first_and_last(measurer, outlines, wanted, said)
    report(progress, 0.7)
    there = ~np.isnan(measured.scores.dimensions).all(axis=(0, 2))
    explained = _first_and_last(measurer, outlines, wanted[int(np.argmax(there)) :], said) if there.any() else same
    report(progress, 1.0)
    return Handover(measurer, areas, wanted, measured.scores, same, explained, tuple(measured.repaired), smallest)


def with_rings(found: Handover, references: References, rings: Sequence[Ring], progress: Progress = silent) -> Handover:
    """The same with rings around every area, in the first and the last year; as it was without rings."""
    if not rings:
        return found
    question = WaterbedQuestion(tuple(rings), (found.year,), found.since, found.smallest)
    outlines = [area.outline for area in found.areas]
    return replace(found, around=surround(references, outlines, question, progress))


def _first_and_last(
    measurer: Measurer, outlines: Sequence[bytes], years: tuple[int, ...], said: Sequence[Collection[str]]
) -> OnSquares:
    return trend_on_same(measurer, outlines, tuple(sorted({years[0], years[-1]})), said)


def report_title(found: Handover) -> str:
    """What the report is called."""
    if len(found.areas) == 1:
        return tr("Leefbaarometer of {name}, {year}").format(name=found.areas[0].name, year=found.year)
    return tr("Leefbaarometer of {count} areas, {year}").format(count=len(found.areas), year=found.year)


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
