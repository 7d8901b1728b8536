# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin keeps in a project beyond single values: JSON in the project's own entries, read with patience."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import QgsProject

from ...pack.files.json_text import JsonError, parsed

SCOPE = "leefbaarometer"


def read_state(project: QgsProject, key: str) -> dict[str, Any]:
    """What was kept under `key`; empty when there is nothing, or what is there was written by something else."""
    text, there = project.readEntry(SCOPE, key, "")
    if not there or not text:
        return {}
    try:
        found = parsed(text)
    except JsonError:
        return {}
    return found if isinstance(found, dict) else {}


def write_state(project: QgsProject, key: str, state: dict[str, Any]) -> None:
    """Keep `state` under `key`; the project isn't marked as changed when it was kept already."""
    text = json.dumps(state, ensure_ascii=False, sort_keys=True)
    if project.readEntry(SCOPE, key, "")[0] != text:
        project.writeEntry(SCOPE, key, text)
