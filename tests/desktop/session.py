# SPDX-License-Identifier: GPL-2.0-or-later
"""A session of the real QGIS: its screen, its profile, its processes, and the line along which it is asked things.

What a user does with mouse and keyboard is in ``desktop.py``.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Self

REMOTE = Path(__file__).with_name("remote.py")
TOOLS = ("qgis", "Xvfb", "xdotool", "openbox", "import", "setpriv")
LOCALES = {"nl": ("nl", "nl_NL"), "en": ("en_US", "en_US")}

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


_ARRANGED_AFTER = 900
"""Milliseconds: longer than the plugin's own timer for that."""


class Session:
    """The processes, the profile and the channel: QGIS on a screen of its own, without hands."""

    def __init__(
        self,
        size: tuple[int, int] = (1366, 768),
        locale: str = "nl",
        plugin_zip: Path | str | None = None,
        work: Path | str | None = None,
        scale: float = 1.0,
        dark: bool = False,
        environment: dict[str, str] | None = None,
        settings: dict[str, str] | None = None,
        display: str | None = None,
    ) -> None:
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
            "locale/overrideFlag": "true",
            "locale/userLocale": user,
            "locale/globalLocale": world,
            "qgis/checkVersion": "false",
            "qgis/showTips340": "false",
            "core/httpsfeedqgisorg/disabled": "true",
            "plugin-manager/automatically-check-for-updates": "false",
            "app/plugin_installer/checkOnStart": "false",
            "UI/UITheme": "Night Mapping" if self.dark else "default",
            "fonts/downloadMissingFonts": "false",
            # parts of QGIS that complain of programs and libraries this machine lacks
            "PythonPlugins/grassprovider": "false",
            "PythonPlugins/MetaSearch": "false",
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
            # QGIS takes the library of the first python3 it finds, and only the system's has its bindings
            "PATH": "/usr/bin:" + os.environ["PATH"],
            "DISPLAY": self.display or "",
            "LANG": "C.UTF-8",
            "HOME": str(self.work / "home"),
            "XDG_CONFIG_HOME": str(self.work / "config"),
            "XDG_DATA_HOME": str(self.work / "data"),
            "XDG_CACHE_HOME": str(self.work / "cache"),
            "XDG_RUNTIME_DIR": str(self.work / "run"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": str(self.scale),
            "NO_AT_BRIDGE": "1",
            "PYQGIS_STARTUP": str(REMOTE),
            "LEEFBAAR_DESKTOP_SOCKET": str(self.sockets / "q"),
            "LEEFBAAR_DESKTOP_JOURNAL": str(self.journal),
            "PYTHONDONTWRITEBYTECODE": "1",
            **({} if self.own_display else {"XAUTHORITY": os.environ.get("XAUTHORITY", "")}),
            **self.extra,
        }

    def _spawn(self, command: Sequence[str], log: Path, **options: Any) -> subprocess.Popen[Any]:
        # a session of its own, so that its group can be ended; and it ends with us, however we end
        limits = ["--pdeathsig", "KILL"]
        if os.geteuid() == 0:  # a file without write permission is read-only, as it is for a user
            limits += ["--bounding-set", "-dac_override,-dac_read_search"]
        with log.open("ab") as out:
            return subprocess.Popen(
                ["setpriv", *limits, "--", *command],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
                env=self._environment(),
                **options,
            )

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
        command = [
            "qgis",
            "--nologo",
            "--noversioncheck",
            "--profiles-path",
            str(self.work / "profiles"),
            "--profile",
            "default",
            "--code",
            str(REMOTE),
        ]
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
        # the plugin divides the room among the panels a moment after the start; a click before that could miss
        self.eval(
            f"remote.arranged = False\nQTimer.singleShot({_ARRANGED_AFTER}, lambda: setattr(remote, 'arranged', True))"
        )
        self.wait("remote.arranged", 30)
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
        subprocess.run(
            ["xdotool", *map(str, words)],
            check=True,
            timeout=60,
            env={"PATH": os.environ["PATH"], "DISPLAY": self.display or "", "LANG": "C.UTF-8"},
        )

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
        found = [
            f"{row['kind']} {row['tag']}: {row['text']}"
            for row in self.messages()
            if row["kind"] in kinds and (row["kind"] == "python" or row["level"] == 2)
        ]
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return found + [text[at.start() :][:2000] for at in re.finditer(r"Traceback \(most|QGIS died|Fatal:", text)]
