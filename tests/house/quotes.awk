# Checks that the code blocks of a lesson are what they say they are.
#
#   awk -v room=chapters/NN-topic -f quotes.awk chapters/NN-topic/README.md
#
# A block of C opens with  ```c FILE FUNCTION  and holds that function of
# room/FILE (or of FILE, seen from the root) word for word, with or without
# the comment above it.

function wrong(what) {
    printf "house: %s: line %d: %s\n", FILENAME, opened, what
}

# Finds the function; sets `body` and `comment`, both ending in a newline.
function find(path, name,    line, inside, begun, above) {
    body = comment = above = ""
    inside = 0
    while ((getline line < path) > 0) {
        if (!inside && line ~ "^[A-Za-z].*[ *]" name "\\(" && line !~ /;$/) {
            inside = 1
            begun = 0
            comment = above
        }
        if (inside) {
            body = body line "\n"
            if (line == "}")
                break
            begun = begun || line == "{"
            if (!begun && line ~ /\);$/) { # a prototype over several lines
                inside = 0
                body = ""
            }
        }
        above = line == "" ? "" : above line "\n"
    }
    close(path)
    return body != ""
}

function exists(path,    line, found) {
    found = (getline line < path) >= 0
    close(path)
    return found
}

function check(    path) {
    if (file == "" || name == "") {
        wrong("this block of C names no file and function")
        return
    }
    path = room "/" file
    if (!exists(path))
        path = file
    if (!exists(path))
        wrong("quotes " file ", which does not exist")
    else if (!find(path, name))
        wrong("quotes " name ", which is not in " path)
    else if (block != body && block != comment body)
        wrong("is not " name " of " path " word for word")
}

/^```/ && !open {
    open = 1
    opened = FNR
    is_c = $1 == "```c"
    file = $2
    name = $3
    block = ""
    next
}
/^```/ {
    open = 0
    if (is_c)
        check()
    next
}
open { block = block $0 "\n" }
