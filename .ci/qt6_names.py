#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Resolves every Qt name of the package against PyQt6 and PyQt5, without running it.

    .venv-lint/bin/python .ci/qt6_names.py [FOLDER]

Looks at `from qgis.PyQt.QtX import Y` and at every dotted name that starts from one (`Qt.ItemDataRole.UserRole`),
and at the members of objects whose Qt class is plain to see (an annotated argument, `label = QLabel()`). What a method
returns isn't followed: this is a help, no proof.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PREFIX = "qgis.PyQt"
# Names QGIS itself puts into qgis.PyQt, by binding: module -> name -> module that has it.
SHIMS = {
    "PyQt6": {"QtWidgets": {"QAction": "QtGui", "QActionGroup": "QtGui", "QShortcut": "QtGui"}},
    "PyQt5": {"QtGui": {"QAction": "QtWidgets", "QActionGroup": "QtWidgets", "QShortcut": "QtWidgets"}},
}
# Exist only in qgis.PyQt, in both.
OWN = {("QtCore", "NULL"), ("uic", "loadUiType"), ("uic", "loadUi")}
# Members that most classes lost in PyQt6 -> what to use; asked for only where the class isn't plain to see.
DROPPED = {
    "exec_": "exec",
    "print_": "print",
    "globalPos": "globalPosition().toPoint() where it exists",
    "globalX": "globalPosition()",
    "globalY": "globalPosition()",
    "localPos": "position()",
    "windowPos": "scenePosition()",
    "screenPos": "globalPosition()",
    "posF": "position()",
    "processEvents": "a QgsTask",
}

Load = Callable[[str], Any]


def qt_names(tree: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Line and parts (["QtCore", "Qt", "ItemDataRole", "UserRole"]) of every Qt name in a module."""
    known: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(PREFIX):
            start = node.module.removeprefix(PREFIX).strip(".")
            for name in node.names:
                parts = ([start] if start else []) + [name.name]
                known[name.asname or name.name] = parts
                yield node.lineno, parts
    inner: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node not in inner:
            chain: list[str] = []
            at: ast.expr = node
            while isinstance(at, ast.Attribute):
                chain.append(at.attr)
                at = at.value
                inner.add(at)
            if isinstance(at, ast.Name) and at.id in known:
                yield node.lineno, known[at.id] + chain[::-1]


def unresolved(parts: list[str], binding: str, load: Load) -> str:
    """The shortest part of a name that a binding doesn't have, or '' when it has all of it."""
    if tuple(parts[:2]) in OWN:
        return ""
    module, *rest = parts
    if rest:
        module = SHIMS.get(binding, {}).get(module, {}).get(rest[0], module)
    try:
        found = load(f"{binding}.{module}")
    except ImportError:
        return f"module {module}"
    for index, name in enumerate(rest):
        try:
            found = getattr(found, name)
        except AttributeError:
            return ".".join(rest[: index + 1])
        if index and not isinstance(found, type) and not hasattr(found, "__module__"):
            return ""  # an attribute's value; its own members aren't ours to judge
    return ""


def resolved(parts: list[str], binding: str, load: Load) -> Any:
    """The object a Qt name stands for in a binding; None when there is none."""
    module, *rest = parts
    try:
        found = load(f"{binding}.{SHIMS.get(binding, {}).get(module, {}).get(rest[0], module)}" if rest else binding)
        for name in rest:
            found = getattr(found, name)
    except (ImportError, AttributeError):
        return None
    return found


def typed_names(scope: ast.AST, known: dict[str, list[str]]) -> dict[str, list[str]]:
    """Names within a function or class (`event`, `self.label`) of which the Qt class is plain to see.

    From annotations of arguments and from `name = QLabel(…)`; a name that gets anything else as well is left out.
    """
    seen: dict[str, set[str]] = {}
    classes: dict[str, list[str]] = {}

    def note(name: str, type_node: ast.AST | None) -> None:
        named = ast.unparse(type_node) if type_node else ""
        if isinstance(type_node, ast.Constant) and isinstance(type_node.value, str):
            named = type_node.value
        seen.setdefault(name, set()).add(named)
        if named in known:
            classes[name] = known[named]

    for node in ast.walk(scope):
        if isinstance(node, ast.arg):
            note(node.arg, node.annotation)
        elif isinstance(node, ast.AnnAssign):
            note(ast.unparse(node.target), node.annotation)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                note(ast.unparse(target), node.value.func if isinstance(node.value, ast.Call) else node.value)
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            note(ast.unparse(node), None) if not _assigned_whole(node, scope) else None
    return {name: classes[name] for name, types in seen.items() if len(types) == 1 and name in classes}


def _assigned_whole(target: ast.AST, scope: ast.AST) -> bool:
    """Whether a stored name is the whole target of an assignment (not of a loop, a with or an unpacking)."""
    return any(
        (isinstance(node, ast.Assign) and target in node.targets)
        or (isinstance(node, ast.AnnAssign) and node.target is target)
        for node in ast.walk(scope)
    )


def has_member(kind: type, name: str) -> bool:
    """Whether a class or a subclass of it has a member: an event may be any of its kinds, told apart by its type."""
    if kind.__name__.startswith("QStyleOption"):  # plain structures: their members are only there on an object
        return hasattr(kind(), name)
    return hasattr(kind, name) or any(has_member(below, name) for below in kind.__subclasses__())


def members(tree: ast.Module, bindings: list[str], load: Load) -> Iterator[tuple[int, str]]:
    """Members of objects with a plain Qt class that a binding's class doesn't have; dropped members of others."""
    known = {
        name.asname or name.name: [node.module.removeprefix(PREFIX).strip("."), name.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PREFIX + ".")
        for name in node.names
    }
    checked: set[ast.AST] = set()
    scopes = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    for scope in scopes:
        inner = isinstance(scope, ast.ClassDef)
        names = {name: parts for name, parts in typed_names(scope, known).items() if inner == name.startswith("self.")}
        for node in ast.walk(scope):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                parts = names.get(ast.unparse(node.value))
                if parts is None:
                    continue
                checked.add(node)
                for binding in bindings:
                    kind = resolved(parts, binding, load)
                    if isinstance(kind, type) and not has_member(kind, node.attr):
                        yield node.lineno, f"{parts[-1]} of {binding} has no member {node.attr}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in DROPPED and node not in checked:
            yield node.lineno, f".{node.attr} may be gone in PyQt6 (annotate its object); use {DROPPED[node.attr]}"


def problems(tree: ast.Module, bindings: list[str], load: Load = importlib.import_module) -> list[tuple[int, str]]:
    """Line and sentence for every name and member that a binding doesn't have."""
    found = []
    for line, parts in qt_names(tree):
        for binding in bindings:
            missing = unresolved(parts, binding, load)
            if missing:
                found.append((line, f"{'.'.join(parts)}: {binding} has no {missing}"))
    return sorted({*found, *members(tree, bindings, load)})


def available(binding: str) -> bool:
    """Whether a binding can be loaded here."""
    try:
        importlib.import_module(f"{binding}.QtWidgets")
    except ImportError as error:
        print(f"{binding} can't be loaded: {error}", file=sys.stderr)
        return False
    return True


def main() -> int:
    """Look at every module of the package; the exit code."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "leefbaar_plugin"
    bindings = [binding for binding in ("PyQt6", "PyQt5") if available(binding)]
    if "PyQt6" not in bindings:
        print("run .ci/setup lint", file=sys.stderr)
        return 2
    count = names = 0
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names += sum(1 for _ in qt_names(tree))
        for line, sentence in problems(tree, bindings):
            count += 1
            print(f"{path.relative_to(folder.parent)}:{line}: {sentence}")
    print(f"Qt names: {names} looked up in {' and '.join(bindings)}, {count} problems")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
