#!/bin/sh
#SBATCH --job-name=convlings
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --output=/dev/null
# Grades a class on a cluster: a Slurm job array with one submission per task,
# and a job that joins the results when all are done.
#
#   sh slurm.sh SUBMISSIONS RESULTS      on the login node
#
# TASKS     how many tasks, if the cluster has no room for one of each
#           submission (MaxArraySize, often 1001); each then takes every
#           TASKS-th
# PARALLEL  how many of them at a time (all)
# JUDGE     the path of the judge, if not the project's build/bin
# CSV ONLY SEED LIMIT  as for make grade
#
# Both folders and the project lie where all nodes see them. Started again,
# it goes on where it stopped. Other wishes (--partition, --account) stand in
# the variables of sbatch, SBATCH_PARTITION and so on.

stop() {
    echo "slurm.sh: $*" >&2
    exit 2
}

submit() { # SUBMISSIONS RESULTS
    root=$(cd "$(dirname "$0")/../../.." && pwd) || exit 3
    judge=${JUDGE:-$root/build/bin/judge}
    [ -x "$judge" ] || stop "$judge is missing; run make"
    [ -e "$1" ] || stop "$1 is missing"
    mkdir -p "$2" && out=$(cd "$2" && pwd) || exit 3
    dir=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
    seed=${SEED:-$(cat "$out/seed" 2>/dev/null)}
    [ -n "$seed" ] || seed=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
    echo "$seed" >"$out/seed"
    count=$("$judge" grade "$dir" --list | wc -l)
    [ "$count" -gt 0 ] || stop "there are no submissions in $1"
    tasks=${TASKS:-$count}
    [ "$tasks" -le "$count" ] || tasks=$count
    array=$(sbatch --parsable --array="1-$tasks${PARALLEL:+%$PARALLEL}" \
        "$0" task "$judge" "$dir" "$out" "$seed" "$count") || exit 3
    sbatch --dependency="afterany:${array%%;*}" --output="$out/summary.txt" \
        "$0" join "$judge" "$out" || exit 3
    echo "The summary will be in $out/summary.txt, the grades in" \
        "${CSV:-$out/gradebook.csv}"
}

# One task of the array: its submission, and every so many after it. Faults
# are in the results, for the next start to try again.
task() { # JUDGE SUBMISSIONS RESULTS SEED COUNT
    judge=$1 dir=$2 out=$3 seed=$4 count=$5
    number=$SLURM_ARRAY_TASK_ID
    set --
    [ -z "$ONLY" ] || set -- "$@" --only "$ONLY"
    [ -z "$LIMIT" ] || set -- "$@" --limit "$LIMIT"
    while [ "$number" -le "$count" ]; do
        "$judge" grade "$dir" --out "$out" --seed "$seed" \
            --one "#$number" "$@"
        number=$((number + ${SLURM_ARRAY_TASK_COUNT:-$count}))
    done
}

join() { # JUDGE RESULTS
    "$1" merge "$2" --csv "${CSV:-$2/gradebook.csv}" --report "$2"
}

case $1 in
task) shift && task "$@" ;;
join) shift && join "$@" ;;
*)
    [ $# = 2 ] || stop "which submissions, and where to? slurm.sh DIR RESULTS"
    submit "$@"
    ;;
esac
