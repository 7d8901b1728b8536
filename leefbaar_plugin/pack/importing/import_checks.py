# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import finds: recomputed scores beside the published ones of every level, and squares beside areas.

All of it goes into pack.json, under `checks` (by level), `fit` (by level, see `weight_fit`), `changes` (by level, see
`official_changes`) and `remarks`; `outlined` is the number of squares in the file of their outlines. `overview` reads
it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ...engine.model import ScoreModel
from ...engine.plausible import Tolerance
from ...engine.squares.grid import encode_square_ids
from ...engine.squares.scoring import PublishedScores, Scores, check, farthest, recompute
from ..arrays import load_arrays
from ..files.resources import load_model
from ..official_changes import CHECK as CHANGE_CHECK
from ..official_changes import ENTRY as CHANGES
from ..pack import Pack
from ..reading.scores import GRID, LevelScores, SquareScores
from .weight_fit import fit_entries, weight_fits

CHECKS, FIT, REMARKS, OUTLINED = "checks", "fit", "remarks", "outlined"


@dataclass(frozen=True)
class ImportOverview:
    """The check of an import over all levels, as the outputs of the algorithm have it.

    `max_difference` is in score units; `refused_rows` are rows of the files that hold no score and were left out;
    `above` are the levels of which the check is beyond the tolerance of the model, `changes_above` those of which the
    published change is, `mixed` those of which a dimension is another one than that of the squares.
    """

    max_difference: float
    class_differences: int
    not_adding_up: int
    refused_rows: int
    above: tuple[str, ...]
    changes_above: tuple[str, ...] = ()
    mixed: tuple[str, ...] = ()

    @property
    def needs_word(self) -> bool:
        """Whether the user is asked before the pack is opened."""
        return bool(self.above or self.changes_above or self.mixed)


def level_check(level: LevelScores, model: ScoreModel) -> dict[str, Any]:
    """Entry of pack.json for the areas of a level."""
    scores = recompute(model, level.scores)
    return _entry(model, scores, level.scores, level.without_score, lambda at: level.code[at])


def squares_check(squares: SquareScores, model: ScoreModel, scores: Scores) -> dict[str, Any]:
    """The same for squares, of which the recomputed scores are known."""

    def code(at: int) -> str:
        return encode_square_ids(squares.column[at : at + 1], squares.row[at : at + 1])[0]

    return _entry(model, scores, squares.scores, squares.without_score, code)


def staged_fit(staging: Path, info: Mapping[str, Any]) -> dict[str, Any]:
    """Entry `fit` of pack.json for a pack of which all other files are written in a folder."""
    model = load_model(info["model"])
    about = {**info, "files": sorted(path.name for path in staging.iterdir())}
    if not info["squares"]:
        return {}
    arrays = load_arrays(staging, about, len(model.dimensions), in_memory=False)
    pack = Pack(staging, about, model, arrays.grid, arrays.published, arrays.matrix, arrays.counts)
    return fit_entries(weight_fits(pack))


def overview(info: Mapping[str, Any]) -> ImportOverview:
    """The check of an import over all levels; a pack of before it was kept has that of its squares, if any."""
    checks = checks_of(info)
    tolerance = load_model(info["model"]).tolerance
    return ImportOverview(
        max((float(one["max_difference"]) for one in checks.values()), default=0.0),
        sum(int(one["class_differences"]) for one in checks.values()),
        sum(int(one["not_adding_up"]) for one in checks.values()),
        sum(int(one.get("without_score", 0)) for one in checks.values()),
        tuple(level for level, one in checks.items() if is_above(one, tolerance)),
        tuple(level for level, one in change_checks_of(info).items() if is_change_above(one)),
        tuple(level for level, one in (info.get(FIT) or {}).items() if one.get("mixed")),
    )


def checks_of(info: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The checks by level."""
    found = dict(info.get(CHECKS) or {})
    if not found and info.get("check"):
        found[GRID] = info["check"]
    return found


def without_scores(info: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    """Number of areas that have an outline and no score, and of all areas, by level that has scores."""
    found = {}
    squares, outlined = info.get("squares") or 0, info.get(OUTLINED) or 0
    if squares < outlined:
        found[GRID] = outlined - squares, outlined
    for level, about in (info.get("levels") or {}).items():
        areas, scored = about.get("areas", 0), about.get("scored", 0)
        if about.get("outlines") and 0 < scored < areas:
            found[level] = areas - scored, areas
    return found


def change_checks_of(info: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """How published changes compare with published scores, by level; of packs that hold any."""
    changes = info.get(CHANGES) or {}
    return {level: about[CHANGE_CHECK] for level, about in changes.items() if about.get(CHANGE_CHECK)}


def is_change_above(checked: Mapping[str, Any]) -> bool:
    """Whether published changes contradict the published scores, or themselves, by more than the model tolerates."""
    return checked["differing"] > 0 or checked["not_adding_up"] > 0


def is_above(checked: Mapping[str, Any], tolerance: Tolerance) -> bool:
    """Whether a check is so far off that the user is asked before the pack is opened."""
    classes = max(int(checked.get("classes", checked["compared"])), 1)
    return (
        checked["max_difference"] > tolerance.difference
        or checked["not_adding_up"] > 0
        or checked["class_differences"] > tolerance.classes * classes
    )


def _entry(
    model: ScoreModel, scores: Scores, published: PublishedScores, without_score: int, code: Callable[[int], str]
) -> dict[str, Any]:
    missing = np.isnan(published.contributions)
    partly = missing.any(axis=-1) & ~missing.all(axis=-1)
    compared = check(model, scores, published)
    stated = sum(int(np.count_nonzero(classes)) for classes in published.classes.values())
    area, year = farthest(scores, published)
    return asdict(compared) | {
        "partly_missing": int(np.count_nonzero(partly)),
        "half_missing": int(np.count_nonzero(np.isnan(published.total) != np.isnan(published.deviation))),
        "classes": stated or compared.compared,
        "without_score": without_score,
        "farthest": [code(area), published.years[year]] if compared.max_difference > 0 else None,
    }
