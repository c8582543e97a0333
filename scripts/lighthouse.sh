#!/usr/bin/env bash
# Looks at the built app as a phone on a slow network would, and prints what it finds; below the goals is a failure.
#
#   lighthouse.sh [OUT]   also leaves Lighthouse's reports in the folder OUT
#
# Needs node with npm, and Chromium. Everything is put under target/lighthouse, of pinned versions.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ -f dist/index.html ] || { echo "lighthouse: dist/ is missing: make build" >&2; exit 1; }
for program in node npm; do
  command -v $program >/dev/null || { echo "lighthouse: $program is missing: install it (on Debian: apt-get install nodejs npm)" >&2; exit 1; }
done
CHROME_PATH=${CHROME_PATH:-$(command -v chromium || command -v google-chrome)} || { echo "lighthouse: no Chromium" >&2; exit 1; }
export CHROME_PATH TZ=UTC

folder=${CARGO_TARGET_DIR:-target}/lighthouse
mkdir -p "$folder/node"
cp benches/lighthouse/* "$folder/node/"
(cd "$folder/node" && npm ci --ignore-scripts --silent --no-audit --no-fund)
node "$folder/node/run.mjs" "$(realpath dist)" ${1:+"$1"}
