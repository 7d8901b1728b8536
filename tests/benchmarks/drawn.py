# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas as people draw them: star-like outlines of 2 to 200 ha near populated squares, and some odd ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.benchmarks.tiling import signed_area

SMALLEST, LARGEST = 2e4, 2e6  # m2
TINY, LESS_TINY = 20.0, 900.0  # m2, far smaller than a square
# Share of the areas of each kind; the rest is plain and one is the country.
SHARES = {"holes": 0.12, "multipart": 0.10, "tiny": 0.02}


@dataclass
class Drawn:
    """One drawn area: `kind` is plain, holes, multipart, tiny or country; `polygons` holds rings, the shell first.

    The direction of the rings is as it comes: people draw both ways.
    """

    kind: str
    polygons: list[list[np.ndarray]]


def draw(
    random: np.random.Generator, x: np.ndarray, y: np.ndarray, country: list[list[np.ndarray]], count: int
) -> list[Drawn]:
    """`count` areas near the points x, y, in random order except that the country comes last."""
    kinds = [kind for kind, share in SHARES.items() for _ in range(max(1, round(share * count)))]
    kinds = list(random.permutation((kinds + ["plain"] * count)[: count - 1]))
    areas = []
    for kind in kinds:
        at = random.integers(x.size)
        centre = np.array([x[at], y[at]]) + random.normal(0, 80, 2)
        low, high = (TINY, LESS_TINY) if kind == "tiny" else (SMALLEST, LARGEST)
        size = np.exp(random.uniform(np.log(low), np.log(high)))
        areas.append(Drawn(str(kind), _shape(random, str(kind), centre, size)))
    return [*areas, Drawn("country", country)]


def _shape(random: np.random.Generator, kind: str, centre: np.ndarray, size: float) -> list[list[np.ndarray]]:
    """Polygons of one area of exactly `size` m2 (up to rounding)."""
    if kind == "multipart":
        parts, reach = [], 0.0
        direction = random.uniform(0, 2 * np.pi)
        for _ in range(random.integers(2, 5)):
            angles, radii = _star(random)
            # Side by side on a line, each beyond the reach of the one before: parts never meet.
            place = reach + 1.15 * radii.max()
            parts.append([_close(random, angles, radii) + place * np.array([np.cos(direction), np.sin(direction)])])
            reach = place + radii.max()
    else:
        angles, radii = _star(random)
        parts = [[_close(random, angles, radii)]]
        if kind == "holes":
            # On the same rays and nearer to the centre, so certainly inside.
            parts[0].append(_close(random, angles, radii * random.uniform(0.2, 0.6, radii.size)))
    area = sum(abs(signed_area(part[0])) - sum(abs(signed_area(hole)) for hole in part[1:]) for part in parts)
    scale = np.sqrt(size / area)
    return [[centre + ring * scale for ring in part] for part in parts]


def _star(random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Rising angles and positive radii of an outline that sees its centre from everywhere."""
    corners = int(np.clip(random.lognormal(np.log(12), 0.6), 4, 80))
    angles = (np.arange(corners) + random.uniform(-0.35, 0.35, corners)) * 2 * np.pi / corners
    wave = 0.35 * np.cos(2 * (angles - random.uniform(0, np.pi))) * random.random()
    # Nobody draws eighty points in zigzag.
    radii = np.clip((1 + wave) * random.lognormal(0, 0.2 / (1 + corners / 20), corners), 0.35, 2.2)
    return angles, radii


def _close(random: np.random.Generator, angles: np.ndarray, radii: np.ndarray) -> np.ndarray:
    """Closed ring [corners + 1, 2] around 0, 0, in one direction or the other, beginning anywhere."""
    ring = np.roll(np.column_stack([radii * np.cos(angles), radii * np.sin(angles)]), random.integers(radii.size), 0)
    if random.random() < 0.5:
        ring = ring[::-1]
    return np.concatenate([ring, ring[:1]])
