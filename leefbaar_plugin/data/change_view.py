# SPDX-License-Identifier: GPL-2.0-or-later
"""The change of some areas between two years as it is shown: every area by itself, and all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..engine.coverage import Coverage
from ..engine.coverings import everything
from ..engine.development import BETTER, NOTHING, SAME, WORSE
from ..engine.model import ScoreModel
from .area_changes import AreaChanges, changes_of, changes_of_covered, changes_of_level
from .comparison import OwnArea, union_of
from .development import square_scores
from .measure import Measurer
from .name_search import folded
from .pack import Pack
from .progress import Progress, report, silent

Floats = NDArray[np.float64]
OWN = "own"
"""Subject: the user's own areas; the other subjects are levels."""


@dataclass(frozen=True)
class OneChange:
    """The change of one area in score units; None where there is no value.

    `before` and `after` are its scores, `after_class` the class of the latter (0 for none), `contributions` by id of
    the dimension, `reference` the change of the reference (0 in LBM 3.0), `explains` the id of the dimension that
    explains most, '' for none. `worse`, `same`, `better` are fractions (0-1) of the weight; `published` tells that it
    is the difference of published scores, `own_class` that its class is our own calculation.
    """

    name: str
    since: int
    until: int
    before: float | None
    after: float | None
    after_class: int
    total: float | None
    contributions: dict[str, float | None]
    reference: float
    change_class: int
    own_class: bool
    explains: str
    worse: float | None
    same: float | None
    better: float | None
    squares: int
    weight_sum: float
    weight: str
    published: bool


@dataclass(frozen=True, eq=False)
class ChangeView:
    """Changes of areas, in rows: `keys` are feature ids or codes, `folded_names` their names to search by, `outlines`
    WKB in EPSG:28992.

    `before` and `after` float64 [areas] are their scores. `whole` has one row, all areas together with every place
    counted once (of a level: all squares of the data), with its scores in `whole_scores`; None without squares.
    """

    subject: str
    model: ScoreModel
    since: int
    until: int
    keys: tuple[int | str, ...]
    names: tuple[str, ...]
    folded_names: tuple[str, ...]
    outlines: tuple[bytes | None, ...]
    changes: AreaChanges
    before: Floats
    after: Floats
    whole: AreaChanges | None
    whole_scores: tuple[float, float]

    def __len__(self) -> int:
        return len(self.keys)

    def one(self, row: int) -> OneChange:
        """The change of one area."""
        scores = float(self.before[row]), float(self.after[row])
        return _one(self.model, self.changes, row, self.names[row], scores)

    def together(self, name: str) -> OneChange | None:
        """The change of all areas together, under this name; None without squares."""
        if self.whole is None:
            return None
        return _one(self.model, self.whole, 0, name, self.whole_scores)


def own_changes(
    measurer: Measurer, areas: Sequence[OwnArea], since: int, until: int, progress: Progress = silent
) -> ChangeView:
    """Change of the user's own areas. InputError for an area that is no polygon."""
    shapes = [area.wkb for area in areas]
    changes = changes_of(measurer, shapes, since, until)
    report(progress, 0.5)
    union = changes
    if len(areas) != 1:
        union = changes_of(measurer, [union_of(shapes, measurer.recipe.fill_rule)], since, until)
    report(progress, 0.9)
    before, after = _scores(measurer, changes.coverage, since, until)
    start, end = _scores(measurer, union.coverage, since, until)
    return ChangeView(
        OWN,
        measurer.pack.model,
        since,
        until,
        tuple(area.fid for area in areas),
        tuple(area.name for area in areas),
        tuple(folded(area.name) for area in areas),
        tuple(shapes),
        changes,
        before,
        after,
        union,
        (float(start[0]), float(end[0])),
    )


def level_changes(
    pack: Pack,
    level: str,
    since: int,
    until: int,
    measurer: Measurer | None,
    known: ChangeView | None = None,
    progress: Progress = silent,
) -> ChangeView:
    """Change of all official areas of a level; `known` is an earlier result of it by the same measurer.

    PackError when the pack lacks the level or a year, or has no scores of it.
    """
    changes = changes_of_level(pack, level, since, until, measurer, known.changes if known else None)
    report(progress, 0.6)
    areas = changes.areas
    published = [np.zeros(0)] * 2 if areas is None else _published(pack, changes, since, until)
    before, after = published
    whole, ends = None, (float("nan"), float("nan"))
    if measurer is not None and pack.grid is not None:
        squares = _scores(measurer, changes.coverage, since, until)
        before, after = (np.where(np.isnan(a), b, a) for a, b in zip(published, squares, strict=True))
        report(progress, 0.8)
        all_squares = everything(len(pack.grid))
        whole = changes_of_covered(measurer, all_squares, since, until)
        start, end = _scores(measurer, all_squares, since, until)
        ends = float(start[0]), float(end[0])
    codes, names = (tuple(areas.code), tuple(areas.name)) if areas is not None else ((), ())
    search = known.folded_names if known else tuple(map(folded, names))
    outlines = known.outlines if known else tuple(areas.wkb) if areas is not None else ()
    return ChangeView(
        level, pack.model, since, until, codes, names, search, outlines, changes, before, after, whole, ends
    )


def _published(pack: Pack, changes: AreaChanges, since: int, until: int) -> list[Floats]:
    """Published scores in both years, NaN where one of them isn't."""
    values = changes.areas.values if changes.areas is not None else {}
    scores = [values[f"{pack.model.total.id}_{year}"] for year in (since, until)]
    return [np.where(changes.published, score, np.nan) for score in scores]


def _scores(measurer: Measurer, coverage: Coverage | None, since: int, until: int) -> tuple[Floats, Floats]:
    """Scores of areas in two years, on the squares with a score in both: float64 [areas] each."""
    if coverage is None:
        return np.zeros(0), np.zeros(0)
    square, place = np.unique(coverage.square, return_inverse=True)
    total = square_scores(measurer.pack, (since, until), square).total[place]
    there = ~np.isnan(total).any(axis=1)
    of_area = np.repeat(np.arange(len(coverage)), np.diff(coverage.offset))[there]
    weight = (coverage.share * measurer.weights.value[coverage.square])[there]
    with np.errstate(divide="ignore", invalid="ignore"):
        sums = np.bincount(of_area, weight, len(coverage))
        before, after = (np.bincount(of_area, weight * year, len(coverage)) / sums for year in total[there].T)
    return before, after


def _one(model: ScoreModel, changes: AreaChanges, row: int, name: str, scores: tuple[float, float]) -> OneChange:
    found, change = changes.found, changes.found.change
    explains = int(changes.explains[row])
    return OneChange(
        name=name,
        since=change.since,
        until=change.until,
        before=_value(scores[0]),
        after=_value(scores[1]),
        after_class=int(model.total_classification.classify(np.array([scores[1]]))[0]),
        total=_value(change.total[row]),
        contributions={theme.id: _value(change.contributions[row, n]) for n, theme in enumerate(model.dimensions)},
        reference=change.reference,
        change_class=int(found.classes[row, 0]),
        own_class=bool(changes.own_class[row]),
        explains=model.dimensions[explains].id if explains != NOTHING else "",
        worse=_value(found.shares[row, 0, WORSE]),
        same=_value(found.shares[row, 0, SAME]),
        better=_value(found.shares[row, 0, BETTER]),
        squares=int(found.squares[row]),
        weight_sum=float(found.weight_sum[row]),
        weight=found.weight,
        published=bool(changes.published[row]),
    )


def _value(number: np.floating | float) -> float | None:
    return None if np.isnan(number) else float(number)
