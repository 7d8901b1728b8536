# SPDX-License-Identifier: GPL-2.0-or-later
"""Relations of figures, and how sure they are: an association, never a cause."""
