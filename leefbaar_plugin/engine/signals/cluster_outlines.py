# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines of clusters of squares as polygons: the sides that no neighbour shares, linked into rings.

A side is walked with its square on the left, so that outer rings run anticlockwise and holes clockwise. Every set of
squares that hang together by their sides is one polygon. Where two squares of a set meet in a corner only, the walk
turns right, around the empty square: so no ring touches itself, and what OGC 06-103r4 calls valid comes out.
"""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

from ..squares.grid import SQUARE, Grid
from .clusters import NO_CLUSTER, Clusters

_EAST, _NORTH, _WEST, _SOUTH = range(4)
_STEP = ((1, 0), (0, 1), (-1, 0), (0, -1))
_START = ((0, 0), (1, 0), (1, 1), (0, 1))
"""Corner of its square at which a side of each direction starts: south, east, north, west side."""
_BEYOND = ((0, -1), (1, 0), (0, 1), (-1, 0))
"""Where the neighbour beyond that side is."""
_MULTIPOLYGON, _POLYGON = 6, 3

Integers = NDArray[np.int64]


def outlines(grid: Grid, clusters: Clusters) -> list[bytes]:
    """Outline of every cluster as WKB of a multipolygon in EPSG:28992; only corners are vertices."""
    if not len(clusters):
        return []
    part, x, y, direction = _sides(grid, clusters)
    following = _next_sides(part, x, y, direction)
    # a straight run is one side: only where the direction changes there is a vertex
    corner = np.empty(len(following), bool)
    corner[following] = direction[following] != direction
    points = np.column_stack((x, y)).astype(np.float64) * SQUARE
    polygons = _polygons(part, following, corner, points)
    first_part = np.unique(clusters.part, return_index=True)
    cluster_of_square = np.repeat(np.arange(len(clusters)), np.diff(clusters.offset))
    of_cluster: list[list[bytes]] = [[] for _ in range(len(clusters))]
    for label, cluster in zip(first_part[0].tolist(), cluster_of_square[first_part[1]].tolist(), strict=True):
        of_cluster[cluster].append(polygons[label])
    return [_multipolygon(parts) for parts in of_cluster]


def _sides(grid: Grid, clusters: Clusters) -> tuple[Integers, Integers, Integers, Integers]:
    """All sides without a neighbour of the same part: part, column and row of the start, direction; int64 [sides]."""
    column, row = grid.column[clusters.square].astype(np.int64), grid.row[clusters.square].astype(np.int64)
    label = np.full(len(grid), NO_CLUSTER, np.int64)
    label[clusters.square] = clusters.part
    found = []
    for direction in (_EAST, _NORTH, _WEST, _SOUTH):
        beyond = grid.find(column + _BEYOND[direction][0], row + _BEYOND[direction][1])
        # squares beside each other are in one cluster or not both in any
        open_ = (beyond < 0) | (label[beyond] == NO_CLUSTER)
        start_x, start_y = _START[direction]
        x, y = column[open_] + start_x, row[open_] + start_y
        found.append((clusters.part[open_], x, y, np.full(len(x), direction)))
    return tuple(np.concatenate(parts) for parts in zip(*found, strict=True))  # type: ignore[return-value]


def _next_sides(part: Integers, x: Integers, y: Integers, direction: Integers) -> Integers:
    """The side that follows each: it starts where that ends, in the same part; at a pinch the one to the right."""
    step = np.array(_STEP)
    columns, rows = int(x.max()) + 2, int(y.max()) + 2
    _, small = np.unique(part, return_inverse=True)
    start = (small * rows + y) * columns + x
    end = (small * rows + y + step[direction, 1]) * columns + x + step[direction, 0]
    order = np.argsort(start, kind="stable")
    sorted_start = start[order]
    first = np.searchsorted(sorted_start, end)
    second = np.minimum(first + 1, len(order) - 1)
    pinched = (second > first) & (sorted_start[second] == end)
    right = (direction - 1) % 4
    use_second = pinched & (direction[order[second]] == right)
    return order[np.where(use_second, second, first)]


def _polygons(
    part: Integers, following: Integers, corner: NDArray[np.bool_], points: NDArray[np.float64]
) -> dict[int, bytes]:
    """WKB of the polygon of every part: its outer ring, then its holes."""
    walks = _walks(following, corner)
    length = np.array([len(walk) for walk in walks])
    start = np.cumsum(length) - length
    at = np.array([side for walk in walks for side in walk])
    ring = points[at]
    local = ring - np.repeat(ring[start], length, axis=0)
    cross = local[:-1, 0] * local[1:, 1] - local[1:, 0] * local[:-1, 1]
    # rings are closed, so that each starts and ends at its own origin: between two of them there is nothing to add
    area = np.add.reduceat(np.append(cross, 0.0), start)
    buffer = ring.astype("<f8").tobytes()
    rings: dict[int, list[bytes]] = {}
    # the one outer ring of a part, which is positive, before its holes
    for number in np.argsort(area < 0, kind="stable").tolist():
        first, count = int(start[number]), int(length[number])
        body = struct.pack("<I", count) + buffer[16 * first : 16 * (first + count)]
        rings.setdefault(int(part[at[first]]), []).append(body)
    return {label: struct.pack("<BII", 1, _POLYGON, len(bodies)) + b"".join(bodies) for label, bodies in rings.items()}


def _walks(following: Integers, corner: NDArray[np.bool_]) -> list[list[int]]:
    """The sides of every ring in order, those that start at a corner only; the first once more at the end."""
    step, turns = following.tolist(), corner.tolist()
    walked = bytearray(len(step))
    walks = []
    for start in np.flatnonzero(corner).tolist():
        if walked[start]:
            continue
        walk, at = [], start
        while not walked[at]:
            walked[at] = 1
            if turns[at]:
                walk.append(at)
            at = step[at]
        walk.append(start)
        walks.append(walk)
    return walks


def _multipolygon(parts: list[bytes]) -> bytes:
    return struct.pack("<BII", 1, _MULTIPOLYGON, len(parts)) + b"".join(parts)
