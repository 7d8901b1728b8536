# SPDX-License-Identifier: GPL-2.0-or-later
"""Broken stick: where the slope of one variable over another changes, and how sure that is.

The broken stick is y = a + b x + c max(0, x - t), continuous in t, fitted by (weighted) least squares over all t. For a
fixed t it is linear; between two neighbouring values of x the gain over the straight line is (α + βt)² / (γ + δt +
εt²), whose top has a closed form, so that the best t is exact (the idea of Hudson, J. Am. Stat. Assoc. 61, 1966,
p. 1097-1129).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .correlation import effective_number
from .distributions import f_quantile
from .effective_number import DistanceClasses

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
_MARGIN = 1.4
"""Own choice, by simulation (tests/statistics): what sizes add to the interval is itself known of few large areas."""
_LEAST_FREE = 0.05
"""An area that the fit goes through nearly by itself isn't blown up any further than this."""


_SPREAD_PLACES = (0.1, 0.3, 0.5, 0.7, 0.9)
"""Parts of the areas that lie before the turns among which the middle one is taken."""


@dataclass(frozen=True)
class TurningPoint:
    """The broken stick: it turns at x = `at`, y = `level`, with the slopes before and after.

    `low` and `high` are the outermost x of the interval: all t that an F test doesn't reject, RSS(t) <= RSS(at) (1 +
    F(confidence; 1, n - 4) / (n - 4)) (profile likelihood; Seber and Wild, Nonlinear Regression, 1989, section 5.4 and
    chapter 9); `low_open` and `high_open` say that it reaches the end of the range searched, so that no end is known.
    `f` compares with the straight line; its `p` comes from permuted residuals, as t doesn't exist on a straight line
    and F has no F distribution there (Hansen, Econometrica 64, 1996, p. 413-430; Freedman and Lane, J. Bus. Econ.
    Stat. 1, 1983, p. 292-298). `explained` is the part (0-1) of the variance of y that the stick takes away.

    Weights are sizes, they say nothing of how precise a value is: with weights every residual stays with its area and
    its weight, and its sign is drawn instead (the wild bootstrap of the same paper of Hansen); the interval is wider by
    the ratio of the sandwich variance of t to the usual one, its F having the degrees of freedom of Kish's number.

    `among_neighbours` is the same point with the interval and p of as many independent areas as know as much; None when
    neighbours weren't looked at.
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
    among_neighbours: TurningPoint | None = None

    def stick(self, x: Floats) -> Floats:
        """The stick's y."""
        return self.level + np.where(x < self.at, self.slope_before, self.slope_after) * (x - self.at)


class _Stick:
    """Sums over areas sorted by x, x and y centred and scaled, from which the gain of a turn at t follows."""

    def __init__(self, x: Floats, y: Floats, weight: Floats) -> None:
        self.order = order = np.argsort(x, kind="stable")
        self.weight = weight[order] / weight.mean()
        self.weighted = bool((self.weight != self.weight[0]).any())
        self.known = effective_number(self.weight)
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
    distances: DistanceClasses | None = None,
) -> TurningPoint | None:
    """The best broken stick through float64 [n] arrays without NaN, weights above 0.

    None with fewer than `LEAST_AREAS` areas, when too few values of x differ, or when a line fits without a rest. With
    `distances` between the areas, what they know among their neighbours is given as well.
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
    fit = _BrokenFit(stick, at, left)
    before, after, level = fit.slopes

    def point(wider: float, share: float) -> TurningPoint:
        wanted = stick.line_left - left * (1.0 + wider * fit.limit(confidence))
        low, high = _accepted(begin, end, terms, wanted, at)
        return TurningPoint(
            at=stick.middle + stick.scale * at,
            level=level,
            low=stick.middle + stick.scale * low,
            high=stick.middle + stick.scale * high,
            low_open=bool(low <= reach[0]),
            high_open=bool(high >= reach[1]),
            slope_before=before,
            slope_after=after,
            f=(gain / 2.0) / (left / (stick.n - _PARAMETERS)) if left > 0 else math.inf,
            p=permuted.p(share),
            explained=1.0 - left / stick.whole,
        )

    permuted = _Permuted(stick, knots, replicates)
    wider = fit.inflation if stick.weighted else 1.0
    found = point(wider, 1.0)
    if distances is None:
        return found
    of_turn, of_bend = fit.independent(distances)
    fewer = max(of_bend - _PARAMETERS, 0.0) / max(stick.known - _PARAMETERS, 1.0)
    return replace(found, among_neighbours=point(wider * max(stick.known / of_turn, 1.0), min(fewer, 1.0)))


class _BrokenFit:
    """The stick that turns at `at` (scaled) and leaves `left`: its slopes, and how sure the place of its turn is."""

    def __init__(self, stick: _Stick, at: float, left: float) -> None:
        self._stick, self._left = stick, left
        self._bend, self._step = np.maximum(stick.x - at, 0.0), (stick.x > at).astype(np.float64)
        self._root = np.sqrt(stick.weight)
        design = np.stack((np.ones(stick.n), stick.x, self._bend), axis=1)
        solution = np.linalg.lstsq(design * self._root[:, None], stick.y * self._root, rcond=None)[0]
        self._rest = stick.y - design @ solution
        constant, first, turn = solution.tolist()
        self.slopes = (
            first / stick.scale,
            (first + turn) / stick.scale,
            stick.level + constant + first * at,
        )
        """Slopes before and after the turn, and the y there, in the units of the data."""
        self._turning = self._beside(self._step, design)

    def limit(self, confidence: float) -> float:
        """By which part the rest may grow before an F test rejects another turn."""
        degrees = self._stick.known - _PARAMETERS
        return f_quantile(confidence, 1, max(degrees, 1.0)) / (self._stick.n - _PARAMETERS)

    @property
    def inflation(self) -> float:
        """Sandwich variance (HC3) of the turn over the usual one, at least 1, with a margin."""
        weight, turning = self._stick.weight, self._turning
        squares = float((weight * turning * turning).sum())
        if not (squares > 0 and self._left > 0):
            return 1.0
        free = np.maximum(1.0 - weight * turning * turning / squares - self._leverage(), _LEAST_FREE)
        spread = float(np.square(weight * turning * self._rest / free).sum()) / squares
        usual = self._left / (self._stick.n - _PARAMETERS)
        return 1.0 + _MARGIN * max(spread / usual - 1.0, 0.0)

    def independent(self, distances: DistanceClasses) -> tuple[float, float]:
        """As many independent areas know as much of the place of the turn, and of whether there is one.

        Whether there is one: the turn lies where chance was largest, and its number is itself an estimate; so it counts
        as many as the middle one of the turns at `_SPREAD_PLACES` at most.
        """
        stick = self._stick
        line = np.stack((np.ones(stick.n), stick.x), axis=1)
        spread = [np.maximum(stick.x - at, 0.0) for at in np.quantile(stick.x, _SPREAD_PLACES)]
        back = np.argsort(stick.order)
        bends = [self._beside(one, line)[back] for one in (self._bend, *spread)]
        bend, *others = distances.effective_each(bends, (stick.y - stick.slope * stick.x)[back])
        return distances.effective(self._turning[back], self._rest[back]), min(bend, float(np.median(others)))

    def _beside(self, values: Floats, design: Floats) -> Floats:
        """What of the values the columns of the design don't explain."""
        root = self._root
        return values - design @ np.linalg.lstsq(design * root[:, None], values * root, rcond=None)[0]

    def _leverage(self) -> Floats:
        design = np.stack((np.ones(self._stick.n), self._stick.x, self._bend), axis=1) * self._root[:, None]
        basis = np.linalg.qr(design)[0]
        return (basis * basis).sum(axis=1)


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


class _Permuted:
    """The largest part of what a straight line leaves that a turn takes away, in the data and in `replicates` draws.

    Looked for at up to 60 places, the same in the data and in the draws. Without weights the residuals are permuted,
    with weights their signs are drawn.
    """

    def __init__(self, stick: _Stick, knots: Floats, replicates: int) -> None:
        places = knots[np.unique(np.linspace(0, len(knots) - 1, min(len(knots), _PLACES)).round().astype(int))]
        root = np.sqrt(stick.weight)
        bends = np.maximum(stick.x[:, None] - places, 0.0) * root[:, None]
        basis = np.stack((root / math.sqrt(stick.total), root * stick.x / math.sqrt(stick.xx)), axis=1)
        bends -= basis @ (basis.T @ bends)
        bends /= np.sqrt((bends * bends).sum(axis=0))
        residual = root * (stick.y - stick.slope * stick.x)

        def statistic(rows: Floats) -> Floats:
            along = rows @ basis
            left = (rows * rows).sum(axis=1) - (along * along).sum(axis=1)
            return ((rows @ bends) ** 2).max(axis=1) / left

        self._seen = float(statistic(residual[None, :])[0])
        chance = np.random.default_rng(SEED)
        free = np.maximum(1.0 - (basis * basis).sum(axis=1), _LEAST_FREE)
        whole = residual / np.sqrt(free)
        found = [np.zeros(0)]
        for begin in range(0, replicates, _AT_ONCE):
            count = min(_AT_ONCE, replicates - begin)
            if stick.weighted:
                rows = whole * chance.choice((-1.0, 1.0), (count, stick.n))
            else:
                rows = np.stack([chance.permutation(residual) for _ in range(count)])
            found.append(statistic(rows))
        self._drawn = np.concatenate(found)

    def p(self, share: float = 1.0) -> float:
        """Part of the draws that gain as much as `share` of what is seen, the data themselves counted."""
        reached = int((self._drawn >= share * self._seen * (1.0 - _FLAT)).sum())
        return (1 + reached) / (1 + len(self._drawn))
