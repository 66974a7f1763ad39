#!/usr/bin/env python3
"""May this submission be graded, or were there too many in a while?

limit.py METADATA LIMIT HOURS RESULTS

METADATA is Gradescope's submission_metadata.json:
https://gradescope-autograders.readthedocs.io/en/latest/submission_metadata/
Counts the earlier submissions that were graded in the HOURS before this one.
At LIMIT or more the results of the last of them are written to RESULTS again,
with a notice, whole or not at all. Exit status: 0 grade it, 1 do not, the
earlier results are written; 2 the metadata cannot be read.
"""
import datetime
import json
import os
import sys


def moment(text):
    time = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    if time.tzinfo is None:
        time = time.replace(tzinfo=datetime.timezone.utc)
    return time


def graded_within(data, hours):
    """Earlier submissions of the time, with results, the latest last."""
    now = moment(data["created_at"])
    begin = now - datetime.timedelta(hours=hours)
    found = [
        (moment(one["submission_time"]), one["results"])
        for one in data.get("previous_submissions") or []
        if not one.get("autograder_error") and isinstance(one.get("results"), dict)
    ]
    return sorted((one for one in found if begin < one[0] <= now),
                  key=lambda one: one[0])


def main(metadata, limit, hours, results):
    with open(metadata, encoding="utf-8") as file:
        found = graded_within(json.load(file), int(hours))
    if len(found) < int(limit):
        return 0
    again = found[0][0] + datetime.timedelta(hours=int(hours))
    last = dict(found[-1][1])
    last["output_format"] = "text"
    last["output"] = (
        f"Not graded: {len(found)} submissions in {hours} hours, {limit} are"
        f" allowed. These are the results of the last one. The next is graded"
        f" after {again:%Y-%m-%d %H:%M %Z}.\n\n" + str(last.get("output", "")))
    temporary = results + ".tmp"
    with open(temporary, "x", encoding="utf-8") as file:
        json.dump(last, file)
    os.replace(temporary, results)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        print("limit.py:", repr(error), file=sys.stderr)
        sys.exit(2)
