#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what QGIS's own migration script (pyqt5_to_pyqt6.py) would change in the package, warn of, or stumble over.

    .venv-lint/bin/python .ci/qt6_migration.py [FOLDER]

The plugin site wants that script to end with 0. It comes with no package and without its list of enums, so here
its rules stand in our own words: enums of QGIS are looked up in the bindings, those of Qt in qt6_names.py.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from enum import EnumMeta
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
QGIS_MODULES = ("qgis.core", "qgis.gui", "qgis.analysis")
FONT_METRICS = {"QFontMetrics", "QFontMetricsF"}


def findings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and sentence for everything the script wouldn't leave alone."""
    for parent in ast.walk(tree):
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, ast.ImportFrom):
                found = imported(node)
            elif isinstance(node, ast.Call):
                found = called(node)
            elif isinstance(node, ast.Assign):
                found = assigned(node)
            elif isinstance(node, ast.Attribute):
                found = attribute(node, parent)
            elif isinstance(node, ast.FunctionDef) and node.name == "exec_":
                found = "def exec_: name it exec"
            else:
                continue
            if found:
                yield node.lineno, found


def imported(node: ast.ImportFrom) -> str:
    """What is wrong with an import; '' for nothing."""
    names = {name.name for name in node.names}
    if (node.module or "").startswith("PyQt5"):
        return f"from {node.module}: import from qgis.PyQt"
    if node.module == "qgis.PyQt.Qt":
        return "from qgis.PyQt.Qt: import from qgis.PyQt.QtCore"
    gone = names & {"QRegExp", "resources_rc", "qApp", "QVariant"}
    return f"{', '.join(sorted(gone))}: not in Qt 6 as in Qt 5" if gone else ""


def called(node: ast.Call) -> str:
    """What is wrong with a call; '' for nothing."""
    if isinstance(node.func, ast.Attribute):
        if node.func.attr == "exec_":
            return ".exec_(): call exec()"
        if node.func.attr == "desktop" and not node.args:
            return ".desktop(): QDesktopWidget isn't in Qt 6"
        if node.func.attr == "addAction" and len(node.args) > 3:
            return ".addAction() with four arguments: make a QAction and add that"
        return ""
    dated = isinstance(node.func, ast.Name) and node.func.id == "QDateTime"
    if dated and (len(node.args) == 8 or (len(node.args) == 1 and isinstance(node.args[0], ast.Call))):
        return "QDateTime(…): give a QDate, a QTime and a time specification"
    return ""


def assigned(node: ast.Assign) -> str:
    """The script follows font metrics by the name they get, and stops with an error where there is none."""
    made = ast.unparse(node.value.func) if isinstance(node.value, ast.Call) else ""
    if made in FONT_METRICS and not isinstance(node.targets[0], ast.Name):
        return f"{made}: assign it to a plain name first; the script stops here"
    return ""


def attribute(node: ast.Attribute, parent: ast.AST) -> str:
    """What is wrong with a member; '' for nothing."""
    if node.attr == "activated" and isinstance(parent, ast.Subscript) and ast.unparse(parent.slice) == "str":
        return ".activated[str]: use textActivated"
    if not isinstance(node.value, ast.Name) or isinstance(parent, ast.Attribute):
        return ""
    enum = unscoped(node.value.id, node.attr)
    return f"{node.value.id}.{node.attr}: write {node.value.id}.{enum}.{node.attr}" if enum else ""


@cache
def unscoped(class_name: str, value_name: str) -> str:
    """The enum of a value that is written without it, for a class of QGIS; '' when it is no such value."""
    kind = next((found for module in QGIS_MODULES if (found := getattr(loaded(module), class_name, None))), None)
    value = getattr(kind, value_name, None) if isinstance(kind, type) else None
    if value is None or isinstance(value, type) or not is_enum(type(value)):
        return ""
    return type(value).__name__


def is_enum(kind: type) -> bool:
    """Whether a class is an enum, of Python's or of sip's making."""
    return isinstance(kind, EnumMeta) or type(kind).__name__ == "enumtype"


@cache
def loaded(module: str) -> Any:
    """A module of QGIS's bindings."""
    return importlib.import_module(module)


def main() -> int:
    """Look at every module of the package; the exit code."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "leefbaar_plugin"
    count = files = 0
    for path in sorted(folder.rglob("*.py")):
        files += 1
        for line, sentence in findings(ast.parse(path.read_text(encoding="utf-8"))):
            count += 1
            print(f"{path.relative_to(folder.parent)}:{line}: {sentence}")
    print(f"QGIS's Qt 6 script: {files} files, {count} places it wouldn't leave alone")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
