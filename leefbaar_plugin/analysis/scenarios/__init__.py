# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenarios as the user keeps them: documents, their book with branches and undo, and what they do to areas."""
