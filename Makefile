# The commands of the project; `make` alone lists them.
.DEFAULT_GOAL := help
CARGO ?= cargo
# The Python that makes the virtual environment in .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PY := $(VENV)/bin/python
MATURIN := VIRTUAL_ENV=$(CURDIR)/$(VENV) $(PY) -m maturin
RUST_FILES = $(shell find crates -name '*.rs' -o -name '*.css' -o -name '*.schema.json' -o -name Cargo.toml) Cargo.toml Cargo.lock pyproject.toml
# What the binding is checked against.
export PYO3_PYTHON := $(CURDIR)/$(PY)
OUT := out/demo
DOSSIERS := 200000
EXCHANGE := $(CARGO) run --quiet --release --locked -p inburgering-examples --bin exchange --
GENERATE := $(CARGO) run --quiet --release --locked -p inburgering-examples --bin generate --
VECTORS := $(CARGO) run --quiet --release --locked -p inburgering-examples --bin vectors --
RULES := insz insz/birth insz/kind municipality municipality/nis_code calendar calendar/holiday calendar/index deadline \
	protocol protocol/step protocol/terms register request history year months assessment assessment/rule \
	dossier residence replacement circle eligibility person timeline reading reason placed caseload caseload/build caseload/steps \
	caseload/findings changes changes/cause changes/counts changes/home changes/split explanation/number_alone \
	disclosure/list disclosure/cover_note disclosure/delivery disclosure/handover disclosure/digest disclosure/receipt disclosure/receipt/reading \
	disclosure/version disclosure/recall disclosure/recall_notice disclosure/held_list

.PHONY: help demo demo-files demo-small demo-large demo-afterwards test test-rust test-python test-browser lint lint-rust lint-python develop stubs \
	abi3 wheel expected vectors bench bench-full package mutants clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: demo-small demo-large demo-afterwards ## the exchange on the small case set, then on 200,000 dossiers, in Rust and in Python, and what comes after
	@$(MAKE) --no-print-directory demo-files

demo-files: ## name the files that the demo has written and a person would open; fails if one is missing
	@echo
	@echo "Files to open:"
	@for file in $(DEMO_FILES); do test -e $(OUT)/$$file || { echo "$(OUT)/$$file is missing"; exit 1; }; echo "  $(OUT)/$$file"; done
	@echo "and to read:"
	@echo "  docs/deliveries.md                  how a delivery is made, logged, checked and recalled"
	@echo "  examples/cases/small/README.md      what should happen in the small set, and why"
	@echo "  examples/exchange.py, afterwards.py the main job and what comes after it in Python; exchange.ipynb, a notebook"

# What a person would open after the demo.
DEMO_FILES := small/A-11-GENT/list.xlsx small/A-11-GENT/list.csv small/A-11-GENT/cover-note.html small/A-11-GENT/receipt.json \
	small/log.sqlite afterwards/recall/agency-paper.txt afterwards/recall/notice-9-A-11-GENT.txt \
	afterwards/letters/explanation-nl.html afterwards/letters/explanation-en.html afterwards/letters/disclosures.txt \
	afterwards/changes/municipality.txt afterwards/changes/municipality-of-the-year.txt afterwards/changes/agency.txt \
	afterwards/figures/report.html afterwards/figures/figures.csv large-report.txt large large-python

demo-small: $(OUT)/keys/demo.key $(VENV)/.built ## the exchange on the small case set in Rust and in Python, and a recall
	@rm -rf $(OUT)/small $(OUT)/small-python $(OUT)/small-recall
	$(EXCHANGE) --data examples/cases/small --out $(OUT)/small --key-file $(OUT)/keys/demo.key \
		--on 2025-01-15 --deliver-on 2025-01-20 --explain D-02
	@echo
	$(EXCHANGE) recall --data examples/cases/small --corrected examples/cases/small/corrected --protocols examples/cases/small \
		--log $(OUT)/small/log.sqlite --on 2025-01-27 --out $(OUT)/small-recall --key-file $(OUT)/keys/demo.key
	@echo
	@cat $(OUT)/small-recall/notice-9-A-11-GENT.txt
	@echo
	$(PY) examples/exchange.py --data examples/cases/small --out $(OUT)/small-python --key-file $(OUT)/keys/demo.key \
		--on 2025-01-15 --deliver-on 2025-01-20 --compare-with $(OUT)/small

demo-large: $(OUT)/keys/demo.key $(VENV)/.built ## generate 200,000 dossiers (DOSSIERS=n for others); the exchange on them in Rust and in Python
	@echo
	@rm -rf $(OUT)/large $(OUT)/large-python $(OUT)/data
	$(GENERATE) --dossiers $(DOSSIERS) --seed 1 --out $(OUT)/data
	@echo
	$(EXCHANGE) --data $(OUT)/data --out $(OUT)/large --key-file $(OUT)/keys/demo.key \
		--on 2026-06-29 --deliver-on 2026-06-30 --report $(OUT)/large-report.txt
	@echo
	$(PY) examples/exchange.py --data $(OUT)/data --out $(OUT)/large-python --key-file $(OUT)/keys/demo.key \
		--on 2026-06-29 --deliver-on 2026-06-30 --compare-with $(OUT)/large

demo-afterwards: $(OUT)/keys/demo.key $(VENV)/.built ## the log, a recall of all deliveries, letters, changes and the figures report
	@echo
	@test -e $(OUT)/small-python/log.sqlite && test -e $(OUT)/data/dossiers.csv || { echo "make demo-small demo-large first"; exit 1; }
	@rm -rf $(OUT)/afterwards
	$(PY) examples/afterwards.py --data examples/cases/small --corrected examples/cases/small/corrected --protocols examples/cases/small \
		--log $(OUT)/small-python/log.sqlite --key-file $(OUT)/keys/demo.key --dossier D-02 --municipality 44021 \
		--since 2024-06-30 --on 2025-01-20 --notice-on 2025-01-27 --figures-data $(OUT)/data --snapshot 2026-06-30 --out $(OUT)/afterwards

# A key of random bytes, apart from what is delivered.
$(OUT)/keys/demo.key:
	@mkdir -p $(@D)
	@(umask 077 && head -c 32 /dev/urandom > $@)

# The virtual environment with what the tests and the demo need.
$(VENV)/.installed: python/requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name it: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -r python/requirements-dev.txt
	@touch $@

# The Python module, built into it.
$(VENV)/.built: $(VENV)/.installed $(RUST_FILES)
	$(MATURIN) develop --release --locked --quiet
	@touch $@

develop: $(VENV)/.built ## build the Python module into .venv

test: test-rust test-python ## every test

test-rust: ## the tests of the Rust crates, with all features and without
	$(CARGO) test --locked --workspace --exclude inburgering-py --all-features
	$(CARGO) test --locked -p inburgering

test-python: $(VENV)/.built ## the tests of the Python module
	$(PY) -m pytest

test-browser: $(VENV)/.browser $(VENV)/.built ## the HTML pages in headless Chromium (Debian's packages chromium, fonts-liberation, fonts-dejavu-core)
	$(PY) -m pytest python/tests-browser

$(VENV)/.browser: python/requirements-browser.txt $(VENV)/.installed
	$(PY) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

abi3: $(VENV)/.installed ## build the one wheel for Python 3.11 and later, and try it
	@rm -rf out/abi3
	$(MATURIN) build --locked --quiet --features abi3-py311 --out out/abi3
	$(PY) tools/try_install.py out/abi3/*-abi3-*.whl

wheel: $(VENV)/.installed ## build the wheel and the source distribution, and install both and the repository itself
	@rm -rf out/wheel
	$(MATURIN) build --release --locked --quiet --out out/wheel
	$(MATURIN) sdist --out out/wheel
	CARGO_TARGET_DIR=$(CURDIR)/target $(PY) tools/try_install.py out/wheel/*.whl out/wheel/*.tar.gz .

stubs: $(VENV)/.installed ## write the type stubs anew
	$(PY) tools/stubs.py

lint: lint-rust lint-python ## formatting, linters, types, stubs and the documentation, without any warning

lint-rust: $(VENV)/.installed
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --exclude inburgering-py --all-targets --all-features -- -D warnings
	$(CARGO) clippy --locked -p inburgering --all-targets -- -D warnings
	$(CARGO) clippy --locked -p inburgering-py -- -D warnings
	@# Of two versions of Arrow, this could not say which is meant.
	$(CARGO) tree --locked -p inburgering-py --invert arrow-array --depth 0
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --workspace --exclude inburgering-py --all-features --no-deps

lint-python: $(VENV)/.built $(VENV)/.browser
	$(PY) -m ruff format --check python tools examples benches
	$(PY) -m ruff check python tools examples benches
	$(PY) tools/stubs.py --check
	$(PY) -m mypy --exclude /tests-browser/ python tools examples benches
	$(PY) -m mypy python/tests-browser
	$(PY) -m mypy.stubtest --mypy-config-file pyproject.toml inburgering

expected: ## keep what the small case set gives now as expected (then read the difference)
	UPDATE_EXPECTED=1 $(CARGO) test --locked -p inburgering-examples --test it exchange::

vectors: ## write the conformance vectors anew (then read the difference)
	$(VECTORS) --out vectors

bench: $(VENV)/.built ## measure the kernels, and compare with other engines on 100,000 and 1,000,000 dossiers
	$(CARGO) bench --locked -p inburgering-benches --bench number --bench working_days
	$(PY) benches/compare.py --dossiers 100000 1000000 --with polars duckdb --rounds 3

bench-full: $(VENV)/.built ## the same whole: every benchmark, every engine, and 10,000,000 dossiers
	$(CARGO) bench --locked -p inburgering-benches
	$(PY) benches/compare.py --dossiers 100000 1000000 10000000

# Cargo takes a packaged crate for unchanged as long as its version and the place it was packed to are the same, in the
# target directory and in its home; so each run packs to a place of its own, or crates would be checked against old ones.
package: ## build the crates as they would be published
	mkdir -p target/package
	set -e; place=$$(mktemp -d target/package-XXXXXX); trap 'rm -rf "$$place"' EXIT; \
	$(CARGO) package --locked --target-dir "$$place" \
		-p inburgering -p inburgering-arrow -p inburgering-papers -p inburgering-archive; \
	mv "$$place"/package/*.crate target/package/

mutants: ## mutate the rules and see whether a test fails (needs cargo-mutants; takes hours)
	PROPTEST_CASES=32 $(CARGO) mutants -p inburgering \
		$(foreach rule,$(RULES),--file 'crates/inburgering/src/$(rule).rs')

clean: ## remove what was built and written
	$(CARGO) clean
	rm -rf out mutants.out* $(VENV) python/inburgering/*.so
