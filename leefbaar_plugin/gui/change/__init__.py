# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Change: development, surroundings, monitor, groups and transitions."""
