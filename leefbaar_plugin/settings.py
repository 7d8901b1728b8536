# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings of the plugin: one typed table; each can be set by an administrator through the environment.

A field `weight` is stored as `leefbaarometer/weight` in the QGIS settings, and `LEEFBAAROMETER_WEIGHT` in the
environment goes before it.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, get_type_hints

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from .engine.choices import (
    EVEN_ODD,
    FILL_RULES,
    RULES,
    SHARE,
    SMALLEST_COVERAGE,
    SMALLEST_DWELLINGS,
    SMALLEST_INHABITANTS,
    CautionLimits,
)
from .engine.squares.weights import DWELLINGS, KINDS, ImputationRule
from .pack.files.disk import is_folder

FOLDER = "leefbaarometer"
_QGIS = re.compile(r"QGIS\d+")
PREFIX = "leefbaarometer/"
ENVIRONMENT_PREFIX = "LEEFBAAROMETER_"
_YES = {"1", "true", "yes", "on", "ja"}
CSV_DUTCH, CSV_INTERNATIONAL = "nl", "international"
CSV_STYLES = (CSV_DUTCH, CSV_INTERNATIONAL)
"""Semicolons and decimal commas, as a Dutch Excel expects, or commas and decimal points."""
_CHOICES = {"weight": KINDS, "rule": RULES, "fill_rule": FILL_RULES, "csv_style": CSV_STYLES}
_ABOVE_ZERO = {"persons_per_dwelling"}


@dataclass(frozen=True)
class Settings:
    """All settings, with the defaults of the domain file."""

    data_folder: str = ""
    """Folder of data packs and of areas of unsaved projects; empty for `leefbaarometer` in the user's local data."""
    weight: str = DWELLINGS
    rule: str = SHARE
    fill_rule: str = EVEN_ODD
    persons_per_dwelling: float = 2.1
    dwellings_if_unknown: float = 1.0
    smallest_dwellings: float = SMALLEST_DWELLINGS
    """Figures of fewer dwellings carry a warning."""
    smallest_coverage: float = 100 * SMALLEST_COVERAGE
    """Percent of the surface: figures of areas of which less has scored squares carry a warning."""
    smallest_inhabitants: float = SMALLEST_INHABITANTS
    """Official areas with fewer inhabitants are marked, as the web service leaves them out."""
    palette: str = "own"
    csv_style: str = CSV_DUTCH
    source_line: str = ""
    """Source line of all output, with {edition}; empty for the line of the model."""
    report_folder: str = ""
    """Folder with layout templates (.qpt) of an organisation's own, and its logo (logo.svg or logo.png)."""

    @property
    def imputation(self) -> ImputationRule:
        """The rule that fills missing counts."""
        return ImputationRule(self.persons_per_dwelling, self.dwellings_if_unknown)

    @property
    def limits(self) -> CautionLimits:
        """Below which figures carry a warning."""
        return CautionLimits(self.smallest_dwellings, self.smallest_coverage / 100)

    @property
    def folder(self) -> Path:
        """The data folder that applies."""
        return Path(self.data_folder).expanduser() if self.data_folder else local_folder()

    @property
    def folders(self) -> list[Path]:
        """The data folder that applies, and behind it those that exist of earlier versions and of other profiles."""
        return list(dict.fromkeys([self.folder, *earlier_folders()]))


_held: Settings | None = None


def local_folder() -> Path:
    """The data folder where none is set: on this computer, so that packs don't travel along with a roaming profile,
    and outside the QGIS profile, so that a newer QGIS finds it too.
    """
    local = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(local or QgsApplication.qgisSettingsDirPath()) / FOLDER


def earlier_folders() -> list[Path]:
    """Data folders in QGIS profiles that exist, where the first version had them; those of this profile first.

    Looks through the profiles of every QGIS of this user, for data may lie in that of QGIS 3 when QGIS 4 runs.
    """
    profile = Path(QgsApplication.qgisSettingsDirPath())
    pattern, root = f"*/{FOLDER}", profile.parent
    if _QGIS.fullmatch(root.parent.name):
        pattern, root = f"QGIS[0-9]*/profiles/*/{FOLDER}", root.parent.parent
    try:
        found = [profile / FOLDER, *sorted(root.glob(pattern))]
        return [place for place in dict.fromkeys(found) if is_folder(place)]
    except OSError:  # a profile on a share that isn't there now
        return []


@contextmanager
def held() -> Iterator[None]:
    """Read the settings once for all that is done within; they can't change while one thing is shown."""
    global _held
    before, _held = _held, load()
    try:
        yield
    finally:
        _held = before


def load() -> Settings:
    """The settings as they apply now: environment, else QGIS settings, else default; unreadable values are skipped."""
    if _held is not None:
        return _held
    stored = QgsSettings()
    types = _types()
    found = {}
    for name, kind in types.items():
        for text in (os.environ.get(ENVIRONMENT_PREFIX + name.upper()), stored.value(PREFIX + name)):
            value = _converted(text, kind)
            if value is not None and _allowed(name, value):
                found[name] = value
                break
    return Settings(**found)


@lru_cache(maxsize=1)
def _types() -> dict[str, Any]:
    """Types of the settings by name; worked out once, for the settings are read many times a second."""
    return get_type_hints(Settings)


def is_fixed(name: str) -> bool:
    """Whether an administrator fixed this setting through the environment."""
    return ENVIRONMENT_PREFIX + name.upper() in os.environ


def save(settings: Settings) -> None:
    """Store what differs from the default in the QGIS settings; fixed settings are left alone."""
    stored, default = QgsSettings(), Settings()
    for entry in fields(Settings):
        value = getattr(settings, entry.name)
        if is_fixed(entry.name):
            continue
        if value == getattr(default, entry.name):
            stored.remove(PREFIX + entry.name)
        else:
            stored.setValue(PREFIX + entry.name, value)


def _converted(text: Any, kind: type) -> Any:
    if text is None:
        return None
    try:
        if kind is bool:
            return str(text).strip().lower() in _YES
        return kind(text)
    except ValueError:
        return None


def _allowed(name: str, value: Any) -> bool:
    """Whether a setting can have this value: one of its choices, or a finite number that isn't below 0."""
    if name in _CHOICES:
        return value in _CHOICES[name]
    if isinstance(value, float):
        return math.isfinite(value) and (value > 0 if name in _ABOVE_ZERO else value >= 0)
    return True
