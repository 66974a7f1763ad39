#!/bin/sh
# Runs the suites of the library on machines that this one is not.
#
#   machines.sh BUILD ARM [PROGRAM...]
#
#   BUILD/bin         our own program, and
#   BUILD/ARM/cross   what was compiled for ARM, a GNU name as aarch64-linux-gnu
#   PROGRAM...        suites of this machine's own build, if it is an x86-64
#
# Each machine is asked first which inner loops it chose: a test of loops that
# the machine does not run passes without a word.
# Exit status: 0 only when all of it passed.

cd "$(dirname "$0")/../.." || exit 2
build=$1 arm=$2
shift 2
failed=0

machine() { # NAME EMULATOR...
    name=$1
    shift
    EMULATOR=$*
    export EMULATOR
    printf '\n%s: %s\n' "$name" "$EMULATOR"
}

complain() {
    printf 'machines: %s\n' "$*"
    failed=1
}

# chooses LOOPS COMMAND...: what the command prints, some line ends in LOOPS
chooses() {
    loops=$1
    shift
    said=$($EMULATOR "$@" 2>&1 </dev/null)
    case $said in
    *"$loops") ;;
    *) complain "chose \"$said\", not $loops: $*" ;;
    esac
}

suites() { # BUILD PROGRAM...
    sh tests/house/run_tests.sh "$@" || failed=1
}

# Those among the programs that do not try each table of inner loops anyway.
chosen_once() {
    for program in "$@"; do
        grep -q 'trials\.h' "tests/reference/${program##*/}.c" ||
            echo "$program"
    done
}

# Those among the programs whose suite has no arrays at forbidden pages, neither
# those of the support nor a mapping of its own (sys/mman.h).
unguarded() {
    for program in "$@"; do
        grep -qE '(guarded|trials|mman)\.h' "tests/reference/${program##*/}.c" ||
            echo "$program"
    done
}

here=$build/$arm
machine "64-bit ARM" "qemu-${arm%%-*} -L /usr/$arm"
# Two of its four tests must fail: is that seen here?
said=$($EMULATOR "$here/cross/broken" 2>&1 </dev/null) &&
    complain "a suite that must fail passed"
case $said in
*"50%: Checks: 4, Failures: 1, Errors: 1"*) ;;
*) complain "a suite that must fail said:
$said" ;;
esac
chooses neon "$here/cross/name"
suites "$here" "$here"/cross/check_*
CONVLINGS_SIMD=portable
export CONVLINGS_SIMD
chooses portable "$here/cross/name"
# shellcheck disable=SC2046 # one word a program
suites "$here" $(chosen_once "$here"/cross/check_*)
unset CONVLINGS_SIMD

if [ $# -gt 0 ]; then
    machine "x86-64 without AVX" "qemu-x86_64 -cpu Nehalem"
    chooses portable "$build/bin/convlings" --version
    CONVLINGS_SIMD=avx2 chooses portable "$build/bin/convlings" --version
    suites "$build" "$@"
    # qemu reads 16 bytes where the scalar multiply-add reads 4, and 32 where
    # a masked load reads fewer (seen with 7.2; the CPU does not).
    machine "x86-64 with AVX2" "qemu-x86_64 -cpu max" # qemu 7.2 or newer
    chooses avx2 "$build/bin/convlings" --version
    # shellcheck disable=SC2046 # one word a program
    suites "$build" $(unguarded "$@")
fi
exit $failed
