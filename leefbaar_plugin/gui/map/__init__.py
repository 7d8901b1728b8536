# SPDX-License-Identifier: GPL-2.0-or-later
"""What the map shows: theme, year and view, computed maps, second map, stepping through the years."""
