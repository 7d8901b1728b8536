# SPDX-License-Identifier: GPL-2.0-or-later
"""What an area is compared with: its gemeente, another one, the country, G4, G40 and the others, parts of the country.

The outlines of the gemeenten are covered with the squares of the pack once, by the recipe of the measurer. A group is
the sum of its gemeenten, in which no square counts for more than 1. What the pack hasn't all squares of comes from what
it keeps of the country (`Pack.national`), which was weighed by dwellings at the import. In a pack that neither is the
country nor keeps it, `COUNTRY` stands for all its squares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.aggregation import AreaScores, aggregate
from ...engine.areas.coverage import Coverage
from ...engine.areas.coverings import chosen, everything, merged, stacked
from ...engine.areas.figures import AreaFigures, figures_of
from ...engine.areas.quantiles import Ordered
from ...engine.errors import InputError
from ...engine.model import Names
from ...engine.squares.matrix import NOWHERE
from ...engine.squares.weights import EQUAL
from ...pack.files.progress import Progress, report, silent
from ...pack.official import GEMEENTE, LevelAreas, read_level
from ...pack.official_scores import official_scores
from ...pack.pack import Pack
from ...pack.references.groups import ALL_SQUARES, COUNTRY, REST, Groups, load_groups
from ...pack.references.reference_sets import gemeente_id
from ..measure import Measurer
from ..same_squares import scores_on
from ..whereabouts import GemeentePart, locate, read_ahead

DATA = "data"
"""Id of the reference that is all squares of the pack, where these aren't the country."""
_MOST_ORDERED = 32
"""Distributions that are kept in order: of gemeenten, by theme and year."""


def is_whole_country(pack: Pack) -> bool:
    """Whether the squares of a pack are those of the whole country."""
    return not pack.info.get("selection") and len(pack.info["gemeenten"]) >= load_groups().least_gemeenten


def name_of_all(pack: Pack) -> Names:
    """What all squares of a pack together are, by language: the country only where they are."""
    return load_groups().country if is_whole_country(pack) else ALL_SQUARES


def has_counts(pack: Pack, weight: str) -> bool:
    """Whether a pack has counts of this kind of weight; squares it always has."""
    if weight == EQUAL:
        return True
    return pack.has_counts_of(weight)


@dataclass(frozen=True, eq=False)
class Standing:
    """Where values stand: shares (0-1) of the weight, of this kind, in squares with a lower and with a higher value."""

    lower: NDArray[np.float64]
    higher: NDArray[np.float64]
    weight: str


class References:
    """The references that one measurer can give. `prepare` measures them all; it may run in another thread."""

    def __init__(self, measurer: Measurer) -> None:
        self.measurer = measurer
        self._scores: AreaScores | None = None
        self._on_same: AreaScores | None = None
        self._coverage = Coverage(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0), np.zeros(0))
        self._row: dict[str, int] = {}
        self._located: tuple[bytes | None, tuple[GemeentePart, ...]] | None = None
        self._known: dict[tuple[str, int, bool], AreaFigures] = {}
        self._kept: dict[bool, AreaScores] = {}
        self._ordered: dict[tuple[str, str, int], Ordered] = {}

    @property
    def is_ready(self) -> bool:
        """Whether `prepare` is done."""
        return self._scores is not None

    def prepare(self, progress: Progress = silent) -> References:
        """Measure gemeenten, country and groups in all years; returns itself. PackError when outlines can't be read."""
        if self.is_ready:
            return self
        measurer, pack = self.measurer, self.measurer.pack
        grid, _, matrix = pack.require_squares()
        gemeenten = _whole_gemeenten(pack)
        report(progress, 0.2)
        coverage = measurer.cover_official(gemeenten)
        report(progress, 0.5)
        codes = gemeenten.code
        groups = _merged_rows(pack, codes, load_groups())
        parts = [coverage, *(merged(coverage, rows) for _id, rows in groups), everything(len(grid))]
        whole = stacked(parts)
        scores = aggregate(pack.model, matrix, whole, measurer.weights, measurer.rule)
        report(progress, 1.0)
        names = [*(gemeente_id(code) for code in codes), *(group for group, _rows in groups), COUNTRY]
        self._row = {name: row for row, name in enumerate(names)} | {DATA: len(names) - 1}
        self._coverage = whole
        published = official_scores(pack)
        alone = published.of_codes(GEMEENTE, codes)
        official = [*alone, *(alone[rows[0]] if len(rows) == 1 else None for _id, rows in groups), None]
        self._on_same = published.over(scores_on(measurer, whole, matrix.years).scores, official)
        if pack.national is not None:
            self._kept = {same: pack.national.scores(pack.model, matrix.years, same) for same in (False, True)}
        read_ahead(pack)  # where areas lie is asked next
        self._scores = published.over(scores, official)
        return self

    def squares_of(self, wanted: Sequence[str]) -> Coverage:
        """The squares of references by their ids, after `prepare`; InputError for one that isn't there."""
        lacking = [name for name in wanted if name not in self._row]
        if lacking:
            raise InputError("The data have no {reference} to compare with.", reference=lacking[0])
        return chosen(self._coverage, [self._row[name] for name in wanted])

    def measures(self, reference: str) -> bool:
        """Whether the pack holds all squares of a reference by its id, after `prepare`."""
        return reference in self._row

    def has(self, reference: str) -> bool:
        """Whether there are figures of a reference by its id, after `prepare`."""
        return self.is_ready and (reference in self._row or self._kept_place(reference) is not None)

    def figures(self, reference: str, year: int) -> AreaFigures | None:
        """Figures of a reference by its id, in all years and that one; None before `prepare`, or when there is none."""
        return self._figures(self._scores, reference, year, same=False)

    def figures_on_same(self, reference: str, year: int) -> AreaFigures | None:
        """The same on the squares with a score in all years."""
        return self._figures(self._on_same, reference, year, same=True)

    def _figures(self, scores: AreaScores | None, reference: str, year: int, same: bool) -> AreaFigures | None:
        if scores is None:
            return None
        place = self._kept_place(reference)
        row = self._row.get(reference) if place is None else place
        if row is None:
            return None
        key = (reference, year, same)
        if key not in self._known:
            while len(self._known) >= _MOST_ORDERED:
                del self._known[next(iter(self._known))]
            of = scores if place is None else self._kept[same]
            self._known[key] = figures_of(self.measurer.pack.model, of, row, year)
        return self._known[key]

    def _kept_place(self, reference: str) -> int | None:
        """Place among what the pack keeps of a reference that it can't measure itself."""
        pack = self.measurer.pack
        measured = reference in self._row and (reference != COUNTRY or is_whole_country(pack))
        return None if measured or pack.national is None else pack.national.place(reference)

    def standing(self, reference: str, theme: str, year: int, values: NDArray[np.float64]) -> Standing | None:
        """Where values of a theme (of the total: deviations) stand among the squares of a reference.

        Of one gemeente exactly, where the pack has all its squares; else from the quantiles that it keeps. None before
        `prepare`, and where the squares aren't known.
        """
        pack = self.measurer.pack
        is_one = reference.startswith(gemeente_id(""))
        if not (is_one and reference in self._row) and pack.national is not None:
            shares = pack.national.standing(reference, theme, year, values)
            if shares is not None:
                return Standing(*shares, pack.national.weight)
        if not self.is_ready or reference not in self._row or year not in pack.years:
            return None
        if reference == COUNTRY and not is_whole_country(pack):
            return None
        key = (reference, theme, year)
        if key not in self._ordered:
            while len(self._ordered) >= _MOST_ORDERED:
                del self._ordered[next(iter(self._ordered))]
            self._ordered[key] = ordered_squares(
                self.measurer, chosen(self._coverage, [self._row[reference]]), theme, year
            )
        return Standing(*self._ordered[key].standing(values), self.measurer.weights.kind)

    def gemeenten_of(self, areas: Sequence[bytes | None]) -> list[tuple[GemeentePart, ...]]:
        """For every area (WKB in EPSG:28992) the gemeenten it lies in, its own first; see `whereabouts.locate`.

        Of one area they are remembered until the next: choices, the reference and the rank all ask for them.
        """
        last = self._located
        if len(areas) == 1 and last is not None and last[0] == areas[0]:
            return [last[1]]
        found = [place.gemeenten for place in locate(self.measurer.pack, areas, self.measurer)]
        if len(areas) == 1:
            self._located = areas[0], found[0]
        return found


def ordered_squares(measurer: Measurer, area: Coverage, theme: str, year: int) -> Ordered:
    """Values of a theme (of the total: deviations) of the squares of one area in a year, in order, weighed."""
    _, _, matrix = measurer.pack.require_squares()
    at, themes = matrix.years.index(year), [one.id for one in measurer.pack.model.themes]
    column = int(matrix.place[at, themes.index(theme)])
    if column == NOWHERE:
        return Ordered.of(np.zeros(0), np.zeros(0))
    there = matrix.classes[area.square, at] > 0
    if themes.index(theme):
        with_dimensions = matrix.with_dimensions
        there &= with_dimensions[at] if with_dimensions.ndim == 1 else with_dimensions[area.square, at]
    weight = area.share * measurer.weights.value[area.square]
    return Ordered.of(matrix.values[area.square, column], np.where(there, weight, 0.0))


def _merged_rows(pack: Pack, codes: list[str], groups: Groups) -> list[tuple[str, list[int]]]:
    """Ids of the groups of which the pack has all squares, each with the places of its members in `codes`."""
    found = [
        (group.id, [place for place, code in enumerate(codes) if code in group.codes])
        for group in groups.groups
        if group.codes <= set(codes)
    ]
    if is_whole_country(pack) and len(found) == len(groups.groups):
        grouped = frozenset().union(*(group.codes for group in groups.groups))
        found.append((REST, [place for place, code in enumerate(codes) if code not in grouped]))
    return [(name, rows) for name, rows in found if rows]


def _whole_gemeenten(pack: Pack) -> LevelAreas:
    """The gemeenten with an outline whose squares are all in the pack."""
    whole = {code for code, _name in pack.info["gemeenten"]}  # a margin brings in pieces of the neighbours as well
    areas = read_level(pack, GEMEENTE)
    return areas.where([at for at, code in enumerate(areas.code) if code in whole and areas.wkb[at] is not None])
