# SPDX-License-Identifier: GPL-2.0-or-later
"""The official areas of an import, made beside its squares in a second thread, as far as memory allows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from types import TracebackType
from typing import Any

from .. import digests
from ..files.free_memory import give_back
from ..files.progress import Progress, part, report
from ..inhabitants import Counter
from ..official import AROUND, GEMEENTE
from ..official_changes import ENTRY, changes_file
from ..outlines.unions import made_outlines
from ..reading.developments import LevelChanges, read_development
from ..reading.inspection import Inspection
from ..reading.scores import GRID, LevelScores
from ..reading.selection import Selection
from ..reading.vectors import Outlines
from ..schema import AREAS_FILE, DIGESTS
from .areas import write_areas, write_around

_UNITED, _CHANGES = 0.4, 0.7
"""Share of the time until outlines are made, and until the changes are read."""


class AreaImport:
    """Reads the changes of areas, makes outlines that lack, and writes all areas; a context, left when it has ended.

    Scores alone are done while the squares are read, which takes longer. Outlines take memory that isn't there then,
    and need the squares: they are asked for when those are written, as is `counter`, what counts the inhabitants of
    areas by them.
    """

    def __init__(
        self,
        found: Inspection,
        staging: Path,
        levels: Mapping[str, LevelScores],
        outlines: Callable[[], Mapping[str, Outlines]] | None,
        selection: Selection | None,
        counter: Callable[[], Counter | None],
    ) -> None:
        self._found, self._staging, self._selection, self._counter = found, staging, selection, counter
        self._levels, self._outlines = levels, outlines
        self._go, self._stopped = Event(), Event()
        self._needs_squares = found.counts is not None or selection is not None or outlines is not None
        if not self._needs_squares:
            self._go.set()
        self._told: SimpleQueue[float | None] = SimpleQueue()
        self._thread = ThreadPoolExecutor(1)
        self._made: Future[dict[str, Any]] = self._thread.submit(self._make)
        self._made.add_done_callback(lambda _: self._told.put(None))

    def __enter__(self) -> AreaImport:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _problem: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._stopped.set()
        self._go.set()
        self._thread.shutdown()

    def result(self, progress: Progress) -> dict[str, Any]:
        """The entries of pack.json that belong to the areas, when they are written; the squares are done with.

        InputError for a bad row of change; CancelledError, by `progress`, which is called in this thread.
        """
        self._go.set()
        while (fraction := self._told.get()) is not None:
            report(progress, fraction)
        return self._made.result()

    def _tell(self, fraction: float) -> bool:
        self._told.put(fraction)
        return not self._stopped.is_set()

    def _make(self) -> dict[str, Any]:
        self._go.wait()
        report(self._tell, 0.0)
        drawn = dict(self._outlines()) if self._outlines is not None else {}
        for shapes in made_outlines(self._levels, drawn, part(self._tell, 0.0, _UNITED)):
            drawn[shapes.level.id] = shapes
        give_back()
        changes: dict[str, LevelChanges] = {}
        tables = {level: table for level, table in self._found.developments.items() if level != GRID}
        for number, (level, table) in enumerate(tables.items()):
            report(self._tell, _UNITED + (_CHANGES - _UNITED) * number / len(tables))
            changes[level] = read_development(table)
            give_back()
        report(self._tell, _CHANGES)
        path, model = self._staging / AREAS_FILE, self._found.model
        counter = self._counter() if self._needs_squares else None  # without, they may still be written
        written, changed = write_areas(path, model, self._levels, drawn, self._selection, changes, counter)
        around = write_around(path, drawn.get(GEMEENTE), dict(self._found.gemeenten), self._selection)
        del drawn, changes
        give_back()
        names = [*map(changes_file, changed), *([AREAS_FILE] if path.is_file() else [])]
        told = {"levels": written, AROUND: around, DIGESTS: digests.written(self._staging, names)}
        return told | ({ENTRY: changed} if changed else {})
