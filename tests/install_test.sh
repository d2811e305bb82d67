#!/bin/bash
# install_test.sh CMAKE BUILD SOURCE
#
# Installs the build into an empty prefix, moves the whole tree, and builds and
# runs the programs of tests/outside against it, found by CMake and by
# pkg-config. They, and the installed command, must keep `baju bekas` out.
set -euo pipefail
cmake=$1 build=$2 source=$3

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset LD_LIBRARY_PATH

fail() {
  echo "install_test: $*" >&2
  exit 1
}

# expect WHAT WANTED ACTUAL
expect() {
  [[ $3 == "$2" ]] || fail "$1: expected '$2', got '$3'"
}

"$cmake" --install "$build" --prefix "$work/first" >"$work/log" ||
  { cat "$work/log"; fail "cmake --install"; }
mv "$work/first" "$work/prefix"
prefix=$work/prefix
lib=$prefix/lib
policy=$prefix/share/saring/policies/used-imports.yaml

for file in lib/libsaring.so lib/libsaring.so.1 lib/libsaring-xapian.so \
  lib/libsaring-xapian-preload.so lib/saring/saring_sphinx.so \
  lib/libsaring-opensearch.so include/saring/opensearch.h \
  include/saring/saring.h include/saring/live.h include/saring/xapian.h \
  include/saring/xapian_page.h include/saring/xapian_retag.h bin/saring \
  share/saring/nginx/nginx.conf share/saring/nginx/saring.lua \
  share/saring/nginx/saring_policy.lua \
  share/saring/policies/used-imports.yaml share/doc/saring/LICENSE; do
  [[ -s $prefix/$file ]] || fail "not installed: $file"
done
if grep -rlI -e "$source" -e "$work/first" "$prefix" >"$work/places"; then
  fail "these name places of this machine: $(cat "$work/places")"
fi

configure() { # NAME [OPTION...]
  "$cmake" -G Ninja -S "$source/tests/outside/$1" -B "$work/$1" \
    -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_BUILD_TYPE=Release "${@:2}" \
    >"$work/log" 2>&1 || { cat "$work/log"; fail "configuring $1"; }
  "$cmake" --build "$work/$1" >"$work/log" 2>&1 ||
    { cat "$work/log"; fail "building $1"; }
}
# The C libraries are found where there is no Xapian; the adapter is not.
configure c -DCMAKE_DISABLE_FIND_PACKAGE_xapian=ON
configure opensearch -DCMAKE_DISABLE_FIND_PACKAGE_xapian=ON
configure xapian
if "$cmake" -S "$source/tests/outside/xapian" -B "$work/none" \
  -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_DISABLE_FIND_PACKAGE_xapian=ON \
  >"$work/log" 2>&1; then
  fail "the adapter was found without Xapian"
fi

# The plugin finds its library where the tree was moved to.
[[ $(ldd "$lib/saring/saring_sphinx.so") == *"$lib/saring/../libsaring.so.1"* ]] ||
  fail "saring_sphinx.so does not find libsaring.so"

titles=$'baju bekas\nbaju baru\nkrim bekas jerawat'
verdicts=$'30\tbaju bekas\n0\tbaju baru\n0\tkrim bekas jerawat'

expect "check, by CMake" "$verdicts" "$("$work/c/check" "$policy" <<<"$titles")"

export PKG_CONFIG_PATH=$lib/pkgconfig
flags() { pkg-config --cflags --libs "$1"; }
# shellcheck disable=SC2046  # flags are words
cc -std=c11 "$source/tests/outside/c/check.c" -o "$work/check" \
  $(flags saring) -Wl,-rpath,"$lib"
expect "check, by pkg-config" "$verdicts" \
  "$("$work/check" "$policy" <<<"$titles")"
# shellcheck disable=SC2046
cc -std=c11 "$source/tests/outside/opensearch/rewrite.c" -o "$work/rewrite" \
  $(flags saring-opensearch) -Wl,-rpath,"$lib"
for name in saring saring-opensearch; do
  [[ $(flags "$name") != *xapian* ]] || fail "$name.pc asks for Xapian"
done
for program in "$work/opensearch/rewrite" "$work/rewrite"; do
  sent=$("$program" "$policy" <<<'{"query":{"match":{"title":"kaos"}}}')
  [[ $sent == *'"must_not":[{"term":{"saring.action":"hide"}}]'* ]] ||
    fail "$program sends $sent"
done
for program in index search; do
  # shellcheck disable=SC2046
  c++ -std=c++17 "$source/tests/outside/xapian/$program.cc" \
    -o "$work/$program" $(flags saring-xapian) -Wl,-rpath,"$lib"
done

# A stock program, and the installed library before it.
stock=$work/stock
"$work/index" "$policy" "$stock" <<<"$titles"
sieve=(env LD_PRELOAD="$lib/libsaring-xapian-preload.so" SARING_POLICY="$policy")
[[ $("${sieve[@]}" quest -s none -d "$stock" bekas) == *"Exactly 1 matches"* ]] ||
  fail "quest does not hide with the installed library"
[[ $(quest -s none -d "$stock" bekas) == *"Exactly 2 matches"* ]] ||
  fail "quest hides without the library"

for programs in "$work/xapian" "$work"; do
  db=$work/db
  rm -rf "$db"
  "$programs/index" "$policy" "$db" <<<"$titles"
  search() { "$programs/search" "$policy" "$db" "$1" | grep -v '^!' | sort; }
  # Without the plugin the listing is there: otherwise nothing is proven.
  [[ $(quest -s none -d "$db" bekas) == *"baju bekas"* ]] ||
    fail "the index lacks 'baju bekas' altogether"
  expect "search bekas" "krim bekas jerawat" "$(search bekas)"
  expect "search baju" "baju baru" "$(search baju)"
  [[ $(search "baju bekas") != *"baju bekas"* ]] ||
    fail "'baju bekas' was found"
done

"$prefix/bin/saring" --version >/dev/null || fail "bin/saring does not run"
said=$("$prefix/bin/saring" explain --json "baju bekas") ||
  fail "bin/saring finds no policy of its own"
[[ $said == *'"action":"hide"'* ]] ||
  fail "bin/saring explain: $said"
