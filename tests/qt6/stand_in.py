# SPDX-License-Identifier: GPL-2.0-or-later
"""A small stand-in for `qgis` over PyQt6: enough for what paints and lists, without any figure of a map."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType
from typing import Any

_MOVED = ("QAction", "QActionGroup", "QShortcut")
"""What QGIS's own `qgis.PyQt.QtWidgets` has from QtGui."""
_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtTest", "QtXml", "QtPrintSupport")


class Settings:
    """QgsSettings without a file: nothing is set."""

    def value(self, _name: str, default: Any = None, **_more: Any) -> Any:
        return default

    def contains(self, _name: str) -> bool:
        return False


class Standing(type):
    """A class of QGIS that is named where modules are read, and never used."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Standing(name, (), {})


class Core(ModuleType):
    """`qgis.core`: settings; other classes can be imported, not used."""

    QgsSettings = Settings

    def __getattr__(self, name: str) -> Any:
        if name == "NULL":
            return None
        if not name.startswith(("Qgs", "Qgis", "qgs")):
            raise AttributeError(name)
        return Standing(name, (), {})


def install() -> None:
    """Put it where `import qgis` looks first."""
    if "qgis" in sys.modules:
        raise RuntimeError("the real QGIS is already there")
    qgis, pyqt = ModuleType("qgis"), ModuleType("qgis.PyQt")
    qgis.__path__ = pyqt.__path__ = []
    sys.modules |= {"qgis": qgis, "qgis.PyQt": pyqt}
    for name in ("qgis.core", "qgis.gui"):
        sys.modules[name] = Core(name)
    for name in _MODULES:
        module = ModuleType(f"qgis.PyQt.{name}")
        module.__dict__.update({k: v for k, v in vars(importlib.import_module(f"PyQt6.{name}")).items() if k[0] != "_"})
        sys.modules[module.__name__] = module
    for name in _MOVED:
        setattr(sys.modules["qgis.PyQt.QtWidgets"], name, getattr(sys.modules["qgis.PyQt.QtGui"], name))
    sys.modules["qgis.PyQt.sip"] = importlib.import_module("PyQt6.sip")
