# SPDX-License-Identifier: GPL-2.0-or-later
"""Official areas of an edition: outlines and scores in one GeoPackage, one layer per level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ...engine.model import ScoreModel
from ..files.geopackage import write_layer
from ..inhabitants import Counter
from ..official import AROUND, GEMEENTE
from ..official_changes import CHECK, LOST, change_class_column, compare, save_changes
from ..official_scores import INHABITANTS_FIELD
from ..outlines.geometry import EMPTY_POLYGON
from ..reading.developments import LevelChanges
from ..reading.scores import LevelScores
from ..reading.selection import Selection
from ..reading.vectors import Outlines
from ..score_columns import score_columns

_AROUND = 5000.0
"""Metres around a selection in which outlines of gemeenten are kept."""


def write_areas(
    path: Path,
    model: ScoreModel,
    levels: Mapping[str, LevelScores],
    outlines: Mapping[str, Outlines],
    selection: Selection | None,
    changes: Mapping[str, LevelChanges] | None = None,
    inhabitants: Counter | None = None,
) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """Write a layer per level that has scores or outlines, and the published `changes` of its areas beside the file;
    areas without either part keep the other. `inhabitants` counts those of areas, and keeps their squares.

    Returns, by level, the number of areas, of those with scores, whether there are outlines, and what they were made of
    (a level) when they weren't published; and by level what is known of the changes.
    """
    written: dict[str, dict[str, Any]] = {}
    changed: dict[str, dict[str, Any]] = {}
    for level in model.levels:
        scores, shapes = levels.get(level.id), outlines.get(level.id)
        if scores is None and shapes is None:
            continue
        drawn = zip(shapes.code, shapes.wkb, strict=True) if shapes else ()
        shape_of = {code: wkb for code, wkb in drawn if wkb != EMPTY_POLYGON}
        name_of = dict(zip(shapes.code, shapes.name, strict=True)) if shapes else {}
        place = {code: at for at, code in enumerate(scores.code)} if scores else {}
        if scores:
            name_of |= {code: name for code, name in zip(scores.code, scores.name, strict=True) if name}
        known = {*shape_of, *place, *(shapes.code if shapes else ())}
        codes = [code for code in sorted(known) if _is_chosen(code, level.id, shape_of, selection)]
        if not codes:
            continue
        columns: dict[str, Any] = {"code": codes, "name": [name_of.get(code, "") for code in codes]}
        if scores:
            stated = {change_class_column(*years): classes for years, classes in scores.change_classes.items()}
            columns |= _aligned(score_columns(model, scores.scores) | stated, place, codes)
        shown = [shape_of.get(code) for code in codes]
        if inhabitants is not None:
            counted = inhabitants(level.id, codes, shown)
            columns |= {} if counted is None else {INHABITANTS_FIELD: counted}
        write_layer(path, level.id, shown, columns)
        written[level.id] = {
            "areas": len(codes),
            "scored": sum(code in place for code in codes),
            "outlines": any(code in shape_of for code in codes),
            "repaired": shapes.repaired if shapes else 0,
        }
        if shapes is not None and shapes.made_of:
            written[level.id]["made_of"] = shapes.made_of
        if changes and level.id in changes:
            changed[level.id] = _write_changes(path.parent, model, changes[level.id], codes, scores, known)
    return written, changed


def _write_changes(
    folder: Path,
    model: ScoreModel,
    changes: LevelChanges,
    codes: Sequence[str],
    scores: LevelScores | None,
    known: Set[str],
) -> dict[str, Any]:
    """Write the change of the areas `codes`; `known` are all areas of the files, whose outlines may be those of a
    selection only.
    """
    listed = scores.code if scores else codes
    stated = changes.of(listed)
    compared = compare(model, changes, stated, listed, scores.scores if scores else None)
    lost = {
        "without_change": changes.without_change,
        "partly_missing": changes.partly_missing,
        "unknown_areas": len(set(changes.code) - known) if scores else 0,
    }
    kept = stated if listed == list(codes) else changes.of(codes)
    return save_changes(folder, changes, kept) | {CHECK: compared, LOST: lost}


def write_around(path: Path, gemeenten: Outlines | None, names: Mapping[str, str], selection: Selection | None) -> int:
    """Write the outlines of the gemeenten around a selection, which tell where an area across its border lies.

    Returns how many; those that are in the level of the gemeenten already are left out.
    """
    if gemeenten is None or selection is None:
        return 0
    shape_of = dict(zip(gemeenten.code, gemeenten.wkb, strict=True))
    reach = selection.outline.Buffer(_AROUND)
    codes = [
        code
        for code, wkb in sorted(shape_of.items())
        if ogr.CreateGeometryFromWkb(wkb).Intersects(reach) and not _is_chosen(code, GEMEENTE, shape_of, selection)
    ]
    if codes:
        columns: dict[str, Any] = {"code": codes, "name": [names.get(code) or code for code in codes]}
        write_layer(path, AROUND, [shape_of[code] for code in codes], columns)
    return len(codes)


def _is_chosen(code: str, level: str, shape_of: Mapping[str, bytes], selection: Selection | None) -> bool:
    if selection is None:
        return True
    if level != "pc4" and (selection.has_code(code) or not selection.margin):
        return selection.has_code(code)
    return code in shape_of and selection.touches(shape_of[code])


def _aligned(
    columns: Mapping[str, NDArray[Any]], place: Mapping[str, int], codes: Sequence[str]
) -> dict[str, NDArray[Any]]:
    """Columns in the order of `codes`; NaN, or class 0, for an area without scores."""
    at = np.array([place.get(code, -1) for code in codes])
    there = at >= 0
    return {
        name: np.where(there, values[at], 0 if values.dtype.kind == "i" else np.nan) for name, values in columns.items()
    }
