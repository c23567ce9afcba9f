#!/bin/sh
# Repeat a command: `repeat SECONDS COMMAND ...` waits SECONDS after its end. SIGTERM ends the command, then the loop.
seconds=$1
shift
trap 'kill -TERM "$child" 2>/dev/null; wait "$child"; exit 0' TERM INT
while :; do
    "$@" &
    child=$!
    wait "$child"
    echo "ended with status $?; the next run begins in $seconds s" >&2
    sleep "$seconds" &
    child=$!
    wait "$child"
done
