# SPDX-License-Identifier: GPL-2.0-or-later
"""The scoring engine: numpy only; it knows no QGIS, no Qt and no files."""
