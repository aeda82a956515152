#!/usr/bin/env bash
# 20 webhooks, of which six have bad receivers, while changes come and Loa and PostgreSQL are killed in turns: nothing may be lost,
# come out of order or change its id. Then: how long a publish takes beside 20 dead receivers, and without. Needs PostgreSQL's
# server and Python, and the packaged application:
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
ROUNDS=$((KILLS > 0 ? KILLS : 1))

# So many changes, as publishes make them, but without their texts.
change() {
  sql > /dev/null -c "with log as (update change_log set last = last + $1, stamp = gen_random_uuid() returning last, stamp),
    sent as (select pg_notify('loa_public_change', stamp::text) from log)
    insert into change (number, kind, category_id, slug, title, at, recorded_at)
    select last - $1 + n, 'updated', gen_random_uuid(), 'muc-' || n, 'Mục', now(), now() from log, generate_series(1, $1) n"
}

# How many changes the good receivers have, all together.
delivered() { sql -c "select coalesce(sum(s.reached), 0) from webhook_state s join webhook w on w.id = s.webhook_id where w.name like 'good%'"; }

start_postgres
start_loa "${SETTINGS[@]}"
python3 "$HERE/webhooks.py" receive "$URL" $KEY "$DIR/stop" 1000 > "$DIR/receivers" 2>&1 &
RECEIVERS=$!
until grep -q ready "$DIR/receivers"; do kill -0 $RECEIVERS; sleep 0.1; done
FIRST=$(($(sql -c "select last from change_log") + 1))
LAST=$((FIRST + CHANGES - 1))
BEGUN=$(date +%s)
DELIVERED=$(delivered)
for round in $(seq $ROUNDS); do
  # Between two kills, so that both fall into deliveries.
  for part in $(seq 10); do
    END=$((FIRST - 1 + CHANGES * ((round - 1) * 10 + part) / (ROUNDS * 10)))
    NOW=$(sql -c "select last from change_log")
    [ $END -le "$NOW" ] || change $((END - NOW))
    sleep 0.2
  done
  [ "$KILLS" -gt 0 ] || continue
  # Nobody delivers before the lease of the instance that was killed has ended.
  until NOW=$(delivered) && [ "$NOW" -ge $((DELIVERED + 100)) ] || [ "$NOW" -ge $((END * 14)) ]; do sleep 0.1; done
  if [ $((round % 2)) = 0 ]; then
    kill_postgres
    run_postgres
  else
    stop_loa
    start_loa "${SETTINGS[@]}"
  fi
  DELIVERED=$(delivered)
  [ $((round % 10)) != 0 ] || echo "$round kills after $(($(date +%s) - BEGUN)) s, the good receivers have $((DELIVERED / 14)) changes of $((LAST))"
done
echo "$FIRST $LAST" > "$DIR/stop"
wait $RECEIVERS && RIGHT=0 || RIGHT=$?
tail -n +2 "$DIR/receivers"
echo "in $(($(date +%s) - BEGUN)) s, with $KILLS kills"
[ $RIGHT = 0 ] || { tail -20 "$DIR/loa.log"; exit 1; }

sql -c "delete from webhook"
python3 "$HERE/webhooks.py" publish "$URL" $KEY 10
