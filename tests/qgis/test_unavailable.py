# SPDX-License-Identifier: GPL-2.0-or-later
"""What a missing or broken library is told as: by the stand-in, and by the message bar of the plugin that runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from leefbaar_plugin.diagnostics import explain, library_of
from leefbaar_plugin.engine.errors import LeefbaarError
from leefbaar_plugin.gui.messages import Messages
from leefbaar_plugin.pack.files.late_pandas import load
from leefbaar_plugin.unavailable import UnavailablePlugin

REPOSITORY = Path(__file__).resolve().parents[2]


def error_of(code: str, **names: object) -> Exception:
    """What a piece of code raises."""
    try:
        exec(code, {"__name__": "leefbaar_plugin.pack.made", **names})
    except Exception as problem:
        return problem
    raise AssertionError("nothing was raised")


@pytest.fixture
def library(tmp_path, monkeypatch):
    """Makes a package that fails when it is imported; gives the error with which our import of it ends."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(code: str) -> Exception:
        folder = tmp_path / "brokenlib"
        folder.mkdir()
        (folder / "__init__.py").write_text("from . import core\n")
        (folder / "core.py").write_text(code + "\n")
        return error_of("import brokenlib.core")

    return make


def test_missing_library():
    problem = error_of("import nosuchlibrary")
    assert library_of(problem) == "nosuchlibrary"
    assert explain(problem).endswith("the Python library nosuchlibrary, which this QGIS lacks. Install QGIS again.")


def test_incomplete_installation():
    text = explain(error_of("import leefbaar_plugin.pack.nothing"))
    assert "is incomplete: leefbaar_plugin.pack.nothing is missing. Install its zip again" in text
    for module in ("leefbaar_plugin", "leefbaar_plugin.pack.pack"):
        text = explain(error_of(f"from {module} import nothing"))
        assert f"is incomplete: {module}.nothing is missing. Install its zip again" in text


@pytest.mark.parametrize(
    "code",
    [
        "raise ImportError('DLL load failed while importing _core: The specified module\\ncould not be found.')",
        "raise ValueError('numpy.dtype size changed')",
        "raise ModuleNotFoundError(\"No module named 'other'\", name='other')",
        "raise OSError('broken')",
        "1 / 0",
    ],
)
def test_broken_library(library, code):
    problem = library(code)
    assert library_of(problem) == "brokenlib"
    text = explain(problem)
    assert "the Python library brokenlib, which is damaged here or doesn't fit" in text
    assert type(problem).__name__ in text and "\n" not in text and "Traceback" not in text


def test_a_defect_of_ours_is_no_library():
    problem = error_of("1 / 0")
    assert library_of(problem) == ""
    assert "can't work here (ZeroDivisionError" in explain(problem)


def test_a_page_of_text_is_cut(library):
    assert len(explain(library("raise ImportError('word ' * 900)"))) < 400


def test_diagnostics_hold_the_traceback(library):
    stub = UnavailablePlugin(None, library("raise ImportError('DLL load failed')"))
    text = stub.explanation()
    assert "brokenlib" in text
    from leefbaar_plugin.diagnostics import diagnostics

    told = diagnostics(stub._problem)
    assert told.startswith("Leefbaarometer plugin\nmissing: brokenlib (ImportError: DLL load failed)\nQGIS 3.")
    assert "numpy " in told and "core.py" in told and "Traceback" in told


def test_unloads_without_desktop(library, capfd):
    stub = UnavailablePlugin(None, library("raise ImportError('DLL load failed')"))
    stub.initProcessing()
    stub.unload()


@pytest.mark.parametrize(
    ("name", "code", "sentence"),
    [
        # QGIS itself does without numpy, but doesn't start with a broken one
        ("numpy", "raise ModuleNotFoundError(\"No module named 'numpy'\", name='numpy')", "which this QGIS lacks"),
        ("osgeo", "raise ImportError('DLL load failed while importing _gdal')", "which is damaged here"),
        ("pandas", "raise ImportError('DLL load failed while importing _x')", "which is damaged here"),
    ],
)
def test_the_stub_works_when_nothing_else_does(tmp_path, name, code, sentence):
    """Neither the stub nor the message bar needs what is broken."""
    for folder, content in ((name, code), ("shapely", "raise ModuleNotFoundError('shapely', name='shapely')")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").write_text(content + "\n")  # QGIS imports shapely where it is, as here
    code = (
        "from leefbaar_plugin.unavailable import UnavailablePlugin\n"
        "from leefbaar_plugin.gui.messages import Messages\n"
        "ours = {'__name__': 'leefbaar_plugin.pack.made'}\n"
        f"try:\n    exec('import {name}', ours)\nexcept ImportError as problem:\n"
        "    print(UnavailablePlugin(None, problem).explanation())\n"
    )
    variables = {"PYTHONPATH": f"{tmp_path}:{REPOSITORY}"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=variables)
    assert done.returncode == 0, done.stderr
    assert f"the Python library {name}, {sentence}" in done.stdout


@pytest.fixture
def bar(qgis_app):
    made = QgsMessageBar()
    yield made
    made.clearWidgets()
    made.deleteLater()


def test_message_bar_offers_the_diagnostics(bar):
    with pytest.raises(LeefbaarError) as caught:
        load("nosuchlibrary")
    messages = Messages(bar)
    messages.error(caught.value)
    item = bar.currentItem()
    assert "nosuchlibrary, which this QGIS doesn't have" in item.text() and "unexpected" not in item.text()
    next(one for one in item.findChildren(QPushButton) if one.text() == "Copy diagnostics").click()
    assert QApplication.clipboard().text().startswith("Leefbaarometer plugin\nmissing: ")


def test_message_bar_tells_a_broken_library_as_such(bar, library):
    Messages(bar).error(library("raise ImportError('DLL load failed')"))
    assert "brokenlib, which is damaged here" in bar.currentItem().text()
