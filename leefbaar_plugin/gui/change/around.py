# SPDX-License-Identifier: GPL-2.0-or-later
"""Around the area: rings and the rest of the gemeente, and whether the figures go with a waterbed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsSettings
from qgis.PyQt.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ... import settings
from ...analysis.cautions import cautions_of
from ...analysis.change.change_tables import surroundings_columns
from ...analysis.change.surroundings import DEFAULT_RINGS, parse_distances
from ...analysis.change.waterbed import Surrounded, WaterbedQuestion, surround
from ...charts.trend import TrendChart, TrendData, TrendSeries
from ...pack.files.progress import Progress
from ...plain_text import PlainLabel
from ...translation import language, tr
from ...words import formats
from ...words.change import association_sentences, zone_names
from ..result_layers import LayerResult
from ..widgets.figure_table import FigureTable
from ..work import Background
from .part import Asked, ChangePart, copy_button, flat_button
from .table import zone_columns

_RINGS = "leefbaarometer/waterbed_rings"


class AroundPart(ChangePart):
    """A table of zones, their trend, and what the figures say."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._found: tuple[Asked, Surrounded] | None = None
        self.rings = QLineEdit(QgsSettings().value(_RINGS, DEFAULT_RINGS, type=str), self)
        self.rings.setObjectName("LeefbaarometerChangeRings")
        self.rings.setToolTip(tr("Distances as 250, 500, or rings as 0-250, 250-500; press Enter"))
        label = PlainLabel(tr("Rings (m)"), self)
        label.setBuddy(self.rings)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.rings, 1)
        self.body.insertLayout(0, row)
        self.table = FigureTable("LeefbaarometerChangeZones", tr("The area and its surroundings"), self)
        self.body.addWidget(self.table)
        self.words = self.label("LeefbaarometerChangeAssociation")
        self.copy = copy_button(self, "LeefbaarometerChangeCopyAssociation", self.words.text, self.caveat)
        tip = tr("Put area, rings and rest, with their figures of all years, into the project")
        self.layer = flat_button(self, tr("Add as layer"), "LeefbaarometerChangeRingsLayer", tip)
        self.buttons(self.copy, self.layer)
        self.trend = TrendChart(self)
        self.body.addWidget(self.trend)
        self.rings.editingFinished.connect(self._other_rings)
        self.layer.clicked.connect(lambda _checked: self._make_layer())
        self.show_nothing()

    def subject(self) -> str:
        """Subject of the background work."""
        return "change around"

    def title(self) -> str:
        """Title of the background work."""
        return tr("Leefbaarometer: measuring around the area")

    def why_not(self, asked: Asked) -> str:
        """An area is needed."""
        if asked.focus is None or asked.focus.wkb is None:
            return tr("Choose an area: the current one, or a row of the table.")
        return ""

    def work(self, asked: Asked) -> Callable[[Progress], Any]:
        """Measure the area in focus and its surroundings in all years; InputError for rings that make no sense."""
        rings = tuple(parse_distances(self.rings.text()))
        years = asked.references.measurer.pack.years
        question = WaterbedQuestion(rings, years, asked.since, asked.smallest)
        wkb = asked.focus.wkb if asked.focus is not None else None
        return lambda progress: surround(asked.references, [wkb], question, progress)

    def show_found(self, asked: Asked, found: Surrounded) -> None:
        """Show table, trend and words."""
        self._found = (asked, found)
        self._set_visible(True)
        model, name = asked.model, asked.focus.name if asked.focus is not None else ""
        self.table.show_columns(zone_columns(model, found, 0, asked.until))
        self.trend.set_data(_trend(found))
        sentences = association_sentences(name, found, asked.until)
        left_out = int(found.left_out[0])
        if left_out:
            text = tr("Squares of the area without a score in every year are left out: {count}.")
            sentences.append(text.format(count=formats.count(left_out)))
        own = found.gemeenten[0]
        if not (own and own[0].whole) and found.scores.squares[0].any():
            sentences.append(tr("The area lies in no gemeente that is whole in these data."))
        sentences.append(tr("Own calculation; an association, no cause."))
        self.words.setText(" ".join(sentences))
        rows = [found.row(0, zone) for zone in range(len(found.zones[0]))]
        self.warn(zone_names(found, 0), cautions_of(found.scores, found.scores.years.index(asked.until), rows))

    def show_nothing(self) -> None:
        """Hide table, trend and words."""
        self._found = None
        self._set_visible(False)

    def _set_visible(self, visible: bool) -> None:
        for widget in (self.table, self.words, self.copy, self.layer, self.trend):
            widget.setVisible(visible)

    def _other_rings(self) -> None:
        stored = QgsSettings()
        if self.rings.text() != stored.value(_RINGS, DEFAULT_RINGS, type=str) or self._found is None:
            stored.setValue(_RINGS, self.rings.text())
            self.again()

    def _make_layer(self) -> None:
        if self._found is None:
            return
        asked, found = self._found
        name = asked.focus.name if asked.focus is not None else ""
        title = tr("{name}: surroundings {since}–{until}").format(name=name, since=asked.since, until=asked.until)
        self.want_layer(_layer(asked, found, title))


def _trend(found: Surrounded) -> TrendData:
    series = tuple(
        TrendSeries(name, found.scores.years, tuple(found.scores.total[found.row(0, zone)].tolist()), dashed=zone > 0)
        for zone, name in enumerate(zone_names(found, 0))
    )
    return TrendData(tr("Total score of the area and around it"), series)


def _layer(asked: Asked, found: Surrounded, title: str) -> LayerResult:
    """A feature per zone and year."""
    limits, years = settings.load().limits, found.scores.years
    tables = [surroundings_columns(asked.model, found, year, language(), limits) for year in years]
    outlines = [zone.wkb for zone in found.zones[0]] * len(tables)
    columns = {name: [value for table in tables for value in table[name]] for name in tables[0]}
    return LayerResult(title, outlines, columns, asked.recipe, False, asked.until)
