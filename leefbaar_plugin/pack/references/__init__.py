# SPDX-License-Identifier: GPL-2.0-or-later
"""Sets of gemeenten that a pack keeps figures of: groups, parts of the country, and what is kept."""
