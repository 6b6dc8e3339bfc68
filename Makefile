# Đường Làng. `make` alone prints this help.
# Only Python 3.11 or newer and make are needed; every other tool comes into .venv from the pinned requirements.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-compile --prefer-binary
WORKERS ?= 2
export PYTHONPATH := site

.DEFAULT_GOAL := help
.PHONY: help run test scale database check lint format types templates layers migrations messages catalogues verify bench lighthouse screenshots requirements clean

help:  ## print this help
	@echo "Đường Làng: make TARGET"
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  %-13s %s\n", $$1, $$2}' Makefile

# The stamps hold while the requirements don't change, so that a second run starts at once.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12 …") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.txt | $(BIN)/python
	@cmp -s requirements.txt $@ || { echo "installing the site's libraries …"; $(PIP) --requirement requirements.txt; }
	@cp requirements.txt $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	@cmp -s requirements-dev.txt $@ || { echo "installing the development tools …"; $(PIP) --requirement requirements-dev.txt; }
	@cp requirements-dev.txt $@

# The database that tests start from needs the site's libraries only: built while the development tools are installed.
database: $(VENV)/.runtime
	@$(BIN)/python -m tests.database

run: $(VENV)/.runtime  ## the site with its demonstration content on http://127.0.0.1:8000 (PORT=…; RELOAD=1 to develop)
	@exec $(BIN)/python docs/tools/serve.py

test: $(VENV)/.runtime  ## every test; the browser suite too when Chromium is there (WORKERS=… ARGS="tests/core -k …")
	@$(MAKE) --no-print-directory --jobs 2 $(VENV)/.development database
	@$(BIN)/python -m tests.database demonstration & \
	  $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadgroup $(ARGS)

scale: $(VENV)/.development  ## the time of lists and search over thousands of products, on a machine that does nothing else
	@$(BIN)/python -m pytest -m scale --quiet -rA

check: lint types templates layers migrations messages-check test  ## everything that must be green before a change lands

lint: $(VENV)/.development  ## ruff: errors, style, order of imports, format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: $(VENV)/.development  ## lay out the Python sources as `lint` wants them
	@$(BIN)/ruff check --quiet --fix --select I,RUF100 .
	@$(BIN)/ruff format .

types: $(VENV)/.development  ## mypy, strict
	@VAR_DIR=$$(mktemp -d) $(BIN)/mypy

templates: $(VENV)/.development  ## djlint
	@$(BIN)/djlint templates --lint --quiet --configuration pyproject.toml

layers: $(VENV)/.development  ## import-linter: imports run downwards only
	@$(BIN)/lint-imports --no-cache >$(VENV)/layers.log || { cat $(VENV)/layers.log; exit 1; }
	@grep Contracts: $(VENV)/layers.log

migrations: $(VENV)/.development  ## no model without its migration; Django's own checks and ours
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python manage.py makemigrations --check --dry-run
	@DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python manage.py check --fail-level WARNING

messages: $(VENV)/.runtime  ## bring locale/*.po in step with the sources (needs xgettext)
	@$(BIN)/python docs/tools/catalogues.py extract

messages-check: $(VENV)/.development
	@$(BIN)/python -m pytest --quiet tests/architecture/test_catalogues.py

catalogues: $(VENV)/.runtime  ## compile locale/*.po (`run` and `test` do it by themselves)
	@$(BIN)/python docs/tools/catalogues.py compile

verify: $(VENV)/.development  ## the tests over every page and row instead of a seeded sample
	@FULL=1 $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadgroup $(ARGS)
	@FULL=1 $(MAKE) --no-print-directory scale

bench: $(VENV)/.runtime  ## speed at national size against the budgets; PostgreSQL too with DATABASE_URL=… (ARGS="pages search")
	@$(BIN)/python -m docs.tools.bench $(ARGS)

lighthouse: $(VENV)/.development  ## Lighthouse on the main pages under production settings (RUNS=5; needs Node and Chromium)
	@$(BIN)/python docs/tools/lighthouse.py

screenshots: $(VENV)/.development  ## the pictures of docs/design.md, anew (needs Chromium)
	@$(BIN)/python docs/tools/screenshots.py

requirements: $(BIN)/python  ## compile requirements*.txt from requirements*.in
	@$(PIP) pip-tools
	@for name in requirements requirements-dev; do \
	  $(BIN)/pip-compile --quiet --no-header --strip-extras --annotation-style=line --no-emit-options \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file=$$name.txt $$name.in; done

clean:  ## remove what was built: libraries, caches, compiled catalogues; the data in var/ stays
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find site tests docs -name __pycache__ -type d -prune -exec rm -rf {} +
	@find locale site -name '*.mo' -delete
	@rm -f var/test-*
