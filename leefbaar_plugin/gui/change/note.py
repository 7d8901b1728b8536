# SPDX-License-Identifier: GPL-2.0-or-later
"""Under the bar while the map shows a development: how much the area, else all squares, changed and for how many."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from ... import settings
from ...analysis.cautions import Caution
from ...analysis.change.area_changes import changes_of
from ...analysis.change.development import pack_development
from ...analysis.derived import CHANGE
from ...engine.change.development import BETTER, SAME, WORSE, AreaDevelopment, is_own_calculation
from ...engine.errors import LeefbaarError
from ...engine.model import in_language
from ...layers.marks import SMALL
from ...plain_text import MarkupLabel, escaped
from ...translation import language, tr, trn
from ...words import formats
from ...words.weights import weight_name
from ..drawing.areas import Areas
from ..session import Session
from ..widgets.terms import explain_by_terms
from ..work import Background


class ChangeNote(MarkupLabel):
    """Change of the theme of the current area, with the shares that got better and worse; hidden in other views."""

    def __init__(self, session: Session, areas: Areas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LeefbaarometerChangeNote")
        self.setWordWrap(True)
        explain_by_terms(self, "development", "own_calculation")
        self._session = session
        self._areas = areas
        self._background: Background | None = None
        self._whole: tuple[object, AreaDevelopment] | None = None
        session.view_changed.connect(self._follow)
        session.pack_changed.connect(self._follow)
        session.recipe_changed.connect(self._follow)
        areas.current_changed.connect(self._follow)
        self._follow()

    def set_background(self, background: Background) -> None:
        """Where all squares together are computed."""
        self._background = background

    def _follow(self) -> None:
        session = self._session
        pack = session.pack
        shown = pack is not None and pack.grid is not None and session.kind == CHANGE
        self.setVisible(shown)
        if not shown:
            return
        outline = self._areas.outline()
        if outline is None:
            self._follow_pack()
            return
        try:
            found = changes_of(session.measurer, [outline], session.since, session.year).found
        except LeefbaarError:  # what is wrong with the area was said when it was measured
            self.setText("")
            return
        name = self._areas.names().get(self._areas.current or 0, "") if not self._areas.has_sketch else ""
        self._show(name or tr("This area"), found)

    def _follow_pack(self) -> None:
        session = self._session
        key = (session.measurer, session.since, session.year)
        if self._whole is not None and self._whole[0] == key:
            self._show(tr("All squares"), self._whole[1])
            return
        self.setText(tr("Computing…"))
        if self._background is None:
            return
        measurer, since, year = key

        def done(found: AreaDevelopment) -> None:
            self._whole = (key, found)
            self._follow()

        self._background.start(
            "development of all",
            tr("Leefbaarometer: computing the development"),
            lambda _progress: pack_development(measurer, since, year),
            done,
            lambda _problem: self.setText(""),
        )

    def _show(self, name: str, found: AreaDevelopment) -> None:
        session = self._session
        model, theme = session.model, session.theme
        place = [one.id for one in model.themes].index(theme.id)
        number = int(found.classes[0, place])
        if not number:
            self.setText(tr("{name}: no squares with scores in both years.").format(name=escaped(name)))
            return
        value = formats.signed_difference(float(found.change.themes[0, place]))
        of_class = f"{number} · {model.development_classification.name(number, language())}"
        if is_own_calculation(model, theme.id):
            of_class += f" ({tr('own calculation')})"
        shares = {side: formats.percentage(float(found.shares[0, place, side])) for side in (WORSE, SAME, BETTER)}
        text = trn(
            "<b>{name}</b>, {theme} {since}–{year}: <b>{value}</b>, {change_class}.<br>"
            "Better {better}, the same {same}, worse {worse} of the {weight} of {squares} square with both years.",
            "<b>{name}</b>, {theme} {since}–{year}: <b>{value}</b>, {change_class}.<br>"
            "Better {better}, the same {same}, worse {worse} of the {weight} of {squares} squares with both years.",
            int(found.squares[0]),
        )
        told = self._warning(found)
        self.setText(
            text.format(
                name=escaped(name),
                theme=in_language(theme.name, language()),
                since=session.since,
                year=session.year,
                value=value,
                change_class=of_class,
                better=shares[BETTER],
                same=shares[SAME],
                worse=shares[WORSE],
                weight=weight_name(found.weight),
                squares=formats.count(int(found.squares[0])),
            )
            + (f"<br>{escaped(told)}" if told else "")
        )

    @staticmethod
    def _warning(found: AreaDevelopment) -> str:
        """What the change rests on, where that is little; "" for nothing."""
        covered = None if found.covered is None else float(found.covered[0])
        caution = Caution(int(found.squares[0]), float(found.weight_sum[0]), found.weight, covered, True)
        told = caution.words(settings.load().limits, language())
        return f"{SMALL} {told}" if told else ""
