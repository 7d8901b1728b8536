# SPDX-License-Identifier: GPL-2.0-or-later
"""Adding areas: a few at once; many in the background, with progress and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import QgsGeometry, QgsMapLayer, QgsProject

from ...engine.errors import InputError
from ...layers.areas.area_batch import write_areas
from ...layers.areas.area_file import file_of
from ...layers.areas.area_order import require_position
from ...layers.areas.area_rows import all_names, with_free_names
from ...layers.areas.area_store import AreaStore
from ...layers.areas.area_together import saved_together
from ...layers.areas.selected_areas import selected_areas
from ...translation import tr
from ..work import Background

if TYPE_CHECKING:
    from .areas import Areas

_SUBJECT = "add areas"
_AT_ONCE = 40
"""Areas that are stored in a few tenths of a second."""
Named = list[tuple[str, QgsGeometry]]


class Adding:
    """Adds to the areas of the project; without a `background` all at once."""

    def __init__(self, areas: Areas, project: QgsProject) -> None:
        self.background: Background | None = None
        self._areas, self._project = areas, project

    def begin_drawing(self, iface: Any) -> None:
        """Put the layer in edit mode, with QGIS's own tool; InputError when its file can't be written."""
        store = self._areas.require_store()
        iface.setActiveLayer(store.layer)
        store.begin_edit()
        iface.actionAddFeature().trigger()
        if saved_together(store.layer):
            self._areas.said.emit(
                tr("This project stores the edits of its layers together: what you draw is stored when you save them.")
            )

    def add(
        self,
        areas: Named,
        after: int | None = None,
        show: bool = True,
        then: Callable[[], object] | None = None,
        can_undo: bool = True,
    ) -> None:
        """Store areas under names that aren't taken, and go on with `then`; InputError when that can't be done.

        The last becomes the current area, unless `show` is False.
        """
        store = self._areas.require_store()
        named = with_free_names(areas, all_names(store.layer))
        if self.background is not None and len(named) > _AT_ONCE and after is None:
            self._add_many(store, named, partial(self._areas.show_added, show=show, can_undo=can_undo), then)
            return
        self._areas.show_added(lambda: store.add(named, after), show, can_undo)
        if then is not None:
            then()

    def _add_many(
        self,
        store: AreaStore,
        named: Named,
        show_added: Callable[[Callable[[], list[int]]], object],
        then: Callable[[], object] | None,
    ) -> None:
        background = self.background
        if background is None:
            return
        if background.is_running(_SUBJECT):
            raise InputError("Areas are being added already. Wait until that is done, or cancel it.")
        require_position(store.layer)
        path = file_of(store.layer)

        def done(fids: list[int]) -> None:
            if file_of(store.layer) == path:
                show_added(lambda: store.take_over(fids))
                if then is not None:
                    then()

        title = tr("Leefbaarometer: adding areas")
        background.start(
            _SUBJECT, title, lambda progress: write_areas(path, named, progress), done, self._areas.failed.emit
        )

    def duplicate(self) -> None:
        """Store a copy of the current area right behind it."""
        geometry, fid = self._areas.geometry(), self._areas.current
        if geometry is not None and fid is not None:
            name = tr("{name} (copy)").format(name=self._areas.names().get(fid, ""))
            self.add([(name, geometry)], after=fid)

    def take_away(self, fids: list[int]) -> None:
        """Delete areas that were added, as far as they are still there."""
        names = self._areas.names()
        there = [fid for fid in fids if fid in names]
        if there:
            self._areas.require_store().delete_many(there)

    def take_selected(self, layer: QgsMapLayer | None) -> None:
        """Store the selected polygons of any layer as areas of our own, under the names the layer shows for them."""
        if layer is not None and layer == self._areas.layer:
            raise InputError("These areas are project areas already. Choose another layer in the layer panel.")
        found = selected_areas(layer, self._project)
        left_out = layer.selectedFeatureCount() - len(found) if layer is not None else 0
        text = tr("Selected features without an outline, left out: {count}.").format(count=left_out)
        self.add(found, then=(lambda: self._areas.said.emit(text)) if left_out else None)
