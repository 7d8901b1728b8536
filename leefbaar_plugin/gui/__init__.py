# SPDX-License-Identifier: GPL-2.0-or-later
"""Dock, dialogs, drawing and charts: shows what the engine computed and never computes itself."""
