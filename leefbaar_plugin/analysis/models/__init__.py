# SPDX-License-Identifier: GPL-2.0-or-later
"""Indicator models of the user's own: their tables, the places they are about, and fits on published dimensions."""
