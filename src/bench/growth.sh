#!/usr/bin/env bash
# How long each public GET takes with 10,000, 100,000 and 300,000 articles: one connection, Loa's cache off, PostgreSQL's warm.
# Needs python3 and PostgreSQL (Debian's packages), and the packaged application:
#
#   mvn package -Dmaven.test.skip && src/bench/growth.sh [articles...]
#
# Prints a table in Markdown. Takes about forty minutes, nearly all of them to make the articles. Everything is on the loopback
# address and in a temporary directory, which is removed.
set -euo pipefail

. "$(dirname "$0")/own-postgres.sh"
SIZES=${*:-10000 100000 300000}

for articles in $SIZES; do
  start_postgres
  load_articles "$articles" >&2
  start_loa -Dloa.cache.enabled=false
  python3 "$HERE/growth.py" "$PORT" "$articles" > "$DIR/growth.$articles"
  stop_postgres
done
python3 "$HERE/growth-table.py" $(for articles in $SIZES; do echo "$DIR/growth.$articles"; done)
