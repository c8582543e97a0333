#!/usr/bin/env bash
# Prints how long `assess` takes in Chromium's WebAssembly, over all worked cases.
#
# Builds examples/assess_in_browser.rs with the app's own profile and opens it in a headless Chromium, as a page that
# holds everything and loads nothing. `make setup` and `make test` bring the tools.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build=${CARGO_TARGET_DIR:-target}
folder=$build/bench-wasm
chromium=$(command -v chromium || command -v google-chrome) || { echo "bench-wasm: Chromium is missing: install it" >&2; exit 1; }

cargo build --locked --quiet --release --target wasm32-unknown-unknown --example assess_in_browser
wasm-bindgen --target no-modules --no-typescript --out-dir "$folder" "$build/wasm32-unknown-unknown/release/examples/assess_in_browser.wasm"
{
  echo '<!doctype html><meta charset="utf-8"><body>not run<script>'
  cat "$folder/assess_in_browser.js"
  echo 'const program = "'"$(base64 -w 0 "$folder/assess_in_browser_bg.wasm")"'";'
  # All in one go, so that the page is read when the work is done.
  echo 'wasm_bindgen.initSync({ module: Uint8Array.from(atob(program), letter => letter.charCodeAt(0)) });'
  echo '</script>'
} >"$folder/index.html"

profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
page=$("$chromium" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --disable-dev-shm-usage --user-data-dir="$profile" --timeout=600000 \
  --dump-dom "file://$(realpath "$folder")/index.html" 2>"$folder/chromium.log")
answer=$(grep -o '[0-9]* worked cases: [^<]*' <<<"$page") || true
[ -n "$answer" ] || { echo "bench-wasm: the page gave no figures: $(tail -c 300 <<<"$page")" >&2; exit 1; }
echo "assess in $("$chromium" --version | cut -d. -f1), WebAssembly: $answer"
