# SPDX-License-Identifier: GPL-2.0-or-later
"""What a search found as a whole: how many areas, who lives in them, and how many can't be judged and why."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...engine.signals.judge import FOUND, UNKNOWN
from ..measure import Measurer
from .findings import Findings
from .found_totals import Counts, FoundPlaces, Totals, places_of, squares_found, totals_of


@dataclass(frozen=True)
class FoundSummary:
    """Numbers of areas: all, those found, and those that can't be judged, `unscored` of them without a scored square.

    `totals` is how many inhabitants, households and dwellings live in scored squares of the areas found, all and in the
    lowest classes; a place that lies in two areas counts once. `places` says in how many gemeenten they lie.
    """

    areas: int
    found: int
    unknown: int
    unscored: int
    totals: Totals
    places: FoundPlaces

    @property
    def within(self) -> Counts:
        """Those of all classes, by kind of weight."""
        return self.totals.all_


def summarise(measurer: Measurer, findings: Findings) -> FoundSummary:
    """Sum up findings that were made by this measurer."""
    year = findings.figures.years.index(findings.year)
    unknown = findings.judgement.state == UNKNOWN
    unscored = unknown & (findings.figures.squares[:, year] == 0)
    squares = squares_found(measurer, findings)
    return FoundSummary(
        len(findings),
        findings.count(FOUND),
        int(np.count_nonzero(unknown)),
        int(np.count_nonzero(unscored)),
        totals_of(measurer, squares, findings.year),
        places_of(measurer, findings, squares),
    )


def compared(before: Findings, now: Findings) -> tuple[int, int]:
    """Numbers of areas that are found now and weren't, and the other way round, of findings on the same areas."""
    was, found = before.judgement.state == FOUND, now.judgement.state == FOUND
    return int(np.count_nonzero(found & ~was)), int(np.count_nonzero(was & ~found))


def is_same_areas(one: Findings, other: Findings) -> bool:
    """Whether two findings are about the same areas, so that they can be compared one by one."""
    return len(one) == len(other) and one.areas.level == other.areas.level and one.areas.name == other.areas.name
