# SPDX-License-Identifier: GPL-2.0-or-later
"""A pack cut to some of its gemeenten, for who needs no more: figures in them are the same to the last digit.

Squares, official areas and own dwellings of the others stay behind; what the pack keeps of the country goes along.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ...engine.areas.coverage import Coverage, cover
from ...engine.areas.coverings import chosen
from ...engine.areas.rings import decode_polygons
from ...engine.choices import SHARE
from ...engine.errors import PackError, WriteError
from ...engine.squares.grid import Grid
from ...engine.squares.scoring import recompute
from ...engine.squares.weights import DWELLINGS, HOUSEHOLDS, INHABITANTS
from ..files.progress import Progress, part, report, silent
from ..folder import write_info
from ..kept_coverage import coverage_file, read_coverage, write_coverage
from ..official import AROUND, GEMEENTE, LevelAreas, fields_of, gemeente_of, read_gemeenten, read_level
from ..official_changes import ENTRY, changes_file
from ..outlines.geometry import EMPTY_POLYGON
from ..pack import Pack
from ..parts import whole_gemeenten
from ..reading.selection import Selection
from ..reading.vectors import Outlines
from ..references.kept_references import ARRAY_FILE, TEXT_FILE
from ..schema import AREAS_FILE, DIGESTS
from ..square_gemeenten import codes_of_squares
from .areas import write_around
from .square_files import write_squares

REACH = 2000.0
"""Metres around areas in which squares are needed: rings and neighbours."""
_CUT = "cut"


@dataclass(frozen=True)
class Needed:
    """What areas need of a pack: codes of gemeenten, and the areas with their surroundings (WKB in EPSG:28992)."""

    gemeenten: tuple[str, ...]
    surroundings: bytes


def needed_by(pack: Pack, outlines: Sequence[bytes]) -> Needed | None:
    """What areas (WKB in EPSG:28992) need: the gemeenten that they lie in or near.

    None when all of the pack is needed: it has no others, lacks one of these, keeps nothing of the country that figures
    are compared with, or there are no areas. PackError when the pack can't be read.
    """
    if pack.grid is None or pack.national is None or not outlines:
        return None
    near = ogr.Geometry(ogr.wkbMultiPolygon)
    for wkb in outlines:
        area = ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkb(wkb).Buffer(REACH))
        for polygon in area:
            near.AddGeometry(polygon)
    near = near.UnionCascaded()
    known = read_gemeenten(pack)
    shapes = zip(known.code, known.wkb, strict=True)
    found = {code for code, wkb in shapes if wkb is not None and ogr.CreateGeometryFromWkb(wkb).Intersects(near)}
    whole = whole_gemeenten(pack)
    if not found or not found < whole:
        return None
    return Needed(tuple(sorted(found)), bytes(near.ExportToIsoWkb(ogr.wkbNDR)))


def cut_pack(pack: Pack, needed: Needed, folder: Path, progress: Progress = silent) -> dict[str, Any]:
    """Write a pack of what is needed of another one into an empty folder; returns its pack.json.

    PackError when the pack can't be read; OSError and WriteError when the disk refuses; CancelledError when cancelled.
    """
    grid, published, _matrix = pack.require_squares()
    areas = {level: read_level(pack, level) for level in pack.known_levels}
    coverages = {level: _coverage(pack, one) for level, one in areas.items()}
    report(progress, 0.2)
    codes = set(needed.gemeenten)
    there = _squares(len(grid), areas, coverages, codes)
    there[cover(grid, decode_polygons([needed.surroundings]), SHARE).square] = True
    rows = {level: _rows(areas[level], coverages[level], codes, there) for level in areas}
    keep = there.nonzero()[0]
    part_grid = Grid.from_squares(grid.column[keep], grid.row[keep])
    scores_of = published.of_areas(keep)
    given = pack.require_counts()
    counts = given.part(keep) if given is not None else None
    points = pack.points.part(keep) if pack.points is not None else None
    own = areas[GEMEENTE].where(rows[GEMEENTE])
    gemeenten = codes_of_squares(part_grid, own.code, [wkb or EMPTY_POLYGON for wkb in own.wkb])
    made = recompute(pack.model, scores_of)
    told = write_squares(
        folder, pack.model, part_grid, scores_of, made, counts, points, gemeenten, part(progress, 0.2, 0.7)
    )
    info = {name: value for name, value in pack.info.items() if name not in (DIGESTS, "files", "points")}
    info |= told | _about(pack, own, keep)
    if points is not None and counts is not None and counts.points is not None:
        info["points"] = _about_points(pack.info["points"], len(points), counts.points, own.code)
    info |= _write_levels(pack, areas, rows, folder)
    _write_coverages(pack, coverages, rows, there, folder)
    for name in (TEXT_FILE, ARRAY_FILE):
        (folder / name).write_bytes((pack.folder / name).read_bytes())
    report(progress, 0.9)
    return write_info(folder, info)


def _coverage(pack: Pack, areas: LevelAreas) -> Coverage:
    """The squares of the areas of a level; none of an area without an outline."""
    known = read_coverage(pack, areas.level)
    if known is not None or pack.grid is None:
        return known or Coverage(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0), np.zeros(0))
    return cover(pack.require_squares()[0], decode_polygons([wkb or EMPTY_POLYGON for wkb in areas.wkb]), SHARE)


def _squares(
    count: int, areas: Mapping[str, LevelAreas], coverages: Mapping[str, Coverage], codes: set[str]
) -> NDArray[np.bool_]:
    """Which squares any area of the gemeenten touches: bool [squares]."""
    there = np.zeros(count, bool)
    for level, of_level in areas.items():
        at = [row for row, code in enumerate(of_level.code) if gemeente_of(code) in codes]
        there[chosen(coverages[level], at).square] = True
    return there


def _rows(areas: LevelAreas, coverage: Coverage, codes: set[str], there: NDArray[np.bool_]) -> list[int]:
    """Places of the areas of a level that go along: those of the gemeenten, and others of which all squares do."""
    found = []
    for row, (code, wkb) in enumerate(zip(areas.code, areas.wkb, strict=True)):
        gemeente = gemeente_of(code)
        squares = coverage.square[coverage.offset[row] : coverage.offset[row + 1]]
        if gemeente in codes or (not gemeente and wkb is not None and len(squares) and there[squares].all()):
            found.append(row)
    return found


def _about(pack: Pack, own: LevelAreas, keep: NDArray[np.int64]) -> dict[str, Any]:
    """The entries of pack.json that tell what was chosen, and of how much."""
    before = pack.info
    entries: dict[str, Any] = {
        "gemeenten": [list(pair) for pair in zip(own.code, own.name, strict=True)],
        "selection": list(own.name),
        "margin": 0.0,
        _CUT: {"gemeenten": len(before["gemeenten"]), "squares": before["squares"]},
    }
    if before.get("recipe"):
        wanted = sorted(code.casefold() for code in own.code)
        entries["recipe"] = before["recipe"] | {"gemeenten": wanted, "margin": 0.0, _CUT: True}
    given = pack.require_counts()
    if before.get("counts") and given is not None:
        counts = given.part(keep)
        known = {kind: int(np.count_nonzero(~np.isnan(counts.of(kind)))) for kind in before["counts"]["known"]}
        without = np.all([np.isnan(counts.of(kind)) for kind in (DWELLINGS, HOUSEHOLDS, INHABITANTS)], axis=0)
        entries["counts"] = before["counts"] | {"known": known, "without_counts": int(np.count_nonzero(without))}
    return entries


def _about_points(before: Mapping[str, Any], count: int, dwellings: NDArray[np.float64], codes: list[str]) -> dict:
    known = ~np.isnan(dwellings)
    return {
        **before,
        "points": count,
        "dwellings": float(dwellings[known].sum()),
        "known": int(np.count_nonzero(known)),
        "gemeenten": [code for code in before.get("gemeenten", ()) if code in codes],
    }


def _write_levels(
    pack: Pack, areas: Mapping[str, LevelAreas], rows: Mapping[str, list[int]], folder: Path
) -> dict[str, Any]:
    """Write the areas that go along and their changes; returns the entries of pack.json that belong to them."""
    path = folder / AREAS_FILE
    levels: dict[str, Any] = {}
    changes: dict[str, Any] = {}
    for level, of_level in areas.items():
        if not rows[level]:
            continue
        _copy(pack, level, [of_level.code[row] for row in rows[level]], path)
        about = pack.info["levels"][level]
        scored = _scored(pack, level)[rows[level]]
        outlined = any(of_level.wkb[row] is not None for row in rows[level])
        levels[level] = about | {"areas": len(scored), "scored": int(scored.sum()), "outlines": outlined}
        published = pack.info.get(ENTRY, {}).get(level)
        if published is not None:
            stored = np.load(pack.folder / changes_file(level), allow_pickle=False)
            np.save(folder / changes_file(level), stored[:, rows[level]], allow_pickle=False)
            changes[level] = published | {"areas": len(scored)}
    own = areas[GEMEENTE].where(rows[GEMEENTE])
    return {"levels": levels, AROUND: _write_around(pack, own, path)} | ({ENTRY: changes} if changes else {})


def _scored(pack: Pack, level: str) -> NDArray[np.bool_]:
    """Which areas of a level have a score in any year."""
    total = pack.model.total.id
    names = [f"{total}_{year}" for year in pack.years if f"{total}_{year}" in fields_of(pack, level)]
    values = read_level(pack, level, names, outlines=False).values
    return np.any([~np.isnan(values[name]) for name in names], axis=0) if names else np.zeros(0, bool)


def _copy(pack: Pack, level: str, codes: Sequence[str], path: Path) -> None:
    """Some areas of a level as they are, into another file; WriteError when that fails."""
    gdal.UseExceptions()
    wanted = ", ".join("'" + code.replace("'", "''") + "'" for code in codes)
    options = {"format": "GPKG", "layers": [level], "where": f"code IN ({wanted})"}
    try:
        mode = "append" if path.exists() else None
        made = gdal.VectorTranslate(str(path), str(pack.areas_path), accessMode=mode, **options)
        count = made.GetLayerByName(level).GetFeatureCount()
        del made
    except (RuntimeError, AttributeError) as problem:
        raise WriteError("{file} can't be written: {problem}.", file=path.name, problem=problem) from problem
    if count != len(codes):
        raise PackError(
            "The data pack {folder} is damaged ({problem}). Import the data again.", folder=pack.folder, problem=level
        )


def _write_around(pack: Pack, own: LevelAreas, path: Path) -> int:
    """The outlines of the gemeenten around, which tell where an area across the border lies."""
    known = read_gemeenten(pack)
    outline = ogr.Geometry(ogr.wkbMultiPolygon)
    for wkb in own.wkb:
        for polygon in ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkb(wkb)) if wkb else ():
            outline.AddGeometry(polygon)
    selection = Selection(tuple(own.code), tuple(own.name), 0.0, outline.UnionCascaded())
    level = next(one for one in pack.model.levels if one.id == GEMEENTE)
    at = [row for row, wkb in enumerate(known.wkb) if wkb is not None]
    shapes = Outlines(
        level,
        [known.code[row] for row in at],
        [known.name[row] for row in at],
        [known.wkb[row] or b"" for row in at],
        0,
    )
    return write_around(path, shapes, dict(zip(known.code, known.name, strict=True)), selection)


def _write_coverages(
    pack: Pack,
    coverages: Mapping[str, Coverage],
    rows: Mapping[str, list[int]],
    there: NDArray[np.bool_],
    folder: Path,
) -> None:
    """The squares of the areas that go along, by their places among the squares that do."""
    place = np.cumsum(there) - 1
    for level, coverage in coverages.items():
        if coverage_file(level) in pack.info["files"] and rows[level]:
            some = chosen(coverage, rows[level])
            write_coverage(folder, level, Coverage(some.offset, place[some.square], some.share, some.surface))
