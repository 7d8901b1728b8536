# SPDX-License-Identifier: GPL-2.0-or-later
"""Choose official or own areas, in a list or on the map, and take them over: separately or as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ... import settings
from ...analysis.marks import marks_of
from ...layers import tree
from ...layers.areas.area_geometry import combined_name
from ...layers.level_names import level_name
from ...layers.marks import short_note
from ...pack.name_search import folded
from ...pack.official import AreaName, read_names
from ...pack.official_scores import official_scores
from ...pack.pack import Pack
from ...plain_text import PlainLabel
from ...translation import sentence, tr
from ..session import Session
from ..widgets.tab_order import OrderedDialog
from ..work import Background
from .areas import Areas
from .official_model import OfficialModel

OWN = "own"
"""The user's own areas, as a level beside the official ones."""
_FINE_TO_COARSE = ("buurt", "wijk", "pc4", "gemeente")
_SHOWN_NAMES = 4
_TYPING = 60
"""Milliseconds without another letter before the list follows: 14,000 names take a while to look through."""


@dataclass(frozen=True)
class AreasWanted:
    """Areas of a level that are wanted: as one area with a name, or separately (`as_one` False)."""

    level: str
    areas: tuple[AreaName, ...]
    as_one: bool
    name: str


class CombineDialog(OrderedDialog):
    """Sends `wanted` with a `AreasWanted`. Ticks in the list and QGIS's selection in the layer of the level are one."""

    wanted = pyqtSignal(object)

    def __init__(
        self, session: Session, areas: Areas, background: Background, iface: Any, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("LeefbaarometerCombineDialog")
        self.setWindowTitle(tr("Combine areas"))
        self._session, self._areas, self._background, self._iface = session, areas, background, iface
        self._layer: QgsVectorLayer | None = None
        self._level_before: str | None = None
        self._gone = False
        self.model = OfficialModel(self)
        self.levels = QComboBox(self)
        self.levels.setObjectName("LeefbaarometerCombineLevel")
        self.search = QLineEdit(self)
        self.search.setObjectName("LeefbaarometerCombineSearch")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Name, gemeente or code"))
        self.search.setAccessibleName(tr("Search"))
        self.list = QListView(self)
        self.list.setObjectName("LeefbaarometerCombineList")
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Areas to combine"))
        self.on_map = QPushButton(tr("Select on the &map"), self)
        self.on_map.setObjectName("LeefbaarometerCombineOnMap")
        self.on_map.setToolTip(
            tr("Show this level on the map and select with QGIS's own tools; Shift adds, Ctrl removes")
        )
        self.summary = PlainLabel(self)
        self.summary.setWordWrap(True)
        self.name = QLineEdit(self)
        self.name.setObjectName("LeefbaarometerCombineName")
        self._build()
        self._connect()

    def _build(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.as_one = buttons.addButton(tr("Add as &one area"), role)
        self.as_one.setObjectName("LeefbaarometerCombineAsOne")
        self.separately = buttons.addButton(tr("Add &separately"), role)
        self.separately.setObjectName("LeefbaarometerCombineSeparately")
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("&Level"), self.levels)
        form.addRow(tr("Se&arch"), self.search)
        named = QFormLayout()
        named.addRow(tr("&Name"), self.name)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.list, 1)
        column.addWidget(self.on_map)
        column.addWidget(self.summary)
        column.addLayout(named)
        column.addWidget(buttons)
        self.resize(360, 460)

    def _connect(self) -> None:
        self.levels.currentIndexChanged.connect(self._take_level)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPING)
        self._typed.timeout.connect(lambda: self.model.set_words(self.search.text()))
        self.search.textChanged.connect(self._typed.start)
        self.model.chosen_changed.connect(self._on_chosen)
        self.on_map.clicked.connect(self._select_on_map)
        self.as_one.clicked.connect(lambda: self._ask(True))
        self.separately.clicked.connect(lambda: self._ask(False))
        self.finished.connect(self._leave)
        self._session.pack_changed.connect(self._on_pack)

    def open(self) -> None:
        """Show the dialog beside the map, with what is selected there."""
        self.name.clear()
        self.search.clear()
        self.fill_levels()
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    def _on_pack(self) -> None:
        if self.isVisible():
            self.fill_levels()

    def fill_levels(self) -> None:
        """Offer the levels of the open pack, the one with a selection or else the finest first."""
        pack = self._session.pack
        there = [level for level in _FINE_TO_COARSE if level in pack.levels] if pack is not None else []
        layers = tree.our_layers(self._session.project)
        selected = [one for one in there if one in layers and layers[one].selectedFeatureCount()]
        self.levels.blockSignals(True)
        self.levels.clear()
        for level in there:
            name = level_name(pack, level) if pack is not None else level
            self.levels.addItem(sentence(name), level)
        if there and len(self._areas.names()) > 1:
            self.levels.addItem(tr("Project areas"), OWN)
        self.levels.setCurrentIndex(self.levels.findData(selected[0]) if selected else 0 if there else -1)
        self.levels.blockSignals(False)
        self._take_level()

    def _take_level(self, _index: int = 0) -> None:
        self._follow(None)
        self.model.set_areas(())
        pack, level = self._session.pack, self.levels.currentData()
        self._on_chosen()
        if pack is None or level is None:
            return
        if level == OWN:
            names = self._areas.names().items()
            self._show([AreaName(OWN, fid, "", name, "", folded(name), folded(name)) for fid, name in names])
            return
        if self._level_before is not None:
            self._session.set_level(level)
        title = tr("Leefbaarometer: reading names")
        small = settings.load().smallest_inhabitants
        self._background.start(
            "official", title, lambda _progress: _with_notes(pack, level, small), self._show, self._fail
        )

    def _show(self, areas: Sequence[AreaName]) -> None:
        self.model.set_areas([area for area in areas if area.drawn])
        level = self.levels.currentData()
        layer = self._areas.layer if level == OWN else tree.our_layers(self._session.project).get(level)
        if isinstance(layer, QgsVectorLayer):
            self._follow(layer)
            self.model.set_chosen(layer.selectedFeatureIds())

    def _fail(self, _problem: BaseException) -> None:
        if not self._gone:
            self.summary.setText(tr("The names can't be read."))

    def _follow(self, layer: QgsVectorLayer | None) -> None:
        """Keep ticks and the selection in this layer the same."""
        if self._layer is not None:
            self._layer.selectionChanged.disconnect(self._on_selected)
            self._layer.willBeDeleted.disconnect(self._forget_layer)
        self._layer = layer
        if layer is not None:
            layer.selectionChanged.connect(self._on_selected)
            layer.willBeDeleted.connect(self._forget_layer)

    def _forget_layer(self) -> None:
        self._layer = None  # its connections go with it

    def _on_selected(self, *_what: object) -> None:
        if self._layer is not None:
            self.model.set_chosen(self._layer.selectedFeatureIds())

    def _on_chosen(self) -> None:
        chosen = self.model.chosen()
        fids = [area.fid for area in chosen]
        if self._layer is not None and set(self._layer.selectedFeatureIds()) != set(fids):
            self._layer.selectByIds(fids)
        names = [area.name for area in chosen]
        self.name.setPlaceholderText(combined_name(names, tr("{count} more")))
        own = self.levels.currentData() == OWN
        self.as_one.setEnabled(len(chosen) > own)
        self.separately.setEnabled(len(chosen) > 1 and not own)
        shown = ", ".join(names[:_SHOWN_NAMES]) + (" …" if len(names) > _SHOWN_NAMES else "")
        text = tr("{count} chosen: {names}").format(count=len(names), names=shown)
        self.summary.setText(text if names else tr("Tick areas in the list, or select them on the map."))

    def _select_on_map(self) -> None:
        """The level alone on the map, its layer active, and QGIS's own selection tool."""
        if self._layer is None:
            return
        if self.levels.currentData() != OWN:
            if self._level_before is None:
                self._level_before = self._session.level
            self._session.set_level(self.levels.currentData())
        self.search.clear()  # what is selected comes first in the whole list
        self._iface.setActiveLayer(self._layer)
        self._iface.actionSelect().trigger()

    def _ask(self, as_one: bool) -> None:
        chosen = tuple(self.model.chosen())
        if chosen:
            name = self.name.text().strip() or self.name.placeholderText()
            self.wanted.emit(AreasWanted(self.levels.currentData(), chosen, as_one, name))
            self.accept()

    def _leave(self, _result: int = 0) -> None:
        """Put the map back as it was: no selection, and the level that was shown."""
        if self._layer is not None:
            self._layer.removeSelection()
        self._follow(None)
        if self._level_before is not None and self._session.pack is not None:
            self._session.set_level(self._level_before)
        self._level_before = None

    def let_go(self) -> None:
        """Stop following session and layer, before the dialog goes."""
        self._gone = True
        self._session.pack_changed.disconnect(self._on_pack)
        self._background.cancel("official")
        self._leave()


def _with_notes(pack: Pack, level: str, small: float) -> list[AreaName]:
    """Names of the areas of a level, with what has to be told of them."""
    areas = read_names(pack, [level])
    marks = marks_of(pack, official_scores(pack).of_codes(level, [area.code for area in areas]))
    return [replace(area, note=short_note(marks, row, small)) for row, area in enumerate(areas)]
