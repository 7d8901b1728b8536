# SPDX-License-Identifier: GPL-2.0-or-later
"""Files and folders as they are in offices: names that no system takes, locks held for a moment, what lies beside."""

from __future__ import annotations

from pathlib import Path


def is_file(path: str | Path) -> bool:
    """Whether there is a file; False for a path that the system doesn't take, such as one of 5,000 characters."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: str | Path) -> bool:
    """The same of a folder."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def is_there(path: str | Path) -> bool:
    """The same of either."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
