#!/bin/sh
# Runs everything that is tested and prints one line for each part.
#
#   run_tests.sh BUILD PROGRAM...
#
# Each PROGRAM is a Check suite; one that fails, crashes or runs no check is a
# failure. Then every solution must earn all points and every stub none; the
# stubs are those `judge stub` writes, so a learner's own progress is no fault.
# Exit status: 0 only when all of it passed.

cd "$(dirname "$0")/../.." || exit 2
B=$1
shift
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM
failed=0

report() { # ok|FAILED NAME REMARK
    printf '%-7s %-40s %s\n' "$1" "$2" "$3"
    [ "$1" = ok ] || failed=$((failed + 1))
}

suite() { # PROGRAM
    "$1" >"$scratch/said" 2>&1 </dev/null
    status=$?
    checks=$(sed -n 's/^[0-9]*%: Checks: \([0-9]*\),.*/\1/p' "$scratch/said" |
        awk '{ n += $1 } END { print n + 0 }')
    if [ $status = 0 ] && [ "$checks" -gt 0 ]; then
        report ok "${1#"$B"/}" "$checks checks"
    elif [ $status = 0 ]; then
        report FAILED "${1#"$B"/}" "ran no checks"
    else
        report FAILED "${1#"$B"/}" "exit status $status"
        sed 's/^/        /' "$scratch/said"
    fi
}

field() { # KEY: its value in the judge's line, in $line
    expr " $line " : ".* $1=\([^ ]*\) .*"
}

verdict() { # NAME FILE: sets $line
    line=$("$B/bin/judge" check "$1" --file "$2" --format line 2>&1 \
        </dev/null | tail -n 1)
}

exercises() { # solutions and stubs, judged
    solved=0 refused=0
    for solution in solutions/*/*.c; do
        name=$(basename "$solution" .c | sed 's/^[0-9]*_//')
        verdict "$name" "$solution"
        if [ "$(field verdict)" = pass ] && [ "$(field max)" -gt 0 ] &&
            [ "$(field points)" = "$(field max)" ]; then
            solved=$((solved + 1))
        else
            report FAILED "$solution" "$line"
        fi
        "$B/bin/judge" stub "$name" >"$scratch/stub.c" 2>&1
        verdict "$name" "$scratch/stub.c"
        if [ "$(field verdict)" = not_started ] &&
            [ "$(field points)" = 0 ]; then
            refused=$((refused + 1))
        else
            report FAILED "stub of $name" "$line"
        fi
    done
    [ $solved -gt 0 ] || report FAILED solutions "there are none"
    [ $failed -gt 0 ] ||
        report ok exercises "$solved solutions pass, $refused stubs do not"
}

started=$(date +%s)
[ $# -gt 0 ] || report FAILED suites "there are none"
for program in "$@"; do
    suite "$program"
done
exercises
seconds=$(($(date +%s) - started))
[ $failed = 0 ] || { echo "$failed FAILED, $seconds s." && exit 1; }
echo "All passed, $seconds s."
