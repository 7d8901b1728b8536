# SPDX-License-Identifier: GPL-2.0-or-later
"""A pack is shown step by step, and whatever happens between two steps leaves no error and nothing half-way."""

from __future__ import annotations

import shutil
import sys
import time

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication

from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers.making import make_layers
from leefbaar_plugin.layers.tree import our_group, our_layers, remove_pack
from leefbaar_plugin.pack.pack import open_pack


@pytest.fixture
def raised(monkeypatch):
    """What was raised in slots."""
    found = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, problem, trace: found.append(problem))
    return found


@pytest.fixture
def session(qgis_app):
    project = QgsProject.instance()
    project.clear()
    made = Session(project)
    yield made
    made.disconnect_project()
    project.clear()


def turns(number):
    """Let the event loop turn so many times, timers included."""
    for _ in range(number):
        time.sleep(0.001)
        QCoreApplication.processEvents()


def test_all_layers_come(session, schiedam, raised):
    done = []
    session.show_pack(schiedam, make_layers(schiedam), lambda: done.append(True))
    assert session.pack is schiedam and our_layers(session.project) == {}
    turns(20)
    assert done == [True] and raised == []
    assert set(our_layers(session.project)) == {"gemeente", "wijk", "buurt", "grid"}


def interrupt(session, what):
    if what == "closed":
        session.project.clear()
    elif what == "taken away":
        remove_pack(session.project)
    else:
        session.disconnect_project()
        session.project.clear()


@pytest.mark.parametrize("what", ["closed", "taken away", "unloaded"])
@pytest.mark.parametrize("steps", range(7))
def test_stopped_between_two_steps(qgis_app, schiedam, raised, what, steps):
    project = QgsProject.instance()
    project.clear()
    session = Session(project)
    session.show_pack(schiedam, make_layers(schiedam), lambda: None)
    turns(steps)
    interrupt(session, what)
    turns(20)
    assert raised == []
    whole = {"gemeente", "wijk", "buurt", "grid"}
    assert set(our_layers(project)) in ((set(), whole) if what == "taken away" else (set(),))
    assert (our_group(project) is None) == (not our_layers(project))
    if what != "unloaded":
        session.disconnect_project()
    project.clear()


def test_another_pack_replaces_one_under_way(session, schiedam, schiedam_folder, tmp_path, raised):
    other = open_pack(shutil.copytree(schiedam_folder, tmp_path / "other"))
    session.show_pack(schiedam, make_layers(schiedam), lambda: None)
    turns(3)
    session.show_pack(other, make_layers(other), lambda: None)
    turns(20)
    assert raised == [] and session.pack is other
    sources = {layer.source().split("|")[0] for layer in our_layers(session.project).values()}
    assert sources and all(source.startswith(str(tmp_path)) for source in sources)
