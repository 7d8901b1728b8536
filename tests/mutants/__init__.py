# SPDX-License-Identifier: GPL-2.0-or-later
"""Which wrong program would no test notice? See `__main__`."""
