#!/bin/sh
# Runs the test programs one after the other and prints one line for each.
#
#   run_tests.sh BUILD PROGRAM...
#
# Each PROGRAM is a Check suite; one that fails, crashes or runs no check is a
# failure, and then all it said is shown.
# Exit status: 0 only when all of it passed.

cd "$(dirname "$0")/../.." || exit 2
CONVLINGS_BUILD=$1
CONVLINGS=$CONVLINGS_BUILD/bin/convlings
export CONVLINGS_BUILD CONVLINGS
shift
said=$(mktemp) || exit 2
trap 'rm -f "$said"' EXIT
trap 'exit 2' HUP INT TERM
passed=0 failed=0

report() { # ok|FAILED NAME REMARK
    printf '%-7s %-42s %s\n' "$1" "$2" "$3"
}

suite() { # PROGRAM
    "$1" >"$said" 2>&1 </dev/null
    status=$?
    checks=$(sed -n 's/^[0-9]*%: Checks: \([0-9]*\),.*/\1/p' "$said" |
        awk '{ n += $1 } END { print n + 0 }')
    if [ $status = 0 ] && [ "$checks" -gt 0 ]; then
        report ok "${1#"$CONVLINGS_BUILD"/}" "$checks checks"
        passed=$((passed + checks))
        return
    fi
    failed=$((failed + 1))
    if [ $status = 0 ]; then
        report FAILED "${1#"$CONVLINGS_BUILD"/}" "ran no checks"
    else
        report FAILED "${1#"$CONVLINGS_BUILD"/}" "exit status $status"
        sed 's/^/        /' "$said"
    fi
}

for program in "$@"; do
    suite "$program"
done
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
