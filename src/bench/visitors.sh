#!/usr/bin/env bash
# How fast hits are counted, and what that costs readers; next to the same server's answers to hits that are not counted
# (prefetches: the same request, read, checked and answered 204, but not stored), by the shortcut that hits take and by
# an ordinary endpoint, and to pgbench with one synchronous upsert of the site's row per hit.
#
#   src/bench/visitors.sh [one] [two] [reads]     after: mvn package -Dmaven.test.skip
#
# Needs wrk, curl, jq, nginx, and PostgreSQL's server and pgbench; makes a cluster of its own and removes it. Settings:
# SECONDS_EACH (8), WARM_UP (15), PAUSE (9), PGBIN, WORK (a directory for the cluster).
set -euo pipefail
cd "$(dirname "$0")/../.."

PARTS=${*:-one two reads}
SECONDS_EACH=${SECONDS_EACH:-8}
PGBIN=${PGBIN:-$(ls -d /usr/lib/postgresql/*/bin | tail -1)}
WORK=${WORK:-$(mktemp -d)}
DB_PORT=${DB_PORT:-15471}
PORT=${PORT:-15480}
SQL="$PGBIN/psql -qAtX -h 127.0.0.1 -p $DB_PORT -U postgres"
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
  # As it comes: durable. Only the address is set.
  as_owner "$PGBIN/pg_ctl" -D "$WORK/pg" -w -l "$WORK/pg/log" \
    -o "-p $DB_PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start >/dev/null
}

start_loa() { # port
  QUARKUS_HTTP_PORT=$1 QUARKUS_DATASOURCE_JDBC_URL="jdbc:postgresql://127.0.0.1:$DB_PORT/postgres" \
    QUARKUS_DATASOURCE_USERNAME=postgres LOA_SAMPLE_CONTENT=true LOA_ADMIN_KEY=a-key-only-you-know-1234 \
    LOA_VISITOR_TRUSTED_PROXIES=127.0.0.1 java ${JAVA_OPTS:-@src/main/docker/jvm.options} -jar target/quarkus-app/quarkus-run.jar \
    >"$WORK/loa-$1.log" 2>&1 &
  PIDS+=($!)
  for _ in $(seq 300); do curl -sf "localhost:$1/q/health/ready" >/dev/null && return; sleep 0.2; done
  cat "$WORK/loa-$1.log"; exit 1
}

load() { # port connections mode [seconds] [pause]: counted refused per-second p50 p99
  wrk -t "${THREADS:-2}" -c "$2" -d "${4:-$SECONDS_EACH}" --latency -s src/bench/visitors.lua "http://127.0.0.1:$1" \
    -- "$WORK/articles" "$3" "${5:-0}" | sed -n 's/^RESULT //p'
}

upserts() { # connections: per second
  "$PGBIN/pgbench" -n -h 127.0.0.1 -p "$DB_PORT" -U postgres -c "$1" -j 2 -T "$SECONDS_EACH" -M prepared -f "$WORK/upsert.sql" \
    postgres 2>/dev/null | sed -n 's/^tps = \([0-9]*\).*/\1/p'
}

check() { # hits that were acknowledged since the start
  $SQL -F ' ' -c "select case when sum(hits) >= $1 and sum(views) = (select sum(views) from article_hour)
      then 'ok' else 'WRONG' end, sum(hits), sum(views), (select sum(views) from article_hour) from site_hour" \
    | awk -v acked="$1" '{ printf "acknowledged %d <= stored %d; views of the site %d, of its articles %d: %s\n", acked, $2, $3, $4, $1 }'
}

start_database
start_loa "$PORT"
curl -s "localhost:$PORT/api/v1/articles?size=100" | jq -r '.items[].id' >"$WORK/articles"
$SQL -c "create table hot (site int primary key, hits bigint not null)"
echo 'insert into hot as h values (1, 1) on conflict (site) do update set hits = h.hits + 1;' >"$WORK/upsert.sql"
# Until the compiler is done with all paths, which takes its time on few cores.
load "$PORT" 256 prefetches "${WARM_UP:-15}" >/dev/null
load "$PORT" 256 endpoint "${WARM_UP:-15}" >/dev/null
ACKED=$(load "$PORT" 256 hits "${WARM_UP:-15}" | cut -d' ' -f1)

row() { printf '%-44s %12s %10s %10s %10s\n' "$@"; }

if [[ " $PARTS " == *" one "* ]]; then
  row "one instance" "per second" "p50 ms" "p99 ms" "refused"
  for connections in 64 256 512; do
    read -r _ _ noop p50 p99 <<<"$(load "$PORT" $connections prefetches)"
    row "$connections connections, not counted" "$noop" "$p50" "$p99" -
    read -r _ _ endpoint p50 p99 <<<"$(load "$PORT" $connections endpoint)"
    row "$connections connections, no-op endpoint" "$endpoint" "$p50" "$p99" -
    read -r acked refused hits p50 p99 <<<"$(load "$PORT" $connections hits)"
    ACKED=$((ACKED + acked))
    row "$connections connections, counted" "$hits" "$p50" "$p99" "$refused"
    clients=$((connections < 64 ? connections : 64))
    pg=$(upserts $clients)
    row "pgbench, $clients clients, one row" "$pg" - - -
    awk -v h="$hits" -v n="$noop" -v e="$endpoint" -v p="$pg" 'BEGIN {
      printf "  = %.2f of the no-op endpoint, %.2f of not counted, %.1f times pgbench\n", h / e, h / n, h / p }'
  done
  check "$ACKED"
fi

if [[ " $PARTS " == *" two "* ]]; then
  start_loa $((PORT + 1))
  ACKED=$((ACKED + $(load $((PORT + 1)) 256 hits "${WARM_UP:-15}" | cut -d' ' -f1)))
  row "two instances" "per second" "p50 ms" "p99 ms" "refused"
  for connections in 64 256 512; do
    load "$PORT" $((connections / 2)) hits >"$WORK/first" &
    first=$!
    load $((PORT + 1)) $((connections / 2)) hits >"$WORK/second"
    wait $first
    read -r a1 r1 h1 m1 p1 <"$WORK/first"; read -r a2 r2 h2 m2 p2 <"$WORK/second"
    ACKED=$((ACKED + a1 + a2))
    row "$connections connections, counted" $((h1 + h2)) "$m1 $m2" "$p1 $p2" $((r1 + r2))
  done
  kill "${PIDS[1]}"
  wait "${PIDS[1]}" || true
  check "$ACKED"
fi

reads() { # url: per second, p50 and p99 in ms of what everybody reads, by 32 connections as in reading.sh
  wrk -t 1 -c 32 -d "$SECONDS_EACH" --latency -s "$WORK/reads.lua" "$1" | sed -n 's/^READS //p'
}

stored() { curl -s "localhost:$PORT/q/metrics" | awk '/^loa_hits_stored_total/ { printf "%d", $2 }'; }

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

# In turns, and the medians of both: a p99 of 32 connections that keep all processors busy varies by a half.
alone_and_beside() { # name url
  reads "$2" >/dev/null
  local p99s_alone=() p99s_beside=()
  for _ in 1 2 3 4 5; do
    read -r rate p50 alone <<<"$(reads "$2")"
    row "$1, alone" "$rate" "$p50" "$alone" -
    # 512 connections, each pausing (PAUSE, in ms) as long as makes 20,000 a second of them where the machine can. One
    # thread sends them: it should not take more of the machine than it needs.
    THREADS=1 load "$PORT" 512 hits $((SECONDS_EACH + 4)) "${PAUSE:-9}" >"$WORK/beside" &
    local beside=$!
    sleep 2
    local before=$(stored)
    read -r rate p50 both <<<"$(reads "$2")"
    local hits=$((($(stored) - before) / SECONDS_EACH))
    wait $beside
    ACKED=$((ACKED + $(cut -d' ' -f1 "$WORK/beside")))
    row "$1, beside hits" "$rate" "$p50" "$both" "$hits"
    p99s_alone+=("$alone")
    p99s_beside+=("$both")
  done
  awk -v a="$(median "${p99s_alone[@]}")" -v b="$(median "${p99s_beside[@]}")" 'BEGIN {
    printf "  = p99 %.2f ms alone, %.2f ms beside hits: %.2f times\n", a, b, b / a }'
}

if [[ " $PARTS " == *" reads "* ]]; then
  cat >"$WORK/reads.lua" <<'LUA'
function done(summary, latency, requests)
  io.write(string.format("READS %.0f %.2f %.2f\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
LUA
  ARTICLE="http://127.0.0.1:$PORT/api/v1/articles/$(head -1 "$WORK/articles")?include=sections"
  row "hot reads of an article" "per second" "p50 ms" "p99 ms" "hits/s"
  alone_and_beside "Loa" "$ARTICLE"
  # What the same load costs a server that shares nothing with Loa but the machine.
  mkdir -p "$WORK/files"
  curl -sf "$ARTICLE" >"$WORK/files/article.json"
  chmod -R a+rX "$WORK/files"
  sed "s#DIRECTORY#$WORK#g; s#PORT#$((PORT + 2))#" src/bench/nginx.conf >"$WORK/nginx.conf"
  nginx -c "$WORK/nginx.conf"
  alone_and_beside "nginx" "http://127.0.0.1:$((PORT + 2))/article.json"
  kill "$(cat "$WORK/nginx.pid")"
  check "$ACKED"
fi
