# SPDX-License-Identifier: GPL-2.0-or-later
"""The row of a scenario's name: choose another, rename it where it stands, undo, redo, and a menu."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from ...charts.painting.tinted_icon import tinted_icon
from ...pack.files.resources import resource_path
from ...plain_text import as_tip
from ...translation import tr
from ..widgets.wheel_guard import WheelGuard
from .files import ScenarioFiles
from .kept import KeptScenarios


class NameRow(QWidget):
    """Acts on the kept scenarios itself."""

    def __init__(
        self, kept: KeptScenarios, files: ScenarioFiles, guard: WheelGuard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kept, self._files = kept, files
        self.name = QComboBox(self)
        self.name.setObjectName("LeefbaarometerScenario")
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setCompleter(None)
        self.name.setMinimumContentsLength(6)
        self.name.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.name.setAccessibleName(tr("Scenario; type to rename it"))
        self.name.setToolTip(as_tip(tr("Choose another scenario, or type another name")))
        self.name.lineEdit().setPlaceholderText(tr("Move a slider: a scenario begins"))
        guard.guard(self.name)
        self.undo = self._button("undo", tr("Undo"))
        self.redo = self._button("redo", tr("Redo"))
        self.more = self._button("more", tr("Scenario: new, duplicate, delete"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = QMenu(self.more)
        self._fill()
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self.name, 1)
        for button in (self.undo, self.redo, self.more):
            row.addWidget(button)
        self.name.activated.connect(self._chosen)
        self.name.lineEdit().editingFinished.connect(self._renamed)
        self.undo.clicked.connect(lambda _checked=False: kept.undo())
        self.redo.clicked.connect(lambda _checked=False: kept.redo())

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"LeefbaarometerScenario_{icon}")
        button.setIcon(tinted_icon(resource_path("icons", f"{icon}.svg"), self.palette()))
        button.setToolTip(as_tip(text))
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _fill(self) -> None:
        kept = self._kept
        entries = (
            (tr("New scenario"), kept.add),
            (tr("Continue from this one"), lambda: kept.add(branch=True)),
            (tr("Duplicate"), kept.duplicate),
            (tr("Rename"), self._begin_renaming),
            (tr("Delete"), kept.delete),
        )
        self.actions_of = [self.menu.addAction(text) for text, _slot in entries]
        for action, (_text, slot) in zip(self.actions_of, entries, strict=True):
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
        self.menu.addSeparator()
        self.menu.addAction(tr("Open scenarios…")).triggered.connect(lambda _checked=False: self._files.ask_to_open())
        self.save = self.menu.addAction(tr("Save all scenarios…"))
        self.save.triggered.connect(lambda _checked=False: self._files.ask_to_save())

    def show_state(self) -> None:
        """Show which scenarios there are."""
        current, scenarios = self._kept.current, self._kept.book.scenarios
        wanted = [(one.id, one.name) for one in scenarios]
        if wanted != [(self.name.itemData(at), self.name.itemText(at)) for at in range(self.name.count())]:
            self.name.clear()
            for scenario_id, text in wanted:
                self.name.addItem(text, scenario_id)
        at = self.name.findData(current.id) if current is not None else -1
        self.name.setCurrentIndex(at)
        if not self.name.lineEdit().hasFocus():
            self.name.setEditText(current.name if current is not None else "")
        self.name.lineEdit().setReadOnly(current is None)
        self.undo.setEnabled(self._kept.can_undo)
        self.redo.setEnabled(self._kept.can_redo)
        for action in self.actions_of[1:]:
            action.setEnabled(current is not None)
        self.save.setEnabled(current is not None)

    def _chosen(self, at: int) -> None:
        self._kept.choose(str(self.name.itemData(at)))

    def _begin_renaming(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.lineEdit().selectAll()

    def _renamed(self) -> None:
        current = self._kept.current
        if current is not None and self.name.currentData() == current.id:
            self._kept.rename(self.name.currentText())
            current = self._kept.current
            self.name.setEditText(current.name if current is not None else "")


def menu_button(text: str, name: str, parent: QWidget) -> QToolButton:
    """A button that opens a menu."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setText(text)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setMenu(QMenu(button))
    return button


def caveat_tip() -> str:
    """What a worked example is, and what it is not."""
    return tr(
        "The Leefbaarometer is not a causal model: it doesn't say what a measure does. Here is reckoned what the score "
        "would be if a dimension were so many points higher or lower. The published figures stay as they are."
    )
