# SPDX-License-Identifier: GPL-2.0-or-later
"""pandas, imported when it is first used: it takes a third of a second, and only reading the open data needs it.

from ..late_pandas import pd
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ...engine.errors import LibraryError

__all__ = ["pd"]

_MOST = 200
"""Letters of what a broken library says of itself; numpy writes a page."""


def load(name: str) -> Any:
    """A library; LibraryError when this Python lacks it, or has one that is broken or fits no other part of it."""
    try:
        return importlib.import_module(name)
    except Exception as problem:
        if isinstance(problem, ModuleNotFoundError) and problem.name == name:
            raise LibraryError(
                "Importing data needs the Python library {name}, which this QGIS doesn't have. It comes with the "
                "Windows installer (MSI) of QGIS, and with python3-pandas on Debian and Ubuntu. Data packs that are "
                "there can be opened without it.",
                name=name,
            ) from problem
        said = " ".join(f"{type(problem).__name__}: {problem}".split())
        raise LibraryError(
            "Importing data needs the Python library {name}, which is damaged here or doesn't fit the rest of this "
            "QGIS ({problem}). Install QGIS again. Data packs that are there can be opened without it.",
            name=name,
            problem=said if len(said) <= _MOST else said[:_MOST] + "…",
        ) from problem


class _Late:
    """Stands for a module, and imports it when something of it is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, member: str) -> Any:
        return getattr(load(self._name), member)


if TYPE_CHECKING:
    import pandas as pd
else:
    pd = _Late("pandas")
