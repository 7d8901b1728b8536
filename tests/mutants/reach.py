# SPDX-License-Identifier: GPL-2.0-or-later
"""Which tests are worth running for a change, and in which order: out of what was learned."""

from __future__ import annotations

import ast
import re
import sqlite3
from collections import Counter, defaultdict
from functools import cache, cached_property
from pathlib import Path

from .learning import read_notes
from .sites import Site

_FIRST = 40, 20.0
_MORE = 200, 60.0
"""At most so many tests and seconds, at first and for what none of the first noticed."""
_SECONDS_IF_NEVER_TIMED = 5.0


class Reach:
    """What was learned about a tree: the tests that passed, how long each takes, and what each reaches."""

    def __init__(self, tree: Path, learned: Path) -> None:
        self._tree = tree
        self._databases = [sqlite3.connect(path) for path in sorted(learned.glob("lines-*")) if path.suffix == ""]
        passed = [one for one in read_notes(learned) if one["state"] == "passed"]
        self.seconds: dict[str, float] = {one["test"]: one.get("seconds", _SECONDS_IF_NEVER_TIMED) for one in passed}
        self._lines: dict[str, dict[int, set[str]]] = {}

    def tests_for(self, site: Site) -> list[str]:
        """Tests that reach a change; limited in number and time."""
        return self._ordered(self.reaching(site), site.file, *_FIRST)

    def more_tests_for(self, site: Site) -> list[str]:
        """More of them, and some of the whole function or, outside of functions, of the modules that import something
        of this one: some lines are reached once only, as what they find is kept for the tests that follow.
        """
        more = self._ordered(self.reaching(site), site.file, *_MORE)
        lines, function = self._of(site.file), self._function(site)
        of_function = set().union(*(lines.get(line, set()) for line in function)) if function is not None else set()
        around = of_function or self._of_importers(site.file)
        return more + self._ordered(around - set(more), site.file, *_FIRST)

    def is_in_function(self, site: Site) -> bool:
        """Whether a change is within the body of a function."""
        return self._function(site) is not None

    def reaching(self, site: Site) -> set[str]:
        """All tests that reach a change; outside of functions those of the module, or of those who import it."""
        lines = self._of(site.file)
        function = self._function(site)
        if function is None:
            here = set().union(*lines.values()) if lines else set()
            return here or self._of_importers(site.file)
        for line in range(site.line, self._statement(site) - 1, -1):
            if lines.get(line):
                return lines[line]
        return set()

    def _of_importers(self, file: str) -> set[str]:
        found: set[str] = set()
        for importer in importers(self._tree, Path(file).stem):
            if importer != file:
                found |= set().union(*self._of(importer).values())
        return found

    def _ordered(self, tests: set[str], file: str, most: int, most_seconds: float) -> list[str]:
        """Those that are most about a module, as many as there is time for, the quickest first."""
        inside = self._inside(file)
        ranked = sorted(tests, key=lambda test: (-inside.get(test, 0) / self._totals[test], self.seconds[test]))
        chosen, spent = [], 0.0
        for test in ranked[:most]:
            spent += self.seconds[test]
            if chosen and spent > most_seconds:
                break
            chosen.append(test)
        return sorted(chosen, key=lambda test: self.seconds[test])

    def _inside(self, file: str) -> dict[str, int]:
        """How many lines of a module each test reaches."""
        return Counter(test for tests in self._of(file).values() for test in tests)

    @cached_property
    def _totals(self) -> dict[str, int]:
        """How many lines of all modules each test reaches."""
        found: dict[str, int] = defaultdict(lambda: 1)
        for database in self._databases:
            rows = database.execute(
                "select context.context, line_bits.numbits from line_bits "
                "join context on context.id = line_bits.context_id"
            )
            for test, bits in rows:
                found[test] += int.from_bytes(bits, "little").bit_count()
        return found

    def _of(self, file: str) -> dict[int, set[str]]:
        """Passing tests by line of a file."""
        if file not in self._lines:
            found: dict[int, set[str]] = defaultdict(set)
            for database in self._databases:
                rows = database.execute(
                    "select context.context, line_bits.numbits from line_bits join file on file.id = line_bits.file_id "
                    "join context on context.id = line_bits.context_id where file.path like ?",
                    (f"%/{file}",),
                )
                for test, bits in rows:
                    if test in self.seconds:
                        for line in _lines_of(bits):
                            found[line].add(test)
            self._lines[file] = found
        return self._lines[file]

    def _function(self, site: Site) -> range | None:
        """Lines of the body of the innermost function around a change; None outside of functions."""
        around = [
            range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)
            for node in ast.walk(_parsed(self._tree / site.file))
            if isinstance(node, ast.FunctionDef) and node.body[0].lineno <= site.line <= (node.end_lineno or 0)
        ]
        return min(around, key=len, default=None)

    def _statement(self, site: Site) -> int:
        """First line of the statement that a change is in."""
        return max(
            node.lineno
            for node in ast.walk(_parsed(self._tree / site.file))
            if isinstance(node, ast.stmt) and node.lineno <= site.line <= (node.end_lineno or node.lineno)
        )


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def importers(tree: Path, module: str) -> list[str]:
    """Modules of the package that import from a module of this name."""
    pattern = re.compile(rf"^\s*from \.*(\w+\.)*{module} import ", re.MULTILINE)
    return [
        path.relative_to(tree).as_posix()
        for path in sorted((tree / "leefbaar_plugin").rglob("*.py"))
        if pattern.search(path.read_text(encoding="utf-8"))
    ]


def _lines_of(bits: bytes) -> list[int]:
    """Numbers of lines as coverage.py packs them: bit n of the bytes for line n."""
    return [byte * 8 + bit for byte, value in enumerate(bits) for bit in range(8) if value & (1 << bit)]
