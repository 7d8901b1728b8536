# SPDX-License-Identifier: GPL-2.0-or-later
"""The tools of .ci on small packages: translations.py, qt6_names.py and qt6_migration.py."""

from __future__ import annotations

import ast
import json
from types import SimpleNamespace

import pytest

CODE = """
from .translation import tr
def work(error, self):
    tr("Score of {}").format(1)
    tr("One, "
       "two")
    self.tr("A & B < C")
    raise InputError("{file} is empty.", file="a")
    raise errors.PackError("No pack.")
    raise ValueError("not ours")
NAMES = {"a": mark("Total")}
"""
STRINGS = {"Score of {}", "One, two", "A & B < C", "{file} is empty.", "No pack.", "Total"}


@pytest.fixture
def translations(tool):
    return tool("translations")


@pytest.fixture
def package(tmp_path):
    folder = tmp_path / "plugin"
    (folder / "gui").mkdir(parents=True)
    (folder / "gui" / "dock.py").write_text(CODE)
    (folder / "translation.py").write_text("def translated(text): return tr(text)\n")
    return folder


@pytest.fixture
def run(translations, package, tmp_path):
    """The tool's command line on the small package."""
    return lambda *arguments: translations.main(
        [*arguments, "--package", str(package), "--file", str(tmp_path / "nl.ts")]
    )


def test_sources_are_found(translations, package):
    found = translations.find_sources(package)
    assert set(found.files) == STRINGS
    assert found.files["Total"] == {"plugin/gui/dock.py"}
    assert found.problems == []


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('tr(f"a {b}")', "f-string"),
        ("tr(text)", "isn't a string constant"),
        ('tr("a {}".format(1))', "isn't a string constant"),
        ("raise InputError(str(error))", "isn't a string constant"),
        ("raise InputError()", "without a sentence"),
    ],
)
def test_unreadable_sources_are_told(translations, package, line, sentence):
    (package / "bad.py").write_text(line + "\n")
    (problem,) = translations.find_sources(package).problems
    assert problem.startswith("plugin/bad.py:1:") and sentence in problem


def test_update_keeps_adds_and_drops(translations, package, run, tmp_path, capsys):
    assert run("--check") == 1
    assert capsys.readouterr().out.count("new, not in the file") == len(STRINGS)
    run()
    assert set(translations.read_translations(tmp_path / "nl.ts")) == STRINGS
    assert run("--check") == 1
    assert capsys.readouterr().out.count("unfinished") == len(STRINGS)
    given = {text: f"<NL & {text}>" for text in STRINGS}
    (tmp_path / "nl.json").write_text(json.dumps(given))
    run("--set", str(tmp_path / "nl.json"))
    assert translations.read_translations(tmp_path / "nl.ts") == given
    assert run("--check") == 0
    (package / "gui" / "dock.py").write_text('tr("Total")\ntr("Fresh")\n')
    capsys.readouterr()
    assert run("--check") == 1
    told = capsys.readouterr().out
    assert told.count("vanished") == len(STRINGS) - 1 and "new, not in the file: 'Fresh'" in told
    run()
    assert translations.read_translations(tmp_path / "nl.ts") == {"Total": "<NL & Total>", "Fresh": ""}


def test_missing_are_printed_to_be_filled_in(run, capsys):
    run()
    capsys.readouterr()
    run("--missing")
    assert json.loads(capsys.readouterr().out) == dict.fromkeys(STRINGS, "")


def test_update_is_stable(run, tmp_path):
    run()
    first = (tmp_path / "nl.ts").read_bytes()
    run()
    assert (tmp_path / "nl.ts").read_bytes() == first
    assert b" line=" not in first


@pytest.mark.parametrize(
    ("source", "translation", "fine"),
    [
        ("{file} is empty", "{file} is leeg", True),
        ("{file} is empty", "{bestand} is leeg", False),
        ("{file} is empty", "is leeg", False),
        ("{a} and {b}", "{b} en {a} en {a}", True),
        ("{} of {}", "{} van {}", True),
        ("{} of {}", "{} van", False),
        ("{0:.1f} m", "{0} m", False),
        ("no places", "geen {plek}", False),
        ("{a}", "{a", False),
        ("brace } alone", "haak } alleen", True),
    ],
)
def test_places_are_compared(translations, source, translation, fine):
    assert (translations.differing_places({source: translation}, [source]) == []) is fine


# -- Qt names ---------------------------------------------------------------------------------------------------------
class Role:
    UserRole = 256


class Qt:
    ItemDataRole = Role


MODULES = {
    "PyQt6.QtCore": SimpleNamespace(Qt=Qt),
    "PyQt6.QtGui": SimpleNamespace(
        QAction=type("QAction", (), {}),
        QHelpEvent=type("QHelpEvent", (), {"globalPos": None}),
        QMouseEvent=type("QMouseEvent", (), {"globalPosition": None}),
    ),
    "PyQt6.QtWidgets": SimpleNamespace(QWidget=type("QWidget", (), {})),
}


EVENTS = "from qgis.PyQt.QtGui import QHelpEvent, QMouseEvent\n"


def load(name):
    if name not in MODULES:
        raise ImportError(name)
    return MODULES[name]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("from qgis.PyQt.QtCore import Qt\nA = Qt.ItemDataRole.UserRole", ""),
        ("from qgis.PyQt.QtCore import Qt as Q\nA = Q.UserRole", "QtCore.Qt.UserRole: PyQt6 has no Qt.UserRole"),
        ("from qgis.PyQt.QtCore import Qt\nA = Qt.ItemDataRole.Wrong", "no Qt.ItemDataRole.Wrong"),
        ("from qgis.PyQt.QtCore import QRegExp", "PyQt6 has no QRegExp"),
        ("from qgis.PyQt.QtWidgets import QAction, QWidget", ""),
        ("from qgis.PyQt.QtNothing import QAction", "no module QtNothing"),
        ("from qgis.PyQt import QtCore\nA = QtCore.Qt.UserRole", "no Qt.UserRole"),
        ("from qgis.PyQt.QtCore import NULL", ""),
        ("dialog.exec_()", ".exec_ may be gone"),
        ("event.globalPos().x()", ".globalPos may be gone"),
        (EVENTS + "def help(event: QHelpEvent):\n    event.globalPos()", ""),
        (
            EVENTS + "def help(event: 'QMouseEvent'):\n    event.globalPos()",
            "QMouseEvent of PyQt6 has no member globalPos",
        ),
        (EVENTS + "def help():\n    a = QHelpEvent()\n    a.width()", "QHelpEvent of PyQt6 has no member width"),
        (EVENTS + "def help():\n    a = QHelpEvent()\n    a = other()\n    a.width()", ""),
        (EVENTS + "def help():\n    a = QHelpEvent()\n    for a in b:\n        a.width()", ""),
        (
            EVENTS + "class A:\n  def f(self):\n    self.a = QHelpEvent()\n  def g(self):\n    self.a.width()",
            "no member width",
        ),
    ],
)
def test_qt_names(tool, code, sentence):
    found = tool("qt6_names").problems(ast.parse(code), ["PyQt6"], load)
    assert len(found) == bool(sentence)
    assert all(sentence in text for _, text in found)


# -- QGIS's Qt 6 script -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("from PyQt5.QtCore import Qt", "from qgis.PyQt"),
        ("from qgis.PyQt.Qt import Qt", "qgis.PyQt.QtCore"),
        ("from qgis.PyQt.QtCore import QVariant", "QVariant"),
        ("from qgis.PyQt.QtWidgets import qApp", "qApp"),
        ("dialog.exec_()", "exec()"),
        ("class A:\n    def exec_(self):\n        pass", "exec"),
        ("QApplication.desktop()", "QDesktopWidget"),
        ("menu.addAction(icon, text, self, slot)", "QAction"),
        ("combo.activated[str].connect(f)", "textActivated"),
        ("QDateTime(2024, 1, 1, 0, 0, 0, 0, spec)", "QTime"),
        ("QDateTime(QDate(2024, 1, 1))", "QTime"),
        ("QDateTime(feature.date())", "QTime"),  # the script ends in an error of its own on this one
        ("class A:\n    def f(self):\n        self.m = QFontMetrics(font)", "plain name"),
        ("m = QFontMetrics(font)", ""),
        ("QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt.TimeSpec.UTC)", ""),
        ("a = QgsTask.CanCancel", "QgsTask.Flag.CanCancel"),
        ("a = QgsTask.Flag.CanCancel", ""),
        ("a = Qgis.MessageLevel.Info", ""),
        ("a = Qgis.Info", "Qgis.MessageLevel.Info"),
        ("a = QgsWkbTypes.PolygonGeometry", "QgsWkbTypes.GeometryType.PolygonGeometry"),
        ("a = QgsMapLayer.styleManager", ""),
        ("menu.addAction(action)", ""),
    ],
)
def test_what_the_migration_script_would_change(tool, code, sentence):
    found = list(tool("qt6_migration").findings(ast.parse(code)))
    assert len(found) == bool(sentence), found
    assert all(sentence in text for _, text in found)


def test_the_migration_script_has_nothing_to_do_here(tool, capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["qt6_migration.py"])
    assert tool("qt6_migration").main() == 0, capsys.readouterr().out
    assert "0 places" in capsys.readouterr().out
