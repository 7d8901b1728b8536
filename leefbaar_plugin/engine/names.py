# SPDX-License-Identifier: GPL-2.0-or-later
"""Names by language, as the model files and the pack bring them."""

from __future__ import annotations

from collections.abc import Mapping

Names = Mapping[str, str]


def in_language(names: Names, language: str) -> str:
    """The name in `language` (two letters), else in English."""
    return names.get(language[:2]) or names["en"]
