# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports as QGIS prints them: layouts, their maps and pictures, and PDF."""
