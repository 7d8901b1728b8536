# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables as people have them: text in any dialect, sheets, numbers as they are written."""
