#!/bin/sh
# A private PostgreSQL server in a folder of its own, as long as a process lives: postgres.sh FOLDER PORT PROCESS [PRIMARY]
# With the port of a PRIMARY it is a standby of that server. The user "stranger" must give a password.
# Says "ready" when it takes connections, on the socket in FOLDER and on the loopback port. Exit code 3: no server is installed.
folder=$1 port=$2 process=$3 primary=$4
initdb=$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
bin=$(dirname "$(readlink -f "${initdb:-$(command -v initdb)}")")
[ -x "$bin/initdb" ] || exit 3
# The server refuses to run as root.
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder" && chmod 755 "$folder" || exit 3
  exec runuser -u postgres -- "$0" "$@"
fi
cd "$folder" || exit 1
if [ -n "$primary" ]; then
  "$bin/pg_basebackup" -h 127.0.0.1 -p "$primary" -U postgres -D data -R -c fast --no-sync >initdb.log 2>&1 || exit 1
else
  "$bin/initdb" -D data -A trust -U postgres --no-sync -E UTF8 --locale=C.UTF-8 >initdb.log 2>&1 || exit 1
  sed -i '1i host all stranger 127.0.0.1/32 scram-sha-256' data/pg_hba.conf
fi
"$bin/postgres" -D data -k "$folder" -c "port=$port" -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off \
  -c synchronous_commit=off -c max_connections=200 -c autovacuum=off >server.log 2>&1 </dev/null &
server=$!
tries=0
until "$bin/pg_isready" -q -h "$folder" -p "$port"; do
  tries=$((tries + 1))
  if [ $tries -gt 600 ] || ! kill -0 $server 2>/dev/null; then
    kill -INT $server 2>/dev/null
    exit 1
  fi
  sleep 0.05
done
echo ready
exec >/dev/null
while ps -p "$process" >/dev/null && kill -0 $server 2>/dev/null; do sleep 1; done
kill -INT $server 2>/dev/null
wait $server
rm -rf "$folder"
