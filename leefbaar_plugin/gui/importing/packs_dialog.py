# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of known data packs: what they hold and where they are; open one, alone or beside another."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...layers.project.pack_groups import pack_folders
from ...plain_text import PlainLabel, as_tip
from ...translation import tr
from ..session import Session
from ..widgets.tab_order import OrderedDialog, named
from .known_packs import KnownPack, KnownPacks, day

_WIDTHS = (200, 110, 90)


class PacksDialog(OrderedDialog):
    """Not modal. `wanted` carries a folder and whether it is to come beside the open pack, `moved` a missing folder."""

    wanted = pyqtSignal(str, bool)
    moved = pyqtSignal(str)
    other_wanted = pyqtSignal()

    def __init__(self, known: KnownPacks, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LeefbaarometerPacks")
        self.setWindowTitle(tr("Open a data pack"))
        self._known = known
        self._session = session
        self._packs: list[KnownPack] = []
        self._build()
        known.changed.connect(self._fill)
        session.view_changed.connect(self._fill)
        session.pack_changed.connect(self._fill)
        self._fill()
        known.look()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        self.list = named(QTreeWidget(self), tr("Data packs"))
        self.list.setObjectName("LeefbaarometerPackList")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHeaderLabels([tr("Data pack"), tr("Edition"), tr("Opened"), tr("Folder")])
        header: QHeaderView = self.list.header()
        for at, width in enumerate(_WIDTHS):
            header.resizeSection(at, width)
        self.list.itemSelectionChanged.connect(self._show_state)
        self.list.itemActivated.connect(lambda _item, _column: self._open())
        column.addWidget(self.list, 1)
        self.note = PlainLabel(self)
        self.note.setWordWrap(True)
        column.addWidget(self.note)
        column.addLayout(self._buttons())
        self.resize(700, 380)

    def _buttons(self) -> QHBoxLayout:
        self.other = self._button("PackOther", tr("Other folder…"))
        self.forget = self._button("PackForget", tr("Take off the list"))
        self.beside = self._button("PackBeside", tr("Open beside it"))
        self.beside.setToolTip(
            tr("The pack that is open keeps its layers; this one gets a group of its own, and the panel shows it.")
        )
        box = QDialogButtonBox(self)
        self.open = box.addButton(tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.open.setObjectName("LeefbaarometerPackOpen")
        box.addButton(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        self.open.clicked.connect(lambda _checked=False: self._open())
        self.beside.clicked.connect(lambda _checked=False: self._open(beside=True))
        self.other.clicked.connect(lambda _checked=False: self._other())
        self.forget.clicked.connect(lambda _checked=False: self._forget())
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addWidget(self.forget)
        row.addStretch(1)
        row.addWidget(self.beside)
        row.addWidget(box)
        return row

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"Leefbaarometer{name}")
        button.setAutoDefault(False)
        return button

    def _fill(self) -> None:
        chosen = self._chosen()
        self._packs = self._known.packs
        current = self._session.pack.folder if self._session.pack is not None else None
        there = set(pack_folders(self._session.project).values())
        self.list.clear()
        for pack in self._packs:
            edition = " · ".join(part for part in (pack.model, pack.edition) if part)
            item = QTreeWidgetItem([pack.title(), edition, day(pack.opened), pack.folder])
            names = ", ".join(pack.names) or pack.title()
            for at, tip in enumerate((names, edition, pack.opened.replace("T", " "), pack.folder)):
                item.setToolTip(at, as_tip(tip))
            self._mark(item, pack, current, there)
            self.list.addTopLevelItem(item)
            if chosen is not None and pack.folder == chosen.folder:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self._packs:
            self.list.setCurrentItem(self.list.topLevelItem(0))
        self._show_state()

    def _mark(self, item: QTreeWidgetItem, pack: KnownPack, current: Path | None, there: set[Path]) -> None:
        """Say which pack the panel shows, which are in the project, and which aren't found."""
        word = ""
        if pack.path == current:
            word = tr("open")
        elif pack.path in there:
            word = tr("in this project")
        elif pack.there is False:
            word = tr("not found")
        if word:
            item.setText(2, word)
        if pack.path in there or pack.path == current:
            font = QFont(self.list.font())
            font.setBold(pack.path == current)
            for at in range(item.columnCount()):
                item.setFont(at, font)

    def _chosen(self) -> KnownPack | None:
        item = self.list.currentItem()
        at = self.list.indexOfTopLevelItem(item) if item is not None else -1
        return self._packs[at] if 0 <= at < len(self._packs) else None

    def _show_state(self) -> None:
        chosen, open_now = self._chosen(), self._session.pack
        there = set(pack_folders(self._session.project).values())
        missing = chosen is not None and chosen.there is False
        self.open.setText(tr("Point to it…") if missing else tr("Open"))
        self.open.setEnabled(chosen is not None)
        another = chosen is not None and open_now is not None and chosen.path not in {open_now.folder, *there}
        self.beside.setEnabled(another and not missing)
        self.forget.setEnabled(chosen is not None and bool(chosen.opened or missing))
        if not self._packs:
            self.note.setText(tr("No data packs are known here yet. Import data, or choose the folder of a pack."))
        elif chosen is not None and chosen.path in there and open_now is not None and chosen.path != open_now.folder:
            self.note.setText(tr("Its layers are in this project already; opening it makes the panel show it."))
        else:
            self.note.setText("")
        self.note.setVisible(bool(self.note.text()))

    def _open(self, beside: bool = False) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self.accept()
        if chosen.there is False:
            self.moved.emit(chosen.folder)
        else:
            self.wanted.emit(chosen.folder, beside)

    def _other(self) -> None:
        self.accept()
        self.other_wanted.emit()

    def _forget(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._known.forget(chosen.folder)
