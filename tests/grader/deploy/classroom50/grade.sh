#!/bin/sh
# Grades the checkout it is started in and writes ./result.json there, from
# the variables of Classroom 50's runner (CLASSROOM, ASSIGNMENT,
# SUBMISSION_TAG, COMMIT_URL, RELEASE_URL, REVIEW_URL). Pictures of wrong
# outputs go to ./pictures; name them in the assignment's release_assets.
# https://github.com/foundation50/classroom50/wiki/Advanced-Autograding
# Exit status: 0 graded, whatever the score; 1 the grader failed, and then
# there is no result.json.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
judge=$here/convlings/build/bin/judge
ONLY=''

# The checkout is the student's: what lies under these names is not ours.
rm -rf result.json pictures
[ ! -f "$here/settings" ] || . "$here/settings"

fail() {
    rm -f result.json
    echo "grade.sh: $*" >&2
    exit 1
}

if [ ! -x "$judge" ]; then
    (cd "$here/convlings" && sh tests/house/setup.sh need base class figures &&
        make -j2 judge) >&2 || fail "the judge could not be built"
fi
set -- submission . --name "${SUBMISSION_TAG:-submission}" --require-sandbox \
    --format classroom50 --pictures pictures --out result.json
[ -z "$ONLY" ] || set -- "$@" --only "$ONLY"
"$judge" "$@" </dev/null >&2
status=$?
case $status in
0 | 1) [ -s result.json ] || fail "the judge wrote no result" ;;
*) fail "the judge ended with status $status" ;;
esac
