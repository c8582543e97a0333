# The verbs. Continuous integration knows no other: `make test` is everything.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup serve test zones build size proof bench bench-peers bench-wasm lighthouse clean port

PORT ?= 8080
export MERZIM_TOOLS ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/merzim
export PATH := $(MERZIM_TOOLS)/bin:$(PATH):$(or $(CARGO_HOME),$(HOME)/.cargo)/bin
# What is published names no folder of the machine that built it; and functions of up to this size are copied to where
# they are called, which makes the whole smaller.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS ?= --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=. \
  -Cllvm-args=-inline-threshold=10

help: ## list the verbs
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1\t\2/p' Makefile | expand -t 18

setup: ## install what serving needs: wasm32 standard library, wasm-bindgen, trunk
	@scripts/setup.sh serve

serve: port setup ## build the app and serve it on http://127.0.0.1:8080 (another port: make serve PORT=8081)
	@echo "Building; then Merzim is at http://127.0.0.1:$(PORT) until Ctrl-C. A saved change is rebuilt: reload the page."
	@trunk serve --port $(PORT) --dist target/serve

port:
	@if (exec 3<>/dev/tcp/127.0.0.1/$(PORT)) 2>/dev/null; then \
	  echo "Port $(PORT) is busy. Stop the program that has it, or choose another: make serve PORT=8081" >&2; exit 1; fi

test: ## run everything: format, lints, tests, release build, its size, a real browser
	@scripts/setup.sh test
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked --test browser -- -D warnings
	cargo clippy --locked --target wasm32-unknown-unknown --lib --bin merzim-app --bin merzim-whole --bin merzim-find -- -D warnings
	cargo test --locked
	trunk build --release
	scripts/size.sh
	cargo test --locked --test browser

zones: ## run every native test in four time zones: it must not matter where the machine is
	@set -e; for zone in America/New_York UTC Asia/Almaty Pacific/Kiritimati; do \
	  echo "TZ=$$zone"; TZ=$$zone cargo test --locked --quiet; done

build: setup ## build the app for publishing into dist/, compressed copies beside it where brotli is there
	@trunk build --release
	@cd dist && find . -type f \( -name '*.html' -o -name '*.js' -o -name '*.wasm' -o -name '*.css' -o -name '*.svg' -o -name '*.json' -o -name '*.txt' -o -name '*.xml' \) \
	  -exec gzip -9kf {} + $$(command -v brotli >/dev/null && echo '-exec brotli -kfq 11 {} +')

size: build ## print what a first visit loads, compressed, against the budget
	@scripts/size.sh

# The profile that measures speed: the app's own measures size.
proof: ## have a million ready dates counted again from their proofs alone (fewer: make proof CASES=1000 SEED=7)
	@set -o pipefail; cargo run --locked --quiet --profile bench --example proofs -- $(or $(CASES),1000000) $(or $(SEED),1) | python3 tests/proof/check.py

bench: ## measure the engine
	cargo bench --locked

bench-peers: ## measure it beside numpy, pandas, python-holidays, workalendar, date-fns and dayjs, and judge the answers
	@scripts/bench-peers.sh

bench-wasm: ## measure it in Chromium's WebAssembly
	@scripts/bench-wasm.sh

lighthouse: build ## look at it as a phone on a slow network does: Lighthouse's scores, and how soon a tap is answered
	@scripts/lighthouse.sh

clean: ## remove what was built (tools stay)
	rm -rf dist
	cargo clean
