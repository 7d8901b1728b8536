# SPDX-License-Identifier: GPL-2.0-or-later
"""The harness's ear inside QGIS: answers questions over a local socket and collects every error the user would see.

QGIS runs this file twice: as PYQGIS_STARTUP, before any plugin loads, so that a plugin that fails to load is noticed,
and by ``--code``, when the main window stands. Everything runs in Qt's own event loop, also in that of a modal
dialog; no threads. It only looks up and sets map extents; what a user does is done by mouse and keyboard.
"""

from __future__ import annotations

import ast
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import qgis.core
import qgis.gui
import qgis.utils
from qgis.PyQt import QtCore, QtGui, QtWidgets, sip
from qgis.PyQt.QtNetwork import QLocalServer, QLocalSocket


class Journal:
    """Everything that went wrong or was told to the user: JSON lines of ``kind``, ``level``, ``tag`` and ``text``.

    A file, so that it outlives QGIS and can be read while a message blocks the start.
    """

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        self._shown = qgis.utils.showException
        qgis.utils.showException = self.exception  # QGIS's excepthook and plugin loader both come through here
        sys.unraisablehook = lambda about: self.exception(about.exc_type, about.exc_value, about.exc_traceback, None)
        qgis.core.QgsApplication.messageLog().messageReceived[str, str, qgis.core.Qgis.MessageLevel].connect(self.log)

    def note(self, kind: str, level: int, tag: str, text: str) -> None:
        """Add a row; whole lines, for another process reads along."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"kind": kind, "level": level, "tag": tag, "text": text}) + "\n")

    def exception(self, kind: type, value: BaseException, trace: Any, *args: Any, **kwargs: Any) -> None:
        """Keep a traceback, then let QGIS show it as it would."""
        text = "".join(traceback.format_exception(kind, value, trace))
        self.note("python", 2, kind.__name__, text)
        if args:
            self._shown(kind, value, trace, *args, **kwargs)

    def log(self, text: str, tag: str, level: int) -> None:
        """Keep a message of the log panel."""
        self.note("log", int(level), tag, text)

    def bar(self, item: Any) -> None:
        """Keep a message of the message bar."""
        if not hasattr(item, "level"):
            item = sip.cast(item, qgis.gui.QgsMessageBarItem)
        self.note("bar", int(item.level()), item.title(), item.text())


class Pulse:
    """Measures the longest time in which the main thread did not come round to its events."""

    def __init__(self) -> None:
        self.timer = QtCore.QTimer()
        self.timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer)
        self.timer.setInterval(5)
        self.timer.timeout.connect(self.beat)
        self.start()
        self.timer.stop()

    def start(self) -> None:
        """Begin afresh."""
        self.began = self.last = time.perf_counter()
        self.worked, self.most_work = time.thread_time(), 0.0
        self.longest, self.beats, self.slow = 0.0, 0, []
        self.timer.start()

    def beat(self) -> None:
        """One turn of the event loop."""
        now = time.perf_counter()
        gap, self.last, self.beats = now - self.last, now, self.beats + 1
        self.longest = max(self.longest, gap)
        worked, self.worked = time.thread_time() - self.worked, time.thread_time()
        self.most_work = max(self.most_work, worked)
        if gap > 0.03:
            self.slow.append((round(now - gap - self.began, 3), round(gap * 1000, 1)))

    def stop(self) -> dict[str, Any]:
        """Milliseconds of the longest gap, and of the most processor time in one, which other programs don't lengthen;
        every gap over 30 ms as (seconds since the start, milliseconds)."""
        self.beat()
        self.timer.stop()
        return {
            "longest_ms": round(self.longest * 1000, 1),
            "work_ms": round(self.most_work * 1000, 1),
            "slow": self.slow,
            "beats": self.beats,
            "seconds": round(self.last - self.began, 3),
        }


def plain(text: str) -> str:
    """Visible text without mnemonics, shortcut and trailing dots, in lower case."""
    text = text.split("\t", maxsplit=1)[0].replace("&&", "\0").replace("&", "").replace("\0", "&")
    return text.strip().rstrip("….").rstrip(":").strip().lower()


def windows() -> list[QtWidgets.QWidget]:
    """Visible windows that a click can reach, front one first."""
    app = QtWidgets.QApplication
    popup, modal, active = app.activePopupWidget(), app.activeModalWidget(), app.activeWindow()
    found = [w for w in app.topLevelWidgets() if w.isVisible() and not w.inherits("QTipLabel")]
    if modal is not None:
        found = [
            w
            for w in found
            if w in (modal, popup)
            or modal.isAncestorOf(w)
            or isinstance(w, QtWidgets.QMenu)
            or w.windowType() == QtCore.Qt.WindowType.Popup
        ]
    order = {id(w): place for place, w in enumerate((active, modal, popup), 1) if w is not None}
    return sorted(found, key=lambda w: -order.get(id(w), 0))


def visible(kind: type = QtWidgets.QWidget) -> list[Any]:
    """Visible widgets of a class in reachable windows, front window first."""
    tops = windows()  # kept, for the identity of a wrapper lasts as long as the wrapper
    rank = {id(w): place for place, w in enumerate(tops)}
    found = [w for w in QtWidgets.QApplication.allWidgets() if isinstance(w, kind) and w.isVisible()]
    return sorted((w for w in found if id(w.window()) in rank), key=lambda w: rank[id(w.window())])


def widget(name: str) -> Any:
    """The visible widget of this object name, in the front window if it is in several; LookupError without."""
    for found in visible():
        if found.objectName() == name:
            return found
    raise LookupError(f"no visible, reachable widget is called {name!r}")


def place(parent: QtWidgets.QWidget, rect: QtCore.QRect, enabled: bool = True, aim: Any = None) -> dict[str, Any]:
    """Screen pixels of a rectangle in a widget: ``rect`` (x, y, width, height), ``point`` to click, ``enabled``."""
    ratio = parent.devicePixelRatioF()
    corner, centre = parent.mapToGlobal(rect.topLeft()), parent.mapToGlobal(aim or rect.center())
    if not any(screen.geometry().contains(centre) for screen in QtGui.QGuiApplication.screens()):
        raise LookupError(f"{parent.objectName() or parent} reaches off the screen, at {centre.x()}, {centre.y()}")
    return {
        "rect": [round(v * ratio) for v in (corner.x(), corner.y(), rect.width(), rect.height())],
        "point": [round(centre.x() * ratio), round(centre.y() * ratio)],
        "enabled": enabled,
    }


def place_widget(found: QtWidgets.QWidget, reveal: bool = True) -> dict[str, Any]:
    """Where a widget is; scrolled into view first when it stands in a scroll area."""
    parent = found.parentWidget()
    while reveal and parent is not None and not found.isWindow():
        if isinstance(parent, QtWidgets.QScrollArea):
            parent.ensureWidgetVisible(found, 10, 10)
        parent = parent.parentWidget()
    rect = found.rect() if found.isWindow() else found.visibleRegion().boundingRect()
    if rect.isEmpty():
        raise LookupError(f"{found.objectName() or found} is covered or has no size")
    aim = None
    if isinstance(found, (QtWidgets.QCheckBox, QtWidgets.QRadioButton)):  # only its text and box take clicks
        aim = QtCore.QPoint(rect.left() + 9, rect.center().y())
    return place(found, rect, found.isEnabled(), aim)


def place_action(action: QtWidgets.QAction) -> dict[str, Any]:
    """Where an action's button or menu line is visible."""
    holders = action.associatedObjects() if hasattr(action, "associatedObjects") else action.associatedWidgets()
    reachable = [h for h in holders if isinstance(h, QtWidgets.QWidget) and h.isVisible() and h.window() in windows()]
    for holder in sorted(reachable, key=lambda h: not isinstance(h, QtWidgets.QMenu)):
        if isinstance(holder, (QtWidgets.QMenu, QtWidgets.QMenuBar)):
            return place(holder, holder.actionGeometry(action), action.isEnabled())
        button = holder.widgetForAction(action) if isinstance(holder, QtWidgets.QToolBar) else holder
        if button is not None and button.isVisible():
            return place_widget(button)
    raise LookupError(f"action {action.objectName()!r} ({action.text()!r}) is nowhere to be seen")


def locate(target: Any) -> dict[str, Any]:
    """Where a widget, action, point (global, logical pixels) or object name is on the screen."""
    if isinstance(target, str):
        try:
            target = widget(target)
        except LookupError:
            target = qgis.utils.iface.mainWindow().findChild(QtWidgets.QAction, target)
            if target is None:
                raise
    if isinstance(target, QtWidgets.QAction):
        return place_action(target)
    if isinstance(target, QtCore.QPoint):
        window = qgis.utils.iface.mainWindow()
        return place(window, QtCore.QRect(window.mapFromGlobal(target), QtCore.QSize(1, 1)))
    if isinstance(target, QtWidgets.QWidget) and target.isVisible() and target.window() in windows():
        return place_widget(target)
    raise LookupError(f"{target!r} has no place on the screen")


def items(view: QtWidgets.QAbstractItemView) -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
    """Text and what tells the place of the lines of a list, tree or table that are in view."""
    model, port, todo, seen = view.model(), view.viewport(), [view.rootIndex()], 0
    single = isinstance(model, QtCore.QAbstractListModel)  # PyQt hides its columnCount
    while todo and model is not None and seen < 5000:
        parent = todo.pop()
        for row in range(min(model.rowCount(parent), 2000)):
            first = model.index(row, 0, parent)
            if isinstance(view, QtWidgets.QTreeView) and view.isExpanded(first):
                todo.append(first)
            for column in range(1 if single else model.columnCount(parent)):
                seen += 1
                index = model.index(row, column, parent)
                rect = view.visualRect(index).intersected(port.rect())
                if not rect.isEmpty() and index.data() is not None:
                    aim = QtCore.QPoint(min(rect.left() + 25, rect.center().x()), rect.center().y())
                    yield str(index.data()), partial(place, port, rect, True, aim)


def texts() -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
    """What the user can read and click (scrolling included), front window first: text and what tells its place."""
    for found in visible():
        if isinstance(found, QtWidgets.QToolButton) and found.defaultAction() is not None:
            yield found.defaultAction().text(), partial(place_widget, found)
            yield found.defaultAction().iconText(), partial(place_widget, found)
        if isinstance(found, QtWidgets.QAbstractButton):
            yield found.text(), partial(place_widget, found)
        elif isinstance(found, (QtWidgets.QMenu, QtWidgets.QMenuBar)):
            for action in found.actions():
                if action.isVisible() and not found.actionGeometry(action).isEmpty():
                    yield action.text(), partial(place, found, found.actionGeometry(action), action.isEnabled())
        elif isinstance(found, QtWidgets.QTabBar):
            for tab in range(found.count()):
                yield found.tabText(tab), partial(place, found, found.tabRect(tab), found.isTabEnabled(tab))
        elif isinstance(found, QtWidgets.QHeaderView):
            continue  # its places are closed to Python
        elif isinstance(found, QtWidgets.QAbstractItemView):
            yield from items(found)
        elif isinstance(found, QtWidgets.QGroupBox):
            yield found.title(), partial(place, found, found.rect(), found.isEnabled(), QtCore.QPoint(14, 9))
        elif isinstance(found, QtWidgets.QLabel):
            yield found.text(), partial(place_widget, found)


def locate_text(text: str, within: str | None = None) -> dict[str, Any]:
    """Where a button, menu line, tab, list line or label with this text is; the whole text counts, case doesn't."""
    area = QtCore.QRect(*place_widget(widget(within))["rect"]) if within else None
    why = ""
    for found, where in texts():
        if found and plain(found) == plain(text):
            try:
                place_found = where()
            except LookupError as error:
                why = f" in reach: {error}"
                continue
            if area is None or area.contains(*place_found["point"]):
                return place_found
    raise LookupError(f"nothing visible reads {text!r}{why}")


def locate_line(text: str, kind: type) -> dict[str, Any]:
    """Where a line of the menu bar (QMenuBar) or of the front menu (QMenu) is."""
    for bar in visible(kind):
        for action in bar.actions():
            if plain(action.text()) == plain(text) and action.isVisible():
                return place(bar, bar.actionGeometry(action), action.isEnabled())
        if kind is QtWidgets.QMenu:
            raise LookupError(f"no {text!r} in the menu with {[plain(a.text()) for a in bar.actions()]}")
    raise LookupError(f"no menu has {text!r}")


def locate_map(x: float, y: float) -> dict[str, Any]:
    """Screen pixel of a place on the map, in the map's coordinates."""
    canvas = qgis.utils.iface.mapCanvas()
    pixel = canvas.mapSettings().mapToPixel().transform(x, y)
    ratio, corner = canvas.devicePixelRatioF(), canvas.viewport().mapToGlobal(QtCore.QPoint(0, 0))
    inside = canvas.viewport().rect().contains(QtCore.QPoint(int(pixel.x()), int(pixel.y())))
    if not inside or not canvas.isVisible():
        raise LookupError(f"({x}, {y}) lies outside the map that is in view")
    return {
        "point": [round((corner.x() + pixel.x()) * ratio), round((corner.y() + pixel.y()) * ratio)],
        "enabled": True,
    }


def answer_button(order: list[str]) -> dict[str, Any] | None:
    """Place of the first standard button of ``order`` in the message box in front, None without a box."""
    box = QtWidgets.QApplication.activeModalWidget()
    if isinstance(box, QtWidgets.QMessageBox):
        for name in order:
            button = box.button(getattr(QtWidgets.QMessageBox.StandardButton, name))
            if button is not None:
                return place_widget(button)
    return None


class Remote(QtCore.QObject):
    """Takes JSON lines ``{"id", "code"}`` and answers ``{"id", "result", "error"}``."""

    def __init__(self, path: str, journal: str) -> None:
        super().__init__()
        self.journal, self.pulse, self.ready = Journal(journal), Pulse(), False
        self.names: dict[str, Any] = {**vars(QtCore), **vars(QtGui), **vars(QtWidgets)}
        self.names.update({**vars(qgis.gui), **vars(qgis.core), **globals(), "remote": self})
        self.path = path
        self.sockets: list[QLocalSocket] = []
        self.server = QLocalServer(self)
        self.server.newConnection.connect(self.connect_client)

    def window_stands(self) -> None:
        """The second run of this file: the main window is there. (QGIS crashes on Python slots called earlier.)"""
        iface = qgis.utils.iface
        iface.messageBar().widgetAdded.connect(self.journal.bar)
        for item in iface.messageBar().items():
            self.journal.bar(item)
        self.ready = True
        if not self.server.listen(self.path):
            raise OSError(self.server.errorString())

    def connect_client(self) -> None:
        """A driver calls."""
        socket = self.server.nextPendingConnection()
        self.sockets.append(socket)  # Python owns it: without this the collector takes it and its slot as a cycle
        socket.readyRead.connect(lambda: self.read(socket))

    def read(self, socket: QLocalSocket) -> None:
        """Queue each line; a fresh event per line lets a line that opens a dialog leave the others free."""
        while socket.canReadLine():
            request = json.loads(bytes(socket.readLine()))
            QtCore.QTimer.singleShot(0, lambda request=request: self.reply(socket, request))

    def reply(self, socket: QLocalSocket, request: dict[str, Any]) -> None:
        """Run one line and answer."""
        answer = {"id": request["id"], "result": None, "error": None}
        try:
            answer["result"] = self.run(request["code"])
        except Exception:  # whatever the line raised belongs to the one who asked
            answer["error"] = traceback.format_exc()
        socket.write(json.dumps(answer, default=str).encode() + b"\n")
        socket.flush()

    def run(self, code: str) -> Any:
        """Value of the last expression of ``code``, as at the Python prompt."""
        self.names.update(
            {
                "iface": qgis.utils.iface,
                "plugin": qgis.utils.plugins.get("leefbaar_plugin"),
                "project": qgis.core.QgsProject.instance(),
                "plugins": qgis.utils.plugins,
                "canvas": qgis.utils.iface.mapCanvas() if qgis.utils.iface else None,
            }
        )
        body = ast.parse(code).body
        last = ast.Expression(body.pop().value) if body and isinstance(body[-1], ast.Expr) else None
        exec(compile(ast.Module(body, []), "<remote>", "exec"), self.names)
        return eval(compile(last, "<remote>", "eval"), self.names) if last else None


if "LEEFBAAR_DESKTOP_SOCKET" in os.environ:
    if "_remote" not in globals():
        _remote = Remote(os.environ["LEEFBAAR_DESKTOP_SOCKET"], os.environ["LEEFBAAR_DESKTOP_JOURNAL"])
    else:
        _remote.window_stands()
