#!/bin/sh
# Completes what trunk has built, in the folder FOLDER, and takes out what no browser needs. Called by Trunk.toml.
#
#   pack.sh FOLDER PROFILE
set -eu
folder=$1 target=${CARGO_TARGET_DIR:-target}

# The texts of the languages, which the build of the app has written beside it.
cp -R "$target/wasm32-unknown-unknown/$2/texts" "$folder/"

# wasm-bindgen's ways to start a program that start.js does not go, its warnings, its long way to say what a value is, for
# messages that nobody reads, and its help for browsers that are older than what the program needs anyway.
perl -0pi -e 's/^function initSync\(.*?^\}\n//ms; s/\binitSync, //; s/console\.warn\(.*?\);?\n//g;
  s/^function debugString\(.*?^\}\n/const debugString = String;\n/ms;
  s/^ +if \(module_or_path === undefined\) \{\n.*?^ +\}\n//ms;
  s/^if \(!\(.encodeInto. in cachedTextEncoder\)\) \{\n.*?^\}\n//ms' "$folder"/merzim-*.js

# Styles without comments and without space that says nothing.
perl -0pi -e 's{/\*.*?\*/}{}gs; s/\s+/ /g; s/ ?([{};,>]) ?/$1/g; s/: /:/g; s/;\}/}/g' "$folder"/*.css

# Scripts without comments and indentation.
perl -ni -e 's/^ +//; print unless m{^(/\*\*|\*|//|\n)}' "$folder"/*.js

# wasm-bindgen ends each name that script and program share with a hash of sixteen digits, which no compression makes
# smaller. Of each hash two digits stay; should two names become one, the build stops.
names() { perl -ne 'print "$&\n" while /\w+_[0-9a-f]{16}\b/g' "$1" | sort -u | wc -l; }
for script in "$folder"/merzim-*.js; do
  before=$(names "$script")
  perl -pi -e 's/_[0-9a-f]{14}([0-9a-f]{2})\b/_00000000000000$1/g' "$script" "${script%.js}_bg.wasm"
  after=$(names "$script")
  [ "$before" = "$after" ] || { echo "pack: two names of $script became one" >&2; exit 1; }
done

# Of each program: the files that a panic would name (a browser shows no panic's words), and the sections that no browser
# reads (type 0: names of functions, who built it).
perl -0777 -pi -e '
  s{(?:(?<=/)[\w.-]+/)?src/[\w/]+\.rs\b}{"\0" x length $&}ge;
  my ($at, $kept) = (8, substr $_, 0, 8);
  while ($at < length) {
    my ($size, $shift, $start) = (0, 0, $at + 1);
    do { $size |= (ord(substr $_, $start++, 1) & 127) << $shift; $shift += 7 } while ord(substr $_, $start - 1, 1) > 127;
    $kept .= substr $_, $at, $start + $size - $at if ord substr $_, $at, 1;
    $at = $start + $size;
  }
  $_ = $kept' "$folder"/merzim-*.wasm

# The document without indentation, and without an attribute that trunk has not taken for itself.
perl -pi -e 's/^ +//; s/ data-integrity="none"//' "$folder/index.html"
