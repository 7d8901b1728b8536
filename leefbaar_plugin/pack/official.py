# SPDX-License-Identifier: GPL-2.0-or-later
"""The one reader of the official areas of a pack: names to choose from, whole levels as arrays, and single outlines.

Everything here is for any thread: the file is opened for the question, and only to be read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ..engine.errors import PackError
from .files.batches import batches
from .name_search import folded
from .pack import Pack

GEMEENTE = "gemeente"
AROUND = "gemeente_around"
"""Layer with outlines of gemeenten around a part of the country, and the entry of pack.json with their number."""
NAMED_LEVELS = (GEMEENTE, "wijk", "buurt", "pc4")
"""Levels that are searched by name."""
_MUNICIPAL_DIGITS = slice(2, 6)
_IN_GEMEENTE = ("BU", "WK", "GM")
_INDEX = {
    "gemeente": "SELECT t.fid, t.code, t.name, r.minx, r.miny, r.maxx, r.maxy FROM gemeente t "
    "LEFT JOIN rtree_gemeente_geom r ON r.id = t.fid ORDER BY t.fid",
    "wijk": "SELECT t.fid, t.code, t.name, r.minx, r.miny, r.maxx, r.maxy FROM wijk t "
    "LEFT JOIN rtree_wijk_geom r ON r.id = t.fid ORDER BY t.fid",
    "buurt": "SELECT t.fid, t.code, t.name, r.minx, r.miny, r.maxx, r.maxy FROM buurt t "
    "LEFT JOIN rtree_buurt_geom r ON r.id = t.fid ORDER BY t.fid",
    "pc4": "SELECT t.fid, t.code, t.name, r.minx, r.miny, r.maxx, r.maxy FROM pc4 t "
    "LEFT JOIN rtree_pc4_geom r ON r.id = t.fid ORDER BY t.fid",
}
"""Whole statements, for a name can't be a parameter."""
_NEAR = {
    "gemeente": "SELECT EXISTS (SELECT 1 FROM rtree_gemeente_geom WHERE minx BETWEEN ? AND ? AND miny BETWEEN ? AND ?)",
    "wijk": "SELECT EXISTS (SELECT 1 FROM rtree_wijk_geom WHERE minx BETWEEN ? AND ? AND miny BETWEEN ? AND ?)",
    "buurt": "SELECT EXISTS (SELECT 1 FROM rtree_buurt_geom WHERE minx BETWEEN ? AND ? AND miny BETWEEN ? AND ?)",
    "pc4": "SELECT EXISTS (SELECT 1 FROM rtree_pc4_geom WHERE minx BETWEEN ? AND ? AND miny BETWEEN ? AND ?)",
}
_OUTLINE = {
    "gemeente": "SELECT geom FROM gemeente WHERE fid = ?",
    "wijk": "SELECT geom FROM wijk WHERE fid = ?",
    "buurt": "SELECT geom FROM buurt WHERE fid = ?",
    "pc4": "SELECT geom FROM pc4 WHERE fid = ?",
}
_HEADER, _BOX_BYTES = 8, (0, 32, 48, 48, 64)
"""Of a geometry in a GeoPackage: bytes before the box, and of the box by its kind."""
_RADII = (0.5, 250.0, 1000.0, 4000.0)
"""Metres around a place in which to look for a buurt, one after the other: few are read even of the whole country."""
_NONE = np.zeros(0, object)
_NAMES, _FIELDS = "names of gemeenten", "fields of levels"


@dataclass(frozen=True, eq=False)
class LevelAreas:
    """Areas of a level: codes, names, outlines (WKB in EPSG:28992, None for none) and the values of some fields.

    `values` is float64 [areas] by field name, NaN for no value.
    """

    level: str
    code: list[str]
    name: list[str]
    wkb: list[bytes | None]
    values: dict[str, NDArray[np.float64]]

    def __len__(self) -> int:
        return len(self.code)

    @property
    def gemeente(self) -> list[str]:
        """Code of the gemeente of every area, by its own code; "" where that doesn't say so (PC4)."""
        return [gemeente_of(code) for code in self.code]

    def where(self, chosen: Sequence[int]) -> LevelAreas:
        """Some of the areas, by place."""
        return LevelAreas(
            self.level,
            [self.code[at] for at in chosen],
            [self.name[at] for at in chosen],
            [self.wkb[at] for at in chosen],
            {name: values[list(chosen)] for name, values in self.values.items()},
        )


@dataclass(frozen=True, eq=False)
class LevelIndex:
    """All areas of a level without their outlines: feature ids (int64 [areas]), codes, names, and boxes around them.

    `box` is float64 [areas, 4]: xmin, ymin, xmax, ymax to within 0.1 m, NaN without an outline.
    """

    fid: NDArray[np.int64]
    code: list[str]
    name: list[str]
    box: NDArray[np.float64]


@dataclass(frozen=True)
class AreaName:
    """An official area: level, feature id in that layer of the pack, code, name, and name of its gemeente.

    `gemeente` is "" of a gemeente itself and where it isn't known; `folded` is the name for searching, `searched` that
    and all else by which the area can be found; `drawn` tells whether it has an outline; `note`
    is for what a list says behind the name.
    """

    level: str
    fid: int
    code: str
    name: str
    gemeente: str
    folded: str = ""
    searched: str = ""
    drawn: bool = True
    note: str = ""


def gemeente_of(code: str) -> str:
    """Code of the gemeente (GM0363) of a buurt, wijk or gemeente code; "" for other codes."""
    return f"GM{code[_MUNICIPAL_DIGITS]}" if code[:2] in _IN_GEMEENTE else ""


def read_level(pack: Pack, level: str, fields: Sequence[str] = (), outlines: bool = True) -> LevelAreas:
    """All areas of a level of a pack, none when it lacks the level; a field the layer doesn't have is all NaN.

    Areas are in the order of their feature ids. PackError when the file can't be read.
    """
    if level in pack.known_levels:
        return read_layer(pack, level, fields, outlines)
    return LevelAreas(level, [], [], [], {name: np.zeros(0) for name in fields})


def read_layer(pack: Pack, level: str, fields: Sequence[str] = (), outlines: bool = True) -> LevelAreas:
    """The same of a layer of the file that may be no level of the pack."""
    code: list[str] = []
    name: list[str] = []
    wkb: list[bytes | None] = []
    values: dict[str, list[NDArray[np.float64]]] = {field: [] for field in fields}
    with _opened(pack, level) as layer:
        known = {field.GetName() for field in layer.schema}
        column = layer.GetGeometryColumn() or "wkb_geometry"
        for batch in batches(layer, ("code", "name", *fields), outlines):
            code += [_text(value) for value in batch.get("code", _NONE).tolist()]
            name += [_text(value) for value in batch.get("name", _NONE).tolist()]
            if outlines and column in batch:
                wkb += _outlines(np.ma.getdata(batch[column]))
            for field in set(fields) & known & batch.keys():
                values[field].append(np.ma.filled(batch[field].astype(np.float64), np.nan))
    empty = np.full(len(code), np.nan)
    read = {field: np.concatenate(parts) if parts else empty for field, parts in values.items()}
    named = [of_area or known_code for of_area, known_code in zip(name, code, strict=True)]
    return LevelAreas(level, code, named, wkb or [None] * len(code), read)


def fields_of(pack: Pack, level: str) -> frozenset[str]:
    """Names of the fields of a level; kept while the pack is open. PackError when the file can't be read."""
    known: dict[str, frozenset[str]] = pack.kept.setdefault(_FIELDS, {})
    if level not in known:
        with _opened(pack, level) as layer:
            known[level] = frozenset(field.GetName() for field in layer.schema)
    return known[level]


def read_gemeenten(pack: Pack) -> LevelAreas:
    """All gemeenten whose outline the pack knows: those of the level, and those around a part of the country.

    PackError when the file can't be read.
    """
    there = read_level(pack, GEMEENTE)
    if not pack.info.get(AROUND):
        return there
    around = read_layer(pack, AROUND)
    new = around.where([at for at, code in enumerate(around.code) if code not in set(there.code)])
    return LevelAreas(GEMEENTE, there.code + new.code, there.name + new.name, there.wkb + new.wkb, {})


def read_names(pack: Pack, levels: Sequence[str] | None = None) -> tuple[AreaName, ...]:
    """Names of all areas of some levels, by name within a level; without `levels` of those that are searched by name.

    PackError for a level that was asked for and that the pack lacks, and when the file can't be read.
    """
    wanted = [level for level in NAMED_LEVELS if level in pack.known_levels] if levels is None else levels
    gemeenten = gemeente_names(pack)
    folds = {code: folded(name) for code, name in gemeenten.items()}
    names = []
    for level in levels or ():
        require_level(pack, level)
    for level in wanted:
        index = read_index(pack, level)
        drawn = ~np.isnan(index.box[:, 0])
        of_level = []
        for fid, code, name, has in zip(index.fid.tolist(), index.code, index.name, drawn.tolist(), strict=True):
            of, plain = gemeente_of(code), folded(name)
            searched = f"{plain} {folds.get(of, '')} {code.casefold()}"
            within = "" if level == GEMEENTE else gemeenten.get(of, "")
            of_level.append(AreaName(level, fid, code, name, within, plain, searched, has))
        names += sorted(of_level, key=lambda area: area.searched)
    return tuple(names)


def gemeente_names(pack: Pack) -> dict[str, str]:
    """Names by code of all gemeenten the pack knows, also those of which it holds a part; PackError as above.

    Kept while the pack is open: they are asked for with every move of the cursor.
    """
    if _NAMES not in pack.kept:
        pack.kept[_NAMES] = _gemeente_names(pack)
    found: dict[str, str] = pack.kept[_NAMES]
    return found


def _gemeente_names(pack: Pack) -> dict[str, str]:
    found = {code: name for code, name in pack.info["gemeenten"] if name}
    if GEMEENTE in pack.levels:
        index = read_index(pack, GEMEENTE)
        found |= {code: name for code, name in zip(index.code, index.name, strict=True) if name != code}
    if pack.info.get(AROUND):
        around = read_layer(pack, AROUND, outlines=False)
        found = dict(zip(around.code, around.name, strict=True)) | found
    return found


def require_level(pack: Pack, level: str) -> None:
    """PackError when the pack has no outlines of a level."""
    if level not in pack.levels:
        raise PackError("The data have no {level} with outlines.", level=level)


def read_outlines(pack: Pack, level: str, fids: Sequence[int]) -> list[bytes | None]:
    """Outlines of areas as WKB in EPSG:28992, in the order of their feature ids as given; None where there is none.

    PackError when the file can't be read.
    """
    if level not in pack.known_levels:
        return [None] * len(fids)
    with _connected(pack) as connection:  # to open it as a layer takes a hundred times longer than to read an outline
        rows = [connection.execute(_OUTLINE[level], (fid,)).fetchone() for fid in fids]
        return [None if row is None or row[0] is None else _wkb(row[0]) for row in rows]


def levels_near(pack: Pack, levels: Sequence[str], x: float, y: float, near: float) -> tuple[str, ...]:
    """Those of some levels that have an area of which the box begins so near to a place in EPSG:28992.

    Quick, also of a file of which nothing was read yet; PackError when it can't be read.
    """
    if not levels:  # a pack of squares alone has no file of areas
        return ()
    box = x - near, x + near, y - near, y + near
    with _connected(pack) as connection:
        return tuple(level for level in levels if connection.execute(_NEAR[level], box).fetchone()[0])


def buurt_near(pack: Pack, x: float, y: float) -> tuple[str, bytes] | None:
    """Name and outline (WKB) of the buurt at a place in EPSG:28992, or else the nearest within 4 km.

    One with a score in the newest year goes before all others; None when there is none. PackError as above.
    """
    point = ogr.CreateGeometryFromWkt(f"POINT ({float(x)!r} {float(y)!r})")
    score = f"{pack.model.total.id}_{pack.years[-1]}"
    best: tuple[tuple[bool, float], str, bytes] | None = None
    with _opened(pack, "buurt") as layer:
        scored = layer.GetLayerDefn().GetFieldIndex(score)
        for radius in _RADII:
            layer.SetSpatialFilterRect(x - radius, y - radius, x + radius, y + radius)
            for feature in layer:
                outline = feature.GetGeometryRef()
                if outline is None:
                    continue
                rank = scored < 0 or not feature.IsFieldSetAndNotNull(scored), outline.Distance(point)
                if best is None or rank < best[0]:
                    name = feature.GetField("name") or feature.GetField("code")
                    best = rank, name, bytes(outline.ExportToIsoWkb())
            if best is not None and not best[0][0]:
                break
    return None if best is None else (best[1], best[2])


def read_index(pack: Pack, level: str) -> LevelIndex:
    """Codes, names and boxes of all areas of a level, many times quicker than with their outlines; PackError as above.

    The order is that of `read_level`.
    """
    with _connected(pack) as connection:
        rows = connection.execute(_INDEX[level]).fetchall()
        box = np.array([row[3:] for row in rows], np.float64).reshape(-1, 4)  # NULL becomes NaN
    code = [str(row[1] or "") for row in rows]
    name = [str(row[2] or row[1] or "") for row in rows]
    return LevelIndex(np.array([row[0] for row in rows], np.int64), code, name, box)


@contextmanager
def _connected(pack: Pack) -> Iterator[sqlite3.Connection]:
    """The file as a database, closed afterwards; PackError for whatever is wrong with it meanwhile."""
    try:
        with closing(sqlite3.connect(_address(pack.areas_path), uri=True)) as connection:
            yield connection
    except (sqlite3.Error, OSError, ValueError, TypeError, IndexError) as problem:
        raise pack.unreadable(problem) from problem


def _wkb(blob: bytes) -> bytes:
    """The outline within a geometry of a GeoPackage."""
    return blob[_HEADER + _BOX_BYTES[blob[3] >> 1 & 7] :]


def _address(path: Path) -> str:
    """Address for SQLite of a file that nobody writes; a network share (`//server/…`) has it in the path."""
    address = path.resolve().as_uri()
    if not address.startswith("file:///"):
        address = address.replace("file://", "file:////", 1)
    return address + "?mode=ro&immutable=1"


@contextmanager
def _opened(pack: Pack, level: str) -> Iterator[ogr.Layer]:
    """A level of the file, closed afterwards; PackError for whatever is wrong with it meanwhile."""
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(str(pack.areas_path), gdal.OF_VECTOR | gdal.OF_READONLY)
        yield dataset.GetLayerByName(level)
    except (RuntimeError, AttributeError, KeyError, TypeError) as problem:
        raise pack.unreadable(problem) from problem


def _text(value: bytes | str | None) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value or ""


def _outlines(column: NDArray[Any]) -> list[bytes | None]:
    if column.dtype.kind == "V":  # all of one length
        return [shape.tobytes() for shape in column]
    return [shape or None for shape in column.tolist()]
