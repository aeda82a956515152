#!/usr/bin/env bash
# A nation's documents move in: so many of eight provisions, six citations and 1.4 old addresses each are imported by jobs while Loa
# is killed (-9) again and again; then reading, searching and the old addresses are measured. The first 10,000 come by a job of
# their own, and what is measured after them is the reference. Needs wrk, nginx, python3 and PostgreSQL (Debian's packages), and the
# packaged application:
#
#   mvn package -Dmaven.test.skip && src/bench/nation.sh [documents [seconds between kills]]
#
# 16,000 documents, a tenth of a nation's, unless said otherwise; a kill every five minutes. Everything is on the loopback address
# and in a temporary directory, which is removed.
set -euo pipefail

DOCUMENTS=${1:-16000}
KILL_EVERY=${2:-300}
REFERENCE=$((DOCUMENTS < 10000 ? DOCUMENTS / 2 : 10000))
CONNECTIONS=32
SECONDS_EACH=${SECONDS_EACH:-8}
KEY=key-of-the-benchmark-0123456789
. "$(dirname "$0")/own-postgres.sh"
PYTHON="python3 $HERE/nation.py"
PEAK=0
KILLS=0

peak() { local now; now=$(memory 2> /dev/null || echo 0); if [ "${now:-0}" -gt $PEAK ]; then PEAK=$now; fi; }

# Waits for a job, kills Loa meanwhile, and looks at its memory.
import() { # first, last
  local job waiting next
  job=$($PYTHON send "$PORT" "$KEY" "$1" "$2")
  $PYTHON wait "$PORT" "$KEY" "$job" > "$DIR/job" &
  waiting=$!
  next=$((SECONDS + KILL_EVERY))
  while kill -0 $waiting 2> /dev/null; do
    peak
    if [ $SECONDS -ge $next ]; then
      stop_loa
      KILLS=$((KILLS + 1))
      start_loa -Dloa.admin-key="$KEY" -Dloa.sample-content=false
      next=$((SECONDS + KILL_EVERY))
    fi
    sleep 1
  done
  wait $waiting
  echo "  job of documents $1 to $2: $(cat "$DIR/job") failed"
}

rate() { wrk -t2 -c$CONNECTIONS -d"${SECONDS_EACH}s" "$@" | awk '/Requests\/sec/ { printf "%.0f", $2 }'; }

# Hot and cold reads; sets HOT and COLD.
reads() { # documents
  stop_loa
  sql -c "vacuum analyze" -c checkpoint
  start_loa -Dloa.sample-content=false
  wrk -t1 -c2 -d20s "$URL/api/v1/articles/van-ban-77?include=sections" > /dev/null
  HOT=$(rate "$URL/api/v1/articles/van-ban-77?include=sections")
  stop_loa
  start_loa -Dloa.cache.enabled=false -Dloa.sample-content=false
  cat > "$DIR/random.lua" <<LUA
function init() math.randomseed(7) end
function request() return wrk.format("GET", "/api/v1/articles/van-ban-" .. math.random(1, $1) .. "?include=sections") end
LUA
  wrk -t1 -c2 -d20s -s "$DIR/random.lua" "$URL" > /dev/null
  COLD=$(rate -s "$DIR/random.lua" "$URL")
}

start_postgres
start_loa -Dloa.admin-key="$KEY" -Dloa.sample-content=false
begun=$SECONDS
import 1 "$REFERENCE"
reference_took=$((SECONDS - begun))
reads "$REFERENCE"
REFERENCE_HOT=$HOT REFERENCE_COLD=$COLD
stop_loa
start_loa -Dloa.admin-key="$KEY" -Dloa.sample-content=false
begun=$SECONDS
import $((REFERENCE + 1)) "$DOCUMENTS"
took=$((SECONDS - begun + reference_took))
echo "$DOCUMENTS documents in $took s, $((DOCUMENTS / took)) a second (at least 50), $KILLS kills; resident memory at most $PEAK MB (at most 700)"
sql -c "select 'published ' || count(*) || ', different ' || count(distinct r.title) || ', citations ' || sum(r.cites)
        from article a join revision r on r.id = a.live_revision_id where a.state = 'published'" \
    -c "select 'old addresses ' || count(*) from old_address" \
    -c "select 'disk ' || pg_database_size('loa') / 1024 / $DOCUMENTS || ' kB a document'"
$PYTHON map "$PORT" "$KEY" "$DIR/old-addresses.map"

reads "$DOCUMENTS"
awk "BEGIN { printf \"hot reads %d/s, %.2f of those at $REFERENCE documents (at least 0.90); cold %d/s, %.2f (at least 0.80)\\n\", \
  $HOT, $HOT / $REFERENCE_HOT, $COLD, $COLD / $REFERENCE_COLD }"
$PYTHON lists "$PORT" 50
$PYTHON search "$PORT" "$DOCUMENTS"

stop_loa
start_loa -Dloa.sample-content=false
NGINX_PORT=$(free_port)
mkdir -p "$DIR/files"
sed "s#DIRECTORY#$DIR#g; s#PORT#$NGINX_PORT#; s#^http {#http {\n    map_hash_bucket_size 4096;\n    map_hash_max_size 1000000;\n    map \$host\$request_uri \$moved { include $DIR/old-addresses.map; }#; s#etag on;#server_name trang-cu.example;\n        if (\$moved) { return 301 \$moved; }#" \
  "$HERE/nginx.conf" > "$DIR/nginx.conf"
chmod -R a+rX "$DIR/files"
nginx -c "$DIR/nginx.conf"
OLD="/chi-tiet?id=77&l=vi"
wrk -t2 -c$CONNECTIONS -d10s "$URL/api/v1/legacy?url=https%3A%2F%2Ftrang-cu.example%2Fchi-tiet%3Fid%3D77%26l%3Dvi" > /dev/null
LEGACY=$(rate "$URL/api/v1/legacy?url=https%3A%2F%2Ftrang-cu.example%2Fchi-tiet%3Fid%3D77%26l%3Dvi")
NGINX=$(rate -H "Host: trang-cu.example" "http://127.0.0.1:$NGINX_PORT$OLD")
awk "BEGIN { printf \"old address, hot: %d/s, %.2f of nginx with the map (%d/s; at least 0.50)\\n\", $LEGACY, $LEGACY / $NGINX, $NGINX }"
if grep -n " ERROR " "$DIR/loa.log"; then exit 1; fi
