# SPDX-License-Identifier: GPL-2.0-or-later
"""What has to be told beside a figure: few dwellings, little of the surface scored, classes that aren't certain.

One place decides it for every output: algorithms, groups, monitor, expressions, lists and the panel.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..engine.choices import CautionLimits
from ..engine.errors import ModelError
from ..pack.files.resources import read_json

if TYPE_CHECKING:  # the settings, which QGIS's start waits for, need its limits only
    from ..engine.areas.aggregation import AreaScores

FEW, LOW_COVERAGE, WARNING = "few", "low_coverage", "warning"
NO_WEIGHT, NO_SQUARES, BARE_SQUARES = "no_weight", "no_squares", "bare"
UNCERTAIN, UNCERTAIN_SHARE, BARE = "uncertain_weight", "uncertain_share", "without_dimensions"
_LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class Caution:
    """What has to be told of one area and year; the numbers are None where they aren't known.

    `squares` and `weight_sum` (in `weight`) are those of the scored squares, `covered` the part (0-1) of the surface
    that they cover, `surface` (m²) that whole, `bare` how many squares lack dimensions in a year that has these.
    """

    squares: int
    weight_sum: float
    weight: str
    covered: float | None
    has_score: bool
    bare: int = 0
    surface: float | None = None

    def few(self, limits: CautionLimits) -> bool | None:
        """Whether there are fewer dwellings than the least; None without a scored square."""
        return self.weight_sum < limits.dwellings if self.squares else None

    def low_coverage(self, limits: CautionLimits) -> bool | None:
        """Whether less of the surface has scored squares than the least; None without a scored square."""
        return self.covered < limits.coverage if self.squares and self.covered is not None else None

    def ids(self, limits: CautionLimits) -> list[str]:
        """What has to be told, by its word."""
        told = []
        if not self.has_score:
            told.append(NO_WEIGHT if self.squares and not self.weight_sum > 0 else NO_SQUARES)
        elif self.few(limits):
            told.append(FEW)
        if self.low_coverage(limits):
            told.append(LOW_COVERAGE)
        return [*told, BARE_SQUARES] if self.bare else told

    def words(self, limits: CautionLimits, language: str, only: Collection[str] = ()) -> str:
        """All of it in words, or what is among `only`; '' for nothing."""
        told = [one for one in self.ids(limits) if not only or one in only]
        if not told:
            return ""
        said = caution_words(language)
        values = {
            "weight": said["weights"].get(self.weight, self.weight),
            "count": _number(self.weight_sum, language),
            "least": _number(limits.dwellings, language),
            "share": _number(round(100 * (self.covered or 0.0), 1), language),
        }
        counted = {BARE_SQUARES: {**values, "count": str(self.bare)}}
        return "; ".join(said[one].format(**counted.get(one, values)) for one in told)


@cache
def caution_words(language: str) -> Mapping[str, Any]:
    """The words of a language (two letters; else English); ModelError when their file is wrong."""
    document = read_json("model", "caution_words.json")
    try:
        return dict(document[language[:2] if language[:2] in _LANGUAGES else "en"])
    except (KeyError, TypeError) as problem:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=problem) from problem


def cautions_of(scores: AreaScores, at: int, rows: Sequence[int] | None = None) -> list[Caution]:
    """What has to be told of some areas (default: all) in the year at a place."""
    chosen: Any = slice(None) if rows is None else list(rows)  # 14,000 areas of the country at once
    none = np.zeros_like(scores.squares) if scores.bare is None else scores.bare
    squares, bare = (np.nan_to_num(one[chosen, at]).astype(np.int64).tolist() for one in (scores.squares, none))
    weights, covered = np.nan_to_num(scores.weight_sum[chosen, at]).tolist(), _plain(scores.covered[chosen, at])
    scored = (~np.isnan(scores.total[chosen, at])).tolist()
    rest = zip(squares, weights, covered, scored, bare, _plain(scores.surface[chosen]), strict=True)
    return [
        Caution(number, weight, scores.weight, part, there, lacking, surface)
        for number, weight, part, there, lacking, surface in rest
    ]


def caution_columns(
    scores: AreaScores, at: int, limits: CautionLimits, language: str, rows: Sequence[int] | None = None
) -> dict[str, list[Any]]:
    """Columns of some areas (default: all) in the year at a place.

    few and low_coverage (None without a scored square), warning (words, None for nothing), uncertain_weight and
    uncertain_share (weight, and part of it, in squares whose class isn't certain) and without_dimensions (squares).
    """
    chosen = list(range(len(scores.total))) if rows is None else list(rows)
    told = cautions_of(scores, at, chosen)
    columns: dict[str, list[Any]] = few_columns(told, limits, language)
    doubt = _doubt(scores, at)[chosen]
    with np.errstate(divide="ignore", invalid="ignore"):
        share = doubt / scores.weight_sum[chosen, at]
    columns[UNCERTAIN], columns[UNCERTAIN_SHARE] = _plain(doubt), _plain(share)
    columns[BARE] = [one.bare if one.squares else None for one in told]
    return columns


def cautions_of_sums(sums: Iterable[float | None], weight: str) -> list[Caution]:
    """What has to be told of figures of so many dwellings (or what the weight is); nothing where that isn't known."""
    return [Caution(int(one is not None), one or 0.0, weight, None, True) for one in sums]


def together(several: Iterable[Caution], weight: str = "") -> Caution:
    """What has to be told of areas put together, of which none lies over another: sums, and the covered part of the
    surface of those whose surface is known. Without any area that has squares there is nothing to tell.
    """
    known = [one for one in several if one.squares]
    if not known:
        return Caution(0, 0.0, weight, None, True)
    drawn = [(one.covered, one.surface) for one in known if one.covered is not None and one.surface]
    surface = sum(size for _part, size in drawn)
    return Caution(
        sum(one.squares for one in known),
        sum(one.weight_sum for one in known),
        known[0].weight,
        sum(part * size for part, size in drawn) / surface if surface > 0 else None,
        True,
        sum(one.bare for one in known),
        surface or None,
    )


def few_columns(told: Sequence[Caution], limits: CautionLimits, language: str) -> dict[str, list[Any]]:
    """Columns few, low_coverage and warning alone."""
    return {
        FEW: [one.few(limits) for one in told],
        LOW_COVERAGE: [one.low_coverage(limits) for one in told],
        WARNING: [one.words(limits, language) or None for one in told],
    }


def flagged(columns: Mapping[str, Sequence[Any]]) -> list[bool]:
    """Whether a warning goes with the figures of every row of a table with the columns few and low_coverage."""
    return [bool(few or low) for few, low in zip(columns[FEW], columns[LOW_COVERAGE], strict=True)]


def _doubt(scores: AreaScores, at: int) -> NDArray[np.float64]:
    if scores.uncertain is None:
        return np.full(len(scores.total), np.nan)
    return np.where(scores.squares[:, at] > 0, scores.uncertain[:, at], np.nan)


def _plain(values: NDArray[np.float64]) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]


def _number(value: float, language: str) -> str:
    """A number with one decimal, without where it is whole."""
    text = f"{value:.0f}" if value == round(value) else f"{value:.1f}"
    return text.replace(".", ",") if language[:2] == "nl" else text
