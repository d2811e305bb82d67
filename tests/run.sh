#!/bin/bash
# Builds saring and runs every test. Installs the Debian packages that are
# missing. From any directory:
#
#   bash tests/run.sh [PRESET]      PRESET: release (default), debug, asan
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=${1:-release}

source .ci/packages.sh
install_packages
unpack_packages

echo "building preset $preset in build/$preset"
cmake --preset "$preset" --log-level=WARNING
cmake --build --preset "$preset"
ctest --preset "$preset" --parallel "$(nproc)"
