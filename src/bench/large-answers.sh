#!/usr/bin/env bash
# Whether Loa lives, and others are served, while the largest answers that it gives are made: 22 directives of a megabyte of
# text each, 12 requests at once for as many of them as one answer may have, with -Xmx512m; from one address, then from 12.
# Needs python3 and PostgreSQL (Debian's packages), and the packaged application:
#
#   mvn package -DskipTests && src/bench/large-answers.sh
#
# Takes about two minutes. Everything is on loopback addresses and in a temporary directory, which is removed.
set -euo pipefail

HERE=$(cd "$(dirname "$0")" && pwd)
PG=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
DIR=$(mktemp -d)
chmod 755 "$DIR"
LOA=0

# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

clean_up() {
  [ "$LOA" != 0 ] && kill -9 $LOA 2> /dev/null || true
  [ -d "$DIR/postgres" ] && as_postgres "$PG/pg_ctl" -D "$DIR/postgres" -m immediate stop > /dev/null || true
  rm -rf "$DIR"
}
trap clean_up EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

sql() { psql -qAt -h 127.0.0.1 -p "$PG_PORT" -U loa -d loa "$@"; }

PORT=$(free_port) PG_PORT=$(free_port)
mkdir "$DIR/postgres"
[ "$(id -u)" = 0 ] && chown postgres "$DIR/postgres"
as_postgres "$PG/initdb" -D "$DIR/postgres" -A trust -E UTF8 --locale C.UTF-8 > /dev/null
as_postgres "$PG/pg_ctl" -D "$DIR/postgres" -w -l "$DIR/postgres/log" \
  -o "-p $PG_PORT -c listen_addresses=127.0.0.1 -k '' -c max_connections=200 -c shared_buffers=256MB" start > /dev/null
psql -q -h 127.0.0.1 -p "$PG_PORT" -U "$([ "$(id -u)" = 0 ] && echo postgres || id -un)" postgres \
  -c 'create role loa login superuser' -c 'create database loa owner loa'

# shellcheck disable=SC2046
java $(grep -v '^#\|^$\|Xmx' "$HERE/../main/docker/jvm.options") -Xmx512m -Dquarkus.http.port="$PORT" \
  -Dquarkus.datasource.username=loa -Dquarkus.datasource.password= \
  -Dquarkus.datasource.jdbc.url="jdbc:postgresql://127.0.0.1:$PG_PORT/loa" \
  -jar "$HERE/../../target/quarkus-app/quarkus-run.jar" > "$DIR/loa.log" 2>&1 &
LOA=$!
until curl -sf "http://127.0.0.1:$PORT/api/v1/articles?size=1" > /dev/null; do
  kill -0 $LOA || { cat "$DIR/loa.log"; exit 1; }
  sleep 0.2
done
sql -v articles=50 -f "$HERE/articles.sql"
sql -v codes=22 -f "$HERE/codes.sql"
sql -c "vacuum analyze"

python3 "$HERE/large-answers.py" "$PORT" "$LOA" || { tail -20 "$DIR/loa.log"; exit 1; }
if grep -n ERROR "$DIR/loa.log"; then exit 1; fi
