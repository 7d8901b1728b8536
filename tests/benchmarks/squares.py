# SPDX-License-Identifier: GPL-2.0-or-later
"""Populated 100 m squares: towns of a realistic size distribution, farms along roads, and who lives there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.benchmarks.noise import Noise, blend
from tests.benchmarks.outline import CELL, COLUMNS, ROWS, SOUTH, WEST

SECRET = -99997  # what CBS writes where a number is secret or unknown
TOWN_SHARE = 0.82  # of the squares; the others lie along roads
UNKNOWN_DWELLINGS = 0.14  # share of the inhabited squares, as in the real file
MEAN_INHABITANTS = 47  # 17.9 million people on 382,000 squares


@dataclass
class Settlement:
    """Where people would live, before the exact outline of the country is known.

    `towns` [k, 3] holds x, y and radius in metres, the largest first. `town` and `road` are grids [ROWS, COLUMNS] that
    rank every square, higher is sooner populated: by nearness to a town centre in town radii, by nearness to a road.
    """

    towns: np.ndarray
    town: np.ndarray
    road: np.ndarray

    def choose(self, mask: np.ndarray, count: int) -> np.ndarray:
        """Flat indices, ascending, of the `count` highest ranked squares of the mask.

        Raises ValueError when the mask has fewer squares than that.
        """
        if mask.sum() < count:
            raise ValueError(f"{count} squares do not fit in the {mask.sum()} of the mask.")
        town = np.where(mask, self.town, -np.inf).ravel()
        wanted = min(round(count * TOWN_SHARE), int(np.isfinite(town).sum()))
        urban = np.argpartition(town, town.size - wanted)[town.size - wanted :]
        road = np.where(mask, self.road, -np.inf).ravel()
        road[urban] = -np.inf
        rural = np.argpartition(road, road.size - (count - wanted))[road.size - (count - wanted) :]
        return np.sort(np.concatenate([urban, rural]))


def centres(squares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """x and y in metres of the centres of squares given as flat indices."""
    return WEST + (squares % COLUMNS + 0.5) * CELL, SOUTH + (squares // COLUMNS + 0.5) * CELL


def settle(random: np.random.Generator, land: np.ndarray, squares: int) -> Settlement:
    """Rank the squares of the land grid for a country that is to have about `squares` populated ones."""
    towns = _place_towns(random, land, squares)
    town = np.full((ROWS, COLUMNS), -np.inf, dtype=np.float32)
    shape, detail, empty = Noise(random, 2500), Noise(random, 500), Noise(random, 900)
    for x, y, radius in towns:
        reach = 2.2 * radius + CELL
        columns = np.arange(max(0, int((x - reach - WEST) / CELL)), min(COLUMNS, int((x + reach - WEST) / CELL) + 1))
        rows = np.arange(max(0, int((y - reach - SOUTH) / CELL)), min(ROWS, int((y + reach - SOUTH) / CELL) + 1))
        window = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        east, north = np.meshgrid(WEST + (columns + 0.5) * CELL, SOUTH + (rows + 0.5) * CELL)
        rank = -np.log(np.hypot(east - x, north - y) / radius + 0.02)
        rank += 0.3 * shape.at(east, north) + 0.25 * detail.at(east, north)
        rank -= 3 * (empty.at(east, north) > 1.3)  # parks, water, industry
        np.maximum(town[window], rank, out=town[window])
    town[~land] = -np.inf
    return Settlement(towns, town, _rank_roads(random, land))


def _place_towns(random: np.random.Generator, land: np.ndarray, squares: int) -> np.ndarray:
    """Centres and radii [k, 3] in metres, by the rank-size rule; large towns keep clear of larger ones."""
    count = max(12, round(2400 * squares / 382_000))
    size = (np.arange(count) + 2.0) ** -0.9
    radii = np.sqrt(size / size.sum() * squares * TOWN_SHARE / np.pi) * CELL
    x, y = centres(random.choice(np.flatnonzero(land), 60 * count))
    towns = np.empty((count, 3))
    placed, candidate = 0, 0
    while placed < count:
        place = np.array([x[candidate % x.size], y[candidate % x.size]])
        candidate += 1
        # The largest towns lie in the west; the rule is dropped when the candidates run out.
        central = np.exp(-(((place[0] - 130_000) / 60_000) ** 2) - ((place[1] - 450_000) / 50_000) ** 2)
        if placed < count // 50 and random.random() > central + 0.05:
            continue
        others = towns[:placed]
        gap = np.hypot(*(others[:, :2] - place).T) - 1.1 * (others[:, 2] + radii[placed])
        if candidate > x.size or not np.any(gap < 0):
            towns[placed] = *place, radii[placed]
            placed += 1
    return towns


def _rank_roads(random: np.random.Generator, land: np.ndarray) -> np.ndarray:
    """Grid [ROWS, COLUMNS]: highest along winding lines, more of them in some regions than in others."""
    road = np.full(land.size, -np.inf, dtype=np.float32)
    places = np.flatnonzero(land)
    x, y = centres(places)
    line = np.minimum(np.abs(Noise(random, 2600).at(x, y)), np.abs(Noise(random, 4200).at(x, y)))
    road[places] = -line + 0.05 * Noise(random, 20_000).at(x, y) + 0.12 * random.standard_normal(places.size)
    return road.reshape(land.shape)


@dataclass
class Counts:
    """What CBS counts per square, arrays [n] of multiples of 5; SECRET where it is not published."""

    inhabitants: np.ndarray
    households: np.ndarray
    dwellings: np.ndarray

    def weights(self) -> np.ndarray:
        """Dwellings, else households, else inhabitants / 2.1: the default weight of a square, float64 [n]."""
        return np.where(
            self.dwellings > 0, self.dwellings, np.where(self.households > 0, self.households, self.inhabitants / 2.1)
        )


def populate(random: np.random.Generator, settlement: Settlement, squares: np.ndarray) -> Counts:
    """Inhabitants, households and dwellings of squares given as flat indices."""
    x, y = centres(squares)
    rank = settlement.town.ravel()[squares]
    least = np.partition(rank, round(rank.size * (1 - TOWN_SHARE)))[round(rank.size * (1 - TOWN_SHARE))]
    urban = np.isfinite(rank) & (rank >= least)
    spread = blend(random, x, y, {500: 0.5, 4000: 0.4, 40_000: 0.3, 0: 0.25})
    people = np.exp(np.where(urban, 3.7 + 0.3 * np.clip(rank, -1, 2) + 0.6 * spread, 1.9 + 0.6 * spread))
    people[urban] *= (MEAN_INHABITANTS * people.size - people[~urban].sum()) / people[urban].sum()
    inhabitants = _by_five(np.minimum(people, 1200))
    size = np.clip(2.25 - 0.15 * np.clip(rank, -1, 2) + 0.35 * random.standard_normal(people.size), 1.0, 5.0)
    households = _by_five(inhabitants / size)
    dwellings = _by_five(households * np.exp(0.08 * random.standard_normal(people.size)))
    # Small numbers are withheld first, but not only they.
    doubt = random.random(people.size) + 0.8 * (inhabitants <= 15) + 0.3 * (inhabitants <= 30)
    secret = doubt > np.quantile(doubt, 1 - UNKNOWN_DWELLINGS)
    dwellings[secret] = SECRET
    households[secret & (random.random(people.size) < 0.8) | (random.random(people.size) < 0.005)] = SECRET
    return Counts(inhabitants, households, dwellings)


def _by_five(values: np.ndarray) -> np.ndarray:
    """Rounded to multiples of 5, at least 5."""
    return (np.maximum(1, np.rint(values / 5)) * 5).astype(np.int64)
