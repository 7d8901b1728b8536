# SPDX-License-Identifier: GPL-2.0-or-later
"""Questions to a pack and their answers: what panel, algorithms, expressions and reports show comes from here."""
