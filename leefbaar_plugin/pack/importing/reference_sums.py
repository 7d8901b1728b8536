# SPDX-License-Identifier: GPL-2.0-or-later
"""The references that a pack keeps, summed up at import from everything the files hold, chosen or not.

Squares are shared out among the gemeenten by the part of their surface in each outline, as in `references`; a square
counts for 1 at most, and what lies in no gemeente counts for the country alone. Sums of a group are those of its
gemeenten. A gemeente whose squares aren't all in the files (a slice of a neighbour, say) shows by a mean that lies far
from the published one: of such a gemeente, and of one without squares, the published row gives the means and nothing
more, and a group with one of those is the mean of its published rows by the households of its gemeenten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.quantiles import NO_STEP, Histogram
from ...engine.model import ScoreModel
from ...engine.squares.scoring import PublishedScores, dimension_classes, recompute, total_classes
from ...engine.squares.weights import DWELLINGS, EQUAL, HOUSEHOLDS
from ..files.progress import Progress, report, silent
from ..official import GEMEENTE, gemeente_of
from ..reading.scores import LevelScores, SquareScores
from ..reading.vectors import Outlines
from ..references.groups import COUNTRY, load_groups
from ..references.kept_references import COARSE, FINE, SQUARES, KeptReferences, KeptSet, in_shares
from ..references.reference_sets import GemeenteSet, households, sets_of
from .shared_squares import SharedSquares, SquareCounts, share_out

_FARTHEST = {DWELLINGS: 0.02, EQUAL: 0.05}
"""Score units between the mean of a gemeente's squares and its published score that weights explain (domain.md, section
5: RMS .0007 by dwellings, .013 by squares); more means that squares are lacking."""
_KEYS = 10
"""Class 0 (no score) to 9."""

Floats = NDArray[np.float64]


def keep_references(
    model: ScoreModel,
    squares: Sequence[SquareScores],
    counts: SquareCounts | None,
    gemeenten: Outlines | None,
    levels: Mapping[str, LevelScores],
    progress: Progress = silent,
) -> KeptReferences | None:
    """Sum up all squares (in parts that have none in common) and official areas; None when no gemeente is known.

    `levels` are all official areas of the files by level. CancelledError when cancelled.
    """
    published = levels.get(GEMEENTE)
    codes, names = _gemeenten(gemeenten, published)
    squares = [part for part in squares if len(part.column)]
    all_scores = [part.scores for part in squares] + [level.scores for level in levels.values()]
    years = sorted({year for scores in all_scores for year in scores.years})
    if not codes or not years:
        return None
    columns = [(year, theme.id) for year in years for theme in model.themes]
    rows = _rows_of(model, published, codes, years)
    shared = share_out(squares, counts, gemeenten, codes) if squares and gemeenten is not None else None
    report(progress, 0.2)
    whole = np.zeros(len(codes), bool) if shared is None else _whole(model, shared, rows, years)
    sets = sets_of(codes, names, whole, ~np.isnan(rows).all(axis=1))
    arrays = _empty(model, sets, len(years))
    _take_published(arrays, sets, rows, codes)
    if shared is not None:
        _Squares(model, shared, sets, years, arrays).take(progress)
    _put_published(arrays, sets, rows)
    level_ids = _take_levels(model, arrays, levels, years)
    kept_sets = tuple(KeptSet(one.id, one.name, one.basis) for one in sets)
    kind = shared.kind if shared is not None else EQUAL
    return KeptReferences(tuple(years), tuple(columns), kept_sets, level_ids, kind, HOUSEHOLDS, arrays)


def _gemeenten(outlines: Outlines | None, published: LevelScores | None) -> tuple[list[str], list[str]]:
    """Codes of all gemeenten that the files know, in order, and their names."""
    named: dict[str, str] = {}
    for known in (outlines, published):
        if known is not None:
            named |= {code: name or named.get(code, "") for code, name in zip(known.code, known.name, strict=True)}
    codes = sorted(named)
    return codes, [named[code] for code in codes]


def _values(model: ScoreModel, scores: PublishedScores, years: Sequence[int]) -> Floats:
    """Deviation and contributions of areas, by year and theme: float64 [areas, columns], NaN for none."""
    computed = recompute(model, scores)
    themes = np.concatenate((computed.deviation[..., None], computed.contributions), axis=-1)
    found = np.full((len(themes), len(years), len(model.themes)), np.nan)
    found[:, [years.index(year) for year in scores.years]] = themes
    return found.reshape(len(themes), -1)


def _rows_of(model: ScoreModel, published: LevelScores | None, codes: list[str], years: list[int]) -> Floats:
    """The same of gemeenten, in the order of `codes`."""
    rows = np.full((len(codes), len(years) * len(model.themes)), np.nan)
    if published is not None:
        place = {code: at for at, code in enumerate(codes)}
        rows[[place[code] for code in published.code]] = _values(model, published.scores, years)
    return rows


def _whole(model: ScoreModel, shared: SharedSquares, rows: Floats, years: list[int]) -> NDArray[np.bool_]:
    """Gemeenten of which all squares are there: those with squares whose mean isn't far from a published score."""
    deviation = recompute(model, shared.of_year(model, years[-1])).deviation[shared.square, 0]
    there = ~np.isnan(deviation)
    weight = np.where(there, shared.weight, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = (shared.sums(weight * np.where(there, deviation, 0.0)) / shared.sums(weight))[:-1]
    stated = rows[:, (len(years) - 1) * len(model.themes)]
    near = np.isnan(stated) | (np.abs(mean - stated) <= _FARTHEST[shared.kind])
    has_main = np.bincount(shared.main, minlength=shared.gemeenten + 1)[:-1] > 0
    return ~np.isnan(mean) & near & has_main


def _empty(model: ScoreModel, sets: Sequence[GemeenteSet], years: int) -> dict[str, NDArray[Any]]:
    columns, single = years * len(model.themes), sum(one.is_single for one in sets)
    classes = len(model.total_classification.classes)
    return {
        "mean": np.full((len(sets), columns), np.nan, np.float32),
        "same": np.full((len(sets), columns), np.nan, np.float32),
        "shares": np.zeros((len(sets), columns, classes), np.uint16),
        "weight": np.full((len(sets), years), np.nan),
        "squares": np.zeros((len(sets), years), np.int32),
        "fine": np.full((len(sets) - single, columns, FINE), NO_STEP, np.int16),
        "coarse": np.full((single, columns, COARSE), NO_STEP, np.int16),
    }


def _take_published(
    arrays: dict[str, NDArray[Any]], sets: Sequence[GemeenteSet], rows: Floats, codes: list[str]
) -> None:
    """Means of the published rows, for sets that haven't all their squares; NaN where one has no score."""
    weight = np.array([households().get(code, np.nan) for code in codes])
    for at, one in enumerate(sets):
        if one.basis == SQUARES:
            continue
        members = list(one.members)
        share = weight[members] / weight[members].sum() if len(members) > 1 else np.ones(1)
        arrays["mean"][at] = share @ rows[members]


def _put_published(arrays: dict[str, NDArray[Any]], sets: Sequence[GemeenteSet], rows: Floats) -> None:
    """Give a gemeente the scores that are published of it, as everywhere, whatever its squares say."""
    single = [at for at, one in enumerate(sets) if len(one.members) == 1]
    stated = rows[[sets[at].members[0] for at in single]]
    for name in ("mean", "same"):
        arrays[name][single] = np.where(np.isnan(stated), arrays[name][single], stated)


class _Squares:
    """Fills in what the squares say of the sets that have all theirs, column after column."""

    def __init__(
        self,
        model: ScoreModel,
        shared: SharedSquares,
        sets: Sequence[GemeenteSet],
        years: list[int],
        arrays: dict[str, NDArray[Any]],
    ) -> None:
        self._model, self._shared, self._years, self._arrays = model, shared, years, arrays
        self._taken = np.array([at for at, one in enumerate(sets) if one.basis == SQUARES], np.int64)
        self._belongs = np.zeros((len(self._taken), shared.gemeenten + 1))
        for row, at in enumerate(self._taken.tolist()):
            self._belongs[row, list(sets[at].members)] = 1.0
            self._belongs[row, -1] = sets[at].id == COUNTRY
        single = np.array([sets[at].is_single for at in self._taken.tolist()], bool)
        self._fine = self._taken[~single], self._belongs[~single]
        only = [sets[at].members[0] for at in self._taken[single].tolist()]
        self._coarse = self._taken[single] - len(arrays["fine"]), np.array(only, np.int64)
        self._keys = shared.gemeente * _KEYS
        self._not_same = np.flatnonzero(~shared.throughout(years)[shared.square])

    def take(self, progress: Progress) -> None:
        """Go through all years; CancelledError when cancelled."""
        themes = len(self._model.themes)
        for number, year in enumerate(self._years):
            published = self._shared.of_year(self._model, year)
            scores = recompute(self._model, published)
            classes = np.where(np.isnan(scores.total[:, 0]), 0, total_classes(self._model, scores, published)[:, 0])
            self._take_counts(number, classes)
            self._take_column(number * themes, scores.deviation[:, 0], classes)
            there = ~np.isnan(scores.contributions[:, 0]).any(axis=1) & (classes > 0)
            if there.any():
                of_dimensions = dimension_classes(self._model, scores, published)[:, 0]
                for at in range(len(self._model.dimensions)):
                    values = np.where(there, scores.contributions[:, 0, at], np.nan)
                    self._take_column(number * themes + 1 + at, values, np.where(there, of_dimensions[:, at], 0))
            report(progress, 0.2 + 0.8 * (number + 1) / len(self._years))

    def _take_counts(self, year: int, classes: NDArray[np.integer]) -> None:
        shared = self._shared
        scored = classes > 0
        counted = np.bincount(shared.main[scored], minlength=shared.gemeenten + 1)
        weight = shared.sums(shared.weight * scored[shared.square])
        self._arrays["squares"][self._taken, year] = self._belongs @ counted
        self._arrays["weight"][self._taken, year] = self._belongs @ weight

    def _take_column(self, column: int, values: Floats, classes: NDArray[np.integer]) -> None:
        shared, arrays = self._shared, self._arrays
        value, weight = values[shared.square], shared.weight
        lacking = np.isnan(value)
        if lacking.any():
            value[lacking], weight = 0.0, np.where(lacking, 0.0, weight)
        histogram = Histogram.of(value, weight, shared.gemeente, shared.gemeenten + 1)
        weighted, whole = shared.sums(weight * value), histogram.weight.sum(axis=1)
        out = self._not_same
        taken_out = (weight[out] * value[out], weight[out])
        same, same_whole = (
            sums - shared.sums(less, out) for sums, less in zip((weighted, whole), taken_out, strict=True)
        )
        with np.errstate(divide="ignore", invalid="ignore"):
            arrays["mean"][self._taken, column] = (self._belongs @ weighted) / (self._belongs @ whole)
            arrays["same"][self._taken, column] = (self._belongs @ same) / (self._belongs @ same_whole)
        key = self._keys + classes[shared.square]
        by_class = np.bincount(key, weight, len(whole) * _KEYS).reshape(-1, _KEYS)
        wanted = slice(1, 1 + arrays["shares"].shape[2])
        arrays["shares"][self._taken, column] = in_shares((self._belongs @ by_class)[:, wanted])
        at, belongs = self._fine
        arrays["fine"][at, column] = histogram.quantiles(belongs @ histogram.weight, FINE)
        at, only = self._coarse
        arrays["coarse"][at, column] = histogram.quantiles(histogram.weight[only], COARSE)


def _take_levels(
    model: ScoreModel, arrays: dict[str, NDArray[Any]], levels: Mapping[str, LevelScores], years: list[int]
) -> tuple[str, ...]:
    """Distributions of the areas of levels that are there for the whole country, each area counted once."""
    least = load_groups().least_gemeenten
    taken = {
        name: _values(model, level.scores, years)
        for name, level in levels.items()
        if len({gemeente_of(code) for code in level.code} - {""}) >= least
    }
    columns = len(years) * len(model.themes)
    arrays["levels"] = np.full((len(taken), columns, FINE), NO_STEP, np.int16)
    arrays["areas"] = np.zeros((len(taken), columns), np.int32)
    for at, values in enumerate(taken.values()):
        for column in range(columns):
            there = values[~np.isnan(values[:, column]), column]
            histogram = Histogram.of(there, np.ones(len(there)), np.zeros(len(there), np.int64), 1)
            arrays["levels"][at, column] = histogram.quantiles(histogram.weight, FINE)[0]
            arrays["areas"][at, column] = len(there)
    return tuple(taken)
