# SPDX-License-Identifier: GPL-2.0-or-later
"""Squares: the grid, their scores and their weights."""
