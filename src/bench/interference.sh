#!/usr/bin/env bash
# What a reader notices, and how much memory Loa takes, while others do their worst: on a small heap, with Loa's own
# database in a temporary directory. Needs python3, curl and the packaged application:
#
#   mvn package -Dmaven.test.skip && src/bench/interference.sh
#
# Takes about three minutes. SECONDS_EACH is how long each attack lasts, APP where the packaged application is.
set -euo pipefail

SECONDS_EACH=${SECONDS_EACH:-20}
HERE=$(cd "$(dirname "$0")" && pwd)
APP=${APP:-$HERE/../../target/quarkus-app}
KEY=key-of-the-interference-0123456789
DIR=$(mktemp -d)
LOA=0

clean_up() { stop_loa; rm -rf "$DIR"; }
trap clean_up EXIT

attack() { python3 "$HERE/interference.py" "$@"; }

start_loa() { # heap
  java @"$HERE/../main/docker/jvm.options" -Xmx"$1" -Dquarkus.http.port="$PORT" -Dloa.data="$DIR/data" \
    -Dloa.admin-key="$KEY" -jar "$APP/quarkus-run.jar" > "$DIR/loa.log" 2>&1 &
  LOA=$!
  until curl -sf "$URL/q/health/ready" > /dev/null; do
    kill -0 $LOA || { cat "$DIR/loa.log"; exit 1; }
    sleep 0.2
  done
}

# The database goes with it.
stop_loa() { if [ "$LOA" != 0 ]; then kill $LOA 2> /dev/null || true; wait $LOA 2> /dev/null || true; LOA=0; fi; }

memory() { awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' /proc/$LOA/status; }

publish() { # an ordinary article; its id
  local id
  id=$(curl -sf -H "Authorization: Bearer $KEY" -H 'Content-Type: text/plain' --data-binary @"$HERE/../test/resources/pages/canonical.txt" \
    "$URL/api/v1/imports?publish=true" | python3 -c 'import json, sys; print(json.load(sys.stdin)["article"]["id"])')
  echo "$id"
}

# An attack, with a reader beside it; then what became of the process
during() { # title, the attack's command and arguments
  echo "== $1"
  shift
  attack "$@" > "$DIR/attack" &
  local attacker=$!
  attack read "$PORT" "$SECONDS_EACH" "/api/v1/articles/$ARTICLE"
  wait $attacker
  cat "$DIR/attack"
  kill -0 $LOA 2> /dev/null || { echo "Loa is gone:"; tail -5 "$DIR/loa.log"; exit 1; }
  echo "Loa lives; RSS $(memory) MB"
}

held() { # addresses, path, type, length, key
  hold=(hold "$PORT" 500 "$1" "$SECONDS_EACH" "$2" "$3" "$4" ${5:+"$5"})
  during "500 connections from $1 address(es) hold back the last byte of a body of $4 bytes for $2${5:+, with a key}" "${hold[@]}"
}

PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
URL=http://127.0.0.1:$PORT
JSON=application/json

ulimit -n 4096
start_loa 512m
ARTICLE=$(publish)
attack read "$PORT" 5 "/api/v1/articles/$ARTICLE" > /dev/null
echo "== nothing"
attack read "$PORT" 5 "/api/v1/articles/$ARTICLE"
echo "RSS $(memory) MB"
for addresses in one many; do
  held $addresses /api/v1/hits $JSON 4194304
  held $addresses /api/v1/hits $JSON 4096
  held $addresses /api/v1/articles $JSON 4194304 "$KEY"
  held $addresses "/api/v1/media?fileName=a.pdf" application/pdf 4194304 "$KEY"
done
stop_loa

start_loa 256m
during "12 uploads of 15.7 MB at once, with a heap of 256 MB" upload "$PORT" 12 "$KEY"
