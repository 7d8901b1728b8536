# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS layers from a pack: squares, areas and their styles."""
