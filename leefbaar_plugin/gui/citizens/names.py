# SPDX-License-Identifier: GPL-2.0-or-later
"""Names by which QGIS knows what the plugin adds to its dialogs and its search box."""

PAGE = "LeefbaarometerOptions"
"""Object name of the page in QGIS's options."""
PREFIX = "lbm"
"""What one types before a name in the search box."""
