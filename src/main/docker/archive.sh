#!/usr/bin/env bash
# Lets the packaged application start in half the time: keeps its classes as this Java has them in memory, in a file
# beside it that is named in jvm.options there. Takes half a minute, and is of use to the Java that did it, from that
# directory:
#
#   mvn package -Dmaven.test.skip -Dquarkus.package.jar.type=aot-jar && src/main/docker/archive.sh target/quarkus-app
#   cd target/quarkus-app && LOA_DATA=../../data java @jvm.options -jar quarkus-run.jar
#
# A second argument names an empty database to run on (jdbc:postgresql://HOST/DATABASE?user=…&password=…), which is of no
# use afterwards. Without it Loa's embedded one is used and deleted.
#
set -euo pipefail

OPTIONS=$(cd "$(dirname "$0")" && pwd)/jvm.options
DATABASE=${2:+-Dquarkus.datasource.jdbc.url=$2}
cd "$1"
DATA=$(mktemp -d)
touch "$DATA/log"
LOA=
trap '[ -z "$LOA" ] || kill $LOA 2> /dev/null || true; rm -rf "$DATA"' EXIT

# Java 25 keeps what it learnt of the methods, too.
if java -XX:+PrintFlagsFinal -version 2> /dev/null | grep -q AOTCacheOutput; then
  MAKE=-XX:AOTCacheOutput=loa.aot USE=-XX:AOTCache=loa.aot
else
  MAKE=-XX:ArchiveClassesAtExit=loa.jsa USE=-XX:SharedArchiveFile=loa.jsa
fi

# Once, on that database whatever the environment says, and asked what readers ask first.
env -i PATH="$PATH" LANG=C.UTF-8 java @"$OPTIONS" $MAKE -Dloa.data="$DATA/data" -Dquarkus.http.host=127.0.0.1 \
  -Dquarkus.http.port=0 -Dquarkus.shutdown.delay=0S -Dloa.sample-content=true ${DATABASE:+"$DATABASE"} \
  -jar quarkus-run.jar > "$DATA/log" 2>&1 &
LOA=$!
until PORT=$(sed -n 's#.*Listening on: http://[^:]*:##p' "$DATA/log") && [ -n "$PORT" ]; do
  kill -0 $LOA 2> /dev/null || { cat "$DATA/log"; exit 1; }
  sleep 0.2
done
for path in /articles '/articles?include=sections' '/search?q=giao+thong' /visitors /openapi; do
  exec 3<> "/dev/tcp/127.0.0.1/$PORT"
  printf 'GET /api/v1%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$path" >&3
  read -r -t 20 _ status _ <&3
  [ "$status" = 200 ] || { echo "$path answers $status"; exit 1; }
  exec 3>&-
done
kill $LOA
wait $LOA || true
{ cat "$OPTIONS"; echo "$USE"; } > "$DATA/options"
mv "$DATA/options" jvm.options
ls -l "${USE##*=}"
