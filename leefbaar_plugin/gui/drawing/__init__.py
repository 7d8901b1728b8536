# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's own areas: drawing, making them out of others, keeping them."""
