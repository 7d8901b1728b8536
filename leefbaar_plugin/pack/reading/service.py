# SPDX-License-Identifier: GPL-2.0-or-later
"""Features as the ministry's web service gives them: scores and outlines of any level in one layer."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ...engine.errors import InputError
from ...engine.model import ScoreModel
from ...engine.squares.grid import SQUARE
from ...engine.squares.scoring import PublishedScores
from ..tables.written_numbers import MISSING
from .plausibility import measured_years, no_measurement, out_of_range, range_of
from .scores import GRID, LevelScores, SquareScores, class_numbers_valid
from .vectors import Outlines, VectorLayer, features_of, field_of, layer_of, opened, text_of, valid_areas, wkb_of

_CODE = re.compile(r"(?!(true|false|null)$)[\w. -]{1,40}", re.IGNORECASE)


def read_service(
    found: VectorLayer, model: ScoreModel
) -> tuple[list[LevelScores], list[Outlines], SquareScores | None]:
    """Scores and outlines of features as the web service gives them, by the level that every feature names.

    Squares come clipped to built-up area; each is brought back to the square it lies in.
    """
    rows: dict[str, list[_Row]] = {}
    reader = _ServiceReader(found, model)
    for feature in features_of(found):
        rows.setdefault(reader.level(feature), []).append(reader.row(feature))
    class_ids = reader.class_ids
    levels, outlines, squares = [], [], None
    for scale, found_rows in rows.items():
        if scale == GRID:
            squares = _service_squares(found, model, class_ids, found_rows)
            continue
        level = model.level(scale)
        codes = sorted({row.code for row in found_rows})
        place = {code: at for at, code in enumerate(codes)}
        at = np.array([place[row.code] for row in found_rows])
        names = {row.code: row.name for row in found_rows}
        shape_of = {row.code: row.wkb for row in found_rows}
        areas = valid_areas(found, [shape_of[code] for code in codes])
        scores = _service_scores(found, model, class_ids, found_rows, at, len(codes))
        without = _without_score(found_rows)
        levels.append(LevelScores(level, codes, [names[code] for code in codes], scores, without_score=without))
        outlines.append(Outlines(level, codes, [names[code] for code in codes], areas.wkb, len(areas.repaired)))
    return levels, outlines, squares


def service_summary(found: VectorLayer, model: ScoreModel) -> dict[str, tuple[int, tuple[int, ...]]]:
    """Number of features and years by level of a layer with features of the service.

    Raises InputError for a column that is missing, and for a level or a year that the model doesn't have.
    """
    reader = _ServiceReader(found, model)
    features: dict[str, int] = {}
    years: dict[str, set[int]] = {}
    with opened(found.path, found.label) as dataset:
        for feature in layer_of(dataset, found):
            level = reader.level(feature)
            features[level] = features.get(level, 0) + 1
            years.setdefault(level, set()).add(reader.year(feature))
    return {level: (count, tuple(sorted(years[level]))) for level, count in features.items()}


class _Row(NamedTuple):
    """A feature: its code, name and year, deviation and contributions, classes and WKB."""

    code: str
    name: str
    year: int
    values: list[float]
    classes: list[int]
    wkb: bytes | None


class _ServiceReader:
    """Reads features of one layer; raises InputError naming file, feature, column and what was expected."""

    def __init__(self, found: VectorLayer, model: ScoreModel) -> None:
        self._found = found
        self._model = model
        self._themes = [model.deviation.id, *(theme.id for theme in model.dimensions)]
        self.class_ids = [model.total_classification.column or "", *(f"k{theme.id}" for theme in model.dimensions)]
        names = ["id", "name", "scale", "year", *self._themes, *self.class_ids]
        self._fields = {name: field_of(found, name) for name in names}
        missing = [name for name in ("id", "scale", "year", *self._themes) if self._fields[name] is None]
        if missing:
            raise InputError(
                "{file} lacks the column(s) {missing}; expected are {expected}.",
                file=found.label,
                missing=", ".join(missing),
                expected=", ".join(["id", "scale", "year", *self._themes]),
            )
        self._levels = {level.id for level in model.levels}
        self._measured = measured_years(model)

    def row(self, feature: ogr.Feature) -> _Row:
        """All of a feature."""
        code = self._text(feature, "id")
        if not code:
            raise InputError(
                "{file}, feature {number}: column {column} is empty; expected is the code of an area.",
                file=self._found.label,
                number=feature.GetFID(),
                column=self._fields["id"],
            )
        level = self._model.level(self.level(feature))
        known = level.id == GRID or level.is_code(code)  # squares are known by their outlines
        if not (known and _CODE.fullmatch(code)):  # a list, object or truth of JSON comes as its text
            raise InputError(
                "{file}: a feature has the id “{id}”; expected is a code like {example}.",
                file=self._found.label,
                id=code[:40],
                example=level.code_example,
            )
        values = [self._score(feature, theme) for theme in self._themes]
        classes = [self._class(feature, name) for name in self.class_ids]
        return _Row(code, self._text(feature, "name"), self.year(feature), values, classes, wkb_of(feature))

    def level(self, feature: ogr.Feature) -> str:
        """Id of the level that a feature names."""
        text = self._text(feature, "scale")
        level = _level_id(text)
        if level not in self._levels:
            raise InputError(
                "{file}: column {column} holds “{text}”; expected is one of {known}.",
                file=self._found.label,
                column=self._fields["scale"],
                text=text,
                known=", ".join(level.id for level in self._model.levels),
            )
        return level

    def year(self, feature: ogr.Feature) -> int:
        """Year of a feature."""
        text = self._text(feature, "year")
        if not text.isdecimal() or int(text) >= len(self._measured):
            raise InputError(
                "{file}: feature “{id}” has no year; expected is a number like 2024.",
                file=self._found.label,
                id=self._text(feature, "id"),
            )
        if not self._measured[int(text)]:
            raise no_measurement(self._model, self._found.label, self._place(feature), int(text))
        return int(text)

    def _score(self, feature: ogr.Feature, theme: str) -> float:
        value, limits = self._number(feature, theme), range_of(self._model, theme)
        if not (value != value or limits[0] <= value <= limits[1]):
            place = InputError(
                "feature “{id}”: column {column}", id=self._text(feature, "id"), column=self._fields[theme]
            )
            raise out_of_range(self._found.label, place, f"{value:.15g}", value, limits)
        return value

    def _class(self, feature: ogr.Feature, name: str) -> int:
        value, highest = self._number(feature, name), len(self._model.total_classification.classes)
        if not class_numbers_valid(np.array(value), highest):
            raise InputError(
                "{file}: feature “{id}” has a class that isn't from 1 to {highest}.",
                file=self._found.label,
                id=self._text(feature, "id"),
                highest=highest,
            )
        return 0 if value != value else int(value)

    def _number(self, feature: ogr.Feature, name: str) -> float:
        column = self._fields[name]
        if not column or not feature.IsFieldSetAndNotNull(column):
            return math.nan
        if feature.GetFieldType(column) != ogr.OFTString:
            return float(feature.GetFieldAsDouble(column))
        text = text_of(self._found, feature, column)
        if text in MISSING:
            return math.nan
        try:  # GDAL would take the beginning of a text that is none for the number
            return float(text)
        except ValueError as problem:
            raise InputError(
                "{file}: feature “{id}”: column {column} holds “{text}” where a number was expected.",
                file=self._found.label,
                id=self._text(feature, "id"),
                column=column,
                text=text[:40],
            ) from problem

    def _text(self, feature: ogr.Feature, name: str) -> str:
        column = self._fields[name]
        return text_of(self._found, feature, column) if column else ""

    def _place(self, feature: ogr.Feature) -> InputError:
        return InputError("feature “{id}”", id=self._text(feature, "id"))


def _level_id(scale: str) -> str:
    return scale.strip().casefold().replace("clippedgrid", GRID)


def _service_squares(found: VectorLayer, model: ScoreModel, class_ids: list[str], rows: list[_Row]) -> SquareScores:
    corners = []
    for one in rows:
        wkb = one.wkb
        xmin, xmax, ymin, ymax = ogr.CreateGeometryFromWkb(wkb).GetEnvelope() if wkb else (np.nan,) * 4
        column, row = np.floor((xmin + xmax) / 2 / SQUARE), np.floor((ymin + ymax) / 2 / SQUARE)
        tolerance = 0.5  # metres: the service rounds its degrees
        fits = xmin >= column * SQUARE - tolerance and xmax <= (column + 1) * SQUARE + tolerance
        if not (fits and ymin >= row * SQUARE - tolerance and ymax <= (row + 1) * SQUARE + tolerance):
            raise InputError("{file}: feature “{id}” lies in no single 100 m square.", file=found.label, id=one.code)
        corners.append((int(row), int(column)))
    keys, at = np.unique(np.array(corners, np.int64), axis=0, return_inverse=True)
    scores = _service_scores(found, model, class_ids, rows, at.ravel(), len(keys))
    return SquareScores(keys[:, 1].astype(np.int32), keys[:, 0].astype(np.int32), scores, _without_score(rows))


def _without_score(rows: list[_Row]) -> int:
    return sum(math.isnan(row.values[0]) for row in rows)


def _service_scores(
    found: VectorLayer, model: ScoreModel, class_ids: list[str], rows: list[_Row], at: NDArray[np.integer], areas: int
) -> PublishedScores:
    years = tuple(sorted({row.year for row in rows}))
    of_year = np.searchsorted(years, [row.year for row in rows])
    cell = at * len(years) + of_year
    twice = np.flatnonzero(np.bincount(cell) > 1)
    if len(twice):
        row = rows[int(np.flatnonzero(cell == twice[0])[1])]
        raise InputError("{file}: {area} in {year} stands there twice.", file=found.label, area=row.code, year=row.year)
    values = np.full((areas, len(years), 1 + len(model.dimensions)), np.nan)
    values[at, of_year] = [row.values for row in rows]
    classes = np.zeros((areas, len(years), len(class_ids)), np.int8)
    classes[at, of_year] = [row.classes for row in rows]
    deviation = values[..., 0]
    return PublishedScores(
        years,
        deviation + model.reference_of(years),
        deviation,
        values[..., 1:],
        {name: classes[..., i] for i, name in enumerate(class_ids) if classes[..., i].any()},
    )
