# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas that lie side by side dissolved into larger ones: the edges that two of them share fall out, the rest is rings.

An edge walked with its area on the left stands in the other direction in the outline of the neighbour. Taking out both
leaves, of the areas of a group, edges that go around their union; linked they are its rings. Nothing is intersected, so
this is exact, and many times quicker than an overlay; but it holds only where outlines meet in the very same vertices.
That is told by what comes out: how often rings go around a point is the number of areas over it, so where they are a
valid polygon (OGC 06-103r4) no areas overlap, and it is their union. Whoever takes the rings checks that.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .rings import Rings

_MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
"""Odd numbers whose bits are spread evenly."""
_HALF_A_WORD = np.uint64(32)

Integers = NDArray[np.int64]
Marks = NDArray[np.uint64]


@dataclass(frozen=True, eq=False)
class Dissolved:
    """The `rings` of every group, outer ones anticlockwise and holes clockwise, `hole` telling which.

    A group of one area, and one whose edges can't be linked in one way only, has none. `open_edges` float64 [edges, 4]
    (x and y of both ends) are those that no other area has, along the outer border or where outlines don't meet;
    `of_open` int64 [edges] are the areas they belong to.
    """

    rings: Rings
    open_edges: NDArray[np.float64]
    of_open: Integers


def dissolve(areas: Rings, group: NDArray[np.integer], groups: int) -> Dissolved:
    """Dissolve valid areas by `group` [areas], the place of a group from 0; those of all groups tell what is open."""
    if not len(areas.points):
        return Dissolved(_no_rings(groups), np.zeros((0, 4)), np.zeros(0, np.int64))
    points = _interior_left(areas)
    mark = _marks(points)
    inside = np.ones(len(points), bool)  # whether an edge goes from a point to the next
    inside[areas.start[1:] - 1] = False
    inside[:-1] &= mark[:-1] != mark[1:]
    edge = np.flatnonzero(inside).astype(np.int32)
    of_edge = np.repeat(np.asarray(group, np.int32)[areas.polygon], np.diff(areas.start))[inside]
    alone, partner = _partners(points, mark, edge, inside)
    kept = (np.bincount(group, minlength=groups) > 1)[of_edge]
    kept &= (partner < 0) | (of_edge[partner] != of_edge)
    del partner
    rings = _linked(points, mark, edge[kept], of_edge[kept], groups)
    open_ = edge[alone]
    of_open = areas.polygon[np.searchsorted(areas.start, open_, side="right") - 1]
    return Dissolved(rings, np.hstack((points[open_], points[open_ + 1])), of_open)


def _no_rings(groups: int) -> Rings:
    return Rings(np.zeros((0, 2)), np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0, bool), groups)


def _interior_left(areas: Rings) -> NDArray[np.float64]:
    """The points, those of rings reversed that go the other way: outer rings anticlockwise, holes clockwise."""
    wrong = (signed_areas(areas.points, areas.start) > 0) == areas.hole
    if not wrong.any():
        return areas.points
    length = np.diff(areas.start)
    at = np.arange(len(areas.points))
    turned = np.repeat(wrong, length)
    at[turned] = np.repeat(areas.start[:-1] + areas.start[1:] - 1, length)[turned] - at[turned]
    return areas.points[at]


def signed_areas(points: NDArray[np.float64], start: Integers) -> NDArray[np.float64]:
    """Surface of closed rings, the points of ring r being `start[r] .. start[r + 1] - 1`; negative when clockwise."""
    if len(start) < 2:
        return np.zeros(0)
    x, y = (points - np.repeat(points[start[:-1]], np.diff(start), axis=0)).T
    # every ring starts and ends at its own origin: between two of them there is nothing to add
    return np.add.reduceat(np.append(x[:-1] * y[1:] - x[1:] * y[:-1], 0.0), start[:-1]) / 2


def _marks(points: NDArray[np.float64]) -> Marks:
    """A number for every point, the same for the same coordinates and nearly always another for others."""
    x, y = np.ascontiguousarray(points).view(np.uint64).T
    mark = x * _MIX[0]
    mark ^= mark >> _HALF_A_WORD
    mark += y
    mark *= _MIX[1]
    mark ^= mark >> _HALF_A_WORD
    mark *= _MIX[0]
    return mark


def _partners(
    points: NDArray[np.float64], mark: Marks, edge: NDArray[np.int32], inside: NDArray[np.bool_]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Places in `edge` of those that no other edge lies on, and for every edge the place of the opposite one.

    `inside` tells which points these are. The opposite is -1 for none, and for edges of which there are more or that go
    the same way: areas overlap there.
    """
    bits = np.uint64(max(len(edge) - 1, 1).bit_length())
    key = (mark[:-1] + mark[1:])[inside[:-1]]  # whatever the direction
    key >>= bits
    key <<= bits
    key |= np.arange(len(edge), dtype=np.uint64)
    key.sort()  # many times quicker than sorting places
    place = key.astype(np.uint32)  # of which the lowest bits are the place
    place &= np.uint32((1 << int(bits)) - 1)
    key >>= bits
    differs = np.concatenate(([True], key[1:] != key[:-1], [True]))
    del key
    place = place.view(np.int32)
    alone = differs[:-1] & differs[1:]
    two = np.flatnonzero(differs[:-1] & ~differs[1:] & np.append(differs[2:], False))
    partner = np.full(len(edge), -1, np.int32)
    partner[place[two]] = place[two + 1]
    partner[place[two + 1]] = place[two]
    # compared in the order of the outlines, in which partners lie beside each other too
    paired = np.flatnonzero(partner >= 0)
    here, there = edge[paired], edge[partner[paired]]
    at = np.ascontiguousarray(points).view(np.complex128).ravel()  # one number a point
    same = (at[here] == at[there + 1]) & (at[here + 1] == at[there])
    partner[paired[~same]] = -1
    return place[alone], partner


def _linked(
    points: NDArray[np.float64], mark: Marks, edge: NDArray[np.int32], of_edge: NDArray[np.int32], groups: int
) -> Rings:
    """Rings of the edges of every group; edges that follow each other in an outline stay together."""
    if not len(edge):
        return _no_rings(groups)
    starts = np.flatnonzero(np.concatenate(([True], np.diff(edge) != 1)))
    first, length = edge[starts].astype(np.int64), np.diff(np.append(starts, len(edge)))
    of_arc = of_edge[starts].astype(np.int64)
    order = np.argsort(of_arc, kind="stable")
    first, length, of_arc = first[order], length[order], of_arc[order]
    following, single = _following(points, mark, first, first + length, of_arc, groups)
    walks = _walks(following, single[of_arc])
    return _rings(points, first, length, of_arc, walks, groups)


def _following(
    points: NDArray[np.float64], mark: Marks, first: Integers, last: Integers, of_arc: Integers, groups: int
) -> tuple[Integers, NDArray[np.bool_]]:
    """The arc of the same group that starts where each ends; bool [groups], whether there is one and no more."""
    of_group = of_arc.astype(np.uint64) * _MIX[1]
    start, end = mark[first] ^ of_group, mark[last] ^ of_group
    order = np.argsort(start, kind="stable")
    ordered = start[order]
    at = np.searchsorted(ordered, end)
    following = order[np.minimum(at, len(order) - 1)]
    there = (points[first[following]] == points[last]).all(axis=1) & (of_arc[following] == of_arc)
    single = np.ones(groups, bool)
    single[of_arc[~there]] = False
    twice = np.flatnonzero(ordered[1:] == ordered[:-1])
    single[of_arc[order[twice]]] = single[of_arc[order[twice + 1]]] = False
    return following, single


def _walks(following: Integers, wanted: NDArray[np.bool_]) -> list[list[int]]:
    """Closed walks over the wanted arcs, in their order."""
    follow = following.tolist()
    walked = bytearray((~wanted).tobytes())
    walks = []
    for begin in range(len(follow)):
        if walked[begin]:
            continue
        walk, at = [], begin
        while not walked[at]:
            walked[at] = 1
            walk.append(at)
            at = follow[at]
        walks.append(walk)
    return walks


def _rings(
    points: NDArray[np.float64],
    first: Integers,
    length: Integers,
    of_arc: Integers,
    walks: list[list[int]],
    groups: int,
) -> Rings:
    """The points along every walk, the first once more at the end."""
    arcs = np.array([arc for walk in walks for arc in (*walk, walk[0])], np.int64)
    ends = np.cumsum([len(walk) + 1 for walk in walks], dtype=np.int64) - 1
    taken = length[arcs]
    taken[ends] = 1
    begins = np.cumsum(taken) - taken
    at = np.repeat(first[arcs] - begins, taken) + np.arange(begins[-1] + 1 if len(begins) else 0)
    start = np.concatenate(([0], begins[ends] + 1)) if len(ends) else np.zeros(1, np.int64)
    found = points[at]
    of_ring = of_arc[np.array([walk[0] for walk in walks], np.int64)]
    return Rings(found, start, of_ring, signed_areas(found, start) < 0, groups)
