# SPDX-License-Identifier: GPL-2.0-or-later
"""Means and changes of every dimension of groups of gemeenten, and each group's part in the change of all of them.

Letters of 31 March 2020, 14 April 2022 and 2026. Changes are those of the squares with a score in both years, so that
the parts of the groups of a partition add up to the change of the whole.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ...engine.areas.coverings import everything
from ...engine.model import in_language
from ..cautions import Caution
from ..change.development import covered_development, require_period
from ..groups.group_figures import CoveredGroups
from ..references.references import name_of_all


def dimension_columns(covered: CoveredGroups, since: int, until: int, language: str) -> dict[str, list[Any]]:
    """A row per group and theme: mean_since, mean_until (over the squares of each year), change, weight_sum (in both
    years), part_of_change (what the group adds to the change of all squares of the pack) and part_share (of that
    change, 0-1; None where it is 0). InputError for two years that aren't one before the other, PackError for an
    absent one.
    """
    measurer = covered.measurer
    pack = measurer.pack
    require_period(pack, since, until)
    change = covered_development(measurer, covered.coverage, since, until)
    whole = covered_development(measurer, everything(len(pack.require_squares()[0])), since, until)
    scores = measurer.scores(covered.coverage, (since, until))
    themes = [pack.model.total, *pack.model.dimensions]
    own, all_ = (
        np.column_stack([one.change.total, one.change.contributions]) for one in (change, whole)
    )  # [groups, themes]
    means = np.concatenate([scores.total[..., None], scores.dimensions], axis=-1)
    names = "group group_name theme since until mean_since mean_until change".split()
    names += ["weight_sum", "part_of_change", "part_share", "weight", "reference_name"]
    everywhere = in_language(name_of_all(pack), language)
    columns: dict[str, list[Any]] = {name: [] for name in names}
    for row, group in enumerate(covered.groups):
        size = float(change.weight_sum[row]) / float(whole.weight_sum[0])
        for place, theme in enumerate(themes):
            part, moved = size * own[row, place], all_[0, place]
            values = (
                group.id,
                in_language(group.name, language),
                theme.id,
                since,
                until,
                _known(means[row, 0, place]),
                _known(means[row, 1, place]),
                _known(own[row, place]),
                float(change.weight_sum[row]),
                _known(part),
                _known(part / moved) if moved else None,
                change.weight,
                everywhere,
            )
            for column, value in zip(columns.values(), values, strict=True):
                column.append(value)
    return columns


def cautions_of_dimensions(covered: CoveredGroups, since: int, until: int) -> list[Caution]:
    """What has to be told of every row of `dimension_columns`: of the squares with a score in both years."""
    change = covered_development(covered.measurer, covered.coverage, since, until)
    found = []
    for row in range(len(covered.groups)):
        part = float("nan") if change.covered is None else float(change.covered[row])
        told = Caution(
            int(change.squares[row]),
            float(change.weight_sum[row]),
            change.weight,
            None if part != part else part,
            not np.isnan(change.change.total[row]),
            0 if change.bare is None else int(change.bare[row]),
        )
        found += [told] * (1 + len(covered.measurer.pack.model.dimensions))
    return found


def _known(value: float | np.floating) -> float | None:
    return None if np.isnan(value) else float(value)
