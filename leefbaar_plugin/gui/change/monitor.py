# SPDX-License-Identifier: GPL-2.0-or-later
"""Monitor: the areas of the page set against their gemeenten and the country, and against the first year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from qgis.PyQt.QtWidgets import QWidget

from ... import settings
from ...analysis.cautions import cautions_of
from ...analysis.change.change_tables import monitor_columns
from ...analysis.change.monitor import Monitored, monitor_areas
from ...analysis.same_squares import OWN, SAME
from ...charts.trend import TrendChart, TrendData, TrendSeries
from ...layers.marks import count_sentence
from ...pack.files.progress import Progress
from ...translation import language, tr
from ...words.change import monitor_sentences
from ...words.reference import country_name, country_sentence
from ..result_layers import LayerResult
from ..widgets.elided_buttons import ElidedCheck
from ..widgets.figure_table import FigureTable
from ..work import Background
from .part import Asked, ChangePart, copy_button, flat_button
from .table import monitor_table

MOST_AREAS = 500
"""More areas than this are no set to follow, and their outlines take long to unite."""


class MonitorPart(ChangePart):
    """A table of areas with the set below it, its trend, and words."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self._found: tuple[Asked, Monitored] | None = None
        self.same = ElidedCheck(tr("the same squares in all years"), self)
        self.same.setObjectName("LeefbaarometerChangeSameSquares")
        self.same.setToolTip(tr("Only squares with a score in all years count, so that new ones make no change"))
        self.same.setChecked(True)
        self.body.insertWidget(0, self.same)
        self.table = FigureTable("LeefbaarometerChangeMonitor", tr("Areas against gemeente and country"), self)
        self.body.addWidget(self.table)
        self.words = self.label("LeefbaarometerChangeMonitorWords")
        self.copy = copy_button(self, "LeefbaarometerChangeCopyMonitor", self.words.text, self.caveat)
        tip = tr("Put the areas with their figures of all years into the project")
        self.layer = flat_button(self, tr("Add as layer"), "LeefbaarometerChangeMonitorLayer", tip)
        self.buttons(self.copy, self.layer)
        self.trend = TrendChart(self)
        self.body.addWidget(self.trend)
        self.same.toggled.connect(lambda _checked: self.again())
        self.layer.clicked.connect(lambda _checked: self._make_layer())
        self.show_nothing()

    def subject(self) -> str:
        """Subject of the background work."""
        return "change monitor"

    def title(self) -> str:
        """Title of the background work."""
        return tr("Leefbaarometer: measuring the monitor")

    def why_not(self, asked: Asked) -> str:
        """Some areas are needed, and not too many."""
        if asked.too_many:
            return tr("Select up to {most} rows of the table to follow them.").format(most=MOST_AREAS)
        return "" if asked.areas else tr("There are no areas to follow yet.")

    def work(self, asked: Asked) -> Callable[[Progress], Any]:
        """Follow the areas in all years."""
        squares = SAME if self.same.isChecked() else OWN
        areas, years = [area.wkb for area in asked.areas], asked.references.measurer.pack.years
        known, since = [area.official for area in asked.areas], asked.since
        said = [(area.name,) for area in asked.areas]
        return lambda progress: monitor_areas(asked.references, areas, years, since, squares, progress, known, said)

    def show_found(self, asked: Asked, found: Monitored) -> None:
        """Show table, trend and words."""
        self._found = (asked, found)
        self._set_visible(True)
        names, now = [area.name for area in asked.areas], settings.load()
        scores = found.monitor.scores
        told = cautions_of(scores, scores.years.index(asked.until))
        found = replace(found, marks=found.marks.told(told, now.limits))
        small = now.smallest_inhabitants
        country = country_name(found.country)
        columns = monitor_table(asked.model, found, names, asked.until, asked.palette, country, small)
        self.table.show_columns(columns, total=1)
        self.trend.set_data(_trend(found, country))
        sentences = [*monitor_sentences(found, asked.until, country), count_sentence(found.marks, small)]
        sentences.append(country_sentence(found.country) if found.country.is_country else "")
        self.words.setText(" ".join(sentence for sentence in sentences if sentence))

    def show_nothing(self) -> None:
        """Hide table, trend and words."""
        self._found = None
        self._set_visible(False)

    def _set_visible(self, visible: bool) -> None:
        for widget in (self.table, self.words, self.copy, self.layer, self.trend):
            widget.setVisible(visible)

    def _make_layer(self) -> None:
        if self._found is None:
            return
        asked, found = self._found
        names = [*(area.name for area in asked.areas), tr("all together")]
        now, years = settings.load(), found.monitor.scores.years
        small, limits = now.smallest_inhabitants, now.limits
        tables = [monitor_columns(asked.model, found, year, language(), small, limits) for year in years]
        columns = {"name": names * len(tables)}
        columns |= {name: [value for table in tables for value in table[name]] for name in tables[0]}
        title = tr("Monitor {since}–{until}").format(since=asked.since, until=asked.until)
        self.want_layer(LayerResult(title, found.outlines * len(tables), columns, asked.recipe, True, asked.until))


def _trend(found: Monitored, country: str) -> TrendData:
    """The set against its gemeenten and the country."""
    made = found.monitor
    lines = (
        (tr("all together"), made.scores.total[-1]),
        (tr("their gemeenten"), made.city_total[-1]),
        (country, made.country_total[-1]),
    )
    series = tuple(
        TrendSeries(name, made.scores.years, tuple(values.tolist()), dashed=number > 0)
        for number, (name, values) in enumerate(lines)
    )
    return TrendData(tr("Total score of the set and what it is set against"), series)
