# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the plugin's own files are: inside the package when installed, beside it in the repository."""

from __future__ import annotations

import configparser
import json
from functools import cache
from pathlib import Path
from typing import Any

from ...engine.errors import ModelError
from ...engine.model import ScoreModel, read_model

_PACKAGE = Path(__file__).resolve().parents[2]
MODELS = ("lbm3", "lbm2")


def resource_path(*parts: str) -> Path:
    """Path of a file or folder under `resources/`, in the installed and in the repository layout."""
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources").joinpath(*parts)


@cache
def plugin_version() -> str:
    """Version of the plugin, from the metadata beside or inside the package; "?" when that can't be read."""
    parser = configparser.ConfigParser(interpolation=None)
    for folder in (_PACKAGE, _PACKAGE.parent):
        if parser.read(folder / "metadata.txt", encoding="utf-8"):
            return parser.get("general", "version", fallback="?")
    return "?"


def read_json(*parts: str) -> Any:
    """Parsed content of a JSON file under `resources/`; ModelError when it can't be read."""
    path = resource_path(*parts)
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise ModelError("The plugin's file {file} can't be read: {problem}.", file=path, problem=problem) from problem


@cache
def load_model(model_id: str) -> ScoreModel:
    """The score model with this id; ModelError when there is none or its file is wrong."""
    if model_id not in MODELS:
        raise ModelError("There is no model {model}.", model=model_id)
    return read_model(read_json("model", f"{model_id}.json"))
