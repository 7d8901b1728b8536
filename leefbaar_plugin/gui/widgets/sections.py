# SPDX-License-Identifier: GPL-2.0-or-later
"""Sections of a page that fold: one that is opened comes into view, and the others close."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ..later import later
from ..pages import scroll_to
from .elided import ElidedButton

_SCOPE = "leefbaarometer"


class Section(QWidget):
    """A head to click and a body below it. `clicked` is sent when the user opens or closes it."""

    clicked = pyqtSignal()

    def __init__(self, section_id: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = section_id
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        self.head = ElidedButton(self)
        self.head.setObjectName(f"LeefbaarometerSection_{section_id}")
        self.head.setText(title)
        self.head.setCheckable(True)
        self.head.setAutoRaise(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.setStyleSheet("QToolButton { border: none; text-align: left; font-weight: bold; padding: 3px 0; }")
        self._frame = QWidget(self)
        self.body = QVBoxLayout(self._frame)
        self.body.setContentsMargins(0, 2, 0, 4)
        self.body.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (line, self.head, self._frame):
            column.addWidget(widget)
        self.head.clicked.connect(lambda _checked: self.clicked.emit())
        self.set_open(False)

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self.head.isChecked()

    def set_open(self, opened: bool) -> None:
        """Show or hide the body."""
        self.head.setChecked(opened)
        self.head.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._frame.setVisible(opened)

    def set_title(self, title: str) -> None:
        """Call it otherwise."""
        self.head.setText(title)


class Sections(QObject):
    """The sections of one page: opening one closes the others, unless Ctrl is held; kept in the project under `key`."""

    def __init__(self, project: QgsProject, key: str, first: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._key, self._first = project, key, first
        self._sections: list[Section] = []

    def add(self, section: Section) -> None:
        """Take a section."""
        self._sections.append(section)
        section.clicked.connect(lambda: self._clicked(section))

    def restore(self) -> None:
        """Open what was open in the project."""
        opened = self._project.readEntry(_SCOPE, self._key, self._first)[0].split(",")
        for section in self._sections:
            section.set_open(section.id in opened)

    def open_ids(self) -> list[str]:
        """The sections that are open."""
        return [section.id for section in self._sections if section.is_open]

    def show(self, section_id: str) -> None:
        """Open a section, and bring its head to the top of the page."""
        section = next(one for one in self._sections if one.id == section_id)
        section.set_open(True)
        self._clicked(section)

    def _clicked(self, section: Section) -> None:
        section.set_open(section.is_open)
        keep = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        if section.is_open and not keep:
            for other in self._sections:
                if other is not section:
                    other.set_open(False)
        opened = ",".join(self.open_ids())
        self._project.writeEntry(_SCOPE, self._key, opened or "-")
        if section.is_open:
            later(section, lambda: scroll_to(section))
