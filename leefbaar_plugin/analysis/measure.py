# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of areas from a pack: the one way that dock, algorithms, expressions and reports go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..engine.areas.aggregation import AreaScores, aggregate, nothing_measured
from ..engine.areas.coverage import Coverage
from ..engine.areas.coverings import chosen
from ..engine.areas.points import cover_by
from ..engine.areas.rings import Rings, decode_polygons
from ..engine.choices import EVEN_ODD, INSIDE, RULES, SHARE
from ..engine.errors import InputError
from ..engine.model import ScoreModel, in_language
from ..engine.squares.grid import encode_square_ids
from ..engine.squares.matrix import MarkedSquares, ScoreMatrix
from ..engine.squares.scoring import dimension_classes, recompute, total_classes
from ..engine.squares.weights import DWELLINGS, ImputationRule, Weights, weigh
from ..pack.kept_coverage import read_coverage
from ..pack.official import LevelAreas
from ..pack.official_scores import OfficialArea, official_scores
from ..pack.outlines.geometry import EMPTY_POLYGON, ValidAreas, make_valid
from ..pack.pack import Pack

_Covered = tuple[ValidAreas, Coverage, Rings]
_KEPT = 3
"""Selections of years that are kept beside all of them."""
_MANY = 100
"""Official areas of which it is quicker to read the squares that the pack keeps than to find them."""


@dataclass(frozen=True)
class Recipe:
    """How areas are measured: kind of weight, rule for squares on the border, fill rule for invalid polygons, and the
    rule for missing counts. With pack and polygon it makes a figure again.
    """

    weight: str = DWELLINGS
    rule: str = SHARE
    fill_rule: str = EVEN_ODD
    imputation: ImputationRule = field(default_factory=ImputationRule)


@dataclass(frozen=True, eq=False)
class Measurement:
    """Figures of areas, and the places (from 0) of areas that were repaired or are empty.

    `official` holds for every area the official one that it is, None for an area that is none; `coverage` the squares.
    """

    scores: AreaScores
    repaired: list[int]
    empty: list[int]
    official: list[OfficialArea | None] = field(default_factory=list)
    coverage: Coverage | None = None


class Measurer:
    """Measures areas in one pack by one recipe; keep it, and the next area costs a fraction of a millisecond."""

    def __init__(self, pack: Pack, recipe: Recipe | None = None) -> None:
        self.pack = pack
        self.recipe = recipe or Recipe()
        if self.recipe.rule not in RULES:
            raise InputError("Rule {rule} isn't one of {rules}.", rule=self.recipe.rule, rules=", ".join(RULES))
        self._grid, _, self._matrix = pack.require_squares()
        self._selected: dict[tuple[int, ...], ScoreMatrix] = {self._matrix.years: self._matrix}
        self._doubtful: dict[tuple[int, ...], MarkedSquares] = {}
        self._last: tuple[bytes, _Covered] | None = None
        self._scored: dict[tuple[int, ...], tuple[NDArray[np.bool_], NDArray[np.bool_]]] = {}

    @cached_property
    def weights(self) -> Weights:
        """Weights of all squares by the recipe."""
        return weigh(self.pack.require_counts(), len(self._grid), self.recipe.weight, self.recipe.imputation)

    @property
    def rule(self) -> str:
        """The rule for squares on the border that is really used: by surface where the pack has no points to count."""
        return SHARE if self.recipe.rule == INSIDE and self.pack.points is None else self.recipe.rule

    def prepare(self) -> None:
        """Make now what the first area would wait for; may run in another thread."""
        self.pack.require_unchanged()
        _ = self.weights, self._matrix.unscored.ever, self._matrix.bare_squares.ever, self.doubtful.ever
        official_scores(self.pack).prepare()
        _ = self.pack.national

    def measure(
        self,
        areas: Sequence[bytes | None],
        years: tuple[int, ...] | None = None,
        said: Sequence[Collection[str]] = (),
    ) -> Measurement:
        """Figures of areas given as WKB in EPSG:28992, for some years (default: all).

        An area that is an official one has the scores and classes that are published; what is `said` of every area
        (`OfficialScores.recognise`) tells which one where several have its outline. Raises InputError for an area
        that is no polygon, PackError for a year the pack doesn't have or when its official areas can't be read.
        """
        valid, coverage, rings = self._covered(areas)
        published = official_scores(self.pack)
        official = published.recognise(valid.wkb, said, rings)
        scores = published.over(self.scores(coverage, years), official)
        return Measurement(scores, valid.repaired, valid.empty, official, coverage)

    def cover(self, areas: Sequence[bytes | None]) -> tuple[ValidAreas, Coverage]:
        """Areas made valid, and the squares in them; raises as `measure` does for the areas.

        Of one area they are remembered until the next: figures, references, rank and place all ask for them.
        """
        return self._covered(areas)[:2]

    def _covered(self, areas: Sequence[bytes | None]) -> _Covered:
        self.pack.require_unchanged()
        only, last = areas[0] if len(areas) == 1 else None, self._last
        if only is not None and last is not None and last[0] == only:
            return last[1]
        valid = make_valid(areas, self.recipe.fill_rule)
        rings = decode_polygons(valid.wkb)
        found = valid, cover_by(self._grid, rings, self.recipe.rule, self.pack.points), rings
        if only is not None:
            self._last = only, found
        return found

    def cover_valid(self, areas: Sequence[bytes]) -> Coverage:
        """The squares in areas that are valid already, as WKB in EPSG:28992."""
        return cover_by(self._grid, decode_polygons(areas), self.recipe.rule, self.pack.points)

    def cover_official(self, areas: LevelAreas) -> Coverage:
        """Squares of official areas of one level: as the pack keeps them, else found now from the outlines given.

        PackError when they can't be read.
        """
        self.pack.require_unchanged()
        kept = read_coverage(self.pack, areas.level) if len(areas) >= _MANY else None
        if kept is not None:
            known = official_scores(self.pack).of_codes(areas.level, areas.code)
            kept = _of_places(kept, [-1 if one is None else one.place for one in known])
        if kept is not None and self.rule == SHARE:
            return kept
        rings = decode_polygons([wkb or EMPTY_POLYGON for wkb in areas.wkb])  # the import made them valid
        return cover_by(self._grid, rings, self.rule, self.pack.points, kept)

    def scores(self, coverage: Coverage, years: tuple[int, ...] | None = None) -> AreaScores:
        """Figures from squares of areas of which these are known; PackError for a year the pack doesn't have."""
        self.pack.require_unchanged()
        matrix = self._matrix_of(years or self._matrix.years)
        return aggregate(self.pack.model, matrix, coverage, self.weights, self.rule, self._doubtful_in(matrix.years))

    @cached_property
    def doubtful(self) -> MarkedSquares:
        """Squares whose class isn't certain in a year of the pack."""
        model, published = self.pack.model, self.pack.require_squares()[1]
        return self._matrix.doubtful(model, published.classes.get(model.total_classification.column or ""))

    def _doubtful_in(self, years: tuple[int, ...]) -> MarkedSquares:
        if years == self._matrix.years:
            return self.doubtful
        found = self._doubtful.get(years)
        if found is None:
            found = self.doubtful.of_years([self._matrix.years.index(year) for year in years])
            self._doubtful = dict([*self._doubtful.items()][-_KEPT:]) | {years: found}
        return found

    def scored_squares(self, years: tuple[int, ...]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Squares scored in all of these years (with dimensions in those that have them), and in any of them.

        Both bool [squares of the grid]; PackError for a year the pack doesn't have.
        """
        known = self._scored.get(years)
        if known is None:
            self.pack.require_unchanged()
            at = [self._matrix.years.index(self.pack.require_year(year)) for year in years]
            there = self._matrix.classes[:, at] > 0
            throughout, dimensions = there.all(axis=1), self._matrix.with_dimensions
            if dimensions.ndim == 2:
                published = [place for place in at if dimensions[:, place].any()]
                throughout &= dimensions[:, published].all(axis=1)
            known = throughout, there.any(axis=1)
            self._scored = dict([*self._scored.items()][-_KEPT:]) | {years: known}
        return known

    def _matrix_of(self, years: tuple[int, ...]) -> ScoreMatrix:
        if years == self._matrix.years:
            return self._matrix
        for year in years:
            self.pack.require_year(year)
        found = self._selected.get(years)
        if found is None:
            found = self._matrix.of_years(years)
            # each is a copy of many megabytes, and other threads may read this table
            kept = [*self._selected.items()][-_KEPT:]
            self._selected = {self._matrix.years: self._matrix, **dict(kept), years: found}
        return found


def _of_places(coverage: Coverage, places: list[int]) -> Coverage | None:
    """The areas at some places; None when one of them has none."""
    if places == list(range(len(coverage))):
        return coverage
    return None if min(places, default=-1) < 0 else chosen(coverage, places)


def level_scores(
    pack: Pack,
    areas: LevelAreas,
    years: tuple[int, ...] | None = None,
    measurer: Measurer | None = None,
    coverage: Coverage | None = None,
) -> AreaScores:
    """Score and classes of official areas of one level in some years (default: all): as published, else measured.

    `AreaScores.published` tells which. Without a measurer, or in a pack without squares, there is what is published
    only; `coverage` are the squares of the areas, where these are known already. PackError for a year the pack doesn't
    have.
    """
    for year in years or ():
        pack.require_year(year)
    if measurer is None or pack.grid is None:
        scores = nothing_measured(pack.model, len(areas), years or pack.years)
    else:
        scores = measurer.scores(measurer.cover_official(areas) if coverage is None else coverage, years)
    published = official_scores(pack)
    return published.over(scores, published.of_codes(areas.level, areas.code))


def area_columns(model: ScoreModel, scores: AreaScores, year: int, language: str) -> dict[str, list[Any]]:
    """Columns of a table of areas in one year, None for no value; shares and coverage are fractions from 0 to 1."""
    at = scores.years.index(year)
    columns: dict[str, list[Any]] = {"year": [year] * len(scores.surface), "lbm": plain(scores.total[:, at])}
    columns["afw"] = plain(scores.deviation[:, at])
    for number, theme in enumerate(model.dimensions):
        columns[theme.id] = plain(scores.dimensions[:, at, number])
    columns |= class_columns(model, scores.classes[:, at], scores.certain[:, at], language)
    for number in range(scores.class_shares.shape[2]):
        columns[f"share_{number + 1}"] = plain(scores.class_shares[:, at, number])
    columns["squares"] = scores.squares[:, at].tolist()
    columns["weight_sum"] = plain(scores.weight_sum[:, at])
    columns["imputed"] = scores.imputed[:, at].tolist()
    columns["covered"] = plain(scores.covered[:, at])
    columns["weight"] = [scores.weight] * len(scores.surface)
    columns["rule"] = [scores.rule] * len(scores.surface)
    return columns


def basis_columns(scores: AreaScores, at: int, rows: Sequence[int] | None = None) -> dict[str, list[Any]]:
    """Columns that tell what a score rests on, in the year at a place, of some areas (default: all).

    published (whether the score is the published one; None without a score), lbm_squares (the score that the squares
    give, whatever is published) and lbm_diff (the score minus that).
    """
    chosen = slice(None) if rows is None else list(rows)
    total, squares = scores.total[chosen, at], scores.from_squares.total[chosen, at]
    there = scores.is_published[chosen, at].tolist()
    return {
        "published": [None if value != value else one for value, one in zip(total.tolist(), there, strict=True)],
        "lbm_squares": plain(squares),
        "lbm_diff": plain(total - squares),
    }


def class_columns(model: ScoreModel, classes: np.ndarray, certain: np.ndarray, language: str) -> dict[str, list[Any]]:
    """Columns class, class_name and class_certain; None where there is no class."""
    names = [None, *(in_language(entry.name, language) for entry in model.total_classification.classes)]
    numbers = classes.tolist()
    return {
        "class": [number or None for number in numbers],
        "class_name": [names[number] for number in numbers],
        "class_certain": [bool(c) if n else None for n, c in zip(numbers, certain.tolist(), strict=True)],
    }


def square_columns(pack: Pack, year: int, language: str) -> dict[str, list[Any]]:
    """Columns of a table of the squares that have a score in `year`, recomputed from the contributions."""
    grid, published, _ = pack.require_squares()
    published = published.of_year(year)
    scores = recompute(pack.model, published)
    classes = total_classes(pack.model, scores, published)[:, 0]
    scored = np.flatnonzero(classes > 0)
    total = scores.total[scored, 0]
    columns: dict[str, list[Any]] = {
        "grid_id": encode_square_ids(grid.column[scored], grid.row[scored]),
        "year": [year] * len(scored),
        "lbm": plain(total),
        "afw": plain(scores.deviation[scored, 0]),
    }
    for number, theme in enumerate(pack.model.dimensions):
        columns[theme.id] = plain(scores.contributions[scored, 0, number])
    certain = pack.model.total_classification.certain(total)
    stated = published.classes.get(pack.model.total_classification.column or "")
    if stated is not None:
        certain |= stated[scored, 0] > 0  # what the file states is the truth
    columns |= class_columns(pack.model, classes[scored], certain, language)
    of_dimensions = dimension_classes(pack.model, scores, published)[scored, 0]
    for number, theme in enumerate(pack.model.dimensions):
        columns[f"class_{theme.id}"] = [n or None for n in of_dimensions[:, number].tolist()]
    counts = pack.require_counts()
    columns["dwellings"] = plain(counts.dwellings[scored]) if counts else [None] * len(scored)
    return columns


def plain(values: np.ndarray) -> list[float | None]:
    """Numbers as Python's own, None for NaN."""
    return [None if value != value else value for value in values.tolist()]
