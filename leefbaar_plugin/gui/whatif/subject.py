# SPDX-License-Identifier: GPL-2.0-or-later
"""What a scenario is reckoned for: the current area, unless something keeps it from being tried."""

from __future__ import annotations

from dataclasses import dataclass

from ...analysis.references.reference import Reference
from ...engine.choices import CautionLimits
from ...layers.styles import Palette
from ...translation import tr
from ..drawing.areas import Areas
from ..session import Session


@dataclass(frozen=True)
class ScenarioSubject:
    """What a scenario doesn't change: outline (WKB), gemeente and published score of the area, and settings."""

    outline: bytes
    gemeente: Reference | None
    published: float | None
    palette: Palette
    limits: CautionLimits


def outline_or_why(session: Session, areas: Areas) -> tuple[bytes | None, str]:
    """Outline of the current area (WKB); None, and why, when nothing can be moved."""
    pack = session.pack
    if pack is None or pack.grid is None:
        return None, tr("These data have no squares, so nothing can be tried with them.")
    if areas.current is None:
        return None, tr("There are no areas yet: draw one, or take over official areas.")
    if areas.has_sketch:
        return None, tr("Close the area that is being drawn first.")
    if areas.is_repairing:
        return None, tr("The outline of the area is being repaired.")
    geometry = areas.geometry()
    if geometry is None or geometry.isEmpty():
        return None, tr("The area has no outline.")
    return bytes(geometry.asWkb()), ""
