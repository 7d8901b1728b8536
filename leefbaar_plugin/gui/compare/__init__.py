# SPDX-License-Identifier: GPL-2.0-or-later
"""The page Compare: own areas beside each other."""
