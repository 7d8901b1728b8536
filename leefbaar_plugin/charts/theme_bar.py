# SPDX-License-Identifier: GPL-2.0-or-later
"""Choice of a theme: six buttons beside each other, an icon with a short name under it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QEvent, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QFontMetricsF
from qgis.PyQt.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ..plain_text import as_tip
from ..translation import tr
from .tinted_icon import tinted_icon

THEMES = ("lbm", "fys", "onv", "soc", "vrz", "won")
_ICON = 20
_SMALL = 0.86
_ROOM = 6.0


@dataclass(frozen=True)
class ThemeChoice:
    """A theme: id, short name for the button, full name and note for tooltip and screen reader, its icon file."""

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

    def set_themes(self, choices: tuple[ThemeChoice, ...], theme: str = "") -> None:
        """Makes a button per theme and chooses one, the first when none is given."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._choices = {choice.id: choice for choice in choices}
        self._buttons = {choice.id: self._button(choice) for choice in choices}
        if choices:
            self.set_theme(theme or choices[0].id)
        self._fit()

    def set_theme(self, theme: str) -> None:
        """Chooses a theme; KeyError when the bar does not have it."""
        button = self._buttons[theme]
        self._silent = True
        button.setChecked(True)
        self._silent = False

    def _toggled(self, theme: str, checked: bool) -> None:
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
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setIcon(tinted_icon(choice.icon, self.palette()))
        button.setToolTip(as_tip(f"{choice.name}\n{choice.note}" if choice.note else choice.name))
        button.setAccessibleName(choice.name)
        button.setAccessibleDescription(choice.note)
        button.toggled.connect(lambda checked, theme=choice.id: self._toggled(theme, checked))
        self._group.addButton(button)
        self._row.addWidget(button, 1)
        return button

    def _fit(self) -> None:
        """Sets the names in a smaller font, a long one in a wider button, and shortens where the bar is too narrow."""
        if not self._buttons:
            return
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * _SMALL, 6.0))
        metrics = QFontMetricsF(font)
        widths = {theme: metrics.horizontalAdvance(self._choices[theme].short) for theme in self._buttons}
        between = self._row.spacing() * (len(widths) - 1)
        spare = (self.width() - between - sum(widths.values())) / len(widths)
        for theme, button in self._buttons.items():
            button.setFont(font)
            room = widths[theme] + spare if spare > 0 else (self.width() - between) / len(widths)
            self._row.setStretchFactor(button, max(round(room), 1))
            text = self._choices[theme].short
            button.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room - _ROOM, 0.0)))

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
            self._fit()
