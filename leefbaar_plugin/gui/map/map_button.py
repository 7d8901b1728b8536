# SPDX-License-Identifier: GPL-2.0-or-later
"""The button of the map, its state in words, and behind it everything that is chosen for the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QPoint, QRect, Qt
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent
from qgis.PyQt.QtWidgets import QAction, QComboBox, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...charts.painting.tinted_icon import tinted_icon
from ...layers.choices import AUTOMATIC
from ...pack.files.resources import resource_path
from ...plain_text import PlainLabel, as_tip, caption
from ...translation import tr
from ..session import Session
from ..widgets.elided import ElidedButton
from ..widgets.tab_order import go_on
from ..widgets.terms import explain_by_terms
from .view_choice import ViewChoice, view_name
from .year_player import YearPlayer

_WIDTH = 300


class _ActionButton(QToolButton):
    """Reads an action, and is there as long as that is."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self.setDefaultAction(action)
        self.setIcon(action.icon())
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setVisible(self._action.isVisible())


class MapPanel(QFrame):
    """Stays open while it is used; Esc or a click elsewhere closes it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("LeefbaarometerMapPanel")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(tr("What the map shows"))
        self.views = ViewChoice(session, self)
        self.levels = QComboBox(self)
        self.levels.setObjectName("LeefbaarometerLevel")
        self.levels.setAccessibleName(tr("Map level"))
        self.levels.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        explain_by_terms(self.levels, "level")
        self.note = PlainLabel(self)
        self.note.setObjectName("LeefbaarometerLevelNote")
        self.note.setWordWrap(True)
        self.player = YearPlayer(session, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 8)
        self._column.setSpacing(4)
        self.add_part(tr("The map shows"), self.views)
        self.add_part(tr("Map level"), self.levels, self.note)
        self.add_part(tr("Through the years"), self.player)
        self.extras = QVBoxLayout()
        self.extras.setSpacing(2)
        self._column.addLayout(self.extras)
        self._column.addSpacing(4)

    def add_part(self, title: str, *widgets: QWidget) -> None:
        """Put a title with what belongs to it below the rest."""
        head = PlainLabel(title, self)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        self._column.addWidget(head)
        for widget in widgets:
            self._column.addWidget(widget)
        self._column.addSpacing(4)

    def add_action(self, action: QAction) -> None:
        """Put a button that reads an action at the end."""
        button = _ActionButton(action, self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column.addWidget(button)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's name
        """Tab goes in the order one sees; called by Qt."""
        return go_on(self, forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def open_below(self, button: QWidget) -> None:
        """Show it under a button, within the screen."""
        self.setMinimumWidth(max(_WIDTH, 24 * self.fontMetrics().averageCharWidth() * 2))
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height()))
        screen = QGuiApplication.screenAt(button.mapToGlobal(button.rect().center())) or QGuiApplication.primaryScreen()
        room: QRect = screen.availableGeometry()
        x = max(room.left(), min(corner.x(), room.right() - self.width()))
        y = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.views.setFocus()
        next((one for one in self.views.buttons.values() if one.isChecked()), self.levels).setFocus()


class MapButton(ElidedButton):
    """Reads what the map shows; a click opens the panel."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LeefbaarometerMapButton")
        self._session = session
        self.panel = MapPanel(session, self)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tint()
        self.clicked.connect(lambda _checked: self.panel.open_below(self))

    def _tint(self) -> None:
        self.setIcon(tinted_icon(resource_path("icons", "map.svg"), self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def show_state(self, level: str) -> None:
        """Say the view, and the name of the level unless it is by zoom; a triangle when a level has nothing to show."""
        session = self._session
        parts = [view_name(session.kind)]
        if session.level != AUTOMATIC and level:
            parts.append(level)
        text = " · ".join(parts)
        trouble = self.panel.note.text() if not self.panel.note.isHidden() else ""
        self.setText(caption(f"{text} ⚠" if trouble else text) + " ▾")
        self.setAccessibleName(tr("Map: {state}").format(state=text))
        tip = tr("What the map shows, and how: view, level, years, second map")
        self.setToolTip(as_tip("\n".join(part for part in (tip, trouble) if part)))
