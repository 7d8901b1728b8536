# SPDX-License-Identifier: GPL-2.0-or-later
"""The country and a region in the real QGIS, by mouse: from a click to the finished map, and pauses of the main thread.

    .venv/bin/python -m tests.benchmarks.desktop             writes tests/benchmarks/DESKTOP.md
    .venv/bin/python -m tests.benchmarks.desktop --open      opens packs that are there already instead of importing

Time runs inside QGIS, from the event of the mouse to the signal of the finished map: how long the harness waits and
looks doesn't count. An area of the user's is open meanwhile, as it is when people work.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from tests.benchmarks import country, kernel
from tests.benchmarks.machine import load, processor
from tests.benchmarks.national import NationalSet
from tests.desktop import steps
from tests.desktop.desktop import REPOSITORY, Desktop

OUT = REPOSITORY / "tests" / "benchmarks" / "DESKTOP.md"
THEMES = ("onv", "vrz", "soc", "won", "fys", "lbm")
YEARS = (2022, 2018, 2014, 2020, 2024)
_CLOCK = """
import time as _time
from qgis.PyQt.QtCore import QEvent as _QEvent, QObject as _QObject
class _Clock(_QObject):
    begun, took = None, 0.0
    def eventFilter(self, target, event):
        if event.type() == _QEvent.Type.MouseButtonRelease and event.spontaneous():
            self.begun, self.took = _time.perf_counter(), 0.0
        return False
    def drawn(self):
        if self.begun is not None:
            self.took = 1000 * (_time.perf_counter() - self.begun)
_clock = _Clock()
# of what is clicked only: a filter of the whole application in Python slows everything down
for _clicked in (*plugin.dock.bar.themes._buttons.values(), widget('LeefbaarometerYears')):
    _clicked.installEventFilter(_clock)
canvas.mapCanvasRefreshed.connect(_clock.drawn)
"""
_FINISHED = "_clock.took > 0 and not canvas.isDrawing()"
Rows = list[tuple[str, str]]


def _from_click(desktop: Desktop, click: Callable[[], None]) -> float:
    """Milliseconds from the click to the map that stays."""
    desktop.eval("_clock.begun = None; _clock.took = 0.0")
    click()
    desktop.wait(_FINISHED)
    desktop.settle()
    return float(desktop.eval("_clock.took"))


def _series(desktop: Desktop, clicks: Sequence[Callable[[], None]]) -> str:
    times = sorted(_from_click(desktop, click) for click in clicks)
    low, _middle, high = statistics.quantiles(times, n=4)
    return f"{statistics.median(times):.0f} ({low:.0f} - {high:.0f}, n {len(times)})"


def _themes(desktop: Desktop) -> list[Callable[[], None]]:
    return [lambda theme=theme: steps.choose_theme(desktop, theme) for theme in THEMES]


def _years(desktop: Desktop) -> list[Callable[[], None]]:
    return [lambda year=year: steps.choose_year(desktop, year) for year in YEARS]


def import_all(desktop: Desktop, data: NationalSet, pack: Path) -> Rows:
    """Import the country by the dialog: the longest pauses."""
    rows = []
    with desktop.event_gap() as gap:
        desktop.click("Leefbaarometer_import")
        desktop.wait("plugin.opening.dialog is not None and plugin.opening.dialog.isVisible()")
    first = "longest pause while the import dialog opens as the first thing after the start, which reads its modules"
    rows.append((first, f"{gap['longest_ms']:.0f}"))
    with desktop.event_gap() as gap:
        desktop.click("LeefbaarometerAddFiles")
        desktop.file_dialog([data.scores_zip, data.geometry_zip, data.counts_gpkg])
        desktop.wait("plugin.opening.dialog.start.isEnabled()", 60)
    rows.append(("longest pause while the files are looked through (file dialog included)", f"{gap['longest_ms']:.0f}"))
    desktop.fill("LeefbaarometerTarget", str(pack))
    with desktop.event_gap() as gap:
        desktop.click("LeefbaarometerImportStart")
        begin = time.monotonic()
        desktop.wait("not plugin.background.is_running('import')", 240)
        took = time.monotonic() - begin
    rows.append((f"longest pause while the country is imported ({took:.1f} s)", f"{gap['longest_ms']:.0f}"))
    steps.close_report(desktop)
    return rows


def draw_area(desktop: Desktop, name: str) -> tuple[tuple[str, str], float, float]:
    """Draw an area in the middle of the data and keep it: the longest pause meanwhile, and where."""
    column, row = desktop.eval(
        "[int(axis[len(axis) // 2]) for axis in (plugin.session.pack.grid.column, plugin.session.pack.grid.row)]"
    )
    x, y = column * 100, row * 100
    desktop.set_extent(x - 3000, y - 1500, x + 3000, y + 1500)
    desktop.settle()
    desktop.click("LeefbaarometerDraw")
    desktop.map_click(x - 600, y - 500)
    time.sleep(0.4)
    desktop.map_click(x + 700, y - 400)
    with desktop.event_gap() as gap:
        for step in range(40):
            desktop.map_move(x + 500 - 20 * step, y + 600 + 10 * step)
        desktop.wait("plugin.areas.has_sketch")
    time.sleep(0.4)
    desktop.map_click(x + 300, y + 600)
    time.sleep(0.4)
    desktop.map_click(x + 300, y + 600, button="right")
    desktop.wait("plugin.areas.figures() is not None and not plugin.areas.has_sketch")
    return (f"{name}: longest pause while figures follow the cursor", f"{gap['longest_ms']:.0f}"), x, y


def switch_all(desktop: Desktop, name: str, x: float, y: float) -> Rows:
    """Themes and years by their buttons, from afar and near, with the area open."""
    rows = []
    desktop.eval("canvas.setExtent(QgsRectangle(*plugin.session.pack.grid.extent)); canvas.refresh()")
    desktop.settle()
    rows.append((f"{name}, whole: gemeenten or buurten, theme clicked", _series(desktop, _themes(desktop))))
    desktop.eval("plugin.session.set_level('grid')")
    desktop.settle()
    rows.append((f"{name}, whole: squares, theme clicked", _series(desktop, _themes(desktop))))
    rows.append((f"{name}, whole: squares, year clicked", _series(desktop, _years(desktop))))
    desktop.eval("plugin.session.set_level('auto')")
    desktop.set_extent(x - 3000, y - 1500, x + 3000, y + 1500)
    desktop.settle()
    rows.append((f"{name}, a town: squares, theme clicked", _series(desktop, _themes(desktop))))
    return rows


def run(data: NationalSet, work: Path, opened: bool) -> Rows:
    """Rows of (what, milliseconds)."""
    rows: Rows = []
    pack, region = work / "pack", country.regional_pack(data)
    with Desktop(size=(1366, 768), locale="nl", plugin_zip=steps.PLUGIN_ZIP, work=work) as desktop:
        if opened:
            desktop.eval(f"plugin.session.open_pack({str(country.national_pack(data))!r})")
        else:
            rows += import_all(desktop, data, pack)
        steps.wait_for_map(desktop)
        desktop.eval(_CLOCK)
        for name, folder in (("the country", None), ("a region of forty gemeenten", region)):
            if folder is not None:
                desktop.eval(f"plugin.session.open_pack({str(folder)!r})")
                desktop.eval("canvas.setExtent(QgsRectangle(*plugin.session.pack.grid.extent)); canvas.refresh()")
                steps.wait_for_map(desktop)
            row, x, y = draw_area(desktop, name)
            rows += [row, *switch_all(desktop, name, x, y)]
            desktop.screenshot(f"benchmark-{'country' if folder is None else 'region'}")
        if desktop.errors():
            raise SystemExit(f"QGIS reported errors: {desktop.errors()}")
    return rows


def main() -> None:
    """Run, print and write the table."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks.desktop", description=__doc__.splitlines()[0])
    parser.add_argument("--open", action="store_true", help="open packs that are there already")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    work, reference = Path(tempfile.mkdtemp(prefix="leefbaar-national-")), kernel.Kernel()
    try:
        data = country.national()
        country.regional_pack(data)  # made before the clock starts
        before = kernel.seconds(reference)
        rows = run(data, work, options.open)
        kernels = " and ".join(f"{1e3 * seconds:.1f}" for seconds in (before, kernel.seconds(reference)))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    lines = [
        "# The country and a region in the desktop",
        "",
        f"Made by `.venv/bin/python -m tests.benchmarks.desktop` on {date.today():%Y-%m-%d};",
        f"{processor()}; load {load()}; QGIS 3.40 under Xvfb, 1366 x 768, an area of the user's open;",
        f"the reference kernel took {kernels} ms before and after ({1e3 * kernel.NOMINAL:.1f} on an idle machine);",
        "generated data (the country: 382,000 squares as a raster, 14,000 buurten; the region: some 44,000 squares,",
        "near by as polygons). Milliseconds from the event of the mouse to the finished map; medians with the",
        "quartiles between brackets. An idle QGIS pauses for some 6 ms. The import ends with the opening of the pack.",
        "",
        "| what | ms |",
        "|---|---|",
        *(f"| {what} | {value} |" for what, value in rows),
        "",
    ]
    options.out.write_text("\n".join(lines), encoding="utf-8")
    sys.stdout.write("\n".join(lines))


if __name__ == "__main__":
    main()
