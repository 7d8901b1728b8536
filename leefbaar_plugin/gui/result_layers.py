# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of the page of change as layers of the project: written in the background, coloured, with their recipe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsVectorLayer

from .. import settings
from ..engine.errors import InputError
from ..engine.model import in_language
from ..layers.attributes.results import Provenance, dress_result
from ..layers.fields import fields_of
from ..layers.project.found_layer import LAYER, about_found, add_to_project, discard, found_path, write_found
from ..layers.views import few_dwellings
from ..pack.files.progress import Progress
from ..translation import language, tr
from ..words.weights import weight_name
from ..words.wording import rule_name
from .messages import Messages
from .session import Session
from .work import Background

RECIPE_PROPERTY = "leefbaarometer/recipe"
_SUBJECT = "result layer"


@dataclass(frozen=True)
class LayerResult:
    """What becomes a layer: outlines (WKB in EPSG:28992) with columns of values, None for none, and how they were made.

    Coloured by the class of change with `by_change`, else by that of the total; of several years `year` is shown first.
    """

    title: str
    outlines: Sequence[bytes | None]
    columns: Mapping[str, Sequence[Any]]
    method: str
    by_change: bool
    year: int = 0


class ResultLayers:
    """Makes layers of results."""

    def __init__(self, session: Session, background: Background, messages: Messages) -> None:
        self._session, self._background, self._messages = session, background, messages

    def add(self, result: LayerResult) -> None:
        """Write a GeoPackage beside the project (else in the data folder), and add it."""
        session, pack = self._session, self._session.pack
        subject = f"{_SUBJECT} {result.title}"
        if self._background.is_running(subject):  # a double click
            return
        path = found_path(session.project, settings.load().folder, result.title)
        text = "\n".join([result.method, session.source_line(), in_language(session.model.caveat, language())])
        about = about_found(result.title, text, session.source_line())

        def write(progress: Progress) -> Path:
            write_found(path, fields_of(result.columns), result.outlines, result.columns, about, progress)
            return path

        def done(_path: Path) -> None:
            if session.pack is not pack:  # another project or other data by now
                discard(path)
                return
            layer = QgsVectorLayer(f"{path}|layername={LAYER}", result.title, "ogr")
            if not layer.isValid():
                self._messages.error(
                    InputError("{file} can't be read as a map file; it is damaged or of another kind.", file=path)
                )
                return
            layer.setCustomProperty(RECIPE_PROPERTY, text)
            self._style(layer, result, Provenance(result.title, text, session.source_line()))
            add_to_project(session.project, layer)
            said = tr("“{layer}” was added; it is stored in {file}.").format(layer=result.title, file=path)
            self._messages.info(said)

        title = tr("Leefbaarometer: storing a layer")
        self._background.start(subject, title, write, done, self._messages.error)

    def _style(self, layer: QgsVectorLayer, result: LayerResult, origin: Provenance) -> None:
        session, few = self._session, few_dwellings(settings.load().smallest_dwellings)
        number = "change_class" if result.by_change else ""
        dress_result(layer, session.model, session.palette, origin, number=number, few=few)
        if result.year:
            layer.setSubsetString(f'"year" = {result.year}')
        layer.setDisplayExpression('"zone"' if "zone" in result.columns else '"name"')


def method_of(session: Session) -> str:
    """How the figures were made, in one line."""
    pack = session.pack
    weight = session.measurer.weights.kind if pack is not None and pack.grid is not None else ""
    text = tr("Change {since}–{until}, edition {edition}; weight: {weight}; squares on the border: {rule}.")
    return text.format(
        since=session.since,
        until=session.year,
        edition=pack.edition if pack is not None else "",
        weight=weight_name(weight) if weight else tr("none"),
        rule=rule_name(session.recipe.rule),
    )
