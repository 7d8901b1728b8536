# SPDX-License-Identifier: GPL-2.0-or-later
"""Features as the ministry's web service gives them: scores and outlines of all levels in one layer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ...engine.errors import InputError
from ...engine.grid import SQUARE
from ...engine.model import ScoreModel
from ...engine.scoring import PublishedScores
from .scores import GRID, LevelScores, SquareScores, class_numbers_valid
from .vectors import Outlines, VectorLayer, features_of, field_of, layer_of, opened, valid_areas, wkb_of


def read_service(
    found: VectorLayer, model: ScoreModel
) -> tuple[list[LevelScores], list[Outlines], SquareScores | None]:
    """Scores and outlines of features as the web service gives them, by the level that every feature names.

    Squares come clipped to built-up area; each is brought back to the square it lies in.
    """
    rows: dict[str, list[tuple[str, str, int, list[float], list[int], bytes | None]]] = {}
    numbers = [model.deviation.id, *(theme.id for theme in model.dimensions)]
    class_ids = [model.total_classification.column or "", *(f"k{theme.id}" for theme in model.dimensions)]
    fields = {name: field_of(found, name) for name in [*numbers, *class_ids, "id", "name", "scale", "year"]}
    for feature in features_of(found):

        def text(name: str, feature: ogr.Feature = feature) -> str:
            column = fields[name]
            return feature.GetFieldAsString(column).strip() if column else ""

        values = [_number(feature, fields[name]) for name in numbers]
        classes = np.array([_number(feature, fields[name]) for name in class_ids])
        if not class_numbers_valid(classes, len(model.total_classification.classes)).all():
            raise InputError(
                "{file}: feature “{id}” has a class that isn't from 1 to {highest}.",
                file=found.label,
                id=text("id"),
                highest=len(model.total_classification.classes),
            )
        year = text("year")
        if not year.isdigit():
            raise InputError(
                "{file}: feature “{id}” has no year; expected is a number like 2024.", file=found.label, id=text("id")
            )
        stated = [int(number) for number in np.nan_to_num(classes)]
        scale = _level_id(text("scale"))
        rows.setdefault(scale, []).append((text("id"), text("name"), int(year), values, stated, wkb_of(feature)))
    levels, outlines, squares = [], [], None
    for scale, found_rows in rows.items():
        if scale == GRID:
            squares = _service_squares(found, model, class_ids, found_rows)
            continue
        level = model.level(scale)
        codes = sorted({row[0] for row in found_rows})
        place = {code: at for at, code in enumerate(codes)}
        at = np.array([place[row[0]] for row in found_rows])
        names = {row[0]: row[1] for row in found_rows}
        shape_of = {row[0]: row[5] for row in found_rows}
        areas = valid_areas(found, [shape_of[code] for code in codes])
        scores = _service_scores(found, model, class_ids, found_rows, at, len(codes))
        levels.append(LevelScores(level, codes, [names[code] for code in codes], scores))
        outlines.append(Outlines(level, codes, [names[code] for code in codes], areas.wkb, len(areas.repaired)))
    return levels, outlines, squares


def _number(feature: ogr.Feature, column: str | None) -> float:
    return feature.GetFieldAsDouble(column) if column and feature.IsFieldSetAndNotNull(column) else float("nan")


def service_summary(found: VectorLayer, model: ScoreModel) -> dict[str, tuple[int, tuple[int, ...]]]:
    """Number of features and years by level of a layer with features of the service.

    Raises InputError for a level the model doesn't have.
    """
    known = {level.id for level in model.levels}
    features: dict[str, int] = {}
    years: dict[str, set[int]] = {}
    scale, year = field_of(found, "scale") or "", field_of(found, "year") or ""
    with opened(found.path, found.label) as dataset:
        for feature in layer_of(dataset, found):
            level = _level_id(feature.GetFieldAsString(scale))
            if level not in known:
                raise InputError(
                    "{file}: column {column} holds “{text}”; expected is one of {known}.",
                    file=found.label,
                    column=scale,
                    text=feature.GetFieldAsString(scale),
                    known=", ".join(level.id for level in model.levels),
                )
            features[level] = features.get(level, 0) + 1
            years.setdefault(level, set()).add(feature.GetFieldAsInteger(year) if year else 0)
    return {level: (count, tuple(sorted(years[level]))) for level, count in features.items()}


def _level_id(scale: str) -> str:
    return scale.strip().casefold().replace("clippedgrid", GRID)


def _service_squares(found: VectorLayer, model: ScoreModel, class_ids: list[str], rows: list) -> SquareScores:
    corners = []
    for code, _name, _year, _values, _classes, wkb in rows:
        xmin, xmax, ymin, ymax = ogr.CreateGeometryFromWkb(wkb).GetEnvelope() if wkb else (np.nan,) * 4
        column, row = np.floor((xmin + xmax) / 2 / SQUARE), np.floor((ymin + ymax) / 2 / SQUARE)
        tolerance = 0.5  # metres: the service rounds its degrees
        fits = xmin >= column * SQUARE - tolerance and xmax <= (column + 1) * SQUARE + tolerance
        if not (fits and ymin >= row * SQUARE - tolerance and ymax <= (row + 1) * SQUARE + tolerance):
            raise InputError("{file}: feature “{id}” lies in no single 100 m square.", file=found.label, id=code)
        corners.append((int(row), int(column)))
    keys, at = np.unique(np.array(corners, np.int64), axis=0, return_inverse=True)
    scores = _service_scores(found, model, class_ids, rows, at.ravel(), len(keys))
    return SquareScores(keys[:, 1].astype(np.int32), keys[:, 0].astype(np.int32), scores)


def _service_scores(
    found: VectorLayer, model: ScoreModel, class_ids: list[str], rows: list, at: NDArray[np.integer], areas: int
) -> PublishedScores:
    years = tuple(sorted({row[2] for row in rows}))
    of_year = np.searchsorted(years, [row[2] for row in rows])
    cell = at * len(years) + of_year
    twice = np.flatnonzero(np.bincount(cell) > 1)
    if len(twice):
        row = rows[int(np.flatnonzero(cell == twice[0])[1])]
        raise InputError("{file}: {area} in {year} stands there twice.", file=found.label, area=row[0], year=row[2])
    values = np.full((areas, len(years), 1 + len(model.dimensions)), np.nan)
    values[at, of_year] = [row[3] for row in rows]
    classes = np.zeros((areas, len(years), len(class_ids)), np.int8)
    classes[at, of_year] = [row[4] for row in rows]
    deviation = values[..., 0]
    return PublishedScores(
        years,
        deviation + model.reference_of(years),
        deviation,
        values[..., 1:],
        {name: classes[..., i] for i, name in enumerate(class_ids) if classes[..., i].any()},
    )
