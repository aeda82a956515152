# Sourced by benchmarks: a PostgreSQL in a temporary directory, DIR, that ends with the benchmark. Needs Debian's packages.
HERE=$(cd "$(dirname "$0")" && pwd)
PG=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
DIR=$(mktemp -d)
chmod 755 "$DIR"
LOA=0

# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

stop_loa() { if [ "$LOA" != 0 ]; then kill -9 $LOA 2> /dev/null || true; wait $LOA 2> /dev/null || true; LOA=0; fi; }

stop_postgres() {
  stop_loa
  [ -d "$DIR/postgres" ] && as_postgres "$PG/pg_ctl" -D "$DIR/postgres" -m immediate stop > /dev/null || true
  rm -rf "$DIR/postgres"
}

clean_up() {
  stop_postgres
  [ -f "$DIR/nginx.pid" ] && kill "$(cat "$DIR/nginx.pid")" || true
  rm -rf "$DIR"
}
trap clean_up EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

run_postgres() {
  # What a killed one has left of its memory ends a moment later.
  until as_postgres "$PG/pg_ctl" -D "$DIR/postgres" -w -t 600 -l "$DIR/postgres/log" \
    -o "-p $PG_PORT -c listen_addresses=127.0.0.1 -k '' -c max_connections=200 -c shared_buffers=256MB" start > "$DIR/start" 2>&1; do
    [ $((++TRIES)) -lt 100 ] || { cat "$DIR/start" "$DIR/postgres/log"; exit 1; }
    sleep 0.2
  done
  TRIES=0
}
TRIES=0

# As the kernel does it when memory is short. The other processes end when they miss the first one.
kill_postgres() { kill -9 "$(head -1 "$DIR/postgres/postmaster.pid")"; }

start_postgres() {
  PG_PORT=$(free_port)
  JDBC_URL="jdbc:postgresql://127.0.0.1:$PG_PORT/loa"
  mkdir "$DIR/postgres"
  [ "$(id -u)" = 0 ] && chown postgres "$DIR/postgres"
  as_postgres "$PG/initdb" -D "$DIR/postgres" -A trust -E UTF8 --locale C.UTF-8 > /dev/null
  run_postgres
  psql -q -h 127.0.0.1 -p "$PG_PORT" -U "$([ "$(id -u)" = 0 ] && echo postgres || id -un)" postgres \
    -c 'create role loa login superuser' -c 'create database loa owner loa'
}

sql() { psql -qAt -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$PG_PORT" -U loa -d loa "$@"; }

# Starts the packaged application on this database, with these options, and waits until it answers. APP is where it is packaged,
# JAVA_OPTIONS replaces those of src/main/docker. STARTED is how many milliseconds that took.
start_loa() {
  local begun=$(date +%s%N)
  PORT=${PORT:-$(free_port)} URL=http://127.0.0.1:$PORT
  cd "${APP:-$HERE/../../target/quarkus-app}"
  # shellcheck disable=SC2046,SC2086
  java ${JAVA_OPTIONS:-$(grep -v '^#\|^$' "$HERE/../main/docker/jvm.options")} -Dquarkus.http.port="$PORT" \
    -Dquarkus.datasource.username=loa -Dquarkus.datasource.password= -Dquarkus.datasource.jdbc.url="$JDBC_URL" "$@" \
    -jar quarkus-run.jar > "$DIR/loa.log" 2>&1 &
  LOA=$!
  cd - > /dev/null
  # Without a process for each look: those take what the start needs.
  until (exec 3<> "/dev/tcp/127.0.0.1/$PORT") 2> /dev/null && curl -sf "$URL/api/v1/articles?size=1" > /dev/null; do
    kill -0 $LOA || { cat "$DIR/loa.log"; exit 1; }
    sleep 0.1
  done
  STARTED=$((($(date +%s%N) - begun) / 1000000))
}

# Articles that nobody wrote, with their search index: articles.sql
load_articles() { # how many
  start_loa
  sql -v articles="$1" -f "$HERE/articles.sql" > /dev/null
  stop_loa
  sql -c "update search_index set grammar = 0"
  start_loa
  until [ "$(sql -c "select grammar from search_index")" != 0 ]; do sleep 1; done
  stop_loa
  sql -c "vacuum analyze" -c "checkpoint"
}

memory() { awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' /proc/$LOA/status; }
