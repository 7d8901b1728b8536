# SPDX-License-Identifier: GPL-2.0-or-later
"""Change between years: of areas and groups, of what lies around them, and monitors."""
