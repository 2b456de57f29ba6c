# make demo · make test · make check · make bench · make clean
# Everything goes into .venv; each step leaves a stamp file there, so a second call does no work
# twice. Needs only a Python of 3.11 or later with its venv module.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	if $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
		>/dev/null 2>&1; then echo $$p; break; fi; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
REGESTA := $(BIN)/regesta
DEMO := build/demo.db
PORT ?= 8765
PYTEST_ARGS ?=

.PHONY: demo test check install dev bench pins clean

demo: build/demo-stamp
	@echo "The desk stands on http://127.0.0.1:$(PORT) (Ctrl-C ends it)."
	$(REGESTA) serve --register $(DEMO) --host 127.0.0.1 --port $(PORT) $(ARGS) \
		|| test $$? -eq 130

install: $(VENV)/.run-stamp
dev: $(VENV)/.dev-stamp

test: $(VENV)/.dev-stamp
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(VENV)/.dev-stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/house tests/docs $(PYTEST_ARGS)
	$(BIN)/python -m evaluate.gate

bench: $(VENV)/.dev-stamp
	@for file in bench/[a-z]*.py; do test -f "$$file" || continue; echo "$$file"; \
		$(BIN)/python -m "$$(echo $${file%.py} | tr / .)" || exit 1; done

# Reading is resumed, never repeated: pages that stand in the register are not read again.
build/demo-stamp: $(VENV)/.run-stamp $(shell find examples/pages -type f 2>/dev/null) \
		$(shell find src -name '*.py' -o -name '*.tsv' -o -name '*.sql' 2>/dev/null)
	@mkdir -p build
	$(REGESTA) read examples/pages --register $(DEMO)
	@touch $@

$(VENV)/.made-stamp:
	@test -n "$(PYTHON)" || { echo "regesta needs Python 3.11 or later with venv" >&2; \
		echo "(Debian: apt-get install python3-venv)" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run-stamp: $(VENV)/.made-stamp requirements/run.txt pyproject.toml
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.dev-stamp: $(VENV)/.run-stamp requirements/dev.txt
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	@touch $@

pins: $(VENV)/.made-stamp
	$(PIP) install pip-tools
	PATH="$(CURDIR)/$(BIN):$$PATH" requirements/pin.sh

clean:
	rm -rf build $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests evaluate -name __pycache__ -type d -prune -exec rm -rf {} +
