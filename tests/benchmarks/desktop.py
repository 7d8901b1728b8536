# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole country in the real QGIS, by mouse: how long the main thread ever pauses, and how soon the map is redrawn.

.venv/bin/python -m tests.benchmarks.desktop        writes tests/benchmarks/DESKTOP.md and pictures in build/desktop
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from tests.benchmarks.machine import load, processor
from tests.benchmarks.national import generate
from tests.desktop import steps
from tests.desktop.desktop import REPOSITORY, Desktop

OUT = REPOSITORY / "tests" / "benchmarks" / "DESKTOP.md"
_REDRAW = """
import time as _time
_begin = _time.perf_counter()
_took = []
def _drawn(): _took.append(1000 * (_time.perf_counter() - _begin))
canvas.mapCanvasRefreshed.connect(_drawn)
"""


def _redraw(desktop: Desktop, act: str) -> float:
    """Milliseconds from a change until the map is drawn anew, measured inside QGIS."""
    desktop.eval(_REDRAW + act)
    desktop.wait("bool(_took)")
    desktop.eval("canvas.mapCanvasRefreshed.disconnect(_drawn)")
    return float(desktop.eval("_took[0]"))


def _series(desktop: Desktop, acts: list[str]) -> str:
    times = [_redraw(desktop, act) for act in acts]
    return f"{statistics.median(times):.0f} ({min(times):.0f} - {max(times):.0f})"


def run(national: Path, work: Path) -> list[tuple[str, str]]:
    """Rows of (what, milliseconds)."""
    rows = []
    data = generate(national)
    files = [data.scores_zip, data.geometry_zip, data.counts_gpkg]
    with Desktop(size=(1366, 768), locale="nl", plugin_zip=steps.PLUGIN_ZIP, work=work) as desktop:
        with desktop.event_gap() as gap:
            desktop.click("Leefbaarometer_import")
            desktop.click("LeefbaarometerAddFiles")
            desktop.file_dialog(files)
            desktop.wait("plugin.opening.dialog.start.isEnabled()", 60)
        rows.append(
            ("longest pause while the files are looked through (file dialog included)", f"{gap['longest_ms']:.0f}")
        )
        desktop.screenshot("national-dialog")
        desktop.fill("LeefbaarometerTarget", str(work / "pack"))
        with desktop.event_gap() as gap:
            desktop.click("LeefbaarometerImportStart")
            begin = time.monotonic()
            desktop.wait("not plugin.background.is_running('import')", 120)
            took = time.monotonic() - begin
        rows.append((f"longest pause while the country is imported ({took:.1f} s)", f"{gap['longest_ms']:.0f}"))
        steps.close_report(desktop)
        steps.wait_for_map(desktop)
        desktop.screenshot("national-open")
        themes = [f"plugin.session.set_theme({theme!r})" for theme in ("onv", "vrz", "soc", "won", "fys", "lbm")]
        rows.append(("gemeenten, the country: theme switched and redrawn", _series(desktop, themes)))
        desktop.eval("plugin.session.set_level('grid')")
        desktop.settle()
        rows.append(("squares, the country: theme switched and redrawn", _series(desktop, themes)))
        years = [f"plugin.session.set_year({year})" for year in (2022, 2018, 2014, 2020, 2024)]
        rows.append(("squares, the country: year switched and redrawn", _series(desktop, years)))
        desktop.screenshot("national-squares")
        desktop.eval("plugin.session.set_level('auto')")
        column, row = desktop.eval(
            "[int(plugin.session.pack.grid.column[190000]), int(plugin.session.pack.grid.row[190000])]"
        )
        x, y = column * 100, row * 100
        desktop.set_extent(x - 3000, y - 1500, x + 3000, y + 1500)
        desktop.settle()
        rows.append(("squares, a town: theme switched and redrawn", _series(desktop, themes)))
        desktop.click("LeefbaarometerDraw")
        desktop.map_click(x - 600, y - 500)
        time.sleep(0.4)
        desktop.map_click(x + 700, y - 400)
        with desktop.event_gap() as gap:
            for step in range(40):
                desktop.map_move(x + 500 - 20 * step, y + 600 + 10 * step)
            desktop.wait("plugin.areas.has_sketch")
        rows.append(("longest pause while figures follow the cursor", f"{gap['longest_ms']:.0f}"))
        desktop.screenshot("national-drawing")
        with desktop.event_gap() as gap:
            desktop.eval("plugin.opening.check_scores()")
            desktop.wait("not plugin.background.is_running('check')", 30)
        rows.append(("longest pause while all scores are recomputed and checked", f"{gap['longest_ms']:.0f}"))
        if desktop.errors():
            raise SystemExit(f"QGIS reported errors: {desktop.errors()}")
    return rows


def main() -> None:
    """Run, print and write the table."""
    work = Path(tempfile.mkdtemp(prefix="leefbaar-national-"))
    try:
        rows = run(REPOSITORY / "build" / "national", work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    lines = [
        "# The country in the desktop",
        "",
        f"Made by `.venv/bin/python -m tests.benchmarks.desktop` on {date.today():%Y-%m-%d};",
        f"{processor()}; load {load()}; QGIS 3.40 under Xvfb, 1366 x 768;",
        "generated national data (382,000 squares, 14,000 buurten). Milliseconds; medians with the smallest and the",
        "largest between brackets. An idle QGIS has pauses of some 6 ms. The import ends with the opening of the pack.",
        "",
        "| what | ms |",
        "|---|---|",
        *(f"| {what} | {value} |" for what, value in rows),
        "",
    ]
    OUT.write_text("\n".join(lines), encoding="utf-8")
    sys.stdout.write("\n".join(lines))


if __name__ == "__main__":
    main()
