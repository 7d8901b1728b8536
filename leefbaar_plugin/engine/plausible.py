# SPDX-License-Identifier: GPL-2.0-or-later
"""What a published score can be, and how far a recomputed one may lie from it: both from the model file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .errors import ModelError

Range = tuple[float, float]


@dataclass(frozen=True)
class ScoreLimits:
    """Lowest and highest value that a total, a deviation and a contribution can have.

    They lie far outside everything published: what exceeds them was damaged on its way. `certainty` is a mark of the
    domain file.
    """

    total: Range
    deviation: Range
    contribution: Range
    certainty: str
    source: str


@dataclass(frozen=True)
class Tolerance:
    """How far recomputed scores may differ from the published ones before the user is asked.

    `difference` is that of a score, `adding_up` that of a deviation from the sum of its contributions, both in score
    units and from the rounding of the files; `classes` is the share (0-1) of the classes that may differ.
    """

    difference: float
    adding_up: float
    classes: float
    certainty: str
    source: str


def read_limits(entry: Mapping[str, Any]) -> ScoreLimits:
    """Limits from an entry of a model file; ModelError when one lies above the other."""
    total, deviation, contribution = (
        (float(entry[name]["low"]), float(entry[name]["high"])) for name in ("total", "deviation", "contribution")
    )
    for low, high in (total, deviation, contribution):
        if not low < high:
            raise ModelError("The limits {low} and {high} of a model file aren't in order.", low=low, high=high)
    return ScoreLimits(total, deviation, contribution, entry["certainty"], entry["source"])


def read_tolerance(entry: Mapping[str, Any]) -> Tolerance:
    """Tolerance from an entry of a model file."""
    difference, adding_up, classes = (float(entry[name]) for name in ("difference", "adding_up", "classes"))
    return Tolerance(difference, adding_up, classes, entry["certainty"], entry["source"])
