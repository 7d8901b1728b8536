# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of one handing over: their names, that none is written over, and how each is made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ...analysis.change.surroundings import Ring
from ...analysis.measure import Measurer
from ...analysis.references.references import References
from ...layers.styles import Palette
from ...pack.files.disk import is_file
from ...pack.files.progress import Progress, report
from ...report.files import write_handover
from ...report.handover import HandedArea, Handover, gather, with_rings
from ...settings import CSV_DUTCH, Settings

PDF, ODT, HTML, XLSX, CSV = ".pdf", ".odt", ".html", ".xlsx", ".csv"
GPKG, GEOJSON, PNG = ".gpkg", ".geojson", ".png"
ZIP = ".zip"
"""A project for a colleague, made after the others, which go along."""
TABLES = (HTML, XLSX, CSV, GPKG, GEOJSON)
"""Kinds that are written in the background; the others are painted by QGIS."""
_MOST_LETTERS = 40


@dataclass(frozen=True)
class HandOver:
    """What is handed over: areas, years, rings around them, the files, and how a CSV is written."""

    areas: Sequence[HandedArea]
    years: tuple[int, ...]
    files: tuple[Path, ...]
    csv_style: str
    rings: Sequence[Ring] = ()

    @property
    def painted(self) -> list[Path]:
        """The files that QGIS paints."""
        return [path for path in self.files if path.suffix not in (*TABLES, ZIP)]

    @property
    def packed(self) -> Path | None:
        """The zip for a colleague."""
        return next((path for path in self.files if path.suffix == ZIP), None)


@dataclass(frozen=True, eq=False)
class Gathered:
    """Figures, references for their reports, and the tables that were written already."""

    found: Handover
    references: References
    written: tuple[Path, ...]


def file_names(title: str, year: int, kinds: Sequence[str], folder: Path) -> list[Path]:
    """Names that are free in a folder, the same but for their ending: a number goes behind the title when it must."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_MOST_LETTERS].strip("_") or "leefbaarometer"
    for number in range(1, 1000):
        name = f"{stem}_{year}" + (f"_{number}" if number > 1 else "")
        paths = [folder / (name + kind) for kind in kinds]
        if not any(is_file(path) for path in paths):
            return paths
    return paths


def gather_and_write(
    measurer: Measurer, references: References, wanted: HandOver, now: Settings, palette: Palette, progress: Progress
) -> Gathered:
    """Measure, and write the tables; for the background. Raises as `gather` and `write_handover` do."""
    found = gather(measurer, wanted.areas, wanted.years, now.smallest_dwellings)
    report(progress, 0.4)
    references.prepare()
    found = with_rings(found, references, wanted.rings)
    report(progress, 0.5)
    written = []
    tables = [path for path in wanted.files if path.suffix in TABLES]
    for at, path in enumerate(tables):
        write_handover(path, found, palette, wanted.csv_style == CSV_DUTCH, now.source_line)
        written.append(path)
        report(progress, 0.5 + 0.5 * (at + 1) / len(tables))
    return Gathered(found, references, tuple(written))
