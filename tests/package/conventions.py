# SPDX-License-Identifier: GPL-2.0-or-later
"""The house rules of the package's code that can be read from its syntax; each rule gives lines with sentences."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

Finding = tuple[int, str]
Rule = Callable[[str, ast.Module], Iterator[Finding]]

LONGEST_MODULE = 350
LONGEST_FUNCTION = 55
LICENCE = "# SPDX-License-Identifier: GPL-2.0-or-later"
FORBIDDEN_MODULES = {"subprocess", "requests", "urllib", "http", "pickle", "marshal", "PyQt5", "PyQt6", "sip"}
FORBIDDEN_PARTS = {"xml.etree", "xml.dom", "xml.sax"}
FORBIDDEN_CALLS = {"processEvents", "exec_", "urlopen", "eval", "exec", "print", "breakpoint"}
# dialog.exec() is Qt's; exec(...) as a plain name is Python's.
ONLY_PLAIN = {"eval", "exec", "print", "breakpoint"}


def licence(text: str, tree: ast.Module) -> Iterator[Finding]:
    """The first line names the licence."""
    if text.splitlines()[:1] != [LICENCE]:
        yield 1, f"first line isn't {LICENCE}"


def future_annotations(text: str, tree: ast.Module) -> Iterator[Finding]:
    """Modules with definitions have `from __future__ import annotations`."""
    defines = any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in ast.walk(tree))
    if defines and not any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body):
        yield 1, "no `from __future__ import annotations`"


def sizes(text: str, tree: ast.Module) -> Iterator[Finding]:
    """Modules and functions stay small."""
    lines = len(text.splitlines())
    if lines > LONGEST_MODULE:
        yield 1, f"module of {lines} lines, at most {LONGEST_MODULE}"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            length = node.end_lineno - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield node.lineno, f"{node.name} has {length} lines, at most {LONGEST_FUNCTION}"


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Public functions, classes and methods."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                for inner in node.body:
                    if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                        yield inner


def qt_name(name: str) -> bool:
    """Whether a method's name is camelCase: an override of Qt's or QGIS's, documented there."""
    return name != name.lower()


def docstrings(text: str, tree: ast.Module) -> Iterator[Finding]:
    """Modules and public names have a docstring; overrides of Qt's and QGIS's methods needn't."""
    if not ast.get_docstring(tree):
        yield 1, "module without docstring"
    for node in public(tree):
        documented = ast.get_docstring(node) or (isinstance(node, ast.FunctionDef) and qt_name(node.name))
        overload = any("setter" in ast.unparse(one) or "overload" in ast.unparse(one) for one in node.decorator_list)
        if not documented and not overload and node.name not in QT_LOWERCASE:
            yield node.lineno, f"{node.name} without docstring"


# Overrides that happen to have no capital: QgsProcessing algorithms, providers and parameters, item models, tasks.
QT_LOWERCASE = set(
    """
    name group icon tags flags id run finished cancel data index parent clone unload func prefix priority apply
    paint supports
    """.split()
)


def annotations(text: str, tree: ast.Module) -> Iterator[Finding]:
    """Every function is annotated whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            bare = [one.arg for one in arguments if one.annotation is None and one.arg not in {"self", "cls"}]
            if node.returns is None or bare:
                yield node.lineno, f"{node.name} isn't annotated: {', '.join(bare) or 'what it returns'}"


def calls(text: str, tree: ast.Module) -> Iterator[Finding]:
    """Calls that block, are unsafe, or are gone in Qt 6."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            plain = isinstance(node.func, ast.Name)
            name = node.func.id if plain else getattr(node.func, "attr", "")
            if name in FORBIDDEN_CALLS and (plain or name not in ONLY_PLAIN):
                yield node.lineno, f"{name}() is forbidden"


def statements(text: str, tree: ast.Module) -> Iterator[Finding]:
    """No assert, bare except or except that only passes (the plugin site's gate)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            yield node.lineno, "assert"
        if isinstance(node, ast.ExceptHandler):
            if node.type is None:
                yield node.lineno, "bare except"
            if all(isinstance(one, ast.Pass) for one in node.body):
                yield node.lineno, "except that only passes"


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of every absolute import, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for name in node.names:
                yield node.lineno, f"{node.module}.{name.name}"


def imports(text: str, tree: ast.Module) -> Iterator[Finding]:
    """Qt only by qgis.PyQt; no unsafe modules; nothing by a star."""
    for line, name in imported(tree):
        if name.split(".")[0] in FORBIDDEN_MODULES or any(name.startswith(part) for part in FORBIDDEN_PARTS):
            yield line, f"import of {name}"
        if name.endswith(".*"):
            yield line, f"star import {name}"


def shown_texts(text: str, tree: ast.Module) -> Iterator[Finding]:
    """What comes from files can't be taken for markup: labels and tips only by `plain_text.py`."""
    if "class PlainLabel" in text:
        return
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in MARKUP_GUESSED and isinstance(node.func, ast.Name):
            yield node.lineno, f"{name}() guesses whether a text is markup"
        if name in TIPS and node.args and not _is_fixed(node.args[TIPS[name]]):
            yield node.lineno, f"{name}() without as_tip()"


MARKUP_GUESSED = {"QLabel", "QMessageBox", "QStaticText", "QErrorMessage", "QProgressDialog"}
TIPS = {"setToolTip": -1, "setWhatsThis": -1, "showText": 1}
"""Methods that take a tip, and which of their values it is."""


def _is_fixed(node: ast.expr) -> bool:
    """Whether a tip was made safe, or is a text of our own."""
    if isinstance(node, ast.Constant):
        return True
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"as_tip", "terms_tip", "tr"}


RULES: tuple[Rule, ...] = (
    shown_texts,
    licence,
    future_annotations,
    sizes,
    docstrings,
    annotations,
    calls,
    statements,
    imports,
)


def findings(text: str, rules: tuple[Rule, ...] = RULES) -> list[str]:
    """Everything the rules have to say about a module's text."""
    tree = ast.parse(text)
    return [f"line {line}: {sentence}" for rule in rules for line, sentence in rule(text, tree)]
