# SPDX-License-Identifier: GPL-2.0-or-later
"""Groups of gemeenten that areas are compared with (G4, G40, the others), read from `resources/model/groups.json`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from ...engine.errors import ModelError
from ...engine.model import Names
from ..files.resources import read_json

COUNTRY, REST = "country", "rest"
ALL_SQUARES: Names = {"nl": "alle vierkanten van het gegevenspakket", "en": "all squares of the data pack"}
"""What stands for the country in a pack that isn't the country."""


@dataclass(frozen=True)
class Group:
    """Some gemeenten: names and explanation by language, members as (code, name), and what the list rests on.

    `certainty` is the mark of the domain file (S stated, I inferred); `date` the day as of which the list holds.
    """

    id: str
    name: Names
    note: Names
    members: tuple[tuple[str, str], ...]
    source: str
    date: str
    certainty: str

    @cached_property
    def codes(self) -> frozenset[str]:
        """Codes of the members, as 'GM0363'."""
        return frozenset(code for code, _name in self.members)


@dataclass(frozen=True)
class Groups:
    """All groups, the names of the country and of the gemeenten outside every group, and what makes a country."""

    groups: tuple[Group, ...]
    country: Names
    rest: Names
    rest_note: Names
    least_gemeenten: int
    """A pack with fewer gemeenten isn't the whole country."""


@lru_cache(maxsize=1)
def load_groups() -> Groups:
    """The groups of the plugin; ModelError when their file is wrong."""
    document = read_json("model", "groups.json")
    try:
        groups = tuple(
            Group(
                entry["id"],
                entry["name"],
                entry["note"],
                tuple((code, name) for code, name in entry["gemeenten"]),
                entry["source"],
                entry["date"],
                entry["certainty"],
            )
            for entry in document["groups"]
        )
        country, rest = document["country"], document["rest"]
        return Groups(groups, country["name"], rest["name"], rest["note"], int(country["least_gemeenten"]))
    except (KeyError, TypeError, ValueError) as problem:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=problem) from problem
