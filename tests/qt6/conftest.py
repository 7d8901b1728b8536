# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of the plugin that only paint and list, under PyQt6: `make lint` runs these tests."""

from __future__ import annotations

from tests.qt6.stand_in import install

install()
