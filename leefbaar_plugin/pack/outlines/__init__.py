# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines of areas: made valid, projected, and joined to those of larger areas."""
