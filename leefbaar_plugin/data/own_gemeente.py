# SPDX-License-Identifier: GPL-2.0-or-later
"""The gemeente a square lies in, and the score of every gemeente: what the deviation from the own gemeente needs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..engine.aggregation import AreaScores
from ..engine.coverage import CENTRE, cover
from ..engine.grid import Grid
from ..engine.rings import decode_polygons
from .measure import Measurer, level_scores
from .official import GEMEENTE, read_level
from .pack import Pack

GEMEENTE_FIELD = "gemeente"
"""Field of the squares of a pack that holds the code of their gemeente."""
NOWHERE = -1


def gemeente_of_squares(grid: Grid, outlines: Sequence[bytes]) -> NDArray[np.int32]:
    """Place in `outlines` (WKB, EPSG:28992) of the gemeente that has the centre of every square, `NOWHERE` for none."""
    coverage = cover(grid, decode_polygons(outlines), CENTRE)
    found = np.full(len(grid), NOWHERE, np.int32)
    found[coverage.square] = np.repeat(np.arange(len(coverage), dtype=np.int32), np.diff(coverage.offset))
    return found


def codes_of_squares(grid: Grid, codes: Sequence[str], outlines: Sequence[bytes]) -> list[str]:
    """Code of the gemeente of every square; "" for none."""
    names = [*codes, ""]
    return [names[place] for place in gemeente_of_squares(grid, outlines).tolist()]


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
