# SPDX-License-Identifier: GPL-2.0-or-later
"""The entries of pack.json: one table of what each holds, looked at whenever a pack is opened."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..engine.errors import PackError
from .files.resources import MODELS, load_model

FORMAT = 1
INFO_FILE, AREAS_FILE, SQUARES_FILE, RASTER_FILE = "pack.json", "areas.gpkg", "squares.gpkg", "classes.tif"
GRID_ARRAYS = ("column", "row", "rank")
SCORE_ARRAYS = ("total", "deviation", "contributions")
MATRIX_ARRAYS = ("values", "place", "classes", "with_dimensions")
COUNTS_ARRAY = "counts"
POINT_ARRAYS = ("points", "point_offset", "point_counts")
STATED = "published_"
"""Before the name of a column of classes that the files brought."""
DIGESTS = "digests"
STAGING, ASIDE = ".import", ".gone"
"""Endings of hidden folders in which a pack is made, and in which what is left of a damaged one goes."""

_YEARS = range(1990, 2100)
_MOST_SQUARES = 4_200_000
"""All of the Netherlands, water included."""
_COLUMNS, _ROWS = 3000, 6290
_FILE_NAME = re.compile(r"\w[\w.-]*")
_CLASS_COLUMN = re.compile(r"[A-Za-z]\w{0,40}")

Check = Callable[[Any], bool]


class NewerPackError(PackError):
    """A data pack is of a newer format: it may be whole, so it isn't touched."""


def _whole(value: object, low: int = 0, high: int = 10**9) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _list_of(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _pair(value: object) -> bool:
    return _texts(value) and isinstance(value, list) and len(value) == 2


def _years(value: object) -> bool:
    return (
        isinstance(value, list)
        and all(_whole(year, _YEARS.start, _YEARS.stop - 1) for year in value)
        and value == sorted(set(value))
    )


def _grid(value: object) -> bool:
    if not isinstance(value, list) or len(value) != 4 or not all(map(_whole, value)):
        return False
    first_column, first_row, columns, rows = value
    return columns > 0 < rows and first_column + columns <= _COLUMNS and first_row + rows <= _ROWS


def _level(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("outlines"), bool)
        and all(_whole(value.get(name, 0)) for name in ("areas", "scored", "repaired"))
    )


def _check(value: object) -> bool:
    names = ("class_differences", "not_adding_up", "compared")
    return value is None or (
        isinstance(value, dict)
        and _number(value.get("max_difference"))
        and all(_whole(value.get(name)) for name in names)
    )


def _place(value: object) -> bool:
    """Code of an area and a year, or none."""
    return value is None or (
        isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and _whole(value[1])
    )


def _level_checks(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(one, dict)
        and _check(one)
        and all(_whole(one.get(name, 0)) for name in ("partly_missing", "half_missing", "classes", "without_score"))
        and _place(one.get("farthest"))
        for one in value.values()
    )


def _fit(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(one, dict)
        and _whole(one.get("year"))
        and _whole(one.get("areas"))
        and _whole(one.get("without", 0))
        and _list_of(_pair)(one.get("mixed", []))
        and isinstance(one.get("weights"), dict)
        and isinstance(one.get("best"), str)
        and one["best"] in one["weights"]
        and all(map(_misfit, one["weights"].values()))
        for one in value.values()
    )


def _misfit(value: object) -> bool:
    return (
        isinstance(value, dict)
        and _number(value.get("rms"))
        and _number(value.get("largest"))
        and _pair(value.get("area"))
    )


def _changes(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(one, dict)
        and _whole(one.get("areas"))
        and _list_of(lambda period: _years(period) and isinstance(period, list) and len(period) == 2)(
            one.get("periods")
        )
        and _change_check(one.get("check"))
        and isinstance(lost := one.get("lost", {}), dict)
        and all(map(_whole, lost.values()))
        for one in value.values()
    )


def _change_check(value: object) -> bool:
    names = ("compared", "differing", "not_adding_up", "without_scores")
    return value is None or (
        isinstance(value, dict)
        and _number(value.get("max_difference"))
        and all(_whole(value.get(name)) for name in names)
        and ((place := value.get("farthest")) is None or (isinstance(place, list) and len(place) == 3))
    )


def _remark(value: object) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("template"), str)
        and isinstance(value.get("values"), dict)
        and all(isinstance(one, str | int | float | dict) for one in value["values"].values())
    )


def _counts(value: object) -> bool:
    if value is None:
        return True
    known = value.get("known") if isinstance(value, dict) else None
    return isinstance(known, dict) and all(map(_whole, known.values()))


def _points(value: object) -> bool:
    return (
        isinstance(value, dict)
        and all(_whole(value.get(name)) for name in ("points", "known", "outside"))
        and _number(value.get("dwellings"))
        and isinstance(value.get("source"), str)
    )


def _digests(value: object) -> bool:
    if not isinstance(value, dict) or INFO_FILE not in value:
        return False
    return all(
        isinstance(entry, dict) and _whole(entry.get("size", 0), high=10**12) and isinstance(entry.get("digest"), str)
        for entry in value.values()
    )


def _files(value: object) -> bool:
    return _texts(value) and isinstance(value, list) and all(map(_FILE_NAME.fullmatch, value))


def _names_by_language(value: object) -> bool:
    return value is None or (
        isinstance(value, dict) and isinstance(value.get("en"), str) and all(isinstance(v, str) for v in value.values())
    )


@dataclass(frozen=True)
class _Entry:
    """What an entry holds; `like` is an example of it, for the sentence."""

    check: Check
    like: str
    required: bool = True


ENTRIES: Mapping[str, _Entry] = {
    "model": _Entry(lambda value: isinstance(value, str) and value in MODELS, '"lbm3"'),
    "edition": _Entry(lambda value: bool(re.fullmatch(r"\d{4}", str(value))) and not isinstance(value, bool), '"2024"'),
    "years": _Entry(lambda value: _years(value) and len(value) > 0, "[2022, 2024]"),
    "years_with_dimensions": _Entry(_years, "[2022, 2024]", required=False),
    "squares": _Entry(lambda value: _whole(value, 0, _MOST_SQUARES), "2044"),
    "grid": _Entry(_grid, "[843, 4353, 40, 57]", required=False),
    "class_columns": _Entry(
        lambda value: _texts(value) and all(map(_CLASS_COLUMN.fullmatch, value)), '["kscore"]', required=False
    ),
    "levels": _Entry(
        lambda value: isinstance(value, dict) and all(map(_level, value.values())), '{"buurt": {"outlines": true}}'
    ),
    "gemeenten": _Entry(_list_of(_pair), '[["GM0606", "Schiedam"]]'),
    "files": _Entry(_files, '["areas.gpkg"]'),
    "counts": _Entry(_counts, '{"known": {"dwellings": 725}}', required=False),
    "points": _Entry(_points, '{"source": "bag.gpkg", "points": 40000, "known": 765}', required=False),
    "check": _Entry(_check, '{"max_difference": 1e-15}', required=False),
    "checks": _Entry(_level_checks, '{"buurt": {"max_difference": 1e-15}}', required=False),
    "fit": _Entry(_fit, '{"buurt": {"best": "dwellings"}}', required=False),
    "changes": _Entry(_changes, '{"buurt": {"periods": [[2022, 2024]], "areas": 62}}', required=False),
    "outlined": _Entry(_whole, "2044", required=False),
    "remarks": _Entry(_list_of(_remark), '[{"template": "…", "values": {}}]', required=False),
    "selection": _Entry(_texts, '["Schiedam"]', required=False),
    "margin": _Entry(lambda value: _number(value) and value >= 0, "500.0", required=False),
    "ignored": _Entry(_texts, '["readme.txt"]', required=False),
    "created": _Entry(lambda value: isinstance(value, str), '"2024-12-31T12:00:00+00:00"', required=False),
    "demonstration": _Entry(_names_by_language, '{"en": "demonstration"}', required=False),
    "recipe": _Entry(lambda value: isinstance(value, dict), "{}", required=False),
    DIGESTS: _Entry(_digests, '{"total.npy": {"size": 128, "digest": "…"}}', required=False),
}


def require_schema(info: object, folder: object) -> dict[str, Any]:
    """The parsed pack.json, when every entry is what it should be, and they fit each other; else PackError.

    NewerPackError for a newer format. Entries that this version doesn't know are left as they are.
    """
    if not isinstance(info, dict) or not _whole(info.get("format"), 1):
        raise PackError("The data pack {folder} is damaged: pack.json can't be read.", folder=folder)
    if info["format"] > FORMAT:
        raise NewerPackError(
            "The data pack {folder} was made by a newer version of the plugin (format {format}; this version reads "
            "{known}). Update the plugin or import the data again.",
            folder=folder,
            format=info["format"],
            known=FORMAT,
        )
    for name, entry in ENTRIES.items():
        if name not in info:
            if entry.required:
                raise PackError(
                    "The data pack {folder} is damaged: pack.json has no entry {entry}. Import the data again.",
                    folder=folder,
                    entry=name,
                )
        elif not entry.check(info[name]):
            raise _unlike(folder, name)
    _require_fit(info, folder)
    return info


def _unlike(folder: object, name: str) -> PackError:
    return PackError(
        "The data pack {folder} is damaged: entry {entry} of pack.json isn't like {example}. Import the data again.",
        folder=folder,
        entry=name,
        example=ENTRIES[name].like,
    )


def _require_fit(info: dict[str, Any], folder: object) -> None:
    """PackError when entries contradict each other."""
    model = load_model(info["model"])
    for name in ("levels", "checks", "fit", "changes"):
        if not set(info.get(name, ())) <= {level.id for level in model.levels}:
            raise _unlike(folder, name)
    if not set(info.get("years_with_dimensions", ())) <= set(info["years"]):
        raise _unlike(folder, "years_with_dimensions")
    wanted = {AREAS_FILE} if info["levels"] else set()
    if not info["squares"] and any(name.endswith(".npy") for name in info["files"]):
        raise _unlike(folder, "squares")
    if DIGESTS in info and set(info[DIGESTS]) != {INFO_FILE, *info["files"]}:
        raise _unlike(folder, DIGESTS)
    if info["squares"]:
        for name in ("grid", "class_columns"):
            if name not in info:
                raise _unlike(folder, name)
        columns, rows = info["grid"][2:]
        if info["squares"] > columns * rows:
            raise _unlike(folder, "squares")
        stated = (f"{STATED}{name}" for name in info["class_columns"])
        wanted |= {f"{name}.npy" for name in (*GRID_ARRAYS, *SCORE_ARRAYS, *MATRIX_ARRAYS, *stated)} | {RASTER_FILE}
        if info.get("counts") is not None:
            wanted.add(f"{COUNTS_ARRAY}.npy")
        if info.get("points") is not None:
            wanted |= {f"{name}.npy" for name in POINT_ARRAYS}
    if not wanted <= set(info["files"]):
        raise _unlike(folder, "files")
