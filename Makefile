# What people type. `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
unexport PYTHONDONTWRITEBYTECODE  # the tests start the bot fifty times: compiling it once is enough

.PHONY: help run test install check style content bench soak audit clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

$(VENV)/.run: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dalil needs Python 3.11 or newer. Set PYTHON=python3.12, for example."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Installing what Dalil needs (once, about a minute)..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -OO -m compileall -qq -j 0 $(VENV)/lib bot handlers || true  # so that the first start is as quick as the next
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements-dev.lock
	@echo "Installing what the tests need (once)..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

install: $(VENV)/.test ## only install, into .venv

run: $(VENV)/.run ## try Dalil in the playground; with DALIL_BOT_TOKEN set, talk to Telegram
	@if [ -n "$$DALIL_BOT_TOKEN" ] || [ -n "$$DALIL_SECRETS_DIR" ]; then exec $(BIN)/python -OO -m bot run; else exec $(BIN)/python -OO -m bot playground; fi

check: $(VENV)/.test ## style, types, layers, and the knowledge base
	@$(MAKE) --no-print-directory -j 2 style content

style: $(VENV)/.test ## the first half of it
	@$(BIN)/ruff check .
	@$(BIN)/mypy bot handlers
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/hadolint Dockerfile

content: $(VENV)/.test ## the other half: the knowledge base
	@$(BIN)/python -m bot knowledge check

test: check ## every check and test
	@$(BIN)/python -m pytest -m "not soak and not alone" -n 4 --dist loadscope --no-loadscope-reorder
	@$(BIN)/python -m pytest -m "alone and not soak"

bench: $(VENV)/.test ## the benchmark tables
	@$(BIN)/python -m tests.benchmarks

soak: $(VENV)/.test ## the slow kill and fuzz runs
	@$(BIN)/python -m pytest -m soak

audit: $(VENV)/.test ## known vulnerabilities in what we install
	@$(BIN)/pip-audit --require-hashes --disable-pip -r requirements.lock

clean: ## remove what was installed and built
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache build
