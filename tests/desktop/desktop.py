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
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Self

REPOSITORY = Path(__file__).resolve().parents[2]
PICTURES = REPOSITORY / "build" / "desktop"
REMOTE = Path(__file__).with_name("remote.py")
TOOLS = ("qgis", "Xvfb", "xdotool", "openbox", "import", "setpriv")
LOCALES = {"nl": ("nl", "nl_NL"), "en": ("en_US", "en_US")}
BUTTONS = {"left": 1, "middle": 2, "right": 3, "up": 4, "down": 5}
Target = str | tuple[int, int]

# Normal windows fill the screen without a frame, so that a picture shows QGIS alone; dialogs have frame and focus.
OPENBOX = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
<focus><focusNew>yes</focusNew><focusLast>yes</focusLast></focus>
<placement><policy>Smart</policy><center>yes</center></placement>
<theme><name>Clearlooks</name><keepBorder>no</keepBorder></theme><desktops><number>1</number></desktops>
<mouse><context name="Client">
<mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind></context>
<context name="Close"><mousebind button="Left" action="Click"><action name="Close"/></mousebind></context></mouse>
<applications><application class="QGIS*" type="normal"><decor>no</decor><maximized>yes</maximized>
</application></applications>
</openbox_config>
"""
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


class RemoteError(RuntimeError):
    """Code evaluated inside QGIS raised; the text is the traceback there."""


class GoneError(RuntimeError):
    """QGIS ended or did not start; the text ends with the tail of its log."""


def missing_tools() -> list[str]:
    """Programs the harness needs and this machine lacks (``.ci/setup desktop`` installs them)."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def kill_group(process: subprocess.Popen[Any] | None) -> None:
    """End a process and its children at once; fine when it is gone already."""
    if process is not None and process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class Session:
    """The processes, the profile and the channel: QGIS on a screen of its own, without hands."""

    def __init__(self, size: tuple[int, int] = (1366, 768), locale: str = "nl", plugin_zip: Path | str | None = None,
                 work: Path | str | None = None, scale: float = 1.0, dark: bool = False,
                 environment: dict[str, str] | None = None, settings: dict[str, str] | None = None,
                 display: str | None = None) -> None:
        """``environment`` and ``settings`` (``"section/key"``) add to QGIS's; ``display`` is an existing screen."""
        self.size, self.locale, self.scale, self.dark = size, locale, scale, dark
        self.plugin_zip, self.extra, self.settings = plugin_zip, environment or {}, settings or {}
        self.own_work = work is None
        self.work = Path(work or tempfile.mkdtemp(prefix="leefbaar-work-")).resolve()
        self.display, self.own_display = display, display is None
        self.profile = self.work / "profiles" / "profiles" / "default"
        self.log, self.journal = self.work / "qgis.log", self.work / "journal.jsonl"
        self.server: subprocess.Popen[Any] | None = None
        self.manager: subprocess.Popen[Any] | None = None
        self.qgis: subprocess.Popen[Any] | None = None
        self.seconds_to_ready = 0.0
        self._channel: socket.socket | None = None
        self._received, self._serial = b"", 0

    def __enter__(self) -> Self:
        self.sockets = Path(tempfile.mkdtemp(prefix="lbm-"))  # short: a socket's path has at most 107 characters
        try:
            self._write_profile()
            if self.own_display:
                self._start_screen()
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *about: object) -> None:
        self.stop()

    def _write_profile(self) -> None:
        for folder in ("home", "config", "data", "cache", "run"):
            (self.work / folder).mkdir(parents=True, exist_ok=True)
        (self.work / "run").chmod(0o700)
        (self.work / "openbox.xml").write_text(OPENBOX, encoding="utf-8")
        plugins = self.profile / "python" / "plugins"
        plugins.mkdir(parents=True, exist_ok=True)
        if self.plugin_zip:
            with zipfile.ZipFile(self.plugin_zip) as archive:
                archive.extractall(plugins)
        user, world = LOCALES.get(self.locale, (self.locale, self.locale))
        values = {
            "locale/overrideFlag": "true", "locale/userLocale": user, "locale/globalLocale": world,
            "qgis/checkVersion": "false", "qgis/showTips340": "false", "core/httpsfeedqgisorg/disabled": "true",
            "plugin-manager/automatically-check-for-updates": "false", "app/plugin_installer/checkOnStart": "false",
            "UI/UITheme": "Night Mapping" if self.dark else "default",
            "fonts/downloadMissingFonts": "false",
            # parts of QGIS that complain of programs and libraries this machine lacks
            "PythonPlugins/grassprovider": "false", "PythonPlugins/MetaSearch": "false",
        }
        values.update({f"PythonPlugins/{folder.name}": "true" for folder in plugins.iterdir() if folder.is_dir()})
        values.update(self.settings)
        lines: dict[str, list[str]] = {}
        for key, value in values.items():
            section, _, name = key.partition("/")
            lines.setdefault(section, []).append(name.replace("/", "\\") + "=" + value)
        text = "\n".join(f"[{section}]\n" + "\n".join(rows) + "\n" for section, rows in lines.items())
        ini = self.profile / "QGIS" / "QGIS3.ini"
        if not ini.exists():
            ini.parent.mkdir(parents=True, exist_ok=True)
            ini.write_text(text, encoding="utf-8")

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"], "DISPLAY": self.display or "", "LANG": "C.UTF-8",
            "HOME": str(self.work / "home"), "XDG_CONFIG_HOME": str(self.work / "config"),
            "XDG_DATA_HOME": str(self.work / "data"), "XDG_CACHE_HOME": str(self.work / "cache"),
            "XDG_RUNTIME_DIR": str(self.work / "run"),
            "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": str(self.scale), "NO_AT_BRIDGE": "1",
            "PYQGIS_STARTUP": str(REMOTE), "LEEFBAAR_DESKTOP_SOCKET": str(self.sockets / "q"),
            "LEEFBAAR_DESKTOP_JOURNAL": str(self.journal), "PYTHONDONTWRITEBYTECODE": "1",
            **({} if self.own_display else {"XAUTHORITY": os.environ.get("XAUTHORITY", "")}), **self.extra,
        }

    def _spawn(self, command: Sequence[str], log: Path, **options: Any) -> subprocess.Popen[Any]:
        # a session of its own, so that its group can be ended; and it ends with us, however we end
        with log.open("ab") as out:
            return subprocess.Popen(["setpriv", "--pdeathsig", "KILL", "--", *command], stdin=subprocess.DEVNULL,
                                    stdout=out, stderr=out, start_new_session=True, env=self._environment(), **options)

    def _start_screen(self) -> None:
        reader, writer = os.pipe()
        screen = "{}x{}x24".format(*self.size)
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", screen, "-dpi", "96", "-nolisten", "tcp"]
        self.server = self._spawn(command, self.work / "xvfb.log", pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise GoneError("Xvfb did not start: " + (self.work / "xvfb.log").read_text(errors="replace"))
        self.display = ":" + number
        command = ["openbox", "--config-file", str(self.work / "openbox.xml")]
        self.manager = self._spawn(command, self.work / "openbox.log")

    def start(self, project: Path | str | None = None, timeout: float = 90) -> None:
        """Start QGIS in the profile, with a project if given, and wait until it can be used."""
        (self.sockets / "q").unlink(missing_ok=True)
        began = time.monotonic()
        command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(self.work / "profiles"),
                   "--profile", "default", "--code", str(REMOTE)]
        self.qgis = self._spawn(command + ([str(project)] if project else []), self.log, cwd=self.work / "home")
        self._received, self._channel = b"", None
        before = len(self.errors(["python"]))
        while self._channel is None:
            self._require_life(began + timeout)
            if len(self.errors(["python"])) > before:
                # a plugin that cannot be loaded blocks the start with a message; errors() tells what it said
                self._xdotool("sleep", 0.5, "key", "Escape")
            with contextlib.suppress(OSError):
                channel = socket.socket(socket.AF_UNIX)
                channel.connect(str(self.sockets / "q"))
                self._channel = channel
            time.sleep(0.05)
        self.wait("remote.ready and QApplication.activeWindow() is not None", timeout)
        if self.own_display:
            # QGIS restores the size it had; the window manager maximises after that. Toolbars may ask for more width.
            self.wait("iface.mainWindow().isMaximized() or iface.mainWindow().showMaximized()", 10)
            self.wait(f"iface.mainWindow().width() * iface.mainWindow().devicePixelRatioF() > {self.size[0]} - 5", 10)
        self.seconds_to_ready = time.monotonic() - began

    def _require_life(self, deadline: float) -> None:
        if self.qgis is None or self.qgis.poll() is not None or time.monotonic() > deadline:
            state = "is still starting" if self.running else f"ended with {self.qgis and self.qgis.returncode}"
            raise GoneError(f"QGIS {state}; {self.log}:\n" + self.log.read_text(errors="replace")[-3000:])

    @property
    def running(self) -> bool:
        """Whether the QGIS process lives."""
        return self.qgis is not None and self.qgis.poll() is None

    def _xdotool(self, *words: str | int | float) -> None:
        # xdotool needs no more of the environment than the screen
        subprocess.run(["xdotool", *map(str, words)], check=True, timeout=60,
                       env={"PATH": os.environ["PATH"], "DISPLAY": self.display or "", "LANG": "C.UTF-8"})

    def kill(self) -> None:
        """End QGIS as a power cut would (SIGKILL); the screen and the profile stay."""
        kill_group(self.qgis)
        if self._channel:
            self._channel.close()
        self._channel = None

    def stop(self) -> None:
        """End everything; no questions."""
        self.kill()
        kill_group(self.manager)
        kill_group(self.server)
        shutil.rmtree(self.sockets, ignore_errors=True)
        if self.own_work:
            shutil.rmtree(self.work, ignore_errors=True)

    def eval(self, code: str, timeout: float = 30) -> Any:
        """Value of the last expression of Python ``code`` run inside QGIS (JSON types; others as text).

        Names there: iface, canvas, project, plugin, plugins, everything of qgis.core, qgis.gui and Qt's core, gui and
        widgets, and ``remote.py``'s functions; assigned names stay. Raises RemoteError, TimeoutError, GoneError.
        """
        if self._channel is None:
            raise GoneError("QGIS is not running")
        self._serial += 1
        deadline = time.monotonic() + timeout
        try:
            self._channel.sendall(json.dumps({"id": self._serial, "code": code}).encode() + b"\n")
            while True:
                line, newline, rest = self._received.partition(b"\n")
                if newline:
                    self._received = rest
                    answer = json.loads(line)
                    if answer["id"] == self._serial:
                        break
                    continue
                self._channel.settimeout(max(0.01, deadline - time.monotonic()))
                data = self._channel.recv(1 << 16)
                if not data:
                    raise ConnectionResetError
                self._received += data
        except TimeoutError:
            raise TimeoutError(f"QGIS did not answer in {timeout} s: {code}") from None
        except OSError:
            if self.qgis:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.qgis.wait(2)
            raise GoneError("QGIS went away:\n" + self.log.read_text(errors="replace")[-3000:]) from None
        if answer["error"]:
            raise RemoteError(answer["error"])
        return answer["result"]

    def wait(self, expression: str, timeout: float = 10) -> Any:
        """Wait until ``expression`` is true inside QGIS and return it; an error there counts as not yet."""
        deadline, last = time.monotonic() + timeout, ""
        while True:
            try:
                value = self.eval(expression, max(1.0, deadline - time.monotonic()))
                if value:
                    return value
                last = repr(value)
            except RemoteError as error:
                last = str(error).strip().splitlines()[-1]
            if time.monotonic() > deadline:
                raise TimeoutError(f"not within {timeout} s: {expression} (last: {last})")
            time.sleep(0.1)

    def messages(self) -> list[dict[str, Any]]:
        """Rows of everything logged or shown in the message bar, of all runs so far: kind, level, tag, text."""
        lines = self.journal.read_text(encoding="utf-8").splitlines() if self.journal.exists() else []
        return [json.loads(line) for line in lines]

    def errors(self, kinds: Sequence[str] = ("python", "log", "bar")) -> list[str]:
        """Tracebacks, critical log lines and critical message bar items, of all runs of QGIS so far."""
        found = [f"{row['kind']} {row['tag']}: {row['text']}" for row in self.messages()
                 if row["kind"] in kinds and (row["kind"] == "python" or row["level"] == 2)]
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return found + [text[at.start():][:2000] for at in re.finditer(r"Traceback \(most|QGIS died|Fatal:", text)]


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

    def click(self, target: Target, button: str | int = 1, double: bool = False, modifiers: str = "",
              timeout: float = 10) -> None:
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
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True,
                              env=self._environment() | {"QT_SCALE_FACTOR": "1"}) as source:
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
            if self.eval(f"want, now = {want}, canvas.extent()\n"
                         "widest = max(want.width(), want.height() * canvas.width() / canvas.height())\n"
                         "now.center().distance(want.center()) < 1e-3 * now.width() < 1.01e-3 * widest"):
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
        subprocess.run(["import", "-silent", "-window", "root", str(path)], check=True, timeout=60,
                       env={"PATH": os.environ["PATH"], "DISPLAY": self.display or "", "HOME": str(self.work / "home")})
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
        self.key("ctrl+q")
        deadline = time.monotonic() + timeout
        while self.running:
            self._require_life(deadline)
            with contextlib.suppress(RemoteError, GoneError, TimeoutError):
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
    with Desktop((width, height), given.locale, given.plugin, given.work, given.scale, given.dark,
                 display=given.display) as desktop:
        about = f"QGIS is ready after {desktop.seconds_to_ready:.1f} s on display {desktop.display}; log {desktop.log}"
        print(about, flush=True)
        prompt.interact(banner="desktop.click_text(...), desktop.screenshot('name'), ...; Ctrl+D leaves", exitmsg="",
                        local={"desktop": desktop})
        if not sys.stdin.isatty():
            while desktop.running:
                time.sleep(0.5)


if __name__ == "__main__":
    main()
