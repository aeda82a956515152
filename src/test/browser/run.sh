#!/usr/bin/env bash
# Looks at the packaged Loa with its sample content in Chromium. Needs target/quarkus-app (mvn package), npm and Chromium, and
# nginx for what a proxy does; it says what is missing of these, and ends well.
#
#   src/test/browser/run.sh            the reader: counting, counters in many tabs behind nginx, pages, keyboard, axe
#   src/test/browser/run.sh swagger    every public operation in Swagger UI, which takes minutes
#   src/test/browser/run.sh pictures   makes the pictures in src/docs/pictures anew
set -uo pipefail
cd "$(dirname "$0")/../../.."
case ${1:-reader} in
  reader) program=(--test-reporter=spec reader.mjs) ;;
  swagger) program=(try-it-out.mjs) ;;
  pictures) program=(pictures.mjs) ;;
  *) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
set --
. src/test/browser/chromium.sh
cd "$work" && timeout 600 node "${program[@]}"
