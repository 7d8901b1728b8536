# SPDX-License-Identifier: GPL-2.0-or-later
"""The change of some areas between two years as it is shown: every area by itself, and all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.coverings import everything
from ...engine.change.development import BETTER, NOTHING, SAME, WORSE, is_own_calculation
from ...engine.model import ScoreModel
from ...pack.files.progress import Progress, report, silent
from ...pack.name_search import folded
from ...pack.pack import Pack
from ..comparison import OwnArea, union_of
from ..marks import Marks, marks_of
from ..measure import Measurer
from .area_changes import AreaChanges, changes_of, changes_of_covered, changes_of_level

Floats = NDArray[np.float64]
OWN = "own"
"""Subject: the user's own areas; the other subjects are levels."""


@dataclass(frozen=True)
class OneChange:
    """The change of one area in score units; None where there is no value.

    `before` and `after` are its scores, `after_class` the class of the latter (0 for none), `contributions` by id of
    the dimension, `reference` the change of the reference (0 in LBM 3.0), `explains` the id of the dimension that
    explains most, '' for none. `worse`, `same`, `better` are fractions (0-1) of the weight; `published` tells that it
    is a published one (`stated`) or the difference of published scores,
    `own_class` that its class is our own calculation.
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
    stated: bool = False


@dataclass(frozen=True)
class ThemeChange:
    """The change of one theme of one area in score units; None where there is no value, class 0 for none.

    `worse`, `same`, `better` are fractions (0-1) of the weight; `own_class` tells that the class is our own.
    """

    theme: str
    value: float | None
    change_class: int
    own_class: bool
    worse: float | None
    same: float | None
    better: float | None


@dataclass(frozen=True, eq=False)
class ChangeView:
    """Changes of areas, in rows: `keys` are feature ids or codes, `folded_names` their names to search by, `outlines`
    WKB in EPSG:28992.

    `whole` has one row, all areas together with every place counted once (of a level: all squares of the data); None
    without squares. `marks` tell which areas are small official ones.
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
    whole: AreaChanges | None
    marks: Marks

    def __len__(self) -> int:
        return len(self.keys)

    def one(self, row: int) -> OneChange:
        """The change of one area."""
        return _one(self.model, self.changes, row, self.names[row])

    def of_theme(self, row: int | None, theme: str) -> ThemeChange | None:
        """The change of a theme of one area, of all together for None; None without squares then."""
        changes = self.changes if row is not None else self.whole
        return None if changes is None else _of_theme(self.model, changes, row or 0, theme)

    def together(self, name: str) -> OneChange | None:
        """The change of all areas together, under this name; None without squares."""
        if self.whole is None:
            return None
        return _one(self.model, self.whole, 0, name)


def own_changes(
    measurer: Measurer, areas: Sequence[OwnArea], since: int, until: int, progress: Progress = silent
) -> ChangeView:
    """Change of the user's own areas. InputError for an area that is no polygon."""
    shapes = [area.wkb for area in areas]
    changes = changes_of(measurer, shapes, since, until)
    report(progress, 0.5)
    union = changes
    if len(areas) != 1:
        # of an official area that is there in part the union would have a slice
        whole = [one for one, known in zip(shapes, changes.official, strict=True) if known is None or not known.is_part]
        union = changes_of(measurer, [union_of(whole, measurer.recipe.fill_rule)], since, until)
    report(progress, 0.9)
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
        union,
        marks_of(measurer.pack, changes.official),
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
    areas, whole = changes.areas, None
    if measurer is not None and pack.grid is not None:
        whole = changes_of_covered(measurer, everything(len(pack.require_squares()[0])), since, until)
    codes, names = (tuple(areas.code), tuple(areas.name)) if areas is not None else ((), ())
    search = known.folded_names if known else tuple(map(folded, names))
    outlines = known.outlines if known else tuple(areas.wkb) if areas is not None else ()
    marks = known.marks if known else marks_of(pack, changes.official)
    return ChangeView(level, pack.model, since, until, codes, names, search, outlines, changes, whole, marks)


def _one(model: ScoreModel, changes: AreaChanges, row: int, name: str) -> OneChange:
    found, change = changes.found, changes.found.change
    explains = int(changes.explains[row])
    return OneChange(
        name=name,
        since=change.since,
        until=change.until,
        before=_value(changes.scores.total[row, 0]),
        after=_value(changes.scores.total[row, 1]),
        after_class=int(changes.scores.classes[row, 1]),
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
        stated=bool(changes.stated[row]),
    )


def _of_theme(model: ScoreModel, changes: AreaChanges, row: int, theme: str) -> ThemeChange:
    found, place = changes.found, [one.id for one in model.themes].index(theme)
    own = bool(changes.own_class[row]) if not place else is_own_calculation(model, theme)
    shares = {side: _value(found.shares[row, place, side]) for side in (WORSE, SAME, BETTER)}
    value, number = _value(found.change.themes[row, place]), int(found.classes[row, place])
    return ThemeChange(theme, value, number, own, shares[WORSE], shares[SAME], shares[BETTER])


def _value(number: np.floating | float) -> float | None:
    return None if np.isnan(number) else float(number)
