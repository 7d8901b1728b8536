# SPDX-License-Identifier: GPL-2.0-or-later
"""The package keeps the house rules, and the rules notice when it doesn't."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.package import conventions

REPOSITORY = Path(__file__).resolve().parents[2]
MODULES = sorted((REPOSITORY / "leefbaar_plugin").rglob("*.py"))
SCRIPTS = sorted([*(REPOSITORY / "tests").rglob("*.py"), *(REPOSITORY / ".ci").rglob("*.py")])
HEAD = f'{conventions.LICENCE}\n"""A module."""\n\nfrom __future__ import annotations\n\n'


def place(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def test_there_is_something_to_look_at():
    assert len(MODULES) > 10


def test_modules():
    found = [f"{place(path)} {one}" for path in MODULES for one in conventions.findings(path.read_text("utf-8"))]
    assert found == []


def test_scripts_name_their_licence():
    heads = {place(path): path.read_text(encoding="utf-8").splitlines()[:2] for path in SCRIPTS}
    first = {name: [line for line in lines if not line.startswith("#!")][:1] for name, lines in heads.items()}
    assert [name for name, lines in first.items() if lines != [conventions.LICENCE]] == []


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("import subprocess\n", "import of subprocess"),
        ("import xml.etree.ElementTree as E\n", "import of xml.etree"),
        ("from PyQt5.QtCore import Qt\n", "import of PyQt5"),
        ("from urllib.request import urlopen\n", "import of urllib"),
        ("from os import *\n", "star import"),
        ("assert True\n", "assert"),
        ("try:\n    A = 1\nexcept:\n    A = 2\n", "bare except"),
        ("try:\n    A = 1\nexcept ValueError:\n    pass\n", "only passes"),
        ("APP.processEvents()\n", "processEvents"),
        ("DIALOG.exec_()\n", "exec_"),
        ("exec('A = 1')\n", "exec()"),
        ("def work(a: int) -> int:\n    return a\n", "without docstring"),
        ("class Work:\n    a = 1\n", "without docstring"),
        ('def work(a) -> int:\n    """Work."""\n    return a\n', "isn't annotated: a"),
        ('def work(a: int):\n    """Work."""\n    return a\n', "what it returns"),
        ('def work() -> None:\n    """Work."""\n' + "    A = 1\n" * 60, "has 62 lines"),
        ("A = 1\n" * 400, "module of"),
        ("LABEL = QLabel('a')\n", "guesses whether"),
        ("BUTTON.setToolTip(NAME)\n", "without as_tip()"),
        ("BUTTON.setToolTip(tr('{}').format(NAME))\n", "without as_tip()"),
        ("ITEM.setToolTip(0, NAME)\n", "without as_tip()"),
        ("QToolTip.showText(PLACE, NAME, WIDGET)\n", "without as_tip()"),
    ],
)
def test_rule_notices(code, sentence):
    assert any(sentence in finding for finding in conventions.findings(HEAD + code))


@pytest.mark.parametrize(
    "code",
    [
        "DIALOG.exec()\n",
        "LABEL = PlainLabel('a')\n",
        "BUTTON.setToolTip(as_tip(NAME))\nBUTTON.setToolTip(tr('Zoom'))\nBUTTON.setToolTip('')\n",
        "from qgis.PyQt.QtCore import Qt\n",
        "class _Hidden:\n    pass\n",
        'class Model(Base):\n    """A model."""\n\n    def rowCount(self) -> int:\n        return 1\n',
    ],
)
def test_rule_lets_pass(code):
    assert conventions.findings(HEAD + code) == []


def test_head_is_asked_for():
    assert conventions.findings("A = 1\n") == [
        f"line 1: first line isn't {conventions.LICENCE}",
        "line 1: module without docstring",
    ]


def test_tr_gets_constants_only(tool):
    assert tool("translations").find_sources(REPOSITORY / "leefbaar_plugin").problems == []


def test_translations_are_complete(tool):
    translations = tool("translations")
    sources = translations.find_sources(translations.PACKAGE)
    assert translations.check(sources, translations.read_translations(translations.TRANSLATION)) == []


def test_no_enum_of_qt_without_its_scope():
    """A few that are often written short; the full look-up against PyQt6 is .ci/qt6_names.py in make lint."""
    names = "UserRole|DisplayRole|Horizontal|Vertical|Align(?!mentFlag)\\w+|Checked|Unchecked|LeftButton|red|white"
    short = re.compile(rf"\bQt\.({names})\b")
    found = [f"{place(path)}: {match[0]}" for path in MODULES for match in short.finditer(path.read_text("utf-8"))]
    assert found == []
