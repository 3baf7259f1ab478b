# Two commands matter: `make demo` shows the product, `make test` checks everything. The rest is for people who work on it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
SELF := $(INSTALL) --no-deps --no-build-isolation --editable .
SOURCES := src tests benchmarks scripts compile_catalogues.py
PYTEST := $(BIN)/python -m pytest

.PHONY: help demo serve test bench format lock clean

help:  ## say what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/.runtime  ## set up and run the morning of the example embassy
	@$(BIN)/chancery demo

serve: $(VENV)/.runtime  ## open the workbench on the example embassy
	@$(BIN)/chancery serve --demo --port 8000

test: $(VENV)/.development  ## all checks: format, lint, types, contracts, tests on both databases, docs, quick benchmark gate
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m benchmarks.gate quick
	CHANCERY_TEST_DATABASE=postgresql $(PYTEST) tests/workbench -n 2
	$(PYTEST) tests -n 2
	$(PYTEST) --doctest-modules src/chancery/common src/chancery/watch src/chancery/advise src/chancery/flow

bench: $(VENV)/.development  ## measure everything against its floors, shared data sets included where they are found
	$(BIN)/python -m benchmarks.gate full

format: $(VENV)/.development  ## put the code in the house's form
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

lock: $(VENV)/.development  ## resolve the dependencies anew; needs uv on the PATH
	scripts/lock

clean:  ## forget what was built and installed
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/.runtime: requirements.lock pyproject.toml compile_catalogues.py $(VENV)/bin/python $(wildcard src/chancery/workbench/locale/*/LC_MESSAGES/*.po)
	$(INSTALL) --require-hashes --requirement requirements.lock
	$(SELF)
	@touch $@

$(VENV)/.development: requirements-dev.lock $(VENV)/.runtime
	$(INSTALL) --require-hashes --requirement requirements-dev.lock
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Chancery needs Python 3.11 or newer; give one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
