# SPDX-License-Identifier: GPL-2.0-or-later
"""From official files to a data pack."""
