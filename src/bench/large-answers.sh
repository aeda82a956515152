#!/usr/bin/env bash
# Whether Loa lives, and others are served, while the largest answers that it gives are made: 22 directives of a megabyte of
# text each, 12 requests at once for as many of them as one answer may have, with -Xmx512m; from one address, then from 12.
# Needs python3 and PostgreSQL (Debian's packages), and the packaged application:
#
#   mvn package -Dmaven.test.skip && src/bench/large-answers.sh
#
# Takes about two minutes. Everything is on loopback addresses and in a temporary directory, which is removed.
set -euo pipefail

. "$(dirname "$0")/own-postgres.sh"

start_postgres
JAVA_OPTIONS="$(grep -v '^#\|^$\|Xmx' "$HERE/../main/docker/jvm.options") -Xmx512m" start_loa
sql -v articles=50 -f "$HERE/articles.sql"
sql -v codes=22 -f "$HERE/codes.sql"
sql -c "vacuum analyze"

python3 "$HERE/large-answers.py" "$PORT" "$LOA" || { tail -20 "$DIR/loa.log"; exit 1; }
if grep -n ERROR "$DIR/loa.log"; then exit 1; fi
