# For scripts that look at the packaged Loa in Chromium; they source this in the root of the repository, with what they run:
# its files are copied to $work, beside the packages that drive the browser. Sets LOA_URL, READER_URL and BROWSER. Ends the
# script well where Chromium or npm is missing, and says so.
readonly work=target/browser
. src/test/packaged-loa.sh

BROWSER=$(type -P chromium || type -P chromium-browser || type -P google-chrome) || { say "skipped: no chromium"; exit 0; }
npm=$(type -P npm) || { say "skipped: no npm"; exit 0; }

rm -rf "$work"
mkdir -p "$work"
cp src/test/browser/*.mjs src/test/browser/package*.json "$@" "$work"
export LOA_ADMIN_KEY=a-key-of-the-browser-test
start_loa
"$npm" --prefix "$work" ci --no-audit --no-fund --ignore-scripts > "$work/npm.log" 2>&1 \
  || { cat "$work/npm.log"; say "FAILED  npm did not install what drives the browser"; exit 1; }
await_loa || { say "Loa did not start"; exit 1; }
READER_URL=$(sed -n 's|.* Reader  *\(http://[^ ]*\).*|\1|p' "$work/loa.log")
# The browser's profile goes with the other data, and nginx reads its files there as another user.
chmod 755 "$data"
export BROWSER LOA_URL READER_URL TMPDIR=$data XDG_CONFIG_HOME=$data XDG_CACHE_HOME=$data
