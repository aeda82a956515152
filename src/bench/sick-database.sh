#!/usr/bin/env bash
# How soon Loa leaves a database host that went silent for the other one in its URL, and whether it stays there. The
# hosts are two proxies before one PostgreSQL; the first is stopped (SIGSTOP): its connections stay open, new ones are
# accepted, nothing is answered. Needs PostgreSQL (Debian's package), and the packaged application:
#
#   mvn package -Dmaven.test.skip && src/bench/sick-database.sh [seconds]
#
# Takes about two minutes. Everything is on the loopback address and in a temporary directory, which is removed.
# DATABASE_PARAMETERS are those of the URL. Fails when something does not work again after 15 s, or fails once later.
set -euo pipefail

STAYS=${1:-60}
BOUND=15
PARAMETERS=${DATABASE_PARAMETERS:-targetServerType=primary}
HERE=$(cd "$(dirname "$0")" && pwd)
PG=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
KEY=key-of-the-benchmark-0123456789
DIR=$(mktemp -d)
chmod 755 "$DIR"
PIDS=()

# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

clean_up() {
  for pid in "${PIDS[@]}"; do kill -CONT "$pid" 2> /dev/null || true; kill -9 "$pid" 2> /dev/null || true; done
  as_postgres "$PG/pg_ctl" -D "$DIR/postgres" -m immediate stop > /dev/null || true
  rm -rf "$DIR"
}
trap clean_up EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

start_proxy() {
  java "$HERE/../test/java/vn/loa/interference/DatabaseProxy.java" "$PG_PORT" > "$DIR/proxy.$1" &
  PIDS+=($!)
  until [ -s "$DIR/proxy.$1" ]; do sleep 0.1; done
}

PG_PORT=$(free_port)
mkdir "$DIR/postgres"
[ "$(id -u)" = 0 ] && chown postgres "$DIR/postgres"
as_postgres "$PG/initdb" -D "$DIR/postgres" -U loa -A trust -E UTF8 --locale=C.UTF-8 > /dev/null
as_postgres "$PG/pg_ctl" -D "$DIR/postgres" -w -l "$DIR/postgres/log" \
  -o "-p $PG_PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start > /dev/null
as_postgres "$PG/createdb" -h 127.0.0.1 -p "$PG_PORT" -U loa loa
start_proxy first
FIRST=${PIDS[0]}
start_proxy second

PORT=$(free_port)
URL=http://127.0.0.1:$PORT
(cd "$HERE/../../target/quarkus-app" && exec java -Xmx512m -Dquarkus.http.port="$PORT" -Dquarkus.datasource.username=loa \
  -Dquarkus.datasource.password= -Dloa.admin-key=$KEY \
  -Dquarkus.datasource.jdbc.url="jdbc:postgresql://127.0.0.1:$(cat "$DIR/proxy.first"),127.0.0.1:$(cat "$DIR/proxy.second")/loa?$PARAMETERS" \
  -jar quarkus-run.jar > "$DIR/loa.log" 2>&1) &
PIDS+=($!)
until curl -sf "$URL/q/health/ready" > /dev/null; do sleep 0.2; done

call() { curl -s -o "$DIR/answer.$BASHPID" -w '%{http_code}\n' -m 20 "$@" || true; }
write() { call -X POST "$URL/api/v1/articles" -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
  -d '{"title": "Bài viết", "body": "<p>Nội dung.</p>"}'; }
read_anew() { call -H 'Cache-Control: no-cache' "$URL/api/v1/articles"; }
hit() { call -X POST "$URL/api/v1/hits" -H "User-Agent: Firefox $((RANDOM % 50))"; }

# When it was called, what it was answered, and how long that took, again and again
repeat() {
  while [ ! -e "$DIR/done" ]; do
    local begun
    begun=$(date +%s%N)
    echo "$begun $("$1") $((($(date +%s%N) - begun) / 1000000))" >> "$DIR/calls.$1"
    sleep 0.1
  done
}
KINDS="read_anew write hit"
CALLERS=()
for kind in $KINDS; do
  repeat "$kind" &
  CALLERS+=($!)
done
sleep 5

SILENT=$(date +%s%N)
kill -STOP "$FIRST"
sleep $((BOUND + STAYS))
touch "$DIR/done"
wait "${CALLERS[@]}"

FAILED=0
for kind in $KINDS; do
  awk -v kind="$kind" -v silent="$SILENT" -v bound=$BOUND -v stays="$STAYS" '
    { good = $2 ~ /^2/; at = ($1 - silent) / 1e9; end = at + $3 / 1000 }
    end < 0 { before++; if (!good) early++; next }
    !good { statuses[$2]++; last = end }
    good { if (end > bound && $3 > slowest) slowest = $3; if (!first && at > 0) first = end }
    end > bound { later++; if (!good) relapsed++ }
    END {
      printf "%-10s before: %d calls, %d failed; first good answer after %.1f s, last bad one after %.1f s;", kind, before, early, first, last
      printf " from %d s to %d s: %d calls, %d failed, slowest %d ms; bad answers:", bound, bound + stays, later, relapsed, slowest
      for (s in statuses) printf " %d × %s", statuses[s], s
      print ""
      exit last > bound || early || !first
    }' "$DIR/calls.$kind" || FAILED=1
done
grep -E 'WARN|ERROR' "$DIR/loa.log" | cut -c1-200 | sort -k4 | uniq -c -f4 | sort -rn | head -12
exit $FAILED
