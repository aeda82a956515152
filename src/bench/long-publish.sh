#!/usr/bin/env bash
# What waits for what: hits and publishes of others while a directive of 9,000 sections is published, and how soon a publish
# is seen by another instance that reaches the database through a pooler in transaction mode.
#
#   src/bench/long-publish.sh [publish] [pooler]     after: mvn package -Dmaven.test.skip
#
# Needs java, curl, PostgreSQL's server and, for the pooler, pgbouncer; makes a cluster of its own and removes it. Settings:
# SECTIONS (9000), PGBIN, WORK (a directory for the cluster).
set -euo pipefail
cd "$(dirname "$0")/../.."

PARTS=${*:-publish pooler}
PGBIN=${PGBIN:-$(ls -d /usr/lib/postgresql/*/bin | tail -1)}
WORK=${WORK:-$(mktemp -d)}
DB_PORT=${DB_PORT:-15571}
POOL_PORT=${POOL_PORT:-15572}
PORT=${PORT:-15580}
KEY=a-key-only-you-know-1234
PIDS=()

as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

finish() {
  for pid in "${PIDS[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${PIDS[@]}"; do wait "$pid" 2>/dev/null || true; done
  as_owner "$PGBIN/pg_ctl" -D "$WORK/pg" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$WORK"
}
trap finish EXIT

start_database() {
  chmod 755 "$WORK"; mkdir -p "$WORK/pg"
  if [ "$(id -u)" = 0 ]; then chown postgres "$WORK/pg"; fi
  as_owner "$PGBIN/initdb" -D "$WORK/pg" -U postgres -A trust --locale=C.UTF-8 >/dev/null
  as_owner "$PGBIN/pg_ctl" -D "$WORK/pg" -w -l "$WORK/pg/log" \
    -o "-p $DB_PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start >/dev/null
}

start_loa() { # port url
  QUARKUS_HTTP_PORT=$1 QUARKUS_DATASOURCE_JDBC_URL=$2 QUARKUS_DATASOURCE_USERNAME=postgres LOA_ADMIN_KEY=$KEY \
    LOA_VISITOR_ADDRESS_RATE=1000000 LOA_VISITOR_ADDRESS_BURST=1000000 LOA_VISITOR_NETWORK_CEILING=1000000 \
    java ${JAVA_OPTS:-@src/main/docker/jvm.options} -jar target/quarkus-app/quarkus-run.jar >"$WORK/loa-$1.log" 2>&1 &
  PIDS+=($!)
  for _ in $(seq 300); do curl -sf "localhost:$1/q/health/ready" >/dev/null && return; sleep 0.2; done
  cat "$WORK/loa-$1.log"; exit 1
}

start_pooler() {
  printf '[databases]\npostgres = host=127.0.0.1 port=%s\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = %s\n' \
    "$DB_PORT" "$POOL_PORT" >"$WORK/pgbouncer.ini"
  printf 'unix_socket_dir =\npool_mode = transaction\nauth_type = any\nignore_startup_parameters = extra_float_digits\n' \
    >>"$WORK/pgbouncer.ini"
  # auth_type any: everybody is whom the database's line names.
  sed -i 's/^postgres = .*/& user=postgres/' "$WORK/pgbouncer.ini"
  as_owner "$(command -v pgbouncer)" -q "$WORK/pgbouncer.ini" >"$WORK/pgbouncer.log" 2>&1 &
  PIDS+=($!)
  sleep 1
}

interference() { java src/bench/java/vn/loa/interference/Interference.java "$@"; }

FAILED=0
start_database
start_loa "$PORT" "jdbc:postgresql://127.0.0.1:$DB_PORT/postgres"
if [[ " $PARTS " == *" publish "* ]]; then
  interference publish "http://localhost:$PORT" "$KEY" "${SECTIONS:-9000}" || FAILED=1
fi
if [[ " $PARTS " == *" pooler "* ]]; then
  start_pooler
  start_loa $((PORT + 1)) "jdbc:postgresql://127.0.0.1:$POOL_PORT/postgres?prepareThreshold=0"
  interference seen "http://localhost:$PORT" "$KEY" "http://localhost:$((PORT + 1))" || FAILED=1
  echo "said by the instance behind the pooler:"
  grep -i 'notifications of the database' "$WORK/loa-$((PORT + 1)).log" || { echo "nothing"; FAILED=1; }
fi
exit $FAILED
