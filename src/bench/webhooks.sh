#!/usr/bin/env bash
# 20 webhooks, of which six have bad receivers, while changes come and Loa and PostgreSQL are killed: nothing may be lost, come out
# of order or change its id. Then: how long a publish takes with 20 dead receivers, and with none. Needs PostgreSQL's server and
# Python, and the packaged application:
#
#   mvn package -Dmaven.test.skip && src/bench/webhooks.sh [changes] [kills]
#
# Everything is on the loopback address and in a temporary directory, which is removed.
set -euo pipefail
CHANGES=${1:-10000}
KILLS=${2:-10}
. "$(dirname "$0")/own-postgres.sh"
KEY=key-of-the-benchmark-0123456789
SETTINGS=(-Dloa.admin-key=$KEY -Dloa.webhook.encryption-key=dGhlIGtleSBvZiB0aGUgdGVzdHMsIDMyIGJ5dGVzISE= -Dloa.webhook.allow-http=true
  -Dloa.webhook.allowed-networks=127.0.0.1 -Dloa.webhook.timeout=2S)

# So many changes, as publishes make them, but without their texts.
change() {
  sql -c "with log as (update change_log set last = last + $1, stamp = gen_random_uuid() returning last, stamp),
    sent as (select pg_notify('loa_public_change', stamp::text) from log)
    insert into change (number, kind, category_id, slug, title, at, recorded_at)
    select last - $1 + n, 'updated', gen_random_uuid(), 'muc-' || n, 'Mục', now(), now() from log, sent, generate_series(1, $1) n"
}

publish() { # how many: the median in milliseconds
  for n in $(seq "$1"); do
    id=$(curl -sf "$URL/api/v1/articles" -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
      -d '{"title": "Tin", "body": "<p>Nội dung.</p>"}' | python3 -c 'import json, sys; print(json.load(sys.stdin)["id"])')
    curl -sf -o /dev/null -w '%{time_total}\n' -X POST "$URL/api/v1/articles/$id/publish" -H "Authorization: Bearer $KEY"
  done | sort -n | awk '{ all[NR] = $1 * 1000 } END { printf "%.1f", all[int((NR + 1) / 2)] }'
}

start_postgres
start_loa "${SETTINGS[@]}"
python3 "$HERE/webhooks.py" "$URL" $KEY "$DIR/stop" > "$DIR/receivers" &
RECEIVERS=$!
until grep -q ready "$DIR/receivers"; do sleep 0.1; done
FIRST=$(($(sql -c "select last from change_log") + 1))
BEGUN=$(date +%s)
for round in $(seq "$((KILLS > 0 ? KILLS : 1))"); do
  for _ in $(seq 10); do change $((CHANGES / 10 / (KILLS > 0 ? KILLS : 1))); sleep 0.2; done
  if [ "$KILLS" -gt 0 ] && [ $((round % 2)) = 0 ]; then
    as_postgres "$PG/pg_ctl" -D "$DIR/postgres" -m immediate -w stop > /dev/null
    as_postgres "$PG/pg_ctl" -D "$DIR/postgres" -w -l "$DIR/postgres/log" start > /dev/null
  elif [ "$KILLS" -gt 0 ]; then
    stop_loa
    start_loa "${SETTINGS[@]}"
  fi
done
echo "$FIRST $(sql -c "select last from change_log")" > "$DIR/stop"
wait $RECEIVERS && RIGHT=0 || RIGHT=$?
cat "$DIR/receivers"
echo "in $(($(date +%s) - BEGUN)) s, with $KILLS kills"
[ $RIGHT = 0 ]

sql -c "delete from webhook"
publish 50 > /dev/null
NONE=$(publish 200)
for n in $(seq 20); do
  curl -sf -o /dev/null "$URL/api/v1/webhooks" -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \
    -d "{\"name\": \"dead $n\", \"url\": \"http://127.0.0.1:1/\"}"
done
DEAD=$(publish 200)
sql -c "delete from webhook"
NONE_AGAIN=$(publish 200)
echo "a publish takes $NONE ms without webhooks, $DEAD ms with 20 whose receivers are dead, $NONE_AGAIN ms without again (medians of 200)"
