#!/bin/sh
# Does check_house.sh see what it promises to see? Breaks a copy of the tree in
# one way at a time and expects the line that says so, which the unbroken tree
# must not print. Needs a built tree (build/bin/judge) and clang-format.
#
#   check_house_test.sh            tries all, as many promises at a time as
#                                  there are cores (JOBS=2)
#   check_house_test.sh PROMISE    tries the breaks of this promise only
#
# Exit status: 0 when every break is caught.

cd "$(dirname "$0")/../.." || exit 2
if [ $# = 0 ]; then
    sed -n 's/^caught \([a-z]*\) .*/\1/p' tests/house/check_house_test.sh |
        uniq | xargs -n 1 -P "${JOBS:-$(getconf _NPROCESSORS_ONLN)}" \
        sh tests/house/check_house_test.sh
    exit
fi
only=$1
root=$PWD
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM
tried=0 missed=0

# A copy of the tree; the build is shared, not copied. What the judge says of
# an exercise takes it a second, so only this room's are asked; and pages alone
# run what is in tests/submissions, where most files are.
# (A break may leave FILE.b behind, which only the promise `files` would see.)
fresh_copy() {
    rm -rf "$scratch/tree"
    mkdir "$scratch/tree"
    without=--exclude=./tests/submissions
    case $only in
    stubs | solutions) without="$without --exclude=./*/0[2-9]-*" ;;
    transcripts) without= ;;
    esac
    # shellcheck disable=SC2086 # none, one or two words
    tar -cf - --exclude=./.git --exclude='./build*' $without . |
        (cd "$scratch/tree" && tar -xf -)
    ln -s "$root/build" "$scratch/tree/build"
}

# Runs check_house.sh on the copy.
look() { # FILE for what it says
    (cd "$scratch/tree" && sh tests/house/check_house.sh "$only") >"$1" 2>&1
}

# caught PROMISE ERE COMMAND: after COMMAND a line must match ERE.
caught() {
    [ "$1" = "$only" ] || return
    if [ $tried = 0 ]; then
        # A promise that is broken already proves nothing about its breaks.
        fresh_copy
        look "$scratch/before"
    fi
    tried=$((tried + 1))
    fresh_copy
    (cd "$scratch/tree" && sh -c "$3") || echo "the break itself failed: $3"
    look "$scratch/after"
    status=$?
    if grep -qE "^house: $2" "$scratch/before"; then
        missed=$((missed + 1))
        echo "not in order before it is broken: $1: $2"
    elif [ $status != 1 ] || ! grep -qE "^house: $2" "$scratch/after"; then
        missed=$((missed + 1))
        echo "not caught: $1: $3"
        sed 's/^/    /' "$scratch/after"
    fi
}

room=01-cross-correlation
stub=exercises/$room/2_correlate_2d.c
solved=solutions/$room/2_correlate_2d.c
checked=tests/exercises/$room/2_correlate_2d.c
hints=exercises/$room/hints.md
header=exercises/$room/exercises.h
lesson=chapters/$room/README.md
naive=chapters/$room/cross_correlation

caught files "chapters/$room/notes.txt: is a stray" "touch chapters/$room/notes.txt"
caught files "chapters/$room/a.png.bak: is a stray" \
    "touch chapters/$room/a.png.bak"
caught files "LICENSE: is missing" "rm LICENSE"
caught files "reference/Conv.c: is a stray" "touch reference/Conv.c"

caught numbers "exercises/$room: expected number 2, found 3" \
    "rm $stub $solved $checked"
caught numbers "exercises/$room: expected number 3, found 2" \
    "cp $stub exercises/$room/2_twice.c"
caught numbers "chapters: expected number [0-9]+, found 99" \
    "mkdir chapters/99-late && touch chapters/99-late/README.md"
caught numbers "chapters/99-b/README.md: is missing" \
    "mkdir exercises/99-b && touch exercises/99-b/1_b.c"

caught entries "$stub: is missing" "rm $stub"
caught entries "$solved: is missing" "rm $solved"
caught entries "$checked: is missing" "rm $checked"
caught entries "$header: has no signature of correlate_2d" \
    "sed -i.b s/correlate_2d/correlate2d/ $header"
caught entries "$hints: has no heading ## correlate_2d" \
    "sed -i.b '/^## correlate_2d/d' $hints"

caught hints "$hints: ## correlate_2d has 0 hints" \
    "printf '\n## correlate_2d\n' >>$hints"
caught hints "$hints: ## correlate_2d is there twice" \
    "printf '\n## correlate_2d\n' >>$hints"
caught hints "$hints: ## correlate_1d: expected hint 2, found 3" \
    "sed -i.b 's/^2\. /3. /' $hints"
caught hints "$hints: ## nothing belongs to no exercise" \
    "echo '## nothing' >>$hints"

caught stubs "$stub: has 2 TODO" "echo '/* TODO: more */' >>$stub"
caught stubs "$stub: is not the stub" "echo '/* more */' >>$stub"
caught stubs "$stub: a stub must get .*got: verdict=pass" "cp $solved $stub"
caught stubs "$stub: a stub must get .*got: verdict=compile_error" \
    "echo 'int' >>$stub"
caught solutions "$solved: a solution must earn .*got: verdict=wrong_answer" \
    "sed -i.b 's/+=/-=/' $solved"
caught todos "$naive.c: line [0-9]+: .*FIXME" "echo '/* FIXME */' >>$naive.c"

caught lessons "$naive.h: is missing" "rm $naive.h"
caught lessons "$lesson: line [0-9]+: is not naive_correlate_2d" \
    "sed -i.b 's/u \* kw/u * kh/' $naive.c"
caught lessons "$lesson: line [0-9]+: quotes naive_nothing" \
    "sed -i.b 's/^\(\`\`\`c .*\) naive_correlate_2d/\1 naive_nothing/' $lesson"
caught lessons "$lesson: line [0-9]+: this block of C names no file" \
    "printf '\`\`\`c\nint x;\n\`\`\`\n' >>$lesson"
caught transcripts "$lesson: line [0-9]+: the command prints something else" \
    "printf '\`\`\`console\n\$ echo 4\n5\n\`\`\`\n' >>$lesson"
caught transcripts "$lesson: line [0-9]+: the command prints something else" \
    "printf '\`\`\`console\n\$ convlings correlate \"1 2 3\" \"1 1\"\n4  5\n\`\`\`\n' \
    >>$lesson"
caught links "$lesson: line [0-9]+: nowhere.c does not exist" \
    "echo 'See [it](nowhere.c).' >>$lesson"
caught links "README.md: line [0-9]+: $lesson#nowhere: no such heading" \
    "echo 'See [it]($lesson#nowhere).' >>README.md"
caught citations "$checked: cites \"no-such\"" \
    "echo '/* .anchor = \"no-such\" */' >>$checked"
caught citations "$hints: cites \"No Such Heading\"" \
    "echo 'See Lesson, \"No Such Heading\".' >>$hints"
caught figures "chapters/$room/figure_new.svg: is shown by no page" \
    "touch chapters/$room/figure_new.svg"

caught arrows "$solved: includes reference/conv.h: an exercise" \
    "echo '#include \"reference/conv.h\"' >>$solved"
caught arrows "$stub: includes unistd.h: an exercise" \
    "echo '#include <unistd.h>' >>$stub"
caught arrows "reference/conv.c: includes $naive.h: reference/ knows" \
    "echo '#include \"$naive.h\"' >>reference/conv.c"
caught arrows "reference/io/png.c: includes ../../tests/grader/runner.h" \
    "echo '#include \"../../tests/grader/runner.h\"' >>reference/io/png.c"
caught arrows "$naive.c: includes reference/conv.h: a chapter takes" \
    "echo '#include \"reference/conv.h\"' >>$naive.c"
caught intrinsics "reference/microkernels/row.c: line [0-9]+: belongs into" \
    "echo '#include <immintrin.h>' >>reference/microkernels/row.c"
caught intrinsics "reference/conv.c: line [0-9]+: belongs into" \
    "echo 'int f(int32x4_t a) { return vgetq_lane_s32(a, 0); }' \
    >>reference/conv.c"
caught statuses "reference/status.h: .*provokes REF_ESIZE" \
    "sed -i.b s/REF_ESIZE/REF_OK/g tests/reference/*.c"
caught statuses "reference/status.h: .*provokes REF_ENEW" \
    "sed -i.b 's/enum ref_status {/& REF_ENEW,/' reference/status.h"
caught places "$naive.c: line [0-9]+: a path of one machine" \
    "echo '/* see /ho''me/me/x.c */' >>$naive.c"

caught verbs "README.md: names make frobnicate" \
    "echo 'Try \`make frobnicate\`.' >>README.md"
caught verbs "Makefile: make help does not name make frobnicate" \
    "printf '.PHONY: frobnicate\nfrobnicate:\n' >>Makefile"
caught sizes "$naive.c: line [0-9]+ has 101 columns" \
    "printf '/*%97s*/\n' x >>$naive.c"
caught sizes "$naive.c: [0-9]+ lines, 500 at most" \
    "yes '' | head -n 500 >>$naive.c"
caught lines "reference: has [0-9]+ lines of code" \
    "yes 'int x;' | head -n 7500 >>reference/status.c"
caught text "$naive.c: line [0-9]+: has trailing" "echo 'int x; ' >>$naive.c"
caught text "$naive.c: line [0-9]+: ends in CR" \
    "printf 'int x;\r\n' >>$naive.c"
caught text "$lesson: has no newline" "printf x >>$lesson"
caught guards "$naive.h: has no guard" "sed -i.b s/CONVLINGS_// $naive.h"
caught scripts "tests/house/setup.sh: does not parse" \
    "echo 'if' >>tests/house/setup.sh"
caught scripts ".ci/run: is not executable" "chmod -x .ci/run"
caught format "$naive.c: is not formatted" "echo 'int  x;' >>$naive.c"

printf '%-12s %d of %d breaks caught\n' "$only" $((tried - missed)) $tried
[ $missed = 0 ] && [ $tried -gt 0 ]
