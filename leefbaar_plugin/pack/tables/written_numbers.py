# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers as people write them: decimal comma or point, thousands, euro amounts, signs, and texts for no value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError

Cell = str | float | None

MISSING = ["NA", "", "N/A", "NaN", "nan", "NULL", "null", "#N/A", "#N/B", "."]
"""Texts that stand for no value in the editions and in copies that went through Excel (#N/B is Dutch for #N/A)."""
NOT_NUMBERS = {-99995.0, -99996.0, -99997.0, -99998.0, -99999.0, -99999999.0, -99999998.0, -99999997.0}
"""Codes of CBS for secret, unknown and not published; the first and third are stated (domain.md, section 5), the others
stand in older editions [I]."""
COMMA, THOUSANDS, UNSURE, SECRET, NOT_A_NUMBER = "decimal comma", "thousands", "unsure", "secret", "not a number"

_NOTHING = {text.casefold() for text in MISSING}
_NOTHING |= {"-", "--", "–", "—", "..", "x", "?", "n.v.t.", "nvt", "n.b.", "onbekend", "geheim"}
_SPACES = " \t\u00a0\u2007\u2009\u202f"
"""Ordinary and narrow, as they stand between groups of three digits."""
_MINUS = str.maketrans(dict.fromkeys("\u2212\u2013\u2011\u2012\ufe63\uff0d", "-"))
_MONEY = "€|euro?|\\$|£"
_FORM = re.compile(
    rf"(?P<sign>[-+]?)\s*(?P<before>{_MONEY})?\s*(?P<inner>[-+]?)\s*(?P<digits>[\d.,'’{_SPACES}]*\d)"
    rf"(?P<power>e[-+]?\d+)?(?:,-{{1,2}}|,=)?\s*(?P<after>{_MONEY}|%)?",
    re.IGNORECASE,
)
_SPACED = re.compile(rf"\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})+(?:[.,]\d*)?")
_GAPS = str.maketrans(dict.fromkeys(_SPACES + "'’"))
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+")
_SMALL = 1000
_LONGEST = 40
"""Characters of a number; a longer text is none, and isn't looked at any further."""
_MOST_EXAMPLES = 5


@dataclass(frozen=True)
class NumberNote:
    """Something the user should know about a table: one of the kinds in this room, and what fills its sentence."""

    kind: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Numbers:
    """A column as float64 [rows], NaN for no number, and the notes about it; `found` cells hold a number.

    `unclear` is a text that may as well be a thousand times as much, for nothing in the file tells; "" where all is
    clear.
    """

    values: NDArray[np.float64]
    notes: tuple[NumberNote, ...]
    found: int
    unreadable: int
    unclear: str = ""


@dataclass(frozen=True)
class Separators:
    """How many texts of a column, or of a table, show what their comma or point stands for.

    `comma` and `point` have decimals behind it, `commas` and `points` several groups of thousands. `unclear` ones have
    one group of three digits, which may be either (1.234); of them `dotted` have a point. `money`, `small` and
    `spaced` tell that amounts, whole numbers below a thousand, or spaces between thousands stand among them.
    """

    comma: int = 0
    point: int = 0
    commas: int = 0
    points: int = 0
    unclear: int = 0
    dotted: int = 0
    money: bool = False
    small: bool = False
    spaced: bool = False
    example: str = ""

    @property
    def decided(self) -> bool | None:
        """Whether decimals come after a comma; None when nothing says so."""
        as_comma, as_point = self.comma + self.points, self.point + self.commas
        return None if as_comma == as_point else as_comma > as_point


@dataclass(frozen=True)
class _Written:
    """A number as it stands in a text: its sign, digits and separators (no spaces), and power of ten."""

    sign: str
    digits: str
    power: str
    spaced: bool
    money: bool


def _written(text: str) -> _Written | None:
    """The parts of a text that is a number; None when it is none."""
    plain = text.strip().translate(_MINUS)
    if len(plain) > _LONGEST:
        return None
    within = plain.startswith("(") and plain.endswith(")")  # as accountants write what is negative
    found = _FORM.fullmatch(plain[1:-1].strip() if within else plain)
    if found is None or (found["sign"] and found["inner"]) or (within and (found["sign"] or found["inner"])):
        return None
    digits = found["digits"]
    spaced = len(digits.translate(_GAPS)) < len(digits)
    if spaced and not _SPACED.fullmatch(digits):  # two numbers, not one
        return None
    sign = "-" if within or "-" in (found["sign"], found["inner"]) else ""
    money = bool(found["before"]) or bool(found["after"] and found["after"] != "%")
    return _Written(sign, digits.translate(_GAPS), found["power"] or "", spaced, money)


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number, or a text that is one."""
    return isinstance(cell, float) or (isinstance(cell, str) and _written(cell) is not None)


def separators(cells: Iterable[Cell]) -> Separators:
    """What the texts of a column tell about their separators; numbers among them tell that others are small."""
    comma = point = several_commas = several_points = unclear = dotted = 0
    money = small = spaced = False
    example = ""
    for cell in cells:
        if not isinstance(cell, str):
            small = small or (cell is not None and float(cell).is_integer() and 0 < abs(cell) < _SMALL)
            continue
        one = _written(cell)
        if one is None:
            continue
        money, spaced = money or one.money, spaced or one.spaced
        points, commas = one.digits.count("."), one.digits.count(",")
        if not points and not commas:
            small = small or (not one.power and 0 < len(one.digits) < 4)
        elif points and commas:
            last = max(".,", key=one.digits.rfind)
            comma, point = comma + (last == ","), point + (last == ".")
        elif max(points, commas) > 1:  # 1.234.567
            several_commas, several_points = several_commas + (commas > 1), several_points + (points > 1)
        elif one.power or one.spaced or not _GROUPED.fullmatch(one.digits):
            comma, point = comma + (commas == 1), point + (points == 1)
        else:
            unclear, dotted, example = unclear + 1, dotted + points, example or cell
    return Separators(comma, point, several_commas, several_points, unclear, dotted, money, small, spaced, example)


def decimal_comma(column: Separators, table: Separators, usual: bool | None) -> tuple[bool, bool]:
    """Whether a column writes decimals after a comma, and whether that is sure.

    A group of three digits may be either. What other cells of the column show decides, then what the amounts and the
    small whole numbers in it say (a column of decimals would have decimals there too), then the other columns of the
    `table`, then what is `usual` in such a file; without any of these it is decimals, as programs write them.
    """
    if column.decided is not None:
        return column.decided, True
    if not column.unclear:
        return False, True
    dots_only, commas_only = column.dotted == column.unclear, column.dotted == 0
    if dots_only or commas_only:
        if column.spaced:  # the spaces are the thousands
            return commas_only, True
        if column.money or column.small:
            return dots_only, True
    if table.decided is not None:
        return table.decided, True
    return (2 * column.dotted < column.unclear if usual is None else usual), False


def read_numbers(cells: Sequence[Cell], name: str, table: Separators, usual: bool | None = None) -> Numbers:
    """A column as numbers; `name` is how notes call it, `table` and `usual` what the rest of the file shows."""
    values = np.full(len(cells), np.nan)
    column = separators(cells)
    comma, sure = decimal_comma(column, table, usual)
    secret: Counter[str] = Counter()
    wrong: list[str] = []
    found = 0
    for row, cell in enumerate(cells):
        if cell is None or (isinstance(cell, str) and cell.strip().casefold() in _NOTHING):
            continue
        number = _parsed(cell, comma) if isinstance(cell, str) else float(cell)
        if number is None or not np.isfinite(number):
            if isinstance(cell, str):
                wrong.append(cell)
        elif number in NOT_NUMBERS:
            secret[f"{number:.0f}"] += 1
        else:
            values[row] = number
            found += 1
    notes = _separator_notes(name, column, comma, sure)
    if secret:
        codes = ", ".join(sorted(secret))
        notes.append(NumberNote(SECRET, {"column": name, "count": sum(secret.values()), "codes": codes}))
    if wrong:
        examples = ", ".join(f"“{text[:20]}”" for text in list(dict.fromkeys(wrong))[:_MOST_EXAMPLES])
        notes.append(NumberNote(NOT_A_NUMBER, {"column": name, "count": len(wrong), "examples": examples}))
    # where commas part the cells, decimals can't have one: there 1.234 is what a program wrote
    unclear = "" if sure or usual is False else column.example.strip()
    return Numbers(values, tuple(notes), found, len(wrong), unclear)


def clear(read: Numbers, column: str, file: str) -> Numbers:
    """A column of a file as it was read; InputError when a text like 1.234 may be decimals or thousands."""
    if not read.unclear:
        return read
    raise InputError(
        "Column {column} of {file}: “{text}” can be decimals or thousands, and nothing in the file tells. Write "
        "thousands without a sign ({whole}), or decimals with another number of digits ({decimal}).",
        column=column,
        file=file,
        text=read.unclear,
        whole=read.unclear.replace(".", "").replace(",", ""),
        decimal=f"{read.unclear}0",
    )


def _separator_notes(name: str, column: Separators, comma: bool, sure: bool) -> list[NumberNote]:
    if not sure:
        value = _parsed(column.example, comma)
        return [NumberNote(UNSURE, {"column": name, "text": column.example.strip(), "value": f"{value:g}"})]
    grouped = column.dotted + column.points if comma else column.unclear - column.dotted + column.commas
    if grouped and not (column.comma or column.point):
        return [NumberNote(THOUSANDS, {"column": name})]
    return [NumberNote(COMMA, {"column": name})] if comma else []


def _parsed(cell: str, comma: bool) -> float | None:
    """The number of a text; None when it is none. Separators of thousands are taken out."""
    one = _written(cell)
    if one is None:
        return None
    decimal, thousands = (",", ".") if comma else (".", ",")
    digits = one.digits
    if thousands in digits:
        whole, behind, decimals = digits.partition(decimal)
        if not _GROUPED.fullmatch(whole) or thousands in decimals:
            return None
        digits = whole.replace(thousands, "") + behind + decimals
    try:
        return float(one.sign + digits.replace(decimal, ".") + one.power)
    except ValueError:
        return None
