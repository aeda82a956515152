#!/usr/bin/env bash
# Tries every public operation in Swagger UI, in Chromium, against the packaged Loa with its sample content. Needs
# target/quarkus-app (mvn package), npm and Chromium; it says what is missing of the latter two, and ends well.
set -uo pipefail
cd "$(dirname "$0")/../../.."
readonly sources=src/test/browser work=target/browser
. src/test/packaged-loa.sh

BROWSER=$(type -P chromium || type -P chromium-browser || type -P google-chrome) || { say "skipped: no chromium"; exit 0; }
npm=$(type -P npm) || { say "skipped: no npm"; exit 0; }

rm -rf "$work"
mkdir -p "$work"
cp "$sources"/*.mjs "$sources"/package*.json "$work"
start_loa
"$npm" --prefix "$work" ci --no-audit --no-fund --ignore-scripts > "$work/npm.log" 2>&1 \
  || { cat "$work/npm.log"; say "FAILED  npm did not install what drives the browser"; exit 1; }
await_loa || { say "Loa did not start"; exit 1; }
# The browser's profile goes with the other data.
export BROWSER LOA_URL TMPDIR=$data XDG_CONFIG_HOME=$data XDG_CACHE_HOME=$data
timeout 600 node "$work/try-it-out.mjs"
