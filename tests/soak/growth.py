# SPDX-License-Identifier: GPL-2.0-or-later
"""Long work: nothing may grow by it."""

from __future__ import annotations

KINDS: list = []
