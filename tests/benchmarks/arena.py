# SPDX-License-Identifier: GPL-2.0-or-later
"""An interleaved race: every contender once per round in a shuffled order, medians and quartiles of its turns."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

TURN = 0.03
"""Seconds that a turn lasts at least: a contender of microseconds is called until then, and the mean of it counts."""

HEAVY = 3


@dataclass(frozen=True)
class Entry:
    """One contender on one set of areas.

    `call` does the whole work; `share` is the part of the set it is given (its time is divided by it); `check` takes
    the result and returns the largest difference from ours, None where there is nothing to compare.
    """

    contender: str
    over: str
    call: Callable[[], Any]
    share: float = 1.0
    check: Callable[[Any], float | None] | None = None


@dataclass
class Timing:
    """Seconds of every turn of an entry; `once` when there is one turn after the cold call; `difference` from ours."""

    share: float
    seconds: list[float] = field(default_factory=list)
    once: bool = False
    difference: float | None = None
    problem: str = ""

    @property
    def median(self) -> float:
        """Seconds, NaN when it failed."""
        return float(np.median(self.seconds)) if self.seconds else float("nan")

    @property
    def quartiles(self) -> tuple[float, float]:
        """First and third quartile in seconds."""
        low, high = np.percentile(self.seconds, (25, 75)) if self.seconds else (np.nan, np.nan)
        return float(low), float(high)


Timings = dict[tuple[str, str], Timing]


def race(
    entries: Sequence[Entry], budget: float, most: int = 40, log: Callable[[str], None] = lambda text: None
) -> Timings:
    """Time the entries; each gets rounds for `budget` seconds, evenly spread over at most `most` rounds.

    The first call of each is checked and warms it up, and never counts: where that alone takes more than `HEAVY`
    budgets there is one round more, others get two at least.
    """
    shuffled = random.Random(7)
    timings: Timings = {}
    rounds: dict[tuple[str, str], int] = {}
    for entry in shuffled.sample(list(entries), len(entries)):
        timing = timings[entry.contender, entry.over] = Timing(entry.share)
        try:
            seconds, result = _once(entry.call)
            timing.difference = entry.check(result) if entry.check else None
            del result
        except Exception as problem:  # a contender that fails is a row of the table, not the end of the run
            timing.problem = f"{type(problem).__name__}: {problem}".splitlines()[0]
            log(f"{entry.contender} on {entry.over}: {timing.problem}")
            continue
        log(f"{entry.contender} on {entry.over}: {seconds * 1e3:.2f} ms cold, difference {timing.difference}")
        if seconds > HEAVY * budget:
            rounds[entry.contender, entry.over], timing.once = 1, True
        else:
            rounds[entry.contender, entry.over] = int(np.clip(budget / max(seconds, TURN), 2, most))
    for number in range(1, most + 1):
        for entry in shuffled.sample(list(entries), len(entries)):
            wanted = rounds.get((entry.contender, entry.over), 0)
            if number * wanted // most > (number - 1) * wanted // most:
                timings[entry.contender, entry.over].seconds.append(_turn(entry.call) / entry.share)
    return timings


def _once(call: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    begin = time.perf_counter()
    result = call()
    return time.perf_counter() - begin, result


def _turn(call: Callable[[], Any]) -> float:
    """Mean seconds of the calls of one turn. Results are dropped outside the clock only where a turn is one call."""
    gc.collect()
    gc.disable()
    try:
        calls, begin = 0, time.perf_counter()
        while True:
            result = call()
            calls += 1
            passed = time.perf_counter() - begin
            if passed > TURN:
                break
        del result
        return passed / calls
    finally:
        gc.enable()
