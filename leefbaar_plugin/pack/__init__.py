# SPDX-License-Identifier: GPL-2.0-or-later
"""Files in, data pack out: osgeo and pandas, no gui and no QgsProject."""
