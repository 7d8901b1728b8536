# SPDX-License-Identifier: GPL-2.0-or-later
"""Places in the code where a small change makes a wrong program: comparisons, constants, column names, signs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_COMPARISONS = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
_OPERATORS = {ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*")}
_MARKERS = {"tr", "mark"}
_NOT_CONTENT = {
    "setObjectName",
    "setContentsMargins",
    "setSpacing",
    "setHorizontalSpacing",
    "setVerticalSpacing",
    "addStretch",
    "addSpacing",
    "setColumnStretch",
    "setRowStretch",
}
"""A widget's name and the room around it: another one shows the same. Pictures of the pages are for these."""


_NAME_OF_WIDGET = "Leefbaarometer"


@dataclass(frozen=True)
class Site:
    """One change: file, line and column (from 0) where `old` stands that becomes `new`, and its kind."""

    file: str
    line: int
    column: int
    old: str
    new: str
    kind: str

    @property
    def key(self) -> str:
        """What it is known by in the results."""
        return f"{self.file}:{self.line}:{self.column} {self.old} -> {self.new}"

    def changed(self, source: str) -> str:
        """The source with the change made."""
        lines = source.splitlines(keepends=True)
        text = lines[self.line - 1].encode()
        assert text[self.column :].startswith(self.old.encode()), self
        after = text[self.column + len(self.old.encode()) :]
        lines[self.line - 1] = (text[: self.column] + self.new.encode() + after).decode()
        return "".join(lines)


def sites_of(root: Path, file: Path) -> list[Site]:
    """All changes that a module offers."""
    source = file.read_text(encoding="utf-8")
    name = file.relative_to(root).as_posix()
    lines = [line.encode() for line in source.splitlines()]
    tree = ast.parse(source)
    silent = {id(node) for parent in ast.walk(tree) for node in _left_out(parent)}
    found = []
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        found += [Site(name, *place, kind) for *place, kind in _changes(node, lines)]
    return sorted(set(found), key=lambda site: (site.line, site.column, site.new))


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    """Parts that no test can notice or that aren't the program: docstrings, annotations, texts for translation, the
    names of widgets and the room around them, defaults of arguments that nobody reads, what a dataclass is on top of
    its fields, and whether `zip` complains about what never happens.
    """
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(_NAME_OF_WIDGET):
        yield node
    parts: list[ast.AST | None] = []
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        parts = [node.returns, *(one.annotation for one in [*node.args.args, *node.args.kwonlyargs])]
    elif isinstance(node, ast.AnnAssign | ast.arg):
        parts = [node.annotation]
    elif isinstance(node, ast.Lambda):
        given = node.args.args[len(node.args.args) - len(node.args.defaults) :]
        parts = [value for one, value in zip(given, node.args.defaults, strict=True) if one.arg.startswith("_")]
    elif isinstance(node, ast.Call):
        parts = list(_silent_arguments(node))
    elif isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
        parts = list(node.body)
    for part in parts:
        if part is not None:
            yield from ast.walk(part)


def _silent_arguments(node: ast.Call) -> Iterator[ast.AST]:
    called = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if called in _MARKERS | _NOT_CONTENT:
        yield from node.args
    elif called == "addWidget" and len(node.args) == 2:  # how much of the room it gets
        yield node.args[1]
    elif called in ("zip", "dataclass"):
        yield from (one.value for one in node.keywords)


def _changes(node: ast.AST, lines: list[bytes]) -> Iterator[tuple[int, int, str, str, str]]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        old, new = _COMPARISONS[type(node.ops[0])]
        yield from _between(lines, node.left, node.comparators[0], old, new, "comparison")
    elif isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS and not _is_text(node):
        old, new = _OPERATORS[type(node.op)]
        yield from _between(lines, node.left, node.right, old, new, "sign")
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield node.lineno, node.col_offset, "-", "+", "sign"
    elif isinstance(node, ast.BoolOp):
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        yield from _between(lines, node.values[0], node.values[1], old, new, "condition")
    elif isinstance(node, ast.Constant):
        yield from _constant(node, lines)


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.Constant | ast.JoinedStr) and not _is_number(side) for side in (node.left, node.right)
    )


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)


def _constant(node: ast.Constant, lines: list[bytes]) -> Iterator[tuple[int, int, str, str, str]]:
    if node.end_col_offset is None or node.lineno != node.end_lineno:
        return
    old = lines[node.lineno - 1][node.col_offset : node.end_col_offset].decode()
    if isinstance(node.value, bool):
        yield node.lineno, node.col_offset, old, str(not node.value), "constant"
    elif isinstance(node.value, int | float):
        yield node.lineno, node.col_offset, old, repr(node.value + 1), "constant"
    elif isinstance(node.value, str) and node.value.isidentifier() and len(node.value) > 2 and old[:1] in "\"'":
        yield node.lineno, node.col_offset, old, f'"{node.value}_"', "name"


def _between(
    lines: list[bytes], left: ast.AST, right: ast.AST, old: str, new: str, kind: str
) -> Iterator[tuple[int, int, str, str, str]]:
    """The operator between two parts, when it stands on the line on which the left one ends."""
    line, start = left.end_lineno, left.end_col_offset
    stop = right.col_offset if right.lineno == line else len(lines[line - 1])
    at = lines[line - 1].find(old.encode(), start, stop)
    if at >= 0:
        yield line, at, old, new, kind
