# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Find: areas by a rule, and the rules of the user."""
