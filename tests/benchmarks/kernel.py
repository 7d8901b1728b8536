# SPDX-License-Identifier: GPL-2.0-or-later
"""A fixed piece of work of numpy's, timed in the same run as what is judged: a slow day isn't a miss, nor a fast one a
pass.

It gathers rows, sums them and sorts, as the engine does, but shares no code with it: no change of ours makes it faster.
"""

from __future__ import annotations

import time

import numpy as np

NAME, OVER = "reference kernel", "the machine"
NOMINAL = 10.6e-3
"""Seconds of one call on an idle machine of the kind that CI runs on; absolute goals are meant for that."""
_ROWS, _COLUMNS, _GATHERED, _EACH = 100_000, 34, 40_000, 25
_LEAST = 7


class Kernel:
    """The work, on data made once."""

    def __init__(self) -> None:
        random = np.random.default_rng(3)
        self._table = random.random((_ROWS, _COLUMNS))
        self._index = np.sort(random.integers(0, _ROWS, _GATHERED))
        self._starts = np.arange(0, _GATHERED, _EACH)

    def __call__(self) -> float:
        """One call; the result keeps it from being left out."""
        sums = np.add.reduceat(self._table.take(self._index, axis=0), self._starts, axis=0)
        return float(sums.sum() + np.sort(self._table[:, 0])[_ROWS // 2])


def seconds(kernel: Kernel, times: int = _LEAST) -> float:
    """Median of some calls now, in a process that measures one thing only."""
    kernel()
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        kernel()
        found.append(time.perf_counter() - begin)
    return float(np.median(found))


def on_idle_machine(measured: float, kernel: float) -> float:
    """What was measured, as it'd be where the kernel takes its nominal time; as measured when that isn't known."""
    return measured if np.isnan(kernel) or kernel <= 0 else measured * NOMINAL / kernel
