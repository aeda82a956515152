#!/usr/bin/env bash
# How soon a reader sees an article on a slow network: the largest paint of an article in the reader, in Chromium with an empty
# cache, at 150 ms a round trip and 1.6 Mbit/s, the median of five. Fails above 1.5 s.
#
#   mvn package -Dmaven.test.skip && src/bench/largest-paint.sh
#
# Needs Chromium and npm.
set -euo pipefail
cd "$(dirname "$0")/../.."
. src/test/browser/chromium.sh src/bench/largest-paint.mjs
cd "$work" && timeout 200 node largest-paint.mjs
