# SPDX-License-Identifier: GPL-2.0-or-later
"""Widgets that several pages share; they know neither pages nor the session."""
