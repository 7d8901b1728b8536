# SPDX-License-Identifier: GPL-2.0-or-later
"""Choice of a theme: six icons at fixed places, and the name of the chosen one behind them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QEvent, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ..plain_text import PlainLabel, as_tip
from ..translation import tr
from .painting.tinted_icon import tinted_icon

_HEIGHT, _WIDTH, _ICON = 1.87, 2.0, 1.35
"""Times the height of the font: of a button, and of its icon."""
_GAP = 6


@dataclass(frozen=True)
class ThemeChoice:
    """A theme: id, name that is shown where the full one doesn't fit, full name, note for the tip, its icon file."""

    id: str
    short: str
    name: str
    note: str
    icon: Path


class ThemeBar(QWidget):
    """Exclusive tool buttons; `theme_changed` carries the id a user chose, `set_theme` doesn't emit it."""

    theme_changed = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Theme"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choices: dict[str, ThemeChoice] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._silent = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self.name = PlainLabel(self)
        self.name.setObjectName("LeefbaarometerThemeName")
        self.name.setContentsMargins(_GAP, 0, 0, 0)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bold = self.name.font()
        bold.setBold(True)
        self.name.setFont(bold)
        self._row.addWidget(self.name, 1)

    def set_themes(self, choices: tuple[ThemeChoice, ...], theme: str = "") -> None:
        """Makes a button per theme, unless they are there, and chooses one, the first when none is given."""
        if choices and choices == tuple(self._choices.values()):
            self.set_theme(theme or choices[0].id)
            return
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._choices = {choice.id: choice for choice in choices}
        self._buttons = {choice.id: self._button(choice) for choice in choices}
        for place, button in enumerate(self._buttons.values()):
            self._row.insertWidget(place, button)
        if choices:
            self.set_theme(theme or choices[0].id)
        self._size()

    def set_theme(self, theme: str) -> None:
        """Chooses a theme; KeyError when the bar does not have it."""
        button = self._buttons[theme]
        self._silent = True
        button.setChecked(True)
        self._silent = False
        self._fit()

    def _toggled(self, theme: str, checked: bool) -> None:
        if checked:
            self._fit()
        if checked and not self._silent:
            self.theme_changed.emit(theme)

    def theme(self) -> str:
        """Id of the chosen theme; '' when there is none."""
        return next((theme for theme, button in self._buttons.items() if button.isChecked()), "")

    def button(self, theme: str) -> QToolButton:
        """The button of a theme; KeyError when the bar does not have it."""
        return self._buttons[theme]

    def _button(self, choice: ThemeChoice) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(choice.id)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIcon(tinted_icon(choice.icon, self.palette()))
        button.setToolTip(as_tip(f"{choice.name}\n{choice.note}" if choice.note else choice.name))
        button.setAccessibleName(choice.name)
        button.setAccessibleDescription(choice.note)
        button.toggled.connect(lambda checked, theme=choice.id: self._toggled(theme, checked))
        self._group.addButton(button)
        return button

    def _size(self) -> None:
        """Buttons as large as the font asks for."""
        height = self.fontMetrics().height()
        for button in self._buttons.values():
            button.setFixedSize(round(height * _WIDTH), round(height * _HEIGHT))
            button.setIconSize(QSize(round(height * _ICON), round(height * _ICON)))
        self._fit()

    def _fit(self) -> None:
        """The full name of the chosen theme, or the short one where that doesn't fit."""
        choice = self._choices.get(self.theme())
        if choice is None:
            return
        used = sum(button.width() + self._row.spacing() for button in self._buttons.values()) + _GAP
        self.name.setText(choice.name)
        self.name.setToolTip(as_tip(choice.name))
        if self.name.sizeHint().width() > self.width() - used:
            self.name.setText(choice.short)

    def resizeEvent(self, event: QEvent) -> None:
        """Fits the names to the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the window's font and colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for theme, button in self._buttons.items():
                button.setIcon(tinted_icon(self._choices[theme].icon, self.palette()))
        elif event.type() == QEvent.Type.FontChange:
            self._size()
