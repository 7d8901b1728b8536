# SPDX-License-Identifier: GPL-2.0-or-later
"""The changes of the mutation run: what they are, and that they are made where they say."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.mutants.sites import sites_of

CODE = '''"""A docstring with 3 < 4."""
from __future__ import annotations


def share(part: float, whole: float = 10) -> "Float":
    """Another one."""
    label.setObjectName("Share")
    label.setContentsMargins(0, 2 + 1, 0, 0)
    zip(part, whole, strict=True)
    if part <= whole and not part == 0:
        return {"value": part / whole, "title": tr("not_this", -1)}
    return -part if part is None else part + 1 + len("é < ")
'''


def changes(tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "module.py"
    file.write_text(CODE, encoding="utf-8")
    found = {}
    for site in sites_of(tmp_path, file):
        made = site.changed(CODE)
        ast.parse(made)
        (line,) = [new for old, new in zip(CODE.splitlines(), made.splitlines(), strict=True) if old != new]
        found[f"{site.kind} {site.old} -> {site.new}"] = line.strip()
    return found


def test_every_change_is_made_at_its_place_and_the_rest_stays(tmp_path: Path):
    assert changes(tmp_path) == {
        "constant 10 -> 11": 'def share(part: float, whole: float = 11) -> "Float":',
        "comparison <= -> <": "if part < whole and not part == 0:",
        "condition and -> or": "if part <= whole or not part == 0:",
        "comparison == -> !=": "if part <= whole and not part != 0:",
        "constant 0 -> 1": "if part <= whole and not part == 1:",
        'name "value" -> "value_"': 'return {"value_": part / whole, "title": tr("not_this", -1)}',
        "sign / -> *": 'return {"value": part * whole, "title": tr("not_this", -1)}',
        'name "title" -> "title_"': 'return {"value": part / whole, "title_": tr("not_this", -1)}',
        "sign - -> +": 'return +part if part is None else part + 1 + len("é < ")',
        "comparison is -> is not": 'return -part if part is not None else part + 1 + len("é < ")',
        "sign + -> -": 'return -part if part is None else part + 1 - len("é < ")',
        "constant 1 -> 2": 'return -part if part is None else part + 2 + len("é < ")',
    }
