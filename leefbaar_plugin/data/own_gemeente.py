# SPDX-License-Identifier: GPL-2.0-or-later
"""The gemeente a square lies in, and the score of every gemeente: what the deviation from the own gemeente needs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..engine.coverage import CENTRE, cover
from ..engine.grid import Grid
from ..engine.rings import decode_polygons
from .geometry import make_valid
from .measure import Measurer
from .official import GEMEENTE, read_level

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
    field = f"{theme_id}_{year}"
    gemeenten = read_level(pack, GEMEENTE, [field])
    gemeenten = gemeenten.where([at for at, wkb in enumerate(gemeenten.wkb) if wkb is not None])
    codes = gemeenten.code
    outlines = [wkb for wkb in gemeenten.wkb if wkb is not None]
    values = gemeenten.values[field].tolist()
    lacking = [at for at, value in enumerate(values) if value != value]
    whole = {code for code, _name in pack.info["gemeenten"]}  # of the others, only a margin is there
    lacking = [at for at in lacking if codes[at] in whole]
    if lacking:
        valid = make_valid([outlines[at] for at in lacking], measurer.recipe.fill_rule)
        scores = measurer.measure(valid.wkb, (year,)).scores
        dimensions = [theme.id for theme in pack.model.dimensions]
        of_total = theme_id == pack.model.total.id
        mean = scores.total[:, 0] if of_total else scores.dimensions[:, 0, dimensions.index(theme_id)]
        for at, value in zip(lacking, mean.tolist(), strict=True):
            values[at] = value
    return codes, outlines, values
