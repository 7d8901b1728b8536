# SPDX-License-Identifier: GPL-2.0-or-later
"""Change between years, of squares, areas and groups."""
