# SPDX-License-Identifier: GPL-2.0-or-later
"""Algorithms on relations with other figures."""
