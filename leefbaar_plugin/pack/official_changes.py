# SPDX-License-Identifier: GPL-2.0-or-later
"""The published change of official areas, as a pack keeps it: an array per level, in the order of the areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..engine.change.development import ChangeCheck, check_changes
from ..engine.model import ScoreModel
from ..engine.squares.scoring import PublishedScores
from .official import fields_of, read_level
from .pack import Pack
from .reading.developments import LevelChanges

Floats = NDArray[np.float64]
ENTRY, CHECK, LOST = "changes", "check", "lost"
"""Entry of pack.json: by level the periods, the number of areas, how they compare with the published scores, and what
the file lacks or was left out.
"""


def save_changes(folder: Path, changes: LevelChanges, stated: Floats) -> dict[str, Any]:
    """Write the change of areas as `LevelChanges.of` gives them; returns the entry of the level."""
    np.save(folder / changes_file(changes.level.id), stated, allow_pickle=False)
    return {"periods": [list(period) for period in changes.periods], "areas": stated.shape[1]}


def compare(
    model: ScoreModel, changes: LevelChanges, stated: Floats, codes: Sequence[str], scores: PublishedScores | None
) -> dict[str, Any]:
    """How published changes compare with the difference of the published scores of the same areas (in this order).

    `stated` are those of the areas `codes`; `farthest` is code, first and last year of the largest difference, None
    without any.
    """
    themes = None
    if scores is not None:
        themes = np.concatenate((scores.total[..., None], scores.contributions), axis=-1)
    return _compared(model, changes.periods, stated, codes, themes, scores.years if scores else ())


def change_checks(pack: Pack) -> dict[str, dict[str, Any]]:
    """The same of all levels of a pack, as its files are now; PackError when they can't be read."""
    found = {}
    for level, about in pack.info.get(ENTRY, {}).items():
        periods = [(int(since), int(until)) for since, until in about["periods"]]
        years, themes = sorted({year for period in periods for year in period}), [one.id for one in pack.model.themes]
        areas = read_level(pack, level, [f"{theme}_{year}" for year in years for theme in themes], outlines=False)
        columns = [[areas.values[f"{theme}_{year}"] for theme in themes] for year in years]
        values = np.array(columns, np.float64).transpose(2, 0, 1)
        stated = np.array([published_changes(pack, level, *period) for period in periods], np.float64)
        found[level] = _compared(pack.model, periods, stated, areas.code, values, years)
    return found


def _compared(
    model: ScoreModel,
    periods: Sequence[tuple[int, int]],
    stated: Floats,
    codes: Sequence[str],
    themes: Floats | None,
    years: Sequence[int],
) -> dict[str, Any]:
    """`stated` is float64 [periods, areas, themes], `themes` the scores, float64 [areas, years, themes]."""
    found, farthest = ChangeCheck(0, 0.0, 0, 0, 0), None
    for (since, until), change in zip(periods, stated, strict=True):  # one by one, which takes little memory
        own = np.full(change.shape, np.nan)
        if themes is not None and since in years and until in years:
            np.subtract(themes[:, years.index(until)], themes[:, years.index(since)], out=own)
        one = check_changes(model, change, own)
        if one.max_difference > found.max_difference:
            off = np.abs(change - own)
            area = int(np.fmax.reduce(off, axis=1, initial=0.0).argmax())
            farthest = [codes[area], since, until]
        found = found.followed_by(one)
    return asdict(found) | {"farthest": farthest}


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
        stored = np.load(pack.folder / changes_file(level), mmap_mode="r", allow_pickle=False)
        if stored.shape != (len(periods), pack.info["levels"][level]["areas"], len(pack.model.themes)):
            raise ValueError("sizes differ")
        values = np.array(stored[periods.index(wanted)], np.float64)
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise pack.unreadable(problem) from problem
    return values if wanted == (since, until) else -values


def change_classes(pack: Pack, level: str, since: int, until: int) -> NDArray[np.int8]:
    """Published class of the change of the total of all areas of a level: int8 [areas], 0 for none.

    PackError when the file can't be read.
    """
    name = change_class_column(since, until)
    if name not in fields_of(pack, level):
        return np.zeros(pack.info["levels"][level]["areas"], np.int8)
    return np.nan_to_num(read_level(pack, level, [name], outlines=False).values[name]).astype(np.int8)


def change_class_column(since: int, until: int) -> str:
    """Name of the column that holds the published class of the change between two years, where a file brings it."""
    return f"class_change_{since}_{until}"


def changes_file(level: str) -> str:
    """Name of the file of a pack with the published changes of a level."""
    return f"changes_{level}.npy"
