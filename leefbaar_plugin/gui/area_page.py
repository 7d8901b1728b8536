# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of one area: name, score and class, class shares, dimensions, trend, and how the figures were made."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from .. import settings
from ..data.resources import resource_path
from ..engine.figures import AreaFigures
from ..engine.model import in_language
from ..layers.styles import Palette
from ..translation import language, sentence, tr
from . import formats
from .areas import Areas
from .charts.class_bar import ClassBar, ClassBarData, ClassShare
from .charts.class_chip import ClassChip, ClassChipData
from .charts.profile import ProfileBar, ProfileBars, ProfileData
from .charts.tinted_icon import tinted_icon
from .charts.trend import TrendBand, TrendChart, TrendData, TrendSeries
from .session import Session
from .wording import method_line, score_line, weight_name

_SCORE_SIZE = 2.2


class AreaPage(QWidget):
    """Figures of the current area; follows session and areas."""

    def __init__(self, session: Session, areas: Areas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._areas = areas
        self.names = QComboBox(self)
        self.names.setObjectName("LeefbaarometerAreaName")
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.names.setToolTip(tr("Choose an area, or type another name and press Enter"))
        self.names.setAccessibleName(tr("Name of the area"))
        self.zoom = self._button("zoom", tr("Zoom to the area"))
        self.delete = self._button("delete", tr("Delete the area"))
        self.score = QLabel(self)
        self.score.setObjectName("LeefbaarometerScore")
        self.chip = ClassChip(self)
        self.line = self._text("LeefbaarometerScoreLine")
        self.shares = ClassBar(self)
        self.profile = ProfileBars(self)
        self.trend = TrendChart(self)
        self.method = self._text("LeefbaarometerMethod", small=True)
        self.warning = self._text("LeefbaarometerWarning")
        self.source = self._text("LeefbaarometerSource", small=True)
        self._build()
        self.names.activated.connect(lambda index: areas.set_current(self.names.itemData(index)))
        self.names.lineEdit().editingFinished.connect(self._rename)
        self.delete.clicked.connect(areas.delete_current)
        areas.list_changed.connect(self._fill_names)
        areas.current_changed.connect(self.refresh)
        session.view_changed.connect(self.refresh)
        self._fill_names()
        self.refresh()

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(tinted_icon(resource_path("icons", f"{icon}.svg"), self.palette()))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        return button

    def _text(self, name: str, small: bool = False) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if small:
            font = label.font()
            font.setPointSizeF(font.pointSizeF() * 0.88)
            label.setFont(font)
        return label

    def _build(self) -> None:
        font = self.score.font()
        font.setPointSizeF(font.pointSizeF() * _SCORE_SIZE)
        font.setBold(True)
        self.score.setFont(font)
        heading = QHBoxLayout()
        heading.setSpacing(2)
        heading.addWidget(self.names, 1)
        heading.addWidget(self.zoom)
        heading.addWidget(self.delete)
        result = QHBoxLayout()
        result.addWidget(self.score)
        result.addWidget(self.chip)
        result.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        column.addLayout(heading)
        column.addWidget(self.warning)
        column.addLayout(result)
        for widget in (self.line, self.shares, self.profile, self.trend, self.method, self.source):
            column.addWidget(widget)
        column.addStretch(1)

    def _fill_names(self) -> None:
        self.names.blockSignals(True)
        self.names.clear()
        for fid, name in self._areas.names().items():
            self.names.addItem(name, fid)
        self.names.setCurrentIndex(self.names.findData(self._areas.current))
        self.names.blockSignals(False)

    def _rename(self) -> None:
        text = self.names.lineEdit().text().strip()
        stored = self._areas.names().get(self._areas.current) if self._areas.current is not None else None
        if stored is not None and text and text != stored:
            self._areas.rename(text)
        self._fill_names()  # what could not be stored gives way to the name that is

    def refresh(self) -> None:
        """Show the figures of the current area in the year of the session."""
        index = self.names.findData(self._areas.current)
        if index != self.names.currentIndex():
            self.names.setCurrentIndex(index)
        self.names.setDisabled(self._areas.has_sketch)  # it names another area
        figures = self._areas.figures()
        self.score.setText(formats.score(figures.total) if figures else formats.NO_VALUE)
        shown = figures is not None and figures.has_score
        for widget in (self.chip, self.line, self.shares, self.profile, self.trend, self.method):
            widget.setVisible(shown)
        self._warn(figures)
        if figures is None or not figures.has_score:
            return
        palette = self._session.palette
        self._show_class(figures, palette)
        self._show_shares(figures, palette)
        self._show_profile(figures)
        self._show_trend(figures, palette)
        self.line.setText(score_line(figures))
        self.method.setText(method_line(figures, self._session.model, self._require_edition()))
        caveat = in_language(self._session.model.caveat, language())
        self.source.setText("\n".join([self._session.source_line(), caveat, *self._label()]))

    def _shown_name(self) -> str:
        return tr("Area") if self._areas.has_sketch else self.names.currentText()

    def _require_edition(self) -> str:
        return self._session.pack.edition if self._session.pack else ""

    def _label(self) -> list[str]:
        label = self._session.pack.info.get("demonstration") if self._session.pack else None
        return [sentence(in_language(label, language())) + "."] if label else []

    def _warn(self, figures: AreaFigures | None) -> None:
        texts = [tr("Estimate: you are still drawing this area.")] if self._areas.has_sketch else []
        if self._areas.repaired:
            texts.append(tr("The outline crosses itself; it was repaired to measure it."))
        if figures is not None and not figures.squares:
            texts.append(tr("The area lies outside the scored squares of these data, so it has no score."))
        elif figures is not None and not figures.has_score:
            texts.append(tr("The squares of this area have no weight, so it has no score."))
        elif figures is not None and figures.weight_sum < settings.load().smallest_dwellings:
            text = tr("Small numbers: {count} {weight} only. Read the figures with care.")
            texts.append(text.format(count=formats.number(figures.weight_sum, 1), weight=weight_name(figures.weight)))
        self.warning.setText("\n".join(texts))
        self.warning.setVisible(bool(texts))

    def _show_class(self, figures: AreaFigures, palette: Palette) -> None:
        name = self._session.model.total_classification.name(figures.class_number, language())
        colour = palette.colours[figures.class_number - 1]
        self.chip.set_data(ClassChipData(figures.class_number, name, colour, certain=figures.certain))

    def _show_shares(self, figures: AreaFigures, palette: Palette) -> None:
        classes = self._session.model.total_classification.classes
        shares = tuple(
            ClassShare(entry.number, in_language(entry.name, language()), colour, share if share is not None else 0.0)
            for entry, colour, share in zip(classes, palette.colours, figures.shares, strict=True)
        )
        lowest = max(self._session.model.unfavourable_classes)
        name = in_language(classes[lowest - 1].name, language())
        summary = tr("{name} or lower: {share}").format(name=name, share=formats.percentage(figures.unfavourable))
        title = tr("Share per class, in {weight}").format(weight=weight_name(figures.weight))
        self.shares.set_data(ClassBarData(title, shares, summary, lowest))

    def _show_profile(self, figures: AreaFigures) -> None:
        bars = tuple(
            ProfileBar(
                theme.id,
                in_language(theme.name, language()),
                value if value is not None else float("nan"),
                note=in_language(theme.note, language()),
            )
            for theme in self._session.model.dimensions
            for value in (figures.dimensions[theme.id],)
        )
        there = any(figures.dimensions[theme.id] is not None for theme in self._session.model.dimensions)
        title = tr("Dimensions {year}, deviation from the reference").format(year=figures.year)
        self.profile.set_data(ProfileData(title, bars) if there else None)

    def _show_trend(self, figures: AreaFigures, palette: Palette) -> None:
        model = self._session.model
        theme = self._session.theme
        is_total = theme.id == model.total.id
        values = figures.trend if is_total else figures.dimension_trends[theme.id]
        numbers = tuple(value if value is not None else float("nan") for value in values)
        bands: tuple[TrendBand, ...] = ()
        if is_total:
            edges = [float("-inf"), *model.total_classification.bounds.tolist(), float("inf")]
            bands = tuple(
                TrendBand(str(n + 1), edges[n], edges[n + 1], colour) for n, colour in enumerate(palette.colours)
            )
        name = in_language(theme.name, language())
        missing = tuple(year for year, value in zip(figures.years, values, strict=True) if value is None)
        note = tr("The dimensions aren't published for this year.")
        series = (TrendSeries(self._shown_name(), figures.years, numbers),)
        title = tr("{theme} over the years").format(theme=sentence(name))
        self.trend.set_data(TrendData(title, series, bands, missing, note, signed=not is_total))
