#!/bin/sh
# try.sh NUMBER: what becomes of one mutant. Called by mutants.sh, which
# exports name, dir, include, JUDGE, SEED and CC. Appends to results.tsv the
# number and compile_error, same_code, fault, or the judge's verdict.
: "${name:?}" "${dir:?}" "${include:?}"
mutant=$dir/$1.c

if ! $CC -std=c11 -O2 -ffp-contract=off -w -I"$include" -S -o - "$mutant" \
    2>/dev/null >"$dir/$1.raw"; then
    outcome=compile_error
else
    grep -Ev '^[[:space:]]*\.(file|loc|ident)' "$dir/$1.raw" >"$dir/$1.s"
    if cmp -s "$dir/original.s" "$dir/$1.s"; then
        outcome=same_code
    else
        line=$(timeout 60 "$JUDGE" check "$name" --file "$mutant" \
            --format line --seed "$SEED" 2>"$dir/$1.said")
        status=$?
        outcome=${line#verdict=}
        outcome=${outcome%% *}
        case $status:$line in
        0:verdict=pass\ * | 1:verdict=[a-z]*) ;;
        *)
            outcome=fault
            echo "$name: no verdict on mutant $1 (status $status):" \
                "$line" "$(head -n 1 "$dir/$1.said")" >&2
            ;;
        esac
    fi
fi
rm -f "$dir/$1.raw" "$dir/$1.s" "$dir/$1.said"
printf '%s\t%s\n' "$1" "$outcome" >>"$dir/results.tsv"
