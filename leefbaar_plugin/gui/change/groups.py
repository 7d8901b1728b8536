# SPDX-License-Identifier: GPL-2.0-or-later
"""Groups of gemeenten: the share of the lowest and the highest classes in both years; and transitions of classes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.PyQt.QtWidgets import QHBoxLayout, QWidget

from ...analysis.cautions import Caution, cautions_of
from ...analysis.groups.area_groups import AreaGroup, groups_of
from ...analysis.groups.group_figures import (
    CoveredGroups,
    complete_groups,
    cover_areas,
    cover_groups,
    group_scores,
    group_transitions,
)
from ...analysis.groups.group_tables import covered_by_year
from ...charts.transition_matrix import MatrixData, TransitionMatrix
from ...engine.areas.aggregation import AreaScores
from ...engine.change.transitions import Transitions
from ...engine.model import in_language
from ...pack.files.progress import Progress
from ...pack.references.groups import COUNTRY
from ...plain_text import PlainLabel
from ...translation import language, tr
from ...words import formats
from ...words.group_kinds import group_kind_names
from ...words.reference import kept_groups_sentence
from ...words.weights import weight_name
from ..widgets.column import SCORE, SHARE, SIGNED, TEXT
from ..widgets.elided import ElidedCombo
from ..widgets.figure_model import FigureColumn
from ..widgets.figure_table import FigureTable
from ..work import Background
from .part import Asked, ChangePart, copy_button, flat_button

_HIGHEST = 8


@dataclass(frozen=True, eq=False)
class _Shares:
    """Figures of groups, and the groups that the data hold in part only."""

    covered: CoveredGroups
    scores: AreaScores
    lacking: list[AreaGroup]


class GroupsPart(ChangePart):
    """A table of groups with their class shares in both years."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.kinds = ElidedCombo(self)
        self.kinds.setObjectName("LeefbaarometerChangeGroupKind")
        for kind, text in group_kind_names().items():
            self.kinds.addItem(text, kind)
        label = PlainLabel(tr("Groups"), self)
        label.setBuddy(self.kinds)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.kinds, 1)
        self.body.insertLayout(0, row)
        self.table = FigureTable("LeefbaarometerChangeGroups", tr("Groups of gemeenten"), self)
        self.body.addWidget(self.table)
        self.words = self.label("LeefbaarometerChangeGroupWords")
        self.copy = flat_button(self, tr("Copy table"), "LeefbaarometerChangeCopyGroups")
        self.buttons(self.copy)
        self.copy.clicked.connect(lambda _checked: self.table.copy())
        self.kinds.activated.connect(lambda _index: self.again())
        self.show_nothing()

    def subject(self) -> str:
        """Subject of the background work."""
        return "change groups"

    def title(self) -> str:
        """Title of the background work."""
        return tr("Leefbaarometer: measuring groups of gemeenten")

    def work(self, asked: Asked) -> Callable[[Progress], Any]:
        """Measure the groups of the chosen kind."""
        measurer, kind = asked.references.measurer, self.kinds.currentData()

        def measure(progress: Progress) -> _Shares:
            groups = groups_of(measurer.pack, kind, measurer.weights.kind)
            covered = cover_groups(measurer, groups, progress)
            return _Shares(covered, group_scores(covered), complete_groups(groups)[1])

        return measure

    def show_found(self, asked: Asked, found: _Shares) -> None:
        """Show the table."""
        self._set_visible(True)
        self.table.show_columns(_group_table(asked, found))
        sentences = []
        if found.lacking:
            names = ", ".join(in_language(group.name, language()) for group in found.lacking)
            sentences.append(tr("Not all gemeenten of {names} are in these data.").format(names=names))
        kept = kept_groups_sentence([group for group in found.covered.groups if group.kept])
        if kept:
            sentences.append(kept)
        scores = found.scores
        told = cautions_of(scores, scores.years.index(asked.until))
        self.warn([_group_name(group) for group in found.covered.groups], told)
        text = tr("Shares of the {weight}, each year on the squares it has.")
        sentences.append(text.format(weight=weight_name(found.scores.weight)))
        self.words.setText(" ".join(sentences))

    def show_nothing(self) -> None:
        """Hide table and words."""
        self._set_visible(False)

    def _set_visible(self, visible: bool) -> None:
        for widget in (self.table, self.words, self.copy):
            widget.setVisible(visible)


def _group_table(asked: Asked, found: _Shares) -> list[FigureColumn]:
    model, scores = asked.model, found.scores
    first, last = scores.years.index(asked.since), scores.years.index(asked.until)
    low = scores.class_shares[..., [number - 1 for number in model.unfavourable_classes]].sum(axis=-1)
    high = scores.class_shares[..., _HIGHEST - 1 :].sum(axis=-1)
    values = {"since": asked.since, "until": asked.until}
    names = [_group_name(group) for group in found.covered.groups]
    group, score = tr("Group"), tr("Total score {until}").format(**values)
    change = tr("Change of the total score, {since}–{until}").format(**values)
    below = tr("Share in squares of classes 1 to 4 in {until}").format(**values)
    before = tr("Share in squares of classes 1 to 4 in {since}").format(**values)
    above = tr("Share in squares of classes 8 and 9 in {until}").format(**values)
    moved = scores.total[:, last] - scores.total[:, first]
    return [
        FigureColumn(group, group, group, TEXT, names),
        FigureColumn(tr("Score"), score, score, SCORE, scores.total[:, last].tolist(), rank=2),
        FigureColumn(tr("Chg."), change, change, SIGNED, moved.tolist()),
        FigureColumn(f"1–4 ’{asked.since % 100:02d}", before, before, SHARE, low[:, first].tolist(), rank=1),
        FigureColumn(f"1–4 ’{asked.until % 100:02d}", below, below, SHARE, low[:, last].tolist()),
        FigureColumn(f"8–9 ’{asked.until % 100:02d}", above, above, SHARE, high[:, last].tolist(), rank=3),
    ]


def _group_name(group: AreaGroup) -> str:
    """Name of a group, with how many of its gemeenten the data hold when that isn't all."""
    name = in_language(group.name, language())
    if group.complete or not group.members:
        return name
    text = tr("{name} ({present} of {members})")
    return text.format(name=name, present=len(group.codes), members=group.members)


class TransitionsPart(ChangePart):
    """From which class to which: of the area in focus, else of all squares."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(background, parent)
        self.matrix = TransitionMatrix(self)
        self.body.addWidget(self.matrix)
        self.words = self.label("LeefbaarometerChangeTransitionWords")
        self.copy = copy_button(self, "LeefbaarometerChangeCopyTransitions", self.words.text, self.caveat)
        self.copy_table = flat_button(self, tr("Copy table"), "LeefbaarometerChangeCopyMatrix")
        self.buttons(self.copy, self.copy_table)
        self.copy_table.clicked.connect(lambda _checked: self.matrix.copy_table())
        self.show_nothing()

    def subject(self) -> str:
        """Subject of the background work."""
        return "change transitions"

    def title(self) -> str:
        """Title of the background work."""
        return tr("Leefbaarometer: counting transitions")

    def work(self, asked: Asked) -> Callable[[Progress], Any]:
        """Count the transitions."""
        measurer, focus = asked.references.measurer, asked.focus

        def count(progress: Progress) -> tuple[Transitions, Caution]:
            if focus is not None and focus.wkb is not None:
                covered = cover_areas(measurer, [focus.wkb], [focus.name])
            else:
                covered = cover_groups(measurer, [AreaGroup(COUNTRY, {"en": ""}, ())], progress)
            made = group_transitions(covered, asked.since, asked.until)
            part = covered_by_year(covered, asked.since, asked.until)[0]
            squares, weight = int(made.squares[0, 1:, 1:].sum()), float(made.weight[0, 1:, 1:].sum())
            return made, Caution(squares, weight, measurer.weights.kind, part, weight > 0)

        return count

    def show_found(self, asked: Asked, answer: tuple[Transitions, Caution]) -> None:
        """Show the matrix and how much rose and fell."""
        self._set_visible(True)
        model, (found, caution) = asked.model, answer
        weight = weight_name(asked.references.measurer.weights.kind)
        both = found.weight[0, 1:, 1:]
        with np.errstate(divide="ignore", invalid="ignore"):
            shares = both / both.sum(axis=1, keepdims=True)
        name = asked.focus.name if asked.focus is not None else tr("all squares of the data")
        self.warn([name], [caution])
        values = {"name": name, "since": asked.since, "until": asked.until, "weight": weight}
        names = tuple(in_language(entry.name, language()) for entry in model.total_classification.classes)
        data = MatrixData(
            tr("{name}: {weight} by class, {since} and {until}").format(**values),
            asked.since,
            asked.until,
            tuple(f"{number} · {text}" for number, text in enumerate(names, start=1)),
            tuple(asked.palette.colours),
            tuple(tuple(row) for row in shares.tolist()),
            tuple(tuple(row) for row in both.tolist()),
            weight,
        )
        self.matrix.set_data(data)
        lower, same, higher = found.moved()[0].tolist()
        total = lower + same + higher
        if not total > 0:
            self.words.setText(tr("No squares have a score in both {since} and {until}.").format(**values))
            return
        text = tr(
            "Of the {weight} in squares with a score in both {since} and {until}, {higher} came in a higher class, "
            "{same} stayed in the same and {lower} came in a lower one."
        )
        went = {"higher": higher / total, "same": same / total, "lower": lower / total}
        sentence = text.format(**values, **{key: formats.percentage(share) for key, share in went.items()})
        self.words.setText(sentence)

    def show_nothing(self) -> None:
        """Hide matrix and words."""
        self._set_visible(False)

    def _set_visible(self, visible: bool) -> None:
        for widget in (self.matrix, self.words, self.copy, self.copy_table):
            widget.setVisible(visible)
