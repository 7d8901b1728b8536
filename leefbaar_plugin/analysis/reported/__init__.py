# SPDX-License-Identifier: GPL-2.0-or-later
"""What the letters to parliament report, for any area: each figure one function, which panel and algorithm both ask."""
