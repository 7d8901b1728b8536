# SPDX-License-Identifier: GPL-2.0-or-later
"""What a relation shows: coefficients, scatter, cross-table, turning point, neighbours, and the codes left over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import numpy as np
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from ... import settings
from ...analysis.relations.relations import TableRelation, scale_of
from ...charts.scatter import ScatterChart
from ...charts.scatter_plan import ScatterData
from ...engine.model import in_language
from ...engine.relations.correlation import LEAST, Correlation
from ...layers.marks import marked
from ...layers.styles import Palette, classes_of
from ...plain_text import MarkupLabel, escaped
from ...translation import language, tr, trn
from ...words import formats
from ...words import relation as words
from ...words.coefficients import SURE
from .tables import by_class, by_gemeente

_SCORE_DECIMALS = 2
_LIST_LINES = 4


class RelationResults(QWidget):
    """Figure, picture, words.

    `area_activated` carries the place of an area in the relation when its point was chosen.
    """

    area_activated = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: TableRelation | None = None
        self._edition = ""
        self._of_point: list[int] = []
        self.figures = self._label("Figures")
        self.scatter = ScatterChart(self)
        self.scatter.setObjectName("LeefbaarometerRelationScatter")
        self.scatter.part_activated.connect(lambda point: self.area_activated.emit(self._of_point[point]))
        self.table = self._label("Table")
        self.words = self._label("Words")
        self.regions = self._label("Regions")
        self.classes = self._label("Classes")
        self.gemeenten = self._label("Gemeenten")
        self.notes = self._label("Notes")
        self.left_over = self._label("LeftOver")
        self.codes = QPlainTextEdit(self)
        self.codes.setObjectName("LeefbaarometerRelationCodes")
        self.codes.setAccessibleName(tr("Codes that belong to no area"))
        self.codes.setReadOnly(True)
        self.codes.setTabChangesFocus(True)
        self.codes.setFixedHeight(self.codes.fontMetrics().lineSpacing() * _LIST_LINES + 12)
        self.copy_codes = self._button(tr("Copy codes"), "CopyCodes", lambda: self._copy("\n".join(self._codes())))
        self.copy_all = self._button(tr("Copy all as text"), "CopyAll", lambda: self._copy(self.report()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (
            self.figures,
            self.scatter,
            self.table,
            self.words,
            self.regions,
            self.classes,
            self.gemeenten,
            self.left_over,
            self.codes,
        ):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_codes)
        buttons.addWidget(self.copy_all)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.notes)

    def _label(self, name: str) -> QLabel:
        label = MarkupLabel(self)
        label.setObjectName(f"LeefbaarometerRelation{name}")
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

    def _button(self, text: str, name: str, slot: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"LeefbaarometerRelation{name}")
        button.setText(text)
        button.setAutoRaise(True)
        button.clicked.connect(lambda _checked: slot())
        return button

    def show_relation(
        self, found: TableRelation, edition: str, palette: Palette, gemeenten: Mapping[str, str] | None = None
    ) -> None:
        """Show all of a relation; `gemeenten` are names by code."""
        self._found, self._edition = found, edition
        coefficients = words.correlations(found)
        self.figures.setText(_paragraphs([f"<b>{_shown(words.direction(found))}</b>", *map(_shown, coefficients)]))
        self._show_scatter(found, palette)
        enough = found.relation.n >= LEAST
        self.table.setText(_cross_table(found) if enough else "")
        said = [*words.turning_point_words(found), *words.moran_words(found)] if enough else []
        self.words.setText(_paragraphs(map(_shown, said)))
        self.table.setVisible(enough)
        self.words.setVisible(enough)
        self.regions.setText(_regions(found))
        self.regions.setVisible(enough and bool(found.relation.regions))
        self.classes.setText(by_class(found))
        self.classes.setVisible(enough)
        self.gemeenten.setText(by_gemeente(found, gemeenten or {}))
        self.gemeenten.setVisible(enough and bool(self.gemeenten.text()))
        said = [*(words.note_words(note) for note in found.notes), words.mark_words(found)]
        self.notes.setText(_paragraphs(_shown(text) for text in said if text))
        self.left_over.setText(_shown(self._left_over(found)))
        codes = self._codes()
        self.codes.setPlainText(", ".join(codes))
        for widget in (self.left_over, self.codes, self.copy_codes):
            widget.setVisible(bool(codes))

    def report(self) -> str:
        """Everything as plain text, with caveat and source; "" without a relation."""
        if self._found is None:
            return ""
        return "\n".join(words.report_lines(self._found, self._edition))

    def _codes(self) -> list[str]:
        found = self._found
        return [] if found is None else [*found.joined.unmatched, *found.joined.other_level]

    def _left_over(self, found: TableRelation) -> str:
        if found.joined.other_level and not found.joined.unmatched:
            return tr("Codes of another level:")
        text = words.unmatched_words(found)
        return text + " " + tr("After those, the codes of another level.") if found.joined.other_level else text

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)

    def _show_scatter(self, found: TableRelation, palette: Palette) -> None:
        rows = np.flatnonzero(found.relation.used)
        rows = rows[np.argsort(found.value[rows], kind="stable")]
        self._of_point = rows.tolist()
        self.scatter.set_data(scatter_data(found, rows, palette) if len(rows) else None)


def scatter_data(found: TableRelation, rows: np.ndarray, palette: Palette) -> ScatterData:
    """The points of some areas (by place, in order of their value), with lines and cuts."""
    relation, scale = found.relation, scale_of(found.model, found.theme)
    theme = in_language(found.theme.name, language())
    styles = classes_of(scale, palette.colours, language()) if scale is not None else []
    groups = ((tr("no class"), palette.no_value), *((one.label, one.colour) for one in styles))
    now = settings.load()
    x, small, marks = found.value[rows], now.smallest_inhabitants, found.marks.told(found.told, now.limits)
    ends = np.array([x.min(), x.max()])
    paths = []
    if relation.line is not None:
        paths.append((tr("straight line"), _path(ends, relation.line.at(ends))))
    point = relation.turning_point
    near = (point.among_neighbours or point) if point is not None else None
    shown = near is not None and near.p < SURE
    if point is not None:
        corners = np.array([ends[0], point.at, ends[1]])
        name = tr("two segments") if shown else tr("two segments (not shown to fit better)")
        paths.append((name, _path(corners, point.stick(corners))))
    table = relation.table
    years = tr("{theme}, {year}").format(theme=theme, year=found.choice.year)
    return ScatterData(
        title=trn("{n} area; association, no cause", "{n} areas; association, no cause", len(rows)).format(
            n=formats.count(len(rows))
        ),
        x_label=found.choice.value_column,
        y_label=years,
        x=x,
        y=found.score[rows],
        group=np.minimum(found.classes[rows].astype(np.int64), len(groups) - 1),
        groups=groups,
        names=tuple(marked(found.areas.name[at], marks, at, small) for at in rows.tolist()),
        notes=tuple(found.areas.code[at] for at in rows),
        decimals=(words.value_decimals(found), _SCORE_DECIMALS),
        paths=tuple(paths),
        across=table.value_cut.at if table is not None else None,
        along=table.score_cut.at if table is not None else None,
        cut_name=tr("low | high"),
        span=(near.low, near.high) if near is not None and shown else None,
        span_name=tr("interval of the turning point"),
    )


def _path(x: np.ndarray, y: np.ndarray) -> tuple[tuple[float, float], ...]:
    return tuple(zip(x.tolist(), y.tolist(), strict=True))


def _shown(text: str) -> str:
    """Text for a label; a long name of a column may be broken behind its underscores and slashes."""
    return re.sub(r"([_/\\])(?=\w)", "\\1\u200b", escaped(text))


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p style='margin:0 0 4px 0'>{text}</p>" for text in texts)


def _cross_table(found: TableRelation) -> str:
    """Four cells with numbers of areas and shares, and how they were cut, as a table that fits the dock."""
    table = found.relation.table
    if table is None:
        return ""
    head = "".join(f"<th align='right'>{_shown(text)}</th>" for text in ("", tr("low figure"), tr("high figure")))
    rows = [f"<tr>{head}</tr>"]
    for at, name in enumerate((tr("low score"), tr("high score"))):
        cells = "".join(
            f"<td align='right'>{formats.percentage(table.share[at, column])}<br>"
            f"<small>{_shown(_areas(table.areas[at, column], table.expected[at, column]))}</small></td>"
            for column in (0, 1)
        )
        rows.append(f"<tr><th align='left'>{_shown(name)}</th>{cells}</tr>")
    cut = _shown(words.cross_table_words(found)[0])
    return (
        f"<table width='100%' cellpadding='2'>{''.join(rows)}</table><p style='margin:2px 0'><small>{cut}</small></p>"
    )


def _areas(areas: int, expected: float) -> str:
    return trn("{areas} area; expected {share}", "{areas} areas; expected {share}", areas).format(
        areas=formats.count(int(areas)), share=formats.percentage(float(expected))
    )


def _regions(found: TableRelation) -> str:
    """Coefficients by region as a table: region with n, Pearson and Spearman with their intervals."""
    head = (tr("Region"), tr("Pearson"), tr("Spearman"), "n")
    rows = [_row("th", [_shown(text) for text in head])]
    for one in found.relation.regions:
        name = _shown(words.region_name(found, one.region))
        rows.append(_row("td", [name, _coefficient(one.pearson), _coefficient(one.spearman), str(one.pearson.n)]))
    return f"<table width='100%' cellpadding='2'>{''.join(rows)}</table>"


def _coefficient(one: Correlation) -> str:
    if not np.isfinite(one.low):
        return formats.number(one.value, 2)
    interval = tr("{low} to {high}").format(low=formats.number(one.low, 2), high=formats.number(one.high, 2))
    return f"{formats.number(one.value, 2)}<br><small>{_shown(interval)}</small>"


def _row(kind: str, cells: list[str]) -> str:
    return "<tr>" + "".join(f"<{kind} align='{_side(at)}'>{cell}</{kind}>" for at, cell in enumerate(cells)) + "</tr>"


def _side(column: int) -> str:
    return "right" if column else "left"
