# SPDX-License-Identifier: GPL-2.0-or-later
"""What "Recompute and check" found, in the message bar, and in full in the log tab."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...engine.model import ScoreModel
from ...engine.squares.scoring import ScoreCheck
from ...pack.importing.weight_fit import LevelFit
from ...translation import trn
from ...words import formats
from ...words.check import change_line, fit_lines
from ..messages import Messages, log
from .import_report import log_lines

_SMALL = 1e-6
"""Score units: differences below this come from computing, not from the files."""


def say_checked(
    messages: Messages,
    model: ScoreModel,
    found: tuple[ScoreCheck, Sequence[LevelFit], Mapping[str, Mapping[str, Any]]],
) -> None:
    """Say how recomputed scores compare with the published ones, and which weights of squares fit the areas best.

    Published changes beside the difference of published scores: all in the log, what contradicts in the message too.
    """
    result, fits, changes = found
    lines = [line for fit in fits for line in fit_lines(model, fit.level, fit.entry())]
    fitting = [line.text for line in lines if not line.warns]
    changed = [change_line(model, level, checked) for level, checked in changes.items()]
    log_lines([*lines, *changed])
    wrong = [line.text for line in [*lines, *changed] if line.warns]
    if result.class_differences or result.not_adding_up or result.max_difference >= _SMALL or wrong:
        messages.warn(" ".join([_check_text(result), *wrong, *fitting[:1]]))
        return
    log(_check_text(result))
    text = trn(
        "{compared} score recomputed: as published; the difference is less than {difference}.",
        "{compared} scores recomputed: all as published; differences are less than {difference}.",
        result.compared,
    )
    text = text.format(compared=formats.count(result.compared), difference=formats.number(_SMALL, 6))
    messages.info(" ".join([text, *fitting[:1]]))


def _check_text(result: ScoreCheck) -> str:
    return trn(
        "{compared} score recomputed: largest difference {difference}; classes that differ: {classes}; rows that "
        "don't add up: {rows}.",
        "{compared} scores recomputed: largest difference {difference}; classes that differ: {classes}; rows that "
        "don't add up: {rows}.",
        result.compared,
    ).format(
        compared=formats.count(result.compared),
        difference=formats.number(result.max_difference, 6),
        classes=formats.count(result.class_differences),
        rows=formats.count(result.not_adding_up),
    )
