# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of groups: class shares by year, transitions, paths. None for no value; shares are fractions from 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ...engine.areas.aggregation import AreaScores
from ...engine.areas.coverings import covered_part
from ...engine.change.paths import Paths
from ...engine.change.transitions import NO_SCORE, Transitions
from ...engine.choices import CautionLimits
from ...engine.model import ScoreModel, in_language
from ...pack.references.kept_references import PUBLISHED
from ..cautions import Caution, caution_columns, cautions_of, few_columns
from ..change.development_tables import Columns
from ..measure import basis_columns, class_columns, plain
from .area_groups import AreaGroup
from .group_figures import MEASURED, CoveredGroups, basis_of


def share_columns(
    model: ScoreModel,
    covered: CoveredGroups,
    scores: AreaScores,
    base: int,
    language: str,
    limits: CautionLimits | None = None,
) -> Columns:
    """A row per group and year: shares and sums of the classes, and the change of the shares since year `base`.

    ValueError when `base` isn't among the years of `scores`.
    """
    rows, years, from_base = len(covered.groups), scores.years, scores.years.index(base)

    def flat(values: np.ndarray) -> np.ndarray:
        return values.reshape(rows * len(years), *values.shape[2:])

    def since_base(values: np.ndarray) -> np.ndarray:
        change = values - values[:, from_base : from_base + 1]
        change[:, from_base] = np.nan
        return flat(change)

    columns = _group_columns(covered.groups, len(years), language)
    columns["year"] = list(years) * rows
    columns["lbm"] = plain(flat(scores.total))
    columns |= class_columns(model, flat(scores.classes), flat(scores.certain), language)
    certain = columns.pop("class_certain")
    columns["squares"], columns["weight_sum"] = flat(scores.squares).tolist(), plain(flat(scores.weight_sum))
    columns["imputed"] = flat(scores.imputed).tolist()
    shares = scores.class_shares
    low = {
        "unfavourable": shares[..., [number - 1 for number in model.unfavourable_classes]].sum(axis=-1),
        "insufficient": shares[..., [number - 1 for number in model.insufficient_classes]].sum(axis=-1),
    }
    classes = range(shares.shape[2])
    columns |= {f"share_{number + 1}": plain(flat(shares[..., number])) for number in classes}
    columns |= {name: plain(flat(share)) for name, share in low.items()}
    sums = shares * scores.weight_sum[..., None]
    columns |= {f"sum_{number + 1}": plain(flat(sums[..., number])) for number in classes}
    columns["base"] = [base] * (rows * len(years))
    columns |= {f"change_{number + 1}": plain(since_base(shares[..., number])) for number in classes}
    columns |= {f"change_{name}": plain(since_base(share)) for name, share in low.items()}
    known_by = basis_of(covered)
    columns["weight"] = [weight for weight in _weights(covered, scores, known_by) for _ in years]
    columns["rule"] = [scores.rule] * (rows * len(years))
    columns |= _by_year(rows, [basis_columns(scores, at) for at in range(len(years))])
    columns["known_by"] = [basis for basis in known_by for _ in years]
    _take_unknown(columns)
    least = limits or CautionLimits()
    columns |= _by_year(rows, [caution_columns(scores, at, least, language) for at in range(len(years))])
    return {**columns, "class_certain": certain}


def _take_unknown(columns: Columns) -> None:
    """Take out of the rows of kept groups what wasn't kept: what the squares give, and how many were estimated."""
    for at, basis in enumerate(columns["known_by"]):
        if basis != MEASURED:
            for name in ("published", "lbm_squares", "lbm_diff", "imputed"):
                columns[name][at] = None
        if basis == PUBLISHED:
            columns["squares"][at] = None


def _weights(covered: CoveredGroups, scores: AreaScores, known_by: Sequence[str]) -> list[str]:
    """What the figures of every group were weighed by."""
    national = covered.measurer.pack.national
    by_published = national.published_weight if national is not None else scores.weight
    return [by_published if basis == PUBLISHED else scores.weight for basis in known_by]


def _by_year(rows: int, tables: list[Columns]) -> Columns:
    """Tables with a row per group, one by year, as one with a row per group and year."""
    return {name: [table[name][row] for row in range(rows) for table in tables] for name in tables[0]}


def transition_columns(
    model: ScoreModel,
    covered: CoveredGroups,
    found: Transitions,
    no_score: str,
    language: str,
    limits: CautionLimits | None = None,
) -> Columns:
    """A row per group, class in the first year and class in the last year; `no_score` names what has no class.

    All pairs of classes are there; squares with a score in one year only have rows where there are any.
    """
    names = [no_score, *(in_language(entry.name, language) for entry in model.total_classification.classes)]
    size = found.weight.shape[1]
    shares = found.shares
    columns: Columns = {name: [] for name in ("group", "group_name", "since", "until", "from_class", "from_name")}
    columns |= {name: [] for name in ("to_class", "to_name", "squares", "weight_sum", "share", "weight")}
    for at, group in enumerate(covered.groups):
        for start, end in np.ndindex(size, size):
            squares = int(found.squares[at, start, end])
            if NO_SCORE in (start, end) and not squares:
                continue
            row: list[Any] = [group.id, in_language(group.name, language), found.since, found.until]
            row += [start or None, names[start], end or None, names[end], squares]
            share = float(shares[at, start, end])
            row += [float(found.weight[at, start, end]), None if share != share else share]
            row.append(covered.measurer.weights.kind)
            for column, value in zip(columns.values(), row, strict=True):
                column.append(value)
    kind = covered.measurer.weights.kind
    whole = covered_by_year(covered, found.since, found.until)
    parts = {group.id: part for group, part in zip(covered.groups, whole, strict=True)}
    rest = zip(columns["group"], columns["squares"], columns["weight_sum"], strict=True)
    told = [Caution(squares, weight, kind, parts[group], True) for group, squares, weight in rest]
    return columns | few_columns(told, limits or CautionLimits(), language)


def path_columns(
    model: ScoreModel, covered: CoveredGroups, paths: Paths, language: str, limits: CautionLimits | None = None
) -> Columns:
    """A row per group, class in the last year, and year: where the squares of that class were."""
    scores, groups = paths.scores, covered.groups
    years, rows = scores.years, len(groups) * paths.classes
    names = [in_language(entry.name, language) for entry in model.total_classification.classes]
    repeated = paths.classes * len(years)

    def flat(values: np.ndarray) -> np.ndarray:
        return values.reshape(rows * len(years), *values.shape[2:])

    columns: Columns = {
        "group": [group.id for group in groups for _ in range(repeated)],
        "group_name": [in_language(group.name, language) for group in groups for _ in range(repeated)],
        "until": [paths.until] * (rows * len(years)),
        "last_class": [n + 1 for n in range(paths.classes) for _ in years] * len(groups),
        "last_class_name": [name for name in names for _ in years] * len(groups),
        "year": list(years) * rows,
        "lbm": plain(flat(scores.total)),
    }
    columns |= class_columns(model, flat(scores.classes), flat(scores.certain), language)
    certain = columns.pop("class_certain")
    columns["squares"], columns["weight_sum"] = flat(scores.squares).tolist(), plain(flat(scores.weight_sum))
    columns |= {f"share_{number + 1}": plain(flat(scores.class_shares[..., number])) for number in range(paths.classes)}
    columns["weight"] = [scores.weight] * (rows * len(years))
    by_year = [cautions_of(scores, at) for at in range(len(years))]
    whole = [covered_by_year(covered, year) for year in years]  # of a class alone it is smaller by itself
    told = [
        replace(of_year[row], covered=parts[row // paths.classes])
        for row in range(rows)
        for of_year, parts in zip(by_year, whole, strict=True)
    ]
    return columns | few_columns(told, limits or CautionLimits(), language) | {"class_certain": certain}


def covered_by_year(covered: CoveredGroups, *years: int) -> list[float | None]:
    """Part (0-1) of the surface of every group with squares that have a score in all of these years."""
    matrix = covered.measurer.pack.require_squares()[2]
    there = (matrix.classes[:, [matrix.years.index(year) for year in years]] > 0).all(axis=1)
    return plain(covered_part(covered.coverage, there))


def _group_columns(groups: tuple[AreaGroup, ...], times: int, language: str) -> Columns:
    """What a group is: id, name, whether the pack holds it whole, and how many of its gemeenten; None for areas."""
    repeated = [group for group in groups for _ in range(times)]
    return {
        "group": [group.id for group in repeated],
        "group_name": [in_language(group.name, language) for group in repeated],
        "complete": [group.complete for group in repeated],
        "gemeente_count": [len(group.codes) or (group.members if group.kept else 0) or None for group in repeated],
        "members": [group.members or None for group in repeated],
    }
