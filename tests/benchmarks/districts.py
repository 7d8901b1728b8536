# SPDX-License-Identifier: GPL-2.0-or-later
"""Buurten grouped into wijken and gemeenten that hang together, with codes and names in the official form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from tests.benchmarks.tiling import Tiling

_FIRST = """
Ooster Wester Noorder Zuider Nieuw Oud Hoog Laag Duin Bosch Berk Eiken Linde Heide Water Meer Broek Veen Sluis Dijk
Molen Kerk Konings Prinsen Groene Witte Zand Klei Riet Zwaan Reiger Valken Haver Korn Súder Bûter Ridder Graaf
"""
_LAST = """
dam dijk veld hoven kamp wijk broek beek burg stede daal drecht horn hout huizen kerk laar land loo meer mond oord
oever poort rade recht rijk schoten stad sluis um veen voorde waard werf woude zand zijl oôrd
"""
_KINDS = (
    *("{}", "{}-Noord", "{}-Zuid", "{}-Centrum"),
    *("{} en omgeving", "Verspreide huizen {}, ten oosten", "'t {}", "{} 2"),
)


@dataclass
class Level:
    """Areas of one level: `cells` [n] is the area of every cell; `codes`, ascending, and `names` are those of areas."""

    cells: np.ndarray
    codes: list[str]
    names: list[str]


def divide(
    random: np.random.Generator,
    tiling: Tiling,
    towns: np.ndarray,
    wijken: int,
    gemeenten: int,
    codes: Sequence[str] = (),
) -> tuple[np.ndarray, Level, Level, Level]:
    """Group the cells around towns (x, y, ... [k, 3], the largest first); `codes`, ascending, are of the gemeenten.

    Returns `number` [n], the place of each cell in the order of the buurt codes, then the levels buurt, wijk and
    gemeente, their `cells` by cell of the tiling.
    """
    pairs = tiling.neighbours()
    candidates = np.concatenate([cKDTree(tiling.seeds).query(towns[:, :2])[1], random.permutation(len(tiling.seeds))])
    gemeente = _grow(tiling.seeds, pairs, _spread(tiling.seeds, candidates, gemeenten))
    inner = pairs[gemeente[pairs[:, 0]] == gemeente[pairs[:, 1]]]
    wijk, wijk_gemeente = np.empty(len(tiling.seeds), dtype=np.int64), []
    counts = _shared_out(np.bincount(gemeente), wijken)
    for number, count in enumerate(counts.tolist()):
        own = np.flatnonzero(gemeente == number)
        place = np.full(len(tiling.seeds), -1)
        place[own] = np.arange(own.size)
        centres = _spread(tiling.seeds[own], random.permutation(own.size), count)
        links = place[inner[(place[inner] >= 0).all(axis=1)]]
        wijk[own] = len(wijk_gemeente) + _grow(tiling.seeds[own], links, centres)
        wijk_gemeente += [number] * count
    return _name(random, wijk, gemeente, np.array(wijk_gemeente), codes)


def _shared_out(sizes: np.ndarray, total: int) -> np.ndarray:
    """`total` shared out by size, at least 1 and at most 99 each, by the largest remainder: int64 [n]."""
    wanted = sizes * total / sizes.sum()
    counts = np.clip(np.floor(wanted), 1, 99).astype(np.int64)
    while counts.sum() != total:
        step = 1 if counts.sum() < total else -1
        able = (counts + step >= 1) & (counts + step <= np.minimum(99, sizes))
        counts[np.argmax(np.where(able, step * (wanted - counts), -np.inf))] += step
    return counts


def _spread(seeds: np.ndarray, candidates: np.ndarray, count: int) -> np.ndarray:
    """`count` of the candidate cells, earlier ones first, kept some way apart but not evenly spread."""
    extent = seeds.max(axis=0) - seeds.min(axis=0)
    gap = 0.4 * np.sqrt(max(extent.prod(), 1) / count)
    while True:
        chosen: list[int] = []
        for cell in candidates:
            apart = np.hypot(*(seeds[chosen] - seeds[cell]).T)
            if cell not in chosen and not np.any(apart < gap):
                chosen.append(cell)
            if len(chosen) == count:
                return np.array(chosen)
        gap *= 0.8


def _grow(seeds: np.ndarray, pairs: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """For every cell the index of the centre that is nearest by way of neighbours; islands take the nearest by air."""
    lengths = np.hypot(*(seeds[pairs[:, 0]] - seeds[pairs[:, 1]]).T)
    graph = coo_matrix((lengths, (pairs[:, 0], pairs[:, 1])), (len(seeds), len(seeds)))
    # Two arcs between the same two cells would add up in the matrix; the minimum is not needed, only a finite one.
    _, _, source = dijkstra(graph.tocsr(), False, centres, return_predecessors=True, min_only=True)
    number = np.full(len(seeds), -1)
    number[centres] = np.arange(len(centres))
    return np.where(source >= 0, number[source.clip(0)], cKDTree(seeds[centres]).query(seeds)[1])


def _name(
    random: np.random.Generator,
    wijk: np.ndarray,
    gemeente: np.ndarray,
    wijk_gemeente: np.ndarray,
    codes: Sequence[str],
) -> tuple[np.ndarray, Level, Level, Level]:
    """Codes like GM0606, WK060602, BU06060213; Dutch-looking names, some with a comma, an accent or an apostrophe."""
    count = gemeente.max() + 1
    numbers = np.sort(random.choice(np.arange(10, 2000), count, replace=False))
    if codes:
        numbers = np.array([int(code[2:]) for code in codes])
    gemeente_codes = [f"GM{number:04d}" for number in numbers]
    within = np.arange(len(wijk_gemeente)) - np.searchsorted(wijk_gemeente, wijk_gemeente)
    wijk_codes = [f"WK{numbers[owner]:04d}{place:02d}" for owner, place in zip(wijk_gemeente, within)]
    order = np.argsort(wijk, kind="stable")
    place = np.arange(len(wijk)) - np.searchsorted(wijk[order], wijk[order])
    if place.max() > 99:
        raise ValueError("A wijk has more than 100 buurten: ask for more wijken.")
    buurt_codes = [f"BU{wijk_codes[wijk[cell]][2:]}{rank:02d}" for cell, rank in zip(order, place)]
    number = np.empty(len(wijk), dtype=np.int64)
    number[order] = np.arange(len(wijk))
    places = random.permutation([first + last for first in _FIRST.split() for last in _LAST.split()])
    levels = []
    for cells, codes, kinds in (
        (number, buurt_codes, _KINDS),
        (wijk, wijk_codes, _KINDS[:4]),
        (gemeente, gemeente_codes, _KINDS[:1]),
    ):
        picks = random.integers(0, len(places), len(codes)) if len(kinds) > 1 else np.arange(len(codes)) % len(places)
        kind = random.integers(0, len(kinds), len(codes))
        levels.append(Level(cells, codes, [kinds[k].format(places[pick]) for k, pick in zip(kind, picks)]))
    return number, levels[0], levels[1], levels[2]


def postcodes(random: np.random.Generator, tiling: Tiling, count: int) -> Level:
    """The cells grouped into postcode areas, which have a number of four digits and no name."""
    cells = len(tiling.seeds)
    area = _grow(tiling.seeds, tiling.neighbours(), random.choice(cells, count, replace=False))
    numbers = np.sort(random.choice(np.arange(1000, 10_000), count, replace=False))
    return Level(area, [str(number) for number in numbers], [""] * count)
