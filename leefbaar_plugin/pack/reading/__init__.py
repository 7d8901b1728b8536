# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of the ministry and CBS recognised and read; nothing is written."""
