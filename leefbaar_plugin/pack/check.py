# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a pack is whole: by the digests of its files, or, where an older pack has none, by what its parts must share.

An older pack tells most things twice: the figures are made of a matrix that follows from the published scores, and so
do the columns of the squares and the raster; how published and recomputed scores differ was noted at the import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..engine.errors import LeefbaarError
from ..engine.squares.grid import Grid
from ..engine.squares.matrix import fits
from ..engine.squares.scoring import ScoreCheck, check, dimension_classes, recompute, total_classes
from .arrays import Damaged
from .digests import changed_files, is_sealed
from .files.batches import batches
from .files.progress import Progress, part, report, silent
from .schema import AREAS_FILE, RASTER_FILE, SQUARES_FILE
from .score_columns import score_columns

if TYPE_CHECKING:
    from .pack import Pack

_LARGEST_SCORE = 100.0
_LARGEST_COUNT = 1e6
_STYLES = "layer_styles"
"""Table in which QGIS keeps styles that a user saved in a database."""
_AS_NOTED = 1e-9
_SUM_OFF, _MOSTLY = 1e-3, 0.9
"""An area of which the contributions are so far from adding up is damage where nearly all others do add up."""
_DAMAGE = (RuntimeError, AttributeError, KeyError, TypeError, ValueError, IndexError, UnicodeError)


def require_whole(pack: Pack, progress: Progress = silent) -> None:
    """PackError, naming the file, unless the pack holds what was written; for any thread, all files are read.

    CancelledError when the user cancels.
    """
    try:
        if is_sealed(pack.info):
            for name in changed_files(pack.folder, pack.info, progress):
                raise Damaged(name)
        else:
            _cross_check(pack, progress)
    except Damaged as problem:
        raise pack.damaged(str(problem)) from problem
    except OSError as problem:
        raise pack.unreadable(problem) from problem


def require_figures(pack: Pack, progress: Progress = silent) -> None:
    """PackError unless the pack is whole, and its figures are made of the published scores; or holds no squares."""
    _grid, published, matrix = pack.require_squares()
    require_whole(pack, part(progress, 0.0, 0.8))
    if not fits(pack.model, published, matrix):
        raise pack.damaged("values.npy")
    report(progress, 1.0)


def check_pack(pack: Pack, progress: Progress = silent) -> ScoreCheck:
    """How all recomputed scores compare with the published ones; PackError as `require_figures`."""
    require_figures(pack, part(progress, 0.0, 0.7))
    _grid, published, _matrix = pack.require_squares()
    return check(pack.model, recompute(pack.model, published), published)


def _cross_check(pack: Pack, progress: Progress) -> None:
    checks: list[Callable[[Pack], None]] = [_check_areas]
    if pack.grid is not None:
        checks += [_check_grid, _check_scores, _check_matrix, _check_counts, _check_raster, _check_squares]
    for number, one in enumerate(checks):
        report(progress, number / len(checks))
        one(pack)
    report(progress, 1.0)


def _check_grid(pack: Pack) -> None:
    grid, _, _ = pack.require_squares()
    try:
        made = Grid.from_squares(grid.column, grid.row)
    except LeefbaarError as problem:
        raise Damaged("column.npy") from problem
    same = (made.first_column, made.first_row, made.columns, made.rows)
    if same != (grid.first_column, grid.first_row, grid.columns, grid.rows):
        raise Damaged("row.npy")
    if not np.array_equal(made.rank, grid.rank):
        raise Damaged("rank.npy")


def _check_scores(pack: Pack) -> None:
    """Damaged for a score out of any range, or when recomputed scores differ from the published as they didn't."""
    _, published, _ = pack.require_squares()
    arrays = {"total": published.total, "deviation": published.deviation, "contributions": published.contributions}
    for name, values in arrays.items():
        if np.isinf(values).any() or np.nanmax(np.abs(values), initial=0.0) > _LARGEST_SCORE:
            raise Damaged(f"{name}.npy")
    highest = len(pack.model.total_classification.classes)
    for name, classes in published.classes.items():
        if classes.min(initial=0) < 0 or classes.max(initial=0) > highest:
            raise Damaged(f"published_{name}.npy")
    noted = pack.info.get("check")
    if noted is None:
        return
    now = check(pack.model, recompute(pack.model, published), published)
    if now.compared != noted["compared"]:
        raise Damaged("total.npy")
    if now.not_adding_up != noted["not_adding_up"]:
        raise Damaged("contributions.npy")
    if now.max_difference > max(noted["max_difference"] * 1.01, _AS_NOTED):
        raise Damaged("deviation.npy")


def _check_matrix(pack: Pack) -> None:
    _, published, matrix = pack.require_squares()
    if not fits(pack.model, published, matrix):
        raise Damaged("values.npy")


def _check_counts(pack: Pack) -> None:
    counts = pack.require_counts()
    if counts is None:
        return
    known = (pack.info.get("counts") or {}).get("known", {})
    for kind in ("dwellings", "households", "inhabitants"):
        values = counts.of(kind)
        there = values[~np.isnan(values)]
        if ((there < 0) | (there > _LARGEST_COUNT)).any() or known.get(kind, len(there)) != len(there):
            raise Damaged("counts.npy")


def _check_raster(pack: Pack) -> None:
    """Damaged when a band isn't named as it should be, or has other classes than the scores say."""
    grid, published, _ = pack.require_squares()
    model = pack.model
    across, down = grid.column - grid.first_column, grid.first_row + grid.rows - 1 - grid.row
    gdal.UseExceptions()
    try:
        raster = gdal.Open(str(pack.raster_path))
        number = 0
        for theme in range(len(model.themes)):
            for year in published.years:
                number += 1
                band = raster.GetRasterBand(number)
                stored = band.ReadAsArray()
                of_year = published.of_year(year)
                scores = recompute(model, of_year)
                classes = (
                    dimension_classes(model, scores, of_year)[:, 0, theme - 1]
                    if theme
                    else total_classes(model, scores, of_year)[:, 0]
                )
                named = band.GetDescription() == f"{model.themes[theme].id} {year}"
                if not named or np.count_nonzero(stored) != np.count_nonzero(classes):
                    raise Damaged(RASTER_FILE)
                if not np.array_equal(stored[down, across], classes):
                    raise Damaged(RASTER_FILE)
    except _DAMAGE as problem:
        raise Damaged(RASTER_FILE) from problem


def _check_squares(pack: Pack) -> None:
    """Damaged when the columns of the squares aren't the scores."""
    _, published, _ = pack.require_squares()
    if pack.squares_path is None:
        return
    _check_database(pack.squares_path)
    wanted = score_columns(pack.model, published)
    stored = _columns(pack.squares_path, "squares", tuple(wanted))
    for name, values in wanted.items():
        if not np.array_equal(stored.get(name, ()), np.asarray(values, np.float64), equal_nan=True):
            raise Damaged(SQUARES_FILE)


def _check_areas(pack: Pack) -> None:
    """Damaged when a level lacks areas, has one twice, or has scores that contradict each other."""
    if not pack.info["levels"]:
        return
    _check_database(pack.areas_path)
    model = pack.model
    known: set[int] = set(pack.years) if pack.grid is not None else set()
    if set(_layers(pack.areas_path)) - {_STYLES} != set(pack.info["levels"]):
        raise Damaged(AREAS_FILE)
    for level, about in pack.info["levels"].items():
        codes = _codes(pack.areas_path, level)
        if len(codes) != about.get("areas", len(codes)) or len(set(codes)) != len(codes) or not all(codes):
            raise Damaged(AREAS_FILE)
        for year in pack.years:
            names = [f"{theme.id}_{year}" for theme in (model.total, model.deviation, *model.dimensions)]
            stored = _columns(pack.areas_path, level, tuple(names))
            if not stored:  # a level may have fewer years, or outlines only
                continue
            known.add(year)
            if set(stored) != set(names):
                raise Damaged(AREAS_FILE)
            total, deviation, *dimensions = (stored[name] for name in names)
            for values in stored.values():
                if np.nanmax(np.abs(values), initial=0.0) > _LARGEST_SCORE:
                    raise Damaged(AREAS_FILE)
            off = np.abs(total - model.reference(year) - deviation)
            summed = np.abs(np.sum(dimensions, axis=0) - deviation)
            if _stands_out(off) or _stands_out(summed):
                raise Damaged(AREAS_FILE)
    if known != set(pack.years):
        raise Damaged(AREAS_FILE)


def _stands_out(off: NDArray[np.float64]) -> bool:
    """Whether some differences are large where nearly all are none."""
    there = off[~np.isnan(off)]
    wrong = np.count_nonzero(there > _SUM_OFF)
    return 0 < wrong <= (1.0 - _MOSTLY) * len(there)


def _check_database(path: Path) -> None:
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        found = dataset.ExecuteSQL("PRAGMA quick_check")
        said = [row.GetField(0) for row in found]
        dataset.ReleaseResultSet(found)
    except _DAMAGE as problem:
        raise Damaged(path.name) from problem
    if said != ["ok"]:
        raise Damaged(path.name)


def _layers(path: Path) -> list[str]:
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        return [dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount())]
    except _DAMAGE as problem:
        raise Damaged(path.name) from problem


def _batches(path: Path, layer: str, names: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        found = dataset.GetLayerByName(layer)
        yield from batches(found, names, geometry=False, fid=False)
    except _DAMAGE as problem:
        raise Damaged(path.name) from problem


def _columns(path: Path, layer: str, names: tuple[str, ...]) -> dict[str, NDArray[np.float64]]:
    """Those of the columns that are there, as float64, NaN for NULL."""
    found: dict[str, list[NDArray[np.float64]]] = {}
    for batch in _batches(path, layer, names):
        for name in names:
            if name in batch:
                try:
                    found.setdefault(name, []).append(np.ma.filled(batch[name].astype(np.float64), np.nan))
                except (ValueError, TypeError) as problem:
                    raise Damaged(path.name) from problem
    return {name: np.concatenate(parts) for name, parts in found.items()}


def _codes(path: Path, layer: str) -> list[str]:
    codes: list[str] = []
    for batch in _batches(path, layer, ("code", "name")):
        for name in ("code", "name"):
            try:
                texts = [one.decode("utf-8") if isinstance(one, bytes) else one or "" for one in batch[name].tolist()]
            except (UnicodeError, KeyError, AttributeError) as problem:
                raise Damaged(path.name) from problem
            codes += texts if name == "code" else []
    return codes
