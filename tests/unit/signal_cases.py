# SPDX-License-Identifier: GPL-2.0-or-later
"""Hand-made squares and areas for the signals: one case per rule that says yes, and one per condition that says no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from leefbaar_plugin.engine.areas.aggregation import aggregate
from leefbaar_plugin.engine.areas.coverage import Coverage
from leefbaar_plugin.engine.signals.evidence import Evidence
from leefbaar_plugin.engine.signals.square_conditions import YearScores
from leefbaar_plugin.engine.squares.matrix import score_matrix
from leefbaar_plugin.engine.squares.scoring import PublishedScores
from leefbaar_plugin.engine.squares.weights import Counts, weigh
from leefbaar_plugin.pack.files.resources import load_model

REFERENCE = 4.10226485114369
YEARS = (2014, 2018, 2020, 2022, 2024)
OF_CLASS = {1: 3.6, 2: 3.7, 3: 3.78, 4: 3.88, 5: 3.96, 6: 4.05, 7: 4.15, 8: 4.23, 9: 4.35}
"""A total in the middle of every class."""


@dataclass(frozen=True)
class Square:
    """A square: class in every year, or a total per year; people and homes; contributions, of which fys is the rest."""

    kind: int = 6
    homes: float = 100.0
    totals: Mapping[int, float] = field(default_factory=dict)
    onv: float = 0.0
    vrz: float = 0.0
    won: float = 0.0
    share: float = 1.0
    missing: Sequence[int] = ()

    def total(self, year: int) -> float:
        return np.nan if year in self.missing else self.totals.get(year, OF_CLASS[self.kind])


Area = Sequence[Square]


AVERAGE = 4.12
"""The average total that areas are compared with, in every year."""


def evidence_of(areas: Sequence[Area], year: int = 2024, since: int | None = 2022, outside: Area = ()) -> Evidence:
    """Evidence of made-up areas, each of squares of its own; a dwelling has 1 household and 2 inhabitants."""
    model = load_model("lbm3")
    squares = [square for area in [*areas, outside] for square in area]
    total = np.array([[square.total(one) for one in YEARS] for square in squares]).reshape(-1, len(YEARS))
    parts = np.zeros((*total.shape, 5))
    for at, square in enumerate(squares):
        parts[at, :, 1:] = [square.onv, 0.0, square.vrz, square.won]
    parts[..., 0] = total - REFERENCE - parts.sum(axis=-1)
    parts[np.isnan(total)] = np.nan
    matrix = score_matrix(model, PublishedScores(YEARS, total, total - REFERENCE, parts))
    homes = np.array([square.homes for square in squares])
    counts = Counts(homes, homes, 2 * homes)
    weights = {kind: weigh(counts, len(squares), kind) for kind in ("dwellings", "households", "inhabitants", "equal")}
    offset = np.cumsum([0, *map(len, areas)])
    inside = squares[: offset[-1]]
    share = np.array([square.share for square in inside])
    coverage = Coverage(offset, np.arange(len(inside)), share, np.diff(offset) * 1e4)
    scores = aggregate(model, matrix, coverage, weights["dwellings"], "share")
    return Evidence(YearScores(model, matrix, year, since), coverage, scores, weights, average=AVERAGE)


def rest(onv: float, number: int = 9) -> list[Area]:
    """Other areas to be ranked among, with this contribution of nuisance and unsafety and more."""
    return [[Square(6, onv=onv + 0.001 * at)] for at in range(number)]


WEAK, LOW, GOOD = Square(4, 300), Square(3, 100), Square(6, 100)
RISEN = Square(4, 100, {2022: 3.80, 2024: 3.90})
FALLEN = Square(4, 100, {2022: 3.90, 2024: 3.80})
STILL = Square(6, 100)
UNSAFE = Square(3, 1300, onv=-0.2)
SAFE_LOW = Square(3, 1300, onv=0.0)
BETTER_NOW = {2020: 4.05, 2024: 3.96}
"""Weak until 2022 and not any more, on a course that goes down."""
RISING = {2020: 3.75, 2022: 3.85, 2024: 3.93}
"""Weak still, but not the next time."""
HIGH_ONCE = {year: 4.05 for year in YEARS if year < 2022}

CASES: dict[str, tuple[list[Area], dict[str, list[Area]]]] = {
    "onvoldoende_buurt": ([[Square(3, 50), GOOD]], {"size": [[Square(3, 49), Square(4, 500)]]}),
    "ongunstige_buurt": ([[Square(4, 60), Square(1, 40)]], {"size": [[Square(4, 60), Square(1, 39), Square(5, 500)]]}),
    "structureel_onder_druk": (
        [[WEAK, LOW, GOOD]],
        {
            "size": [[Square(4, 149), LOW, GOOD]],
            "severity": [[WEAK, Square(3, 44), GOOD]],
            "duration": [[Square(4, 300, HIGH_ONCE), Square(3, 100, HIGH_ONCE), GOOD]],
        },
    ),
    "stijgers": (
        [[RISEN, STILL]],
        {
            "moved": [[Square(4, 99, {2022: 3.80, 2024: 3.90}), Square(4, 500, {2022: 3.85, 2024: 3.92})]],
            "net": [[RISEN, Square(6, 100, {2022: 4.16, 2024: 4.05})]],
        },
    ),
    "dalers": (
        [[FALLEN, STILL]],
        {
            "moved": [[Square(4, 99, {2022: 3.90, 2024: 3.80}), Square(6, 500, {2022: 4.20, 2024: 4.05})]],
            "net": [[FALLEN, Square(6, 100, {2022: 4.05, 2024: 4.16})]],
        },
    ),
    "kwetsbare_wijk": (
        [[UNSAFE]],
        {
            "size": [[Square(3, 1249, onv=-0.2)]],
            "duration": [[Square(3, 1300, HIGH_ONCE, onv=-0.2)]],
            "now": [[Square(3, 325, onv=-0.2), Square(4, 975, {2020: 4.13, 2024: 4.03}, onv=-0.2)]],
            "expected": [[Square(3, 325, onv=-0.2), Square(4, 975, {2020: 3.80, 2024: 3.96}, onv=-0.2)]],
            "safety": [[Square(3, 1300, onv=-0.07)]],
            "insufficient": [[Square(3, 324, onv=-0.2), Square(4, 976, onv=-0.2)]],
        },
    ),
    "aandachtsbuurt": (
        [[UNSAFE], *rest(-0.1, 4)],
        {
            "size": [[Square(3, 499, onv=-0.2)], *rest(-0.1, 4)],
            "duration": [[Square(3, 500, HIGH_ONCE, onv=-0.2)], *rest(-0.1, 4)],
            "now": [[Square(3, 1, onv=-0.2), Square(4, 1299, BETTER_NOW, onv=-0.2)], *rest(-0.1, 4)],
            "expected": [[Square(3, 1, onv=-0.2), Square(4, 1299, RISING, onv=-0.2)], *rest(-0.1, 4)],
            "insufficient": [[Square(4, 500, onv=-0.2)], *rest(-0.1, 4)],
            "safety": [[UNSAFE], *rest(-0.1, 3)],
        },
    ),
    "aandachtsregio": (
        [[Square(5, 40), *[Square(7, 7)] * 8, Square(8, 4)]],
        {
            "middling": [[Square(5, 20), Square(5, 20, {2024: 4.05}), *[Square(7, 7)] * 8, Square(8, 4)]],
            "duration": [[Square(5, 40, HIGH_ONCE), *[Square(7, 7)] * 8, Square(8, 4)]],
            "territory": [[Square(5, 40), *[Square(7, 7)] * 7, Square(8, 4), Square(9, 7)]],
        },
    ),
    "onveilig_laag": (
        [[UNSAFE], *rest(-0.1)],
        {"safety": [[SAFE_LOW], *rest(-0.1)], "total": [[Square(5, onv=-0.2)], *rest(-0.1)]},
    ),
    "onveilig_centrum": (
        [[Square(7, onv=-0.2, vrz=0.05)], *rest(-0.1)],
        {
            "safety": [[Square(7, onv=-0.05, vrz=0.05)], *rest(-0.1)],
            "above_average": [[Square(7, totals={2024: 4.119}, onv=-0.2, vrz=0.05)], *rest(-0.1)],
            "without_amenities": [[Square(7, onv=-0.2, vrz=0.03)], *rest(-0.1)],
        },
    ),
    "vroegsignaal": (
        [[Square(5, 100, {2022: 4.01, 2024: 3.96})]],
        {
            "total": [[Square(4, 100, {2022: 3.98, 2024: 3.93})]],
            "fallen": [[Square(5, 100, {2022: 3.995, 2024: 3.96})]],
        },
    ),
    "dimensie_tegen": (
        [[Square(6, 6, won=-0.1), Square(6, 94)], [Square(6, 100)]],
        {
            "share": [[Square(6, 4, won=-0.1), Square(6, 96)], [Square(6, 100)]],
            "times_pack": [[Square(6, 6, won=-0.1), Square(6, 94)], [Square(6, 100, won=-0.1)]],
        },
    ),
}
"""Areas of every rule, the first of which is judged: found, and by condition the case in which that one says no."""
