# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of change and the card of a place: a row leads to its card, and a card to the change of its place."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...analysis.change.change_view import ChangeView
from ...analysis.comparison import FIRST_GUEST, OwnArea
from ...analysis.places import Place
from ..places import PlaceReading
from .controls import PLACE, ChangeControls


class ChangeCard(QObject):
    """`changed` is sent when the place that the page is about is another one, or there is none any more."""

    changed = pyqtSignal()

    def __init__(self, places: PlaceReading, controls: ChangeControls) -> None:
        super().__init__(controls)
        self.places, self._controls = places, controls
        self._code = ""
        places.changed.connect(self._follow)

    def _measurable(self) -> Place | None:
        """The place, where its squares can be measured."""
        place = self.places.place
        return place if place is not None and place.outline is not None and self.places.has_squares else None

    def _follow(self) -> None:
        place = self._measurable()
        self._controls.offer_place(place.name if place is not None else "")
        if self._controls.chosen == PLACE:
            self.changed.emit()

    def area(self) -> tuple[OwnArea, ...]:
        """The place as what the page is about; empty without one."""
        place = self._measurable()
        return (OwnArea(FIRST_GUEST, place.name, place.outline),) if place is not None else ()

    def carry_over(self) -> None:
        """Be about the place: by its squares, else as the row of its level."""
        place = self.places.place
        if place is None:
            return
        self._follow()
        self._controls.follow()
        if self._measurable() is not None:
            self._controls.choose(PLACE)
        else:
            self._code = place.code
            self._controls.choose(place.level)

    def row_wanted(self, view: ChangeView) -> int | None:
        """Row of the place that was carried over, once; None for none."""
        code, self._code = self._code, ""
        return view.keys.index(code) if code and code in view.keys else None

    def take(self, view: ChangeView, row: int) -> None:
        """Show the card of a row."""
        key = view.keys[row]
        if not isinstance(key, int):
            self.places.take_row(view.subject, key, view.names[row], view.outlines[row])
        elif key >= 0:
            self.places.take_own(key)
