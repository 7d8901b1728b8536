# SPDX-License-Identifier: GPL-2.0-or-later
"""Digests of the files of a pack: noted when it is made, compared when it is opened and when it is checked."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from .files.batches import batches
from .files.disk import settle_files
from .files.progress import Progress, report, silent
from .schema import DIGESTS, INFO_FILE

_SIZE = 16
_AT_ONCE = 1024 * 1024
_GEOPACKAGE = ".gpkg"
_HEADER = 100
_CHANGING = (slice(18, 20), slice(24, 28), slice(92, 100))
"""Of the header of a database: journal mode, counter of changes, and who changed it last. QGIS writes them when it
opens the file, without any change of what it holds."""
_PAGE_SIZE, _PAGES, _COUNTER, _VALID_FOR = slice(16, 18), slice(28, 32), slice(24, 28), slice(92, 96)
_MAGIC = b"SQLite format 3\0"


def sealed(folder: Path, info: dict[str, Any]) -> dict[str, Any]:
    """`info` with sizes and digests of all its files, and one of itself; those it has already were made in writing."""
    known = info.get(DIGESTS, {})
    others = [name for name in info["files"] if name not in known]
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # of one file takes as long as to read it
        found = threads.map(_entry, [folder / name for name in others])
        made_now = dict(zip(others, found, strict=True))
    entries: dict[str, Any] = {name: made_now.get(name) or known[name] for name in info["files"]}
    made = {**info, DIGESTS: entries}
    entries[INFO_FILE] = {"digest": _of_info(made)}
    return made


def written(folder: Path, names: Collection[str]) -> dict[str, dict[str, Any]]:
    """Entries of files that won't be written any more, which are on the disk then; for the thread that wrote them."""
    settle_files(folder / name for name in names)
    return {name: _entry(folder / name) for name in names}


def new_digest() -> hashlib.blake2b:
    """A digest to feed with the content of a file."""
    return hashlib.blake2b(digest_size=_SIZE)


def _entry(path: Path) -> dict[str, Any]:
    """Size and digest of a file, and of a GeoPackage the digests of its layers."""
    entry: dict[str, Any] = {"size": path.stat().st_size, "digest": _digest(path)}
    return entry | ({"content": _content(path)} if path.suffix == _GEOPACKAGE else {})


def is_sealed(info: Mapping[str, Any]) -> bool:
    """Whether a pack has digests; older ones don't."""
    return bool(info.get(DIGESTS))


def info_is_whole(info: Mapping[str, Any]) -> bool:
    """Whether pack.json holds what was written; True without digests."""
    return not is_sealed(info) or info[DIGESTS].get(INFO_FILE, {}).get("digest") == _of_info(info)


def wrong_size(folder: Path, info: Mapping[str, Any]) -> str:
    """The first file of another size than was written, else ""; reads no more than a header. OSError as it comes.

    A GeoPackage may have grown by a style of the user; it has the size that its own header says.
    """
    for name in info["files"]:
        path = folder / name
        size = path.stat().st_size
        if path.suffix == _GEOPACKAGE:
            if not _is_as_long_as_it_says(path, size):
                return str(name)
        elif is_sealed(info) and size != info[DIGESTS].get(name, {}).get("size"):
            return str(name)
    return ""


def _is_as_long_as_it_says(path: Path, size: int) -> bool:
    with path.open("rb") as file:
        head = file.read(_HEADER)
    if len(head) < _HEADER or not head.startswith(_MAGIC):
        return False
    page = int.from_bytes(head[_PAGE_SIZE], "big")
    page = 65536 if page == 1 else max(page, 1)
    if head[_COUNTER] != head[_VALID_FOR]:  # an old program wrote it, and the number of pages isn't told
        return size % page == 0
    return size == page * int.from_bytes(head[_PAGES], "big")


def changed_files(folder: Path, info: Mapping[str, Any], progress: Progress = silent) -> Iterator[str]:
    """Files of which the content isn't what was written, read whole; nothing without digests. OSError as it comes."""
    entries = info.get(DIGESTS) or {}
    sizes = [entries.get(name, {}).get("size", 0) for name in info["files"]]
    done, total = 0, max(sum(sizes), 1)
    for name, size in zip(info["files"], sizes, strict=True):
        report(progress, done / total)
        done += size
        entry = entries.get(name)
        if entry is None:
            if entries:  # it is listed, but was never written
                yield str(name)
        elif _digest(folder / name) != entry["digest"] and not _same_content(folder / name, entry):
            yield str(name)
    report(progress, 1.0)


def bytes_match(content: bytes, name: str, info: Mapping[str, Any]) -> bool:
    """Whether the content of a file, read already, is what was written; True without digests."""
    entry = (info.get(DIGESTS) or {}).get(name)
    return entry is None or hashlib.blake2b(content, digest_size=_SIZE).hexdigest() == entry["digest"]


def _of_info(info: Mapping[str, Any]) -> str:
    """Digest of pack.json, but for the digest itself, however it is laid out."""
    entries = {name: entry for name, entry in info[DIGESTS].items() if name != INFO_FILE}
    text = json.dumps({**info, DIGESTS: entries}, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(text.encode(), digest_size=_SIZE).hexdigest()


def _digest(path: Path) -> str:
    made = new_digest()
    with path.open("rb") as file:
        if path.suffix == _GEOPACKAGE:
            head = bytearray(file.read(_HEADER))
            for part in _CHANGING:
                head[part] = bytes(len(head[part]))
            made.update(head)
        while piece := file.read(_AT_ONCE):
            made.update(piece)
    return made.hexdigest()


def _same_content(path: Path, entry: Mapping[str, Any]) -> bool:
    """Whether the layers of a GeoPackage hold what was written, although the file differs: a style was added."""
    if path.suffix != _GEOPACKAGE or "content" not in entry:
        return False
    try:
        return _content(path, tuple(entry["content"])) == entry["content"]
    except (RuntimeError, ValueError, TypeError, KeyError, AttributeError, UnicodeError):
        return False


def _content(path: Path, names: tuple[str, ...] | None = None) -> dict[str, str]:
    """Digest of the features of the layers of a GeoPackage, by name; of all without `names`."""
    gdal.UseExceptions()
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
    if names is None:
        names = tuple(dataset.GetLayer(at).GetName() for at in range(dataset.GetLayerCount()))
    found = {}
    for name in names:
        made = new_digest()
        for batch in batches(dataset.GetLayerByName(name)):
            for field, values in batch.items():
                made.update(field.encode())
                made.update(np.ma.getmaskarray(values).tobytes())
                for piece in _pieces(values):
                    made.update(piece)
        found[name] = made.hexdigest()
    return found


def _pieces(values: np.ndarray[Any, Any]) -> Iterator[bytes]:
    """The values as bytes, texts and geometries one by one: together they may take much memory."""
    if values.dtype.kind in "biuf":
        yield np.ma.filled(values, 0).tobytes()
    elif values.dtype.kind != "O":
        yield np.ma.getdata(values).tobytes()
    else:
        for value in np.ma.getdata(values):
            piece = value if isinstance(value, bytes) else str(value).encode()
            yield len(piece).to_bytes(4, "little")
            yield piece
