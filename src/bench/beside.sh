#!/usr/bin/env bash
# What reads take beside an earlier version: both at the same time on one PostgreSQL, with the cache off, in turns; and what inForceOn
# takes. Prints the medians of requests a second and of microseconds of processor time, of Loa and of PostgreSQL, for a request. Needs
# wrk and PostgreSQL (Debian's packages), and a checkout of the earlier version; both are packaged:
#
#   git worktree add ../earlier d1e46993 && (cd ../earlier && mvn package -Dmaven.test.skip)
#   mvn package -Dmaven.test.skip && src/bench/beside.sh ../earlier [articles [kind...]]
#
# The kinds are article, sections, list, register and search; without any, all of them, which takes about forty minutes. WARM, ROUNDS and
# SECONDS_EACH make it shorter. Everything is on the loopback address and in a temporary directory, which is removed.
set -euo pipefail

EARLIER=$(cd "$1" && pwd)
ARTICLES=${2:-10000}
KINDS=("${@:3}")
[ ${#KINDS[@]} != 0 ] || KINDS=(article sections list register search)
WARM=${WARM:-30}
ROUNDS=${ROUNDS:-5}
SECONDS_EACH=${SECONDS_EACH:-6}
. "$(dirname "$0")/own-postgres.sh"
declare -A CHECKOUT=([before]=$EARLIER [now]=$HERE/../..) URLS PIDS
trap 'kill -9 "${PIDS[@]}" 2> /dev/null || true; clean_up' EXIT

psql_in() { psql -qAt -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$PG_PORT" -U loa -d "$@"; }

start_postgres
for version in before now; do
  psql_in loa -c "create database $version"
  JDBC_URL=jdbc:postgresql://127.0.0.1:$PG_PORT/$version APP=${CHECKOUT[$version]}/target/quarkus-app PORT=
  start_loa
  stop_loa
  # Their statuses are those of articles.sql: no text says them.
  psql_in $version -c "update effect_reading set version = 1000" 2> /dev/null || true
  psql_in $version -v articles="$ARTICLES" -f "${CHECKOUT[$version]}/src/bench/articles.sql" > /dev/null
  psql_in $version -c "update search_index set grammar = 0" -c "vacuum analyze" -c "checkpoint"
  start_loa -Dloa.cache.enabled=false
  # The index of searches is made before anything is measured, not meanwhile.
  until [ "$(psql_in $version -c "select grammar from search_index")" != 0 ]; do sleep 1; done
  URLS[$version]=$URL PIDS[$version]=$LOA LOA=0
done

# Nothing for a connection that has ended.
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat" 2> /dev/null || echo 0; }
ticks_in() { # database
  local sum=0 pid
  for pid in $(psql_in loa -c "select pid from pg_stat_activity where datname = '$1' and backend_type = 'client backend'"); do
    sum=$((sum + $(ticks "$pid")))
  done
  echo $sum
}

# An address, or what stands behind the address of another article with each request; or nothing.
read_from() { # version, connections, seconds, what
  local how=(-s "$HERE/random.lua" "${URLS[$1]}" -- "$ARTICLES" "$4")
  [ "${4:0:1}" != / ] || how=("${URLS[$1]}/api/v1$4")
  wrk -t2 -c"$2" -d"${3}s" "${how[@]}"
}
warm_up() { read_from "$1" 2 "$WARM" "$2" > /dev/null; read_from "$1" 32 $((WARM / 3 + 1)) "$2" > /dev/null; }

measure() { # version, what
  local loa postgres
  loa=$(ticks "${PIDS[$1]}") postgres=$(ticks_in "$1")
  read_from "$1" 32 "$SECONDS_EACH" "$2" > "$DIR/wrk"
  awk -v loa=$(($(ticks "${PIDS[$1]}") - loa)) -v postgres=$(($(ticks_in "$1") - postgres)) -v hz="$(getconf CLK_TCK)" '
    / requests in / { n = $1 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = " (" $NF " not 2xx)" }
    END { printf "%.0f %.0f %.0f%s\n", rate, loa * 1e6 / hz / n, postgres * 1e6 / hz / n, bad }' "$DIR/wrk"
}
median() { sort -n "$1" | sed -n "$(((ROUNDS + 1) / 2))p"; }

declare -A WHAT=([article]="" [sections]="?include=sections" [list]=/articles [register]=/directives [search]="/search?q=chi+thi")
printf '%-44s %-20s %s\n' "a second, Loa µs, PostgreSQL µs" before now
for kind in "${KINDS[@]}"; do
  what=${WHAT[$kind]}
  for version in before now; do : > "$DIR/$version"; warm_up $version "$what"; done
  for ((round = 0; round < ROUNDS; round++)); do
    for version in before now; do measure $version "$what" >> "$DIR/$version"; done
  done
  printf '%-44s %-20s %s\n' "$kind" "$(median "$DIR/before")" "$(median "$DIR/now")"
done
for kind in "${KINDS[@]}"; do
  what=${WHAT[$kind]}
  [[ $what == *\?* ]] && what+="&" || what+="?"
  warm_up now "${what}inForceOn=2020-06-30"
  for day in 2026-11-30 2024-06-30 2020-06-30 2018-01-01 2016-01-01 1990-01-01 2050-01-01; do
    : > "$DIR/now"
    for ((round = 0; round < ROUNDS; round++)); do measure now "${what}inForceOn=$day" >> "$DIR/now"; done
    printf '%-44s %-20s %s\n' "$kind, inForceOn=$day" "" "$(median "$DIR/now")"
  done
done
