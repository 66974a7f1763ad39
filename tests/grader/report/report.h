/* A record in the words of somebody else: a terminal, a course system, a
 * continuous integration server, a spreadsheet.
 *
 * One file for each format; its head says where the format is described.
 * Every text of a record is clean already (text.h); a writer only has to see
 * to what its own format gives a meaning. */
#ifndef CONVLINGS_REPORT_H
#define CONVLINGS_REPORT_H

#include "tests/grader/record.h"

#include <stdio.h>

enum report_format {
    REPORT_TERMINAL,
    REPORT_LINE,
    REPORT_TAP,
    REPORT_JUNIT,
    REPORT_GRADESCOPE,
    REPORT_CLASSROOM50,
    REPORT_GITHUB,  /* commands for the log of a GitHub workflow */
    REPORT_SUMMARY, /* Markdown, as for the summary of a workflow */
    REPORT_CSV,
    REPORT_EXERCISM,
    REPORT_RECORD, /* the record itself, JSON */
    REPORT_FORMATS
};

/* Writes the report. False when nothing was written, because the format has
 * no words for a fault of the grader (a course system must not take it for a
 * score), or when the writing failed. */
bool report_write(FILE *f, const struct record *r, enum report_format format);

/* The same into a file, whole or not at all; false and errno. */
bool report_save(const char *path, const struct record *r,
                 enum report_format format);

/* Whether the format can say that the grader failed. */
bool report_has_fault(enum report_format format);

/* "tap"; and which format has a name, REPORT_FORMATS: none. */
const char *report_format_name(enum report_format format);
enum report_format report_format_named(const char *name);

#endif
