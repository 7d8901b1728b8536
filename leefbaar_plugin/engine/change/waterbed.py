# SPDX-License-Identifier: GPL-2.0-or-later
"""Waterbed: did what weighs on an area lessen there while it grew around it, more than it did elsewhere?

Own calculation, which tells of an association and of no cause. In one set of squares with fixed weights W, P(t) is the
weight (dwellings) in squares of the unfavourable classes in year t, and p = P / W its share. For the area A, its rings
together R, and the comparison C (the rest of the gemeente; else the country):

    change    d(t) = P(t) - P(since)                            of A and of R
    expected  e(t) = W * (p_C(t) - p_C(since))                  what it'd be had the share gone as in the comparison
    beyond    b(t) = d(t) - e(t)

With the least number m (setting `smallest_dwellings`) the changes are read from the top, the first that holds:

    small          A or R has less weight than m, or no score, or there is no comparison: nothing can be said
    no_fall        d_A > -m           the area didn't get better, so nothing can have moved out of it
    fall_elsewhere b_A > -m           it did, but not more than the comparison
    no_rise        d_R < m            around it nothing grew
    rise_elsewhere b_R < m            around it it grew, but not more than in the comparison
    fits           otherwise: less in the area and more around it, both beyond the comparison
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..areas.aggregation import AreaScores
from ..areas.pressure import under_pressure, weight_up_to
from ..model import ScoreModel

SMALL, NO_FALL, FALL_ELSEWHERE = "small", "no_fall", "fall_elsewhere"
NO_RISE, RISE_ELSEWHERE, FITS = "no_rise", "rise_elsewhere", "fits"
ASSOCIATIONS = (SMALL, NO_FALL, FALL_ELSEWHERE, NO_RISE, RISE_ELSEWHERE, FITS)
"""What the figures may say, in the order in which it is asked."""
REST, COUNTRY, NOTHING = "rest", "country", ""
COMPARISONS = (NOTHING, REST, COUNTRY)

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Waterbed:
    """Areas with their zones: the area itself, its rings from the inside out, the rest of its gemeente.

    `under` and `weight` are float64 [areas, zones, years]: the weight in the unfavourable classes, and of all scored
    squares; `change` and `expected` likewise, NaN for the year `since` and before it. `rings` are `under`, `weight`,
    `change`, `expected` of the rings together: float64 [4, areas, years]. `comparison` int64 [areas] is a place in
    `COMPARISONS`, `association` int64 [areas, years] one in `ASSOCIATIONS`, -1 up to `since`.
    """

    years: tuple[int, ...]
    since: int
    smallest: float
    under: Floats
    weight: Floats
    change: Floats
    expected: Floats
    rings: Floats
    comparison: NDArray[np.int64]
    association: NDArray[np.int64]


def waterbed(
    model: ScoreModel, zones: AreaScores, country: AreaScores, rings: int, since: int, smallest: float
) -> Waterbed:
    """Read the changes of areas and their surroundings.

    `zones` holds for every area one after the other: itself, its `rings` rings, the rest of its gemeente (an empty
    area where there is none); `country` is one area. Both on the same squares in all years. `smallest` is the least
    weight that says something. ValueError when `since` isn't among the years.
    """
    years, first = zones.years, zones.years.index(since)
    shape = (-1, rings + 2, len(years))
    highest = under_pressure(model)
    weight = zones.weight_sum.reshape(shape)
    under = weight_up_to(zones, highest).reshape(shape)
    change = _since(under, first)
    comparison, gone = _comparison(weight, under, country, highest, first, smallest)
    expected = weight * gone[:, None, :]
    expected[..., : first + 1] = np.nan
    figures = np.stack((under, weight, change, expected))
    # a ring without scored squares adds nothing, and doesn't undo the others
    together = np.where(weight > 0, figures, 0.0)[:, :, 1:-1].sum(axis=2)
    association = _read(figures[:, :, 0], together, first, smallest)
    return Waterbed(years, since, smallest, under, weight, change, expected, together, comparison, association)


def _since(values: Floats, first: int) -> Floats:
    """Change since a year, NaN up to that year."""
    change = values - values[..., first : first + 1]
    change[..., : first + 1] = np.nan
    return change


def _comparison(
    weight: Floats, under: Floats, country: AreaScores, highest: int, first: int, smallest: float
) -> tuple[NDArray[np.int64], Floats]:
    """Which comparison holds for every area, and the change of its share: int64 [areas], float64 [areas, years]."""
    least = max(smallest, float(np.finfo(np.float64).tiny))
    enough = (weight[:, -1] >= least).all(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        of_rest = under[:, -1] / weight[:, -1]
        of_country = (weight_up_to(country, highest) / country.weight_sum)[0]
    there = bool((country.weight_sum[0] >= least).all())
    share = np.where(enough[:, None], of_rest, of_country if there else np.nan)
    chosen = np.where(enough, COMPARISONS.index(REST), COMPARISONS.index(COUNTRY if there else NOTHING))
    return chosen, share - share[:, first : first + 1]


def _read(area: Floats, rings: Floats, first: int, smallest: float) -> NDArray[np.int64]:
    """What the figures say: `area` and `rings` are float64 [under, weight, change, expected; areas, years]."""
    (_, weight_area, change_area, expected_area), (_, weight_rings, change_rings, expected_rings) = area, rings
    with np.errstate(invalid="ignore"):
        beyond_area, beyond_rings = change_area - expected_area, change_rings - expected_rings
        known = np.isfinite(beyond_area) & np.isfinite(beyond_rings)
        small = ~known | (weight_area < smallest) | (weight_rings < smallest) | (weight_rings <= 0)
        asked = (
            small,
            ~_fell(change_area, smallest),
            ~_fell(beyond_area, smallest),
            ~_fell(-change_rings, smallest),
            ~_fell(-beyond_rings, smallest),
        )
    found = np.full(change_area.shape, ASSOCIATIONS.index(FITS))
    for place in reversed(range(len(asked))):
        found[asked[place]] = place
    found[:, : first + 1] = -1
    return found


def _fell(change: Floats, smallest: float) -> NDArray[np.bool_]:
    """Whether something became less by the least number that counts; a change of nothing never does."""
    return (change <= -smallest) & (change < 0)
