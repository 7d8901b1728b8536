# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Area: figures, pictures and words of one area."""
