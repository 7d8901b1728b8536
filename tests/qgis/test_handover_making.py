# SPDX-License-Identifier: GPL-2.0-or-later
"""What is handed over is written one file after the other, and the progress says how far it is."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry

from leefbaar_plugin import settings
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.gui.handover.making import HandOver, gather_and_write
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.report.handover import HandedArea

AREA = "POLYGON((86000 436000, 86800 436000, 86800 436800, 86000 436800, 86000 436000))"


@pytest.mark.parametrize("endings", [(".xlsx",), (".xlsx", ".pdf", ".csv", ".html"), (".pdf",)])
def test_progress_goes_up_to_the_end_with_every_table(qgis_app, schiedam, tmp_path, endings):
    measurer = Measurer(schiedam)
    areas = [HandedArea("Plan", bytes(QgsGeometry.fromWkt(AREA).asWkb()))]
    files = tuple(tmp_path / f"plan{ending}" for ending in endings)
    wanted = HandOver(areas, (2024,), files, "nl")
    told = []
    made = gather_and_write(
        measurer,
        References(measurer),
        wanted,
        settings.load(),
        load_palette("own"),
        lambda part: told.append(part) or True,
    )
    tables = [path for path in files if path.suffix != ".pdf"]
    assert list(made.written) == tables and all(path.is_file() for path in tables)
    assert not (tmp_path / "plan.pdf").exists(), "QGIS paints that one"
    assert told == pytest.approx([0.4, 0.5, *(0.5 + 0.5 * (at + 1) / len(tables) for at in range(len(tables)))])
