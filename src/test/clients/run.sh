#!/usr/bin/env bash
# Makes clients from openapi.yaml, compiles them, and drives four of them through twelve tasks against the packaged Loa with
# its sample content; the official client for agents calls its tools, too. Needs target/quarkus-app (mvn package), a JDK and
# Maven; npm for the two in TypeScript. Everything is made in target/clients. What a client needs is named in
# typescript/package.json, pom.xml and generators/.
set -uo pipefail
cd "$(dirname "$0")/../../.."
readonly sources=src/test/clients work=target/clients
readonly tasks=12
export LOA_ADMIN_KEY=a-key-of-the-clients-test LOA_MCP_ENABLED=true

failures=() skipped=() clients=()
began=$SECONDS
. src/test/packaged-loa.sh

# step NAME COMMAND...: runs the command; what it prints is shown if it fails.
step() {
  local name=$1 started=$SECONDS
  shift
  if "$@" > "$work/$name.log" 2>&1; then
    say "done    $name ($((SECONDS - started)) s)"
    touch "$work/$name.made"
  else
    say "FAILED  $name"
    tail -n 40 "$work/$name.log"
    return 1
  fi
}

start_later_loa() {
  java "${quick[@]}" "$sources/UnknownValues.java" "$LOA_URL" "$data/later" &
  processes+=($!)
  until [ -s "$data/later" ]; do
    kill -0 "${processes[1]}" || return 1
    sleep 0.1
  done
  LOA_LATER_URL=$(cat "$data/later")
}

# An error that the generator tells and ends well with is one, too.
generate() {
  java "${quick[@]}" -cp "$work/libraries/generator.jar" "$sources/Generators.java" "$sources"/generators/*.yaml \
    && ! grep ' ERROR ' "$work/openapi-generator.log"
}

make_openapi_fetch() (
  cd "$work/typescript" && node generate.mjs && node guide.mjs && npx tsc -p .
)

make_typescript_fetch() (
  cd "$work/typescript" && npx tsc -p tsconfig.typescript-fetch.json
)

libraries() { printf '%s:' "$work/libraries/$1"/*.jar; }

make_java() {
  mkdir -p "$work/java/classes"
  find "$work/java/generated/src/main/java" -name '*.java' > "$work/java/sources"
  javac -proc:none -nowarn -encoding UTF-8 "${quick[@]/#/-J}" -cp "$(libraries clients)" -d "$work/java/classes" \
    "@$work/java/sources" "$sources/java/JavaTasks.java"
}

make_kotlin() {
  java "${quick[@]}" -Xmx1g -cp "$(libraries kotlin)" org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect \
    -nowarn -jvm-target 17 -cp "$(libraries clients)" -d "$work/kotlin/classes" \
    "$work/kotlin/generated/src/main/kotlin" "$sources/kotlin"
}

make_python() (
  cd "$work/python" && python3 -m compileall -q openapi_client || return 1
  # It is loaded where the machine has what it needs.
  if python3 -c 'import dateutil, pydantic, typing_extensions, urllib3'; then
    python3 -c 'import openapi_client; openapi_client.ArticlesApi'
  fi
)

make_php() { find "$work/php/lib" -name '*.php' -print0 | xargs -0 -n 50 php -l; }
make_go() (cd "$work/go" && go build ./...)
make_csharp() (cd "$work/csharp" && dotnet build)
# Not all machines that have Rust reach what holds its crates.
rust_has_its_crates() { (cd "$work/rust" && CARGO_NET_RETRY=0 timeout 30 cargo fetch) > "$work/crates.log" 2>&1; }
make_rust() (cd "$work/rust" && cargo check --offline)

# compile CLIENT PROGRAM: a client that is compiled where its language is, and not run.
compile() {
  if ! command -v "$2" > "$data/which"; then
    say "        $1 is generated, and not compiled: no $2 here"
  else
    step "$1" "make_$1" || failures+=("$1 is not compiled")
  fi
}

# drive CLIENT COMMAND...: the tasks print a line each. Those of a client that could not be made count as failed.
drive() {
  local client=$1
  shift
  clients+=("$client")
  if [ -e "$work/$client.made" ]; then
    "$@" > "$work/$client.tasks" || failures+=("$client ended early")
    cat "$work/$client.tasks"
  fi
}

rm -rf "$work"
mkdir -p "$work/typescript"
typescript=true jvm=true
command -v npm > "$data/which" || { typescript=false; skipped+=("openapi-fetch and typescript-fetch, because npm is missing"); }
command -v mvn > "$data/which" || { jvm=false; skipped+=("all that openapi-generator makes, because Maven is missing"); }

start_loa
cp "$sources"/typescript/* "$work/typescript"
installed=true generated=$jvm
if $typescript; then
  step npm npm --prefix "$work/typescript" ci --no-audit --no-fund --ignore-scripts & npm=$!
fi
if $jvm; then
  step maven mvn -B -ntp -f "$sources/pom.xml" package && step openapi-generator generate \
    || { generated=false; failures+=("openapi-generator makes no clients"); }
fi
if $typescript && ! wait "$npm"; then
  installed=false
  failures+=("npm did not install what the clients in TypeScript need")
fi

# Kotlin takes longest, so all others are compiled beside it.
if $generated; then
  step kotlin make_kotlin & kotlin=$!
  step java make_java || failures+=("java is not compiled")
fi
if $typescript && $installed; then
  step openapi-fetch make_openapi_fetch || failures+=("openapi-fetch is not compiled")
  if $generated; then
    step typescript-fetch make_typescript_fetch || failures+=("typescript-fetch is not compiled")
  fi
fi
if $generated; then
  compile python python3
  compile php php
  compile go go
  compile csharp dotnet
  wait "$kotlin" || failures+=("kotlin is not compiled")
  if ! command -v cargo > "$data/which" || rust_has_its_crates; then
    compile rust cargo
  else
    say "        rust is generated, and not compiled: its crates cannot be fetched here"
  fi
fi

await_loa || { say "Loa did not start"; exit 1; }
start_later_loa || { say "The Loa of a later version did not start"; exit 1; }
LOA_PAGE=$(cat src/test/resources/pages/canonical.txt)
export LOA_URL LOA_LATER_URL LOA_PAGE
if $typescript; then
  step guide node "$work/typescript/compiled/guide.js" || failures+=("the typed client of the guide does not work")
  step agent node "$work/typescript/agent.mjs" || failures+=("the SDK's client for agents does not work")
  drive openapi-fetch node "$work/typescript/compiled/openapi-fetch.js"
fi
if $typescript && $jvm; then
  drive typescript-fetch node "$work/typescript/compiled/typescript-fetch.js"
fi
if $jvm; then
  drive java java "${quick[@]}" -Dfile.encoding=UTF-8 -cp "$work/java/classes:$(libraries clients)" JavaTasks
  drive kotlin java "${quick[@]}" -Dfile.encoding=UTF-8 -cp "$work/kotlin/classes:$(libraries clients)" KotlinTasksKt
fi

# told PATTERN: how many lines of the tasks begin with it.
told() { find "$work" -maxdepth 1 -name '*.tasks' -exec cat {} + | grep -cE "^$1"; }

passed=$(told 'ok +[a-z-]+: [0-9]+ ')
bear=$(told 'ok +[a-z-]+: bears ')
wanted=$((tasks * ${#clients[@]}))
say "$passed of $wanted tasks; $bear of ${#clients[@]} clients bear values that they do not know; $((SECONDS - began)) s"
for reason in ${skipped[@]+"${skipped[@]}"}; do say "skipped $reason"; done
[ "$passed" = "$wanted" ] && [ "$bear" = "${#clients[@]}" ] || failures+=("a task failed")
for reason in ${failures[@]+"${failures[@]}"}; do say "FAILED  $reason"; done
[ ${#failures[@]} = 0 ]
