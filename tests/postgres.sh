#!/bin/bash
# A throw-away PostgreSQL server for the tests: on a socket in a folder of its own, never on the network.
#
#   tests/postgres.sh run COMMAND...   starts a server, runs COMMAND with ENT_TEST_POSTGRES set, removes all
#   tests/postgres.sh start DIR        starts one and writes its address into DIR/uri
#   tests/postgres.sh stop DIR         stops and removes it
#
# ctest does start and stop once for a whole run (the fixture `postgres`). Where PostgreSQL is not
# installed the address is empty, and tests say that they skip. As root the server runs as the user
# `postgres`, since PostgreSQL refuses root. Texts sort as French does (ICU), so that a test shows
# that the library's order does not hang on the server's. ENT_TEST_FSYNC=on for durable commits.
set -euo pipefail

find_tools() {
  local tool
  tool=$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1 || true)
  [ -n "$tool" ] && tools=$(dirname "$tool")
}

as_server() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Sets `cluster` and `uri`.
start_server() {
  # A short path: the name of a socket has at most some hundred characters.
  cluster=$(cd / && as_server mktemp -d /tmp/ent-pg.XXXXXX)
  (cd "$cluster" && as_server "$tools/initdb" --pgdata "$cluster/data" --username ent --auth trust --no-sync \
    --encoding UTF8 --locale C.UTF-8 --locale-provider icu --icu-locale fr >"$cluster.log" 2>&1) || give_up
  (cd "$cluster" && as_server "$tools/pg_ctl" --pgdata "$cluster/data" --log "$cluster/server.log" --wait --silent \
    --options "-c listen_addresses='' -c unix_socket_directories='$cluster' -c fsync=${ENT_TEST_FSYNC:-off} -c autovacuum=off -c max_connections=500" \
    start >>"$cluster.log" 2>&1 9>&-) || give_up
  uri="postgresql:///postgres?host=$cluster&user=ent"
}

give_up() {
  cat "$cluster.log" "$cluster/server.log" >&2 2>/dev/null || true
  remove_server "$cluster"
  exit 1
}

remove_server() {
  (cd / && as_server "$tools/pg_ctl" --pgdata "$1/data" --mode immediate --wait --silent stop >/dev/null 2>&1) || true
  rm -rf "$1" "$1.log"
}

stop_in() {
  if [ -s "$1/cluster" ]; then remove_server "$(cat "$1/cluster")"; fi
  rm -f "$1/cluster" "$1/uri"
}

command=${1:?run, start or stop}
shift
if ! find_tools; then
  echo "PostgreSQL is not installed: what needs it is skipped."
  case $command in
    run) exec "$@" ;;
    start) mkdir -p "$1" && : >"$1/uri" ;;
  esac
  exit 0
fi
case $command in
  run)
    start_server
    trap 'remove_server "$cluster"' EXIT
    ENT_TEST_POSTGRES=$uri "$@"
    ;;
  start)
    mkdir -p "$1"
    stop_in "$1"  # of a run that was killed
    start_server
    echo "$cluster" >"$1/cluster"
    echo "$uri" >"$1/uri"
    ;;
  stop) stop_in "$1" ;;
  *) echo "unknown: $command" >&2; exit 2 ;;
esac
