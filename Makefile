# `make demo` and `make test` set everything up by themselves, in .venv.
.DEFAULT_GOAL := help
.PHONY: help install develop demo test soak docs pictures pywb scrapyd recipes figures publishers reasons settings servers lint bench bench-crawl bench-peers lock clean

# The newest Python that is new enough; `make PYTHON=/path/to/python` overrides.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3.14 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
TALLY := $(CURDIR)/.tally
# The tests start hundreds of interpreters, each of which would compile the project anew.
unexport PYTHONDONTWRITEBYTECODE

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

install: .venv/installed  ## the environment .venv, with the packages of a crawl (locked)

.venv/installed: pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11.5 or newer is needed (older ones match some patterns wrongly): install it, or say make PYTHON=/path/to/python"; exit 2; }
	@echo "Setting up .venv with $(PYTHON) (once): $$(grep -c '^[a-z].*==' requirements.lock) packages"
	@$(PYTHON) -m venv --clear .venv || { echo "Python's venv module is needed (Debian: apt install python3-venv)"; exit 2; }
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

develop: .venv/developing  ## the same, with the packages of tests and checks

.venv/developing: .venv/installed requirements-dev.lock
	@echo "Adding the packages of tests and checks to .venv (once): $$(grep -c '^[a-z].*==' requirements-dev.lock) packages in all"
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: install  ## harvest the bundled sample site and show the results
	@$(BIN)/scrapy demo

test: lint  ## the checks and the tests; COVERAGE=97 also runs the thorough ones, and requires that share of the code to run
	@$(if $(COVERAGE),$(BIN)/coverage erase)
	@$(if $(COVERAGE),TESTS=thorough $(BIN)/coverage run,$(BIN)/python) -m pytest -q -n auto --dist worksteal
	@$(if $(COVERAGE),$(BIN)/coverage combine --quiet)
	@$(if $(COVERAGE),$(BIN)/coverage report --fail-under=$(COVERAGE))

soak: develop servers  ## all attacks of docs/durability.md with its table, then ten minutes among forty faults (takes an hour)
	@rm -f $(TALLY)
	@TESTS=thorough DURABILITY_TALLY=$(TALLY) KILL_SEEDS=25 MODEL_SEEDS=25 $(BIN)/pytest -q -n auto tests/durability
	@TESTS=thorough DURABILITY_TALLY=$(TALLY) KILL_SEEDS=20 $(BIN)/pytest -q -n 2 tests/fleet tests/cluster tests/pushing
	@$(BIN)/python -m tests.durability.table $(TALLY)
	@$(BIN)/python -m tests.faults.soak
	@$(MAKE) --no-print-directory scrapyd recipes pywb

docs: .venv-docs/installed  ## build the site of the documentation, and check all links in it
	@.venv-docs/bin/python -m tests.house.docs_site .venv-docs

.venv-docs/installed: docs.lock
	@$(PYTHON) -m venv --clear .venv-docs
	@.venv-docs/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r docs.lock
	@touch $@

pictures: develop  ## renew docs/images: the report in Chromium, and a crawl on a terminal
	@$(BIN)/python -m tests.house.screenshots

scrapyd: .venv-scrapyd/installed  ## deploy to a real scrapyd on loopback, and harvest the sample site by it
	@$(BIN)/python -m tests.house.scrapyd_run .venv-scrapyd

.venv-scrapyd/installed: develop requirements.lock
	@$(PYTHON) -m venv --clear .venv-scrapyd
	@.venv-scrapyd/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@.venv-scrapyd/bin/python -m pip install --quiet --disable-pip-version-check 'scrapyd>=1.6' 'setuptools<81'
	@touch $@

pywb: develop .venv-pywb/installed  ## harvest from a real pywb on loopback, by replay, pages and ranges
	@$(BIN)/python -m tests.house.pywb_run .venv-pywb

.venv-pywb/installed: Makefile
	@$(PYTHON) -m venv --clear .venv-pywb
	@.venv-pywb/bin/python -m pip install --quiet --disable-pip-version-check 'pywb>=2.8' 'cdx-toolkit>=0.9.37' 'setuptools<81'
	@touch $@

servers: .servers/unpacked  ## unpack servers from Debian's packages for the tests of scrapy push, if they are not installed

.servers/unpacked: Makefile
	@mkdir -p .servers
	@cd .servers && for server in nats-server:nats-server postgres:postgresql-15; do \
		ls /usr/sbin/$${server%%:*} /usr/lib/postgresql/*/bin/$${server%%:*} >/dev/null 2>&1 \
			|| command -v $${server%%:*} >/dev/null || apt-get -qq download $${server##*:} \
			|| echo "Without $${server##*:}, its tests are skipped"; done; \
		for package in *.deb; do [ ! -e $$package ] || dpkg -x $$package .; done
	@touch $@

recipes: develop .venv-recipes/installed  ## run the recipes of docs/export.md on a harvest of the sample site
	@$(BIN)/python -m tests.house.recipes_run .venv-recipes

.venv-recipes/installed: .venv/installed
	@$(PYTHON) -m venv --clear .venv-recipes
	@.venv-recipes/bin/python -m pip install --quiet --disable-pip-version-check \
		confluent-kafka datasets datasette duckdb feedparser mlcroissant pandas pillow polars pyarrow pywb wacz \
		webdataset --editable .
	@npm pack --silent --pack-destination .venv-recipes replaywebpage@2.4.6 >/dev/null \
		|| echo "Without npm, ReplayWeb.page is not opened (Debian: apt install npm)"
	@touch $@

figures: develop  ## compare decoders, URLs and robots.txt with ../shared/data (SHARED=folder)
	@$(BIN)/python .ci/figures.py $(or $(SHARED),../shared)

reasons: develop  ## write the table of the reasons of outcomes into docs/reasons.md
	@$(BIN)/python -m tests.reasons.table

settings: develop  ## write the tables of the settings into docs/settings.md
	@$(BIN)/python -m tests.house.settings_page

publishers: develop  ## write the tables of the fields and of the declared publishers into docs/publishers.md
	@$(BIN)/python -m tests.publishers.field_tables
	@$(BIN)/python -m tests.publishers.coverage

lint: develop  ## style, types and layers
	@$(BIN)/ruff format --check --quiet . || { echo "run: .venv/bin/ruff format ."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

bench: .venv-benchmarks/installed  ## time the extractor beside its peers on ../shared/corpus (PAGES=folder)
	@.venv-benchmarks/bin/python -m benchmarks.speed $(PAGES)

bench-crawl: .venv-benchmarks/installed  ## time the whole crawl beside lean Scrapy spiders on a local site
	@.venv-benchmarks/bin/python -m benchmarks.crawling

bench-peers: .venv-benchmarks/installed .venv-fundus/installed  ## time the whole crawl beside Fundus and news-please
	@.venv-benchmarks/bin/python -m benchmarks.crawlers

.venv-fundus/installed: Makefile
	@$(PYTHON) -m venv --clear .venv-fundus
	@.venv-fundus/bin/python -m pip install --quiet --disable-pip-version-check 'fundus>=0.5.7' 'curl_cffi<0.16'
	@touch $@

.venv-benchmarks/installed: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11.5 or newer is needed (older ones match some patterns wrongly): install it, or say make PYTHON=/path/to/python"; exit 2; }
	@echo "Setting up .venv-benchmarks with $(PYTHON) (once; takes a minute)"
	@$(PYTHON) -m venv --clear .venv-benchmarks
	@.venv-benchmarks/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	@.venv-benchmarks/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[benchmarks]'
	@touch $@

COMPILE := uv pip compile --quiet --universal --generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" --python-version 3.11

lock:  ## renew the lock files from pyproject.toml (needs uv)
	$(COMPILE) --extra dev -o requirements-dev.lock pyproject.toml
	$(COMPILE) --group build -c requirements-dev.lock -o requirements.lock pyproject.toml
	$(COMPILE) --group docs -o docs.lock
	$(COMPILE) --extra export --extra metrics --extra nats --extra photos --extra postgresql --extra report --group build -o container.lock pyproject.toml

clean:  ## remove the environment and the caches of the tools
	rm -rf .venv .venv-benchmarks .venv-docs .venv-fundus .venv-pywb .venv-recipes .venv-scrapyd build dist *.egg-info .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .servers .tally
