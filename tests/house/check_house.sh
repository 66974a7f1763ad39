#!/bin/sh
# Is the house in order? Every promise about layout, names and quotes is a
# function here; each broken one prints `house: path: what is wrong`.
#
#   check_house.sh            checks all promises
#   check_house.sh NAME...    checks these only (NAME as in `promises` below)
#
# Needs build/bin/judge and build/bin/convlings for the promises `stubs`,
# `solutions` and `transcripts`, clang-format for `format`.
# Exit status: 0 when every promise is kept, 1 otherwise, 2 for a wrong NAME.

promises='files numbers entries hints stubs solutions todos lessons transcripts
links citations figures arrows intrinsics statuses places verbs sizes lines text guards
scripts format'

cd "$(dirname "$0")/../.." || exit 2
LC_ALL=C
PATH=$PWD/build/bin:$PATH
export LC_ALL PATH
house=tests/house
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM
all=$scratch/files

broken() { # PATH WHAT...
    path=$1
    shift
    printf 'house: %s: %s\n' "$path" "$*"
}

# Every file that is, or is about to be, in the repository.
list_files() {
    if [ -e .git ] && command -v git >/dev/null; then
        git ls-files --cached --others --exclude-standard
    else
        find . \( -name .git -o -path './build*' -o -path ./.convlings \) \
            -prune -o -type f -print | sed 's|^\./||'
    fi | sort | while read -r f; do [ -f "$f" ] && echo "$f"; done
}

files() { # ERE: the files whose whole path matches
    grep -xE "$1" "$all"
}

# CHAPTER/N_name of everything that has at least one of its three C files.
exercises() {
    files '(tests/)?(exercises|solutions)/[^/]*/[0-9]+_[^/]*\.c' |
        sed -E 's#^(tests/)?(exercises|solutions)/##; s/\.c$//' |
        sort -u | sort -t / -k 1,1 -k 2n
}

# --- layout ----------------------------------------------------------------

# Promise: no stray file; each has a place by its name.
check_files() {
    topic='[0-9][0-9]-[a-z0-9]+(-[a-z0-9]+)*'
    grep -vxE "$(tr '\n' '|' <<END | sed 's/|$//'
README\.md|Makefile|LICENSE|\.gitignore|\.editorconfig|\.clang-(format|tidy)
\.ci/run|\.github/CONTRIBUTING\.md
chapters/chart\.c|chapters/(chart|pattern)\.png
chapters/$topic/(README\.md|[a-z0-9_]+\.[ch]|figure\.gp)
chapters/$topic/figure[a-z0-9_]*\.(svg|png)
exercises/$topic/(exercises\.h|hints\.md|[0-9]+_[a-z0-9_]+\.c)
solutions/$topic/[0-9]+_[a-z0-9_]+\.c
reference/(README\.md|library\.mk|convlings\.(1|pc\.in)|[a-z0-9_]+\.[ch])
reference/(io|tools|microkernels)/[a-z0-9_]+\.[ch]
reference/bench/(bench\.mk|[a-z0-9_]+\.([ch]|gp|svg|py))
tests/reference/check_[a-z0-9_]+\.c
tests/chapters/check_[0-9][0-9]_[a-z0-9_]+\.c
tests/exercises/$topic/([0-9]+_[a-z0-9_]+\.[ch]|wrong/[0-9]+_[a-z0-9_]+\.c|equivalent\.tsv)
tests/submissions/$topic/[0-9]+_[a-z0-9_]+/[a-z0-9_]+\.c
tests/submissions/attacks/[a-z0-9_]+\.c
tests/(grader|support|mutants)/[a-z0-9_]+\.([ch]|sh|awk|gp)
tests/grader/(report|class)/[a-z0-9_]+\.([ch]|gp)
tests/grader/(grader\.mk|README\.md)
tests/grader/deploy/([a-z0-9_]+/)?[a-z0-9_.-]+
tests/fuzz/(fuzz\.mk|[a-z0-9_]+\.([ch]|sh))
tests/fuzz/corpus/(npy|png|pnm)/[a-z0-9_]+\.(npy|png|pgm|ppm)
tests/machines/(machines\.mk|[a-z0-9_]+\.([ch]|sh))
tests/fuzz/corpus/shape/[a-z0-9_]+
tests/golden/[a-z0-9_]+\.(py|txt|npy)
tests/house/[a-z0-9_]+\.(sh|awk)
END
)" "$all" | while read -r f; do
        broken "$f" "is a stray file: no rule of the layout has a place for it"
    done
    for f in README.md Makefile LICENSE .ci/run .github/CONTRIBUTING.md; do
        [ -f "$f" ] || broken "$f" "is missing"
    done
}

counts_up() { # PATH NUMBER...: says so when they are not 1, 2, 3 ...
    path=$1 next=1
    shift
    for n in "$@"; do
        [ "$n" -eq $next ] ||
            broken "$path" "expected number $next, found $n"
        next=$((n + 1))
    done
}

# Promise: chapters and exercises are numbered from 1 without gaps.
check_numbers() {
    counts_up chapters $(files 'chapters/[0-9].*/.*' |
        sed -E 's#^chapters/0?([0-9]+)-.*#\1#' | sort -nu)
    exercises | sed 's#/.*##' | sort -u | while read -r chapter; do
        [ -f "chapters/$chapter/README.md" ] ||
            broken "chapters/$chapter/README.md" "is missing: the chapter" \
                "has exercises but no lesson"
        counts_up "exercises/$chapter" $(exercises |
            sed -n -E "s#^$chapter/([0-9]+)_.*#\1#p" | sort -n)
    done
}

# Promise: an exercise is five entries under one name.
check_entries() {
    exercises | while read -r id; do
        chapter=${id%/*} name=${id#*/*_}
        [ -f "exercises/$id.c" ] || broken "exercises/$id.c" \
            "is missing: every exercise has a stub"
        [ -f "solutions/$id.c" ] || broken "solutions/$id.c" \
            "is missing: every exercise has a solution"
        [ -f "tests/exercises/$id.c" ] || broken "tests/exercises/$id.c" \
            "is missing: every exercise has a check"
        grep -q "[ *]$name(" "exercises/$chapter/exercises.h" ||
            broken "exercises/$chapter/exercises.h" \
                "has no signature of $name"
        grep -qx "## $name" "exercises/$chapter/hints.md" ||
            broken "exercises/$chapter/hints.md" "has no heading ## $name"
    done
}

# Promise: a ladder of three hints or more, numbered from 1, per exercise.
check_hints() {
    files 'exercises/[^/]*/hints\.md' | while read -r f; do
        awk -v f="$f" '
            function end_of_ladder() {
                if (name != "" && n < 3)
                    printf "house: %s: ## %s has %d hints, not three\n",
                           f, name, n
            }
            /^## / { end_of_ladder(); name = $2; n = 0
                     if (seen[name]++)
                         printf "house: %s: ## %s is there twice\n", f, name }
            /^[0-9]+\. / { n++
                if ($1 + 0 != n)
                    printf "house: %s: ## %s: expected hint %d, found %d\n",
                           f, name, n, $1
                if (NF < 4)
                    printf "house: %s: ## %s: hint %d is empty\n", f, name, n }
            END { end_of_ladder() }' "$f"
        sed -n 's/^## //p' "$f" | while read -r name; do
            exercises | grep -qE "^$(basename "${f%/*}")/[0-9]+_$name\$" ||
                broken "$f" "## $name belongs to no exercise"
        done
    done
}

# --- what the judge says ---------------------------------------------------

verdict() { # NAME FILE: prints the judge's one line
    judge check "$1" --file "$2" --format line 2>&1 </dev/null | tail -n 1
}

no_judge() {
    [ -x build/bin/judge ] && return 1
    broken build/bin/judge "is not built, $1 is not checked: run make"
}

# Promise: a stub is what `make reset` writes; it compiles and fails.
check_stubs() {
    no_judge "what stubs do" && return
    exercises | while read -r id; do
        name=${id#*/*_} f=exercises/$id.c
        [ -f "$f" ] || continue
        n=$(grep -c TODO "$f")
        [ "$n" = 1 ] || broken "$f" "has $n TODO, not one"
        judge stub "$name" 2>/dev/null </dev/null | cmp -s - "$f" ||
            broken "$f" "is not the stub that judge stub $name writes"
        line=$(verdict "$name" "$f")
        case $line in
        verdict=not_started\ *) ;;
        *) broken "$f" "a stub must get verdict=not_started; got: $line" ;;
        esac
    done
}

# Promise: a solution earns every point.
check_solutions() {
    no_judge "what solutions do" && return
    exercises | while read -r id; do
        f=solutions/$id.c
        [ -f "$f" ] || continue
        line=$(verdict "${id#*/*_}" "$f")
        echo "$line" | awk '
            { for (i = 1; i <= NF; i++) { split($i, p, "="); v[p[1]] = p[2] } }
            END { exit !(v["verdict"] == "pass" && v["max"] > 0 &&
                         v["points"] == v["max"]) }' ||
            broken "$f" "a solution must earn every point; got: $line"
    done
}

# Promise: outside a stub nothing is left to do.
check_todos() {
    files '(chapters|reference|solutions)/.*\.[ch]|tests/exercises/.*\.c' |
        xargs grep -nE 'TODO|FIXME|XXX' /dev/null |
        while IFS=: read -r f n line; do broken "$f" "line $n: $line"; done
}

# --- lessons ---------------------------------------------------------------

# Promise: a lesson stands beside its code and quotes it word for word.
check_lessons() {
    files 'chapters/[^/]*/.*' | sed 's#/[^/]*$##' | sort -u |
        while read -r room; do
            topic=$(basename "$room" | sed 's/^[0-9]*-//' | tr - _)
            for f in README.md "$topic.h" "$topic.c"; do
                [ -f "$room/$f" ] || broken "$room/$f" "is missing"
            done
            [ -f "$room/README.md" ] || continue
            awk -v room="$room" -f $house/quotes.awk "$room/README.md"
        done
}

# The time something took differs from run to run, so it is not compared.
without_times() {
    sed -E 's/[0-9]+(\.[0-9]+)? ?(ms|s)([^a-z]|$)/TIME\3/g'
}

# Promise: the consoles of every page show what the commands really print.
check_transcripts() {
    [ -x build/bin/convlings ] || broken build/bin/convlings \
        "is not built, transcripts are not checked: run make"
    [ -x build/bin/convlings ] || return
    files '(.*/)?[A-Za-z]+\.md' | while read -r f; do
        rm -rf "$scratch/shell" && mkdir "$scratch/shell"
        awk -v to="$scratch/shell" -f $house/transcripts.awk "$f"
        for command in "$scratch"/shell/*.command; do
            [ -f "$command" ] || continue
            sh "$command" 2>&1 </dev/null | without_times >"$scratch/is"
            without_times <"${command%.command}.output" >"$scratch/should"
            cmp -s "$scratch/should" "$scratch/is" || {
                broken "$f" "line $(expr "$command" : '.*/0*\(.*\).command'):" \
                    "the command prints something else:"
                diff "$scratch/should" "$scratch/is" | sed 's/^/    /'
            }
        done
    done
}

# Promise: links to files and to headings lead somewhere.
check_links() {
    files '.*\.md' | while read -r f; do
        awk -f $house/links.awk "$f" | while IFS='|' read -r n file anchor; do
            target=$(dirname "$f")/$file
            [ -n "$file" ] || target=$f
            if [ ! -e "$target" ]; then
                broken "$f" "line $n: $file does not exist"
            elif [ -n "$anchor" ] && [ "${target%.md}" != "$target" ] &&
                ! awk -v what=anchors -f $house/links.awk "$target" |
                    grep -qxF "$anchor"; then
                broken "$f" "line $n: $file#$anchor: no such heading"
            fi
        done
    done
}

# Promise: the headings that hints and checks send a learner to are there.
check_citations() {
    files 'exercises/[^/]*/hints\.md|tests/exercises/.*\.c' |
        while read -r f; do
            chapter=$(echo "$f" | sed -E 's#.*exercises/([^/]*)/.*#\1#')
            lesson=chapters/$chapter/README.md
            [ -f "$lesson" ] || continue
            {
                sed -n 's/^##* *//p' "$lesson"
                awk -v what=anchors -f $house/links.awk "$lesson"
            } >"$scratch/headings"
            cited_by "$f" | sort -u | grep -vxFf "$scratch/headings" |
                while read -r heading; do
                    broken "$f" "cites \"$heading\", which is no heading" \
                        "of $lesson"
                done
        done
}

# Lesson, "HEADING"  of hints, which may run over a line's end; of checks
# .anchor = "HEADING"  and, in the table of misconceptions, the last text.
cited_by() {
    tr '\n' ' ' <"$1" | tr -s ' ' >"$scratch/flat"
    grep -oE '(Lesson, |\.anchor = )"[^"]*"' "$scratch/flat" |
        sed 's/^[^"]*"//; s/"$//'
    grep -oE '\{"[A-Z]+[0-9]+",[^{}]*\}' "$scratch/flat" |
        sed -nE 's/.*"([^"]*)", *[a-z][a-z0-9_]* *\}$/\1/p'
}

# Promise: a drawn figure is committed because a page shows it.
check_figures() {
    files '.*\.svg|chapters/.*\.png' | while read -r f; do
        files '.*\.md' | xargs grep -qF "$(basename "$f")" /dev/null ||
            broken "$f" "is shown by no page"
    done
}

# --- code ------------------------------------------------------------------

# Promise: include arrows point one way.
check_arrows() {
    files '.*\.[ch]' | grep -v '^tests/submissions/' |
        xargs grep -E '^ *# *include' /dev/null |
        awk -v list="$all" -f $house/arrows.awk
}

# Promise: what one machine alone understands stands in its vocabulary.
check_intrinsics() {
    files '.*\.[ch]' | grep -v '^reference/microkernels/simd_[a-z0-9]*\.h$' |
        xargs grep -nE "$(tr '\n' '|' <<END | sed 's/|$//'
immintrin\.h|\b_mm[0-9]*_|\b__m[0-9]+|__builtin_(ia32|neon)
arm_neon\.h|\bv[a-z0-9]+q_[a-z]*[0-9]|\b(float|u?int)[0-9]+x[0-9]+_t
END
)" /dev/null |
        while IFS=: read -r f n line; do
            broken "$f" "line $n: belongs into reference/microkernels/simd_*.h"
        done
}

# Promise: every status of the library is provoked by a test.
check_statuses() {
    [ -f reference/status.h ] || return
    sed -n '/enum ref_status/,/}/p' reference/status.h |
        grep -oE '\bREF_E[A-Z_]+' | sort -u | while read -r status; do
        files 'tests/reference/.*\.c' | xargs grep -qw "$status" /dev/null ||
            broken reference/status.h "no test in tests/reference" \
                "provokes $status"
    done
}

# Promise: no path of somebody's own machine.
check_places() {
    grep -v '\.png$' "$all" | tr '\n' '\0' |
        xargs -0 grep -nE '(^|[^A-Za-z0-9_.~-])/(home|root|Users|work)/' \
            /dev/null |
        while IFS=: read -r f n line; do
            broken "$f" "line $n: a path of one machine: $line"
        done
}

phony() {
    awk '{ while (sub(/\\$/, "") && (getline more) > 0) $0 = $0 more }
         sub(/^\.PHONY:/, "")' Makefile $(files '.*\.mk') | tr -s ' \t' '\n\n' |
        grep '^[a-z]' | sort -u
}

# The verbs a page names, in `make verb` or at the start of a line of code.
verbs_named() {
    awk '/^```/ { code = !code; next }
         code { sub(/^\$ /, ""); if (/^make [a-z]/) print $2; next }
         { while (match($0, /`make [a-z][a-z-]*/)) {
               print substr($0, RSTART + 6, RLENGTH - 6)
               $0 = substr($0, RSTART + RLENGTH) } }' "$1" | sort -u
}

# Promise: `make help` names every verb, and pages name only verbs there are.
check_verbs() {
    phony >"$scratch/verbs"
    [ -s "$scratch/verbs" ] || broken Makefile "has no .PHONY verbs"
    make -s help >"$scratch/help" 2>&1 </dev/null
    while read -r verb; do
        [ "$verb" = all ] || grep -qE "make $verb( |\$)" "$scratch/help" ||
            broken Makefile "make help does not name make $verb"
    done <"$scratch/verbs"
    files '.*\.md' | while read -r f; do
        verbs_named "$f" | grep -vxFf "$scratch/verbs" | while read -r verb; do
            broken "$f" "names make $verb, which the Makefile does not know"
        done
    done
}

# Promise: files stay small and lines short.
check_sizes() {
    for f in $(files '.*\.([ch]|sh|awk|gp)|Makefile|README\.md'); do
        case $f in README.md | Makefile) most=150 ;; *) most=500 ;; esac
        awk -v f="$f" -v most=$most '
            { gsub(/[\200-\277]/, "") } # count characters, not bytes
            f ~ /\.[ch]$/ && length($0) > 100 {
                printf "house: %s: line %d has %d columns, 100 at most\n",
                       f, FNR, length($0) }
            END { if (FNR > most)
                printf "house: %s: %d lines, %d at most\n", f, FNR, most }
            ' "$f"
    done
}

# Promise: the reference does not outgrow an evening: fewer than 7,000 lines of code,
# comments and blank lines not counted.
check_lines() {
    n=$(files 'reference/(microkernels/)?[a-z0-9_]+\.[ch]' | xargs cat |
        awk '{ if (inside && !sub(/^.*\*\//, "")) next
               inside = 0
               gsub(/"([^"\\]|\\.)*"/, "text") # no comment begins in a string
               gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, "")
               if (sub(/\/\*.*/, "")) inside = 1
               n += /[^ \t]/ }
             END { print n + 0 }')
    [ "$n" -lt 7000 ] || broken reference "has $n lines of code in its own" \
        "files and microkernels/, fewer than 7000 are promised"
}

# Promise: text as .editorconfig says.
check_text() {
    for f in $(files '.*\.([ch]|sh|awk|gp|md)|Makefile|\.ci/run'); do
        awk -v f="$f" '
            function wrong(what) {
                printf "house: %s: line %d: %s\n", f, FNR, what }
            /\r$/ { wrong("ends in CR LF") }
            /[ \t]$/ { wrong("has trailing blanks") }
            /\t/ && f ~ /\.[ch]$/ { wrong("has a tab") }' "$f"
        [ -z "$(tail -c 1 "$f")" ] || broken "$f" "has no newline at its end"
    done
}

# Promise: a header is guarded by CONVLINGS_..., a name nobody else uses.
check_guards() {
    files '.*\.h' | while read -r f; do
        guard=$(sed -n 's/^#ifndef \(CONVLINGS_[A-Z0-9_]*_H\)$/\1/p' "$f" |
            head -n 1)
        [ -n "$guard" ] && grep -qx "#define $guard" "$f" ||
            broken "$f" "has no guard CONVLINGS_..._H"
        echo "$guard $f"
    done | awk '/^house:/ { print; next }
        NF == 2 && seen[$1]++ {
            printf "house: %s: guard %s is used twice\n", $2, $1 }'
}

# Promise: scripts parse, and those called by name may be run.
check_scripts() {
    files '.*\.sh|\.ci/run' | while read -r f; do
        head -n 1 "$f" | grep -q bash && shell=bash || shell=sh
        $shell -n "$f" 2>/dev/null || broken "$f" "does not parse"
        [ -x "$f" ] || broken "$f" "is not executable"
    done
}

# Promise: all C is formatted by the committed .clang-format.
check_format() {
    command -v clang-format >/dev/null ||
        broken clang-format "is not installed, format is not checked:" \
            "run make lint"
    command -v clang-format >/dev/null || return
    files '.*\.[ch]' | grep -v '^tests/submissions/' |
        xargs clang-format --dry-run -Werror 2>&1 |
        sed -n 's/^\([^:]*\):[0-9]*:[0-9]*: error:.*/\1/p' | sort -u |
        while read -r f; do broken "$f" "is not formatted: make format"; done
}

# --- all of them -----------------------------------------------------------

list_files >"$all"
started=$(date +%s)
for promise in ${*:-$promises}; do
    case " $(echo $promises) " in
    *" $promise "*) ;;
    *) echo "check_house.sh: no promise '$promise'; there are:" $promises >&2
        exit 2 ;;
    esac
    "check_$promise"
done >"$scratch/broken"
cat "$scratch/broken"
n=$(grep -c '^house: ' "$scratch/broken")
[ "$n" = 0 ] || { echo "$n broken." && exit 1; }
set -- ${*:-$promises}
echo "The house is in order: $# promises," \
    "$(wc -l <"$all" | tr -d ' ') files, $(($(date +%s) - started)) s."
