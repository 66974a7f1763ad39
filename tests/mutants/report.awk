# What became of the mutants of one exercise.
#
#   awk -F '\t' -v exercise=NAME -v problems=FILE -v list=FILE -f report.awk \
#       LIST sample.txt results.tsv index.tsv
#
# Prints one row: name, made, not compiled, same code, the four kinds of
# rejection, other kinds, listed, survived. Writes to `problems` one line
# for each survivor and for each entry of the list that is out of date.

FILENAME == list {
    if ($1 == exercise) {
        key = $2 FS $3
        entry[key] = FNR
        if ($4 == "")
            print list ":" FNR ": no reason is given" >problems
    }
    next
}
FILENAME ~ /sample.txt$/ { sampled[$1]; next }
FILENAME ~ /results.tsv$/ { if (NF == 2) result[$1] = $2; next }

{
    made++
    key = $4 FS $5
    exists[key]
    if (!($1 in sampled)) {
        passed[key]
        next
    }
    kind = result[$1]
    if (kind == "pass" && key in entry)
        kind = "listed"
    # where the compiler proves the equivalence, the list may say it too
    if (kind == "listed" || kind == "same_code")
        passed[key]
    else if (kind == "pass")
        print "survivor", $1 >problems
    else if (kind == "fault" || kind == "")
        faults = faults " " $1
    count[kind]++
}

END {
    for (key in entry)
        if (!(key in exists))
            print list ":" entry[key] ": no mutant reads like this" >problems
        else if (!(key in passed))
            print list ":" entry[key] ": the check rejects this mutant" \
                >problems
    if (faults)
        print exercise ": the judge gave no verdict on mutants" faults \
            >problems
    for (kind in count)
        known += count[kind]
    row = exercise " " made
    n = split("compile_error same_code wrong_answer memory_error timeout " \
              "crash", kinds, " ")
    for (i = 1; i <= n; i++) {
        row = row " " count[kinds[i]] + 0
        known -= count[kinds[i]]
    }
    known -= count["listed"] + count["pass"]
    print row, known, count["listed"] + 0, count["pass"] + 0
}
