# SPDX-License-Identifier: GPL-2.0-or-later
"""Leefbaarometer plugin for QGIS. Only the class factory; when the plugin can't be imported, a stub explains why."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:
    """The plugin, or a stub that says what is missing or broken; called by QGIS."""
    try:
        from .plugin import LeefbaarometerPlugin

        return LeefbaarometerPlugin(iface)
    except Exception as problem:  # a library that doesn't fit raises anything
        from .unavailable import UnavailablePlugin

        return UnavailablePlugin(iface, problem)
