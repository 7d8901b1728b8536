# SPDX-License-Identifier: GPL-2.0-or-later
"""A country cut into buurten whose shared boundaries are the very same vertices.

The cells are those of a Voronoi diagram, with seeds in the sea around the land, so that nothing has to be clipped.
Every edge is bent once, inside the kite of its two end points and the two seeds beside it; the kites of a diagram tile
the plane, so bent edges meet at their ends only. Areas of any level are then rings of whole edges, without any polygon
arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import Voronoi, cKDTree

from tests.benchmarks.outline import boundary, inside

OUTSIDE = -1
FEWEST, MOST = 112, 370  # wanted vertices of a cell, before rounding per edge


@dataclass
class Tiling:
    """Cells 0..n-1 with `seeds` [n, 2], bounded by arcs.

    Arc i runs from node `start[i]` to node `end[i]` along `points[offset[i]:offset[i + 1]]`, both ends included, with
    the cell `left[i]` on its left and `right[i]` on its right (OUTSIDE where that is sea).
    """

    seeds: np.ndarray
    start: np.ndarray
    end: np.ndarray
    left: np.ndarray
    right: np.ndarray
    points: np.ndarray
    offset: np.ndarray

    def dissolve(self, labels: np.ndarray) -> list[list[list[np.ndarray]]]:
        """Areas of equal label (0..k-1, one a cell): per area its polygons, per polygon its rings, the shell first.

        Rings are closed arrays [m, 2], shells counter-clockwise, holes clockwise.
        """
        beside = np.append(labels, OUTSIDE)  # so that OUTSIDE finds itself
        bound = np.flatnonzero(beside[self.left] != beside[self.right])
        label = np.concatenate([beside[self.left[bound]], beside[self.right[bound]]])
        begin = np.concatenate([self.start[bound], self.end[bound]])
        finish = np.concatenate([self.end[bound], self.start[bound]])
        arc = np.concatenate([bound, ~bound])  # ~i is arc i walked backwards
        keep = label != OUTSIDE
        label, begin, finish, arc = label[keep], begin[keep], finish[keep], arc[keep]
        areas: list[list[np.ndarray]] = [[] for _ in range(labels.max() + 1)]
        for walk in _cycles(label, begin, finish):
            areas[label[walk[0]]].append(self._ring(arc[walk]))
        return [_nest(rings) for rings in areas]

    def neighbours(self) -> np.ndarray:
        """Pairs of cells [m, 2] that share an arc; a pair may come twice."""
        both = (self.left != OUTSIDE) & (self.right != OUTSIDE)
        return np.column_stack([self.left[both], self.right[both]])

    def _ring(self, arcs: np.ndarray) -> np.ndarray:
        parts = []
        for arc in arcs:
            forward = arc if arc >= 0 else ~arc
            part = self.points[self.offset[forward] : self.offset[forward + 1]]
            parts.append(part[:-1] if arc >= 0 else part[:0:-1])
        parts.append(parts[0][:1])
        return np.concatenate(parts)


def _cycles(label: np.ndarray, begin: np.ndarray, finish: np.ndarray) -> list[np.ndarray]:
    """Closed walks over directed edges: an edge is followed by the one of its label that begins where it ends."""
    nodes = max(begin.max(), finish.max()) + 1
    key = label.astype(np.int64) * nodes + begin
    order = np.argsort(key, kind="stable")
    if np.any(np.diff(key[order]) == 0):
        raise ValueError("An area touches itself in a point: another seed is needed.")
    follow = order[np.searchsorted(key[order], label.astype(np.int64) * nodes + finish)].tolist()
    done = bytearray(len(follow))
    walks = []
    for first in range(len(follow)):
        walk, edge = [], first
        while not done[edge]:
            done[edge] = 1
            walk.append(edge)
            edge = follow[edge]
        if walk:
            walks.append(np.array(walk))
    return walks


def signed_area(ring: np.ndarray) -> float:
    """Area of a closed ring [m, 2], positive when it runs counter-clockwise."""
    x, y = (ring - ring[0]).T
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) / 2)


def _nest(rings: list[np.ndarray]) -> list[list[np.ndarray]]:
    """Polygons of the rings: each hole goes to the smallest shell around it."""
    sizes = [signed_area(ring) for ring in rings]
    shells = sorted((index for index, size in enumerate(sizes) if size > 0), key=lambda index: sizes[index])
    polygons = {index: [rings[index]] for index in shells}
    for hole in (ring for ring, size in zip(rings, sizes) if size <= 0):
        around = [index for index in shells if len(shells) == 1 or _holds(rings[index], hole[0])]
        polygons[around[0]].append(hole)
    return list(polygons.values())


def _holds(ring: np.ndarray, point: np.ndarray) -> bool:
    """Whether a point lies in a ring; a hole never touches its shell, so the boundary needs no care."""
    (x, y), (x0, y0), (x1, y1) = point, ring[:-1].T, ring[1:].T
    crossing = (y0 > y) != (y1 > y)
    return bool(np.sum(x0[crossing] + (y - y0[crossing]) * (x1 - x0)[crossing] / (y1 - y0)[crossing] > x) % 2)


def tile(random: np.random.Generator, land: np.ndarray, seeds: np.ndarray, rounds: int = 1) -> Tiling:
    """Tile the land grid with one cell a seed [n, 2], after moving each seed to the middle of its cell a few times."""
    for _ in range(rounds):
        diagram = Voronoi(np.concatenate([seeds, _sea(random, land, seeds)]))
        seeds = _middles(diagram, len(seeds))
    diagram = Voronoi(np.concatenate([seeds, _sea(random, land, seeds)]))
    ridges, sides = np.array(diagram.ridge_vertices), diagram.ridge_points
    keep = (sides < len(seeds)).any(axis=1)
    ridges, sides = ridges[keep], sides[keep]
    if (ridges < 0).any():
        raise ValueError("A cell of the land is open: the sea around it needs more seeds.")
    start, end = diagram.vertices[ridges[:, 0]], diagram.vertices[ridges[:, 1]]
    first = diagram.points[sides[:, 0]]
    swap = _cross(end - start, first - start) < 0
    sides[swap] = sides[swap, ::-1]
    heights = np.hypot(*(diagram.points[sides[:, 0]] - diagram.points[sides[:, 1]]).T) / 2
    middles = (diagram.points[sides[:, 0]] + diagram.points[sides[:, 1]]) / 2
    left, right = np.where(sides < len(seeds), sides, OUTSIDE).T
    pieces = _pieces(random, np.hypot(*(end - start).T), left, right, len(seeds))
    points, offset = _bend(random, start, end, middles, heights, pieces)
    return Tiling(seeds, ridges[:, 0], ridges[:, 1], left, right, points, offset)


def _cross(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]


def _sea(random: np.random.Generator, land: np.ndarray, seeds: np.ndarray) -> np.ndarray:
    """Seeds [m, 2] off the land: seeds near the coast mirrored in it, and a loose lattice over the rest."""
    coast = boundary(100)
    tree = cKDTree(coast)
    spacing = cKDTree(seeds).query(seeds, 4)[0][:, 3]
    distance, nearest = tree.query(seeds)
    near = distance < 3 * spacing
    away = coast[nearest[near]] - seeds[near]
    # Exact mirror images would make vertices of four equal edges.
    mirrored = seeds[near] + away * random.uniform(1.9, 2.1, (near.sum(), 1)) + random.uniform(-5, 5, away.shape)
    step = max(2000.0, float(np.median(spacing)) / 2)
    lattice = np.stack(np.meshgrid(np.arange(-90_000, 380_000, step), np.arange(205_000, 720_000, step)), -1)
    lattice = lattice.reshape(-1, 2) + random.uniform(-0.35, 0.35, (lattice.size // 2, 2)) * step
    lattice = lattice[tree.query(lattice)[0] > step]
    sea = np.concatenate([mirrored, lattice])
    return sea[inside(land, sea) == 0]


def _middles(diagram: Voronoi, count: int) -> np.ndarray:
    """Centroids [count, 2] of the first cells, from the triangles between a seed and the edges around it."""
    ridges, sides = np.array(diagram.ridge_vertices), diagram.ridge_points
    closed = (ridges >= 0).all(axis=1)
    start, end = diagram.vertices[ridges[closed, 0]], diagram.vertices[ridges[closed, 1]]
    area, moment = np.zeros(len(diagram.points)), np.zeros((len(diagram.points), 2))
    for side in sides[closed].T:
        seed = diagram.points[side]
        size = np.abs(_cross(start - seed, end - seed)) / 2
        np.add.at(area, side, size)
        np.add.at(moment, side, size[:, None] * (start + end - 2 * seed) / 3)
    return diagram.points[:count] + moment[:count] / area[:count, None]


def _pieces(
    random: np.random.Generator, lengths: np.ndarray, left: np.ndarray, right: np.ndarray, count: int
) -> np.ndarray:
    """Into how many pieces each edge is cut, so that every cell gets a number of vertices in the wanted range."""
    wanted = np.clip(random.lognormal(np.log(185), 0.35, count), FEWEST, MOST)
    rate = np.ones(count + 1)  # the last is the sea
    inner, outer = np.where(left == OUTSIDE, right, left), np.where(right == OUTSIDE, left, right)
    share = lengths
    for _ in range(60):
        share = lengths * np.sqrt(rate[inner] * rate[outer])
        cell = np.bincount(inner, share, count) + np.bincount(outer, np.where(inner == outer, 0, share), count)
        rate[:count] *= wanted / cell
    return np.maximum(1, np.rint(share)).astype(np.int64)


def _bend(
    random: np.random.Generator,
    start: np.ndarray,
    end: np.ndarray,
    middles: np.ndarray,
    heights: np.ndarray,
    pieces: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Points of all edges one after the other, and where each begins (one more than there are edges).

    An edge goes off its chord by a fractal number of metres, always less than the height of its kite there.
    """
    offset = np.concatenate([[0], np.cumsum(pieces + 1)])
    edge = np.repeat(np.arange(len(pieces)), pieces + 1)
    step = np.arange(offset[-1]) - offset[edge]
    ends = (step == 0) | (step == pieces[edge])
    along = (step + np.where(ends, 0, random.uniform(-0.35, 0.35, step.size))) / pieces[edge]
    chord = end - start
    length = np.hypot(*chord.T)
    # Where, along the chord, the two seeds stand: the kite is as high as its tip there and falls to 0 at both ends.
    tip = np.einsum("ij,ij->i", middles - start, chord) / length**2
    with np.errstate(divide="ignore", invalid="ignore"):
        rise = np.where(tip[edge] > 0, along / tip[edge], np.inf)
        fall = np.where(tip[edge] < 1, (1 - along) / (1 - tip[edge]), np.inf)
    room = 0.85 * np.minimum(heights[edge] * np.minimum(rise, fall), 0.6 * length[edge])
    aside = np.where(ends, 0, room * np.clip(_fractal(random, edge, along), -1, 1))
    normal = np.column_stack([-chord[:, 1], chord[:, 0]]) / length[:, None]
    points = start[edge] + along[:, None] * chord[edge] + aside[:, None] * normal[edge]
    points[offset[1:] - 1] = end  # exactly, not by way of the chord
    return points, offset


def _fractal(random: np.random.Generator, edge: np.ndarray, along: np.ndarray) -> np.ndarray:
    """Noise of each edge along itself: ever finer waves, each half as high as the one before."""
    table = random.uniform(-1, 1, 1 << 16)
    total = np.zeros(along.size)
    for octave in range(7):
        place = along * 3 * 2**octave
        whole = np.floor(place).astype(np.int64)
        base = edge * 7919 + octave * 104_729 + whole * 31
        value = table[base & 0xFFFF] * (1 - (place - whole)) + table[(base + 31) & 0xFFFF] * (place - whole)
        total += 0.45 * 0.55**octave * value
    return total
