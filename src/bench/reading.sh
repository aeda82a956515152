#!/usr/bin/env bash
# How fast published articles are read, beside nginx serving the same bytes as a file and pgbench reading plain tables
# (reference.sql): the article's row and its sections' rows by key, and twenty summaries by index; in one run. Needs wrk, nginx
# and PostgreSQL (Debian's packages), and the packaged application:
#
#   mvn package -Dmaven.test.skip -Dquarkus.package.jar.type=aot-jar && src/bench/reading.sh [articles]
#
# Takes about twenty minutes. Everything is on the loopback address and in a temporary
# directory, which is removed. JAVA_OPTIONS replaces those of src/main/docker, with which Loa starts from its archive.
set -euo pipefail

ARTICLES=${1:-10000}
CONNECTIONS=32
SECONDS_EACH=${SECONDS_EACH:-8}
. "$(dirname "$0")/own-postgres.sh"

# requests a second, p50 and p99 in ms, of one URL
measure() {
  wrk -t2 -c$CONNECTIONS -d"${SECONDS_EACH}s" --latency "$@" | awk '
    function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
    $1 == "50%" { p50 = ms($2) } $1 == "99%" { p99 = ms($2) } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
    END { printf "%.0f %.1f %.1f %s\n", rate, p50, p99, bad }'
}

# Two commands three times in turns, because a machine is not always as fast; of each the middle one into A and B.
in_turns() {
  : > "$DIR/a"
  : > "$DIR/b"
  for _ in 1 2 3; do
    $1 >> "$DIR/a"
    $2 >> "$DIR/b"
  done
  A=$(sort -n "$DIR/a" | sed -n 2p)
  B=$(sort -n "$DIR/b" | sed -n 2p)
}

# With few callers first: under full load the compiler hardly gets a turn, and it takes minutes.
warm_up() { wrk -t1 -c2 -d45s "$@" > /dev/null; wrk -t2 -c$CONNECTIONS -d10s "$@" > /dev/null; }

row() { # what, its numbers, the reference and its rate
  read -r rate p50 p99 bad <<< "$2"
  printf '%-34s %9s %8s %8s %6s   %s\n' "$1" "$rate" "$p50" "$p99" \
    "$([ -n "${4:-}" ] && awk "BEGIN { printf \"%.2f\", $rate / $4 }")" "${3:-}${bad:+ ($bad not 2xx)}"
}

mkdir "$DIR/files"
start_postgres
APP=$DIR/app JAVA_OPTIONS=${JAVA_OPTIONS:-@jvm.options}
cp -r "$HERE/../../target/quarkus-app" "$APP"
"$HERE/../main/docker/archive.sh" "$APP" > /dev/null
load_articles "$ARTICLES"
sql -f "$HERE/reference.sql" > /dev/null
sql -c "vacuum analyze" -c "checkpoint"
NGINX_PORT=$(free_port)

# A directive that nobody cites, one that eleven articles cite in all their sections, the same in one year only, a number
# that many have, and what nearly all are.
SEARCHES="chi%20thi%20$((ARTICLES - 1))-ct/tu chi%20thi%20777-ct/tu&year=2017 chi%20thi%20777-ct/tu chi%20thi%2022 chi%20thi"
ARTICLE="$URL/api/v1/articles/bai-77?include=sections"
LIST="$URL/api/v1/articles"
for _ in 1 2 3; do
  stop_loa
  start_loa
  starts+=($STARTED)
done
curl -s "$ARTICLE" > "$DIR/files/article.json"
curl -s "$LIST" > "$DIR/files/list.json"
ETAG=$(curl -sI "$ARTICLE" | tr -d '\r' | awk 'tolower($1) == "etag:" { print $2 }')
sed "s#DIRECTORY#$DIR#g; s#PORT#$NGINX_PORT#" "$HERE/nginx.conf" > "$DIR/nginx.conf"
chmod -R a+rX "$DIR/files"
nginx -c "$DIR/nginx.conf"
FILE=http://127.0.0.1:$NGINX_PORT

echo "$ARTICLES articles; the article has $(stat -c %s "$DIR/files/article.json") bytes, the list $(stat -c %s "$DIR/files/list.json")"
echo "first answer after ${starts[*]} ms on this database, on $(java -version 2>&1 | head -1)"
printf '\n%-34s %9s %8s %8s %6s   %s\n' "$CONNECTIONS connections" "req/s" "p50 ms" "p99 ms" ratio reference
nginx_article() { measure "$FILE/article.json"; }
nginx_list() { measure "$FILE/list.json"; }
article() { measure "$ARTICLE"; }
list() { measure "$LIST"; }
warm_up "$ARTICLE"
in_turns nginx_article article
row "nginx, the article as a file" "$A"
row "hot article with sections" "$B" "nginx" "${A%% *}"
warm_up "$LIST"
in_turns nginx_list list
row "nginx, the list as a file" "$A"
row "hot list of 20" "$B" "nginx" "${A%% *}"
warm_up -H "If-None-Match: $ETAG" "$ARTICLE"
row "304 to If-None-Match" "$(measure -H "If-None-Match: $ETAG" "$ARTICLE")"
for q in $SEARCHES; do
  row "search $q, repeated" "$(measure "$URL/api/v1/search?q=$q")"
done
echo "resident memory $(memory) MB"

stop_loa
start_loa -Dloa.cache.enabled=false
cat > "$DIR/article.sql" <<SQL
\set n random(1, $ARTICLES)
$(cat "$HERE/reference-article.sql")
SQL
pgbench_of() { # file
  pgbench -n -M prepared -h 127.0.0.1 -p "$PG_PORT" -U loa -c $CONNECTIONS -j 2 -T "$SECONDS_EACH" -f "$1" loa |
    awk '/^latency average/ { p50 = $4 } /^tps/ { printf "%.0f %.1f -\n", $3, p50 }'
}
pgbench_article() { pgbench_of "$DIR/article.sql"; }
pgbench_list() { pgbench_of "$HERE/reference-list.sql"; }
random() { measure -s "$HERE/random.lua" "$URL" -- "$ARTICLES"; }
# Twice: the optimising compiler waits for 50,000 of each (jvm.options).
for _ in 1 2; do warm_up -s "$HERE/random.lua" "$URL" -- "$ARTICLES"; done
in_turns pgbench_article random
row "pgbench, reference-article.sql" "$A"
row "random article, cache off" "$B" "pgbench" "${A%% *}"
for _ in 1 2; do warm_up "$LIST"; done
in_turns pgbench_list list
row "pgbench, reference-list.sql" "$A"
row "list of 20, cache off" "$B" "pgbench" "${A%% *}"
# Once more than each of them, for the same reason.
warm_up "$URL/api/v1/search?q=${SEARCHES%% *}"
for q in $SEARCHES; do
  warm_up "$URL/api/v1/search?q=$q"
  row "search $q, cache off" "$(measure "$URL/api/v1/search?q=$q")"
done
echo "resident memory $(memory) MB"
