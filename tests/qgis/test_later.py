# SPDX-License-Identifier: GPL-2.0-or-later
"""Calls that are put off: they come, in their time, and never when what they are about is gone."""

from __future__ import annotations

import time

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QWidget

from leefbaar_plugin.gui.later import later
from tests.package.test_conventions import MODULES, place


def test_it_comes_once_in_the_next_turn(qtbot):
    owner, told = QObject(), []
    later(owner, lambda: told.append("now"))
    assert told == []
    qtbot.waitUntil(lambda: told == ["now"])
    qtbot.wait(20)
    assert told == ["now"] and owner.findChildren(QTimer) == []


def test_it_waits_as_long_as_was_asked(qtbot):
    owner, told, began = QObject(), [], time.monotonic()
    later(owner, lambda: told.append(time.monotonic() - began), 80)
    later(owner, lambda: told.append(time.monotonic() - began))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[0] < told[1] and told[1] >= 0.07


def test_what_is_gone_is_not_called(qtbot):
    parent, told = QWidget(), []
    child = QWidget(parent)
    later(child, lambda: told.append(child.parentWidget()), 10)
    sip.delete(parent)
    qtbot.wait(40)
    assert told == []


def test_there_is_no_other_way():
    assert [place(path) for path in MODULES if "singleShot(" in path.read_text("utf-8")] == []
