# SPDX-License-Identifier: GPL-2.0-or-later
"""An output made again from its recipe: the same figures, or a list of what differs and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from osgeo import gdal

from ..analysis.measure import Measurer
from ..engine.errors import InputError
from ..pack.files.disk import is_file
from ..pack.files.json_text import JsonError, parsed_file
from ..pack.files.progress import Progress, silent
from ..pack.pack import Pack
from ..translation import tr, trn
from ..words import formats
from .handover import HandedArea, Handover, figures_by_year, gather
from .odt import attached
from .printing.pdf import attached_recipe
from .recipe import KEY, OutputRecipe, read_recipe

TOLERANCE = 1e-9
"""Largest difference that is rounding: the same pack gives the same figures to the last digits."""
_LARGEST = 500 * 1024**2


@dataclass(frozen=True)
class Difference:
    """A figure that came out differently: area, year, name of the figure, then and now; None for no value."""

    area: str
    year: int
    figure: str
    then: float | None
    now: float | None


@dataclass(frozen=True, eq=False)
class Replay:
    """The recipe, what was made again, the figures that differ, and the reasons for that there are."""

    recipe: OutputRecipe
    found: Handover
    differences: tuple[Difference, ...]
    reasons: tuple[str, ...]

    @property
    def identical(self) -> bool:
        """Whether every figure is the same."""
        return not self.differences


def recipe_in(path: Path) -> OutputRecipe:
    """The recipe in a report (PDF, ODT), workbook, GeoPackage or GeoJSON; InputError when there is none."""
    if not is_file(path):
        raise InputError("{file} isn't there.", file=path)
    if path.stat().st_size > _LARGEST:
        raise InputError("{file} is too large to be one of our outputs.", file=path.name)
    ending = path.suffix.lower()
    if ending == ".pdf":
        text = attached_recipe(path.read_bytes())
    elif ending == ".odt":
        text = attached(path)
    else:
        text = _in_json(path) if ending in {".json", ".geojson"} else _in_dataset(path)
    if not text:
        raise InputError(
            "{file} holds no recipe: only reports, workbooks, GeoPackages and GeoJSON files that this plugin made do.",
            file=path.name,
        )
    return read_recipe(text, path.name)


def _in_json(path: Path) -> str:
    try:
        found = parsed_file(path, _LARGEST)
    except (OSError, JsonError) as problem:
        raise InputError("{file} can't be read: {problem}.", file=path.name, problem=problem) from problem
    if not isinstance(found, dict):
        return ""
    recipe = found.get(KEY, found if found.get("program") == "leefbaar_plugin" else None)
    return json.dumps(recipe) if recipe else ""


def _in_dataset(path: Path) -> str:
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        sheet = dataset.GetLayerByName(KEY)
        if sheet is not None:
            return "".join(_cells(sheet))
        for at in range(dataset.GetLayerCount()):
            found = dataset.GetLayer(at).GetMetadataItem(KEY)
            if found:
                return str(found)
    except (RuntimeError, AttributeError) as problem:
        raise InputError("{file} can't be read: {problem}.", file=path.name, problem=problem) from problem
    return ""


def _cells(sheet: gdal.Dataset) -> Iterator[str]:
    """The parts of the recipe; the head of the column may have been taken for a row."""
    for feature in sheet:
        text = feature.GetField(0)
        if text and text != KEY:
            yield str(text)


def replay(recipe: OutputRecipe, pack: Pack, smallest: float, progress: Progress = silent) -> Replay:
    """Make an output again with a pack; InputError when it is of another model or lacks all of the years."""
    if recipe.model != pack.model.id:
        raise InputError(
            "The output is of {then} and the data pack of {now}; their scores can't be compared.",
            then=recipe.model,
            now=pack.model.id,
        )
    years = [year for year in recipe.years if year in pack.years]
    if not years:
        raise InputError(
            "The data pack has none of the years {years} of the output.", years=", ".join(map(str, recipe.years))
        )
    areas = [HandedArea(area.name, area.outline) for area in recipe.areas]
    found = gather(Measurer(pack, recipe.measured), areas, years, smallest, progress)
    differences = tuple(_differences(recipe, found))
    return Replay(recipe, found, differences, tuple(_reasons(recipe, found, bool(differences))))


def _differences(recipe: OutputRecipe, found: Handover) -> Iterator[Difference]:
    for then, now in zip(recipe.areas, figures_by_year(found), strict=True):
        for year, figures in then.figures.items():
            again = now.figures.get(year, {})
            for name, before in figures.items():
                after = again.get(name)
                if not _same(before, after):
                    yield Difference(then.name, year, name, before, after)


def _same(before: float | None, after: float | None) -> bool:
    if before is None or after is None:
        return before is after
    return abs(before - after) <= TOLERANCE * max(1.0, abs(before))


def _reasons(recipe: OutputRecipe, found: Handover, differ: bool) -> Iterator[str]:
    """What is another thing now than then; said also when the figures are the same."""
    pack = found.measurer.pack
    made = pack.info.get("recipe", {})
    if pack.edition != recipe.edition:
        text = tr("another edition: {then} then, {now} now; it may have revised earlier years")
        yield text.format(then=recipe.edition, now=pack.edition)
    lacking = [year for year in recipe.years if year not in pack.years]
    if lacking:
        yield tr("years that the data pack lacks: {years}").format(years=", ".join(map(str, lacking)))
    sources = {str(name): str(mark) for name, mark in made.get("sources", {}).items()}
    if sources != dict(recipe.sources):
        changed = sorted(name for name in recipe.sources if sources.get(name) != recipe.sources[name])
        added = sorted(name for name in sources if name not in recipe.sources)
        yield tr("other source files: {files}").format(files=", ".join([*changed, *added]))
    if found.measurer.weights.kind != recipe.measured.weight:
        text = tr("the weight used is {now}, for the data pack has no {then}")
        yield text.format(then=recipe.measured.weight, now=found.measurer.weights.kind)
    if recipe.version != found.version:
        yield tr("another version of the plugin: {then} then, {now} now").format(then=recipe.version, now=found.version)
    if differ and not lacking and sources == dict(recipe.sources) and pack.edition == recipe.edition:
        yield tr("the same data give other figures: the output or the data pack was changed, or the plugin was")


def replay_lines(found: Replay) -> list[str]:
    """Sentences: whether all is the same, and what is another thing now than then."""
    count = sum(len(figures) for area in found.recipe.areas for figures in area.figures.values())
    areas, differ = len(found.recipe.areas), len(found.differences)
    of_areas = trn("{count} figures of {areas} area", "{count} figures of {areas} areas", areas)
    if found.identical:
        text = tr("All {figures} are the same as on {date}.")
    else:
        text = trn(
            "Of {figures}, {differ} differs from that of {date}.",
            "Of {figures}, {differ} differ from those of {date}.",
            differ,
        )
    written = of_areas.format(count=formats.count(count), areas=formats.count(areas))
    lines = [text.format(figures=written, differ=formats.count(differ), date=_day(found.recipe.date))]
    return [*lines, *(tr("Different now: {reason}.").format(reason=reason) for reason in found.reasons)]


def _day(text: str) -> str:
    """A moment as a recipe has it, as a day in words; the text itself when it is none."""
    try:
        return formats.day(datetime.fromisoformat(text).date())
    except ValueError:
        return text[:10]
