#!/usr/bin/env bash
# How long saving and publishing take: an ordinary article, directives of 100, 1,000 and 9,000 sections, one word of them changed,
# their title changed, and a document that 100,000 citations wait for; beside PostgreSQL storing the same sections in one
# statement, in one run. Needs python3 and PostgreSQL (Debian's packages), and the packaged application:
#
#   mvn package -DskipTests && src/bench/editing.sh
#
# Takes about three minutes. Everything is on the loopback address and in a temporary directory, which is removed.
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

PORT=$(free_port) PG_PORT=$(free_port) KEY=key-of-the-benchmark-0123456789
mkdir "$DIR/postgres"
[ "$(id -u)" = 0 ] && chown postgres "$DIR/postgres"
as_postgres "$PG/initdb" -D "$DIR/postgres" -A trust -E UTF8 --locale C.UTF-8 > /dev/null
as_postgres "$PG/pg_ctl" -D "$DIR/postgres" -w -l "$DIR/postgres/log" \
  -o "-p $PG_PORT -c listen_addresses=127.0.0.1 -k '' -c max_connections=200 -c shared_buffers=256MB" start > /dev/null
psql -q -h 127.0.0.1 -p "$PG_PORT" -U "$([ "$(id -u)" = 0 ] && echo postgres || id -un)" postgres \
  -c 'create role loa login superuser' -c 'create database loa owner loa'

# shellcheck disable=SC2046
java $(grep -v '^#\|^$' "$HERE/../main/docker/jvm.options") -Dquarkus.http.port="$PORT" -Dloa.admin-key="$KEY" \
  -Dquarkus.datasource.username=loa -Dquarkus.datasource.password= \
  -Dquarkus.datasource.jdbc.url="jdbc:postgresql://127.0.0.1:$PG_PORT/loa" \
  -jar "$HERE/../../target/quarkus-app/quarkus-run.jar" > "$DIR/loa.log" 2>&1 &
LOA=$!
until curl -sf "http://127.0.0.1:$PORT/api/v1/articles?size=1" > /dev/null; do
  kill -0 $LOA || { cat "$DIR/loa.log"; exit 1; }
  sleep 0.2
done
sql -v articles=1000 -f "$HERE/articles.sql"
sql <<'SQL'
insert into citing_place (number_key, published_at, article_id, section_id, place, type_key, bytes)
select '7/2030/NĐ-CP', now() - n * interval '1 minute', gen_random_uuid(), n, 0, 'nghị định', 300 from generate_series(1, 100000) n;
vacuum analyze;
SQL

python3 "$HERE/editing.py" "$PORT" "$KEY" || { tail -20 "$DIR/loa.log"; exit 1; }
sql <<'SQL'
create table stored (article_id uuid, eid text, paragraphs json, primary key (article_id, eid));
\timing on
insert into stored select s.article_id, s.eid, s.paragraphs from section s
where s.article_id = (select article_id from section group by article_id order by count(*) desc limit 1);
SQL
if grep -n ERROR "$DIR/loa.log"; then exit 1; fi
