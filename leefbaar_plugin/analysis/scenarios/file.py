# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenarios in a JSON file: read, whatever wrote it, and written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...engine.errors import InputError
from ...engine.model import ScoreModel
from ...pack.files.disk import beside
from ...pack.files.json_text import JsonError, parsed_file
from .document import Book, from_json

_LARGEST_FILE = 200 * 1024**2


def read_book(path: Path, model: ScoreModel) -> Book:
    """Scenarios in a JSON file; InputError naming it when it can't be read or holds what can't be."""
    try:
        document = parsed_file(path, _LARGEST_FILE)
    except (OSError, JsonError) as problem:
        raise InputError("{file} can't be read: {problem}.", file=path.name, problem=problem) from problem
    try:
        return from_json(document, model)
    except InputError as problem:
        raise InputError("{file} can't be used. {problem}", file=path.name, problem=problem) from problem


def write_document(path: Path, document: Mapping[str, Any]) -> None:
    """Write scenarios; WriteError when that fails, and a file of that name is then left as it was."""
    with beside(path) as written:
        written.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
