# The commands of the project; `make` alone lists them.
.DEFAULT_GOAL := help
CARGO ?= cargo
OUT := out/demo
DOSSIERS := 200000
EXCHANGE := $(CARGO) run --quiet --release --locked -p inburgering-examples --bin exchange --
GENERATE := $(CARGO) run --quiet --release --locked -p inburgering-examples --bin generate --
RULES := insz insz/birth insz/kind municipality municipality/nis_code calendar calendar/holiday calendar/index deadline \
	protocol protocol/step protocol/terms register request history year months assessment assessment/rule \
	dossier residence replacement circle eligibility person timeline reading reason placed caseload caseload/build caseload/steps \
	caseload/findings disclosure/list disclosure/cover_note disclosure/delivery disclosure/digest disclosure/receipt \
	disclosure/recall

.PHONY: help demo demo-small demo-large test lint expected bench package mutants clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: demo-small demo-large ## the exchange on the small case set, then on 200,000 dossiers
	@echo
	@echo "Files to look at:"
	@echo "  $(OUT)/small/A-11-GENT/           list.csv, cover-note.txt, receipt.json"
	@echo "  $(OUT)/small-recall/              agency-paper.txt, municipality-notice.txt"
	@echo "  $(OUT)/large-report.txt           the whole report on $(DOSSIERS) dossiers"
	@echo "  $(OUT)/large/                     a folder for each delivery, requests.json"
	@echo "  examples/cases/small/README.md      what should happen in the small set, and why"

demo-small: $(OUT)/keys/demo.key ## the exchange on the small case set, and a recall
	@rm -rf $(OUT)/small $(OUT)/small-recall
	$(EXCHANGE) --data examples/cases/small --out $(OUT)/small --key-file $(OUT)/keys/demo.key \
		--on 2025-01-15 --deliver-on 2025-01-20 --explain D-02
	@echo
	$(EXCHANGE) recall --data examples/cases/small --corrected examples/cases/small/corrected \
		--receipt $(OUT)/small/A-11-GENT/receipt.json --out $(OUT)/small-recall --key-file $(OUT)/keys/demo.key
	@echo
	@cat $(OUT)/small-recall/municipality-notice.txt

demo-large: $(OUT)/keys/demo.key ## generate 200,000 dossiers (DOSSIERS=n for others) and run the exchange on them
	@echo
	@rm -rf $(OUT)/large $(OUT)/data
	$(GENERATE) --dossiers $(DOSSIERS) --seed 1 --out $(OUT)/data
	@echo
	$(EXCHANGE) --data $(OUT)/data --out $(OUT)/large --key-file $(OUT)/keys/demo.key \
		--on 2026-06-29 --deliver-on 2026-06-30 --report $(OUT)/large-report.txt

# A key of random bytes, apart from what is delivered.
$(OUT)/keys/demo.key:
	@mkdir -p $(@D)
	@(umask 077 && head -c 32 /dev/urandom > $@)

test: ## every test, with all features and without
	$(CARGO) test --locked --workspace --all-features
	$(CARGO) test --locked -p inburgering

lint: ## formatting, clippy and the documentation, without any warning
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets --all-features -- -D warnings
	$(CARGO) clippy --locked -p inburgering --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --workspace --all-features --no-deps

expected: ## keep what the small case set gives now as expected (then read the difference)
	UPDATE_EXPECTED=1 $(CARGO) test --locked -p inburgering-examples --test exchange

bench: ## measure what the README states
	$(CARGO) bench --locked

package: ## build the crate as it would be published
	$(CARGO) package --locked -p inburgering

mutants: ## mutate the rules and see whether a test fails (needs cargo-mutants; takes hours)
	PROPTEST_CASES=32 $(CARGO) mutants -p inburgering \
		$(foreach rule,$(RULES),--file 'crates/inburgering/src/$(rule).rs')

clean: ## remove what was built and written
	$(CARGO) clean
	rm -rf out mutants.out*
