# SPDX-License-Identifier: GPL-2.0-or-later
"""The score of every gemeente: what the deviation from the own gemeente needs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.aggregation import AreaScores
from ...pack.official import GEMEENTE, read_level
from ...pack.pack import Pack
from ...pack.parts import partial_codes
from ...pack.references.reference_sets import gemeente_id
from ..measure import Measurer, level_scores


def gemeente_values(measurer: Measurer, theme_id: str, year: int) -> tuple[list[str], list[bytes], list[float]]:
    """Codes, outlines and the value of a theme in a year of every gemeente with an outline; NaN for none.

    As published where the data hold it; else the weighted mean of the squares, by the recipe of the measurer, where the
    pack has all of them; else what it keeps of the gemeente.
    """
    pack = measurer.pack
    gemeenten = read_level(pack, GEMEENTE)
    gemeenten = gemeenten.where([at for at, wkb in enumerate(gemeenten.wkb) if wkb is not None])
    scores = level_scores(pack, gemeenten, (year,))
    values = _theme(pack, scores, theme_id)
    partial = partial_codes(pack, GEMEENTE)
    lacking = [at for at in np.flatnonzero(~scores.is_published[:, 0]).tolist() if gemeenten.code[at] not in partial]
    if lacking:
        values[lacking] = _theme(pack, level_scores(pack, gemeenten.where(lacking), (year,), measurer), theme_id)
    for at in np.flatnonzero(np.isnan(values)).tolist():
        values[at] = _kept(pack, gemeenten.code[at], theme_id, year)
    return gemeenten.code, [wkb for wkb in gemeenten.wkb if wkb is not None], values.tolist()


def gemeente_value(measurer: Measurer, code: str, theme_id: str, year: int) -> float:
    """The same of one gemeente, also of one that the pack has no outline of; NaN where it isn't known."""
    codes, _outlines, values = gemeente_values(measurer, theme_id, year)
    known = dict(zip(codes, values, strict=True))
    return known[code] if code in known else _kept(measurer.pack, code, theme_id, year)


def _kept(pack: Pack, code: str, theme_id: str, year: int) -> float:
    """What the pack keeps of a gemeente that it hasn't all squares of; NaN for nothing."""
    place = pack.national.place(gemeente_id(code)) if pack.national is not None else None
    if place is None or pack.national is None:
        return float("nan")
    return float(_theme(pack, pack.national.scores(pack.model, (year,)), theme_id)[place])


def _theme(pack: Pack, scores: AreaScores, theme_id: str) -> NDArray[np.float64]:
    """The total or a dimension in the only year of figures: float64 [areas]."""
    if theme_id == pack.model.total.id:
        return scores.total[:, 0].copy()
    return scores.dimensions[:, 0, [theme.id for theme in pack.model.dimensions].index(theme_id)].copy()
