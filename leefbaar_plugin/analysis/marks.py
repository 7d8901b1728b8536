# SPDX-License-Identifier: GPL-2.0-or-later
"""What has to be told of areas beside their figures: few inhabitants, a part of an official area, and cautions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..engine.choices import CautionLimits
from ..pack.inhabitants import has_inhabitants, inhabitants_of
from ..pack.official_scores import INHABITANTS_FIELD, OfficialArea
from ..pack.pack import Pack
from .cautions import Caution

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Marks:
    """What has to be told of areas beside their figures; arrays by area.

    `official` bool: it is an official area; `part` bool: the pack holds a part of it; `inhabitants` float64, NaN where
    they aren't known: of what isn't official, of a part, without outline or without counts. `counted` tells whether
    the pack has counts at all. `cautions` say what has to be told of their figures, by `limits`; empty where that isn't
    looked at.
    """

    official: NDArray[np.bool_]
    part: NDArray[np.bool_]
    inhabitants: Floats
    counted: bool
    cautions: tuple[Caution, ...] = ()
    limits: CautionLimits = field(default_factory=CautionLimits)

    def where(self, chosen: NDArray[Any]) -> Marks:
        """Of some areas, by place or by mask."""
        rows = np.arange(len(self.official))[chosen].tolist()
        told = tuple(self.cautions[row] for row in rows) if self.cautions else ()
        return Marks(
            self.official[chosen], self.part[chosen], self.inhabitants[chosen], self.counted, told, self.limits
        )

    def told(self, cautions: Sequence[Caution], limits: CautionLimits) -> Marks:
        """The same with what has to be told of the figures of every area."""
        return replace(self, cautions=tuple(cautions), limits=limits)

    def caution(self, row: int) -> Caution | None:
        """What has to be told of the figures of an area that has any; None for nothing."""
        one = self.cautions[row] if row < len(self.cautions) else None
        return one if one is not None and (one.few(self.limits) or one.low_coverage(self.limits)) else None

    def small(self, below: float) -> NDArray[np.bool_]:
        """Which areas have fewer inhabitants than `below`: bool [areas]."""
        return self.inhabitants < below  # False for NaN

    def unknown(self) -> NDArray[np.bool_]:
        """Which official areas may be small for all that is known, where those of others are: bool [areas]."""
        return self._unknown

    @cached_property
    def _unknown(self) -> NDArray[np.bool_]:
        return self.official & ~self.part & np.isnan(self.inhabitants) & self.counted


def marks_of(pack: Pack, official: Sequence[OfficialArea | None]) -> Marks:
    """Marks of areas of which is known what official area they are; PackError when these can't be read."""
    inhabitants = np.full(len(official), np.nan)
    counted = has_inhabitants(pack)
    if counted:
        for level in sorted({area.level for area in official if area is not None and not area.is_part}):
            of_level = inhabitants_of(pack, level)
            for row, area in enumerate(official):
                if area is not None and area.level == level and not area.is_part:
                    inhabitants[row] = of_level[area.place]
    is_official = np.array([area is not None for area in official], bool)
    part = np.array([area is not None and area.is_part for area in official], bool)
    return Marks(is_official, part, inhabitants, counted)


def mark_columns(marks: Marks, below: float, rows: Sequence[int] | None = None) -> dict[str, list[Any]]:
    """Columns part, inhabitants and small of some areas (default: all); None for areas that aren't official, and where
    the number of inhabitants isn't known.
    """
    chosen = range(len(marks.official)) if rows is None else rows
    known = ~np.isnan(marks.inhabitants)
    return {
        "part": [bool(marks.part[row]) if marks.official[row] else None for row in chosen],
        INHABITANTS_FIELD: [float(marks.inhabitants[row]) if known[row] else None for row in chosen],
        "small": [bool(marks.inhabitants[row] < below) if known[row] else None for row in chosen],
    }
