# SPDX-License-Identifier: GPL-2.0-or-later
"""Choice of what the map shows: situation, development (with its first year) or deviation from the own gemeente."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ...analysis.derived import CHANGE, OWN_GEMEENTE
from ...engine.change.development import is_own_calculation
from ...layers.views import SITUATION
from ...plain_text import as_tip
from ...translation import tr
from ..session import Session
from ..widgets.elided import ElidedLabel
from ..widgets.elided_buttons import ElidedRadio


def view_name(kind: str) -> str:
    """Name of a view, as short as it stands on a button."""
    names = {SITUATION: tr("Situation"), CHANGE: tr("Development"), OWN_GEMEENTE: tr("Against own gemeente")}
    return names[kind]


class ViewChoice(QWidget):
    """Three choices of which one is taken, and a list of years; in step with the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(tr("What the map shows"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[str, QRadioButton] = {}
        self.since = QComboBox(self)
        self.since.setObjectName("LeefbaarometerSince")
        self.since.setAccessibleName(tr("First year of the development"))
        self.since.setToolTip(tr("First year of the development"))
        self.own = ElidedLabel(self, muted=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for kind in (SITUATION, CHANGE, OWN_GEMEENTE):
            row = QHBoxLayout()
            row.addWidget(self._button(kind))
            if kind == CHANGE:
                row.addWidget(self.since)
                row.addWidget(self.own, 1)
            row.addStretch(0 if kind == CHANGE else 1)
            rows.addLayout(row)
        self._show_period(False)
        self.since.activated.connect(lambda index: session.set_since(self.since.itemData(index)))

    def _button(self, kind: str) -> QRadioButton:
        button = ElidedRadio(parent=self)
        button.setObjectName(f"LeefbaarometerView_{kind}")
        button.clicked.connect(lambda _checked, chosen=kind: self._session.set_kind(chosen))
        self._group.addButton(button)
        self.buttons[kind] = button
        return button

    def follow(self) -> None:
        """Show what the session shows."""
        session = self._session
        if session.pack is None:
            return
        names = {
            SITUATION: tr("Situation in {year}").format(year=session.year),
            CHANGE: tr("Development since"),
            OWN_GEMEENTE: tr("Difference with own gemeente"),
        }
        for kind, button in self.buttons.items():
            button.setText(names[kind])
            button.setEnabled(session.can_show(kind))
            button.setToolTip(as_tip(self._tip(kind)))
        self.buttons[session.kind].setChecked(True)
        is_change = session.kind == CHANGE
        self._show_period(is_change)
        if not is_change:
            return
        own = is_own_calculation(session.model, session.theme.id)
        self.own.set_texts("", tr("own calculation") if own else "")
        self.since.clear()
        for year in session.earlier_years():
            self.since.addItem(str(year), year)
        self.since.setCurrentIndex(self.since.findData(session.since))

    def _show_period(self, visible: bool) -> None:
        self.since.setVisible(visible)
        self.own.setVisible(visible)

    def _tip(self, kind: str) -> str:
        session = self._session
        if kind == CHANGE:
            if not session.can_show(kind):
                return tr("These data have only one year with scores of this theme.")
            tip = tr("Change between two years, in classes around no change")
            own = is_own_calculation(session.model, session.theme.id)
            return f"{tip} ({tr('own calculation')})" if own else tip
        if kind == OWN_GEMEENTE:
            if not session.can_show(kind):
                return tr("These data have no gemeenten to compare with.")
            return tr("Score minus that of the gemeente in the same year") + f" ({tr('own calculation')})"
        return tr("Scores of one year, in the official classes")
