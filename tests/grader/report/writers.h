/* The writers behind report_write, and what several of them need. */
#ifndef CONVLINGS_WRITERS_H
#define CONVLINGS_WRITERS_H

#include "report.h"

typedef void report_writer(FILE *f, const struct record *r);

report_writer write_terminal, write_line, write_tap, write_junit,
    write_gradescope, write_classroom50, write_github, write_summary, write_csv,
    write_exercism, write_record;

/* "01-cross-correlation/2_correlate_2d"; valid until the next call. */
const char *result_id(const struct result *x);

/* A text, line by line: every line begins with `before`. Always ends with a
 * newline, but for "". */
void write_lines(FILE *f, const char *text, const char *before);

#endif
