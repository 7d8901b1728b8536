# SPDX-License-Identifier: GPL-2.0-or-later
"""What is known of a figure: what was published, the command that makes it, and how both answers are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from tests.letters.reckoning import Reckoning, Values

Answer = Mapping[str, Any]
YEAR, BEFORE, FIRST = 2024, 2022, 2002
EXACT = 1e-6
PLACE = {name: float(at) for at, name in enumerate(("fys", "onv", "soc", "vrz", "won"), start=1)}


@dataclass(frozen=True)
class Given:
    """What the commands are about on the generated data: twenty buurten, their layer, a table of own figures."""

    codes: tuple[str, ...]
    areas: str
    table: str
    own: pd.DataFrame = field(repr=False)


@dataclass(frozen=True)
class Figure:
    """A figure: its number in section 7, what it is, what was published and of which year, letters, and the command.

    `read` takes values out of the answer, `reckon` makes the same; `close` is how near they have to be (relative),
    `shown` the values to show, the first when empty.
    """

    number: str
    what: str
    published: str
    letters: tuple[str, ...]
    algorithm: str
    parameters: Mapping[str, Any]
    read: Callable[[Answer], Values]
    reckon: Callable[[Reckoning, Given], Values]
    close: float = EXACT
    shown: tuple[str, ...] = ()
