# SPDX-License-Identifier: GPL-2.0-or-later
"""What a search found as a whole: how many areas, who lives in them, and how many can't be judged and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ...engine.coverage import Coverage
from ...engine.signals import FOUND, UNKNOWN
from ...engine.weights import DWELLINGS, HOUSEHOLDS, INHABITANTS, weigh
from ..comparison import union_of
from ..measure import Measurer
from ..references import has_counts
from .findings import Findings
from .square_clusters import AREAS

COUNTED = (INHABITANTS, HOUSEHOLDS, DWELLINGS)


@dataclass(frozen=True)
class FoundSummary:
    """Numbers of areas: all, those found, and those that can't be judged, `unscored` of them without a scored square.

    `within` is how many inhabitants, households and dwellings live in scored squares of the areas found, by kind of
    weight, only kinds that the pack has counts of; a place that lies in two areas counts once.
    """

    areas: int
    found: int
    unknown: int
    unscored: int
    within: Mapping[str, float]


def summarise(measurer: Measurer, findings: Findings) -> FoundSummary:
    """Sum up findings that were made by this measurer."""
    year = findings.figures.years.index(findings.year)
    unknown = findings.judgement.state == UNKNOWN
    unscored = unknown & (findings.figures.squares[:, year] == 0)
    return FoundSummary(
        len(findings),
        findings.count(FOUND),
        int(np.count_nonzero(unknown)),
        int(np.count_nonzero(unscored)),
        _within(measurer, findings),
    )


def compared(before: Findings, now: Findings) -> tuple[int, int]:
    """Numbers of areas that are found now and weren't, and the other way round, of findings on the same areas."""
    was, found = before.judgement.state == FOUND, now.judgement.state == FOUND
    return int(np.count_nonzero(found & ~was)), int(np.count_nonzero(was & ~found))


def is_same_areas(one: Findings, other: Findings) -> bool:
    """Whether two findings are about the same areas, so that they can be compared one by one."""
    return len(one) == len(other) and one.areas.level == other.areas.level and one.areas.name == other.areas.name


def _within(measurer: Measurer, findings: Findings) -> dict[str, float]:
    pack = measurer.pack
    kinds = [kind for kind in COUNTED if has_counts(pack, kind)]
    outlines = [findings.areas.wkb[place] for place in findings.places(FOUND)]
    if not kinds or not outlines:
        return dict.fromkeys(kinds, 0.0)
    if findings.areas.level == AREAS:  # only these can overlap
        outlines = [union_of(outlines, measurer.recipe.fill_rule)]
    coverage: Coverage = measurer.cover(outlines)[1]
    grid, _published, matrix = pack.require_squares()
    scored = matrix.classes[:, matrix.years.index(findings.year)] > 0
    inside = coverage.share * scored[coverage.square]
    weights = {kind: weigh(pack.counts, len(grid), kind, measurer.recipe.imputation) for kind in kinds}
    return {kind: float((inside * weight.value[coverage.square]).sum()) for kind, weight in weights.items()}
