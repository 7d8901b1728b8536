# SPDX-License-Identifier: GPL-2.0-or-later
"""Algorithms of worked examples and of robustness."""
