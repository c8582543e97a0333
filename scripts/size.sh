#!/usr/bin/env bash
# What a first visit loads: dist/index.html and every file it names, compressed as a server would (brotli 11).
# The open data under catalogue/ is for those who ask for it. More than the budget is a failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../dist"
goal=163840   # 160 KB: a second or two on a slow mobile network; not reached yet, see README.md
budget=190000 # what must not grow meanwhile

files=$(grep -oE '="\./[^"?#]+"' index.html | sed -E 's/^="\.\/|"$//g' | grep -v '^catalogue/' | sort -u)
grep -q '\.wasm$' <<<"$files" || { echo "dist/index.html names no wasm file: is it built?" >&2; exit 1; }

total=0
printf '%10s %10s\n' raw brotli
for file in index.html $files; do
  size=$(brotli --quality=11 --stdout "$file" | wc -c)
  total=$((total + size))
  printf '%10d %10d  %s\n' "$(wc -c <"$file")" "$size" "$file"
done
printf '%10s %10d  bytes for a first visit; at most %d, the goal is %d\n' '' "$total" "$budget" "$goal"
[ "$total" -le "$budget" ] || { echo "The first visit is $((total - budget)) bytes too heavy." >&2; exit 1; }
