# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Relate: a figure of the user beside the scores."""
