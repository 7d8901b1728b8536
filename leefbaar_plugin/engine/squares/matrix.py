# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores of all squares laid out for summing: one row per square, only the columns that exist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..model import ScoreModel
from .scoring import PublishedScores, Scores, recompute, total_classes

KEYS_PER_YEAR = 10
"""Class 0 (no score) to 9."""
NOWHERE = -1
"""In `ScoreMatrix.place`: the theme doesn't exist in the year."""
_AT_ONCE = 16_384
"""Squares that are marked in one go: more would fall out of the processor's cache."""
_FEW = 50
"""Which part of the squares, one in so many, is marked by itself as long as not all are."""
_SAME = 1e-9
"""Score units; sums in another order differ by some 1e-15."""

Rows = NDArray[np.integer] | slice


class MarkedSquares:
    """Some of so many squares, by year, which are few of them.

    `rows` gives bool [squares, years] of those with some indices. Whoever asks about few squares has only these marked;
    else all are, once.
    """

    def __init__(self, squares: int, years: int, rows: Callable[[Rows], NDArray[np.bool_]]) -> None:
        self.years = years
        self._squares, self._rows = squares, rows

    @cached_property
    def by_year(self) -> NDArray[np.bool_]:
        """All squares: bool [squares, years]."""
        parts = [self._rows(slice(at, at + _AT_ONCE)) for at in range(0, self._squares, _AT_ONCE)]
        # by square: numpy lays chosen columns out by column, and would copy all of it for every area
        return np.ascontiguousarray(np.concatenate(parts)) if parts else self._rows(slice(0))

    @cached_property
    def ever(self) -> NDArray[np.bool_]:
        """Whether a square is one of them in any year: bool [squares]."""
        found = np.zeros(self._squares, bool)
        for year in self.by_year.T:
            found |= year
        return found

    def of_years(self, places: list[int]) -> MarkedSquares:
        """The same in the years at some places."""
        of = self.by_year.__getitem__ if self._is_made else self._rows
        return MarkedSquares(self._squares, len(places), lambda rows: of(rows)[:, places])

    def among(self, squares: NDArray[np.integer]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Which of some squares are marked in which year: places in `squares`, ascending, and those of the years."""
        if not self._is_made and len(squares) * _FEW < self._squares:
            place, year = self._rows(squares).nonzero()
            return place, year
        marked = self.ever.take(squares).nonzero()[0]
        if not len(marked):
            return marked, marked
        place, year = self.by_year.take(squares[marked], axis=0).nonzero()
        return marked[place], year

    @property
    def _is_made(self) -> bool:
        return "by_year" in self.__dict__


@dataclass(frozen=True, eq=False)
class ScoreMatrix:
    """Scores by square and column.

    `values` is float64 [squares, columns], missing as 0; `place` int64 [years, themes] is the column of a theme in a
    year (the deviation first, then the dimensions), `NOWHERE` where the year doesn't have it. `classes` is int8
    [squares, years], 0 for no score. `with_dimensions` is bool [years] where a year has dimensions for all or for none
    of its scored squares, else bool [squares, years].
    """

    years: tuple[int, ...]
    values: NDArray[np.float64]
    place: NDArray[np.int64]
    classes: NDArray[np.int8]
    with_dimensions: NDArray[np.bool_]

    @cached_property
    def class_steps(self) -> NDArray[np.int16]:
        """To be added to the classes of squares, so that one count does all years: int16 [years]."""
        return np.arange(len(self.years), dtype=np.int16) * np.int16(KEYS_PER_YEAR)

    @cached_property
    def unscored(self) -> MarkedSquares:
        """Squares that lack a score in a year."""
        classes, years = self.classes, len(self.years)  # a reference to the matrix itself would keep its files open
        return MarkedSquares(len(classes), years, lambda rows: classes[rows] == 0)

    @cached_property
    def bare_squares(self) -> MarkedSquares:
        """Scored squares that lack a dimension in a year that has them."""
        classes, there, years = self.classes, self.with_dimensions, len(self.years)
        if there.ndim == 1:
            return MarkedSquares(len(classes), years, lambda rows: np.zeros(classes[rows].shape, bool))
        has_them = self.place[:, 1] != NOWHERE if self.place.shape[1] > 1 else np.zeros(len(self.years), bool)
        return MarkedSquares(len(classes), years, lambda rows: (classes[rows] > 0) & ~there[rows] & has_them)

    @property
    def bare(self) -> NDArray[np.bool_]:
        """Whether a scored square lacks a dimension in a year that has them: bool [squares, years]."""
        return self.bare_squares.by_year

    def doubtful(self, model: ScoreModel, stated: NDArray[np.int8] | None = None) -> MarkedSquares:
        """Squares of which the total lies in the interval of a class bound in a year.

        `stated` are the classes that the files bring, int8 [squares, years], 0 for none: they are certain.
        """
        values, classes, columns = self.values, self.classes, self.place[:, 0]
        reference, classification = model.reference_of(self.years), model.total_classification

        def near_a_bound(rows: Rows) -> NDArray[np.bool_]:
            total = values[rows][:, columns] + reference
            found = ~classification.certain(total) & (classes[rows] > 0)
            return found if stated is None else found & (stated[rows] == 0)

        return MarkedSquares(len(classes), len(self.years), near_a_bound)

    def of_years(self, years: tuple[int, ...]) -> ScoreMatrix:
        """The same for a selection of years; ValueError for a year that isn't there."""
        if years == self.years:
            return self
        at = [self.years.index(year) for year in years]
        columns, place = np.unique(self.place[at], return_inverse=True)
        lacking = int(len(columns) > 0 and columns[0] == NOWHERE)
        return ScoreMatrix(
            years,
            np.ascontiguousarray(self.values[:, columns[lacking:]]),
            place.reshape(len(at), -1) - lacking,
            np.ascontiguousarray(self.classes[:, at]),
            np.ascontiguousarray(self.with_dimensions[..., at]),
        )


@dataclass(frozen=True, eq=False)
class MatrixLayout:
    """A score matrix without its values, which can be asked for some squares at a time; fields as in `ScoreMatrix`.

    `complete` is bool [squares, years]: scored, and with all dimensions.
    """

    scores: Scores
    place: NDArray[np.int64]
    classes: NDArray[np.int8]
    with_dimensions: NDArray[np.bool_]
    complete: NDArray[np.bool_]

    @property
    def columns(self) -> int:
        """Number of columns of the values."""
        return int(self.place.max(initial=NOWHERE)) + 1

    def values(self, some: slice) -> NDArray[np.float64]:
        """Values of some squares: float64 [squares, columns]."""
        deviation, contributions = self.scores.deviation[some], self.scores.contributions[some]
        scored, complete = self.classes[some] > 0, self.complete[some]
        values = np.zeros((len(deviation), self.columns))
        for year, places in enumerate(self.place):
            values[:, places[0]] = np.where(scored[:, year], deviation[:, year], 0.0)
            if len(places) > 1 and places[1] != NOWHERE:
                # a square that lacks one dimension drops out of all five, so that the rest still add up
                values[:, places[1:]] = np.where(complete[:, year, None], contributions[:, year], 0.0)
        return values


def lay_out(model: ScoreModel, published: PublishedScores, recomputed: Scores | None = None) -> MatrixLayout:
    """How scores (recomputed here when not given) are laid out; classes are the published ones where there are any."""
    scores = recomputed or recompute(model, published)
    there = ~np.isnan(scores.contributions).any(axis=-1)
    # a class without a score, as LBM 2.0 publishes for its first years, has nothing to sum
    classes = np.where(np.isnan(scores.total), 0, total_classes(model, scores, published)).astype(np.int8)
    scored = classes > 0
    uniform = ((there == scored) | ~there.any(axis=0)).all(axis=0)
    with_dimensions = there.any(axis=0) if uniform.all() else there & scored
    exists = np.zeros((len(scores.years), 1 + len(model.dimensions)), bool)
    exists[:, 0] = True
    exists[:, 1:] = there.any(axis=0)[:, None]
    place = np.where(exists, np.cumsum(exists).reshape(exists.shape) - 1, NOWHERE)
    return MatrixLayout(scores, place, classes, with_dimensions, there & scored)


def score_matrix(model: ScoreModel, published: PublishedScores, recomputed: Scores | None = None) -> ScoreMatrix:
    """Lay scores out, as `lay_out` says."""
    layout = lay_out(model, published, recomputed)
    values = layout.values(slice(None))
    return ScoreMatrix(layout.scores.years, values, layout.place, layout.classes, layout.with_dimensions)


def fits(model: ScoreModel, published: PublishedScores, matrix: ScoreMatrix) -> bool:
    """Whether a matrix holds what `score_matrix` makes of published scores; year by year, which takes little memory."""
    if matrix.years != published.years:
        return False
    return all(_year_fits(model, published.of_year(year), matrix, at) for at, year in enumerate(published.years))


def _year_fits(model: ScoreModel, published: PublishedScores, matrix: ScoreMatrix, at: int) -> bool:
    scores = recompute(model, published)
    there = ~np.isnan(scores.contributions[:, 0]).any(axis=-1)
    classes = np.where(np.isnan(scores.total), 0, total_classes(model, scores, published))[:, 0]
    scored, places = classes > 0, matrix.place[at]
    with_dimensions = matrix.with_dimensions[..., at]
    if with_dimensions.ndim == 0:
        agrees = bool(with_dimensions) == bool(there.any()) and (not there.any() or np.array_equal(there, scored))
    else:
        agrees = np.array_equal(with_dimensions, there & scored)
    if not agrees or not np.array_equal(matrix.classes[:, at], classes) or places[0] == NOWHERE:
        return False
    columns = [np.where(scored, scores.deviation[:, 0], 0.0)]
    if there.any():
        if (places[1:] == NOWHERE).any():
            return False
        columns += list(np.where((there & scored)[:, None], scores.contributions[:, 0], 0.0).T)
    elif (places[1:] != NOWHERE).any():
        return False
    return all(
        np.allclose(matrix.values[:, place], column, rtol=0.0, atol=_SAME)
        for place, column in zip(places, columns, strict=False)
    )
