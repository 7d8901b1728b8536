# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of the page "Find": areas with one state, what can be done with them, and why one was found."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QToolButton, QVBoxLayout, QWidget

from ... import settings
from ...analysis.signals.findings import Findings
from ...charts.class_chip import ClassChipData
from ...engine.model import in_language
from ...engine.signals.judge import FOUND, NOT_FOUND, UNKNOWN
from ...layers.marks import mark_sentence
from ...plain_text import as_tip
from ...translation import language, sentence, tr
from ...words import formats
from ..session import Session
from ..widgets.elided import ElidedButton, ElidedCombo, ElidedLabel
from ..widgets.terms import say_copied
from ..widgets.wheel_guard import WheelGuard
from .results import FindResults
from .table import FindTable
from .words import FindWhy

_STATES = (FOUND, UNKNOWN, NOT_FOUND)
_LEAST_STATES = 80


class FindList(QWidget):
    """Shows findings: those found, or those that weren't, or can't be judged."""

    def __init__(self, session: Session, results: FindResults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._results = session, results
        self._findings: Findings | None = None
        self._at_first = -1
        self.states = ElidedCombo(self)
        self.states.setObjectName("LeefbaarometerFindStates")
        self.states.setAccessibleName(tr("Which areas the list shows"))
        WheelGuard(self).guard(self.states)
        self.table = FindTable(self)
        self.theme = ElidedLabel(self, muted=True)
        self.theme.setObjectName("LeefbaarometerFindTheme")
        self.why = FindWhy(self)
        tip = tr("All figures of the chosen area, on the page Area")
        self.figures = self._button(tr("Figures"), "LeefbaarometerFindFigures", tip)
        self.zoom = self._button(tr("Zoom"), "LeefbaarometerFindZoom", tr("Zoom to the area and flash it (Enter)"))
        self.layer = self._button(
            tr("As layer"), "LeefbaarometerFindLayer", tr("Store the areas of the list as a layer of the project")
        )
        self.use = self._button(
            tr("As area"), "LeefbaarometerFindUse", tr("Store the chosen areas among the project areas")
        )
        self.copy = self._button(tr("Copy"), "LeefbaarometerFindCopy", tr("Put the list on the clipboard (Ctrl+C)"))
        self._build()
        self.table.taken.connect(self._turned)
        self.states.activated.connect(lambda _at: self._show_state())
        self.table.activated_at.connect(self._zoom_to)
        self.table.chosen.connect(self._show_why)
        self.table.copy_wanted.connect(lambda: self._copy(self.table.selected_places()))
        self.zoom.clicked.connect(lambda _checked: self._zoom_to(self.table.current_place()))
        self.layer.clicked.connect(lambda _checked: self._do(lambda f: results.add_layer(f, self.table.rows.places())))
        self.use.clicked.connect(lambda _checked: self._do(self._use_as_areas))
        self.copy.clicked.connect(lambda _checked: self._copy(self.table.rows.places()))
        results.copied.connect(lambda: say_copied(self.copy))

    def _button(self, text: str, name: str, tip: str) -> QToolButton:
        button = ElidedButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(as_tip(tip))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _build(self) -> None:
        self.states.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.states.setMinimumWidth(_LEAST_STATES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.theme)
        column.addWidget(self.table)
        column.addWidget(self.why)

    def show_findings(self, findings: Findings) -> None:
        """Show findings; the state that is listed and the chosen area stay, where they can."""
        self._fill_states(findings)
        self._findings = findings
        self._show_state()

    def _turned(self, _row: int) -> None:
        """The user chose: the row stays chosen where another list has it too."""
        self._at_first = -1

    def _fill_states(self, findings: Findings) -> None:
        """What the list can show, with numbers; what there is none of isn't offered, except what was found."""
        chosen = self.states.currentData()
        titles = {
            FOUND: tr("Found: {count}"),
            UNKNOWN: tr("Can't be judged: {count}"),
            NOT_FOUND: tr("Not found: {count}"),
        }
        self.states.clear()
        for state in _STATES:
            count = findings.count(state)
            if count or state == FOUND:
                self.states.addItem(titles[state].format(count=formats.count(count)), state)
        self.states.setCurrentIndex(max(self.states.findData(chosen), 0))

    def _show_state(self) -> None:
        findings, before = self._findings, self.table.rows.findings
        if findings is None:
            return
        place = self.table.current_place()
        if before is None or before.areas.name != findings.areas.name or place == self._at_first:
            place = -1  # the first row was nobody's choice: of another list it is the first again
        pack = self._session.pack
        gemeenten = dict(pack.info["gemeenten"]) if pack is not None else {}
        small = settings.load().smallest_inhabitants
        theme = self._session.theme if self._session.pack is not None else None
        dimension = theme if theme is not None and theme.id != findings.model.total.id else None
        state = self.states.currentData()
        self.table.rows.show_findings(findings, self._session.palette, gemeenten, state, small, dimension)
        self._say_theme(findings)
        self.table.arrange()
        self.table.select_place(place)
        self._at_first = self.table.current_place() if place < 0 else -1
        for widget in (self.figures, self.zoom, self.layer, self.use, self.copy):
            widget.setEnabled(self.table.rows.rowCount() > 0)
        self._show_why()

    def _say_theme(self, findings: Findings) -> None:
        """Beside a dimension, that the rule is about something else."""
        theme = self.table.rows.theme
        self.theme.setVisible(theme is not None)
        if theme is not None:
            text = tr("{theme} {year}, beside the total score; the rule decides which areas there are")
            name = sentence(in_language(theme.name, language()))
            self.theme.set_texts("", text.format(theme=name, year=findings.year))

    def _show_why(self) -> None:
        place, findings, model = self.table.current_place(), self._findings, self.table.rows
        self.why.setVisible(place >= 0)
        if place >= 0 and findings is not None:
            title = " · ".join(part for part in (model.name(place), model.gemeente(place)) if part)
            small = settings.load().smallest_inhabitants
            mark = mark_sentence(findings.marks, place, small)
            self.why.show_area(findings, place, title, self._chip(findings, place), mark)

    def _chip(self, findings: Findings, place: int) -> ClassChipData | None:
        year = findings.figures.years.index(findings.year)
        number = int(findings.figures.classes[place, year])
        if not number:
            return None
        name = findings.model.total_classification.name(number, language())
        certain = bool(findings.figures.certain[place, year])
        return ClassChipData(number, name, self._session.palette.colours[number - 1], certain=certain)

    def _zoom_to(self, place: int) -> None:
        if place >= 0:
            self._do(lambda findings: self._results.zoom(findings, place))

    def _do(self, action: Callable[[Findings], object]) -> None:
        if self._findings is not None:
            action(self._findings)

    def _use_as_areas(self, findings: Findings) -> None:
        self._results.use_as_areas(findings, self.table.rows, self.table.selected_places())

    def _copy(self, places: list[int]) -> None:
        if places:
            self._do(lambda findings: self._results.copy(findings, self.table.rows, places))
