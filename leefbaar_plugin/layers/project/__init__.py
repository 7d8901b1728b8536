# SPDX-License-Identifier: GPL-2.0-or-later
"""What is ours in a project, and where its files live."""
