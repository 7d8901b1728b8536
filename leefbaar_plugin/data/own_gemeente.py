# SPDX-License-Identifier: GPL-2.0-or-later
"""The score of every gemeente: what the deviation from the own gemeente needs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..engine.aggregation import AreaScores
from .measure import Measurer, level_scores
from .official import GEMEENTE, read_level
from .pack import Pack


def gemeente_values(measurer: Measurer, theme_id: str, year: int) -> tuple[list[str], list[bytes], list[float]]:
    """Codes, outlines and the value of a theme in a year of every gemeente; NaN for none.

    As published where the data hold it; else the weighted mean of the squares, by the recipe of the measurer.
    """
    pack = measurer.pack
    gemeenten = read_level(pack, GEMEENTE)
    gemeenten = gemeenten.where([at for at, wkb in enumerate(gemeenten.wkb) if wkb is not None])
    scores = level_scores(pack, gemeenten, (year,))
    lacking = np.flatnonzero(~scores.is_published[:, 0]).tolist()
    values = _theme(pack, scores, theme_id)
    if lacking:
        values[lacking] = _theme(pack, level_scores(pack, gemeenten.where(lacking), (year,), measurer), theme_id)
    return gemeenten.code, [wkb for wkb in gemeenten.wkb if wkb is not None], values.tolist()


def _theme(pack: Pack, scores: AreaScores, theme_id: str) -> NDArray[np.float64]:
    """The total or a dimension in the only year of figures: float64 [areas]."""
    if theme_id == pack.model.total.id:
        return scores.total[:, 0].copy()
    return scores.dimensions[:, 0, [theme.id for theme in pack.model.dimensions].index(theme_id)].copy()
