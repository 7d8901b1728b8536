# SPDX-License-Identifier: GPL-2.0-or-later
"""Groups of gemeenten to report by: city networks, urbanity classes, provinces, and the user's own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from ...engine.errors import InputError, PackError
from ...engine.model import Names
from ...pack.name_search import folded
from ...pack.official import GEMEENTE, read_level
from ...pack.pack import Pack
from ...pack.references.groups import COUNTRY, REST, load_groups
from ...pack.references.partitions import COROP, COROP_PLUS, PROVINCE, URBANITY, load_partitions, load_regions
from ...pack.references.reference_sets import gemeente_id
from ..references.references import is_whole_country

CITIES, GEMEENTEN = "cities", "gemeenten"
GROUP_KINDS = (CITIES, URBANITY, PROVINCE, GEMEENTEN, COROP, COROP_PLUS)
"""Ready-made kinds: country, G4, G40 and the others; classes of urbanity; provinces; every gemeente by itself;
COROP and COROP-plus regions."""
_ALIASES = {"den haag": "GM0518", "den bosch": "GM0796"}


@dataclass(frozen=True)
class AreaGroup:
    """Some gemeenten of a pack, in `codes`; none and the id `COUNTRY` for all squares.

    `members` is the number of gemeenten the group has in the country, 0 where that isn't known; `complete` whether the
    pack holds them all. `kept` is the id of the set that the figures come from where they were kept at the import, for
    the pack doesn't hold its squares; "" where they are measured.
    """

    id: str
    name: Names
    codes: tuple[str, ...]
    members: int = 0
    complete: bool = True
    kept: str = ""


def gemeenten_of(pack: Pack) -> dict[str, str]:
    """Names by code of the gemeenten whose squares are all in the pack; PackError when it has no gemeenten."""
    if GEMEENTE not in pack.levels:
        raise PackError("The data have no {level} with outlines.", level=GEMEENTE)
    whole = {code for code, _name in pack.info["gemeenten"]}
    areas = read_level(pack, GEMEENTE, outlines=False)
    return {code: name for code, name in zip(areas.code, areas.name, strict=True) if code in whole}


def groups_of(pack: Pack, kind: str, weight: str = "") -> list[AreaGroup]:
    """Groups of one of `GROUP_KINDS` of which the pack holds any gemeente, complete or not.

    With a kind of weight, what the pack keeps of the country stands for those that it holds in part or not at all, as
    far as its shares are by that weight (of groups known by published scores there are no shares). InputError for
    another kind, PackError when the pack has no gemeenten.
    """
    there = gemeenten_of(pack)
    if kind == CITIES:
        found = _cities(pack, there)
    elif kind == GEMEENTEN:
        found = [AreaGroup(code, {"en": name}, (code,), 1) for code, name in _known(pack, there, weight).items()]
    elif kind in load_partitions():
        found = [_group(part.id, part.name, part.codes, there) for part in load_partitions()[kind].parts]
    elif kind in load_regions():
        found = [_group(part.id, part.name, part.codes, there) for part in load_regions()[kind].parts]
    else:
        raise InputError("Groups {kind} isn't one of {kinds}.", kind=kind, kinds=", ".join(GROUP_KINDS))
    found = [_from_kept(pack, group, there, weight) for group in found]
    return [group for group in found if group.codes or group.kept or (group.id == COUNTRY and group.complete)]


def _known(pack: Pack, there: Mapping[str, str], weight: str) -> dict[str, str]:
    """Names by code of the gemeenten to list, those of the pack first."""
    prefix, known = gemeente_id(""), dict(there)
    for one in pack.national.sets if weight and pack.national is not None else ():
        if one.id.startswith(prefix):
            known.setdefault(one.id.removeprefix(prefix), one.name)
    return known


def _from_kept(pack: Pack, group: AreaGroup, there: Mapping[str, str], weight: str) -> AreaGroup:
    """The group with what the pack keeps in place of what it lacks."""
    single = group.members == 1 and group.codes == (group.id,)
    measured = group.id in there if single else group.complete
    national = pack.national
    if measured or not weight or national is None:
        return group
    set_id = gemeente_id(group.id) if single else group.id
    if national.place(set_id) is None or (national.has_squares(set_id) and national.weight != weight):
        return group if not single else replace(group, codes=())
    return replace(group, codes=(), complete=True, kept=set_id)


def _group(group_id: str, name: Names, codes: Collection[str], there: Mapping[str, str]) -> AreaGroup:
    present = tuple(sorted(code for code in codes if code in there))
    return AreaGroup(group_id, name, present, len(codes), len(present) == len(codes))


def _cities(pack: Pack, there: Mapping[str, str]) -> list[AreaGroup]:
    """The country, or what the pack has of it, G4, G40, and the gemeenten outside both."""
    groups = load_groups()
    whole = is_whole_country(pack)
    found = [AreaGroup(COUNTRY, groups.country, (), complete=whole)]
    found += [_group(group.id, group.name, group.codes, there) for group in groups.groups]
    grouped = frozenset().union(*(group.codes for group in groups.groups))
    rest = tuple(code for code in there if code not in grouped)
    found.append(AreaGroup(REST, groups.rest, rest, 0, whole and all(group.complete for group in found)))
    return found


def own_groups(pack: Pack, text: str) -> list[AreaGroup]:
    """Groups out of a text like 'Waterweg: Schiedam; GM0622 | Rest: Maassluis': names or codes of gemeenten.

    A group without a name is called after its gemeenten. InputError naming every gemeente that the pack doesn't have,
    for a group without gemeenten, and for a name that stands there twice.
    """
    there = gemeenten_of(pack)
    known = {folded(name): code for code, name in there.items()} | {code.casefold(): code for code in there}
    known |= {name: code for name, code in _ALIASES.items() if code in there}
    groups: list[AreaGroup] = []
    unknown: list[str] = []
    for written in filter(None, (piece.strip() for piece in text.split("|"))):
        name, colon, members = written.rpartition(":")
        codes: dict[str, None] = {}
        for member in _members(members, known):
            code = known.get(folded(member)) or known.get(member.casefold())
            if code is None:
                unknown.append(member)
            else:
                codes[code] = None
        shown = name.strip() if colon and name.strip() else members.strip()
        if not codes and not unknown:
            raise InputError("Group “{name}” has no gemeenten; expected is “name: gemeente; gemeente”.", name=written)
        groups.append(AreaGroup(shown, {"en": shown}, tuple(codes)))
    if unknown:
        raise InputError(
            "These gemeenten aren't in the data pack: {names}. Expected are names or codes, like {example}.",
            names=", ".join(unknown),
            example=_example(there),
        )
    if not groups:
        raise InputError("No group is given; expected is “name: gemeente; gemeente | name: gemeente”.")
    twice = [name for name in {group.id for group in groups} if sum(group.id == name for group in groups) > 1]
    if twice:
        raise InputError("Two groups are called “{name}”.", name=twice[0])
    return groups


def _members(text: str, known: Mapping[str, str]) -> list[str]:
    """Names between semicolons; a piece that is no gemeente is taken apart at its commas as well."""
    found: list[str] = []
    for piece in filter(None, (piece.strip() for piece in text.split(";"))):
        if folded(piece) in known or "," not in piece:
            found.append(piece)
        else:
            found += [part.strip() for part in piece.split(",") if part.strip()]
    return found


def _example(there: Mapping[str, str]) -> str:
    code, name = next(iter(there.items()), ("GM0606", "Schiedam"))
    return f"{name}, {code}"
