# SPDX-License-Identifier: GPL-2.0-or-later
"""The house: folders one can overlook, a name for one class only, and no imports in circles."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "leefbaar_plugin"
MODULES = sorted(PACKAGE.rglob("*.py"))
WIDEST = 17


def dotted(path: Path) -> str:
    """The name of a module as imports have it."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {dotted(path): path for path in MODULES}


def needed(path: Path, text: str) -> set[str]:
    """Modules of ours that one imports, also within functions; not those that only annotations need."""
    package = path.relative_to(PACKAGE.parent).parts[:-1]
    found: set[str] = set()

    def look(node: ast.AST) -> None:
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        if isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            whole = ".".join([*start, *([node.module] if node.module else [])])
            for name in node.names:
                found.add(f"{whole}.{name.name}" if f"{whole}.{name.name}" in NAMES else whole)
        for child in ast.iter_child_nodes(node):
            look(child)

    look(ast.parse(text))
    return found & NAMES.keys() - {dotted(path)}


def circles(graph: dict[str, set[str]]) -> list[str]:
    """What is left when all that imports nothing of the rest is taken away, again and again."""
    left = {name: set(others) for name, others in graph.items()}
    while free := [name for name, others in left.items() if not others & left.keys()]:
        for name in free:
            del left[name]
    while unused := left.keys() - {other for others in left.values() for other in others}:
        for name in unused:  # what nothing in a circle imports
            del left[name]
    return sorted(left)


def test_no_folder_is_wider_than_one_can_overlook():
    wide = Counter(path.parent.relative_to(PACKAGE.parent).as_posix() for path in MODULES)
    assert {folder: count for folder, count in wide.items() if count > WIDEST} == {}


def test_a_name_is_one_class():
    where = defaultdict(list)
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                where[node.name].append(dotted(path))
    assert {name: places for name, places in where.items() if len(places) > 1} == {}


def test_no_import_goes_in_a_circle():
    graph = {dotted(path): needed(path, path.read_text(encoding="utf-8")) for path in MODULES}
    assert sum(map(len, graph.values())) > len(MODULES)
    assert circles(graph) == []


def test_a_circle_is_noticed():
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}, "e": set()}) == ["a", "b", "c"]
    assert circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_what_only_annotations_need_makes_no_circle():
    path = PACKAGE / "pack" / "check.py"
    assert needed(path, "if TYPE_CHECKING:\n    from .pack import Pack") == set()
    assert needed(path, "def late():\n    from .pack import Pack") == {"leefbaar_plugin.pack.pack"}
    assert needed(path, "from . import pack") == {"leefbaar_plugin.pack.pack"}
