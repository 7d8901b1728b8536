# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures as sheets: a title, columns with a title and kind each, and rows; and the method as lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QLocale

from ..analysis.cautions import BARE, LOW_COVERAGE, UNCERTAIN, caution_columns
from ..engine import choices
from ..engine.change.development import is_own_calculation
from ..engine.model import ScoreModel, Theme, in_language
from ..translation import language, tr
from ..words.weights import weight_title
from .handover import Handover

TEXT, WHOLE, SCORE, SHARE, YES = "text", "whole", "score", "share", "yes"
"""Kinds of column: text, whole numbers, scores in score units, parts of 1, yes or no."""
SCORE_AT, CLASS_AT = 2, 3
"""Places of score and class among the columns of the sheet of areas."""


@dataclass(frozen=True, eq=False)
class SheetColumn:
    """A column: what its head says, its kind, and a value per row, None for no value."""

    title: str
    kind: str
    values: Sequence[Any]


@dataclass(frozen=True, eq=False)
class Sheet:
    """A table to hand over; `name` is what a workbook calls it."""

    name: str
    columns: Sequence[SheetColumn]

    @property
    def rows(self) -> list[tuple[Any, ...]]:
        """Values row by row."""
        return list(zip(*(column.values for column in self.columns), strict=True))


def all_sheets(found: Handover) -> list[Sheet]:
    """Everything: areas, classes, dimensions, trend and, with two years or more, change."""
    sheets = [areas_sheet(found), classes_sheet(found), dimensions_sheet(found), trend_sheet(found)]
    return [*sheets, change_sheet(found)] if len(found.years) > 1 else sheets


def areas_sheet(found: Handover) -> Sheet:
    """One row per area, in the newest year: score, class, five dimensions, and what it was computed from."""
    scores, model = found.scores, _model(found)
    names = _class_names(model)
    number = [int(one) for one in scores.classes[:, -1]]
    columns = [
        _names(found),
        SheetColumn(tr("Year"), WHOLE, [found.year] * len(found.areas)),
        SheetColumn(_theme(model.total), SCORE, _numbers(scores.total[:, -1])),
        SheetColumn(tr("Class"), WHOLE, [one or None for one in number]),
        SheetColumn(tr("Class name"), TEXT, [names[one] for one in number]),
        SheetColumn(_theme(model.deviation), SCORE, _numbers(scores.deviation[:, -1])),
        *(
            SheetColumn(_theme(theme), SCORE, _numbers(scores.dimensions[:, -1, at]))
            for at, theme in enumerate(model.dimensions)
        ),
        SheetColumn(tr("Squares"), WHOLE, [int(one) for one in scores.squares[:, -1]]),
        SheetColumn(weight_title(scores.weight), SCORE, _numbers(scores.weight_sum[:, -1])),
        SheetColumn(tr("Squares with an estimated count"), WHOLE, [int(one) for one in scores.imputed[:, -1]]),
        SheetColumn(tr("Part of the surface with a score"), SHARE, _numbers(scores.covered[:, -1])),
        SheetColumn(tr("Published for this area"), YES, [bool(one) for one in scores.is_published[:, -1]]),
        SheetColumn(tr("Score by its squares"), SCORE, _numbers((scores.measured or scores).total[:, -1])),
        SheetColumn(tr("Few dwellings"), YES, [found.few(at) for at in range(len(found.areas))]),
        *_cautions(found),
    ]
    return Sheet(tr("Areas"), columns)


def _cautions(found: Handover) -> list[SheetColumn]:
    """What the figures rest on: surface, certain classes, squares without dimensions; and in words."""
    scores = found.scores
    told = caution_columns(scores, len(found.years) - 1, found.limits, language())
    uncertain = tr("{weight} in squares whose class isn't certain").format(weight=weight_title(scores.weight))
    pairs = zip(scores.certain[:, -1].tolist(), scores.classes[:, -1].tolist(), strict=True)
    certain = [sure if number else None for sure, number in pairs]
    return [
        SheetColumn(tr("Little of the surface with a score"), YES, told[LOW_COVERAGE]),
        SheetColumn(tr("Class is certain"), YES, certain),
        SheetColumn(uncertain, SCORE, told[UNCERTAIN]),
        SheetColumn(tr("Squares without dimensions"), WHOLE, told[BARE]),
        SheetColumn(tr("Warning"), TEXT, [found.caution(at) or None for at in range(len(found.areas))]),
    ]


def classes_sheet(found: Handover) -> Sheet:
    """One row per area and year: the share of the weight in every class, and that of classes 1 to 4."""
    scores, model = found.scores, _model(found)
    places = _places(found)
    columns = _area_and_year(found, places)
    for at, entry in enumerate(model.total_classification.classes):
        title = f"{entry.number} {in_language(entry.name, language())}"
        columns.append(SheetColumn(title, SHARE, [_number(scores.class_shares[a, y, at]) for a, y in places]))
    low = [number - 1 for number in model.unfavourable_classes]
    columns.append(
        SheetColumn(
            tr("Classes 1 to 4 together"),
            SHARE,
            [_number(scores.class_shares[a, y, low].sum()) for a, y in places],
        )
    )
    return Sheet(tr("Classes"), columns)


def dimensions_sheet(found: Handover) -> Sheet:
    """One row per area and year: deviation and the contributions that add up to it."""
    scores, model, places = found.scores, _model(found), _places(found)
    columns = _area_and_year(found, places)
    columns.append(SheetColumn(_theme(model.deviation), SCORE, [_number(scores.deviation[a, y]) for a, y in places]))
    for at, theme in enumerate(model.dimensions):
        columns.append(SheetColumn(_theme(theme), SCORE, [_number(scores.dimensions[a, y, at]) for a, y in places]))
    return Sheet(tr("Dimensions"), columns)


def trend_sheet(found: Handover) -> Sheet:
    """One row per area, one column per year: the total score."""
    years = [SheetColumn(str(year), SCORE, _numbers(found.scores.total[:, at])) for at, year in enumerate(found.years)]
    return Sheet(tr("Trend"), [_names(found), *years])


def change_sheet(found: Handover) -> Sheet:
    """One row per area: the change of total and dimensions from the first to the last year, on the same squares."""
    scores, model = found.same.scores, _model(found)
    total = scores.total[:, -1] - scores.total[:, 0]
    dimensions = scores.dimensions[:, -1] - scores.dimensions[:, 0]
    number = [int(one) for one in model.development_classification.classify(total)]
    names = [None, *(in_language(c.name, language()) for c in model.development_classification.classes)]
    own = is_own_calculation(model, model.total.id)
    of_class = tr("Class of change (own calculation)") if own else tr("Class of change")
    columns = [
        _names(found),
        SheetColumn(tr("From"), WHOLE, [found.since] * len(found.areas)),
        SheetColumn(tr("Until"), WHOLE, [found.year] * len(found.areas)),
        SheetColumn(tr("Change of the total score"), SCORE, _numbers(total)),
        SheetColumn(of_class, WHOLE, [one or None for one in number]),
        SheetColumn(tr("Name of the class of change"), TEXT, [names[one] for one in number]),
        *(
            SheetColumn(tr("Change: {theme}").format(theme=_theme(theme)), SCORE, _numbers(dimensions[:, at]))
            for at, theme in enumerate(model.dimensions)
        ),
        SheetColumn(tr("Squares left out"), WHOLE, [int(one) for one in found.same.left_out]),
    ]
    return Sheet(tr("Change"), columns)


def method_lines(found: Handover, source_line: str = "") -> list[tuple[str, str]]:
    """What every output carries: source, edition, weight, rule, thresholds, date and caveat."""
    model, pack, recipe = _model(found), found.measurer.pack, found.measurer.recipe
    source = source_line or in_language(model.source_line, language())
    label = pack.info.get("demonstration")
    lines = [
        (tr("Source"), source.replace("{edition}", pack.edition)),
        (tr("Model and edition"), f"{in_language(model.name, language())}, {pack.edition}"),
        (tr("Years"), ", ".join(map(str, found.years))),
        (tr("Weight"), weight_title(found.scores.weight)),
        (tr("Squares on the border"), _rule(recipe.rule)),
        (
            tr("Missing counts"),
            tr("dwellings from households, else inhabitants / {persons}, else {constant}").format(
                persons=_short(recipe.imputation.persons_per_dwelling),
                constant=_short(recipe.imputation.dwellings_if_unknown),
            ),
        ),
        (tr("Figures of few dwellings"), tr("marked below {count}").format(count=_short(found.smallest))),
        (
            tr("Little of the surface with a score"),
            tr("marked below {count}").format(count=f"{100 * found.limits.coverage:g} %"),
        ),
        *_own_bounds(model),
        (tr("Date"), f"{found.made:%d-%m-%Y %H:%M}"),
        (tr("Made with"), f"leefbaar_plugin {found.version}"),
        (tr("Mind"), in_language(model.caveat, language())),
    ]
    if label:
        lines.insert(0, (tr("Demonstration data"), in_language(label, language())))
    return lines


def _own_bounds(model: ScoreModel) -> list[tuple[str, str]]:
    """That the bounds of change are ours, where they are."""
    if not is_own_calculation(model, model.total.id):
        return []
    return [(tr("Class bounds of change"), tr("own calculation; the ministry has not published any"))]


def _short(value: float) -> str:
    """A number with the digits that it has, and the sign of the language between them."""
    return f"{value:g}".replace(".", QLocale(language()).decimalPoint())


def _rule(rule: str) -> str:
    names = {
        choices.SHARE: tr("by the share of their surface inside"),
        choices.CENTRE: tr("whole when their centre is inside"),
        choices.INSIDE: tr("by the part of the own dwellings inside"),
    }
    return names[rule]


def _model(found: Handover) -> ScoreModel:
    return found.measurer.pack.model


def _theme(theme: Theme) -> str:
    name = in_language(theme.name, language())
    return name[:1].upper() + name[1:]


def _names(found: Handover) -> SheetColumn:
    return SheetColumn(tr("Area"), TEXT, [area.name for area in found.areas])


def _places(found: Handover) -> list[tuple[int, int]]:
    return [(area, year) for area in range(len(found.areas)) for year in range(len(found.years))]


def _area_and_year(found: Handover, places: Sequence[tuple[int, int]]) -> list[SheetColumn]:
    return [
        SheetColumn(tr("Area"), TEXT, [found.areas[area].name for area, _ in places]),
        SheetColumn(tr("Year"), WHOLE, [found.years[year] for _, year in places]),
    ]


def _class_names(model: ScoreModel) -> list[str | None]:
    return [None, *(in_language(entry.name, language()) for entry in model.total_classification.classes)]


def _numbers(values: Any) -> list[float | None]:
    return [_number(value) for value in values]


def _number(value: Any) -> float | None:
    return float(value) if value == value else None
