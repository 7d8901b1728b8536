# SPDX-License-Identifier: GPL-2.0-or-later
"""Choices one has in measuring, by name: for settings and forms, which need no figures."""

from __future__ import annotations

from dataclasses import dataclass

SHARE = "share"
"""Rule: a square counts for the share of its surface inside."""
CENTRE = "centre"
"""Rule: a square counts whole when its centre is inside, else not at all."""
INSIDE = "inside"
"""Rule: a square counts for the part of its dwellings that stands inside, by the user's own points; by surface where
there are none."""
BY_SURFACE = (SHARE, CENTRE)
RULES = (*BY_SURFACE, INSIDE)
EVEN_ODD, NON_ZERO = "even-odd", "non-zero"
FILL_RULES = (EVEN_ODD, NON_ZERO)
"""What is inside a polygon whose outline crosses itself: places the outline winds around an odd number of times, or a
number of times other than zero."""

SMALLEST_DWELLINGS = 10.0
"""Figures of fewer dwellings carry a warning."""
SMALLEST_COVERAGE = 0.25
"""Figures of areas of which a smaller part of the surface has scored squares carry a warning, too."""
SMALLEST_INHABITANTS = 100.0
"""From so many inhabitants the web service shows a buurt; official areas with fewer bear a mark."""


@dataclass(frozen=True)
class CautionLimits:
    """Below which a figure carries a warning: weight (dwellings), and the part (0-1) of the surface that is scored."""

    dwellings: float = SMALLEST_DWELLINGS
    coverage: float = SMALLEST_COVERAGE
