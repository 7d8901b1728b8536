# SPDX-License-Identifier: GPL-2.0-or-later
"""The published change of official areas, as a pack keeps it: an array per level, in the order of the areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..engine.development import check_changes
from ..engine.model import ScoreModel
from ..engine.scoring import PublishedScores
from .pack import Pack
from .reading.developments import LevelChanges

ENTRY = "changes"
"""Entry of pack.json: by level the periods, the number of areas, and how they compare with the published scores."""


def save_changes(folder: Path, changes: LevelChanges, codes: Sequence[str]) -> dict[str, Any]:
    """Write the change of the areas `codes`, in that order; returns the entry of the level."""
    np.save(_path(folder, changes.level.id), changes.of(codes), allow_pickle=False)
    return {"periods": [list(period) for period in changes.periods], "areas": len(codes)}


def compare(
    model: ScoreModel, changes: LevelChanges, codes: Sequence[str], scores: PublishedScores | None
) -> dict[str, Any]:
    """How published changes compare with the difference of the published scores of the same areas (in this order)."""
    stated = changes.of(codes)
    own = np.full(stated.shape, np.nan)
    if scores is not None:
        themes = np.concatenate((scores.total[..., None], scores.contributions), axis=-1)
        for number, (since, until) in enumerate(changes.periods):
            if since in scores.years and until in scores.years:
                own[number] = themes[:, scores.years.index(until)] - themes[:, scores.years.index(since)]
    return asdict(check_changes(model, stated, own))


def published_changes(pack: Pack, level: str, since: int, until: int) -> NDArray[np.float64] | None:
    """Published change of all areas of a level between two years: float64 [areas, themes], NaN for none.

    None when the pack has none for this period. PackError when the file can't be read or isn't of its size.
    """
    about = pack.info.get(ENTRY, {}).get(level)
    if about is None:
        return None
    try:
        periods = [tuple(period) for period in about["periods"]]
        wanted = (since, until) if (since, until) in periods else (until, since)
        if wanted not in periods:
            return None
        stored = np.load(_path(pack.folder, level), mmap_mode="r", allow_pickle=False)
        if stored.shape != (len(periods), pack.info["levels"][level]["areas"], len(pack.model.themes)):
            raise ValueError("sizes differ")
        values = np.array(stored[periods.index(wanted)], np.float64)
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise pack.unreadable(problem) from problem
    return values if wanted == (since, until) else -values


def _path(folder: Path, level: str) -> Path:
    return folder / f"changes_{level}.npy"
