# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of change: one row per area or per group, None for no value; shares are fractions from 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...engine.change.development import BETTER, NOTHING, SAME, WORSE, is_own_calculation
from ...engine.choices import CautionLimits
from ...engine.model import Classification, ScoreModel, in_language
from ..cautions import BARE, Caution, few_columns, together
from ..measure import plain
from .area_changes import AreaChanges, GroupChanges

Columns = dict[str, list[Any]]
PUBLISHED, SQUARES = "published", "squares"
"""Values of the column `basis`: the difference of published scores, or the mean change of squares."""


def own_class_column(model: ScoreModel, classes: Sequence[int | None]) -> list[bool | None]:
    """Whether classes of change of the total rest on own bounds, which nobody published; None for no class."""
    own = is_own_calculation(model, model.total.id)
    return [own if number else None for number in classes]


def change_cautions(changes: AreaChanges, language: str, limits: CautionLimits) -> Columns:
    """Columns few, low_coverage and warning of the change of areas, and without_dimensions: how many of the squares
    compared lack a dimension.
    """
    told = cautions_of_change(changes)
    return {
        **few_columns(told, limits, language),
        BARE: [one.bare if one.squares else None for one in told],
    }


def cautions_of_groups(changes: AreaChanges, groups: GroupChanges) -> list[Caution]:
    """What has to be told of the change of every group: of its areas that count together."""
    told, places = cautions_of_change(changes), groups.group.tolist()
    found: list[list[Caution]] = [[] for _name in groups.names]
    for place, one, left_out in zip(places, told, groups.left_out.tolist(), strict=True):
        if not left_out:
            found[place].append(one)
    return [together(members, groups.weight) for members in found]


def cautions_of_change(changes: AreaChanges) -> list[Caution]:
    """What has to be told of the change of every area: of the squares that have a score in both years."""
    found, there = changes.found, ~np.isnan(changes.found.change.total)
    none = [None] * len(changes)
    covered = none if found.covered is None else plain(found.covered)
    surface = none if changes.coverage is None else plain(changes.coverage.surface)
    bare = [0] * len(changes) if found.bare is None else found.bare.tolist()
    rest = zip(
        *(found.squares.tolist(), np.nan_to_num(found.weight_sum).tolist(), covered, there.tolist(), bare, surface),
        strict=True,
    )
    return [
        Caution(squares, weight, found.weight, part, scored, lacking, size)
        for squares, weight, part, scored, lacking, size in rest
    ]


def change_columns(model: ScoreModel, changes: AreaChanges, rule: str, language: str) -> Columns:
    """Columns of a table of the change of areas, in the order in which they are shown."""
    found, change = changes.found, changes.found.change
    count = len(changes)
    known = changes.coverage is not None
    columns: Columns = {"since": [change.since] * count, "until": [change.until] * count}
    columns["change"] = plain(change.total)
    for number, theme in enumerate(model.dimensions):
        columns[f"change_{theme.id}"] = plain(change.contributions[:, number])
    columns["change_reference"] = plain(np.where(np.isnan(change.total), np.nan, change.reference))
    columns |= class_of_change(model.development_classification, found.classes[:, 0], language)
    scored = found.classes[:, 0] > 0
    columns["own_calculation"] = [bool(o) if s else None for o, s in zip(changes.own_class, scored, strict=True)]
    for name, direction in (("worse", WORSE), ("same", SAME), ("better", BETTER)):
        columns[name] = plain(found.shares[:, 0, direction])
    ids = [theme.id for theme in model.dimensions]
    names = [in_language(theme.name, language) for theme in model.dimensions]
    explains = changes.explains.tolist()
    columns["explains"] = [None if place == NOTHING else ids[place] for place in explains]
    columns["explains_name"] = [None if place == NOTHING else names[place] for place in explains]
    columns["squares"] = found.squares.tolist() if known else [None] * count
    columns["weight_sum"] = found.weight_sum.tolist() if known else [None] * count
    columns["basis"] = [
        (PUBLISHED if stated else SQUARES) if there else None
        for stated, there in zip(changes.published.tolist(), (~np.isnan(change.total)).tolist(), strict=True)
    ]
    columns["weight"] = [found.weight or None] * count
    columns["rule"] = [rule if known else None] * count
    return columns


def end_columns(model: ScoreModel, changes: AreaChanges, language: str) -> Columns:
    """Score and class of both years, and whether they are those that are published."""
    names = [None, *(in_language(entry.name, language) for entry in model.total_classification.classes)]
    columns: Columns = {}
    for at, end in enumerate(("since", "until")):
        total, classes = changes.scores.total[:, at], changes.scores.classes[:, at].tolist()
        columns[f"lbm_{end}"] = plain(total)
        columns[f"class_{end}"] = [number or None for number in classes]
        columns[f"class_name_{end}"] = [names[number] for number in classes]
        there = zip(total.tolist(), changes.scores.published[:, at].tolist(), strict=True)
        columns[f"published_{end}"] = [None if value != value else stated for value, stated in there]
    return columns


def certain_columns(changes: AreaChanges) -> Columns:
    """Whether the class of both years is certain; None without a class."""
    columns: Columns = {}
    for at, end in enumerate(("since", "until")):
        pairs = zip(changes.scores.classes[:, at].tolist(), changes.scores.certain[:, at].tolist(), strict=True)
        columns[f"class_certain_{end}"] = [sure if number else None for number, sure in pairs]
    return columns


def source_columns(changes: AreaChanges) -> Columns:
    """Whether the change itself was published; else it is a difference of scores, or measured from squares."""
    return {"as_published": changes.stated.tolist()}


def class_of_change(classification: Classification, classes: np.ndarray, language: str) -> Columns:
    """Columns change_class and change_class_name; None where there is no class."""
    names = [None, *(in_language(entry.name, language) for entry in classification.classes)]
    numbers = classes.tolist()
    return {
        "change_class": [number or None for number in numbers],
        "change_class_name": [names[number] for number in numbers],
    }


def area_part_columns(model: ScoreModel, groups: GroupChanges | None, count: int) -> Columns:
    """Columns with the group of every area and what the area adds to the change of that group's total."""
    if groups is None:
        return {name: [None] * count for name in ("group", "inside", "turnover", "shift")}
    of_area = groups.of(model.total.id).of_area
    columns: Columns = {"group": [groups.names[place] for place in groups.group.tolist()]}
    for number, name in enumerate(("inside", "turnover", "shift")):
        columns[name] = plain(np.where(groups.left_out, np.nan, of_area[:, number]))
    return columns


def group_columns(model: ScoreModel, groups: GroupChanges, language: str) -> Columns:
    """Columns of a table with a row per group: its scores, its change, and the parts the change consists of."""
    total = groups.of(model.total.id)
    count = len(groups.names)
    columns: Columns = {"group": list(groups.names)}
    columns["areas"] = np.bincount(groups.group[~groups.left_out], minlength=count).tolist()
    columns["since"], columns["until"] = [groups.since] * count, [groups.until] * count
    columns["lbm_since"], columns["lbm_until"] = plain(total.first), plain(total.last)
    columns["change"] = plain(total.change)
    columns |= class_of_change(
        model.development_classification, model.development_classification.classify(total.change), language
    )
    columns["inside"], columns["turnover"], columns["shift"] = map(plain, (total.inside, total.turnover, total.shift))
    for theme in model.dimensions:
        columns[f"change_{theme.id}"] = plain(groups.of(theme.id).change)
    columns["squares"] = total.both.tolist()
    columns["only_since"], columns["only_until"] = total.only_first.tolist(), total.only_last.tolist()
    columns["weight"] = [groups.weight] * count
    columns["own_calculation"] = own_class_column(model, columns["change_class"])
    return columns
