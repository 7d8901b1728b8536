# SPDX-License-Identifier: GPL-2.0-or-later
"""Our own contenders: the full result, the weights changed, the scores made again; and the floor under them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import shapely

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.engine.areas.aggregation import AreaScores, aggregate
from leefbaar_plugin.engine.areas.coverage import Coverage, cover
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.choices import SHARE
from leefbaar_plugin.engine.squares.matrix import ScoreMatrix
from leefbaar_plugin.engine.squares.scoring import dimension_classes, recompute, total_classes
from leefbaar_plugin.engine.squares.weights import HOUSEHOLDS, weigh
from leefbaar_plugin.pack.official import read_level
from tests.benchmarks import kernel, stages
from tests.benchmarks.arena import Entry
from tests.benchmarks.country import BUURTEN, SETS, Country, Figures, Wkb
from tests.benchmarks.kernel import Kernel

FULL, BARE = "ours, full", "ours, the engine alone, validity not tested"
OFFICIAL = "ours, official areas whose squares the pack keeps"
REWEIGH, RESCORE, PRODUCT = "weights changed", "recompute and classify", "one matrix product of the same contributions"
COPY, COPY_WARM = "copy of the arrays", "copy of the arrays into memory that is there already"
SQUARES = "all squares, years, themes"


def measure(country: Country, areas: Wkb, matrix: ScoreMatrix | None = None) -> AreaScores:
    """All figures of areas from WKB to result: nine years, six themes, class shares, coverage."""
    coverage = cover(country.grid, decode_polygons(areas))
    return aggregate(country.pack.model, matrix or country.matrix, coverage, country.weights, SHARE)


def coverage_of(country: Country, areas: Wkb) -> Coverage:
    """Coverage alone."""
    return cover(country.grid, decode_polygons(areas))


def entries(country: Country) -> list[Entry]:
    """Ours on every set the way dock and algorithms go (validity tested, official areas recognised), the engine alone,
    official areas, and after a change of weights.
    """
    bare = [Entry(BARE, name, lambda name=name: measure(country, country.sets[name])) for name in SETS]
    measurer = Measurer(country.pack)
    measurer.prepare()
    sets = {name: itertools.cycle(_by_turns(country.sets[name])) for name in SETS}

    def full(name: str) -> AreaScores:
        return measurer.measure(next(sets[name])).scores.from_squares

    product = [
        Entry(
            FULL,
            name,
            lambda name=name: full(name),
            check=lambda scores, name=name: country.figures(scores).difference(reference(country)[name]),
        )
        for name in SETS
    ]
    level = read_level(country.pack, "buurt", outlines=False)
    official = Entry(
        OFFICIAL,
        BUURTEN,
        lambda: measurer.scores(measurer.cover_official(level)),
        check=lambda scores: country.figures(scores).difference(reference(country)[BUURTEN]),
    )
    kept = coverage_of(country, country.sets[BUURTEN])

    def reweigh() -> AreaScores:
        weights = weigh(country.pack.counts, len(country.grid), HOUSEHOLDS)
        return aggregate(country.pack.model, country.matrix, kept, weights, SHARE)

    steps = stages.entries(country, measurer)
    return [
        *product,
        *bare,
        *steps,
        official,
        Entry(REWEIGH, BUURTEN, reweigh),
        Entry(kernel.NAME, kernel.OVER, Kernel()),
    ]


def _by_turns(areas: Wkb) -> list[Wkb]:
    """The areas; of one also the same with its rings begun at another corner, for the last one is remembered."""
    if len(areas) > 1:
        return [areas]
    shape = shapely.from_wkb(areas[0])

    def turned(ring: shapely.LinearRing) -> np.ndarray:
        corners = shapely.get_coordinates(ring)[:-1]
        return np.vstack((corners[1:], corners[:2]))

    parts = [
        shapely.Polygon(turned(part.exterior), [turned(ring) for ring in part.interiors])
        for part in shapely.get_parts(shape)
    ]
    other = shapely.MultiPolygon(parts) if shape.geom_type == "MultiPolygon" else parts[0]
    return [areas, [bytes(shapely.to_wkb(other))]]


_REFERENCE: dict[str, Figures] = {}


def reference(country: Country) -> dict[str, Figures]:
    """Our figures of every set, to compare the others with; made once."""
    if not _REFERENCE:
        _REFERENCE.update({name: country.figures(measure(country, country.sets[name])) for name in SETS})
    return _REFERENCE


def compare(
    country: Country, over: str, figures: Callable[[Any], Figures], index: np.ndarray | None = None
) -> Callable[[Any], float]:
    """A check that turns a contender's result into figures and returns the largest difference from ours.

    `index` are the areas of the set that the contender was given, all when None.
    """

    def check(result: Any) -> float:
        ours = reference(country)[over]
        return figures(result).difference(ours if index is None else ours.of(index))

    return check


def square_entries(country: Country) -> list[Entry]:
    """Scores and classes of all squares made again, beside what the machine needs to copy or multiply the arrays."""
    model, published = country.pack.model, country.published

    def rescore() -> tuple[Any, ...]:
        scores = recompute(model, published)
        return scores, total_classes(model, scores, published), dimension_classes(model, scores, published)

    known = recompute(model, published)
    steps = (
        lambda: recompute(model, published),
        lambda: total_classes(model, known, published),
        lambda: dimension_classes(model, known, published),
    )
    arrays: Sequence[np.ndarray] = (published.total, published.deviation, published.contributions)
    there = [np.empty_like(array) for array in arrays]
    flat = np.ascontiguousarray(np.nan_to_num(published.contributions).reshape(len(country.grid), -1))
    years, themes = published.contributions.shape[1:]
    adding_up = np.kron(np.eye(years), np.ones((themes, 1)))
    return [
        Entry(RESCORE, SQUARES, rescore),
        *(Entry(stages.PREFIX + step, SQUARES, call) for step, call in zip(stages.OF_SQUARES, steps, strict=True)),
        Entry(COPY, SQUARES, lambda: [array.copy() for array in arrays]),
        Entry(COPY_WARM, SQUARES, lambda: [np.copyto(to, array) for to, array in zip(there, arrays)]),
        Entry(PRODUCT, SQUARES, lambda: flat @ adding_up),
    ]


def floor_bytes(country: Country, over: str) -> int:
    """Bytes that must be read once for the full result: the polygons, and every touched square's row of the matrix."""
    touched = len(np.unique(coverage_of(country, country.sets[over]).square))
    row = country.matrix.values.strides[0] + country.matrix.classes.strides[0] + country.weights.value.itemsize + 1
    return touched * row + sum(map(len, country.sets[over]))
