#!/bin/sh
# How fast the judge is: one check on one core, the course's solutions and
# whole submissions on all cores, each beside what is asked of it.
#
#   bench.sh JUDGE
#
# Exit status: 0 when every solution passed; being slow is no failure, since
# the machine may be busy with something else.

judge=$1
cores=$(getconf _NPROCESSORS_ONLN)
said=$(mktemp) || exit 2
trap 'rm -f "$said"' EXIT
trap 'exit 2' HUP INT TERM

on_one_core() {
    if command -v taskset >/dev/null; then
        taskset -c 0 "$@"
    else
        "$@"
    fi
}

now() { # seconds, with as many decimals as date gives
    date +%s.%N | sed 's/N$/0/'
}

seconds() { # COMMAND...: wall clock
    begin=$(now)
    "$@" >/dev/null
    echo "$begin $(now)" | awk '{ print $2 - $1 }'
}

against() { # WHAT VALUE UNIT less|more TARGET
    awk -v what="$1" -v value="$2" -v unit="$3" -v way="$4" -v target="$5" '
    BEGIN {
        met = way == "less" ? value < target : value >= target
        printf "%-44s %7.2f %-11s %s (%s than %s)\n", what, value, unit,
            met ? "met" : "MISSED", way, target
    }'
}

check_all() {
    find solutions -name '*.c' | sed 's|.*/[0-9]*_\(.*\)\.c$|\1 &|' |
        xargs -P "$cores" -L 1 sh -c \
            '"$0" check "$1" --file "$2" --format line' "$judge"
}

submissions() { # COUNT
    i=0
    while [ $i -lt "$1" ]; do
        echo solutions
        i=$((i + 1))
    done | xargs -P "$cores" -n 1 "$judge" submission --format line
}

on_one_core "$judge" bench >"$said"
status=$?
cat "$said"
awk '/^all checks/ {
    printf "share:"
    split("compile link run rest", name)
    for (i = 1; i <= 4; i++)
        printf " %s %.0f %%", name[i], 100 * $(i + 2) / $NF
    print ""
}' "$said"
echo "$cores cores; load $(uptime | sed 's/.*average[s]*: *//')"
against 'one check on one core, median' \
    "$(awk '/^all checks/ { print $NF / 1000 }' "$said")" s less 0.3
against "all $(find solutions -name '*.c' | wc -l) solutions on all cores" \
    "$(seconds check_all)" s less 10
count=$((2 * cores))
against 'whole submissions on all cores' \
    "$(seconds submissions $count | awk -v n=$count '{ print 60 * n / $1 }')" \
    'a minute' more 10
exit $status
