# SPDX-License-Identifier: GPL-2.0-or-later
"""Signals: rules, what they need, and what they find."""
