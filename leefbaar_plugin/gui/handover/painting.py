# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS paints of a handing over: report, document, picture, and the layout to edit; a step per turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsPrintLayout, QgsProject
from qgis.PyQt.QtCore import QObject

from ... import settings
from ...engine.model import in_language
from ...layers.views import class_styles
from ...report.content import AreaReport, content_steps
from ...report.handover import report_title
from ...report.printing.drawing import Drawing, legend_drawing
from ...report.printing.layout import layout_steps, outline_layer
from ...report.printing.template import Template
from ...report.reporting import report_steps
from ...report.steps import Steps, part_of
from ...translation import language, tr
from ..messages import Messages
from ..session import Session
from ..work import Background
from .making import Gathered

_CONTENTS = 0.15
"""Part of the time that texts and charts take."""


@dataclass(frozen=True)
class Style:
    """How reports look: their template, and the logo's file."""

    template: Template
    logo: str


class Painter(QObject):
    """Starts painting as work on a subject; what changes the map meanwhile ends it, for pages would differ."""

    def __init__(
        self, subject: str, session: Session, background: Background, messages: Messages, iface: Any, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._subject, self._session, self._iface = subject, session, iface
        self._background, self._messages = background, messages
        self._shown: frozenset[str] | None = None
        for signal in (session.pack_changed, session.view_changed):
            signal.connect(self._spoil)
        background.ended.connect(self._over)
        self._project = QgsProject.instance()
        self._project.layersWillBeRemoved.connect(self._spoil)

    def disconnect_project(self) -> None:
        """Follow the project no longer."""
        self._project.layersWillBeRemoved.disconnect(self._spoil)

    def files(
        self,
        paths: Sequence[Path],
        gathered: Gathered,
        style: Style,
        done: Callable[[list[Path]], None],
        failed: Callable[[BaseException, list[Path]], None],
    ) -> None:
        """Write the files; `done` gets them, `failed` the error and those that were written before it."""
        written: list[Path] = []

        def work(steps: Steps[list[AreaReport]], layers: Sequence[QgsMapLayer]) -> Steps[None]:
            reports = yield from part_of(steps, 0.0, _CONTENTS)
            each = (1.0 - _CONTENTS) / len(paths)
            for at, path in enumerate(paths):
                painted = report_steps(path, self._project, gathered.found, reports, style.template, layers)
                yield from part_of(painted, _CONTENTS + at * each, _CONTENTS + (at + 1) * each)
                written.append(path)

        layers = [outline_layer(gathered.found.areas), *self._layers()]
        steps = work(self._contents(gathered, style), layers)
        self._background.start_steps(
            self._subject, steps, lambda _none: done(written), lambda problem: failed(problem, written)
        )

    def layout(
        self,
        gathered: Gathered,
        style: Style,
        done: Callable[[QgsPrintLayout], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Lay out all areas in one layout of the project, which isn't in its manager yet."""
        manager, name = self._project.layoutManager(), report_title(gathered.found)
        if manager.layoutByName(name) is not None:
            name = f"{name} ({manager.generateUniqueTitle()})"

        def work(steps: Steps[list[AreaReport]], layers: Sequence[QgsMapLayer]) -> Steps[QgsPrintLayout]:
            reports = yield from part_of(steps, 0.0, _CONTENTS)
            painted = layout_steps(self._project, name, style.template, reports, layers)
            return (yield from part_of(painted, _CONTENTS, 1.0))

        self._background.start_steps(self._subject, work(self._contents(gathered, style), self._layers()), done, failed)

    def _contents(self, gathered: Gathered, style: Style) -> Steps[list[AreaReport]]:
        source, palette = settings.load().source_line, self._session.palette
        return content_steps(gathered.found, gathered.references, palette, source, style.logo, self._legend())

    def _legend(self) -> Drawing:
        """What the map shows now."""
        view = self._session.view
        title = f"{in_language(view.theme.name, language())}, {view.period}"
        return legend_drawing(title, class_styles(self._session.model, view, self._session.palette))

    def _layers(self) -> list[QgsMapLayer]:
        found = list(self._iface.mapCanvas().layers())
        self._shown = frozenset(layer.id() for layer in found)
        return found

    def _over(self, subject: str) -> None:
        if subject == self._subject and not self._background.is_running(subject):
            self._shown = None

    def _spoil(self, ids: Sequence[str] | None = None) -> None:
        """End what is under way when the map isn't the same any more: all of it, or layers of it go (`ids`)."""
        if self._shown is None or (ids is not None and self._shown.isdisjoint(ids)):
            return
        self._shown = None
        self._background.cancel(self._subject)
        self._messages.warn(tr("The map changed while the report was being made, so it was stopped. Make it again."))
