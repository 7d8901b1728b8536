# SPDX-License-Identifier: GPL-2.0-or-later
"""How many independent areas would know as much: neighbours that resemble each other know less than their number says.

The modified t-test of Dutilleul (Biometrics 49, 1993, p. 305-314), after Clifford, Richardson and Hémon (Biometrics 45,
1989, p. 123-134): without any association the variance of a correlation is tr(QΣxQΣy) / (tr(QΣx) tr(QΣy)), where Q =
diag(p) - pp' and p are the weights of the areas, adding up to 1; the effective number is 1 + 1 / variance. As Q1 = 0
the variogram Γ serves for the covariance Σ, and it needs no mean: estimated by class of distance it has no bias.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DISTANCE_CLASSES = 30
"""Own choice: classes of distance; class k ends at (k / 30)² of the largest, so that short distances are told apart."""
MOST_PAIRS = 4_000_000
"""Own choice: with more pairs of areas the variogram is taken from some areas (a fixed draw) with all others."""
SEED = 20240101
_AT_ONCE = 500_000


class DistanceClasses:
    """Pairs of areas by class of distance, from which the effective number of two variables follows.

    `points` are centres, float64 [n, 2] in metres without NaN; `weight` float64 [n] above 0, None for equal weights.
    """

    def __init__(self, points: Floats, weight: Floats | None = None) -> None:
        n = len(points)
        self._part = np.full(n, 1.0 / n) if weight is None else weight / weight.sum()
        rows = max(min(n, MOST_PAIRS // n), 2)
        chosen = np.arange(n) if rows == n else np.sort(np.random.default_rng(SEED).choice(n, rows, replace=False))
        self._row_part = self._part[chosen] / self._part[chosen].sum()
        step = max(_AT_ONCE // n, 1)
        self._blocks = [(chosen[at : at + step], self._row_part[at : at + step]) for at in range(0, rows, step)]
        reach = float(np.square(np.ptp(points, axis=0)).sum()) or 1.0
        self._classes = [_classes(points, block, reach) for block, _ in self._blocks]
        near = [self._weights_near(classes) for classes in self._classes]
        self._near = np.concatenate(near)
        """Part of the weight at each distance from an area, float64 [rows, classes]."""
        self._pairs = self._row_part @ self._near

    def effective(self, x: Floats, y: Floats) -> float:
        """Number of independent areas that would know as much of the association of float64 [n] arrays without NaN.

        At most the number that the weights allow (Kish), and at least 1.
        """
        return self.effective_each([x], y)[0]

    def effective_each(self, several: Sequence[Floats], y: Floats) -> list[float]:
        """The same of each of several x with one y."""
        of_y = self._variogram(y)
        return [self._of_variograms(self._variogram(x), of_y) for x in several]

    def _of_variograms(self, of_x: Floats, of_y: Floats) -> float:
        most = 1.0 / float((self._part**2).sum())
        spread = float(self._pairs @ of_x) * float(self._pairs @ of_y)
        if not spread > 0:
            return most
        along_x, along_y = self._near @ of_x, self._near @ of_y
        own = float(self._pairs @ (of_x * of_y)) - 2.0 * float((self._row_part * along_x * along_y).sum()) + spread
        return 1.0 + min(spread / own, most - 1.0) if own > 0 else most

    def _variogram(self, values: Floats) -> Floats:
        """Half the mean squared difference by class of distance, float64 [classes]; 0 for a class without pairs.

        An area with itself is a class of its own, the first, where the difference is 0.
        """
        scaled = (values - values.mean()) / (values.std() or 1.0)
        sums = np.zeros(DISTANCE_CLASSES + 1)
        for (block, part), classes in zip(self._blocks, self._classes, strict=True):
            carried = np.square(scaled[block, None] - scaled[None, :])
            carried *= part[:, None] * self._part[None, :]
            sums += np.bincount(classes.ravel(), carried.ravel(), DISTANCE_CLASSES + 1)
        return np.divide(sums / 2.0, self._pairs, out=np.zeros_like(sums), where=self._pairs > 0)

    def _weights_near(self, classes: NDArray[np.uint8]) -> Floats:
        kinds = DISTANCE_CLASSES + 1
        key = np.arange(len(classes))[:, None] * kinds + classes
        carried = np.broadcast_to(self._part, classes.shape)
        sums = np.bincount(key.ravel(), carried.ravel(), len(classes) * kinds).astype(np.float64)
        return sums.reshape(-1, kinds)


def _classes(points: Floats, block: NDArray[np.intp], squared_reach: float) -> NDArray[np.uint8]:
    """Class of the distance from some areas to all, [block, n]: 0 for an area itself, else 1 and up."""
    squared = np.square(points[block, 0, None] - points[None, :, 0])
    squared += np.square(points[block, 1, None] - points[None, :, 1])
    share = np.sqrt(np.sqrt(squared / squared_reach))  # the root of the distance
    classes = np.minimum(share * DISTANCE_CLASSES, DISTANCE_CLASSES - 1).astype(np.uint8) + np.uint8(1)
    classes[np.arange(len(block)), block] = 0  # an area itself
    return classes
