# SPDX-License-Identifier: GPL-2.0-or-later
"""Straight line and broken stick: where the slope of one variable over another changes, and how sure that is.

The broken stick is y = a + b x + c max(0, x - t), continuous in t, fitted by (weighted) least squares over all t. For a
fixed t it is linear; between two neighbouring values of x the gain over the straight line is (α + βt)² / (γ + δt +
εt²), whose top has a closed form, so that the best t is exact (the idea of Hudson, J. Am. Stat. Assoc. 61, 1966,
p. 1097-1129).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .distributions import f_quantile

Floats = NDArray[np.float64]

LEAST_SHARE = 0.10
"""Own choice: part of the areas that must lie on either side of a turning point."""
LEAST_AREAS = 12
"""Own choice: with fewer areas no turning point is looked for."""
REPLICATES, SEED = 499, 20240101
_PARAMETERS = 4
_PLACES = 60
_AT_ONCE = 50
_FLAT = 1e-9


@dataclass(frozen=True)
class Line:
    """The straight line y = intercept + slope x, and the part (0-1) of the variance of y it takes away."""

    intercept: float
    slope: float
    explained: float

    def at(self, x: Floats) -> Floats:
        """The line's y."""
        return self.intercept + self.slope * x


@dataclass(frozen=True)
class TurningPoint:
    """The broken stick: it turns at x = `at`, y = `level`, with the slopes before and after.

    `low` and `high` are the outermost x of the interval: all t that an F test doesn't reject, RSS(t) <= RSS(at) (1 +
    F(confidence; 1, n - 4) / (n - 4)) (profile likelihood; Seber and Wild, Nonlinear Regression, 1989, section 5.4 and
    chapter 9); `low_open` and `high_open` say that it reaches the end of the range searched, so that no end is known.
    `f` compares with the straight line; its `p` comes from permuted residuals, as t doesn't exist on a straight line
    and F has no F distribution there (Hansen, Econometrica 64, 1996, p. 413-430; Freedman and Lane, J. Bus. Econ.
    Stat. 1, 1983, p. 292-298). `explained` is the part (0-1) of the variance of y that the stick takes away.
    """

    at: float
    level: float
    low: float
    high: float
    low_open: bool
    high_open: bool
    slope_before: float
    slope_after: float
    f: float
    p: float
    explained: float

    def stick(self, x: Floats) -> Floats:
        """The stick's y."""
        return self.level + np.where(x < self.at, self.slope_before, self.slope_after) * (x - self.at)


def fit_line(x: Floats, y: Floats, weight: Floats | None = None) -> Line | None:
    """The (weighted) least squares line through float64 [n] arrays without NaN; None when x doesn't vary."""
    if len(x) < 2 or x.min() == x.max():
        return None
    used = np.ones(len(x)) if weight is None else weight
    mean_x, mean_y = float(np.average(x, weights=used)), float(np.average(y, weights=used))
    dx, dy = x - mean_x, y - mean_y
    slope = float((used * dx * dy).sum() / (used * dx * dx).sum())
    whole = float((used * dy * dy).sum())
    left = float((used * (dy - slope * dx) ** 2).sum())
    return Line(mean_y - slope * mean_x, slope, 1.0 - left / whole if whole > 0 else math.nan)


class _Stick:
    """Sums over areas sorted by x, x and y centred and scaled, from which the gain of a turn at t follows."""

    def __init__(self, x: Floats, y: Floats, weight: Floats) -> None:
        order = np.argsort(x, kind="stable")
        self.weight = weight[order] / weight.mean()
        self.n = len(x)
        self.middle = float(np.average(x, weights=weight))
        self.scale = float(np.abs(x - self.middle).max())
        self.level = float(np.average(y, weights=weight))
        self.x, self.y = (x[order] - self.middle) / self.scale, y[order] - self.level
        w, wx = self.weight, self.weight * self.x
        self.total, self.xx = float(w.sum()), float((wx * self.x).sum())
        self.slope = float((wx * self.y).sum()) / self.xx
        self.whole = float((w * self.y**2).sum())
        self.line_left = max(self.whole - self.slope**2 * self.xx, 0.0)
        columns = np.stack((w, wx, wx * self.x, w * self.y, wx * self.y))
        after = np.cumsum(columns[:, ::-1], axis=1)[:, ::-1]
        self.after = np.concatenate((after, np.zeros((len(columns), 1))), axis=1)

    def terms(self, place: NDArray[np.integer]) -> tuple[Floats, ...]:
        """α, β and γ, δ, ε for a t with areas `place` and up behind it: gain = (α + βt)² / (γ + δt + εt²)."""
        s0, sx, sxx, sy, sxy = self.after[:, place]
        return (
            sxy - self.slope * sxx,
            self.slope * sx - sy,
            sxx - sx**2 / self.total - sxx**2 / self.xx,
            2.0 * sx * (s0 / self.total + sxx / self.xx - 1.0),
            s0 - s0**2 / self.total - sx**2 / self.xx,
        )

    def range(self, share: float) -> tuple[float, float] | None:
        """Lowest and highest t with enough areas, and two different x, on either side; None when there is none."""
        distinct = np.unique(self.x)
        need = max(3, math.ceil(share * self.n))
        if len(distinct) < 4 or 2 * need > self.n:
            return None
        low, high = max(distinct[1], self.x[need - 1]), min(distinct[-2], self.x[self.n - need])
        return (float(low), float(high)) if low < high else None


def find_turning_point(
    x: Floats,
    y: Floats,
    weight: Floats | None = None,
    confidence: float = 0.95,
    least_share: float = LEAST_SHARE,
    replicates: int = REPLICATES,
) -> TurningPoint | None:
    """The best broken stick through float64 [n] arrays without NaN, weights above 0.

    None with fewer than `LEAST_AREAS` areas, when too few values of x differ, or when a line fits without a rest.
    """
    if len(x) < LEAST_AREAS or x.min() == x.max():
        return None
    stick = _Stick(x, y, np.ones(len(x)) if weight is None else weight)
    reach = stick.range(least_share)
    if reach is None or stick.line_left <= _FLAT * stick.whole:
        return None
    knots = np.unique(np.concatenate((reach, stick.x[(stick.x > reach[0]) & (stick.x < reach[1])])))
    begin, end = knots[:-1], knots[1:]
    terms = stick.terms(np.searchsorted(stick.x, begin, "right"))
    at, gain = _top(begin, end, terms)
    left = max(stick.line_left - gain, 0.0)
    degrees = stick.n - _PARAMETERS
    wanted = stick.line_left - left * (1.0 + f_quantile(confidence, 1, degrees) / degrees)
    low, high = _accepted(begin, end, terms, wanted, at)
    f = (gain / 2.0) / (left / degrees) if left > 0 else math.inf
    before, after, level = _slopes(stick, at)
    return TurningPoint(
        at=stick.middle + stick.scale * at,
        level=level,
        low=stick.middle + stick.scale * low,
        high=stick.middle + stick.scale * high,
        low_open=bool(low <= reach[0]),
        high_open=bool(high >= reach[1]),
        slope_before=before,
        slope_after=after,
        f=f,
        p=_permuted_p(stick, knots, replicates),
        explained=1.0 - left / stick.whole,
    )


def _top(begin: Floats, end: Floats, terms: tuple[Floats, ...]) -> tuple[float, float]:
    """The t with the largest gain over all stretches, and that gain."""
    a, b, c, d, e = terms
    with np.errstate(divide="ignore", invalid="ignore"):
        turn = (a * d - 2.0 * b * c) / (b * d - 2.0 * a * e)  # where the derivative of the gain is 0
    inside = np.where((turn > begin) & (turn < end), turn, begin)
    candidates = np.stack((begin, end, inside))
    gains = _gain(candidates, terms)
    best = np.unravel_index(int(np.argmax(gains)), gains.shape)
    return float(candidates[best]), float(gains[best])


def _gain(t: Floats, terms: tuple[Floats, ...]) -> Floats:
    a, b, c, d, e = terms
    rest = c + d * t + e * t * t
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(rest > _FLAT, (a + b * t) ** 2 / rest, 0.0)


def _accepted(begin: Floats, end: Floats, terms: tuple[Floats, ...], wanted: float, at: float) -> tuple[float, float]:
    """Outermost t whose gain is at least `wanted`: ends of stretches, and the roots of (α+βt)² = wanted (γ+δt+εt²)."""
    a, b, c, d, e = terms
    kept = [np.array([at]), *(ends[_gain(ends, terms) >= wanted] for ends in (begin, end))]
    square, middle, rest = b * b - wanted * e, 2.0 * a * b - wanted * d, a * a - wanted * c
    with np.errstate(divide="ignore", invalid="ignore"):
        root = np.sqrt(middle * middle - 4.0 * square * rest)
        for sign in (1.0, -1.0):
            t = (-middle + sign * root) / (2.0 * square)
            kept.append(t[(t >= begin) & (t <= end)])
    found = np.concatenate(kept)
    return float(found.min()), float(found.max())


def _slopes(stick: _Stick, at: float) -> tuple[float, float, float]:
    """Slopes before and after the turn at `at` (scaled), and the y there, in the units of the data."""
    bend = np.maximum(stick.x - at, 0.0)
    design = np.stack((np.ones(stick.n), stick.x, bend), axis=1) * np.sqrt(stick.weight)[:, None]
    solution = np.linalg.lstsq(design, stick.y * np.sqrt(stick.weight), rcond=None)[0]
    constant, first, turn = solution.tolist()
    return first / stick.scale, (first + turn) / stick.scale, stick.level + constant + first * at


def _permuted_p(stick: _Stick, knots: Floats, replicates: int) -> float:
    """Part of permutations of the line's residuals in which some t gains as much, itself counted.

    Looked for at up to 60 places, the same in the data and in the permutations.
    """
    places = knots[np.unique(np.linspace(0, len(knots) - 1, min(len(knots), _PLACES)).round().astype(int))]
    root = np.sqrt(stick.weight)
    bends = np.maximum(stick.x[:, None] - places, 0.0) * root[:, None]
    basis = np.stack((root / math.sqrt(stick.total), root * stick.x / math.sqrt(stick.xx)), axis=1)
    bends -= basis @ (basis.T @ bends)
    bends /= np.sqrt((bends * bends).sum(axis=0))
    residual = root * (stick.y - stick.slope * stick.x)

    def statistic(rows: Floats) -> Floats:
        """Largest part of what the line leaves that a turn takes away, for every row."""
        along = rows @ basis
        left = (rows * rows).sum(axis=1) - (along * along).sum(axis=1)
        return ((rows @ bends) ** 2).max(axis=1) / left

    seen = float(statistic(residual[None, :])[0])
    chance = np.random.default_rng(SEED)
    reached = 0
    for begin in range(0, replicates, _AT_ONCE):
        rows = np.stack([chance.permutation(residual) for _ in range(min(_AT_ONCE, replicates - begin))])
        reached += int((statistic(rows) >= seen * (1.0 - _FLAT)).sum())
    return (1 + reached) / (1 + replicates)
