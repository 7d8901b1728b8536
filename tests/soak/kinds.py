# SPDX-License-Identifier: GPL-2.0-or-later
"""All kinds of attacks, by name, and how many of each make ten thousand."""

from __future__ import annotations

from tests.soak.inputs import (
    Archive,
    Attack,
    CountFile,
    OlderPack,
    OutlineFile,
    PackAreas,
    PackArray,
    PackInfo,
    RuleFile,
    ScoreTable,
    ServiceFile,
)
from tests.soak.projects import ProjectFile
from tests.soak.user_tables import MapTable, Sheet, TextTable

SHARES: dict[type[Attack], int] = {
    ScoreTable: 12,
    Archive: 8,
    OutlineFile: 7,
    CountFile: 7,
    ServiceFile: 7,
    PackInfo: 12,
    PackArray: 10,
    PackAreas: 8,
    OlderPack: 5,
    TextTable: 6,
    Sheet: 5,
    MapTable: 4,
    RuleFile: 5,
    ProjectFile: 4,
}
"""In hundredths."""
ATTACKS: dict[str, type[Attack]] = {attack.kind: attack for attack in SHARES}
