# SPDX-License-Identifier: GPL-2.0-or-later
"""An own figure beside the Leefbaarometer: mean and spread per class of liveability, low-low and low-high per gemeente.

Letters of 31 March 2020, 25 May 2023 and 2026 (school advice, green and heat per class; SES-WOA low-low and low-high).
An association, no cause.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from ...engine.choices import CautionLimits
from ..cautions import few_columns, together
from ..relations.relations import TableRelation

LOW_LOW, LOW_HIGH, HIGH_LOW, HIGH_HIGH = 1, 2, 3, 4
"""Quadrants of the cross-table, the score first."""
Columns = dict[str, list[Any]]


def figure_by_class(found: TableRelation, language: str, limits: CautionLimits | None = None) -> Columns:
    """A row per class of the score that has areas: class, class_name, areas, weight_sum (areas without a weight), mean
    and spread of the figure (by weight where there is one; spread is None for one area), low and high (its extremes);
    and few, low_coverage and warning by the dwellings of these areas together.
    """
    used = found.relation.used & (found.classes > 0)
    weight = np.ones(len(used)) if found.weight is None else np.nan_to_num(found.weight)
    names = "class class_name areas weight_sum mean spread low high".split()
    columns: Columns = {name: [] for name in names}
    groups = []
    for number in sorted(set(found.classes[used].tolist())):
        rows = used & (found.classes == number)
        groups.append(np.flatnonzero(rows).tolist())
        value, share = found.value[rows], weight[rows] / weight[rows].sum()
        mean = float((value * share).sum())
        spread = float(np.sqrt(((value - mean) ** 2 * share).sum())) if len(value) > 1 else None
        name = found.model.total_classification.name(int(number), language)
        row = (
            int(number),
            name,
            len(value),
            float(weight[rows].sum()),
            mean,
            spread,
            float(value.min()),
            float(value.max()),
        )
        for column, one in zip(columns.values(), row, strict=True):
            column.append(one)
    return columns | _told_of(found, groups, language, limits)


def _told_of(found: TableRelation, groups: list[list[int]], language: str, limits: CautionLimits | None) -> Columns:
    """Columns few, low_coverage and warning of areas put together."""
    told = [together(found.told[at] for at in rows) for rows in groups]
    return dict(few_columns([replace(one, bare=0) for one in told], limits or CautionLimits(), language))


def quadrants_by_gemeente(
    found: TableRelation, names: Mapping[str, str], language: str = "en", limits: CautionLimits | None = None
) -> Columns:
    """A row per gemeente with areas in the cross-table (`names` by code): code, name, areas, and the parts (0-1) of its
    areas (by weight where there is one) with a low score and a low figure, low and high, high and low, high and high.
    """
    quadrant, codes = found.relation.quadrant, np.array(found.areas.gemeente)
    weight = np.ones(len(codes)) if found.weight is None else np.nan_to_num(found.weight)
    there = quadrant > 0
    columns: Columns = {name: [] for name in "code name areas low_low low_high high_low high_high".split()}
    groups = []
    for code in sorted(set(codes[there].tolist()) - {""}):
        rows = there & (codes == code)
        groups.append(np.flatnonzero(rows).tolist())
        sums = np.bincount(quadrant[rows], weight[rows], HIGH_HIGH + 1)[LOW_LOW:]
        parts = (sums / sums.sum()).tolist() if sums.sum() > 0 else [None] * HIGH_HIGH
        for column, one in zip(columns.values(), (code, names.get(code, code), int(rows.sum()), *parts), strict=True):
            column.append(one)
    return columns | _told_of(found, groups, language, limits)
