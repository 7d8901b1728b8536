# SPDX-License-Identifier: GPL-2.0-or-later
"""The results as a Markdown page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from tests.benchmarks import drawing, growth, kernel, ours
from tests.benchmarks.arena import Timing, Timings
from tests.benchmarks.country import BUURTEN, SETS
from tests.benchmarks.stages import is_step

_MISSING = "–"
_AREAS = (
    "Full: nine years × six themes, shares of the classes, coverage, counts, from WKB to result; 34 of the 54 columns "
    "exist, since four of the nine years have no dimensions. Per cell: median (first and third quartile, n rounds); "
    "how many times ours. `once`: one call after the cold one, since that took more than three budgets. A turn lasts "
    "30 ms or more: the mean of its calls counts. The last column is the largest difference from our means and shares; "
    "“inexact” ones compute something else. Ours and QGIS use one thread, PostGIS and DuckDB as many as they like."
)
_MEMORY = (
    "What one call adds at its peak to the process with all data loaded (each in a fresh process; for PostGIS the "
    "server's process, its shared buffers included)."
)


@dataclass
class Measured:
    """Everything that a run found. `fresh` holds the answers of fresh processes by task, `memory` the bytes that a
    contender added by (contender, set), `floors` bytes by set."""

    about: list[tuple[str, str]] = field(default_factory=list)
    areas: Timings = field(default_factory=dict)
    growth: Timings = field(default_factory=dict)
    grown: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    pictures: Timings = field(default_factory=dict)
    fresh: dict[str, list[dict[str, float]]] = field(default_factory=dict)
    memory: dict[tuple[str, str], float] = field(default_factory=dict)
    peaks: dict[tuple[str, str], float] = field(default_factory=dict)
    floors: dict[str, int] = field(default_factory=dict)
    bandwidth: float = float("nan")
    notes: dict[str, str] = field(default_factory=dict)

    def seconds(self, contender: str, over: str) -> float:
        """Median of a contender on a set of areas; NaN when it wasn't measured."""
        timing = self.areas.get((contender, over))
        return timing.median if timing else float("nan")

    def process(self, task: str, what: str = "seconds") -> list[float]:
        """What all fresh processes of a task measured."""
        return [answer[what] for answer in self.fresh.get(task, [])]

    def median(self, task: str, what: str = "seconds") -> float:
        """Median of that; NaN without any."""
        values = self.process(task, what)
        return float(np.median(values)) if values else float("nan")


def duration(seconds: float) -> str:
    """Three digits with a unit that fits."""
    if np.isnan(seconds):
        return _MISSING
    return f"{seconds:.3g} s" if seconds >= 1 else f"{seconds * 1e3:.3g} ms"


def megabytes(size: float) -> str:
    """Whole MB (10^6 bytes)."""
    return f"{size / 1e6:,.0f} MB"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines] + [""]


def _cell(timing: Timing | None, base: float = float("nan")) -> str:
    """Median, quartiles and rounds; how many times ours where `base` is given."""
    if timing is None:
        return _MISSING
    if timing.problem:
        return f"failed ({timing.problem})"
    if timing.once:
        spread = "once"
    else:
        low, high = timing.quartiles
        spread = f"{duration(low)} – {duration(high)}, n {len(timing.seconds)}"
    if timing.share < 1:
        spread += f", {timing.share:.1%} of them × {1 / timing.share:.3g}"
    times = "" if np.isnan(base) else f"; **{timing.median / base:.3g} ×**"
    return f"{duration(timing.median)} ({spread}){times}"


def _names(timings: Timings) -> list[str]:
    return list(dict.fromkeys(name for name, _ in timings))


def areas_section(found: Measured) -> list[str]:
    """Ours and all others on every set, and how far each is from ours."""
    squares = (ours.RESCORE, ours.COPY, ours.COPY_WARM, ours.PRODUCT, ours.REWEIGH, kernel.NAME)
    names = [name for name in _names(found.areas) if name not in squares and not is_step(name)]
    names.sort(key=lambda name: (not name.startswith("ours"), name))
    rows = []
    for name in names:
        cells = [name]
        for over in SETS:
            timing = found.areas.get((name, over))
            base = float("nan") if name == ours.FULL else found.seconds(ours.FULL, over)
            cells.append(_cell(timing, base))
        differences = [t.difference for (n, _), t in found.areas.items() if n == name and t.difference is not None]
        cells.append(f"{max(differences):.0e}" if differences else _MISSING)
        rows.append(cells)
    floor = [_floor(found, over) for over in SETS]
    rows.insert(1, ["floor: the touched bytes read once", *floor, _MISSING])
    absent = [f"- {name}: {note}" for name, note in found.notes.items()]
    return [
        "## Areas",
        "",
        _AREAS,
        "",
        *table(["", *SETS, "largest difference"], rows),
        *absent,
        "",
    ]


def _floor(found: Measured, over: str) -> str:
    floor = found.floors[over] / found.bandwidth
    times = found.seconds(ours.FULL, over) / floor
    return f"{duration(floor)} ({found.floors[over] / 1e6:.3g} MB); ours is {times:.3g} ×"


def squares_section(found: Measured) -> list[str]:
    """Scores made again, weights changed."""
    rows = [
        [name, _cell(found.areas.get((name, ours.SQUARES)))]
        for name in (ours.RESCORE, ours.COPY, ours.COPY_WARM, ours.PRODUCT)
    ]
    rows.append(
        [f"{BUURTEN}: {ours.REWEIGH} (weighed anew, coverage kept)", _cell(found.areas.get((ours.REWEIGH, BUURTEN)))]
    )
    return ["## Squares", "", f"{ours.SQUARES.capitalize()}.", "", *table(["", "time"], rows)]


def growth_section(found: Measured) -> list[str]:
    """By vertices, squares, years."""
    rows = []
    for what, numbers in ((growth.VERTICES, growth.FACTORS), (growth.HECTARES, growth.SIZES)):
        for number in map(str, numbers):
            vertices, squares = found.grown[what, number]
            label = f"the busiest area, vertices × {number}" if what == growth.VERTICES else f"{int(number):,} ha"
            theirs = found.growth.get((f"{what}, exactextract", number))
            rows.append([label, f"{vertices:,}", f"{squares:,}", _cell(found.growth[what, number]), _cell(theirs)])
    for number in map(str, growth.YEAR_COUNTS):
        rows.append([f"1,000 drawn areas, {number} years", "", "", _cell(found.growth[growth.YEARS, number]), _MISSING])
    head = ["area", "vertices", "populated squares", "ours, full", "exactextract, coverage only, tuned"]
    return ["## Growth", "", *table(head, rows)]


def fresh_section(found: Measured) -> list[str]:
    """Opening, importing, main thread."""
    rows = []
    for task, label in (
        ("open", "open the national pack to the first result"),
        ("cold", "the same, nothing of the pack in the system's cache"),
        ("change", "change of all buurten, wijken and gemeenten, each first and from another year"),
        ("move", "one move of the cursor on the national pack, measured, shown and painted (main thread)"),
        ("import", "import of the untouched zip of the release into a pack: scores, and the change of areas"),
        ("bare", "typed `pandas.read_csv` of the scores in that zip, nothing else"),
        ("edition", "import of the whole edition: that zip, geometry, CBS squares"),
        ("choice", "import of one gemeente of the whole edition"),
        ("changes", "recognising the file with the change of squares, over 1 GB, which isn't read"),
        ("signals", "all rules on 14,000 buurten, and on clusters of the 382,000 squares with their outlines"),
    ):
        values, peaks = found.process(task), found.process(task, "peak")
        if values:
            low, high = np.percentile(values, (25, 75))
            time = f"{duration(float(np.median(values)))} ({duration(low)} – {duration(high)}, n {len(values)})"
            rows.append([label, time, megabytes(float(np.median(peaks)))])
    gaps = [
        [label, *(duration(found.median(task, what)) for what in ("longest", "p99", "seconds"))]
        for task, label in (("gap import", "import of all national files"), ("gap batch", f"figures of {BUURTEN}"))
        if task in found.fresh
    ]
    return [
        "## Fresh processes",
        "",
        "Modules are imported before the clock starts; peak is that of the whole process.",
        "",
        *table(["", "time", "peak memory"], rows),
        "Event loop of the main thread while work runs in a QGIS task (offscreen, a timer of 1 ms):",
        "",
        *table(["work", "longest gap", "99 % of gaps below", "the work took"], gaps),
    ]


def memory_section(found: Measured) -> list[str]:
    """Peak over what the data take."""
    rows = [
        [name, over, megabytes(size), megabytes(found.peaks[name, over]) if (name, over) in found.peaks else _MISSING]
        for (name, over), size in found.memory.items()
    ]
    return [
        "## Memory",
        "",
        _MEMORY,
        "",
        *table(["", "areas", "added at the peak", "peak of the process"], rows),
    ]


def pictures_section(found: Measured) -> list[str]:
    """Map drawing."""
    names = [name for name in _names(found.pictures) if name != kernel.NAME and not is_step(name)]
    extents = (drawing.NATIONAL, drawing.CITY, drawing.REGIONAL)
    rows = [[name, *(_cell(found.pictures.get((name, extent))) for extent in extents)] for name in sorted(names)]
    size = f"{drawing.WIDTH} × {drawing.HEIGHT}"
    return ["## Drawing", "", f"QgsMapRendererParallelJob, {size} pixels, offscreen.", "", *table(["", *extents], rows)]


def head(found: Measured) -> list[str]:
    """Title and circumstances."""
    return [
        "# Benchmarks",
        "",
        "Written by `make bench`; the data are generated (`tests/benchmarks/national.py`), no score in them is real.",
        "",
        *table(["", ""], [list(pair) for pair in found.about]),
    ]
