# SPDX-License-Identifier: GPL-2.0-or-later
"""What all charts paint with: type, colours, scales, icons."""
