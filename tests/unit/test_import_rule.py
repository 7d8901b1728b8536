# SPDX-License-Identifier: GPL-2.0-or-later
"""Imports run one way: engine, pack, analysis, layers, words, charts, report, then processing and gui, then plugin."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
NAME = "leefbaar_plugin"
PACKAGE = REPOSITORY / NAME
# room -> rooms it may import from, besides itself
ALLOWED = {
    "engine": set(),
    "pack": {"engine"},
    "analysis": {"engine", "pack"},
    "translation": {"engine"},
    "settings": {"engine", "pack", "analysis", "translation"},
    "layers": {"engine", "pack", "analysis", "translation", "settings"},
    "plain_text": set(),
    "garbage": set(),
    "words": {"engine", "pack", "analysis", "translation", "settings", "layers"},
    "charts": {"engine", "pack", "analysis", "translation", "settings", "layers", "words", "plain_text"},
    "report": {"engine", "pack", "analysis", "translation", "settings", "layers", "words", "charts"},
    "processing": {"engine", "pack", "analysis", "translation", "settings", "layers", "words", "report"},
    "gui": {
        "engine",
        "pack",
        "analysis",
        "translation",
        "settings",
        "layers",
        "words",
        "charts",
        "plain_text",
        "report",
    },
}
ALLOWED["diagnostics"] = {"engine", "translation"}
ALLOWED["unavailable"] = {"translation", "diagnostics"}
ALLOWED["processing"] |= {"diagnostics", "garbage"}
ALLOWED["gui"] |= {"diagnostics", "garbage"}
ALLOWED["plugin"] = set(ALLOWED) | {"__init__"}
ALLOWED["__init__"] = set(ALLOWED)
# What no module of the engine touches: files, processes, the network.
NO_FILES = set(
    """
    os pathlib io csv zipfile tarfile gzip tempfile shutil sqlite3 glob mmap subprocess socket urllib http
    configparser logging
    """.split()
)
FILE_CALLS = set(
    """
    open read_csv read_json read_excel read_parquet to_csv fromfile tofile loadtxt genfromtxt savetxt memmap
    open_memmap savez read_text write_text read_bytes
    """.split()
)


def room(path: Path) -> str:
    """The room of a module of ours, from its path relative to the package."""
    return path.parts[0] if len(path.parts) > 1 else path.stem


def imports(path: Path, text: str) -> Iterator[tuple[int, str]]:
    """Line and absolute dotted name of everything a module imports, also inside functions; `path` as in `room`."""
    package = [NAME, *path.parts[:-1]]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            for name in node.names:
                yield node.lineno, ".".join([*start, *([node.module] if node.module else []), name.name])


def wrong_way(path: Path, text: str) -> Iterator[str]:
    """Imports of our own rooms that a module's room may not have."""
    here = room(path)
    for line, name in imports(path, text):
        parts = name.split(".")
        if parts[0] != NAME:
            continue
        there = parts[1] if len(parts) > 1 else "__init__"
        if there != here and there not in ALLOWED[here]:
            yield f"line {line}: {here} imports {name}"


def foreign(path: Path, text: str) -> Iterator[str]:
    """Imports from elsewhere, and file calls, that a module's room may not have."""
    here = room(path)
    for line, name in imports(path, text):
        top = name.split(".")[0]
        if here == "engine" and (top in NO_FILES or top not in {NAME, "numpy"} | set(sys.stdlib_module_names)):
            yield f"line {line}: the engine imports {name}"
        if here in {"pack", "analysis"} and (
            name.startswith(("qgis.gui", "qgis.PyQt.QtWidgets")) or name.endswith(".QgsProject")
        ):
            yield f"line {line}: {here} imports {name}"
        if here in {"layers", "report", "processing"} and name.startswith("qgis.gui"):
            yield f"line {line}: {here} imports {name}"
    if here == "engine":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call):
                called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if called in FILE_CALLS:
                    yield f"line {node.lineno}: the engine calls {called}()"


MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def test_there_is_something_to_look_at():
    assert {"engine", "pack", "analysis"} <= {room(path) for path in MODULES}


def test_modules():
    unknown = [path.as_posix() for path in MODULES if room(path) not in ALLOWED]
    assert unknown == [], "rooms that the rule doesn't know"
    found = []
    for path in MODULES:
        text = (PACKAGE / path).read_text(encoding="utf-8")
        found += [f"{path.as_posix()}: {one}" for one in (*wrong_way(path, text), *foreign(path, text))]
    assert found == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("engine/grid.py", "from ..pack import pack"),
        ("engine/grid.py", "from leefbaar_plugin.pack.pack import Pack"),
        ("engine/grid.py", "import leefbaar_plugin.gui"),
        ("engine/grid.py", "from .. import settings"),
        ("engine/grid.py", "def late():\n    from ..gui import dock"),
        ("pack/pack.py", "from ..layers import style"),
        ("pack/pack.py", "from ..translation import tr"),
        ("layers/style.py", "from ..gui.dock import Dock"),
        ("layers/style.py", "from ..processing import provider"),
        ("processing/provider.py", "from ..plugin import Plugin"),
        ("gui/dock.py", "from ..plugin import Plugin"),
        ("gui/find/page.py", "from ...processing.fields import fields_of"),
        ("processing/relate.py", "from ..gui.session import Session"),
        ("pack/pack.py", "from ..analysis.measure import Measurer"),
        ("analysis/measure.py", "from ..layers.styles import class_style"),
    ],
)
def test_wrong_way_is_noticed(path, code):
    assert list(wrong_way(Path(path), code))


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("engine/grid.py", "from qgis.core import QgsGeometry"),
        ("engine/grid.py", "from osgeo import ogr"),
        ("engine/grid.py", "import scipy"),
        ("engine/grid.py", "from pathlib import Path"),
        ("engine/grid.py", "import numpy as np\nnp.memmap('a')"),
        ("engine/grid.py", "open('a')"),
        ("pack/pack.py", "from qgis.gui import QgsDockWidget"),
        ("pack/pack.py", "from qgis.core import QgsProject"),
        ("processing/aggregate.py", "import qgis.gui"),
    ],
)
def test_foreign_is_noticed(path, code):
    assert list(foreign(Path(path), code))


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("engine/grid.py", "import numpy as np\nfrom .errors import InputError\nfrom math import pi"),
        ("pack/pack.py", "from ..engine.grid import Grid\nfrom osgeo import ogr\nimport pathlib"),
        ("gui/dock.py", "from ..layers.style import styled\nfrom qgis.gui import QgsDockWidget"),
        ("plugin.py", "from .gui.dock import Dock\nfrom . import translation"),
        ("__init__.py", "def classFactory(iface):\n    from .plugin import Plugin"),
    ],
)
def test_right_way_passes(path, code):
    assert not [*wrong_way(Path(path), code), *foreign(Path(path), code)]
