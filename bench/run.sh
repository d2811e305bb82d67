#!/bin/bash
# Measures the speed of saring beside its peers, and prints what was measured
# beside the targets. Installs the Debian packages that are missing. From any
# directory:
#
#   bash bench/run.sh [--quick] [--json FILE] [--markdown FILE] [MORE...]
#
# --quick takes 3 rounds, leaves out a million terms, and Xapian. MORE goes to
# build/release/bench/speed/speed_bench; its --help tells the rest. Let nothing
# else run meanwhile.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
command="bash bench/run.sh${*:+ $*}"

source "$root/.ci/packages.sh"
saring_packages+=(libhyperscan-dev libre2-dev libstemmer-dev
  librust-aho-corasick-dev)
command -v cargo >/dev/null || saring_packages+=(cargo)
install_packages >&2

built=$root/build/release
echo "building in build/release" >&2
cmake --preset release -S "$root" -DSARING_BUILD_SPEED=ON \
  --log-level=WARNING >&2
cmake --build "$built" --target speed_bench xapian_search saring_cli >&2

arguments=(--command "$command" --saring "$built/plugin/cli/saring")
quick=false
for argument in "$@"; do
  if [[ $argument == --quick ]]; then quick=true; fi
done
if ! $quick; then
  figures=$(mktemp)
  trap 'rm -f "$figures"' EXIT
  "$built/bench/speed/xapian_search" --json "$figures" >&2
  arguments+=(--xapian "$figures")
fi
"$built/bench/speed/speed_bench" "${arguments[@]}" "$@"
