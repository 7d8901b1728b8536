# SPDX-License-Identifier: GPL-2.0-or-later
"""Who lives in the areas that a rule found, all and in squares of the lowest classes, and in how many gemeenten.

As the ministry counts: "in them" are the households and dwellings in squares weak or lower. And against another year:
found then, now and both, and what happened in the same gemeenten as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ...engine.areas.coverage import Coverage
from ...engine.areas.coverings import merged
from ...engine.areas.pressure import under_pressure
from ...engine.signals.judge import FOUND
from ...engine.squares.grid import Grid
from ...engine.squares.weights import DWELLINGS, HOUSEHOLDS, INHABITANTS, weigh
from ...pack.official import GEMEENTE, read_level
from ...pack.parts import whole_gemeenten
from ...pack.square_gemeenten import gemeente_of_squares
from ..comparison import union_of
from ..measure import Measurer
from ..references.references import has_counts
from .findings import Findings
from .square_clusters import AREAS

COUNTED = (INHABITANTS, HOUSEHOLDS, DWELLINGS)
BUURT, WIJK = "buurt", "wijk"
_WIJK_DIGITS = slice(2, 8)

Counts = Mapping[str, float]


@dataclass(frozen=True)
class Totals:
    """Inhabitants, households and dwellings by kind of weight, only kinds that the pack has counts of.

    `all_` in squares with a score in the year, `low` in squares of classes 1 to 4 of these, `lowest` of classes 1 to 3.
    """

    all_: Counts = field(default_factory=dict)
    low: Counts = field(default_factory=dict)
    lowest: Counts = field(default_factory=dict)


@dataclass(frozen=True)
class FoundPlaces:
    """How many gemeenten, wijken and buurten the areas found lie in; None where their kind doesn't tell."""

    gemeenten: int | None
    wijken: int | None
    buurten: int | None
    codes: tuple[str, ...] = ()
    """Of the gemeenten, as 'GM0606'."""


@dataclass(frozen=True)
class Against:
    """Findings of two years side by side: numbers found `then`, `now` and in `both` (None where the areas aren't the
    same ones), totals of the areas found in each year, and of the gemeenten of either as a whole in each year.

    `codes` are those gemeenten; `parts` how many of them the pack holds in part only, which `whole` leaves out.
    """

    years: tuple[int, int]
    then: int
    now: int
    both: int | None
    within: tuple[Totals, Totals]
    whole: tuple[Totals, Totals]
    places: tuple[FoundPlaces, FoundPlaces]
    codes: tuple[str, ...]
    parts: int

    @property
    def waterbed(self) -> bool:
        """Whether fewer dwellings are low in the areas found, and more in their gemeenten as a whole."""
        inside, outside = (self._change(one, DWELLINGS) for one in (self.within, self.whole))
        return inside is not None and outside is not None and inside < 0 < outside

    @staticmethod
    def _change(pair: tuple[Totals, Totals], kind: str) -> float | None:
        return pair[1].low[kind] - pair[0].low[kind] if kind in pair[0].low and kind in pair[1].low else None


def squares_found(measurer: Measurer, findings: Findings) -> Coverage | None:
    """The squares of all areas found as one area, each for 1 at most; None when nothing was found."""
    outlines = [findings.areas.wkb[place] for place in findings.places(FOUND)]
    if not outlines:
        return None
    if findings.areas.level == AREAS:  # only these can overlap
        outlines = [union_of(outlines, measurer.recipe.fill_rule)]
    coverage = measurer.cover(outlines)[1]
    return merged(coverage, range(len(coverage)))


def totals_of(measurer: Measurer, coverage: Coverage | None, year: int) -> Totals:
    """What lives in the squares of one area in a year, by class; zeros for no area."""
    pack = measurer.pack
    kinds = [kind for kind in COUNTED if has_counts(pack, kind)]
    if coverage is None:
        nothing = dict.fromkeys(kinds, 0.0)
        return Totals(nothing, nothing, nothing)
    grid, _published, matrix = pack.require_squares()
    classes = matrix.classes[coverage.square, matrix.years.index(year)]
    highest = under_pressure(pack.model)
    weights = {kind: weigh(pack.require_counts(), len(grid), kind, measurer.recipe.imputation).value for kind in kinds}

    def sums(most: int | None) -> dict[str, float]:
        there = (classes > 0) if most is None else (classes > 0) & (classes <= most)
        inside = coverage.share * there
        return {kind: float((inside * value[coverage.square]).sum()) for kind, value in weights.items()}

    return Totals(sums(None), sums(highest), sums(highest - 1))


def places_of(measurer: Measurer, findings: Findings, coverage: Coverage | None) -> FoundPlaces:
    """In how many gemeenten, wijken and buurten the areas found lie.

    Official areas by their code; of own areas and clusters the gemeenten that have the centre of one of their squares.
    """
    codes = [findings.areas.code[place] for place in findings.places(FOUND)]
    level = findings.areas.level
    if level in (BUURT, WIJK, GEMEENTE):
        gemeenten = {f"GM{code[2:6]}" for code in codes}
        wijken = {code[_WIJK_DIGITS] for code in codes} if level in (BUURT, WIJK) else None
        return FoundPlaces(
            len(gemeenten),
            None if wijken is None else len(wijken),
            len(set(codes)) if level == BUURT else None,
            tuple(sorted(gemeenten)),
        )
    if coverage is None or GEMEENTE not in measurer.pack.levels:
        return FoundPlaces(0 if coverage is None else None, None, None)
    grid, _published, _matrix = measurer.pack.require_squares()
    some = Grid.from_squares(grid.column[coverage.square], grid.row[coverage.square])
    areas = read_level(measurer.pack, GEMEENTE)
    drawn = [(code, wkb) for code, wkb in zip(areas.code, areas.wkb, strict=True) if wkb is not None]
    found = gemeente_of_squares(some, [wkb for _code, wkb in drawn])
    inside = tuple(sorted(drawn[at][0] for at in np.unique(found[found >= 0]).tolist()))
    return FoundPlaces(len(inside), None, None, inside)


def against(measurer: Measurer, before: Findings, now: Findings) -> Against:
    """Set findings of two years side by side; both were made by this measurer, of the same kind of areas."""
    squares = [squares_found(measurer, one) for one in (before, now)]
    places = [places_of(measurer, one, covered) for one, covered in zip((before, now), squares, strict=True)]
    codes = tuple(sorted({*places[0].codes, *places[1].codes}))
    whole, parts = _gemeenten(measurer, codes)
    was, found = before.judgement.state == FOUND, now.judgement.state == FOUND
    same = len(before) == len(now) and before.areas.name == now.areas.name and before.areas.code == now.areas.code
    years = (before.year, now.year)
    return Against(
        years,
        before.count(FOUND),
        now.count(FOUND),
        int(np.count_nonzero(was & found)) if same and before.areas.level != "clusters" else None,
        (totals_of(measurer, squares[0], years[0]), totals_of(measurer, squares[1], years[1])),
        (totals_of(measurer, whole, years[0]), totals_of(measurer, whole, years[1])),
        (places[0], places[1]),
        codes,
        parts,
    )


def against_columns(found: Against) -> dict[str, list[object]]:
    """A table of two rows and their difference: the year before, the year itself, and the change between them.

    row (then, now, change), year, areas_found, found_both, numbers of gemeenten, wijken and buurten; by kind of count
    its number in the areas found, in classes 1 to 4 and 1 to 3 of these, and in classes 1 to 4 of the same gemeenten.
    """
    first, last = found.within
    columns: dict[str, list[object]] = {
        "row": ["then", "now", "change"],
        "year": [*found.years, None],
        "areas_found": _rows(found.then, found.now),
        "found_both": [found.both, found.both, None],
    }
    for name in ("gemeenten", "wijken", "buurten"):
        columns[f"{name}_count"] = _rows(*(getattr(one, name) for one in found.places))
    for kind in first.all_:
        columns[kind] = _rows(first.all_[kind], last.all_[kind])
        columns[f"{kind}_1_4"] = _rows(first.low[kind], last.low[kind])
        columns[f"{kind}_1_3"] = _rows(first.lowest[kind], last.lowest[kind])
        columns[f"whole_{kind}_1_4"] = _rows(found.whole[0].low[kind], found.whole[1].low[kind])
    return columns


def summary_columns(year: int, count: int, within: Totals, places: FoundPlaces) -> dict[str, list[object]]:
    """The same table of one year alone: one row, without what needs another year."""
    columns: dict[str, list[object]] = {"row": ["now"], "year": [year], "areas_found": [count]}
    for name in ("gemeenten", "wijken", "buurten"):
        columns[f"{name}_count"] = [getattr(places, name)]
    for kind in within.all_:
        columns[kind] = [within.all_[kind]]
        columns[f"{kind}_1_4"], columns[f"{kind}_1_3"] = [within.low[kind]], [within.lowest[kind]]
    return columns


def _rows(then: float | None, now: float | None) -> list[object]:
    return [then, now, None if then is None or now is None else now - then]


def _gemeenten(measurer: Measurer, codes: Sequence[str]) -> tuple[Coverage | None, int]:
    """The squares of gemeenten that are whole in the pack as one area, and how many of them aren't."""
    pack = measurer.pack
    whole = set(codes) & set(whole_gemeenten(pack))
    if not whole or GEMEENTE not in pack.levels:
        return None, len(codes)
    areas = read_level(pack, GEMEENTE)
    outlines = [wkb for code, wkb in zip(areas.code, areas.wkb, strict=True) if code in whole and wkb is not None]
    if not outlines:
        return None, len(codes)
    coverage = measurer.cover(outlines)[1]
    return merged(coverage, range(len(coverage))), len(codes) - len(outlines)
