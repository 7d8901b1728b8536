# SPDX-License-Identifier: GPL-2.0-or-later
"""How much of the variance of an outcome each choice accounts for: first-order and total Sobol shares.

Two independent samples A and B of the choices and, for every choice i, A with column i of B (Saltelli et al., Computer
Physics Communications 181, 2010). With f the outcome:

    first(i) = mean of f(B) (f(AB_i) - f(A)) / variance        (Saltelli 2010, table 2, row b)
    total(i) = mean of (f(A) - f(AB_i))² / (2 variance)        (Jansen 1999; row f)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAST_VARIANCE = 1e-24
"""Of an outcome about 1: less is rounding, and no share of it means anything."""


@dataclass(frozen=True, eq=False)
class Design:
    """A Saltelli sample: `points` float64 [size * (choices + 2), columns], each in 0-1; A, then B, then every AB_i.

    A choice is one column or a group of several, such as east and north of one shift.
    """

    points: Floats
    size: int
    choices: int


@dataclass(frozen=True, eq=False)
class SobolShares:
    """Shares of the variance by choice, float64 [choices]: of the choice alone, and with all it interacts with.

    `first_error` and `total_error` are standard errors by the bootstrap. All NaN when the outcome doesn't vary.
    """

    first: Floats
    total: Floats
    first_error: Floats
    total_error: Floats


def saltelli(groups: Sequence[Sequence[int]], size: int, seed: int) -> Design:
    """A design of `size` base points; `groups` are the columns of every choice. The same seed gives the same points."""
    chance = np.random.default_rng(seed)
    columns = sum(len(group) for group in groups)
    a, b = _stratified(chance, size, columns), _stratified(chance, size, columns)
    crossed = []
    for group in groups:
        mixed = a.copy()
        mixed[:, list(group)] = b[:, list(group)]
        crossed.append(mixed)
    return Design(np.concatenate([a, b, *crossed]), size, len(groups))


def _stratified(chance: np.random.Generator, size: int, choices: int) -> Floats:
    """A Latin hypercube: every choice takes each of `size` equal steps once, in an order of its own."""
    steps = np.stack([chance.permutation(size) for _ in range(choices)], axis=1)
    return np.asarray((steps + chance.random((size, choices))) / size)


def sobol_shares(design: Design, outcome: Floats, seed: int = 0, resamples: int = 200) -> SobolShares:
    """Shares of the variance of `outcome`, float64 [points of the design]; rows with NaN drop out of all parts."""
    parts = outcome.reshape(design.choices + 2, design.size)
    parts = parts[:, np.isfinite(parts).all(axis=0)]
    nothing = np.full(design.choices, np.nan)
    if parts.shape[1] < 2:
        return SobolShares(nothing, nothing, nothing, nothing)
    variance = float(parts[:2].var())
    if variance <= LEAST_VARIANCE:
        return SobolShares(nothing, nothing, nothing, nothing)
    first, total = _shares(parts)
    chance = np.random.default_rng(seed)
    again = [_shares(parts[:, chance.integers(0, parts.shape[1], parts.shape[1])]) for _ in range(resamples)]
    first_error, total_error = (np.std([found[at] for found in again], axis=0) for at in (0, 1))
    return SobolShares(first, total, first_error, total_error)


def _shares(parts: Floats) -> tuple[Floats, Floats]:
    a, b, crossed = parts[0], parts[1], parts[2:]
    variance = float(parts[:2].var())
    if variance <= LEAST_VARIANCE:
        return np.zeros(len(crossed)), np.zeros(len(crossed))
    middle = float(parts[:2].mean())  # taken off first: it only adds noise
    first = ((b - middle) * (crossed - a)).mean(axis=1) / variance
    total = ((a - crossed) ** 2).mean(axis=1) / (2.0 * variance)
    return first, total
