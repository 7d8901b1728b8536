# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the time of a goal goes: each step by itself, timed in the same race, so that a missed goal says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.engine.areas.points import cover_by
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.official_scores import official_scores
from leefbaar_plugin.pack.outlines.geometry import make_valid
from tests.benchmarks.arena import Entry, Timings
from tests.benchmarks.country import BUURTEN, SETS, Country

PREFIX = "step: "
OFFICIAL = f"{BUURTEN}, official"
_VALID, _DECODED, _COVERED = "validity by GEOS (make_valid)", "WKB (decode_polygons)", "shares of squares (cover)"
_SUMMED, _RECOGNISED, _READ = "sums (aggregate)", "official outlines (recognise)", "reading what the pack keeps"
OF_AREAS = (_VALID, _DECODED, _COVERED, _SUMMED, _RECOGNISED)
OF_OFFICIAL = (_READ, _SUMMED)
OF_SQUARES = ("sums (recompute)", "classes of the total", "classes of the dimensions")
READ, FILL, CLASSES = "QGIS reads the polygons", "fills them", "a colour per class"
WHOLE = "all else of the panel's style"
OF_PICTURES = (READ, FILL, CLASSES)


def is_step(contender: str) -> bool:
    """Whether this is a step, and no contender."""
    return contender.startswith(PREFIX)


def entries(country: Country, measurer: Measurer) -> list[Entry]:
    """The steps of every set of areas, and of the official ones."""
    known = official_scores(country.pack)
    found = []
    for name in SETS:
        areas = country.sets[name]
        valid = make_valid(areas).wkb
        rings = decode_polygons(valid)
        coverage = cover_by(country.grid, rings, measurer.rule, country.pack.points)
        calls: tuple[Callable[[], Any], ...] = (
            lambda areas=areas: make_valid(areas),
            lambda valid=valid: decode_polygons(valid),
            lambda rings=rings: cover_by(country.grid, rings, measurer.rule, country.pack.points),
            lambda coverage=coverage: measurer.scores(coverage),
            lambda valid=valid, rings=rings: known.recognise(valid, (), rings),
        )
        found += [Entry(PREFIX + step, name, call) for step, call in zip(OF_AREAS, calls)]
    level = read_level(country.pack, "buurt", outlines=False)
    kept = measurer.cover_official(level)
    found.append(Entry(PREFIX + _READ, OFFICIAL, lambda: measurer.cover_official(level)))
    return [*found, Entry(PREFIX + _SUMMED, OFFICIAL, lambda: measurer.scores(kept))]


def profile(timings: Timings, over: str, steps: tuple[str, ...]) -> str:
    """What every step takes, as text; "" where they weren't timed."""
    taken = [(step, timings[PREFIX + step, over].median) for step in steps if (PREFIX + step, over) in timings]
    return ", ".join(f"{step} {1e3 * seconds:.3g} ms" for step, seconds in taken)


def growing(timings: Timings, over: str, whole: float) -> str:
    """What every step of a picture that takes `whole` seconds adds to the one before it, as text."""
    taken = [(step, timings[PREFIX + step, over].median) for step in OF_PICTURES if (PREFIX + step, over) in timings]
    if not taken:
        return ""
    taken.append((WHOLE, whole))
    before = [0.0, *(seconds for _step, seconds in taken)]
    return ", ".join(
        f"{step} {1e3 * (seconds - less):+.3g} ms" for (step, seconds), less in zip(taken, before, strict=False)
    )
