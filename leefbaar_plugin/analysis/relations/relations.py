# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores of a pack beside a table of the user: the one way that algorithm and dock go. An association, no cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.aggregation import AreaScores
from ...engine.areas.published import change_is_published, changes_since, dimension_classes_of
from ...engine.areas.rings import decode_polygons
from ...engine.choices import SMALLEST_INHABITANTS, CautionLimits
from ...engine.errors import InputError
from ...engine.model import Classification, ScoreModel, Theme
from ...engine.relations.neighbours import NEAREST, NEAREST_COUNT, Neighbours, centres, neighbours_of
from ...engine.relations.relation import Relation, RelationQuestion, relate
from ...pack.files.progress import Progress, report, silent
from ...pack.official import GEMEENTE, LevelAreas, read_level
from ...pack.official_scores import official_scores
from ...pack.outlines.geometry import EMPTY_POLYGON
from ...pack.pack import Pack
from ...pack.parts import shortened, whole_areas
from ...pack.references.groups import REST, load_groups
from ...pack.tables.user_table import NumberNote, UserTable
from ..cautions import Caution, cautions_of, few_columns
from ..marks import Marks, mark_columns, marks_of
from ..measure import Measurer, level_scores
from .joined_table import JoinedTable, join

Floats = NDArray[np.float64]

EVERYWHERE, BY_GEMEENTE, BY_GROUP = "none", "gemeente", "group"
REGIONS = (EVERYWHERE, BY_GEMEENTE, BY_GROUP)
MEASURED, NO_SCORE, NO_WEIGHT, NO_NUMBER = "measured", "areas without a score", "areas without a weight", "no number"
SCORE_CHANGE, VALUE_CHANGE = "change of the score", "change of the figure"
MEASURED_SOME, PARTS = "measured where not published", "areas of which the data hold a part"


@dataclass(frozen=True)
class RelationChoice:
    """What is related: a theme in a year of a level with a column of a table, and how.

    `weight` is a kind of count of the squares ("" for none), `weight_column` a column of the table instead.
    `neighbours` is "" for no Moran's I, `neighbour_count` counts for the nearest only. `measured` takes the scores from
    the squares even where they are published. With a year `since` the change of the theme since then is related; with
    `value_since_column` the column minus that one, so change with change. `table_year` is the year of the rows of a
    table that has several per area, 0 for a table of one year.
    """

    level: str
    theme: str
    year: int
    value_column: str
    code_column: str = ""
    weight: str = ""
    weight_column: str = ""
    region: str = EVERYWHERE
    neighbours: str = NEAREST
    neighbour_count: int = NEAREST_COUNT
    measured: bool = False
    since: int = 0
    value_since_column: str = ""
    table_year: int = 0
    question: RelationQuestion = field(default_factory=RelationQuestion)


@dataclass(frozen=True, eq=False)
class TableRelation:
    """The relation and the areas it was made of; arrays by area, NaN for no value, class 0 and region "" for none.

    `weight` is None without one. `notes` say what was done with the table and which areas weren't used; `published`
    tells which scores are those that are published, `marks` which areas are small, `told` what has to be told of every
    area (nothing where its squares weren't looked at), `certain` whether its class is: False where the score lies in
    the interval of a class bound and no class is published.
    """

    choice: RelationChoice
    model: ScoreModel
    areas: LevelAreas
    score: Floats
    classes: NDArray[np.int8]
    value: Floats
    weight: Floats | None
    region: tuple[str, ...]
    joined: JoinedTable
    relation: Relation
    notes: tuple[NumberNote, ...]
    published: NDArray[np.bool_]
    marks: Marks
    told: tuple[Caution, ...]
    certain: NDArray[np.bool_]

    @property
    def theme(self) -> Theme:
        """The theme that is related."""
        return theme_of(self.model, self.choice.theme)


def theme_of(model: ScoreModel, theme_id: str) -> Theme:
    """The total or dimension with this id; InputError when the model has none."""
    for theme in model.themes:
        if theme.id == theme_id:
            return theme
    themes = ", ".join(theme.id for theme in model.themes)
    raise InputError("There is no theme “{theme}”; there are {themes}.", theme=theme_id, themes=themes)


def relate_table(
    pack: Pack, table: UserTable, choice: RelationChoice, measurer: Measurer | None = None, progress: Progress = silent
) -> TableRelation:
    """Join the table to the areas of the level and relate its column with their scores; for any thread.

    `measurer` counts the weight; its recipe's weight is that of measured scores. InputError or PackError when the
    pack lacks the level, the year or the scores, the table the columns, or no code belongs to an area.
    """
    theme = theme_of(pack.model, choice.theme)
    year = pack.require_year(choice.year)
    areas, parts = whole_areas(pack, read_level(pack, choice.level))
    if not len(areas):
        raise InputError(
            "The data pack has no areas of the level {level}; it has {levels}.",
            level=choice.level,
            levels=", ".join(pack.known_levels),
        )
    report(progress, 0.2)
    joined = join(table, choice.code_column, choice.level, areas.code, choice.value_column, choice.table_year)
    value, numbers = joined.numbers(choice.value_column)
    if not numbers.found:
        raise InputError("Column {column} of {file} holds no numbers.", column=choice.value_column, file=table.label)
    notes = [*joined.notes, *numbers.notes]
    if choice.value_since_column:
        before, earlier = joined.numbers(choice.value_since_column)
        value = value - before
        notes += [*earlier.notes, NumberNote(VALUE_CHANGE, {"before": choice.value_since_column})]
    if parts:
        notes.append(NumberNote(PARTS, {"count": len(parts), "names": shortened(parts)}))
    if choice.measured or pack.grid is not None:
        measurer = measurer or Measurer(pack)
    scores, basis = _scores(pack, areas, year, measurer, choice.measured)
    (score, classes, certain), published = _of_theme(pack.model, scores, theme), scores.is_published[:, 0]
    notes += basis
    if choice.since:
        score, published = _change(pack, areas, theme, (_earlier(pack, choice), year), measurer, choice.measured)
        notes.append(NumberNote(SCORE_CHANGE, {"since": choice.since, "until": year}))
    report(progress, 0.4)
    weight, weight_notes = _weight(pack, areas, joined, choice, measurer, year)
    report(progress, 0.6)
    region = _regions(pack, areas, choice.region)
    near, points = _neighbours(areas, choice)
    relation = relate(score, value, weight, region, near, choice.question, points)
    report(progress, 1.0)
    marks = marks_of(pack, official_scores(pack).of_codes(areas.level, areas.code))
    notes += weight_notes + _missing(score, value, weight, joined)
    found = choice, pack.model, areas, score, classes, value, weight, tuple(region), joined, relation
    told = cautions_of(scores, 0) if measurer is not None else [Caution(0, 0.0, "", None, True)] * len(areas)
    return TableRelation(*found, tuple(notes), published, marks, tuple(told), certain)


def scale_of(model: ScoreModel, theme: Theme) -> Classification | None:
    """The classification of a theme's scores."""
    return model.total_classification if theme.id == model.total.id else model.deviation_classification


def unfavourable_bound(pack: Pack, theme_id: str) -> float:
    """The score from which a class isn't unfavourable: the bound above class 4, on the scale of the theme."""
    scale = scale_of(pack.model, theme_of(pack.model, theme_id)) or pack.model.total_classification
    return float(scale.bounds[max(pack.model.unfavourable_classes) - 1])


def _scores(
    pack: Pack, areas: LevelAreas, year: int, measurer: Measurer | None, measured: bool
) -> tuple[AreaScores, list[NumberNote]]:
    """Scores of every area as they're published, else measured, with `measured` all of them."""
    scores = level_scores(pack, areas, (year,), measurer)
    notes = []
    if measured:
        scores = scores.from_squares
    from_squares = ~scores.is_published[:, 0] & ~np.isnan(scores.total[:, 0])
    if measurer is not None and from_squares.any():
        values = {"weight": measurer.weights.kind, "count": int(from_squares.sum())}
        notes.append(NumberNote(MEASURED if not scores.is_published.any() else MEASURED_SOME, values))
    return scores, notes


def _of_theme(
    model: ScoreModel, scores: AreaScores, theme: Theme
) -> tuple[Floats, NDArray[np.int8], NDArray[np.bool_]]:
    """Score and class of every area for one theme, and whether the class is certain."""
    if theme.id == model.total.id:
        return scores.total[:, 0], scores.classes[:, 0], scores.certain[:, 0]
    place = [one.id for one in model.dimensions].index(theme.id)
    values, classes = scores.dimensions[:, 0, place], dimension_classes_of(model, scores, slice(None), 0)[:, place]
    scale = model.deviation_classification
    certain = np.ones(len(values), bool) if scale is None else scale.certain(values) | scores.is_published[:, 0]
    return values, classes, certain


def _change(
    pack: Pack,
    areas: LevelAreas,
    theme: Theme,
    years: tuple[int, int],
    measurer: Measurer | None,
    measured: bool,
) -> tuple[Floats, NDArray[np.bool_]]:
    """Change of the score of every area, and whether it is that of published scores: where only one of both years is
    published, it is that of the squares.
    """
    scores = level_scores(pack, areas, years, measurer)
    if measured:
        scores = scores.from_squares
    place = [one.id for one in pack.model.themes].index(theme.id)
    return changes_since(scores, 0)[:, 1, place], change_is_published(scores, 0, 1)


def _earlier(pack: Pack, choice: RelationChoice) -> int:
    """The year that a change is counted from; InputError for one that isn't earlier."""
    if choice.since >= choice.year:
        raise InputError("The earlier year {since} has to lie before {year}.", since=choice.since, year=choice.year)
    return pack.require_year(choice.since)


def _weight(
    pack: Pack, areas: LevelAreas, joined: JoinedTable, choice: RelationChoice, measurer: Measurer | None, year: int
) -> tuple[Floats | None, list[NumberNote]]:
    """The weight of every area, from the table or from the counts of the squares; None when none is asked for."""
    if choice.weight_column:
        weight, numbers = joined.numbers(choice.weight_column)
        if not numbers.found:
            raise InputError(
                "Column {column} of {file} holds no numbers.", column=choice.weight_column, file=joined.table.label
            )
        return weight, list(numbers.notes)
    if not choice.weight:
        return None, []
    recipe = (measurer or Measurer(pack)).recipe if pack.grid is not None else None
    if recipe is None or pack.counts is None:
        raise InputError("The data pack has no counts per square; choose a column of the table as weight instead.")
    counted = Measurer(pack, type(recipe)(choice.weight, recipe.rule, recipe.fill_rule, recipe.imputation))
    if counted.weights.kind != choice.weight:
        raise InputError("The data pack has no counts per square; choose a column of the table as weight instead.")
    return counted.measure(areas.wkb, (year,)).scores.weight_sum[:, 0], []


def _regions(pack: Pack, areas: LevelAreas, kind: str) -> list[str]:
    """Name of the gemeente or id of the group of every area; "" where it can't be told, or for no regions."""
    if kind == EVERYWHERE:
        return [""] * len(areas)
    if kind not in REGIONS:
        raise InputError("Region {region} isn't one of {regions}.", region=kind, regions=", ".join(REGIONS))
    codes = areas.gemeente
    if kind == BY_GEMEENTE:
        known = read_level(pack, GEMEENTE, outlines=False)
        names = dict(zip(known.code, known.name, strict=True))
        return [names.get(code, code) for code in codes]
    group_of = {code: group.id for group in load_groups().groups for code in group.codes}
    return [group_of.get(code, REST) if code else "" for code in codes]


def _neighbours(areas: LevelAreas, choice: RelationChoice) -> tuple[Neighbours | None, Floats | None]:
    """The neighbours of the areas and their centres; None where none are asked for."""
    if not choice.neighbours:
        return None, None
    rings = decode_polygons([wkb or EMPTY_POLYGON for wkb in areas.wkb])
    return neighbours_of(rings, choice.neighbours, choice.neighbour_count), centres(rings)


def _missing(score: Floats, value: Floats, weight: Floats | None, joined: JoinedTable) -> list[NumberNote]:
    """Areas that stand in the table and yet aren't used, and why."""
    there = joined.row >= 0
    counts = {NO_SCORE: there & np.isnan(score), NO_NUMBER: there & np.isnan(value)}
    if weight is not None:
        counts[NO_WEIGHT] = there & ~(np.nan_to_num(weight) > 0)
    return [NumberNote(kind, {"count": int(rows.sum())}) for kind, rows in counts.items() if rows.any()]


def columns_of(
    found: TableRelation,
    names: Sequence[str],
    small: float = SMALLEST_INHABITANTS,
    language: str = "en",
    limits: CautionLimits | None = None,
) -> tuple[NDArray[np.int64], dict[str, list]]:
    """Places of the areas that have a row in the table, and columns of a table of them; None for no value.

    `names` are the names of the quadrants low/low, low/high, high/low and high/high, score first.
    """
    rows = np.flatnonzero(found.joined.row >= 0)
    quadrants = [None, *names]
    weight = np.full(len(found.areas), np.nan) if found.weight is None else found.weight
    return rows, {
        "code": [found.areas.code[at] for at in rows],
        "name": [found.areas.name[at] for at in rows],
        "score": _plain(found.score[rows]),
        "class": [number or None for number in found.classes[rows].tolist()],
        "class_certain": [bool(found.certain[at]) if found.classes[at] else None for at in rows],
        "value": _plain(found.value[rows]),
        "weight_value": _plain(weight[rows]),
        "region": [found.region[at] or None for at in rows],
        "quadrant": [quadrants[number] for number in found.relation.quadrant[rows].tolist()],
        "residual": _plain(found.relation.residual[rows]),
        "published": [bool(found.published[at]) if np.isfinite(found.score[at]) else None for at in rows],
        **mark_columns(found.marks, small, rows.tolist()),
        **few_columns([found.told[at] for at in rows.tolist()], limits or CautionLimits(), language),
    }


def _plain(values: Floats) -> list[float | None]:
    return [value if np.isfinite(value) else None for value in values.tolist()]
