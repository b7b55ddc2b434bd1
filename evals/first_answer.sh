#!/bin/sh
# Seconds from `make run` to the first answer, and the server's peak memory. Usage: evals/first_answer.sh [PORT [MAKE ARGUMENTS]]
# In a fresh clone this counts the installation; run it again for a second start.
port=${1:-7861}
[ $# -gt 0 ] && shift
question='{"turns": ["Vad är medlemsavgiften?"]}'
start=$(date +%s)
make run PORT="$port" "$@" >/dev/null 2>&1 &
until curl --silent --fail --output /dev/null --request POST "http://127.0.0.1:$port/api/ask" \
    --header 'content-type: application/json' --data "$question"; do
    kill -0 $! 2>/dev/null || { echo "make run ended before it answered" >&2; exit 1; }
    sleep 0.2
done
echo "seconds to the first answer: $(($(date +%s) - start))"
server=$(pgrep -f "plansvar.* serve .*--port $port" | head -n 1)
grep VmHWM "/proc/$server/status"
kill -INT "$server"
wait
