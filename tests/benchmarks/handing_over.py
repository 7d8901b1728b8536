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

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from qgis.core import QgsApplication, QgsProject
from shapely.geometry import box

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.report.content import contents
from leefbaar_plugin.report.files import write_handover
from leefbaar_plugin.report.handover import HandedArea, gather
from leefbaar_plugin.report.printing import layout, pdf
from leefbaar_plugin.report.printing.maps import report_layers
from leefbaar_plugin.report.reporting import write_report

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


class Held:
    """Longest stretch between two signs of progress, which is when the interface could have been looked after."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()

    def __call__(self, _fraction: float) -> bool:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now
        return True


def report_of(measurer: Measurer, count: int, path: Path) -> dict[str, float]:
    """Seconds of measuring, painting charts, filling the layout, and QGIS's export; longest stretch of ours."""
    pack, palette = measurer.pack, load_palette("own")
    began = time.perf_counter()
    found = gather(measurer, areas(count), pack.years, 10.0)
    references = References(measurer).prepare()
    gathered = time.perf_counter()
    held, exported = Held(), [0.0]
    made = contents(found, references, palette, progress=held)
    project = QgsProject()
    layers = report_layers(project, pack, found.year, palette, made, 10.0)
    export = pdf.QgsLayoutExporter

    class Watched(export):  # type: ignore[misc, valid-type]
        def exportToPdf(self, *what: object) -> object:
            start = time.perf_counter()
            result = super().exportToPdf(*what)
            exported[0] = time.perf_counter() - start
            return result

    pdf.QgsLayoutExporter = Watched  # type: ignore[misc]
    try:
        held._last = time.perf_counter()
        write_report(path, project, found, made, layout.own_template(layout.PORTRAIT), layers, held)
    finally:
        pdf.QgsLayoutExporter = export  # type: ignore[misc]
    whole = time.perf_counter() - began
    return {"whole": whole, "measuring": gathered - began, "export": exported[0], "held": held.longest}


def main() -> None:
    """Print a table in Markdown."""
    application = QgsApplication([], True)
    application.initQgis()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        pack = open_pack(import_edition(inspect([DEMO]), home / "pack").folder)
        measurer = Measurer(pack)
        report_of(measurer, 1, home / "warm.pdf")
        print("| what | seconds | goal | of which QGIS's export | longest held otherwise |\n|---|---|---|---|---|")
        for name, count in (("report", 1), ("atlas", 40)):
            took = report_of(measurer, count, home / f"{name}.pdf")
            size = (home / f"{name}.pdf").stat().st_size / 1e6
            print(
                f"| {name}, {count} areas, PDF {size:.1f} MB | {took['whole']:.2f} | {GOALS[name]} | "
                f"{took['export']:.2f} | {took['held'] * 1000:.0f} ms |"
            )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| memory after the atlas | {peak:.0f} MB | 1000 MB | | |")
        began = time.perf_counter()
        write_handover(home / "book.xlsx", gather(measurer, areas(500), pack.years, 10.0), load_palette("own"))
        print(f"| workbook, 500 areas x {len(pack.years)} years | {time.perf_counter() - began:.2f} | 5.0 | | |")


if __name__ == "__main__":
    main()
