#!/usr/bin/env bash
# How fast the search index is written, and how large it is: megabytes of text for each second of a core, as articles are
# published one after the other, and as the index is made anew; beside PostgreSQL's own full-text index of the same texts, in
# one run. Needs PostgreSQL (Debian's packages), and the compiled benchmarks:
#
#   mvn -Pbench test-compile && src/bench/indexing.sh [articles]
#
# Takes about five minutes. Everything is on the loopback address and in a temporary directory, which is removed.
set -euo pipefail

ARTICLES=${1:-10000}
. "$(dirname "$0")/own-postgres.sh"
MIGRATIONS=$HERE/../main/resources/db/migration

start_postgres
for file in $(ls "$MIGRATIONS"/V*.sql | sort -V) "$MIGRATIONS"/R__*.sql; do
  sql -f "$file" > /dev/null
done
sql -v articles="$ARTICLES" -f "$HERE/articles.sql" > /dev/null
sql -c "vacuum analyze" -c "checkpoint"

export DATABASE="$JDBC_URL?user=loa" TICKS=$(getconf CLK_TCK)
cd "$HERE/../.."
mvn -q -Pbench exec:exec -Dbenchmark=vn.loa.search.index.Indexing
