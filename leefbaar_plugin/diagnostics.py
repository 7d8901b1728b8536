# SPDX-License-Identifier: GPL-2.0-or-later
"""What is wrong with this Python when a library is missing or can't be loaded: a sentence, and a text for a helpdesk.

Imports nothing that can itself be what is broken.
"""

from __future__ import annotations

import re
import sys
import traceback
from types import TracebackType

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QApplication

from .engine.errors import LibraryError
from .translation import tr, translated_error

_OURS = __name__.rpartition(".")[0]
_LIBRARIES = ("numpy", "pandas", "GDAL")
_CANNOT = re.compile(r"cannot import name '(\w+)'")
_MOST = 200
"""Letters of what a broken library says of itself; numpy writes a page."""


def explain(problem: BaseException) -> str:
    """What is missing or broken, and what to do about it."""
    if isinstance(problem, LibraryError):
        return translated_error(problem)
    name = library_of(problem)
    if name.split(".")[0] == _OURS:
        text = tr("The Leefbaarometer plugin is incomplete: {name} is missing. Install its zip again.")
        return text.format(name=name)
    said = " ".join(f"{type(problem).__name__}: {problem}".split())
    said = said if len(said) <= _MOST else said[:_MOST] + "…"
    if not name:
        text = tr("The Leefbaarometer plugin can't work here ({problem}). Copy the diagnostics for who looks after it.")
        return text.format(problem=said)
    if isinstance(problem, ModuleNotFoundError) and problem.name and problem.name.split(".")[0] == name:
        text = tr(
            "The Leefbaarometer plugin needs the Python library {name}, which this QGIS lacks. Install QGIS again."
        )
        return text.format(name=name)
    text = tr(
        "The Leefbaarometer plugin needs the Python library {name}, which is damaged here or doesn't fit the rest of "
        "this QGIS ({problem}). Install QGIS again."
    )
    return text.format(name=name, problem=said)


def library_of(problem: BaseException) -> str:
    """The library that couldn't be imported; of a module of ours its whole name; '' when it isn't about a library."""
    if isinstance(problem, LibraryError):
        return str(problem.values.get("name", ""))
    name = (problem.name or "") if isinstance(problem, ImportError) else ""
    if name.split(".")[0] == _OURS:
        within = _CANNOT.match(str(problem))  # `from . import part` names the package
        return f"{name}.{within[1]}" if within else name
    return _importing(problem.__traceback__) or name.split(".")[0]


def _importing(trace: TracebackType | None) -> str:
    """The library during whose import an error came up; '' when that was in our own code."""
    frames = [(frame.f_globals.get("__name__", ""), frame.f_code.co_name) for frame, _line in traceback.walk_tb(trace)]
    ours = max((at for at, (name, _) in enumerate(frames) if name.split(".")[0] == _OURS), default=-1)
    return next((name.split(".")[0] for name, code in frames[ours + 1 :] if code == "<module>"), "")


def diagnostics(problem: BaseException) -> str:
    """What a helpdesk needs to know."""
    import platform  # with others that aren't needed at QGIS's start

    lines = [
        "Leefbaarometer plugin",
        f"missing: {library_of(problem) or '-'} ({type(problem).__name__}: {problem})",
        f"QGIS {Qgis.QGIS_VERSION}",
        f"Python {sys.version}",
        platform.platform(),
        f"sys.executable: {sys.executable}",
        *(f"{name} {_version(name)}" for name in _LIBRARIES),
        *(f"sys.path: {folder}" for folder in sys.path),
        "",
        "".join(traceback.format_exception(problem)),
    ]
    return "\n".join(lines)


def _version(name: str) -> str:
    """Version of a library as it says without being imported."""
    from importlib import metadata

    try:
        return metadata.version(name)
    except Exception as problem:  # noqa: BLE001  what is broken may be this, too
        return f"? ({type(problem).__name__})"


def copy_diagnostics(problem: BaseException) -> None:
    """Put what a helpdesk needs to know on the clipboard."""
    QApplication.clipboard().setText(diagnostics(problem))
