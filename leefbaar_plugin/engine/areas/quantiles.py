# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a value stands among weighted values: the share of the weight that lies below and above it.

Exact from the values themselves (`Ordered`), or from quantiles that were kept of them (`standing_in_quantiles`): K
quantiles are the values at the shares (k + 1/2) / K of the weight, k = 0 .. K - 1, so that each stands for 1/K of it
and a share is off by 1 / 2K at most. Quantiles of many sets at once come from histograms of whole steps, which add up:
those of a group are the sum of those of its members.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

STEP = 5e-4
"""Score units of a step in which quantiles are kept; a tenth of what shows in two decimals."""
NO_STEP = np.iinfo(np.int16).min
"""Stands for no value among steps."""
_SAME = 1e-9
"""Score units: the same score reckoned twice may differ in the last digit."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Ordered:
    """Values in ascending order, float64 [n], and the running sum of their weights, float64 [n + 1], from 0."""

    value: Floats
    weight: Floats

    @classmethod
    def of(cls, value: Floats, weight: Floats) -> Ordered:
        """Order values with their weights (both [n]); what is NaN or weighs nothing is left out."""
        there = ~np.isnan(value) & (weight > 0)
        value, weight = value[there], weight[there]
        order = np.argsort(value, kind="stable")
        return cls(value[order], np.concatenate((np.zeros(1), np.cumsum(weight[order]))))

    def standing(self, value: Floats) -> tuple[Floats, Floats]:
        """Share of the weight (0-1) with a lower, and with a higher value than each of some; NaN for NaN."""
        value = np.asarray(value, np.float64)
        below = self.weight[np.searchsorted(self.value, value - _SAME, side="left")]
        upto = self.weight[np.searchsorted(self.value, value + _SAME, side="right")]
        known = ~np.isnan(value)
        with np.errstate(invalid="ignore"):
            whole = self.weight[-1]
            return (np.where(known, below / whole, np.nan), np.where(known, (whole - upto) / whole, np.nan))


def standing_in_quantiles(quantiles: Floats, value: Floats) -> tuple[Floats, Floats]:
    """The same from ascending quantiles, float64 [K], each for 1/K of the weight; NaN when those are NaN."""
    value, count = np.asarray(value, np.float64), len(quantiles)
    known = ~np.isnan(value) & bool(count and not np.isnan(quantiles).any())
    below, upto = (np.searchsorted(quantiles, value, side=side) for side in ("left", "right"))
    share = 1.0 / max(count, 1)
    return np.where(known, below * share, np.nan), np.where(known, (count - upto) * share, np.nan)


@dataclass(frozen=True, eq=False)
class Histogram:
    """Weight by group and step: float64 [groups, steps], the first step being `first`."""

    first: int
    weight: Floats

    @classmethod
    def of(cls, value: Floats, weight: Floats, group: NDArray[np.int64], groups: int) -> Histogram:
        """Count values, none of them NaN, by their nearest step for every group: all [n]."""
        if not len(value):
            return cls(0, np.zeros((groups, 1)))
        step = np.rint(value / STEP).astype(np.int64)
        first = int(step.min())
        size = int(step.max()) - first + 1
        step -= first
        step += group * size
        return cls(first, np.bincount(step, weight, groups * size).astype(np.float64).reshape(groups, size))

    def quantiles(self, weight: Floats, count: int) -> NDArray[np.int16]:
        """`count` quantiles of rows of weights by step, in whole steps: int16 [rows, count], `NO_STEP` for none."""
        rows = np.arange(len(weight), dtype=np.float64)[:, None]
        running = np.cumsum(weight, axis=1)
        whole = running[:, -1:]
        with np.errstate(divide="ignore", invalid="ignore"):
            running /= whole
        running += rows  # one ascending list of all rows, so that one search does them all
        wanted = (np.arange(count) + 0.5) / count + rows
        found = np.searchsorted(running.ravel(), wanted.ravel()).reshape(wanted.shape)
        steps = found - rows.astype(np.int64) * weight.shape[1] + self.first
        return np.where(whole > 0, steps, NO_STEP).astype(np.int16)


def values_of(steps: NDArray[np.int16]) -> Floats:
    """Steps as score units, `NO_STEP` as NaN."""
    return np.where(steps == NO_STEP, np.nan, steps * STEP)
