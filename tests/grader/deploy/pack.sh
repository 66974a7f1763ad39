#!/bin/sh
# Packs what grades on another machine: the judge's sources with the scripts
# that platform calls. Called by make gradescope; run at the project's root.
#
#   pack.sh gradescope    build/gradescope.zip, to be uploaded as autograder
#   pack.sh classroom50   build/classroom50/, to be copied into the folder of
#                         the assignment's autograder
#
# Environment: ONLY=LIST grades these exercises or chapters (judge submission
# --only), LIMIT=N at most N gradings in HOURS=H (24) on Gradescope, B the
# build folder (build).
# Exit status: 0 packed, 1 not, 2 wrong usage.

cd "$(dirname "$0")/../../.." || exit 1
deploy=tests/grader/deploy
B=${B:-build}
out=$(mkdir -p "$B" && cd "$B" && pwd) || exit 1

stop() { # STATUS WORDS...
    status=$1
    shift
    echo "pack.sh: $*" >&2
    exit "$status"
}

# git knows what belongs to the project, unless it is not there or the folder
# is somebody else's.
every_file() {
    [ -e .git ] && command -v git >/dev/null &&
        git ls-files --cached --others --exclude-standard 2>/dev/null && return
    find . \( -name .git -o -path './build*' -o -path ./.convlings \) \
        -prune -o -type f -print | sed 's|^\./||'
}

# What the judge is built from and nothing else.
sources() {
    every_file | grep -E -e '^(Makefile|LICENSE|tests/house/setup\.sh)$' \
        -e '^(reference|solutions|chapters|tests/grader|tests/exercises)/' \
        -e '^exercises/[^/]*/exercises\.h$' \
        -e '^tests/(support|mutants|fuzz)/.*\.mk$' |
        grep -vE '\.(svg|png)$|/check_[a-z0-9_]*\.c$' |
        while read -r f; do [ -f "$f" ] && echo "$f"; done
}

number() { # NAME VALUE
    case $2 in
    '' | *[!0-9]*) stop 2 "$1 is a whole number, not '$2'" ;;
    esac
}

case ${ONLY:-} in
*[!a-z0-9_,/-]*) stop 2 "ONLY is a list of exercises or chapters, not '$ONLY'" ;;
esac
[ -z "${LIMIT:-}" ] || number LIMIT "$LIMIT"
number HOURS "${HOURS:-24}"

case ${1:-} in
gradescope) top=$(mktemp -d) || exit 1 ;;
classroom50)
    top=$out/classroom50
    rm -rf "$top" ;;
*) stop 2 "gradescope or classroom50, not '${1:-}'" ;;
esac
[ "$1" = classroom50 ] || trap 'rm -rf "$top"' EXIT
mkdir -p "$top/convlings" || exit 1
sources | tar -cf - -T - | tar -xf - -C "$top/convlings" || exit 1
[ -f "$top/convlings/tests/grader/judge.c" ] || stop 1 "the sources are gone"
cp "$deploy/$1"/* "$top" || exit 1
printf 'ONLY=%s\nLIMIT=%s\nHOURS=%s\n' "${ONLY:-}" "${LIMIT:-}" "${HOURS:-24}" \
    >"$top/settings" || exit 1

if [ "$1" = classroom50 ]; then
    echo "packed $B/classroom50"
    exit 0
fi
zip=$out/gradescope.zip
rm -f "$zip"
chmod 755 "$top/setup.sh" "$top/run_autograder"
if command -v zip >/dev/null; then
    (cd "$top" && zip -qr "$zip" .)
elif command -v bsdtar >/dev/null; then
    (cd "$top" && bsdtar -a -cf "$zip" -- *)
else
    (cd "$top" && python3 -m zipfile -c "$zip" -- *)
fi || stop 1 "no zip was made: is zip, bsdtar or python3 installed?"
echo "packed $B/gradescope.zip"
