# SPDX-License-Identifier: GPL-2.0-or-later
"""How long handing over takes and what it needs: `python -m tests.benchmarks.handing_over`; no timed asserts.

On the demonstration data: one report, an atlas of forty areas (time and memory), a workbook of 500 areas and nine
years, a document; and the longest time that the thread of the interface was held, apart from QGIS's own export.
"""

from __future__ import annotations

import os
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from qgis.core import QgsApplication, QgsLayoutExporter, QgsProject
from shapely.geometry import box

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.report.content import content_steps
from leefbaar_plugin.report.files import write_handover
from leefbaar_plugin.report.handover import HandedArea, gather
from leefbaar_plugin.report.printing import pages
from leefbaar_plugin.report.printing.maps import report_layers
from leefbaar_plugin.report.printing.template import PORTRAIT, own_template
from leefbaar_plugin.report.reporting import report_steps
from leefbaar_plugin.report.steps import Steps

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"
GOALS = {"report": 3.0, "atlas": 45.0, "workbook": 5.0}


def areas(count: int) -> list[HandedArea]:
    """Squares of 300 to 700 m over Schiedam, always the same."""
    random = np.random.default_rng(14)
    made = []
    for number in range(count):
        x, y, size = random.uniform(84_000, 87_000), random.uniform(435_500, 438_500), random.uniform(300, 700)
        made.append(HandedArea(f"Gebied {number + 1}", box(x, y, x + size, y + size).wkb))
    return made


class Watch:
    """Takes steps, and keeps the longest of each kind, apart from what QGIS's own export took of it."""

    def __init__(self) -> None:
        self.longest: dict[str, float] = {}
        self.exported = 0.0
        self.export_held = 0.0

    def take(self, what: str, steps: Steps[Any]) -> Any:
        while True:
            began, before = time.perf_counter(), self.exported
            try:
                next(steps)
            except StopIteration as end:
                return end.value
            finally:
                took = time.perf_counter() - began - (self.exported - before)
                self.longest[what] = max(self.longest.get(what, 0.0), took)

    def exporter(self) -> type:
        """QGIS's exporter, timed."""
        watch = self

        class Timed(QgsLayoutExporter):
            def renderPage(self, *what: object) -> None:
                began = time.perf_counter()
                super().renderPage(*what)
                took = time.perf_counter() - began
                watch.exported += took
                watch.export_held = max(watch.export_held, took)

        return Timed


def report_of(measurer: Measurer, count: int, path: Path) -> tuple[float, Watch]:
    """Seconds of the whole, and what was watched."""
    pack, palette, watch = measurer.pack, load_palette("own"), Watch()
    began = time.perf_counter()
    found = gather(measurer, areas(count), pack.years, 10.0)
    references = References(measurer).prepare()
    pages.QgsLayoutExporter = watch.exporter()  # type: ignore[misc]
    try:
        made = watch.take("contents", content_steps(found, references, palette))
        project = QgsProject()
        layers = report_layers(project, pack, found.year, palette, found.areas, 10.0)
        steps = report_steps(path, project, found, made, own_template(PORTRAIT), layers)
        watch.take("report", steps)
    finally:
        pages.QgsLayoutExporter = QgsLayoutExporter  # type: ignore[misc]
    return time.perf_counter() - began, watch


def main() -> None:
    """Print a table in Markdown."""
    application = QgsApplication([], True)
    application.initQgis()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        pack = open_pack(import_edition(inspect([DEMO]), home / "pack").folder)
        measurer = Measurer(pack)
        report_of(measurer, 1, home / "warm.pdf")
        print("| what | seconds | goal | of which QGIS's export, its longest call | longest step otherwise |")
        print("|---|---|---|---|---|")
        for name, count, ending in (("report", 1, "pdf"), ("atlas", 40, "pdf"), ("document", 40, "odt")):
            path = home / f"{name}.{ending}"
            took, watch = report_of(measurer, count, path)
            held = ", ".join(f"{what} {seconds * 1000:.0f} ms" for what, seconds in watch.longest.items())
            print(
                f"| {name}, {count} areas, {path.stat().st_size / 1e6:.1f} MB | {took:.2f} | {GOALS.get(name, '')} | "
                f"{watch.exported:.2f}, {watch.export_held * 1000:.0f} ms | {held} |"
            )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| memory after the atlas | {peak:.0f} MB | 1000 MB | | |")
        began = time.perf_counter()
        write_handover(home / "book.xlsx", gather(measurer, areas(500), pack.years, 10.0), load_palette("own"))
        print(f"| workbook, 500 areas x {len(pack.years)} years | {time.perf_counter() - began:.2f} | 5.0 | | |")


if __name__ == "__main__":
    main()
