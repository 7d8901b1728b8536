# SPDX-License-Identifier: GPL-2.0-or-later
"""A small player that goes through the years on the map, one at a time."""

from __future__ import annotations

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from ...charts.painting.tinted_icon import tinted_icon
from ...pack.files.resources import resource_path
from ...plain_text import PlainLabel, as_tip
from ...translation import tr
from ..session import Session

_SECONDS = (0.5, 1.0, 2.0, 4.0)


class YearPlayer(QWidget):
    """Back, play and forward; `playing_changed` tells whether it plays."""

    playing_changed = pyqtSignal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.back = self._button("back", "Back", tr("The year before"))
        self.play = self._button("play", "Play", tr("Go through the years"))
        self.play.setCheckable(True)
        self.forward = self._button("forward", "Forward", tr("The next year"))
        self.place = PlainLabel(self)
        self.place.setObjectName("LeefbaarometerPlayPlace")
        self.speed = QComboBox(self)
        self.speed.setObjectName("LeefbaarometerPlaySpeed")
        self.speed.setAccessibleName(tr("Seconds for a year"))
        self.speed.setToolTip(tr("Seconds for a year"))
        for seconds in _SECONDS:
            self.speed.addItem(tr("{seconds} s").format(seconds=self.locale().toString(seconds, "g", 2)), seconds)
        self.speed.setCurrentIndex(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.back, self.play, self.forward, self.place):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.speed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._go(1, around=True))
        self.back.clicked.connect(lambda _checked: self._go(-1))
        self.forward.clicked.connect(lambda _checked: self._go(1))
        self.play.toggled.connect(self._play)
        self.speed.activated.connect(lambda _at: self._timer.setInterval(self._interval()))

    def _button(self, icon: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"LeefbaarometerPlay{name}")
        button.setIcon(tinted_icon(resource_path("icons", f"{icon}.svg"), self.palette()))
        button.setToolTip(as_tip(tip))
        button.setAccessibleName(tip)
        return button

    def _interval(self) -> int:
        return round(1000 * float(self.speed.currentData()))

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Play no longer."""
        self.play.setChecked(False)

    def _play(self, wanted: bool) -> None:
        wanted = wanted and self._session.pack is not None
        icon = "pause" if wanted else "play"
        self.play.setIcon(tinted_icon(resource_path("icons", f"{icon}.svg"), self.palette()))
        if wanted:
            self._timer.start(self._interval())
        else:
            self._timer.stop()
        self.playing_changed.emit(wanted)

    def follow(self) -> None:
        """Show which of the years is on the map."""
        session = self._session
        if session.pack is None:
            self.stop()
            return
        years = session.available_years()
        at = years.index(session.year) if session.year in years else 0
        self.place.setText(tr("{place} of {count}").format(place=at + 1, count=len(years)))
        self.back.setEnabled(at > 0)
        self.forward.setEnabled(at < len(years) - 1)

    def _go(self, steps: int, around: bool = False) -> None:
        session = self._session
        if session.pack is None:
            self.stop()
            return
        years = session.available_years()
        at = years.index(session.year) + steps if session.year in years else 0
        if around:
            at %= len(years)
        if 0 <= at < len(years):
            session.set_year(years[at])
