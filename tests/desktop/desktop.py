# SPDX-License-Identifier: GPL-2.0-or-later
"""The real QGIS on a screen of its own, driven by mouse and keyboard.

``with Desktop(plugin_zip=...) as desktop:`` starts Xvfb, a window manager and QGIS in a fresh profile. What a user
does goes through xdotool; ``eval`` looks things up inside QGIS (see ``remote.py``). Pixels are screen pixels, map
coordinates those of the project. By hand: ``python -m tests.desktop.desktop --size 1366x768 --locale nl`` gives a
Python prompt (or reads lines from a pipe) in which ``desktop`` is this object.
"""

from __future__ import annotations

import argparse
import code as prompt
import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.desktop.session import GoneError, RemoteError, Session, kill_group

_PRESS_AGAIN = 12.0
"""Seconds after which a key that had no effect is pressed once more."""

REPOSITORY = Path(__file__).resolve().parents[2]
PICTURES = REPOSITORY / "build" / "desktop"
BUTTONS = {"left": 1, "middle": 2, "right": 3, "up": 4, "down": 5}
Target = str | tuple[int, int]

# Another program's window from which files can really be dragged onto QGIS.
DRAG_SOURCE = """
import sys
from PyQt5.QtCore import QMimeData, Qt, QTimer, QUrl
from PyQt5.QtGui import QDrag
from PyQt5.QtWidgets import QApplication, QLabel
class Source(QLabel):
    def mousePressEvent(self, event):
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[1:]])
        drag.setMimeData(data)
        drag.exec(Qt.CopyAction | Qt.MoveAction, Qt.CopyAction)
        QTimer.singleShot(600, QApplication.quit)  # QGIS fetches the names after the button is let go
app = QApplication(sys.argv[:1])
source = Source("drag me", None, Qt.X11BypassWindowManagerHint | Qt.WindowStaysOnTopHint)
source.setGeometry(0, 0, 80, 30)
source.show()
print("ready", flush=True)
app.exec()
"""


class Desktop(Session):
    """A user's eyes and hands on a session; see the module."""

    def _find(self, expression: str, timeout: float, enabled: bool = True) -> dict[str, Any]:
        self.eval("found = None")
        condition = "found['enabled']" if enabled else "True"
        self.wait(f"(found := {expression}) and {condition} or None", timeout)
        # a second look once it stands still: dialogs and docks slide into place after they are shown
        return self.wait(f"(before := found) and (found := {expression}) and before == found and found", timeout)

    def _place(self, target: Target, timeout: float = 10) -> tuple[int, int]:
        if isinstance(target, str):
            name = target if not re.fullmatch(r"[\w-]+", target) else repr(target)
            target = tuple(self._find(f"locate({name})", timeout)["point"])
        return target

    def widget_rect(self, target: str, timeout: float = 10) -> tuple[int, int, int, int]:
        """Screen x, y, width and height of a widget or action, by object name or expression."""
        name = target if not re.fullmatch(r"[\w-]+", target) else repr(target)
        return tuple(self._find(f"locate({name})", timeout, enabled=False)["rect"])

    def texts(self) -> list[str]:
        """Every text of buttons, menus, tabs, lists and labels, front window first (also what is scrolled away)."""
        return self.eval("[text for text, _ in texts() if text]")

    def move(self, target: Target) -> None:
        """Put the pointer on a widget, an action or a pixel."""
        self._xdotool("mousemove", *self._place(target))

    def click(
        self, target: Target, button: str | int = 1, double: bool = False, modifiers: str = "", timeout: float = 10
    ) -> None:
        """Click an object name, an expression (widget, action, global QPoint) or a pixel, once it is enabled."""
        x, y = self._place(target, timeout)
        held = [word for key in modifiers.split("+") if key for word in ("keydown", key)]
        freed = [word.replace("keydown", "keyup") for word in held]
        number = BUTTONS.get(str(button), button)
        times = ["--repeat", "2", "--delay", "60"] if double else []
        self._xdotool(*held, "mousemove", x, y, "sleep", 0.05, "click", *times, number, *freed)
        time.sleep(0.05)

    def click_text(self, text: str, within: str | None = None, timeout: float = 10, **options: Any) -> None:
        """Click the button, menu line, tab, list line or label that reads ``text`` (in the widget ``within``)."""
        place = self._find(f"locate_text({text!r}, {within!r})", timeout)
        self.click(tuple(place["point"]), **options)

    def menu(self, *path: str) -> None:
        """Choose ``path`` from the menu bar with the mouse: ``menu("Vector", "Leefbaarometer", "Importeren")``."""
        self.click(tuple(self._find(f"locate_line({path[0]!r}, QMenuBar)", 10)["point"]))
        for line in path[1:]:
            self.click(tuple(self._find(f"locate_line({line!r}, QMenu)", 10)["point"]))

    def choose(self, combo: str, text: str) -> None:
        """Open a combo box and click the line that reads ``text``."""
        x, y, width, height = self.widget_rect(combo)
        self.click((x + width - 10, y + height // 2))
        self.wait("QApplication.activePopupWidget() is not None", 5)
        self.click_text(text)

    def type(self, text: str) -> None:
        """Type into what has the focus; text beyond ASCII is pasted, for the screen's keyboard has no such keys."""
        if text.isascii():
            self._xdotool("type", "--delay", 6, "--", text)
        else:
            self.eval(f"QApplication.clipboard().setText({text!r})")
            self.key("ctrl+v")
        self.eval("None")

    def key(self, *chords: str) -> None:
        """Press keys by their X names: ``key("ctrl+s")``, ``key("Tab", "Tab", "Return")``."""
        self._xdotool("key", "--delay", 40, *chords)
        time.sleep(0.05)

    def fill(self, target: Target, text: str) -> None:
        """Replace the text of a field by typing."""
        self.click(target)
        self.key("ctrl+a")
        self.type(text)

    def drag(self, start: Target, end: Target, button: str | int = 1) -> None:
        """Press at ``start``, move in steps to ``end`` and let go."""
        (x, y), (to_x, to_y) = self._place(start), self._place(end)
        number = BUTTONS.get(str(button), button)
        self._xdotool("mousemove", x, y, "sleep", 0.1, "mousedown", number, "sleep", 0.1)
        for step in range(1, 11):
            self._xdotool("mousemove", x + (to_x - x) * step // 10, y + (to_y - y) * step // 10, "sleep", 0.03)
        self._xdotool("sleep", 0.15, "mouseup", number)

    def wheel(self, target: Target, steps: int) -> None:
        """Turn the wheel over something; positive is down (on the map: zoom out)."""
        button = BUTTONS["down" if steps > 0 else "up"]
        self._xdotool("mousemove", *self._place(target), "click", "--repeat", abs(steps), "--delay", 60, button)

    def drop(self, *files: Path | str, onto: Target = "iface.mainWindow().centralWidget()") -> None:
        """Drag files from another program's window onto QGIS, as from a file manager."""
        target = self._place(onto)
        command = ["/usr/bin/python3", "-c", DRAG_SOURCE, *map(str, files)]
        with subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env=self._environment() | {"QT_SCALE_FACTOR": "1"},
        ) as source:
            try:
                if source.stdout is None or source.stdout.readline().strip() != "ready":
                    raise GoneError("the window to drag from did not start")
                time.sleep(0.3)
                self.drag((40, 15), target)
                source.wait(10)
            finally:
                kill_group(source)

    def file_dialog(self, path: Path | str | Sequence[Path | str], timeout: float = 10) -> None:
        """Type one or more paths into the file dialog in front and confirm."""
        front = "isinstance(dialog := QApplication.activeModalWidget(), QFileDialog)"
        self.wait(front, timeout)
        text = str(path) if isinstance(path, (str, Path)) else " ".join(f'"{one}"' for one in path)
        self.fill("dialog.findChild(QLineEdit, 'fileNameEdit')", text)
        self.wait(f"{front} and dialog.findChild(QLineEdit, 'fileNameEdit').text() == {text!r}", 5)
        self.key("Return")
        deadline = time.monotonic() + timeout
        while self.eval(f"{front} and dialog.isVisible()"):
            if time.monotonic() > deadline:
                raise TimeoutError(f"the file dialog does not take {text}")
            time.sleep(0.5)
            if self.eval(f"{front} and dialog.isVisible()"):  # the list of completions took the Return
                self.key("Return")

    def set_extent(self, x_min: float, y_min: float, x_max: float, y_max: float) -> None:
        """Show these map coordinates (the map keeps its shape, so it may show more) and wait until it is drawn."""
        want = f"QgsRectangle({x_min}, {y_min}, {x_max}, {y_max})"
        for _ in range(10):
            self.eval(f"canvas.setExtent({want}); canvas.refresh()")
            time.sleep(0.35)  # QGIS sets an extent of its own shortly after the first layer
            if self.eval(
                f"want, now = {want}, canvas.extent()\n"
                "widest = max(want.width(), want.height() * canvas.width() / canvas.height())\n"
                "now.center().distance(want.center()) < 1e-3 * now.width() < 1.01e-3 * widest"
            ):
                break
        self.settle()

    def settle(self, timeout: float = 20) -> None:
        """Wait until the map is drawn and no event is waiting."""
        self.wait("canvas is None or not canvas.isDrawing()", timeout)
        self.eval("None")
        time.sleep(0.1)
        self.wait("canvas is None or not canvas.isDrawing()", timeout)

    def map_pixel(self, x: float, y: float) -> tuple[int, int]:
        """Screen pixel of map coordinates."""
        return tuple(self.eval(f"locate_map({x!r}, {y!r})")["point"])

    def map_click(self, x: float, y: float, **options: Any) -> None:
        """Click a place on the map, in map coordinates."""
        self.click(self.map_pixel(x, y), **options)

    def map_move(self, x: float, y: float) -> None:
        """Move the pointer to a place on the map, in map coordinates."""
        self.move(self.map_pixel(x, y))

    def draw_polygon(self, points: Sequence[tuple[float, float]], finish: bool = True) -> None:
        """Click every point with the tool that is active; a right click ends the polygon."""
        for x, y in points:
            began = time.monotonic()
            self.map_click(x, y)
            time.sleep(max(0.0, began + 0.45 - time.monotonic()))  # a click sooner could be taken for a double click
        if finish:
            self.map_click(*points[-1], button="right")

    def screenshot(self, name: str, settle: bool = True) -> Path:
        """The whole screen as ``build/desktop/<name>.png``."""
        if settle:
            with contextlib.suppress(GoneError, RemoteError, TimeoutError):
                self.settle()
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        subprocess.run(
            ["import", "-silent", "-window", "root", str(path)],
            check=True,
            timeout=60,
            env={"PATH": os.environ["PATH"], "DISPLAY": self.display or "", "HOME": str(self.work / "home")},
        )
        return path

    def grab(self, target: str, name: str) -> Path:
        """One widget, by object name or expression, as ``build/desktop/<name>.png``, whatever covers it."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        found = target if not re.fullmatch(r"[\w-]+", target) else f"widget({target!r})"
        if not self.eval(f"({found}).grab().save({str(path)!r})"):
            raise OSError(f"{path} cannot be written")
        return path

    @contextlib.contextmanager
    def event_gap(self) -> Iterator[dict[str, Any]]:
        """Measure the main thread's longest pause: ``with desktop.event_gap() as gap: ...; gap["longest_ms"]``."""
        gap: dict[str, Any] = {}
        self.eval("remote.pulse.start()")
        yield gap
        gap.update(self.eval("remote.pulse.stop()", timeout=120))

    def close(self, save: bool = False, timeout: float = 40) -> int:
        """Leave QGIS with Ctrl+Q, answer its questions (save or discard) and return the exit code."""
        order = ["Save", "SaveAll", "Yes", "Ok"] if save else ["Discard", "Yes", "Close", "Ok"]
        deadline, press = time.monotonic() + timeout, time.monotonic()
        while self.running:
            self._require_life(deadline)
            with contextlib.suppress(RemoteError, GoneError, TimeoutError, subprocess.CalledProcessError):
                if time.monotonic() >= press:  # again: a busy machine may have lost the key
                    self.key("ctrl+q")
                    press = time.monotonic() + _PRESS_AGAIN
                button = self.eval(f"answer_button({order!r})", timeout=2)
                if button:
                    self.click(tuple(button["point"]))
            time.sleep(0.1)
        if self._channel:
            self._channel.close()
        self._channel = None
        return self.qgis.returncode if self.qgis else 0

    def restart(self, project: Path | str | None = None, save: bool = False) -> None:
        """QGIS anew in the same profile (closed first if it runs)."""
        if self.running:
            self.close(save)
        self.start(project)


def main() -> None:
    """A manual tour: a Python prompt (or lines from a pipe) with ``desktop``; QGIS stays until it is closed."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--locale", default="nl")
    parser.add_argument("--plugin", type=Path, help="the zip to install, such as build/leefbaar_plugin.zip")
    parser.add_argument("--work", type=Path, help="folder of the profile; kept, and used again if it exists")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--display", help="show QGIS on this screen, such as :0, instead of an invisible one")
    given = parser.parse_args()
    width, height = map(int, given.size.split("x"))
    # a polite end (SIGTERM) also ends QGIS and its screen
    signal.signal(signal.SIGTERM, lambda *about: sys.exit(143))
    with Desktop(
        (width, height), given.locale, given.plugin, given.work, given.scale, given.dark, display=given.display
    ) as desktop:
        about = f"QGIS is ready after {desktop.seconds_to_ready:.1f} s on display {desktop.display}; log {desktop.log}"
        print(about, flush=True)
        prompt.interact(
            banner="desktop.click_text(...), desktop.screenshot('name'), ...; Ctrl+D leaves",
            exitmsg="",
            local={"desktop": desktop},
        )
        if not sys.stdin.isatty():
            while desktop.running:
                time.sleep(0.5)


if __name__ == "__main__":
    main()
