# SPDX-License-Identifier: GPL-2.0-or-later
"""The page that tells how every figure came out."""

from __future__ import annotations

import math
from dataclasses import dataclass

from leefbaar_plugin.analysis.signals.letters import dates_of
from tests.letters.figure import Figure
from tests.letters.reckoning import Values
from tests.letters.running import command

HEAD = """# The letters' figures, made again

Made by `python -m tests.letters`: {count} figures of what the ministry's letters report, each by one command, on a
generated country of {squares:,} squares, 14,033 buurten and 342 gemeenten with the codes of 2024. Every value was
reckoned a second time with pandas from the files; “values” says how many there were, and “differ by” the largest
difference of them, relative to the value (of values below 1 the difference itself).

**Official data needed**: the country is generated, so what is made here lies near nothing that was published. What was
published stands beside it to show what the same command has to give on the ministry's own files. Limits that no letter
tells are our own choice, as the rules say. `<areas>` is a layer of twenty areas, `<codes>` the codes of the same, and
`<table>` a table with a figure per buurt.

| section 7 | figure | letter | published (official data needed) | made here | values | differ by | s | command |
|---|---|---|---|---|---:|---:|---:|---|
"""
_SHOWN = 3


@dataclass(frozen=True)
class Outcome:
    """A figure with its values, those of pandas, and the seconds that both took."""

    figure: Figure
    made: Values
    reckoned: Values
    seconds: float

    @property
    def difference(self) -> float:
        """The largest difference relative to the value; infinite when other values were made than reckoned."""
        if set(self.made) != set(self.reckoned) or not self.made:
            return math.inf
        return max(_apart(self.made[name], self.reckoned[name]) for name in self.made)

    @property
    def same(self) -> bool:
        """Whether both give the same values."""
        return self.difference <= self.figure.close


def _apart(one: float, other: float) -> float:
    if math.isnan(one) and math.isnan(other):
        return 0.0
    return abs(one - other) / max(abs(one), abs(other), 1.0)


def _plain(value: float) -> str:
    return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"


def row(one: Outcome) -> str:
    """A line of the table."""
    figure = one.figure
    names = figure.shown or tuple(sorted(one.made, key=lambda name: not one.made[name]))[:_SHOWN]
    shown = "; ".join(f"{name}: {_plain(one.made[name])}" for name in names)
    apart = f"{one.difference:.0e}" if one.same else f"**{one.difference:.1e}**"
    cells = (
        figure.number,
        figure.what,
        dates_of(figure.letters, "en", " and "),
        figure.published,
        shown,
        str(len(one.made)),
        apart,
        f"{one.seconds:.0f}",
        f"`{command(figure.algorithm, figure.parameters)}`",
    )
    return f"| {' | '.join(cells)} |"
