# SPDX-License-Identifier: GPL-2.0-or-later
"""From official files to a data pack: read, recompute, write beside and rename."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from ...engine.errors import InputError, WriteError
from ...engine.squares.grid import Grid, row_major_order
from ...engine.squares.scoring import recompute
from ..files.disk import Staging, make_folder, remove_left_behind
from ..files.free_memory import give_back
from ..files.progress import Progress, part, report, silent
from ..folder import existing_pack, put, write_info
from ..inhabitants import Counter, inhabitants_counter
from ..official import GEMEENTE
from ..reading.counts import read_counts
from ..reading.inspection import Inspection
from ..reading.joining import join_levels, join_outlines, join_squares
from ..reading.points import read_points
from ..reading.scores import GRID, LevelScores, SquareScores
from ..reading.scores_lbm2 import read_wide
from ..reading.selection import Selection, choose
from ..reading.service import read_service
from ..reading.sources import Source
from ..reading.squares import read_squares_apart
from ..reading.vectors import Outlines, VectorLayer, read_outlines
from ..references.kept_references import write_references
from ..schema import ASIDE, DIGESTS, FORMAT, STAGING
from ..square_gemeenten import codes_of_squares
from .area_import import AreaImport
from .import_checks import CHECKS, FIT, OUTLINED, REMARKS, level_check, squares_check, staged_fit
from .leftovers import SCRATCH
from .reference_sums import keep_references
from .shared_squares import SquareCounts
from .square_files import write_squares
from .square_points import GivenCounts, counts_and_points

_LEAST_ROOM = 1024 * 1024
_CHECK = ("max_difference", "class_differences", "not_adding_up", "compared", "partly_missing")
"""What entry `check` of pack.json holds of the squares, for earlier versions of the plugin."""


@dataclass(frozen=True)
class ImportResult:
    """Where the pack is, what it holds (pack.json), and whether it had been there already."""

    folder: Path
    info: dict[str, Any]
    already_there: bool


def import_edition(
    found: Inspection,
    folder: str | Path,
    gemeenten: Sequence[str] = (),
    margin: float = 0.0,
    progress: Progress = silent,
) -> ImportResult:
    """Make a pack of what `found` holds in `folder`; all of it, or `gemeenten` with a `margin` in metres.

    When the folder already holds a pack of the same files and choice, it is left as it is; a damaged one is made again.
    Everything is written in a folder beside it that is renamed at the end, so that a cancelled, failed or killed import
    leaves no pack; what a killed one left beside goes with the next. Of several imports into one folder, the first that
    is ready counts. Raises InputError for bad input, a folder that holds something else, and a full disk;
    CancelledError when cancelled.
    """
    folder = Path(folder).absolute()
    recipe = {
        "sources": found.fingerprints(),
        "gemeenten": sorted(text.strip().casefold() for text in gemeenten),
        "margin": margin,
    }
    if found.points is not None:
        recipe["points"] = found.point_choice.as_dict()
    existing = existing_pack(folder, recipe)
    if existing is not None:
        return ImportResult(folder, existing, True)
    try:
        make_folder(folder.parent)
        for ending in (STAGING, ASIDE):
            remove_left_behind(folder.parent, f".{folder.name}", ending)
        with Staging(folder.parent, f".{folder.name}", STAGING) as staging:
            info = _made(found, staging.path, gemeenten, margin, progress)
            info = write_info(staging.path, info | {"recipe": recipe})
            report(progress, 1.0)
            there = put(staging, folder, recipe)
    except OSError as problem:
        raise _disk_error(problem, folder) from problem
    except WriteError as problem:
        if not _is_full(folder):
            raise
        raise _full_disk(folder) from problem
    return ImportResult(folder, info if there is None else there, there is not None)


def _made(
    found: Inspection, staging: Path, gemeenten: Sequence[str], margin: float, progress: Progress
) -> dict[str, Any]:
    """Write the parts of a pack and return its pack.json."""
    temporary = Path(tempfile.gettempdir())
    remove_left_behind(temporary, SCRATCH, "")
    with Staging(temporary, SCRATCH, "") as scratch:
        info = _build(found, staging, scratch.path, gemeenten, margin, part(progress, 0.0, 0.95))
    give_back()
    return {"format": FORMAT, **info, FIT: staged_fit(staging, info)}


def _full_disk(folder: Path) -> InputError:
    return InputError("The disk of {folder} is full; nothing was left behind. Make room and try again.", folder=folder)


def _is_full(folder: Path) -> bool:
    """Whether next to nothing is left where the pack goes; GDAL doesn't say why it failed."""
    return shutil.disk_usage(folder.parent).free < _LEAST_ROOM


def _disk_error(problem: OSError, folder: Path) -> InputError:
    # numpy gives no number when less was written than it asked for, which is what a full disk does
    if problem.errno in (errno.ENOSPC, errno.EDQUOT, None):
        return _full_disk(folder)
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return InputError("{folder} can't be written: no permission. Choose another folder.", folder=folder)
    return InputError("The data pack can't be written in {folder}: {problem}.", folder=folder, problem=problem)


def _build(
    found: Inspection, staging: Path, scratch: Path, gemeenten: Sequence[str], margin: float, progress: Progress
) -> dict[str, Any]:
    """Read everything and write the parts of the pack; returns pack.json without format and recipe."""
    report(progress, 0.0)
    give_back()  # what reading the areas took
    outlines = {}
    if GEMEENTE in found.outlines:
        outlines[GEMEENTE] = read_outlines(_on_disk(*found.outlines[GEMEENTE], scratch))
    levels = found.level_scores()
    squares = _read_services(found, scratch, levels, outlines)
    if found.wide:
        levels[found.model.levels[0].id] = read_wide(found.wide, found.model)
    report(progress, 0.1)
    selection = choose(gemeenten, margin, outlines.get(GEMEENTE), found.gemeenten) if gemeenten else None
    near = selection.near(outlines[GEMEENTE]) if selection else bool
    later = {level: one for level, one in found.outlines.items() if level != GRID and level not in outlines}

    def all_outlines() -> dict[str, Outlines]:
        return outlines | {level: read_outlines(_on_disk(*one, scratch), near) for level, one in later.items()}

    def counter() -> Counter | None:
        return _counter(staging, selection, outlines.get(GEMEENTE))

    drawn = all_outlines if outlines or later else None
    with AreaImport(found, staging, levels, drawn, selection, counter) as areas:
        info = _about(found, selection)
        info |= _make_squares(found, staging, scratch, squares, levels, outlines, selection, part(progress, 0.1, 0.9))
        del squares
        give_back()
        made = areas.result(part(progress, 0.9, 0.97))
    info |= made | {DIGESTS: info.get(DIGESTS, {}) | made[DIGESTS]}
    if selection is None and GRID in found.outlines:
        info[OUTLINED] = found.outlines[GRID][1].features
    info["years"] = info.get("years") or _all_years(levels)
    info[CHECKS] = info.get(CHECKS, {}) | {name: level_check(one, found.model) for name, one in levels.items()}
    info[REMARKS] = [remark.entry() for remark in (*found.remarks, *info.get(REMARKS, ()))]
    report(progress, 0.98)
    return info


def _make_squares(
    found: Inspection,
    staging: Path,
    scratch: Path,
    given: SquareScores | None,
    levels: Mapping[str, LevelScores],
    outlines: Mapping[str, Outlines],
    selection: Selection | None,
    progress: Progress,
) -> dict[str, Any]:
    """Read squares out of a table, or take those `given` by the service; write the references and all of the squares.

    Returns the entries of pack.json that belong to them. InputError when the chosen gemeenten have no squares.
    """
    wanted = selection.wanted_squares() if selection else None
    squares, others = given, None
    if GRID in found.tables:
        squares, others = read_squares_apart(found.tables[GRID], part(progress, 0.0, 0.55), wanted)
        give_back()  # what pieces of the file took
    elif squares is not None and wanted is not None:
        keep = wanted(squares.column, squares.row)
        squares, others = squares.part(np.flatnonzero(keep)), squares.part(np.flatnonzero(~keep))
    gemeenten = outlines.get(GEMEENTE)
    counts = read_counts(_on_disk(*found.counts, scratch)) if found.counts and squares is not None else None
    given_counts = _given(found, scratch, counts) if squares is not None else GivenCounts()
    every = [one for one in (squares, others) if one is not None]
    kept = keep_references(found.model, every, counts, gemeenten, levels, part(progress, 0.55, 0.6))
    del every, others
    if kept is not None:
        write_references(staging, kept)
    if squares is not None and len(squares.column):
        return _write_squares(found, staging, squares, gemeenten, given_counts, part(progress, 0.6, 1.0))
    if selection and squares is not None:
        raise InputError("The chosen gemeenten hold no squares with a score.")
    return {"squares": 0}


def _given(found: Inspection, scratch: Path, counts: SquareCounts | None) -> GivenCounts:
    """Counts per square and points of dwellings, with the names of their files; points built by the edition's year."""
    points = None
    if found.points is not None:
        choice = found.point_choice
        choice = replace(choice, until=choice.until or int(found.edition))
        points = read_points(_on_disk(*found.points, scratch), choice)
    labels = (one[1].label if one else "" for one in (found.counts, found.points))
    return GivenCounts(counts, points, *labels)


def _read_services(
    found: Inspection, scratch: Path, levels: dict[str, LevelScores], outlines: dict[str, Outlines]
) -> SquareScores | None:
    """Read files of the service: areas are added to `levels` and `outlines`, squares returned."""
    squares = None
    for source, layer in found.services:
        service_levels, service_outlines, more = read_service(_on_disk(source, layer, scratch), found.model)
        if more is not None:
            squares = more if squares is None else join_squares(squares, more)
        for scores, shapes in zip(service_levels, service_outlines, strict=True):
            level = scores.level.id
            outlines[level] = join_outlines(outlines[level], shapes) if level in levels else shapes
            levels[level] = join_levels(levels[level], scores) if level in levels else scores
    return squares


def _counter(staging: Path, selection: Selection | None, gemeenten: Outlines | None) -> Counter | None:
    """What counts the inhabitants of areas by the squares that were written."""
    chosen = (selection.codes, selection.margin) if selection is not None else None
    outlines = dict(zip(gemeenten.code, gemeenten.wkb, strict=True)) if gemeenten is not None else {}
    return inhabitants_counter(staging, chosen, outlines)


def _on_disk(source: Source, layer: VectorLayer, scratch: Path) -> VectorLayer:
    """The layer at a path that GDAL reads well: out of its archive when it lies in one."""
    return replace(layer, path=str(source.on_disk(scratch)))


def _about(found: Inspection, selection: Selection | None) -> dict[str, Any]:
    names = dict(found.gemeenten)
    codes = selection.codes if selection else tuple(names)
    return {
        "model": found.model.id,
        "edition": found.edition,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "gemeenten": [[code, names.get(code, "")] for code in codes],
        "selection": list(selection.names) if selection else [],
        "margin": selection.margin if selection else 0.0,
        "demonstration": found.demonstration,
        "ignored": found.ignored,
    }


def _write_squares(
    found: Inspection,
    staging: Path,
    squares: SquareScores,
    gemeenten: Outlines | None,
    given: GivenCounts,
    progress: Progress,
) -> dict[str, Any]:
    order = row_major_order(squares.column, squares.row)
    column, row, published = squares.column, squares.row, squares.scores
    if np.any(np.diff(order) != 1):
        column, row, published = column[order], row[order], published.of_areas(order)
    grid = Grid.from_squares(column, row)
    model = found.model
    scores = recompute(model, published)
    checked = squares_check(SquareScores(column, row, published, squares.without_score), model, scores)
    info: dict[str, Any] = {"years": list(published.years), "check": {name: checked[name] for name in _CHECK}}
    codes = codes_of_squares(grid, gemeenten.code, gemeenten.wkb) if gemeenten is not None else None
    counts, points, told, remarks = counts_and_points(grid, given, codes)
    info |= {CHECKS: {GRID: checked}, **told, REMARKS: remarks}
    report(progress, 0.1)
    give_back()
    written = write_squares(staging, model, grid, published, scores, counts, points, codes, part(progress, 0.1, 1.0))
    return info | written


def _all_years(levels: dict[str, LevelScores]) -> list[int]:
    return sorted({year for scores in levels.values() for year in scores.scores.years})
