# SPDX-License-Identifier: GPL-2.0-or-later
"""Codes of buurten, wijken, gemeenten and postcode areas, however a table of somebody else writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(r"(BU|WK|GM)?[\s.-]*(\d[0-9A-Z]*)")
_WHOLE_NUMBER = re.compile(r"(\d+)\.0+")
_LENGTHS = {"buurt": ("BU", 8), "wijk": ("WK", 6), "gemeente": ("GM", 4), "pc4": ("", 4)}
_LEVEL_OF = {prefix: level for level, (prefix, _length) in _LENGTHS.items() if prefix}
LEVELS = tuple(_LENGTHS)
"""Levels whose areas have a code that tables use, the smallest areas first."""


@dataclass(frozen=True)
class AreaCode:
    """A code as the pack writes it, and what had to be done for that; `level` is that of its own prefix, else wanted.

    `explicit` tells that the cell had a prefix (BU, WK, GM) of its own, `prefixed` that it was added, `padded` that
    leading zeros were.
    """

    code: str
    level: str
    explicit: bool = False
    prefixed: bool = False
    padded: bool = False


def read_code(cell: object, level: str) -> AreaCode | None:
    """The code in a cell of a table about `level`; None when it holds none.

    Without prefix it is taken for a code of `level`; numbers that lost their leading zeros get them back.
    """
    text = _plain(cell)
    if text.casefold() in {"", "na", "nan", "null", "none", "."}:
        return None
    found = _FORM.fullmatch(text)
    if found is None:
        return AreaCode(text, level)
    prefix, rest = found.groups()
    of = _LEVEL_OF[prefix] if prefix else level
    wanted, length = _LENGTHS.get(of, ("", 0))
    # only what ends in digits can have been a number
    short = len(rest) < length and rest.isdigit()
    code = wanted + (rest.zfill(length) if short else rest)
    return AreaCode(code, of, explicit=bool(prefix), prefixed=bool(wanted and not prefix), padded=short)


def has_prefix(cell: object) -> bool:
    """Whether a cell holds a code that says of which level it is (BU, WK, GM)."""
    found = _FORM.fullmatch(_plain(cell))
    return found is not None and found[1] is not None


def _plain(cell: object) -> str:
    """Text of a cell without padding, in capitals; a whole number without its decimal point."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = " ".join(str(cell).replace("\u00a0", " ").split()).strip("'\"").strip().upper()
    number = _WHOLE_NUMBER.fullmatch(text)
    return number.group(1) if number else text
