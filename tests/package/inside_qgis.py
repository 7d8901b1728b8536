# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs within the real QGIS (`--code`), as test_load.py starts it: loads and unloads the plugin and writes what it saw.

Environment: LEEFBAAR_LOAD_SCENARIO (a function of this module), LEEFBAAR_LOAD_RESULT (a JSON file to write).
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import socket
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Any

import qgis.utils
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsGeometry,
    QgsLocator,
    QgsNetworkAccessManager,
    QgsNetworkRequestParameters,
    QgsProject,
)
from qgis.gui import QgsGui
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QMetaMethod, QObject, QTimer, QUrl, pyqtBoundSignal
from qgis.PyQt.QtNetwork import QNetworkRequest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog, QDockWidget, QMenu, QPushButton, QTabBar, QToolBar

NAME = "leefbaar_plugin"
ORDER = {"add": "remove", "register": "unregister"}
# Calls of the interface that add something which the same call with "remove" takes away.
ALIKE = ("DockWidget", "ToolBarIcon", "LayerType", "WebToolBarIcon", "VectorToolBarIcon", "RasterToolBarIcon")
AREA = "MultiPolygon (((87000 437000, 87400 437000, 87400 437400, 87000 437400, 87000 437000)))"


class Watch:
    """What Python and QGIS ask of network and files; collected from its making on."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.written: list[str] = []
        self.errors: list[str] = []
        self.folder = ""
        sys.addaudithook(self._audit)
        created = QgsNetworkAccessManager.instance().requestAboutToBeCreated[QgsNetworkRequestParameters]
        created.connect(lambda about: self.requests.append(f"QGIS: {about.request().url().toString()}"))
        self._shown = qgis.utils.showException
        qgis.utils.showException = self._exception
        sys.unraisablehook = lambda about: self._exception(about.exc_type, about.exc_value, about.exc_traceback)

    def _audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in {"socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.Request", "http.client.connect"}:
            self.requests.append(f"Python: {event} {arguments}")
            raise OSError("the network is blocked")
        if event == "open" and self.folder and str(arguments[0]).startswith(self.folder):
            path, _mode, flags = arguments
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if writes and "__pycache__" not in str(path):  # that is Python's own attempt, and it does without
                self.written.append(str(path))

    def _exception(self, kind: type, value: BaseException, trace: Any, *_more: Any, **_named: Any) -> None:
        self.errors.append("".join(traceback.format_exception(kind, value, trace)))

    def take(self) -> list[str]:
        """The requests since the last time."""
        taken, self.requests = self.requests, []
        return taken


class Ledger:
    """The interface of QGIS, counting what is added and what is removed."""

    def __init__(self, iface: Any) -> None:
        self._iface, self.calls = iface, Counter()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._iface, name)
        if not callable(found):
            return found

        def counted(*arguments: Any, **named: Any) -> Any:
            self.calls[name] += 1
            return found(*arguments, **named)

        return counted

    def unbalanced(self) -> list[str]:
        """Calls that added something and have no counterpart, by name."""
        wrong = []
        for name, times in self.calls.items():
            other = counterpart(name)
            if other and self.calls[other] != times:
                wrong.append(f"{name} {times} times, {other} {self.calls[other]} times")
        return wrong


def counterpart(name: str) -> str | None:
    """The call that undoes one that adds; None for a call that adds nothing, or that only a snapshot can judge."""
    if name == "registerLocatorFilter":
        return "deregisterLocatorFilter"
    if name.startswith("register"):
        return "un" + name
    if name.startswith("addPluginTo"):
        return "removePlugin" + name.removeprefix("addPluginTo")
    if name.startswith("add") and name.endswith(ALIKE):
        return "remove" + name.removeprefix("add").removeprefix("Tabified")
    return None


def wait(until: Callable[[], bool], seconds: float = 20.0) -> None:
    """Let Qt work until something is so; TimeoutError when it doesn't come."""
    for _ in range(int(seconds * 50)):
        if until():
            return
        rest(20)
    raise TimeoutError("it doesn't come")


def rest(milliseconds: int) -> None:
    """Let Qt work for a while, and delete what waits to be deleted."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def menu_lines(menu: QMenu, above: str = "") -> list[str]:
    """The texts of a menu and all menus below it."""
    lines = []
    for action in menu.actions():
        place = f"{above} > {action.text()}"
        lines.append(place)
        if action.menu() is not None:
            lines += menu_lines(action.menu(), place)
    return lines


def settled_snapshot() -> dict[str, Any]:
    """A snapshot once the messages of the start have gone."""
    rest(500)
    qgis.utils.iface.messageBar().clearWidgets()
    rest(100)
    return snapshot()


def listeners() -> dict[str, int]:
    """How many listen to every signal of what outlives a plugin, where anybody does."""
    canvas, project = qgis.utils.iface.mapCanvas(), QgsProject.instance()
    senders = {
        "project": project,
        "layer tree": project.layerTreeRoot(),
        "canvas": canvas,
        "temporal controller": canvas.temporalController(),
        "interface": qgis.utils.iface,
        "window": qgis.utils.iface.mainWindow(),
        "message bar": qgis.utils.iface.messageBar(),
        "application": QApplication.instance(),
        "tasks": QgsApplication.taskManager(),
        "processing": QgsApplication.processingRegistry(),
        "network": QgsNetworkAccessManager.instance(),
    }
    found = {}
    for label, sender in senders.items():
        about = sender.metaObject()
        for at in range(about.methodCount()):
            method, name = about.method(at), bytes(about.method(at).name()).decode()
            signal = getattr(sender, name, None) if method.methodType() == QMetaMethod.MethodType.Signal else None
            try:
                number = sender.receivers(signal) if isinstance(signal, pyqtBoundSignal) else 0
            except RuntimeError:  # Qt tells it of objects only that Python made or borrowed
                break
            if number and name != "destroyed":  # that is Qt's own bookkeeping
                found[f"{label}: {name}"] = number
    return found


def snapshot() -> dict[str, Any]:
    """Everything a plugin may have added to QGIS, as texts and counts."""
    window = qgis.utils.iface.mainWindow()
    # by name of class: to Python, QGIS's search box is a plain widget
    found = [one for one in window.findChildren(QObject) if one.metaObject().className() == "QgsLocator"]
    locators = [sip.cast(one, QgsLocator) for one in found]
    menus = (qgis.utils.iface.vectorMenu(), qgis.utils.iface.pluginMenu())
    ours = [one for one in window.findChildren(QObject) if "eefbaar" in one.objectName()]
    modules = [(name, module) for name, module in sys.modules.items() if name.split(".")[0] == NAME]
    return {
        "providers": sorted(one.id() for one in QgsApplication.processingRegistry().providers()),
        "docks": sorted(one.objectName() for one in window.findChildren(QDockWidget)),
        "toolbars": sorted(one.objectName() for one in window.findChildren(QToolBar)),
        "menus": sorted(line for menu in menus for line in menu_lines(menu)),
        "actions": sorted(one.objectName() for one in window.findChildren(QAction)),
        "submenus": sorted(one.title() for one in window.findChildren(QMenu) if "eefbaar" in one.title()),
        "dialogs": sorted(type(one).__name__ for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)),
        "named": sorted(one.objectName() for one in ours),
        "shortcuts": sorted(one.objectName() for one in QgsGui.shortcutsManager().listActions()),
        "map tool": type(qgis.utils.iface.mapCanvas().mapTool()).__name__,
        "locators": sorted(one.name() for locator in locators for one in locator.filters()),
        "functions": sorted(one.name() for one in QgsExpression.Functions()),
        "messages": [one.text() for one in qgis.utils.iface.messageBar().items()],
        "tasks": [one.description() for one in QgsApplication.taskManager().tasks()],
        "threads": sorted(one.name for one in threading.enumerate() if not one.name.startswith("Dummy")),
        # QGIS forgets packages that were only imported on the way to a module; they are empty
        "modules": sorted(name for name, module in modules if not hasattr(module, "__path__")),
        "listeners": listeners(),
        "translation": QCoreApplication.translate("Leefbaarometer", "Import data…"),
        "hook": sys.excepthook.__module__,
    }


def living() -> list[str]:
    """Qt objects of the plugin's own classes that are still there."""
    gc.collect()
    found = []
    for one in gc.get_objects():
        if isinstance(one, QObject) and type(one).__module__.split(".")[0] == NAME and not sip.isdeleted(one):
            found.append(type(one).__name__)
    return sorted(found)


def closures() -> list[str]:
    """Functions of the plugin within others that are still there: a connection that stayed keeps them."""
    gc.collect()
    found = []
    for one in gc.get_objects():
        if not isinstance(one, FunctionType) or "<locals>" not in one.__qualname__:
            continue
        room = (one.__module__ or "").split(".")
        # dataclasses make functions; those of those rooms belong to modules, not to a connection
        if room[0] == NAME and room[1] not in ("pack", "analysis") and not one.__qualname__.startswith("__create_fn__"):
            found.append(f"{one.__module__}.{one.__qualname__}")
    return sorted(found)


def load() -> Any:
    """The plugin, loaded and started as QGIS does it."""
    qgis.utils.updateAvailablePlugins()
    loaded = qgis.utils.loadPlugin(NAME) and qgis.utils.startPlugin(NAME)
    if not loaded:
        raise RuntimeError("the plugin can't be started")
    return qgis.utils.plugins[NAME]


def unload(milliseconds: int = 600) -> None:
    """The plugin unloaded as QGIS does it, and a rest that is longer than any single shot of the plugin."""
    if not qgis.utils.unloadPlugin(NAME):
        raise RuntimeError("the plugin can't be unloaded")
    rest(milliseconds)


def use(plugin: Any) -> dict[str, Any]:
    """Import the demonstration data, draw an area, read its score."""
    plugin.opening.open_demonstration()
    wait(lambda: plugin.session.pack is not None)
    plugin.areas.draw()
    layer = plugin.areas.layer
    wait(layer.isEditable)
    feature = qgis.core.QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(AREA))
    layer.addFeature(feature)
    wait(lambda: plugin.areas.current is not None and plugin.areas.figures() is not None)
    plugin.session.set_theme("onv")
    plugin.dock.grab()
    figures = plugin.areas.figures()
    layer.commitChanges()  # QGIS would ask before it closes a project with a layer that is being edited
    return {"total": figures.total, "squares": figures.squares, "pack": str(plugin.session.pack.folder)}


def thrice(watch: Watch) -> dict[str, Any]:
    """Load, use and unload three times; the third time while an import is under way."""
    ledger = Ledger(qgis.utils.iface)
    seen: dict[str, Any] = {"before": settled_snapshot(), "rounds": []}
    watch.take()
    for number in range(3):
        qgis.utils.iface, real = ledger, qgis.utils.iface
        qgis.utils.updateAvailablePlugins()
        known = set(sys.modules)
        plugin = load()
        qgis.utils.iface = real
        watch.folder = str(Path(sys.modules[NAME].__file__).parent)
        seen_now: dict[str, Any] = {"loaded": snapshot(), "at_start": watch.take()}
        seen_now["imported"] = sorted(set(sys.modules) - known)
        if number < 2:
            seen_now["used"] = use(plugin)
            seen_now["at_work"] = snapshot()
        else:
            plugin.opening.open_import([])
            plugin.opening.open_demonstration()
            plugin.opening.check_scores()
        seen_now["at_use"] = watch.take()
        QgsProject.instance().clear()
        del plugin
        unload()
        if number == 2:
            wait(lambda: not QgsApplication.taskManager().tasks())
        qgis.utils.iface.messageBar().clearWidgets()
        rest(100)
        seen["rounds"].append(
            {
                **seen_now,
                "after": snapshot(),
                "unbalanced": ledger.unbalanced(),
                "living": living(),
                "closures": closures(),
            }
        )
    seen["calls"] = dict(ledger.calls)
    seen["plugin_file"] = str(watch.folder)
    seen["control"] = _control(watch)
    return seen


def often(_watch: Watch) -> dict[str, Any]:
    """Load and unload twenty times, then twenty times with session, pages and layers built, too."""
    seen: dict[str, Any] = {"before": settled_snapshot()}
    for what, whole in (("20 starts", False), ("20 starts with the parts that work on data", True)):
        for _number in range(20):
            plugin = load()
            if whole:
                plugin.workbench.dock.grab()
            del plugin
            unload(60)
        rest(600)  # longer than any single shot of the plugin
        qgis.utils.iface.messageBar().clearWidgets()
        rest(100)
        seen |= {f"after {what}": snapshot(), f"living after {what}": living()}
    return seen


def _control(watch: Watch) -> list[str]:
    """The watch notices a connection, a request of QGIS's and a file written beside the plugin."""
    watch.take()
    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    except OSError:
        rest(10)
    reply = QgsNetworkAccessManager.instance().get(QNetworkRequest(QUrl("http://127.0.0.1:9/")))
    rest(100)
    reply.abort()
    written = len(watch.written)
    try:
        Path(watch.folder, "beside.txt").write_text("x", encoding="utf-8")
    except OSError as problem:
        refused = type(problem).__name__
    else:
        refused = "no"
    noticed = [*watch.take(), *watch.written[written:], f"refused: {refused}"]
    del watch.written[written:]
    return noticed


def told(bar: Any, word: str) -> str:
    """The text of the message that has a word in it."""
    wait(lambda: any(word in one.text() for one in bar.items()))
    return next(one.text() for one in bar.items() if word in one.text())


def measured(plugin: Any) -> float:
    """Total score of an area that is drawn now."""
    plugin.areas.add([("gebied", QgsGeometry.fromWkt(AREA))])
    wait(lambda: plugin.areas.figures() is not None)
    return plugin.areas.figures().total


def without_pandas(_watch: Watch) -> dict[str, Any]:
    """Without pandas a pack opens and measures, importing says what is missing, and works once pandas is there."""
    seen = worked_without_pandas(load())
    QgsProject.instance().clear()
    unload()
    qgis.utils.iface.messageBar().clearWidgets()
    return seen


def worked_without_pandas(plugin: Any) -> dict[str, Any]:
    """The work of that scenario; it keeps nothing of the plugin."""
    seen: dict[str, Any] = {"kind": type(plugin).__name__}
    bar = qgis.utils.iface.messageBar()
    plugin.opening.open_pack(os.environ["LEEFBAAR_LOAD_PACK"])
    wait(lambda: plugin.session.pack is not None)
    seen["total"] = measured(plugin)
    plugin.opening.open_demonstration()
    seen["text"] = told(bar, "pandas")
    item = next(one for one in bar.items() if "pandas" in one.text())
    next(one for one in item.findChildren(QPushButton) if "iagno" in one.text()).click()
    seen["copied"] = QApplication.clipboard().text()
    seen["loaded"] = "pandas" in sys.modules
    # as after installing pandas: no restart is needed
    sys.path[:] = [path for path in sys.path if not Path(path, "pandas", "SHADOW").exists()]
    first = plugin.session.pack
    plugin.opening.open_demonstration()
    wait(lambda: plugin.session.pack is not first)
    seen["then"] = str(plugin.session.pack.folder)
    return seen


def held(folder: str) -> list[str]:
    """Files of a folder that this program has mapped or open."""
    mapped = [line.split(maxsplit=5)[-1].strip() for line in Path("/proc/self/maps").read_text("utf-8").splitlines()]
    opened = [str(path.readlink()) for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
    return sorted({Path(path).name for path in [*mapped, *opened] if path.startswith(folder)})


def closing(_watch: Watch) -> dict[str, Any]:
    """A pack as large as that of the country is closed with its project, after every page has looked at it."""
    plugin = load()
    importlib.import_module(f"{NAME}.pack.pack").WHOLE_AT_ONCE = 0
    seen: dict[str, Any] = use(plugin)
    tabs = plugin.dock.findChildren(QTabBar)
    for bar in tabs:
        for number in range(bar.count()):
            bar.setCurrentIndex(number)
            rest(300)
    wait(lambda: not QgsApplication.taskManager().tasks())
    seen["tabs"] = [bar.tabText(number) for bar in tabs for number in range(bar.count())]
    seen["open"] = held(seen["pack"])
    QgsProject.instance().clear()
    rest(500)
    seen["closed"] = held(seen["pack"])
    unload()
    return seen


def incomplete(_watch: Watch) -> dict[str, Any]:
    """What the plugin says when a part of it is missing."""
    seen: dict[str, Any] = {"before": settled_snapshot()}
    plugin = load()
    seen["kind"] = type(plugin).__name__
    bar = qgis.utils.iface.messageBar()
    seen["text"] = bar.currentItem().text()
    seen["loaded"] = snapshot()
    button = next(one for one in bar.currentItem().findChildren(QPushButton) if one.text())
    button.click()
    seen["copied"] = QApplication.clipboard().text()
    del plugin, button
    unload()
    seen["message_stays"] = [one.text() for one in bar.items()]
    bar.clearWidgets()
    rest(100)
    seen["after"] = snapshot()
    return seen


def main() -> None:
    """Run the scenario, write what it saw, and leave QGIS as a user does."""
    watch = Watch()
    seen: dict[str, Any] = {}
    try:
        seen = globals()[os.environ["LEEFBAAR_LOAD_SCENARIO"]](watch)
    except Exception:
        watch.errors.append(traceback.format_exc())
    seen |= {"errors": watch.errors, "written": watch.written}
    Path(os.environ["LEEFBAAR_LOAD_RESULT"]).write_text(json.dumps(seen), encoding="utf-8")
    project = QgsProject.instance()
    project.clear()
    project.setDirty(False)
    qgis.utils.iface.actionExit().trigger()


if "LEEFBAAR_LOAD_SCENARIO" in os.environ:
    QTimer.singleShot(300, main)
