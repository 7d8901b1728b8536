# SPDX-License-Identifier: GPL-2.0-or-later
"""Which references a pack can give: by measuring its own squares, or from what it keeps of the country."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...engine.model import Names
from ...pack.name_search import folded
from ...pack.official import GEMEENTE
from ...pack.pack import Pack
from ...pack.references.groups import COUNTRY, REST, load_groups
from ...pack.references.partitions import load_partitions
from ...pack.references.reference_sets import gemeente_id
from .references import DATA, is_whole_country

_KEPT, _OPTIONS = "gemeenten to compare with", "references to compare with"


@dataclass(frozen=True)
class ReferenceOption:
    """A reference that a pack can give or not: the pack holds `present` of its `members` gemeenten.

    `members` is 0 where no number says what is lacking (the country, and the gemeenten outside the groups). `basis` is
    "" for what is measured in the pack, else that of what the pack keeps (`SQUARES`, `PUBLISHED`).
    """

    id: str
    name: Names
    note: Names
    present: int
    members: int
    available: bool
    basis: str = ""


def options(pack: Pack) -> tuple[ReferenceOption, ...]:
    """Country, groups and the other gemeenten, and whether the pack can give them; nothing is measured.

    Parts of the country (provinces, classes of urbanity) only where the pack keeps them; PackError when what it keeps
    can't be read. Kept while the pack is open: they are asked for with every move of the cursor.
    """
    known: tuple[ReferenceOption, ...] | None = pack.kept.get(_OPTIONS)
    if known is None:
        known = pack.kept[_OPTIONS] = _options(pack)
    return known


def _options(pack: Pack) -> tuple[ReferenceOption, ...]:
    groups = load_groups()
    there = {code for code, _name in pack.info["gemeenten"]} if GEMEENTE in pack.levels else set()
    country = ReferenceOption(COUNTRY, groups.country, {"en": ""}, len(pack.info["gemeenten"]), 0, True)
    whole = is_whole_country(pack)
    found = [country if whole else _kept(pack, country)]
    for group in groups.groups:
        present = len(group.codes & there)
        option = ReferenceOption(
            group.id, group.name, group.note, present, len(group.codes), present == len(group.codes)
        )
        found.append(option if option.available else _kept(pack, option))
    others = there - frozenset().union(*(group.codes for group in groups.groups))
    all_there = whole and all(option.available for option in found)
    rest = ReferenceOption(REST, groups.rest, groups.rest_note, len(others), 0, all_there and bool(others))
    found.append(rest if rest.available else _kept(pack, rest))
    if found[0].basis:
        found.insert(1, ReferenceOption(DATA, {"en": ""}, {"en": ""}, country.present, 0, True))
    parts = [
        _kept(pack, ReferenceOption(part.id, part.name, partition.note, 0, 0, False))
        for partition in load_partitions().values()
        for part in partition.parts
    ]
    return (*found, *(part for part in parts if part.available))


def _kept(pack: Pack, option: ReferenceOption) -> ReferenceOption:
    """The option, available when the pack keeps it."""
    place = pack.national.place(option.id) if pack.national is not None else None
    if place is None or pack.national is None:
        return option
    return replace(option, available=True, basis=pack.national.sets[place].basis)


def known_gemeenten(pack: Pack) -> tuple[tuple[str, str], ...]:
    """Code and name of every gemeente that can be compared with, in the order of the names."""
    known: tuple[tuple[str, str], ...] | None = pack.kept.get(_KEPT)
    if known is None:
        known = pack.kept[_KEPT] = _known_gemeenten(pack)
    return known


def _known_gemeenten(pack: Pack) -> tuple[tuple[str, str], ...]:
    named = {code: name or code for code, name in pack.info["gemeenten"]} if GEMEENTE in pack.levels else {}
    prefix = gemeente_id("")
    for one in pack.national.sets if pack.national is not None else ():
        if one.id.startswith(prefix):
            named.setdefault(one.id.removeprefix(prefix), one.name)
    return tuple(sorted(named.items(), key=lambda pair: folded(pair[1])))
