# SPDX-License-Identifier: GPL-2.0-or-later
# Every target installs what it needs on Debian 12 or 13 (.ci/setup), and is quick the second time.
# Further arguments: make test ARGS="-k coverage", make desktop ARGS=build/demo/demo.qgz
# Tests run in JOBS processes.

PYTEST = QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest
ARGS ?=
JOBS ?= 2
.DEFAULT_GOAL = help
.NOTPARALLEL:
.PHONY: help demo test desktop desktop-test package lint format translations screenshots bench mutants soak clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS='	' read -r name text; do \
		printf '%-14s %s\n' "$$name" "$$text"; done

demo: ## import, recompute and aggregate the demonstration data into build/demo
	@.ci/setup qgis
	@.ci/setup package
	@/usr/bin/python3 .ci/package.py
	QT_QPA_PLATFORM=offscreen /usr/bin/python3 .ci/demo.py $(ARGS)

test: package ## unit, QGIS and package tests, in the languages of the sources
	@.ci/setup test
	TMPDIR=$$(.ci/scratch) $(PYTEST) -n $(JOBS) --dist loadfile --max-worker-restart 0 tests/unit tests/qgis tests/package $(ARGS)

desktop: ## open QGIS with the plugin, in Dutch, in a profile under build/profile
	@.ci/setup qgis
	@.ci/setup package
	.ci/desktop $(ARGS)

desktop-test: package ## drive the real QGIS under Xvfb; pictures in build/desktop
	@.ci/setup test
	@.ci/setup desktop
	$(PYTEST) tests/desktop $(ARGS)

package: ## build/leefbaar_plugin and build/leefbaar_plugin.zip; RELEASE=1 refuses placeholder addresses
	@.ci/setup qgis
	@.ci/setup package
	/usr/bin/python3 .ci/package.py $(if $(RELEASE),--release)

lint: ## style, types, the plugin site's gates, translations, Qt 6 names
	.ci/lint $(ARGS)

format: ## format the code and correct what ruff can
	.ci/lint --fix

translations: ## update i18n/leefbaar_plugin_nl.ts from the sources
	/usr/bin/python3 .ci/translations.py $(ARGS)

screenshots: demo package ## make the pictures of README.md anew
	@.ci/setup desktop
	/usr/bin/python3 .ci/screenshots.py

bench: ## benchmarks against QGIS, shapely, geopandas, PostGIS, DuckDB
	@.ci/setup bench
	.venv-bench/bin/python -m tests.benchmarks $(ARGS)

mutants: ## small changes of the program that no test notices (two hours; goes on where it was stopped)
	@.ci/setup test
	@.ci/setup package
	.venv/bin/python -m tests.mutants $(ARGS)

soak: ## attack what comes from outside, kill, meet, go on for long; hours; the table is tests/soak/RESULTS.md
	@.ci/setup test
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.soak --write $(ARGS)

clean: ## remove build and what tools left; the virtual environments stay
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage htmlcov
	find leefbaar_plugin tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +
