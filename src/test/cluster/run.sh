#!/usr/bin/env bash
# Holds src/cluster/compose.yaml against the schema of the Compose Specification, which a package of npm carries.
set -euo pipefail
cd "$(dirname "$0")/../../.."
type npm > /dev/null 2>&1 || { echo "skipped: the schema of compose files needs npm"; exit 0; }
mkdir -p target/cluster-files
cp src/test/cluster/package.json src/test/cluster/package-lock.json src/test/cluster/compose.mjs target/cluster-files
npm --prefix target/cluster-files ci --silent --no-audit --no-fund --ignore-scripts
node target/cluster-files/compose.mjs src/cluster/compose.yaml
