# SPDX-License-Identifier: GPL-2.0-or-later
"""Files and what they take: disks of offices, JSON with limits, GeoPackages, rasters, progress and pandas."""
