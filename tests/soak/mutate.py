# SPDX-License-Identifier: GPL-2.0-or-later
"""Damage as it happens, and as somebody with ideas does it: to bytes, lines, cells, JSON, archives and databases."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from typing import Any

ODD_TEXTS = (
    "",
    " ",
    "NA",
    "nan",
    "inf",
    "-1",
    "0",
    "1e9",
    "1e400",
    "-99997",
    "1,5",
    "1.234",
    "12.34.56",
    "€ 5",
    "'",
    '"',
    "<img src=file:///x>",
    "{residents:300000000}",
    "{0.__class__}",
    "%s",
    "../../x",
    "ÿþ",
    "é" * 200,
    "x" * 5000,
    "\u202e",
    "=1+1",
    "1_000",
    "٣",
    "GM9999",
    "E0850N4360",
    "2024",
    "1899",
)
ODD_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    -1,
    0,
    1,
    2023,
    10**30,
    1e300,
    0.5,
    "",
    "x",
    "x" * 5000,
    "../x",
    "{x!r:>300000000}",
    "<b",
    [],
    [[]],
    [1, "a"],
    {},
    {"a": 1},
    {"en": 3},
)


def bytes_of(content: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, or a piece zeroed, taken out, doubled or cut off."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 40))):
        if not made:
            break
        at, kind = chance.randrange(len(made)), chance.randrange(8)
        length = chance.choice((1, 2, 16, 200, 4096))
        if kind < 3:
            made[at] = chance.randrange(256)
        elif kind == 3:
            made[at : at + length] = bytes(len(made[at : at + length]))
        elif kind == 4:
            del made[at : at + length]
        elif kind == 5:
            made[at:at] = made[at : at + length]
        elif kind == 6:
            made[at:at] = chance.randbytes(chance.choice((1, 3, 60)))
        elif chance.random() < 0.3:
            del made[at:]
    return bytes(made)


def half_zero(content: bytes) -> bytes:
    """Of the same size, the second half never reached the disk."""
    return content[: len(content) // 2] + bytes(len(content) - len(content) // 2)


def text_table(content: bytes, chance: random.Random, delimiter: bytes = b",") -> bytes:
    """Cells and lines of a text table changed, taken out, doubled, put elsewhere; or its bytes."""
    if chance.random() < 0.25:
        return bytes_of(content, chance)
    lines = content.splitlines(keepends=True)
    for _ in range(chance.choice((1, 1, 2, 6))):
        at, kind = chance.randrange(len(lines)), chance.randrange(9)
        if kind == 0:
            del lines[at]
        elif kind == 1:
            lines.insert(chance.randrange(len(lines)), lines[at])
        elif kind == 2:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == 3:
            lines[at] = lines[at].rstrip(b"\r\n") + chance.choice((b"", b"\r", b"\n\n", delimiter, b'"\n'))
        else:
            cells = lines[at].rstrip(b"\r\n").split(delimiter)
            place = chance.randrange(len(cells))
            if kind == 4:
                del cells[place]
            elif kind == 5:
                cells.insert(place, cells[place])
            elif kind == 6:
                cells[place] = bytes_of(cells[place], chance)
            else:
                cells[place] = chance.choice(ODD_TEXTS).encode("utf-8", "replace")
            lines[at] = delimiter.join(cells) + b"\n"
        if not lines:
            break
    return b"".join(lines)


def json_value(document: Any, chance: random.Random) -> Any:
    """A parsed document with some values changed, taken out, doubled, renamed or put deeper."""
    made = copy.deepcopy(document)
    for _ in range(chance.choice((1, 1, 2, 4))):
        places = list(_places(made))
        if not places:
            return chance.choice(ODD_VALUES)
        holder, key = chance.choice(places)
        kind = chance.randrange(6)
        if kind == 0:
            del holder[key]
        elif kind == 1 and isinstance(holder[key], list):
            holder[key] = holder[key] * chance.choice((2, 50))
        elif kind == 2 and isinstance(holder, dict):
            holder[f"{key}{chance.choice(('', 'x', '_', ' '))}"] = holder.pop(key)
        elif kind == 3:
            deep: Any = holder[key]
            for _ in range(chance.choice((1, 60))):
                deep = [deep] if chance.random() < 0.5 else {"en": deep}
            holder[key] = deep
        elif kind == 4 and isinstance(holder[key], int | float) and not isinstance(holder[key], bool):
            holder[key] = holder[key] + chance.choice((-1, 1, 0.5, 1000))
        else:
            holder[key] = copy.deepcopy(chance.choice(ODD_VALUES))
    return made


def _places(value: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        found.append((value, key))
        found += _places(value[key])
    return found


def archive(content: bytes, chance: random.Random) -> bytes:
    """A zip with its bytes changed; or packed again with members changed, renamed, doubled or taken out."""
    if chance.random() < 0.4:
        return bytes_of(content, chance)
    with zipfile.ZipFile(io.BytesIO(content)) as given:
        members = [(info.filename, given.read(info)) for info in given.infolist()]
    for _ in range(chance.choice((1, 1, 2))):
        at = chance.randrange(len(members))
        name, inner = members[at]
        kind = chance.randrange(6)
        if kind == 0 and len(members) > 1:
            del members[at]
        elif kind == 1:
            members.append((name, inner))
        elif kind == 2:
            members[at] = (chance.choice(("../" + name, "/" + name, name + "/", "a:b", "", name.upper(), "x")), inner)
        elif kind == 3:
            members[at] = (name, b"")
        else:
            members[at] = (name, bytes_of(inner, chance))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as target:
        for name, inner in members:
            info = zipfile.ZipInfo("x", (2024, 1, 1, 0, 0, 0))
            info.filename, info.compress_type = name, target.compression
            target.writestr(info, inner)
    return made.getvalue()
