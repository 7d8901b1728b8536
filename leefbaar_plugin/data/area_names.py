# SPDX-License-Identifier: GPL-2.0-or-later
"""Official areas by name: a list read from a pack once, and searched without regard to case and accents."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, ogr

from .pack import Pack

gdal.UseExceptions()
# whole statements, for a name can't be a parameter
_STATEMENTS = {
    "gemeente": "SELECT fid, code, name FROM gemeente ORDER BY name",
    "wijk": "SELECT fid, code, name FROM wijk ORDER BY name",
    "buurt": "SELECT fid, code, name FROM buurt ORDER BY name",
}
_MUNICIPAL_DIGITS = slice(2, 6)
ELSEWHERE = 0.2
_RADII = (0.5, 250.0, 1000.0, 4000.0)
"""Metres around a place in which to look for a buurt, one after the other: few are read even of the whole country."""


@dataclass(frozen=True)
class AreaName:
    """An official area: level, feature id in that layer of the pack, code, name, and name of its gemeente.

    `folded` is the name for searching, `searched` that and all else by which the area can be found.
    """

    level: str
    fid: int
    code: str
    name: str
    gemeente: str
    folded: str = ""
    searched: str = ""


def read_names(pack: Pack) -> tuple[AreaName, ...]:
    """All gemeenten, wijken and buurten of a pack; for any thread: the file is opened for this, and only to be read.

    PackError when it can't be.
    """
    found: list[tuple[str, int, str, str]] = []
    try:
        with closing(sqlite3.connect(_address(pack.areas_path), uri=True)) as connection:
            for level, statement in _STATEMENTS.items():
                if level in pack.levels:
                    found += [(level, *row) for row in connection.execute(statement)]
    except sqlite3.Error as problem:
        raise pack.unreadable(problem) from problem
    gemeenten = {code[_MUNICIPAL_DIGITS]: name or code for code, name in pack.info["gemeenten"]}
    gemeenten |= {code[_MUNICIPAL_DIGITS]: name for level, _fid, code, name in found if level == "gemeente" and name}
    folds = {code: folded(name) for code, name in gemeenten.items()}
    names = []
    for level, fid, code, name in found:
        of = code[_MUNICIPAL_DIGITS]
        plain = folded(name or code)
        searched = f"{plain} {folds.get(of, '')} {code.casefold()}"
        names.append(AreaName(level, fid, code, name or code, gemeenten.get(of, ""), plain, searched))
    return tuple(names)


def search(names: Iterable[AreaName], text: str) -> Iterator[tuple[AreaName, float]]:
    """Areas whose name, or code, holds every word of `text` (the gemeente may give a word), with a score 0-1.

    A name that is the text scores highest, then one that begins with it, then one with a word that does.
    """
    wanted = folded(text)
    words = wanted.split()
    for area in names:
        if words and all(word in area.searched for word in words):
            yield area, match(area.folded, wanted)


def match(name: str, wanted: str) -> float:
    """How well a folded name fits a folded text: 1 the same, 0.8 begins with it, 0.6 a word does, 0.4 holds its words.

    `ELSEWHERE` when some word isn't in the name, but in the name of the gemeente or in the code.
    """
    if name == wanted:
        return 1.0
    if name.startswith(wanted):
        return 0.8
    if f" {wanted}" in f" {name.replace('-', ' ')}":
        return 0.6
    return 0.4 if all(word in name for word in wanted.split()) else ELSEWHERE


def read_outline(pack: Pack, area: AreaName) -> bytes | None:
    """Outline of an area as WKB in EPSG:28992; None when it has none. PackError when the file can't be read."""
    try:
        dataset = gdal.OpenEx(str(pack.areas_path), gdal.OF_VECTOR | gdal.OF_READONLY)
        feature = dataset.GetLayerByName(area.level).GetFeature(area.fid)
        geometry = feature.GetGeometryRef() if feature is not None else None
        return None if geometry is None else bytes(geometry.ExportToIsoWkb())
    except (RuntimeError, AttributeError) as problem:
        raise pack.unreadable(problem) from problem


def buurt_near(pack: Pack, x: float, y: float) -> tuple[str, bytes] | None:
    """Name and outline (WKB) of the buurt at a place in EPSG:28992, or else the nearest within 4 km.

    One with a score in the newest year goes before all others; None when there is none. PackError as above.
    """
    point = ogr.CreateGeometryFromWkt(f"POINT ({x!r} {y!r})")
    score = f"{pack.model.total.id}_{pack.years[-1]}"
    best: tuple[tuple[bool, float], str, bytes] | None = None
    try:
        dataset = gdal.OpenEx(str(pack.areas_path), gdal.OF_VECTOR | gdal.OF_READONLY)
        layer = dataset.GetLayerByName("buurt")
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
    except (RuntimeError, AttributeError) as problem:
        raise pack.unreadable(problem) from problem
    return None if best is None else (best[1], best[2])


def folded(text: str) -> str:
    """Text without case and accents, single spaces, straight quotes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def _address(path: Path) -> str:
    """Address for SQLite of a file that nobody writes; a network share (`//server/…`) has it in the path."""
    address = path.resolve().as_uri()
    if not address.startswith("file:///"):
        address = address.replace("file://", "file:////", 1)
    return address + "?mode=ro&immutable=1"
