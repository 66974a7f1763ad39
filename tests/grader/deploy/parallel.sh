#!/bin/sh
# Grades a class on several machines with GNU parallel, one submission per
# task, and joins the results.
#
#   HOSTS=2/alpha,4/beta sh parallel.sh SUBMISSIONS RESULTS
#
# HOSTS   machines as parallel's --sshlogin takes them (number of tasks at a
#         time / host); without it this machine alone
# COPY=1  the machines share no folders: the submissions are copied to each and
#         the results fetched (rsync). Otherwise both folders are the same
#         everywhere. The project is built at the same place on all of them.
# SSH     the command to log in with (ssh)
# JUDGE   the path of the judge on all of them, if not the project's build/bin
# JOBS CSV ONLY SEED LIMIT  as for make grade
#
# Started again, it goes on where it stopped. Exit status: as judge grade.
root=$(cd "$(dirname "$0")/../../.." && pwd) || exit 3
judge=${JUDGE:-$root/build/bin/judge}

stop() {
    echo "parallel.sh: $*" >&2
    exit 2
}

quoted() { # as a word for a shell far away
    printf "'%s'" "$(printf %s "$1" | sed "s/'/'\\\\''/g")"
}

[ $# = 2 ] || stop "which submissions, and where to? parallel.sh DIR RESULTS"
[ -x "$judge" ] || stop "$judge is missing; run make"
command -v parallel >/dev/null || stop "GNU parallel is not installed"
[ -e "$1" ] || stop "$1 is missing"
mkdir -p "$2" && out=$(cd "$2" && pwd) || exit 3
dir=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")

# The seed is chosen once, also for those who go on tomorrow.
seed=${SEED:-$(cat "$out/seed" 2>/dev/null)}
[ -n "$seed" ] || seed=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
echo "$seed" >"$out/seed"

names=$("$judge" grade "$dir" --list) || exit 2
hosts=$(echo "${HOSTS:-:}" | tr , '\n' | sed 's|.*/||')

# Only what has a name of its own is copied, to the same place over there.
if [ -n "$COPY" ]; then
    for host in $hosts; do
        [ "$host" = : ] && continue
        ${SSH:-ssh} "$host" \
            "mkdir -p $(quoted "$out") $(quoted "$(dirname "$dir")")" &&
            rsync -a -e "${SSH:-ssh}" "$dir" "$host:$(dirname "$dir")/" ||
            stop "the submissions cannot be copied to $host"
    done
fi

set -- --quote --sshlogin "${HOSTS:-:}" --ssh "${SSH:-ssh}"
[ -z "$JOBS" ] || set -- "$@" --jobs "$JOBS"
[ -t 2 ] && set -- "$@" --bar
set -- "$@" "$judge" grade "$dir" --out "$out" --seed "$seed" --one={}
[ -z "$ONLY" ] || set -- "$@" --only "$ONLY"
[ -z "$LIMIT" ] || set -- "$@" --limit "$LIMIT"
echo "$names" | parallel "$@"

set -- "$out"
if [ -n "$COPY" ]; then
    for host in $hosts; do
        [ "$host" = : ] && continue
        mkdir -p "$out/from/$host" &&
            rsync -a -e "${SSH:-ssh}" "$host:$out/records" \
                "$out/from/$host/" || stop "no results come back from $host"
        set -- "$@" "$out/from/$host"
    done
fi
mkdir -p "$out/records"
"$judge" merge "$@" --csv "${CSV:-$out/gradebook.csv}" --report "$out"
