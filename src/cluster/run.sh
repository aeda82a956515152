#!/usr/bin/env bash
# A cluster on this machine, each part of which is killed or frozen in turn under load: PostgreSQL's primary and two standbys under
# Patroni with etcd, HAProxy, three instances of Loa, HAProxy and Varnish in front. Prints what readers and writers saw of it, and
# fails where a reader got an error that nobody should, or something was lost that was acknowledged.
#
#   mvn package -Dmaven.test.skip && src/cluster/run.sh [--rounds 5] [--only primary,instance] [--keep]
#
# One fault alone takes about three minutes: --only primary --rounds 1. The names are in faults.py. Where prometheus is installed, it
# scrapes the instances, and each panel of the dashboard in src/docs/monitoring must have data in the end.
#
# Everything is on the loopback address and in a temporary directory, which is removed (--keep leaves it), and ends with the script.
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd)
missing=()
# A program, and the package of Debian that has it.
for needed in patroni:patroni etcd:etcd-server haproxy:haproxy varnishd:varnish psql:postgresql-client java:openjdk-21-jre-headless; do
  PATH=$PATH:/usr/sbin type "${needed%%:*}" > /dev/null 2>&1 || missing+=("${needed##*:}")
done
ls /usr/lib/postgresql/*/lib/pg_stat_statements.so > /dev/null 2>&1 || missing+=(postgresql)
ls /usr/lib/*/varnish/vmods/libvmod_xkey.so > /dev/null 2>&1 || missing+=(varnish-modules)
if [ ${#missing[@]} != 0 ]; then
  echo "Not installed: ${missing[*]}. On Debian: apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 2
fi
APP=${APP:-$HERE/../../target/quarkus-app}
[ -f "$APP/quarkus-run.jar" ] || { echo "Not packaged yet: mvn package -Dmaven.test.skip" >&2; exit 2; }
PATH=$PATH:/usr/sbin exec python3 -B -u "$HERE/faults.py" --application "$APP" "$@"
