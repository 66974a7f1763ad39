#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image (Ubuntu 22.04):
# brings the packages, builds the judge, and makes sure that it grades.
# https://gradescope-autograders.readthedocs.io/en/latest/specs/
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/settings"
cd "$here/convlings"

if ! command -v make >/dev/null || ! command -v pkg-config >/dev/null; then
    apt-get update -q
    apt-get install -qy --no-install-recommends make pkg-config
fi
sh tests/house/setup.sh need base class figures
if [ -n "$LIMIT" ] && ! command -v python3 >/dev/null; then
    apt-get install -qy --no-install-recommends python3
fi
make -j2 judge

# A grader that cannot grade its own solution must not go live.
solution=solutions/01-cross-correlation/1_correlate_1d.c
build/bin/judge check correlate_1d --file $solution --format line --seed 1
