# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening data: import dialog, drop on the map, demonstration, check."""
