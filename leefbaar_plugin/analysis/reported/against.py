# SPDX-License-Identifier: GPL-2.0-or-later
"""Shares of dwellings where a dimension counts against liveability, of a set of areas and of the reference itself.

Letter of 2026: housing stock 8.17 % in the programme areas, 1.36 % in the country. The class limit is inferred: class 3
of the nine on the deviation, or lower.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ...engine.areas.coverage import Coverage
from ...engine.model import in_language
from ...engine.signals.square_conditions import SquareCondition, mask_of
from ...engine.squares.weights import DWELLINGS
from ...pack.references.groups import ALL_SQUARES, load_groups
from ..cautions import BARE
from ..measure import Measurer
from ..references.references import is_whole_country
from ..signals.shares import CountryShares
from ..signals.square_clusters import square_scores

HIGHEST = 3
"""Inferred: the letter's figures can't be of a contribution below 0."""


def against_columns(
    measurer: Measurer, coverage: Coverage, year: int, language: str, highest: int = HIGHEST
) -> dict[str, list[Any]]:
    """A row per dimension: share (0-1) of the dwellings of one area in squares of class `highest` or lower, the same of
    the reference and what that is, the first divided by the second, and how many scored squares of the area lack the
    dimension (without_dimensions), which count in neither. InputError for a year without dimensions.
    """
    pack, weight = measurer.pack, measurer.weights
    squares = square_scores(pack, year)
    kept = CountryShares(pack, year)
    inside = coverage.share * weight.value[coverage.square]
    columns: dict[str, list[Any]] = {name: [] for name in ("dimension", "highest", "share", "reference_share", "ratio")}
    names, bare = [], []
    matrix = pack.require_squares()[2]
    scored = matrix.classes[coverage.square, matrix.years.index(year)] > 0
    for theme in pack.model.dimensions:
        condition = SquareCondition("dimension", {"dimension": theme.id, "highest": highest})
        met, known = mask_of(squares, condition)
        own = _share(inside[met[coverage.square]].sum(), inside[known[coverage.square]].sum())
        country = kept.of(condition, weight.kind)
        everywhere = country if country is not None else _share(weight.value[met].sum(), weight.value[known].sum())
        of_country = country is not None or is_whole_country(pack)
        names.append(load_groups().country if of_country else ALL_SQUARES)
        bare.append(int((scored & ~known[coverage.square]).sum()))
        row = (theme.id, highest, own, everywhere, own / everywhere if own is not None and everywhere else None)
        for column, value in zip(columns.values(), row, strict=True):
            column.append(value)
    columns["reference_name"] = [in_language(one, language) for one in names]
    columns["year"] = [year] * len(names)
    columns["weight"] = [weight.kind if weight.kind else DWELLINGS] * len(names)
    columns[BARE] = bare
    return columns


def _share(part: float | np.floating, whole: float | np.floating) -> float | None:
    return float(part / whole) if whole > 0 else None
