#!/bin/sh
# Does every exercise's check reject every wrong program that one edit makes
# of its solution?
#
#   tests/mutants/mutants.sh [EXERCISE ...]         without a name: all
#
# For each solution: make the mutants, drop what does not compile and what
# the compiler translates to the same machine code, let the judge check the
# rest. What passes must be listed, with the reason why it is no mistake, in
# tests/exercises/NN-topic/equivalent.tsv: exercise, lines before, lines
# after, reason, separated by tabs. Exit status 0 when nothing else passes
# and no entry of the list is out of date, 1 when not, 2 for wrong usage.
#
#   SAMPLE=7  only every 7th mutant, chosen by its text: the same each time
#   SEED=1    the seed of the judge's random cases
#   JOBS=2    how many at a time
#
# Results are kept in build/mutants/EXERCISE until the judge, the solution
# or the seed changes; an interrupted run goes on where it stopped.
#
# Not here: exercises of the kind "break it". Their judge runs the learner's
# input through the right and the wrong program; nothing is sampled.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/../.."
here=tests/mutants
B=${B:-build}
JUDGE=${JUDGE:-$B/bin/judge}
MUTATE=${MUTATE:-$B/bin/mutate}
SOLUTIONS=${SOLUTIONS:-solutions}
EXERCISES=${EXERCISES:-exercises}
CHECKS=${CHECKS:-tests/exercises}
SEED=${SEED:-1}
SAMPLE=${SAMPLE:-1}
JOBS=${JOBS:-2}
CC=${CC:-gcc}
export JUDGE SEED CC

usage() {
    echo "mutants: $1" >&2
    exit 2
}

# find_solutions [NAME ...]: their files
find_solutions() {
    for file in "$SOLUTIONS"/*/*_*.c; do
        found=$(basename "$file" .c)
        found=${found#*_}
        case " $* " in
        "  ") case $found in break_*) continue ;; esac ;;
        *" $found "*) ;;
        *) continue ;;
        esac
        echo "$file"
    done
}

# select_exercise SOLUTION: sets what the functions below work on
select_exercise() {
    solution=$1
    name=$(basename "$1" .c)
    name=${name#*_}
    topic=$(basename "$(dirname "$1")")
    dir=$B/mutants/$name
    include=$EXERCISES/$topic
    list=$CHECKS/$topic/equivalent.tsv
    [ -f "$list" ] || list=/dev/null
    export name dir include
}

# Changes when an earlier result may no longer hold.
stamp() {
    echo "seed $SEED, compiler $CC"
    for file in "$JUDGE" "$MUTATE" "$solution" "$include"/*.h \
        "$B"/runner/*.o $here/try.sh; do
        [ -f "$file" ] && cksum "$file"
    done
}

prepare() {
    stamp >"$B/mutants/stamp"
    if cmp -s "$B/mutants/stamp" "$dir/stamp"; then
        return
    fi
    rm -rf "$dir"
    mkdir -p "$dir"
    "$MUTATE" "$solution" "$dir"
    $CC -std=c11 -O2 -ffp-contract=off -I"$include" -S -o "$dir/raw" "$solution"
    grep -Ev '^[[:space:]]*\.(file|loc|ident)' "$dir/raw" >"$dir/original.s"
    : >"$dir/results.tsv"
    mv "$B/mutants/stamp" "$dir/stamp"
}

# A check that rejects the solution too would kill every mutant.
solution_passes() {
    line=$("$JUDGE" check "$name" --file "$solution" --format line \
        --seed "$SEED" 2>&1) && return
    echo "mutants: $solution does not pass its own check:" >&2
    echo "$line" >&2
    exit 1
}

# One line per mutant of the sample: its number.
sample() {
    awk -F '\t' -v sample="$SAMPLE" '
        BEGIN { for (i = 32; i < 127; i++) code[sprintf("%c", i)] = i }
        {
            text = $4 " " $5
            hash = 0
            for (i = 1; i <= length(text); i++)
                hash = (31 * hash + code[substr(text, i, 1)]) % 1000003
            if (hash % sample == 0)
                print $1
        }' "$dir/index.tsv" >"$dir/sample.txt"
}

# A line cut short by an interruption is no result: it is run again.
try_the_rest() {
    awk -F '\t' 'FILENAME ~ /results/ { if (NF == 2 && $2 != "fault") done[$1]
                                        next }
        !($1 in done)' "$dir/results.tsv" "$dir/sample.txt" |
        xargs -n 1 -P "$JOBS" sh $here/try.sh
}

report() {
    : >"$dir/problems.txt"
    awk -F '\t' -v exercise="$name" -v problems="$dir/problems.txt" \
        -v list="$list" -f $here/report.awk \
        "$list" "$dir/sample.txt" "$dir/results.tsv" "$dir/index.tsv"
}

# print_row NAME MADE ...
print_row() {
    printf '%-18s %5s %4s %5s %6s %6s %5s %5s %5s %6s %6s\n' "$@"
}

# One row for each chapter and one for all.
sums() {
    awk '{ chapters[$1]
           for (i = 3; i <= NF; i++) { sum[$1, i] += $i; all[i] += $i } }
        END {
            for (n = 1; n < 100; n++) {
                chapter = sprintf("%02d", n)
                if (!(chapter in chapters))
                    continue
                printf "chapter_%s", chapter
                for (i = 3; i <= NF; i++)
                    printf " %d", sum[chapter, i]
                print ""
            }
            printf "total"
            for (i = 3; i <= NF; i++)
                printf " %d", all[i]
            print ""
        }' "$B/mutants/rows"
}

# The survivors, each with its difference and the line that would list it.
explain() {
    while read -r what number; do
        if [ "$what" != survivor ]; then
            echo "$what $number"
            continue
        fi
        echo
        echo "$name: mutant $number passes. If it is no mistake, list it:"
        awk -F '\t' -v OFS='\t' -v n="$number" -v exercise="$name" \
            '$1 == n { print exercise, $4, $5, "REASON" }' "$dir/index.tsv"
        diff -U 0 "$solution" "$dir/$number.c" | tail -n +3
    done <"$dir/problems.txt"
    ! [ -s "$dir/problems.txt" ]
}

case $SAMPLE$JOBS$SEED in *[!0-9]*) usage "SAMPLE, JOBS, SEED: numbers" ;; esac
for program in "$JUDGE" "$MUTATE"; do
    [ -x "$program" ] || usage "$program is missing: run make mutants"
done
[ "$*" ] || set --
files=$(find_solutions "$@")
[ "$(echo "$files" | grep -c .)" -ge $(($# > 0 ? $# : 1)) ] ||
    usage "no such exercise in $SOLUTIONS: $*"
mkdir -p "$B/mutants"
print_row "" "" no same wrong memory time "" "" listed not
print_row exercise made C code answer error out crash other equal killed
: >"$B/mutants/rows"
for file in $files; do
    select_exercise "$file"
    solution_passes
    prepare
    sample
    try_the_rest
    row=$(report)
    echo "${topic%%-*} $row" >>"$B/mutants/rows"
    # shellcheck disable=SC2086 # one word per column
    print_row $row
done
sums | while read -r row; do
    # shellcheck disable=SC2086
    print_row $row
done
# What the README's table says: of the edits that compile to other code and are
# not listed, how many are refused.
awk '{ for (i = 6; i <= 10; i++) refused[$1] += $i; passed[$1] += $12 }
    END {
        for (n = 1; n < 100; n++) {
            chapter = sprintf("%02d", n)
            if (chapter in refused)
                printf "chapter %s: %d of %d wrong edits refused\n", chapter,
                    refused[chapter], refused[chapter] + passed[chapter]
        }
    }' "$B/mutants/rows"
status=0
for file in $files; do
    select_exercise "$file"
    explain || status=1
done
exit $status
