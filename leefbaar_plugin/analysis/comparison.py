# SPDX-License-Identifier: GPL-2.0-or-later
"""Own areas beside each other: measured together, their union with every place counted once, and their differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from osgeo import ogr

from ..engine.areas.aggregation import AreaScores
from ..engine.areas.coverage import Coverage
from ..engine.areas.coverings import stacked
from ..engine.areas.figures import AreaFigures, figures_of
from ..engine.model import ScoreModel
from ..pack.official_scores import OfficialArea, official_scores
from ..pack.outlines.geometry import EMPTY_POLYGON, make_valid
from .marks import Marks, marks_of
from .measure import Measurer

FIRST_GUEST = -2
"""Feature ids of guests: this one, and downwards."""
_SUM_TOLERANCE = 1e-5
"""Score units: a remainder below this is the rounding of published figures at both ends, not a step."""


@dataclass(frozen=True)
class OwnArea:
    """An area of the user, or one in a list: feature id, name, and WKB in EPSG:28992 (None without a geometry).

    `official` is the official area that it is, where that isn't to be told by the outline.
    """

    fid: int
    name: str
    wkb: bytes | None
    official: OfficialArea | None = None

    @property
    def is_guest(self) -> bool:
        """Whether it is none of the user's own, but a place set beside these."""
        return self.fid <= FIRST_GUEST


@dataclass(frozen=True, eq=False)
class Compared:
    """Areas with their figures in all years; the last row of `scores` is their union, in which no place counts twice.

    `overlap` is the surface (square metres) that the areas have in common, counted as often as it was too much; `marks`
    tell which of them, and of the union, are small official areas; `coverage` are the squares of all rows.
    """

    model: ScoreModel
    areas: tuple[OwnArea, ...]
    scores: AreaScores
    overlap: float
    marks: Marks
    coverage: Coverage | None = None

    def figures(self, place: int, year: int) -> AreaFigures:
        """Figures of area number `place` (from 0) in a year."""
        return figures_of(self.model, self.scores, place, year)

    def union(self, year: int) -> AreaFigures:
        """Figures of all areas together, counted once."""
        return figures_of(self.model, self.scores, len(self.areas), year)


def compare(measurer: Measurer, areas: Sequence[OwnArea]) -> Compared:
    """Measure areas and their union in one go, in all years. InputError for an area that is no polygon.

    Guests (`OwnArea.is_guest`) are measured beside the others, and are no part of the union; nor are official areas of
    which the pack holds a part, of which it would have a slice.
    """
    published, rule = official_scores(measurer.pack), measurer.recipe.fill_rule
    valid, coverage = measurer.cover([area.wkb for area in areas])
    official = published.recognise(valid.wkb, [(area.name,) for area in areas])
    own = [at for at, area in enumerate(areas) if not area.is_guest] or list(range(len(areas)))
    own = [at for at in own if (known := official[at]) is None or not known.is_part]
    union = union_of([valid.wkb[at] for at in own], rule)
    coverage = stacked([coverage, measurer.cover([union])[1]])
    official += published.recognise([union])
    scores = published.over(measurer.scores(coverage), official)
    marks, overlap = marks_of(measurer.pack, official), float(scores.surface[own].sum() - scores.surface[-1])
    return Compared(measurer.pack.model, tuple(areas), scores, max(overlap, 0.0), marks, coverage)


def union_of(areas: Sequence[bytes | None], fill_rule: str) -> bytes:
    """What lies in any of the areas, as one polygon (WKB); invalid areas are repaired by `fill_rule` first."""
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for wkb in make_valid(areas, fill_rule).wkb:
        geometry = ogr.CreateGeometryFromWkb(wkb)
        parts = (
            [geometry]
            if geometry.GetGeometryType() == ogr.wkbPolygon
            else [geometry.GetGeometryRef(at) for at in range(geometry.GetGeometryCount())]
        )
        for part in parts:
            if not part.IsEmpty():
                whole.AddGeometry(part)
    if whole.IsEmpty():
        return EMPTY_POLYGON
    return bytes(whole.UnionCascaded().ExportToIsoWkb(ogr.wkbNDR))


@dataclass(frozen=True)
class ScoreStep:
    """A step of a waterfall in score units; `theme` is the id of a dimension, '' for what no dimension explains."""

    theme: str
    value: float


@dataclass(frozen=True)
class ScoreSteps:
    """From `start` to `end` in score units: the steps add up to their difference."""

    start: float
    steps: tuple[ScoreStep, ...]
    end: float


def steps_to(model: ScoreModel, figures: AreaFigures, start: AreaFigures | None = None) -> ScoreSteps | None:
    """Steps from the model's reference, or from the score of `start`, to the score of an area in its year.

    What the dimensions don't explain (squares without dimensions, the mean of LBM 2.0 that moves) is a step of its
    own. None when a score or the dimensions are missing in the year.
    """
    begin = model.reference(figures.year) if start is None else start.total
    if begin is None or figures.total is None or begin != begin:
        return None
    steps = []
    for theme in model.dimensions:
        value = figures.dimensions[theme.id]
        before = 0.0 if start is None else start.dimensions[theme.id]
        if value is None or before is None:
            return None
        steps.append(ScoreStep(theme.id, value - before))
    rest = figures.total - begin - sum(step.value for step in steps)
    if abs(rest) > _SUM_TOLERANCE:
        steps.append(ScoreStep("", rest))
    return ScoreSteps(begin, tuple(steps), figures.total)


def difference(figures: AreaFigures, other: AreaFigures | None, theme: str = "") -> float | None:
    """Score of an area minus that of another, in score units; of a dimension, when `theme` is one. None when one of
    them has none.
    """
    if other is None:
        return None
    own, its = (one.dimensions.get(theme, one.total) for one in (figures, other))
    return None if own is None or its is None else own - its
