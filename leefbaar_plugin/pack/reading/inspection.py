# SPDX-License-Identifier: GPL-2.0-or-later
"""What a set of files holds, by their columns, before anything is imported: levels, years, squares, gemeenten."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from ...engine.errors import InputError
from ...engine.model import ScoreModel
from ..files.progress import Progress, report, silent
from ..files.resources import load_model
from ..files.whole_json import JSON_SUFFIXES, require_whole_json
from ..tables.tables import IncompleteTableError, NoTableError, Table, sniff, tables_below
from .developments import DevelopmentTable, IncompleteDevelopmentError, recognise_development, sample_periods
from .edition import remark_on_years, require_one_edition
from .label import LABEL_FILE, read_label
from .points import PointChoice, set_points
from .scores import GRID, LevelScores, ScoreTable, read_level, recognise
from .scores_lbm2 import WideTable, recognise_wide
from .service import service_summary
from .sources import VECTOR, Source, find_files, is_workbook, workbook
from .vectors import COUNTS, OUTLINES, POINTS, SERVICE, VectorLayer, read_outlines, recognise_vector
from .years import sample_years


@dataclass
class Inspection:
    """All that was recognised in the files handed in.

    `tables` are score tables by level (LBM 3.0), `areas` what those hold that aren't of squares, each with the mark of
    its file, `developments` tables of change by level, `wide` the tables of LBM 2.0, `outlines`, `services` and
    `counts` vector layers, `points` one of dwellings of which `point_choice` says what counts; `unused` tells why files
    aren't used. `years` by level (of squares) and `periods` (pairs of years of change by level; empty when only the
    whole file tells) are read from a sample. `squares` is the number of squares, exact when `squares_exact`.
    `gemeenten` are (code, name) pairs. `remarks` are sentences about files that are used all the same.
    """

    sources: list[Source]
    model: ScoreModel = field(default_factory=lambda: load_model("lbm3"))
    tables: dict[str, ScoreTable] = field(default_factory=dict)
    areas: dict[str, tuple[str, LevelScores]] = field(default_factory=dict)
    developments: dict[str, DevelopmentTable] = field(default_factory=dict)
    wide: list[WideTable] = field(default_factory=list)
    outlines: dict[str, tuple[Source, VectorLayer]] = field(default_factory=dict)
    services: list[tuple[Source, VectorLayer]] = field(default_factory=list)
    counts: tuple[Source, VectorLayer] | None = None
    points: tuple[Source, VectorLayer] | None = None
    point_choice: PointChoice = field(default_factory=PointChoice)
    unused: list[InputError] = field(default_factory=list)
    remarks: list[InputError] = field(default_factory=list)
    years: dict[str, tuple[int, ...]] = field(default_factory=dict)
    periods: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    squares: int = 0
    squares_exact: bool = False
    gemeenten: list[tuple[str, str]] = field(default_factory=list)
    demonstration: dict[str, str] | None = None

    @property
    def edition(self) -> str:
        """The newest year among the scores."""
        return str(max((max(years) for years in self.years.values() if years), default=""))

    @property
    def levels(self) -> list[str]:
        """Ids of the levels that have scores, in the order of the model."""
        return [level.id for level in self.model.levels if level.id in self.years]

    @property
    def ignored(self) -> list[str]:
        """Labels of the files that aren't used."""
        return [str(fault.values["file"]) for fault in self.unused]

    def leave(self, source: Source, fault: InputError | None = None) -> None:
        """Go on without a file, which is named to the user."""
        if fault is None:
            self.unused.append(InputError("{file} isn't used: its columns aren't known.", file=source.label))
        else:
            self.unused.append(InputError("{file} isn't used. {why}", file=source.label, why=fault))

    def level_scores(self) -> dict[str, LevelScores]:
        """Scores of areas by level, as they were read; read anew from a file that has changed since."""
        found = {}
        for level, (mark, scores) in self.areas.items():
            table = self.tables[level]
            found[level] = scores if table.table.source.fingerprint() == mark else read_level(table)
        return found

    def fingerprints(self) -> dict[str, str]:
        """Mark of every file that is read, by its label."""
        used = [scores.table.source for scores in self.tables.values()] + [wide.table.source for wide in self.wide]
        used += [change.table.source for level, change in self.developments.items() if level != GRID]
        used += [source for source, _ in (*self.outlines.values(), *self.services)]
        used += [one[0] for one in (self.counts, self.points) if one]
        return {source.label: source.fingerprint() for source in used}


def inspect(paths: Iterable[str | Path], progress: Progress = silent) -> Inspection:
    """Recognise all files by their columns; reads headers and a sample of rows only.

    Raises InputError when a file is damaged, when there are no scores among the files, when two editions or two models
    are mixed, or when one level stands there twice.
    """
    sources, others = find_files(paths)
    found = Inspection(sources)
    for label in others:
        other = InputError("{file} isn't used: it is no CSV or map file.", file=label)
        found.unused.append(workbook(label) if is_workbook(label) else other)
    incomplete: list[tuple[Source, InputError]] = []
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # unpacking and parsing run beside each other
        texts = {one: threads.submit(sniff, one) for one in found.sources if one.suffix not in VECTOR}
        try:
            for number, source in enumerate(found.sources):
                report(progress, number / len(found.sources))
                try:
                    if source in texts:
                        _add_table(found, source, texts[source].result)
                    else:
                        _add_vectors(found, source)
                except IncompleteTableError as problem:
                    incomplete.append((source, problem))
            _settle_model(found, incomplete)
            _read_years(found, threads)
        finally:
            threads.shutdown(cancel_futures=True)  # what waits isn't begun any more
    for source, layer in found.services:
        _add_service_years(found, source, layer)
    for level, development in list(found.developments.items()):
        _add_periods(found, level, development)
    require_one_edition(found)
    remark_on_years(found)
    _count_squares(found)
    _list_gemeenten(found)
    report(progress, 1.0)
    return found


def _read_years(found: Inspection, threads: ThreadPoolExecutor) -> None:
    """Read all tables of areas, and look at that of the squares."""
    marks = {level: one.table.source.fingerprint() for level, one in found.tables.items() if level != GRID}
    areas = {level: threads.submit(read_level, found.tables[level]) for level in marks}
    sampled = sample_years(found.tables[GRID]) if GRID in found.tables else None  # while the others are read
    for level in found.tables:
        if sampled is not None and level == GRID:
            found.years[level], rows = sampled
            found.squares = round(rows / len(found.years[level]))
        else:
            found.areas[level] = marks[level], areas[level].result()
            found.years[level] = found.areas[level][1].scores.years


def _add_table(found: Inspection, source: Source, sniffed: Callable[[], Table]) -> None:
    try:
        table = sniffed()
    except NoTableError as problem:
        # any text may lie beside the data, so it is no reason to refuse them
        found.leave(source, None if source.suffix == ".txt" else problem)
        return
    try:
        recognised = _recognise(table, found.model) or _recognise_below(found, table)
    except IncompleteDevelopmentError as problem:
        found.leave(source, problem)
        return
    if isinstance(recognised, WideTable):
        _add_wide(found, recognised)
    elif isinstance(recognised, DevelopmentTable):
        _require_once(found, recognised)
        found.developments[recognised.level.id] = recognised
    elif recognised is not None:
        _require_once(found, recognised)
        found.tables[recognised.level.id] = recognised
    else:
        found.leave(source)


def _recognise(table: Table, model: ScoreModel) -> WideTable | DevelopmentTable | ScoreTable | None:
    return recognise_wide(table, load_model("lbm2")) or recognise_development(table, model) or recognise(table, model)


def _recognise_below(found: Inspection, table: Table) -> WideTable | DevelopmentTable | ScoreTable | None:
    """What the table is when its header stands below a title, which is told."""
    for below in tables_below(table):
        recognised = _recognise(below, found.model)
        if recognised is not None:
            found.remarks.append(
                InputError(
                    "{file}: the names of the columns were expected on line {expected} and stand on line {line}. What "
                    "is above them was passed over.",
                    file=table.source.label,
                    expected=table.skip + 1,
                    line=below.skip + 1,
                )
            )
            return recognised
    return None


def _require_once(found: Inspection, table: ScoreTable | DevelopmentTable) -> None:
    """Raise InputError when another table tells the same of the same level."""
    level, label = table.level.id, table.table.source.label
    if isinstance(table, ScoreTable) and level in found.tables:
        raise InputError(
            "Both {first} and {second} hold scores of {level}: two editions can't go into one import. Choose one.",
            first=found.tables[level].table.source.label,
            second=label,
            level=level,
        )
    if isinstance(table, DevelopmentTable) and level in found.developments:
        raise InputError(
            "Both {first} and {second} hold the change of {level}: two editions can't go into one import. Choose one.",
            first=found.developments[level].table.source.label,
            second=label,
            level=level,
        )


def _add_wide(found: Inspection, wide: WideTable) -> None:
    for other in found.wide:
        if wide.columns.keys() & other.columns.keys():
            raise InputError(
                "Both {first} and {second} hold column {column}. Choose one.",
                first=other.table.source.label,
                second=wide.table.source.label,
                column=next(column for key, column in wide.columns.items() if key in other.columns),
            )
    found.wide.append(wide)


def _add_vectors(found: Inspection, source: Source) -> None:
    if source.suffix == ".json" and Path(source.name).name == LABEL_FILE:
        found.demonstration = read_label(source)
        return
    try:
        layers = recognise_vector(source.gdal_path, source.label, found.model)
    except InputError:
        if source.suffix != ".json":  # any program's settings may end in .json
            raise
        layers = []
    if not layers:
        found.leave(source)
    elif source.suffix in JSON_SUFFIXES:
        require_whole_json(source)
    for layer in layers:
        if layer.kind == SERVICE:
            found.services.append((source, layer))
        elif layer.kind == COUNTS:
            if found.counts is not None:
                raise InputError(
                    "Both {first} and {second} hold counts per square. Choose one.",
                    first=found.counts[1].label,
                    second=layer.label,
                )
            found.counts = (source, layer)
        elif layer.kind == POINTS:
            set_points(found, source, layer)
        elif layer.kind == OUTLINES and layer.level is not None:
            other = found.outlines.setdefault(layer.level.id, (source, layer))
            if other[1] is not layer and other[1].label != layer.label:
                raise InputError(
                    "Both {first} and {second} hold outlines of {level}: two editions can't go into one import. "
                    "Choose one.",
                    first=other[1].label,
                    second=layer.label,
                    level=layer.level.id,
                )


def _settle_model(found: Inspection, incomplete: list[tuple[Source, InputError]]) -> None:
    if incomplete and not found.tables:
        raise incomplete[0][1]
    for source, fault in incomplete:
        found.leave(source, fault)
    newer = [scores.table.source.label for scores in found.tables.values()]
    newer += [layer.label for _, layer in found.services]
    if found.wide and newer:
        raise InputError(
            "{first} belongs to Leefbaarometer 2.0 and {second} to 3.0; their scores can't be compared. "
            "Import them one by one.",
            first=found.wide[0].table.source.label,
            second=newer[0],
        )
    if found.wide:
        found.model = load_model("lbm2")
        found.years[found.model.levels[0].id] = tuple(sorted({y for wide in found.wide for _, y in wide.columns}))
    elif not newer:
        hint = ", ".join(["grid_id", "jaar", "lbm", "afw", *(theme.id for theme in found.model.dimensions)])
        if found.outlines or found.counts:
            raise InputError(
                "The files hold outlines or counts, but no scores. Add the file with scores, with columns {columns}.",
                columns=hint,
            )
        for fault in found.unused:
            if isinstance(why := fault.values.get("why"), InputError):
                raise why
        raise InputError(
            "No scores were found in {files}; expected is a table with columns {columns}.",
            files=", ".join(found.ignored) or "-",
            columns=hint,
        )


def _add_service_years(found: Inspection, source: Source, layer: VectorLayer) -> None:
    for scale, (features, years) in service_summary(layer, found.model).items():
        if scale in found.tables or (scale in found.years and set(found.years[scale]) != set(years)):
            raise InputError(
                "{file} holds scores of {level} that another file holds too. Choose one.",
                file=source.label,
                level=scale,
            )
        found.years[scale] = years
        if scale == GRID:
            found.squares += features


def _add_periods(found: Inspection, level: str, development: DevelopmentTable) -> None:
    """Look which pairs of years a table of change has; one that can't be used is left, and named."""
    try:
        found.periods[level] = sample_periods(development)
    except InputError as problem:
        del found.developments[level]
        found.leave(development.table.source, problem)


def _count_squares(found: Inspection) -> None:
    outlines = found.outlines.get(GRID)
    if GRID in found.years and outlines is not None:
        found.squares = outlines[1].features
        found.squares_exact = True


def _list_gemeenten(found: Inspection) -> None:
    if "gemeente" in found.areas:
        scores = found.areas["gemeente"][1]
        found.gemeenten = list(zip(scores.code, scores.name, strict=True))
    elif "gemeente" in found.outlines:
        outlines = read_outlines(found.outlines["gemeente"][1])
        found.gemeenten = list(zip(outlines.code, outlines.name, strict=True))
    found.gemeenten.sort(key=lambda pair: pair[1] or pair[0])
