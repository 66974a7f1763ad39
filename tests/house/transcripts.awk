# Takes the ```console blocks of a page apart: a line `$ command` (continued
# while it ends in a backslash) and the lines it prints, up to the next one.
#
#   awk -v to=FOLDER -f transcripts.awk PAGE
#
# writes FOLDER/LINE.command and FOLDER/LINE.output, LINE with leading zeros.

/^```/ { console = !console && /^```console/ ; command = ""; next }
!console { next }
/^\$ / || continued {
    if (!continued) {
        command = sprintf("%s/%05d", to, FNR)
        printf "" > (command ".output")
        sub(/^\$ /, "")
    }
    print > (command ".command")
    continued = /\\$/
    next
}
command != "" { print > (command ".output") }
