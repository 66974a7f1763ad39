# Makes build/gen/catalog.c from the paths of the check files, one a line,
# such as tests/exercises/01-cross-correlation/2_correlate_2d.c.
BEGIN { FS = "/" }
{
    number = name = $4
    sub(/_.*/, "", number)
    sub(/^[0-9]+_/, "", name)
    sub(/\.c$/, "", name)
    declared = declared "extern const struct exercise exercise_" name ";\n"
    rows = rows "    {\"" $3 "\", " number ", \"" name "\", &exercise_" \
        name "},\n"
}
END {
    print "/* Made by tests/grader/catalog.awk; do not edit. */"
    print "#include \"tests/grader/catalog.h\"\n"
    print declared
    print "const struct entry catalog[] = {\n" rows "};\n"
    print "const int catalog_size = " NR ";"
}
