# SPDX-License-Identifier: GPL-2.0-or-later
"""The letters' figures a second time, with pandas from the files themselves: nothing of the plugin has a part in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pandas as pd

from tests.unit.test_signals_official import BOUNDS, SIDES, Independent

DIMENSIONS = ["fys", "onv", "soc", "vrz", "won"]
Values = dict[str, float]
_LAST_FOUR = 4


class Reckoning:
    """Shares, sums and counts of the squares and buurten of a generated country, by the definitions of section 7."""

    def __init__(self, folder: str, groups: dict[str, frozenset[str]]) -> None:
        self.buurten = Independent(folder)
        self.gemeenten = Independent(folder, "gemeente", "gemeenten", "gm_code")
        self.groups = groups
        self.scores = self.buurten.scores
        self.weight = self.buurten.weight
        self.years = sorted(self.scores["jaar"].unique().tolist())

    def squares(self, year: int) -> pd.DataFrame:
        """Squares with a score in a year, by id: scores, class and the weights of every kind."""
        there = self.scores[self.scores["jaar"] == year].dropna(subset=["lbm"]).set_index("grid_id")
        there = there.join(self.weight)
        there["class"] = np.searchsorted(BOUNDS, there["lbm"], side="right") + 1
        return there

    def shares(self, year: int, kind: str, low: int, high: int) -> Values:
        """Share of the households (or others) in squares of some classes: country, and every group of gemeenten."""
        squares = self.squares(year)
        met = squares["class"].between(low, high)
        found = {"country": float((squares[kind] * met).sum() / squares[kind].sum())}
        parts = self.gemeenten.parts
        for group, codes in self.groups.items():
            inside = parts[parts["code"].isin(codes)].merge(squares, left_on="grid_id", right_index=True)
            size = inside["share"] * inside[kind]
            found[group] = float((size * inside["class"].between(low, high)).sum() / size.sum())
        return found

    def sums(self, year: int, kind: str, low: int, high: int) -> float:
        """Households (or others) in squares of some classes, of the country."""
        squares = self.squares(year)
        return float((squares[kind] * squares["class"].between(low, high)).sum())

    def moved(self, since: int, until: int) -> tuple[float, float, str, str]:
        """Dwellings that rose and fell substantially, and the dimension that gave most ('' in years without)."""
        first, last = self.squares(since), self.squares(until)
        both = last.join(first, rsuffix="_0", how="inner")
        change = both["lbm"] - both["lbm_0"]
        up = (change >= 0.078393) & (both["class_0"] <= 3) & both["class"].between(4, 5)
        down = (change <= -0.078393) & (both["class_0"] <= 4)
        most = []
        for rows, sign in ((up, 1), (down, -1)):
            parts = {one: ((both[one] - both[f"{one}_0"]) * both["dwellings"])[rows].sum() for one in DIMENSIONS}
            known = both.loc[rows, [*DIMENSIONS, *(f"{one}_0" for one in DIMENSIONS)]].notna().all(axis=1)
            most.append(max(parts, key=lambda one: sign * parts[one]) if rows.any() and known.all() else "")
        return float(both["dwellings"][up].sum()), float(both["dwellings"][down].sum()), *most

    def structural(self, year: int) -> pd.Series:
        """Which buurten are structurally under pressure, by the rule's limits (our own choice)."""
        one = self.buurten
        years = [other for other in self.years if other <= year][-_LAST_FOUR:]
        duration = one.times(years, lambda other: one.share(other, "households", 1, 4) >= 0.5)
        size, severity = one.count(year, "households", 1, 4), one.share(year, "households", 1, 3)
        return (size >= 250) & (severity >= 0.1) & (duration >= 3)

    def within(self, codes: Sequence[str], year: int, kind: str, low: int, high: int) -> float:
        """Households (or others) of some classes in buurten; a square that is shared counts once."""
        parts = self.buurten.parts[self.buurten.parts["code"].isin(codes)]
        share = parts.groupby("grid_id")["share"].sum().clip(upper=1.0)
        squares = self.squares(year)
        squares = squares[squares["class"].between(low, high)]
        return float((share.reindex(squares.index, fill_value=0.0) * squares[kind]).sum())

    def of_gemeenten(self, codes: Sequence[str], year: int, kind: str, low: int, high: int) -> float:
        """The same of whole gemeenten."""
        parts = self.gemeenten.parts[self.gemeenten.parts["code"].isin(codes)]
        share = parts.groupby("grid_id")["share"].sum().clip(upper=1.0)
        squares = self.squares(year)
        squares = squares[squares["class"].between(low, high)]
        return float((share.reindex(squares.index, fill_value=0.0) * squares[kind]).sum())

    def against(self, codes: Sequence[str], year: int, dimension: str, highest: int) -> tuple[float, float]:
        """Share of the dwellings where a dimension counts against liveability: of a set of buurten, of the country."""
        squares = self.squares(year)
        bad = pd.Series(np.searchsorted(SIDES, squares[dimension], side="right") + 1 <= highest, squares.index)
        parts = self.buurten.parts[self.buurten.parts["code"].isin(codes)]
        share = parts.groupby("grid_id")["share"].sum().clip(upper=1.0).reindex(squares.index, fill_value=0.0)
        inside = share * squares["dwellings"]
        whole = squares["dwellings"]
        return float(inside[bad].sum() / inside.sum()), float(whole[bad].sum() / whole.sum())

    def path(self, in_year: int, number: int, year: int) -> float:
        """Mean total in a year of the squares of a class in another."""
        chosen = self.squares(in_year)
        there = self.squares(year)
        there = there.loc[there.index.intersection(chosen.index[chosen["class"] == number])]
        return float(np.average(there["lbm"], weights=there["dwellings"]))

    def change(self, since: int, until: int) -> pd.Series:
        """Change of the score of every buurt as published, of its squares where one of both years isn't."""
        one = self.buurten
        published = one.score(until) - one.score(since)
        means = []
        for year in (since, until):
            made = one.table(year, "dwellings")
            means.append((made["lbm"] * made["w"]).groupby(made["code"]).sum() / made.groupby("code")["w"].sum())
        return published.fillna((means[1] - means[0]).reindex(published.index))

    def consecutive(self) -> list[tuple[int, int]]:
        """Pairs of measurements after each other."""
        return list(pairwise(self.years))
