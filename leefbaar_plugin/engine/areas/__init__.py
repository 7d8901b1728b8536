# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas: outlines, the exact share of every square in them, and their figures."""
