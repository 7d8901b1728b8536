# SPDX-License-Identifier: GPL-2.0-or-later
"""Open-data files in, data pack out: osgeo and pandas, no gui and no QgsProject."""
