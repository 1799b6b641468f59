# The commands of the project. `make report` and `make test` need python3 (3.11 or later), its venv module, and make.

PYTHON ?= python3
YEAR ?= 2025
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

# Tests run on as many processes as there are cores, eight at most; JOBS=0 is one process, for a debugger.
JOBS ?= auto
PYTEST := $(BIN)/python -m pytest -n $(JOBS) --maxprocesses 8

# Containers often set this; modules compiled once halve the time of `make quick`.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: report quick test pythons check goldens fuzz hostile mutation conformance gallery bench bench-peers bench-growth clean

report: $(VENV)/installed
	@$(BIN)/reportgen build $(YEAR)

# The tests of every room that take no more than some tenth of a second and start no process: for every save.
quick: $(VENV)/installed-dev
	@$(PYTEST) --quiet -m "not slow"

test: $(VENV)/installed-dev
	@$(PYTEST)

# The wheel under every Python of this machine that it claims, and with the lowest versions it allows.
pythons: $(VENV)/installed-dev
	@$(BIN)/python tools/pythons.py

# Forty wrong lines, spread over the rooms: nine of ten must fail a test of their room. Some minutes.
mutation: $(VENV)/installed-dev
	@$(BIN)/python -m tools.mutation

check: $(VENV)/installed-dev
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

# Renews every expected output; read the difference before you commit it.
goldens: $(VENV)/installed-dev
	@$(BIN)/python -m pytest --quiet --goldens tests

# Twenty thousand damaged files of each kind; `make test` tries five hundred reports, and fifty of the others.
fuzz: $(VENV)/installed-dev
	@$(BIN)/python -m pytest --quiet -s --mutants 20000 tests/test_fuzz.py tests/test_fuzz_files.py

# Attacks and faults; a thousand builds killed at random moments, where `make test` kills sixteen.
hostile: $(VENV)/installed-dev
	@$(PYTEST) --quiet --kills 1000 tests/hostile

# PDF/A-2a and PDF/UA-1 by veraPDF, which is fetched once; needs a JDK and Debian's libjaxb-java.
conformance: $(VENV)/installed-dev
	@$(BIN)/python tests/conformance/engine.py
	@$(BIN)/python -m pytest --quiet tests/conformance

# The pictures of README; look at them before you commit them.
gallery: $(VENV)/installed-dev
	@$(BIN)/python tools/gallery.py
	@$(BIN)/python -m tools.preview_picture

# Times of every command, beside those of the peers where `make bench-peers` has installed them; some minutes.
bench: $(VENV)/installed-dev
	@$(BIN)/python -m benchmarks.bench

# Typst, pandoc and docxtpl in an environment of their own, for `make bench`; their templates are in benchmarks/peers.
bench-peers:
	@$(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check typst pypandoc_binary docxtpl PyYAML

# Every command at reports of every shape, and inputs that once took time out of proportion, at three sizes; some minutes.
bench-growth: $(VENV)/installed-dev
	@$(BIN)/python -m benchmarks.growth

clean:
	rm -rf $(VENV) .venv-peers build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .verapdf

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "reportgen needs Python 3.11 or later; name one with: make PYTHON=...")'
	@echo "installing into $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@$(INSTALL) --editable ".[dev]"
	@touch $@ $(VENV)/installed
