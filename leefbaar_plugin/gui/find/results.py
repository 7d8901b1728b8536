# SPDX-License-Identifier: GPL-2.0-or-later
"""What is done with areas that were found: zoom, a layer in the project, own areas, a table on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QLocale, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from ... import settings
from ...analysis.signals.findings import Findings
from ...analysis.signals.rule_words import words
from ...analysis.signals.rules import PERCENT
from ...analysis.signals.square_clusters import AREAS, CLUSTERS
from ...engine.errors import CancelledError
from ...engine.model import in_language
from ...layers.attributes.results import tell_fields
from ...layers.fields import CLUSTER, fields_of, signal_fields
from ...layers.project.found_layer import about_found, add_to_project, discard, found_path, open_found, write_found
from ...layers.styles import classes_of
from ...translation import language, sentence, tr
from ...words import formats
from ..drawing.areas import Areas
from ..messages import Messages
from ..session import Session
from ..widgets.zooming import geometry_of, show_on_canvas
from ..work import Background
from .columns import NAME, condition_text
from .model import FindModel

_LAYER, _COPY = "found layer", "found table"
_AT_ONCE = 400
"""Rows that are copied at once; more goes to the background."""


class FindResults(QObject):
    """Acts on findings. `layer_added` carries the new layer, `copied` tells that the table is on the clipboard."""

    layer_added = pyqtSignal(object)
    copied = pyqtSignal()

    def __init__(
        self, session: Session, areas: Areas, background: Background, messages: Messages, canvas: Any, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._areas = session, areas
        self._background, self._messages, self._canvas = background, messages, canvas

    def zoom(self, findings: Findings, place: int) -> bool:
        """Show an area on the map and flash it; False when it has no outline."""
        return show_on_canvas(self._canvas, findings.areas.wkb[place])

    def use_as_areas(self, findings: Findings, model: FindModel, places: Sequence[int]) -> None:
        """Store areas among the own ones, under their names."""
        made = [(model.name(place), geometry_of(findings.areas.wkb[place])) for place in places]
        there = [(name, geometry) for name, geometry in made if geometry is not None]
        if there:
            self._areas.add(there)

    def add_layer(self, findings: Findings, places: Sequence[int]) -> None:
        """Write areas to a GeoPackage in the background and add it to the project, named after rule, level and year."""
        title = title_of(findings)
        project, pack = self._session.project, self._session.pack
        subject = f"{_LAYER} {title}"
        if self._background.is_running(subject):  # a double click
            return
        path = found_path(project, settings.load().folder, title)
        about = about_found(title, self.full_text(findings), self._session.source_line())
        said, rows = language(), list(places)

        def write(progress: Callable[[float], bool]) -> Path:
            columns = named_columns(findings, rows) | findings.columns(
                said, rows, settings.load().smallest_inhabitants, settings.load().limits
            )
            names = fields_of(tuple(named_columns(findings, [])))
            for field in signal_fields(findings.columns(said, [])):
                names.append(field)
            write_found(path, names, [findings.areas.wkb[row] for row in rows], columns, about, progress)
            return path

        def done(_path: Path) -> None:
            if self._session.pack is not pack:  # another project or other data by now
                discard(path)
                return
            year = findings.figures.years.index(findings.year)
            present = set(findings.figures.classes[rows, year].tolist())
            styles = classes_of(findings.model.total_classification, self._session.palette.colours, said)
            layer = open_found(path, title, about, [one for one in styles if one.number in present], 0 in present)
            tell_fields(layer, findings.model, styles, "class")
            add_to_project(project, layer)
            self._messages.info(tr("Added as a layer; stored in {file}.").format(file=path.name))
            self.layer_added.emit(layer)

        self._background.start(subject, tr("Leefbaarometer: storing areas found"), write, done, self._failed)

    def copy(self, findings: Findings, model: FindModel, places: Sequence[int]) -> None:
        """Put a table of areas on the clipboard, with the rule below it; many are written in the background."""
        rows, about = list(places), self.full_text(findings)

        def done(text: str) -> None:
            QApplication.clipboard().setText(text)
            self.copied.emit()

        if len(rows) <= _AT_ONCE:
            done(table_text(findings, model, rows, about))
            return
        work = lambda _progress: table_text(findings, model, rows, about)  # noqa: E731  in the background
        self._background.start(_COPY, tr("Leefbaarometer: copying the table"), work, done, self._failed)

    def full_text(self, findings: Findings) -> str:
        """The rule in words with the years, its source, what to know about the outcome, source line and caveat."""
        return "\n".join(
            [
                findings.rule_text(language()),
                *(note.text(language()) for note in findings.notes),
                self._session.source_line(),
                in_language(findings.model.caveat, language()),
            ]
        )

    def _failed(self, problem: BaseException) -> None:
        if not isinstance(problem, CancelledError):
            self._messages.error(problem)


def title_of(findings: Findings) -> str:
    """Name of the result: rule, level and years."""
    said = language()
    rule = in_language(findings.rule.title, said)
    level = words(said)["levels"].get(findings.areas.level, findings.areas.level)
    years = f"{findings.year}" if findings.since is None else f"{findings.since}-{findings.year}"
    return f"{rule} – {level} – {years}"


def named_columns(findings: Findings, rows: Sequence[int]) -> dict[str, list[Any]]:
    """Columns that name areas, as the algorithm writes them."""
    areas = findings.areas.where(rows)
    if areas.level == CLUSTERS:
        return {CLUSTER: list(map(int, areas.code))}
    return {"name": areas.name} if areas.level == AREAS else {"code": areas.code, "name": areas.name}


def table_text(findings: Findings, model: FindModel, rows: Sequence[int], about: str) -> str:
    """Areas as a table, tab separated, numbers by the CSV style of the settings; below it the rule."""
    said = language()
    dutch = settings.load().csv_style == settings.CSV_DUTCH
    locale = QLocale("nl_NL") if dutch else QLocale.c()
    conditions = findings.rule.conditions
    titles = [tr("Area"), tr("Code"), tr("Gemeente"), tr("Total score {year}").format(year=findings.year)]
    titles += [tr("Class {year}").format(year=findings.year)]
    for condition in conditions:
        titles.append(condition_text(findings, condition) + (" (%)" if condition.unit == PERCENT else ""))
    titles += [tr("The dimension that explains most of it"), tr("Contribution")]
    lines = [titles]
    year = findings.figures.years.index(findings.year)
    for row in rows:
        line = [model.text(row, NAME), findings.areas.code[row], model.gemeente(row)]
        line += [formats.plain(float(findings.figures.total[row, year]), 4, locale), model.class_text(row)]
        for condition in conditions:
            value = float(findings.judgement.values[condition.id][row])
            decimals = {"score": 4, PERCENT: 1, "times": 2}.get(condition.unit, 0)
            line.append(formats.plain(100 * value if condition.unit == PERCENT else value, decimals, locale))
        explains = {theme.id: theme for theme in findings.model.dimensions}.get(findings.explains(row))
        line.append(sentence(in_language(explains.name, said)) if explains is not None else "")
        line.append(formats.plain(float(findings.judgement.explained[row]), 4, locale))
        lines.append(line)
    table = "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
    return f"{table}\n\n{about}\n"
