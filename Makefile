# Plansvar: `make run` serves the page, `make test` runs every test, `make check` holds the code to the house rules.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 7860
PLANS ?= ingest/samples/pdf
# Each folder of plans gets an installation of its own, named after the folder.
DATA ?= .data/$(shell printf '%s' "$(abspath $(PLANS))" | cksum | cut -d' ' -f1)

BIN := .venv/bin
PLANSVAR := $(BIN)/plansvar --data "$(DATA)"
INSTALL := PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check format samples clean

run: .venv/installed
	@$(PLANSVAR) ingest --sync "$(PLANS)" || $(PLANSVAR) plans --json | grep -q '"plan"'
	@$(PLANSVAR) serve --host "$(HOST)" --port "$(PORT)"

test: .venv/installed-for-tests
	@sh tests/install_programs.sh
	@$(BIN)/python -m pytest

check: .venv/installed-for-tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest tests/test_architecture.py

format: .venv/installed-for-tests
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

samples: .venv/installed-for-tests
	@$(BIN)/python -m ingest.samples.make_pdfs

clean:
	rm -rf .venv .data .mypy_cache .pytest_cache .ruff_cache build *.egg-info

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Plansvar needs Python 3.11 or later: make run PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .venv
	@$(INSTALL) --upgrade pip

.venv/installed: pyproject.toml | .venv/bin/python
	@echo "Installing Plansvar into .venv (the first time takes a few minutes) ..."
	@$(INSTALL) --editable .
	@touch $@

.venv/installed-for-tests: pyproject.toml | .venv/bin/python
	@echo "Installing Plansvar with its test tools into .venv ..."
	@$(INSTALL) --editable ".[dev,ocr,bench,postgres]"
	@touch $@ .venv/installed
