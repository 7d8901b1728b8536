# SPDX-License-Identifier: GPL-2.0-or-later
"""Official areas of a pack to choose from: names without outlines, and outlines of those that were chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, ogr

from ..engine.errors import PackError
from .area_names import folded
from .pack import Pack

_GEMEENTE = "gemeente"
_IN_GEMEENTE = {"BU", "WK"}


@dataclass(frozen=True)
class OfficialArea:
    """An official area: its feature id in `areas.gpkg`, code and name, and the name of its gemeente ("" if unknown).

    `words` is what it is found by.
    """

    fid: int
    code: str
    name: str
    gemeente: str
    words: str


def official_areas(pack: Pack, level: str) -> list[OfficialArea]:
    """All areas of a level, by name; PackError when they can't be read."""
    gemeenten = {code: name for _, code, name in _codes(pack, _GEMEENTE)} if _GEMEENTE in pack.levels else {}
    gemeenten |= {code: name for code, name in pack.info["gemeenten"] if name}
    found = []
    for fid, code, name in _codes(pack, level):
        gemeente = gemeenten.get(f"GM{code[2:6]}", "") if code[:2] in _IN_GEMEENTE else ""
        found.append(OfficialArea(fid, code, name or code, gemeente, folded(f"{name or code} {gemeente} {code}")))
    return sorted(found, key=lambda area: area.words)


def _codes(pack: Pack, level: str) -> list[tuple[int, str, str]]:
    """Feature id, code and name of all areas of a level."""
    dataset, layer = _open(pack.areas_path, level)
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(at).GetName() for at in range(definition.GetFieldCount())]
    layer.SetIgnoredFields([name for name in names if name not in ("code", "name")] + ["OGR_GEOMETRY"])
    found: list[tuple[int, str, str]] = []
    for batch in layer.GetArrowStreamAsNumPy(["USE_MASKED_ARRAYS=NO"]):
        fid = next(values for key, values in batch.items() if key not in ("code", "name"))
        texts = ([_text(value) for value in batch[key].tolist()] for key in ("code", "name"))
        found += zip(fid.tolist(), *texts, strict=True)
    del layer, dataset
    return found


def _text(value: bytes | str | None) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value or ""


def official_outlines(pack: Pack, level: str, fids: Iterable[int]) -> list[bytes]:
    """Outlines of official areas as WKB, in the order of their feature ids as given; PackError when one is missing."""
    dataset, layer = _open(pack.areas_path, level)
    found = []
    for fid in fids:
        try:
            feature = layer.GetFeature(fid)
            found.append(bytes(feature.GetGeometryRef().ExportToIsoWkb(ogr.wkbNDR)))
        except (RuntimeError, AttributeError) as problem:
            raise PackError("Area {number} isn't among the official areas any more.", number=fid) from problem
    del layer, dataset
    return found


def _open(path: Path, level: str) -> tuple[gdal.Dataset, ogr.Layer]:
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        layer = dataset.GetLayerByName(level)
    except RuntimeError as problem:
        raise PackError("{file} can't be read: {problem}.", file=path.name, problem=problem) from problem
    if layer is None:
        raise PackError("The data have no {level} with outlines.", level=level)
    return dataset, layer


def found_in(areas: Sequence[OfficialArea], words: str) -> list[int]:
    """Places (from 0) of the areas whose name, gemeente or code has all of the words, in any order."""
    wanted = folded(words).split()
    if not wanted:
        return list(range(len(areas)))
    return [at for at, area in enumerate(areas) if all(word in area.words for word in wanted)]
