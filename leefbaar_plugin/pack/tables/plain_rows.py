# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows as the official files write them, read many at a time: codes of one length, numbers with a decimal point.

pandas takes 0.16 s for a million cells and this a third of it, in operations of numpy that let other threads go on.
It is no second truth: every delimiter, quote and digit is looked at, and what isn't exactly of this form raises
`OtherForm`, so that the general reader has the word about it. Numbers are exact: a whole number below 2^53 divided by a
power of ten below 10^23 is the nearest double (as in the fast path of Clinger).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .written_numbers import MISSING

_QUOTE, _MINUS, _POINT, _LINE, _NUL = b'"-.\n\0'
_PAD = b"\n" * 24
"""Before and behind the rows, so that what is read around a cell is there."""
_LOOK = 128 * 1024
"""Bytes in which the ends of cells are looked for in one go."""
_LONGEST_FRACTION = 19
_EXACT = np.uint64(2**53)
_POWERS = 10.0 ** np.arange(_LONGEST_FRACTION + 1)
_WHOLE_POWERS = 10 ** np.arange(_LONGEST_FRACTION + 1, dtype=np.uint64)
_LAST = np.array([0, *(2**64 - 2 ** (64 - 8 * count) for count in range(1, 9))], np.uint64)
"""Of eight bytes in a word, the last so many of which are looked at."""
_JOINED = (
    (np.uint64(2561), np.uint64(8), np.uint64(0x00FF00FF00FF00FF)),
    (np.uint64(6553601), np.uint64(16), np.uint64(0x0000FFFF0000FFFF)),
    (np.uint64(42949672960001), np.uint64(32), np.uint64(0x00000000FFFFFFFF)),
)
"""Factor, shift and mask that join two neighbours in a word: digits to pairs, pairs to fours, fours to eights."""
_NOT_AVAILABLE = np.uint64(int.from_bytes(b"NA", "little"))
_NUMBER = re.compile(rb"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_NO_VALUE = frozenset(text.encode() for text in MISSING)
_FEW, _FEW_OF = 50, 0.05
"""Cells of a column that are read one by one at most: so many, and so much of the rows."""

Words = NDArray[np.uint64]
Places = NDArray[np.int64]


class OtherForm(Exception):  # noqa: N818  no error: another reader goes on
    """Rows that aren't of the plain form."""


def padded(parts: Iterable[bytes]) -> bytes:
    """Rows, given in parts, each of which ends with a line feed, with what `PlainRows` needs before and behind them."""
    return b"".join((_PAD, *parts, _PAD))


class Room:
    """Memory for one piece of rows after another, which the system would give anew for every one."""

    def __init__(self) -> None:
        self._places = self._ends = np.empty(0, np.int64)

    def places(self, number: int) -> Places:
        """Room for at least so many places, with what is in it."""
        if number > len(self._places):
            larger = np.empty(number + number // 2, np.int64)
            larger[: len(self._places)] = self._places
            self._places = larger
        return self._places

    def ends(self, columns: int, rows: int) -> Places:
        """Room for the places of all ends of cells, by column and row; what was in it is gone."""
        if columns * rows > len(self._ends):
            self._ends = np.empty(columns * rows + columns * rows // 4, np.int64)
        return self._ends[: columns * rows].reshape(columns, rows)


class PlainRows:
    """The cells of some rows, as `padded` gives them; `columns` is the number of cells of every row.

    OtherForm when a row has another number of cells, or there are quotes but around whole texts on one line. `numbers`
    are the places of the columns that hold numbers; all others hold texts. A `room` is used again for the rows that are
    read next, and these can't be read any more then.
    """

    def __init__(
        self, content: bytes, delimiter: str, columns: int, numbers: frozenset[int], room: Room | None = None
    ) -> None:
        if b"\r" in content:
            content = content.replace(b"\r\n", b"\n")
        if b"\r" in content or b"\0" in content:
            raise OtherForm
        self._content = content
        self._letters = np.frombuffer(self._content, np.uint8)
        self._room = room or Room()
        places, lines, quotes = self._marks(ord(delimiter))
        ends = self._even(places, columns, lines)
        if ends is None:  # some texts hold the delimiter between their quotes
            ends = self._even(self._marks_outside_quotes(ord(delimiter)), columns, lines)
            if ends is None:
                raise OtherForm
        self._ends = ends
        self._first = np.concatenate(([len(_PAD)], self._ends[-1, :-1] + 1))
        self._require_quotes(quotes, [at for at in range(columns) if at not in numbers])

    def __len__(self) -> int:
        return len(self._first)

    @property
    def _body(self) -> NDArray[np.uint8]:
        return self._letters[len(_PAD) : -len(_PAD)]

    def _marks(self, delimiter: int) -> tuple[Places, int, int]:
        """Where delimiters and ends of lines are, in their order, and the numbers of ends of lines and of quotes.

        They are looked for in little pieces, which stay in the cache of the processor.
        """
        body, count, lines, quotes = self._body, 0, 0, 0
        for begin in range(0, len(body), _LOOK):
            some = body[begin : begin + _LOOK]
            is_line = some == _LINE
            lines += int(np.count_nonzero(is_line))
            quotes += int(np.count_nonzero(some == _QUOTE))
            marks = some == delimiter
            marks |= is_line
            found = np.flatnonzero(marks)
            end = count + len(found)
            np.add(found, begin, out=self._room.places(end)[count:end])
            count = end
        return self._room.places(count)[:count], lines, quotes

    def _marks_outside_quotes(self, delimiter: int) -> Places:
        """The same places but for those between quotes; OtherForm when a line ends there."""
        body = self._body
        inside = np.logical_xor.accumulate(body == _QUOTE)
        is_line = body == _LINE
        if (inside & is_line).any():
            raise OtherForm
        return np.flatnonzero((is_line | (body == delimiter)) & ~inside)

    def _even(self, places: Places, columns: int, lines: int) -> Places | None:
        """Where cells end, by column and row, for these ends of cells, `lines` of which end a line; None when rows have
        other numbers of them.
        """
        if not lines or len(places) != lines * columns:
            return None
        ends = self._room.ends(columns, lines)
        np.add(places.reshape(lines, columns).T, len(_PAD), out=ends)
        # there are as many ends of lines as rows, so that none is left for the other columns
        return ends if (self._letters[ends[-1]] == _LINE).all() else None

    def _cells(self, column: int) -> tuple[Places, Places]:
        """Where the cells of a column begin and end."""
        return (self._ends[column - 1] + 1 if column else self._first), self._ends[column]

    def _require_quotes(self, quotes: int, texts: list[int]) -> None:
        """See to it that there are quotes at both ends of texts only, so that a delimiter they hide is part of one."""
        found = 0
        for column in texts:
            begin, end = self._cells(column)
            opened = self._letters[begin] == _QUOTE
            closed = (self._letters[end - 1] == _QUOTE) & (end - begin > 1)
            if (opened != closed).any():
                raise OtherForm
            found += 2 * int(np.count_nonzero(opened))
        if found != quotes:
            raise OtherForm

    def text(self, column: int) -> NDArray[np.bytes_]:
        """The texts of a column without their quotes, which are plain letters and all of one length."""
        begin, end = self._cells(column)
        quoted = int(self._letters[begin[0]] == _QUOTE)
        width = int(end[0] - begin[0]) - 2 * quoted
        if width < 1 or (end - begin != width + 2 * quoted).any() or ((self._letters[begin] == _QUOTE) != quoted).any():
            raise OtherForm
        every: NDArray[np.bytes_] = np.ndarray(
            (len(self._content) - width + 1,), f"S{width}", self._content, strides=(1,)
        )
        found = every[begin + quoted]
        if (found.view(np.uint8) >= 128).any():
            raise OtherForm
        return found

    def labels(self, column: int) -> NDArray[np.object_]:
        """The texts of a column without their quotes, of any length, as UTF-8 has them: str [rows]."""
        begin, end = self._cells(column)
        quoted = (self._letters[begin] == _QUOTE) & (end > begin)
        content = self._content
        try:
            texts = [
                content[first:last].decode()
                for first, last in zip((begin + quoted).tolist(), (end - quoted).tolist(), strict=True)
            ]
        except UnicodeDecodeError:
            raise OtherForm from None
        return np.array(texts, object)

    def number(self, column: int) -> NDArray[np.float64]:
        """The numbers of a column, NaN for none: float64 [rows]."""
        begin, end = self._cells(column)
        length = end - begin
        last = self._words(end)
        if (length == 4).all():  # years, most likely
            whole, wrong = _digits(last, np.full(len(last), 4))
            if not wrong.any():
                return whole.astype(np.float64)
        made = np.full(len(begin), np.nan)
        missing = (length == 0) | ((length == 2) & (last >> np.uint64(48) == _NOT_AVAILABLE))
        there = np.flatnonzero(~missing)
        if len(there) == len(begin):
            made, odd = self._decimal(begin, end, last)
        else:
            made[there], odd = self._decimal(begin[there], end[there], last[there])
        self._read_one_by_one(made, there[odd], begin, end)
        return made

    def _words(self, end: Places) -> Words:
        """The eight bytes before every place, as a word: uint64 [places]."""
        every: Words = np.ndarray((len(self._content) - 7,), "<u8", self._content, strides=(1,))
        return every[end - 8]

    def _decimal(self, begin: Places, end: Places, last: Words) -> tuple[NDArray[np.float64], NDArray[np.integer]]:
        """Numbers of one digit before the point, and which of the cells hold something else."""
        negative = self._letters[begin] == _MINUS
        lead = begin + negative
        fraction = end - lead - 2
        digit = self._letters[lead] - np.uint8(ord("0"))
        odd = (digit > 9) | (self._letters[lead + 1] != _POINT) | (fraction < 1) | (fraction > _LONGEST_FRACTION)
        odd |= (digit > 0) & (fraction > 15)
        fraction = np.clip(fraction, 0, _LONGEST_FRACTION)
        whole, wrong = _digits(last, np.minimum(fraction, 8))
        more, wrong_too = _digits(self._words(end - 8), np.clip(fraction - 8, 0, 8))
        more *= _WHOLE_POWERS[8]
        whole += more
        odd |= wrong
        odd |= wrong_too
        far = np.flatnonzero(fraction > 16)
        if len(far):
            most, wrong = _digits(self._words(end[far] - 16), fraction[far] - 16)
            whole[far] += most * _WHOLE_POWERS[16]
            odd[far] |= wrong
        whole += digit * _WHOLE_POWERS.take(fraction)
        odd |= whole >= _EXACT
        made = whole.astype(np.float64)
        made /= _POWERS.take(fraction)
        np.negative(made, out=made, where=negative)
        return made, np.flatnonzero(odd)

    def _read_one_by_one(self, made: NDArray[np.float64], odd: Places, begin: Places, end: Places) -> None:
        if len(odd) > max(_FEW, _FEW_OF * len(made)):
            raise OtherForm
        for row in odd.tolist():
            cell = self._content[begin[row] : end[row]]
            if cell in _NO_VALUE:
                made[row] = np.nan
            elif _NUMBER.fullmatch(cell) and np.isfinite(value := float(cell)):
                made[row] = value
            else:
                raise OtherForm


def _digits(words: Words, count: NDArray[np.integer]) -> tuple[Words, NDArray[np.bool_]]:
    """The numbers that the last `count` letters (0 to 8) of every word make, and where one of these is no digit."""
    letters = words ^ np.uint64(0x3030303030303030)
    letters &= _LAST.take(count)
    high = letters + np.uint64(0x7676767676767676)
    high |= letters
    high &= np.uint64(0x8080808080808080)
    for factor, bits, kept in _JOINED:  # pairs of digits, then fours, then all eight; in place
        letters *= factor
        letters >>= bits
        letters &= kept
    return letters, high != 0
