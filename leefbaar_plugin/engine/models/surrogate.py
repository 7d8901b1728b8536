# SPDX-License-Identifier: GPL-2.0-or-later
"""A fitted surrogate: ridge regression of published dimensions on the user's own indicators.

With z the indicators standardised by weighted mean and standard deviation and w the sizes (dwellings), the coefficients
b minimise  sum w (y - a - z b)² / sum w + penalty · |b|²  (Hoerl and Kennard, Technometrics 12, 1970). The penalty is
the one with the smallest error in cross-validation over spatial blocks: neighbours look alike, so that leaving out
single places would flatter the fit (Roberts et al., Ecography 40, 2017).

Weights are sizes, not precision. Intervals are of the coefficients without penalty, from the jackknife over the same
blocks with Student's t of blocks - 1 degrees of freedom (Bell and McCaffrey, Survey Methodology 28, 2002: CR3), which
holds when errors are alike inside a block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..relations.distributions import t_quantile
from .indicators import CONSTANT, Indicator, IndicatorModel

Floats = NDArray[np.float64]

PENALTIES = (0.0, 1e-4, 1e-3, 1e-2, 3e-2, 0.1, 0.3, 1.0, 3.0)
"""Penalties that are tried, in units of the variance of a standardised indicator."""
FOLDS = 10
LEAST_PER_INDICATOR = 5
"""Fewest places for every indicator, the intercept included."""
LEAST_BLOCKS = 8
_COLLINEAR = 1.0 - 1e-8
"""R² of an indicator on the others from which on it says nothing of its own."""


@dataclass(frozen=True)
class Coefficient:
    """A coefficient in score units per standard deviation: fitted with the penalty, and without it with its interval.

    `low` and `high` are the ends of the 95 % interval around `unshrunk`.
    """

    indicator: str
    value: float
    unshrunk: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class DimensionSurrogate:
    """The fit of one dimension.

    `error` is the root mean square error on places held out, weighted by size, `naive` that of guessing the mean of the
    others, `r2` = 1 - error² / naive², all in score units. `predicted` and `held_out` float64 [places] are what the fit
    gives and what it gave where the place was held out; `residual` is published minus `held_out`, NaN where unused.
    """

    dimension: str
    intercept: float
    coefficients: tuple[Coefficient, ...]
    penalty: float
    error: float
    naive: float
    r2: float
    places: int
    blocks: int
    predicted: Floats
    held_out: Floats
    residual: Floats


@dataclass(frozen=True, eq=False)
class Surrogate:
    """Fits of several dimensions on the same indicators: `mean` and `sd` float64 [indicators] standardised them."""

    ids: tuple[str, ...]
    mean: Floats
    sd: Floats
    fits: tuple[DimensionSurrogate, ...]

    def as_model(self, source: str) -> IndicatorModel:
        """The same as an indicator model, its intercepts as constants."""
        rows = []
        for fit in self.fits:
            rows.append(Indicator("intercept", fit.dimension, "", CONSTANT, 0.0, 1.0, fit.intercept, source))
            for at, found in enumerate(fit.coefficients):
                mean, sd = float(self.mean[at]), float(self.sd[at])
                rows.append(Indicator(found.indicator, fit.dimension, "", "none", mean, sd, found.value, source))
        return IndicatorModel(tuple(rows))


def spatial_blocks(x: Floats, y: Floats, size: float) -> NDArray[np.int64]:
    """Number of the square block of `size` metres that every place (float64 [places], metres) lies in, from 0."""
    keys = np.stack((np.floor(x / size), np.floor(y / size))).astype(np.int64)
    return np.unique(keys, axis=1, return_inverse=True)[1].ravel().astype(np.int64)


def fit_surrogate(
    ids: Sequence[str],
    values: Floats,
    published: Floats,
    dimensions: Sequence[str],
    weight: Floats,
    block: NDArray[np.int64],
    penalties: Sequence[float] = PENALTIES,
) -> Surrogate:
    """Fit every dimension of `published`, float64 [places, dimensions], on `values`, float64 [indicators, places].

    Places that lack an indicator, have no size (`weight` float64 [places]), or of which the dimension isn't published,
    are left out. `block` int64 [places] numbers the spatial blocks. InputError, naming the indicators, for too few
    places or blocks, and for indicators that are constant or that others determine.
    """
    usable = np.isfinite(values).all(axis=0) & (weight > 0) & np.isfinite(published).any(axis=1)
    _require_enough(int(usable.sum()), len(ids))
    used = values[:, usable]
    size = weight[usable] / weight[usable].sum()
    mean = used @ size
    sd = np.sqrt(((used - mean[:, None]) ** 2) @ size)
    _require_varying(ids, used, sd)
    z = ((used - mean[:, None]) / sd[:, None]).T
    _require_independent(ids, z, size)
    fits = []
    for at, dimension in enumerate(dimensions):
        y = published[usable, at]
        there = np.isfinite(y)
        if not there.any():
            continue  # not published in this year
        _require_enough(int(there.sum()), len(ids))
        numbers = np.unique(block[usable][there], return_inverse=True)[1].ravel()
        design = np.column_stack((np.ones(int(there.sum())), z[there]))
        fit = _fit(ids, design, y[there], size[there], numbers, penalties)
        rows = np.flatnonzero(usable)[there]
        fits.append(_spread_out(dimension, fit, rows, published[:, at]))
    if not fits:
        raise InputError("None of the dimensions is published for these places and this year.")
    return Surrogate(tuple(ids), mean, sd, tuple(fits))


def _spread_out(dimension: str, fit: _RidgeFit, rows: NDArray[np.intp], published: Floats) -> DimensionSurrogate:
    predicted, held_out = np.full((2, len(published)), np.nan)
    predicted[rows], held_out[rows] = fit.predicted, fit.held_out
    return DimensionSurrogate(
        dimension,
        fit.intercept,
        fit.coefficients,
        fit.penalty,
        fit.error,
        fit.naive,
        1.0 - fit.error**2 / fit.naive**2 if fit.naive > 0 else np.nan,
        len(rows),
        fit.blocks,
        predicted,
        held_out,
        published - held_out,
    )


def _require_enough(places: int, indicators: int) -> None:
    least = LEAST_PER_INDICATOR * (indicators + 1)
    if places < least:
        raise InputError(
            "Places with all indicators ({indicators}), a size and published dimensions: {places}; a fit needs at "
            "least {least}. Leave indicators out or add places.",
            places=places,
            indicators=indicators,
            least=least,
        )


def _require_varying(ids: Sequence[str], used: Floats, sd: Floats) -> None:
    scale = np.maximum(np.abs(used).max(axis=1), 1e-300)
    constant = [name for name, s, of in zip(ids, sd, scale, strict=True) if not s > 1e-12 * of]
    if constant:
        raise InputError(
            "{indicators}: the same figure everywhere, so nothing can be fitted on it. Leave it out.",
            indicators=", ".join(constant),
        )


def _require_independent(ids: Sequence[str], z: Floats, size: Floats) -> None:
    """Refuse indicators that the ones before them determine, naming those they go with."""
    root = np.sqrt(size)[:, None]
    rows = z * root
    for at in range(1, len(ids)):
        before = rows[:, :at]
        answer, *_ = np.linalg.lstsq(before, rows[:, at], rcond=None)
        left = rows[:, at] - before @ answer
        if 1.0 - float(left @ left) / float(rows[:, at] @ rows[:, at]) > _COLLINEAR:
            with_them = [name for name, part in zip(ids, answer, strict=False) if abs(part) > 1e-6]
            raise InputError(
                "{indicator} follows exactly from {others}; leave one of them out.",
                indicator=ids[at],
                others=", ".join(with_them),
            )


@dataclass(frozen=True, eq=False)
class _RidgeFit:
    intercept: float
    coefficients: tuple[Coefficient, ...]
    penalty: float
    error: float
    naive: float
    blocks: int
    predicted: Floats
    held_out: Floats


def _fit(
    ids: Sequence[str], design: Floats, y: Floats, size: Floats, block: NDArray[np.intp], penalties: Sequence[float]
) -> _RidgeFit:
    """Fit one dimension; `design` float64 [places, 1 + indicators] has the intercept first."""
    blocks = int(block.max()) + 1
    if blocks < LEAST_BLOCKS:
        raise InputError(
            "Spatial blocks in which the places lie: {blocks}; an honest error needs at least {least}. Take smaller "
            "blocks or more places.",
            blocks=blocks,
            least=LEAST_BLOCKS,
        )
    size = size / size.sum()
    normal, right = _by_block(design, y, size, block, blocks)
    fold = _folds(block, blocks)
    errors = [_cross_validated(design, y, size, normal, right, fold, block, penalty) for penalty in penalties]
    best = int(np.argmin([float(size @ (y - held) ** 2) for held in errors]))
    # a penalty that gains nothing worth telling is not taken: among equals the smallest
    held_out = errors[best]
    naive = _naive(y, size, fold[block])
    found = _solve(normal.sum(axis=0), right.sum(axis=0), penalties[best])
    plain = _solve(normal.sum(axis=0), right.sum(axis=0), 0.0)
    reach = _jackknife(normal, right, plain) * t_quantile(0.975, blocks - 1.0)
    coefficients = tuple(
        Coefficient(
            name, float(found[at]), float(plain[at]), float(plain[at] - reach[at]), float(plain[at] + reach[at])
        )
        for at, name in enumerate(ids, start=1)
    )
    return _RidgeFit(
        float(found[0]),
        coefficients,
        penalties[best],
        float(size @ (y - held_out) ** 2) ** 0.5,
        float(size @ (y - naive) ** 2) ** 0.5,
        blocks,
        design @ found,
        held_out,
    )


def _by_block(design: Floats, y: Floats, size: Floats, block: NDArray[np.intp], blocks: int) -> tuple[Floats, Floats]:
    """Normal matrices and right-hand sides of every block: float64 [blocks, k, k] and [blocks, k]."""
    order = np.argsort(block, kind="stable")
    starts = np.searchsorted(block[order], np.arange(blocks + 1))
    k = design.shape[1]
    normal, right = np.empty((blocks, k, k)), np.empty((blocks, k))
    for at in range(blocks):
        rows = order[starts[at] : starts[at + 1]]
        weighted = design[rows] * size[rows, None]
        normal[at], right[at] = weighted.T @ design[rows], weighted.T @ y[rows]
    return normal, right


def _solve(normal: Floats, right: Floats, penalty: float) -> Floats:
    """Coefficients; the intercept isn't shrunk, and the penalty is per unit of weight that takes part."""
    ridge = np.eye(len(right)) * penalty * normal[0, 0]
    ridge[0, 0] = 0.0
    return np.linalg.lstsq(normal + ridge, right, rcond=None)[0]


def _folds(block: NDArray[np.intp], blocks: int) -> NDArray[np.intp]:
    """Fold of every block, int [blocks]: whole blocks, dealt out so that folds have about as many places each."""
    fold = np.empty(blocks, np.intp)
    fold[np.argsort(-np.bincount(block, minlength=blocks), kind="stable")] = np.arange(blocks) % min(FOLDS, blocks)
    return fold


def _cross_validated(
    design: Floats,
    y: Floats,
    size: Floats,
    normal: Floats,
    right: Floats,
    fold: NDArray[np.intp],
    block: NDArray[np.intp],
    penalty: float,
) -> Floats:
    """What the fit gives for every place when its fold is held out: float64 [places]."""
    held = np.empty(len(y))
    all_normal, all_right = normal.sum(axis=0), right.sum(axis=0)
    of_place = fold[block]
    for number in range(int(fold.max()) + 1):
        out = fold == number
        answer = _solve(all_normal - normal[out].sum(axis=0), all_right - right[out].sum(axis=0), penalty)
        rows = of_place == number
        held[rows] = design[rows] @ answer
    return held


def _naive(y: Floats, size: Floats, fold: NDArray[np.intp]) -> Floats:
    """The weighted mean of the other folds, for every place: float64 [places]."""
    amount, total = np.bincount(fold, size), np.bincount(fold, size * y)
    return ((total.sum() - total) / (amount.sum() - amount))[fold]


def _jackknife(normal: Floats, right: Floats, plain: Floats) -> Floats:
    """Standard error of every coefficient: the whole fit against those without one block, float64 [k]."""
    blocks = len(normal)
    all_normal, all_right = normal.sum(axis=0), right.sum(axis=0)
    without = np.array([_solve(all_normal - normal[at], all_right - right[at], 0.0) for at in range(blocks)])
    return np.sqrt(((without - plain) ** 2).sum(axis=0) * (blocks - 1) / blocks)
