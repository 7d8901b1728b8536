# SPDX-License-Identifier: GPL-2.0-or-later
"""What an area is compared with: its gemeente, the country, G4, G40 and the others, from the same squares as the area.

The outlines of the gemeenten are covered with the squares of the pack once, by the recipe of the measurer. A group is
the sum of its gemeenten, in which no square counts for more than 1; the country is all squares of the pack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..engine.aggregation import AreaScores, aggregate
from ..engine.coverage import Coverage, cover
from ..engine.coverings import chosen, everything, merged, stacked
from ..engine.errors import InputError
from ..engine.figures import AreaFigures, figures_of
from ..engine.model import Names
from ..engine.rings import decode_polygons
from ..engine.weights import EQUAL
from .geometry import make_valid
from .groups import COUNTRY, REST, Groups, load_groups
from .measure import Measurer
from .official import GEMEENTE, LevelAreas, read_level
from .official_scores import official_scores
from .pack import Pack
from .progress import Progress, report, silent
from .same_squares import scores_on
from .whereabouts import GemeentePart, locate


@dataclass(frozen=True)
class Option:
    """A reference that a pack can give or not: the pack holds `present` of its `members` gemeenten.

    `members` is 0 where no number says what is lacking (the country, and the gemeenten outside the groups).
    """

    id: str
    name: Names
    note: Names
    present: int
    members: int
    available: bool


def is_whole_country(pack: Pack) -> bool:
    """Whether the squares of a pack are those of the whole country."""
    return not pack.info.get("selection") and len(pack.info["gemeenten"]) >= load_groups().least_gemeenten


def has_counts(pack: Pack, weight: str) -> bool:
    """Whether a pack has counts of this kind of weight; squares it always has."""
    if weight == EQUAL:
        return True
    return pack.counts is not None and not bool(np.isnan(pack.counts.of(weight)).all())


def options(pack: Pack) -> tuple[Option, ...]:
    """Country, groups and the other gemeenten, and whether the pack can give them; quick, nothing is measured."""
    groups = load_groups()
    there = {code for code, _name in pack.info["gemeenten"]} if GEMEENTE in pack.levels else set()
    country = Option(COUNTRY, groups.country, {"en": ""}, len(pack.info["gemeenten"]), 0, True)
    found = [country]
    for group in groups.groups:
        present = len(group.codes & there)
        found.append(Option(group.id, group.name, group.note, present, len(group.codes), present == len(group.codes)))
    others = there - frozenset().union(*(group.codes for group in groups.groups))
    all_there = is_whole_country(pack) and all(option.available for option in found)
    rest = Option(REST, groups.rest, groups.rest_note, len(others), 0, all_there and bool(others))
    return (*found, rest)


class References:
    """The references that one measurer can give. `prepare` measures them all; it may run in another thread."""

    def __init__(self, measurer: Measurer) -> None:
        self.measurer = measurer
        self._scores: AreaScores | None = None
        self._on_same: AreaScores | None = None
        self._coverage = Coverage(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0), np.zeros(0))
        self._row: dict[str, int] = {}

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
        valid = make_valid(gemeenten.wkb, measurer.recipe.fill_rule)
        coverage = cover(grid, decode_polygons(valid.wkb), measurer.recipe.rule)
        report(progress, 0.5)
        codes = gemeenten.code
        groups = _merged_rows(pack, codes, load_groups())
        parts = [coverage, *(merged(coverage, rows) for _id, rows in groups), everything(len(grid))]
        whole = stacked(parts)
        scores = aggregate(pack.model, matrix, whole, measurer.weights, measurer.recipe.rule)
        report(progress, 1.0)
        names = [*(gemeente_id(code) for code in codes), *(group for group, _rows in groups), COUNTRY]
        self._row = {name: row for row, name in enumerate(names)}
        self._coverage = whole
        published = official_scores(pack)
        alone = published.of_codes(GEMEENTE, codes)
        official = [*alone, *(alone[rows[0]] if len(rows) == 1 else None for _id, rows in groups), None]
        self._on_same = published.over(scores_on(measurer, whole, matrix.years).scores, official)
        self._scores = published.over(scores, official)
        return self

    def squares_of(self, wanted: Sequence[str]) -> Coverage:
        """The squares of references by their ids, after `prepare`; InputError for one that isn't there."""
        lacking = [name for name in wanted if name not in self._row]
        if lacking:
            raise InputError("The data have no {reference} to compare with.", reference=lacking[0])
        return chosen(self._coverage, [self._row[name] for name in wanted])

    def figures(self, reference: str, year: int) -> AreaFigures | None:
        """Figures of a reference by its id, in all years and that one; None before `prepare`, or when there is none."""
        if self._scores is None or reference not in self._row:
            return None
        return figures_of(self.measurer.pack.model, self._scores, self._row[reference], year)

    def figures_on_same(self, reference: str, year: int) -> AreaFigures | None:
        """The same on the squares with a score in all years."""
        if self._on_same is None or reference not in self._row:
            return None
        return figures_of(self.measurer.pack.model, self._on_same, self._row[reference], year)

    def has(self, reference: str) -> bool:
        """Whether there are figures of a reference by its id, after `prepare`."""
        return reference in self._row

    def gemeenten_of(self, areas: Sequence[bytes | None]) -> list[tuple[GemeentePart, ...]]:
        """For every area (WKB in EPSG:28992) the gemeenten it lies in, its own first; see `whereabouts.locate`."""
        return [place.gemeenten for place in locate(self.measurer.pack, areas, self.measurer)]


def gemeente_id(code: str) -> str:
    """Id of the reference that is the gemeente with this code."""
    return f"{GEMEENTE}:{code}"


def _merged_rows(pack: Pack, codes: list[str], groups: Groups) -> list[tuple[str, list[int]]]:
    """Ids of the groups the pack can give, each with the places of its members in `codes`."""
    available = {option.id for option in options(pack) if option.available}
    grouped = frozenset().union(*(group.codes for group in groups.groups))
    found = [
        (group.id, [place for place, code in enumerate(codes) if code in group.codes])
        for group in groups.groups
        if group.id in available
    ]
    if REST in available:
        found.append((REST, [place for place, code in enumerate(codes) if code not in grouped]))
    return [(name, rows) for name, rows in found if rows]


def _whole_gemeenten(pack: Pack) -> LevelAreas:
    """The gemeenten with an outline whose squares are all in the pack."""
    whole = {code for code, _name in pack.info["gemeenten"]}  # a margin brings in pieces of the neighbours as well
    areas = read_level(pack, GEMEENTE)
    return areas.where([at for at, code in enumerate(areas.code) if code in whole and areas.wkb[at] is not None])
