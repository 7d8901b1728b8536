# SPDX-License-Identifier: GPL-2.0-or-later
"""Which sets of gemeenten the files of an import give references of, and on what basis."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import ModelError
from ..files.resources import read_json
from ..official import GEMEENTE
from .groups import COUNTRY, REST, load_groups
from .kept_references import PUBLISHED, SQUARES
from .partitions import load_partitions


def gemeente_id(code: str) -> str:
    """Id of the reference that is the gemeente with this code."""
    return f"{GEMEENTE}:{code}"


@dataclass(frozen=True)
class GemeenteSet:
    """A set: its id, its name where it is a gemeente, the places of its members among the known ones, its basis."""

    id: str
    name: str
    members: tuple[int, ...]
    basis: str

    @property
    def is_single(self) -> bool:
        """Whether it is one gemeente."""
        return self.id.startswith(gemeente_id(""))


@lru_cache(maxsize=1)
def households() -> dict[str, int]:
    """Households by code of the gemeente, as CBS counts them; ModelError when their file is wrong."""
    try:
        return {code: int(count) for code, count in read_json("model", "households.json")["households"].items()}
    except (AttributeError, KeyError, TypeError, ValueError) as problem:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=problem) from problem


def sets_of(
    codes: Sequence[str], names: Sequence[str], whole: NDArray[np.bool_], published: NDArray[np.bool_]
) -> list[GemeenteSet]:
    """Country, groups, parts of the country and single gemeenten that can be given, in this order.

    `whole` tells of which gemeenten (all that the files know) all squares are there, `published` which have a score of
    their own. A set needs the squares of all its members, else scores and numbers of households of all of them.
    """
    place = {code: at for at, code in enumerate(codes)}
    weighed = published & np.array([code in households() for code in codes], bool)
    groups = load_groups()
    grouped = frozenset().union(*(group.codes for group in groups.groups))

    def add(set_id: str, members: Collection[str]) -> None:
        if not members or not all(code in place for code in members):
            return
        at = tuple(sorted(place[code] for code in members))
        if all(whole[list(at)]):
            found.append(GemeenteSet(set_id, "", at, SQUARES))
        elif all(weighed[list(at)]):
            found.append(GemeenteSet(set_id, "", at, PUBLISHED))

    found: list[GemeenteSet] = []
    national = len(codes) >= groups.least_gemeenten
    if national:
        add(COUNTRY, codes)
    for group in groups.groups:
        add(group.id, group.codes)
    if national and all(code in place for code in grouped):
        add(REST, [code for code in codes if code not in grouped])
    for partition in load_partitions().values():
        for part in partition.parts:
            add(part.id, part.codes)
    for at, code in enumerate(codes):
        if whole[at] or published[at]:
            basis = SQUARES if whole[at] else PUBLISHED
            found.append(GemeenteSet(gemeente_id(code), names[at] or code, (at,), basis))
    return found
