# SPDX-License-Identifier: GPL-2.0-or-later
"""Partitions of the country, read from `resources/model/partitions.json`: provinces and urbanity classes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ...engine.errors import ModelError
from ...engine.model import Names
from ..files.resources import read_json

URBANITY, PROVINCE, COROP, COROP_PLUS = "urbanity", "province", "corop", "coropplus"


@dataclass(frozen=True)
class CountryPart:
    """A province or an urbanity class: id, names by language, and the codes of its gemeenten."""

    id: str
    name: Names
    codes: frozenset[str]


@dataclass(frozen=True)
class Partition:
    """Parts of the country that no gemeente lies in two of; `certainty` is the mark of the domain file, `date` the day
    as of which the lists hold.
    """

    id: str
    name: Names
    note: Names
    parts: tuple[CountryPart, ...]
    source: str
    date: str
    certainty: str


@lru_cache(maxsize=1)
def load_partitions() -> dict[str, Partition]:
    """The partitions by id (`URBANITY`, `PROVINCE`) that packs keep figures of; ModelError when their file is wrong."""
    return _read("partitions.json")


@lru_cache(maxsize=1)
def load_regions() -> dict[str, Partition]:
    """Other partitions by id (`COROP`, `COROP_PLUS`), of which a pack has figures only where it holds all of a part."""
    return _read("regions.json")


def _read(file: str) -> dict[str, Partition]:
    document = read_json("model", file)
    try:
        return {
            entry["id"]: Partition(
                entry["id"],
                entry["name"],
                entry["note"],
                tuple(CountryPart(part["id"], part["name"], frozenset(part["gemeenten"])) for part in entry["groups"]),
                entry["source"],
                entry["date"],
                entry["certainty"],
            )
            for entry in document["partitions"]
        }
    except (KeyError, TypeError) as problem:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=problem) from problem
