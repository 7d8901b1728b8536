# SPDX-License-Identifier: GPL-2.0-or-later
"""The score and class of an official area in a year: as published, else measured; and which polygons are one.

A polygon that has the outline of an official area is that area: in the panel, in expressions and in any layer. What its
squares give stands beside what is published (`AreaScores.measured`). Everything here is for any thread.
"""

from __future__ import annotations

import hashlib
import weakref
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ..engine.areas.aggregation import AreaScores
from ..engine.areas.pieces import ranges
from ..engine.areas.published import PublishedFigures, with_published
from ..engine.areas.rings import Rings, decode_polygons
from .official import LevelIndex, levels_near, read_index, read_level, read_outlines
from .pack import Pack
from .parts import partial_codes

_FINE_TO_COARSE = ("buurt", "wijk", "pc4", "gemeente")
"""Where two levels have the same outline, the area is that of the finer one."""
_NEAR = 0.5
"""Metres by which two outlines may differ and be the same: more than a change of coordinates, less than an edit."""
_BOX_NEAR = _NEAR + 0.1
_LONGEST_EMPTY = 64
"""Bytes of well-known binary that may hold no ring."""
_REMEMBERED = 50_000
"""Polygons of which is remembered what official area they are."""
_KEPT = "official scores"
INHABITANTS_FIELD = "inhabitants"
"""Field of official areas in `areas.gpkg`, and column of tables."""


@dataclass(frozen=True)
class OfficialArea:
    """An official area: level, place in it, code and name; `is_part` when the pack holds a part of its squares only."""

    level: str
    place: int
    code: str
    name: str
    is_part: bool


def official_scores(pack: Pack) -> OfficialScores:
    """What is known of the official areas of a pack; kept while it is open."""
    found: OfficialScores = pack.kept.setdefault(_KEPT, OfficialScores(pack))
    return found


class OfficialScores:
    """Recognises the official areas of one pack, and puts what is published of them over what is measured."""

    def __init__(self, pack: Pack) -> None:
        # the pack keeps this: a reference back would keep its files open after it was closed
        self._pack: Pack = weakref.proxy(pack)
        self._lock = Lock()
        self._indices: dict[str, LevelIndex] = {}
        self._starts: dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]] = {}
        self._areas: dict[str, dict[str, OfficialArea]] = {}
        self._published: dict[str, PublishedFigures] = {}
        self._totals: dict[str, NDArray[np.float64]] = {}
        self._inhabitants: dict[str, NDArray[np.float64]] = {}
        self._recognised: dict[bytes, OfficialArea] = {}
        self._wests: NDArray[np.float64] | None = None
        self._none = b""

    @property
    def _levels(self) -> tuple[str, ...]:
        """Levels of the pack with outlines, the finest first."""
        there = self._pack.levels
        return tuple(level for level in _FINE_TO_COARSE if level in there)

    def prepare(self) -> None:
        """Read now what the first area would wait for."""
        for level in self._levels:
            self.of_level(level)
        self._all_wests()

    def recognise(
        self, areas: Sequence[bytes | None], said: Sequence[Collection[str]] = (), rings: Rings | None = None
    ) -> list[OfficialArea | None]:
        """The official area that every polygon (valid WKB in EPSG:28992) is, None for those that are none.

        `rings` are those of the polygons, where they were decoded already.

        Where areas of several levels have the same outline (a wijk of one buurt), an area is the one of which code or
        name is among what is `said` of it, else that of the finest level. PackError when the official areas can't be
        read.
        """
        found = self._by_outline(areas, rings)
        for at, words in enumerate(said):
            known = found[at]
            if known is not None and known.code not in words and known.name not in words:
                found[at] = self._coarser(areas[at], known, words) or known
        return found

    def _coarser(self, area: bytes | None, known: OfficialArea, words: Collection[str]) -> OfficialArea | None:
        """The area of a coarser level that has the same outline and that some words call by its code or name."""
        boxes = _boxes([area])
        for level in _FINE_TO_COARSE[_FINE_TO_COARSE.index(known.level) + 1 :]:
            for _at, place in self._near(level, boxes, [0]) if level in self._pack.levels else ():
                other = self._area(level, place)
                called = other.code in words or other.name in words
                if called and is_same_outline(area, self._outlines(level, [place])[0]):
                    return other
        return None

    def _by_outline(self, areas: Sequence[bytes | None], rings: Rings | None) -> list[OfficialArea | None]:
        """The official area of the finest level with the outline of every polygon."""
        keys = [hashlib.blake2b(wkb, digest_size=16).digest() if wkb else b"" for wkb in areas]
        if keys == [self._none]:  # one that is being drawn is asked about several times
            return [None]
        found: list[OfficialArea | None] = [self._recognised.get(key) for key in keys]
        open_places = [at for at, known in enumerate(found) if known is None]
        if not open_places:
            return found
        boxes = _boxes([wkb if known is None else None for wkb, known in zip(areas, found, strict=True)], rings)
        for level in self._levels_near(boxes[open_places]):
            pairs = self._near(level, boxes, open_places)
            outlines = self._outlines(level, [place for _at, place in pairs])
            for (at, place), outline in zip(pairs, outlines, strict=True):
                if found[at] is None and is_same_outline(areas[at], outline):
                    found[at] = self._remember(keys[at], self._area(level, place))
            if pairs:
                open_places = [at for at in open_places if found[at] is None]
        if found == [None]:
            self._none = keys[0]
        return found

    def _remember(self, key: bytes, area: OfficialArea) -> OfficialArea:
        with self._lock:
            if len(self._recognised) < _REMEMBERED:
                self._recognised[key] = area
        return area

    def of_codes(self, level: str, codes: Sequence[str]) -> list[OfficialArea | None]:
        """The official areas of a level with these codes, None for a code that none has."""
        if level not in self._pack.known_levels:
            return [None] * len(codes)
        known = self._all_of(level)
        return [known.get(code) for code in codes]

    def over(self, scores: AreaScores, areas: Sequence[OfficialArea | None]) -> AreaScores:
        """Figures of areas with, for those that are official, the scores and classes that are published."""
        if not any(areas):
            return scores
        model = self._pack.model
        count, years = scores.total.shape
        rows = PublishedFigures.nothing(count, years, len(model.dimensions))
        for level in _FINE_TO_COARSE:
            here = [(row, area) for row, area in enumerate(areas) if area is not None and area.level == level]
            if not here:
                continue
            row, place = np.array([(at, area.place) for at, area in here]).T
            published, year = self.of_level(level), [self._pack.years.index(one) for one in scores.years]
            for mine, theirs in zip(_by_year(rows), _by_year(published), strict=True):
                mine[row] = theirs[place][:, year]
            rows.stated[row] = published.stated[place]
            rows.part[row] = [area.is_part for _at, area in here]
        return with_published(model, scores, rows)

    def of_level(self, level: str) -> PublishedFigures:
        """What is published of the areas of a level, in all years; read once."""
        with self._lock:
            if level not in self._published:
                self._published[level] = self._read(level)
            return self._published[level]

    def inhabitants(self, level: str) -> NDArray[np.float64]:
        """Inhabitants of all areas of a level as the import stored them: float64 [areas], NaN where it didn't."""
        self.of_level(level)
        return self._inhabitants[level]

    def differences(self, level: str, since: int, until: int) -> NDArray[np.float64]:
        """Differences of the published scores of all areas of a level, of totals that are published themselves only.

        float64 [areas, themes], NaN for none.
        """
        published, years = self.of_level(level), [self._pack.years.index(year) for year in (since, until)]
        themes = np.concatenate((self._totals[level][..., None], published.dimensions), axis=-1)[:, years]
        return np.asarray(themes[:, 1] - themes[:, 0])

    def _read(self, level: str) -> PublishedFigures:
        model, years = self._pack.model, self._pack.years
        ids = (model.total.id, model.deviation.id, *(theme.id for theme in model.dimensions))
        fields = [f"{name}_{year}" for name in ids for year in years]
        classes = [f"class_{theme.id}_{year}" for theme in model.themes for year in years]
        areas = read_level(self._pack, level, [*fields, *classes, INHABITANTS_FIELD], outlines=False)
        self._inhabitants[level] = areas.values[INHABITANTS_FIELD]
        values = np.stack([areas.values[name] for name in fields], axis=-1).reshape(len(areas), len(ids), len(years))
        numbers = np.nan_to_num(np.stack([areas.values[name] for name in classes], axis=-1)).astype(np.int8)
        numbers = numbers.reshape(len(areas), len(model.themes), len(years))
        total, deviation = values[:, 0], values[:, 1]
        self._totals[level] = total
        total = np.where(np.isnan(total), deviation + model.reference_of(years), total)
        stated = bool(self._pack.info["levels"][level].get("stated_classes"))
        return PublishedFigures(
            total,
            deviation,
            values[:, 2:].transpose(0, 2, 1),
            numbers[:, 0],
            numbers[:, 1:].transpose(0, 2, 1),
            np.full(len(areas), stated),
            np.zeros(len(areas), bool),
        )

    def _levels_near(self, boxes: NDArray[np.float64]) -> tuple[str, ...]:
        """Levels that may have an area with one of some boxes [areas, 4]: all, unless that can be told to be none."""
        if self._wests is None and len(boxes) == 1:  # before all are read, one is looked up
            x, y = boxes[0, :2].tolist()
            there = x == x and self._levels
            return levels_near(self._pack, self._levels, x, y, _BOX_NEAR) if there else ()
        begin, end = _begins(self._all_wests(), boxes[:, 0])
        return () if (begin == end).all() else self._levels

    def _all_wests(self) -> NDArray[np.float64]:
        """Where the boxes of all official areas begin, ascending."""
        if self._wests is None:
            for level in self._levels:
                self._index(level)
            self._wests = np.sort(np.concatenate([np.zeros(0), *(wests for _order, wests in self._starts.values())]))
        return self._wests

    def _near(self, level: str, boxes: NDArray[np.float64], areas: list[int]) -> list[tuple[int, int]]:
        """Pairs of an area (by place) and a place in a level that have the same box."""
        index = self._index(level)
        order, starts = self._starts[level]
        begin, end = _begins(starts, boxes[areas, 0])
        at, of = ranges(begin, end)
        places, mine = order[at], np.array(areas, np.int64)[of]
        near = (np.abs(index.box[places] - boxes[mine]) <= _BOX_NEAR).all(axis=1)
        return list(zip(mine[near].tolist(), places[near].tolist(), strict=True))

    def _outlines(self, level: str, places: list[int]) -> list[bytes | None]:
        if not places:
            return []
        return read_outlines(self._pack, level, self._index(level).fid[places].tolist())

    def _area(self, level: str, place: int) -> OfficialArea:
        index = self._index(level)
        code = index.code[place]
        return OfficialArea(level, place, code, index.name[place], code in partial_codes(self._pack, level))

    def _index(self, level: str) -> LevelIndex:
        found = self._indices.get(level)
        if found is None:
            found = read_index(self._pack, level)
            order = np.argsort(found.box[:, 0], kind="stable")
            order = order[: int(np.count_nonzero(~np.isnan(found.box[:, 0])))]  # NaN comes last
            self._starts[level] = order, found.box[order, 0]
            self._indices[level] = found
        return found

    def _all_of(self, level: str) -> dict[str, OfficialArea]:
        """All areas of a level by code, made once."""
        if level not in self._areas:
            index, partial = self._index(level), partial_codes(self._pack, level)
            self._areas[level] = {
                code: OfficialArea(level, at, code, name, code in partial)
                for at, (code, name) in enumerate(zip(index.code, index.name, strict=True))
            }
        return self._areas[level]


def _begins(wests: NDArray[np.float64], west: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where in the ascending `wests` those begin and end that are near to every one of `west`; NaN is near to none."""
    return wests.searchsorted(west - _BOX_NEAR), wests.searchsorted(west + _BOX_NEAR, side="right")


def is_same_outline(one: bytes | None, other: bytes | None) -> bool:
    """Whether two polygons (WKB) nowhere differ by more than half a metre, wherever their rings begin."""
    if not one or not other:
        return False
    if one == other and len(one) > _LONGEST_EMPTY:  # of a layer of official areas nearly all are, to the byte
        return True
    first, second = decode_polygons([one]), decode_polygons([other])
    if first.points.shape == second.points.shape and np.array_equal(first.start, second.start):
        if not len(first.points):
            return False
        if np.abs(first.points - second.points).max() <= _NEAR:
            return True
    shapes = [ogr.CreateGeometryFromWkb(wkb) for wkb in (one, other)]
    areas = [shape.GetArea() for shape in shapes]
    if abs(areas[0] - areas[1]) > _NEAR * max(shape.Boundary().Length() for shape in shapes):
        return False
    difference = shapes[0].SymDifference(shapes[1])
    return difference is not None and difference.Buffer(-_NEAR).IsEmpty()


def _boxes(areas: Sequence[bytes | None], rings: Rings | None = None) -> NDArray[np.float64]:
    """Box of every polygon, NaN for none: float64 [areas, 4], xmin, ymin, xmax, ymax."""
    if rings is not None:
        return rings.boxes
    there = [at for at, wkb in enumerate(areas) if wkb]
    found = np.full((len(areas), 4), np.nan)
    found[there] = decode_polygons([wkb for wkb in areas if wkb]).boxes
    return found


def _by_year(figures: PublishedFigures) -> tuple[NDArray, ...]:
    return figures.total, figures.deviation, figures.dimensions, figures.classes, figures.dimension_classes
