# SPDX-License-Identifier: GPL-2.0-or-later
"""Reckons a scenario by the function of the algorithm `scenario`, and keeps what a slider doesn't change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...analysis.measure import Measurer
from ...analysis.scenarios.document import ScenarioStep
from ...analysis.scenarios.effects import AreaEffect, ScenarioMeasurer
from ...engine.errors import InputError
from ...engine.models.scenarios import Effect, Measure


@dataclass(frozen=True)
class Reckoned:
    """The effect on an area, and why measures of the scenario are left out of it."""

    area: AreaEffect
    problems: tuple[InputError, ...]


class Reckoner:
    """One pack, recipe and year at a time."""

    def __init__(self) -> None:
        self._measurer: ScenarioMeasurer | None = None
        self._bound: dict[ScenarioStep, Measure | InputError] = {}
        self.measures: list[Measure] = []

    @property
    def measurer(self) -> ScenarioMeasurer | None:
        """What was reckoned with last."""
        return self._measurer

    def forget(self) -> None:
        """Let go of the pack."""
        self._measurer, self._bound, self.measures = None, {}, []

    def effect(self, measurer: Measurer, year: int, steps: Sequence[ScenarioStep], outline: bytes) -> Reckoned:
        """What steps do to an area (WKB in EPSG:28992); LeefbaarError when the area can't be measured."""
        kept = self._measurer
        if kept is None or kept.measurer is not measurer or kept.year != year:
            kept = self._measurer = ScenarioMeasurer(measurer, year)
            self._bound = {}
        self._bound = {step: self._bound.get(step) or _bind(kept, step) for step in steps}
        found = [self._bound[step] for step in steps]
        measures = self.measures = [one for one in found if isinstance(one, Measure)]
        problems = tuple(one for one in found if isinstance(one, InputError))
        return Reckoned(kept.area(measures, outline), problems)

    def effect_only(self, steps: Sequence[ScenarioStep], outline: bytes) -> Effect:
        """What other steps do to the area, by what was reckoned with last; LeefbaarError when they can't be."""
        kept = self._measurer
        if kept is None:
            raise InputError("There are no data to reckon with.")
        return kept.area([kept.bind(step) for step in steps], outline).effect


def _bind(measurer: ScenarioMeasurer, step: ScenarioStep) -> Measure | InputError:
    try:
        return measurer.bind(step)
    except InputError as problem:
        return problem
