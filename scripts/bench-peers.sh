#!/usr/bin/env bash
# Compares a shift of 15 working days with the libraries that people would use instead, and prints one table.
#
#   bench-peers.sh [COUNT]   start days, drawn from 2015 to 2026; 1,000,000 if left out
#
# Everything is put under target/peers: a Python environment and node_modules, both of pinned versions. One thread, one
# contestant after the other. Needs python3 with venv, and node with npm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

count=${1:-1000000} days=15
build=${CARGO_TARGET_DIR:-target}
folder=$build/peers
here=benches/peers
for program in python3 node npm; do
  command -v $program >/dev/null || { echo "bench-peers: $program is missing: install it (on Debian: apt-get install python3-venv nodejs npm)" >&2; exit 1; }
done
mkdir -p "$folder/node"

[ -x "$folder/venv/bin/pip" ] || python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check -r $here/requirements.txt
cp $here/package.json $here/package-lock.json "$folder/node/"
(cd "$folder/node" && npm ci --ignore-scripts --silent --no-audit --no-fund)
cargo build --locked --quiet --profile bench --example peer # the profile that measures speed; the app's measures size

# One thread, also where a library would take more.
export TZ=UTC OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
python3 $here/judge.py draw "$folder" "$count"
"$build/release/examples/peer" "$folder" $days >"$folder/ours.json"
"$folder/venv/bin/python" $here/python.py "$folder" $days >"$folder/python.json"
node $here/javascript.mjs "$(realpath "$folder")" $days >"$folder/javascript.json"
python3 - "$folder" <<'JOIN'
import json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
results = [row for name in ("ours", "python", "javascript") for row in json.loads((folder / f"{name}.json").read_text())]
(folder / "results.json").write_text(json.dumps(results))
JOIN
echo "$days working days after each of $count days of 2015–2026; one thread, best of three rounds:"
echo
python3 $here/judge.py table "$folder" $days
