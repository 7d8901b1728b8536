# SPDX-License-Identifier: GPL-2.0-or-later
"""The data pack: our own store of one edition, a folder whose arrays open memory-mapped in milliseconds.

pack.json          edition, model, years, levels, sources, counts, checks
*.npy              squares and their scores, classes and counts (absent when there are no squares)
areas.gpkg         official gemeenten, wijken, buurten and postcode areas with their scores
squares.gpkg       the squares as polygons (absent for large extents)
references.*       what is kept of the whole country (see `kept_references`; absent in older packs)
coverage_*.npz     the squares of the official areas (see `kept_coverage`; absent in older packs)
classes.tif        classes of the squares, one band per theme and year
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from ..engine.areas.points import Points
from ..engine.errors import PackError
from ..engine.model import ScoreModel
from ..engine.squares.grid import Grid
from ..engine.squares.matrix import ScoreMatrix
from ..engine.squares.scoring import PublishedScores
from ..engine.squares.weights import Counts
from .arrays import Damaged, load_arrays
from .check import require_whole
from .digests import info_is_whole, wrong_size
from .files.disk import is_file, is_folder
from .files.json_text import JsonError, parsed_file
from .files.resources import load_model
from .mapped_files import MappedFiles, Stamp, stamp
from .references.kept_references import TEXT_FILE, KeptReferences, read_references
from .schema import AREAS_FILE, INFO_FILE, RASTER_FILE, SQUARES_FILE, require_schema

_COUNTED = "counted"
_LARGEST_INFO = 20 * 1024**2
WHOLE_AT_ONCE = 64 * 1024**2
MANY_SQUARES = 10_000
"""Squares from which polygons of all of them take too long to draw (some 90 ms)."""
"""Bytes of a pack up to which it is read into memory and compared with what was written while it is opened; of a larger
one the arrays are mapped, and the comparison is work for the background."""
_known_whole: dict[Path, tuple[tuple[str, Stamp], ...]] = {}
"""Packs that this program found whole, and the state of their files then."""


@dataclass(frozen=True, eq=False)
class Pack:
    """An opened pack. `grid`, `published` and `matrix` are None when it holds areas only; `counts` when there are none,
    and `points` (dwellings of the user's own) likewise.

    `info` is the parsed pack.json. `mapped` are the files of a large pack, of which values are read when
    they're needed; `require_unchanged` is asked before. `kept` is what was found out since the pack was opened.
    """

    folder: Path
    info: dict[str, Any]
    model: ScoreModel
    grid: Grid | None = None
    published: PublishedScores | None = None
    matrix: ScoreMatrix | None = None
    counts: Counts | None = None
    mapped: MappedFiles | None = None
    points: Points | None = None
    kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def edition(self) -> str:
        """Year of the newest measurement."""
        return str(self.info["edition"])

    @property
    def years(self) -> tuple[int, ...]:
        """Years that have scores."""
        return tuple(self.info["years"])

    @property
    def levels(self) -> list[str]:
        """Levels with official scores and outlines in `areas.gpkg`."""
        return [level for level, about in self.info["levels"].items() if about["outlines"]]

    @property
    def known_levels(self) -> list[str]:
        """Levels with official areas in `areas.gpkg`, also those without outlines."""
        return list(self.info["levels"])

    def made_of(self, level: str) -> str:
        """The level whose areas the outlines of a level are unions of, made by the import; "" when published."""
        return str(self.info["levels"].get(level, {}).get("made_of", ""))

    @property
    def areas_path(self) -> Path:
        """GeoPackage of the official areas."""
        return self.folder / AREAS_FILE

    @property
    def squares_path(self) -> Path | None:
        """GeoPackage of the squares; None for a large extent."""
        return self.folder / SQUARES_FILE if SQUARES_FILE in self.info["files"] else None

    @property
    def raster_path(self) -> Path:
        """Raster of classes."""
        return self.folder / RASTER_FILE

    @property
    def needs_raster(self) -> bool:
        """Whether squares are shown as a raster: always without polygons, from afar where those would be slow."""
        return self.grid is not None and (self.squares_path is None or len(self.grid) >= MANY_SQUARES)

    def state(self) -> str:
        """Mark of sizes and times of all its files, for who wants to know whether they changed; OSError as it comes."""
        return f"{zlib.crc32(repr(_state(self.folder, self.info)).encode()):08x}"

    def require_unchanged(self) -> None:
        """PackError when a mapped file was written, cut off or taken away since the pack was opened."""
        try:
            same = self.mapped is None or self.mapped.are_unchanged()
        except OSError as problem:
            raise self.unreadable(problem) from problem
        if not same:
            raise PackError(
                "Another program changed the data pack {folder} while it was open. Open it again.", folder=self.folder
            )

    @cached_property
    def national(self) -> KeptReferences | None:
        """What the pack keeps of the whole country, read when first asked for; None in older packs.

        PackError when it can't be read.
        """
        try:
            return read_references(self.folder) if TEXT_FILE in self.info["files"] else None
        except (OSError, EOFError, ValueError, KeyError, TypeError, IndexError, BadZipFile, zlib.error) as problem:
            raise self.unreadable(problem) from problem

    def require_squares(self) -> tuple[Grid, PublishedScores, ScoreMatrix]:
        """Grid, published scores and matrix; PackError when the pack holds areas only, or was changed meanwhile."""
        if self.grid is None or self.published is None or self.matrix is None:
            raise PackError(
                "The data pack {folder} holds no squares, so nothing can be computed from it.", folder=self.folder.name
            )
        self.require_unchanged()
        return self.grid, self.published, self.matrix

    def require_counts(self) -> Counts | None:
        """Counts of the squares, None when there are none; PackError when the pack was changed meanwhile."""
        if self.counts is not None:
            self.require_unchanged()
        return self.counts

    def has_counts_of(self, kind: str) -> bool:
        """Whether any square has a count of this kind; PackError as `require_counts`, of an older pack only."""
        known = (self.info.get("counts") or {}).get("known", {})
        if kind in known:
            return self.counts is not None and known[kind] > 0
        if kind not in self.kept.setdefault(_COUNTED, {}):
            counts = self.require_counts()
            self.kept[_COUNTED][kind] = counts is not None and not bool(np.isnan(counts.of(kind)).all())
        return bool(self.kept[_COUNTED][kind])

    def damaged(self, file: str) -> PackError:
        """The error to raise when a file isn't what was written."""
        return PackError(
            "The data pack {folder} is damaged: {file} isn't what was written. Import the data again.",
            folder=self.folder,
            file=file,
        )

    def unreadable(self, problem: BaseException) -> PackError:
        """The error to raise when a file of an open pack can't be read: it was taken away, or is damaged."""
        if not is_folder(self.folder):
            return PackError(
                "The data pack {folder} isn't there any more. Put it back, or import the data again.",
                folder=self.folder,
            )
        return PackError(
            "The data pack {folder} is damaged ({problem}). Import the data again.", folder=self.folder, problem=problem
        )

    def require_year(self, year: int | None) -> int:
        """`year`, or the newest when None; PackError when the pack doesn't have it."""
        if year is None:
            return self.years[-1]
        if year not in self.years:
            raise PackError(
                "Year {year} isn't in the data pack; it has {years}.",
                year=year,
                years=", ".join(map(str, self.years)),
            )
        return year


def read_info(folder: Path) -> dict[str, Any]:
    """The parsed pack.json of a pack; PackError when the folder is no pack, is damaged, or of a newer format."""
    path = folder / INFO_FILE
    if not is_file(path):
        raise PackError("{folder} is no data pack of the Leefbaarometer plugin: it has no pack.json.", folder=folder)
    try:
        info = parsed_file(path, _LARGEST_INFO)
    except (OSError, JsonError) as problem:
        raise PackError(
            "The data pack {folder} is damaged: pack.json can't be read ({problem}). Import the data again.",
            folder=folder,
            problem=problem,
        ) from problem
    info = require_schema(info, folder)
    if not info_is_whole(info):
        raise PackError(
            "The data pack {folder} is damaged: {file} isn't what was written. Import the data again.",
            folder=folder,
            file=INFO_FILE,
        )
    return info


def open_pack(folder: str | Path) -> Pack:
    """Open a pack. PackError when a part is missing, damaged, or doesn't fit the others.

    A small pack is read whole, and any damage noticed; of a larger one sizes and headers are looked at, its arrays are
    mapped, and `pack_check.require_whole` reads the rest.
    """
    folder = Path(folder)
    info = read_info(folder)
    missing = [name for name in info["files"] if not is_file(folder / name)]
    if missing:
        raise PackError(
            "The data pack {folder} is incomplete: {missing} is missing. Import the data again.",
            folder=folder,
            missing=", ".join(missing),
        )
    pack = Pack(folder, info, load_model(info["model"]))
    try:
        state = _state(folder, info)
        small = sum(found[0] for _name, found in state) <= WHOLE_AT_ONCE
        wrong = wrong_size(folder, info)
        if wrong:
            raise Damaged(wrong)
        if info["squares"]:
            arrays = load_arrays(folder, info, len(pack.model.dimensions), in_memory=small)
            mapped = MappedFiles(arrays.mapped) if arrays.mapped else None
            parts = (arrays.grid, arrays.published, arrays.matrix, arrays.counts, mapped, arrays.points)
            pack = Pack(folder, info, pack.model, *parts)
    except Damaged as problem:
        raise pack.damaged(str(problem)) from problem
    except (OSError, EOFError, ValueError, KeyError, TypeError, IndexError, AttributeError) as problem:
        raise pack.unreadable(problem) from problem
    if small and _known_whole.get(folder) != state:
        require_whole(pack)
        _known_whole[folder] = state
    return pack


def _state(folder: Path, info: dict[str, Any]) -> tuple[tuple[str, Stamp], ...]:
    return tuple((name, stamp(folder / name)) for name in (*info["files"], INFO_FILE))
