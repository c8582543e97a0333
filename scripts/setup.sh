#!/usr/bin/env bash
# Puts in place what the verbs of the Makefile need; what is already there is left alone.
#
#   setup.sh serve   the wasm32 standard library, wasm-bindgen, trunk
#   setup.sh test    the same, and rustfmt, clippy, Chromium with its driver, brotli, a font with Kazakh letters, axe-core
#
# Tools of the right version anywhere in PATH are used; missing ones go to $MERZIM_TOOLS/bin, so that another
# project's versions stay as they are. MERZIM_OFFLINE_RUSTUP=1 behaves as if rustup's server were silent.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=wasm32-unknown-unknown
trunk=0.21.14 # 0.22 wants a newer compiler than most machines have
bindgen=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)
export MERZIM_TOOLS=${MERZIM_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/merzim}
export PATH="$MERZIM_TOOLS/bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin" DEBIAN_FRONTEND=noninteractive
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

say() { printf '[setup %3ds] %s\n' "$SECONDS" "$*"; }
fail() { printf '[setup] %s\n' "$@" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
at_most() { if have timeout; then timeout "$@"; else shift; "$@"; fi; }
is_debian_root() { have apt-get && [ "$(id -u)" = 0 ]; }

debian_packages() {
  say "apt-get install $*"
  apt-get -qq update >/dev/null || true # a list that cannot be refreshed may still be good enough
  apt-get -qq install -y --no-install-recommends "$@" >/dev/null
}

# ---- the standard library for wasm32

# Only compiling and linking finds a library that is missing, stale, there twice, or without a linker.
std_links() {
  echo 'fn main() { println!("{:?}", std::env::args().count()) }' >"$scratch/probe.rs"
  rustc --edition 2024 -Cpanic=abort --target $target -o "$scratch/probe.wasm" "$scratch/probe.rs" >"$scratch/probe.log" 2>&1
}

std_from_rustup() {
  [ -z "${MERZIM_OFFLINE_RUSTUP:-}" ] && have rustup || return 1
  say "rustup target add $target"
  rustup target remove $target >/dev/null 2>&1 || true # half an installation counts as one for rustup
  at_most 300 rustup target add $target >"$scratch/rustup.log" 2>&1 || { say "rustup's server did not answer"; return 1; }
}

# build_std CARGO RUSTC LIBRARY: leaves the rlibs in $scratch/rlibs. LIBRARY/vendor makes it work without a network.
build_std() {
  local crate=$scratch/empty out=$scratch/rlibs
  mkdir -p "$crate/src" "$out"
  echo '#![no_std]' >"$crate/src/lib.rs"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[profile.release]\npanic = "abort"\n' >"$crate/Cargo.toml"
  # Bitcode is what `lto = true` reads in a library.
  (cd "$crate" && env -u RUSTFLAGS -u RUSTUP_TOOLCHAIN -u CARGO_BUILD_TARGET_DIR \
    RUSTC_BOOTSTRAP=1 RUSTC="$2" __CARGO_TESTS_ONLY_SRC_ROOT="$3" \
    CARGO_TARGET_DIR="$crate/target" CARGO_ENCODED_RUSTFLAGS=-Cembed-bitcode=yes \
    "$1" build --release --offline --target $target -Zbuild-std=std,panic_abort,proc_macro,test \
    --config 'source.crates-io.replace-with="vendored"' --config "source.vendored.directory=\"$3/vendor\"") || return 1
  find "$crate/target/$target" -name 'lib*.rlib' ! -name 'libempty*' -exec cp {} "$out/" \;
  [ -n "$(find "$out" -name 'libstd-*.rlib')" ]
}

# install_std SYSROOT: in a rustup toolchain the library is registered as rustup's own component, so that a later
# `rustup target add` or `rustup update` replaces it instead of laying a second one beside it.
install_std() {
  local lists=$1/lib/rustlib
  rm -rf "${lists:?}/$target"
  mkdir -p "$lists/$target/lib"
  cp "$scratch"/rlibs/*.rlib "$lists/$target/lib/"
  [ -f "$lists/multirust-config.toml" ] || return 0
  (cd "$1" && find "lib/rustlib/$target" -type f | sort | sed 's/^/file:/') >"$lists/manifest-rust-std-$target"
  grep -qx "rust-std-$target" "$lists/components" || echo "rust-std-$target" >>"$lists/components"
  grep -q "\"$target\"" "$lists/multirust-config.toml" ||
    printf '\n[[components]]\npkg = "rust-std"\ntarget = "%s"\nis_extension = false\n' $target >>"$lists/multirust-config.toml"
}

# Unpacks Debian's rust-src of VERSION, from the mirror this machine already uses, without installing it.
unpack_rust_src() { # VERSION
  local dir=$scratch/src mirror suite package apt
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -1) || true
  [ -n "$mirror" ] || return 1
  mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial"
  for suite in trixie-backports sid trixie; do
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror%% } $suite main" >"$dir/sources.list"
    apt=(-qq -o "Dir::Etc::SourceList=$dir/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$dir/lists"
      -o "Dir::Cache=$dir/cache" -o Acquire::Languages=none -o APT::Sandbox::User=root)
    apt-get "${apt[@]}" update >/dev/null 2>&1 || continue
    package=$(apt-cache "${apt[@]}" madison rust-src 2>/dev/null | awk -F'|' '{ gsub(/ /, "", $2); print $2 }' | grep -E "^${1//./\\.}[+-]" | head -1) || continue
    (cd "$dir" && apt-get "${apt[@]}" download "rust-src=$package" >/dev/null 2>&1) || continue
    dpkg-deb --fsys-tarfile "$dir"/rust-src_*.deb | tar -x -C "$dir" --wildcards './usr/src/rustc-*/library/*' || continue
    [ -f "$dir/usr/src/rustc-$1/library/Cargo.lock" ] && return 0
  done
  return 1
}

std_from_debian_source() {
  have apt-get && have dpkg-deb || return 1
  local version sysroot
  version=$(rustc -vV | sed -n 's/^release: //p')
  sysroot=$(rustc --print sysroot)
  [ -w "$sysroot/lib/rustlib" ] && [ -x "$sysroot/bin/cargo" ] || return 1
  say "looking for Debian's rust-src $version"
  unpack_rust_src "$version" || { say "Debian has no rust-src $version"; return 1; }
  say "building the standard library once (about 40 s)"
  build_std "$sysroot/bin/cargo" "$sysroot/bin/rustc" "$scratch/src/usr/src/rustc-$version/library" && install_std "$sysroot"
}

std_from_debian_compiler() {
  is_debian_root || return 1
  debian_packages rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web lld-19 || return 1
  hash -r
  if have rustup; then
    say "rustup override set debian-web   (this folder now uses Debian's compiler; undo: rustup override unset)"
    rustup toolchain link debian-web /usr && rustup override set debian-web
  fi
  std_links && return 0
  have rust-lld || ln -s /usr/bin/lld-19 /usr/local/bin/rust-lld
  say "building the standard library once (about 70 s)"
  build_std /usr/bin/cargo /usr/bin/rustc "$(readlink -f /usr/lib/rustlib/src/rust)/library" && install_std /usr
}

setup_std() {
  if have rustc; then
    std_links && return 0
    if std_from_rustup && std_links; then return 0; fi
    if std_from_debian_source && std_links; then return 0; fi
  fi
  if std_from_debian_compiler && std_links; then return 0; fi
  have rustc || fail "No Rust here. Install it with rustup (https://rustup.rs) and run this again."
  cat "$scratch/probe.log" >&2
  fail "$(rustc --version) cannot build for $target." \
    "Install it with: rustup target add $target   (or, on Debian, run this as root)."
}

# ---- the tools

# These tools copy files and rewrite some megabytes: built without optimisation they are as good, and ready sooner.
tool() { # CRATE VERSION BINARY
  if have "$3" && "$3" --version 2>/dev/null | grep -qwF "$2"; then return 0; fi
  if have cargo-binstall; then
    say "cargo binstall $1 $2"
    at_most 180 cargo binstall -y --disable-strategies compile --root "$MERZIM_TOOLS" "$1@$2" && return 0
  fi
  say "cargo install $1 $2   (once; some minutes)"
  local install=(env -u RUSTFLAGS -u CARGO_BUILD_TARGET CARGO_TARGET_DIR="$MERZIM_TOOLS/build"
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
    CARGO_PROFILE_RELEASE_DEBUG=false CARGO_PROFILE_RELEASE_STRIP=debuginfo
    cargo install --root "$MERZIM_TOOLS" --no-default-features "$1" --version "$2")
  # A lock file may name a crate that was withdrawn since: then newer ones have to do.
  "${install[@]}" --locked || "${install[@]}"
}

setup_serve() {
  have cc || { is_debian_root && debian_packages gcc libc6-dev; } || fail "No C compiler (cc): Rust needs it to link. Install gcc or clang."
  setup_std
  tool wasm-bindgen-cli "$bindgen" wasm-bindgen
  tool trunk "$trunk" trunk
  rm -rf "$MERZIM_TOOLS/build"
}

# ---- what only tests need

setup_test() {
  local component missing=() program
  for component in fmt clippy; do
    cargo $component --version >/dev/null 2>&1 || { say "rustup component add ${component/fmt/rustfmt}" && rustup component add "${component/fmt/rustfmt}"; } ||
      fail "cargo $component is missing: install it with your Rust."
  done
  if is_debian_root; then
    for program in chromium chromium-driver brotli fonts-dejavu-core; do
      dpkg-query -W -f='${Status}' $program 2>/dev/null | grep -q 'ok installed' || missing+=("$program")
    done
    have npm || missing+=(nodejs npm)
    [ ${#missing[@]} = 0 ] || debian_packages "${missing[@]}"
  else
    for program in chromedriver brotli npm; do have $program || missing+=("$program"); done
    have chromium || have google-chrome || missing+=("chromium")
    [ ${#missing[@]} = 0 ] || fail "The tests need these programs too, install them: ${missing[*]}"
  fi
  cmp -s tests/browser/axe/package-lock.json tests/browser/axe/node_modules/.installed || {
    say "npm ci   (axe-core, which looks for what keeps people out)"
    (cd tests/browser/axe && npm ci --ignore-scripts --silent --no-audit --no-fund && cp package-lock.json node_modules/.installed)
  }
}

case ${1:-serve} in
  serve) setup_serve ;;
  test) setup_serve && setup_test ;;
  *) fail "setup.sh serve | test" ;;
esac
say "$(rustc --version | cut -d' ' -f1,2), $target, wasm-bindgen $bindgen, trunk $trunk: ready"
