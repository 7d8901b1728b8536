# SPDX-License-Identifier: GPL-2.0-or-later
"""A coefficient, a slope and a p-value put into words."""

from __future__ import annotations

import math

from ..engine.relations.correlation import Correlation
from ..translation import tr
from . import formats

SURE = 0.05
"""Own choice: a p-value below this is called shown."""


def p_words(p: float) -> str:
    """A p-value in words."""
    if not math.isfinite(p):
        return ""
    return (
        tr("p < {value}").format(value=formats.number(0.001, 3))
        if p < 0.001
        else tr("p = {value}").format(value=formats.number(p, 3))
    )


def correlation_words(name: str, one: Correlation, confidence: float) -> str:
    """A coefficient with its interval and number of areas."""
    if not math.isfinite(one.low):
        return tr("{name}: {value}; too few areas for an interval (n = {n}).").format(
            name=name, value=formats.number(one.value, 2), n=one.n
        )
    text = tr("{name}: {value} ({confidence} % interval {low} to {high}; n = {n}).")
    values = {
        "name": name,
        "value": formats.number(one.value, 2),
        "confidence": formats.number(100 * confidence, 0),
        "low": formats.number(one.low, 2),
        "high": formats.number(one.high, 2),
        "n": one.n,
    }
    if one.effective != one.n:
        text = tr("{name}: {value} ({confidence} % interval {low} to {high}; n = {n}, effective n = {effective}).")
        values["effective"] = formats.number(one.effective, 0)
    return text.format(**values)


def slope_number(slope: float) -> str:
    """A slope with two digits that count."""
    decimals = min(max(1 - math.floor(math.log10(abs(slope))), 2), 8) if slope else 2
    return formats.number(slope, decimals)
