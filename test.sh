#!/usr/bin/env bash
# Installs what the tests need where it is missing, builds, and runs every test project.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 when nothing failed.
# ./test.sh NAME … runs only the test projects whose names contain one of the words.
set -u
cd "$(dirname "$0")" || exit 1

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# One compiler server for the whole run; it is shut down at the end where this script started to use it.
if [ "${UseSharedCompilation:-false}" = false ]; then
  export UseSharedCompilation=true
  trap 'dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1' EXIT
fi

# PostgreSQL runs in a private cluster: only its programs are needed, and no server is started by installing them.
if [ ! -d /usr/lib/postgresql ] && ! command -v initdb >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql) >/dev/null 2>&1 ||
    echo "PostgreSQL cannot be installed; its tests are skipped."
fi

# Scripts are run by SQLite's own shell, and what Tab offers is asked of the shells that have it, as a person would.
for program in sqlite3 zsh fish; do
  if ! command -v "$program" >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    (apt-get update && apt-get install -y --no-install-recommends "$program") >/dev/null 2>&1 ||
      echo "$program cannot be installed; what needs it is skipped."
  fi
done

if ! dotnet build Retort.slnx -v q --nologo; then
  echo "The build failed; no test was run."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

wanted() { # wanted PROJECT WORD…
  local project=$1 word; shift
  [ $# -eq 0 ] && return 0
  for word in "$@"; do [[ $project == *"$word"* ]] && return 0; done
  return 1
}

# One PostgreSQL server for the whole run; it ends with this script, however that ends.
cluster=$(mktemp -d) port=$((20000 + $$ % 20000))
touch "$cluster.log"
tests/Retort.TestSupport/postgres.sh "$cluster" "$port" $$ >"$cluster.log" 2>&1 &
for _ in {1..300}; do
  grep -q ready "$cluster.log" && export RETORT_TEST_POSTGRESQL="postgresql://postgres@127.0.0.1:$port" && break
  kill -0 $! 2>/dev/null || break
  sleep 0.1
done
rm -f "$cluster.log"

passed=0 failed=0 skipped=0
for project in tests/*.Tests/; do
  name=$(basename "$project")
  wanted "$name" "$@" || continue
  log=$(mktemp)
  timeout 2400 dotnet "artifacts/bin/$name/debug/$name.dll" -noColor | tee "$log"
  status=${PIPESTATUS[0]}
  read -r total errors bad skips < <(sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p' "$log" | tail -n 1)
  rm -f "$log"
  if [ -z "${total:-}" ]; then
    echo "$name did not finish (exit code $status)."
    total=1 errors=0 bad=1 skips=0
  elif [ "$status" -ne 0 ] && [ $((bad + errors)) -eq 0 ]; then
    errors=1
  fi
  passed=$((passed + total - bad - skips)) failed=$((failed + bad + errors)) skipped=$((skipped + skips))
  unset total errors bad skips
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
