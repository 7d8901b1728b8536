# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures put into words: numbers, sentences, paragraphs; no widgets."""
