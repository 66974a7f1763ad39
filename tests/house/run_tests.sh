#!/bin/sh
# Runs the test programs and prints one line for each as it ends.
#
#   run_tests.sh BUILD PROGRAM...
#
#   JOBS=2      how many at a time (as many as there are cores)
#   SUITES=ERE  only programs whose path this matches (as for make: no $ in it)
#   EMULATOR=   the command that runs programs of another machine
#
# Each PROGRAM is a Check suite; one that fails, crashes or runs no check is a
# failure, and then all it said is shown. Suites that look at what is left on
# the machine run after the others, one by one.
# Exit status: 0 only when all of it passed.

cd "$(dirname "$0")/../.." || exit 2
ALONE=' check_attacks check_class '
LONG=' check_submissions check_verbs ' # begun first, so that none waits for them

report() { # ok|FAILED NAME REMARK
    printf '%-7s %-42s %s\n' "$1" "$2" "$3"
}

# run_tests.sh --suite RESULTS BUILD PROGRAM: one program, for xargs below.
# Adds a line to the file of results: how many checks passed, or "failed".
suite() { # RESULTS BUILD PROGRAM
    said=$(mktemp) || exit 2
    trap 'rm -f "$said"' EXIT
    $EMULATOR "$3" >"$said" 2>&1 </dev/null
    status=$?
    checks=$(sed -n 's/^[0-9]*%: Checks: \([0-9]*\),.*/\1/p' "$said" |
        awk '{ n += $1 } END { print n + 0 }')
    if [ $status = 0 ] && [ "$checks" -gt 0 ]; then
        report ok "${3#"$2"/}" "$checks checks"
        echo "$checks" >>"$1"
        return
    fi
    echo failed >>"$1"
    if [ $status = 0 ]; then
        report FAILED "${3#"$2"/}" "ran no checks"
    else
        report FAILED "${3#"$2"/}" "exit status $status"
        sed 's/^/        /' "$said"
    fi
}

if [ "$1" = --suite ]; then
    suite "$2" "$3" "$4"
    exit 0
fi

CONVLINGS_BUILD=$1
CONVLINGS=$CONVLINGS_BUILD/bin/convlings
export CONVLINGS_BUILD CONVLINGS
# A make that a suite runs has no share in the jobs of the make that runs it.
MAKEFLAGS=$(echo "$MAKEFLAGS" | sed 's/ -j[0-9]*//; s/ --jobserver-[a-z]*=[^ ]*//')
export MAKEFLAGS
shift
# shellcheck disable=SC2046 # one word a program
set -- $(printf '%s\n' "$@" | grep -E "${SUITES:-.}")
results=$(mktemp) || exit 2
trap 'rm -f "$results"' EXIT
trap 'exit 2' HUP INT TERM

# among NAMES PROGRAM...: those whose name is one of NAMES; outside: the rest
among() {
    names=$1
    shift
    for program in "$@"; do
        case $names in *" ${program##*/} "*) echo "$program" ;; esac
    done
}

outside() {
    names=$1
    shift
    for program in "$@"; do
        case $names in *" ${program##*/} "*) ;; *) echo "$program" ;; esac
    done
}

run() { # JOBS, programs on standard input
    xargs -r -n 1 -P "$1" sh tests/house/run_tests.sh --suite "$results" \
        "$CONVLINGS_BUILD"
}

{
    among "$LONG" "$@"
    outside "$LONG$ALONE" "$@"
} | run "${JOBS:-$(getconf _NPROCESSORS_ONLN)}"
among "$ALONE" "$@" | run 1

awk -v programs=$# '
    $1 == "failed" { failed++; next }
    { passed += $1; ok++ }
    END {
        failed += programs - ok - failed # that never came back
        print passed + 0 " passed, " failed + 0 " failed"
        exit failed > 0 || passed == 0
    }' "$results"
