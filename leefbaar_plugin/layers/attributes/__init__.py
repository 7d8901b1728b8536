# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS tells of a feature of our layers: titles and units of fields, form, attribute table, map tip."""
