# For scripts that drive the packaged Loa (mvn package) with its sample content; they source this in the root of the repository.
# Loa runs on a data directory and a port of its own. It logs to $work/loa.log, and ends with the script.
# $data is a folder for what is not kept; a script adds what else it starts to `processes`.

# These processes live for seconds: quick to start matters more than fast.
readonly quick=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC)
processes=()

say() { printf '%s\n' "$*"; }

[ -f target/quarkus-app/quarkus-run.jar ] || { say "Package Loa first: mvn package"; exit 1; }
data=$(mktemp -d)

stop() {
  local process
  for process in ${processes[@]+"${processes[@]}"}; do
    kill "$process" 2> /dev/null && wait "$process"
  done
  rm -rf "$data"
}
trap stop EXIT

# What the tests of `mvn verify` have left saves seconds: PostgreSQL's programs, unpacked, and an archive of classes.
start_loa() {
  local archive=()
  [ -f target/loa.jsa ] && archive=(-XX:SharedArchiveFile="$PWD/target/loa.jsa" -Xlog:disable)
  mkdir -p "$data/loa/bin"
  cp -r target/test-postgres/PG-* "$data/loa/bin" 2> /dev/null || true
  (cd target/quarkus-app && exec java "${quick[@]}" ${archive[@]+"${archive[@]}"} -Dquarkus.http.host=localhost -Dquarkus.http.port=0 \
    -Dquarkus.shutdown.delay=0S -Dloa.data="$data/loa" -jar quarkus-run.jar) > "$work/loa.log" 2>&1 &
  processes+=($!)
}

# Sets LOA_URL to the address that Loa says that it listens on.
await_loa() {
  local attempt
  for attempt in $(seq 240); do
    LOA_URL=$(sed -n 's|.*Listening on: \(http://localhost:[0-9]*\).*|\1|p' "$work/loa.log")
    [ -n "$LOA_URL" ] && return
    kill -0 "${processes[0]}" || break
    sleep 0.25
  done
  cat "$work/loa.log"
  return 1
}
