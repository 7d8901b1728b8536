# SPDX-License-Identifier: GPL-2.0-or-later
"""What an area is set against: its gemeente, others, groups, the country."""
