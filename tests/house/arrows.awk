# Do the include arrows point one way? Reads `FILE:#include ...` lines.
#
#   grep '#include' FILES | awk -v list=FILE_LIST -f arrows.awk

BEGIN {
    while ((getline line < list) > 0)
        is_file[line] = 1
    n = split("assert complex ctype errno fenv float inttypes iso646 limits " \
              "locale math setjmp signal stdalign stdarg stdatomic stdbool " \
              "stddef stdint stdio stdlib stdnoreturn string tgmath threads " \
              "time uchar wchar wctype", names, " ")
    for (i = 1; i <= n; i++)
        is_c_library[names[i] ".h"] = 1
}

function wrong(what) {
    printf "house: %s: includes %s: %s\n", file, target, what
}

# The repository's file that is meant, or "" if there is none.
function resolve(folder, target,    path) {
    path = folder "/" target
    while (path ~ /[^\/]+\/\.\.\//)
        sub(/[^\/]+\/\.\.\//, "", path)
    if (path in is_file)
        return path
    path = target == "exercises.h" ? "exercises/" room "/" target : target
    return path in is_file ? path : ""
}

function check_system() {
    if ((top == "exercises" || top == "solutions") && !(target in is_c_library))
        wrong("an exercise includes exercises.h and the C library only")
    if (top == "chapters" && !(target in is_c_library))
        wrong("a chapter includes the C library only")
}

function check_own(path) {
    if (path == "")
        wrong("there is no such file")
    else if (top == "reference" && path !~ /^reference\//)
        wrong("reference/ knows nothing of the other rooms")
    else if ((top == "exercises" || top == "solutions") &&
             path != "exercises/" room "/exercises.h")
        wrong("an exercise includes exercises.h and the C library only")
    else if (top == "chapters" && path !~ /^chapters\// &&
             path !~ /^reference\/(tensor\.h$|io\/)/ &&
             !(base == "figure.c" && path ~ /^reference\/[a-z0-9_]+\.h$/))
        wrong("a chapter takes arrays and pictures from reference/, no more")
    else if (top == "chapters" && path ~ /^chapters\// &&
             path !~ "^chapters/" room "/")
        wrong("a chapter knows nothing of the other chapters")
}

{
    file = $0
    sub(/:.*/, "", file)
    depth = split(file, part, "/")
    top = part[1]
    room = depth > 2 ? part[2] : ""
    base = part[depth]
    folder = file
    sub(/\/[^\/]*$/, "", folder)
    target = $0
    if (target ~ /include *[A-Z]/) { # a name that the Makefile gives
        if (top != "reference" || (room != "microkernels" && room != "bench"))
            wrong("only an inner loop leaves the header to the Makefile")
        next
    }
    is_system = /include *</
    sub(/^[^"<]*["<]/, "", target)
    sub(/[">].*$/, "", target)
    if (is_system)
        check_system()
    else
        check_own(resolve(folder, target))
}
