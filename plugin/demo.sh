#!/bin/bash
# The main job, on a marketplace in small: indexes plugin/demo/catalogue.tsv
# with the plugin and shows what five searches find without and with it, on this
# machine and over two shards that are stock Xapian servers on loopback.
#
# Sets up what it needs (Debian packages, a release build) and says so; all else
# is in a temporary folder. Fails when anything does, and when the shards give
# other listings, or another order, than the local index.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export LC_ALL=C.UTF-8

policy=config/policies/used-imports.yaml
catalogue=plugin/demo/catalogue.tsv
saring=build/release/plugin/cli/saring
probes=("baju bekas" "jaket" "thrift" "krim bekas jerawat" "tas import")

work=$(mktemp -d)
servers=()
ports=()

stop() {
  if ((${#servers[@]})); then kill "${servers[@]}" 2>/dev/null || true; fi
  wait
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

title() { printf '\n== %s\n\n' "$1"; }

build() {
  title "Building the command (some minutes the first time)"
  # shellcheck source=../.ci/packages.sh
  . .ci/packages.sh
  install_packages
  cmake --preset release --log-level=WARNING
  cmake --build --preset release --target saring_cli
}

# search DB QUERY LIMIT: the results without and with the plugin.
search() {
  "$saring" search --policy "$policy" --compare --limit "$3" "$1" "$2"
}

show_first_pages() {
  local query
  for query in "${probes[@]}"; do
    printf '\n== Search: '  # the first line of the output is the query
    search "$work/local" "$query" 10
  done
}

# start_shard FOLDER: serves it on a free port, which is added to `ports`.
start_shard() {
  local log=$work/server.log port polls
  for _ in {1..20}; do
    port=$((20000 + RANDOM % 10000))
    : >"$log"
    # A session of its own: on SIGTERM the server signals its process group.
    setsid xapian-tcpsrv --interface 127.0.0.1 --port "$port" "$1" \
      >"$log" 2>&1 &
    servers+=($!)
    for ((polls = 0; polls < 200; ++polls)); do
      if grep -q '^Listening' "$log"; then
        ports+=("$port")
        return 0
      fi
      # It ends at once when another program has the port.
      kill -0 "${servers[-1]}" 2>/dev/null || break
      sleep 0.05
    done
    kill "${servers[-1]}" 2>/dev/null || true
    unset 'servers[-1]'
  done
  echo "xapian-tcpsrv does not start:" >&2
  cat "$log" >&2
  return 1
}

# Every page of every search, not only the first.
compare_with_shards() {
  local shards="127.0.0.1:${ports[0]},127.0.0.1:${ports[1]}"
  local all query failed=0
  all=$(wc -l <"$catalogue")
  for query in "${probes[@]}"; do
    search "$work/local" "$query" "$all" >"$work/one"
    search "$shards" "$query" "$all" >"$work/two"
    if cmp -s "$work/one" "$work/two"; then
      printf '%-20s the same listings in the same order:\n' "$query"
    else
      printf '%-20s DIFFERENT\n' "$query"
      diff "$work/one" "$work/two" || true
      failed=1
    fi
    first_ids "$work/local" "$query"
    first_ids "$shards" "$query"
  done
  return "$failed"
}

# first_ids DB QUERY: what the first page with the plugin shows, in its order.
first_ids() {
  "$saring" search --policy "$policy" --limit 8 "$1" "$2" |
    { grep -o 'SR-[0-9]*' || echo "nothing, as the policy answers"; } |
    paste -sd ' ' | sed 's/^/  /'
}

build

title "Indexing $catalogue"
"$saring" index --policy "$policy" "$catalogue" "$work/local"
"$saring" index --policy "$policy" --shards 2 "$catalogue" "$work/shards"

show_first_pages

start_shard "$work/shards/shard1"
start_shard "$work/shards/shard2"
title "The same over shards at 127.0.0.1, ports ${ports[0]} and ${ports[1]}"
compare_with_shards

title "Done: the shards give what the local index gives"
