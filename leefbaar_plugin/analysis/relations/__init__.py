# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores beside tables of the user."""
