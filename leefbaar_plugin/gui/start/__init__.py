# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel shows while no data are open."""
