# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoJSON among the files that are handed in, which has to be whole."""

from __future__ import annotations

from ...engine.errors import InputError
from ..reading.sources import Source
from .json_text import JsonError, require_json

JSON_SUFFIXES = {".geojson", ".json"}
_LARGEST_CHECKED = 200 * 1024**2
"""Bytes of a file that is read at once; of larger ones GDAL's word is taken."""


def require_whole_json(source: Source) -> None:
    """InputError unless a file is JSON from its first sign to its last.

    GDAL goes on behind what it can't read, with other outlines and without the features in between.
    """
    try:
        with source.reading() as file:
            content = file.read(_LARGEST_CHECKED + 1)
        if len(content) <= _LARGEST_CHECKED:
            require_json(content)
    except JsonError as problem:
        raise InputError("{file} is damaged: {problem}.", file=source.label, problem=problem) from problem
