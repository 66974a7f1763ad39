# The links of a page that stay in the repository, or the places they may
# point to.
#
#   awk -f links.awk PAGE                 LINE|FILE|ANCHOR
#   awk -v what=anchors -f links.awk PAGE one anchor per heading, as on GitHub

function link(target,    at, file, anchor) {
    if (target ~ /^[a-z]+:/)
        return
    at = index(target, "#")
    file = at ? substr(target, 1, at - 1) : target
    anchor = at ? substr(target, at + 1) : ""
    printf "%d|%s|%s\n", FNR, file, anchor
}

function links(line) {
    gsub(/`[^`]*`/, "", line)
    while (match(line, /\]\([^) ]+[^)]*\)|(src|href)="[^"]+"/)) {
        found = substr(line, RSTART, RLENGTH)
        line = substr(line, RSTART + RLENGTH)
        sub(/^(\]\(|src="|href=")/, "", found)
        sub(/[) "].*$/, "", found)
        link(found)
    }
}

function anchor(heading) {
    sub(/^#+ +/, "", heading)
    gsub(/\]\([^)]*\)/, "", heading)
    heading = tolower(heading)
    gsub(/[^a-z0-9 _\200-\377-]/, "", heading)
    gsub(/ /, "-", heading)
    n = seen[heading]++
    print heading (n ? "-" n : "")
}

/^```/ { fence = !fence; next }
fence { next }
what == "anchors" { if (/^#+ /) anchor($0); next }
{ links($0) }
