# SPDX-License-Identifier: GPL-2.0-or-later
"""Our places in QGIS beyond the dock: expressions, search box, options, help."""
