# SPDX-License-Identifier: GPL-2.0-or-later
"""A reference that figures are compared with, as it is called."""

from __future__ import annotations

from dataclasses import dataclass

from ...engine.areas.figures import AreaFigures


@dataclass(frozen=True)
class Reference:
    """A reference with its figures: `label` for a legend, `name` as it stands in a sentence."""

    id: str
    label: str
    name: str
    figures: AreaFigures
