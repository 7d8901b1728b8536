# SPDX-License-Identifier: GPL-2.0-or-later
"""The page that hands over: what, for which areas, in which files, where to."""
