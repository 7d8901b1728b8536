# SPDX-License-Identifier: GPL-2.0-or-later
"""The pictures of the dock, painted with Qt: crisp at any scale, in the colours of the window they stand in."""
