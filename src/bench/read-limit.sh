#!/usr/bin/env bash
# What refusing a client that reads too much costs (loa.limits.reads): processor time of Loa for each refused request, beside an answer
# that is kept, and nginx refusing by limit_req. Then: how long another client's hot reads take while one offers 2,000 searches a
# second, with the limit and without. Needs wrk, nginx, Python and PostgreSQL's server, and the packaged application:
#
#   mvn package -Dmaven.test.skip && src/bench/read-limit.sh
#
# Takes about five minutes. Everything is on the loopback address and in a temporary directory, which is removed. Fails when a refusal
# takes more than 50 µs, or the 99th percentile of the hot reads beside the searches is more than 20 ms.
set -euo pipefail
ARTICLES=${ARTICLES:-2000}
SECONDS_EACH=${SECONDS_EACH:-10}
SEARCHES=2000
READS=200
. "$(dirname "$0")/own-postgres.sh"
KEY=key-of-the-benchmark-0123456789
LIMITS=(-Dloa.limits.reads=1 -Dloa.limits.reads-burst=20)

# Processor time of processes, in microseconds.
processor() { cat "${@/%//stat}" | awk '{ ticks += $14 + $15 } END { printf "%.0f", ticks * 10000 }'; }

# The status that is asked for, and processes; what wrk does in so many seconds: answers a second, microseconds of a processor for each
measure() { # seconds, status, processes, arguments of wrk
  local seconds=$1 status=$2 processes=$3
  shift 3
  local before=$(processor $processes)
  wrk -t2 -c32 -d"${seconds}s" "$@" > "$DIR/wrk"
  local after=$(processor $processes)
  awk -v microseconds=$((after - before)) -v status="$status" '/requests in/ { all = $1 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
    END { if (status == 200 ? bad > 0 : bad < 0.99 * all) { print "answers are not " status > "/dev/stderr"; exit 1 }
          printf "%.0f %.1f\n", rate, microseconds / all }' "$DIR/wrk"
}

row() { # what, its numbers
  printf '%-52s %8s a second %8s µs each\n' "$1" $2
}

read_hot() { python3 "$HERE/read-limit.py" read "$PORT" $READS "$SECONDS_EACH" "$HOT"; }

# Median and 99th percentile of hot reads, and how the searches beside them were answered
read_beside() {
  python3 "$HERE/read-limit.py" offer "$PORT" $SEARCHES "$((SECONDS_EACH + 2))" "/api/v1/search?q=chi+thi+" > "$DIR/offered" &
  local offering=$!
  sleep 1
  read_hot
  wait $offering
}

start_postgres
load_articles "$ARTICLES"
mkdir "$DIR/files"
NGINX_PORT=$(free_port)
sed "s#DIRECTORY#$DIR#g; s#PORT#$NGINX_PORT#; s#^    server {#    limit_req_zone \$binary_remote_addr zone=reads:1m rate=1r/s;\n    limit_req_status 429;\n&#
  s#^        etag on;#        limit_req zone=reads;#; s#^error_log.*#error_log /dev/null crit;#" "$HERE/nginx.conf" > "$DIR/nginx.conf"
nginx -c "$DIR/nginx.conf"
HOT=/api/v1/articles/bai-77?include=sections
REFUSED=(-s "$HERE/read-limit.lua" "$URL" --)

start_loa "${LIMITS[@]}"
curl -sf -o /dev/null "$URL$HOT"
# The optimising compiler waits for 50,000 of each (jvm.options).
for _ in 1 2; do
  for path in "/api/v1/search?q=chi+thi+0" /api/v1/articles/bai-0-; do wrk -t1 -c2 -d15s "${REFUSED[@]}" "$path" > /dev/null; done
  wrk -t1 -c2 -d15s "$URL$HOT" > /dev/null
done
NGINX=$(pgrep -P "$(cat "$DIR/nginx.pid")" | sed 's#^#/proc/#' | tr '\n' ' ')
row "nginx refuses (limit_req)" "$(measure "$SECONDS_EACH" 429 "$NGINX" "http://127.0.0.1:$NGINX_PORT/")"
row "Loa answers an article that is kept" "$(measure "$SECONDS_EACH" 200 /proc/$LOA "$URL$HOT")"
SEARCH=$(measure "$SECONDS_EACH" 429 /proc/$LOA "${REFUSED[@]}" "/api/v1/search?q=chi+thi+1")
row "Loa refuses a search" "$SEARCH"
ARTICLE=$(measure "$SECONDS_EACH" 429 /proc/$LOA "${REFUSED[@]}" /api/v1/articles/bai-1-)
row "Loa refuses an article" "$ARTICLE"

ALONE=$(read_hot)
BEFORE=$(processor /proc/$LOA)
BESIDE=$(read_beside)
OFFERED=$(cat "$DIR/offered")
TOOK=$((($(processor /proc/$LOA) - BEFORE) / (SEARCHES * (SECONDS_EACH + 2))))
stop_loa
start_loa
curl -sf -o /dev/null "$URL$HOT"
wrk -t1 -c2 -d15s "$URL$HOT" > /dev/null
UNLIMITED=$(read_beside)
printf '\n%-52s %8s %8s   %s\n' "$READS hot reads a second" "p50 ms" "p99 ms" "$SEARCHES searches a second"
printf '%-52s %8s %8s\n' "alone" $ALONE
printf '%-52s %8s %8s   %s\n' "beside searches, with a limit" $BESIDE "$OFFERED; $TOOK µs of a processor each, reads included"
printf '%-52s %8s %8s   %s\n' "beside searches, without a limit" $UNLIMITED "$(cat "$DIR/offered")"
awk -v search="${SEARCH#* }" -v article="${ARTICLE#* }" -v p99="${BESIDE#* }" 'BEGIN { exit search > 50 || article > 50 || p99 > 20 }'
