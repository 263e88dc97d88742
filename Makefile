# cartui from a clone: needs Python 3.11 or newer, its pip, and make.
#
#   make demo      set up, and open the practice programme
#   make test      set up, and run the whole suite
#   make check     what a change must pass: format, lint, types, imports, suite
#   make bench     measure speed against bare programs         (a few minutes)
#   make faults    kill it, starve it, cut its power           (up to an hour)
#   make fuzz      ten thousand hostile texts in every field   (ten minutes)
#   make canary    every key on FRONT, on the large programme  (an hour)
#   make pictures  make the README's pictures from the real app, and the page of keys
#   make docs      build the pages of docs/ as a small site in build/site
#   make clean     take the set-up away again

PYTHON ?= python3
VENV ?= .venv

ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet

# A stamp says that a set-up is done: making it again costs nothing and needs no network.
APP := $(VENV)/.ready-app
TEST := $(VENV)/.ready-test
CHECK := $(VENV)/.ready-check
DOCS := $(VENV)/.ready-docs
# Tests of one group stay together, the rest goes to whoever is free; at the end the slowest are named.
SUITE := $(PY) -m pytest -n auto --dist loadgroup --durations 25
# The suite's own stamp: `make check` straight after `make test` does not run it twice.
PASSED := $(VENV)/.passed
SOURCES := $(shell find cartui screens data tests benchmarks docs pyproject.toml -type f \
	! -path '*/__pycache__/*' ! -path '*/__snapshots__/*' ! -name '*.pyc' 2>/dev/null)

.PHONY: demo test check tidy bench faults fuzz canary pictures docs clean

demo: $(APP)
	$(BIN)/cartui demo

test: $(TEST)
	$(SUITE)
	@touch $(PASSED)

check: tidy $(PASSED)

tidy: $(CHECK)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(BIN)/lint-imports

bench: $(TEST)
	$(PY) -m benchmarks.run

faults: $(TEST)
	$(PY) -m tests.faults.run

fuzz: $(TEST)
	$(PY) -m tests.fuzz.run

canary: $(TEST)
	$(PY) -m tests.canary.run

pictures: $(TEST)
	$(PY) docs/make_pictures.py
	$(PY) docs/make_keys.py

docs: $(DOCS)
	$(PY) -m sphinx -W -q docs build/site
	@echo build/site/index.html

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(PASSED): $(SOURCES) | $(TEST)
	$(SUITE)
	@touch $@

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'cartui needs Python 3.11 or newer. Say which: make PYTHON=python3.12 demo'; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(APP): pyproject.toml | $(PY)
	$(PIP) install -e .
	@touch $@

$(TEST): pyproject.toml | $(PY)
	$(PIP) install -e '.[test]'
	@touch $@ $(APP)

$(CHECK): pyproject.toml | $(TEST)
	$(PIP) install -e '.[test,check]'
	@touch $@

$(DOCS): pyproject.toml | $(TEST)
	$(PIP) install -e '.[docs]'
	@touch $@
