#!/bin/sh
# What the compilers do not say: clang-tidy and cppcheck over all C files, and
# clang-format on how they look; any finding fails. What is switched off, and
# why, stands in .clang-tidy and below. Broken submissions are broken on
# purpose and left out.
#
#   QUICK=1  clang's analyzer, which takes nine tenths of the time, does not
#            walk through the suites, which the sanitizers watch as they run

cd "$(dirname "$0")/../.." || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM
defines='-D_POSIX_C_SOURCE=200809L -DCONVLINGS_CC="cc" -DCONVLINGS_BUILD="build"'
# the vocabulary that the inner loops are read with here
defines="$defines -Ireference/microkernels"
defines="$defines "'-DREF_SIMD=portable -DREF_SIMD_HEADER="simd_portable.h"'

sources() { # FOLDER...
    find "$@" -name '*.[ch]' -not -path 'tests/submissions/*' | sort
}

# A room's exercises.h is found by its own exercises and solutions only.
tidy() { # FLAG, CHECKS besides those of .clang-tidy; the files on standard input
    grep '\.c$' | xargs -n 6 -P 2 sh -c 'flags=$1 checks=$2; shift 2
        clang-tidy --quiet --checks="$checks" "$@" -- $flags' \
        sh "-std=c11 $defines -I. $1" "$2" 2>/dev/null
}

# The library's arrays may have more elements than an int counts: a product
# that becomes an offset must be formed wide.
wide=bugprone-implicit-widening-of-multiplication-result
suites='^tests/(chapters|fuzz|machines|mutants|reference|support)/|/check_'

# Beside it, since it uses one core. Left out: what clang's analyzer judges
# better, for it follows noreturn.
cppcheck --std=c11 --enable=warning,performance,portability --inline-suppr \
    --suppress=nullPointerRedundantCheck --suppress=nullPointerArithmetic \
    --suppress=nullPointerArithmeticRedundantCheck --suppress=memleak \
    --suppress=negativeIndex --suppress=ctuuninitvar --suppress=missingIncludeSystem \
    --error-exitcode=1 --quiet $defines -I. -i tests/submissions \
    chapters reference solutions tests >"$scratch/cppcheck" 2>&1 ||
    touch "$scratch/failed" &

{
    sources chapters tests | grep -vE "$suites" | tidy ""
    sources tests | grep -E "$suites" | tidy "" "${QUICK:+-clang-analyzer-*}"
    sources reference | tidy "" "$wide"
    for room in exercises/*/; do
        # a stub has no use for its parameters yet
        sources "$room" | tidy "-I$room" -misc-unused-parameters
        sources "solutions/${room#*/}" | tidy "-I$room"
    done
} >"$scratch/tidy" || touch "$scratch/failed"
[ ! -s "$scratch/tidy" ] || sed "s|^$PWD/||" "$scratch/tidy"

wait
cat "$scratch/cppcheck"
sources chapters exercises reference solutions tests |
    xargs clang-format --dry-run -Werror || touch "$scratch/failed"

[ ! -s "$scratch/tidy" ] && [ ! -e "$scratch/failed" ] || exit 1
echo "lint: nothing to say about $(sources chapters exercises reference \
    solutions tests | wc -l | tr -d ' ') files."
