#!/usr/bin/env bash
# How fast the search index is written, and how large it is: megabytes of text for each second of a core, as articles are
# published one after the other, and as the index is made anew; beside PostgreSQL's own full-text index of the same texts, in
# one run. Needs PostgreSQL (Debian's packages), and the compiled benchmarks:
#
#   mvn -Pbench test-compile && src/bench/indexing.sh [articles]
#
# Takes about five minutes. Everything is on the loopback address and in a temporary directory, which is removed.
set -euo pipefail

ARTICLES=${1:-10000}
HERE=$(cd "$(dirname "$0")" && pwd)
PG=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
MIGRATIONS=$HERE/../main/resources/db/migration
DIR=$(mktemp -d)
chmod 755 "$DIR"

# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

clean_up() {
  [ -d "$DIR/postgres" ] && as_postgres "$PG/pg_ctl" -D "$DIR/postgres" -m immediate stop > /dev/null || true
  rm -rf "$DIR"
}
trap clean_up EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

sql() { psql -qAt -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$PG_PORT" -U loa -d loa "$@"; }

PG_PORT=$(free_port)
mkdir "$DIR/postgres"
[ "$(id -u)" = 0 ] && chown postgres "$DIR/postgres"
as_postgres "$PG/initdb" -D "$DIR/postgres" -A trust -E UTF8 --locale C.UTF-8 > /dev/null
as_postgres "$PG/pg_ctl" -D "$DIR/postgres" -w -l "$DIR/postgres/log" \
  -o "-p $PG_PORT -c listen_addresses=127.0.0.1 -k '' -c shared_buffers=256MB" start > /dev/null
psql -q -h 127.0.0.1 -p "$PG_PORT" -U "$([ "$(id -u)" = 0 ] && echo postgres || id -un)" postgres \
  -c 'create role loa login superuser' -c 'create database loa owner loa'
for file in $(ls "$MIGRATIONS"/V*.sql | sort -V) "$MIGRATIONS"/R__*.sql; do
  sql -f "$file" > /dev/null
done
sql -v articles="$ARTICLES" -f "$HERE/articles.sql" > /dev/null
sql -c "vacuum analyze" -c "checkpoint"

export DATABASE="jdbc:postgresql://127.0.0.1:$PG_PORT/loa?user=loa" TICKS=$(getconf CLK_TCK)
cd "$HERE/../.."
mvn -q -Pbench exec:exec -Dbenchmark=vn.loa.search.Indexing
