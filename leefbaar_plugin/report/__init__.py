# SPDX-License-Identifier: GPL-2.0-or-later
"""What is handed over: tables and workbooks with their method, and a recipe that makes them again."""
