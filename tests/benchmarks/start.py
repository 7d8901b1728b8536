# SPDX-License-Identifier: GPL-2.0-or-later
"""Processor time that QGIS's start spends on the plugin, each time in a fresh process.

    .venv/bin/python -m tests.benchmarks.start [BUILD/leefbaar_plugin]

Loads the staged plugin (`make package`) with the real classes of QGIS, on a window that nobody sees, in Dutch: with
compiled files beside it, and from a folder that may not be written in and has none. Then what the first use costs.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIMES = 7
INSIDE = """
import json, os, sys, time
import qgis.utils
from qgis.core import QgsApplication, QgsSettings, QgsTemporalNavigationObject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMainWindow
QgsSettings().setValue("locale/overrideFlag", True)
QgsSettings().setValue("locale/userLocale", "nl")
application = QgsApplication([], True)
application.initQgis()
sys.path[:0] = [sys.argv[1], "/usr/share/qgis/python/plugins"]
import processing

class Iface(QObject):
    initializationCompleted = pyqtSignal()
    def __init__(self):
        super().__init__()
        self.window = QMainWindow()
        self.bar, self.canvas = QgsMessageBar(self.window), QgsMapCanvas(self.window)
        self.canvas.setTemporalController(QgsTemporalNavigationObject(self.canvas))
        self.action = QAction(self.window)
    def mainWindow(self):
        return self.window
    def messageBar(self):
        return self.bar
    def mapCanvas(self):
        return self.canvas
    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)
    def addToolBar(self, name):
        return self.window.addToolBar(name)
    def __getattr__(self, name):
        return (lambda *given: self.action) if name.startswith("action") else (lambda *given: None)

iface = Iface()
assert not [name for name in sys.modules if name.startswith("leefbaar") or name == "pandas"]

def spent(work):
    began = time.process_time()
    made = work()
    return made, time.process_time() - began

def start():
    import leefbaar_plugin
    plugin = leefbaar_plugin.classFactory(iface)
    plugin.initGui()
    return plugin

plugin, first = spent(start)
modules = sum(name.startswith("leefbaar_plugin") for name in sys.modules)
_bench, second = spent(lambda: plugin.session)
print(json.dumps([type(plugin).__name__, modules, first, second]))
sys.stdout.flush()
os._exit(0)
"""


def measured(staged: Path, compiled: bool) -> tuple[int, float, float]:
    """Modules at the start; seconds of processor time of it, and of the parts that work on data."""
    with tempfile.TemporaryDirectory(prefix="leefbaar-start-") as profile:
        variables = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": profile, "HOME": profile}
        variables |= {"LEEFBAAROMETER_DATA_FOLDER": f"{profile}/data", "XDG_RUNTIME_DIR": profile}
        if not compiled:
            variables["PYTHONDONTWRITEBYTECODE"] = "1"
        command = [sys.executable, "-c", INSIDE, str(staged.parent)]
        run = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
    kind, modules, first, second = json.loads(run.stdout.splitlines()[-1])
    if kind != "LeefbaarometerPlugin":
        raise RuntimeError(run.stdout + run.stderr)
    return modules, first, second


def main() -> None:
    """Measure and print: least and median, in milliseconds."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "leefbaar_plugin"
    with tempfile.TemporaryDirectory(prefix="leefbaar-start-") as folder:
        staged = Path(folder) / "leefbaar_plugin"
        shutil.copytree(source, staged, ignore=shutil.ignore_patterns("__pycache__"))
        for compiled in (False, True):
            if compiled:
                measured(staged, compiled)
            found = [measured(staged, compiled) for _number in range(TIMES)]
            print(f"{'with' if compiled else 'without'} .pyc, {found[0][0]} modules of ours at the start")
            for at, what in enumerate(("start", "first use"), start=1):
                times = [1000 * one[at] for one in found]
                print(f"    {what:10} least {min(times):4.0f} ms, median {statistics.median(times):4.0f} ms")


if __name__ == "__main__":
    main()
