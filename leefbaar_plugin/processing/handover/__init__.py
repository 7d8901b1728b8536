# SPDX-License-Identifier: GPL-2.0-or-later
"""Algorithms that hand results over, and make them again."""
