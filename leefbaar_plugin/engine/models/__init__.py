# SPDX-License-Identifier: GPL-2.0-or-later
"""Worked examples on top of the published scores: indicator models, fitted surrogates, scenarios, robustness."""
