# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of others read and recognised: archives, tables, vectors; nothing is written."""
