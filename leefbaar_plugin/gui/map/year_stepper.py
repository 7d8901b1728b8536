# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's temporal controller and the dock in step: one frame per year of measurement, however irregular these are."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qgis.core import Qgis, QgsDateTimeRange, QgsInterval, QgsTemporalNavigationObject
from qgis.PyQt.QtCore import QObject

from ...layers import time_ranges
from ...layers.tree import our_layers
from ..session import Session


class _Before(NamedTuple):
    """How the controller was before we set it."""

    mode: Qgis.TemporalNavigationMode
    extents: QgsDateTimeRange
    duration: QgsInterval
    ranges: list[QgsDateTimeRange]


class YearStepper(QObject):
    """Off until `start`; `stop` gives the controller back as it was. `changed` is called when it goes on or off."""

    def __init__(
        self, session: Session, controller: QgsTemporalNavigationObject, changed: Callable[[bool], None]
    ) -> None:
        super().__init__()
        self._session = session
        self._controller = controller
        self._changed = changed
        self._before: _Before | None = None
        self._years: tuple[int, ...] = ()
        self._setting = False
        session.view_changed.connect(self._follow_session)
        session.pack_changed.connect(self.stop)
        controller.updateTemporalRange.connect(self._follow_controller)

    def disconnect_all(self) -> None:
        """Stop stepping and following."""
        self.stop()
        self._session.view_changed.disconnect(self._follow_session)
        self._session.pack_changed.disconnect(self.stop)
        self._controller.updateTemporalRange.disconnect(self._follow_controller)
        self.deleteLater()

    @property
    def is_on(self) -> bool:
        """Whether the controller steps through our years."""
        return self._before is not None

    def start(self) -> None:
        """Set the controller to our years, at the one that is shown; fine when it was already."""
        if self._session.pack is None or self.is_on:
            return
        controller = self._controller
        self._before = _Before(
            controller.navigationMode(),
            controller.temporalExtents(),
            controller.frameDuration(),
            controller.availableTemporalRanges(),
        )
        self._years = ()
        self._follow_session()
        self._changed(True)

    def stop(self) -> None:
        """Give the controller back and take our layers out of time; fine when it is off."""
        before, self._before = self._before, None
        time_ranges.clear(our_layers(self._session.project).values())
        if before is None:
            return
        controller = self._controller
        controller.pause()
        controller.setAvailableTemporalRanges(before.ranges)
        controller.setTemporalExtents(before.extents)
        controller.setFrameDuration(before.duration)
        controller.setNavigationMode(before.mode)
        self._changed(False)

    def _follow_session(self) -> None:
        """The controller to the year of the dock, and to its years when these became others."""
        session = self._session
        if not self.is_on or session.pack is None or self._setting:
            return
        self._setting = True
        try:
            if self._years != session.available_years():
                self._set_years(session.available_years())
            time_ranges.set_year(our_layers(session.project).values(), session.year)
            frame = self._years.index(session.year)
            if self._controller.currentFrameNumber() != frame:
                self._controller.setCurrentFrameNumber(frame)
        finally:
            self._setting = False

    def _set_years(self, years: tuple[int, ...]) -> None:
        self._years = years
        controller = self._controller
        controller.setNavigationMode(Qgis.TemporalNavigationMode.Animated)
        controller.setTemporalExtents(time_ranges.span_of(years))
        controller.setFrameDuration(QgsInterval(1, Qgis.TemporalUnit.IrregularStep))
        # last: the panel of the controller sets ranges of its own when it hears of the others
        controller.setAvailableTemporalRanges([time_ranges.range_of(year) for year in years])

    def _follow_controller(self, shown: QgsDateTimeRange) -> None:
        """The dock to the year of the controller; a moment that is none of our years changes nothing."""
        if not self.is_on or self._setting:
            return
        # its own signal of another mode carries an enum that PyQt can't hand over
        if self._controller.navigationMode() != Qgis.TemporalNavigationMode.Animated:
            self._turned_off()
            return
        year = time_ranges.year_of(shown)
        if year is None or year not in self._years or year == self._session.year:
            return
        self._setting = True
        try:
            self._session.set_year(year)
            time_ranges.set_year(our_layers(self._session.project).values(), year)
        finally:
            self._setting = False

    def _turned_off(self) -> None:
        """A user who turns the controller off in its panel turns us off as well."""
        self._before = None
        time_ranges.clear(our_layers(self._session.project).values())
        self._changed(False)
