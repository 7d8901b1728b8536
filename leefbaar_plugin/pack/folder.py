# SPDX-License-Identifier: GPL-2.0-or-later
"""The folder of a pack: giving one that is ready its name, when others may do the same, and what was there before."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

from ..engine.errors import InputError, LeefbaarError, PackError
from .check import require_whole
from .digests import sealed
from .files.disk import (
    STYLES,
    Staging,
    belongings,
    is_clutter,
    is_file,
    is_folder,
    is_there,
    patiently,
    remove_folder,
    settle,
    settle_folder,
)
from .files.resources import MODELS, load_model
from .kept_coverage import coverage_file
from .official_changes import changes_file
from .pack import open_pack, read_info
from .references.kept_references import ARRAY_FILE, TEXT_FILE
from .schema import (
    AREAS_FILE,
    ASIDE,
    COUNTS_ARRAY,
    GRID_ARRAYS,
    INFO_FILE,
    MATRIX_ARRAYS,
    RASTER_FILE,
    SCORE_ARRAYS,
    SQUARES_FILE,
    STATED,
    NewerPackError,
)

_ATTEMPTS = 5


def write_info(folder: Path, info: dict[str, Any]) -> dict[str, Any]:
    """Write pack.json for all files in a folder, with their digests, and see to it that they are on the disk."""
    files = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    made = sealed(folder, info | {"files": files})
    (folder / INFO_FILE).write_text(json.dumps(made, indent=1, ensure_ascii=False), encoding="utf-8")
    settle((folder / name for name in (*files, INFO_FILE)), folder)
    return made


def put(staging: Staging, folder: Path, recipe: dict[str, Any]) -> dict[str, Any] | None:
    """Give a folder that is ready its name; the pack.json of one that another import put there meanwhile.

    What is left of a damaged pack is moved aside first and removed then. InputError when something else is there.
    """
    staging.release()
    for _ in range(_ATTEMPTS):
        try:
            there = existing_pack(folder, recipe)
            if there is not None:
                return there
            if folder.exists():
                _clear_away(folder, recipe)
            patiently(_rename, staging.path, folder)
        except FileExistsError:
            continue
        except FileNotFoundError:  # another import moves it at this moment
            if not is_folder(staging.path):
                raise
            continue
        settle_folder(folder.parent)
        return None
    raise InputError("{folder} is in use by another program. Close it there and try again.", folder=folder)


def _rename(staging: Path, folder: Path) -> None:
    """Rename; FileExistsError when another import was quicker, however the system says that."""
    try:
        staging.rename(folder)
    except OSError:
        if is_there(folder):
            raise FileExistsError(folder) from None
        raise


def _clear_away(folder: Path, recipe: dict[str, Any]) -> None:
    """Remove an empty folder or what is left of a damaged pack; unless another import just replaced it."""
    aside = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}{ASIDE}")
    patiently(folder.rename, aside)
    try:
        whole = existing_pack(aside, recipe) is not None
    except LeefbaarError:
        whole = True
    if whole:
        patiently(aside.rename, folder)
    else:
        remove_folder(aside)


def existing_pack(folder: Path, recipe: dict[str, Any]) -> dict[str, Any] | None:
    """The pack.json of a pack of the same files and choice; None where there is none, or only a damaged one.

    InputError for a folder that holds something else, PackError for a damaged pack with files of the user in it.
    """
    try:
        return _known(folder, recipe)
    except FileNotFoundError:  # another import moves it at this moment
        return None


def _known(folder: Path, recipe: dict[str, Any]) -> dict[str, Any] | None:
    if not is_there(folder) or (is_folder(folder) and not any(folder.iterdir())):
        return None
    if not is_file(folder / INFO_FILE):
        raise InputError(
            "{folder} isn't empty and holds no data pack. Choose another folder; nothing in it was touched.",
            folder=folder,
        )
    try:
        info = read_info(folder)
    except NewerPackError:
        raise
    except PackError:
        _require_ours(folder, _every_name())
        return None
    if info.get("recipe") != recipe:
        raise InputError(
            "{folder} already holds a data pack of other files or another choice (edition {edition}). Choose another "
            "folder; it wasn't touched.",
            folder=folder,
            edition=info["edition"],
        )
    try:
        require_whole(open_pack(folder))
    except PackError:
        _require_ours(folder, {INFO_FILE, *info["files"]})
        return None
    return info


def _every_name() -> set[str]:
    """Names of all files that a pack can have, for one whose list can't be read any more."""
    arrays = {f"{name}.npy" for name in (*GRID_ARRAYS, *SCORE_ARRAYS, *MATRIX_ARRAYS, COUNTS_ARRAY)}
    levels = {level.id for model in MODELS for level in load_model(model).levels}
    of_levels = {name for level in levels for name in (coverage_file(level), changes_file(level))}
    return {INFO_FILE, AREAS_FILE, SQUARES_FILE, RASTER_FILE, TEXT_FILE, ARRAY_FILE, *arrays, *of_levels}


def _require_ours(folder: Path, names: set[str]) -> None:
    """PackError when a damaged pack has anything in it that no pack has: it would go with the rest."""
    ours = {folder / name for name in names}
    ours |= {beside for path in ours for beside in belongings(path)}
    ours |= {path.with_suffix(ending) for path in ours for ending in STYLES}
    foreign = sorted(path.name for path in folder.iterdir() if path not in ours and not _is_pack_file(path.name))
    if foreign:
        raise PackError(
            "The data pack {folder} is damaged, and holds files that don't belong to it ({files}). Move these, or "
            "choose another folder.",
            folder=folder,
            files=", ".join(foreign[:5]),
        )


def _is_pack_file(name: str) -> bool:
    return is_clutter(name) or (name.startswith(STATED) and name.endswith(".npy"))
