# SPDX-License-Identifier: GPL-2.0-or-later
"""Monitor: a fixed set of areas over the years, each against its gemeente and the country, and the set as a whole."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..areas.aggregation import AreaScores
from ..areas.pressure import share_up_to, under_pressure
from ..areas.published import changes_since
from ..model import ScoreModel

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
NO_CITY = -1
_DECIMALS = 9
"""Scores that differ less are equal: sums in another order differ in their last digit."""


@dataclass(frozen=True, eq=False)
class Monitor:
    """Figures of areas in rows, the set as a whole in the last; NaN (0 for class and rank) where there is no value.

    `scores` holds the rows; `city_row` int64 [rows] tells which of the gemeenten is that of a row (`NO_CITY` for none);
    `country` is one area. All float64 [rows, years]: `city_total`, `country_total` (the same in every row),
    `difference_city`, `difference_country` in score units; `city_pressure`, `country_pressure` the part
    (0-1) of the weight in the unfavourable classes. `change` float64 [rows, years, themes] is the total and the
    dimensions minus those in year `base`; `change_class` int8 [rows, years] the class of the change of the total;
    `rank` int64 [rows, years], 1 for the highest total, equal ones share a place, 0 for the set.
    """

    base: int
    scores: AreaScores
    city_row: Integers
    country: AreaScores
    city_total: Floats
    country_total: Floats
    difference_city: Floats
    difference_country: Floats
    city_pressure: Floats
    country_pressure: Floats
    change: Floats
    change_class: NDArray[np.int8]
    rank: Integers

    @property
    def areas(self) -> int:
        """Number of areas; the set as a whole is the row behind them."""
        return len(self.city_row) - 1


def monitor(
    model: ScoreModel, scores: AreaScores, city: AreaScores, city_row: Integers, country: AreaScores, base: int
) -> Monitor:
    """Set areas (the last row is the set as a whole) against their gemeenten and the country, and against a year.

    All measured in the same years and on the same kind of squares; ValueError when `base` isn't among the years.
    """
    first, highest = scores.years.index(base), under_pressure(model)
    city_total, city_pressure = (_of_row(of, city_row) for of in (city.total, share_up_to(city, highest)))
    country_total = np.broadcast_to(country.total, scores.total.shape)
    change = changes_since(scores, first)
    return Monitor(
        base=base,
        scores=scores,
        city_row=city_row,
        country=country,
        city_total=city_total,
        country_total=country_total,
        difference_city=scores.total - city_total,
        difference_country=scores.total - country_total,
        city_pressure=city_pressure,
        country_pressure=np.broadcast_to(share_up_to(country, highest), scores.total.shape),
        change=change,
        change_class=model.development_classification.classify(change[..., 0]),
        rank=_ranks(scores.total),
    )


def _of_row(values: Floats, row: Integers) -> Floats:
    """Values of the gemeente of every row, NaN without one."""
    with_none = np.concatenate((values, np.full((1, values.shape[1]), np.nan)))
    return with_none[row]


def _ranks(total: Floats) -> Integers:
    """Place of every area but the last by its total, from high to low: 1 + the number of areas that are higher."""
    ranks = np.zeros(total.shape, np.int64)
    for year in range(total.shape[1]):
        values = np.round(total[:-1, year], _DECIMALS)
        there = np.flatnonzero(~np.isnan(values))
        ascending = np.sort(values[there])
        ranks[there, year] = 1 + len(there) - np.searchsorted(ascending, values[there], side="right")
    return ranks
