# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of the current area, or of the sketch of one: measured at once, or when its outline is repaired."""

from __future__ import annotations

from collections.abc import Callable

from ...analysis.measure import Measurement
from ...engine.areas.figures import AreaFigures, figures_of
from ...engine.errors import CancelledError, LeefbaarError
from ...pack.official_scores import OfficialArea
from ...pack.outlines.geometry import make_valid
from ...pack.outlines.repair import takes_long
from ...translation import tr
from ..session import Session
from ..work import Background

_SUBJECT = "repair"


class Measuring:
    """Measures one outline (WKB in EPSG:28992); `changed` is called when figures that took long are there.

    `failed` gets an error to show, once for every outline.
    """

    def __init__(
        self, session: Session, changed: Callable[[], object], failed: Callable[[BaseException], object]
    ) -> None:
        self.background: Background | None = None
        self._session, self._changed, self._failed = session, changed, failed
        self._measured: Measurement | None = None
        self._sketched: Measurement | None = None
        self._figures: tuple[Measurement, int, AreaFigures] | None = None
        self._sketch: bytes | None = None
        self._repairing: bytes | None = None
        self._given_up: bytes | None = None
        self._told: bytes | None = None

    @property
    def has_sketch(self) -> bool:
        """Whether the figures are those of an area that is still being drawn."""
        return self._sketched is not None

    @property
    def sketch(self) -> bytes | None:
        """Outline of what is being drawn, when it is measured."""
        return self._sketch

    @property
    def is_repairing(self) -> bool:
        """Whether the figures wait for the repair of an outline that crosses itself many times."""
        return self._repairing is not None

    @property
    def repaired(self) -> bool:
        """Whether what is measured is an invalid polygon that was repaired for it."""
        measured = self._sketched or self._measured
        return measured is not None and bool(measured.repaired)

    @property
    def official(self) -> OfficialArea | None:
        """The official area that the current one is, by its outline; None for one that is none, and for a sketch."""
        measured = self._measured if self._sketched is None else None
        return measured.official[0] if measured is not None and measured.official else None

    def figures(self) -> AreaFigures | None:
        """Figures in the year that is shown; None without any."""
        measured = self._sketched or self._measured
        if measured is None or self._session.pack is None:
            return None
        year, known = self._session.year, self._figures
        if known is None or known[0] is not measured or known[1] != year:
            known = self._figures = measured, year, figures_of(self._session.model, measured.scores, 0, year)
        return known[2]

    def measure(self, outline: bytes | None, name: str = "") -> None:
        """Measure an area of this name; what took its place isn't waited for. A sketch gives way."""
        self._measured = self._sketched = None
        self._sketch = None  # else its outline would stand for that of the next area
        self._stop_repair(outline)
        if outline is None or not self._can_measure() or outline in (self._repairing, self._given_up):
            return
        try:
            if self.background is not None and takes_long(outline, self._session.recipe.fill_rule):
                self._repair(outline, self.background)
                return
            self._measured = self._session.measurer.measure([outline], None, [(name,)])
        except LeefbaarError as problem:
            if outline != self._told:
                self._told = outline
                self._failed(problem)

    def measure_sketch(self, sketch: bytes | None) -> None:
        """Measure what is being drawn; None ends that."""
        self._sketched = self._sketch = None
        if sketch is None or not self._can_measure() or takes_long(sketch, self._session.recipe.fill_rule):
            return
        try:
            self._sketched = self._session.measurer.measure([sketch])
            self._sketch = sketch
        except LeefbaarError:
            return  # such as two corners on one place: the next move may do better

    def _can_measure(self) -> bool:
        pack = self._session.pack
        return pack is not None and pack.grid is not None

    def _stop_repair(self, outline: bytes | None) -> None:
        if self._repairing is not None and outline != self._repairing and self.background is not None:
            self._repairing = None
            self.background.cancel(_SUBJECT)
        if outline != self._given_up:
            self._given_up = None

    def _repair(self, outline: bytes, background: Background) -> None:
        self._repairing = outline
        fill_rule = self._session.recipe.fill_rule

        def done(_result: object) -> None:
            if self._repairing == outline:
                self._repairing = None
                self._changed()

        def failed(problem: BaseException) -> None:
            if self._repairing == outline:
                self._repairing, self._given_up = None, outline
                self._failed(problem)
                self._changed()
            elif not isinstance(problem, CancelledError):
                self._failed(problem)

        title = tr("Leefbaarometer: repairing an outline that crosses itself")
        background.start(_SUBJECT, title, lambda progress: make_valid([outline], fill_rule, progress), done, failed)
