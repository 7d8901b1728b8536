# SPDX-License-Identifier: GPL-2.0-or-later
"""In which gemeente a square lies: the one that has its centre."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..engine.areas.coverage import cover
from ..engine.areas.rings import decode_polygons
from ..engine.choices import CENTRE
from ..engine.squares.grid import Grid

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
