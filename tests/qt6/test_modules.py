# SPDX-License-Identifier: GPL-2.0-or-later
"""Every module of the plugin is read under Qt 6: names, enums and signals that Qt 6 lacks show at once."""

from __future__ import annotations

import importlib
from pathlib import Path

from qgis.PyQt.QtCore import Qt

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "leefbaar_plugin").rglob("*.py"))


def test_all_are_read():
    wrong = {}
    for path in MODULES:
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        try:
            importlib.import_module(name)
        except Exception as problem:
            wrong[name] = repr(problem)
    assert len(MODULES) > 300 and wrong == {}


def test_what_qt_6_lacks_is_noticed():
    assert not hasattr(Qt, "AlignLeft") and hasattr(Qt.AlignmentFlag, "AlignLeft")
