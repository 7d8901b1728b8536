# SPDX-License-Identifier: GPL-2.0-or-later
"""The waterbed question for areas of a pack: their rings, the rest of their gemeenten, and what the figures say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from osgeo import ogr

from ...engine.areas.aggregation import AreaScores
from ...engine.change.waterbed import Waterbed, waterbed
from ...pack.files.progress import Progress, report, silent
from ...pack.official import GEMEENTE, read_level
from ...pack.official_scores import official_scores
from ...pack.outlines.geometry import EMPTY_POLYGON, ValidAreas
from ..comparison import union_of
from ..measure import Measurer
from ..references.everywhere import Everywhere, everywhere
from ..references.references import References
from ..same_squares import scores_on
from ..whereabouts import GemeentePart
from .surroundings import Ring, difference, rings_around

AREA, RING, REST = "area", "ring", "rest"
"""Kinds of zone: the area itself, a ring around it, the rest of the gemeenten it lies in."""
_DRAWN_AT = 0.7


@dataclass(frozen=True)
class WaterbedQuestion:
    """Which rings (metres, from the inside out), in which years, and since which year; `smallest` is the least weight
    that says something. With `without_others` a ring leaves out the other areas.
    """

    rings: tuple[Ring, ...]
    years: tuple[int, ...]
    since: int
    smallest: float
    without_others: bool = False


@dataclass(frozen=True)
class Zone:
    """A zone of an area: its kind, the distances of a ring in metres, its outline (WKB in EPSG:28992)."""

    kind: str
    inner: float | None
    outer: float | None
    wkb: bytes


@dataclass(frozen=True, eq=False)
class Surrounded:
    """Areas with their surroundings; `row(area, zone)` is the place of a zone in `scores` and `left_out`.

    `zones` holds by area the area, its rings, the rest of its gemeenten (empty where there is none); `gemeenten` the
    gemeenten of every area; `country` the country, or all squares; `left_out` int64 [rows] squares without a score in
    one of the years; `meets_others` tells which areas have a ring that overlaps another area.
    """

    question: WaterbedQuestion
    zones: tuple[tuple[Zone, ...], ...]
    gemeenten: tuple[tuple[GemeentePart, ...], ...]
    scores: AreaScores
    left_out: np.ndarray
    country: Everywhere
    waterbed: Waterbed
    meets_others: tuple[bool, ...]
    repaired: list[int]
    empty: list[int]

    def row(self, area: int, zone: int) -> int:
        """Row of a zone (0 the area, then its rings, then the rest)."""
        return area * (len(self.question.rings) + 2) + zone


def surround(
    references: References, areas: Sequence[bytes | None], question: WaterbedQuestion, progress: Progress = silent
) -> Surrounded:
    """Measure areas (WKB in EPSG:28992) and their surroundings on the squares scored in all years of the question.

    Raises InputError for an area that is no polygon, PackError for a year the pack doesn't have.
    """
    measurer = references.measurer
    for year in (*question.years, question.since):
        measurer.pack.require_year(year)
    years = tuple(sorted({*question.years, question.since}))
    references.prepare()
    valid, _coverage = measurer.cover(areas)
    gemeenten = tuple(references.gemeenten_of(valid.wkb))
    others = _Others(valid)
    zones, meets = [], []
    outlines = _outlines(measurer, gemeenten)
    for place, (area, parts) in enumerate(zip(valid.wkb, gemeenten, strict=True)):
        report(progress, _DRAWN_AT * place / max(len(valid.wkb), 1))
        around = rings_around(area, question.rings)
        near = list(others.meeting(place, around))
        meets.append(bool(near))
        if question.without_others:
            around = [difference(ring, near) for ring in around]
        known = [outlines[part.code] for part in parts if part.code in outlines] if parts and parts[0].whole else []
        rest = _rest(known, [area, *around])
        rings = [Zone(RING, *ends, ring) for ends, ring in zip(question.rings, around, strict=True)]
        zones.append((Zone(AREA, None, None, area), *rings, Zone(REST, None, None, rest)))
    _valid, coverage = measurer.cover([zone.wkb for of_area in zones for zone in of_area])
    report(progress, 0.95)
    on = scores_on(measurer, coverage, years)
    country = everywhere(references, years, with_shares=True)
    published = official_scores(measurer.pack)
    official = published.recognise(valid.wkb)
    rows = [one for area in official for one in (area, *[None] * (len(question.rings) + 1))]
    scores = published.over(on.scores, rows)
    found = waterbed(
        measurer.pack.model, scores, country.scores, len(question.rings), question.since, question.smallest
    )
    report(progress, 1.0)
    places = valid.repaired, valid.empty
    return Surrounded(question, tuple(zones), gemeenten, scores, on.left_out, country, found, tuple(meets), *places)


def _outlines(measurer: Measurer, gemeenten: Sequence[Sequence[GemeentePart]]) -> dict[str, bytes]:
    """Outlines by code of the gemeenten that any area lies in, of which the pack holds all squares."""
    wanted = {part.code for parts in gemeenten for part in parts if part.whole}
    if not wanted:
        return {}
    level = read_level(measurer.pack, GEMEENTE)
    return {code: wkb for code, wkb in zip(level.code, level.wkb, strict=True) if code in wanted and wkb is not None}


def _rest(gemeenten: Sequence[bytes], taken: Sequence[bytes]) -> bytes:
    """What is left of gemeenten outside an area and its rings."""
    if not gemeenten:
        return EMPTY_POLYGON
    whole = gemeenten[0] if len(gemeenten) == 1 else union_of(gemeenten, "even-odd")
    return difference(whole, taken)


class _Others:
    """Finds the areas that a ring of one of them meets."""

    def __init__(self, areas: ValidAreas) -> None:
        self._areas = areas.wkb
        self._boxes = np.array([_box(wkb) for wkb in areas.wkb]).reshape(-1, 4)

    def meeting(self, place: int, rings: Sequence[bytes]) -> Iterator[bytes]:
        """The other areas that lie in one of the rings, in part or whole."""
        shapes = [ogr.CreateGeometryFromWkb(ring) for ring in rings if ring != EMPTY_POLYGON]
        if not shapes or len(self._areas) < 2:
            return
        xmin, xmax, ymin, ymax = np.array([shape.GetEnvelope() for shape in shapes]).T
        boxes = self._boxes
        near = (boxes[:, 0] <= xmax.max()) & (boxes[:, 1] >= xmin.min())
        near &= (boxes[:, 2] <= ymax.max()) & (boxes[:, 3] >= ymin.min())
        near[place] = False
        for other in np.flatnonzero(near).tolist():
            shape = ogr.CreateGeometryFromWkb(self._areas[other])
            # outlines that only touch have nothing in common
            if any(ring.Intersects(shape) and not ring.Touches(shape) for ring in shapes):
                yield self._areas[other]


def _box(wkb: bytes) -> tuple[float, ...]:
    if wkb == EMPTY_POLYGON:
        return np.nan, np.nan, np.nan, np.nan
    return tuple(ogr.CreateGeometryFromWkb(wkb).GetEnvelope())
