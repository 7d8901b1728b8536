# SPDX-License-Identifier: GPL-2.0-or-later
"""The number of cells of every row of a text table, counted while its bytes pass by; nothing is sampled.

pandas fills rows that are too short without a word, and one comma too many shifts every number behind it. So all that
delimits cells is taken out of a block at once (`bytes.translate`) and compared with what even rows leave; only what
differs is looked at closer. That costs some 4 % of the time of parsing, in the thread that unpacks.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

_QUOTE, _LINE, _RETURN, _NUL = b'"', b"\n", b"\r", b"\0"
_END = "\1"
"""A cell of its own behind a line, to see whether the cell before it has ended."""
LONGEST_ROW = 16 * 1024**2
"""Bytes: a row that goes on for longer is none; most likely a quoted text has no end."""
EXCEL_ROWS = (1_048_576, 65_536)
"""Rows of a sheet of Excel, now and before 2007: a file of exactly so many was most likely cut off."""


class RowProblem(ValueError):  # noqa: N818  an error of ours has a sentence; the reader makes it
    """A row that isn't what a row should be; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class UnevenRow(RowProblem):
    """A row of `found` cells; `unfinished` tells that it is the last one of the file and has no line end."""

    def __init__(self, line: int, found: int, unfinished: bool) -> None:
        super().__init__(line)
        self.found, self.unfinished = found, unfinished


class EndlessRow(RowProblem):
    """A row without an end: a quote isn't closed, or there are no line ends."""


class NoText(RowProblem):
    """A row with a byte that no text holds."""


class SheetLimit(RowProblem):
    """A file of exactly as many rows as a sheet of Excel holds."""


class RowCheck:
    """Counts the cells of all rows of a file, fed block by block; blank lines and rows without any text pass.

    `columns` is the number of cells expected in every row from the header on, `skip` the number of lines above it.
    """

    def __init__(self, delimiter: str, columns: int, skip: int = 0) -> None:
        self._delimiter = delimiter
        self._columns = columns
        self._skip = skip
        self._line = 1  # of the first byte of what is pending
        self._rows = 0
        self._pending = self._marks = b""
        self._even = delimiter.encode() * (columns - 1)
        self._usual = self._even + _LINE
        marks = delimiter.encode() + _QUOTE + _LINE + _RETURN + _NUL
        self._others = bytes(byte for byte in range(256) if byte not in marks)

    def feed(self, block: bytes) -> None:
        """Look at the next block, an empty one at the end of the file; raises RowProblem."""
        marks = self._marks + block.translate(None, self._others)
        end = marks.rfind(_LINE) + 1
        rows = end // len(self._usual)
        if block and not self._skip and end and marks[:end] == self._usual * rows:
            self._rows += rows
            self._line += rows
            self._keep(block[block.rfind(_LINE) + 1 :])
        else:
            self._look(block)
        if len(self._pending) > LONGEST_ROW:
            raise EndlessRow(self._line)
        if not block and self._rows in EXCEL_ROWS:
            raise SheetLimit(self._line - 1)

    def _keep(self, rest: bytes) -> None:
        """Keep the start of a row for the next block."""
        self._pending = rest
        self._marks = rest.translate(None, self._others)

    def _look(self, block: bytes) -> None:
        """Look closer at the rows that end in a block, whatever its line ends."""
        content = self._pending + block
        if block.endswith(_RETURN):  # its line feed may come with the next block
            self._keep(content)
            return
        content = content.replace(b"\r\n", _LINE).replace(_RETURN, _LINE)
        unfinished = not block and bool(content) and not content.endswith(_LINE)
        if unfinished:
            content += _LINE
        end = content.rfind(_LINE) + 1
        self._keep(content[end:])
        content = self._below_the_lines_above(content[:end])
        if _NUL in content:
            raise NoText(self._line + content.count(_LINE, 0, content.index(_NUL)))
        # two quotes beside each other have no delimiter between them, whether they quote or are letters
        marks = content.translate(None, self._others)
        first, marks = marks[: marks.find(_LINE) + 1], marks.replace(_QUOTE * 2, b"")
        if not self._look_by_line(content, marks, unfinished):
            self._look_by_row(content, unfinished, last=not block)
        elif first.replace(_QUOTE * 2, b"") == self._even + _LINE:
            self._usual = first

    def _below_the_lines_above(self, content: bytes) -> bytes:
        while self._skip and content:
            content = content[content.index(_LINE) + 1 :]
            self._skip -= 1
            self._rows += 1
            self._line += 1
        return content

    def _look_by_line(self, content: bytes, marks: bytes, unfinished: bool) -> bool:
        """Find what is uneven among lines of which each is a row; False, and nothing done, when one may be none."""
        count = marks.count(_LINE)
        if marks != (self._even + _LINE) * count:
            lines = content.split(_LINE)
            for at, found in enumerate(marks.split(_LINE)[:-1]):
                if found == self._even:
                    continue
                cells = self._cells(lines[at], found)
                if cells is None:
                    return False
                if cells != self._columns and (cells > self._columns or self._has_text(lines[at])):
                    raise UnevenRow(self._line + at, cells, unfinished and at == count - 1)
        self._rows += count
        self._line += count
        return True

    def _cells(self, line: bytes, marks: bytes) -> int | None:
        """The number of cells of a line, of which the marks are known; None when a quoted text may go on behind it."""
        if _QUOTE not in marks:
            return len(marks) + 1
        text = line.decode("latin-1")
        try:
            # a quote that is closed lets what follows begin a cell of its own
            (cells,) = csv.reader([text + self._delimiter + _END], delimiter=self._delimiter)
        except (csv.Error, ValueError):
            return None
        return len(cells) - 1 if len(cells) > 1 and cells[-1] == _END else None

    def _has_text(self, line: bytes) -> bool:
        cells = next(csv.reader([line.decode("latin-1")], delimiter=self._delimiter), [])
        return any(map(str.strip, cells))

    def _look_by_row(self, content: bytes, unfinished: bool, last: bool) -> None:
        """The same with quotes that hold something or don't come in pairs, so that a row may have several lines."""
        lines = [line + "\n" for line in content.decode("latin-1").split("\n")[:-1]]
        given = 0

        def give() -> Iterator[str]:
            nonlocal given
            for given, line in enumerate(lines, 1):  # noqa: B007  how far the reader came
                yield line
            given = len(lines) + 1  # it asked for more: the last row is still open

        first = 0
        try:
            for cells in csv.reader(give(), delimiter=self._delimiter):
                if given > len(lines):
                    break
                if len(cells) > self._columns or (len(cells) < self._columns and any(map(str.strip, cells))):
                    raise UnevenRow(self._line + first, len(cells), unfinished and given == len(lines))
                self._rows += 1
                first = given
        except csv.Error as problem:
            raise EndlessRow(self._line + first) from problem
        self._line += first
        if first < len(lines):
            if last:
                raise EndlessRow(self._line)
            self._keep("".join(lines[first:]).encode("latin-1") + self._pending)
