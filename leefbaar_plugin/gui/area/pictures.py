# SPDX-License-Identifier: GPL-2.0-or-later
"""The pictures of one area: class shares, profile or waterfall, and trend, against a reference of choice."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QActionGroup,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...analysis.references.reference import Reference
from ...analysis.theme_figures import ThemeFigures, theme_figures, unfavourable_of
from ...charts.class_bar import ClassBar
from ...charts.figure_data import class_bar_data, profile_data, waterfall_data
from ...charts.painting.tinted_icon import tinted_icon
from ...charts.profile import ProfileBars
from ...charts.waterfall import Waterfall
from ...engine.areas.figures import AreaFigures, figures_of
from ...engine.squares.weights import KINDS
from ...pack.files.resources import resource_path
from ...pack.official import GEMEENTE
from ...plain_text import PlainLabel, as_tip
from ...translation import tr
from ...words import formats
from ...words.weights import weight_name
from ..drawing.areas import Areas
from ..references import ReferenceBook
from ..session import Session
from ..widgets.elided import ElidedLabel
from ..widgets.elided_buttons import ElidedCheck
from ..widgets.reference_choice import ReferenceChoice
from .trend import AreaTrend

_SCOPE, _KEY, _VIEW = "leefbaarometer", "reference", "dimensions_as_steps"


@dataclass(frozen=True)
class Shown:
    """What the pictures show: the area's figures, its outline (WKB) and name, its feature id, and those of a theme."""

    figures: AreaFigures
    outline: bytes | None
    name: str
    fid: int | None
    theme: ThemeFigures


class AreaPictures(QWidget):
    """Controls above, pictures below; `reference_changed` is sent when the user chose another reference."""

    reference_changed = pyqtSignal()

    def __init__(self, session: Session, areas: Areas, book: ReferenceBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._areas = areas
        self._book = book
        self._shown: Shown | None = None
        self._reference: Reference | None = None
        self._weight = ""
        self.reference_choice = ReferenceChoice(self)
        self.reference_choice.setObjectName("LeefbaarometerReference")
        self.shares = ClassBar(self)
        self.weights = self._weight_choice()
        self.profile = ProfileBars(self)
        self.waterfall = Waterfall(self)
        self.no_dimensions = PlainLabel(self)
        self.no_dimensions.setWordWrap(True)
        self.over_years = AreaTrend(session, book)
        self.trend = self.over_years.chart
        self._build()
        self.profile.part_activated.connect(self._choose_dimension)
        self.reference_choice.chosen.connect(self._choose_reference)
        session.recipe_changed.connect(self._forget_weight)

    def _build(self) -> None:
        label = ElidedLabel(self)
        label.set_texts("", tr("Compare with") + " ❙")
        label.setBuddy(self.reference_choice)
        label.setToolTip(tr("The tick in the bars below is the reference"))
        controls = QHBoxLayout()
        controls.setSpacing(4)
        controls.addWidget(label)
        controls.addWidget(self.reference_choice, 1)
        self.from_reference = ElidedCheck(tr("from the comparison"), self)
        self.from_reference.setObjectName("LeefbaarometerFromReference")
        for button in self._views():
            controls.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.shares)
        column.addLayout(controls)
        self.profile.explain_tick(False)
        for widget in (self.from_reference, self.no_dimensions, self.profile, self.waterfall):
            column.addWidget(widget)

    def _weight_choice(self) -> QToolButton:
        """A menu at the end of the bar's title: what the shares are counted in."""
        button = QToolButton(self.shares)
        button.setObjectName("LeefbaarometerShareWeight")
        button.setArrowType(Qt.ArrowType.DownArrow)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")  # one arrow is enough
        button.setToolTip(tr("What the shares per class are counted in; the score isn't changed by it"))
        button.setAccessibleName(tr("What the shares are counted in"))
        button.setAutoRaise(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        for kind in KINDS:
            action = group.addAction(menu.addAction(weight_name(kind)))
            action.setCheckable(True)
            action.setData(kind)
        group.triggered.connect(lambda action: self.choose_weight(action.data()))
        button.setMenu(menu)
        # no layout: the chart's height follows its width only without one
        self.shares.installEventFilter(self)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the menu in the corner of the bar, beside its title."""
        if watched is self.shares and event.type() == QEvent.Type.Resize:
            self.weights.resize(self.weights.sizeHint().width(), self.weights.fontMetrics().height() + 4)
            self.weights.move(self.shares.width() - self.weights.width(), 0)
        return super().eventFilter(watched, event)

    def _views(self) -> list[QToolButton]:
        """Buttons that choose between the bars and the waterfall."""
        self._view = QButtonGroup(self)
        entries = (
            ("profile", tr("Profile"), tr("Each dimension as a bar around zero")),
            ("steps", tr("Waterfall"), tr("From the reference to the score, dimension by dimension")),
        )
        chosen = self._session.project.readNumEntry(_SCOPE, _VIEW, 0)[0]
        for number, (icon, text, tip) in enumerate(entries):
            button = QToolButton(self)
            button.setObjectName(f"Leefbaarometer_{icon}")
            button.setIcon(tinted_icon(resource_path("icons", f"{icon}.svg"), self.palette()))
            button.setToolTip(as_tip(f"{text}: {tip}"))
            button.setAccessibleName(text)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setChecked(number == chosen)
            self._view.addButton(button, number)
        self._view.idClicked.connect(self._choose_view)
        self.from_reference.toggled.connect(lambda _checked: self._show_profile())
        return self._view.buttons()

    def _choose_view(self, number: int) -> None:
        self._session.project.writeEntry(_SCOPE, _VIEW, number)
        self._show_profile()

    def _choose_dimension(self, index: int) -> None:
        """A click on a dimension makes it the theme of everything."""
        dimensions = self._session.model.dimensions
        if 0 <= index < len(dimensions):
            self._session.set_theme(dimensions[index].id)

    @property
    def view_buttons(self) -> list[QToolButton]:
        """The buttons for bars and for steps."""
        return self._view.buttons()

    def show_area(self, shown: Shown | None) -> None:
        """Show these figures; None hides the pictures."""
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is None:
            return
        choices = self._book.choices(shown.outline, None if self._areas.has_sketch else shown.fid)
        self.reference_choice.show_choices(choices, self._wanted())
        self._reference = self._book.reference(self._wanted(), shown.outline, shown.figures.year)
        self._show_weights()
        self._show_shares()
        self._show_profile()
        self._show_trend()

    def reference(self) -> Reference | None:
        """The reference that is chosen, for the area that is shown and in its year."""
        return self._reference if self._shown is not None else None

    def _wanted(self) -> str:
        return self._session.project.readEntry(_SCOPE, _KEY, GEMEENTE)[0]

    def _choose_reference(self, wanted: str) -> None:
        self._session.project.writeEntry(_SCOPE, _KEY, wanted)
        self.reference_changed.emit()

    def choose_weight(self, kind: str) -> None:
        """Count the shares in dwellings, households, inhabitants or squares."""
        self._weight = kind
        if self._shown is not None:
            self._show_weights()
            self._show_shares()

    def _forget_weight(self) -> None:
        self._weight = ""

    def _show_weights(self) -> None:
        """Grey out what the data have no counts of; the weight of the score is chosen until the user takes another."""
        used = self._weight or (self._shown.figures.weight if self._shown else "")
        for action in self.weights.menu().actions():
            there = self._book.has_counts(action.data())
            action.setEnabled(there)
            action.setToolTip(as_tip("" if there else tr("These data have no such counts")))
            action.setChecked(action.data() == used)

    def _show_shares(self) -> None:
        shown = self._shown
        if shown is None:
            return
        figures, theme, model = shown.figures, shown.theme, self._session.model
        if self._weight and self._weight != figures.weight and shown.outline is not None:
            measurer = self._book.measurer_of(self._weight)
            scores = measurer.measure([shown.outline]).scores
            figures = figures_of(measurer.pack.model, scores, 0, figures.year)
            theme = theme_figures(model, figures, theme.theme, measurer, shown.outline)
        data = class_bar_data(model, figures, self._session.palette, theme, self._beside(figures, theme))
        self.shares.setVisible(data is not None)
        if data is not None:
            self.shares.set_data(data)

    def _beside(self, figures: AreaFigures, theme: ThemeFigures) -> str:
        """The share in the unfavourable classes of the reference, where it is counted in the same."""
        reference = self._reference
        if reference is None or reference.figures.weight != figures.weight:
            return ""
        share = reference.figures.unfavourable
        if theme.theme != self._session.model.total.id:
            share = unfavourable_of(self._book.of_session(), reference.id, theme.theme, figures.year)
        if share is None:
            return ""
        prefix = tr("gemeente {name}").format(name="")  # its name alone is short enough to stand beside ours
        return f"{reference.label.removeprefix(prefix)} {formats.percentage(share)}"

    def _show_profile(self) -> None:
        shown, reference = self._shown, self.reference()
        if shown is None:
            return
        model = self._session.model
        in_steps = self._view.checkedId() == 1
        profile = profile_data(model, shown.figures, reference, shown.theme.theme)
        self.no_dimensions.setVisible(profile is None)
        self.no_dimensions.setText(tr("No dimensions were published for {year}.").format(year=shown.figures.year))
        self.profile.setVisible(profile is not None and not in_steps)
        self.waterfall.setVisible(profile is not None and in_steps)
        self.from_reference.setVisible(in_steps and reference is not None)
        if reference is not None:
            tip = tr("Begin with the score of {reference} instead of the fixed reference")
            self.from_reference.setToolTip(as_tip(tip.format(reference=reference.name)))
        start = reference if in_steps and self.from_reference.isChecked() else None
        self.profile.set_data(profile)
        self.waterfall.set_data(waterfall_data(model, shown.name, shown.figures, self._session.palette, start))

    def _show_trend(self) -> None:
        shown, reference = self._shown, self.reference()
        if shown is None:
            return
        references = [reference] if reference is not None else []
        country = self._book.country(shown.figures.year)
        if country is not None and (reference is None or reference.id != country.id):
            references.append(country)
        self.over_years.show_area(shown.name, shown.figures, shown.outline, references)
