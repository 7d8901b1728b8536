# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer of the user's own areas, and its file."""
