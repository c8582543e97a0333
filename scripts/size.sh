#!/usr/bin/env bash
# What a first visit loads: dist/index.html, every file it names and the texts of the language that is shown, compressed
# as a server would (brotli 11). The heaviest of the languages counts; more than the budget is a failure.
# The open data under catalogue/ is for those who ask for it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../dist"
budget=163840 # 160 KB: a second or two on a slow mobile network

files=$(grep -oE '="\./[^"?#]+"' index.html | sed -E 's/^="\.\/|"$//g' | grep -v '^catalogue/' | sort -u)
grep -q '\.wasm$' <<<"$files" || { echo "dist/index.html names no wasm file: is it built?" >&2; exit 1; }

weigh() { # weigh FILE: prints its line, and leaves its size in $size
  size=$(brotli --quality=11 --stdout "$1" | wc -c)
  printf '%10d %10d  %s\n' "$(wc -c <"$1")" "$size" "$1"
}

total=0 heaviest=0
printf '%10s %10s\n' raw brotli
for file in index.html $files; do
  weigh "$file"
  total=$((total + size))
done
for file in texts/kk.txt texts/ru.txt texts/en.txt; do
  weigh "$file"
  heaviest=$((size > heaviest ? size : heaviest))
done
total=$((total + heaviest))
printf '%10s %10d  bytes for a first visit; at most %d\n' '' "$total" "$budget"
[ "$total" -le "$budget" ] || { echo "The first visit is $((total - budget)) bytes too heavy." >&2; exit 1; }
