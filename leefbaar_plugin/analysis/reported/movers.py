# SPDX-License-Identifier: GPL-2.0-or-later
"""Stijgers and dalers of every pair of consecutive measurements: dwellings, what explains most, does the ratio turn.

Letter of 2026: more stijgers than dalers in 2018-2020, the other way round since. Which squares count is what the rules
`stijgers` and `dalers` say, with the values they have.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ...engine.areas.coverage import Coverage
from ...engine.signals.evidence import Evidence
from ...engine.signals.judge import explain, measure
from ...engine.squares.weights import DWELLINGS, weigh
from ...pack.files.progress import Progress, report, silent
from ..measure import Measurer
from ..signals.rule_set import load_rule
from ..signals.rules import Rule
from ..signals.square_clusters import square_scores

RISERS, FALLERS = "stijgers", "dalers"
_MOVED = "moved"


@dataclass(frozen=True)
class Movement:
    """Dwellings that rose and fell between two measurements, and the ids of the dimensions that explain most."""

    since: int
    until: int
    risen: float
    fallen: float
    risen_by: str | None
    fallen_by: str | None

    @property
    def balance(self) -> int:
        """1 for more dwellings risen than fallen, -1 for more fallen, 0 for as many."""
        return (self.risen > self.fallen) - (self.risen < self.fallen)


def moved(
    measurer: Measurer,
    coverage: Coverage,
    years: tuple[int, ...] = (),
    progress: Progress = silent,
    rules: tuple[Rule, Rule] | None = None,
) -> list[Movement]:
    """Those of the squares of one area, of every pair of consecutive years (default: all of the pack).

    PackError for an absent year.
    """
    pack = measurer.pack
    chosen = tuple(sorted(pack.require_year(year) for year in years)) or pack.years
    up, down = rules or (load_rule(RISERS), load_rule(FALLERS))
    weights = weigh(pack.require_counts(), len(pack.require_squares()[0]), DWELLINGS, measurer.recipe.imputation)
    scores = measurer.scores(coverage)
    found = []
    for number, (since, until) in enumerate(pairwise(chosen)):
        report(progress, number / max(len(chosen) - 1, 1))
        evidence = Evidence(square_scores(pack, until, since), coverage, scores, {DWELLINGS: weights})
        (risen, risen_by), (fallen, fallen_by) = (_of(evidence, rule, measurer) for rule in (up, down))
        found.append(Movement(since, until, risen, fallen, risen_by, fallen_by))
    report(progress, 1.0)
    return found


def _of(evidence: Evidence, rule: Rule, measurer: Measurer) -> tuple[float, str | None]:
    """Dwellings in squares that moved as a rule says, and the dimension that explains most of it."""
    signal = rule.signal()
    condition = next(one for one in signal.conditions if one.id == _MOVED)
    value = float(measure(evidence, signal, condition).value[0])
    place = int(explain(evidence, signal)[0][0])
    return value, None if place < 0 else measurer.pack.model.dimensions[place].id


def moved_columns(found: list[Movement]) -> dict[str, list[Any]]:
    """A row per pair: since, until, risen and fallen (dwellings), ratio (risen by fallen; None without any fallen),
    turned (whether the balance turned since the pair before), risen_by and fallen_by.
    """
    balances = [one.balance for one in found]
    turned = [None, *(bool(before * now < 0) for before, now in pairwise(balances))][: len(found)]
    return {
        "since": [one.since for one in found],
        "until": [one.until for one in found],
        "risen": [_known(one.risen) for one in found],
        "fallen": [_known(one.fallen) for one in found],
        "ratio": [one.risen / one.fallen if one.fallen > 0 else None for one in found],
        "turned": turned,
        "risen_by": [one.risen_by for one in found],
        "fallen_by": [one.fallen_by for one in found],
    }


def _known(value: float) -> float | None:
    return None if value != value else value
