# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters that algorithms share, and what is read from them."""
