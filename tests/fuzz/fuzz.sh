#!/bin/sh
# Runs the fuzzers one after the other and prints one line for each.
#
#   fuzz.sh BUILD SECONDS NAME...
#
# BUILD/bin/fuzz_NAME starts from tests/fuzz/corpus/NAME; what it learns stays
# in BUILD/corpus/NAME for the next run. An input that crashes, breaks a
# promise, takes longer than 10 seconds or more than 1 GB is a finding, kept
# as BUILD/found/NAME-*: once mended, it belongs into the corpus.
# Exit status: 0 only when nothing was found.

cd "$(dirname "$0")/../.." || exit 2
build=$1 seconds=$2
shift 2
[ $# -gt 0 ] || exit 2
each=$(((seconds + $# - 1) / $#))
mkdir -p "$build/found" || exit 2
findings=0
# Freed memory is kept from reuse, but not so much that it counts as a leak.
ASAN_OPTIONS=quarantine_size_mb=16:$ASAN_OPTIONS
export ASAN_OPTIONS

fuzz() { # NAME
    log=$build/found/$1.log
    mkdir -p "$build/corpus/$1"
    "$build/bin/fuzz_$1" -max_total_time=$each -timeout=10 -rss_limit_mb=1024 \
        -max_len=4096 -print_final_stats=1 \
        -artifact_prefix="$build/found/$1-" \
        "$build/corpus/$1" "tests/fuzz/corpus/$1" >"$log" 2>&1 </dev/null
    status=$?
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    if [ $status = 0 ] && [ "${executions:-0}" -gt 0 ]; then
        printf '%-8s %9d executions, nothing found\n' "$1" "$executions"
        return
    fi
    findings=$((findings + 1))
    printf '%-8s %9d executions, exit status %d:\n' "$1" "${executions:-0}" \
        $status
    grep -E 'ERROR|SUMMARY|runtime error|broken promise|written to' "$log" |
        sed 's/^/         /'
}

for name in "$@"; do
    fuzz "$name"
done
[ $findings = 0 ]
