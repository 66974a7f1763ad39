#!/bin/sh
# Does mutants.sh tell a gap in a check from a check without gaps? Its judge
# is replaced by a few lines that pass what they are told to pass.
#
#   tests/mutants/mutants_test.sh         (needs build/bin/mutate)
set -u
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
MUTATE=${MUTATE:-$PWD/${B:-build}/bin/mutate}
B=$work/build
SOLUTIONS=$work/solutions
EXERCISES=$work/exercises
CHECKS=$work/checks
JUDGE=$work/judge
export MUTATE B SOLUTIONS EXERCISES CHECKS JUDGE
unset SEED SAMPLE JOBS CC
mkdir -p "$SOLUTIONS/01-x" "$EXERCISES/01-x" "$CHECKS/01-x"
echo 'int twice(int a);' >"$EXERCISES/01-x/exercises.h"
cat >"$SOLUTIONS/01-x/1_twice.c" <<'END'
#include "exercises.h"

int twice(int a)
{
    return a + a;
}
END
cp "$SOLUTIONS/01-x/1_twice.c" "$SOLUTIONS/01-x/2_break_twice.c"
failed=0

# judge_passes PATTERN: the mutants it lets through; the rest it rejects
judge_passes() {
    cat >"$JUDGE" <<END
#!/bin/sh
case \$4 in *mutants*) echo "\$4" >>"$work/calls" ;; esac
if cmp -s "\$4" "$SOLUTIONS/01-x/1_twice.c" || grep -Eq '$1' "\$4"; then
    echo "verdict=pass points=1 max=1 exercise=\$2"
    exit 0
fi
echo "verdict=wrong_answer points=0 max=1 exercise=\$2"
exit 1
END
    chmod +x "$JUDGE"
}

# expect STATUS PATTERN SENTENCE
expect() {
    : >"$work/calls"
    tests/mutants/mutants.sh $arguments >"$work/out" 2>&1
    status=$?
    if [ $status -eq "$1" ] && grep -Eq "$2" "$work/out"; then
        echo "ok: $3"
    else
        echo "FAILED: $3 (status $status, wanted $1 and \"$2\")"
        cat "$work/out"
        failed=1
    fi
}

list() {
    printf 'twice\t%s\t%s\t%s\n' "$@" >"$CHECKS/01-x/equivalent.tsv"
}

arguments=
judge_passes 'this stands in no mutant'
expect 0 '^twice .* 0 +0$' "a check that rejects all leaves no survivor"
grep -q break_twice "$work/calls" && echo "FAILED: break_twice" && failed=1
expect 0 '^twice ' "a second run agrees"
[ -s "$work/calls" ] && echo "FAILED: kept results are not used" && failed=1

judge_passes 'a - a'
expect 1 '^\+    return a - a;' "a survivor is shown, and is a failure"
list 'return a + a;' 'return a - a;' 'because this test says so'
expect 0 '^twice .* 1 +0$' "a listed survivor is no failure"
list 'return a + a;' 'return a - a;' ''
expect 1 'no reason is given' "an entry needs a reason"
list 'return a + a;' 'return b;' 'a reason'
expect 1 'no mutant reads like this' "an entry must match a mutant"
list 'return a + a;' 'return a - a;' 'a reason'
judge_passes 'this stands in no mutant'
expect 1 'the check rejects this mutant' "an entry must match a survivor"
rm "$CHECKS/01-x/equivalent.tsv"

sed 's/^exit 1/exit 3/' "$JUDGE" >"$JUDGE.new"
cat "$JUDGE.new" >"$JUDGE"
expect 1 'no verdict on mutants 0001 ' "a fault of the judge is a failure"
echo 'echo no; exit 1' >"$JUDGE"
expect 1 'does not pass its own check' "the solution itself must pass"
judge_passes 'this stands in no mutant'
arguments=nothing
expect 2 'no such exercise' "an unknown name is wrong usage"
arguments=
export SAMPLE=7
expect 0 '^twice ' "a sample"
few=$(wc -l <"$work/calls")
export SAMPLE=1
rm -r "$B"
expect 0 '^twice ' "all of them"
all=$(wc -l <"$work/calls")
if [ "$few" -lt 1 ] || [ "$few" -ge "$all" ]; then
    echo "FAILED: the sample has $few of $all"
    failed=1
fi
[ "$(sort "$work/calls" | uniq -d | wc -l)" -eq 0 ] || failed=1

# A second chapter with the same exercise: each chapter its sum, and twice all.
mkdir -p "$SOLUTIONS/02-y" "$EXERCISES/02-y"
cp "$EXERCISES/01-x/exercises.h" "$EXERCISES/02-y"
cp "$SOLUTIONS/01-x/1_twice.c" "$SOLUTIONS/02-y/1_again.c"
made=$(awk '$1 == "twice" { print $2 }' "$work/out")
expect 0 "^chapter_02 +$made " "a chapter's sum"
expect 0 "^total +$((2 * made)) " "the sum of all"
expect 0 '^chapter 02: ([1-9][0-9]*) of \1 wrong edits refused' "what the README says"
judge_passes 'a - a'
expect 1 '^chapter 01: ([0-9]+) of [0-9]+ wrong' "and says so when one passes"
if grep -Eq '^chapter 01: ([0-9]+) of \1 ' "$work/out"; then
    echo "FAILED: a survivor counts as refused"
    failed=1
fi
exit $failed
