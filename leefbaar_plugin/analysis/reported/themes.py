# SPDX-License-Identifier: GPL-2.0-or-later
"""Dimension against dimension, in one year and in their change: correlations over the buurten of the pack.

Letters of 31 March 2020 and 2026. Every buurt counts as one, as in the letters; an association, no cause.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np

from ...engine.areas.published import themes_of
from ...engine.relations.correlation import pearson, spearman
from ...pack.official import read_level
from ...pack.parts import whole_areas
from ..measure import Measurer, level_scores

BUURT = "buurt"
LEVEL, CHANGE = "level", "change"


def theme_columns(measurer: Measurer, since: int, until: int) -> dict[str, list[Any]]:
    """A row per pair of themes, of their level in `until` and of their change since `since` (kind level and change):
    theme, other, pearson and spearman, areas; None for what can't be told.
    """
    pack = measurer.pack
    years = (pack.require_year(since), pack.require_year(until))
    areas = whole_areas(pack, read_level(pack, BUURT))[0]
    scores = level_scores(pack, areas, tuple(sorted(set(years))), measurer)
    left_out = ~scores.is_published & scores.is_published.any(axis=0)  # too small for a score of their own
    values = np.where(left_out[..., None], np.nan, themes_of(scores))
    last = values[:, -1]
    ids = [theme.id for theme in pack.model.themes]
    columns: dict[str, list[Any]] = {name: [] for name in "kind since until theme other pearson spearman areas".split()}
    for kind, figures in ((LEVEL, last), (CHANGE, last - values[:, 0])):
        for one, other in combinations(range(len(ids)), 2):
            both = ~np.isnan(figures[:, one]) & ~np.isnan(figures[:, other])
            x, y = figures[both, one], figures[both, other]
            first = years[0] if kind == CHANGE else None
            row = (kind, first, years[1], ids[one], ids[other], _value(pearson(x, y)), _value(spearman(x, y)), len(x))
            for column, value in zip(columns.values(), row, strict=True):
                column.append(value)
    return columns


def _value(found: Any) -> float | None:
    return float(found.value) if np.isfinite(found.value) else None
