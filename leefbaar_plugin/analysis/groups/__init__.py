# SPDX-License-Identifier: GPL-2.0-or-later
"""Groups of gemeenten: which there are, and their figures and tables."""
