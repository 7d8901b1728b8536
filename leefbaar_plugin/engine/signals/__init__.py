# SPDX-License-Identifier: GPL-2.0-or-later
"""Signals: what is measured, which conditions hold, and what is found."""
