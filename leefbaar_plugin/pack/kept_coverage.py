# SPDX-License-Identifier: GPL-2.0-or-later
"""The squares of every official area, which the import finds and the pack keeps, so that nobody finds them again.

A file per level, in the order of its areas, with the shares of the surface of squares, whatever the rule of other
figures. Packs without these files are fine: there, the squares are found when they're needed.
"""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from ..engine.areas.coverage import Coverage
from .pack import Pack

_ARRAYS = ("offset", "square", "share", "surface")


def coverage_file(level: str) -> str:
    """Name of the file of a pack with the squares of the areas of a level."""
    return f"coverage_{level}.npz"


def write_coverage(folder: Path, level: str, coverage: Coverage) -> None:
    """Write the squares of all areas of a level; OSError when that fails."""
    arrays = {name: getattr(coverage, name) for name in _ARRAYS}
    arrays |= {"square": coverage.square.astype(np.int32), "offset": coverage.offset.astype(np.int64)}
    np.savez(folder / coverage_file(level), **arrays)


def read_coverage(pack: Pack, level: str) -> Coverage | None:
    """The squares of all areas of a level, in their order; None when the pack doesn't keep them.

    PackError when the file can't be read, or holds what can't be of this pack.
    """
    if coverage_file(level) not in pack.info["files"] or pack.grid is None:
        return None
    try:
        with np.load(pack.folder / coverage_file(level), allow_pickle=False) as stored:
            offset, square, share, surface = (stored[name] for name in _ARRAYS)
        areas = pack.info["levels"][level]["areas"]
        if offset.shape != (areas + 1,) or surface.shape != (areas,) or not square.shape == share.shape == offset[-1:]:
            raise ValueError("sizes differ")
        if (
            offset[0]
            or (np.diff(offset) < 0).any()
            or not 0 <= square.min(initial=0) <= square.max(initial=0) < pack.info["squares"]
        ):
            raise ValueError("squares that don't exist")
    except (OSError, EOFError, ValueError, KeyError, TypeError, IndexError, BadZipFile) as problem:
        raise pack.unreadable(problem) from problem
    return Coverage(offset, square.astype(np.int64), share.astype(np.float64), surface.astype(np.float64))
