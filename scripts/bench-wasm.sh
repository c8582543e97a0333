#!/usr/bin/env bash
# Prints what costs how much in Chromium's WebAssembly: `assess` over all worked cases, a keystroke in the search, of
# which none may take more than 4 ms.
#
# Builds examples/*_in_browser.rs with the app's own profile and opens each in a headless Chromium, as a page that
# holds everything and loads nothing. `make setup` and `make test` bring the tools.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build=${CARGO_TARGET_DIR:-target}
folder=$build/bench-wasm
chromium=$(command -v chromium || command -v google-chrome) || { echo "bench-wasm: Chromium is missing: install it" >&2; exit 1; }
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

measure() { # measure EXAMPLE FIGURES: prints the line that the example writes, which holds FIGURES
  cargo build --locked --quiet --release --target wasm32-unknown-unknown --example "$1"
  wasm-bindgen --target no-modules --no-typescript --out-dir "$folder" "$build/wasm32-unknown-unknown/release/examples/$1.wasm"
  {
    echo '<!doctype html><meta charset="utf-8"><body>not run<script>'
    cat "$folder/$1.js"
    echo 'const program = "'"$(base64 -w 0 "$folder/$1_bg.wasm")"'";'
    # All in one go, so that the page is read when the work is done.
    echo 'wasm_bindgen.initSync({ module: Uint8Array.from(atob(program), letter => letter.charCodeAt(0)) });'
    echo '</script>'
  } >"$folder/$1.html"
  local page
  page=$("$chromium" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --disable-dev-shm-usage --user-data-dir="$profile" --timeout=600000 \
    --dump-dom "file://$(realpath "$folder")/$1.html" 2>"$folder/chromium.log")
  answer=$(grep -o "[0-9]* $2: [^<]*" <<<"$page") || true
  [ -n "$answer" ] || { echo "bench-wasm: $1 gave no figures: $(tail -c 300 <<<"$page")" >&2; exit 1; }
  echo "${1%_in_browser} in $("$chromium" --version | cut -d. -f1), WebAssembly: $answer"
}

for example in ${*:-assess search}; do
  case $example in
    assess) measure assess_in_browser "worked cases" ;;
    search)
      measure search_in_browser keystrokes
      worst=$(sed -E 's/.*worst ([0-9.]+).*/\1/' <<<"$answer")
      awk -v worst="$worst" 'BEGIN { exit !(worst + 0 > 0 && worst <= 4) }' ||
        { echo "bench-wasm: a keystroke takes $worst ms, 4 is the limit" >&2; exit 1; }
      ;;
    *) echo "bench-wasm.sh [assess] [search]" >&2; exit 1 ;;
  esac
done
