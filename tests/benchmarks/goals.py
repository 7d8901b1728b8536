# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures that were asked for, beside those of a run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tests.benchmarks import drawing, ours
from tests.benchmarks.country import BUURTEN, COUNTRY, DRAWN, ONE
from tests.benchmarks.report import Measured, duration, megabytes, table

BARE, SAME = "exactextract, coverage only", "exactextract, same output"
TUNED = ", tuned (arrays, WKB)"
_EXTRACT = "QGIS extract + intersection + aggregate, 1 of 9 years"
_ZONAL = "QGIS zonal statistics, 1 band of 34, inexact"

_EXPLANATION = (
    "exactextract stands here twice: as its documentation shows it (GeoDataFrame, GeoTIFF), and tuned with rasters as "
    "arrays in memory and polygons as WKB by a feature source of our own, the fastest way we found. Coverage only is "
    "less than our full result: no scores, no sums."
)
_OVERHEAD = "a hundred calls of numpy, whatever the size of the area (see Growth)"
_IMPORT = (
    "beside parsing it recomputes and writes over 300 MB of arrays and 54 bands; it reads ahead in a second thread"
)
_REASONS = {
    BARE: "called so, this version takes less time per area than the prototype's ratios imply",
    BARE + TUNED: "compiled code with nothing around it, and no sums; the prototype wasn't held against this way",
    SAME: "called so, and with 43 bands (34 scores, 9 of classes), less time than the prototype's ratios imply",
    SAME + TUNED: "no file is read and no table made per band; the prototype wasn't held against this way",
    "PostGIS": "it divides the work among three processes, ours has one thread",
}
"""Why a ratio falls short when it does."""


@dataclass(frozen=True)
class Goal:
    """What is asked and what was measured; `least` where more is better."""

    text: str
    limit: float
    measured: float
    unit: str = "s"
    least: bool = False
    why: str = ""

    @property
    def row(self) -> list[str]:
        """Line of the table: text, goal, measured, verdict."""
        return [
            self.text,
            ("≥ " if self.least else "≤ ") + self._show(self.limit),
            self._show(self.measured),
            self.verdict,
        ]

    @property
    def verdict(self) -> str:
        """Reached, or by which factor not."""
        if np.isnan(self.measured):
            return "not measured"
        factor = self.limit / self.measured if self.least else self.measured / self.limit
        if factor <= 1:
            return "reached"
        return f"**not reached**, {factor:.3g} × off" + (f": {self.why}" if self.why else "")

    def _show(self, value: float) -> str:
        if self.unit == "s":
            return duration(value)
        return megabytes(value) if self.unit == "B" else f"{value:.3g} ×"


def goals(found: Measured) -> Iterator[Goal]:
    """All goals in the order of the issue."""
    for over, limit, ratios in (
        (ONE, 0.4e-3, ((BARE, 15), (BARE + TUNED, 15), (SAME, 100), (SAME + TUNED, 100), (_EXTRACT, 20))),
        (DRAWN, 15e-3, ((BARE, 15), (BARE + TUNED, 15), ("PostGIS", 25))),
        (
            BUURTEN,
            0.4,
            (
                (BARE, 20),
                (BARE + TUNED, 20),
                ("geopandas overlay and groupby", 30),
                ("PostGIS", 50),
                ("DuckDB spatial (two threads)", 17),
                (_ZONAL, 1),
            ),
        ),
        (COUNTRY, 30e-3, ()),
    ):
        full = found.seconds(ours.FULL, over)
        yield Goal(f"{over}, full", limit, full, why=_OVERHEAD if over == ONE else "")
        for rival, times in ratios:
            yield Goal(
                f"{over}: {rival} / ours", times, found.seconds(rival, over) / full, "×", True, _REASONS.get(rival, "")
            )
    yield Goal(f"{BUURTEN} again after a change of weights", 0.12, found.seconds(ours.REWEIGH, BUURTEN))
    rescore = found.seconds(ours.RESCORE, ours.SQUARES)
    for copy in (ours.COPY, ours.COPY_WARM):
        yield Goal(f"{ours.RESCORE} / {copy}", 3, rescore / found.seconds(copy, ours.SQUARES), "×")
    slower = found.median("import") / found.median("bare")
    yield Goal("import / bare typed `read_csv`", 1.3, slower, "×", why=_IMPORT)
    yield Goal("peak memory of the import", 0.7e9, found.median("import", "peak"), "B")
    yield Goal("peak memory of the import of the whole edition", 0.7e9, found.median("edition", "peak"), "B")
    yield Goal("recognising the file with the change of squares", 0.5, found.median("changes"))
    yield Goal("open a national pack to first result", 50e-3, found.median("open"))
    yield Goal("all rules on the buurten and on clusters of squares", 3, found.median("signals"))
    for what, extent in ((drawing.SWITCH, drawing.NATIONAL), (drawing.AREAS, drawing.NATIONAL)):
        timing = found.pictures.get((what, extent))
        yield Goal(f"repaint of the country: {what}", 0.15, timing.median if timing else float("nan"))
    for work in ("import", "batch"):
        yield Goal(f"longest gap of the main thread: {work}", 50e-3, found.median(f"gap {work}", "longest"))


def goals_section(found: Measured) -> list[str]:
    """The table of goals."""
    return [
        "## Goals",
        "",
        _EXPLANATION,
        "",
        *table(["", "goal", "measured", ""], [goal.row for goal in goals(found)]),
    ]
