#!/usr/bin/env bash
# Builds the last commit twice, in two folders, and compares what was made, byte by byte. Needs a JDK, Maven and git, and takes
# two builds' time. Fails where something differs that is not listed here, or where a listed class does something else.
set -euo pipefail
cd "$(dirname "$0")/../.."

# What Quarkus 3.33 numbers and orders anew in each build:
# - keys of recorded values are numbered by all threads together (quarkusio/quarkus#53025);
# - members of classes are ordered by hash codes that Java makes up (smallrye/jandex#683, quarkusio/quarkus#54716), and so are
#   mappings of settings (ConfigGenerationBuildStep).
# Quarkus cannot build with one thread (some of its steps wait for others on the same threads, also with
# quarkus.arc.parallel-resource-generation=false), and javac does not compile Loa
# with constant hash codes (-XX:hashCode=2).
readonly known='^(io/quarkus/runner/recorded/.*|io/quarkus/runtime/generated/(SharedConfig|RunTimeConfigCustomizer|StaticInitConfigCustomizer)|.*_Synthetic_Bean)\.class$'
# Holds those classes, and is named with its checksums in the list of what Loa is made of
readonly generated=quarkus-app/quarkus/generated-bytecode.jar
readonly sbom=quarkus-run-cyclonedx.json

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A path of another length and depth, too
readonly one=$work/one other=$work/another/folder

failed=0
fail() {
  printf 'FAILED  %s\n' "$*"
  failed=1
}

build() {
  mkdir -p "$1"
  git archive HEAD | tar -x -C "$1"
  # Archives store times in the builder's zone
  (cd "$1" && TZ=UTC mvn -q -B package -Dmaven.test.skip)
}

checksums() (cd "$1/target" && find quarkus-app -type f ! -path "$generated" -print0 | LC_ALL=C sort -z | xargs -0 sha256sum)

# The time that the list was made is not the pom's (quarkusio/quarkus#56044). The files that it has checksums of are compared here.
parts() { sed '/^ *"timestamp" : /d; /^ *"content" : "[0-9a-f]*"$/d' "$1/target/$sbom"; }

unpack() {
  mkdir "$1/generated"
  (cd "$1/generated" && jar -xf "../target/$generated")
}

# What the classes name: strings, classes, fields and methods, however often, in any order. Left out are numbers of recorded
# values and of fields, and casts of values that were stored, because where a long method is parted depends on the order.
meaning() (
  cd "$1/generated" && javap -p -c "${differing[@]}" | awk '
    /^[^ ].*class / { match($0, /class [^ ]+/); class = substr($0, RSTART + 6, RLENGTH - 6) }
    / checkcast |\/\/ int / { next }
    sub(/.*\/\/ /, "") {
      gsub(/proxykey[0-9]+/, "proxykey")
      gsub(/configClass\$[0-9]+/, "configClass")
      print class ": " $0
    }' | LC_ALL=C sort
)

build "$one"
build "$other"

diff <(checksums "$one") <(checksums "$other") || fail "files of quarkus-app differ"
diff <(parts "$one") <(parts "$other") || fail "$sbom names other parts"
diff <(jar -tf "$one/target/$generated") <(jar -tf "$other/target/$generated") || fail "$generated has other entries, or another order"

unpack "$one"
unpack "$other"
differing=()
while IFS= read -r file; do
  cmp -s "$one/generated/$file" "$other/generated/$file" && continue
  if [[ $file =~ $known ]]; then differing+=("$file"); else fail "$file differs"; fi
done < <(cd "$one/generated" && find . -type f -printf '%P\n')
if [ "${#differing[@]}" -gt 0 ]; then
  diff <(meaning "$one") <(meaning "$other") > "$work/meaning" || {
    head -n 40 "$work/meaning"
    fail "generated classes differ in more than numbers and order"
  }
fi

sha256sum "$one/target/$generated" "$other/target/$generated" | sed "s|$work/||"
files=$(checksums "$one" | wc -l)
printf '%s\n' "$files other files of quarkus-app: $(checksums "$one" | sha256sum | cut -c -64), $(checksums "$other" | sha256sum | cut -c -64)"
printf '%s\n' "${#differing[@]} of $(find "$one/generated" -name '*.class' | wc -l) generated classes differ in numbers and order"
exit "$failed"
