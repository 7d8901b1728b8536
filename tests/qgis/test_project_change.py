# SPDX-License-Identifier: GPL-2.0-or-later
"""What was said and begun for a project ends with it; what doesn't belong to a project goes on."""

from __future__ import annotations

import threading

import pytest
from qgis.core import QgsProject
from qgis.gui import QgsMessageBar

from leefbaar_plugin.engine.errors import CancelledError, InputError
from leefbaar_plugin.gui.messages import Messages
from leefbaar_plugin.gui.work import Background, ProjectClosedError
from leefbaar_plugin.plugin import LeefbaarometerPlugin


@pytest.fixture
def plugin(qgis_new_project):
    """The plugin as far as it follows the project."""
    made = LeefbaarometerPlugin(None)
    made.bar = QgsMessageBar()
    made.messages, made.background = Messages(made.bar), Background()
    made._follow_project(QgsProject.instance())
    yield made
    made.unload()
    made.background.cancel_all()
    QgsProject.instance().clear()


@pytest.mark.parametrize("closed", ["new", "opened"])
def test_messages_go_with_the_project(plugin, tmp_path, closed):
    project, theirs = QgsProject.instance(), plugin.bar.createMessage("QGIS", "something of QGIS's own")
    assert project.write(str(tmp_path / "a.qgz"))
    plugin.bar.pushWidget(theirs)
    plugin.messages.info("Area 1 was deleted.", "Undo", lambda: None)
    plugin.messages.warn("Only 3 dwellings.")
    plugin.messages.error(InputError("{file} can't be read: {problem}.", file="a", problem="b"))
    assert len(plugin.bar.items()) == 4
    if closed == "new":
        project.clear()
    else:
        assert project.read(str(tmp_path / "a.qgz"))
    assert plugin.bar.items() == [theirs]
    plugin.messages.info("of the new one")
    assert len(plugin.bar.items()) == 2


@pytest.mark.parametrize("of_project", [True, False])
@pytest.mark.parametrize("ends", ["result", "error"])
def test_work_of_the_project_before(plugin, qtbot, of_project, ends):
    go, done, failed = threading.Event(), [], []

    def work(_progress):
        go.wait(10)
        if ends == "error":
            raise InputError("{file} can't be read: {problem}.", file="a", problem="b")
        return 5

    def fail(problem):
        failed.append(problem)
        plugin.messages.error(problem)

    plugin.background.start("subject", "title", work, done.append, fail, of_project)
    qtbot.wait(50)
    QgsProject.instance().clear()
    go.set()
    qtbot.waitUntil(lambda: not plugin.background.is_running("subject"), timeout=10_000)
    if of_project:
        assert done == [] and [type(one) for one in failed] == [ProjectClosedError]
        assert isinstance(failed[0], CancelledError) and plugin.bar.items() == []
    else:
        assert (done, len(failed)) == (([5], 0) if ends == "result" else ([], 1))
        assert len(plugin.bar.items()) == len(failed)


def test_work_of_the_next_project_ends_as_ever(plugin, qtbot):
    QgsProject.instance().clear()
    done = []
    plugin.background.start("subject", "title", lambda _progress: 7, done.append, done.append)
    qtbot.waitUntil(lambda: done == [7], timeout=10_000)


def test_nothing_is_followed_after_unloading(plugin):
    project = QgsProject.instance()
    before = project.receivers(project.cleared)
    plugin.unload()
    assert project.receivers(project.cleared) == before - 2
