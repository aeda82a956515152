#!/usr/bin/env bash
# Varnish in front of Loa with src/docs/edge/xkey.vcl: how fast it is read, beside the same Varnish in front of nginx with the same
# bytes as a file; and how long a change is not visible behind it, while it is read. Needs varnish, varnish-modules, nginx, wrk,
# Python and PostgreSQL's server (Debian's packages), and the packaged application:
#
#   mvn package -Dmaven.test.skip && src/bench/edge.sh [changes]
#
# VCL=bans.vcl takes the other file. Everything is on the loopback address and in a temporary directory, which is removed.
set -euo pipefail
CHANGES=${1:-500}
VCL=${VCL:-xkey.vcl}
SECONDS_EACH=${SECONDS_EACH:-6}
. "$(dirname "$0")/own-postgres.sh"
KEY=key-of-the-benchmark-0123456789
VARNISHES=()
stop_varnish() { for pid in "${VARNISHES[@]}"; do kill "$pid" 2> /dev/null && wait "$pid" 2> /dev/null || true; done; }
trap 'stop_varnish; clean_up' EXIT

varnish() { # name, port, configuration, further options
  mkdir "$DIR/$1"
  chmod 755 "$DIR/$1"
  varnishd -F -n "$DIR/$1" -a "127.0.0.1:$2" -f "$3" -s malloc,64m "${@:4}" > "$DIR/$1.log" 2>&1 &
  VARNISHES+=($!)
  until (exec 3<> "/dev/tcp/127.0.0.1/$2") 2> /dev/null; do
    kill -0 ${VARNISHES[-1]} || { cat "$DIR/$1.log"; exit 1; }
    sleep 0.1
  done
}

rate() { wrk -t1 -c32 -d"${1}s" "$2" | awk '/Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF } END { if (bad) exit 1; printf "%.0f\n", rate }'; }

FRONT_PORT=$(free_port) PURGE_PORT=$(free_port) STATIC_PORT=$(free_port) NGINX_PORT=$(free_port)
FRONT=http://127.0.0.1:$FRONT_PORT
start_postgres
start_loa -Dloa.admin-key=$KEY -Dloa.edge.varnish="http://127.0.0.1:$PURGE_PORT/"
sed "s/\"8080\"/\"$PORT\"/" "$HERE/../docs/edge/$VCL" > "$DIR/front.vcl"
varnish varnish-front "$FRONT_PORT" "$DIR/front.vcl" -a "purge=127.0.0.1:$PURGE_PORT"

BODY=$(python3 -c 'print("<p>" + "Nội dung của bài viết. " * 300 + "</p>")')
ID=$(curl -sf "$URL/api/v1/articles" -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
  -d "{\"title\": \"Tin\", \"body\": \"$BODY\"}" | python3 -c 'import json, sys; print(json.load(sys.stdin)["id"])')
curl -sf -o /dev/null -X POST "$URL/api/v1/articles/$ID/publish" -H "Authorization: Bearer $KEY"
mkdir "$DIR/files"
curl -sf "$URL/api/v1/articles/$ID" > "$DIR/files/article.json"
chmod -R a+rX "$DIR/files"
sed "s#DIRECTORY#$DIR#g; s#PORT#$NGINX_PORT#" "$HERE/nginx.conf" > "$DIR/nginx.conf"
nginx -c "$DIR/nginx.conf"
echo "vcl 4.1; backend file { .host = \"127.0.0.1\"; .port = \"$NGINX_PORT\"; }" > "$DIR/file.vcl"
varnish varnish-file "$STATIC_PORT" "$DIR/file.vcl" -p default_ttl=3600
ARTICLE=$FRONT/api/v1/articles/$ID FILE=http://127.0.0.1:$STATIC_PORT/article.json

sleep 2
rate 2 "$ARTICLE" > /dev/null
rate 2 "$FILE" > /dev/null
for _ in 1 2 3 4 5; do
  rate "$SECONDS_EACH" "$ARTICLE" >> "$DIR/article"
  rate "$SECONDS_EACH" "$FILE" >> "$DIR/file"
done
A=$(sort -n "$DIR/article" | sed -n 3p) F=$(sort -n "$DIR/file" | sed -n 3p)
echo "$VCL: an article of $(stat -c %s "$DIR/files/article.json") bytes is read $A times a second behind Varnish, the same bytes as a file $F times: $(awk "BEGIN { printf \"%.2f\", $A / $F }") (medians of five)"

wrk -t1 -c2 -d600s "$ARTICLE" > /dev/null &
READERS=$!
python3 "$HERE/edge.py" "$URL" "$FRONT" $KEY "$CHANGES" && RIGHT=0 || RIGHT=$?
kill $READERS && wait $READERS 2> /dev/null || true
curl -s "$URL/q/metrics" | grep '^loa_edge' | grep -v _bucket
exit $RIGHT
