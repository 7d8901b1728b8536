# SPDX-License-Identifier: GPL-2.0-or-later
"""The page "What if": scenarios of the current area, beside the published situation."""
