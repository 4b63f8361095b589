#!/bin/sh
# The user Tavolo signs in as, and what it may do (docs/eventstoredb.md). Safe to repeat.
set -eu
: "${SERVER:?}" "${ADMIN_PASSWORD:?}" "${TAVOLO_PASSWORD:?}"

# Passwords go by standard input: the list of processes shows no word of them.
ask() {
  printf 'user = "admin:%s"\n' "$ADMIN_PASSWORD" |
    curl --silent --show-error --config - --cacert /authority/ca.crt \
      --retry 30 --retry-all-errors --retry-delay 2 "$@"
}

status=$(printf '{"loginName":"tavolo","fullName":"Tavolo","groups":[],"password":"%s"}' "$TAVOLO_PASSWORD" > /tmp/user.json
  ask --output /dev/null --write-out '%{http_code}' --header 'Content-Type: application/json' \
    --data @/tmp/user.json "$SERVER/users/")
rm /tmp/user.json
case "$status" in
  201) echo 'The user tavolo was made.' ;;
  409) echo 'The user tavolo is there already; its password was left as it is.' ;;
  *) echo "EventStoreDB answered $status to the making of the user tavolo: see its log." >&2; exit 1 ;;
esac

write() {
  ask --fail --output /dev/null --header 'Content-Type: application/vnd.eventstore.events+json' \
    --data @"/set-up/$2" "$SERVER/streams/$1"
}
write '%24all/metadata' read-all.json
write '%24settings' default-acl.json
echo 'It reads the log and writes streams; metadata and deletion are the administrators’ alone.'
