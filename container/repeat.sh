#!/bin/sh
# Repeat a command: `repeat SECONDS COMMAND ...` waits SECONDS after its end. SIGTERM ends the command, then the loop.
seconds=$1
shift
trap 'kill -TERM $! 2>/dev/null; wait $!; exit 0' TERM INT
while :; do
    "$@" &
    wait $!
    echo "ended with status $?; the next run begins in $seconds s" >&2
    sleep "$seconds" &
    wait $!
done
