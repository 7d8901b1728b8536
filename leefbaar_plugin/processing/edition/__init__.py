# SPDX-License-Identifier: GPL-2.0-or-later
"""Algorithms on an edition as a whole: import, squares, scores."""
