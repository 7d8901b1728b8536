# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps computed from a pack, kept in a cache folder: classes of change and of deviation from the own gemeente.

The cache lies in the data folder of the settings, never in a pack nor beside the plugin; everything in it can be made
again. A file is named by what it depends on, written beside and renamed, so that one that is there is whole.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..engine.model import Classification, ScoreModel
from ..engine.squares.scoring import recompute
from ..pack.files.cache import mark_used, prune
from ..pack.files.disk import beside
from ..pack.files.geopackage import square_polygons, write_layer
from ..pack.files.json_text import parsed_file
from ..pack.files.progress import Progress, report, silent
from ..pack.files.raster import write_classes
from ..pack.pack import Pack
from ..pack.square_gemeenten import NOWHERE, gemeente_of_squares
from .change.development import square_development
from .measure import Measurer
from .references.own_gemeente import gemeente_values

CHANGE, OWN_GEMEENTE = "change", "gemeente"
CACHE = "cache"
_OWN_GEMEENTEN = "gemeente.npy"
SMALL_SQUARES = "small"
"""Layer of the squares with few dwellings."""


@dataclass(frozen=True)
class WantedMap:
    """A computed map: `kind` is `CHANGE` (from year `since` to `year`) or `OWN_GEMEENTE` (in `year`)."""

    kind: str
    theme: str
    year: int
    since: int = 0


@dataclass(frozen=True)
class Parts:
    """What of a computed map is there: the raster of its classes, and the values of the gemeenten by code."""

    raster: Path | None = None
    gemeenten: Mapping[str, float] = field(default_factory=dict)


def classification_of(model: ScoreModel, kind: str) -> Classification:
    """The classes of a computed map. Without classes of a deviation, those of a change: both lie around 0."""
    if kind == OWN_GEMEENTE and model.deviation_classification is not None:
        return model.deviation_classification
    return model.development_classification


def cache_folder(folder: Path, pack: Pack) -> Path:
    """Folder for what is computed from a pack, in the cache of a data folder; another for every import of it."""
    made = zlib.crc32(f"{pack.folder.resolve()} {pack.info.get('created')}".encode())
    return folder / CACHE / f"{pack.folder.name}-{made:08x}"


def find(folder: Path, pack: Pack, wanted: WantedMap, recipe: object) -> Parts | None:
    """The parts of a computed map, when all it needs is there; quick enough for the main thread."""
    raster, values = _paths(folder, pack, wanted, recipe)
    needs_raster = pack.needs_raster
    if needs_raster and not raster.is_file():
        return None
    mark_used(raster, values)
    if wanted.kind == CHANGE:
        return Parts(raster if needs_raster else None)
    try:
        stored = parsed_file(values)
    except (OSError, ValueError):
        return None
    if not isinstance(stored, dict) or not all(isinstance(value, float) for value in stored.values()):
        return None
    return Parts(raster if needs_raster else None, stored)


def make(folder: Path, measurer: Measurer, wanted: WantedMap, progress: Progress = silent) -> Parts:
    """Compute a map and keep it; for any thread. WriteError when the cache can't be written."""
    pack = measurer.pack
    raster, values = _paths(folder, pack, wanted, measurer.recipe)
    report(progress, 0.0)
    known: dict[str, float] = {}
    needs_raster = pack.needs_raster
    if wanted.kind == OWN_GEMEENTE:
        codes, outlines, numbers = gemeente_values(measurer, wanted.theme, wanted.year)
        known = {code: value for code, value in zip(codes, numbers, strict=True) if value == value}
        report(progress, 0.3)
        if needs_raster:
            own = _own_values(pack, cache_folder(folder, pack), outlines, np.array(numbers))
            change = _values(pack, wanted.theme, wanted.year) - own
    elif needs_raster:
        themes = [theme.id for theme in pack.model.themes]
        change = square_development(pack, wanted.since, wanted.year).themes[:, themes.index(wanted.theme)]
    report(progress, 0.6)
    if needs_raster:
        classes = classification_of(pack.model, wanted.kind).classify(change)
        with beside(raster) as path:
            write_classes(path, pack.require_squares()[0], classes[:, None], [raster.stem])
    if wanted.kind == OWN_GEMEENTE:
        with beside(values) as path:
            path.write_text(json.dumps(known), encoding="utf-8")
    prune(folder / CACHE, (raster, values, raster.parent / _OWN_GEMEENTEN))
    report(progress, 1.0)
    return Parts(raster if needs_raster else None, known)


def find_small_squares(folder: Path, pack: Pack, below: float) -> Path | None:
    """The file of squares with fewer dwellings than `below`, when it is there."""
    path = _small_path(folder, pack, below)
    mark_used(path)
    return path if path.is_file() else None


def make_small_squares(folder: Path, pack: Pack, below: float) -> Path | None:
    """Write the squares with a known number of dwellings below `below`; None when there are none."""
    if pack.grid is None or (counts := pack.require_counts()) is None:
        return None
    few = np.flatnonzero(counts.dwellings < below)
    if not len(few):
        return None
    target = _small_path(folder, pack, below)
    grid, _, _ = pack.require_squares()
    column, row = grid.column[few], grid.row[few]
    with beside(target) as path:
        columns: dict[str, Any] = {"dwellings": counts.dwellings[few]}
        write_layer(path, SMALL_SQUARES, square_polygons(column, row), columns, multi=False)
    prune(folder / CACHE, (target,))
    return target


def _small_path(folder: Path, pack: Pack, below: float) -> Path:
    return cache_folder(folder, pack) / f"small_{below:g}.gpkg"


def _paths(folder: Path, pack: Pack, wanted: WantedMap, recipe: object) -> tuple[Path, Path]:
    """Where the raster and the values of a computed map are, named by all they depend on."""
    bounds = classification_of(pack.model, wanted.kind).bounds
    depends = zlib.crc32(bounds.tobytes() + (repr(recipe).encode() if wanted.kind == OWN_GEMEENTE else b""))
    years = f"{wanted.since}-{wanted.year}" if wanted.kind == CHANGE else f"{wanted.year}"
    stem = cache_folder(folder, pack) / f"{wanted.kind}_{wanted.theme}_{years}_{depends:08x}"
    return stem.with_suffix(".tif"), stem.with_suffix(".json")


def _values(pack: Pack, theme: str, year: int) -> NDArray[np.float64]:
    """Score of a theme of all squares in a year: float64 [squares]."""
    _, published, _ = pack.require_squares()
    scores = recompute(pack.model, published.of_year(year))
    if theme == pack.model.total.id:
        return scores.total[:, 0]
    return scores.contributions[:, 0, [one.id for one in pack.model.dimensions].index(theme)]


def _own_values(pack: Pack, cache: Path, outlines: list[bytes], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Value of the own gemeente for all squares: float64 [squares], NaN outside every gemeente with a value."""
    grid, _, _ = pack.require_squares()
    path = cache / _OWN_GEMEENTEN
    try:
        place = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        place = None
    if place is None or not _are_places(place, len(grid), len(values)):
        place = gemeente_of_squares(grid, outlines)
        with beside(path) as new, new.open("wb") as stream:
            np.save(stream, place, allow_pickle=False)
    return np.append(values, np.nan)[place]  # NOWHERE is the last place


def _are_places(place: NDArray[Any], squares: int, values: int) -> bool:
    """Whether what lay in the cache says of every square which of the values is its own."""
    if place.shape != (squares,) or place.dtype.kind != "i":
        return False
    return bool(place.min(initial=0) >= NOWHERE and place.max(initial=0) < max(values, 1))
