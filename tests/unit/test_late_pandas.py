# SPDX-License-Identifier: GPL-2.0-or-later
"""Without pandas, or with a broken one, a pack is read and maps are computed; importing says what is missing."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from osgeo import ogr

from leefbaar_plugin.engine.errors import LibraryError
from leefbaar_plugin.pack.files.geopackage import write_layer
from leefbaar_plugin.pack.files.late_pandas import load, pd

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "leefbaar_plugin"
SCHIEDAM = REPOSITORY / "resources" / "demo" / "schiedam"
BROKEN = {
    "missing": 'raise ModuleNotFoundError("No module named \'pandas\'", name="pandas")',
    "a DLL": 'raise ImportError("DLL load failed while importing _window: The specified module\\ncould not be found.")',
    "numpy": 'raise ValueError("numpy.dtype size changed, may indicate binary incompatibility")',
    "a part of it": 'raise ModuleNotFoundError("No module named \'pytz\'", name="pytz")',
    "half installed": "raise AttributeError(\"partially initialized module 'pandas' has no attribute 'core'\")",
    "unreadable": "1 +",
}
WORK = """
import json, sys
from pathlib import Path
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.derived import OWN_GEMEENTE, WantedMap, make
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.tables.user_table import read_user_table
from leefbaar_plugin.engine.errors import LibraryError
from osgeo import ogr
folder, table, data, cache = sys.argv[1:]
pack = open_pack(folder)
square = ogr.CreateGeometryFromWkt("POLYGON ((87000 437000, 87400 437000, 87400 437400, 87000 437400, 87000 437000))")
measured = Measurer(pack, Recipe()).measure([bytes(square.ExportToIsoWkb())], (pack.years[-1],))
make(Path(cache), Measurer(pack, Recipe()), WantedMap(OWN_GEMEENTE, "lbm", pack.years[-1]))
rows = len(read_user_table(Path(table)).columns["code"])
try:
    inspect([data])
    said = ""
except LibraryError as problem:
    said = str(problem)
print(json.dumps({"total": float(measured.scores.total[0, 0]), "rows": rows, "said": said,
                  "pandas": "pandas.core" in sys.modules}))
"""


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    """A pack, made where pandas is whole."""
    from leefbaar_plugin.pack.importing.importer import import_edition
    from leefbaar_plugin.pack.reading.inspection import inspect

    return import_edition(inspect([SCHIEDAM]), tmp_path_factory.mktemp("packs") / "schiedam").folder


@pytest.mark.parametrize("broken", BROKEN)
def test_a_pack_opens_and_measures_and_importing_says_what_is_wrong(packed, tmp_path, broken):
    (tmp_path / "shadow" / "pandas").mkdir(parents=True)
    (tmp_path / "shadow" / "pandas" / "__init__.py").write_text(BROKEN[broken] + "\n")
    table = tmp_path / "own.csv"
    table.write_text("code;cijfer\nBU06060001;1,5\nBU06060002;2,5\n")
    command = [sys.executable, "-c", WORK, str(packed), str(table), str(SCHIEDAM), str(tmp_path / "cache")]
    paths = f"{tmp_path / 'shadow'}:{REPOSITORY}"
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PYTHONPATH": paths})
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert 3 < seen["total"] < 5 and seen["rows"] == 2 and not seen["pandas"]
    assert seen["said"].startswith("Importing data needs the Python library pandas") and "\n" not in seen["said"]
    assert ("which this QGIS doesn't have" in seen["said"]) is (broken == "missing")
    if broken == "a DLL":
        assert (
            "(ImportError: DLL load failed while importing _window: The specified module could not be found.)"
            in (seen["said"])
        )


def test_a_page_of_text_is_cut(monkeypatch, tmp_path):
    (tmp_path / "wordy.py").write_text("raise ImportError('word ' * 500)\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(LibraryError) as caught:
        load("wordy")
    assert len(str(caught.value.values["problem"])) < 210 and str(caught.value).endswith("without it.")


def test_whole_it_is_pandas_itself():
    import pandas

    assert pd.DataFrame is pandas.DataFrame
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = pd.nothing_of_the_kind


def test_nothing_else_imports_pandas():
    """Else the plugin needs it at start."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            if any(name.split(".")[0] == "pandas" for name in names):
                found.append(path.relative_to(PACKAGE).as_posix())
    assert found == ["pack/files/late_pandas.py"]


def test_a_layer_is_written_as_pandas_wrote_it(tmp_path):
    """Cell by cell, with NaN as NULL, names that need quoting, and more rows than go in at once."""
    count = 2503
    square = bytes(ogr.CreateGeometryFromWkt("POLYGON ((0 0, 1 0, 1 1, 0 0))").ExportToIsoWkb())
    shapes = [None if at % 7 == 3 else square for at in range(count)]
    columns = {
        "code": [f"BU{at:08d}" for at in range(count)],
        'a "b" c': [float("nan") if at % 5 == 0 else at / 8 for at in range(count)],
        "group": list(range(count)),
    }
    write_layer(tmp_path / "a.gpkg", "order", shapes, columns)
    dataset = ogr.Open(str(tmp_path / "a.gpkg"))
    layer = dataset.GetLayer(0)
    assert layer.GetName() == "order" and layer.GetFeatureCount() == count
    for at, feature in enumerate(layer):
        assert feature.GetFID() == at + 1
        assert feature["code"] == columns["code"][at] and feature["group"] == at
        assert feature['a "b" c'] == (None if at % 5 == 0 else at / 8)
        assert (feature.GetGeometryRef() is None) is (at % 7 == 3)
